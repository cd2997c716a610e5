"""The tree of a line for the country or a province, out of the places of a day: one unit for each place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext

from donghanh.audit.services import Actor, record
from donghanh.organisations import tree
from donghanh.organisations.errors import FormerTreeError, LaterTreeError, UnknownPlaceError
from donghanh.organisations.journal import Journal, Values
from donghanh.organisations.models import (
    BEGINNING,
    Kind,
    Level,
    Line,
    OrgUnit,
    Place,
    Position,
    UnitName,
)
from donghanh.organisations.places import load_places
from donghanh.organisations.placing import NewUnit, found, hold_tree
from donghanh.organisations.planner import learn
from donghanh.organisations.tree import on
from donghanh.organisations.words import searched
from donghanh.vietnam.places import REFORM
from donghanh.vietnam.text import bare

_LEVELS = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)


@dataclass(frozen=True, slots=True)
class Trunk:
    """How the units of a line are called.

    title: what stands before their place ("Hội LHPN"); long_title: the same spelt out, which is the line's name too;
    top: who stands above the provinces; union_since: from when the Union of a place stands in the line beside it.
    """

    kind: Kind
    title: str
    long_title: str
    top: NewUnit
    union_since: date | None = None


TRUNKS = {
    "union": Trunk(
        Kind.UNION,
        "Hội LHPN",
        "Hội Liên hiệp Phụ nữ",
        NewUnit(
            Kind.UNION,
            Level.CENTRE,
            "Trung ương Hội Liên hiệp Phụ nữ Việt Nam",
            short_names=(
                "Trung ương Hội LHPN Việt Nam",
                "TW Hội LHPN Việt Nam",
                "Hội LHPN Việt Nam",
                "Trung ương Hội",
            ),
        ),
    ),
    "committee": Trunk(
        Kind.PEOPLES_COMMITTEE,
        "UBND",
        "Ủy ban nhân dân",
        NewUnit(Kind.OTHER, Level.CENTRE, "Chính phủ"),
        BEGINNING,
    ),
    # Source: Luật số 97/2025/QH15 ngày 27/6/2025, by which the Union is a member of the Front.
    "front": Trunk(
        Kind.FATHERLAND_FRONT,
        "UBMTTQ Việt Nam",
        "Ủy ban Mặt trận Tổ quốc Việt Nam",
        NewUnit(
            Kind.FATHERLAND_FRONT,
            Level.CENTRE,
            "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
            short_names=("Mặt trận Tổ quốc Việt Nam", "UBTW MTTQ Việt Nam"),
        ),
        REFORM,
    ),
}


_OF_THE_UNION = frozenset({Kind.BRANCH, Kind.GROUP, Kind.AFFILIATE})


def own_lines(unit: OrgUnit, standing: Sequence[Line]) -> list[Line]:
    """Of the lines in which a unit stands, that to which it belongs: the one whose trunk is of its kind, where it stands
    there, else each."""
    kind = Kind.UNION if unit.kind in _OF_THE_UNION else unit.kind
    codes = {code for code, trunk in TRUNKS.items() if trunk.kind == kind}
    return [line for line in standing if line.code in codes] or list(standing)


@dataclass(frozen=True, slots=True)
class Built:
    """How many units a tree has, and how many of them are new."""

    units: int
    new: int


def build(
    actor: Actor,
    day: date,
    *,
    code: str = "union",
    province: str | None = None,
    dry_run: bool = False,
    ip: str | None = None,
) -> Built:
    """Make the units of a line that are missing on a day, down to the communes; what is there stays as it is.

    The units of the Union that are there already are placed in the other lines beside those of their places.
    code: of the line, one of `TRUNKS`.
    province: its name or code, for its part of the tree alone. dry_run: only say what would be made.
    Raises: UnknownPlaceError; LaterTreeError and FormerTreeError where the tree of another time is there already: what
    was before is built first and then reorganised, else both would stand at once.
    """
    with transaction.atomic():
        load_places()
        trunk, line = TRUNKS[code], _line(code)
        units = OrgUnit.objects.filter(kind=trunk.kind)
        for later in units.filter(place__since__gt=day).order_by("since")[:1]:
            raise LaterTreeError(later.since)
        for former in units.filter(until__gt=day, place__until__lte=day).select_related("place")[:1]:
            raise FormerTreeError(former.name)
        places = _places(day, find_province(province, day) if province is not None else None)
        journal = Journal()
        made = make_missing(journal, trunk, line, places, day)
        rename_units(journal)
        placed = place_unions(journal, day)
        if made or placed:
            learn(OrgUnit, UnitName, Position)
            changes = {"line": code, "day": str(day), "province": province, "new": made, "placed": placed}
            record("line_built", line, actor=actor, changes=changes, ip=ip)
        transaction.set_rollback(dry_run)
    return Built(len(places) + 1, made)


def _line(code: str) -> Line:
    line, _ = Line.objects.get_or_create(code=code, defaults={"name": TRUNKS[code].long_title})
    hold_tree()
    return line


def make_missing(journal: Journal, trunk: Trunk, line: Line, places: Iterable[Place], day: date) -> int:
    """Make the units of a line that some places lack on a day, each below that of the place above; how many. A place
    whose place above has no unit there is passed over. `rename_units` tells what they were called before."""
    top, is_new = _top(journal, trunk, line)
    there = _standing(trunk.kind, line, day)
    made = int(is_new)
    for level in _LEVELS:
        new = [
            place
            for place in places
            if place.level == level
            and place.pk not in there
            and (place.parent_id is None or place.parent_id in there)
        ]
        for place, unit, path in _make(journal, new, trunk, line, there, top):
            there[place.pk] = (unit, path)
        made += len(new)
    return made


def rename_units(journal: Journal) -> None:
    """Give the units of renamed places the new name from that day on, where theirs carries the place's. As many queries
    for many as for one."""
    begun: list[UnitName] = []
    changes: list[tuple[OrgUnit, Values]] = []
    renamed = OrgUnit.objects.filter(since__lt=F("place__names__until"), until__gt=F("place__names__until"))
    for unit in renamed.distinct().select_related("place").prefetch_related("names", "place__names"):
        name, new = _names_with_place(unit)
        if new:
            known = [name, *(each.name for each in (*unit.names.all(), *new))]
            begun += new
            changes.append((unit, {"name": name, "searched": searched(known)}))
    journal.begin(begun)
    journal.change_each(changes)


def _names_with_place(unit: OrgUnit) -> tuple[str, list[UnitName]]:
    """What the unit of a renamed place is called now, and the names that it is to have beside."""
    assert unit.place is not None  # noqa: S101 (it was found by its place's names)
    known = list(unit.names.all())
    name, since = unit.name, max((each.until for each in known if not each.is_short), default=unit.since)
    written = {name, *(each.name for each in known)}
    new: list[UnitName] = []
    now = own_name(unit.place.kind, unit.place.bare_name)
    for former in unit.place.names.all():
        was = own_name(former.kind, former.name[len(former.kind.removesuffix(" trung ương")) + 1 :])
        if not since < former.until < unit.until or not name.endswith((was, now)):
            continue
        ending = was if name.endswith(was) else now  # a list may have had the new name already
        title = name.removesuffix(ending)
        new.append(UnitName(unit=unit, name=title + was, since=since, until=former.until))
        name, since = title + now, former.until
        written.add(name)
        shorts = (each.name for each in known if each.is_short and each.name.endswith(was))
        for short in dict.fromkeys(short.removesuffix(was) + now for short in shorts):
            if short not in written:
                new.append(UnitName(unit=unit, name=short, is_short=True))
                written.add(short)
    return name, new


def find_province(words: str, day: date) -> Place:
    """The province of a day that is called so, by name with or without marks, or by code.

    Raises: UnknownPlaceError.
    """
    provinces = list(Place.objects.filter(on(day), level=Level.PROVINCE))
    asked = bare(words)
    found = [
        each
        for each in provinces
        if asked in (str(each.code), f"{each.code:02}", bare(each.name), bare(each.bare_name))
    ]
    if len(found) != 1:
        names = ", ".join(sorted(each.bare_name for each in provinces))
        raise UnknownPlaceError(
            gettext("There is no province “%(words)s” on that day. There are: %(names)s.")
            % {"words": words, "names": names}
        )
    return found[0]


def name_of(trunk: Trunk, place: Place) -> tuple[str, str]:
    """The unit of a place as papers write it, and spelt out: "Hội LHPN xã Na Loi", "Hội Liên hiệp Phụ nữ xã Na Loi"."""
    own = own_name(place.kind, place.bare_name)
    return f"{trunk.title} {own}", f"{trunk.long_title} {own}"


def own_name(kind: str, bare_name: str) -> str:
    """A place as it stands in the names of its units: "tỉnh Nghệ An"."""
    return f"{kind.removesuffix(' trung ương')} {bare_name}"


def _places(day: date, province: Place | None) -> list[Place]:
    found = Place.objects.filter(on(day)).select_related("parent__parent").order_by("code")
    if province is None:
        return list(found)
    return [
        place
        for place in found
        if province.pk in (place.pk, place.parent_id, place.parent and place.parent.parent_id)
    ]


def _top(journal: Journal, trunk: Trunk, line: Line) -> tuple[OrgUnit, bool]:
    there = OrgUnit.objects.filter(positions__line=line, level=Level.CENTRE).first()
    if there is not None:
        return there, False
    return found(journal, trunk.top, None, line), True


Stands = dict[int | None, tuple[OrgUnit, str]]
"""Units with their paths, by their places."""


def _standing(kind: Kind, line: Line, day: date) -> Stands:
    found = Position.objects.filter(on(day), line=line, unit__kind=kind, unit__place__isnull=False)
    return {
        position.unit.place_id: (position.unit, position.path)
        for position in found.select_related("unit")
        if position.unit.place_id
    }


def _make(
    journal: Journal, places: list[Place], trunk: Trunk, line: Line, there: Stands, top: OrgUnit
) -> list[tuple[Place, OrgUnit, str]]:
    """The units of places of one level, each below the one of the place above."""
    named = [(place, *name_of(trunk, place)) for place in places]
    orders = [
        NewUnit(trunk.kind, place.level, name, place, (long,), place.since) for place, name, long in named
    ]
    units = [order.row() for order in orders]
    journal.begin(units)
    journal.begin([name for order, unit in zip(orders, units, strict=True) for name in order.names(unit)])
    positions = []
    for place, unit in zip(places, units, strict=True):
        superior, above = there[place.parent_id] if place.parent_id else (top, tree.step(top.pk))
        path = above + tree.step(unit.pk)
        positions.append(Position(unit=unit, line=line, superior=superior, path=path, since=unit.since))
    journal.begin(positions)
    return [
        (place, unit, position.path) for place, unit, position in zip(places, units, positions, strict=True)
    ]


def place_unions(journal: Journal, day: date) -> int:
    """Put the Union of each place under the unit of the same place in the other lines that are built; how many are new.

    Where the Union comes into a line only later, a build of a day from then on places it.
    """
    unions = list(OrgUnit.objects.on(day).filter(kind=Kind.UNION, place__isnull=False))
    positions = []
    for line in Line.objects.filter(code__in=TRUNKS):
        since = TRUNKS[line.code].union_since
        if since is None or since > day:
            continue
        there = _standing(TRUNKS[line.code].kind, line, day)
        known = set(Position.objects.filter(line=line, unit__kind=Kind.UNION).values_list("unit", flat=True))
        for unit in unions:
            if unit.place_id in there and unit.pk not in known:
                superior, above = there[unit.place_id]
                first, path = max(since, unit.since), above + tree.step(unit.pk)
                positions.append(Position(unit=unit, line=line, superior=superior, path=path, since=first))
    journal.begin(positions)
    return len(positions)
