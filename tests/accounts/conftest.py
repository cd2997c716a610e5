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
from donghanh.organisations.models import Level, OrgUnit, Place
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


@pytest.fixture
def admin(client: Client, hire: Hire) -> User:
    """An administrator of a province, signed in, with her second step set up."""
    from allauth.mfa.models import Authenticator

    head = hire("hoa", Role.UNIT_ADMIN, "Nghệ An")
    Authenticator.objects.create(user=head, type=Authenticator.Type.TOTP, data={"secret": ""})
    client.force_login(head)
    return head


@pytest.fixture
def na_loi(country: Country) -> Country:
    """The country, with the commune's unit at its place."""
    province = Place.objects.create(
        code=40, level=Level.PROVINCE, kind="tỉnh", name="tỉnh Nghệ An", bare_name="Nghệ An"
    )
    place = Place.objects.create(
        code=16834, level=Level.COMMUNE, kind="xã", name="xã Na Loi", bare_name="Na Loi", parent=province
    )
    OrgUnit.objects.filter(pk=country["Na Loi"].pk).update(place=place)
    return country
