"""Whose units are whose: about one that ended decides whoever looks after the lowest that is left above it."""

from django.utils import timezone

from donghanh.accounts import access
from donghanh.accounts.access import Person
from donghanh.accounts.permissions import Permission
from donghanh.organisations.models import Line, OrgUnit
from donghanh.organisations.ordering import going_on


def line_of(unit: OrgUnit) -> Line | None:
    """The line in which a unit stands, or stood last: the first where there are several."""
    standing = unit.positions.order_by("-until", "line").select_related("line").first()
    return standing.line if standing else None


def deciding(unit: OrgUnit) -> int:
    """The number of the unit whose administrators decide about one."""
    today = timezone.localdate()
    line = None if unit.holds_on(today) else line_of(unit)
    return (going_on(unit.pk, line, today) if line else None) or unit.pk


def may_reorganise(user: Person, unit: OrgUnit | None = None) -> bool:
    """Whether a person may change a unit; without one, any."""
    if unit is None:
        return access.may(user, Permission.REORGANISE_UNITS)
    return access.may(user, Permission.REORGANISE_UNITS, deciding(unit), line=line_of(unit))


def require(user: Person, unit: OrgUnit) -> None:
    """Raises: Http404, PermissionDenied."""
    access.require(user, Permission.REORGANISE_UNITS, deciding(unit), line=line_of(unit))
