"""A forgotten password is replaced by mail as a person does it, in a real browser."""

import re
from collections.abc import Callable

import pytest
from django.core import mail as outbox
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from donghanh.accounts.models import User

pytestmark = pytest.mark.browser

NEW = "bốn từ rất khác nhau"


@pytest.fixture
def lan(user: User, settings: Settings, live_server: LiveServer) -> User:
    settings.MAIL_SITE = live_server.url
    User.objects.filter(pk=user.pk).update(email="lan@hoi.example.vn")
    return user


@pytest.mark.parametrize(("width", "with_javascript"), [(390, True), (1280, True), (390, False)])
def test_an_official_chooses_another_password_by_the_link_in_a_mail(
    open_page: Callable[..., Page],
    accessibility: Callable[[Page], None],
    run_work: Callable[..., None],
    lan: User,
    width: int,
    with_javascript: bool,
) -> None:
    page = open_page(width, java_script_enabled=with_javascript)

    def stands(heading: str) -> None:
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        if with_javascript:
            accessibility(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    page.goto("/accounts/sign-in/")
    stands("Đăng nhập")
    page.get_by_role("link", name="Quên mật khẩu").click()
    stands("Quên mật khẩu")
    page.get_by_label("Thư điện tử").fill("lan@hoi.example.vn")
    page.keyboard.press("Enter")
    stands("Hãy xem hộp thư")
    run_work()
    found = re.search(r"^http\S+$", str(outbox.outbox[0].body), re.MULTILINE)
    assert found is not None
    page.goto(found[0])
    stands("Đặt mật khẩu mới")
    page.get_by_label("Mật khẩu mới:", exact=True).fill(NEW)
    page.get_by_label("Nhập lại mật khẩu mới").fill(NEW)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Đã đổi mật khẩu.")
    stands("Đăng nhập")
    page.get_by_label("Tên đăng nhập").fill("lan")
    page.get_by_label("Mật khẩu").fill(NEW)
    page.keyboard.press("Enter")
    expect(page.get_by_role("banner")).to_contain_text("Nguyễn Thị Lan")
    page.goto(found[0])
    stands("Liên kết này không còn dùng được")
