"""Lists from Excel or CSV: the row of heads told by its words, in any order, and the rows under it as text and days."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO

from django.utils.translation import gettext

from donghanh.organisations.errors import UnitError
from donghanh.reading.formats.sheets.sheet import Value
from donghanh.reading.formats.sheets.xlsx import read_xlsx
from donghanh.vietnam.dates import EARLIEST, LATEST, date_of
from donghanh.vietnam.text import bare, tidy

Columns = Mapping[str, tuple[str, tuple[str, ...]]]
"""The columns by what they hold: the head in the template, and how else it may be called, bare."""

_HEAD_WITHIN = 20


class NoHeadError(UnitError):
    """The sheet has no row of heads that could be told."""

    def __init__(self, columns: Columns) -> None:
        heads = ", ".join(f"“{head}”" for head, _ in columns.values())
        super().__init__(
            gettext("No row of heads was found. The first rows must name the columns: %(heads)s.")
            % {"heads": heads}
        )


class BrokenCellsError(UnitError):
    """Cells hold formulas without a result, or errors."""

    def __init__(self, cells: Sequence[str]) -> None:
        super().__init__(
            gettext(
                "These cells hold a formula that has no result: %(cells)s. Put the values in their place."
            )
            % {"cells": ", ".join(cells[:10])}
        )


class NoTableError(UnitError):
    """A file that is neither a workbook nor CSV."""

    def __init__(self) -> None:
        super().__init__(
            gettext(
                "The file is neither Excel (.xlsx) nor CSV in UTF-8. Open it in Excel and save it as .xlsx."
            )
        )


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row that holds something: its number in the sheet, the text of its cells and what stands there, by column."""

    number: int
    cells: dict[str, str]
    values: dict[str, Value]


def read_list(data: bytes, columns: Columns, needed: Sequence[tuple[str, ...]]) -> list[ListRow]:
    """The rows of a workbook's first sheet, or of CSV. needed: of each of these groups one column must be there.

    Raises: NoHeadError, BrokenCellsError, NoTableError; UnreadableFile for what is no workbook, or a hostile one.
    """
    table = _table(data)
    heads, first = _heads(table, columns, needed)
    rows = []
    for number, values in enumerate(table[first:], start=first + 1):
        found = {name: values[at] if at < len(values) else "" for name, at in heads.items()}
        cells = {name: text_of(value) for name, value in found.items()}
        if any(cells.values()):
            rows.append(ListRow(number, cells, found))
    return rows


def _table(data: bytes) -> Sequence[Sequence[Value]]:
    if data[:2] != b"PK":
        return _from_csv(data)
    sheets = read_xlsx(data).sheets
    if not sheets:
        return []
    if broken := [*sheets[0].faulty, *sheets[0].uncomputed]:
        raise BrokenCellsError(broken)
    return sheets[0].rows


def _from_csv(data: bytes) -> Sequence[Sequence[Value]]:
    """With commas, semicolons or tabs, whichever the first line has most of."""
    try:
        written = data.decode("utf-8-sig")
        first = written.lstrip().partition("\n")[0]
        delimiter = max(",;\t", key=first.count)
        return list(csv.reader(StringIO(written), delimiter=delimiter, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise NoTableError from error


def _heads(
    rows: Sequence[Sequence[Value]], columns: Columns, needed: Sequence[tuple[str, ...]]
) -> tuple[dict[str, int], int]:
    """The columns by what they hold, and the number of the first row behind the heads."""
    for number, values in enumerate(rows[:_HEAD_WITHIN], start=1):
        found: dict[str, int] = {}
        for at, value in enumerate(values):
            said = " ".join("".join(c if c.isalnum() else " " for c in bare(text_of(value))).split())
            name = next((name for name, (_, others) in columns.items() if said in others), None)
            if name is not None and name not in found:
                found[name] = at
        if all(any(name in found for name in group) for group in needed):
            return found, number
    raise NoHeadError(columns)


def text_of(value: Value) -> str:
    """A cell as a person sees it; a telephone number or code that Excel took for a number without its point."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return tidy(str(value)) if value != "" else ""


def day_of(value: Value) -> date | None:
    """A day that a cell holds or writes as 05/6/2026; None where it is none."""
    told = (
        value.date()
        if isinstance(value, datetime)
        else value
        if isinstance(value, date)
        else date_of(text_of(value))
    )
    return told if told is not None and EARLIEST <= told.year <= LATEST else None


def no_day(value: Value) -> str:
    """What to say of a cell that holds no day."""
    return gettext("“%(day)s” is no day of the calendar. Write it as 05/6/2026, or leave it blank.") % {
        "day": text_of(value)[:40]
    }
