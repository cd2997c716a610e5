"""The archive that calamine is given: made here, of those parts only that it needs and that were checked.

So nothing is read that another reader of zip files would find in a file made for that. Its parts are not
compressed, for they were inflated here already.

Source: APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16 (heads of members, entries and end of the directory).
"""

import re
import struct
import zlib
from collections.abc import Iterable
from itertools import chain

from donghanh.reading.errors import DamagedFile

_ROOT = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r"'
    b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    b' Target="xl/workbook.xml"/></Relationships>'
)
_MOST_STORED = 16 * 1024 * 1024
"""Bytes of parts that are stored as they are; more would fill the memory, so they are deflated again."""
_VERSION, _UTF_8, _FIRST_DAY = 20, 0x800, 0x21
_STORED, _DEFLATED = 0, 8
_LONGEST_NAME = 0xFFFF
_CELLS = re.compile(rb"<(?:\w+:)?sheetData\b")
_MERGES = re.compile(rb"<(?:\w+:)?mergeCells\b")
_MERGES_END = re.compile(rb"</(?:\w+:)?mergeCells\s*>")


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of the parts of a workbook with their names; empty ones are left out.

    Raises: DamagedFile where a name is too long for one.
    """
    members: list[bytes] = []
    entries: list[bytes] = []
    place, room = 0, _MOST_STORED
    for part, content in chain([("_rels/.rels", _ROOT)], parts):
        if not content:
            continue
        name, body, method = part.encode(), content, _STORED
        if len(name) > _LONGEST_NAME:
            raise DamagedFile
        if len(content) > room:
            body, method = zlib.compress(content, 1, -zlib.MAX_WBITS), _DEFLATED
        room -= len(body)
        sizes = zlib.crc32(content), len(body), len(content), len(name), 0
        head = struct.pack("<5H3L2H", _VERSION, _UTF_8, method, 0, _FIRST_DAY, *sizes)
        members += b"PK\3\4", head, name, body
        entries += b"PK\1\2", struct.pack("<H", _VERSION), head, struct.pack("<3H2L", 0, 0, 0, 0, place), name
        place += 4 + len(head) + len(name) + len(body)
    directory = b"".join(entries)
    number = len(entries) // 5
    end = struct.pack("<4H2LH", 0, 0, number, number, len(directory), place, 0)
    return b"".join((*members, directory, b"PK\5\6", end))


def merges_first(xml: bytes) -> bytes:
    """A sheet that names its merged areas before its cells.

    calamine looks for them in a second pass that ends where they stand: behind the cells, it took as long as
    half of the first.
    """
    cells = _CELLS.search(xml)
    if cells is None:
        return xml
    areas = b"<mergeCells></mergeCells>"
    if (merges := _MERGES.search(xml, xml.rfind(b"sheetData"))) and (
        end := _MERGES_END.search(xml, merges.end())
    ):
        areas = xml[merges.start() : end.end()]
    return b"".join((xml[: cells.start()], areas, xml[cells.start() :]))
