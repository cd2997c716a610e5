"""Level words: how papers write and shorten them, and which places they fit."""

import re
from functools import lru_cache

from donghanh.vietnam.places.model import Level, Place
from donghanh.vietnam.text import tidy

LEVEL_OF_KIND = {
    "tỉnh": Level.PROVINCE,
    "thành phố trung ương": Level.PROVINCE,
    "thành phố": Level.DISTRICT,
    "quận": Level.DISTRICT,
    "huyện": Level.DISTRICT,
    "thị xã": Level.DISTRICT,
    "xã": Level.COMMUNE,
    "phường": Level.COMMUNE,
    "thị trấn": Level.COMMUNE,
    "đặc khu": Level.COMMUNE,
}

# The level word with what must follow it. A word is taken with its own marks or with none ("phường",
# "phuong", never "Phương"); one letter needs a full stop, a digit or a space after it.
_WORDS = {
    "thành phố": r"(?:th(?:à|a)nh ph(?:ố|o)|th(?:ủ|u) (?:đô|do)|t\. ?p|tp)\b\.?",
    "thị xã": r"(?:th(?:ị|i) x(?:ã|a)|t\. ?x|tx)\b\.?",
    "thị trấn": r"(?:th(?:ị|i) tr(?:ấ|a)n|t\. ?t|tt)\b\.?",
    "đặc khu": r"(?:(?:đặ|da)c khu|đk)\b\.?",
    "tỉnh": r"(?:t(?:ỉ|i)nh\b|t(?=[. ])\.?)",
    "quận": r"(?:qu(?:ậ|a)n\b|q(?=[. \d])\.?)",
    "huyện": r"(?:huy(?:ệ|e)n\b|h(?=[. ])\.?)",
    "xã": r"(?:x(?:ã|a)\b|x(?=[. ])\.?)",
    "phường": r"(?:ph(?:ườ|uo)ng\b|p(?=[. \d])\.?)",
}
_LEADING = [(kind, re.compile(rf"{words}\s*(?=\S)", re.IGNORECASE)) for kind, words in _WORDS.items()]

VILLAGE = re.compile(
    r"(?:thôn|bản|ấp|buôn|làng|xóm|khóm|phum|sóc|khu phố|khu dân cư|tổ dân phố|tiểu khu|tổ|tdp)\b\.?\s*\S",
    re.IGNORECASE,
)

Reading = tuple[str | None, str]


@lru_cache(maxsize=4096)
def readings(words: str) -> tuple[Reading, ...]:
    """The ways to take `words` apart into level word and name: "quan Hoa" is quận Hoa or simply Quan Hoa."""
    tidied = tidy(words).strip(" .,;:-–")
    found: list[Reading] = []
    for kind, leading in _LEADING:
        if match := leading.match(tidied):
            found.append((kind, tidied[match.end() :]))
            break
    return (*found, (None, tidied))


def fits(kind: str | None, place: Place) -> bool:
    """Whether a place may be called by that level word; None leaves the word open.

    A province may be called tỉnh after it became a city: papers and lists changed on different days.
    """
    if kind is None or kind == place.kind:
        return True
    if kind == "thành phố":
        return place.kind == "thành phố trung ương"
    return kind == "tỉnh" and place.level is Level.PROVINCE
