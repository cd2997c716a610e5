"""The file itself: what an office would look for on the page, and that it is the same each time."""

import io
import re
import zipfile
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from donghanh.writing.layout import layout
from donghanh.writing.model import (
    Cell,
    Office,
    OfficialDocument,
    Paragraph,
    Signature,
    Table,
    bases,
    ended,
    heading,
    table,
)
from donghanh.writing.word import word

OFFICE = Office(issuer=("Ban Thường vụ",), superior=("Hội LHPN tỉnh Cà Mau",), place="Cà Mau")
WIDE = table([f"Cột {n}" for n in range(1, 8)], [[str(n) for n in range(7)]])
SIGNED = Signature(("TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "Lê Thị Hoa")


def paper(**changed: object) -> OfficialDocument:
    made: dict[str, object] = {
        "office": OFFICE,
        "kind": "KẾ HOẠCH",
        "number": "12/KH-BTV",
        "dated": "Cà Mau, ngày 05 tháng 02 năm 2026",
        "title": "Chăm lo trẻ em năm 2026",
        "opening": bases(["Căn cứ Luật Trẻ em", "Căn cứ Kế hoạch số 3/KH-UBND;"]),
        "body": ended(
            [heading("I.", "NỘI DUNG", 1), Paragraph("- Mở lớp may."), Paragraph("Hội LHPN xã báo cáo.")]
        ),
        "signatures": (SIGNED,),
        "recipients": ("Hội LHPN tỉnh", "Lưu: VT"),
    }
    return OfficialDocument(**{**made, **changed})  # type: ignore[arg-type]


def xml(data: bytes, part: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(part).decode()


def lines(data: bytes) -> list[str]:
    """Every paragraph with words, cell by cell, fields to be filled included."""
    story = re.findall(r"<w:p>(.*?)</w:p>", xml(data))
    texts = ("".join(re.findall(r"<w:t [^>]*>([^<]*)", paragraph)) for paragraph in story)
    return [text for text in texts if text]


def test_the_parts_of_a_plan_stand_in_the_order_of_the_decree() -> None:
    assert lines(word(paper(), layout("state"))) == [
        "HỘI LHPN TỈNH CÀ MAU", "BAN THƯỜNG VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/KH-BTV", "Cà Mau, ngày 05 tháng 02 năm 2026", "KẾ HOẠCH", "Chăm lo trẻ em năm 2026",
        "Căn cứ Luật Trẻ em;", "Căn cứ Kế hoạch số 3/KH-UBND.", "I. NỘI DUNG", "- Mở lớp may.", "Hội LHPN xã báo cáo./.",
        "Nơi nhận:", "- Hội LHPN tỉnh;", "- Lưu: VT.", "TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Hoa",
    ]  # fmt: skip


def test_the_mass_layout_has_no_motto_unless_its_office_wants_it() -> None:
    assert "Độc lập" not in xml(word(paper(), layout("mass")))
    with_motto = Office(issuer=("Ban Thường vụ",), motto=True, font="Arial")
    data = word(paper(office=with_motto), layout("mass"))
    assert "Độc lập" in xml(data)
    assert 'w:ascii="Arial"' in xml(data, "word/styles.xml")
    assert 'w:ascii="Times New Roman"' in xml(word(paper(), layout("mass")), "word/styles.xml")


def test_what_nobody_knows_yet_is_a_field_of_dots() -> None:
    made = word(paper(number=None, symbol="KH-BTV", dated=None, recipients=()), layout("state"))
    fields = re.findall(r"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>.*?</w:sdt>", xml(made))
    texts = ["".join(re.findall(r"<w:t [^>]*>([^<]*)", field)) for field in fields]
    assert [text for text in texts if "/KH-BTV" in text] == ["Số: ………/KH-BTV"]
    assert any("ngày" in text for text in texts)
    assert any("Lưu: VT" in text for text in texts)


def test_each_annex_has_page_numbers_of_its_own_and_lies_across_where_it_is_wide() -> None:
    annexes = (
        OfficialDocument(
            kind="PHỤ LỤC I", title="Biểu", attached="(Kèm theo Kế hoạch số 12/KH-BTV)", body=(WIDE,)
        ),
        OfficialDocument(kind="PHỤ LỤC II", title="Danh sách", attached="(Kèm theo Kế hoạch số 12/KH-BTV)"),
    )
    sections = docx.Document(io.BytesIO(word(paper(annexes=annexes), layout("state")))).sections
    assert [section.page_width > section.page_height for section in sections] == [False, True, False]
    starts = [s._sectPr.find(qn("w:pgNumType")) for s in sections]
    assert [start is not None and start.get(qn("w:start")) for start in starts] == [False, "1", "1"]
    assert all(section.different_first_page_header_footer for section in sections)


def test_page_numbers_stand_in_the_middle_above_and_not_on_the_first_page() -> None:
    data = word(paper(), layout("state"))
    section = docx.Document(io.BytesIO(data)).sections[0]
    assert "PAGE" in xml(data, "word/header1.xml")
    assert section.different_first_page_header_footer
    assert not section.first_page_header.paragraphs[0].text


def test_the_head_of_a_table_repeats_and_merged_cells_reach_down() -> None:
    merged = Table(
        (
            (Cell(("TT",), rows=2), Cell(("Đơn vị",), columns=2)),
            (Cell(("Chủ trì",)), Cell(("Phối hợp",))),
            (Cell(("1",)), Cell(("Hội LHPN xã",)), Cell(("Công an xã",))),
        ),
        heads=2,
    )
    made = docx.Document(io.BytesIO(word(paper(body=(merged,)), layout("state"))))
    ruled = made.tables[1]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in ruled.rows] == [True, True, False]
    assert ruled.cell(0, 0).text == ruled.cell(1, 0).text == "TT"
    assert ruled.cell(0, 1)._tc is ruled.cell(0, 2)._tc


@given(st.lists(st.text(max_size=30), min_size=1, max_size=6), st.integers(1, 12))
def test_columns_are_together_as_wide_as_the_text(words: list[str], repeated: int) -> None:
    rows = [[word * repeated for word in words]] * 3
    made = docx.Document(io.BytesIO(word(paper(body=(table(words, rows),)), layout("state"))))
    widths = [column.width.cm for column in made.tables[1].columns]
    assert min(widths) > 0.2
    assert sum(widths) == pytest.approx(16.4, abs=0.05)


def test_a_signature_is_never_alone_on_its_page() -> None:
    story = xml(word(paper(), layout("state")))
    last = story[: story.index("Nơi nhận")].rpartition("<w:p>")[2]
    before = [part for part in re.findall(r"<w:p>.*?</w:p>", story) if "Hội LHPN xã báo cáo" in part]
    assert all("<w:keepNext/>" in part for part in before)
    assert "<w:cantSplit/>" in last or "<w:cantSplit/>" in story


def test_those_who_sign_together_stand_side_by_side() -> None:
    both = (SIGNED, Signature(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "Trần Văn Bình"))
    made = docx.Document(io.BytesIO(word(paper(signatures=both), layout("state"))))
    signed = made.tables[-1]
    assert [cell.text for cell in signed.rows[-1].cells] == ["Lê Thị Hoa", "Trần Văn Bình"]


def test_the_same_values_give_the_same_bytes() -> None:
    assert word(paper(), layout("state")) == word(paper(), layout("state"))


@given(st.text())
def test_any_words_make_a_file_that_opens(text: str) -> None:
    made = docx.Document(
        io.BytesIO(word(paper(title=text, body=(Paragraph(text, lead=3),)), layout("state")))
    )
    assert made.paragraphs


def test_the_last_paragraph_bears_the_mark_of_the_end_once() -> None:
    once = ended([Paragraph("Một;"), Paragraph("Hai.")])
    assert [block.text for block in ended(once) if isinstance(block, Paragraph)] == ["Một;", "Hai./."]
    assert ended((WIDE,)) == (WIDE,)


def test_headings_of_lower_parts_are_told_from_higher_ones() -> None:
    looks = [heading("I.", "A", depth).look for depth in (1, 2, 3, 7)]
    assert all(above != below for above, below in pairwise(looks[:3]))
    assert looks[2] == looks[3]
