"""Whose units are whose, line by line: about one that ended decides whoever looks after the lowest that is left above it.

A unit may stand in several lines. Whoever looks after it in one finds it a place there; what becomes of the unit itself is
decided in the line to which it belongs, so that the Front does not abolish a Union that stands beside its own units.
"""

from collections.abc import Collection

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from donghanh.accounts import access
from donghanh.accounts.access import Person
from donghanh.accounts.permissions import Permission
from donghanh.organisations.building import own_lines
from donghanh.organisations.journal import chunks
from donghanh.organisations.models import Line, OrgUnit
from donghanh.organisations.ordering import going_on_all
from donghanh.organisations.orders import Verb

IN_A_LINE = frozenset({Verb.FOUND, Verb.MOVE})
"""What changes where units stand in one line; everything else changes a unit in all of its lines."""


def lines_of(unit: OrgUnit) -> list[Line]:
    """The lines in which a unit stands, or stood last."""
    standing = unit.positions.filter(Q(until__gt=timezone.localdate()) | Q(until=unit.until))
    return list(Line.objects.filter(pk__in=standing.values("line")))


def lines_for(user: Person, unit: OrgUnit) -> list[tuple[Line, bool]]:
    """The lines in which a person may change a unit, and whether it belongs to each."""
    roles = {each.line_id for each in access.held(user, Permission.REORGANISE_UNITS)}
    if not roles:
        return []
    standing = lines_of(unit)
    own = own_lines(unit, standing)
    return [(line, line in own) for line in standing if line.pk in roles and may_all(user, [unit.pk], line)]


def may_reorganise(user: Person, unit: OrgUnit | None = None) -> bool:
    """Whether a person may change a unit; without one, any."""
    if unit is None:
        return access.may(user, Permission.REORGANISE_UNITS)
    return bool(lines_for(user, unit))


def may_all(user: Person, units: Collection[int], line: Line) -> bool:
    """Whether all units of these numbers are a person's in a line; as many queries for many as for one.

    Those that are there no more decide nothing, and where none is there nobody may.
    """
    today = timezone.localdate()
    there = [
        unit
        for chunk in chunks(list(units))
        for unit in OrgUnit.objects.filter(pk__in=chunk).only("since", "until")
    ]
    left = going_on_all([unit.pk for unit in there if not unit.holds_on(today)], line, today)
    deciding = {left.get(unit.pk, unit.pk) for unit in there}
    reach = OrgUnit.objects.filter(access.within(user, Permission.REORGANISE_UNITS, "pk", line=line))
    found = sum(reach.filter(pk__in=chunk).count() for chunk in chunks(list(deciding)))
    return bool(deciding) and found == len(deciding)


def require(user: Person, unit: OrgUnit) -> list[tuple[Line, bool]]:
    """The lines in which a person may change a unit, as `lines_for`.

    Raises: Http404 for a unit that is out of her reach, PermissionDenied where she could change none.
    """
    if lines := lines_for(user, unit):
        return lines
    if access.may(user, Permission.REORGANISE_UNITS):
        raise Http404
    raise PermissionDenied
