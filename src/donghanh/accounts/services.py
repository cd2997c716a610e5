"""What happens to accounts, each act with its audit entry."""

from collections.abc import Callable, Iterable
from pathlib import Path

from allauth.usersessions.models import UserSession
from django.contrib import auth
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest

from donghanh.audit.services import origin, record

from .models import User

DEMO_USERNAME = "dungthu"
DEMO_FULL_NAME = "Cán bộ dùng thử"


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
            record("sign_in_failed", user, actor=None, ip=origin(request))


def choose_password(request: HttpRequest, user: User, password: str) -> None:
    """The person's own new password; her other sessions end with the old one."""
    with transaction.atomic():
        user.set_password(password)
        user.must_change_password = False
        user.save(update_fields=["password", "must_change_password"])
        record("password_changed", user, actor=user, ip=origin(request))


def end_sessions(request: HttpRequest, sessions: Iterable[UserSession]) -> None:
    """Sign a person out on other devices of hers."""
    user = as_user(request.user)
    with transaction.atomic():
        ended = [session for session in sessions if session.user_id == user.pk]
        for session in ended:
            session.end()
        if ended:
            record("sessions_ended", user, actor=user, changes={"sessions": len(ended)}, ip=origin(request))


def note_second_factor(request: HttpRequest, user: User, verb: str, kind: str) -> None:
    """Write down that a person added or removed a second step; kind: totp, key, paper."""
    with transaction.atomic():
        record(verb, user, actor=user, changes={"kind": kind}, ip=origin(request))


def ensure_demo_user(password: str) -> User:
    """The account for trying the program out, open and with this password."""
    with transaction.atomic():
        user = User.objects.filter(username=DEMO_USERNAME).first()
        if user is None:
            user = User.objects.create_user(DEMO_USERNAME, password, DEMO_FULL_NAME)
            record("created", user, actor=None)
        elif not (user.is_active and user.check_password(password)):
            user.is_active = True
            user.set_password(password)
            user.save(update_fields=["is_active", "password"])
            record("password_reset", user, actor=None)
    return user


def demo_password_file(data: Path) -> Path:
    """Where the demo account's password is kept, readable by its owner only."""
    return data / "demo-password"
