"""What the cells of a table say, line by line: units, duties."""

import re

from donghanh.reading.labels import BULLETS
from donghanh.reading.source import CellSpan
from donghanh.vietnam.organisations import split_names, starts_name


def lines_of(cell: CellSpan) -> list[str]:
    """The lines of a cell without their marks; one where they carry on one sentence."""
    lines = [re.sub(rf"^[{re.escape(BULLETS)}]\s*", "", line).strip() for line in cell.lines]
    marked = sum(line.lstrip().startswith(tuple(BULLETS)) for line in cell.lines)
    return [line for line in lines if line] if marked > 1 else [cell.text]


def units_of(cell: CellSpan) -> list[str]:
    """The units that a cell names; where each of its lines begins one, none goes on over the break."""
    lines = [re.sub(rf"^[{re.escape(BULLETS)}]\s*|[\s;,.]+$", "", line) for line in cell.lines]
    if len(lines) < 2 or not all(starts_name(line) for line in lines):
        lines = [cell.text]
    return [name for line in lines for name in split_names(line)]
