"""Looks into the container of old Office files: a small file system with streams for files.

Source: [MS-CFB].
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from donghanh.reading.errors import DamagedFile

# Shifts of sectors and small sectors; count of tables, first of the directory; length from which a stream has
# sectors of its own; first of the table of small sectors; first of further lists of tables.
_HEADER = struct.Struct("<30xHH10xII4xII4xI")
_TABLES_IN_HEADER = struct.Struct("<76x109I")
_ENTRY = struct.Struct("<64sHBxIII36xII4x")
_MARKS = 0xFFFFFFFA  # this and above are no sectors
_ROOT, _STREAM = 5, 2


@dataclass(frozen=True, slots=True)
class Stream:
    """One stream: its bytes, and where in the file each of its blocks of `size` bytes begins."""

    data: bytes
    blocks: tuple[int, ...]
    size: int

    def place(self, offset: int) -> int:
        """Where in the file the byte at this offset lies.

        Raises: IndexError behind the end.
        """
        return self.blocks[offset // self.size] + offset % self.size


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    length: int


class Compound:
    """A compound file.

    Raises: DamagedFile, here and when a stream is read.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            sector, small, tables, directory, self._cutoff, small_table, more = _HEADER.unpack_from(data)
            if not 7 <= sector <= 16 or not 4 <= small <= sector:
                raise DamagedFile
            self._sector, self._small = 1 << sector, 1 << small
            self._next = self._allocation(tables, more)
            self._next_small = self._numbers(self._chain(small_table, self._next))
            entries = [
                _entry(raw) for raw in _ENTRY.iter_unpack(self._read(self._chain(directory, self._next)))
            ]
            if not entries or entries[0].kind != _ROOT:
                raise DamagedFile
            self._top = {entry.name: entry for entry in _children(entries)}
            self._root = self._large(entries[0])
        except (struct.error, IndexError, ValueError) as error:
            raise DamagedFile from error

    def has(self, name: str) -> bool:
        """Whether a stream, or a folder with something in it, stands at the top under this name."""
        entry = self._top.get(name)
        return entry is not None and (entry.kind == _STREAM or entry.child < _MARKS)

    def stream(self, name: str) -> Stream:
        entry = self._top.get(name)
        if entry is None or entry.kind != _STREAM:
            raise DamagedFile
        try:
            return self._large(entry) if entry.length >= self._cutoff else self._little(entry)
        except IndexError as error:
            raise DamagedFile from error

    def _large(self, entry: _Entry) -> Stream:
        chain = self._chain(entry.start, self._next)
        blocks = tuple((number + 1) * self._sector for number in chain)
        return Stream(self._read(chain)[: entry.length], blocks, self._sector)

    def _little(self, entry: _Entry) -> Stream:
        """A short stream: its small sectors lie within the stream of the root."""
        chain = self._chain(entry.start, self._next_small)
        blocks = tuple(self._root.place(number * self._small) for number in chain)
        data = b"".join(self._data[block : block + self._small] for block in blocks)
        return Stream(data[: entry.length], blocks, self._small)

    def _allocation(self, count: int, more: int) -> list[int]:
        """For each sector the one that follows it; the lists of where that table lies chain on."""
        places = list(_TABLES_IN_HEADER.unpack_from(self._data))
        seen = 0
        while more < _MARKS and seen <= len(self._data) // self._sector:
            *further, more = self._numbers([more])
            places += further
            seen += 1
        return self._numbers([place for place in places[:count] if place < _MARKS])

    def _chain(self, start: int, following: list[int]) -> list[int]:
        chain: list[int] = []
        while start < _MARKS:
            if len(chain) > len(following):
                raise DamagedFile  # it goes in a circle
            chain.append(start)
            start = following[start]
        return chain

    def _read(self, chain: list[int]) -> bytes:
        return b"".join(
            self._data[(number + 1) * self._sector : (number + 2) * self._sector] for number in chain
        )

    def _numbers(self, chain: list[int]) -> list[int]:
        data = self._read(chain)
        return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))


def _entry(raw: tuple[bytes, int, int, int, int, int, int, int]) -> _Entry:
    name, length, *rest = raw
    return _Entry(name[: max(0, length - 2)].decode("utf-16-le", errors="replace"), *rest)


def _children(entries: list[_Entry]) -> Iterator[_Entry]:
    """The entries at the top; they form a tree of neighbours."""
    waiting, seen = [entries[0].child], set[int]()
    while waiting:
        number = waiting.pop()
        if number >= _MARKS or number in seen:
            continue
        seen.add(number)
        entry = entries[number]
        yield entry
        waiting += [entry.left, entry.right]
