"""Two columns set with tabs or spaces instead of a table: letterheads and signature blocks.

    UBND HUYỆN X <tab> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Số: 12/KH    <tab> Độc lập - Tự do - Hạnh phúc

become a table without lines, one row with two cells, as the usual layout would have been.
"""

import re

from donghanh.reading.blocks import Block, Cell, Paragraph, Row, Table
from donghanh.reading.formats.docx.inline import Piece
from donghanh.reading.formats.docx.lines import Line

_GAP = re.compile(r"[ \u00a0]*\t[\s\u00a0]*|[ \u00a0]{4,}")
_OPENING = re.compile(r"cộng\s+h(?:òa|oà)\s+xã\s+hội|đảng\s+cộng\s+sản\s+việt", re.IGNORECASE)
_CLOSING = re.compile(r"nơi\s+nhận", re.IGNORECASE)
_LONGEST_LINE = 240
"""A line of a letterhead or signature block is no longer than this, its spaces included."""
_SIDES = 2

Half = tuple[Line | None, Line | None]


def arrange(items: list[Line | Table]) -> list[Block]:
    """Lines as paragraphs, tab-set letterheads and signature blocks as tables; order is kept."""
    blocks: list[Block] = []
    index = 0
    while index < len(items):
        item = items[index]
        if isinstance(item, Table):
            blocks.append(item)
            index += 1
            continue
        halves = _block_at(items, index) if _may_open(item) else []
        if halves:
            blocks.append(_as_table(halves))
            index += len(halves)
            continue
        paragraph = item.paragraph()
        if paragraph is not None:
            blocks.append(paragraph)
        index += 1
    return blocks


def _may_open(line: Line) -> bool:
    return any("\t" in text or "    " in text or "\u00a0\u00a0\u00a0" in text for text, _ in line.pieces)


def _block_at(items: list[Line | Table], start: int) -> list[Half]:
    """The lines of a two-column block that begins at `start`, halved; empty where none begins."""
    first = items[start]
    left, right = _halved(first) if isinstance(first, Line) else (None, None)
    if left is None or right is None:
        return []
    is_closing = bool(_CLOSING.match(left.raw.strip()))
    if not is_closing and not _OPENING.match(right.raw.strip()):
        return []
    halves: list[Half] = [(left, right)]
    for item in items[start + 1 :]:
        if not isinstance(item, Line):
            break
        half = _halved(item)
        if half == (None, None) and item.raw.strip():
            if not is_closing or not item.raw.strip().startswith(("-", "–", "+")):
                break
            half = (item, None)
        halves.append(half)
    while halves[-1] == (None, None):
        halves.pop()
    return halves


def _halved(line: Line) -> Half:
    """The left and right part of a line with one gap in it; a gap at its start leaves the left one empty."""
    raw = line.raw
    if len(raw) > _LONGEST_LINE:
        return None, None
    gaps = [gap for gap in _GAP.finditer(raw) if gap.end() < len(raw.rstrip())]
    gaps = [gap for gap in gaps if "\t" in gap[0]] or gaps
    # One that only pushes the left column in tells nothing while another follows it.
    inner = [gap for gap in gaps if raw[: gap.start()].strip()] or gaps
    if not inner or sum("\t" in gap[0] for gap in inner) > 1:
        return None, None
    # Blanks to be filled in by hand ("Số:     /KH") are narrower than the space between the columns.
    gap = max(inner, key=lambda found: found.end() - found.start())
    left, right = _cut(line, 0, gap.start()), _cut(line, gap.end(), len(raw))
    return (left if left.raw.strip() else None), (right if right.raw.strip() else None)


def _cut(line: Line, start: int, end: int) -> Line:
    pieces: list[Piece] = []
    at = 0
    for text, flags in line.pieces:
        part = text[max(0, start - at) : max(0, end - at)]
        if part:
            pieces.append((part, flags))
        at += len(text)
    return Line(pieces, line.setting, line.number if start == 0 else "", line.page)


def _as_table(halves: list[Half]) -> Table:
    cells = []
    for side in range(_SIDES):
        lines = [half[side] for half in halves]
        paragraphs = [line.paragraph() for line in lines if line is not None]
        cells.append(Cell(tuple(p for p in paragraphs if isinstance(p, Paragraph)), column=side))
    page = next((line.page for half in halves for line in half if line is not None), None)
    return Table((Row(tuple(cells), page),), borderless=True, page=page)
