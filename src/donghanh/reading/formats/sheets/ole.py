"""Streams of an OLE file, the container of old Office files (MS-CFB)."""

import struct
from collections.abc import Iterator

from donghanh.reading.errors import DamagedFile

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA
"""Numbers of sectors end below this; those from here on are marks."""
_ENTRY = 128


class Container:
    """The streams of an OLE file by name.

    Raises: DamagedFile when opened and when a stream is read.
    """

    def __init__(self, data: bytes) -> None:
        if len(data) < 512 or not data.startswith(MAGIC):
            raise DamagedFile
        self._data = data
        self._sector = 1 << min(struct.unpack_from("<H", data, 30)[0], 16)
        self._small_sector = 1 << min(struct.unpack_from("<H", data, 32)[0], 16)
        if self._sector < 128:
            raise DamagedFile
        first, self._cutoff, small = struct.unpack_from("<I4xII", data, 48)
        self._table = self._allocation()
        directory = self._chained(first)
        self._entries = {name: entry for name, *entry in _entries(directory)}
        self._small_table = _numbers(self._chained(small)) if small < _LAST else ()
        root = self._entries.get("Root Entry")
        self._small_data = self._chained(root[0]) if root and self._small_table else b""

    def names(self) -> set[str]:
        return set(self._entries)

    def stream(self, name: str) -> bytes | None:
        """The bytes of a stream, None where there is none."""
        if name not in self._entries:
            return None
        start, size = self._entries[name]
        if size >= self._cutoff:
            return self._chained(start)[:size]
        parts = []
        for number in _chain(start, self._small_table):
            at = number * self._small_sector
            parts.append(self._small_data[at : at + self._small_sector])
        return b"".join(parts)[:size]

    def _allocation(self) -> tuple[int, ...]:
        """Which sector follows each sector."""
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        more, count = struct.unpack_from("<II", self._data, 68)
        for _ in range(min(count, len(self._data) // self._sector + 1)):
            if more >= _LAST:
                break
            numbers = _numbers(self._bytes(more))
            sectors += numbers[:-1]
            more = numbers[-1] if numbers else _LAST
        return _numbers(b"".join(self._bytes(number) for number in sectors if number < _LAST))

    def _chained(self, start: int) -> bytes:
        return b"".join(self._bytes(number) for number in _chain(start, self._table))

    def _bytes(self, number: int) -> bytes:
        at = (number + 1) * self._sector
        sector = self._data[at : at + self._sector]
        if len(sector) < self._sector:
            raise DamagedFile
        return sector


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _chain(start: int, table: tuple[int, ...]) -> Iterator[int]:
    """The sectors from `start` on; a chain that runs in a circle is cut."""
    number = start
    for _ in range(len(table)):
        if number >= len(table):
            return
        yield number
        number = table[number]


def _entries(directory: bytes) -> Iterator[tuple[str, int, int]]:
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        if kind in (2, 5) and 2 <= length <= 64:
            name = directory[at : at + length - 2].decode("utf-16-le", errors="replace")
            start, size = struct.unpack_from("<II", directory, at + 116)
            yield name, start, size
