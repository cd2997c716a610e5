"""Plain text and Markdown as they come: pasted, converted, typed."""

import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.reading.blocks import BlockDocument, Paragraph, Table
from donghanh.reading.errors import UnreadableFile
from donghanh.reading.formats.text import read
from reading.formats import hostile

SHARED = Path(__file__).resolve().parents[5] / "shared" / "contract" / "files"


def blocks(text: str) -> BlockDocument:
    return read(text.encode())


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text).blocks if isinstance(block, Paragraph)]


def only(text: str) -> Paragraph:
    (block,) = blocks(text).blocks
    assert isinstance(block, Paragraph)
    return block


def table(text: str) -> Table:
    return next(block for block in blocks(text).blocks if isinstance(block, Table))


def rows(text: str) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table(text).rows]


def words(document: BlockDocument) -> str:
    """Every letter and digit of the blocks, in order."""
    parts = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            parts.append(block.text)
        else:
            parts += [p.text for row in block.rows for cell in row.cells for p in cell.paragraphs]
    return "".join(c for c in "".join(parts) if c.isalnum())


# --- markup ---


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Tổ chức **ba** lớp", "Tổ chức ba lớp"),
        ("Tổ chức __ba__ lớp và *hai* hội thi _nhỏ_", "Tổ chức ba lớp và hai hội thi nhỏ"),
        ("***Kết quả*** đạt được", "Kết quả đạt được"),
        (r"\* Thời gian: quý I", "* Thời gian: quý I"),
        (r"\- Mở lớp", "- Mở lớp"),
        (r"1\. Mở lớp", "1. Mở lớp"),
        ("* Thời gian: quý I", "* Thời gian: quý I"),
        ("Xem [trang của Hội](http://phunu.example/a_b_c) nhé", "Xem trang của Hội nhé"),
        ("Biểu trưng ![hình](logo.png) của Hội", "Biểu trưng của Hội"),
        ("Nguồn: <https://phunu.example>", "Nguồn: https://phunu.example"),
        ("Chương trình DTTS&amp;MN và R&D &lt;5 tuổi", "Chương trình DTTS&MN và R&D <5 tuổi"),
        ("Trẻ <5 tuổi, <Tên xã> và > 80%", "Trẻ <5 tuổi, <Tên xã> và > 80%"),
        ("<b>Chờ</b> <u>hướng</u> <span style='x'>dẫn</span><o:p></o:p>", "Chờ hướng dẫn"),
        ("Ghi chú (*) và (**): 3*4 = 12, tệp a_b_c.txt", "Ghi chú (*) và (**): 3*4 = 12, tệp a_b_c.txt"),
        ("Số: __/KH-HPN, ngày ____ tháng __", "Số: __/KH-HPN, ngày ____ tháng __"),
        ("Gõ lệnh `donghanh read` rồi chờ", "Gõ lệnh donghanh read rồi chờ"),
        ("> Trích nghị quyết", "Trích nghị quyết"),
        ("> 80% hội viên tham gia", "> 80% hội viên tham gia"),
        ("Hội\u00a0viên \u200bphụ\u00ad nữ\t", "Hội viên phụ nữ"),
    ],
)
def test_markup_goes_and_words_stay(written: str, read_as: str) -> None:
    assert only(written).text == read_as


def test_a_heading_has_its_depth_and_no_number_signs() -> None:
    first, second, third = blocks("## **2. Huy động nguồn lực:**\n# Mở đầu #\nThân bài").blocks
    assert isinstance(first, Paragraph) and isinstance(second, Paragraph) and isinstance(third, Paragraph)
    assert (first.text, first.heading, first.all_bold) == ("2. Huy động nguồn lực:", 2, True)
    assert (second.text, second.heading) == ("Mở đầu", 1)
    assert (third.text, third.heading) == ("Thân bài", None)


@pytest.mark.parametrize(
    ("written", "bold"),
    [
        ("**1. Đối tượng:** hội viên nghèo", "1. Đối tượng:"),
        ("**1. Đối tượng: **hội viên nghèo", "1. Đối tượng:"),
        ("<b>1. Đối tượng</b>: hội viên nghèo", "1. Đối tượng"),
        ("- **Thời gian:** quý I", "- Thời gian:"),
        ("**TM. BAN THƯỜNG VỤ**", "TM. BAN THƯỜNG VỤ"),
        ("Mở **hai** lớp", ""),
        ("- Mở hai lớp", ""),
        ("<strong>Mở hai\nlớp</strong> tập huấn", "Mở hai"),
    ],
)
def test_the_bold_words_at_the_start_are_counted(written: str, bold: str) -> None:
    paragraph = next(b for b in blocks(written).blocks if isinstance(b, Paragraph))
    assert paragraph.text[: paragraph.bold] == bold


def test_a_paragraph_in_italics_is_known() -> None:
    assert only("*(Ban hành kèm theo Kế hoạch)*").italic
    assert only("<i>(Ban hành kèm theo Kế hoạch)</i>").italic
    assert not only("Mở *hai* lớp").italic


def test_rules_and_code_fences_are_no_words() -> None:
    assert texts("Mở đầu\n\n---\n\n* * *\n_____\n```\nmã số 1\nmã số 2\n```\nKết thúc") == [
        "Mở đầu", "mã số 1", "mã số 2", "Kết thúc"
    ]  # fmt: skip


def test_web_paragraphs_and_lists_are_paragraphs() -> None:
    page = "<p>Căn cứ Luật số 1\ncủa Quốc hội</p><p align='center'>KẾ HOẠCH</p><ul><li>Mở lớp<li>Tặng quà</ul><h2>Kinh phí</h2>Hết<br>rồi"
    assert texts(page) == [
        "Căn cứ Luật số 1 của Quốc hội", "KẾ HOẠCH", "- Mở lớp", "- Tặng quà", "Kinh phí", "Hết", "rồi"
    ]  # fmt: skip
    centred = [b.centred for b in blocks(page).blocks if isinstance(b, Paragraph)]
    assert centred == [False, True, False, False, False, False, False]


def test_a_script_and_a_comment_are_not_read() -> None:
    assert texts("<script>var a = 1;</script><style>p {}</style><!-- ghi chú -->Nội dung kế hoạch") == [
        "Nội dung kế hoạch"
    ]


# --- tables ---


def test_rows_with_tabs_are_a_table_with_its_empty_cells() -> None:
    text = "STT\tNội dung\tĐơn vị\tGhi chú\nI\t<b>TRUYỀN THÔNG</b>\t\t\n\n1.1\tMở lớp\tHội xã\n-\tIn tờ gấp\tHội xã\t"
    assert rows(text) == [
        ["STT", "Nội dung", "Đơn vị", "Ghi chú"],
        ["I", "TRUYỀN THÔNG", "", ""],
        ["1.1", "Mở lớp", "Hội xã", ""],
        ["-", "In tờ gấp", "Hội xã", ""],
    ]
    assert table(text).rows[1].cells[1].bold
    assert not table(text).borderless


def test_a_quoted_cell_may_hold_line_breaks() -> None:
    text = 'STT\tNội dung\tĐơn vị\n1\t"Mở lớp:\n- lớp ""Khởi nghiệp""\n- lớp kế toán"\tHội xã\n2\t"Nếp nghĩ, cách làm" mới\tHội xã'
    assert [p.text for p in table(text).rows[1].cells[1].paragraphs] == [
        "Mở lớp:", '- lớp "Khởi nghiệp"', "- lớp kế toán"
    ]  # fmt: skip
    assert rows(text)[2] == ["2", '"Nếp nghĩ, cách làm" mới', "Hội xã"]


def test_a_quotation_mark_that_nothing_closes_is_a_word() -> None:
    assert rows('STT\tNội dung\n1\t"Mở lớp\n2\tTặng quà') == [
        ["STT", "Nội dung"],
        ["1", '"Mở lớp'],
        ["2", "Tặng quà"],
    ]


def test_a_tab_behind_a_label_is_no_column() -> None:
    assert texts("1.\tMục đích\n2.\tYêu cầu\n-\tMở lớp\na)\tTặng quà") == [
        "1. Mục đích", "2. Yêu cầu", "- Mở lớp", "a) Tặng quà"
    ]  # fmt: skip


def test_a_markdown_table_loses_its_alignment_row() -> None:
    text = "| STT | Nội dung |\n|:---|:---:|\n| 1 | **Mở lớp**<br>kế toán |\n| 2 | Thu \\| chi |\n\nHết"
    assert rows(text) == [["STT", "Nội dung"], ["1", "Mở lớp kế toán"], ["2", "Thu | chi"]]
    assert texts(text) == ["Hết"]


def test_a_markdown_table_needs_no_outer_bars() -> None:
    assert rows("STT | Nội dung\n--- | ---\n1 | Mở lớp") == [["STT", "Nội dung"], ["1", "Mở lớp"]]


GRID = """\
+----+------------------+---------+
| TT | Nội dung         | Đơn vị  |
+----+------------------+---------+
| 1  | Mở lớp tập huấn  | Hội xã  |
|    | cho hội viên     |         |
+----+------------------+---------+
| 2  | Tặng quà         | Đoàn xã |
+----+------------------+---------+
"""


def test_a_drawn_table_joins_the_lines_of_its_cells() -> None:
    boxes = GRID.translate(str.maketrans({"|": "│", "+": "┼", "-": "─"}))
    expected = [
        ["TT", "Nội dung", "Đơn vị"],
        ["1", "Mở lớp tập huấn cho hội viên", "Hội xã"],
        ["2", "Tặng quà", "Đoàn xã"],
    ]
    assert rows(GRID) == rows(boxes) == expected


def test_a_web_table_keeps_its_spans() -> None:
    found = table(
        "<table><tr><th rowspan=2>TT<th colspan='2'>Kết quả<tr><td>Nam</td><td>Nữ<br>(người)</td></tr></table>"
    )
    head, body = found.rows
    assert [(c.text, c.column, c.columns, c.rows) for c in head.cells] == [
        ("TT", 0, 1, 2),
        ("Kết quả", 1, 2, 1),
    ]
    assert [(c.text, c.column) for c in body.cells] == [("Nam", 1), ("Nữ (người)", 2)]


def test_rows_without_their_table_end_where_words_begin() -> None:
    text = "<tr><td>1</td><td>Mở lớp</td></tr>\nHết bảng"
    assert rows(text) == [["1", "Mở lớp"]]
    assert texts(text) == ["Hết bảng"]


# --- two columns ---

HEAD = """\
   UBND XÃ AN LẠC                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
 HỘI LIÊN HIỆP PHỤ NỮ                    Độc lập - Tự do - Hạnh phúc
      ________                              ____________________
    Số:   /KH-HPN                      An Lạc, ngày 3 tháng 5 năm 2025

                                KẾ HOẠCH
               Tổ chức tập huấn cho hội viên năm 2025
"""
FOOT = """\
Nơi nhận:                              TM. BAN THƯỜNG VỤ
- Hội LHPN huyện;                           CHỦ TỊCH
- Các chi hội;
- Lưu: VT.


                                         Nguyễn Thị Mai
"""


def test_the_letterhead_is_a_row_of_two_cells() -> None:
    head, *titles = blocks(HEAD).blocks
    assert isinstance(head, Table) and head.borderless and len(head.rows) == 1
    left, right = ([p.text for p in cell.paragraphs] for cell in head.rows[0].cells)
    assert left == ["UBND XÃ AN LẠC", "HỘI LIÊN HIỆP PHỤ NỮ", "Số: /KH-HPN"]
    assert right[0].startswith("CỘNG HÒA") and right[2] == "An Lạc, ngày 3 tháng 5 năm 2025"
    assert [(t.text, t.centred) for t in titles if isinstance(t, Paragraph)] == [
        ("KẾ HOẠCH", True), ("Tổ chức tập huấn cho hội viên năm 2025", True)
    ]  # fmt: skip


@pytest.mark.parametrize(
    "foot",
    [
        FOOT,
        "Nơi nhận:\tTM. BAN THƯỜNG VỤ\n- Hội LHPN huyện;\tCHỦ TỊCH\n- Các chi hội;\n- Lưu: VT.\n\n\n\tNguyễn Thị Mai",
    ],
)
def test_recipients_and_signature_are_a_row_of_two_cells(foot: str) -> None:
    *_, block = blocks("Trên đây là kế hoạch năm 2025.\n\n" + foot).blocks
    assert isinstance(block, Table) and block.borderless
    left, right = ([p.text for p in cell.paragraphs] for cell in block.rows[0].cells)
    assert left == ["Nơi nhận:", "- Hội LHPN huyện;", "- Các chi hội;", "- Lưu: VT."]
    assert right == ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Nguyễn Thị Mai"]


def test_behind_the_signature_another_paper_begins() -> None:
    *_, foot, kind, title, annex = blocks(
        "Trên đây là kế hoạch năm 2025.\n\n"
        + FOOT
        + "\n\nKẾ HOẠCH\nThực hiện Đề án 938 trên địa bàn xã An Lạc\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND)\n"
    ).blocks
    assert isinstance(foot, Table)
    assert [p.text for p in foot.rows[0].cells[0].paragraphs][-1] == "- Lưu: VT."
    assert [p.text for p in (kind, title, annex) if isinstance(p, Paragraph)] == [
        "KẾ HOẠCH",
        "Thực hiện Đề án 938 trên địa bàn xã An Lạc",
        "(Ban hành kèm theo Quyết định số 12/QĐ-UBND)",
    ]


# --- pages and lines ---


def test_page_numbers_and_running_heads_go_and_pages_are_counted() -> None:
    pages = [
        f"KẾ HOẠCH NĂM 2025 - HỘI PHỤ NỮ\n\nNội dung của trang {word}.\n\n{n}\n"
        for n, word in enumerate("abcd", 1)
    ]
    document = blocks("\f".join(pages))
    assert document.pages == 4
    assert [(b.text, b.page) for b in document.blocks if isinstance(b, Paragraph)] == [
        ("KẾ HOẠCH NĂM 2025 - HỘI PHỤ NỮ", 1), ("Nội dung của trang a.", 1), ("Nội dung của trang b.", 2),
        ("Nội dung của trang c.", 3), ("Nội dung của trang d.", 4),
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["- 3 -", "Trang 3/7", "3"])
def test_a_page_number_within_a_sentence_is_dropped(number: str) -> None:
    text = (
        "- Mở các lớp tập huấn về kỹ năng quản lý vốn vay cho hội viên của các xã\n"
        "vùng biên giới, giao các chi hội chủ động rà soát và tập trung chỉ đạo\n\n\n"
        f"{number}\n\n"
        "các tổ vay vốn lập danh sách gửi về Hội Liên hiệp Phụ nữ huyện trước ngày\n15/11.\n"
    )
    assert len(texts(text)) == 1
    assert "chỉ đạo các tổ vay vốn" in texts(text)[0]


def test_a_number_that_is_content_stays() -> None:
    assert texts("STT\n1\nMở lớp\n2\nTặng quà") == ["STT", "1", "Mở lớp", "2", "Tặng quà"]


def test_indents_are_levels() -> None:
    text = "I. Mục đích\n  1. Nội dung\n      - Mở lớp\n  2. Kinh phí\nII. Tổ chức"
    assert [b.indent for b in blocks(text).blocks if isinstance(b, Paragraph)] == [0, 1, 2, 1, 0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_encodings_and_line_breaks_make_no_difference(encoding: str, form: str, line_break: str) -> None:
    text = HEAD + GRID + "Nội dung kế hoạch.\n" + FOOT
    written = unicodedata.normalize(form, text).replace("\n", line_break).encode(encoding)  # type: ignore[arg-type]
    assert read(written).blocks == read(text.encode()).blocks


# --- nothing is lost, nothing breaks ---

PIECES = st.sampled_from(
    ["Mở lớp ", "hội viên", "\n", "\n\n", "\t", "   ", "        ", "| a | b |", "|---|", "+---+", "**", "*", "_", "__", "- ", "1. ",
     "<b>", "</b>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<p>", "<br>", "&amp;", "\\", "`", "```\n", "# ", "> ", '"', "[", "](x)",
     "Nơi nhận:", "TM. ", "CỘNG HÒA XÃ HỘI", "\f", "3\n", "Trang 2\n", "\u0301", "\x00", "\ufdd0", "\ufdd4", "<!--", "<script>", "đ"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    try:
        document = blocks(text.replace("\ud800", ""))
    except UnreadableFile:
        return
    for block in document.blocks:
        if isinstance(block, Paragraph):
            assert block.text and "\n" not in block.text and "  " not in block.text
            assert 0 <= block.bold <= len(block.text)
        else:
            assert block.rows and all(row.cells for row in block.rows)


LINES = st.lists(
    st.sampled_from(
        ["Mở lớp cho hội viên", "- tặng quà;", "TT\tNội dung\tĐơn vị", "1\tMở lớp\tHội xã", "1\tMở lớp", "| 1 | Tặng quà |",
         "+---+---+", "|---|---|", "", "   thụt vào", "Nơi nhận:      TM. ỦY BAN", "              CHỦ TỊCH", "UBND XÃ    CỘNG HÒA XÃ HỘI",
         '2\t"Nửa dòng', 'nửa sau"\tx', "a) Đối tượng", "**Đậm** nhạt", "## Đề mục", "xã hội", "2021", "- 2025", "văn bản\tmột tab"]
    ),
    max_size=25,
)  # fmt: skip


@given(LINES)
def test_every_word_is_in_the_blocks_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        document = blocks(text)
    except UnreadableFile:
        return
    assert sorted(words(document)) == sorted(c for c in text if c.isalnum())


@pytest.mark.parametrize("name", ["000.txt", "002.txt", "004.txt"])
def test_real_plans_lose_no_word(name: str) -> None:
    if not SHARED.exists():
        pytest.skip("the plans of the contract are not beside the repository")
    text = unicodedata.normalize("NFC", (SHARED / name).read_text("utf-8"))
    for mark in ("<b>", "</b>", "<i>", "</i>", "<u>", "</u>", "amp;", "\n3 \n"):
        text = text.replace(mark, "")
    assert words(blocks(text)) == "".join(c for c in text if c.isalnum())


@pytest.mark.parametrize("kind", hostile.TEXTS)
def test_hostile_text_is_read_and_its_words_kept(kind: str) -> None:
    text = hostile.text(kind, 20_000)
    found = words(blocks(text))
    assert found.startswith("Kếhoạch")
    if kind not in ("tags", "pages"):  # known tags and numbers of pages are no words
        assert sorted(found) == sorted(c for c in text if c.isalnum())


def test_random_noise_among_words_is_kept() -> None:
    noise = random.Random(8)
    text = (
        "Mở lớp "
        + "".join(chr(noise.choice([0x4E00, 0x1F600, 0xE000, 0xF0B7, 0x0E01])) for _ in range(50))
        + " cho hội viên"
    )
    assert only(text).text.endswith("cho hội viên")
