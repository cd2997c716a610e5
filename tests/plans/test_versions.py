"""Amendments, what they change, and what a change above means for a plan below."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.plans import beginning, catching_up, editing
from donghanh.plans.comparing import compare
from donghanh.plans.content import Content, Goal, Work, content_of
from donghanh.plans.errors import BegunAlreadyError, NotInForceError
from donghanh.plans.models import Plan, State
from donghanh.plans.parts import KINDS, values_of
from plans.conftest import COMMUNE, Hire, Make, unit

TALK, SPREAD = "Đối thoại chính sách", "Truyền thông bằng hai thứ tiếng"
ACTIVITY = KINDS["activity"]


def in_state(plan: Plan, state: State) -> Plan:
    Plan.objects.filter(pk=plan.pk).update(state=state)
    return Plan.objects.get(pk=plan.pk)


@pytest.fixture
def issued(make: Make) -> Plan:
    return in_state(make(), State.ISSUED)


@pytest.fixture
def xa(hire: Hire) -> User:
    return hire("xa", Role.DATA_ENTRY, COMMUNE)


@pytest.fixture
def lower(issued: Plan, xa: User) -> Plan:
    """The commune's plan, with words of its own in it."""
    made = beginning.begin_below(xa, issued.pk, unit(COMMUNE).pk)
    rewrite(xa, made, SPREAD, note="phát thanh mỗi sáng")
    return made


def rewrite(user: User, plan: Plan, which: str, **typed: Any) -> None:
    row = plan.item_set.get(text=which)
    now = values_of(ACTIVITY, row)
    editing.change(user, plan.pk, ACTIVITY, row.pk, was=now, typed={**now, **typed})


@pytest.fixture
def amended(issued: Plan, lan: User) -> Plan:
    """The province's amendment in force: one activity later, one gone, one new for all communes."""
    made = beginning.begin_amendment(lan, issued.pk)
    rewrite(lan, made, SPREAD, period="quý IV", starts="2026-10-01")
    editing.remove(lan, made.pk, ACTIVITY, made.item_set.get(text=TALK).pk)
    heading = made.item_set.get(text="Truyền thông")
    new = {"text": "Hội thi sân khấu hóa", "leads": ("Hội LHPN các xã, phường",)}
    editing.add(lan, made.pk, ACTIVITY, new, under=heading.pk)
    in_state(issued, State.AMENDED)
    return in_state(made, State.ISSUED)


def told(plan: Plan) -> dict[str, str]:
    return {each.text: each.what for each in catching_up.differences(Plan.objects.get(pk=plan.pk))}


def mark(plan: Plan, text: str) -> str:
    found = catching_up.differences(Plan.objects.get(pk=plan.pk))
    return next(each.mark for each in found if each.text == text)


def test_an_amendment_begins_as_a_copy_that_knows_what_it_replaces(issued: Plan, lan: User) -> None:
    made = beginning.begin_amendment(lan, issued.pk)
    assert (made.amends, made.state, made.number) == (issued, State.DRAFT, "")
    assert list(made.item_set.values_list("text", "origin")) == list(
        issued.item_set.values_list("text", "pk")
    )
    shares = made.target_set.filter(text="suất quà").values_list("shares__quantity", flat=True)
    assert sum(shares) == pytest.approx(119.5)
    assert compare(content_of(issued), content_of(made)) == []


def test_a_plan_is_amended_while_it_is_carried_out_and_once_at_a_time(
    make: Make, lan: User, issued: Plan, xa: User
) -> None:
    with pytest.raises(NotInForceError):
        beginning.begin_amendment(lan, make().pk)
    made = beginning.begin_amendment(lan, issued.pk)
    with pytest.raises(BegunAlreadyError) as refused:
        beginning.begin_amendment(lan, issued.pk)
    assert refused.value.plan == made.pk
    with pytest.raises(PermissionDenied):
        beginning.begin_amendment(xa, issued.pk)


def test_what_an_amendment_changes_is_said_part_by_part(amended: Plan, lan: User, client: Client) -> None:
    client.force_login(lan)
    page = client.get(reverse("plans:changes", args=[amended.pk]))
    rows = {row["text"]: row for row in page.context["rows"]}
    assert {text: row["what"] for text, row in rows.items()} == {
        SPREAD: "changed", TALK: "gone", "Hội thi sân khấu hóa": "came",
    }  # fmt: skip
    changed = [(field["before"], field["after"]) for field in rows[SPREAD]["fields"]]
    assert changed == [("tháng 3 - 11", "quý IV"), ("01/03/2026", "01/10/2026")]
    assert rows[TALK]["under"] == "Truyền thông"


def test_parts_without_an_origin_are_the_same_by_their_words() -> None:
    before = Content("", "", works=(Work(1, "activity", "Hội thi", 1.0), Work(2, "activity", "Hội thi", 2.0)))
    after = Content("", "", works=(Work(7, "activity", "Hội thi", 1.0, note="mới"),))
    assert [(each.what, each.text) for each in compare(before, after)] == [
        ("changed", "Hội thi"), ("gone", "Hội thi"),
    ]  # fmt: skip


def test_a_target_that_says_another_figure_is_changed() -> None:
    before = Content("", "", goals=(Goal(1, "Tặng quà", 1.0),))
    after = Content("", "", goals=(Goal(2, "Tặng quà", 1.0, per="mỗi xã", origin=1),))
    (one,) = compare(before, after)
    assert [(each.name, each.before, each.after) for each in one.fields] == [("per", None, "mỗi xã")]


def test_a_change_above_is_shown_below_as_it_concerns_the_unit(lower: Plan, amended: Plan) -> None:
    assert told(lower) == {SPREAD: "changed", TALK: "gone", "Hội thi sân khấu hóa": "came"}


def test_nothing_is_shown_while_the_higher_plan_stands(lower: Plan, lan: User, issued: Plan) -> None:
    assert told(lower) == {}
    beginning.begin_amendment(lan, issued.pk)
    assert told(lower) == {}


def test_what_is_taken_over_changes_only_what_changed_above(lower: Plan, amended: Plan, xa: User) -> None:
    catching_up.decide(xa, lower.pk, mark(lower, SPREAD), take=True)
    row = lower.item_set.get(text=SPREAD)
    assert (row.period, row.starts, row.note) == ("quý IV", date(2026, 10, 1), "phát thanh mỗi sáng")
    assert SPREAD not in told(lower)


def test_each_is_taken_over_or_left_and_then_the_plan_follows_the_newer_one(
    lower: Plan, amended: Plan, xa: User, client: Client
) -> None:
    client.force_login(xa)
    address = reverse("plans:higher", args=[lower.pk])
    client.post(address, {"mark": mark(lower, TALK), "take": "1"})
    client.post(address, {"mark": mark(lower, SPREAD), "leave": "1"})
    assert told(lower) == {"Hội thi sân khấu hóa": "came"}
    client.post(address, {"mark": mark(lower, "Hội thi sân khấu hóa"), "take": "1"})
    found = Plan.objects.get(pk=lower.pk)
    assert (found.above, found.decided) == (amended, [])
    assert not lower.item_set.filter(text=TALK).exists()
    came = lower.item_set.select_related("parent", "origin").get(text="Hội thi sân khấu hóa")
    assert came.parent and came.parent.text == "Truyền thông"
    assert came.assignments.filter(party__words=COMMUNE, role="lead").exists()
    assert lower.item_set.get(text=SPREAD).period == "tháng 3 - 11"
    work = lower.item_set.exclude(kind="section")
    assert set(work.values_list("origin__plan", flat=True)) == {amended.pk}
    assert told(lower) == {}


def test_a_plan_that_is_carried_out_follows_by_its_own_amendment(
    lower: Plan, amended: Plan, xa: User
) -> None:
    in_state(lower, State.ISSUED)
    own = beginning.begin_amendment(xa, lower.pk)
    assert told(own) == {SPREAD: "changed", TALK: "gone", "Hội thi sân khấu hóa": "came"}
    catching_up.decide(xa, own.pk, mark(own, TALK), take=True)
    assert not own.item_set.filter(text=TALK).exists()


def test_nobody_decides_for_another_unit(lower: Plan, amended: Plan, hire: Hire, xa: User) -> None:
    wanted = mark(lower, TALK)
    with pytest.raises(PermissionDenied):
        catching_up.decide(hire("viewer", Role.VIEWER, COMMUNE), lower.pk, wanted, take=True)
    with pytest.raises(Http404):
        catching_up.decide(xa, lower.pk, "activity-999999", take=True)
    assert lower.item_set.filter(text=TALK).exists()


def test_the_page_of_differences_asks_as_much_for_many(
    lower: Plan, amended: Plan, xa: User, client: Client, lan: User
) -> None:
    client.force_login(xa)
    counts = []
    for more in (0, 20):
        Plan.objects.filter(pk=amended.pk).update(state=State.DRAFT)
        heading = amended.item_set.get(text="Truyền thông").pk
        for nth in range(more):
            new = {"text": f"Việc {nth}", "leads": ("Hội LHPN các xã, phường",)}
            editing.add(lan, amended.pk, ACTIVITY, new, under=heading)
        in_state(amended, State.ISSUED)
        with CaptureQueriesContext(connection) as queries:
            assert len(client.get(reverse("plans:higher", args=[lower.pk])).context["rows"]) == 3 + more
        counts.append(len(queries))
    assert counts[0] == counts[1]
