"""What a paper says already, so that nothing of a plan is written twice."""

import re

from donghanh.vietnam.text import tidy

_LEVELS = (
    r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thôn|bản|ấp|khóm|buôn|làng|xóm"
    r"|tổ dân phố|khu dân cư|khu phố|khu vực|khu|phum|sóc|tổ)"
)
_MOST_PENDING = 200
_LEVEL_WORDS = re.compile(rf"^{_LEVELS} ")


class Said:
    """Texts as they are written, and whether others stand in them."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._joined = ""
        self._pending: list[
            str
        ] = []  # joined to the rest now and then: each time would cost the length of all

    def add(self, *texts: str | None) -> None:
        for text in texts:
            if text and (plain := _plain(text)) not in self._known:
                self._known.add(plain)
                self._pending.append(plain)
        if len(self._pending) > _MOST_PENDING:
            self._join()

    def holds(self, text: str) -> bool:
        """Whether the text stands in one of them, but for its closing mark."""
        plain = _plain(text).rstrip(" .;:,")
        return bool(plain) and (
            plain in self._known or plain in self._joined or any(plain in one for one in self._pending)
        )

    def cites(self, number: str) -> bool:
        """Whether a document is cited, however its number is spaced."""
        pattern = r"\s?".join(map(re.escape, number.replace(" ", "").casefold()))
        return re.search(pattern, self._join()) is not None

    def names(self, place: str) -> bool:
        """Whether a place is named, in full or as one of a list: "xã Nậm Cắn và Na Loi"."""
        plain = _plain(place)
        name = re.escape(_LEVEL_WORDS.sub("", plain))
        return (
            re.search(rf"(?<!\w){re.escape(plain)}(?!\w)|(?:,|;|và|:|/) {name}(?!\w)", self._join())
            is not None
        )

    def _join(self) -> str:
        if self._pending:
            self._joined = "\n".join((self._joined, *self._pending))
            self._pending.clear()
        return self._joined


def _plain(text: str) -> str:
    return tidy(text).casefold()
