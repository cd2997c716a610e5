"""The auditor's pages in a real Chromium: found by words, a thing's history opened, on a phone and by keyboard."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from conftest import hire
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.audit.sealing import seal
from donghanh.audit.services import record
from donghanh.organisations.models import OrgUnit
from organisations import making
from organisations.conftest import TODAY

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Open = Callable[..., Page]


@pytest.fixture
def open_as_auditor(
    open_page: Open, live_server: LiveServer, client: Client, user: User, office: OrgUnit
) -> Open:
    """Call it like `open_page`, for a page on which the office's auditor is signed in and somebody did something."""
    auditor = hire("hoa", "Lê Thị Hoa", office, Role.AUDITOR)
    Authenticator.objects.create(user=auditor, type=Authenticator.Type.TOTP, data={})
    client.force_login(auditor)
    with transaction.atomic():
        changes = {"name": [office.name, "Hội LHPN xã Mường Pồn mới"], "day": str(TODAY)}
        making.rename(office, "Hội LHPN xã Mường Pồn mới", TODAY)
        record("unit_renamed", office, actor=user, changes=changes, ip="10.0.0.7", unit=office)
        record("signed_in", user, actor=user, ip="10.0.0.7")
    seal()

    def open_one(width: int = 1280) -> Page:
        page = open_page(width)
        session = client.cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies([{"name": session.key, "value": session.value, "url": live_server.url}])
        return page

    return open_one


@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_of_the_trail_have_no_barrier_and_fit_the_screen(
    open_as_auditor: Open, accessibility: Callable[[Page], None], office: OrgUnit, width: int
) -> None:
    page = open_as_auditor(width)
    for path in (
        "",
        "?q=muong+pon&verb=unit_renamed",
        "?q=khong+co",
        "?since=31/6/2025",
        f"organisations.orgunit/{office.pk}/",
    ):
        page.goto(f"/trail/{path}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        accessibility(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_an_act_is_found_by_words_and_leads_to_the_history_without_a_mouse(open_as_auditor: Open) -> None:
    page = open_as_auditor()
    page.goto("/trail/")
    page.get_by_label("Từ cần tìm").fill("doi ten muong pon")
    page.keyboard.press("Enter")
    expect(page.get_by_text("đã đăng nhập", exact=False).locator("visible=true")).to_have_count(0)
    page.get_by_role("link", name="Nguyễn Thị Lan đã đổi tên").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Lịch sử của đơn vị “Hội LHPN xã Mường Pồn mới”")).to_be_visible()
    expect(page.get_by_text("Hội LHPN xã Mường Pồn → Hội LHPN xã Mường Pồn mới")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_an_entry_is_erased_after_a_look_at_it_without_a_mouse(
    open_as_auditor: Open, accessibility: Callable[[Page], None], office: OrgUnit, width: int
) -> None:
    page = open_as_auditor(width)

    def look() -> None:
        accessibility(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url

    page.goto(f"/trail/organisations.orgunit/{office.pk}/")
    page.get_by_role("link", name="Xóa nội dung theo quyền").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Xóa nội dung theo quyền")).to_be_visible()
    look()
    page.get_by_role("checkbox", name="Nguyễn Thị Lan đã đổi tên").focus()
    page.keyboard.press("Space")
    page.get_by_label("Căn cứ").fill("Đơn số 12 ngày 20/11/2026, Luật 91/2025/QH15")
    page.get_by_role("button", name="Xem trước").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Chưa xóa gì")).to_be_visible()
    look()
    page.get_by_role("button", name="Xóa vĩnh viễn").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã xóa nội dung theo “Đơn số 12")).to_be_visible()
    expect(page.get_by_text("Hội LHPN xã Mường Pồn →")).to_have_count(0)
    look()


def test_what_is_searched_for_comes_as_excel(open_as_auditor: Open) -> None:
    page = open_as_auditor()
    page.goto("/trail/?verb=unit_renamed")
    with page.expect_download() as download:
        page.get_by_role("button", name="Excel").click()
    assert download.value.suggested_filename == "nhat-ky.xlsx"
