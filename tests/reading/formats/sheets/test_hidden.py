"""What a person who opens the workbook does not see is not read in silence."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
import xlsxwriter

from donghanh.reading.blocks import BlockDocument, FileKind
from donghanh.reading.formats.sheets import read
from reading.formats.sheets.making import short

ROWS = [
    ["TT", "Nội dung", "Đơn vị", "Ghi chú"],
    [1, "Một", "Hội", "a"],
    [2, "Hai", "Đoàn", "b"],
    [3, "Ba", "Sở", "c"],
]


def changed(data: bytes, part: str, *changes: tuple[str, str]) -> bytes:
    """The file with texts replaced in one of its parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            for before, after in changes if name == part else ():
                assert re.search(before, content), (name, before)
                content = re.sub(before, after, content)
            new.writestr(name, content)
    return target.getvalue()


def made(change: Callable[[xlsxwriter.Workbook, "xlsxwriter.worksheet.Worksheet"], object]) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet("Biểu")
    for number, row in enumerate(ROWS):
        sheet.write_row(number, 0, row)
    change(book, sheet)
    book.close()
    return target.getvalue()


def told(document: BlockDocument) -> dict[str, str]:
    return {doubt.code: doubt.message for doubt in document.doubts}


def rows(document: BlockDocument) -> list[list[str]]:
    return next(block for block in short(document) if isinstance(block, list))


def test_hidden_rows_are_left_out_and_named() -> None:
    document = read(made(lambda _, sheet: sheet.set_row(2, None, None, {"hidden": True})), FileKind.XLSX)
    assert [row[0] for row in rows(document)] == ["TT", "1", "3"]
    assert "“Biểu”" in told(document)["hidden_rows"] and "không được đọc: 3." in told(document)["hidden_rows"]


def test_hidden_columns_are_left_out_and_named() -> None:
    document = read(
        made(lambda _, sheet: sheet.set_column(2, 2, None, None, {"hidden": True})), FileKind.XLSX
    )
    assert rows(document)[1] == ["1", "Một", "a"]
    assert "không được đọc: C." in told(document)["hidden_columns"]


def test_rows_that_a_filter_hides_are_read_and_named() -> None:
    def filtered(_: object, sheet: "xlsxwriter.worksheet.Worksheet") -> None:
        sheet.autofilter(0, 0, 3, 3)
        sheet.filter_column(0, "x == 1")
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(3, None, None, {"hidden": True})

    document = read(made(filtered), FileKind.XLSX)
    assert [row[0] for row in rows(document)] == ["TT", "1", "2", "3"]
    assert "vẫn được đọc: 3-4." in told(document)["filtered_rows"]


def test_empty_hidden_rows_and_columns_are_nobodys_business() -> None:
    def emptied(_: object, sheet: "xlsxwriter.worksheet.Worksheet") -> None:
        sheet.set_row(9, None, None, {"hidden": True})
        sheet.set_column(9, 12, None, None, {"hidden": True})

    assert told(read(made(emptied), FileKind.XLSX)) == {}


def test_hidden_sheets_are_named() -> None:
    def another(book: xlsxwriter.Workbook, _: object) -> None:
        sheet = book.add_worksheet("Nháp")
        sheet.write(0, 0, "không ai thấy")
        sheet.hide()

    document = read(made(another), FileKind.XLSX)
    assert document.pages == 1 and "không ai thấy" not in str(document.blocks)
    assert "“Nháp”" in told(document)["hidden_sheet"]


def test_hidden_sheets_are_not_even_opened() -> None:
    def another(book: xlsxwriter.Workbook, _: object) -> None:
        book.add_worksheet("Nháp").very_hidden()

    data = changed(made(another), "xl/worksheets/sheet2.xml", ("<worksheet", "<!DOCTYPE x><worksheet"))
    assert rows(read(data, FileKind.XLSX)) == [[str(value) for value in row] for row in ROWS]


def test_comments_are_told() -> None:
    assert "comments" in told(
        read(made(lambda _, sheet: sheet.write_comment(1, 1, "xem lại")), FileKind.XLSX)
    )


def test_a_formula_shows_its_last_result_and_one_without_any_is_told() -> None:
    data = made(
        lambda _, sheet: (
            sheet.write_formula(1, 3, "=1+1", None, 45),
            sheet.write_formula(2, 3, "=A1", None, ""),
        )
    )
    document = read(data, FileKind.XLSX)
    assert [row[3] for row in rows(document)] == ["Ghi chú", "45", "", "c"]
    assert (
        "D3" in told(document)["formula_without_value"]
        and "D2" not in told(document)["formula_without_value"]
    )


def test_an_empty_text_as_result_is_a_result() -> None:
    data = changed(made(lambda _, sheet: sheet.write_formula(1, 3, '=""', None, "")), "xl/worksheets/sheet1.xml", (r'<c r="D2">', '<c r="D2" t="str">'))  # fmt: skip
    assert told(read(data, FileKind.XLSX)) == {}


def test_an_error_is_shown_and_told() -> None:
    document = read(made(lambda _, sheet: sheet.write_formula(1, 3, "=1/0", None, "#REF!")), FileKind.XLSX)
    assert rows(document)[1][3] == "#REF!"
    assert "D2" in told(document)["cell_error"]


def test_links_to_other_files_are_told_and_not_followed() -> None:
    target = io.BytesIO(made(lambda *_: None))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
        archive.writestr("xl/vbaProject.bin", b"x")
    assert {"external_links", "macros"} <= set(told(read(target.getvalue(), FileKind.XLSX)))


def test_values_under_a_merged_cell_are_seen_by_nobody() -> None:
    data = changed(made(lambda *_: None), "xl/worksheets/sheet1.xml", ("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="C2:C4"/></mergeCells>'))  # fmt: skip
    assert rows(read(data, FileKind.XLSX))[1:] == [
        ["1", "Một", "Hội", "a"],
        ["2", "Hai", "b"],
        ["3", "Ba", "c"],
    ]


def test_a_merged_cell_whose_first_row_is_hidden_still_shows() -> None:
    data = changed(
        made(lambda _, sheet: sheet.set_row(1, None, None, {"hidden": True})),
        "xl/worksheets/sheet1.xml",
        ("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="C2:C4"/></mergeCells>'),
    )
    assert rows(read(data, FileKind.XLSX))[1:] == [["2", "Hai", "Hội", "b"], ["3", "Ba", "c"]]


@pytest.mark.parametrize("booleans", [True, False])
def test_a_yes_is_no_one(booleans: bool) -> None:
    data = made(lambda _, sheet: sheet.write(1, 3, booleans))
    assert rows(read(data, FileKind.XLSX))[1] == ["1", "Một", "Hội", "TRUE" if booleans else "FALSE"]


def test_days_count_from_1904_where_the_file_says_so() -> None:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "date_1904": True})
    book.add_worksheet("Biểu").write(0, 0, 44262, book.add_format({"num_format": "dd/mm/yyyy"}))
    book.close()
    assert short(read(target.getvalue(), FileKind.XLSX)) == ["08/03/2025"]
