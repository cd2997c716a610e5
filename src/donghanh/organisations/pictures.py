"""A part of the tree as it is drawn: a unit, its superiors, and some of those below it; five queries whatever its size."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from donghanh.organisations.models import Line, OrgUnit
from donghanh.organisations.selectors import Person, counts_below, listed

MOST_BELOW, MOST_INSIDE = 24, 5
"""How many are drawn below the unit, and below each of these."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit with those that are drawn below it; more: how many others stand there."""

    unit: OrgUnit
    below: tuple["Branch", ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Drawn:
    """above: the superiors from the top."""

    above: tuple[OrgUnit, ...]
    branch: Branch


def draw(user: Person, unit: OrgUnit, line: Line, day: date) -> Drawn | None:
    """None where the unit stands nowhere in the line on that day."""
    units = OrgUnit.objects.visible_to(user)
    own = units.in_line(line, day).called(day).filter(pk=unit.pk).first()
    if own is None:
        return None
    below = list(listed(user, line, day, unit)[:MOST_BELOW])
    counts = counts_below([unit, *below], line, day)
    inside = _inside(below, line, day)
    branches = tuple(
        Branch(each, drawn, counts.get(each.pk, 0) - len(drawn))
        for each in below
        for drawn in (inside.get(each.pk, ()),)
    )
    above = tuple(units.above(unit, line, day).called(day))
    return Drawn(above, Branch(own, branches, counts.get(unit.pk, 0) - len(branches)))


def _inside(superiors: list[OrgUnit], line: Line, day: date) -> dict[int, tuple[Branch, ...]]:
    """The first few below each of some units."""
    order = (F("place__code").asc(nulls_last=True), "name", "pk")
    numbered = Window(RowNumber(), partition_by=F("positions__superior"), order_by=order)
    below = OrgUnit.objects.in_line(line, day, superior__in=[unit.pk for unit in superiors]).called(day)
    first = below.annotate(above=F("positions__superior"), number=numbered).filter(number__lte=MOST_INSIDE)
    rows: Iterable[Any] = first.order_by("number")  # with what is annotated
    inside: dict[int, tuple[Branch, ...]] = {}
    for unit in rows:
        inside[unit.above] = (*inside.get(unit.above, ()), Branch(unit))
    return inside
