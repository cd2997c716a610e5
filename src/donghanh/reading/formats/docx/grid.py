"""The cells of a table as they come, put into a grid with their merges."""

from dataclasses import dataclass

from donghanh.reading.blocks import Cell, Paragraph, Row, Table
from donghanh.reading.formats.docx.names import VAL, Element, W

MAX_COLUMNS = 63
"""As many as Word allows in a table."""


@dataclass(slots=True)
class _Open:
    """A cell that may still grow downwards or to the right."""

    paragraphs: tuple[Paragraph, ...]
    column: int
    columns: int
    rows: int = 1


class Grid:
    """One table in the making: `begin_row`, then `continues` or `add` for each cell, then `end_row`."""

    def __init__(self) -> None:
        self._rows: list[tuple[list[_Open], int | None]] = []
        self._current: list[_Open] = []
        self._above: dict[int, _Open] = {}
        self._below: dict[int, _Open] = {}
        self._column = 0

    def begin_row(self, column: int) -> None:
        self._current, self._below, self._column = [], {}, column

    def continues(self, properties: Element | None, columns: int) -> bool:
        """Whether a cell is the rest of a merged one, whose content alone is shown."""
        if properties is None:
            return False
        across, down = properties.find(W + "hMerge"), properties.find(W + "vMerge")
        if across is not None and across.get(VAL, "continue") == "continue" and self._current:
            self._current[-1].columns += columns
            self._column += columns
            return True
        above = self._above.get(self._column)
        if down is None or down.get(VAL, "continue") != "continue" or above is None:
            return False
        above.rows += 1
        self._below[self._column] = above
        self._column += columns
        return True

    def add(self, paragraphs: tuple[Paragraph, ...], columns: int) -> None:
        cell = _Open(paragraphs, self._column, columns)
        self._current.append(cell)
        self._below[self._column] = cell
        self._column += columns

    def end_row(self, page: int | None) -> None:
        self._rows.append((self._current, page))
        self._above = self._below

    def table(self, borderless: bool) -> Table | None:
        """The table, None where no cell has any text."""
        if not any(cell.paragraphs for cells, _ in self._rows for cell in cells):
            return None
        rows = (
            Row(tuple(Cell(c.paragraphs, c.column, c.columns, c.rows) for c in cells), page)
            for cells, page in self._rows
        )
        return Table(tuple(rows), borderless)
