"""Roles in units: given, ended, lent to a substitute, taken along to another unit. What held for a day stays.

The actor is None where the machine's operator gives the order on the command line.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from donghanh.accounts.access import require, within_its_line
from donghanh.accounts.errors import (
    ChangedSinceError,
    HigherPersonError,
    NothingToTakeError,
    NotInLineError,
    NotLentError,
    NotNearError,
    OperatorRoleError,
    OverlapError,
    OwnRoleError,
    PastDayError,
    WrongDaysError,
)
from donghanh.accounts.models import RoleGrant, Substitution, User
from donghanh.accounts.permissions import Permission, Role
from donghanh.audit.services import record, record_each
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

    Raises: Http404, PermissionDenied, OwnRoleError, HigherPersonError, OperatorRoleError, NotInLineError, OverlapError,
    WrongDaysError, ChangedSinceError.
    """
    _may_manage(actor, person, unit, line)
    _has_no_other_master(actor, person)
    if role == Role.OPERATOR and actor is not None:
        raise OperatorRoleError
    with transaction.atomic():
        made = _begin(person, unit, role, since, until, line)
        tell_given([made], actor=actor, ip=ip)
    return made


def tell_given(made: Iterable[RoleGrant], *, actor: Actor, ip: str | None = None) -> None:
    """Enter in the trail that roles were given, each in its unit; many in as many queries as one."""
    about = [(each, _about(each), each.unit_id) for each in made]
    record_each("role_given", about, actor=actor, ip=ip)


def end(actor: Actor, granted: RoleGrant, day: date, *, ip: str | None = None) -> RoleGrant:
    """End a role on a day, the first on which the person has it no more. One that began today, or has not begun, is
    taken back at once; the trail keeps that it was given. No day before today: what held by then stays.

    Raises: Http404, PermissionDenied, OwnRoleError, OperatorRoleError, PastDayError, ChangedSinceError, WrongDaysError.
    """
    _may_manage(actor, granted.user, granted.unit, granted.line)
    if granted.role == Role.OPERATOR and actor is not None:
        raise OperatorRoleError
    _is_not_over(day)
    with transaction.atomic():
        _hold_role(granted)
        if day <= granted.since and granted.since >= timezone.localdate():
            record(
                "role_taken_back", granted, actor=actor, changes=_about(granted), ip=ip, unit=granted.unit_id
            )
            _cut_substitutions([granted], granted.since)
            granted.delete()
            return granted
        if not granted.since < day <= granted.until:
            raise WrongDaysError(granted.since, day)
        before, granted.until = granted.until, day
        granted.save(update_fields=["until"])
        _cut_substitutions([granted], day)
        changes = {**_about(granted), "until": [str(before), str(day)]}
        record("role_ended", granted, actor=actor, changes=changes, ip=ip, unit=granted.unit_id)
    return granted


def substitute(
    actor: Actor, granted: RoleGrant, person: User, since: date, until: date, *, ip: str | None = None
) -> Substitution:
    """Let a person have a role for its holder while she is away. Its holder may lend it to somebody of her own unit,
    an administrator to whoever is in her hands or has no role.

    Raises: Http404, PermissionDenied, OwnRoleError, HigherPersonError, NotNearError, NotLentError, ChangedSinceError,
    OverlapError, WrongDaysError.
    """
    if actor is None or actor.pk != granted.user_id:
        _may_manage(actor, person, granted.unit, granted.line)
        _has_no_other_master(actor, person)
        is_near = True
    else:
        is_near = person.grants.filter(on(since), unit=granted.unit).exists()
    if not is_near:
        raise NotNearError
    if person.pk == granted.user_id or granted.role in _NOT_LENT:
        raise NotLentError(granted.get_role_display())
    if not granted.since <= since < until <= granted.until:
        raise WrongDaysError(since, until)
    with transaction.atomic():
        _hold_role(granted)
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


def end_substitution(actor: Actor, lent: Substitution, *, ip: str | None = None) -> None:
    """Take a role back from a substitute at once; by its holder, or her administrator.

    Raises: Http404, PermissionDenied, OwnRoleError, ChangedSinceError.
    """
    granted = lent.grant
    if actor is None or actor.pk != granted.user_id:
        _may_manage(actor, lent.user, granted.unit, granted.line)
    with transaction.atomic():
        _hold_role(granted)
        if not Substitution.objects.filter(pk=lent.pk, grant=granted, until=lent.until).exists():
            raise ChangedSinceError
        changes = {"role": granted.role, "unit": granted.unit_id, "for": granted.user_id}
        record("substitution_ended", lent.user, actor=actor, changes=changes, ip=ip, unit=granted.unit_id)
        today = timezone.localdate()
        if lent.since < today:
            Substitution.objects.filter(pk=lent.pk, until__gt=today).update(until=today)
        else:
            lent.delete()


def move_on(
    actor: Actor, person: User, old: OrgUnit, new: OrgUnit, day: date, *, ip: str | None = None
) -> list[RoleGrant]:
    """Let a person go on in another unit from a day on with the roles that she has by then; what she was is kept. A role
    that begins only then or later begins in the other unit.

    Raises: Http404, PermissionDenied, OwnRoleError, PastDayError, NothingToTakeError, ChangedSinceError, NotInLineError,
    OverlapError.
    """
    _may_manage(actor, person, old)
    _may_manage(actor, person, new)
    _is_not_over(day)
    with transaction.atomic():
        hold([old, new])
        had = list(
            RoleGrant.objects.select_for_update(of=("self",))
            .filter(user=person, unit=old, until__gt=day)
            .exclude(role=Role.OPERATOR)
            .select_related("line")
            .order_by("pk")
        )
        if not had:
            raise NothingToTakeError(person.full_name, old.name, day)
        for each in had:
            _may_manage(actor, person, old, each.line)
            _may_manage(actor, person, new, each.line)
        begun = [
            _begin(person, new, Role(each.role), max(day, each.since), each.until, each.line) for each in had
        ]
        _cut_substitutions(had, day)
        left = RoleGrant.objects.filter(pk__in=[each.pk for each in had])
        left.filter(since__gte=day).delete()
        left.update(until=day)
        changes = {"from": old.pk, "to": new.pk, "day": str(day), "roles": [each.role for each in had]}
        record("person_moved", person, actor=actor, changes=changes, ip=ip, unit=new)
    return begun


def _cut_substitutions(of: Sequence[RoleGrant], day: date) -> None:
    """Nobody stands in for roles from a day on; what would begin only then never held."""
    lent = Substitution.objects.filter(grant__in=of)
    lent.filter(since__gte=day).delete()
    lent.filter(until__gt=day).update(until=day)


def manages(actor: User, person: User) -> bool:
    """Whether a person's account is in an administrator's hands: all that she holds today and later, for others too, is
    in her units and lines, and she does not run the machine. Three queries, however much that is.

    One whose roles have all ended is in the hands of those who administer the unit of the last.
    """
    if actor.pk == person.pk:
        return False
    last = RoleGrant.objects.filter(user=person).order_by("-until")[:1]
    held = list(_held_by(person)) or list(last)
    if any(each.role == Role.OPERATOR for each in held):
        return False
    hers = RoleGrant.objects.filter(within_its_line(actor, Permission.MANAGE_PEOPLE))
    return bool(held) and hers.filter(pk__in=[each.pk for each in held]).count() == len(held)


def _held_by(person: User) -> QuerySet[RoleGrant]:
    """What a person holds today or later, for others too."""
    today = timezone.localdate()
    own = RoleGrant.objects.filter(user=person, until__gt=today).order_by()
    lent = Substitution.objects.filter(user=person, until__gt=today, grant__until__gt=today).order_by()
    return RoleGrant.objects.filter(pk__in=own.values("pk").union(lent.values("grant")))


def _has_no_other_master(actor: Actor, person: User) -> None:
    """Roles of somebody who has others elsewhere are given by whoever looks after all of them: else another's
    administrator would lose her hold on her.

    Raises: HigherPersonError.
    """
    if actor is not None and _held_by(person).exists() and not manages(actor, person):
        raise HigherPersonError(person.full_name)


def _may_manage(actor: Actor, person: User, unit: OrgUnit, line: Line | None = None) -> None:
    if actor is None:
        return
    require(actor, Permission.MANAGE_PEOPLE, unit, line=line)
    if actor.pk == person.pk:
        raise OwnRoleError


def _is_not_over(day: date) -> None:
    """Raises: PastDayError."""
    if day < timezone.localdate():
        raise PastDayError(day)


def _begin(person: User, unit: OrgUnit, role: Role, since: date, until: date, line: Line) -> RoleGrant:
    """Make the row, with the person locked, so that two administrators cannot give the same role twice."""
    if since >= until:
        raise WrongDaysError(since, until)
    (unit,) = hold([unit])
    User.objects.select_for_update().get(pk=person.pk)
    same = RoleGrant.objects.filter(user=person, unit=unit, role=role, since__lt=until, until__gt=since)
    for found in same[:1]:
        raise OverlapError(person.full_name, str(role.label), unit.name, found.since, found.until)
    if not unit.positions.filter(on(since), line=line).exists():
        raise NotInLineError(unit.name, line.name, since)
    if unit.until < until:
        raise NotInLineError(unit.name, line.name, unit.until)
    return RoleGrant.objects.create(user=person, unit=unit, line=line, role=role, since=since, until=until)


def hold(units: Sequence[OrgUnit]) -> list[OrgUnit]:
    """Lock units so that none ends meanwhile; before roles and people, in the order in which reorganisations lock.

    Raises: ChangedSinceError where one is gone, since the order that made it was undone.
    """
    wanted = {unit.pk for unit in units}
    held = list(OrgUnit.objects.select_for_update(no_key=True).filter(pk__in=wanted).order_by("pk"))
    if len(held) < len(wanted):
        raise ChangedSinceError
    return held


def _hold_role(granted: RoleGrant) -> None:
    """Lock a role with its unit, so that no reorganisation carries it on or takes it back meanwhile; who stands in for it
    is changed under this lock alone.

    Raises: ChangedSinceError where it is not as the actor was shown it.
    """
    hold([granted.unit])
    same = RoleGrant.objects.filter(unit=granted.unit_id, since=granted.since, until=granted.until)
    if same.select_for_update().filter(pk=granted.pk).first() is None:
        raise ChangedSinceError


def _about(granted: RoleGrant) -> dict[str, object]:
    return {
        "person": granted.user_id,
        "unit": granted.unit_id,
        "role": granted.role,
        "since": str(granted.since),
        "until": None if granted.until == OPEN else str(granted.until),
    }
