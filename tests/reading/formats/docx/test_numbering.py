"""Automatic numbers stand in the text as Word shows them."""

import pytest

from reading.formats.docx.building import docx, listed, lvl, numbering, p, tbl, tc, tr
from reading.formats.docx.reading_it import cells, paragraphs, table, texts

PLAN = numbering(
    lvl(0, "upperRoman", "%1."),
    lvl(1, "decimal", "%2."),
    lvl(2, "decimal", "%2.%3."),
    lvl(3, "lowerLetter", "%4)"),
)


def test_levels_of_a_plan_are_numbered_each_in_its_way() -> None:
    body = (
        listed("MỤC TIÊU") + listed("Chung", 1) + listed("Cụ thể", 1) + listed("Tập huấn", 2) + listed("Thăm hỏi", 2)
        + listed("Cho tổ trưởng", 3) + listed("NỘI DUNG") + listed("Truyền thông", 1)
    )  # fmt: skip
    assert texts(docx(body, numbering=PLAN)) == [
        "I. MỤC TIÊU", "1. Chung", "2. Cụ thể", "2.1. Tập huấn", "2.2. Thăm hỏi", "a) Cho tổ trưởng",
        "II. NỘI DUNG", "1. Truyền thông",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fmt", "text", "start", "expected"),
    [
        ("decimal", "%1.", 9, ["9.", "10."]),
        ("decimalZero", "%1.", 9, ["09.", "10."]),
        ("upperRoman", "%1.", 3, ["III.", "IV."]),
        ("lowerRoman", "(%1)", 8, ["(viii)", "(ix)"]),
        ("upperLetter", "%1.", 26, ["Z.", "AA."]),
        ("lowerLetter", "%1)", 1, ["a)", "b)"]),
        ("lowerLetter", "%1)", 27, ["aa)", "bb)"]),
        ("ordinal", "%1", 1, ["1st", "2nd"]),
        ("decimal", "Điều %1.", 1, ["Điều 1.", "Điều 2."]),
        ("none", "Ghi chú:", 1, ["Ghi chú:", "Ghi chú:"]),
        ("bullet", "-", 1, ["-", "-"]),
        ("bullet", "+", 1, ["+", "+"]),
        ("bullet", "*", 1, ["*", "*"]),
        ("bullet", "\uf0b7", 1, ["-", "-"]),
        ("bullet", "o", 1, ["-", "-"]),
        ("bullet", "–", 1, ["-", "-"]),
        ("hebrew1", "%1.", 4, ["4.", "5."]),
    ],
)
def test_each_format_shows_its_numbers(fmt: str, text: str, start: int, expected: list[str]) -> None:
    found = texts(docx(listed("Một") + listed("Hai"), numbering=numbering(lvl(0, fmt, text, start=start))))
    assert found == [f"{expected[0]} Một", f"{expected[1]} Hai"]


def test_a_level_without_text_shows_nothing() -> None:
    assert texts(docx(listed("Lời dẫn"), numbering=numbering(lvl(0, "none", "")))) == ["Lời dẫn"]


def test_legal_numbering_writes_roman_levels_above_in_digits() -> None:
    levels = numbering(lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%1.%2.", extra="<w:isLgl/>"))
    assert texts(docx(listed("A") + listed("B") + listed("C", 1), numbering=levels))[-1] == "2.1. C"


def test_a_level_that_never_restarts_counts_on_under_the_next_heading() -> None:
    on = numbering(lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2.", extra='<w:lvlRestart w:val="0"/>'))
    body = listed("A") + listed("một", 1) + listed("B") + listed("hai", 1)
    assert texts(docx(body, numbering=on)) == ["I. A", "1. một", "II. B", "2. hai"]


def test_a_level_restarts_only_after_the_level_that_it_names() -> None:
    levels = numbering(
        lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2."),
        lvl(2, "lowerLetter", "%3)", extra='<w:lvlRestart w:val="1"/>'),
    )  # fmt: skip
    body = (
        listed("A")
        + listed("x", 1)
        + listed("i", 2)
        + listed("y", 1)
        + listed("ii", 2)
        + listed("B")
        + listed("iii", 2)
    )
    assert [text for text in texts(docx(body, numbering=levels)) if ")" in text] == [
        "a) i",
        "b) ii",
        "a) iii",
    ]


def test_lists_of_one_design_count_on_unless_one_begins_anew() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = listed("a") + listed("b", num=2) + listed("c", num=3) + listed("d", num=3) + listed("e")
    found = texts(docx(body, numbering=numbering(lvl(0, "decimal", "%1."), nums=nums)))
    assert found == ["1. a", "2. b", "1. c", "2. d", "3. e"]


def test_an_override_may_bring_its_own_level() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        + lvl(0, "lowerLetter", "%1)")
        + "</w:lvlOverride></w:num>"
    )
    assert texts(docx(listed("x"), numbering=numbering(lvl(0, "decimal", "%1."), nums=nums))) == ["a) x"]


HEADINGS = (
    '<w:style w:type="paragraph" w:styleId="u1"><w:name w:val="heading 1"/><w:pPr>'
    '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="u2"><w:name w:val="heading 2"/><w:basedOn w:val="u1"/><w:pPr>'
    '<w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="muc"><w:name w:val="Mục con"/><w:basedOn w:val="u2"/></w:style>'
)


def test_styles_bring_their_numbering_and_their_level() -> None:
    levels = numbering(
        lvl(0, "upperRoman", "%1.", extra='<w:pStyle w:val="u1"/>'),
        lvl(1, "decimal", "%2.", extra='<w:pStyle w:val="u2"/>'),
    )
    body = "".join(
        p(text, f'<w:pStyle w:val="{style}"/>')
        for text, style in (("A", "u1"), ("b", "u2"), ("c", "muc"), ("D", "u1"))
    )
    assert texts(docx(body, styles=HEADINGS, numbering=levels)) == ["I. A", "1. b", "2. c", "II. D"]


def test_number_zero_takes_the_numbering_of_a_style_away() -> None:
    body = p("A", '<w:pStyle w:val="u1"/><w:numPr><w:numId w:val="0"/></w:numPr>') + p(
        "B", '<w:pStyle w:val="u1"/>'
    )
    assert texts(docx(body, styles=HEADINGS, numbering=PLAN)) == ["A", "I. B"]


def test_a_list_may_stand_for_a_list_style() -> None:
    parts = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="ke"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="ke"/>{lvl(0, "upperLetter", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    )
    style = (
        '<w:style w:type="numbering" w:styleId="ke"><w:name w:val="ke"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    assert texts(docx(listed("x") + listed("y"), numbering=parts, styles=style)) == ["A. x", "B. y"]


def test_list_styles_that_stand_for_each_other_end() -> None:
    parts = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="a"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="b"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    )
    style = "".join(
        f'<w:style w:type="numbering" w:styleId="{name}"><w:pPr><w:numPr><w:numId w:val="{num}"/></w:numPr></w:pPr></w:style>'
        for name, num in (("a", 2), ("b", 1))
    )
    assert texts(docx(listed("x"), numbering=parts, styles=style)) == ["x"]


def test_a_column_of_empty_numbered_cells_shows_its_numbers() -> None:
    number = tc(listed(""))
    body = tbl(tr("TT", "Nội dung"), tr(number, "Tập huấn"), tr(number, "Thăm hỏi"))
    found = table(docx(body, numbering=numbering(lvl(0, "decimal", "%1"))))
    assert cells(found) == [["TT", "Nội dung"], ["1", "Tập huấn"], ["2", "Thăm hỏi"]]


def test_the_rest_of_a_merged_cell_is_not_counted() -> None:
    body = tbl(
        tr(tc(listed(""), '<w:vMerge w:val="restart"/>'), "x"),
        tr(tc(listed(""), "<w:vMerge/>"), "y"),
        tr(tc(listed("")), "z"),
    )
    found = table(docx(body, numbering=numbering(lvl(0, "decimal", "%1"))))
    assert cells(found) == [["1", "x"], ["y"], ["2", "z"]]


def test_empty_bullets_vanish_and_empty_numbers_stay() -> None:
    bullets = numbering(lvl(0, "bullet", "-"), lvl(1, "decimal", "%2."))
    assert texts(docx(listed("") + listed("", 1) + listed("x", 1), numbering=bullets)) == ["1.", "2. x"]


def test_the_level_of_a_list_is_the_indent() -> None:
    found = paragraphs(docx(listed("A") + listed("b", 1) + listed("c", 2), numbering=PLAN))
    assert [paragraph.indent for paragraph in found] == [0, 1, 2]


def test_a_list_that_is_not_defined_leaves_the_text_alone() -> None:
    assert texts(docx(listed("x", num=99), numbering=PLAN)) == ["x"]
    assert texts(docx(listed("x"))) == ["x"]


def test_a_newer_number_format_is_found_in_its_wrapping() -> None:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="01, 02, 03, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>'
    )
    assert texts(docx(listed("x"), numbering=numbering(level))) == ["01. x"]
