"""Quota tables: which unit takes how many of what."""

from collections.abc import Iterator, Sequence

from donghanh.vietnam.numbers import format_number
from donghanh.writing.model import Cell, Table
from donghanh.writing.plan import entries as make
from donghanh.writing.plan.entries import Entry
from donghanh.writing.plan.form import Allocation
from donghanh.writing.plan.wording import joined

_UNIT = "Đơn vị"


def quota_groups(allocations: Sequence[Allocation]) -> Iterator[list[Allocation]]:
    """The allocations of one table after the other: where other things are shared out, another begins."""
    found: list[Allocation] = []
    heads: set[str | None] = set()
    for one in allocations:
        if found and one.of not in heads and len({a.unit for a in found}) > 1:
            yield found
            found, heads = [], set()
        found.append(one)
        heads.add(one.of)
    if found:
        yield found


def quota_table(allocations: Sequence[Allocation], bands: Sequence[Entry]) -> Table:
    """Which unit takes how many: a row a unit, a column for each thing that is shared out.

    bands: headings of groups of rows; which rows each groups is not told, so they share them evenly.
    """
    heads = list(dict.fromkeys(one.of or make.QUANTITY for one in allocations))
    rows: list[dict[str, str]] = []
    for one in allocations:
        head = one.of or make.QUANTITY
        if not rows or rows[-1][_UNIT] != one.unit or head in rows[-1]:
            rows.append({make.LABEL: str(len(rows) + 1), _UNIT: one.unit})
        rows[-1][head] = format_number(one.quantity)
        if one.note and one.note not in (note := rows[-1].get(make.NOTE, "")):
            rows[-1][make.NOTE] = joined([note, one.note]) if note else one.note
    columns = [make.LABEL, _UNIT, *heads]
    columns += [make.NOTE] if any(make.NOTE in row for row in rows) else []
    made = [tuple(Cell((name,)) for name in columns)]
    for at, row in enumerate(rows):
        for number, band in enumerate(bands):
            if at == len(rows) * number // len(bands):
                cells = (Cell((band.label,), bold=True),) if band.label else ()
                made.append((*cells, Cell((band.text,), columns=len(columns) - len(cells), bold=True)))
        made.append(tuple(Cell((row[c],) if c in row else ()) for c in columns))
    return Table(tuple(made))
