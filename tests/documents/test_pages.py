"""What the pages of documents show, weigh and cost."""

import json
import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from donghanh.documents import services
from donghanh.documents.models import Document, State

pytestmark = pytest.mark.django_db
HandOver = Callable[..., Document]


def test_each_fact_leads_to_its_place_in_the_text(signed_in: Client, hand_over: HandOver) -> None:
    document = hand_over("3\nmột hai ba bốn năm")
    page = signed_in.get(f"/documents/{document.pk}/").content.decode()
    targets = set(re.findall(r'href="#(activities-\d+)"', page))
    assert targets == {"activities-0", "activities-1", "activities-2"}
    assert all(page.count(f'id="{target}"') == 1 for target in targets)


def test_the_head_says_what_the_paper_says(signed_in: Client, hand_over: HandOver) -> None:
    page = signed_in.get(f"/documents/{hand_over('Chăm lo vùng biên').pk}/").content.decode()
    for words in (
        "Kế hoạch",
        "7/KH-BTV",
        "Chăm lo vùng biên",
        "Hội LHPN tỉnh",
        "05/02/2026",
        "từ 01/01/2026",
    ):
        assert words in page


def test_a_finding_leads_to_its_place_and_the_place_back(signed_in: Client, hand_over: HandOver) -> None:
    page = signed_in.get(f"/documents/{hand_over().pk}/").content.decode()
    assert "Ngày để trống." in page
    assert 'href="#findings-0"' in page
    assert 'id="findings-0"' in page
    assert 'href="#of-findings-0"' in page
    assert 'id="of-findings-0"' in page


def test_a_failed_document_says_why_and_what_to_do(signed_in: Client, hand_over: HandOver) -> None:
    document = hand_over("encrypted")
    for url in (f"/documents/{document.pk}/", "/documents/", "/"):
        assert "Tệp được đặt mật khẩu." in signed_in.get(url).content.decode()


def test_a_waiting_document_asks_for_news_until_it_is_read(signed_in: Client, hand_over: HandOver) -> None:
    document = hand_over(read=False)
    url = f"/documents/{document.pk}/"
    for place in (url, "/documents/"):
        assert "hx-select" in signed_in.get(place).content.decode()
    services.read(document.pk)
    for place in (url, "/documents/"):
        assert "hx-select" not in signed_in.get(place).content.decode()
    assert signed_in.get(url, headers={"hx-request": "true"}).headers["HX-Refresh"] == "true"


def test_the_list_shows_one_state_when_asked(signed_in: Client, hand_over: HandOver) -> None:
    hand_over("Kế hoạch tốt")
    hand_over("crash", name="hỏng.txt")
    page = signed_in.get("/documents/?state=failed").content.decode()
    assert "hỏng.txt" in page
    assert "Kế hoạch tốt" not in page
    assert signed_in.get("/documents/?state=lạ&page=zz").status_code == 200


def test_downloads_are_saved_and_never_shown(signed_in: Client, hand_over: HandOver) -> None:
    name = 'Kế hoạch "quý II"; năm.txt'
    document = hand_over("<script>alert(1)</script>", name=name)
    for part, ending in (("original", "txt"), ("plan.json", "json"), ("text.txt", "txt")):
        url = f"/documents/{document.pk}/{part}{'' if '.' in part else '/'}"
        response = signed_in.get(url)
        assert response.headers["Content-Disposition"] == (
            f'attachment; filename="K_ ho_ch _qu_ II__ n_m.{ending}"; '
            "filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20%22qu%C3%BD%20II%22%3B%20n%C4%83m."
            f"{ending}"
        )
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "text/html" not in response.headers["Content-Type"]
        assert "sandbox" in response.headers["Content-Security-Policy"]


def test_downloads_hold_what_was_handed_over_and_read(signed_in: Client, hand_over: HandOver) -> None:
    document = hand_over("Kế hoạch\nhai")
    original = signed_in.get(f"/documents/{document.pk}/original/")
    assert b"".join(original) == "Kế hoạch\nhai".encode()
    assert signed_in.get(f"/documents/{document.pk}/text.txt").content.decode() == "Kế hoạch\nhai"
    plan = json.loads(signed_in.get(f"/documents/{document.pk}/plan.json").content)
    assert plan == document.reading.plan


def test_what_was_not_read_cannot_be_downloaded(signed_in: Client, hand_over: HandOver) -> None:
    document = hand_over("crash")
    assert signed_in.get(f"/documents/{document.pk}/original/").status_code == 200
    assert signed_in.get(f"/documents/{document.pk}/plan.json").status_code == 404
    assert signed_in.get(f"/documents/{document.pk}/facts/activities/").status_code == 404


def test_lists_cost_the_same_number_of_queries_however_long(
    signed_in: Client, hand_over: HandOver, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    hand_over("Kế hoạch 0")
    with django_assert_num_queries(6):  # session, person, roles, count, rows, saved searches
        signed_in.get("/documents/")
    with django_assert_num_queries(5):  # session, person, roles, the newest, those shown
        signed_in.get("/")
    for n in range(60):
        hand_over(f"Kế hoạch {n}", read=False)
    Document.objects.exclude(state=State.READ).update(state=State.FAILED, failure_code="crash")
    with django_assert_num_queries(6):
        page = signed_in.get("/documents/")
    assert page.content.decode().count('scope="row"') == 50
    with django_assert_num_queries(5):
        signed_in.get("/")


def test_a_plan_of_sixty_pages_stays_light_and_cheap(
    signed_in: Client, hand_over: HandOver, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    lines = "\n".join(
        f"{n}. Tổ chức truyền thông lần {n * 7919 % 1000} tại bản số {n * 104729 % 997}, kinh phí "
        f"{n * 15485863 % 99}.000.000 đồng do xã bố trí."
        for n in range(1500)
    )
    document = hand_over(f"1500\n{lines}")
    url = f"/documents/{document.pk}/"
    # session, person, document with reading, who handed it over, facts, last step, last version
    with django_assert_num_queries(10):  # those of before, roles, and what she may do about it
        page = signed_in.get(url).content
    assert len(page) < 150_000
    parts = re.findall(r'href="\?paper=1&amp;part=(\d+)"', page.decode())
    shown = set()
    for part in parts:
        shown |= set(
            re.findall(r'id="of-(activities-\d+)"', signed_in.get(f"{url}?part={part}").content.decode())
        )
    assert len(shown) == 1500
    rest = signed_in.get(f"{url}facts/activities/?page=30").content.decode()
    assert "Việc 1499" in rest
    assert f'href="{url}?paper=1&amp;part={parts[-1]}#of-activities-1499"' in rest


def test_no_page_has_inline_script_or_style(signed_in: Client, hand_over: HandOver) -> None:
    document, failed = hand_over(), hand_over("crash")
    urls = ["/", "/help/", "/documents/", "/documents/upload/"]
    urls += [f"/documents/{d.pk}/" for d in (document, failed, hand_over("Ba", read=False))]
    for url in urls:
        page = signed_in.get(url).content.decode()
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|javascript:", page), url


def test_the_samples_come_once_and_are_read_by_the_worker(
    signed_in: Client, run_work: Callable[[], None]
) -> None:
    from django.core.management import call_command

    call_command("load_samples", verbosity=0)
    call_command("load_samples", verbosity=0)
    run_work()
    assert Document.objects.count() == 3
    assert set(Document.objects.values_list("state", flat=True)) == {State.READ}
    page = signed_in.get("/documents/").content.decode()
    assert "41/KH-BTV" in page
