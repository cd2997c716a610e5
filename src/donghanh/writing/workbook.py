"""Tables as an Excel workbook."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

Cell = str | int | float | date | None
# A date must stand in the file; this one says nothing, so that the same tables give the same bytes.
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
_LONGEST = 32_767  # characters in a cell


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. above: lines over it; widths: of the columns, in characters."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int] = ()
    above: Sequence[str] = field(default=())


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as .xlsx: the head stays in view and repeats on paper, words wrap, text is never a formula."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    book.set_properties({"created": _MADE})
    words = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    whole = book.add_format({"num_format": "#,##0", "valign": "top", "border": 1})
    part = book.add_format({"num_format": "#,##0.##", "valign": "top", "border": 1})
    day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "border": 1})
    strong = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#F2ECDF"}
    )
    title = book.add_format({"bold": True})
    formats = {int: whole, float: part, date: day}
    for sheet in sheets:
        page = book.add_worksheet(sheet.name[:31])
        for row, line in enumerate(sheet.above):
            page.write_string(row, 0, line[:_LONGEST], title)
        top = len(sheet.above) + bool(sheet.above)
        for column, words_of in enumerate(sheet.head):
            page.write_string(top, column, words_of, strong)
        for row, cells in enumerate(sheet.rows, start=top + 1):
            for column, cell in enumerate(cells):
                _write(page, row, column, cell, formats.get(type(cell), words))
        for column, width in enumerate(sheet.widths):
            page.set_column(column, column, width)
        page.freeze_panes(top + 1, 0)
        page.repeat_rows(top)
        page.set_paper(9)  # A4
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.autofilter(top, 0, top + len(sheet.rows), max(len(sheet.head) - 1, 0))
    book.close()
    return target.getvalue()


def _write(page: Any, row: int, column: int, cell: Cell, look: Any) -> None:
    if cell is None:
        page.write_blank(row, column, None, look)
    elif isinstance(cell, str):
        page.write_string(row, column, cell[:_LONGEST], look)
    elif isinstance(cell, date):
        page.write_datetime(row, column, cell, look)
    else:
        page.write_number(row, column, cell, look)
