"""What a unit has to do: all that plans which are being carried out ask of it, in every line.

Each question begins at the rows that name the unit (`PartyUnit`, docs/adr/0027), so that it costs what those plans cost
and not what the country does. What was for a unit that it took over is its own: `organisations.Handover` tells, nothing
is moved.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.utils import timezone

from donghanh.organisations.models import Handover, OrgUnit, Position
from donghanh.organisations.tree import numbers, on
from donghanh.plans.models import (
    IN_FORCE,
    Answer,
    Assignment,
    Duty,
    Hold,
    Item,
    Party,
    PartyUnit,
    Plan,
    Share,
    Target,
)

PAGE = 50
MOST_PLANS = 200
"""Plans among which a person chooses on the page of a unit's work, the newest."""

_LEADS = Q(role=Assignment.Role.LEAD, is_asked=False)
_HELPS = Q(role=Assignment.Role.PARTNER, is_asked=False)
_ASKED = Q(is_asked=True)
WAYS = {"leads": _LEADS, "helps": _HELPS, "asked": _ASKED}
"""As what a unit can have to do with an item."""


@dataclass(frozen=True, slots=True)
class Work:
    """What plans have to do with a unit. units: its own number and those of the units that it took over; keepers: whose
    kept plans are work for it, line by line."""

    unit: OrgUnit
    units: Sequence[int]
    keepers: Mapping[int, Sequence[int]]

    def parties(self, states: Collection[str] = IN_FORCE) -> QuerySet[Party]:
        """Whom plans name by whose words the unit is meant."""
        named = Party.objects.filter(
            self._reached("plan"), units__unit__in=self.units, plan__state__in=states
        )
        return named.order_by()

    def assignments(self, states: Collection[str] = IN_FORCE) -> QuerySet[Assignment]:
        """What it is assigned or asked; one row for each of its units that is meant."""
        found = Assignment.objects.filter(
            self._reached("party__plan"), party__units__unit__in=self.units, party__plan__state__in=states
        )
        return found.order_by()

    def _reached(self, plan: str) -> Q:
        """Which plans are work for the unit; plan: the way to them."""
        reached = Q(**{f"{plan}__unit": F(f"{plan}__keeper")}) | Q(**{f"{plan}__keeper__in": self.units})
        for line, keepers in self.keepers.items():
            reached |= Q(**{f"{plan}__line": line, f"{plan}__keeper__in": keepers})
        return reached


def of(unit: OrgUnit, day: date | None = None) -> Work:
    """What plans have to do with a unit on a day, today without one.

    A plan that another than its issuer keeps here is work for the keeper and those below it in the plan's line alone.
    """
    day = day or timezone.localdate()
    paths = Position.objects.filter(on(day), unit=unit).values_list("line", "path")
    above = {line: set(numbers(path)) for line, path in paths}
    heirs = {unit.pk}.union(*above.values())
    handed = list(Handover.objects.filter(on(day), into__in=heirs).values_list("unit", "into"))
    units = [unit.pk, *(old for old, into in handed if into == unit.pk)]
    keepers = {
        line: sorted(higher | {old for old, into in handed if into in higher})
        for line, higher in above.items()
    }
    return Work(unit, units, keepers)


def plans_of(work: Work) -> Sequence[Plan]:
    """The plans that mean a unit, the newest first."""
    found = Plan.objects.filter(pk__in=work.parties().values("plan"))
    return list(found.only("number", "title").order_by("-pk")[:MOST_PLANS])


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that is asked of a unit, and what it said to it last."""

    assignment: Assignment
    answer: Answer | None


@dataclass(slots=True)
class Task:
    """An item as a unit has it. leaders: which others lead, in the plan's words; of: those units that it took over for
    which it has the item, where it is not itself named."""

    item: Item
    leads: bool
    helps: bool
    asked: list[Wish] = field(default_factory=list)
    of: list[OrgUnit] = field(default_factory=list)
    leaders: list[str] = field(default_factory=list)
    is_late: bool = False


def counts(work: Work) -> dict[str, int]:
    """How many items a unit has to do with: `all`, and each of `WAYS`."""
    ways = {name: Count("item", filter=way, distinct=True) for name, way in WAYS.items()}
    return work.assignments().aggregate(all=Count("item", distinct=True), **ways)


def tasks(
    work: Work, page: str | None, *, way: str = "", plan: int | None = None, late: bool = False
) -> tuple[Page[Any], Sequence[Task]]:
    """A page of the items with which a unit has to do, those that end first ahead, and its rows.

    way: one of `WAYS`, blank for all; late: only those whose last day is over. Each page takes the same queries.
    """
    today = timezone.localdate()
    found = work.assignments()
    if way:
        found = found.filter(WAYS[way])
    if plan:
        found = found.filter(party__plan=plan)
    if late:
        found = found.filter(item__ends__lt=today)
    grouped = found.values("item").annotate(
        leads=Count("pk", filter=_LEADS), helps=Count("pk", filter=_HELPS)
    )
    ordered = grouped.order_by(F("item__ends").asc(nulls_last=True), "item__plan", "item__position", "item")
    shown = Paginator(ordered, PAGE).get_page(page)
    items = _items([row["item"] for row in shown.object_list])
    rows = [Task(items[row["item"]], bool(row["leads"]), bool(row["helps"])) for row in shown.object_list]
    for row in rows:
        row.is_late = row.item.ends is not None and row.item.ends < today
    _say_whose(work, rows)
    return shown, rows


def _items(numbers_of: Sequence[int]) -> Mapping[int, Any]:
    """Items by their numbers, with `waits`: what of each waits."""
    leading = Assignment.objects.select_related("party")
    items = Item.objects.select_related("plan__unit", "plan__programme").defer(
        "plan__frame", "plan__searched"
    )
    standing = Prefetch("holds", Hold.objects.standing(), to_attr="waits")
    return items.prefetch_related(Prefetch("assignments", leading), standing).in_bulk(numbers_of)


def _say_whose(work: Work, rows: Sequence[Task]) -> None:
    """What of each item is asked of the unit, and for which unit that it took over it has the item."""
    parties = {each.party_id for row in rows for each in row.item.assignments.all()}
    named = PartyUnit.objects.filter(party__in=parties, unit__in=work.units).select_related("unit")
    meant: dict[int, list[OrgUnit]] = defaultdict(list)
    for each in named:
        meant[each.party_id].append(each.unit)
    said = {each.assignment_id: each for each in _answers(work, rows)}
    for row in rows:
        mine = [each for each in row.item.assignments.all() if each.party_id in meant]
        row.leaders = [
            str(each.party)
            for each in row.item.assignments.all()
            if each.role == Assignment.Role.LEAD and each.party_id not in meant
        ]
        row.asked = [Wish(each, said.get(each.pk)) for each in mine if each.is_asked]
        units = {unit.pk: unit for each in mine for unit in meant[each.party_id]}
        row.of = [] if work.unit.pk in units else list(units.values())


def _answers(work: Work, rows: Sequence[Task]) -> QuerySet[Answer]:
    """What the unit, or those that it took over, said, the last behind."""
    items = [row.item.pk for row in rows]
    return Answer.objects.filter(assignment__item__in=items, unit__in=work.units).order_by("at")


@dataclass(frozen=True, slots=True)
class Goal:
    """A target that a unit shares in. shares: what of it falls to the unit, by what is written; empty where it has the whole of
    it as each of those of whom it is asked."""

    target: Target
    shares: Sequence[Share]


def goals(work: Work, page: str | None) -> tuple[Page[Target], Sequence[Goal]]:
    """A page of the targets of which something falls to a unit."""
    parties = work.parties().values("pk")
    asked = Target.objects.filter(each__in=parties).order_by().values("pk")
    shared = Share.objects.filter(party__in=parties).order_by()
    found = Target.objects.filter(pk__in=asked.union(shared.values("target")))
    ordered = (
        found.select_related("plan__unit")
        .defer("plan__frame", "plan__searched")
        .order_by("plan", "position", "pk")
    )
    shown = Paginator(ordered, PAGE).get_page(page)
    falling: dict[int, list[Share]] = defaultdict(list)
    for share in shared.filter(target__in=[each.pk for each in shown.object_list]).select_related("party"):
        falling[share.target_id].append(share)
    return shown, [Goal(target, falling[target.pk]) for target in shown.object_list]


def duties(work: Work, page: str | None) -> Page[Duty]:
    """A page of the reports that a unit has to send."""
    found = Duty.objects.filter(sender__in=work.parties().values("pk"))
    plans = found.select_related("plan__unit", "sender", "receiver").defer("plan__frame", "plan__searched")
    return Paginator(plans.order_by("plan", "position", "pk"), PAGE).get_page(page)
