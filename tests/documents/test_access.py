"""Documents are their units': what an outsider learns of them, and what everybody gets."""

from collections.abc import Callable

import pytest
from django.test import Client

from donghanh.accounts.models import User
from donghanh.documents import services
from donghanh.documents.models import Document

pytestmark = pytest.mark.django_db


def test_what_is_not_hers_and_what_is_not_there_look_the_same(
    other: Client, hand_over: Callable[..., Document]
) -> None:
    document = hand_over()
    pages = [other.get(f"/documents/{pk}/") for pk in (document.pk, document.pk + 1)]
    assert [page.status_code for page in pages] == [404, 404]
    hers, nobodys = (_lines(page.content.decode()) for page in pages)
    assert hers == nobodys


def _lines(page: str) -> list[str]:
    """Without the form tokens, and the address that is asked for again."""
    return [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line and "next" not in line]


def test_lists_and_counts_hold_only_what_one_may_see(
    other: Client, hand_over: Callable[..., Document]
) -> None:
    hand_over("Bí mật của Lan")
    hand_over("crash", name="bí mật.txt")
    for url in ("/", "/documents/", "/documents/?state=failed"):
        page = other.get(url)
        assert "mật của" not in page.content.decode()
        assert "bí mật" not in page.content.decode()
    assert other.get("/").context["overview"].documents == 0


def test_samples_are_there_for_everyone_and_nobody_may_have_them_read_again(
    other: Client, stand_in: None
) -> None:
    sample = services.add_sample([b"crash"], name="mau.txt").document
    services.read(sample.pk)
    assert other.get(f"/documents/{sample.pk}/").status_code == 200
    assert other.post(f"/documents/{sample.pk}/retry/").status_code == 403


def test_a_closed_account_sees_nothing(user: User, hand_over: Callable[..., Document]) -> None:
    hand_over()
    user.is_active = False
    assert not Document.objects.visible_to(user).exists()
