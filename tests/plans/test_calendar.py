"""A unit's days on a page, and under a secret address for a telephone."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client
from django.utils import timezone

from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Role
from donghanh.audit.models import Entry
from donghanh.plans import feeds
from donghanh.plans.models import Feed, Item, Plan, Programme
from plans.conftest import COMMUNE, NEIGHBOUR, Hire, Make, unit
from plans.test_work import issued


@pytest.fixture
def xa(hire: Hire) -> User:
    return hire("xa", Role.VIEWER, COMMUNE)


@pytest.fixture
def plan(make: Make) -> Plan:
    """Of its items one was due ten days ago, one is due today, one in a month at most, one some day."""
    made, today = issued(make), timezone.localdate()
    Plan.objects.filter(pk=made.pk).update(
        starts=today - timedelta(days=100), ends=today + timedelta(days=100)
    )
    Item.objects.filter(plan=made, label="1.2").update(ends=today - timedelta(days=10))
    Item.objects.filter(plan=made, label="1.1").update(ends=today)
    Item.objects.filter(plan=made, text="Lập kế hoạch của xã").update(period="thường xuyên")
    return made


def address(name: str = COMMUNE, query: str = "") -> str:
    return f"/plans/units/{unit(name).pk}/calendar/{query}"


def sections(page: str) -> dict[str, str]:
    """What stands under each heading."""
    parts = page.split('<h2 id="h-')[1:]
    return {part.split('"')[0]: part for part in parts}


def test_what_is_past_due_this_week_and_not_clear_stand_apart(plan: Plan, xa: User, client: Client) -> None:
    client.force_login(xa)
    told = sections(client.get(address()).content.decode())
    assert "Đối thoại chính sách" in told["late"]
    assert "Truyền thông bằng hai thứ tiếng" in told["week"]
    assert "thường xuyên" in told["open"]
    assert "Đối thoại chính sách" not in told["week"] + told["next"]


def test_a_month_is_listed_by_its_days(plan: Plan, xa: User, client: Client) -> None:
    client.force_login(xa)
    past = timezone.localdate() - timedelta(days=10)
    page = sections(client.get(address(query=f"?month={past:%Y-%m}")).content.decode())["month"]
    assert f'datetime="{past:%Y-%m-%d}"' in page
    for wrong in ("2026-13", "9999-12", "x", ""):
        assert client.get(address(query=f"?month={wrong}")).status_code == 200


def test_days_of_one_programme_are_shown_alone(plan: Plan, xa: User, client: Client) -> None:
    client.force_login(xa)
    programme = Programme.objects.create(name="Dự án 8", key="=duan8", unit=plan.unit)
    assert "Dự án 8" not in client.get(address()).content.decode()
    assert "Đối thoại chính sách" in client.get(address(query=f"?programme={programme.pk}")).content.decode()
    Plan.objects.filter(pk=plan.pk).update(programme=programme)
    assert "Đối thoại chính sách" in client.get(address(query=f"?programme={programme.pk}")).content.decode()


def test_the_days_of_another_unit_are_not_there(plan: Plan, xa: User, client: Client) -> None:
    client.force_login(xa)
    assert client.get(address(NEIGHBOUR)).status_code == 404
    assert client.post(f"{address(NEIGHBOUR)}address/").status_code == 404
    with pytest.raises(Http404):
        feeds.draw(xa, unit(NEIGHBOUR))
    with pytest.raises(PermissionDenied):
        feeds.draw(User.objects.create_user("moi", None, "Đồng chí mới"), unit(COMMUNE))


def test_a_telephone_fetches_the_days_without_the_words_of_the_plan(plan: Plan, xa: User) -> None:
    token = feeds.draw(xa, unit(COMMUNE))
    response = Client().get(f"/plans/calendar/{token}.ics")
    data = response.content.decode().replace("\r\n ", "")
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.headers["Cache-Control"] == "private, no-store"
    assert "SUMMARY:Mục 1.1 đến hạn · 12/KH-BTV" in data
    assert f"DTSTART;VALUE=DATE:{timezone.localdate():%Y%m%d}" in data
    assert "Báo cáo quý · 12/KH-BTV" in data
    for words in ("Truyền thông", "Đối thoại", xa.full_name, "Hoàng Thị Sao", token):
        assert words not in data
    again = Client().get(f"/plans/calendar/{token}.ics").content.decode()
    assert [line for line in data.split("\r\n") if line.startswith("UID:")] == [
        line for line in again.replace("\r\n ", "").split("\r\n") if line.startswith("UID:")
    ]


def test_the_secret_itself_is_kept_nowhere(xa: User, client: Client) -> None:
    client.force_login(xa)
    page = client.post(f"{address()}address/")
    token = page.content.decode().split("/plans/calendar/")[1].split(".ics")[0]
    assert "no-store" in page.headers["Cache-Control"]
    assert Client().get(f"/plans/calendar/{token}.ics").status_code == 200
    kept = Feed.objects.get()
    assert token not in (kept.digest, str(Entry.objects.latest("pk").details))
    assert token not in client.get(address()).content.decode()


def test_an_address_that_was_drawn_anew_ended_or_made_up_answers_nobody(xa: User, client: Client) -> None:
    first, second = feeds.draw(xa, unit(COMMUNE)), feeds.draw(xa, unit(COMMUNE))
    digest = Feed.objects.get().digest
    for wrong in (first, second[:-1], second.swapcase(), digest, "x"):
        assert Client().get(f"/plans/calendar/{wrong}.ics").status_code == 404
    assert Client().get(f"/plans/calendar/{second}.ics").status_code == 200
    client.force_login(xa)
    assert client.post(f"{address()}address/end/").status_code == 302
    assert Client().get(f"/plans/calendar/{second}.ics").status_code == 404
    verbs = list(Entry.objects.order_by("pk").values_list("verb", flat=True))[-3:]
    assert verbs == ["calendar_drawn", "calendar_drawn", "calendar_ended"]


@pytest.mark.parametrize("how", ["closed", "ended"])
def test_an_address_ends_with_its_persons_right(xa: User, how: str) -> None:
    token = feeds.draw(xa, unit(COMMUNE))
    if how == "closed":
        User.objects.filter(pk=xa.pk).update(is_active=False)
    else:
        RoleGrant.objects.filter(user=xa).update(until=timezone.localdate())
    assert Client().get(f"/plans/calendar/{token}.ics").status_code == 404


def test_two_people_have_an_address_each(xa: User, hire: Hire) -> None:
    other = feeds.draw(hire("ba", Role.VIEWER, COMMUNE), unit(COMMUNE))
    feeds.draw(xa, unit(COMMUNE))
    feeds.end(xa, unit(COMMUNE))
    assert Client().get(f"/plans/calendar/{other}.ics").status_code == 200
