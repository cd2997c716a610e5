"""Lists from Excel or CSV: the row of heads told by its words, in any order, and the rows under it as text and days.

The file is a stranger's: it is parsed in a sealed child, of whose answer only numbers of rows and cells are taken.
"""

import logging
import re
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext, gettext_lazy

from donghanh.organisations.errors import UnitError
from donghanh.reading.errors import UnreadableFile
from donghanh.sealed import answers, sandbox, table
from donghanh.sealed.sealing import LISTING
from donghanh.vietnam.dates import EARLIEST, LATEST, date_of
from donghanh.vietnam.text import bare, tidy

log = logging.getLogger(__name__)

Value = str | int | float | date
"""What a cell holds; "" where it is empty."""
Columns = Mapping[str, tuple[str, tuple[str, ...]]]
"""The columns by what they hold: the head in the template, and how else it may be called, bare."""

_HEAD_WITHIN, _HEADS_MOST = 20, 256
"""Rows in which the heads are looked for, and cells of each."""
_CELL = re.compile(r"[A-Z]{1,3}\d{1,7}")
# Each child takes a processor and up to 512 MB; more at once would starve the pages.
_READING = threading.BoundedSemaphore(2)
_PATIENCE = 5.0  # seconds for its turn; most lists take less than one

_WHY_NOT = {
    "timeout": gettext_lazy(
        "Reading the list took too long and was stopped. "
        "Copy its rows into the template, save it as .xlsx and try again."
    ),
    "too_large": gettext_lazy(
        "There is more in the file than one list may hold. "
        "Leave only the rows of the list in it, or make several lists of it."
    ),
    "damaged": gettext_lazy(
        "The workbook is damaged. Open it in Excel, save it as .xlsx and try again, or copy its rows into the template."
    ),
    "hostile": gettext_lazy(
        "The workbook holds what no list needs and what may do harm, so it was not read. "
        "Copy its rows into the template and try again."
    ),
    "far": gettext_lazy(
        "Some cells lie far away from the list and were not read. "
        "Delete what stands below it and to its right, or copy its rows into the template, and try again."
    ),
    "crash": gettext_lazy(
        "Reading the list broke off without a result. Copy its rows into the template, save it as .xlsx and try again; "
        "if it breaks off again, tell whoever looks after the program."
    ),
    "sealing": gettext_lazy(
        "This server cannot seal off the reading of files, so nothing is read. "
        "Tell whoever looks after the program."
    ),
    "busy": gettext_lazy("Other lists are being read just now. Try again in a minute."),
}


class NotReadError(UnitError):
    """The file was not read to its end."""

    def __init__(self, code: str) -> None:
        super().__init__(str(_WHY_NOT[code]))


class NoHeadError(UnitError):
    """The sheet has no row of heads that could be told."""

    def __init__(self, columns: Columns) -> None:
        heads = ", ".join(f"“{head}”" for head, _ in columns.values())
        super().__init__(
            gettext("No row of heads was found. The first rows must name the columns: %(heads)s.")
            % {"heads": heads}
        )


class TooManyRowsError(UnitError):
    """More rows than are taken at once."""

    def __init__(self, rows: int, most: int) -> None:
        super().__init__(
            gettext(
                "The list has %(rows)d rows; at most %(most)d are taken at once. Make several lists of it."
            )
            % {"rows": rows, "most": most}
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

    Raises: NoHeadError, BrokenCellsError, NoTableError, NotReadError; UnreadableFile for what is no workbook, or a
    hostile one.
    """
    return under_heads(_rows(data), columns, needed)


def under_heads(
    rows: Sequence[table.Row], columns: Columns, needed: Sequence[tuple[str, ...]]
) -> list[ListRow]:
    """The rows under the heads, which stand among the first.

    Raises: NoHeadError.
    """
    heads, head = _heads(rows, columns, needed)
    found = []
    for number, values in rows:
        if number <= head:
            continue
        held = {name: values[at] if at < len(values) else "" for name, at in heads.items()}
        cells = {name: text_of(value) for name, value in held.items()}
        if any(cells.values()):
            found.append(ListRow(number, cells, held))
    return found


def _heads(
    rows: Sequence[table.Row], columns: Columns, needed: Sequence[tuple[str, ...]]
) -> tuple[dict[str, int], int]:
    """The columns by what they hold, and the number of the row of heads."""
    for number, values in rows[:_HEAD_WITHIN]:
        found: dict[str, int] = {}
        for at, value in enumerate(values[:_HEADS_MOST]):
            said = " ".join("".join(c if c.isalnum() else " " for c in bare(text_of(value))).split())
            name = next((name for name, (_, others) in columns.items() if said in others), None)
            if name is not None and name not in found:
                found[name] = at
        if all(any(name in found for name in group) for group in needed):
            return found, number
    raise NoHeadError(columns)


def _rows(data: bytes) -> list[table.Row]:
    """The rows that the sealed child finds in a file.

    Raises: BrokenCellsError, NoTableError, NotReadError, UnreadableFile.
    """
    try:
        return _taken(answers.load(_read_sealed(data)))
    except sandbox.ChildTimeoutError as error:
        raise NotReadError("timeout") from error
    except sandbox.ChildOutputError as error:
        raise NotReadError("too_large") from error
    except sandbox.ChildError as error:
        log.warning("reading a list: %s", error.detail)
        raise NotReadError("crash") from error
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        log.warning("reading a list: %s", type(error).__name__)
        raise NotReadError("crash") from error


def _read_sealed(data: bytes) -> bytes:
    if not _READING.acquire(timeout=_PATIENCE):
        raise NotReadError("busy")
    try:
        with tempfile.TemporaryFile() as file:
            file.write(data)
            file.seek(0)
            return sandbox.run_sealed(table.READER, file, LISTING)
    finally:
        _READING.release()


def _taken(answer: Any) -> list[table.Row]:
    """The rows of an answer.

    Raises: BrokenCellsError, NoTableError, NotReadError, UnreadableFile; ValueError, KeyError, TypeError for an answer
    that is not as agreed.
    """
    if "rows" in answer:
        return [(_number(number), [_value(cell) for cell in cells]) for number, cells in answer["rows"]]
    if "broken" in answer:
        raise BrokenCellsError([cell for cell in answer["broken"] if _CELL.fullmatch(cell)])
    if "unreadable" in answer:
        code, message = answer["unreadable"]["code"], answer["unreadable"]["message"]
        raise UnreadableFile(str(_WHY_NOT.get(code, message)))
    if "refused" in answer:
        code = answer["refused"]
        raise NoTableError if code == "no_table" else NotReadError(code)
    kind, where = answer["fault"]["kind"], answer["fault"]["where"]
    log.error("reading a list: %s at %s", kind, where)
    raise NotReadError({"MemoryError": "too_large", "SealError": "sealing"}.get(kind, "crash"))


def _number(row: Any) -> int:
    """Raises: TypeError."""
    if not isinstance(row, int):
        raise TypeError("row")
    return row


def _value(cell: Any) -> Value:
    """Raises: ValueError, KeyError, TypeError."""
    if isinstance(cell, dict):
        return date.fromisoformat(cell["day"])
    if not isinstance(cell, str | int | float):
        raise TypeError("cell")
    return cell


def text_of(value: Value) -> str:
    """A cell as a person sees it; a telephone number or code that Excel took for a number without its point."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return tidy(str(value)) if value != "" else ""


def day_of(value: Value) -> date | None:
    """A day that a cell holds or writes as 05/6/2026; None where it is none."""
    told = value if isinstance(value, date) else date_of(text_of(value))
    return told if told is not None and EARLIEST <= told.year <= LATEST else None


def no_day(value: Value) -> str:
    """What to say of a cell that holds no day."""
    return gettext("“%(day)s” is no day of the calendar. Write it as 05/6/2026, or leave it blank.") % {
        "day": text_of(value)[:40]
    }
