"""An official signs in and out, and the audit trail knows."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from donghanh.accounts.models import User
from donghanh.audit.models import Entry

SIGN_IN = reverse("account_login")
PASSWORD = "mật khẩu thử"


def acts() -> list[tuple[str, int | None, str]]:
    return list(Entry.objects.values_list("verb", "actor_id", "object_id"))


def test_the_right_password_opens_a_session(client: Client, user: User) -> None:
    response = client.post(SIGN_IN, {"login": "lan", "password": PASSWORD})
    assert (response.status_code, response.url) == (302, "/")
    assert client.session["_auth_user_id"] == str(user.pk)
    assert acts() == [("signed_in", user.pk, str(user.pk))]


def test_a_phone_may_write_the_user_name_with_a_capital(client: Client, user: User) -> None:
    assert client.post(SIGN_IN, {"login": "Lan ", "password": PASSWORD}).status_code == 302


def test_a_wrong_password_opens_none_and_is_remembered_without_what_was_typed(
    client: Client, user: User
) -> None:
    response = client.post(SIGN_IN, {"login": "lan", "password": "sai rồi"})
    assert response.status_code == 200
    assert "_auth_user_id" not in client.session
    assert acts() == [("sign_in_failed", None, str(user.pk))]
    assert "sai" not in str(Entry.objects.values())


def test_an_unknown_name_leaves_no_trace(client: Client, user: User) -> None:
    client.post(SIGN_IN, {"login": "mai", "password": PASSWORD})
    assert acts() == []


def test_a_closed_account_cannot_be_entered(client: Client, user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)
    response = client.post(SIGN_IN, {"login": "lan", "password": PASSWORD}, follow=True)
    assert "Tài khoản này đã khóa" in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_signing_out_ends_the_session(client: Client, user: User) -> None:
    client.post(SIGN_IN, {"login": "lan", "password": PASSWORD})
    client.post(reverse("account_logout"))
    assert "_auth_user_id" not in client.session
    assert [verb for verb, _actor, _object in acts()] == ["signed_in", "signed_out"]


def test_a_link_elsewhere_cannot_sign_anybody_out(client: Client, user: User) -> None:
    client.force_login(user)
    assert client.get(reverse("account_logout")).status_code == 405


def test_after_signing_in_nobody_is_sent_to_another_site(client: Client, user: User) -> None:
    response = client.post(f"{SIGN_IN}?next=https://example.org/", {"login": "lan", "password": PASSWORD})
    assert response.url == "/"


@pytest.mark.parametrize("username", ["", "l", "lan mai", "lân", "-lan", "lan@hoi"])
def test_a_user_name_is_plain_letters_and_digits(db: None, username: str) -> None:
    with pytest.raises(ValidationError):
        User.objects.create_user(username, PASSWORD, "Lan")


def test_two_accounts_cannot_differ_in_capitals_only(user: User) -> None:
    with pytest.raises(ValidationError):
        User.objects.create_user("LAN", PASSWORD, "Lan khác")
