"""The tree of the Women's Union for the country or a province, out of the places of a day."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext

from donghanh.audit.services import record
from donghanh.organisations import tree
from donghanh.organisations.errors import LaterTreeError, UnknownPlaceError
from donghanh.organisations.models import Kind, Level, Line, OrgUnit, Place, Position, UnitName, on
from donghanh.organisations.places import load_places
from donghanh.organisations.services import Actor, NewUnit
from donghanh.vietnam.text import bare

CENTRE = "Trung ương Hội Liên hiệp Phụ nữ Việt Nam"
_CENTRE_SHORT = (
    "Trung ương Hội LHPN Việt Nam",
    "TW Hội LHPN Việt Nam",
    "Hội LHPN Việt Nam",
    "Trung ương Hội",
)
_LEVELS = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)


@dataclass(frozen=True, slots=True)
class Built:
    """How many units a tree has, and how many of them are new."""

    units: int
    new: int


def build_union(actor: Actor, day: date, *, province: str | None = None, ip: str | None = None) -> Built:
    """Make the units of the Union that are missing on a day, down to the communes; what is there stays as it is.

    province: its name or code, for its part of the tree alone.
    Raises: UnknownPlaceError; LaterTreeError where the tree of a later day is there already: what was before is
    built first and then reorganised, else both would stand at once.
    """
    with transaction.atomic():
        load_places()
        line = Line.objects.select_for_update().get(code="union")
        later = Position.objects.filter(line=line, since__gt=day).order_by("since").first()
        if later is not None:
            raise LaterTreeError(later.since)
        places = _places(day, find_province(province, day) if province else None)
        centre, is_new = _centre(line)
        there = _standing(line, day)
        made = int(is_new)
        for level in _LEVELS:
            new = [place for place in places if place.level == level and place.pk not in there]
            for place, unit, path in _make(new, line, there, centre):
                there[place.pk] = (unit, path)
            made += len(new)
        changes = {"day": str(day), "province": province, "new": made}
        if made:
            record("union_built", centre, actor=actor, changes=changes, ip=ip)
    return Built(len(places) + 1, made)


def find_province(words: str, day: date) -> Place:
    """The province of a day that is called so, by name with or without marks, or by code.

    Raises: UnknownPlaceError.
    """
    provinces = list(Place.objects.filter(on(day), level=Level.PROVINCE))
    asked = bare(words)
    found = [each for each in provinces if asked in (str(each.code), bare(each.name), bare(each.bare_name))]
    if len(found) != 1:
        names = ", ".join(sorted(each.bare_name for each in provinces))
        raise UnknownPlaceError(
            gettext("There is no province “%(words)s” on that day. There are: %(names)s.")
            % {"words": words, "names": names}
        )
    return found[0]


def union_name(place: Place) -> str:
    """
    The Union of a place as papers write it: "Hội LHPN xã Na Loi", "Hội LHPN thành phố Hà Nội".
    """
    return f"Hội LHPN {place.kind.removesuffix(' trung ương')} {place.bare_name}"


def _places(day: date, province: Place | None) -> list[Place]:
    found = Place.objects.filter(on(day)).select_related("parent__parent").order_by("code")
    if province is None:
        return list(found)
    return [
        place
        for place in found
        if province.pk in (place.pk, place.parent_id, place.parent and place.parent.parent_id)
    ]


def _centre(line: Line) -> tuple[OrgUnit, bool]:
    there = OrgUnit.objects.filter(kind=Kind.UNION, level=Level.CENTRE).first()
    if there is not None:
        return there, False
    new = NewUnit(Kind.UNION, Level.CENTRE, CENTRE, short_names=_CENTRE_SHORT)
    unit = new.row()
    unit.save()
    UnitName.objects.bulk_create(new.names(unit))
    Position.objects.create(unit=unit, line=line, path=tree.step(unit.pk))
    return unit, True


def _standing(line: Line, day: date) -> dict[int, tuple[OrgUnit, str]]:
    """The Unions that stand in the line on a day with their paths, by their places."""
    found = Position.objects.filter(on(day), line=line, unit__kind=Kind.UNION, unit__place__isnull=False)
    return {
        position.unit.place_id: (position.unit, position.path)
        for position in found.select_related("unit")
        if position.unit.place_id
    }


def _make(
    places: list[Place], line: Line, there: dict[int, tuple[OrgUnit, str]], centre: OrgUnit
) -> list[tuple[Place, OrgUnit, str]]:
    """The Unions of places of one level, each below the one of the place above."""
    orders = [
        NewUnit(
            Kind.UNION,
            place.level,
            union_name(place),
            place,
            (union_name(place).replace("LHPN", "Liên hiệp Phụ nữ"),),
            place.since,
        )
        for place in places
    ]
    units = OrgUnit.objects.bulk_create([order.row() for order in orders], batch_size=2000)
    UnitName.objects.bulk_create(
        [name for order, unit in zip(orders, units, strict=True) for name in order.names(unit)],
        batch_size=2000,
    )
    positions = []
    for place, unit in zip(places, units, strict=True):
        superior, above = there[place.parent_id] if place.parent_id else (centre, tree.step(centre.pk))
        positions.append(
            Position(
                unit=unit, line=line, superior=superior, path=above + tree.step(unit.pk), since=unit.since
            )
        )
    Position.objects.bulk_create(positions, batch_size=2000)
    return [
        (place, unit, position.path) for place, unit, position in zip(places, units, positions, strict=True)
    ]
