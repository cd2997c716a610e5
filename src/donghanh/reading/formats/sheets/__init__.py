"""Reads workbooks (.xlsx, .xls, .ods): what a person sees on their sheets, as blocks.

Each sheet is a page. Figures are written as Vietnamese papers write them. What is hidden is not read but
named; rows that only a filter hides are read.
"""

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from donghanh.reading.blocks import Block, BlockDocument, Doubt, FileKind, Paragraph, Table
from donghanh.reading.errors import EmptyFile
from donghanh.reading.formats.sheets.layout import blocks_of
from donghanh.reading.formats.sheets.ods import read_ods
from donghanh.reading.formats.sheets.sheet import Sheet, Workbook, column_letters
from donghanh.reading.formats.sheets.xls import read_xls
from donghanh.reading.formats.sheets.xlsx import read_xlsx

__all__ = ["read"]

_READERS = {FileKind.XLSX: read_xlsx, FileKind.XLS: read_xls, FileKind.ODS: read_ods}
# Names that programs give to new sheets; they say nothing.
_UNNAMED = re.compile(
    r"\s*(?:sheet|trang tính|trang_tính|bảng tính|tờ|feuil|table)\s*\d*\s*(?:\(\d+\))?\s*", re.I
)
_MOST_NAMED = 10


def read(data: bytes, kind: FileKind) -> BlockDocument:
    """The blocks of a workbook of one of these three kinds, given as its bytes; pages are its visible sheets.

    Raises: EmptyFile, EncryptedFile, DamagedFile, HostileFile, FileTooLarge, UnsupportedFile.
    """
    blocks: list[Block] = []
    with _no_collection():
        book = _READERS[kind](data)
        doubts = tuple(_doubts(book))
        for page, sheet in enumerate(book.sheets, 1):
            blocks += _titled(blocks_of(sheet, page), sheet.name, page)
    if not blocks:
        raise EmptyFile
    return BlockDocument(kind, tuple(blocks), len(book.sheets), doubts)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Garbage is not looked for meanwhile: a sheet becomes 100,000 objects of which none is any.

    It took a third of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if not gc.get_freeze_count():
                gc.freeze()  # counts all as old, so that not the next object made sets off a search of them
                gc.unfreeze()
            gc.enable()


def _titled(blocks: list[Block], name: str, page: int) -> list[Block]:
    """A sheet that begins with its table has its title in its name."""
    bare = bool(blocks) and isinstance(blocks[0], Table) and not blocks[0].borderless
    if not bare or _UNNAMED.fullmatch(name) or not name.strip():
        return blocks
    title = " ".join(name.split())
    return [Paragraph(title, bold=len(title), centred=True, page=page), *blocks]


def _doubts(book: Workbook) -> Iterable[Doubt]:
    if book.hidden:
        names = _listed(f"“{name}”" for name in book.hidden)
        yield Doubt(
            "hidden_sheet", f"Trang tính bị ẩn không được đọc: {names}. Hãy bỏ ẩn rồi gửi lại nếu cần."
        )
    for sheet in book.sheets:
        yield from _doubts_of(sheet)
    if book.commented:
        yield Doubt("comments", "Bảng tính có ghi chú gắn vào ô; các ghi chú đó không được đọc.")
    if book.macros:
        yield Doubt("macros", "Tệp có macro; macro bị bỏ qua, chỉ nội dung các ô được đọc.")
    if book.linked:
        yield Doubt(
            "external_links",
            "Tệp lấy số liệu từ tệp khác; liên kết không được mở, số liệu được đọc là số đã lưu lần cuối.",
        )


def _doubts_of(sheet: Sheet) -> Iterable[Doubt]:
    """What a person who opens the sheet does not see, or sees and cannot trust."""
    where = f"Trang “{sheet.name}”"
    hidden = _filled(sheet, sheet.hidden_rows)
    if hidden:
        yield Doubt(
            "hidden_rows", f"{where} có dòng bị ẩn không được đọc: {_runs(hidden)}. Hãy bỏ ẩn nếu cần đọc."
        )
    filtered = _filled(sheet, sheet.filtered_rows)
    if filtered:
        yield Doubt(
            "filtered_rows", f"{where} đang bật bộ lọc; các dòng bị lọc vẫn được đọc: {_runs(filtered)}."
        )
    columns = [
        column_letters(c) for c in sorted(sheet.hidden_columns) if any(row[c] != "" for row in sheet.rows)
    ]
    if columns:
        yield Doubt(
            "hidden_columns",
            f"{where} có cột bị ẩn không được đọc: {_listed(columns)}. Hãy bỏ ẩn nếu cần đọc.",
        )
    if sheet.uncomputed:
        yield Doubt(
            "formula_without_value",
            f"{where} có công thức chưa được tính nên không có số: {_listed(sheet.uncomputed)}. "
            "Hãy mở bằng Excel, lưu lại rồi gửi.",
        )
    if sheet.faulty:
        yield Doubt(
            "cell_error", f"{where} có ô báo lỗi công thức: {_listed(sheet.faulty)}. Hãy sửa rồi gửi lại."
        )
    if sheet.far:
        yield Doubt("far_cells", f"{where} có ô nằm rất xa bảng; các ô đó không được đọc.")


def _filled(sheet: Sheet, rows: set[int]) -> list[int]:
    """Those of the rows that hold anything, as the sheet counts them."""
    last = len(sheet.rows)
    return [row + 1 for row in sorted(rows) if row < last and any(v != "" for v in sheet.rows[row])]


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    return ", ".join(every[:_MOST_NAMED]) + (
        f" và {len(every) - _MOST_NAMED} nơi khác" if len(every) > _MOST_NAMED else ""
    )


def _runs(numbers: list[int]) -> str:
    """Numbers in order with runs drawn together: "5, 7-9".

    >>> _runs([5, 7, 8, 9])
    '5, 7-9'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return _listed(str(first) if first == last else f"{first}-{last}" for first, last in runs)
