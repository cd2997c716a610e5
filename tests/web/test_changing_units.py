"""Changing units in a real Chromium: no barrier, no wider than the screen, and by keyboard alone."""

from collections.abc import Callable
from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Role
from donghanh.organisations import place_sheets
from donghanh.organisations.models import Place
from organisations.conftest import Country, small_country

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def country(transactional_db: None) -> Country:
    return small_country()


@pytest.fixture
def open_as_administrator(
    country: Country, open_page: Callable[..., Page], live_server: LiveServer
) -> Callable[..., Page]:
    """Call it with a width, for a page on which the administrator of the province is signed in; or of another unit."""
    mai = User.objects.create_user("mai", "mật khẩu thử", "Trần Thị Mai")
    grant = RoleGrant(user=mai, line=country.line, role=Role.UNIT_ADMIN)
    Authenticator.objects.create(user=mai, type=Authenticator.Type.TOTP, data={"secret": ""})
    client = Client()
    client.force_login(mai)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value

    def open_one(width: int = 1280, unit: str = "Nghệ An") -> Page:
        grant.unit = country[unit]
        grant.save()
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


@pytest.mark.parametrize("width", [390, 1280])
def test_places_are_changed_from_a_file_and_typed_by_keyboard(
    open_as_administrator: Callable[..., Page],
    country: Country,
    accessibility: Callable[[Page], None],
    complaints: list[str],
    width: int,
) -> None:
    province = Place.objects.create(
        level="province",
        code=75,
        kind="tỉnh",
        name="Tỉnh Đồng Nai",
        bare_name="Đồng Nai",
        since=date(2025, 7, 1),
    )
    for code, name in ((26000, "Trảng Bom"), (26001, "An Viễn"), (26002, "An Viễn Hai")):
        place = Place(
            level="commune", code=code, kind="xã", name=f"Xã {name}", bare_name=name, parent=province
        )
        place.since = province.since
        place.save()
    page = open_as_administrator(width, "Trung ương")

    def look() -> None:
        accessibility(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url

    page.goto("/units/")
    page.get_by_role("link", name="Thay đổi địa bàn").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Thay đổi địa bàn")).to_be_visible()
    look()
    rows = (
        ",".join(head for head, _ in place_sheets.COLUMNS.values()),
        "30/4/2026,Nghị quyết số 30/2026/QH16,Đổi tên,Tỉnh,75,Tỉnh Đồng Nai,Thành phố Đồng Nai,,,",
        "01/7/2026,,Sáp nhập,Xã,26001,Xã An Viễn,,,26000,Một phần",
    )
    for wrong in ("01/7/2026,,Sáp nhập,Xã,26009,Xã Không Có,,,26000,", ""):
        content = "\n".join((*rows, wrong)).encode()
        page.get_by_label("Tệp Excel hoặc CSV").set_input_files(
            {"name": "dia-ban.csv", "mimeType": "text/csv", "buffer": content}
        )
        page.get_by_role("button", name="Xem trước").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("Dòng 4" if wrong else "2 địa bàn thay đổi")).to_be_visible()
        look()
    page.get_by_role("button", name="Thực hiện").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã thực hiện.")).to_be_visible()
    look()
    assert "400" in complaints.pop()
    for act in ("rename", "merge", "move", "found"):
        page.goto(f"/units/places/{act}/")
        look()
    page.goto("/units/places/rename/")
    page.get_by_label("Địa bàn").fill("an vien hai")
    page.get_by_label("Tên mới").fill("Phường An Viễn")
    page.get_by_label("Từ ngày").fill("01/9/2026")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Xã An Viễn Hai → Phường An Viễn")).to_be_visible()
    look()
