"""The life of a plan in a real Chromium: no barrier, no wider than the screen, and by keyboard alone."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.plans import living, opening
from donghanh.plans.models import Item, Plan
from plans.conftest import COMMUNE, Hire, Make
from plans.stages import issued, ready

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Open = Callable[[User, int], Page]


@pytest.fixture
def open_as(open_page: Callable[..., Page], live_server: LiveServer) -> Open:
    """Call it with a person and a width, for a page on which she is signed in."""

    def open_one(person: User, width: int) -> Page:
        Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": ""})
        client = Client()
        client.force_login(person)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        page = open_page(width)
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}
        page.context.add_cookies([cookie])  # type: ignore[list-item]
        return page

    return open_one


@pytest.mark.parametrize("width", [390, 1280])
def test_a_plan_is_sent_back_sent_again_approved_issued_and_closed(
    make: Make, lan: User, hire: Hire, open_as: Open, accessibility: Callable[[Page], None], width: int
) -> None:
    plan = make()
    Item.objects.filter(text="Đối thoại chính sách").update(position=0)
    writing, approving = open_as(lan, width), open_as(hire("hoa", Role.LEADER), width)

    def look(page: Page, path: str = "") -> None:
        page.goto(f"/plans/{plan.pk}/{path}")
        accessibility(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url

    look(writing)
    expect(writing.locator("#faults")).to_contain_text("Cần sửa trước")
    plan.parties.filter(settled="open").update(settled="outside")
    plan.item_set.get(text="Khảo sát nhu cầu").assignments.update(is_asked=True)
    look(writing)
    expect(writing.locator("#faults")).to_contain_text("có thể để nguyên")
    writing.get_by_role("button", name="Gửi duyệt").press("Enter")
    look(approving)
    approving.locator("summary", has_text="Trả lại").press("Enter")
    approving.get_by_label("Nội dung cần sửa").fill("Sửa thứ tự mục 1.2")
    approving.get_by_role("button", name="Trả lại").press("Enter")
    look(writing)
    expect(writing.get_by_role("heading", name="Đồng chí hoa trả lại ngày")).to_be_visible()
    writing.get_by_role("button", name="Gửi duyệt").press("Enter")
    approving.reload()
    approving.get_by_role("button", name="Duyệt", exact=True).press("Enter")
    look(writing)
    writing.get_by_role("link", name="Cấp số và ban hành").press("Enter")
    look(writing, "issue/")
    writing.get_by_label("Số, ký hiệu").fill("mười hai")
    writing.get_by_role("button", name="Ban hành").press("Enter")
    expect(writing.get_by_role("alert")).to_contain_text("không phải số, ký hiệu")
    accessibility(writing)
    writing.get_by_label("Số, ký hiệu").fill("")
    writing.get_by_role("button", name="Ban hành").press("Enter")
    expect(writing.locator(".said")).to_contain_text("Đã ban hành 01/KH-BTV")
    look(writing)
    writing.locator("summary", has_text="Kết thúc kế hoạch").press("Enter")
    writing.get_by_role("button", name="Kết thúc kế hoạch").press("Enter")
    expect(writing.locator(".said")).to_contain_text("Đã kết thúc")


@pytest.mark.parametrize("width", [390, 1280])
def test_registers_and_openings_have_no_barrier_and_fit_the_screen(
    make: Make, lan: User, hire: Hire, open_as: Open, accessibility: Callable[[Page], None], width: int
) -> None:
    plan: Plan = issued(make, lan, hire("hoa", Role.LEADER))
    living.submit(lan, ready(make, lan).pk)
    opening.note(hire("xa", Role.VIEWER, COMMUNE), plan)
    page = open_as(lan, width)
    for path in ("numbers/", "", f"{plan.pk}/openings/", f"{plan.pk}/"):
        page.goto(f"/plans/{path}")
        accessibility(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
