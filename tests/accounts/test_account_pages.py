"""Accounts and people as they are in a real browser: with the keyboard, on a telephone, with a key."""

import re
import time
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page, expect

from accounts.conftest import Hire
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Open = Callable[..., Page]
CODE = re.compile("Mã xác nhận")


def sign_in(page: Page, name: str) -> None:
    page.goto("/accounts/sign-in/")
    page.get_by_label("Tên đăng nhập").fill(name)
    page.get_by_label("Mật khẩu").fill("mật khẩu thử")
    page.keyboard.press("Enter")


def code_of(secret: str, ago: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 - ago))


def set_up_telephone(page: Page) -> str:
    """From the page to which an approver is led to the codes on paper; the secret."""
    page.get_by_role("link", name="Đặt điện thoại").click()
    page.get_by_label("Mật khẩu").fill("mật khẩu thử")
    page.keyboard.press("Enter")
    secret = page.locator("code.secret").inner_text()
    page.get_by_label(CODE).fill(code_of(secret, ago=1))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Mã in giấy")).to_be_visible()
    return secret


def test_an_approver_sets_up_a_telephone_and_signs_in_with_it(open_page: Open, hire: Hire) -> None:
    hire("hoa", Role.APPROVER, "Na Loi")
    page = open_page()
    sign_in(page, "hoa")
    expect(page.get_by_role("heading", name="Bước xác nhận thứ hai khi đăng nhập")).to_be_visible()
    secret = set_up_telephone(page)
    expect(page.locator(".codes li")).to_have_count(10)
    page.get_by_role("button", name="Đăng xuất").click()
    sign_in(page, "hoa")
    page.get_by_label(CODE).fill(code_of(secret))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Chào ")).to_be_visible()


def test_a_key_opens_the_door_without_name_and_password(open_page: Open, hire: Hire) -> None:
    hire("hoa", Role.VIEWER, "Na Loi")
    page = open_page()
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    sign_in(page, "hoa")
    expect(page.get_by_role("heading", name="Chào ")).to_be_visible()
    page.goto("/accounts/second-step/keys/new/")
    page.get_by_label("Mật khẩu").fill("mật khẩu thử")
    page.keyboard.press("Enter")
    page.get_by_label("Tên khóa").fill("khóa văn phòng")
    page.get_by_label("Chỉ cần khóa này").check()
    page.get_by_role("button", name="Thêm").click()
    expect(page.get_by_role("heading", name="Mã in giấy")).to_be_visible()
    page.goto("/accounts/second-step/keys/")
    expect(page.get_by_role("cell", name="khóa văn phòng", exact=True)).to_be_visible()
    page.get_by_role("button", name="Đăng xuất").click()
    page.goto("/accounts/sign-in/")
    page.get_by_role("button", name="Đăng nhập bằng khóa").click()
    expect(page.get_by_role("heading", name="Chào ")).to_be_visible()


def test_a_key_that_is_not_there_is_said(open_page: Open, hire: Hire) -> None:
    page = open_page()
    page.goto("/accounts/sign-in/")
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('no key')); }")
    page.get_by_role("button", name="Đăng nhập bằng khóa").click()
    expect(page.get_by_role("alert")).to_contain_text("Chưa dùng được khóa bảo mật")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_have_no_barrier_and_fit_the_screen(
    open_page: Open, hire: Hire, accessibility: Callable[[Page], None], width: int
) -> None:
    hire("hoa", Role.UNIT_ADMIN, "Nghệ An")
    mai = hire("mai", Role.DATA_ENTRY, "Na Loi")
    page = open_page(width)
    sign_in(page, "hoa")
    set_up_telephone(page)
    accessibility(page)
    for path in (
        "me/",
        "password/",
        "second-step/",
        "second-step/paper/new/",
        "second-step/telephone/remove/",
        "second-step/keys/",
        "second-step/keys/new/",
        "people/",
        "people/?q=kh%C3%B4ng+ai",
        "people/new/",
        "people/import/",
        f"people/{mai.pk}/",
    ):
        page.goto(f"/accounts/{path}")
        accessibility(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_an_administrator_makes_an_account_with_the_keyboard_and_its_holder_chooses_a_password(
    open_page: Open, hire: Hire
) -> None:
    hire("hoa", Role.UNIT_ADMIN, "Nghệ An")
    page = open_page(java_script_enabled=False)
    sign_in(page, "hoa")
    set_up_telephone(page)
    page.goto("/accounts/people/new/")
    page.get_by_label("Họ và tên").fill("Lò Thị Mai")
    page.get_by_label("Đơn vị").fill("na loi")
    page.keyboard.press("Enter")
    password = page.locator("code.secret").inner_text()
    holder = open_page()
    holder.goto("/accounts/sign-in/")
    holder.get_by_label("Tên đăng nhập").fill("mailt")
    holder.get_by_label("Mật khẩu").fill(password)
    holder.keyboard.press("Enter")
    holder.get_by_label("Mật khẩu hiện tại").fill(password)
    holder.get_by_label("Mật khẩu mới", exact=False).first.fill("bốn từ rất riêng")
    holder.get_by_label("Nhập lại mật khẩu mới").fill("bốn từ rất riêng")
    holder.keyboard.press("Enter")
    expect(holder.get_by_role("heading", name="Lò Thị Mai")).to_be_visible()
    holder.goto("/")
    expect(holder.get_by_role("heading", name="Chào ")).to_be_visible()
    assert not User.objects.get(username="mailt").must_change_password
    assert not Authenticator.objects.filter(user__username="mailt").exists()
