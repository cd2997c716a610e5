"""What a paper says already, so that nothing of a plan is written twice."""

import re
from collections import defaultdict
from collections.abc import Iterable

from donghanh.vietnam.text import tidy

_LEVELS = (
    r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thôn|bản|ấp|khóm|buôn|làng|xóm"
    r"|tổ dân phố|khu dân cư|khu phố|khu vực|khu|phum|sóc|tổ)"
)
_WORD = re.compile(r"\d+|[^\W\d]+")
_LEVEL_WORDS = re.compile(rf"^{_LEVELS} ")


class Said:
    """Texts as they are written, and whether others stand in them.

    They are found by their rarest word: looked for in all texts, thousands of items would take minutes.
    """

    def __init__(self) -> None:
        self._texts: dict[str, None] = {}
        self._having: dict[str, list[str]] = defaultdict(list)  # by each word

    def add(self, *texts: str | None) -> None:
        for text in texts:
            if text and (one := plain(text)) not in self._texts:
                self._texts[one] = None
                for word in set(_WORD.findall(one)):
                    self._having[word].append(one)

    def holds(self, text: str) -> bool:
        """Whether the text stands in one of them, but for its closing mark."""
        return self.holder(text) is not None

    def holder(self, text: str) -> str | None:
        """The first that the text stands in, as `plain` has it."""
        part = plain(text).rstrip(" .;:,")
        near = self._near(_WORD.findall(part)) if part else ()
        return next((one for one in near if part in one), None)

    def has_words(self, name: str) -> bool:
        """Whether all words of a name stand in one of them."""
        words = _WORD.findall(plain(name))
        return bool(words) and any(has_words_of(one, name) for one in self._near(words))

    def cites(self, number: str) -> bool:
        """Whether a document is cited, however its number is spaced."""
        bare = number.replace(" ", "").casefold()
        pattern = re.compile(r"\s?".join(map(re.escape, bare)))
        return any(pattern.search(one) for one in self._near(re.findall(r"\d+", bare)))

    def names(self, place: str) -> bool:
        """Whether a place is named, in full or as one of a list: "xã Nậm Cắn và Na Loi"."""
        name = plain(place)
        bare = _LEVEL_WORDS.sub("", name)
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)|(?:,|;|và|:|/) {re.escape(bare)}(?!\w)")
        return any(pattern.search(one) for one in self._near(_WORD.findall(bare)))

    def _near(self, words: Iterable[str]) -> Iterable[str]:
        """The texts that have the rarest of these words, all where there is none."""
        return min((self._having.get(word, ()) for word in words), key=len, default=self._texts)


def plain(text: str) -> str:
    """The text as texts are compared: single spaces, small letters."""
    return tidy(text).casefold()


def has_words_of(text: str, name: str) -> bool:
    """Whether all words of a name stand in a text: "UBND, Hội LHPN xã" has those of "UBND xã"."""
    words = set(_WORD.findall(plain(text)))
    return all(word in words for word in _WORD.findall(plain(name)))
