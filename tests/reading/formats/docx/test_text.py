"""The words of a paragraph: what is shown, what is not, and how it is set."""

import pytest

from reading.formats.docx.building import docx, listed, lvl, numbering, p, r
from reading.formats.docx.reading_it import doubts, paragraphs, texts


def test_spaces_of_every_kind_become_one_and_the_invisible_goes() -> None:
    assert texts(docx(p("Hội\u00a0 LHPN\u200b  xã\u3000Tân\u00adAn ") + p("  "))) == ["Hội LHPN xã TânAn"]


def test_text_comes_out_composed_also_across_runs() -> None:
    assert texts(docx(p(r("Ho") + r("\u0323i ") + r("phụ nữ")))) == ["Họi phụ nữ"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (r("Số 12") + "<w:r><w:noBreakHyphen/></w:r>" + r("KH"), "Số 12-KH"),
        (r("tuyên") + "<w:r><w:softHyphen/></w:r>" + r(" truyền"), "tuyên truyền"),
        (r("bảo hiểm\ty tế"), "bảo hiểm y tế"),
        ('<w:hyperlink r:id="rIdx">' + r("trang tin") + "</w:hyperlink>", "trang tin"),
        ('<w:fldSimple w:instr="DATE">' + r("05/3/2025") + "</w:fldSimple>", "05/3/2025"),
        ("<w:smartTag><w:smartTagPr/>" + r("xã Bản Mù") + "</w:smartTag>", "xã Bản Mù"),
        ("<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>" + r("chọn") + "</w:sdtContent></w:sdt>", "chọn"),
        ("<w:customXml>" + r("nội dung") + "</w:customXml>", "nội dung"),
        ("<w:ins>" + r("thêm") + "</w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>", "thêm"),
        ("<w:moveTo>" + r("đến") + "</w:moveTo><w:moveFrom>" + r("đi") + "</w:moveFrom>", "đến"),
        ("<w:ins><w:del>" + r("không") + "</w:del>" + r("có") + "</w:ins>", "có"),
        ("<m:oMath><m:r><m:t>S = a × b</m:t></m:r></m:oMath>", "S = a × b"),
        ("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>", "1/2"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + r(" 90%"), "≥ 90%"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0D8"/></w:r>' + r("Tập huấn"), "- Tập huấn"),
        (r("\uf0b7 Tập huấn"), "- Tập huấn"),
        (r("chọn \uf0fe"), "chọn ☑"),
        ("<w:r><w:ruby><w:rt>" + r("đọc") + "</w:rt><w:rubyBase>" + r("chữ") + "</w:rubyBase></w:ruby></w:r>", "chữ"),
        (r("kế hoạch", "<w:caps/>"), "KẾ HOẠCH"),
        ("<w:bdo>" + r("hai chiều") + "</w:bdo>", "hai chiều"),
        ("<w:t>không có run</w:t>", "không có run"),
    ],
)  # fmt: skip
def test_inline_content_reads_as_it_is_seen(content: str, expected: str) -> None:
    assert texts(docx(p(content))) == [expected]


def field(code: str, result: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (
        f"{char('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{char('separate')}{result}{char('end')}"
    )


def test_a_field_shows_its_result_and_not_its_code() -> None:
    assert texts(docx(p(r("Ngày ") + field("DATE", r("05")) + r(" tháng 3")))) == ["Ngày 05 tháng 3"]


def test_a_field_inside_the_code_of_a_field_stays_hidden() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    rest = (
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("còn hạn")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(docx(p(begin + field("PAGE", r("7")) + rest))) == ["còn hạn"]


def test_a_field_without_a_result_shows_nothing() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    assert texts(docx(p(r("trước ") + begin + field("SEQ", r("7")) + end + r("sau")))) == ["trước sau"]


def test_a_hidden_empty_item_is_not_counted() -> None:
    hidden = p("", '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>')
    data = docx(listed("một") + hidden + listed("hai"), numbering=numbering(lvl(0, "decimal", "%1.")))
    assert texts(data) == ["1. một", "2. hai"]


def test_a_field_that_never_closes_hides_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert texts(docx(p(begin + r("nội dung")) + p("tiếp theo"))) == ["nội dung", "tiếp theo"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs_and_the_second_decides_the_look() -> None:
    body = p(r("Tổ chức lớp "), "<w:jc w:val='center'/><w:rPr><w:del/></w:rPr>") + p("tập huấn.") + p("Hết.")
    found = paragraphs(docx(body))
    assert [(x.text, x.centred) for x in found] == [("Tổ chức lớp tập huấn.", False), ("Hết.", False)]


def test_a_deleted_item_is_not_counted() -> None:
    gone = p(
        "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>",
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>',
    )
    body = listed("một") + gone + listed("hai")
    assert texts(docx(body, numbering=numbering(lvl(0, "decimal", "%1.")))) == ["1. một", "2. hai"]


def test_text_before_a_deleted_mark_at_the_end_is_kept() -> None:
    assert texts(docx(p("Cuối.", "<w:rPr><w:del/></w:rPr>"))) == ["Cuối."]


def test_a_style_separator_runs_a_heading_into_its_text() -> None:
    heading = p(
        r("1. Mục đích:", "<w:b/>"), '<w:outlineLvl w:val="1"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>'
    )
    (found,) = paragraphs(docx(heading + p(" Nâng cao nhận thức.")))
    assert (found.text, found.bold, found.heading) == ("1. Mục đích: Nâng cao nhận thức.", 12, 2)


def test_a_drop_cap_stands_with_its_word() -> None:
    assert texts(docx(p("C", '<w:framePr w:dropCap="drop"/>') + p("ăn cứ Luật."))) == ["Căn cứ Luật."]


def test_hidden_text_goes_with_a_doubt() -> None:
    data = docx(p(r("Kế hoạch ") + r("nháp", "<w:vanish/>") + r("năm 2025")))
    assert (texts(data), doubts(data)) == (["Kế hoạch năm 2025"], ["hidden_text"])


def test_comments_go_with_a_doubt() -> None:
    data = docx(p(r("Mở 3 lớp.") + '<w:r><w:commentReference w:id="0"/></w:r>'))
    assert (texts(data), doubts(data)) == (["Mở 3 lớp."], ["comments"])


def test_an_embedded_document_is_told() -> None:
    assert doubts(docx(p("Kế hoạch") + '<w:altChunk r:id="rIdz"/>')) == ["embedded_document"]


# --- line breaks set by hand


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tổ chức 03 lớp tập huấn cho\ncán bộ chi hội", ["Tổ chức 03 lớp tập huấn cho cán bộ chi hội"]),
        ("Giao Ban Thường vụ\nHội LHPN xã chủ trì", ["Giao Ban Thường vụ Hội LHPN xã chủ trì"]),
        ("Giai đoạn 2021\n- 2025", ["Giai đoạn 2021 - 2025"]),
        ("Các việc:\n- Mở lớp;\n- Thăm hỏi.", ["Các việc:", "- Mở lớp;", "- Thăm hỏi."]),
        ("Mục tiêu\n1. Chung\n2. Cụ thể", ["Mục tiêu", "1. Chung", "2. Cụ thể"]),
        ("Gồm\na) Một\nb) Hai", ["Gồm", "a) Một", "b) Hai"]),
        ("Mở lớp.\nThăm hỏi hội viên.", ["Mở lớp.", "Thăm hỏi hội viên."]),
        ("MỤC ĐÍCH\nNâng cao nhận thức", ["MỤC ĐÍCH", "Nâng cao nhận thức"]),
        ("CÔNG TÁC TUYÊN TRUYỀN,\nVẬN ĐỘNG", ["CÔNG TÁC TUYÊN TRUYỀN, VẬN ĐỘNG"]),
        ("Căn cứ Luật A;\nCăn cứ Nghị định B;", ["Căn cứ Luật A;", "Căn cứ Nghị định B;"]),
        ("Trên\n\nDưới", ["Trên", "Dưới"]),
        ("\nSau một dòng trống", ["Sau một dòng trống"]),
    ],
)
def test_a_line_break_separates_only_what_stands_for_itself(text: str, expected: list[str]) -> None:
    assert texts(docx(p(text))) == expected


def test_lines_of_a_centred_title_are_paragraphs() -> None:
    found = paragraphs(docx(p("KẾ HOẠCH\nThực hiện Đề án\nnăm 2025", '<w:jc w:val="center"/>')))
    assert [(x.text, x.centred) for x in found] == [
        ("KẾ HOẠCH", True),
        ("Thực hiện Đề án", True),
        ("năm 2025", True),
    ]


def test_a_bold_line_over_its_text_is_a_paragraph() -> None:
    content = r("Về tài chính", "<w:b/>") + "<w:r><w:br/></w:r>" + r("Hội tự cân đối")
    assert texts(docx(p(content))) == ["Về tài chính", "Hội tự cân đối"]


def test_the_number_goes_with_the_first_line_that_has_text() -> None:
    found = texts(docx(listed("\nCác việc:\n- Mở lớp"), numbering=numbering(lvl(0, "decimal", "%1."))))
    assert found == ["1. Các việc:", "- Mở lớp"]


def test_a_page_break_inside_a_paragraph_parts_it() -> None:
    assert texts(docx(p(r("trước") + '<w:r><w:br w:type="page"/></w:r>' + r("sau")))) == ["trước", "sau"]


# --- emphasis, alignment, headings, pages

STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:i w:val="0"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Dam"><w:name w:val="Đậm"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dam"/><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="u3"><w:name w:val="Tiêu đề 3"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="vong1"><w:basedOn w:val="vong2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="vong2"><w:basedOn w:val="vong1"/><w:rPr><w:b/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("style", "run", "bold"),
    [
        ("Normal", "", False),
        ("Normal", "<w:b/>", True),
        ("Normal", '<w:rStyle w:val="Strong"/>', True),
        ("Dam", "", True),
        ("Dam", '<w:b w:val="0"/>', False),
        ("Dam", '<w:rStyle w:val="Strong"/>', False),
        ("Con", "", True),
        ("vong1", "", True),
        ("khôngcó", "", False),
    ],
)
def test_bold_comes_from_run_style_and_ancestors(style: str, run: str, bold: bool) -> None:
    (found,) = paragraphs(docx(p(r("Nội dung", run), f'<w:pStyle w:val="{style}"/>'), styles=STYLES))
    assert found.all_bold is bold


def test_a_bold_run_in_heading_is_measured_with_its_number() -> None:
    (found,) = paragraphs(
        docx(
            p(r("Phòng Y tế:", "<w:b/>") + r(" Cấp thuốc."), '<w:numPr><w:numId w:val="1"/></w:numPr>'),
            numbering=numbering(lvl(0, "decimal", "%1.")),
        )
    )
    assert found.text[: found.bold] == "1. Phòng Y tế:"


def test_spaces_between_bold_runs_do_not_end_the_bold_part() -> None:
    (found,) = paragraphs(docx(p(r("Phòng", "<w:b/>") + r(" ") + r("Y tế", "<w:b/>") + r(" cấp thuốc"))))
    assert found.text[: found.bold] == "Phòng Y tế"


def test_italic_means_the_whole_paragraph() -> None:
    whole, part = paragraphs(docx(p(r("Căn cứ", "<w:i/>") + r(" ")) + p(r("Căn", "<w:i/>") + r(" cứ"))))
    assert (whole.italic, part.italic) == (True, False)


def test_alignment_and_heading_depth_come_through_styles() -> None:
    def of(style: str, more: str = "") -> tuple[bool, int | None]:
        (found,) = paragraphs(docx(p("x", f'<w:pStyle w:val="{style}"/>{more}'), styles=STYLES))
        return found.centred, found.heading

    assert of("Con") == (True, None)
    assert of("Con", '<w:jc w:val="left"/>') == (False, None)
    assert of("u3") == (False, 3)
    assert of("h2") == (False, 2)
    assert of("h2", '<w:outlineLvl w:val="9"/>') == (False, None)
    assert of("Normal", '<w:outlineLvl w:val="0"/>') == (False, 1)


def test_left_indent_counts_in_steps() -> None:
    body = "".join(p("x", f'<w:ind w:left="{left}"/>') for left in (0, 567, 720, 1134, -300))
    assert [x.indent for x in paragraphs(docx(body))] == [0, 1, 1, 2, 0]


def test_pages_are_told_where_word_left_its_marks_and_else_not() -> None:
    mark = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = p("một") + p(mark + r("hai")) + p(r("ba") + mark + r(" bốn")) + p("năm")
    assert [(x.text, x.page) for x in paragraphs(docx(body))] == [
        ("một", 1),
        ("hai", 2),
        ("ba bốn", 2),
        ("năm", 3),
    ]
    assert [x.page for x in paragraphs(docx(p("một") + p("hai")))] == [None, None]


def test_a_page_mark_does_not_part_a_word() -> None:
    assert texts(docx(p(r("tuyên tru") + "<w:r><w:lastRenderedPageBreak/></w:r>" + r("yền")))) == [
        "tuyên truyền"
    ]


FIELD = "<w:sdt><w:sdtPr><w:showingPlcHdr{}/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"


def test_a_field_that_nobody_filled_yet_holds_no_text() -> None:
    data = docx(p(r("Kính gửi: ") + FIELD.format("", r("……"))))
    assert (texts(data), doubts(data)) == (["Kính gửi:"], ["unfilled"])


def test_a_field_of_whole_paragraphs_that_nobody_filled_yet_holds_none() -> None:
    assert texts(docx(p(r("Kính gửi:")) + FIELD.format("", p(r("……"))))) == ["Kính gửi:"]


def test_a_field_that_somebody_filled_is_text() -> None:
    data = docx(p(FIELD.format(' w:val="0"', r("12/KH-BTV"))))
    assert (texts(data), doubts(data)) == (["12/KH-BTV"], [])
