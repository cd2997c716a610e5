"""Small workbooks for tests, written as an official would lay them out."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import xlsxwriter

from donghanh.reading.blocks import BlockDocument, FileKind, Paragraph, Table
from donghanh.reading.formats.sheets import read


@dataclass(frozen=True, slots=True)
class Put:
    """A value with what is said of its cell: merged over rows and columns, its look as xlsxwriter names it."""

    value: Any
    columns: int = 1
    rows: int = 1
    look: tuple[tuple[str, Any], ...] = ()


def put(value: Any, columns: int = 1, rows: int = 1, **look: Any) -> Put:
    return Put(value, columns, rows, tuple(look.items()))


def title(text: str, columns: int = 6) -> list[Any]:
    """A row merged over the columns of the table, bold and in the middle."""
    return [put(text, columns, bold=True, align="center")]


def lined(*rows: Sequence[Any]) -> list[list[Any]]:
    """The rows of a table drawn with lines; a bare value becomes a cell, None is covered or left empty."""
    return [
        [
            replace(cell if isinstance(cell, Put) else Put(cell), look=(*_look(cell), ("border", 1)))
            for cell in row
        ]
        for row in rows
    ]


def _look(cell: Any) -> tuple[tuple[str, Any], ...]:
    return cell.look if isinstance(cell, Put) else ()


def workbook(sheets: dict[str, list[Sequence[Any]]], **options: Any) -> bytes:
    """An .xlsx file; options go to xlsxwriter.

    None skips a cell, a value is written as it is (a text that begins with "=" as a formula without its result).
    """
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, **options})
    looks: dict[Any, Any] = {}
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            column = 0
            for cell in row:
                one = cell if isinstance(cell, Put) else Put(cell)
                look = looks.setdefault(one.look, book.add_format(dict(one.look)))
                if one.columns > 1 or one.rows > 1:
                    last = number + one.rows - 1, column + one.columns - 1
                    sheet.merge_range(number, column, *last, one.value, look)
                elif one.value is not None or (
                    cell is not None and one.look and not _covered(sheet, number, column)
                ):
                    sheet.write(number, column, one.value, look)
                column += one.columns
    book.close()
    return target.getvalue()


def _covered(sheet: Any, row: int, column: int) -> bool:
    return any(a <= row <= c and b <= column <= d for a, b, c, d in sheet.merge)


def blocks(*rows: Sequence[Any]) -> list[Any]:
    """The blocks of a workbook with one sheet, in short: a text for a paragraph, rows of texts for a table."""
    return short(read(workbook({"Sheet1": list(rows)}), FileKind.XLSX))


def short(document: BlockDocument) -> list[Any]:
    return [
        block.text
        if isinstance(block, Paragraph)
        else [[cell.text for cell in row.cells] for row in block.rows]
        for block in document.blocks
    ]


def tables(document: BlockDocument) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]
