"""Word files whose text is set in the fonts of TCVN3 and VNI."""

import pytest

from reading.corpus.legacy import tcvn3, vni
from reading.formats.docx.building import docx, listed, lvl, numbering, p, r, with_part
from reading.formats.docx.reading_it import doubts, texts

TEXT = "Kế hoạch được thực hiện từ nước ta, ưu tiên phụ nữ nghèo"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def font(name: str, attributes: str = "") -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"{attributes}/>'


def style(style_id: str, kind: str, r_pr: str, extra: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"{extra}><w:name w:val="{style_id}"/><w:rPr>{r_pr}</w:rPr></w:style>'


def test_a_run_is_read_by_its_font() -> None:
    body = p(r(tcvn3(TEXT), font(".VnTime"))) + p(r(vni(TEXT), font("VNI-Times"))) + p(TEXT)
    assert texts(docx(body)) == [TEXT] * 3
    assert doubts(docx(body)) == ["legacy_encoding"]


def test_a_capital_font_shows_capitals() -> None:
    body = p(r(tcvn3("kế hoạch 2025 của ubnd"), font(".VnTimeH")) + r(tcvn3(" năm nay"), font(".VnTime")))
    assert texts(docx(body)) == ["KẾ HOẠCH 2025 CỦA UBND năm nay"]


STYLES = {
    "paragraph style": (style("Old", "paragraph", font(".VnTime")), '<w:pStyle w:val="Old"/>', ""),
    "default style": (style("Normal", "paragraph", font(".VnTime"), ' w:default="1"'), "", ""),
    "character style": (style("Old", "character", font(".VnTime")), "", '<w:rStyle w:val="Old"/>'),
    "ancestor": (
        style("Base", "paragraph", font(".VnTime"))
        + '<w:style w:type="paragraph" w:styleId="Old"><w:name w:val="Old"/><w:basedOn w:val="Base"/></w:style>',
        '<w:pStyle w:val="Old"/>',
        "",
    ),
    "defaults": (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{font('.VnTime')}</w:rPr></w:rPrDefault></w:docDefaults>",
        "",
        "",
    ),
}


@pytest.mark.parametrize("where", STYLES)
def test_the_font_may_come_from(where: str) -> None:
    styles, p_pr, r_pr = STYLES[where]
    assert texts(docx(p(r(tcvn3("hội"), r_pr), p_pr), styles=styles)) == ["hội"]


def test_the_font_may_come_from_the_theme() -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont><a:latin '
        'typeface=".VnTime"/></a:minorFont></a:theme>'
    )
    data = docx(
        p(r(tcvn3("hội"), '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')), styles=""
    )
    related = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{RELATIONS}/theme" Target="theme1.xml"/></Relationships>'
    )
    data = with_part(with_part(data, "word/theme1.xml", theme), "word/_rels/document.xml.rels", related)
    assert texts(data) == ["hội"]


def test_the_font_of_the_run_goes_before_that_of_its_style() -> None:
    styles, p_pr, _ = STYLES["paragraph style"]
    body = p(r("là", font("Times New Roman")) + r(tcvn3(" hội")), p_pr)
    assert texts(docx(body, styles=styles)) == ["là hội"]


def test_a_word_torn_over_runs_is_one() -> None:
    pieces = [r(piece, font("VNI-Times")) for piece in ("nö", "ôù", "c nghe", "øo")]
    assert texts(docx(p("".join(pieces)))) == ["nước nghèo"]
    pieces = [
        r(piece, font(".VnTime") + bold) for piece, bold in ((tcvn3("Hộ"), "<w:b/>"), (tcvn3("i nghị"), ""))
    ]
    assert texts(docx(p("".join(pieces)))) == ["Hội nghị"]


@pytest.mark.parametrize("code_page", ["cp1252", "cp1258"])
def test_it_does_not_matter_how_the_bytes_were_read(code_page: str) -> None:
    read = tcvn3(TEXT).encode("latin-1").decode(code_page)
    assert texts(docx(p(r(read, font(".VnTime"))))) == [TEXT]


def test_codes_of_a_symbol_font_are_letters() -> None:
    read = "".join(chr(0xF000 + ord(c)) for c in tcvn3(TEXT))
    assert texts(docx(p(r(read, font(".VnTime"))))) == [TEXT]


def test_a_soft_hyphen_and_a_symbol_may_stand_for_letters() -> None:
    """As LibreOffice and Word leave them: the code of "ư" is that of the soft hyphen."""
    dressed = f"<w:rPr>{font('.VnTime')}</w:rPr>"
    soft = f"<w:r>{dressed}<w:t>n</w:t><w:softHyphen/><w:t>\xedc</w:t></w:r>"
    symbol = '<w:r><w:t xml:space="preserve"> </w:t><w:sym w:font=".VnTime" w:char="F0AE"/></w:r>'
    assert texts(docx(p(soft + symbol + r("\xd3", font(".VnTime"))))) == ["nước để"]


def test_soft_hyphens_of_ordinary_text_stay_unseen() -> None:
    assert texts(docx(p("<w:r><w:t>kế</w:t><w:softHyphen/><w:t>hoạch</w:t></w:r>"))) == ["kếhoạch"]


def test_the_font_of_a_list_level_tells_the_encoding_of_its_words() -> None:
    level = lvl(0, "decimal", tcvn3("Điều %1."), f"<w:rPr>{font('.VnTime')}</w:rPr>")
    body = listed("Phạm vi") + listed("Đối tượng")
    assert texts(docx(body, numbering=numbering(level))) == ["Điều 1. Phạm vi", "Điều 2. Đối tượng"]


def test_text_in_an_ordinary_font_is_told_by_what_it_spells() -> None:
    body = p(r(tcvn3(TEXT), font("Times New Roman"))) + p(tcvn3("Hội nghị tổng kết"))
    assert texts(docx(body)) == [TEXT, "Hội nghị tổng kết"]
    assert doubts(docx(body)) == ["legacy_encoding"]


def test_unicode_that_kept_its_old_font_is_left_alone() -> None:
    body = p(r(TEXT, font(".VnTime"))) + p(r("Hội là của phụ nữ", font("VNI-Times")))
    assert texts(docx(body)) == [TEXT, "Hội là của phụ nữ"]
    assert doubts(docx(body)) == []


def test_notes_and_headers_are_decoded_too() -> None:
    note = f'<w:footnote w:id="2">{p(r(tcvn3("Số liệu năm trước"), font(".VnTime")))}</w:footnote>'
    body = p(r(tcvn3("Hội nghị"), font(".VnTime")) + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    assert texts(docx(body, footnotes=note)) == ["Hội nghị", "[1] Số liệu năm trước"]
