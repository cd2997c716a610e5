"""People in a browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from donghanh.accounts.models import User
from donghanh.documents import services
from donghanh.documents.models import Document
from web.reviewing import PLAN


@pytest.fixture
def open_signed_in(open_page: Callable[..., Page], user: User) -> Callable[..., Page]:
    """Call it like `open_page`, for a page on which the person is signed in."""

    def open_one(width: int = 1280, *, name: str = "lan", **options: object) -> Page:
        page = open_page(width, **options)
        page.goto("/accounts/sign-in/")
        page.get_by_label("Tên đăng nhập").fill(name)
        page.get_by_label("Mật khẩu").fill("mật khẩu thử")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Chào ")).to_be_visible()
        return page

    return open_one


def hand_over(user: User, content: bytes, name: str, *, read: bool = True) -> Document:
    document = services.upload(user, [content], name=name).document
    if read:
        services.read(document.pk)
    return document


@pytest.fixture
def plan(user: User) -> Document:
    """The sample plan, read."""
    document = hand_over(user, PLAN.read_bytes(), PLAN.name)
    document.refresh_from_db()
    return document
