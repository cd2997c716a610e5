"""Tables of a page: what is merged, what has lines, what only holds the page in its place."""

from donghanh.reading.blocks import Table
from donghanh.reading.formats.html import read
from reading.formats.html.reading_it import cells, page, paragraphs, shapes, table, texts

LETTERHEAD = (
    "<table {}><tr><td><p align=center>HỘI LHPN XÃ</p><p align=center><b>BAN THƯỜNG VỤ</b></p></td>"
    "<td align=center><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br>Độc lập - Tự do - Hạnh phúc</td></tr></table>"
)


def test_cells_keep_their_place_under_merged_ones() -> None:
    found = table(
        "<table border=1><tr><td rowspan=2>TT<td colspan=2>Nội dung<tr><td>Lớp<td>Số người<tr><td>1<td>a<td>30</table>"
    )
    assert cells(found) == [["TT", "Nội dung"], ["Lớp", "Số người"], ["1", "a", "30"]]
    assert shapes(found) == [
        [(0, 1, 2), (1, 2, 1)],
        [(1, 1, 1), (2, 1, 1)],
        [(0, 1, 1), (1, 1, 1), (2, 1, 1)],
    ]


def test_spans_beyond_the_table_are_cut_to_it() -> None:
    found = table(
        "<table border=1><tr><td rowspan=65534>a<td colspan=1000>b<tr><td>c<td rowspan=0>d<tr><td>e</table>"
    )
    assert shapes(found) == [[(0, 1, 3), (1, 2, 1)], [(1, 1, 1), (2, 1, 2)], [(1, 1, 1)]]


def test_spans_that_are_no_numbers_are_one() -> None:
    found = table("<table border=1><tr><td colspan=x rowspan=-3>a<td colspan=0>b<tr><td>c<td>d</table>")
    assert shapes(found) == [[(0, 1, 1), (1, 1, 1)], [(0, 1, 1), (1, 1, 1)]]


def test_rows_without_table_parts_or_end_tags_are_rows() -> None:
    found = table(
        "<table border><thead><th>TT<th>Việc<tfoot><tr><td>Cộng<td>2<tbody><tr><td>1<td>Mở lớp</table>"
    )
    assert cells(found) == [["TT", "Việc"], ["Cộng", "2"], ["1", "Mở lớp"]]


def test_words_between_the_cells_of_a_table_stand_before_it() -> None:
    blocks = read(page("<table border=1><caption>Biểu 1</caption>lạc<tr><td>1<td>2</table>")).blocks
    assert [getattr(block, "text", "bảng") for block in blocks] == ["Biểu 1", "lạc", "bảng"]


def test_lines_are_told_by_attributes_by_rules_and_by_each_cell() -> None:
    rows = "<tr><td class=o>1<td class=o>Mở lớp<tr><td class=o>2<td class=o>Thăm hỏi</table>"
    for opening, style in [
        ("<table border=1>", ""),
        ("<table>", ".o{border:.5pt solid windowtext}"),
        ("<table>", "td{border-top:1px solid;border-left:1px solid}"),
        ("<table class='table table-bordered'>", ""),
    ]:
        assert not table(opening + rows, style).borderless, (opening, style)
    for opening, style in [
        ("<table border=0>", ""),
        ("<table>", "td{border-bottom:1px solid}"),
        ("<table border=1>", ".o{border:none}"),
        ("<table>", "td{border:0px solid}"),
    ]:
        assert table(opening + rows, style).borderless, (opening, style)


def test_a_letterhead_is_a_table_without_lines() -> None:
    for attributes in ("", "border=0", "class=MsoNormalTable border=0", "style='width:100%'"):
        found = table(LETTERHEAD.format(attributes))
        assert found.borderless
        assert [[p.text for p in cell.paragraphs] for cell in found.rows[0].cells] == [
            ["HỘI LHPN XÃ", "BAN THƯỜNG VỤ"],
            ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
        ]


def test_a_letterhead_set_with_hard_spaces_is_one_too() -> None:
    gap = "&nbsp;" * 12
    found = table(
        f"<p>UBND XÃ BA{gap}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Số: 1/KH{gap}Độc lập - Tự do</p><p>chữ</p>"
    )
    assert cells(found) == [["UBND XÃ BA Số: 1/KH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do"]]


def test_a_table_that_holds_the_page_in_its_place_is_none() -> None:
    body = "<table width=100%><tr><td>" + LETTERHEAD.format("border=0") + "<p>KẾ HOẠCH</p></td></tr></table>"
    kinds = [type(block) is Table for block in read(page(body)).blocks]
    assert kinds == [True, False]
    assert texts("<table><tr><td><p>một</p><p>hai</p></td></tr><tr><td>ba</td></tr></table>") == [
        "một",
        "hai",
        "ba",
    ]


def test_a_table_within_a_cell_with_lines_is_read_row_by_row() -> None:
    inner = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    found = table(f"<table border=1><tr><td>1<td>x{inner}y<tr><td>2<td>z</table>")
    assert [p.text for p in found.rows[0].cells[1].paragraphs] == ["x", "a", "b", "c", "d", "y"]


def test_a_head_that_is_repeated_on_each_page_stands_once() -> None:
    head, row = "<tr><th>TT<th>Nội dung", "<tr><td>{0}<td>Việc {0}"
    rows = "".join(head + row.format(n) for n in (1, 2, 3))
    assert cells(table(f"<table border=1>{rows}</table>")) == [
        ["TT", "Nội dung"], ["1", "Việc 1"], ["2", "Việc 2"], ["3", "Việc 3"],
    ]  # fmt: skip


def test_hidden_rows_and_cells_are_left_out() -> None:
    found = table(
        "<table border=1><tr><td>1<td>a<td style='display:none'>ẩn<tr style='display:none'><td>x<tr><td>2<td>b</table>"
    )
    assert cells(found) == [["1", "a"], ["2", "b"]]


def test_head_cells_are_bold_and_centred() -> None:
    (first, second) = table("<table border=1><tr><th>TT<td>chữ<tr><td>1<td>2</table>").rows[0].cells
    assert (first.bold, first.paragraphs[0].centred, second.bold) == (True, True, False)


def test_cells_outside_a_table_are_paragraphs() -> None:
    assert [p.text for p in paragraphs("<div><td>một</td><tr><td>hai</td></tr></div>")] != []
