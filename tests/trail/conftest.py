from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from accounts.conftest import country, hire
from donghanh.accounts.models import User

__all__ = ["country", "hire"]


@pytest.fixture
def enter(client: Client) -> Callable[[User], Client]:
    """Call it with a person: a browser in which she is signed in, with the second step that auditors need."""

    def enter_as(person: User) -> Client:
        Authenticator.objects.get_or_create(user=person, type=Authenticator.Type.TOTP, defaults={"data": {}})
        client.force_login(person)
        return client

    return enter_as
