"""Tables that people hand over, from Excel or as CSV: their heads told by words, their cells as they are meant."""

import csv
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from io import StringIO

from django.utils.translation import gettext

from donghanh.organisations.errors import UnitError
from donghanh.reading.formats.sheets.sheet import Value
from donghanh.reading.formats.sheets.xlsx import read_xlsx
from donghanh.vietnam.dates import date_of
from donghanh.vietnam.text import bare, tidy

Columns = Mapping[str, tuple[str, tuple[str, ...]]]
"""The columns of a table: each with its head as the template has it, and what else it may be called, bare."""

EARLIEST, LATEST = 1900, 2100
"""Years in which a unit can begin or change."""
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


def table(data: bytes) -> list[list[Value]]:
    """The rows of the first sheet of a workbook, or of CSV with commas, semicolons or tabs.

    Raises: NoTableError, BrokenCellsError; UnreadableFile for what is no workbook, or a hostile one.
    """
    if data[:2] != b"PK":
        return _from_csv(data)
    sheets = read_xlsx(data).sheets
    if not sheets:
        return []
    if broken := [*sheets[0].faulty, *sheets[0].uncomputed]:
        raise BrokenCellsError(broken)
    return sheets[0].rows


def _from_csv(data: bytes) -> list[list[Value]]:
    try:
        written = data.decode("utf-8-sig")
        first = written.lstrip().partition("\n")[0]
        delimiter = max(",;\t", key=first.count)
        return [list(row) for row in csv.reader(StringIO(written), delimiter=delimiter, strict=True)]
    except (UnicodeDecodeError, csv.Error) as error:
        raise NoTableError from error


def heads(
    rows: Sequence[Sequence[Value]], columns: Columns, needed: Sequence[AbstractSet[str]]
) -> tuple[dict[str, int], int]:
    """The columns by what they hold, and the number of the first row behind the heads.

    needed: of each group one column at least must be there.
    Raises: NoHeadError.
    """
    for number, values in enumerate(rows[:_HEAD_WITHIN], start=1):
        found: dict[str, int] = {}
        for at, value in enumerate(values):
            said = " ".join("".join(c if c.isalnum() else " " for c in bare(text(value))).split())
            name = next((name for name, (_, others) in columns.items() if said in others), None)
            if name is not None and name not in found:
                found[name] = at
        if all(found.keys() & group for group in needed):
            return found, number
    raise NoHeadError(columns)


def text(value: Value) -> str:
    """What a cell says, on one line and in NFC."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return tidy(str(value)) if value != "" else ""


def day(value: Value) -> date | None:
    """The day that a cell says; None where it says none that can be meant."""
    if isinstance(value, datetime):
        told: date | None = value.date()
    else:
        told = value if isinstance(value, date) else date_of(text(value))
    return told if told is not None and EARLIEST <= told.year <= LATEST else None
