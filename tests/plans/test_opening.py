"""Who has opened a plan that was sent out: noted the first time that somebody of a unit does, and only then."""

import threading

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.audit.models import Entry
from donghanh.organisations import ordering
from donghanh.organisations.models import Line
from donghanh.organisations.orders import Order, Verb
from donghanh.plans import opening
from donghanh.plans.models import Opening, Plan, State
from plans.conftest import COMMUNE, NEIGHBOUR, Hire, Make, unit
from plans.stages import issued, ready

pytestmark = pytest.mark.django_db


@pytest.fixture
def hoa(hire: Hire) -> User:
    return hire("hoa", Role.LEADER)


@pytest.fixture
def plan(make: Make, lan: User, hoa: User) -> Plan:
    """A plan that was sent to the Union of every commune."""
    return issued(make, lan, hoa)


def again(user: User) -> User:
    """The person of another request."""
    return User.objects.get(pk=user.pk)


def test_the_first_of_a_unit_who_opens_it_is_noted_and_no_other(plan: Plan, hire: Hire) -> None:
    xa, friend = hire("xa", Role.DATA_ENTRY, COMMUNE), hire("ban", Role.VIEWER, COMMUNE)
    for person in (xa, friend, xa):
        opening.note(person, plan)
    noted = plan.openings.get()
    assert (noted.unit, noted.by) == (unit(COMMUNE), xa)
    entry = Entry.objects.get(verb="plan_opened")
    assert (entry.actor_id, entry.unit_id) == (xa.pk, unit(COMMUNE).pk)
    assert opening.reached(plan) == opening.Reached(opened=1, units=3)


def test_whoever_looks_from_above_opens_it_for_nobody(plan: Plan, lan: User) -> None:
    opening.note(lan, plan)
    assert not Opening.objects.exists()


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.VIEWER])
def test_whoever_only_looks_on_leaves_nothing_behind(plan: Plan, hire: Hire, role: Role) -> None:
    entries = Entry.objects.count()
    opening.note(hire("xem", role, COMMUNE), plan)
    assert not Opening.objects.exists()
    assert Entry.objects.count() == entries


def test_a_unit_that_is_named_and_not_sent_the_plan_is_not_waited_for(plan: Plan, hire: Hire) -> None:
    opening.note(hire("uyban", Role.DATA_ENTRY, "UBND xã Bảo Lạc"), plan)
    assert not Opening.objects.exists()
    assert opening.reached(plan).units == 3


@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED, State.RETURNED, State.APPROVED])
def test_a_plan_that_is_not_out_is_opened_by_nobody(make: Make, lan: User, hire: Hire, state: State) -> None:
    plan = ready(make, lan)
    plan.state = state
    opening.note(hire("xa", Role.DATA_ENTRY, COMMUNE), plan)
    assert not Opening.objects.exists()


def test_the_heir_of_a_unit_opens_it_for_what_she_took_over(plan: Plan, hire: Hire, cao_bang: Line) -> None:
    today = timezone.localdate()
    orders = [Order(Verb.MERGE, today, unit(NEIGHBOUR).pk, unit(COMMUNE).pk)]
    gone = unit(NEIGHBOUR)
    xa = hire("xa", Role.DATA_ENTRY, COMMUNE)
    ordering.apply(None, orders, cao_bang)
    opening.note(again(xa), plan)
    assert {each.unit for each in plan.openings.all()} == {unit(COMMUNE), gone}


def test_those_who_have_not_opened_it_stand_first(plan: Plan, hire: Hire) -> None:
    opening.note(hire("xa", Role.DATA_ENTRY, COMMUNE), plan)
    rows = [(each.name, each.opened_by) for each in opening.listed(plan)]
    assert rows == [
        (NEIGHBOUR, None),
        ("Hội LHPN xã Trùng Khánh", None),
        (COMMUNE, "Đồng chí xa"),
    ]


def test_looking_at_a_plan_again_asks_one_question(plan: Plan, hire: Hire) -> None:
    xa = again(hire("xa", Role.DATA_ENTRY, COMMUNE))
    opening.note(xa, plan)
    with CaptureQueriesContext(connection) as queries:
        opening.note(xa, plan)
    assert len(queries) == 1


@pytest.mark.django_db(transaction=True)
def test_two_of_a_unit_who_open_it_at_once_are_noted_once(
    make: Make, lan: User, hoa: User, hire: Hire
) -> None:
    plan = issued(make, lan, hoa)
    people = [again(hire(f"xa{n}", Role.DATA_ENTRY, COMMUNE)) for n in range(4)]
    start = threading.Barrier(len(people))
    failed: list[Exception] = []

    def look(person: User) -> None:
        start.wait()
        try:
            opening.note(person, plan)
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=look, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert plan.openings.count() == Entry.objects.filter(verb="plan_opened").count() == 1
