"""The child program that reads a list: lock up, take the file from standard input, print its rows as JSON.

    python -I -m donghanh.sealed.table PROFILE

{"rows": [[4, ["16834", 912345678, {"day": "2025-07-01"}]], …]}  rows that hold anything, with their numbers in the file
{"broken": ["C2", …]}                                            cells with a formula that has no result, or an error
{"refused": "no_table"}                                          neither a workbook nor CSV
{"refused": "too_large"}                                          over MOST_CELLS
{"refused": "far"}                                               cells so far from the others that they were left out
{"unreadable": {"code", "message"}}                              a workbook that cannot be read, and what to do
{"fault": {"kind", "where"}}                                     a fault of ours, without a word of the file
"""

import csv
import json
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from io import StringIO
from typing import Any

from donghanh.sealed.answers import fault
from donghanh.sealed.sealing import PROFILES, Profile, seal

READER = (sys.executable, "-I", "-m", "donghanh.sealed.table")
MOST_CELLS = 600_000
"""Filled cells of CSV, as many as the reader of workbooks takes."""
MOST_BROKEN = 10

Row = tuple[int, Sequence[Any]]


class RefusedError(Exception):
    """A file that is no list; `code` says why."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def answer(profile: Profile) -> dict[str, Any]:
    """Read the list on standard input: the first visible sheet of a workbook, or CSV.

    Raises: RefusedError.
    """
    seal(profile)
    data = sys.stdin.buffer.read()
    if data[:2] != b"PK":
        return _said(from_csv(data))
    # Only now, so that nothing of the engine runs outside the walls, and only for who needs it: it takes a while.
    from donghanh.reading.errors import UnreadableFile  # noqa: PLC0415
    from donghanh.reading.formats.sheets.xlsx import read_xlsx  # noqa: PLC0415

    try:
        sheets = read_xlsx(data).sheets
    except UnreadableFile as unreadable:
        return {"unreadable": {"code": unreadable.code, "message": unreadable.message}}
    if not sheets:
        return _said(())
    if broken := [*sheets[0].faulty, *sheets[0].uncomputed]:
        return {"broken": broken[:MOST_BROKEN]}
    if sheets[0].far:
        raise RefusedError("far")
    return _said(enumerate(sheets[0].rows, start=1))


def from_csv(data: bytes) -> Iterator[Row]:
    """Its rows, with commas, semicolons or tabs between cells, whichever the first line has most of.

    Raises: RefusedError.
    """
    try:
        written = data.decode("utf-8-sig")
        first = written.lstrip().partition("\n")[0]
        delimiter = max(",;\t", key=first.count)
        filled = 0
        for number, row in enumerate(
            csv.reader(StringIO(written), delimiter=delimiter, strict=True), start=1
        ):
            filled += sum(map(bool, row))
            if filled > MOST_CELLS:
                raise RefusedError("too_large")
            yield number, row
    except (UnicodeDecodeError, csv.Error) as error:
        raise RefusedError("no_table") from error


def _said(rows: Iterable[Row]) -> dict[str, Any]:
    return {
        "rows": [[number, [_cell(value) for value in row]] for number, row in rows if any(map(_holds, row))]
    }


def _holds(value: Any) -> bool:
    return bool(value != "")


def _cell(value: Any) -> Any:
    """A cell as text, a number or a day."""
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return {"day": day.isoformat()}
    if isinstance(value, int) or (isinstance(value, float) and math.isfinite(value)):
        return value
    return str(value)


def main() -> None:
    try:
        result = answer(PROFILES[sys.argv[1]])
    except RefusedError as refused:
        result = {"refused": refused.code}
    except Exception as error:  # noqa: BLE001 (the parent says it, the log gets kind and place)
        result = fault(error)
    sys.stdout.buffer.write(json.dumps(result, ensure_ascii=False).encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
