"""A plan is sent for approval, sent back or approved, issued and closed, each by whoever may."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.audit.models import Entry
from donghanh.plans import living, parties
from donghanh.plans.errors import (
    AmendedError,
    FaultyPlanError,
    NoReasonError,
    NotWrittenError,
    OwnSubmissionError,
    TooEarlyError,
    WrongStateError,
)
from donghanh.plans.models import DocumentNumber, Plan, State
from plans.conftest import COMMUNE, PROVINCE, Hire, Make, unit
from plans.stages import approved, issued, ready, submitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def hoa(hire: Hire) -> User:
    """Who approves the plans of the province."""
    return hire("hoa", Role.LEADER)


def verbs(plan: Plan) -> list[str]:
    entries = Entry.objects.filter(object_type="plans.plan", object_id=str(plan.pk)).order_by("pk")
    return [each.verb for each in entries if each.verb != "plan_party_settled"]


def test_from_draft_to_end_every_step_is_kept_with_who_and_what_she_said(
    make: Make, lan: User, hoa: User
) -> None:
    plan = ready(make, lan)
    living.submit(lan, plan.pk, words="Kính trình")
    living.send_back(hoa, plan.pk, words="Bổ sung kinh phí")
    living.submit(lan, plan.pk)
    living.approve(hoa, plan.pk)
    living.issue(lan, plan.pk)
    living.close(lan, plan.pk, words="Hoàn thành")
    plan.refresh_from_db()
    assert plan.state == State.CLOSED
    assert [(each.act, each.by, each.words) for each in plan.steps.all()] == [
        ("submit", lan, "Kính trình"),
        ("return", hoa, "Bổ sung kinh phí"),
        ("submit", lan, ""),
        ("approve", hoa, ""),
        ("issue", lan, ""),
        ("close", lan, "Hoàn thành"),
    ]
    steps = ["submitted", "returned", "submitted", "approved", "issued", "closed"]
    assert verbs(plan) == ["plan_made", *(f"plan_{each}" for each in steps)]
    assert {each.unit_id for each in Entry.objects.filter(verb__startswith="plan_")} == {plan.keeper_id}


ACTS: dict[str, Callable[[User, int], object]] = {
    "submit": living.submit,
    "return": lambda user, pk: living.send_back(user, pk, words="lý do"),
    "approve": living.approve,
    "issue": living.issue,
    "close": living.close,
}
FROM = {
    "submit": {"draft", "returned"},
    "return": {"submitted", "approved"},
    "approve": {"submitted"},
    "issue": {"approved"},
    "close": {"issued"},
}


@pytest.mark.parametrize("act", ACTS)
def test_a_step_begins_only_where_it_may(make: Make, lan: User, hoa: User, act: str) -> None:
    plan = ready(make, lan)
    for state in State.values:
        if state in FROM[act]:
            continue
        Plan.objects.filter(pk=plan.pk).update(state=state)
        with pytest.raises(WrongStateError, match=str(State(state).label)):
            ACTS[act](hoa, plan.pk)
        plan.refresh_from_db()
        assert plan.state == state
    assert not plan.steps.exists()


@pytest.mark.parametrize("act", ["return", "approve"])
def test_whoever_only_writes_plans_approves_and_returns_none(make: Make, lan: User, act: str) -> None:
    plan = submitted(make, lan)
    with pytest.raises(PermissionDenied):
        ACTS[act](lan, plan.pk)


@pytest.mark.parametrize("act", ["submit", "issue", "close"])
def test_whoever_only_looks_moves_nothing(make: Make, lan: User, hire: Hire, act: str) -> None:
    plan = ready(make, lan)
    state = min(FROM[act])
    Plan.objects.filter(pk=plan.pk).update(state=state)
    with pytest.raises(PermissionDenied):
        ACTS[act](hire("xem", Role.VIEWER), plan.pk)
    with pytest.raises(Http404 if state != "issued" else PermissionDenied):
        ACTS[act](hire("xa", Role.LEADER, COMMUNE), plan.pk)


def test_nobody_approves_what_she_sent_for_approval_and_is_told_who_may(
    make: Make, lan: User, hoa: User, hire: Hire
) -> None:
    plan = living.submit(hoa, ready(make, lan).pk)
    with pytest.raises(OwnSubmissionError) as alone:
        living.approve(hoa, plan.pk)
    assert alone.value.others == []
    sen = hire("sen", Role.APPROVER)
    hire("xa", Role.APPROVER, COMMUNE)
    with pytest.raises(OwnSubmissionError, match="Đồng chí sen") as refused:
        living.approve(hoa, plan.pk)
    assert refused.value.others == [f"Đồng chí sen (Người duyệt, {PROVINCE})"]
    living.approve(sen, plan.pk)
    plan.refresh_from_db()
    assert plan.state == State.APPROVED


def test_whoever_sent_it_first_may_approve_what_another_sent_after_it_came_back(
    make: Make, lan: User, hoa: User
) -> None:
    plan = living.submit(hoa, ready(make, lan).pk)
    living.send_back(hoa, plan.pk, words="Sửa thời gian")
    living.submit(lan, plan.pk)
    assert living.approve(hoa, plan.pk).state == State.APPROVED


def test_a_plan_goes_back_with_a_reason_only_and_is_written_again(make: Make, lan: User, hoa: User) -> None:
    plan = approved(make, lan, hoa)
    party = plan.parties.get(words="Ban Gia đình - Xã hội tỉnh")
    with pytest.raises(NoReasonError):
        living.send_back(hoa, plan.pk, words="  ")
    with pytest.raises(NotWrittenError):
        parties.choose(lan, plan.pk, party.pk, [unit(COMMUNE)])
    living.send_back(hoa, plan.pk, words="Ghi rõ xã nào")
    parties.choose(lan, plan.pk, party.pk, [unit(COMMUNE)])


def test_what_is_said_is_kept_line_by_line_without_what_no_database_keeps(
    make: Make, lan: User, hoa: User
) -> None:
    plan = submitted(make, lan)
    living.send_back(hoa, plan.pk, words="  Sửa mục 1\r\nSửa mu\u0323c 2\0\r\n" + "x" * 3000)
    said = plan.steps.get(act="return").words
    assert said.startswith("Sửa mục 1\nSửa mục 2\nxxx")
    assert len(said) == living.LONGEST_WORDS


def test_a_plan_with_an_open_name_is_neither_sent_nor_issued(make: Make, lan: User, hoa: User) -> None:
    plan = make()
    with pytest.raises(FaultyPlanError, match="Ban Gia đình"):
        living.submit(lan, plan.pk)
    Plan.objects.filter(pk=plan.pk).update(state=State.APPROVED)
    with pytest.raises(FaultyPlanError, match="Ban Gia đình"):
        living.issue(lan, plan.pk)
    assert not plan.steps.exists()
    assert not DocumentNumber.objects.exists()


def test_issuing_gives_number_and_day_and_shows_the_plan_to_whom_it_names(
    make: Make, lan: User, hoa: User, hire: Hire
) -> None:
    xa = hire("xa", Role.VIEWER, COMMUNE)
    plan = approved(make, lan, hoa)
    assert not Plan.objects.visible_to(xa).exists()
    living.issue(lan, plan.pk, written="12/KH-BTV", day=date(2026, 3, 2))
    plan.refresh_from_db()
    assert (plan.number, plan.issued_on, plan.state) == ("12/KH-BTV", date(2026, 3, 2), State.ISSUED)
    assert Plan.objects.visible_to(xa).named_like("12/KH-BTV").get() == plan


def test_the_day_of_issue_is_today_unless_said_and_never_to_come(make: Make, lan: User, hoa: User) -> None:
    plan, today = approved(make, lan, hoa), timezone.localdate()
    with pytest.raises(TooEarlyError):
        living.issue(lan, plan.pk, day=today + timedelta(days=1))
    assert living.issue(lan, plan.pk).issued_on == today


def test_an_issued_amendment_takes_the_place_of_what_it_amends(make: Make, lan: User, hoa: User) -> None:
    first = issued(make, lan, hoa)
    second, third = approved(make, lan, hoa), approved(make, lan, hoa)
    Plan.objects.filter(pk__in=[second.pk, third.pk]).update(amends=first)
    living.issue(lan, second.pk)
    first.refresh_from_db()
    assert first.state == State.AMENDED
    assert [(each.act, each.words) for each in first.steps.all()][-1] == ("amend", "02/KH-BTV")
    assert verbs(first)[-1] == "plan_amended"
    with pytest.raises(AmendedError, match="01/KH-BTV"):
        living.issue(lan, third.pk)
    third.refresh_from_db()
    assert (third.state, third.issued_on) == (State.APPROVED, date(2026, 3, 2))


def test_a_paper_of_another_unit_keeps_its_number_and_enters_no_book(make: Make, hire: Hire) -> None:
    xa, chi = hire("xa", Role.DATA_ENTRY, COMMUNE), hire("chi", Role.LEADER, COMMUNE)
    plan = make(user=xa, keeper=COMMUNE)
    for asked in parties.asked(plan):
        parties.leave_out(xa, plan.pk, asked.party.pk)
    living.submit(xa, plan.pk)
    living.approve(chi, plan.pk)
    living.issue(xa, plan.pk)
    plan.refresh_from_db()
    assert (plan.number, plan.issued_on) == ("12/KH-BTV", date(2026, 3, 2))
    assert not DocumentNumber.objects.exists()
