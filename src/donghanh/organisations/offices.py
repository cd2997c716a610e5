"""The offices that each place has by law, made in bulk: departments, police, military, health, organisations.

Those that only some places have (Phòng Dân tộc, Đồn Biên phòng, schools) are made one by one, when a plan names them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import lru_cache

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from donghanh.audit.services import Actor, record
from donghanh.organisations.building import TRUNKS, Built
from donghanh.organisations.errors import UnitError, UnknownPlaceError
from donghanh.organisations.models import OPEN, Kind, Line, OrgUnit, Place, Position, Succession
from donghanh.organisations.places import load_places
from donghanh.organisations.placing import NewUnit
from donghanh.organisations.planner import learn
from donghanh.organisations.tree import on, step
from donghanh.vietnam.offices import Office, called, offices
from donghanh.vietnam.places import REFORM, Era, gazetteer

LINE_OF = {
    Kind.DEPARTMENT: "committee",
    Kind.HEALTH: "committee",
    Kind.POLICE: "committee",
    Kind.MILITARY: "committee",
    Kind.MASS_ORGANISATION: "front",
}
"""In which line each kind answers at its own place, whoever else commands it; the others stand in none of ours."""
_MOST_TOLD = 6
KINDS = sorted({Kind(office.kind) for office in offices() if office.always})
"""Kinds of which every place has some by law."""


class NoTrunkError(UnitError):
    """The line is not built in which the offices would stand."""

    def __init__(self, code: str) -> None:
        super().__init__(
            gettext(
                "The line of these units is not there yet. Run “donghanh units build --line %(code)s” first."
            )
            % {"code": code}
        )


def build_offices(
    actor: Actor, day: date, kinds: Collection[str], area: Place, *, ip: str | None = None
) -> Built:
    """Make the offices of a place and of all below it that are missing, as they are on a day and became after it.

    kinds: some of `KINDS`. An office that another took over by law leads to it.
    Raises: NoTrunkError.
    """
    with transaction.atomic():
        places = list(Place.objects.filter(on(day)).filter(within(area)).order_by("pk"))
        wanted = [
            office for office in offices() if office.always and office.kind in kinds and office.until > day
        ]
        lines = _lines(kinds)
        there = _there(kinds, area)
        orders = [
            (office, place)
            for place in places
            for office in wanted
            if place.kind in office.places
            and office.since < place.until
            and (office.key, place.pk) not in there
        ]
        units = OrgUnit.objects.bulk_create([_row(*order) for order in orders], batch_size=2000)
        there |= {(office.key, place.pk): unit for (office, place), unit in zip(orders, units, strict=True)}
        Position.objects.bulk_create(_positions(units, lines, area), batch_size=2000)
        Succession.objects.bulk_create(_successions(orders, there), batch_size=2000, ignore_conflicts=True)
        if units:
            learn(OrgUnit, Position, Succession)
            changes = {"kinds": sorted(kinds), "day": str(day), "new": len(units)}
            record("offices_built", area, actor=actor, changes=changes, ip=ip)
    return Built(len(there), len(units))


def within(area: Place, prefix: str = "") -> Q:
    """A place and all below it; prefix: the relation to the place, with its underscores."""
    above = (f"{prefix}pk", f"{prefix}parent", f"{prefix}parent__parent")
    return Q(*((way, area.pk) for way in above), _connector=Q.OR)


def find_area(words: str, day: date) -> Place:
    """The place of a day that is written with those above it: "tỉnh Lai Châu", "huyện Tam Đường, tỉnh Lai Châu".

    Raises: UnknownPlaceError.
    """
    load_places()
    name, *above = (part.strip() for part in words.split(","))
    era: Era = "before" if day < REFORM else "today"
    listed = gazetteer().find(name, within=above, era=era, fuzzy=False)
    keys = {(each.level.value, each.code) for each in listed}
    rows = Place.objects.filter(on(day), code__in=[each.code for each in listed]).select_related("parent")
    found = [row for row in rows if (row.level, row.code) in keys]
    if len(found) == 1:
        return found[0]
    said = (
        gettext("Several places are called “%(words)s” on that day: %(names)s. Write those above it too.")
        if found
        else gettext("No place is called “%(words)s” on that day. Write it as “xã Na Loi, tỉnh Nghệ An”.")
    )
    names = "; ".join(f"{row.name}, {row.parent}" if row.parent else row.name for row in found[:_MOST_TOLD])
    raise UnknownPlaceError(said % {"words": words, "names": names})


@lru_cache(maxsize=1 << 14)
def keys_of(name: str) -> frozenset[str]:
    """Which offices of the list a unit may be, by how its name begins."""
    words = name.split()
    for length in range(len(words), 0, -1):
        if found := called(" ".join(words[:length])):
            return frozenset(office.key for office in found)
    return frozenset()


def _lines(kinds: Collection[str]) -> dict[str, Line]:
    lines = {line.code: line for line in Line.objects.all()}
    codes = {kind: LINE_OF[Kind(kind)] for kind in kinds if Kind(kind) in LINE_OF}
    for code in codes.values():
        if code not in lines:
            raise NoTrunkError(code)
    return {kind: lines[code] for kind, code in codes.items()}


def _there(kinds: Collection[str], area: Place) -> dict[tuple[str, int], OrgUnit]:
    """The offices of the list that are there, by their keys and places."""
    units = OrgUnit.objects.filter(within(area, "place__"), kind__in=kinds)
    return {(key, unit.place_id): unit for unit in units if unit.place_id for key in keys_of(unit.name)}


def _row(office: Office, place: Place) -> OrgUnit:
    name = office.named(place.kind, place.bare_name)
    unit = NewUnit(Kind(office.kind), place.level, name, place, since=max(office.since, place.since)).row()
    unit.until = min(office.until, place.until)
    return unit


def _positions(units: Sequence[OrgUnit], lines: dict[str, Line], area: Place) -> Iterator[Position]:
    """Each under the trunk's unit of its place, along all the paths which that one has in its days."""
    trunks = {line.pk: TRUNKS[line.code].kind for line in lines.values()}
    above: dict[tuple[int, int], list[Position]] = defaultdict(list)
    for number, kind in trunks.items():
        standing = Position.objects.filter(within(area, "unit__place__"), line=number, unit__kind=kind)
        for position in standing.select_related("unit"):
            if position.unit.place_id:
                above[number, position.unit.place_id].append(position)
    for unit in units:
        line = lines.get(unit.kind)
        for position in above[line.pk, unit.place_id] if line and unit.place_id else ():
            since, until = max(unit.since, position.since), min(unit.until, position.until)
            if since < until:
                path = position.path + step(unit.pk)
                yield Position(
                    unit=unit, line=line, superior=position.unit, path=path, since=since, until=until
                )


def _successions(
    orders: Sequence[tuple[Office, Place]], there: dict[tuple[str, int], OrgUnit]
) -> Iterator[Succession]:
    """Who took each over that ended; a stated end for those whose tasks went to offices of other places."""
    for office, place in orders:
        old = there[office.key, place.pk]
        if old.until == OPEN:
            continue
        into = [there[key, place.pk] for key in office.into if (key, place.pk) in there]
        for new in into:
            yield Succession(old=old, new=new, partly=len(office.into) > 1, day=old.until)
        if not into:
            note = gettext("Its tasks went to offices of other places.")
            yield Succession(old=old, day=old.until, note=note)
