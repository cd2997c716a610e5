"""What a page may do to its text, drawn by hand."""

import pytest

from donghanh.reading.blocks import BlockDocument, Paragraph, Table
from donghanh.reading.formats.pdf import read

from .canvas import Canvas, draw, width_of

FULL = "Căn cứ Kế hoạch số 45 ngày 12 tháng 01 của xã về việc phát triển các mô hình"


def body(canvas: Canvas, *lines: str, top: float = 120, left: float = 85, first: float = 0) -> Canvas:
    for i, line in enumerate(lines):
        canvas.text(left + (first if i == 0 else 0), top + 18 * i, line)
    return canvas


def texts(document: BlockDocument) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def codes(document: BlockDocument) -> list[str]:
    return [doubt.code for doubt in document.doubts]


def rows(table: object) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[cell.text for cell in row.cells] for row in table.rows]


def ruled(canvas: Canvas, xs: list[float], ys: list[float], thin_boxes: bool = False) -> Canvas:
    for y in ys:
        if thin_boxes:
            for x0, x1 in zip(xs, xs[1:], strict=False):
                canvas.box(x0, y, x1, y + 0.5)
        else:
            canvas.line(xs[0], y, xs[-1], y)
    for x in xs:
        if thin_boxes:
            for y0, y1 in zip(ys, ys[1:], strict=False):
                canvas.box(x, y0, x + 0.5, y1)
        else:
            canvas.line(x, ys[0], x, ys[-1])
    return canvas


def test_accents_set_apart_come_back_onto_their_letters() -> None:
    page = Canvas()
    # The pen goes back for each accent, as some drivers do: within one string, or with a new one.
    shown = [f"<{ord(c):04x}>" if len(c) == 1 else c for c in (*"Hô", "400", "\u0323", "-400", *"i vie")]
    shown += ["400", f"<{0x302:04x}{0x323:04x}>", "-400", f"<{ord('n'):04x}>"]
    page.letters |= set("Hôi vien\u0302\u0323")
    page.raw(f"BT /R 14 Tf 1 0 0 1 85 742 Tm [{' '.join(shown)}] TJ ET")
    x = 85.0
    for letter, accent in (("c", ""), ("a", "´"), ("c", ""), ("h", "")):
        page.text(x, 140, letter)
        if accent:
            page.text(x + 1, 140, accent)
        x += width_of(letter)
    assert texts(read(draw(page))) == ["Hội viện", "cách"]


def test_words_without_space_characters_are_parted_by_the_gaps() -> None:
    page = Canvas()
    x = 85.0
    for word in ("Hội", "Nông", "dân", "xã"):
        page.text(x, 100, word)
        x += width_of(word) + 4
    assert texts(read(draw(page))) == ["Hội Nông dân xã"]


def test_pieces_of_a_word_are_one_word() -> None:
    page = Canvas()
    x = 85.0
    for piece in ("Ph", "ụ n", "ữ xã ", "An Bình"):
        page.text(x, 100, piece)
        x += width_of(piece)
    assert texts(read(draw(page))) == ["Phụ nữ xã An Bình"]


@pytest.mark.parametrize("shift", [0.0, 0.4, 1.2, 2.0])
def test_words_printed_twice_for_a_bold_face_are_read_once(shift: float) -> None:
    page = Canvas().text(85, 100, "KẾ HOẠCH").text(85 + shift, 100, "KẾ HOẠCH").text(85, 130, "Nội dung")
    assert texts(read(draw(page))) == ["KẾ HOẠCH", "Nội dung"]


def test_words_drawn_with_an_outline_are_bold() -> None:
    first, second = read(draw(Canvas().text(85, 100, "KẾ HOẠCH", mode=2).text(85, 130, "Nội dung"))).blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.all_bold, second.bold) == (True, 0)


def test_text_that_nobody_sees_is_left_out_with_a_doubt() -> None:
    page = body(Canvas(), "Nội dung thấy được")
    page.text(85, 200, "chữ trắng", grey=1).text(85, 220, "chữ ẩn", mode=3).text(700, 240, "ngoài trang")
    document = read(draw(page))
    assert texts(document) == ["Nội dung thấy được"]
    assert codes(document) == ["hidden_text"]
    assert "trang 1" in document.doubts[0].message


def test_white_text_on_a_dark_ground_is_read() -> None:
    page = Canvas().box(80, 80, 400, 110, grey=0.2).text(85, 100, "TIÊU ĐỀ", grey=1).text(85, 150, "Nội dung")
    assert texts(read(draw(page))) == ["TIÊU ĐỀ", "Nội dung"]


def test_a_watermark_across_the_page_is_left_out_with_a_doubt() -> None:
    page = body(Canvas(), "Nội dung chính").text(200, 500, "DỰ THẢO", size=60, turn=(0.7, 0.7, -0.7, 0.7))
    document = read(draw(page))
    assert texts(document) == ["Nội dung chính"]
    assert codes(document) == ["slanted_text"]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_is_read_upright_however_it_is_turned(rotate: int) -> None:
    turns = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}
    page = Canvas(rotate=rotate)
    for i, line in enumerate(("Dòng thứ nhất của trang.", "Dòng thứ hai.")):
        x, y = 100.0, 100.0 + 40 * i
        # Where the reader's (x, y) lies on the sheet.
        places = {0: (x, y), 90: (y, 842 - x), 180: (595 - x, 842 - y), 270: (595 - y, x)}
        page.text(*places[rotate], line, turn=turns[rotate])
    assert texts(read(draw(page))) == ["Dòng thứ nhất của trang.", "Dòng thứ hai."]


def test_turned_words_in_a_cell_belong_to_the_cell() -> None:
    page = ruled(Canvas(), [80, 120, 300, 500], [100, 200, 300])
    page.text(105, 190, "Nhóm một", size=12, turn=(0, 1, -1, 0)).text(
        130, 150, "Việc chung của các chi hội trong xã"
    )
    page.text(310, 150, "Hội").text(130, 250, "Việc riêng").text(310, 250, "Chi hội")
    assert rows(read(draw(page)).blocks[0]) == [
        ["Nhóm một", "Việc chung của các chi hội trong xã", "Hội"],
        ["", "Việc riêng", "Chi hội"],
    ]


@pytest.mark.parametrize("thin_boxes", [False, True])
def test_a_table_is_told_by_its_lines_however_they_are_drawn(thin_boxes: bool) -> None:
    page = ruled(Canvas(), [80, 120, 300, 500], [100, 140, 180], thin_boxes)
    page.text(85, 120, "TT", bold=True).text(125, 120, "Nội dung", bold=True).text(
        305, 120, "Chủ trì", bold=True
    )
    page.text(85, 160, "1").text(125, 155, "Tập huấn cho", size=12).text(125, 170, "hội viên", size=12).text(
        305, 160, "Hội xã"
    )
    table = read(draw(page)).blocks[0]
    assert rows(table) == [["TT", "Nội dung", "Chủ trì"], ["1", "Tập huấn cho hội viên", "Hội xã"]]
    assert isinstance(table, Table)
    assert all(cell.bold for cell in table.rows[0].cells)
    assert not table.borderless


def test_cells_that_nearly_touch_stay_apart() -> None:
    page = ruled(Canvas(), [80, 200, 320, 440], [100, 140, 180])
    for y in (120, 160):
        page.text(199 - width_of("1.500.000"), y, "1.500.000").text(202, y, "đồng một tổ").text(325, y, "Hội")
    assert rows(read(draw(page)).blocks[0]) == [["1.500.000", "đồng một tổ", "Hội"]] * 2


def test_cells_told_by_their_backgrounds_alone_are_a_table() -> None:
    page = Canvas()
    for row in range(3):
        for column in range(3):
            x, y = 80 + 120 * column, 100 + 30 * row
            page.box(x, y, x + 119, y + 29, grey=0.9 if row % 2 else 0.8)
    for row in range(3):
        for column in range(3):
            page.text(85 + 120 * column, 120 + 30 * row, f"ô {row}{column}")
    assert rows(read(draw(page)).blocks[0]) == [[f"ô {r}{c}" for c in range(3)] for r in range(3)]


def test_a_box_around_text_is_no_table() -> None:
    page = ruled(Canvas(), [300, 500], [60, 90]).text(310, 80, "DỰ THẢO LẦN 2")
    body(page, "Nội dung của kế hoạch.", top=140)
    assert texts(read(draw(page))) == ["DỰ THẢO LẦN 2", "Nội dung của kế hoạch."]


@pytest.mark.parametrize("written", ["{}", "- {} -", "Trang {}/3", "{}/3"])
@pytest.mark.parametrize("y", [40, 810])
def test_page_numbers_are_dropped(written: str, y: float) -> None:
    pages = [
        body(Canvas(), f"Nội dung của phần {name}.").text(280, y, written.format(number))
        for number, name in enumerate(("một", "hai", "ba"), start=1)
    ]
    document = read(draw(*pages))
    assert texts(document) == ["Nội dung của phần một.", "Nội dung của phần hai.", "Nội dung của phần ba."]
    assert [b.page for b in document.blocks] == [1, 2, 3]


def test_a_running_head_is_dropped_and_a_repeated_sentence_kept() -> None:
    pages = []
    for number in range(1, 4):
        page = Canvas().text(85, 40, "Kế hoạch phát triển vườn rau").text(480, 40, str(number))
        pages.append(body(page, f"Việc của nhóm {number} như sau:", "Báo cáo kịp thời.", top=400))
    assert texts(read(draw(*pages))) == [
        text for n in range(1, 4) for text in (f"Việc của nhóm {n} như sau:", "Báo cáo kịp thời.")
    ]


def test_a_year_that_a_page_break_parts_from_its_sentence_is_kept() -> None:
    last = FULL[:-8]
    first = body(Canvas(), FULL, FULL, FULL, last, top=740)
    first.text(85 + width_of(FULL) - width_of("năm"), 794, "năm")
    second = body(Canvas(), "2025 tại hội nghị của xã.", top=80)
    assert texts(read(draw(first, second))) == [
        f"{FULL} {FULL} {FULL} {last.strip()} năm 2025 tại hội nghị của xã."
    ]


def test_a_dash_at_the_margin_inside_a_sentence_is_no_item() -> None:
    start = FULL[:-9]
    page = Canvas().text(121, 100, start).text(121 + width_of(start) + 4, 100, "2021")
    page.text(85, 118, "- 2030 theo lộ trình đã nêu.")
    page.text(121, 136, FULL[:-4]).text(85, 154, "và nơi khác.").text(121, 172, "- Việc thứ nhất.")
    assert texts(read(draw(page))) == [
        f"{start.strip()} 2021 - 2030 theo lộ trình đã nêu.",
        f"{FULL[:-4].strip()} và nơi khác.",
        "- Việc thứ nhất.",
    ]


def test_a_signature_that_a_page_break_cuts_is_one_signature() -> None:
    first = body(Canvas(), "Căn cứ tình hình thực tế, đề nghị các chi hội thực hiện./.", top=690)
    for i, (left, right) in enumerate((("Nơi nhận:", "TM. BAN CHẤP HÀNH"), ("- Các chi hội;", "CHỦ TỊCH"))):
        first.text(85, 730 + 16 * i, left, size=12).text(360, 730 + 16 * i, right, bold=True)
    second = Canvas().text(85, 80, "- Lưu: VT.", size=12).text(370, 120, "Trần Văn Mẫu", bold=True)
    document = read(draw(first, second))
    (signature,) = [block for block in document.blocks if isinstance(block, Table)]
    assert [[p.text for p in cell.paragraphs] for cell in signature.rows[0].cells] == [
        ["Nơi nhận:", "- Các chi hội;", "- Lưu: VT."],
        ["TM. BAN CHẤP HÀNH", "CHỦ TỊCH", "Trần Văn Mẫu"],
    ]


def test_a_word_that_a_narrow_cell_tears_is_one_word() -> None:
    page = ruled(Canvas(), [80, 180, 300, 400], [100, 150, 200])
    page.text(86, 120, "12.000.000đ/ch").text(86, 138, "uyến").text(185, 120, "Hội Nông dân").text(
        185, 138, "xã"
    )
    page.text(86, 170, "Thuê xe").text(185, 170, "Hội").text(305, 170, "Quý I")
    assert rows(read(draw(page)).blocks[0])[0] == ["12.000.000đ/chuyến", "Hội Nông dân xã", ""]


def test_a_hyphen_at_the_end_of_a_line_is_kept() -> None:
    page = Canvas().text(121, 100, FULL[:-4]).text(85, 118, FULL[:-3] + "KH-").text(85, 136, "UBND của xã.")
    assert texts(read(draw(page)))[0].endswith("KH-UBND của xã.")


def test_footnotes_stand_at_the_end_and_their_marks_go() -> None:
    page = Canvas().text(85, 100, "Hỗ trợ hộ nghèo").text(85 + width_of("Hỗ trợ hộ nghèo"), 94, "1", size=8)
    page.text(85 + width_of("Hỗ trợ hộ nghèo") + 5, 100, " trong xã.")
    page.line(85, 760, 230, 760).text(85, 772, "1", size=7).text(90, 775, "Theo danh sách đã duyệt.", size=10)
    second = body(Canvas(), "Phần tiếp theo.")
    document = read(draw(page, second))
    assert texts(document) == ["Hỗ trợ hộ nghèo trong xã.", "Phần tiếp theo.", "[1] Theo danh sách đã duyệt."]
    assert document.blocks[-1].page == 1


def test_a_page_that_shows_only_a_part_of_its_sheet_hides_the_rest() -> None:
    page = body(Canvas(crop=(0, 100, 595, 842)), "Nội dung trong khung.").text(85, 800, "ngoài khung")
    document = read(draw(page))
    assert texts(document) == ["Nội dung trong khung."]
    assert codes(document) == ["hidden_text"]


def test_names_and_values_that_a_tab_parts_stay_on_their_lines() -> None:
    page = body(Canvas(), "Hội nghị tổng kết được tổ chức như sau:")
    for i, (name, value) in enumerate(
        (("- Thời gian:", "Quý IV năm 2026"), ("- Địa điểm:", "Hội trường xã"))
    ):
        page.text(85, 140 + 18 * i, name).text(250, 140 + 18 * i, value)
    assert texts(read(draw(page)))[1:] == ["- Thời gian: Quý IV năm 2026", "- Địa điểm: Hội trường xã"]


def test_a_part_of_a_table_with_merged_cells_only_goes_on_with_the_table() -> None:
    first = ruled(Canvas(), [80, 120, 300, 500], [700, 740, 780])
    for y, words in ((725, ("TT", "Nội dung", "Chủ trì")), (765, ("1", "Tập huấn.", "Hội xã"))):
        for x, word in zip((85, 125, 305), words, strict=True):
            first.text(x, y, word)
    second = ruled(Canvas(), [80, 300, 500], [80, 110, 140])
    second.text(85, 100, "Tổng cộng").text(305, 100, "5 lớp").text(85, 130, "Bằng chữ").text(
        305, 130, "năm lớp"
    )
    (table,) = read(draw(first, second)).blocks
    assert isinstance(table, Table)
    assert [[(c.text, c.column, c.columns) for c in row.cells] for row in table.rows[2:]] == [
        [("Tổng cộng", 0, 2), ("5 lớp", 2, 1)],
        [("Bằng chữ", 0, 2), ("năm lớp", 2, 1)],
    ]
