"""Roles in units: given, ended, lent to a substitute, taken along to another unit. Nothing is deleted.

The actor is None where the machine's operator gives the order on the command line.
"""

from datetime import date

from django.db import transaction

from donghanh.accounts.access import require
from donghanh.accounts.errors import (
    NotInLineError,
    NotLentError,
    OperatorRoleError,
    OverlapError,
    OwnRoleError,
    WrongDaysError,
)
from donghanh.accounts.models import RoleGrant, Substitution, User
from donghanh.accounts.permissions import Permission, Role
from donghanh.audit.services import record
from donghanh.organisations.models import OPEN, Line, OrgUnit
from donghanh.organisations.tree import on

Actor = User | None

# Who runs the machine is said on the machine, and a sealed case opens to nobody but those to whom it was sealed.
_NOT_LENT = frozenset({Role.OPERATOR, Role.CASE_WORKER})


def grant(
    actor: Actor,
    person: User,
    unit: OrgUnit,
    role: Role,
    since: date,
    *,
    line: Line,
    until: date = OPEN,
    ip: str | None = None,
) -> RoleGrant:
    """Give a person a role in a unit from a day on; until: the first day on which she has it no more.

    Raises: Http404, PermissionDenied, OwnRoleError, OperatorRoleError, NotInLineError, OverlapError, WrongDaysError.
    """
    _may_manage(actor, person, unit)
    if role == Role.OPERATOR and actor is not None:
        raise OperatorRoleError
    with transaction.atomic():
        made = _begin(person, unit, role, since, until, line)
        record("role_given", made, actor=actor, changes=_about(made), ip=ip, unit=unit)
    return made


def end(actor: Actor, granted: RoleGrant, day: date, *, ip: str | None = None) -> RoleGrant:
    """End a role on a day, the first on which the person has it no more.

    Raises: Http404, PermissionDenied, OwnRoleError, WrongDaysError.
    """
    _may_manage(actor, granted.user, granted.unit)
    with transaction.atomic():
        granted = (
            RoleGrant.objects.select_for_update(of=("self",))
            .select_related("user", "unit")
            .get(pk=granted.pk)
        )
        if not granted.since < day <= granted.until:
            raise WrongDaysError(granted.since, day)
        before, granted.until = granted.until, day
        granted.save(update_fields=["until"])
        granted.substitutions.filter(until__gt=day, since__lt=day).update(until=day)
        changes = {**_about(granted), "until": [str(before), str(day)]}
        record("role_ended", granted, actor=actor, changes=changes, ip=ip, unit=granted.unit_id)
    return granted


def substitute(
    actor: Actor, granted: RoleGrant, person: User, since: date, until: date, *, ip: str | None = None
) -> Substitution:
    """Let a person have a role for its holder while she is away. Its holder may lend it to somebody of her own unit,
    an administrator to anybody.

    Raises: Http404, PermissionDenied, NotLentError, OverlapError, WrongDaysError.
    """
    if actor is None or actor.pk != granted.user_id:
        _may_manage(actor, person, granted.unit)
        is_near = True
    else:
        is_near = person.grants.filter(on(since), unit=granted.unit).exists()
    if not is_near or person.pk == granted.user_id or granted.role in _NOT_LENT:
        raise NotLentError(granted.get_role_display())
    if not granted.since <= since < until <= granted.until:
        raise WrongDaysError(since, until)
    with transaction.atomic():
        User.objects.select_for_update().get(pk=person.pk)
        same = Substitution.objects.filter(grant=granted, user=person, since__lt=until, until__gt=since)
        for found in same[:1]:
            raise OverlapError(
                person.full_name, granted.get_role_display(), granted.unit.name, found.since, found.until
            )
        made = Substitution.objects.create(grant=granted, user=person, since=since, until=until)
        changes = {"role": granted.role, "unit": granted.unit_id, "for": granted.user_id}
        days = {"since": str(since), "until": str(until)}
        record("substituted", person, actor=actor, changes={**changes, **days}, ip=ip, unit=granted.unit_id)
    return made


def move_on(
    actor: Actor, person: User, old: OrgUnit, new: OrgUnit, day: date, *, line: Line, ip: str | None = None
) -> list[RoleGrant]:
    """Let a person go on in another unit from a day on with the roles that she had; what she was is kept.

    Raises: Http404, PermissionDenied, OwnRoleError, NotInLineError, OverlapError.
    """
    _may_manage(actor, person, old)
    _may_manage(actor, person, new)
    with transaction.atomic():
        _hold(old, new)
        had = list(
            RoleGrant.objects.select_for_update(of=("self",))
            .filter(on(day), user=person, unit=old)
            .exclude(role=Role.OPERATOR)
        )
        for granted in had:
            if granted.since == day:
                raise WrongDaysError(granted.since, day)
        begun = [_begin(person, new, Role(each.role), day, each.until, line) for each in had]
        RoleGrant.objects.filter(pk__in=[each.pk for each in had]).update(until=day)
        Substitution.objects.filter(grant__in=had, until__gt=day, since__lt=day).update(until=day)
        Substitution.objects.filter(grant__in=had, since__gte=day).delete()
        changes = {"from": old.pk, "to": new.pk, "day": str(day), "roles": [each.role for each in had]}
        record("person_moved", person, actor=actor, changes=changes, ip=ip, unit=new)
    return begun


def _may_manage(actor: Actor, person: User, unit: OrgUnit) -> None:
    if actor is None:
        return
    require(actor, Permission.MANAGE_PEOPLE, unit)
    if actor.pk == person.pk:
        raise OwnRoleError


def _begin(person: User, unit: OrgUnit, role: Role, since: date, until: date, line: Line) -> RoleGrant:
    """Make the row, with the person locked, so that two administrators cannot give the same role twice."""
    if since >= until:
        raise WrongDaysError(since, until)
    (unit,) = _hold(unit)
    User.objects.select_for_update().get(pk=person.pk)
    same = RoleGrant.objects.filter(user=person, unit=unit, role=role, since__lt=until, until__gt=since)
    for found in same[:1]:
        raise OverlapError(person.full_name, str(role.label), unit.name, found.since, found.until)
    if not unit.positions.filter(on(since), line=line).exists():
        raise NotInLineError(unit.name, line.name, since)
    if unit.until < until:
        raise NotInLineError(unit.name, line.name, unit.until)
    return RoleGrant.objects.create(user=person, unit=unit, line=line, role=role, since=since, until=until)


def _hold(*units: OrgUnit) -> list[OrgUnit]:
    """Lock units so that none ends meanwhile; before people, in the order in which reorganisations lock."""
    return list(
        OrgUnit.objects.select_for_update(no_key=True)
        .filter(pk__in=[unit.pk for unit in units])
        .order_by("pk")
    )


def _about(granted: RoleGrant) -> dict[str, object]:
    return {
        "person": granted.user_id,
        "unit": granted.unit_id,
        "role": granted.role,
        "since": str(granted.since),
        "until": None if granted.until == OPEN else str(granted.until),
    }
