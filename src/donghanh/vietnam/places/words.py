"""Free words about a place taken apart into the names of the places in them."""

import re
from collections.abc import Callable
from itertools import pairwise

from donghanh.vietnam.text import tidy

Parts = tuple[str, ...]

_FORMER = re.compile(r"\s*\(\s*(?:cũ|trước đây|trước kia)\s*\)", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,;/|()\[\]]+")
_CONNECTOR = re.compile(r"^(?:trực thuộc|thuộc|tại|ở|của|truc thuoc|thuoc)\s+(?=\S)", re.IGNORECASE)
_LEVEL_WORD = re.compile(
    r"\s+(?=(?:tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu|tp|tx)\b)", re.IGNORECASE
)
_SHORT = re.compile(r"[qp]\.?\d{1,2}", re.IGNORECASE)  # Q1, P.5
_MOST_PARTS = 4
_MOST_WORDS = 20
_MOST_WAYS = 300


def taken_apart(words: str, is_place: Callable[[str], bool]) -> list[Parts]:
    """The ways to cut `words` into names, most likely first.

    Commas and the like always part; where they are left out, every cut counts whose parts `is_place` knows.
    A part that nothing is known of stays as it is, so that it can be named in a question.
    """
    marked = _FORMER.sub(" cũ", tidy(words))
    ways: list[Parts] = [()]
    for chunk in _SEPARATOR.split(marked):
        if stripped := chunk.strip(' .:-–—"“”'):
            cuts = _cuts(stripped, is_place)
            if len(ways) * len(cuts) > _MOST_WAYS:
                cuts = cuts[:1]
            ways = [way + cut for way in ways for cut in cuts]
    return sorted(ways, key=len)


def former(part: str, is_place: Callable[[str], bool]) -> tuple[str, bool]:
    """A part without "cũ" behind it, and whether it stood there; Cũ in a name stays."""
    name = part[: -len(" cũ")]
    return (name, True) if part.casefold().endswith(" cũ") and not is_place(part) else (part, False)


def _cuts(chunk: str, is_place: Callable[[str], bool]) -> list[Parts]:
    def known(part: str) -> bool:
        return is_place(former(part, is_place)[0])

    whole = _CONNECTOR.sub("", chunk)
    words = [w for w in whole.split() if w.strip("-–—")]
    if known(whole) or not 1 < len(words) <= _MOST_WORDS:
        return [(whole,)]
    found = _all_cuts(words, known)
    return (
        [cut for cut in found if known(cut[0])]
        or found
        or [tuple(_CONNECTOR.sub("", part) for part in _LEVEL_WORD.split(whole))]
    )


def _all_cuts(words: list[str], known: Callable[[str], bool]) -> list[Parts]:
    """All cuts in which every part but perhaps the first is known, connecting words dropped."""
    part: dict[tuple[int, int], str] = {}
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            name = _CONNECTOR.sub("", " ".join(words[start:end]))
            if (sum(c.isalpha() for c in name) > 1 or _SHORT.fullmatch(name)) and (start == 0 or known(name)):
                part[start, end] = name
    cuts: list[list[int]] = [[0]]
    done: list[list[int]] = []
    for _ in range(_MOST_PARTS):
        cuts = [
            [*cut, end]
            for cut in cuts
            for end in range(cut[-1] + 1, len(words) + 1)
            if (cut[-1], end) in part
        ]
        done += [cut for cut in cuts if cut[-1] == len(words) and len(cut) > 2]
    return [tuple(part[a, b] for a, b in pairwise(cut)) for cut in done]
