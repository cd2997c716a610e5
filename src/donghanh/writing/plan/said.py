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
            if text and (plain := _plain(text)) not in self._texts:
                self._texts[plain] = None
                for word in set(_WORD.findall(plain)):
                    self._having[word].append(plain)

    def holds(self, text: str) -> bool:
        """Whether the text stands in one of them, but for its closing mark."""
        plain = _plain(text).rstrip(" .;:,")
        return bool(plain) and any(plain in one for one in self._near(_WORD.findall(plain)))

    def cites(self, number: str) -> bool:
        """Whether a document is cited, however its number is spaced."""
        plain = number.replace(" ", "").casefold()
        pattern = re.compile(r"\s?".join(map(re.escape, plain)))
        return any(pattern.search(one) for one in self._near(re.findall(r"\d+", plain)))

    def names(self, place: str) -> bool:
        """Whether a place is named, in full or as one of a list: "xã Nậm Cắn và Na Loi"."""
        plain = _plain(place)
        bare = _LEVEL_WORDS.sub("", plain)
        pattern = re.compile(rf"(?<!\w){re.escape(plain)}(?!\w)|(?:,|;|và|:|/) {re.escape(bare)}(?!\w)")
        return any(pattern.search(one) for one in self._near(_WORD.findall(bare)))

    def _near(self, words: Iterable[str]) -> Iterable[str]:
        """The texts that have the rarest of these words, all where there is none."""
        return min((self._having.get(word, ()) for word in words), key=len, default=self._texts)


def _plain(text: str) -> str:
    return tidy(text).casefold()
