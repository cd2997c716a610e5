"""Changing units in a real Chromium: no barrier, no wider than the screen, and by keyboard alone."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Role
from organisations.conftest import Country, small_country

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def country(transactional_db: None) -> Country:
    return small_country()


@pytest.fixture
def open_as_administrator(
    country: Country, open_page: Callable[..., Page], live_server: LiveServer
) -> Callable[..., Page]:
    """Call it with a width, for a page on which the administrator of the province is signed in."""
    mai = User.objects.create_user("mai", "mật khẩu thử", "Trần Thị Mai")
    RoleGrant.objects.create(user=mai, unit=country["Nghệ An"], line=country.line, role=Role.UNIT_ADMIN)
    Authenticator.objects.create(user=mai, type=Authenticator.Type.TOTP, data={"secret": ""})
    client = Client()
    client.force_login(mai)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value

    def open_one(width: int = 1280) -> Page:
        page = open_page(width)
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}
        page.context.add_cookies([cookie])  # type: ignore[list-item]
        return page

    return open_one


@pytest.mark.parametrize("width", [390, 1280])
def test_a_unit_is_merged_and_the_merge_undone_by_keyboard(
    open_as_administrator: Callable[..., Page],
    country: Country,
    accessibility: Callable[[Page], None],
    width: int,
) -> None:
    page = open_as_administrator(width)

    def look() -> None:
        accessibility(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url

    unit = f"/units/{country['Na Loi'].pk}/change/"
    for path in ("", "found/", "split/", "abolish/"):
        page.goto(f"{unit}{path}")
        look()
    page.goto(f"{unit}merge/")
    look()
    page.get_by_label("Đơn vị tiếp nhận").fill("keng du")
    page.get_by_label("Từ ngày").fill("01/12/2026")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Xem trước thay đổi")).to_be_visible()
    look()
    page.get_by_role("button", name="Thực hiện").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã thực hiện.")).to_be_visible()
    look()
    page.get_by_role("button", name="Hoàn tác").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã hoàn tác:")).to_be_visible()
    page.goto("/units/reorganisations/")
    look()
