"""Who gets what at every address: anonymous, the owner, an outsider. An address that nobody classified fails."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from donghanh.accounts.models import User
from donghanh.documents import services
from donghanh.documents.models import Document

pytestmark = pytest.mark.django_db

PUBLIC, OWN, ONLY_HERS = "anyone", "whoever is signed in, about what is hers", "who may see the document"
# name: who, method, what the owner gets
ADDRESSES: dict[str, tuple[str, str, int]] = {
    "web:home": (OWN, "get", 200),
    "web:help": (PUBLIC, "get", 200),
    "set_language": (PUBLIC, "post", 302),
    "accounts:sign_in": (PUBLIC, "get", 302),
    "accounts:sign_out": (OWN, "post", 302),
    "organisations:list": (OWN, "get", 200),
    "organisations:unit": (OWN, "get", 404),  # no unit is there
    "organisations:excel": (OWN, "get", 404),
    "administration:list": (OWN, "get", 403),  # she looks after no units
    "administration:reorganisation": (OWN, "get", 404),
    "administration:undo": (OWN, "post", 404),
    "administration:choose": (OWN, "get", 404),
    "administration:change": (OWN, "get", 404),
    "documents:list": (OWN, "get", 200),
    "documents:upload": (OWN, "get", 200),
    "documents:places": (OWN, "get", 200),
    "documents:save_search": (OWN, "post", 302),
    "documents:forget_search": (OWN, "post", 404),  # none is kept
    "documents:detail": (ONLY_HERS, "get", 200),
    "documents:facts": (ONLY_HERS, "get", 200),
    "documents:original": (ONLY_HERS, "get", 200),
    "documents:plan": (ONLY_HERS, "get", 200),
    "documents:text": (ONLY_HERS, "get", 200),
    "documents:retry": (ONLY_HERS, "post", 302),
    "documents:withdraw": (ONLY_HERS, "get", 200),
    "documents:searchable": (ONLY_HERS, "get", 404),  # no scan, no searchable PDF
    "documents:again": (ONLY_HERS, "get", 302),
    "documents:decide": (ONLY_HERS, "post", 404),  # nothing is proposed
    "documents:act": (ONLY_HERS, "post", 404),  # nothing is asked for
    "documents:news": (ONLY_HERS, "get", 404),  # since when is not said
    "documents:next": (ONLY_HERS, "get", 302),
    "documents:several": (ONLY_HERS, "get", 302),  # nothing is ticked
    "documents:accept": (ONLY_HERS, "post", 404),  # of which reading is not said
    "documents:new_fact": (ONLY_HERS, "get", 200),
    "documents:fact": (ONLY_HERS, "get", 200),
    "documents:fact_row": (ONLY_HERS, "get", 200),
    "documents:split_fact": (ONLY_HERS, "get", 200),
    "documents:steps": (ONLY_HERS, "get", 200),
    "documents:versions": (ONLY_HERS, "get", 200),
    "documents:summary_word": (ONLY_HERS, "get", 200),
    "documents:summary_excel": (ONLY_HERS, "get", 200),
    "documents:letter": (ONLY_HERS, "get", 200),
    "documents:picture": (ONLY_HERS, "get", 404),  # of a text file there is none
    "documents:page_picture": (ONLY_HERS, "get", 404),
}
FURTHER: dict[str, list[object]] = {
    "documents:facts": ["activities"],
    "documents:new_fact": [1, "targets"],
    "documents:fact": [1, "activities-0"],
    "documents:fact_row": [1, "activities-0"],
    "documents:picture": [1],
    "documents:page_picture": [1, 1],
    "documents:split_fact": [1, "activities-0"],
    **{
        f"documents:{name}": [1]
        for name in (
            "act",
            "news",
            "next",
            "several",
            "accept",
            "steps",
            "letter",
            "summary_word",
            "summary_excel",
        )
    },
}
"""What an address takes besides the document."""
OWN_ARGUMENTS: dict[str, list[object]] = {
    "documents:forget_search": [1],
    "organisations:unit": [10**6],
    "organisations:excel": [10**6, "union"],
    "administration:reorganisation": [10**6],
    "administration:undo": [10**6],
    "administration:choose": [10**6],
    "administration:change": [10**6, "rename"],
}


def names(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[str]:
    """Every address that the program answers, by its name; one without a name comes as its pattern."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from names(entry, space)
        elif isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}" if entry.name else str(entry.pattern)


def address(name: str, document: Document) -> str:
    arguments = [document.pk, *FURTHER.get(name, [])]
    own = OWN_ARGUMENTS.get(name, [])
    return reverse(name, args=arguments if ADDRESSES[name][0] == ONLY_HERS else own)


def test_every_address_is_classified() -> None:
    assert sorted(names()) == sorted(ADDRESSES)


@pytest.mark.parametrize("name", ADDRESSES)
def test_an_anonymous_visitor_gets_public_pages_only(
    name: str, client: Client, hand_over: Callable[..., Document]
) -> None:
    who, method, _ = ADDRESSES[name]
    response = getattr(client, method)(address(name, hand_over()))
    to_sign_in = response.status_code == 302 and response["Location"].startswith("/accounts/sign-in/")
    assert to_sign_in == (who != PUBLIC)
    assert who != PUBLIC or response.status_code in (200, 302)


@pytest.mark.parametrize("name", ADDRESSES)
def test_the_owner_gets_her_documents(
    name: str, signed_in: Client, hand_over: Callable[..., Document]
) -> None:
    _, method, status = ADDRESSES[name]
    assert getattr(signed_in, method)(address(name, hand_over())).status_code == status


@pytest.mark.parametrize("name", [name for name, row in ADDRESSES.items() if row[0] == ONLY_HERS])
@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete", "options", "head"])
def test_an_outsider_learns_nothing(
    name: str, method: str, other: Client, hand_over: Callable[..., Document]
) -> None:
    document = hand_over("Bí mật của Lan")
    response = getattr(other, method)(address(name, document))
    assert response.status_code in (404, 405)
    assert "Bí mật" not in response.content.decode()


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
    assert other.get("/").context["counts"].documents == 0


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
