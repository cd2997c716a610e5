"""Cells far away from everything: calamine holds all cells from A1 to the last, so one would fill the memory.

They are cut out of the XML; a sheet so large that this must be done is rare.
"""

import re

from donghanh.reading.formats.sheets.sheet import MOST_ROOM, column_number, too_many_cells

# Columns from AA and rows from 100,000 on, and attributes written in an unusual way: without them there is
# room for all cells up to the last. All others are told first, which is twice as quick.
_FAR = re.compile(rb"r\s*+=(?!\"[A-Z]?+\d{1,5}+\")")
_ROWS = re.compile(rb"row\s(?:[^>]*\s)?r\s*=\s*[\"']\s*(\d+)")
_WIDEST = 256
# A cell with content, whatever the order of its attributes; an empty one ends in "/>".
_FILLED = re.compile(rb"<(?:\w+:)?c\s(?:[^>/]*\s)?r\s*=\s*[\"']\s*([A-Za-z]+)(\d+)\s*[\"'][^>/]*>")
_UNPLACED = re.compile(rb"<(?:\w+:)?c(?:\s(?![^>]*\br\s*=)[^>]*)?>")
_MOST_UNPLACED = 10_000
_CELL = re.compile(
    rb"<(?:\w+:)?c\s(?:[^>/]*\s)?r\s*=\s*[\"']\s*([A-Za-z]+)(\d+)\s*[\"'][^>/]*>.*?</(?:\w+:)?c\s*>",
    re.DOTALL,
)


def without_far_cells(xml: bytes) -> bytes:
    """The XML of a part without them; the very same where it has none."""
    start = xml.find(b"sheetData")
    if start < 0 or not _FAR.search(xml, start, xml.rfind(b"sheetData")):
        return xml
    if _UNPLACED.search(xml) and max(map(_row, _ROWS.findall(xml)), default=0) > _MOST_UNPLACED:
        raise too_many_cells()
    width = height = 1
    for match in _FILLED.finditer(xml):
        width, height = max(width, _column(match[1])), max(height, _row(match[2]))
    if width * height <= MOST_ROOM:
        return xml
    width = min(width, _WIDEST)
    height = min(height, MOST_ROOM // width)

    def kept(match: re.Match[bytes]) -> bytes:
        return match[0] if _column(match[1]) <= width and _row(match[2]) <= height else b""

    return _CELL.sub(kept, xml)


def _column(letters: bytes) -> int:
    return column_number(letters.decode().upper()) + 1 if len(letters) <= 3 else 1 << 20


def _row(digits: bytes) -> int:
    return int(digits) if len(digits) <= 9 else 1 << 30
