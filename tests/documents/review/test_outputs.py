"""A review on paper: files that Word, LibreOffice and Excel open, with what was read and decided in them."""

import io
from pathlib import Path

import docx
import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from donghanh.accounts.models import User
from donghanh.documents import services as handing
from donghanh.documents.models import Document
from donghanh.documents.review import deciding, services
from donghanh.documents.review.steps import Where
from reading.corpus.office import available, convert

pytestmark = pytest.mark.django_db
SAMPLE = Path(handing.__file__).parent / "samples" / "ke-hoach-dong-hanh-vung-bien-2026.docx"


@pytest.fixture
def plan(user: User) -> Document:
    document = handing.upload(user, [SAMPLE.read_bytes()], name="kế hoạch.docx").document
    handing.read(document.pk)
    document.refresh_from_db()
    return document


def taken(client: Client, plan: Document, name: str) -> bytes:
    response = client.get(f"/documents/{plan.pk}/papers/1/{name}")
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment")
    return response.content


def words(data: bytes) -> str:
    """All words of a Word file, tables too."""
    document = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_summary_holds_each_sentence_with_its_fact(signed_in: Client, plan: Document, user: User) -> None:
    where = Where(plan.pk, plan.reading_id)
    services.correct(user, where, "targets-0", 0, {"quantity": 77})
    deciding.decide(user, where, "findings-0", 0, "keep_written", note="đã gọi điện")
    said = words(taken(signed_in, plan, "summary.docx"))
    for each in ("41/KH-BTV", "ít nhất 03 buổi đối thoại", "77 buổi đối thoại", "đã sửa", "giữ như văn bản ghi", "đã gọi điện", "60.000.000 đồng"):  # fmt: skip
        assert each in said


def test_the_workbook_has_a_row_for_every_fact_and_numbers_are_numbers(
    signed_in: Client, plan: Document
) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(taken(signed_in, plan, "summary.xlsx")))
    assert book.sheet_names == ["Tóm tắt", "Chỗ cần xem lại", "Nội dung đọc được"]
    rows = book.get_sheet_by_name("Nội dung đọc được").to_python()
    facts = sum(len(plan.reading.plan[name]) for name in ("targets", "activities", "responsibilities", "reporting", "amounts", "allocations", "legal_bases", "places", "sections"))  # fmt: skip
    assert len(rows) == facts + 1
    findings = book.get_sheet_by_name("Chỗ cần xem lại").to_python()
    assert [row[0] for row in findings[1:]] == [float(n) for n in range(1, len(findings))]


def test_words_that_look_like_a_formula_stay_words(signed_in: Client, plan: Document, user: User) -> None:
    evil = '=HYPERLINK("http://x","y")'
    services.correct(user, Where(plan.pk, plan.reading_id), "targets-0", 0, {"text": evil})
    book = CalamineWorkbook.from_filelike(io.BytesIO(taken(signed_in, plan, "summary.xlsx")))
    rows = book.get_sheet_by_name("Nội dung đọc được").to_python()
    assert any(str(row[2]).startswith(evil) for row in rows)


def test_signs_that_word_does_not_keep_do_no_harm(signed_in: Client, plan: Document) -> None:
    base = f"/documents/{plan.pk}/papers/1"
    data = {
        "reading": plan.reading_id,
        "seen": 0,
        "text": "Việc\x0b mới\x01",
        "comparator": "=",
        "section": "",
    }
    assert signed_in.post(f"{base}/targets-0/", data).status_code == 302
    note = {
        "reading": plan.reading_id,
        "act": "decide:findings-0@0:ask_issuer",
        "note-findings-0": "xin\x1b hỏi",
    }
    assert signed_in.post(f"{base}/act/", note).status_code == 302
    assert "Việc mới" in words(taken(signed_in, plan, "summary.docx"))
    assert "xin hỏi" in words(taken(signed_in, plan, "letter.docx"))


def test_the_letter_asks_about_what_is_to_be_asked_and_nothing_else(
    signed_in: Client, plan: Document, user: User
) -> None:
    where = Where(plan.pk, plan.reading_id)
    whole = words(taken(signed_in, plan, "letter.docx"))
    assert "150 x 400.000" in whole
    assert "Số mục" in whole
    deciding.decide(user, where, "findings-0", 0, "ask_issuer", note="Xin cho biết số nào đúng.")
    said = words(taken(signed_in, plan, "letter.docx"))
    asked = plan.reading.plan["findings"][0]["message"]
    others = [finding["message"] for finding in plan.reading.plan["findings"][1:]]
    assert asked in said
    assert "Xin cho biết số nào đúng." in said
    assert not any(other in said for other in others)
    for each in ("Kính gửi: Ban Thường vụ", "V/v đề nghị làm rõ", "Nơi nhận:", "- Lưu: VT.", "./."):
        assert each in said


def test_the_letter_is_vietnamese_on_an_english_page_too(signed_in: Client, plan: Document) -> None:
    signed_in.post("/language/", {"language": "en"})
    assert "Kính gửi" in words(taken(signed_in, plan, "letter.docx"))


def test_the_same_review_gives_the_same_bytes(signed_in: Client, plan: Document) -> None:
    for name in ("summary.docx", "summary.xlsx", "letter.docx"):
        assert taken(signed_in, plan, name) == taken(signed_in, plan, name)


@pytest.mark.skipif(not available(), reason="no LibreOffice here")
@pytest.mark.parametrize("name", ["summary.docx", "letter.docx"])
def test_libreoffice_opens_them(name: str, signed_in: Client, plan: Document) -> None:
    assert convert({name: taken(signed_in, plan, name)}, "pdf")[name].startswith(b"%PDF")
