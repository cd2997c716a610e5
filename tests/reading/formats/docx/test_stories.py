"""Text boxes, notes and headers: stories beside the body."""

from donghanh.reading.blocks import Paragraph
from donghanh.reading.formats.docx import read
from reading.formats.docx.building import docx, p, r, tbl, tc, tr
from reading.formats.docx.reading_it import paragraphs, table, texts


def shape(content: str) -> str:
    return f"<w:drawing><wp:anchor><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wp:anchor></w:drawing>"


def old_shape(content: str) -> str:
    return (
        f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )


def both(content: str) -> str:
    return (
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{shape(content)}</mc:Choice>"
        f"<mc:Fallback>{old_shape(content)}</mc:Fallback></mc:AlternateContent>"
    )


def test_a_text_box_is_read_once_before_its_paragraph() -> None:
    body = p("<w:r>" + both(p("trong khung")) + "</w:r>" + r("neo"))
    assert texts(docx(body)) == ["trong khung", "neo"]


def test_an_old_text_box_is_read_too() -> None:
    assert texts(docx(p("<w:r>" + old_shape(p("khung cũ")) + "</w:r>"))) == ["khung cũ"]


def test_a_box_in_a_box_is_read_once() -> None:
    inner = p("<w:r>" + both(p("trong")) + "</w:r>" + r("ngoài"))
    assert texts(docx(p("<w:r>" + both(inner) + "</w:r>"))) == ["trong", "ngoài"]


def test_a_choice_without_text_gives_way_to_its_fallback() -> None:
    content = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='x'><w:drawing/></mc:Choice><mc:Fallback>"
        + old_shape(p("dự phòng"))
        + "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(docx(p(content))) == ["dự phòng"]


def test_boxes_in_cells_stay_in_their_cell() -> None:
    found = table(docx(tbl(tr(tc(p("<w:r>" + both(p("khung")) + "</w:r>" + r("ô"))), "cạnh"))))
    assert [x.text for x in found.rows[0].cells[0].paragraphs] == ["khung", "ô"]


def note(kind: str, number: int, text: str) -> str:
    return (
        f'<w:{kind}note w:id="{number}">{p(f"<w:r><w:{kind}noteRef/></w:r>" + r(" " + text))}</w:{kind}note>'
    )


def reference(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}noteReference w:id="{number}"/></w:r>'


def test_notes_follow_the_body_with_their_numbers() -> None:
    body = p(r("Mở lớp") + reference("foot", 5) + r(" và thăm") + reference("foot", 2) + reference("end", 1))
    data = docx(
        body,
        footnotes=note("foot", 2, "Theo Nghị định.")
        + note("foot", 5, "Theo Luật.")
        + note("foot", 9, "Không ai nhắc."),
        endnotes=note("end", 1, "Nguồn."),
    )
    assert texts(data) == ["Mở lớp và thăm", "[1] Theo Luật.", "[2] Theo Nghị định.", "[i] Nguồn."]


def test_the_note_of_deleted_text_goes_with_it() -> None:
    body = p(r("Giữ") + "<w:del>" + reference("foot", 1) + "</w:del>" + reference("foot", 2))
    assert texts(docx(body, footnotes=note("foot", 1, "bỏ") + note("foot", 2, "còn"))) == ["Giữ", "[1] còn"]


def test_a_note_that_refers_to_itself_ends() -> None:
    round_trip = f'<w:footnote w:id="1">{p(r("vòng") + reference("foot", 1))}</w:footnote>'
    assert texts(docx(p(r("x") + reference("foot", 1)), footnotes=round_trip)) == ["x", "[1] vòng"]


SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader"/></w:sectPr>'


def test_a_running_head_is_dropped() -> None:
    assert texts(docx(p("Nội dung") + SECTION, header=p("Kế hoạch năm 2025") + p("3"))) == ["Nội dung"]


def test_a_letterhead_in_the_first_header_is_kept_where_the_body_has_none() -> None:
    head = tbl(tr("HỘI LHPN XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), lines=False) + p("- 1 -")
    first, second = read(docx(p("KẾ HOẠCH") + SECTION, header=head)).blocks
    assert not isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)


def test_a_letterhead_in_the_header_is_dropped_where_the_body_has_one() -> None:
    head = p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert texts(docx(p("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Số: 3/KH") + SECTION, header=head)) == [
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 3/KH",
    ]


def test_only_the_header_of_the_first_page_counts() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader"/><w:titlePg/></w:sectPr>'
    assert texts(docx(p("x") + section, header=p("Số: 3/KH"))) == ["x"]
    assert texts(docx(p("x") + section.replace("default", "first"), header=p("Số: 3/KH"))) == [
        "Số: 3/KH",
        "x",
    ]


def test_words_outside_any_paragraph_are_kept() -> None:
    assert [x.text for x in paragraphs(docx(r("lạc ngoài") + p("trong")))] == ["lạc ngoài", "trong"]
