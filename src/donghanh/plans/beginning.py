"""How a plan begins that is made of another one, or of nothing."""

from dataclasses import replace
from datetime import date

from django.db import IntegrityError, transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone

from donghanh.accounts.access import may, require
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.audit.services import record
from donghanh.organisations.models import Line, OrgUnit, Position
from donghanh.organisations.tree import on
from donghanh.plans import cascade
from donghanh.plans.content import Content, content_of
from donghanh.plans.desk import hold, require_for
from donghanh.plans.errors import BegunAlreadyError, NotInForceError, NotOwnError
from donghanh.plans.later import later
from donghanh.plans.models import IN_FORCE, PUBLISHED, Plan
from donghanh.plans.storing import settled_by_people, store


def begin_below(user: User, above: int, unit: int, *, ip: str | None = None) -> Plan:
    """Begin a unit's own plan from what a plan in force has for it: a draft, in which each item knows where it came from.

    Raises: Http404, PermissionDenied; NotInForceError, NotNamedError; BegunAlreadyError where the unit has begun one.
    """
    higher = get_object_or_404(Plan.objects.visible_to(user).select_related("unit__place"), pk=above)
    lower = get_object_or_404(OrgUnit.objects.visible_to(user).select_related("place"), pk=unit)
    line = _line_in(lower, higher)
    require(user, Permission.WRITE_PLANS, lower, line=line)
    derived = cascade.derive(higher, lower)
    settled = [each for each in settled_by_people(higher) if each.words != cascade.below(lower)]
    try:
        with transaction.atomic():
            made = store(
                Plan(
                    unit=lower, keeper=lower, line_id=line, above=higher, programme_id=higher.programme_id, made_by=user,
                    day=timezone.localdate(),
                ),
                derived.content,
                settled,
            )  # fmt: skip
            record("plan_begun_below", made, actor=user, changes={"above": higher.pk}, ip=ip, unit=lower)
    except IntegrityError:
        if (there := below_of(higher, lower)) is None:
            raise
        raise BegunAlreadyError(there.pk) from None
    return made


def begin_new(
    user: User,
    title: str,
    keeper: OrgUnit,
    line: Line,
    *,
    starts: date | None = None,
    ends: date | None = None,
    ip: str | None = None,
) -> Plan:
    """Begin a plan of a unit from nothing.

    Raises: Http404, PermissionDenied.
    """
    require(user, Permission.WRITE_PLANS, keeper, line=line)
    with transaction.atomic():
        made = Plan(unit=keeper, keeper=keeper, line=line, made_by=user, day=timezone.localdate())
        store(made, Content(title=title, issuer=keeper.name, starts=starts, ends=ends))
        record("plan_begun", made, actor=user, ip=ip, unit=keeper)
    return made


def begin_again(user: User, pk: int, years: int, *, ip: str | None = None) -> Plan:
    """Begin a plan from an earlier one of the same unit, so many years later: the same work, with days moved by whole
    years and nothing shared out yet.

    Raises: Http404, PermissionDenied; NotOwnError for the plan of another unit.
    """
    earlier = get_object_or_404(Plan.objects.visible_to(user).select_related("unit__place"), pk=pk)
    require_for(user, earlier, Permission.WRITE_PLANS)
    if not earlier.is_own:
        raise NotOwnError(str(earlier.unit))
    with transaction.atomic():
        made = store(
            Plan(
                unit_id=earlier.unit_id, keeper_id=earlier.keeper_id, line_id=earlier.line_id,
                programme_id=earlier.programme_id, made_by=user, day=timezone.localdate(),
            ),
            later(content_of(earlier, with_shares=False), years),
            settled_by_people(earlier),
        )  # fmt: skip
        changes = {"plan": earlier.pk, "years": years}
        record("plan_begun_again", made, actor=user, changes=changes, ip=ip, unit=earlier.keeper_id)
    return made


def begin_amendment(user: User, pk: int, *, ip: str | None = None) -> Plan:
    """Begin the amendment of a plan that is carried out, as a copy in which each part knows the one that it replaces.

    Raises: Http404, PermissionDenied; NotInForceError, NotOwnError; BegunAlreadyError where one is being written.
    """
    with transaction.atomic():
        plan = hold(user, pk)
        if plan.state not in IN_FORCE:
            raise NotInForceError(plan.get_state_display())
        if not plan.is_own:
            raise NotOwnError(str(plan.unit))
        if (open_one := plan.amendments.exclude(state__in=PUBLISHED).first()) is not None:
            raise BegunAlreadyError(open_one.pk)
        content = content_of(plan)
        copied = replace(
            content,
            works=tuple(replace(each, origin=each.key, source=None) for each in content.works),
            goals=tuple(replace(each, origin=each.key, source=None) for each in content.goals),
        )
        made = Plan(
            unit_id=plan.unit_id, keeper_id=plan.keeper_id, line_id=plan.line_id, programme_id=plan.programme_id,
            above_id=plan.above_id, amends=plan, made_by=user, day=timezone.localdate(), decided=plan.decided,
        )  # fmt: skip
        store(made, copied, settled_by_people(plan))
        record(
            "plan_amendment_begun", made, actor=user, changes={"plan": plan.pk}, ip=ip, unit=plan.keeper_id
        )
    return made


def below_of(higher: Plan, unit: OrgUnit) -> Plan | None:
    """The plan that a unit has begun from a higher one."""
    return Plan.objects.filter(above=higher, keeper=unit, amends=None).first()


def may_begin(user: User, higher: Plan, unit: OrgUnit) -> bool:
    """Whether a person may begin a unit's plan from this one."""
    return may(user, Permission.WRITE_PLANS, unit, line=_line_in(unit, higher))


def _line_in(unit: OrgUnit, higher: Plan) -> int:
    """In which line a unit's plan gives orders: that of the higher plan where the unit stands in it, else its own."""
    today = Position.objects.filter(on(timezone.localdate()), unit=unit).order_by("line")
    lines = list(today.values_list("line", flat=True))
    return higher.line_id if higher.line_id in lines or not lines else lines[0]
