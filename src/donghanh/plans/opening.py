"""Which of the units to which a plan was sent have opened it: noted the first time, never before."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext

from donghanh.accounts.access import held, may
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.audit.services import record
from donghanh.organisations.models import Handover, OrgUnit
from donghanh.organisations.tree import on
from donghanh.plans.models import PUBLISHED, Opening, PartyUnit, Plan
from donghanh.writing.workbook import Sheet, workbook

Person = User | AnonymousUser


@dataclass(frozen=True, slots=True)
class Reached:
    """Of how many units to which a plan was sent somebody has opened it."""

    opened: int
    units: int


def note(user: User, plan: Plan, *, ip: str | None = None) -> None:
    """Note that somebody who works on the plans of a unit looks at one, for each such unit, and for those that it took over,
    that have not opened it; whoever only looks on, as an auditor, leaves nothing behind. One question, where there is
    nothing to note."""
    if plan.state not in PUBLISHED or not plan.is_own:
        return
    mine = {each.unit_id for each in held(user, Permission.WRITE_PLANS)}
    handed = Handover.objects.filter(on(timezone.localdate()), into__in=mine)
    hers = Q(unit__in=mine) | Q(unit__in=handed.values("unit"))
    opened = Opening.objects.filter(plan=plan).values("unit")
    new = _sent(plan).filter(hers).exclude(unit__in=opened).values_list("unit", flat=True).distinct()
    for unit in list(new.order_by("unit")) if mine else ():
        with transaction.atomic():
            _, is_first = Opening.objects.get_or_create(plan=plan, unit_id=unit, defaults={"by": user})
            if is_first:
                record("plan_opened", plan, actor=user, ip=ip, unit=unit)


def recipients(plan: Plan) -> QuerySet[OrgUnit]:
    """The units to which a plan is sent, but for the one that sends it."""
    return OrgUnit.objects.filter(pk__in=_sent(plan).values("unit"))


def _sent(plan: Plan) -> QuerySet[PartyUnit]:
    """Every question begins here: a plan is sent to a few thousand units at most, the country has many more."""
    return PartyUnit.objects.filter(party__plan=plan, party__is_recipient=True).exclude(unit=plan.unit_id)


def is_of_its_unit(user: Person, plan: Plan) -> bool:
    """Whether a person sees a plan as one of the unit that keeps it, or above it, and not only because it names hers."""
    return may(user, Permission.VIEW_PLANS, plan.keeper_id)


def reached(plan: Plan) -> Reached:
    sent = _sent(plan).values("unit").distinct()
    return Reached(Opening.objects.filter(plan=plan, unit__in=sent).count(), sent.count())


def listed(plan: Plan) -> QuerySet:  # type: ignore[type-arg]  # annotated
    """The units to which a plan is sent, those that have not opened it first; with `opened_at` and `opened_by`."""
    opened = Opening.objects.filter(plan=plan, unit=OuterRef("pk"))
    return (
        recipients(plan)
        .annotate(
            opened_at=Subquery(opened.values("at")[:1]),
            opened_by=Subquery(opened.values("by__full_name")[:1]),
        )
        .order_by(F("opened_at").desc(nulls_first=True), "name", "pk")
    )


def as_workbook(plan: Plan) -> bytes:
    """The same as Excel, one unit on a line."""
    lines = [
        (unit.name, timezone.localdate(unit.opened_at) if unit.opened_at else None, unit.opened_by)
        for unit in listed(plan)
    ]
    head = (gettext("Unit"), gettext("First opened"), gettext("By whom"))
    return workbook([Sheet(gettext("Who has opened it"), head, lines, (60, 14, 40), (str(plan), plan.title))])
