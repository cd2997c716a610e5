"""The words of a page, as a person sees them in a browser."""

import pytest

from reading.formats.html.reading_it import doubts, paragraphs, texts


def test_line_breaks_of_the_source_are_spaces() -> None:
    assert texts("<p>Kế\n hoạch\r\n\tnăm\n2025</p>") == ["Kế hoạch năm 2025"]


def test_blocks_end_paragraphs_and_inline_elements_do_not() -> None:
    assert texts("đầu<div>hai<p>ba</p>bốn</div>năm <span>sá</span>u<h2>bảy</h2>") == [
        "đầu", "hai", "ba", "bốn", "năm sáu", "bảy",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("h&#7897;i vi&ecirc;n &amp; ph&#x1EE5; n&#x1eef;", "hội viên & phụ nữ"),
        ("khoảng&nbsp;&nbsp;trống", "khoảng trống"),
        ("tự&shy;hào &#8203;xã&zwnj;hội", "tựhào xãhội"),
        ("5 < 6 & 7 > 4", "5 < 6 & 7 > 4"),
        ("diện tích 20 m<sup>2</sup>, CO<sub>2</sub>", "diện tích 20 m2, CO2"),
        ("<del>bỏ</del><ins>giữ</ins> lại", "giữ lại"),
        ("a<!-- ghi chú --><script>alert(1)</script><style>p{}</style>b", "ab"),
        ("trước <o:p></o:p>sau<o:p>&nbsp;</o:p>", "trước sau"),
        ("<span style='text-transform:uppercase'>kế hoạch</span>", "KẾ HOẠCH"),
        ("chữ<select><option>Chọn</select><button>Gửi</button><input value=x>", "chữ"),
        ("<abbr title='Liên hiệp Phụ nữ'>LHPN</abbr>", "LHPN"),
        ("<a href='/x' title='mở'>Hội</a> <img alt='ảnh' src=x.png>viên", "Hội viên"),
    ],
)
def test_a_paragraph_reads_as_it_is_shown(source: str, words: str) -> None:
    assert texts(f"<p>{source}</p>") == [words]


def test_bold_italic_and_centre_come_from_tags_attributes_and_rules() -> None:
    style = (
        "p.Giua, li.Giua {text-align:center; font-weight:bold} /* x */ @media print {p {font-style:italic}} "
        ".khung .nghieng {font-style:italic} div > b {font-weight:normal}"
    )
    found = paragraphs(
        "<p class=Giua>giữa</p><p align=center><strong>đậm</strong></p><center>cũng giữa</center>"
        "<div class=khung><p class=nghieng>nghiêng</p></div><div><b>thường</b></div>"
        "<p><b>1. Đề mục:</b> nội dung</p><p style='text-align:center;font:bold 14pt Arial'>tắt</p>",
        style,
    )
    assert [(p.text, p.bold, p.italic, p.centred) for p in found] == [
        ("giữa", 4, False, True),
        ("đậm", 3, False, True),
        ("cũng giữa", 0, False, True),
        ("nghiêng", 0, True, False),
        ("thường", 0, False, False),
        ("1. Đề mục: nội dung", 10, False, False),
        ("tắt", 3, False, True),
    ]


def test_headings_keep_their_depth() -> None:
    assert [(p.text, p.heading) for p in paragraphs("<h1>một</h1><h3><span>ba</span></h3><p>chữ</p>")] == [
        ("một", 1), ("ba", 3), ("chữ", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display:none'>ẩn</p>",
        "<p hidden>ẩn</p>",
        "<p class=an>ẩn</p>",
        "<p style='visibility: hidden'>ẩn</p>",
        "<p style='font-size:0'>ẩn</p>",
        "<p><span style='FONT-SIZE: 0px'>ẩn</span></p>",
        "<span style='mso-hide:all;display:none'>ẩn</span>",
        "<p style='opacity:0'>ẩn</p>",
        "<noscript>ẩn</noscript>",
        "<dialog>ẩn</dialog>",
    ],
)
def test_hidden_words_are_left_out_and_told(hidden: str) -> None:
    body = f"<p>trước</p>{hidden}<p>sau</p>"
    assert texts(body, ".an{display:none!important}") == ["trước", "sau"]
    assert doubts(body, ".an{display:none!important}") == ["hidden_text"]


def test_words_are_seen_again_within_something_invisible() -> None:
    body = "<div style='font-size:0'> <p style='font-size:14px'>thấy</p></div>"
    assert (texts(body), doubts(body)) == (["thấy"], [])
    assert texts("<div style='visibility:hidden'><p style='visibility:visible'>thấy</p></div>") == ["thấy"]


def test_hidden_white_space_is_not_told() -> None:
    assert doubts("<p>chữ</p><div style='display:none'> </div>") == []


def test_a_rule_for_small_screens_hides_nothing() -> None:
    assert texts("<p>chữ</p>", "@media (max-width: 600px) { p { display: none } } p { color: red }") == [
        "chữ"
    ]


# --- lines that the page breaks ----------------------------------------------------------------------


def test_a_break_within_a_sentence_is_a_space_and_between_items_none() -> None:
    assert texts("<p>Hội Liên hiệp<br>phụ nữ xã</p><p>- Một việc;<br>- Hai việc.</p>") == [
        "Hội Liên hiệp phụ nữ xã", "- Một việc;", "- Hai việc.",
    ]  # fmt: skip


def test_a_page_that_is_broken_with_br_throughout_has_its_paragraphs() -> None:
    body = "I. MỤC ĐÍCH<br><br>Nâng cao nhận thức.<br>- Mở lớp tập huấn<br>- Thăm hội viên<br>II. KINH PHÍ<br>Tự túc."
    assert texts(f"<div>{body}</div>") == body.replace("<br><br>", "<br>").split("<br>")


def test_lines_broken_to_fit_a_width_are_joined_again() -> None:
    first = "Các cấp Hội tổ chức tuyên truyền, vận động cán bộ, hội viên phụ nữ tham gia thực hiện<br>"
    second = "các phong trào thi đua do Trung ương phát động, gắn với nhiệm vụ chính trị của địa<br>"
    assert texts(f"<div>{first}{second}phương, đơn vị năm 2025.<br>- Một việc.<br>- Hai việc.</div>")[
        0
    ].endswith(
        "tham gia thực hiện các phong trào thi đua do Trung ương phát động, gắn với nhiệm vụ chính trị của "
        "địa phương, đơn vị năm 2025."
    )


def test_preformatted_words_are_read_line_by_line() -> None:
    assert texts("<pre>\nI. MỤC ĐÍCH\n\n- Một việc\n- Hai việc\n</pre>") == [
        "I. MỤC ĐÍCH", "- Một việc", "- Hai việc",
    ]  # fmt: skip


# --- numbers and marks -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<ol><li>x<li>y</ol>", ["1. x", "2. y"]),
        ("<ol type=I start=4><li>x<li>y</ol>", ["IV. x", "V. y"]),
        ("<ol type=a><li>x<li value=5>y<li>z</ol>", ["a. x", "e. y", "f. z"]),
        ("<ol reversed><li>x<li>y</ol>", ["2. x", "1. y"]),
        ("<ol style='list-style-type:upper-alpha'><li>x</ol>", ["A. x"]),
        ("<ol style='list-style:lower-roman inside'><li>x<li>y</ol>", ["i. x", "ii. y"]),
        ("<ol style='list-style:none'><li>x</ol>", ["x"]),
        ("<ul><li>x<ul><li>y<ol><li>z</ol></ul></ul>", ["- x", "+ y", "1. z"]),
        ("<ul><li>- x<li>a) y<li>1. z<li>• t</ul>", ["- x", "a) y", "1. z", "• t"]),
        ("<ol><li>1. x</ol>", ["1. x"]),
        ("<ol><li><p>x</p><p>tiếp</p><li></li><li><div>y</div></ol>", ["1. x", "tiếp", "3. y"]),
        ("<li>lạc", ["- lạc"]),
        ("<ol start=abc><li value=99999999999>x</ol>", ["1. x"]),
    ],
)
def test_the_numbers_of_lists_are_shown(source: str, shown: list[str]) -> None:
    assert texts(source) == shown


def test_words_own_number_of_a_list_is_kept_and_not_doubled() -> None:
    ignored = "<span style='mso-list:Ignore'>{}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span>"
    assert texts(
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><b>"
        + ignored.format("1.2.") + "</b><![endif]><b>Mục tiêu:</b> chung</p>"
        "<p style='mso-list:l1 level1 lfo2'><span style='font-family:Symbol'>" + ignored.format("·") + "</span>chấm</p>"
        "<p style='mso-list:l1 level2 lfo2'><span style='font-family:\"Courier New\"'>" + ignored.format("o") + "</span>vòng</p>"
        "<p><span style='font-family:Wingdings'>§<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span>vuông</p>"
    ) == ["1.2. Mục tiêu: chung", "- chấm", "- vòng", "- vuông"]  # fmt: skip


def test_google_docs_numbers_come_from_rules() -> None:
    style = (
        "ol.lst-kix_a-0.start{counter-reset:lst-ctn-kix_a-0 1}ol.lst-kix_a-0{list-style-type:none}"
        ".lst-kix_a-0>li{counter-increment:lst-ctn-kix_a-0}"
        '.lst-kix_a-0>li:before{content:"" counter(lst-ctn-kix_a-0,upper-roman) ". "}.c1{font-weight:700}'
    )
    body = "<ol class='c5 lst-kix_a-0 start' start='2'><li class='c1 li'><span>Mục đích</span></li><li>Nội dung</li></ol>"
    found = paragraphs(body, style)
    assert [(p.text, p.all_bold) for p in found] == [("II. Mục đích", True), ("III. Nội dung", False)]


def test_lists_that_libreoffice_interrupts_count_on() -> None:
    body = (
        "<ol type=I><li><p>Mục đích</p><ol><li><p>Một</p></ol></ol><p>chữ</p><ol type=I><ol><li><p>Hai</p></ol></ol>"
        "<ol type=I start=2><li><p>Nội dung</p><ol><li><p>Lại một</p><ol><li><p>Con</p></ol></ol></ol>"
    )
    shown = ["I. Mục đích", "1. Một", "chữ", "2. Hai", "II. Nội dung", "1. Lại một", "1.1. Con"]
    assert texts(body, head='<meta name="generator" content="LibreOffice 7.4 (Linux)">') == shown
    assert texts(body)[3] == "1. Hai"


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ('<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>', '<div id=ftn1><p><a href="#_ftnref1">[1]</a> Chú thích</p></div>'),
        ('<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>', '<div id="sdfootnote1"><p><a href="#sdfootnote1anc">1</a>Chú thích</p></div>'),
        ('<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>', '<div><p><a href="#ftnt_ref1">[1]</a>&nbsp;Chú thích</p></div>'),
    ],
)  # fmt: skip
def test_the_number_of_a_note_stands_before_the_note_alone(mark: str, note: str) -> None:
    assert texts(f"<p>Thực hiện Đề án{mark} năm 2025.</p>{note}") == [
        "Thực hiện Đề án năm 2025.",
        "[1] Chú thích",
    ]


def test_comments_at_the_margin_are_left_out_and_told() -> None:
    body = (
        "<p>chữ<span class=MsoCommentReference><a class=msocomanchor href='#_msocom_1'>[A1]</a></span></p>"
        "<div style='mso-element:comment-list'><div style='mso-element:comment'><p>sửa lại</p></div></div>"
    )
    assert (texts(body), doubts(body)) == (["chữ"], ["comments"])
