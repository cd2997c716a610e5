"""Tables: merges, lines, letterheads, repeats."""

import pytest

from donghanh.reading.blocks import Paragraph, Table
from donghanh.reading.formats.docx import read
from reading.formats.docx.building import docx, listed, lvl, numbering, p, r, tbl, tc, tr
from reading.formats.docx.reading_it import cells, paragraphs, table, tables, texts


def spans(found: Table) -> list[list[tuple[str, int, int, int]]]:
    return [[(c.text, c.column, c.columns, c.rows) for c in row.cells] for row in found.rows]


def test_blocks_come_in_the_order_of_the_body_also_out_of_content_controls() -> None:
    body = (
        p("trước") + "<w:sdt><w:sdtContent>" + tbl(tr("a", "b")) + p("giữa") + "</w:sdtContent></w:sdt>"
        + "<w:customXml>" + p("sau") + "</w:customXml>"
    )  # fmt: skip
    found = [block.text if isinstance(block, Paragraph) else "bảng" for block in read(docx(body)).blocks]
    assert found == ["trước", "bảng", "giữa", "sau"]


def test_merged_cells_stand_once_with_their_spans() -> None:
    body = tbl(
        tr(tc("TT", '<w:vMerge w:val="restart"/>'), tc("Kinh phí", '<w:gridSpan w:val="2"/>')),
        tr(tc("", "<w:vMerge/>"), "Trung ương", "Địa phương"),
        tr("1", "20", "10"),
    )
    assert spans(table(docx(body))) == [
        [("TT", 0, 1, 2), ("Kinh phí", 1, 2, 1)],
        [("Trung ương", 1, 1, 1), ("Địa phương", 2, 1, 1)],
        [("1", 0, 1, 1), ("20", 1, 1, 1), ("10", 2, 1, 1)],
    ]


def test_old_horizontal_merges_and_rows_that_begin_late_keep_their_columns() -> None:
    body = tbl(
        tr(tc("Tổng", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "30"),
        tr("chỉ cột sau", properties='<w:gridBefore w:val="2"/>'),
    )
    assert spans(table(docx(body))) == [[("Tổng", 0, 2, 1), ("30", 2, 1, 1)], [("chỉ cột sau", 2, 1, 1)]]


def test_a_merge_that_begins_nowhere_is_a_cell_of_its_own() -> None:
    assert spans(table(docx(tbl(tr(tc("x", "<w:vMerge/>"), "y"))))) == [[("x", 0, 1, 1), ("y", 1, 1, 1)]]


def test_deleted_rows_and_cells_go_and_inserted_rows_stay() -> None:
    body = tbl(
        tr("a", "b"), tr("bỏ", "bỏ", properties="<w:del/>"), tr("c", "d", properties="<w:ins/>"),
        tr("e", tc("bỏ", "<w:cellDel/>"), "f"),
    )  # fmt: skip
    assert cells(table(docx(body))) == [["a", "b"], ["c", "d"], ["e", "f"]]


def test_rows_and_cells_may_stand_in_content_controls() -> None:
    row = (
        "<w:sdt><w:sdtContent>"
        + tr("c", "<w:sdt><w:sdtContent>" + tc("d") + "</w:sdtContent></w:sdt>")
        + "</w:sdtContent></w:sdt>"
    )
    assert cells(table(docx(tbl(tr("a", "b"), row)))) == [["a", "b"], ["c", "d"]]


def test_a_table_in_a_cell_reads_row_by_row() -> None:
    inner = tc(p("trên") + tbl(tr("1", "2"), tr("3", "4")) + p("dưới"))
    found = table(docx(tbl(tr(inner, "cạnh"))))
    assert [x.text for x in found.rows[0].cells[0].paragraphs] == ["trên", "1", "2", "3", "4", "dưới"]


def test_cells_keep_numbers_and_emphasis() -> None:
    body = tbl(tr(tc(listed("Mở lớp") + listed("Thăm hỏi")), tc(p(r("Đậm", "<w:b/>")))))
    first, second = table(docx(body, numbering=numbering(lvl(0, "bullet", "-")))).rows[0].cells
    assert ([x.text for x in first.paragraphs], first.bold, second.bold) == (
        ["- Mở lớp", "- Thăm hỏi"],
        False,
        True,
    )


def test_empty_cells_stay_and_empty_tables_go() -> None:
    assert cells(table(docx(tbl(tr("a", ""), tr("", ""))))) == [["a", ""], ["", ""]]
    assert tables(docx(p("x") + tbl(tr("", "")))) == []


GRID = (
    '<w:style w:type="table" w:styleId="TableGrid"><w:tblPr><w:tblBorders><w:top w:val="single"/><w:left w:val="single"/>'
    '<w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="con"><w:basedOn w:val="TableGrid"/></w:style>'
)
NONE = '<w:tcBorders><w:top w:val="nil"/><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/></w:tcBorders>'
ALL = NONE.replace("nil", "single")
LOWER = '<w:tcBorders><w:bottom w:val="single"/></w:tcBorders>'


@pytest.mark.parametrize(
    ("properties", "cell", "borderless"),
    [
        ("", "", True),
        ('<w:tblStyle w:val="TableGrid"/>', "", False),
        ('<w:tblStyle w:val="con"/>', "", False),
        ('<w:tblStyle w:val="TableGrid"/>', NONE, True),
        ('<w:tblStyle w:val="khac"/>', "", True),
        ("", ALL, False),
        ("", LOWER, True),
    ],
)
def test_lines_are_told_from_table_cells_and_style(properties: str, cell: str, borderless: bool) -> None:
    body = f"<w:tbl><w:tblPr>{properties}</w:tblPr>{tr(tc('a', cell), tc('b', cell))}</w:tbl>"
    assert table(docx(body, styles=GRID)).borderless is borderless


def test_one_cell_without_lines_does_not_make_a_table_borderless() -> None:
    one, most = (tbl(tr(*(tc("a", NONE),) * n, *(tc("b"),) * (3 - n))) for n in (1, 2))
    assert [table(docx(one)).borderless, table(docx(most)).borderless] == [False, True]


def test_lines_of_a_letterhead_cell_are_paragraphs() -> None:
    body = tbl(
        tr(
            "HỘI LHPN TỈNH X\nBAN THƯỜNG VỤ\nSố: 12/KH-BTV",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        ),
        lines=False,
    )
    left, right = table(docx(body)).rows[0].cells
    assert [x.text for x in left.paragraphs] == ["HỘI LHPN TỈNH X", "BAN THƯỜNG VỤ", "Số: 12/KH-BTV"]
    assert [x.text for x in right.paragraphs] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]


def test_lines_of_a_signature_cell_are_paragraphs() -> None:
    body = tbl(
        tr("Nơi nhận:\n- Như trên;\n- Lưu: VT.", "TM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n\n\nLò Thị Mai"), lines=False
    )
    left, right = table(docx(body)).rows[0].cells
    assert [x.text for x in left.paragraphs] == ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]
    assert [x.text for x in right.paragraphs] == ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Lò Thị Mai"]


def test_a_sentence_broken_in_a_narrow_cell_stays_one() -> None:
    found = table(docx(tbl(tr(tc("Đơn vị\nthực hiện"), "b"), tr("Hội LHPN\nhuyện Mường Lát", "y"))))
    assert [len(row.cells[0].paragraphs) for row in found.rows] == [1, 1]


def test_a_letterhead_set_with_tabs_becomes_two_columns() -> None:
    body = (
        p("UBND HUYỆN X\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + p(r("PHÒNG NỘI VỤ", "<w:b/>") + r("\tĐộc lập - Tự do - Hạnh phúc"))
        + p("\tX, ngày 05 tháng 3 năm 2025") + p("Số: 12/KH-PNV\t") + p("KẾ HOẠCH") + p("Năm\t2025")
    )  # fmt: skip
    data = docx(body)
    left, right = table(data).rows[0].cells
    assert table(data).borderless
    assert [x.text for x in right.paragraphs] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "X, ngày 05 tháng 3 năm 2025",
    ]  # fmt: skip
    assert [(x.text, x.all_bold) for x in left.paragraphs] == [
        ("UBND HUYỆN X", False),
        ("PHÒNG NỘI VỤ", True),
    ]
    assert texts(data) == ["Số: 12/KH-PNV", "KẾ HOẠCH", "Năm 2025"]


def test_a_letterhead_set_with_spaces_becomes_two_columns_and_keeps_its_blanks() -> None:
    body = p(
        "UBND HUYỆN X                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "PHÒNG NỘI VỤ                Độc lập - Tự do - Hạnh phúc"
    ) + p("   Số:     /KH-PNV                X, ngày     tháng 3 năm 2025")
    left, right = table(docx(body)).rows[0].cells
    assert [x.text for x in left.paragraphs] == ["UBND HUYỆN X", "PHÒNG NỘI VỤ", "Số: /KH-PNV"]
    assert [x.text for x in right.paragraphs][1:] == [
        "Độc lập - Tự do - Hạnh phúc",
        "X, ngày tháng 3 năm 2025",
    ]


def test_tabs_elsewhere_are_spaces() -> None:
    assert texts(docx(p("1.\tMục tiêu") + p("Họ tên\tChức vụ\tGhi chú"))) == [
        "1. Mục tiêu",
        "Họ tên Chức vụ Ghi chú",
    ]


def test_a_signature_block_set_with_tabs_becomes_two_columns() -> None:
    body = (
        p("Hết nội dung.")
        + p("Nơi nhận:\tTM. BAN THƯỜNG VỤ")
        + p("- Như trên;\tCHỦ TỊCH")
        + p("- Lưu: VT.")
        + p("\tLò Thị Mai")
    )
    left, right = table(docx(body)).rows[0].cells
    assert [x.text for x in left.paragraphs] == ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]
    assert [x.text for x in right.paragraphs] == ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Lò Thị Mai"]


def test_a_head_typed_again_inside_a_table_goes() -> None:
    head = tr("TT", "Nội dung", "Kinh phí")
    body = tbl(head, tr("1", "Mở lớp", "5"), head, tr("2", "Thăm hỏi", "7"))
    assert cells(table(docx(body))) == [
        ["TT", "Nội dung", "Kinh phí"],
        ["1", "Mở lớp", "5"],
        ["2", "Thăm hỏi", "7"],
    ]


def test_a_head_of_two_rows_goes_as_a_whole_and_only_so() -> None:
    head = tr(tc("TT", '<w:vMerge w:val="restart"/>'), tc("Kinh phí", '<w:gridSpan w:val="2"/>')) + tr(
        tc("", "<w:vMerge/>"), "TW", "ĐP"
    )
    body = tbl(head, tr("1", "5", "6"), head, tr("2", "7", "8"))
    assert len(table(docx(body)).rows) == 4


def test_a_table_torn_in_two_with_its_head_again_is_one() -> None:
    head = tr("TT", "Nội dung")
    torn = docx(tbl(head, tr("1", "a")) + p("") + tbl(head, tr("2", "b")) + tbl(head, tr("3", "c")))
    assert cells(table(torn)) == [["TT", "Nội dung"], ["1", "a"], ["2", "b"], ["3", "c"]]


@pytest.mark.parametrize("between", [p("Phụ lục 2"), ""])
def test_tables_with_text_between_or_another_head_stay_two(between: str) -> None:
    second = tr("TT", "Nội dung") if between else tr("STT", "Tên")
    assert (
        len(tables(docx(tbl(tr("TT", "Nội dung"), tr("1", "a")) + between + tbl(second, tr("2", "b"))))) == 2
    )


def test_rows_know_their_page() -> None:
    mark = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = tbl(
        tr("a", "b"),
        tr(tc(p(mark + r("c"))), "d"),
        tr(tc(p("e") + p(mark + r("f"))), tc(p("g") + p(mark + r("h")))),
        tr("i", "k"),
    ) + p("sau")  # fmt: skip
    data = docx(body)
    assert [row.page for row in table(data).rows] == [1, 2, 2, 3]
    assert (paragraphs(data)[0].page, read(data).pages) == (3, 3)
