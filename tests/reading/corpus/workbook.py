"""Workbooks as officials lay plans out in Excel: a line a row over all columns, tables in drawn cells.

One sheet is set as cells with their place and look; three writers make files of it.
"""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter
import xlwt

from .flow import Block, Foot, Grid, Head, spans

WIDTH = 6
"""Columns that a line spans where no table of the sheet is wider."""


@dataclass(frozen=True, slots=True)
class Set:
    """A cell, or several merged ones, with what it holds and how it is set."""

    row: int
    column: int
    value: str | float
    rows: int = 1
    columns: int = 1
    bold: bool = False
    italic: bool = False
    centred: bool = False
    lined: bool = False
    code: str = ""


def cells(blocks: list[Block]) -> list[Set]:
    """The blocks of a paper on one sheet, top to bottom; an empty row stands around each table."""
    width = max([WIDTH, *(len(block.rows[0]) for block in blocks if isinstance(block, Grid))])
    found: list[Set] = []
    row = 0
    for block in blocks:
        if isinstance(block, Grid):
            found += _grid(block, row + 1)
            row += len(block.rows) + 2
        elif isinstance(block, Head | Foot):
            left, right = (
                (block.left, block.right)
                if isinstance(block, Head)
                else (("Nơi nhận:", *block.recipients), block.signature)
            )
            half = width // 2
            for one, other in zip_longest(left, right, fillvalue=""):
                strong = isinstance(block, Head)
                if one:
                    found.append(Set(row, 0, one, columns=half, bold=strong, centred=strong))
                if other:
                    found.append(Set(row, half, other, columns=width - half, bold=True, centred=True))
                row += 1
            row += 1
        else:
            bold = block.bold >= len(block.full)
            found.append(Set(row, 0, block.full, 1, width, bold, block.italic, block.centred))
            row += 1
    return found


def _grid(grid: Grid, top: int) -> list[Set]:
    begin = spans(grid)
    found = []
    for r, texts in enumerate(grid.rows):
        for c, text in enumerate(texts):
            if r < grid.heads:
                if (r, c) in begin:
                    rows, columns = begin[r, c]
                    found.append(Set(top + r, c, text, rows, columns, bold=True, centred=True, lined=True))
                continue
            value, code = _typed(text)
            found.append(Set(top + r, c, value, bold=r in grid.bold, lined=True, code=code))
    return found


def _typed(text: str) -> tuple[str | float, str]:
    """A figure as Excel keeps it, with the format that shows it; other texts as they are."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text):
        return float(text.replace(".", "")), "#,##0"
    if re.fullmatch(r"0\d", text):
        return float(text), "00"
    if re.fullmatch(r"[1-9]\d{0,2}", text):
        return float(text), ""
    if re.fullmatch(r"\d+,\d{1,2}", text):
        return float(text.replace(",", ".")), ""
    return text, ""


def xlsx(cells: list[Set]) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet("Sheet1")
    book.add_worksheet("Sheet2")
    for cell in cells:
        look = book.add_format(
            {"bold": cell.bold, "italic": cell.italic, "text_wrap": True, "font_name": "Times New Roman"}
        )
        if cell.centred:
            look.set_align("center")
        if cell.lined:
            look.set_border(1)
        if cell.code:
            look.set_num_format(cell.code)
        if cell.rows > 1 or cell.columns > 1:
            last = (cell.row + cell.rows - 1, cell.column + cell.columns - 1)
            sheet.merge_range(cell.row, cell.column, *last, cell.value, look)
        else:
            sheet.write(cell.row, cell.column, cell.value, look)
    book.close()
    return target.getvalue()


def xls(cells: list[Set]) -> bytes:
    target = io.BytesIO()
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    looks: dict[tuple[object, ...], xlwt.XFStyle] = {}
    for cell in cells:
        key = (cell.bold, cell.italic, cell.centred, cell.lined, cell.code)
        if key not in looks:
            rules = f"font: bold {cell.bold}, italic {cell.italic}; align: horiz {'center' if cell.centred else 'general'}"
            rules += "; borders: left thin, right thin, top thin, bottom thin" if cell.lined else ""
            looks[key] = xlwt.easyxf(rules, num_format_str=cell.code or "General")
        last = (cell.row + cell.rows - 1, cell.column + cell.columns - 1)
        if last != (cell.row, cell.column):
            sheet.write_merge(cell.row, last[0], cell.column, last[1], cell.value, looks[key])
        else:
            sheet.write(cell.row, cell.column, cell.value, looks[key])
    book.save(target)
    return target.getvalue()


_ODS_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)


def ods(cells: list[Set]) -> bytes:
    names: dict[tuple[bool, ...], str] = {}
    rows: dict[int, list[Set]] = {}
    for cell in cells:
        names.setdefault((cell.bold, cell.italic, cell.centred, cell.lined), f"ce{len(names)}")
        rows.setdefault(cell.row, []).append(cell)
    body = []
    for row in range(max(rows) + 1):
        body.append(f"<table:table-row>{_ods_row(rows.get(row, []), names)}</table:table-row>")
    styles = "".join(_ods_style(name, *look) for look, name in names.items())
    return ods_file(
        f"<office:automatic-styles>{styles}</office:automatic-styles>",
        f'<table:table table:name="Sheet1">{"".join(body)}'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row></table:table>',
    )


def ods_file(styles: str, tables: str) -> bytes:
    """A whole .ods file around these parts of content.xml."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODS_NAMES}>{styles}'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
    return target.getvalue()


def _ods_row(cells: list[Set], names: dict[tuple[bool, ...], str]) -> str:
    parts, column = [], 0
    for cell in sorted(cells, key=lambda cell: cell.column):
        if cell.column > column:
            parts.append(f'<table:table-cell table:number-columns-repeated="{cell.column - column}"/>')
        style = names[cell.bold, cell.italic, cell.centred, cell.lined]
        span = f' table:number-columns-spanned="{cell.columns}" table:number-rows-spanned="{cell.rows}"'
        kind, words = _ods_value(cell)
        parts.append(f'<table:table-cell table:style-name="{style}"{span}{kind}>{words}</table:table-cell>')
        if cell.columns > 1:
            parts.append(f'<table:covered-table-cell table:number-columns-repeated="{cell.columns - 1}"/>')
        column = cell.column + cell.columns
    return "".join(parts)


def _ods_value(cell: Set) -> tuple[str, str]:
    """A figure with the words that an English program shows for it."""
    if isinstance(cell.value, str):
        return ' office:value-type="string"', f"<text:p>{escape(cell.value)}</text:p>" if cell.value else ""
    words = (
        f"{cell.value:,.0f}"
        if "#" in cell.code
        else f"{cell.value:02.0f}"
        if cell.code
        else f"{cell.value:g}"
    )
    return (
        f' office:value-type="float" office:value={quoteattr(str(cell.value))}',
        f"<text:p>{words}</text:p>",
    )


def _ods_style(name: str, bold: bool, italic: bool, centred: bool, lined: bool) -> str:
    text = (
        f'fo:font-weight="{"bold" if bold else "normal"}" fo:font-style="{"italic" if italic else "normal"}"'
    )
    paragraph = '<style:paragraph-properties fo:text-align="center"/>' if centred else ""
    border = '<style:table-cell-properties fo:border="0.5pt solid #000000"/>' if lined else ""
    return (
        f'<style:style style:name="{name}" style:family="table-cell"><style:text-properties {text}/>'
        f"{paragraph}{border}</style:style>"
    )


SHEETS: dict[str, Callable[[list[Set]], bytes]] = {"xlsx": xlsx, "xls": xls, "ods": ods}
