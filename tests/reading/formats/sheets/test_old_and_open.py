"""Workbooks of .xls and .ods say the same as those of .xlsx."""

import io
from datetime import date
from typing import Any

import pytest
import xlwt

from donghanh.reading.blocks import BlockDocument, FileKind
from donghanh.reading.formats.sheets import read
from reading.corpus.workbook import SHEETS, Set, ods_file
from reading.formats.sheets.making import short

CELLS = [
    Set(0, 0, "PHỤ LỤC", columns=4, bold=True, centred=True),
    Set(1, 0, "(Kèm theo Kế hoạch số 05/KH-BTV)", columns=4, italic=True, centred=True),
    *[Set(3, n, head, bold=True, lined=True) for n, head in enumerate(["TT", "Nội dung", "Số lượng", "Số tiền"])],
    *[Set(4, n, value, lined=True, code=code) for n, (value, code) in enumerate([(1.0, ""), ("Mở lớp\ntập huấn", ""), (5.0, "00"), (1500000.0, "#,##0")])],
    *[Set(5, n, value, lined=True) for n, value in enumerate([2.0, "Tặng quà", 62.5, ""])],
]  # fmt: skip


@pytest.mark.parametrize("form", SHEETS)
def test_all_formats_say_the_same(form: str) -> None:
    document = read(SHEETS[form](CELLS), FileKind(form))
    assert short(document) == [
        "PHỤ LỤC",
        "(Kèm theo Kế hoạch số 05/KH-BTV)",
        [
            ["TT", "Nội dung", "Số lượng", "Số tiền"],
            ["1", "Mở lớp tập huấn", "05", "1.500.000"],
            ["2", "Tặng quà", "62,5", ""],
        ],
    ]
    first, second = document.blocks[:2]
    assert (first.all_bold, first.centred, second.italic) == (True, True, True)  # type: ignore[union-attr]


def told(document: BlockDocument) -> dict[str, str]:
    return {doubt.code: doubt.message for doubt in document.doubts}


def old(change: Any) -> BlockDocument:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Biểu 1")
    for row in range(4):
        for column in range(4):
            sheet.write(row, column, f"ô {row}{column}")
    change(book, sheet)
    target = io.BytesIO()
    book.save(target)
    return read(target.getvalue(), FileKind.XLS)


def test_hidden_rows_columns_and_sheets_of_an_old_workbook_are_named() -> None:
    def hide(book: xlwt.Workbook, sheet: xlwt.Worksheet) -> None:
        sheet.row(2).hidden = True
        sheet.col(1).hidden = True
        book.add_sheet("Nháp").visibility = 1

    document = old(hide)
    assert "3" in told(document)["hidden_rows"] and "B" in told(document)["hidden_columns"]
    assert "“Nháp”" in told(document)["hidden_sheet"]
    assert "ô 20" not in str(document.blocks) and "ô 01" not in str(document.blocks)


def test_formats_of_an_old_workbook_are_followed() -> None:
    def write(_: xlwt.Workbook, sheet: xlwt.Worksheet) -> None:
        sheet.write(4, 0, 0.9, xlwt.easyxf(num_format_str="0%"))
        sheet.write(4, 1, date(2026, 3, 8), xlwt.easyxf(num_format_str="dd/mm/yyyy"))
        sheet.write(4, 2, 1500, xlwt.easyxf(num_format_str="#,##0"))
        sheet.write(4, 3, True)

    assert short(old(write))[-1][-1] == ["90%", "08/03/2026", "1.500", "TRUE"]


def cell(words: str, **attributes: str) -> str:
    said = "".join(
        f' {name.replace("__", ":").replace("_", "-")}="{value}"' for name, value in attributes.items()
    )
    return f"<table:table-cell{said}>{words}</table:table-cell>"


def figure(value: str, words: str, kind: str = "float") -> str:
    return cell(f"<text:p>{words}</text:p>", office__value_type=kind, office__value=value)


def opened(*cells: str, before: str = "", styles: str = "", around: str = "{}") -> BlockDocument:
    row = f"<table:table-row>{''.join(cells)}</table:table-row>"
    return read(
        ods_file(styles, f'{before}<table:table table:name="A">{around.format(row)}</table:table>'),
        FileKind.ODS,
    )


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (figure("1500000", "1,500,000"), "1.500.000"), (figure("1500000", "1.500.000"), "1.500.000"), (figure("1234.5", "1,234.50"), "1.234,50"),
        (figure("1234.5", "1 234,5"), "1.234,5"), (figure("5", "05"), "05"), (figure("0.125", "12.5%", "percentage"), "12,5%"),
        (figure("1500000", "1.500.000 ₫", "currency"), "1.500.000 đ"), (figure("-20", "-20"), "-20"), (figure("2025", "2025"), "2025"),
        (cell("<text:p>03/08/26</text:p>", office__value_type="date", office__date_value="2026-03-08"), "08/03/2026"),
        (cell("<text:p>Tháng 3 năm 2026</text:p>", office__value_type="date", office__date_value="2026-03-01"), "Tháng 3 năm 2026"),
        (cell("<text:p>Mở <text:span>lớp</text:span><text:s text:c='3'/>học</text:p>"), "Mở lớp học"),
        (cell("<office:annotation><text:p>xem lại</text:p></office:annotation><text:p>Mở lớp</text:p>"), "Mở lớp"),
        (cell("<text:p>Mở lớp:<text:line-break/>- một</text:p>"), "Mở lớp:"),
    ],
)  # fmt: skip
def test_words_of_an_open_workbook_become_vietnamese(made: str, words: str) -> None:
    assert short(opened(made))[0] == words


def test_an_open_workbook_repeats_cells_and_rows() -> None:
    document = opened(
        cell("<text:p>x</text:p>", table__number_columns_repeated="3"),
        around='{}<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    )
    assert short(document) == ["x x x"]


def test_hidden_parts_of_an_open_workbook_are_named() -> None:
    hidden = f'<table:table-row table:visibility="collapse">{cell("<text:p>ẩn</text:p>")}</table:table-row>'
    filtered = f'<table:table-row table:visibility="filter">{cell("<text:p>lọc</text:p>")}</table:table-row>'
    style = (
        '<office:automatic-styles><style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    )
    document = opened(
        cell("<text:p>thấy</text:p>"),
        styles=style,
        before='<table:table table:name="Nháp" table:style-name="ta2"><table:table-row><table:table-cell/></table:table-row></table:table>',
        around="{}" + hidden + filtered,
    )
    assert short(document) == ["thấy", "lọc"]
    assert {"hidden_sheet", "hidden_rows", "filtered_rows"} == set(told(document))


def test_errors_and_missing_results_of_an_open_workbook_are_told() -> None:
    document = opened(
        cell("<text:p>#REF!</text:p>", table__formula="of:=[.Z9]", office__value_type="string"),
        cell("", table__formula="of:=1+1"),
        cell("<text:p>2</text:p>", table__formula="of:=1+1", office__value_type="float", office__value="2"),
    )
    assert "A1" in told(document)["cell_error"] and "B1" in told(document)["formula_without_value"]
