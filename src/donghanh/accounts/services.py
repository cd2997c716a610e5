"""What happens to accounts, each act with its audit entry."""

from pathlib import Path

from django.contrib import auth
from django.db import transaction
from django.http import HttpRequest

from donghanh.audit.services import origin, record

from .models import User

DEMO_USERNAME = "dungthu"
DEMO_FULL_NAME = "Cán bộ dùng thử"


def sign_in(request: HttpRequest, user: User) -> None:
    """Open a session for somebody whose password was checked."""
    with transaction.atomic():
        auth.login(request, user)
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
    user = User.objects.filter(username=User.normalize_username(username)).first()
    if user is not None:
        with transaction.atomic():
            record("sign_in_failed", user, actor=None, ip=origin(request), unit=user.home_unit_id)


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
            record("password_reset", user, actor=None, unit=user.home_unit_id)
    return user


def demo_password_file(data: Path) -> Path:
    """Where the demo account's password is kept, readable by its owner only."""
    return data / "demo-password"
