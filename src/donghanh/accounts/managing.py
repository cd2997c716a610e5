"""What an administrator does with the accounts of her people: makes, corrects, closes, opens them, gives
new passwords.

The actor is None where the machine's operator gives the order on the command line.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.http import Http404

from donghanh.accounts import correcting, granting
from donghanh.accounts.access import require
from donghanh.accounts.errors import HigherPersonError, OwnRoleError
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission, Role
from donghanh.audit.services import record
from donghanh.organisations.models import OPEN, Line, OrgUnit

Actor = User | None

# Without those that are taken for one another when they are read from paper.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class NewPerson:
    """An account to be made, with its first role; until: the first day on which she has the role no more."""

    username: str
    full_name: str
    unit: OrgUnit
    role: Role
    line: Line
    since: date
    until: date = OPEN
    email: str = ""
    phone: str = ""


def first_password() -> str:
    """A password to be handed over on paper and changed at the first sign-in: four times four letters, 79 bits.

    >>> len(first_password())
    19
    """
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


def add(actor: Actor, new: NewPerson, *, ip: str | None = None) -> tuple[User, str]:
    """Make an account with a role; returned with the password, which is kept nowhere.

    Raises: Http404, PermissionDenied, ValidationError, OperatorRoleError, NotInLineError, WrongDaysError,
    ChangedSinceError.
    """
    if actor is not None:
        require(actor, Permission.MANAGE_PEOPLE, new.unit, line=new.line)
    password = first_password()
    with transaction.atomic():
        person = User.objects.create_user(
            new.username, password, new.full_name, email=new.email, phone=new.phone, must_change_password=True
        )
        record("account_made", person, actor=actor, changes={"unit": new.unit.pk}, ip=ip, unit=new.unit)
        granting.grant(actor, person, new.unit, new.role, new.since, line=new.line, until=new.until, ip=ip)
    return person, password


def give_new_password(actor: Actor, person: User, *, ip: str | None = None) -> str:
    """A new password in place of a forgotten one, to be changed at the next sign-in; open sessions end.

    Raises: Http404, PermissionDenied, OwnRoleError, HigherPersonError.
    """
    _may_manage(actor, person)
    password = first_password()
    with transaction.atomic():
        person = _lock(person)
        person.set_password(password)
        person.must_change_password = True
        person.save(update_fields=["password", "must_change_password"])
        record("password_reset", person, actor=actor, ip=ip, unit=person.home_unit_id)
    return password


def remove_second_factors(actor: Actor, person: User, *, ip: str | None = None) -> None:
    """Take away the second steps of a person who lost her telephone or key; open sessions end.

    Raises: Http404, PermissionDenied, OwnRoleError, HigherPersonError.
    """
    _may_manage(actor, person)
    with transaction.atomic():
        person = _lock(person)
        Authenticator.objects.filter(user=person).delete()
        _end_sessions(person)
        record("second_steps_removed", person, actor=actor, ip=ip, unit=person.home_unit_id)


def correct(actor: Actor, person: User, told: Mapping[str, str], *, ip: str | None = None) -> User:
    """Put right what was written down wrongly among full_name, email, phone; see `correcting.correct`.

    Raises: Http404, PermissionDenied, OwnRoleError, HigherPersonError, ValidationError by field.
    """
    _may_manage(actor, person)
    return correcting.correct(person, told, actor=actor, ip=ip)


def close(actor: Actor, person: User, *, ip: str | None = None) -> None:
    """Nobody signs in to the account any more; what its holder did and was stays.

    Raises: Http404, PermissionDenied, OwnRoleError, HigherPersonError.
    """
    _set_active(actor, person, is_active=False, ip=ip)


def reopen(actor: Actor, person: User, *, ip: str | None = None) -> None:
    """Open a closed account again; her roles are those that have not ended.

    Raises: Http404, PermissionDenied, OwnRoleError, HigherPersonError.
    """
    _set_active(actor, person, is_active=True, ip=ip)


def _set_active(actor: Actor, person: User, *, is_active: bool, ip: str | None) -> None:
    _may_manage(actor, person)
    with transaction.atomic():
        person = _lock(person)
        if person.is_active == is_active:
            return
        person.is_active = is_active
        person.save(update_fields=["is_active"])
        if not is_active:
            _end_sessions(person)
        verb = "account_reopened" if is_active else "account_closed"
        record(verb, person, actor=actor, ip=ip, unit=person.home_unit_id)


def _may_manage(actor: Actor, person: User) -> None:
    """Raises: Http404 where she may not even see the person, PermissionDenied, OwnRoleError, HigherPersonError."""
    if actor is None:
        return
    require(actor, Permission.MANAGE_PEOPLE)
    if actor.pk == person.pk:
        raise OwnRoleError
    if not User.objects.visible_to(actor).filter(pk=person.pk).exists():
        raise Http404
    if not granting.manages(actor, person):
        raise HigherPersonError(person.full_name)


def _lock(person: User) -> User:
    return User.objects.select_for_update().get(pk=person.pk)


def _end_sessions(person: User) -> None:
    for session in UserSession.objects.filter(user=person):
        session.end()
