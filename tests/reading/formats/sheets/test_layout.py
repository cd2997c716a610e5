"""What stands on a sheet becomes lines, letterheads and tables, as an official laid it out."""

from typing import Any

import pytest

from donghanh.reading.blocks import FileKind, Paragraph, Table
from donghanh.reading.formats.sheets import read
from reading.formats.sheets.making import blocks, lined, put, short, tables, title, workbook

HEAD = ["TT", "Nội dung", "Đơn vị thực hiện", "Thời gian"]
ROWS = [[1, "Phát tin trên loa", "Hội LHPN xã", "Tháng 3"], [2, "Tặng quà", "Chi hội", "Tháng 5"]]
SHOWN = [["1", "Phát tin trên loa", "Hội LHPN xã", "Tháng 3"], ["2", "Tặng quà", "Chi hội", "Tháng 5"]]


def test_lines_above_and_below_a_table_are_paragraphs() -> None:
    found = blocks(
        title("PHỤ LỤC", 4),
        title("Phân công nhiệm vụ năm 2026", 4),
        ["Đơn vị tính: triệu đồng"],
        *lined(HEAD, *ROWS),
        ["Ghi chú: thời gian có thể thay đổi."],
    )
    assert found == [
        "PHỤ LỤC",
        "Phân công nhiệm vụ năm 2026",
        "Đơn vị tính: triệu đồng",
        [HEAD, *SHOWN],
        "Ghi chú: thời gian có thể thay đổi.",
    ]


@pytest.mark.parametrize("drawn", [True, False])
def test_a_table_is_found_with_and_without_lines(drawn: bool) -> None:
    table = [HEAD, *ROWS]
    found = blocks(title("PHỤ LỤC", 4), [], *(lined(*table) if drawn else table), [], ["Ghi chú: hết."])
    assert found == ["PHỤ LỤC", [HEAD, *SHOWN], "Ghi chú: hết."]


def test_a_title_is_bold_and_in_the_middle() -> None:
    document = read(workbook({"A": [title("PHỤ LỤC", 4), *lined(HEAD, *ROWS)]}), FileKind.XLSX)
    assert document.blocks[0] == Paragraph("PHỤ LỤC", bold=7, centred=True, page=1)


def test_a_letterhead_side_by_side_is_a_table_without_lines() -> None:
    found = read(
        workbook({"A": [
            [put("HỘI LHPN TỈNH LÀO CAI", 2), put("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 2)],
            [put("BAN THƯỜNG VỤ", 2), put("Độc lập - Tự do - Hạnh phúc", 2)],
            [put("Số: 12/KH-BTV", 2), put("Lào Cai, ngày 05 tháng 3 năm 2026", 2)],
            title("KẾ HOẠCH", 4),
            *lined(HEAD, *ROWS),
        ]}),
        FileKind.XLSX,
    )  # fmt: skip
    head = found.blocks[0]
    assert isinstance(head, Table) and head.borderless
    assert [[p.text for p in cell.paragraphs] for cell in head.rows[0].cells] == [
        ["HỘI LHPN TỈNH LÀO CAI", "BAN THƯỜNG VỤ", "Số: 12/KH-BTV"],
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Lào Cai, ngày 05 tháng 3 năm 2026",
        ],
    ]
    assert short(found)[1] == "KẾ HOẠCH"


@pytest.mark.parametrize(
    "signatures",
    [
        [[None, "NGƯỜI LẬP BIỂU", None, "TM. BAN THƯỜNG VỤ"], [None, None, None, "CHỦ TỊCH"]],
        [["Nơi nhận:\n- Như trên;\n- Lưu: VP.", None, put("TM. BAN THƯỜNG VỤ\nCHỦ TỊCH", 2)]],
    ],
)
@pytest.mark.parametrize("apart", [True, False])
def test_signatures_under_a_table_are_none_of_its_rows(signatures: list[Any], apart: bool) -> None:
    document = read(
        workbook({"A": [title("PHỤ LỤC", 4), *lined(HEAD, *ROWS), *([[]] if apart else []), *signatures]}),
        FileKind.XLSX,
    )
    table, below = document.blocks[1:]
    assert isinstance(table, Table) and len(table.rows) == 3
    assert isinstance(below, Table) and below.borderless
    assert below.rows[0].cells[-1].text == "TM. BAN THƯỜNG VỤ CHỦ TỊCH"


def test_three_who_sign_beside_each_other_stand_in_three_columns() -> None:
    document = read(
        workbook({"A": [
            *lined(HEAD, *ROWS),
            [None, "NGƯỜI LẬP", "KẾ TOÁN", "CHỦ TỊCH"],
            [],
            [None, "Lê Thị Hoa", "Vi Thị Sen", "Lò Thị Mai"],
        ]}),
        FileKind.XLSX,
    )  # fmt: skip
    assert [c.text for c in tables(document)[-1].rows[0].cells] == [
        "NGƯỜI LẬP Lê Thị Hoa",
        "KẾ TOÁN Vi Thị Sen",
        "CHỦ TỊCH Lò Thị Mai",
    ]


def test_two_tables_on_one_sheet_stay_two() -> None:
    found = blocks(
        ["1. Phân công"], *lined(HEAD, *ROWS), [], ["2. Kinh phí"], *lined(["TT", "Nội dung", "Số tiền"], [1, "Quà", 500])
    )  # fmt: skip
    assert found == [
        "1. Phân công",
        [HEAD, *SHOWN],
        "2. Kinh phí",
        [["TT", "Nội dung", "Số tiền"], ["1", "Quà", "500"]],
    ]


def test_a_group_of_rows_over_all_columns_stays_in_the_table() -> None:
    found = blocks(*lined(HEAD, [put("I. TUYÊN TRUYỀN", 4)], ROWS[0], [put("II. HỖ TRỢ", 4)], ROWS[1]))
    assert found == [[HEAD, ["I. TUYÊN TRUYỀN"], SHOWN[0], ["II. HỖ TRỢ"], SHOWN[1]]]


def test_a_group_without_lines_and_between_empty_rows_stays_in_the_table() -> None:
    found = blocks(HEAD, ["I. TUYÊN TRUYỀN"], ROWS[0], ROWS[0], ["II. HỖ TRỢ"], ROWS[1], ROWS[1])
    assert len(found) == 1 and len(found[0]) == 7


def test_empty_rows_and_columns_are_dropped() -> None:
    found = blocks([], [None, *HEAD], [], [None, *ROWS[0]], [], [None, 2, "Tặng quà", None, "Tháng 5"])
    assert found == [[HEAD, SHOWN[0], ["2", "Tặng quà", "", "Tháng 5"]]]


def test_merged_cells_span_rows_and_columns_of_the_table() -> None:
    data = workbook({"A": lined(
        [put("TT", rows=2), put("Kinh phí", 2), put("Ghi chú", rows=2)],
        [None, "Tỉnh", "Xã", None],
        [1, 5, 7, put("Cả năm", rows=2)],
        [2, 6, 8, None],
    )})  # fmt: skip
    (table,) = tables(read(data, FileKind.XLSX))
    assert [[(c.text, c.column, c.columns, c.rows) for c in row.cells] for row in table.rows] == [
        [("TT", 0, 1, 2), ("Kinh phí", 1, 2, 1), ("Ghi chú", 3, 1, 2)],
        [("Tỉnh", 1, 1, 1), ("Xã", 2, 1, 1)],
        [("1", 0, 1, 1), ("5", 1, 1, 1), ("7", 2, 1, 1), ("Cả năm", 3, 1, 2)],
        [("2", 0, 1, 1), ("6", 1, 1, 1), ("8", 2, 1, 1)],
    ]


def test_a_sheet_of_prose_is_paragraphs() -> None:
    assert blocks(["I. MỤC ĐÍCH"], ["- Chăm lo trẻ em."], [], ["II. YÊU CẦU"]) == [
        "I. MỤC ĐÍCH",
        "- Chăm lo trẻ em.",
        "II. YÊU CẦU",
    ]


def test_numbers_in_a_column_of_their_own_head_their_lines() -> None:
    assert blocks(["I", "MỤC ĐÍCH"], [1, "Chăm lo trẻ em"], ["a", "Tặng quà"], ["-", "Thăm hỏi"]) == [
        "I. MỤC ĐÍCH",
        "1. Chăm lo trẻ em",
        "a) Tặng quà",
        "- Thăm hỏi",
    ]


def test_lines_within_a_cell_are_paragraphs_and_a_broken_sentence_is_one() -> None:
    assert blocks(["Tổ chức tuyên truyền\nvề chuyển đổi số:\n- Phát tin;\n- Mở lớp."]) == [
        "Tổ chức tuyên truyền về chuyển đổi số:",
        "- Phát tin;",
        "- Mở lớp.",
    ]


def test_sheets_are_pages_and_an_empty_one_is_counted() -> None:
    data = workbook({"Biểu 1": lined(HEAD, *ROWS), "Sheet2": [], "Biểu 3": [["Phụ lục 2"]]})
    document = read(data, FileKind.XLSX)
    assert document.pages == 3
    assert [(b.page, b.text if isinstance(b, Paragraph) else "") for b in document.blocks] == [
        (1, "Biểu 1"),
        (1, ""),
        (3, "Phụ lục 2"),
    ]


@pytest.mark.parametrize(
    ("name", "titled"), [("Dự toán kinh phí", True), ("Sheet1", False), ("Trang tính2", False)]
)
def test_the_name_of_a_sheet_is_its_title_where_none_stands_on_it(name: str, titled: bool) -> None:
    found = short(read(workbook({name: lined(HEAD, *ROWS)}), FileKind.XLSX))
    assert (found[0] == name) is titled
