"""How many columns a table has on paper, and how wide they are, told from what stands in them."""

from collections.abc import Iterator
from dataclasses import replace

from donghanh.writing.metrics import width_pt
from donghanh.writing.model import MOST_COLUMNS, Cell, Table

COLUMN_GAP_CM = 0.1
"""What a table leaves free of the text's width, so that its lines stand within the margins."""
_SIZE = 12
_CM_PT = 2.54 / 72
_PADDING_CM = 0.45
_WIDE_COLUMNS = 6
_SHORT = 6  # so many characters a cell need no more than the least
_LESS = 0.7
_REPEATED = 2  # number and name of a row
_SAMPLE = 60  # rows that are looked at; a table of a thousand is no different


def is_wide(table: Table) -> bool:
    """Whether a table wants paper that lies across."""
    return table.width >= _WIDE_COLUMNS


def within_limit(table: Table) -> Iterator[Table]:
    """The table, or where Word does not take so many columns, several that each begin with its first two."""
    if table.width <= MOST_COLUMNS:
        yield table
        return
    step = MOST_COLUMNS - _REPEATED
    for start in range(_REPEATED, table.width, step):
        yield _of_columns(table, frozenset((*range(_REPEATED), *range(start, start + step))))


def _of_columns(table: Table, chosen: frozenset[int]) -> Table:
    """The table with these columns alone; a cell that covers several keeps those of them."""
    rows: list[tuple[Cell, ...]] = []
    free: dict[int, int] = {}  # of a column, the first row that no cell from above reaches down to
    for at, row in enumerate(table.rows):
        kept: list[Cell] = []
        column = 0
        for cell in row:
            while free.get(column, 0) > at:
                column += 1
            covered = range(column, column + cell.columns)
            free.update(dict.fromkeys(covered, at + cell.rows))
            if columns := len(chosen.intersection(covered)):
                kept.append(replace(cell, columns=columns))
            column += cell.columns
        rows.append(tuple(kept))
    widths = tuple(width for column, width in enumerate(table.widths) if column in chosen)
    return replace(table, rows=tuple(rows), widths=widths)


def widths_of(table: Table, room_cm: float) -> list[float]:
    """The widths of its columns in cm, together as wide as the room.

    A column is never narrower than its longest word as far as the room allows; what is left is shared out by how
    much there is to say in it, on the whole and at most, less than in proportion: a long column must not starve others.
    """
    count = table.width
    if table.widths and len(table.widths) == count:
        whole = sum(table.widths)
        return [width / whole * room_cm for width in table.widths]
    least, said, most = [0.6] * count, [0.0] * count, [0.0] * count
    for row in table.rows[:_SAMPLE]:
        column = 0
        for cell in row:
            if cell.columns == 1 and column < count:
                for line in cell.lines:
                    words = line.split()
                    longest = max((width_pt(word, _SIZE, bold=True) for word in words), default=0)
                    least[column] = max(least[column], longest * _CM_PT + _PADDING_CM)
                    said[column] += len(line)
                    most[column] = max(most[column], len(line))
            column += cell.columns
    least = [min(width, room_cm / 3) for width in least]
    spare = room_cm - sum(least)
    if spare <= 0:
        return [width / sum(least) * room_cm for width in least]
    rows = len(table.rows[:_SAMPLE])
    wants = [max(0.0, said[i] / rows + most[i] / 2 - _SHORT) ** _LESS for i in range(count)]
    asked = sum(wants)
    return [least[i] + spare * (wants[i] / asked if asked else 1 / count) for i in range(count)]
