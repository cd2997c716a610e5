"""Rows of a sheet as a table.

Sheets may have tens of thousands of rows, so a cell that needs nothing special is made once for each
value of its column and shared by all rows that hold the value.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from donghanh.reading.blocks import Cell, Paragraph, Row, Table
from donghanh.reading.formats.sheets.figures import shown
from donghanh.reading.formats.sheets.grid import Grid, lines_of
from donghanh.reading.formats.sheets.sheet import PLAIN, Look, Value
from donghanh.vietnam.text import tidy


def _plain(values: Iterable[Value], number: int, page: int) -> dict[Value, Cell]:
    """The cell of each value of a column."""
    made: dict[Value, Cell] = {}
    for value in values:
        if not isinstance(value, str):
            line = shown(value)
        elif "\n" in value or "\r" in value:
            made[value] = Cell(_paragraphs(value, PLAIN, page), number)
            continue
        else:
            line = tidy(value)
        made[value] = Cell((Paragraph(line, page=page),) if line else (), number)
    return made


def _paragraphs(words: str, look: Look, page: int) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(line, 0, len(line) if look.bold else 0, look.italic, look.centred, None, page)
        for line in lines_of(words)
    )


class _Merges:
    """The merged cells of a table in its own rows and columns.

    sizes: rows and columns of the cell that begins somewhere; covered: by row, the columns under another cell.
    """

    def __init__(self, grid: Grid, rows: list[int], columns: list[int]) -> None:
        self.sizes: dict[tuple[int, int], tuple[int, int]] = {}
        self.covered: dict[int, set[int]] = defaultdict(set)
        for row, areas in grid.spans.items():
            top = bisect_left(rows, row)
            for area in areas.values() if top < len(rows) and rows[top] == row else ():
                below = bisect_right(rows, area.bottom)
                left, behind = bisect_left(columns, area.left), bisect_right(columns, area.right)
                if left == behind:
                    continue  # all its columns are empty
                self.sizes[top, left] = below - top, behind - left
                for covered in range(top, below):
                    self.covered[covered].update(range(left, behind))
                self.covered[top].discard(left)


def table_of(grid: Grid, rows: list[int], page: int) -> Table:
    """The table that stands in these rows (numbers of the sheet's, in order); empty columns are dropped."""
    columns: list[int] = []
    cells: list[Iterable[Cell]] = []
    for at, values in enumerate(zip(*(grid.rows[row] for row in rows), strict=True)):
        different = dict.fromkeys(values)
        if len(different) > 1 or "" not in different:
            made = _plain(different, len(columns), page)
            once = len(made) == len(values)
            cells.append(made.values() if once else map(made.__getitem__, values))
            columns.append(at)
    table = [Row(row, page) for row in zip(*cells, strict=True)]
    merges, looks = _Merges(grid, rows, columns), grid.sheet.looks
    for at, row in enumerate(rows):
        if row in looks or at in merges.covered:
            table[at] = Row(_special(table[at].cells, grid, (row, at), columns, merges, page), page)
    return Table(tuple(table), page=page)


def _special(
    cells: tuple[Cell, ...],
    grid: Grid,
    place: tuple[int, int],
    columns: list[int],
    merges: _Merges,
    page: int,
) -> tuple[Cell, ...]:
    """The cells of a row of which some are merged, bold or have a format; place: its number in sheet and table."""
    row, at = place
    looks, covered = grid.sheet.looks.get(row, {}), merges.covered.get(at, ())
    found = []
    for number, plain in enumerate(cells):
        if number in covered:
            continue
        look, size = looks.get(columns[number]), merges.sizes.get((at, number), (1, 1))
        if look is None and size == (1, 1):
            found.append(plain)
            continue
        words = shown(grid.rows[row][columns[number]], look.code if look else "")
        found.append(Cell(_paragraphs(words, look or PLAIN, page), number, columns=size[1], rows=size[0]))
    return tuple(found)
