"""Asking for a link by mail, and using it, as a person does."""

import re
from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from donghanh.audit.models import Entry

ASK = reverse("account_reset_password")
SIGN_IN = reverse("account_login")
SITE = "https://donghanh.example.vn"
ADDRESS = "lan@hoi.example.vn"
OLD, NEW = "mật khẩu thử", "bốn từ rất khác nhau"
GONE = "Liên kết này không còn dùng được"

Get = Callable[..., str]


def ask(client: Client, address: str = ADDRESS, **meta: str) -> str:
    """What the page answers, with where it led."""
    response = client.post(ASK, {"email": address}, follow=True, **meta)
    assert response.status_code == 200
    return f"{response.redirect_chain} {re.sub('csrf[^>]*', '', response.content.decode())}"


def path_in(body: str) -> str:
    """The way of the link that stands in a mail on a line of its own."""
    found = re.search(rf"^{re.escape(SITE)}(/\S+)$", body, re.MULTILINE)
    assert found is not None, body
    return found[1]


def choose(client: Client, path: str, password: str = NEW, again: str | None = None) -> str:
    """Open a link, then choose a password; the page that comes."""
    response = client.get(path)
    if response.status_code == 302:
        data = {"password1": password, "password2": password if again is None else again}
        response = client.post(response["Location"], data, follow=True)
    return str(response.content.decode())


def signs_in(password: str, name: str = "lan") -> bool:
    response = Client().post(SIGN_IN, {"login": name, "password": password})
    return bool(response.status_code == 302)


def acts() -> list[tuple[str, int | None]]:
    return list(Entry.objects.values_list("verb", "actor_id"))
