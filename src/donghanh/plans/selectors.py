"""What pages ask about plans; each answer in a number of queries that does not grow with the plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Page, Paginator
from django.db.models import Count, Min, Prefetch, Sum
from django.shortcuts import get_object_or_404

from donghanh.accounts.access import held, may
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.organisations.models import Line, OrgUnit
from donghanh.plans.models import Assignment, Basis, Duty, Hold, Party, Plan, PlanQuerySet, Target

Person = User | AnonymousUser
ITEMS = 100
"""Rows of a plan on one page."""


def visible(user: Person, pk: int) -> Plan:
    """One plan that the person sees.

    Raises: Http404 for one that is not hers, as for one that is not there.
    """
    plans = Plan.objects.visible_to(user).select_related(
        "unit", "keeper", "line", "programme", "version", "above"
    )
    return get_object_or_404(plans, pk=pk)


def listed(user: Person, *, words: str = "", state: str = "") -> PlanQuerySet:
    """The person's plans, the newest first. words: of title or number; state: how far they have come."""
    plans = Plan.objects.visible_to(user)
    if words:
        plans = plans.named_like(words)
    if state:
        plans = plans.filter(state=state)
    return plans.select_related("unit").defer("frame", "searched").order_by("-pk")


def may_write(user: Person, plan: Plan) -> bool:
    """Whether a person may write a plan as it stands."""
    return plan.may_be_written and may(user, Permission.WRITE_PLANS, plan.keeper_id, line=plan.line_id)


def may_copy(user: Person, plan: Plan) -> bool:
    """Whether a person may begin another plan of the same unit from one."""
    return plan.is_own and may(user, Permission.WRITE_PLANS, plan.keeper_id, line=plan.line_id)


def keepers(user: Person) -> list[tuple[OrgUnit, Line]]:
    """The units in which a person writes plans, each with the lines in which she does."""
    having = held(user, Permission.WRITE_PLANS)
    units = OrgUnit.objects.in_bulk({each.unit_id for each in having})
    lines = Line.objects.in_bulk({each.line_id for each in having})
    return [
        (units[unit], lines[line])
        for unit, line in dict.fromkeys((each.unit_id, each.line_id) for each in having)
    ]


@dataclass(frozen=True, slots=True)
class Rows:
    """One page of what a plan lists, and what stands beside it."""

    page: Page[Any]
    targets: Sequence[Target]
    duties: Sequence[Duty]
    bases: Sequence[Basis]
    open_parties: int
    money: int | None


def rows_of(plan: Plan, page: str | None) -> Rows:
    """What the page of a plan shows; each item with `waits`: what of it waits.

    money: the sum of what stands as totals, None where no sum does.
    """
    roles = Assignment.objects.select_related("party")
    standing = Prefetch("holds", Hold.objects.standing(), to_attr="waits")
    items = plan.item_set.prefetch_related(Prefetch("assignments", roles), standing)
    totals = plan.amount_set.filter(kind="total").aggregate(sum=Sum("value"))
    return Rows(
        page=Paginator(items, ITEMS).get_page(page),
        targets=list(plan.target_set.annotate(shared=Sum("shares__quantity"))[:ITEMS]),
        duties=list(plan.duty_set.select_related("sender", "receiver")[:ITEMS]),
        bases=list(plan.basis_set.select_related("cites")[:ITEMS]),
        open_parties=plan.parties.filter(settled=Party.Settled.OPEN).count(),
        money=totals["sum"],
    )


def settled(plan: Plan) -> list[tuple[Party, OrgUnit | None]]:
    """Whom a plan names and of whom nothing is left to ask: each with `count`, how many units it means, and one of them."""
    found = plan.parties.exclude(settled=Party.Settled.OPEN)
    parties = list(found.annotate(count=Count("units"), one=Min("units__unit")))
    units = OrgUnit.objects.in_bulk({party.one for party in parties if party.one})
    return [(party, units.get(party.one)) for party in parties]
