"""Pages on which plans are written and reach those below, in a real Chromium: no barrier, on a phone and a desk."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from donghanh.accounts.models import User
from donghanh.plans import beginning, editing
from donghanh.plans.models import Plan, State
from donghanh.plans.parts import KINDS
from plans.conftest import COMMUNE, Make, unit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Open = Callable[..., Page]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_have_no_barrier_and_fit_the_screen(
    open_page: Open,
    accessibility: Callable[[Page], None],
    make: Make,
    lan: User,
    width: int,
) -> None:
    plan = make()
    Plan.objects.filter(pk=plan.pk).update(state=State.ISSUED)
    amended = beginning.begin_amendment(lan, plan.pk)
    lower = beginning.begin_below(lan, plan.pk, unit(COMMUNE).pk)
    talk = amended.item_set.get(text="Đối thoại chính sách")
    editing.add(lan, amended.pk, KINDS["activity"], {"text": "Hội thi", "leads": (COMMUNE,)})
    page = open_page(width)
    page.goto("/accounts/sign-in/")
    page.get_by_label("Tên đăng nhập").fill("lan")
    page.get_by_label("Mật khẩu").fill("mật khẩu thử")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Chào ")).to_be_visible()
    neighbour = unit("Hội LHPN xã Trùng Khánh").pk
    paths = [
        "new/", f"{plan.pk}/", f"{plan.pk}/below/", f"{plan.pk}/for/{neighbour}/", f"{plan.pk}/again/",
        f"{amended.pk}/edit/", f"{amended.pk}/edit/activity/{talk.pk}/", f"{amended.pk}/edit/activity/{talk.pk}/remove/",
        f"{amended.pk}/changes/",
    ]  # fmt: skip
    for path in paths:
        page.goto(f"/plans/{path}")
        assert page.url.endswith(path)
        accessibility(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    Plan.objects.filter(pk=plan.pk).update(state=State.AMENDED)
    Plan.objects.filter(pk=amended.pk).update(state=State.ISSUED)
    page.goto(f"/plans/{lower.pk}/higher/")
    accessibility(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
