"""A person's telephone and e-mail are put right as she and her administrator do it, in a real browser."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from playwright.sync_api import Page, expect

from accounts.conftest import Hire
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Open = Callable[..., Page]
Check = Callable[[Page], None]


def forget_the_refusal(complaints: list[str]) -> None:
    """The page was asked for one, which the console calls an error."""
    assert [each for each in complaints if "400" not in each] == []
    complaints.clear()


def sign_in(page: Page, name: str) -> None:
    page.goto("/accounts/sign-in/")
    page.get_by_label("Tên đăng nhập").fill(name)
    page.get_by_label("Mật khẩu").fill("mật khẩu thử")
    page.keyboard.press("Enter")


@pytest.mark.parametrize(("width", "with_javascript"), [(390, True), (1280, True), (390, False)])
def test_she_corrects_her_own_with_the_keyboard_after_showing_who_she_is(
    open_page: Open,
    hire: Hire,
    accessibility: Check,
    complaints: list[str],
    width: int,
    with_javascript: bool,
) -> None:
    mai = hire("mai", Role.DATA_ENTRY, "Na Loi")
    page = open_page(width, java_script_enabled=with_javascript)
    sign_in(page, "mai")
    expect(page.get_by_role("heading", name="Chào ")).to_be_visible()
    page.goto("/accounts/me/")
    link = page.get_by_role("link", name="Sửa điện thoại và thư điện tử")
    link.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Mật khẩu").fill("mật khẩu thử")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sửa điện thoại và thư điện tử")
    page.get_by_label("Điện thoại").focus()
    page.keyboard.type("12")
    page.keyboard.press("Tab")
    page.keyboard.type("mai@hoi.example.vn")
    page.keyboard.press("Enter")
    wrong = page.get_by_label("Điện thoại")
    expect(wrong).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#id_phone_error")).to_contain_text("0912345678")
    expect(page.get_by_label("Thư điện tử")).to_have_value("mai@hoi.example.vn")
    if with_javascript:
        accessibility(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    forget_the_refusal(complaints)
    wrong.fill("0912 345 678")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Đã sửa điện thoại, thư điện tử.")
    mai.refresh_from_db()
    assert (mai.phone, mai.email) == ("0912345678", "mai@hoi.example.vn")


@pytest.mark.parametrize("width", [390, 1280])
def test_an_administrator_corrects_with_the_keyboard(
    open_page: Open, hire: Hire, accessibility: Check, complaints: list[str], width: int
) -> None:
    hoa = hire("hoa", Role.UNIT_ADMIN, "Nghệ An")
    Authenticator.objects.create(user=hoa, type=Authenticator.Type.TOTP, data={"secret": ""})
    code = RecoveryCodes.activate(hoa).get_unused_codes()[0]
    mai = hire("mai", Role.DATA_ENTRY, "Na Loi")
    page = open_page(width)
    sign_in(page, "hoa")
    page.get_by_label("Mã xác nhận").fill(code)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Chào ")).to_be_visible()
    page.goto(f"/accounts/people/{mai.pk}/")
    name = page.get_by_label("Họ và tên")
    name.fill("=1+1")
    page.keyboard.press("Enter")
    expect(page.locator("#id_full_name_error")).to_contain_text("không phải là tên")
    accessibility(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    forget_the_refusal(complaints)
    name.fill("Lò Thị Mai")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Lò Thị Mai")
    assert User.objects.get(pk=mai.pk).full_name == "Lò Thị Mai"
