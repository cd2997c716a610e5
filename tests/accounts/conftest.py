"""People of a small country."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core import mail as outbox
from django.test import Client
from pytest_django import Settings

from accounts.links import ADDRESS, SITE, Get, ask, path_in
from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Role
from organisations.conftest import Country, small_country

FIRST_DAY = date(2025, 7, 1)

Hire = Callable[..., User]


@pytest.fixture
def country(db: None) -> Country:
    return small_country()


@pytest.fixture
def hire(country: Country) -> Hire:
    """Call it with a user name, and a role in a unit of the country."""

    def hire_one(name: str, role: Role | None = None, unit: str = "", *, since: date = FIRST_DAY) -> User:
        person = User.objects.create_user(name, "mật khẩu thử", name.capitalize())
        if role is not None:
            RoleGrant.objects.create(
                user=person, unit=country[unit], line=country.line, role=role, since=since
            )
        return person

    return hire_one


@pytest.fixture
def with_mail(settings: Settings) -> None:
    """An installation that has mail."""
    settings.MAIL_SITE = SITE
    settings.DEFAULT_FROM_EMAIL = "Đồng Hành <donghanh@example.vn>"


@pytest.fixture
def lan(user: User, with_mail: None) -> User:
    """Lan, where there is mail and her account has an address."""
    User.objects.filter(pk=user.pk).update(email=ADDRESS)
    user.refresh_from_db()
    return user


@pytest.fixture
def get_link(client: Client, run_work: Callable[..., None]) -> Get:
    """Call it to ask for a link and take it out of the mail: its path."""

    def get_one(address: str = ADDRESS, **meta: str) -> str:
        ask(client, address, **meta)
        run_work()
        return path_in(str(outbox.outbox[-1].body))

    return get_one
