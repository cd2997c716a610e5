"""The rows of an HTML table on their columns, and what kind of table it is.

Spans that cannot be are cut to the table: a cell reaches down to the last row at most, and columns in
which no cell begins are none.

Source: HTML Living Standard (WHATWG), 4.9.12 (forming a table).
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from msgspec.structs import replace

from donghanh.reading.blocks import Cell, Paragraph, Row, Table
from donghanh.reading.formats.html.css import Declarations, StyleSheet
from donghanh.reading.formats.html.parsing import Element

ROW_GROUPS = frozenset({"thead", "tbody", "tfoot"})
CELLS = frozenset({"td", "th"})

_MOST_COLUMNS = 200
_LONGEST_SPAN = 65_534
_FEWEST_CELLS = 4
_NO_WIDTH = re.compile(r"0(?:\.0*)?(?:px|pt|cm|mm|in|em)?")
_SIDES = ("border-top", "border-right", "border-bottom", "border-left")
_LINES = frozenset({"solid", "dotted", "dashed", "double", "groove", "ridge", "inset", "outset"})
_LINED_CLASSES = re.compile(
    r"\b(?:table-?bordered|bordered|msotablegrid|tablegrid|table-?grid|datagrid)\b", re.I
)


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as it came: rows is 0 where it reaches down to the end."""

    paragraphs: tuple[Paragraph, ...]
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class Grid:
    """The cells of a table, row by row, as they come."""

    rows: list[list[GridCell]] = field(default_factory=list)

    def table(self, borderless: bool) -> Table | None:
        """The table, None where no cell has any text."""
        if not any(cell.paragraphs for row in self.rows for cell in row):
            return None
        placed = self._placed()
        begins = sorted({cell.column for row in placed for cell in row})
        rows = tuple(Row(tuple(_on_columns(cell, begins) for cell in row)) for row in placed)
        return Table(rows, borderless)

    def _placed(self) -> list[list[Cell]]:
        """The cells of each row where they begin."""
        covered: dict[int, int] = {}  # column -> the row at which the cell above ends
        placed = []
        for number, row in enumerate(self.rows):
            column, below, cells = 0, len(self.rows) - number, []
            for cell in row:
                while covered.get(column, 0) > number:
                    column += 1
                height = min(cell.rows or below, below) if column < _MOST_COLUMNS else 1
                width = max(1, min(cell.columns, _MOST_COLUMNS - column))
                cells.append(Cell(cell.paragraphs, column, width, height))
                if height > 1:
                    covered.update(dict.fromkeys(range(column, column + width), number + height))
                column += width
            placed.append(cells)
        return placed


def _on_columns(cell: Cell, begins: list[int]) -> Cell:
    """A cell on the columns in which any cell begins."""
    first = bisect_left(begins, cell.column)
    last = bisect_left(begins, cell.column + cell.columns)
    return replace(cell, column=first, columns=last - first)


def span(element: Element, name: str, low: int = 1) -> int:
    """A span as the page gives it; 1 where it is no number."""
    match = re.match(r"\s*\+?(\d{1,9})", element.get(name, ""))
    return min(max(int(match[1]), low), _LONGEST_SPAN) if match else 1


def is_borderless(table: Element, sheet: StyleSheet) -> bool:
    """Whether a table is laid out without lines, as far as the page says: most cells have fewer than two.

    One side does not make a table of it: the rule under a letterhead is often a cell's lower border.
    """
    border = table.get("border", "0").strip().lower()
    is_ruled = border not in ("0", "none") or table.get("rules", "none") not in ("none", "groups")
    cells = own_cells(table)
    heads = any(cell.tag == "th" for cell in cells) and len(cells) > _FEWEST_CELLS
    is_ruled = is_ruled or heads or _LINED_CLASSES.search(table.get("class", "")) is not None
    lined = sum(_lines(sheet.of(cell), is_ruled) >= 2 for cell in cells)
    return lined * 2 < max(1, len(cells))


def own_cells(table: Element) -> list[Element]:
    """The cells of a table, those of tables within it left out."""
    rows = [row for part in table for row in (part if part.tag in ROW_GROUPS else (part,)) if row.tag == "tr"]
    return [cell for row in rows for cell in row if cell.tag in CELLS]


def _lines(declared: Declarations, default: bool) -> int:
    """On how many of its sides a cell has a line."""
    every = _is_line(f"{declared.get('border', '')} {declared.get('border-style', '')}", default)
    return sum(_is_line(declared.get(side, ""), every) for side in _SIDES)


def _is_line(value: str, default: bool) -> bool:
    words = value.split()
    if not words:
        return default
    return any(word in _LINES for word in words) and not any(_NO_WIDTH.fullmatch(word) for word in words)
