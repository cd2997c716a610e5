"""What pages ask about units; each function asks a bounded number of queries."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import CharField, Count, QuerySet
from django.db.models.functions import Cast
from django.shortcuts import get_object_or_404

from donghanh.organisations import tree
from donghanh.organisations.models import LONGEST_PATH, Level, Line, OrgUnit, Place, PlaceChange, Position
from donghanh.organisations.tree import OrgUnitQuerySet, on
from donghanh.vietnam.text import bare, fold

_DIGITS = {2: Level.PROVINCE, 3: Level.DISTRICT, 5: Level.COMMUNE}
Person = AbstractBaseUser | AnonymousUser


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a unit stands in one line on a day: its superiors from the top."""

    line: Line
    above: tuple[OrgUnit, ...]


def visible(user: Person, pk: int) -> OrgUnit:
    """A unit that the person sees.

    Raises: Http404.
    """
    return get_object_or_404(OrgUnit.objects.visible_to(user).select_related("place__parent__parent"), pk=pk)


def line_of(code: str) -> Line:
    """Raises: Http404."""
    return get_object_or_404(Line, code=code)


def standings(unit: OrgUnit, day: date) -> list[Standing]:
    """Its place in every line in which it stands on a day; two queries."""
    positions = list(unit.positions.filter(on(day)).select_related("line").order_by("line"))
    chains = [tree.numbers(position.path)[:-1] for position in positions]
    units = OrgUnit.objects.called(day).in_bulk({number for chain in chains for number in chain})
    return [
        Standing(position.line, tuple(units[number] for number in chain))
        for position, chain in zip(positions, chains, strict=True)
    ]


def places_named(words: str, day: date, levels: Collection[Level]) -> list[Place]:
    """The places of a day that words mean: a code, or a name with or without its kind and marks, with
    the place above behind a comma where several bear it; one query."""
    places = Place.objects.filter(on(day), level__in=levels).select_related("parent")
    places = places.order_by("level", "name")
    if words.isdecimal():
        coded = list(places.filter(code=int(words[:8])))
        # A province and a commune may share a number, which the lists tell apart by its digits.
        return [place for place in coded if place.level == _DIGITS.get(len(words))] or coded
    asked, _, above = (bare(part).strip() for part in words.partition(","))

    def is_called(place: Place | None, name: str) -> bool:
        return place is not None and name in (bare(place.name), bare(place.bare_name))

    found = [
        place for place in places if is_called(place, asked) and (not above or is_called(place.parent, above))
    ]
    same = [place for place in found if fold(place.name) == fold(words)]
    return same if len(same) == 1 else found


def counts_below(units: Iterable[OrgUnit], line: Line, day: date) -> dict[int, int]:
    """How many stand directly under each of some units in a line; one query."""
    below = Position.objects.filter(on(day), line=line, superior__in=[unit.pk for unit in units])
    return dict(below.values_list("superior").annotate(n=Count("pk")).order_by())


def listed(user: Person, line: Line, day: date, superior: OrgUnit | None) -> OrgUnitQuerySet:
    """The units directly under one, or at the top, with what a list shows."""
    units = OrgUnit.objects.visible_to(user).called(day)
    found = units.directly_under(superior, line, day) if superior else units.tops(line, day)
    return found.select_related("place__parent").order_by("place__code", "name")


def found(user: Person, line: Line, day: date, words: str) -> OrgUnitQuerySet:
    """The units of a line and a day that are called so, in the order of the tree."""
    units = OrgUnit.objects.visible_to(user).in_line(line, day).named_like(words).called(day)
    # Sorted by a value that no index has: by the paths themselves, SQLite would look through the whole line.
    in_order = Cast("positions__path", CharField(max_length=LONGEST_PATH))
    return units.select_related("place__parent").order_by(in_order)


def neighbours(unit: OrgUnit, line: Line, day: date) -> OrgUnitQuerySet:
    """The others under the same superior."""
    superior = unit.positions.filter(on(day), line=line).values("superior")[:1]
    units = OrgUnit.objects.in_line(line, day, superior__in=superior).called(day)
    return units.exclude(pk=unit.pk).order_by("place__code", "name")


def became(place: Place) -> QuerySet[PlaceChange]:
    """What became of a place."""
    return place.successions.select_related("new__parent").order_by("new__code")


def came_from(place: Place) -> QuerySet[PlaceChange]:
    """Of what a place was made."""
    return place.predecessions.select_related("old__parent__parent").order_by("old__code")


def rows(unit: OrgUnit, line: Line, day: date) -> Iterator[tuple[OrgUnit, str, int, str]]:
    """A unit and all below it in the order of the tree: each with its name of that day, its depth, its superior's name."""
    found = Position.objects.filter(on(day), line=line)
    path = found.filter(unit=unit).values_list("path", flat=True).first()
    if path is None:
        return
    below = found.filter(path__gte=path, path__lt=tree.beyond(path)).select_related("unit__place")
    below = below.annotate(called=tree.name_on(day, "unit__"), above=tree.name_on(day, "superior__"))
    for position in below.order_by("path").iterator(chunk_size=2000):
        depth = (len(position.path) - len(path)) // tree.STEP
        yield position.unit, position.called, depth, position.above or ""
