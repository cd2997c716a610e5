"""What happens to accounts, each act with its audit entry."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import auth
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest

from donghanh.accounts import correcting
from donghanh.accounts.access import needs_second_factor
from donghanh.audit.services import origin, record

from .models import User


def as_user(user: object) -> User:
    """The account of somebody who is signed in, of whom a library knows less.

    Raises: PermissionDenied for anybody else.
    """
    if not isinstance(user, User):
        raise PermissionDenied
    return user


def sign_in(request: HttpRequest, user: User, open_session: Callable[[], None]) -> None:
    """Open a session for somebody whose password and second step were checked."""
    with transaction.atomic():
        open_session()
        record("signed_in", user, actor=user, ip=origin(request))


def sign_out(request: HttpRequest) -> None:
    """End the session, if there is one."""
    user = request.user
    with transaction.atomic():
        auth.logout(request)
        if isinstance(user, User):
            record("signed_out", user, actor=user, ip=origin(request))


def note_failed_sign_in(request: HttpRequest, username: str) -> None:
    """Remember an attempt on an account that exists.

    What was typed is not kept: people type their password into the wrong field.
    """
    user = User.objects.named(username)
    if user is not None:
        with transaction.atomic():
            record("sign_in_failed", user, actor=None, ip=origin(request), unit=user.home_unit_id)


def choose_password(request: HttpRequest, user: User, password: str) -> None:
    """The person's own new password; her other sessions end with the old one."""
    with transaction.atomic():
        user.set_password(password)
        user.must_change_password = False
        user.save(update_fields=["password", "must_change_password"])
        record("password_changed", user, actor=user, ip=origin(request))


def correct_own(request: HttpRequest, told: Mapping[str, str]) -> None:
    """Her own e-mail or telephone number, by which she signs in: it is asked again who she is before this. Her name is for
    her administrator to correct.

    Raises: ValidationError by field.
    """
    user = as_user(request.user)
    own = {name: told[name] for name in ("email", "phone")}
    correcting.correct(user, own, actor=user, ip=origin(request))


def end_sessions(request: HttpRequest, sessions: Iterable[UserSession]) -> None:
    """Sign a person out on other devices of hers."""
    user = as_user(request.user)
    with transaction.atomic():
        ended = [session for session in sessions if session.user_id == user.pk]
        for session in ended:
            session.end()
        if ended:
            record("sessions_ended", user, actor=user, changes={"sessions": len(ended)}, ip=origin(request))


def note_failed_second_step(request: HttpRequest, user: User) -> None:
    """Remember that somebody knew the password and no code."""
    with transaction.atomic():
        record("second_step_failed", user, actor=None, ip=origin(request), unit=user.home_unit_id)


class LastStepError(Exception):
    """The second step that a person's role asks for would be gone."""


@contextmanager
def second_steps_recorded(request: HttpRequest) -> Iterator[None]:
    """A transaction in which a person sets up or removes second steps of hers, with an entry for each.

    allauth says so only after the commit, when an entry might come too late.

    Raises: LastStepError, and nothing was done.
    """
    user = as_user(request.user)
    with transaction.atomic():
        before = _second_steps(user)
        yield
        after = _second_steps(user)
        if needs_second_factor(user) and _is_protected(before) and not _is_protected(after):
            raise LastStepError
        for verb, changed in (("second_step_removed", before - after), ("second_step_added", after - before)):
            for _, kind, _ in sorted(changed):
                record(verb, user, actor=user, changes={"kind": kind}, ip=origin(request))


def _is_protected(steps: set[tuple[int, str, str]]) -> bool:
    return any(kind != Authenticator.Type.RECOVERY_CODES for _, kind, _ in steps)


def _second_steps(user: User) -> set[tuple[int, str, str]]:
    """Each by its number, kind and what it consists of; codes on paper are made anew under their old number."""
    found = Authenticator.objects.select_for_update().filter(user=user)
    return {(each.pk, each.type, str(each.data.get("seed", ""))) for each in found}
