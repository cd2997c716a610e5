"""The tree of units in a real Chromium: from the top to a branch, found by a name, on a phone and by keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from donghanh.organisations.models import OrgUnit
from donghanh.organisations.reorganising import reorganise
from organisations.conftest import small_country
from organisations.test_reorganising import REFORM, Reform

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Open = Callable[..., Page]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_of_units_have_no_barrier_and_fit_the_screen(
    open_signed_in: Open, accessibility: Callable[[Page], None], width: int
) -> None:
    Reform()
    reorganise(None, REFORM)
    old = OrgUnit.objects.get(place__bare_name="Đăk Nông")
    province = OrgUnit.objects.get(name="Hội LHPN tỉnh Quảng Ngãi")
    page = open_signed_in(width)
    for path in (
        "",
        "?q=chi+hoi",
        "?on=31/6/2025",
        f"{old.pk}/",
        f"{old.pk}/?on=01/6/2025",
        f"{province.pk}/",
        f"{province.pk}/picture/",
        f"{old.pk}/picture/?on=01/6/2025",
        f"?q={'xa+' * 80}&line=nowhere",
    ):
        page.goto(f"/units/{path}")
        accessibility(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_from_the_top_down_and_by_name_without_a_mouse(open_signed_in: Open) -> None:
    country = small_country()
    page = open_signed_in()
    page.goto("/units/")
    page.get_by_role("link", name="Trung ương").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Nghệ An").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="2 đơn vị trực thuộc")).to_be_visible()
    page.goto("/units/")
    page.get_by_label("Tên đơn vị").fill("don boong")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Chi hội bản Đồn Boọng").click()
    expect(page.locator(".crumbs")).to_contain_text("Na Loi")
    page.get_by_label("Theo ngày").fill("01/6/2025")
    page.keyboard.press("Enter")
    expect(page).to_have_url(
        f"{page.url.split('/units/')[0]}/units/{country['Chi hội bản Đồn Boọng'].pk}/?line=union&on=01%2F6%2F2025"
    )
