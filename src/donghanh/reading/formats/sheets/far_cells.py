"""Cells far away from everything: calamine holds all cells from A1 to the last, so one would fill the memory.

They are cut out of the XML, and the file is packed anew; a sheet so large that this must be done is rare.
"""

import re
import zipfile
from io import BytesIO

from donghanh.reading.formats.sheets.sheet import MOST_ROOM, column_number, too_many_cells

# Columns from AA and rows from 100,000 on, and attributes written in an unusual way: without them there is
# room for all cells up to the last. All others are told first, which is twice as quick.
_FAR = re.compile(rb"r\s*=(?!\"[A-Z]?\d{1,5}\")")
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


def without_far_cells(data: bytes, parts: dict[str, bytes]) -> tuple[bytes, set[str]]:
    """The file without them, and the parts (sheets) that had some; parts: their XML by name."""
    cut = {name: shorter for name, xml in parts.items() if (shorter := _cut(xml)) is not None}
    if not cut:
        return data, set()
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            name = info.filename.replace("\\", "/").lstrip("/").lower()
            found = next((xml for part, xml in cut.items() if part.lower() == name), None)
            if found is not None:
                new.writestr(info.filename, found, compresslevel=1)
            elif name.startswith(
                ("xl/workbook", "xl/_rels", "xl/styles", "xl/shared", "_rels", "[content")
            ) or any(part.lower() == name for part in parts):
                new.writestr(info.filename, old.read(info), compresslevel=1)
    return packed.getvalue(), set(cut)


def _cut(xml: bytes) -> bytes | None:
    """The XML of a sheet without its far cells, None where it has none."""
    if not _FAR.search(xml, max(xml.find(b"sheetData"), 0), max(xml.rfind(b"sheetData"), 0) or len(xml)):
        return None
    if _UNPLACED.search(xml) and max(map(_row, _ROWS.findall(xml)), default=0) > _MOST_UNPLACED:
        raise too_many_cells()
    width = height = 1
    for match in _FILLED.finditer(xml):
        width, height = max(width, _column(match[1])), max(height, _row(match[2]))
    if width * height <= MOST_ROOM:
        return None
    width = min(width, _WIDEST)
    height = min(height, MOST_ROOM // width)

    def kept(match: re.Match[bytes]) -> bytes:
        return match[0] if _column(match[1]) <= width and _row(match[2]) <= height else b""

    return _CELL.sub(kept, xml)


def _column(letters: bytes) -> int:
    return column_number(letters.decode().upper()) + 1 if len(letters) <= 3 else 1 << 20


def _row(digits: bytes) -> int:
    return int(digits) if len(digits) <= 9 else 1 << 30
