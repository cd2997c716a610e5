"""What departs from a layout is named with its place; our own papers depart in nothing."""

import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from donghanh.reading.errors import UnreadableFile
from donghanh.writing.checking import check_layout
from donghanh.writing.layout import LAYOUTS, layout
from donghanh.writing.letter import Letter, letter
from donghanh.writing.word import word
from reading.corpus.build import all_plans
from reading.corpus.gold import gold
from reading.corpus.office import available, convert
from reading.formats.docx.building import archive, p, r
from reading.formats.docx.building import docx as docx_of
from writing.plans import written

PLAN = gold(all_plans()["tin_chap_lang_giang"])


def told(change: Callable[[Document], object], key: str = "state") -> list[str]:
    """The departures of one of our papers that somebody changed."""
    made = docx.Document(io.BytesIO(written(PLAN, key)))
    change(made)
    target = io.BytesIO()
    made.save(target)
    return [str(departure) for departure in check_layout(target.getvalue(), layout(key))]


def line(made: Document, words: str):  # type: ignore[no-untyped-def]
    inside = (one for t in made.tables for row in t.rows for cell in row.cells for one in cell.paragraphs)
    return next(one for one in (*made.paragraphs, *inside) if one.text.startswith(words))


@pytest.mark.parametrize("key", LAYOUTS)
def test_our_own_plans_depart_in_nothing(key: str) -> None:
    for name, plan in all_plans().items():
        assert check_layout(written(gold(plan), key), layout(key)) == [], name


@pytest.mark.parametrize("key", LAYOUTS)
def test_our_own_letters_depart_in_nothing(key: str) -> None:
    made = letter(
        Letter("Hội LHPN xã", "làm rõ kế hoạch", "Kính đề nghị làm rõ:", ["Thời gian?"], "Trân trọng")
    )
    assert check_layout(word(made, layout(key)), layout(key)) == []


@pytest.mark.skipif(not available(), reason="no LibreOffice here to save it again with")
def test_our_own_papers_depart_in_nothing_after_libreoffice_saved_them_again() -> None:
    for key in LAYOUTS:
        [again] = convert({"": written(PLAN, key)}, "docx").values()
        assert check_layout(again, layout(key)) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: setattr(d.sections[0], "left_margin", Mm(20)), "Trang giấy: lề trái 20 mm, phải từ 30 đến 35 mm"),
        (lambda d: setattr(d.sections[0], "page_width", Mm(216)), "Trang giấy: khổ giấy 216 x 297 mm, phải là A4 (210 x 297 mm)"),
        (lambda d: setattr(d.sections[0], "different_first_page_header_footer", False), "Trang giấy: trang đầu hiện số trang, phải ẩn"),
        (lambda d: setattr(line(d, "KẾ HOẠCH").runs[0].font, "size", Pt(16)), "Tên loại văn bản “KẾ HOẠCH”: cỡ chữ 16, phải từ 13 đến 14"),
        (lambda d: setattr(line(d, "KẾ HOẠCH").runs[0].font, "bold", False), "Tên loại văn bản “KẾ HOẠCH”: không đậm, phải in đậm"),
        (lambda d: setattr(line(d, "Căn cứ").runs[0].font, "italic", False), "Căn cứ ban hành “Căn cứ"),
        (lambda d: setattr(line(d, "Căn cứ").runs[0], "text", "Căn cứ Luật Trẻ em"), "phải kết thúc bằng dấu chấm"),
        (lambda d: setattr(line(d, "Số:").runs[0].font, "name", "Arial"), "Số, ký hiệu “Số: 26/KH-BTV”: phông chữ Arial, phải là Times New Roman"),
        (lambda d: setattr(line(d, "Nâng cao"), "alignment", WD_ALIGN_PARAGRAPH.LEFT), "căn trái, phải căn giữa"),
        (lambda d: setattr(line(d, "- ").paragraph_format, "first_line_indent", Pt(0)), "dòng đầu không lùi"),
        (lambda d: setattr(line(d, "- ").paragraph_format, "space_after", Pt(0)), "cách đoạn 0 pt, phải từ 6 pt"),
        (lambda d: setattr(line(d, "- ").paragraph_format, "line_spacing", 2.0), "cách dòng 2, phải từ 1 đến 1,5"),
        (lambda d: setattr(line(d, "Độc lập").runs[0], "text", ""), "Bố cục: thiếu tiêu ngữ"),
        (lambda d: d.sections[0].header.paragraphs[0].clear(), "Trang giấy: không có số trang ở lề trên"),
    ],
)  # fmt: skip
def test_a_departure_is_named_with_its_place(change: Callable[[Document], object], said: str) -> None:
    assert any(said in departure for departure in told(change)), told(change)


def test_the_same_departure_again_only_counts() -> None:
    def shrink(made: Document) -> None:
        for paragraph in made.paragraphs:
            if paragraph.text.startswith("- "):
                paragraph.runs[0].font.size = Pt(11)

    [departure] = told(shrink)
    assert "cỡ chữ 11, phải từ 13 đến 14 (và " in departure


def test_a_motto_is_one_too_many_in_the_mass_layout() -> None:
    found = [str(departure) for departure in check_layout(written(PLAN, "state"), layout("mass"))]
    assert "Bố cục: có Quốc hiệu, tiêu ngữ, thể thức này không dùng" in found


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        b"PK\x03\x04broken",
        archive({"word/document.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><w/>"}),
        archive({f"{n}.xml": "<a/>" for n in range(5000)}),
        archive({"word/document.xml": "<a>" + " " * 60_000_000 + "</a>"}),
    ],
)
def test_what_reading_refuses_is_refused_here(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        check_layout(data, layout("state"))


def test_a_bare_file_of_another_program_is_measured_all_the_same() -> None:
    found = [
        str(departure)
        for departure in check_layout(docx_of(p(r("KẾ HOẠCH")) + p(r("- Mở lớp."))), layout("state"))
    ]
    assert "Bố cục: thiếu quốc hiệu" in found
    assert "Tên loại văn bản “KẾ HOẠCH”: cỡ chữ 10, phải từ 13 đến 14" in found
