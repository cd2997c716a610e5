"""One sheet of a workbook as every format hands it over: values, merges, how cells are set, what is hidden."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from msgspec import Struct

from donghanh.reading.errors import FileTooLarge

Value = str | int | float | date | datetime | time | timedelta
"""What a cell holds; "" where it is empty. Formats that keep the words shown hand over those."""

MOST_CELLS = 600_000
"""Filled cells of a workbook: as many as blocks fit into the memory that a reader may use."""
MOST_ROOM = 4_000_000
"""Cells between the first and the last filled one, empty ones too, that are held at once."""
_MOST_COLUMNS = 256

_TOO_MANY = (
    "Bảng tính có quá nhiều ô. Hãy xóa các trang không thuộc kế hoạch, hoặc tách thành từng tệp rồi gửi."
)


def too_many_cells() -> FileTooLarge:
    return FileTooLarge(_TOO_MANY)


class Look(Struct, frozen=True, gc=False):
    """How a cell is set; code: its number format, "" for none ("General")."""

    bold: bool = False
    italic: bool = False
    centred: bool = False
    lined: bool = False
    code: str = ""


PLAIN = Look()


class Area(Struct, frozen=True, gc=False):
    """A range of cells, rows and columns counted from 0, last ones included."""

    top: int
    left: int
    bottom: int
    right: int


def _no_lines(row: int) -> bool:
    return False


@dataclass(slots=True)
class Sheet:
    """A visible sheet; rows and columns count from 0 at A1.

    rows: the values, all rows of one length. looks: by row, then column, of the cells whose look matters.
    lined: whether the cells of a row are drawn with borders. filtered: rows that a filter hides.
    uncomputed: formulas that were saved without their result; faulty: cells with an error value. far: cells far
    from all others were left out.
    """

    name: str
    rows: list[list[Value]]
    merges: list[Area] = field(default_factory=list)
    looks: dict[int, dict[int, Look]] = field(default_factory=dict)
    lined: Callable[[int], bool] = _no_lines
    hidden_rows: set[int] = field(default_factory=set)
    filtered_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    uncomputed: list[str] = field(default_factory=list)
    faulty: list[str] = field(default_factory=list)
    far: bool = False

    def look(self, row: int, column: int) -> Look:
        looks = self.looks.get(row)
        return looks.get(column, PLAIN) if looks else PLAIN


@dataclass(slots=True)
class Workbook:
    """The visible sheets of a file, the names of the hidden ones, and what else it carries."""

    sheets: list[Sheet]
    hidden: list[str] = field(default_factory=list)
    commented: bool = False
    macros: bool = False
    linked: bool = False


_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


def column_number(letters: str) -> int:
    """From 0: "A" is 0, "XFD" is 16383."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def place_name(row: int, column: int) -> str:
    return f"{column_letters(column)}{row + 1}"


def area_of(reference: str) -> Area | None:
    """ "A5:F9" or "A5"; None where it names no cells."""
    ends = [_PLACE.fullmatch(part) for part in reference.replace("$", "").split(":")]
    if not 1 <= len(ends) <= 2 or ends[0] is None or ends[-1] is None:
        return None
    columns = sorted(column_number(end[1]) for end in (ends[0], ends[-1]))
    rows = sorted(int(end[2]) - 1 for end in (ends[0], ends[-1]))
    return Area(rows[0], columns[0], rows[1], columns[1])


def dense(cells: dict[int, dict[int, Value]]) -> tuple[list[list[Value]], bool]:
    """The rows of a sheet from its filled cells by row and column, and whether some lay too far away to be kept.

    Columns to the right of all that programs show at once go first, then rows.
    """
    width = max((max(row) for row in cells.values()), default=-1) + 1
    height = max(cells, default=-1) + 1
    far = width * height > MOST_ROOM
    if far:
        width = min(width, _MOST_COLUMNS)
        height = min(height, MOST_ROOM // width)
    rows: list[list[Value]] = [[""] * width for _ in range(height)]
    for number, row in cells.items():
        for column, value in row.items() if number < height else ():
            if column < width:
                rows[number][column] = value
    return rows, far
