"""Who may see and do what: asked before every act, and the beginning of every queryset.

Roles are read once with the person, and each request reads the person anew: a role that was given or taken works with
her next request, and nothing is kept longer. Beyond that question `within` puts none of its own, and `may` one, where a
unit is none of those in which she holds a role.

A role reaches down the line in which it is held. What a unit has is seen in every line in which it stands; what is decided
in one line, as who has a role, is asked with `line`, or with `within_its_line` for rows that have a line themselves.
"""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q, Value
from django.db.models.functions import Coalesce
from django.http import Http404

from donghanh.accounts import reach
from donghanh.accounts.permissions import RULES, Held, Permission
from donghanh.organisations.models import Line, OrgUnit

Person = AbstractBaseUser | AnonymousUser


def held(
    user: Person, permission: Permission | None = None, line: Line | int | None = None
) -> tuple[Held, ...]:
    """The roles that a person has now, or those that let her do something, or those in a line; none for whoever may not
    sign in."""
    if not user.is_authenticated or not user.is_active:
        return ()
    roles: tuple[Held, ...] = user.held  # type: ignore[attr-defined]  # accounts.User is the only one
    number = line.pk if isinstance(line, Line) else line
    return tuple(
        each
        for each in roles
        if (permission is None or permission in RULES[each.role].permissions)
        and (number is None or each.line_id == number)
    )


def may(
    user: Person, permission: Permission, unit: OrgUnit | int | None = None, *, line: Line | int | None = None
) -> bool:
    """Whether a person may do something in a unit; without one, in any. line: by a role held in this line.

    One query where the unit is none of those in which she holds a role, none otherwise.
    """
    having = held(user, permission, line)
    if unit is None:
        return bool(having)
    number = unit if isinstance(unit, int) else unit.pk
    if any(each.unit_id == number for each in having):
        return True
    reached = each_within(user, permission, "pk", line=line)
    return bool(having) and OrgUnit.objects.filter(reached, pk=number).exists()


def require(
    user: Person, permission: Permission, unit: OrgUnit | int | None = None, *, line: Line | int | None = None
) -> None:
    """Go on only where a person may do something.

    Raises: Http404 for a unit that is out of her reach, so that she learns nothing of it; PermissionDenied where she
    could do it nowhere.
    """
    if may(user, permission, unit, line=line):
        return
    if unit is None or not held(user, permission):
        raise PermissionDenied
    raise Http404


def within(
    user: Person,
    permission: Permission,
    field: str = "unit",
    *,
    line: Line | int | None = None,
    nobodys: bool = False,
) -> Q:
    """The rows whose unit lies within a person's reach; field: the way from the row to its unit; line: by roles held in
    this line; nobodys: also those that have no unit, where she has the permission at all.

    A narrow reach is one list of units, so that the database begins at them; a wide one is asked of each row, so that a
    page of fifty does not begin by listing a country. Neither says "or" beside a question of its own: PostgreSQL would
    put that to every row of the table.
    """
    having = held(user, permission, line)
    if not having or _is_wide(having):
        return each_within(user, permission, field, line=line, nobodys=nobodys)
    found = Q(**{f"{field}__in": reach.units(having)})
    return found | Q(**{f"{field}__isnull": True}) if nobodys else found


def each_within(
    user: Person,
    permission: Permission,
    field: str = "unit",
    *,
    line: Line | int | None = None,
    nobodys: bool = False,
) -> Q:
    """The same as `within`, asked of each row: for the few that another question leaves, or the first of very many."""
    having = held(user, permission, line)
    if not having:
        return Q(pk__in=())
    # What has no unit is asked as if it were her own.
    unit = Coalesce(field, Value(having[0].unit_id)) if nobodys else field
    return Q(reach.IsReached(unit, having))


def within_its_line(user: Person, permission: Permission) -> Q:
    """The rows with a unit and a line, as roles are, within a person's reach by roles that she holds in that line."""
    lines = sorted({each.line_id for each in held(user, permission)})
    return reduce(or_, (Q(line=line) & within(user, permission, line=line) for line in lines), Q(pk__in=()))


def is_wide(user: Person, permission: Permission) -> bool:
    """Whether a person's reach is so wide that its rows are better asked one by one than listed first."""
    return _is_wide(held(user, permission))


def _is_wide(having: Iterable[Held]) -> bool:
    return any(each.is_wide and each.reaches_down for each in having)


def needs_second_factor(user: Person) -> bool:
    """Whether one of a person's roles asks for more than a password."""
    return any(RULES[each.role].needs_second_factor for each in held(user))
