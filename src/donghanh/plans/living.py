"""From a draft to its end: sent for approval, sent back or approved, issued, closed; one function a step.

Each asks its permission, holds the plan, refuses a state that it does not begin from, and leaves a `PlanStep` with what was
said, beside the entry in the audit trail.
"""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import RULES, Permission
from donghanh.audit.services import record
from donghanh.organisations.models import Position
from donghanh.organisations.tree import numbers, on
from donghanh.plans import numbering
from donghanh.plans.checking import faults_of, in_the_way
from donghanh.plans.desk import hold, require_for
from donghanh.plans.errors import (
    AmendedError,
    FaultyPlanError,
    NoReasonError,
    OwnSubmissionError,
    TooEarlyError,
    WrongStateError,
)
from donghanh.plans.models import IN_FORCE, WRITTEN, Plan, PlanStep, State
from donghanh.vietnam.text import nfc, tidy

Act = PlanStep.Act

PERMISSIONS: Mapping[Act, Permission] = {
    Act.SUBMIT: Permission.WRITE_PLANS,
    Act.RETURN: Permission.APPROVE_PLANS,
    Act.APPROVE: Permission.APPROVE_PLANS,
    Act.ISSUE: Permission.WRITE_PLANS,
    Act.CLOSE: Permission.WRITE_PLANS,
}
# What was approved may still be sent back: a slip is found while the number is written.
BEGINS: Mapping[Act, frozenset[State]] = {
    Act.SUBMIT: WRITTEN,
    Act.RETURN: frozenset({State.SUBMITTED, State.APPROVED}),
    Act.APPROVE: frozenset({State.SUBMITTED}),
    Act.ISSUE: frozenset({State.APPROVED}),
    Act.CLOSE: IN_FORCE,
}
ENDS: Mapping[Act, State] = {
    Act.SUBMIT: State.SUBMITTED,
    Act.RETURN: State.RETURNED,
    Act.APPROVE: State.APPROVED,
    Act.ISSUE: State.ISSUED,
    Act.AMEND: State.AMENDED,
    Act.CLOSE: State.CLOSED,
}
LONGEST_WORDS = 2000
_MOST_NAMED = 5


def submit(user: User, number: int, *, words: str = "", ip: str | None = None) -> Plan:
    """Send a plan for approval.

    Raises: Http404, PermissionDenied, WrongStateError, FaultyPlanError.
    """
    with transaction.atomic():
        plan = _begin(user, number, Act.SUBMIT)
        _require_faultless(plan)
        _end(plan, user, Act.SUBMIT, words)
        record("plan_submitted", plan, actor=user, ip=ip, unit=plan.keeper_id)
    return plan


def send_back(user: User, number: int, *, words: str, ip: str | None = None) -> Plan:
    """Return a plan to whoever writes it; words: what is to be put right.

    Raises: Http404, PermissionDenied, WrongStateError, NoReasonError.
    """
    with transaction.atomic():
        plan = _begin(user, number, Act.RETURN)
        if not words.strip():
            raise NoReasonError
        _end(plan, user, Act.RETURN, words)
        record("plan_returned", plan, actor=user, ip=ip, unit=plan.keeper_id)
    return plan


def approve(user: User, number: int, *, words: str = "", ip: str | None = None) -> Plan:
    """Approve a plan that somebody else sent for approval.

    Raises: Http404, PermissionDenied, WrongStateError, OwnSubmissionError.
    """
    with transaction.atomic():
        plan = _begin(user, number, Act.APPROVE)
        if submitted_by(plan) == user.pk:
            raise OwnSubmissionError(_who_else_approves(plan, user))
        _end(plan, user, Act.APPROVE, words)
        record("plan_approved", plan, actor=user, ip=ip, unit=plan.keeper_id)
    return plan


def issue(
    user: User, number: int, *, written: str = "", day: date | None = None, ip: str | None = None
) -> Plan:
    """Issue an approved plan: from now on it is work for those whom it names, and what it amends is not.

    written: its number where it has one; blank for the next of its unit, year and kind. day: of its issue, today without.
    A paper of a unit that does not work with the program keeps its own number and day and enters no book here.

    Raises: Http404, PermissionDenied, WrongStateError, FaultyPlanError, TooEarlyError, AmendedError, and what
    `numbering.give` raises.
    """
    with transaction.atomic():
        plan = _begin(user, number, Act.ISSUE)
        _require_faultless(plan)
        day = day or (not plan.is_own and plan.issued_on) or timezone.localdate()
        if day > timezone.localdate():
            raise TooEarlyError(date_format(day, "d/m/Y"))
        amended = _amended(user, plan)
        plan.issued_on = day
        if plan.is_own:
            plan.number = numbering.give(plan, day, written).written
        else:
            plan.number = tidy(written)[: numbering.LONGEST] or plan.number
        plan.searched = plan.words()
        if amended is not None:
            _end(amended, user, Act.AMEND, plan.number)
            replaced = {"number": plan.number}
            record("plan_amended", amended, actor=user, changes=replaced, ip=ip, unit=amended.keeper_id)
        _end(plan, user, Act.ISSUE, "")
        changes = {"number": plan.number, "day": day.isoformat()}
        record("plan_issued", plan, actor=user, changes=changes, ip=ip, unit=plan.keeper_id)
    return plan


def close(user: User, number: int, *, words: str = "", ip: str | None = None) -> Plan:
    """Say that nothing is left to be done by a plan.

    Raises: Http404, PermissionDenied, WrongStateError.
    """
    with transaction.atomic():
        plan = _begin(user, number, Act.CLOSE)
        _end(plan, user, Act.CLOSE, words)
        record("plan_closed", plan, actor=user, ip=ip, unit=plan.keeper_id)
    return plan


def possible(plan: Plan) -> frozenset[Act]:
    """What may be done with a plan as it stands, by whoever may."""
    return frozenset(act for act, begins in BEGINS.items() if plan.state in begins)


def submitted_by(plan: Plan) -> int | None:
    """Who sent a plan for approval the last time."""
    return plan.steps.filter(act=Act.SUBMIT).order_by("-pk").values_list("by", flat=True).first()


def _begin(user: User, number: int, act: Act) -> Plan:
    plan = hold(user, number, PERMISSIONS[act])
    if plan.state not in BEGINS[act]:
        needed = "”, “".join(str(State(each).label) for each in State if each in BEGINS[act])
        raise WrongStateError(str(act.label), plan.get_state_display(), needed)
    return plan


def _end(plan: Plan, user: User, act: Act, words: str) -> None:
    plan.state = ENDS[act]
    plan.save(update_fields=["state", "number", "issued_on", "searched"])
    said = "\n".join(nfc(words).replace("\0", "").strip().splitlines())
    PlanStep.objects.create(plan=plan, act=act, words=said[:LONGEST_WORDS], by=user)


def _require_faultless(plan: Plan) -> None:
    if found := in_the_way(faults_of(plan)):
        raise FaultyPlanError([str(fault) for fault in found])


def _amended(user: User, plan: Plan) -> Plan | None:
    """The plan whose place this one takes, held before any number is given: whoever issues that one waits for no number."""
    if plan.amends_id is None:
        return None
    amended = Plan.objects.select_for_update().get(pk=plan.amends_id)
    require_for(user, amended, Permission.WRITE_PLANS)
    if amended.state not in IN_FORCE:
        raise AmendedError(str(amended), amended.get_state_display())
    return amended


def _who_else_approves(plan: Plan, user: User) -> list[str]:
    """Those who may in the unit itself, or in the nearest one above that has any, with what they are."""
    today = timezone.localdate()
    path = (
        Position.objects.filter(on(today), unit=plan.keeper_id, line=plan.line_id)
        .values_list("path", flat=True)
        .first()
    )
    roles = [role for role, rule in RULES.items() if Permission.APPROVE_PLANS in rule.permissions]
    grants = RoleGrant.objects.on(today).filter(line=plan.line_id, role__in=roles, user__is_active=True)
    others = grants.exclude(user=user).select_related("user", "unit").order_by("user__full_name")
    for unit in reversed(numbers(path) if path else [plan.keeper_id]):
        if found := list(others.filter(unit=unit)[:_MOST_NAMED]):
            return [f"{each.user} ({each.get_role_display()}, {each.unit})" for each in found]
    return []
