"""Scans: progress by page, the words with their places, the searchable PDF; programs that come later."""

from collections.abc import Callable

import pytest
from django.test import Client

from donghanh.documents import results, services
from donghanh.documents.models import Document, State

pytestmark = pytest.mark.django_db
HandOver = Callable[..., Document]


def test_pages_are_counted_while_they_are_recognised(
    hand_over: HandOver, signed_in: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = hand_over("scan", read=False)
    seen: list[str] = []
    sealed = results.read_sealed

    def watched(sha256: str, name: str, tell: Callable[[int, int], None]) -> results.Result | results.Failure:
        def look(done: int, total: int) -> None:
            tell(done, total)
            seen.append(signed_in.get(f"/documents/{document.pk}/").content.decode())

        return sealed(sha256, name, look)

    monkeypatch.setattr(results, "read_sealed", watched)
    services.read(document.pk)
    assert "3 trên 3 trang" in seen[-1].replace("\xa0", " ")
    document.refresh_from_db()
    assert (document.pages_done, document.pages_to_do) == (3, 3)


def test_the_words_of_a_scan_are_kept_with_their_places(hand_over: HandOver) -> None:
    [page] = hand_over("scan").reading.recognised_pages.all()
    assert (page.number, page.width, page.height) == (2, 595.0, 842.0)
    assert page.words[1] == ["hoạch", 93.0, 80.0, 130.0, 92.0, 41.0]


def test_the_searchable_pdf_can_be_downloaded(hand_over: HandOver, signed_in: Client, other: Client) -> None:
    document = hand_over("scan", name="quét.pdf")
    address = f"/documents/{document.pk}/searchable.pdf"
    assert address in signed_in.get(f"/documents/{document.pk}/").content.decode()
    answer = signed_in.get(address)
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 stand-in"
    assert "attachment" in answer["Content-Disposition"]
    assert other.get(address).status_code == 404


def test_a_link_that_the_child_leaves_is_not_followed(hand_over: HandOver) -> None:
    document = hand_over("link")
    assert document.state == State.READ
    assert document.reading.searchable_sha256 == ""


def test_a_file_whose_program_is_missing_is_kept_and_read_once_it_is_there(
    hand_over: HandOver, signed_in: Client, run_work: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    document = hand_over("no program")
    assert (document.state, document.failure_code) == (State.FAILED, "program_missing")
    assert "LibreOffice" in signed_in.get(f"/documents/{document.pk}/").content.decode()
    installed = results.Result("2", "doc", None, "Kế hoạch", {"document": {}}, [], [])
    monkeypatch.setattr(results, "read_sealed", lambda *args: installed)
    run_work()
    document.refresh_from_db()
    assert document.state == State.READ


def test_other_failures_wait_for_a_person(hand_over: HandOver) -> None:
    hand_over("crash")
    assert services.read_what_waited_for_programs() == 0


# --- several papers ---------------------------------------------------------------------------------------


def test_every_paper_of_a_file_has_its_page(hand_over: HandOver, signed_in: Client) -> None:
    document = hand_over("annexed\nmột")
    first = signed_in.get(f"/documents/{document.pk}/").content.decode()
    assert "2 văn bản trong tệp này" in first
    assert 'href="?paper=2"' in first
    assert "phu-luc.xlsx" in first
    second = signed_in.get(f"/documents/{document.pk}/?paper=2").content.decode()
    assert "Xã Bình An" in second
    assert "7/KH-BTV ngày 05/02/2026" in second
    assert "paper=2&amp;page=2" not in second


def test_the_page_of_a_paper_shows_its_part_of_the_text(hand_over: HandOver, signed_in: Client) -> None:
    document = hand_over("annexed\nlời của kế hoạch\nDanh sách của phụ lục")
    first = signed_in.get(f"/documents/{document.pk}/").content.decode()
    second = signed_in.get(f"/documents/{document.pk}/?paper=2").content.decode()
    assert "lời của kế hoạch" in first
    assert "lời của kế hoạch" not in second
    assert '<mark id="allocations-0" class="fine">Danh sách</mark> của phụ lục' in second


def test_facts_of_a_paper_lead_back_to_it(hand_over: HandOver, signed_in: Client) -> None:
    document = hand_over("annexed\nmột")
    page = signed_in.get(f"/documents/{document.pk}/facts/allocations/?paper=2").content.decode()
    assert f'href="/documents/{document.pk}/?paper=2&amp;part=1#of-allocations-0"' in page


@pytest.mark.parametrize("paper", ["0", "3", "x", "-1", "9" * 30, "²", "00000199", "0" * 5000 + "1"])
def test_a_paper_that_is_not_there_is_not_found(paper: str, hand_over: HandOver, signed_in: Client) -> None:
    document = hand_over("annexed\nmột")
    assert signed_in.get(f"/documents/{document.pk}/?paper={paper}").status_code == 404
