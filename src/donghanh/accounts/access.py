"""Who may see and do what: asked before every act, and the beginning of every queryset.

Roles are read once with the person, and each request reads the person anew: a role that was given or taken works with
her next request, and nothing is kept longer. Asking whether she may, and `within`, put no question to the database
beyond that one.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import BigIntegerField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import Http404
from django.utils import timezone

from donghanh.accounts.permissions import RULES, Held, Permission
from donghanh.organisations.models import Handover, Line, OrgUnit, Position
from donghanh.organisations.tree import beyond, on

Person = AbstractBaseUser | AnonymousUser


def held(user: Person, permission: Permission | None = None, line: Line | None = None) -> tuple[Held, ...]:
    """The roles that a person has now, or those that let her do something, or those in a line; none for whoever may not
    sign in."""
    if not user.is_authenticated or not user.is_active:
        return ()
    roles: tuple[Held, ...] = user.held  # type: ignore[attr-defined]  # accounts.User is the only one
    return tuple(
        each
        for each in roles
        if (permission is None or permission in RULES[each.role].permissions)
        and (line is None or each.line_id == line.pk)
    )


def may(
    user: Person, permission: Permission, unit: OrgUnit | int | None = None, *, line: Line | None = None
) -> bool:
    """Whether a person may do something in a unit; without one, in any. line: by a role held in this line.

    One query where the unit is none of hers, none otherwise.
    """
    having = held(user, permission, line)
    if unit is None:
        return bool(having)
    number = unit if isinstance(unit, int) else unit.pk
    if any(each.unit_id == number for each in having):
        return True
    return bool(having) and _reached(having, number, Value(number)).exists()


def require(
    user: Person, permission: Permission, unit: OrgUnit | int | None = None, *, line: Line | None = None
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
    line: Line | None = None,
    nobodys: bool = False,
) -> Q:
    """The rows whose unit lies within a person's reach; field: the way from the row to its unit; line: by roles held in
    this line; nobodys: also those that have no unit, where she has the permission at all.

    A narrow reach is one list of units, so that the database begins at them; a wide one is asked of each row, so that a
    page of fifty does not begin by listing a country. Neither says "or" beside a question of its own: PostgreSQL would
    put that to every row of the table.
    """
    having = held(user, permission, line)
    if any(each.is_wide and each.reaches_down for each in having):
        # What has no unit is asked as if it were her own.
        here = (OuterRef(field), Value(having[0].unit_id)) if nobodys else (OuterRef(field),)
        return Q(Exists(_reached(having, OuterRef(OuterRef(field)), *here)))
    found = Q(**{f"{field}__in": _listed(having)})
    return found | Q(**{f"{field}__isnull": True}) if nobodys and having else found


def _reached(having: Sequence[Held], unit: Any, *here: Any) -> QuerySet[Position]:
    """The positions by which roles reach whoever has a unit today; unit: its number, as a question within this one says
    it; here: the same for this one, and what stands for none."""
    reach = Q(unit__in=[each.unit_id for each in having])
    if below := _ranges(having):
        reach |= below & (_today() | _ended() | _to_come())
    heir = Handover.objects.filter(on(timezone.localdate()), unit=unit).values("into")[:1]
    return Position.objects.filter(
        reach, unit=Coalesce(Subquery(heir), *here, output_field=BigIntegerField())
    )


def _listed(having: Sequence[Held]) -> QuerySet[OrgUnit, Any]:
    """The numbers of all units within the reach of roles."""
    own = OrgUnit.objects.filter(pk__in=[each.unit_id for each in having]).order_by().values("pk")
    handed = Handover.objects.filter(on(timezone.localdate())).values("unit")
    parts: list[QuerySet[Any, Any]] = []
    if staying := [each.unit_id for each in having if not each.reaches_down]:
        parts.append(handed.filter(into__in=staying))
    if below := _ranges(having):
        left = _ended() & Q(unit__handovers=None)
        parts += [Position.objects.filter(below, how).values("unit") for how in (_today(), left, _to_come())]
        way = "into__positions__"
        parts.append(handed.filter(_ranges(having, way), _today(way) | _ended(way)))
    return own.union(*parts) if parts else own


def is_wide(user: Person, permission: Permission) -> bool:
    """Whether a person's reach is so wide that its rows are better asked one by one than listed first."""
    return any(each.is_wide and each.reaches_down for each in held(user, permission))


# Where every unit stands today; one that ended, where it stood last, so that what nobody took over is somebody's; one that
# has not begun, where it will stand first, so that people can be appointed in it. prefix: the way to the position.
def _today(prefix: str = "") -> Q:
    return on(timezone.localdate(), prefix)


def _ended(prefix: str = "") -> Q:
    return Q(**{f"{prefix}until__lte": timezone.localdate(), f"{prefix}unit__until": F(f"{prefix}until")})


def _to_come() -> Q:
    return Q(since__gt=timezone.localdate(), unit__since=F("since"))


def _ranges(having: Iterable[Held], prefix: str = "") -> Q:
    """The positions below the units in which roles are held."""
    found = Q()
    for each in having:
        if each.reaches_down and each.path is not None:
            range_ = {"line": each.line_id, "path__gte": each.path, "path__lt": beyond(each.path)}
            found |= Q(**{f"{prefix}{name}": value for name, value in range_.items()})
    return found


def needs_second_factor(user: Person) -> bool:
    """Whether one of a person's roles asks for more than a password."""
    return any(RULES[each.role].needs_second_factor for each in held(user))
