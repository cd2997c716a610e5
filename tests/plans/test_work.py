"""What a unit has to do: from all plans in force that name it, in every line, and nothing of what it took no part in."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.test_indexes import goes_through_a_table
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.organisations.models import Handover, OrgUnit
from donghanh.plans import work
from donghanh.plans.models import Item, Plan, State, Target
from plans.conftest import COMMUNE, FORM, NEIGHBOUR, PROVINCE, Hire, Make, unit

COMMITTEE = "UBND xã Bảo Lạc"


def issued(make: Make, form: Any = FORM, **how: Any) -> Plan:
    plan = make(form, **how)
    Plan.objects.filter(pk=plan.pk).update(state=State.ISSUED)
    return plan


def texts(name: str, way: str = "", **how: Any) -> list[str]:
    _, rows = work.tasks(work.of(unit(name)), None, way=way, **how)
    return [row.item.text for row in rows]


def test_a_unit_finds_what_it_leads_and_apart_from_it_what_it_is_asked_for(make: Make) -> None:
    issued(make)
    assert texts(COMMUNE, "leads") == [
        "Truyền thông bằng hai thứ tiếng", "Đối thoại chính sách", "Lập kế hoạch của xã",
    ]  # fmt: skip
    assert texts(NEIGHBOUR, "leads") == ["Truyền thông bằng hai thứ tiếng", "Lập kế hoạch của xã"]
    assert texts(COMMITTEE, "leads") == texts(COMMITTEE, "helps") == []
    assert texts(COMMITTEE, "asked") == [
        "Truyền thông bằng hai thứ tiếng", "Bố trí địa điểm", "Cử người tham gia",
    ]  # fmt: skip
    assert work.counts(work.of(unit(COMMITTEE))) == {"all": 3, "leads": 0, "helps": 0, "asked": 3}


def test_whoever_only_helps_sees_who_leads(make: Make) -> None:
    issued(make)
    _, rows = work.tasks(work.of(unit(COMMITTEE)), None)
    assert [row.leaders for row in rows] == [["Hội LHPN các xã, phường"], [], []]


def test_a_plan_that_is_not_being_carried_out_is_work_for_nobody(make: Make) -> None:
    plan = make()
    assert texts(COMMUNE) == []
    Plan.objects.filter(pk=plan.pk).update(state=State.CLOSED)
    assert texts(COMMUNE) == []


def test_an_item_that_names_a_unit_twice_stands_once_with_both_parts(make: Make) -> None:
    both = {**FORM["activities"][0], "lead": ["Hội LHPN các xã, phường"], "partners": [COMMUNE]}
    issued(make, {**FORM, "activities": [both], "responsibilities": []})
    (row,) = work.tasks(work.of(unit(COMMUNE)), None)[1]
    assert (row.leads, row.helps, row.asked) == (True, True, [])


def test_what_ends_first_stands_first_and_what_is_past_its_day_is_found_alone(make: Make) -> None:
    plan = issued(make)
    yesterday = timezone.localdate() - timedelta(days=1)
    Item.objects.filter(plan=plan, text="Lập kế hoạch của xã").update(ends=yesterday)
    Item.objects.filter(plan=plan, starts__isnull=False).update(ends=yesterday + timedelta(days=9))
    assert texts(COMMUNE)[:2] == ["Lập kế hoạch của xã", "Truyền thông bằng hai thứ tiếng"]
    assert texts(COMMUNE, late=True) == ["Lập kế hoạch của xã"]


def test_work_of_one_plan_is_found_alone(make: Make) -> None:
    first, second = issued(make), issued(make, {**FORM, "responsibilities": []})
    assert len(texts(COMMUNE, plan=first.pk)) == 3
    assert len(texts(COMMUNE, plan=second.pk)) == 2
    assert [each.pk for each in work.plans_of(work.of(unit(COMMUNE)))] == [second.pk, first.pk]


def test_what_was_for_a_unit_that_ended_is_its_heirs(make: Make) -> None:
    issued(make)
    today = timezone.localdate()
    OrgUnit.objects.filter(name=COMMUNE).update(until=today)
    Handover.objects.create(unit=OrgUnit.objects.get(name=COMMUNE), into=unit(NEIGHBOUR), since=today)
    _, rows = work.tasks(work.of(unit(NEIGHBOUR)), None)
    assert [(row.item.text, [str(each) for each in row.of]) for row in rows] == [
        ("Truyền thông bằng hai thứ tiếng", []),
        ("Đối thoại chính sách", [COMMUNE]),
        ("Lập kế hoạch của xã", []),
    ]
    _, goals = work.goals(work.of(unit(NEIGHBOUR)), None)
    of_each, quota = goals
    assert (of_each.target.per, of_each.shares) == ("mỗi xã", [])
    assert [str(share.party) for share in quota.shares] == [COMMUNE, NEIGHBOUR]


def test_a_plan_kept_for_another_is_work_for_its_keeper_and_those_below_alone(make: Make, hire: Hire) -> None:
    issued(make, user=hire("xa", Role.DATA_ENTRY, COMMUNE), keeper=COMMUNE)
    assert len(texts(COMMUNE)) == 3
    assert texts(NEIGHBOUR) == []
    assert texts(COMMITTEE) == []


def test_targets_fall_to_a_unit_by_shares_and_to_each_of_many(make: Make) -> None:
    plan = issued(make)
    communes = plan.parties.get(words="Hội LHPN các xã, phường")
    Target.objects.filter(plan=plan, per="mỗi xã").update(each=communes)
    _, goals = work.goals(work.of(unit(COMMUNE)), None)
    told = {goal.target.text: [int(share.quantity) for share in goal.shares] for goal in goals}
    assert told == {"suất quà": [70], "Ít nhất 10 hộ thoát nghèo mỗi xã": []}
    assert work.goals(work.of(unit(COMMITTEE)), None)[1] == []


def test_a_unit_finds_the_reports_that_it_has_to_send(make: Make) -> None:
    issued(make)
    assert [duty.cycle for duty in work.duties(work.of(unit(COMMUNE)), None)] == ["quarterly"]
    assert list(work.duties(work.of(unit(PROVINCE)), None)) == []


@pytest.mark.parametrize(
    ("name", "way"), [(COMMUNE, ""), (COMMITTEE, "asked"), (COMMUNE, "targets"), (COMMUNE, "reports")]
)
def test_the_page_takes_no_more_queries_for_more_plans(
    make: Make, hire: Hire, client: Client, name: str, way: str
) -> None:
    client.force_login(hire("xa", Role.VIEWER, name))
    counts = []
    for more in (1, 4):
        for _ in range(more):
            issued(make)
        with CaptureQueriesContext(connection) as queries:
            response = client.get(f"/plans/units/{unit(name).pk}/?way={way}")
        assert "12/KH-BTV" in response.content.decode()
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("name", [COMMUNE, COMMITTEE])
def test_work_is_found_by_indexes(make: Make, name: str) -> None:
    issued(make)
    having = work.of(unit(name))
    with CaptureQueriesContext(connection) as queries:
        work.counts(having), work.tasks(having, None), work.goals(having, None), work.duties(having, None)
    through = [each["sql"] for each in queries if goes_through_a_table(each["sql"])]
    assert through == []


def test_the_page_of_another_unit_is_not_there(make: Make, hire: Hire, client: Client) -> None:
    issued(make)
    client.force_login(hire("xa", Role.VIEWER, COMMUNE))
    assert client.get(f"/plans/units/{unit(COMMUNE).pk}/").status_code == 200
    assert client.get(f"/plans/units/{unit(NEIGHBOUR).pk}/").status_code == 404


def test_our_work_leads_to_the_unit_in_which_one_works(hire: Hire, client: Client) -> None:
    client.force_login(hire("xa", Role.VIEWER, COMMUNE))
    assert client.get("/plans/units/").headers["Location"] == f"/plans/units/{unit(COMMUNE).pk}/"
    client.force_login(User.objects.create_user("moi", None, "Đồng chí mới"))
    assert client.get("/plans/units/").headers["Location"] == "/plans/"
