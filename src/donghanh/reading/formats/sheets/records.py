"""Records of .xls files: their strings and figures (MS-XLS 2.4 and 2.5)."""

import struct
from collections.abc import Iterator

EOF = 0x0A
CONTINUE = 0x3C
_OLD_LETTERS = "cp1258"
"""Before Excel 97 texts were kept in the code page of the country."""


def records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of the part of a workbook that starts there, up to its end: kind and body."""
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        if kind == EOF:
            return
        at += 4 + length


def text(body: bytes, modern: bool, *, short: bool = False) -> str:
    """A string with its length before it, in one byte where short, else in two.

    Raises: struct.error, IndexError where the record is too short.
    """
    length = body[0] if short else struct.unpack_from("<H", body)[0]
    start = 1 if short else 2
    if not modern:
        return body[start : start + length].decode(_OLD_LETTERS, errors="replace")
    wide = body[start] & 1
    return _decoded(body[start + 1 : start + 1 + length * (1 + wide)], wide)


def _decoded(letters: bytes, wide: int) -> str:
    return letters.decode("utf-16-le" if wide else "latin-1", errors="replace")


def shared_strings(parts: list[bytes]) -> list[str]:
    """The table of strings, given as the bodies of its record and of those that continue it.

    Raises: struct.error, IndexError where it ends early.
    """
    if not parts:
        return []
    count = struct.unpack_from("<4xI", parts[0])[0]
    reader = _Parts(parts, 8)
    found: list[str] = []
    while len(found) < count and not reader.done:
        length, flags = struct.unpack("<HB", reader.take(3))
        runs = struct.unpack("<H", reader.take(2))[0] if flags & 8 else 0
        more = struct.unpack("<I", reader.take(4))[0] if flags & 4 else 0
        found.append(reader.letters(length, flags & 1))
        reader.skip(4 * runs + more)
    return found


class _Parts:
    """Goes through the bodies of records that continue each other."""

    def __init__(self, parts: list[bytes], at: int) -> None:
        self._parts, self._number, self._at = parts, 0, at

    @property
    def done(self) -> bool:
        self._step()
        return self._number >= len(self._parts)

    def _step(self) -> None:
        while self._number < len(self._parts) and self._at >= len(self._parts[self._number]):
            self._number, self._at = self._number + 1, 0

    def take(self, length: int) -> bytes:
        taken = b""
        while len(taken) < length:
            self._step()
            piece = self._parts[self._number][self._at : self._at + length - len(taken)]
            taken += piece
            self._at += len(piece)
        return taken

    def skip(self, length: int) -> None:
        while length > 0 and not self.done:
            step = min(length, len(self._parts[self._number]) - self._at)
            self._at += step
            length -= step

    def letters(self, length: int, wide: int) -> str:
        """So many letters; where they go on in another record, that says anew how wide they are."""
        found = ""
        while length > 0:
            if self._at >= len(self._parts[self._number]):
                self._step()
                wide = self._parts[self._number][self._at] & 1
                self._at += 1
            room = (len(self._parts[self._number]) - self._at) // (1 + wide)
            taken = min(length, room)
            found += _decoded(self._parts[self._number][self._at : self._at + taken * (1 + wide)], wide)
            self._at += taken * (1 + wide) if taken else 1
            length -= taken
        return found


def packed_figure(packed: int) -> float:
    """A figure in 30 bits: a whole number or the front half of a float, either in hundredths."""
    if packed & 2:
        value = float((packed >> 2) - (1 << 30 if packed & 1 << 31 else 0))
    else:
        value = struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))[0]
    return value / 100 if packed & 1 else value
