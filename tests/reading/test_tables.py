"""What the columns of a table hold, and which of its rows are heads, headings, totals or entries."""

from collections.abc import Sequence

import pytest

from donghanh.reading.blocks import Cell
from donghanh.reading.source import CellSpan, build_source
from donghanh.reading.tables import TableView, figure, understand_table
from reading.building import blocks, table, wide


def view(*rows: Sequence[str | Cell | None]) -> TableView:
    return understand_table(build_source(blocks(table(*rows))).lines)


@pytest.mark.parametrize(
    ("head", "row", "columns"),
    [
        (["TT", "Nội dung", "Đơn vị thực hiện", "Thời gian"], ["1", "Phát tin", "Hội LHPN xã", "Tháng 3"], ["number", "content", "lead", "period"]),
        (["STT", "Công việc", "Chủ trì", "Phối hợp", "Ghi chú"], ["1", "Phát tin", "Hội", "Đoàn", ""], ["number", "content", "lead", "partner", "note"]),
        (["TT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"], ["1", "Quà", "suất", "10", "500.000", "5.000.000"],
         ["number", "content", "measure", "quantity", "price", "amount"]),
        (["TT", "Đơn vị", "Số lượng", "Ghi chú"], ["1", "Xã Bình An", "10", ""], ["number", "unit", "quantity", "note"]),
        (["TT", "Nội dung", "Đơn vị"], ["1", "Phát tin", "Hội LHPN xã"], ["number", "content", "lead"]),
        (["TT", "Đơn vị", "Chỉ tiêu"], ["1", "Xã Bình An", "10"], ["number", "unit", "quantity"]),
        (["TT", "Nội dung chi", "Kinh phí (triệu đồng)"], ["1", "Quà", "50"], ["number", "content", "amount"]),
    ],
)  # fmt: skip
def test_columns_are_told_from_their_heads(head: list[str], row: list[str], columns: list[str]) -> None:
    found = view(head, row)
    assert [found.columns[i].value for i in sorted(found.columns)] == columns


def marks(found: TableView) -> list[str]:
    return ["total" if r.total else "heading" if r.heading else "entry" for r in found.rows]


def test_rows_are_headings_entries_or_totals() -> None:
    found = view(
        ["TT", "Nội dung", "Thành tiền"],
        ["I", "Tuyên truyền", ""],
        ["1", "Phát tin", "5"],
        ["II", "Hỗ trợ", ""],
        ["1", "Tặng quà", "7"],
        ["", "Tổng cộng", "12"],
    )
    assert marks(found) == ["heading", "entry", "heading", "entry", "total"]


@pytest.mark.parametrize(
    "words",
    [
        "Tổng cộng",
        "TỔNG CỘNG",
        "Tổng",
        "Cộng",
        "Tổng số",
        "Tổng kinh phí",
        "Tổng cộng (I+II)",
        "Cộng toàn xã",
    ],
)
def test_a_total_row_is_known_by_its_words(words: str) -> None:
    assert (
        marks(
            view(["TT", "Nội dung", "Thành tiền"], ["1", "Quà", "5"], ["2", "Lớp", "7"], ["", words, "12"])
        )[-1]
        == "total"
    )


@pytest.mark.parametrize(
    "words", ["Tổng kết phong trào", "Tổng hợp kết quả", "Cộng tác viên", "Tổng phụ trách Đội"]
)
def test_work_that_only_begins_like_a_total_is_an_entry(words: str) -> None:
    assert marks(view(["TT", "Nội dung", "Thành tiền"], ["1", "Quà", "5"], ["2", words, "12"]))[-1] == "entry"


def test_a_head_may_have_two_rows_and_a_row_of_column_numbers() -> None:
    found = view(
        [wide("TT", 1, rows=2), wide("Nội dung", 1, rows=2), wide("Kinh phí", 2)], [None, None, "Ngân sách", "Xã hội hóa"],
        ["(1)", "(2)", "(3)", "(4)"], ["1", "Quà", "5", "7"],
    )  # fmt: skip
    assert (len(found.head_rows), len(found.rows)) == (3, 1)
    assert [found.columns[i].value for i in (2, 3)] == ["amount", "amount"]


def test_a_head_repeated_on_another_page_is_no_entry() -> None:
    head = ["TT", "Nội dung", "Ghi chú"]
    assert len(view(head, ["1", "Quà", "x"], head, ["2", "Lớp", "y"]).rows) == 2


def test_a_table_without_a_head_still_has_its_content() -> None:
    found = view(["1", "Phát tin trên loa", "Tháng 3"], ["2", "Đăng bài trên trang", "Tháng 4"])
    assert found.head_rows == []
    assert (found.columns[0].value, found.columns[1].value, len(found.rows)) == ("number", "content", 2)


def test_an_empty_table_says_nothing() -> None:
    assert understand_table([]).rows == []


@pytest.mark.parametrize(
    ("words", "value"),
    [("10", 10), ("1.286", 1286), ("5.000.000", 5_000_000), ("5.000.000đ", 5_000_000), ("500.000 đồng", 500_000), ("62,5", 62.5), ("", None), ("Hội", None), ("-", None), ("10 hộ", None)],
)  # fmt: skip
def test_a_cell_holds_a_figure_or_none(words: str, value: float | None) -> None:
    assert figure(CellSpan(words, 0, len(words), 0)) == value


def kinds(found: TableView) -> list[str]:
    return [found.columns[i].value for i in sorted(found.columns)]


def test_a_head_may_have_three_rows() -> None:
    found = view(
        [wide("TT", 1, rows=3), wide("Nội dung", 1, rows=3), wide("Tổng số", 1, rows=3), wide("Nguồn kinh phí", 3)],
        [None, None, None, wide("NSTW", 1, rows=2), wide("NSĐP", 2)],
        [None, None, None, None, "Tỉnh", "Xã"],
        ["A", "B", "1=2+3+4", "2", "3", "4"],
        ["1", "Quà", "9", "5", "3", "1"],
    )  # fmt: skip
    assert (len(found.head_rows), len(found.rows)) == (4, 1)
    assert kinds(found) == ["number", "content", "amount", "amount", "amount", "amount"]


def test_what_is_counted_under_a_head_of_money_is_no_money() -> None:
    found = view(
        [wide("Nội dung", 1, rows=2), wide("Kinh phí", 3)], [None, "Số lượng", "Đơn giá", "Thành tiền"],
        ["Quà", "2", "5", "10"],
    )  # fmt: skip
    assert kinds(found) == ["content", "quantity", "price", "amount"]


@pytest.mark.parametrize("words", ["Cộng mục I", "Cộng (I)", "Tổng cộng mục II", "Cộng phần A"])
def test_a_subtotal_is_a_total(words: str) -> None:
    found = view(["TT", "Nội dung", "Thành tiền"], ["1", "Quà", "5"], ["", words, "5"], ["2", "Lớp", "7"])
    assert marks(found)[1] == "total"


def test_a_number_merged_over_rows_stands_for_the_first() -> None:
    found = view(["TT", "Nội dung", "Ghi chú"], [wide("1", 1, rows=2), "Quà", "x"], [None, "Lớp", "y"])
    assert [row.label and row.label.text for row in found.rows] == ["1", None]


@pytest.mark.parametrize("words", ["'1.500", "1'500", "’1500", "1 500"])
def test_figures_kept_as_text_are_figures(words: str) -> None:
    assert figure(CellSpan(words, 0, len(words), 0)) == 1500
