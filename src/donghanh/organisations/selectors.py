"""What pages ask about units; each function asks a bounded number of queries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, F, Q, QuerySet
from django.shortcuts import get_object_or_404

from donghanh.organisations import tree
from donghanh.organisations.models import Line, OrgUnit, Place, PlaceChange, Position, on
from donghanh.organisations.tree import OrgUnitQuerySet

Person = AbstractBaseUser | AnonymousUser


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a unit stands in one line on a day: its superiors from the top, how many stand directly below."""

    line: Line
    above: tuple[OrgUnit, ...]
    below: int


def visible(user: Person, pk: int) -> OrgUnit:
    """A unit that the person sees.

    Raises: Http404.
    """
    return get_object_or_404(OrgUnit.objects.visible_to(user).select_related("place__parent__parent"), pk=pk)


def line_of(code: str) -> Line:
    """Raises: Http404."""
    return get_object_or_404(Line, code=code)


def standings(unit: OrgUnit, day: date) -> list[Standing]:
    """Its place in every line in which it stands on a day; three queries."""
    positions = list(unit.positions.filter(on(day)).select_related("line").order_by("line"))
    higher = {number for position in positions for number in tree.numbers(position.path)[:-1]}
    units = OrgUnit.objects.in_bulk(higher)
    counted = (
        Position.objects.filter(on(day), superior=unit).values("line").annotate(n=Count("pk")).order_by()
    )
    below = {row["line"]: row["n"] for row in counted}
    return [
        Standing(
            position.line,
            tuple(units[number] for number in tree.numbers(position.path)[:-1]),
            below.get(position.line_id, 0),
        )
        for position in positions
    ]


def counts_below(units: Iterable[OrgUnit], line: Line, day: date) -> dict[int, int]:
    """How many stand directly under each of some units in a line; one query."""
    below = Position.objects.filter(on(day), line=line, superior__in=[unit.pk for unit in units])
    return dict(below.values_list("superior").annotate(n=Count("pk")).order_by())


def listed(user: Person, line: Line, day: date, superior: OrgUnit | None) -> OrgUnitQuerySet:
    """The units directly under one, or at the top, with what a list shows."""
    units = OrgUnit.objects.visible_to(user)
    found = units.directly_under(superior, line, day) if superior else units.tops(line, day)
    return found.select_related("place__parent").order_by("place__code", "name")


def found(user: Person, line: Line, day: date, words: str, under: OrgUnit | None = None) -> OrgUnitQuerySet:
    """The units of a day that are called so, the highest first."""
    units = OrgUnit.objects.visible_to(user).on(day)
    if under is not None:
        units = units.under(under, line, day, itself=True)
    units = units.named_like(words).select_related("place__parent__parent")
    return units.filter(tree_of(line, day)).annotate(path=F("positions__path")).order_by("path")


def tree_of(line: Line, day: date) -> Q:
    return Q(**tree.standing(line, day))


def neighbours(unit: OrgUnit, line: Line, day: date) -> OrgUnitQuerySet:
    """The others under the same superior."""
    superior = unit.positions.filter(on(day), line=line).values("superior")[:1]
    units = OrgUnit.objects.filter(**tree.standing(line, day), positions__superior__in=superior)
    return units.exclude(pk=unit.pk).order_by("place__code", "name")


def became(place: Place) -> QuerySet[PlaceChange]:
    """What became of a place."""
    return place.successions.select_related("new__parent").order_by("new__code")


def came_from(place: Place) -> QuerySet[PlaceChange]:
    """Of what a place was made."""
    return place.predecessions.select_related("old__parent__parent").order_by("old__code")


def rows(unit: OrgUnit, line: Line, day: date) -> Iterator[tuple[OrgUnit, int, str]]:
    """A unit and all below it in the order of the tree: each with its depth and the name of its superior."""
    found = Position.objects.filter(on(day), line=line)
    path = found.filter(unit=unit).values_list("path", flat=True).first()
    if path is None:
        return
    below = found.filter(path__gte=path, path__lt=tree.beyond(path)).select_related("unit__place", "superior")
    for position in below.order_by("path").iterator(chunk_size=2000):
        depth = (len(position.path) - len(path)) // tree.STEP
        yield position.unit, depth, position.superior.name if position.superior else ""
