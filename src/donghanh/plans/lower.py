"""Those below whom a plan gives something to do, and the plans that they have made of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from donghanh.accounts.access import Person, held, within
from donghanh.accounts.permissions import Permission
from donghanh.organisations.models import Handover, OrgUnit, Position
from donghanh.organisations.tree import OrgUnitQuerySet, beyond, on
from donghanh.plans.models import IN_FORCE, PUBLISHED, Assignment, Duty, PartyUnit, Plan, Share, State, Target

_MOST_OFFERED = 3


@dataclass(frozen=True, slots=True)
class Counts:
    """Of how many units the plan wants something; how many of them have begun a plan of their own, and issued it."""

    all: int
    begun: int
    issued: int

    @property
    def missing(self) -> int:
        return self.all - self.begun - self.issued


def named(user: Person, plan: Plan, come: str = "") -> OrgUnitQuerySet:
    """Those below the plan's unit in its line, within a person's reach, whom the plan gives something to do; who took one
    of them over stands in its place. come: "none", "begun" or "issued" for those that have come so far."""
    today = timezone.localdate()
    units = PartyUnit.objects.filter(party__plan=plan).filter(_has_work()).order_by().values("unit")
    heirs = Handover.objects.filter(on(today), unit__in=units).order_by().values("into")
    found = OrgUnit.objects.filter(Q(pk__in=units) | Q(pk__in=heirs), Exists(_below(plan))).on(today)
    found = found.filter(within(user, Permission.VIEW_PLANS, "pk")).exclude(pk=plan.unit_id)
    begun, issued = _has(plan), _has(plan, state__in=PUBLISHED)
    match come:
        case "none":
            found = found.filter(~begun)
        case "begun":
            found = found.filter(begun, ~issued)
        case "issued":
            found = found.filter(issued)
    return found.order_by("name", "pk")


def counts(user: Person, plan: Plan) -> Counts:
    """How far all of them have come; one query."""
    begun, issued = _has(plan), _has(plan, state__in=PUBLISHED)
    said = named(user, plan).order_by().aggregate(
        all=Count("pk"), begun=Count("pk", filter=begun & ~issued), issued=Count("pk", filter=issued)
    )  # fmt: skip
    return Counts(**said)


def with_plans(plan: Plan, units: Sequence[OrgUnit]) -> list[tuple[OrgUnit, Plan | None]]:
    """Each with its plan: the one in force, else the newest; one query."""
    found = Plan.objects.filter(above=plan, keeper__in=units).order_by("pk").defer("frame", "searched")
    latest: dict[int, Plan] = {}
    for each in found:
        if each.keeper_id not in latest or latest[each.keeper_id].state != State.ISSUED:
            latest[each.keeper_id] = each
    return [(unit, latest.get(unit.pk)) for unit in units]


@dataclass(frozen=True, slots=True)
class Lower:
    """What the page of a plan offers to those below: mine: each unit for which the person writes plans and which has
    something to do, with its plan; has_below: whether there are others to be looked at."""

    mine: Sequence[tuple[OrgUnit, Plan | None]] = ()
    has_below: bool = False


def lower_of(user: Person, plan: Plan) -> Lower:
    """None of it while a plan is not carried out."""
    if plan.state not in IN_FORCE:
        return Lower()
    found = named(user, plan)
    own = {each.unit_id for each in held(user, Permission.WRITE_PLANS)}
    mine = list(found.filter(pk__in=own)[:_MOST_OFFERED])
    return Lower(with_plans(plan, mine), found.exclude(pk__in=own).exists())


def _has_work() -> Exists | Q:
    """Of the parties of a plan those that have something to do in it, beyond being sent it."""
    party = OuterRef("party")
    assigned = Assignment.objects.filter(party=party)
    shared = Share.objects.filter(party=party)
    reporting = Duty.objects.filter(sender=party)
    reaching = Target.objects.filter(each=party)
    return Q(Exists(assigned)) | Q(Exists(shared)) | Q(Exists(reporting)) | Q(Exists(reaching))


def _below(plan: Plan) -> Any:
    """The positions below the plan's unit today of the unit that is asked about."""
    today = on(timezone.localdate())
    own = Position.objects.filter(today, unit=plan.unit_id, line=plan.line_id)
    path = own.values_list("path", flat=True).first()
    if path is None:
        return Position.objects.none()
    return Position.objects.filter(
        today, unit=OuterRef("pk"), line=plan.line_id, path__gt=path, path__lt=beyond(path)
    )


def _has(plan: Plan, **more: object) -> Exists:
    return Exists(Plan.objects.filter(above=plan, keeper=OuterRef("pk"), **more))
