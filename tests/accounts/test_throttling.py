"""An office has one address: whoever guesses there is stopped, and nobody else is."""

from datetime import timedelta

import pytest
from allauth.account import app_settings as account_limits
from allauth.core.internal.ratelimit import get_rates
from allauth.mfa import app_settings as factor_limits
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.conftest import Hire
from accounts.links import ADDRESS, GONE, NEW, Get, ask, choose
from donghanh.accounts import throttling
from donghanh.accounts.models import FailedSignIn, User
from donghanh.accounts.permissions import Role

pytestmark = pytest.mark.django_db

SIGN_IN = reverse("account_login")
KEY = reverse("mfa_login_webauthn")
PASSWORD = "mật khẩu thử"
HAMMERED = 65
"""More posts than a network may fail."""


def sign_in(client: Client, name: str, password: str = PASSWORD, **meta: str) -> str:
    """Where the password leads to; blank where it leads nowhere."""
    response = client.post(SIGN_IN, {"login": name, "password": password}, **meta)
    return response["Location"] if response.status_code == 302 else ""


@pytest.fixture
def known(hire: Hire) -> Client:
    """The device on which Hoa, a viewer, signed in before."""
    hire("hoa", Role.VIEWER, "Na Loi")
    client = Client()
    assert sign_in(client, "hoa") == "/"
    client.post(reverse("account_logout"))
    return client


@pytest.mark.parametrize("guessed", ["hoa", "nguoi%d"])
def test_hammering_the_door_shuts_no_colleague_out_where_she_was_before(known: Client, guessed: str) -> None:
    stranger = Client()
    for number in range(HAMMERED):
        name = guessed.replace("%d", str(number))
        sign_in(stranger, name, "sai rồi nhé", HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")
    assert sign_in(Client(), "hoa", HTTP_X_FORWARDED_FOR="203.0.113.200") == ""
    assert sign_in(known, "hoa") == "/"


def test_hammering_with_a_device_of_ones_own_shuts_no_colleague_out(known: Client, hire: Hire) -> None:
    hire("mai", Role.VIEWER, "Na Loi")
    mine = Client()
    sign_in(mine, "mai")
    mine.post(reverse("account_logout"))
    for _ in range(HAMMERED):
        sign_in(mine, "hoa", "sai rồi nhé")
    assert sign_in(known, "hoa") == "/"
    assert sign_in(mine, "mai") == "/"


def test_hammering_with_keys_that_are_none_leaves_the_way_with_a_key_open(known: Client) -> None:
    for _ in range(12):
        Client().post(KEY, {"credential": "{}"})
    assert known.post(KEY, {"credential": "{}"}).status_code == 302


def test_codes_guessed_for_ones_own_account_stop_no_colleagues_second_step(hire: Hire) -> None:
    for name in ("hoa", "mai"):
        person = hire(name, Role.APPROVER, "Na Loi")
        Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": ""})
    guesser, colleague = Client(), Client()
    for client, name in ((guesser, "mai"), (colleague, "hoa")):
        assert sign_in(client, name) == reverse("mfa_authenticate")
    for _ in range(40):
        page = guesser.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "quá nhiều lần" in page.content.decode()
    page = colleague.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "quá nhiều lần" not in page.content.decode()


def test_made_up_links_stop_nobody_who_has_a_right_one(client: Client, lan: User, get_link: Get) -> None:
    path = get_link()
    made_up = reverse("account_reset_password_from_key", args=["1", "set-password"])
    for _ in range(30):
        assert GONE in Client().post(made_up, {"password1": NEW, "password2": NEW}).content.decode()
    assert "Đã đổi mật khẩu." in choose(client, path)


def test_links_asked_for_by_strangers_stop_nobody_where_she_was_before(lan: User) -> None:
    known = Client()
    assert sign_in(known, "lan") == "/"
    known.post(reverse("account_logout"))
    for number in range(throttling.LINKS_FROM_ONE_NETWORK + 1):
        last = ask(Client(), f"la{number}@hoi.example.vn")
    assert "quá nhiều lần" in last
    assert "quá nhiều lần" not in ask(known, ADDRESS)


def test_signing_in_again_gives_no_further_links(lan: User) -> None:
    for number in range(throttling.LINKS_FROM_ONE_NETWORK + 1):
        mine = Client()
        sign_in(mine, "lan")
        mine.post(reverse("account_logout"))
        last = ask(mine, f"la{number}@hoi.example.vn", REMOTE_ADDR=f"198.51.100.{number}")
    assert "quá nhiều lần" in last


def test_no_limit_of_the_library_counts_an_address() -> None:
    by_address = {
        action
        for limits, app in ((account_limits, "allauth.account"), (factor_limits, "allauth.mfa"))
        for action in limits.RATE_LIMITS
        for rate in get_rates(app=app, action=action)
        if rate.per == "ip"
    }
    # What nobody can reach, since these addresses are not entered.
    assert by_address == {"signup", "request_login_code", "verify_phone"}


@pytest.mark.parametrize("mapped", ["::ffff:198.51.100.7", "198.51.100.7"])
def test_addresses_of_the_older_protocol_written_as_the_newer_are_no_one_network(
    client: Client, hire: Hire, mapped: str
) -> None:
    hire("hoa", Role.VIEWER, "Na Loi")
    for number in range(throttling.FROM_ONE_NETWORK):
        sign_in(client, f"nguoi{number}", "sai", REMOTE_ADDR="::ffff:198.51.100.7")
    assert sign_in(Client(), "hoa", REMOTE_ADDR=mapped) == ""
    assert sign_in(Client(), "hoa", REMOTE_ADDR="::ffff:198.51.100.8") == "/"


def test_one_network_fills_no_more_rows_than_it_may_fail(hire: Hire) -> None:
    for number in range(HAMMERED):
        sign_in(Client(), f"nguoi{number}", "sai rồi nhé")
    assert FailedSignIn.objects.count() == throttling.FROM_ONE_NETWORK


def test_failures_of_a_window_that_is_over_are_deleted(client: Client) -> None:
    for number in range(5):
        sign_in(client, f"nguoi{number}", "sai rồi nhé")
    FailedSignIn.objects.update(at=timezone.now() - throttling.WINDOW - timedelta(seconds=1))
    sign_in(client, "mai", "sai rồi nhé")
    assert FailedSignIn.objects.count() == 1
