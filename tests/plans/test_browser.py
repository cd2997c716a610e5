"""The pages of a unit's work in a real Chromium: no barrier, on a phone and on paper."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Role
from donghanh.organisations.models import Line
from donghanh.plans import waiting
from donghanh.plans.models import Assignment, Item
from plans.conftest import DAY, FIRST_DAY, Make, unit
from plans.test_work import COMMITTEE, issued

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_of_work_have_no_barrier_and_fit_the_screen(
    open_page: Callable[..., Page],
    live_server: LiveServer,
    client: Client,
    accessibility: Callable[[Page], None],
    make: Make,
    lan: User,
    width: int,
) -> None:
    plan, today = issued(make), timezone.localdate()
    item = plan.item_set.get(label="1.2")
    Item.objects.filter(plan=plan, label="1.1").update(ends=today - timedelta(days=3))
    waiting.suspend(lan, plan.pk, item.pk, of="norm", reason="chờ hướng dẫn mới", since=DAY)
    committee, asked = unit(COMMITTEE), Assignment.objects.get(item__text="Bố trí địa điểm")
    line = Line.objects.get(code="committee")
    RoleGrant.objects.create(user=lan, unit=committee, line=line, role=Role.DATA_ENTRY, since=FIRST_DAY)
    client.force_login(lan)
    page = open_page(width)
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": session.key, "value": session.value, "url": live_server.url}])
    of_unit = f"units/{committee.pk}"
    for path in (
        f"{of_unit}/",
        f"{of_unit}/?way=targets",
        f"{of_unit}/?way=reports",
        f"{of_unit}/answers/{asked.pk}/",
        f"{of_unit}/calendar/",
        f"{of_unit}/calendar/?month=2026-05",
        f"{plan.pk}/",
        f"{plan.pk}/answers/",
        f"{plan.pk}/answers/{asked.pk}/",
        f"{plan.pk}/waiting/",
        f"{plan.pk}/waiting/items/{item.pk}/",
        "waiting/",
    ):
        page.goto(f"/plans/{path}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        accessibility(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
