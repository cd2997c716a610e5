"""The text that was read: one line a paragraph, one line a table row, and where each thing stands in it.

Every range in a reading refers to `SourceText.text`, which `donghanh read FILE --text` prints.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from donghanh.reading.blocks import BlockDocument, Cell, Paragraph, Table

CELL_MARK = "\t"
_MOST_SIDES = 3

# A table whose cells hold a letterhead or a signature lays things out; it tabulates nothing.
_LAYOUT = re.compile(
    r"CỘNG H(?:OÀ|ÒA) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*[-–]\s*Tự do|^\s*N[ơƠ][iI] nhận|^\s*NƠI NHẬN|^\s*(?:TM|T/M|KT|TL|TUQ)\."
    r"|^\s*(?:ĐẠI DIỆN\s|THƯ KÝ$|CHỦ TRÌ$|CHỦ TỌA$|CHỦ TỊCH$)|^\s*Số\s*:|ngày\s*[\d.…\s]*tháng\s*[\d.…\s]*năm",
    re.MULTILINE,
)
# Without lines around it, also one where those who drew up and approved a table sign.
_SIGNED = re.compile(
    r"^\s*(?:người (?:lập|tổng hợp)|kế toán|thủ trưởng|xác nhận|(?:phó )?(?:chủ tịch|giám đốc|trưởng ban|trưởng phòng))",
    re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters in the text, and its page where the format has pages."""

    start: int
    end: int
    page: int | None = None

    def as_json(self) -> dict[str, int | None]:
        return {"start": self.start, "end": self.end, "page": self.page}


@dataclass(frozen=True, slots=True)
class CellSpan:
    """A table cell in the text; lines: its paragraphs, which the text holds one behind the other."""

    text: str
    start: int
    end: int
    column: int
    columns: int = 1
    bold: bool = False
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or one table row in the text.

    column: which column of a letterhead or signature it stands in, None elsewhere.
    table: number of the table that it is a row of, None for paragraphs.
    cells: of a row, the cells that begin in it; `merged` those that reach down into it from above.
    uncertain: half-open ranges of the text that were recognised in a picture with little confidence.
    """

    text: str
    start: int
    page: int | None = None
    indent: int = 0
    bold: int = 0
    italic: bool = False
    centred: bool = False
    heading: int | None = None
    column: int | None = None
    table: int | None = None
    cells: tuple[CellSpan, ...] = ()
    merged: tuple[CellSpan, ...] = ()
    uncertain: tuple[tuple[int, int], ...] = ()

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def all_bold(self) -> bool:
        return self.bold >= len(self.text) > 0

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The range of a part of this line, given by positions within the line."""
        return Span(self.start + start, self.start + (len(self.text) if end is None else end), self.page)

    def cell(self, column: int) -> CellSpan | None:
        """The cell that covers a column of this row, merged ones included."""
        for cell in (*self.cells, *self.merged):
            if cell.column <= column < cell.column + cell.columns:
                return cell
        return None


@dataclass(slots=True)
class SourceText:
    """The whole text and its lines."""

    lines: list[Line] = field(default_factory=list)
    text: str = ""

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.end]


def _is_layout(table: Table) -> bool:
    width = max((c.column + c.columns for r in table.rows for c in r.cells), default=0)
    words = "\n".join(p.text for r in table.rows for c in r.cells for p in c.paragraphs)
    told = _LAYOUT.search(words) or (table.borderless and len(table.rows) == 1 and _SIGNED.search(words))
    return width <= _MOST_SIDES and len(table.rows) <= 8 and bool(told)


def _is_letterhead(table: Table) -> bool:
    """Whether a table that opens a paper is its letterhead, though nothing but an office stands in it yet."""
    width = max((c.column + c.columns for r in table.rows for c in r.cells), default=0)
    return table.borderless and width <= _MOST_SIDES - 1 and len(table.rows) <= _MOST_SIDES


def _layout_lines(table: Table) -> Iterable[tuple[Paragraph, int]]:
    """Column by column: the left one of a letterhead or signature is read before the right one."""
    columns = sorted({c.column for r in table.rows for c in r.cells})
    for number, column in enumerate(columns):
        for row in table.rows:
            for cell in row.cells:
                if cell.column == column:
                    for paragraph in cell.paragraphs:
                        if paragraph.text:
                            yield paragraph, number


class _Builder:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.parts: list[str] = []
        self.length = 0

    def paragraph(self, paragraph: Paragraph, column: int | None = None) -> None:
        if not paragraph.text:
            return
        self._add(
            Line(
                text=paragraph.text,
                start=self.length,
                page=paragraph.page,
                indent=paragraph.indent,
                bold=paragraph.bold,
                italic=paragraph.italic,
                centred=paragraph.centred,
                heading=paragraph.heading,
                column=column,
                uncertain=paragraph.uncertain,
            )
        )

    def table(self, table: Table, number: int) -> None:
        reaching: list[tuple[int, CellSpan]] = []  # rows still to cover, and the cell that covers them
        for row in table.rows:
            merged = tuple(cell for left, cell in reaching if left > 0)
            reaching = [(left - 1, cell) for left, cell in reaching if left > 1]
            spans, parts, at = [], [], self.length
            uncertain: list[tuple[int, int]] = []
            last = max((i for i, c in enumerate(row.cells) if c.text), default=-1)
            for cell in row.cells[: last + 1]:
                span = self._cell(cell, at)
                spans.append(span)
                parts.append(span.text)
                uncertain.extend(cell.uncertain(span.start - self.length))
                at = span.end + len(CELL_MARK)
            for cell in row.cells[last + 1 :]:
                spans.append(
                    CellSpan(
                        "",
                        at - len(CELL_MARK) if parts else at,
                        at - len(CELL_MARK) if parts else at,
                        cell.column,
                        cell.columns,
                    )
                )
            for cell, span in zip(row.cells, spans, strict=True):
                if cell.rows > 1:
                    reaching.append((cell.rows - 1, span))
            if not parts and not merged:
                continue
            self._add(
                Line(
                    text=CELL_MARK.join(parts),
                    start=self.length,
                    page=row.page or table.page,
                    table=number,
                    cells=tuple(spans),
                    merged=merged,
                    uncertain=tuple(uncertain),
                )
            )

    @staticmethod
    def _cell(cell: Cell, at: int) -> CellSpan:
        words = cell.text.replace(CELL_MARK, " ")
        lines = tuple(p.text for p in cell.paragraphs if p.text)
        return CellSpan(words, at, at + len(words), cell.column, cell.columns, cell.bold, lines)

    def _add(self, line: Line) -> None:
        self.lines.append(line)
        self.parts.append(line.text)
        self.length += len(line.text) + 1


def build_source(document: BlockDocument) -> SourceText:
    """Lay the blocks out as one text; letterheads and signatures come column by column."""
    [source] = build_sources([document])
    return source


def build_sources(documents: Iterable[BlockDocument]) -> list[SourceText]:
    """Lay several documents out one after the other in one text that all of them share."""
    builder = _Builder()
    ends = [0]
    for document in documents:
        for number, block in enumerate(document.blocks):
            if isinstance(block, Paragraph):
                builder.paragraph(block)
            elif _is_layout(block) or (number == 0 and _is_letterhead(block)):
                for paragraph, column in _layout_lines(block):
                    builder.paragraph(paragraph, column)
            else:
                builder.table(block, number)
        ends.append(len(builder.lines))
    text = "\n".join(builder.parts)
    return [SourceText(builder.lines[start:end], text) for start, end in pairwise(ends)]
