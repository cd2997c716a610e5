"""People of a small country."""

from collections.abc import Callable
from datetime import date

import pytest

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
