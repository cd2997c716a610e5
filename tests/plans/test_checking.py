"""What is wrong with a plan is told all at once: where, what, and what to do."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.plans.checking import MOST, faults_of
from donghanh.plans.models import Assignment, Basis, Item, Plan, Share, Target
from plans.conftest import COMMUNE, NEIGHBOUR, PROVINCE, Hire, Make
from plans.stages import ready

pytestmark = pytest.mark.django_db


def told(plan: Plan) -> list[tuple[str, bool]]:
    """Where something is wrong, and whether it is only asked."""
    return [(each.where, each.is_question) for each in faults_of(Plan.objects.get(pk=plan.pk))]


@pytest.fixture
def plan(make: Make, lan: User) -> Plan:
    """A plan in which nothing is wrong, for March to November 2026."""
    return ready(make, lan)


def item(plan: Plan) -> Item:
    return plan.item_set.get(text="Đối thoại chính sách")


def test_a_sound_plan_has_no_fault(plan: Plan) -> None:
    assert told(plan) == []


def test_a_name_of_which_nobody_said_who_is_meant_is_refused(make: Make) -> None:
    assert told(make()) == [("“Ban Gia đình - Xã hội tỉnh”", False)]


def test_an_order_to_whom_no_order_can_be_given_is_refused_by_name(plan: Plan) -> None:
    Assignment.objects.filter(party__words="UBND các xã, phường").update(is_asked=False)
    faults = faults_of(plan)
    assert [each.where for each in faults] == [
        "1.1 “Truyền thông bằng hai thứ tiếng”", "“Bố trí địa điểm”", "“Cử người tham gia”",
    ]  # fmt: skip
    assert all("UBND các xã, phường (UBND xã Bảo Lạc)" in each.what for each in faults)
    assert not any(each.is_question for each in faults)


def test_a_deadline_after_the_end_of_the_plan_is_refused(plan: Plan) -> None:
    Item.objects.filter(pk=item(plan).pk).update(ends=date(2026, 12, 1))
    (fault,) = faults_of(plan)
    assert (fault.where, fault.is_question) == ("1.2 “Đối thoại chính sách”", False)
    assert "01/12/2026" in fault.what
    assert "30/11/2026" in fault.what


def test_a_deadline_on_the_last_day_is_none_after_it(plan: Plan) -> None:
    Item.objects.filter(pk=item(plan).pk).update(starts=date(2026, 3, 1), ends=date(2026, 11, 30))
    assert told(plan) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda each: {"starts": date(2026, 2, 28)}, [("1.2 “Đối thoại chính sách”", True)]),
        (lambda each: {"position": each.parent.position - 1}, [("1.2 “Đối thoại chính sách”", True)]),
    ],
    ids=["before the plan begins", "before its heading"],
)
def test_what_is_only_odd_is_asked(
    plan: Plan, change: Callable[[Item], dict[str, object]], expected: list[tuple[str, bool]]
) -> None:
    one = item(plan)
    Item.objects.filter(pk=one.pk).update(**change(one))
    assert told(plan) == expected


@pytest.mark.parametrize(
    ("comparator", "quantities", "expected"),
    [
        ("=", (70, 51), [False]),
        ("", (70, 51), [False]),
        ("<=", (70, 51), [False]),
        (">=", (70, 51), []),
        ("=", (70, 50), []),
        ("=", (70, 49), [True]),
        ("<=", (70, 49), []),
        ("=", (), []),
    ],
)
def test_shares_over_the_whole_are_refused_and_under_it_told(
    plan: Plan, comparator: str, quantities: tuple[int, ...], expected: list[bool]
) -> None:
    target = plan.target_set.get(text="Tặng 120 suất quà")
    Target.objects.filter(pk=target.pk).update(comparator=comparator)
    for words, quantity in zip((COMMUNE, NEIGHBOUR), quantities, strict=False):
        Share.objects.create(target=target, party=plan.parties.get(words=words), quantity=Decimal(quantity))
    assert told(plan) == [("“Tặng 120 suất quà”", is_question) for is_question in expected]


def test_what_each_of_many_reaches_has_no_whole_to_be_shared(plan: Plan) -> None:
    target = plan.target_set.get(text="Ít nhất 10 hộ thoát nghèo mỗi xã")
    Target.objects.filter(pk=target.pk).update(comparator="=")
    Share.objects.create(target=target, party=plan.parties.get(words=COMMUNE), quantity=Decimal(100))
    assert told(plan) == []


@pytest.mark.parametrize(
    ("basis", "is_itself"),
    [
        ({"number": "12/KH-BTV", "issued_on": date(2026, 3, 2), "issuer": PROVINCE}, True),
        ({"number": "12 /KH–BTV"}, True),
        ({"number": "12/KH-BTV", "issued_on": date(2025, 3, 2)}, False),
        ({"number": "12/KH-BTV", "issuer": "Hội LHPN tỉnh Lào Cai"}, False),
        ({"number": "13/KH-BTV"}, False),
        ({"number": ""}, False),
    ],
)
def test_a_plan_that_stands_by_itself_is_refused(
    plan: Plan, basis: dict[str, object], is_itself: bool
) -> None:
    Basis.objects.create(plan=plan, text="căn cứ", position=9, **basis)
    assert bool(told(plan)) == is_itself


def test_what_stands_in_a_signed_paper_of_another_unit_is_asked_and_not_refused(
    make: Make, hire: Hire
) -> None:
    xa = hire("xa", Role.DATA_ENTRY, COMMUNE)
    plan = make(user=xa, keeper=COMMUNE)
    plan.parties.filter(settled="open").update(settled="outside")
    Assignment.objects.filter(item__text="Khảo sát nhu cầu").update(is_asked=True)
    Item.objects.filter(pk=item(plan).pk).update(ends=date(2026, 12, 1))
    assert told(plan) == [("1.2 “Đối thoại chính sách”", True)]


def test_what_is_refused_is_told_before_what_is_asked(make: Make) -> None:
    plan = make()
    Item.objects.filter(pk=item(plan).pk).update(starts=date(2026, 2, 1), ends=date(2027, 1, 1))
    assert [is_question for _, is_question in told(plan)] == [False, False, True]


def test_a_longer_plan_is_checked_with_as_many_questions(plan: Plan) -> None:
    Assignment.objects.filter(party__words="UBND các xã, phường").update(is_asked=False)
    with CaptureQueriesContext(connection) as few:
        faults_of(plan)
    heading = plan.item_set.get(text="Truyền thông")
    Item.objects.bulk_create(
        Item(plan=plan, parent=heading, kind=Item.Kind.ACTIVITY, text=f"Việc {n}", position=-n,
             starts=date(2026, 1, 1), ends=date(2027, 1, 1))
        for n in range(1, 200)
    )  # fmt: skip
    communes = plan.parties.get(words="UBND các xã, phường")
    rows = [
        Assignment(item=each, party=communes, role="lead") for each in plan.item_set.filter(position__lt=0)
    ]
    Assignment.objects.bulk_create(rows)
    with CaptureQueriesContext(connection) as many:
        assert len(faults_of(plan)) == 4 * MOST
    assert len(many) == len(few)
