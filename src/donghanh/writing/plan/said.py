"""What a paper says already, so that nothing of a plan is written twice."""

import re

from donghanh.vietnam.text import tidy

_LEVELS = (
    r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thôn|bản|ấp|khóm|buôn|làng|xóm"
    r"|tổ dân phố|khu dân cư|khu phố|khu vực|khu|phum|sóc|tổ)"
)
_LEVEL_WORDS = re.compile(rf"^{_LEVELS} ")


class Said:
    """Texts as they are written, and whether others stand in them."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._known: set[str] = set()
        self._joined: str | None = None

    def add(self, *texts: str | None) -> None:
        for text in texts:
            if text and (plain := _plain(text)) not in self._known:
                self._known.add(plain)
                self._texts.append(plain)
                self._joined = None

    def holds(self, text: str) -> bool:
        """Whether the text stands in one of them, but for its closing mark."""
        plain = _plain(text).rstrip(" .;:,")
        return plain in self._known or (bool(plain) and plain in self._all)

    def cites(self, number: str) -> bool:
        """Whether a document is cited, however its number is spaced."""
        return number.replace(" ", "").casefold() in self._all.replace(" ", "")

    def names(self, place: str) -> bool:
        """Whether a place is named, in full or as one of a list: "xã Nậm Cắn và Na Loi"."""
        plain = _plain(place)
        if re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", self._all):
            return True
        name = _LEVEL_WORDS.sub("", plain)
        return re.search(rf"(?:,|;|và|:|/) {re.escape(name)}(?!\w)", self._all) is not None

    @property
    def _all(self) -> str:
        if self._joined is None:
            self._joined = "\n".join(self._texts)
        return self._joined


def _plain(text: str) -> str:
    return tidy(text).casefold()
