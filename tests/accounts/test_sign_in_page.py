"""Signing in as a person does it, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from donghanh.accounts.models import User

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_has_no_barrier_and_fits_the_screen(
    open_page: Callable[..., Page], accessibility: Callable[[Page], None], width: int
) -> None:
    page = open_page(width)
    page.goto("/accounts/sign-in/")
    accessibility(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("with_javascript", [True, False])
def test_an_official_signs_in_with_the_keyboard_and_out_again(
    open_page: Callable[..., Page], user: User, with_javascript: bool
) -> None:
    page = open_page(java_script_enabled=with_javascript)
    page.goto("/accounts/sign-in/")
    page.get_by_label("Tên đăng nhập").fill("lan")
    page.get_by_label("Mật khẩu").fill("mật khẩu thử")
    page.keyboard.press("Enter")
    expect(page.get_by_role("banner")).to_contain_text("Nguyễn Thị Lan")
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.get_by_role("banner")).not_to_contain_text("Nguyễn Thị Lan")


def test_a_wrong_password_is_said_at_the_form(open_page: Callable[..., Page], user: User) -> None:
    page = open_page()
    page.goto("/accounts/sign-in/")
    page.get_by_label("Tên đăng nhập").fill("lan")
    page.get_by_label("Mật khẩu").fill("sai")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("mật khẩu")
