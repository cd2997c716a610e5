"""Every address and method x every role x how the thing's unit stands to the person's: who gets what.

What each role may is taken from the catalogue, how far it reaches from the words of the decision (ADR 0020); the program
is asked as a browser asks it. Each question is taken back, so that the next one finds the same things.

Somebody else has the same role in the same unit, but in another line: she is asked every address too.
"""

import sys
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from access.addresses import ADDRESSES, Address, Asked, Who, names
from access.things import (
    CHILD,
    IN_NOBODYS_HANDS,
    MOVED_AWAY,
    MOVED_IN,
    OUTSIDER,
    OWN,
    PARENT,
    RELATIONS,
    SIBLING,
    SINCE,
    Things,
    make_things,
)  # fmt: skip
from documents.conftest import told_of
from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import RULES, Permission, Role
from donghanh.audit.models import Entry
from donghanh.documents import child
from donghanh.organisations.models import Line
from donghanh.reading import READER_VERSION
from organisations import making

pytestmark = pytest.mark.django_db

OTHER_LINE = "own, in another line"
"""Her own unit, in which she holds her role in another line than the thing is of."""
DECIDED_IN_LINE = frozenset(
    {Permission.MANAGE_PEOPLE, Permission.REORGANISE_UNITS, Permission.WRITE_PLANS, Permission.APPROVE_PLANS}
)
"""What a role lets her do in its own line only; what a unit has is seen in every line in which it stands."""
BELOW = {CHILD, MOVED_IN}
METHODS = ("get", "post", "head", "put", "patch", "delete", "options")
ASKED_EVERYWHERE = ("get", "post")
"""The others exist nowhere; they are asked of her own unit and of a stranger's."""


@pytest.fixture
def things(db: None, monkeypatch: pytest.MonkeyPatch) -> dict[str, Things]:
    """A country in which two units moved today: one from below the person's to the province, one the other way."""
    monkeypatch.setattr(child, "READER", (sys.executable, "-I", "-c", told_of(READER_VERSION)))
    return make_things()


def _signed_in(things: dict[str, Things], role: Role | None, line: str = "union") -> Client:
    """A client of somebody who has the role in her unit, with a second step set up where it asks for one."""
    tested = User.objects.create_user(f"hoa.{line}", "mật khẩu thử", "Đang thử")
    if role is not None:
        of = Line.objects.get(code=line)
        RoleGrant.objects.create(user=tested, unit=things[OWN].unit, line=of, role=role, since=SINCE)
    Authenticator.objects.create(user=tested, type=Authenticator.Type.TOTP, data={"secret": ""})
    client = Client()
    client.force_login(tested)
    return client


def test_every_address_is_classified_and_every_name_stands_for_one() -> None:
    assert sorted(names()) == sorted(ADDRESSES)


ROLES = [None, *Role]


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.value if role else "no role")
def test_each_role_gets_what_it_may_and_learns_nothing_else(
    things: dict[str, Things], role: Role | None
) -> None:
    client, elsewhere = _signed_in(things, role), _signed_in(things, role, "front")
    wrong = []
    for name, address in ADDRESSES.items():
        if name == "account_logout":
            continue  # it ends the session; tests/accounts has it
        relations = RELATIONS if things[OWN].has(address.about) else (OWN,)
        for relation in (*relations, OTHER_LINE):
            asking, thing = (elsewhere, things[OWN]) if relation == OTHER_LINE else (client, things[relation])
            for method in METHODS if relation in (OWN, OUTSIDER) else ASKED_EVERYWHERE:
                if fault := _fault(asking, thing, name, method, role, relation):
                    wrong.append(f"{method.upper()} {name}, {relation}: {fault}")
    assert not wrong, "\n".join(wrong)


def test_whoever_is_not_signed_in_is_led_to_the_door(things: dict[str, Things]) -> None:
    wrong = []
    for name, address in ADDRESSES.items():
        for method in METHODS:
            response = _ask(Client(), things[OWN], name, method)
            is_open = Who.EVERYBODY in (address.get, address.post)
            to_door = response.status_code == 302 and response["Location"].startswith("/accounts/sign-in/")
            if not (is_open or to_door) or things[OWN].secret in _text(response):
                wrong.append(f"{method.upper()} {name}: {response.status_code}")
    assert not wrong, "\n".join(wrong)


def _fault(
    client: Client, thing: Things, name: str, method: str, role: Role | None, relation: str
) -> str | None:
    address = ADDRESSES[name]
    acts = Entry.objects.count()
    with transaction.atomic():
        response = _ask(client, thing, name, method)
        changed = Entry.objects.count() - acts
        transaction.set_rollback(True)
    asked = address.post if method == "post" else address.get if method in ("get", "head") else None
    status, expected = response.status_code, _expected(address, asked, role, relation, method)
    if not _sees(address, role, relation) and thing.secret in _text(response):
        return "shows what she may not see"
    if expected == "yes":
        right = status in (200, 204, 302, 400, 422) or (status == 404 and address.is_absent)
        right = right or (method == "head" and status == 405)
        if right and method == "post" and relation == OWN and address.does and not changed:
            return f"{status}, and nothing was done"
        return None if right else f"{status} where she may"
    if changed:
        return "changed something"
    if expected == "refused" and status not in (403, 404, 405):
        return f"{status} where she may not"
    if expected == "kept" and (status >= 500 or (method, status, address.about) == ("post", 200, "managed")):
        return f"{status} for what is decided in another line"
    if expected == "unknown" and status not in (404, 405):
        return f"{status} for what she does not see"
    if expected == "no such method" and status not in (200, 302, 403, 404, 405):
        return f"{status} for a method that there is not"
    return None


def _expected(address: Address, asked: Asked | None, role: Role | None, relation: str, method: str) -> str:
    if asked is None:
        return "no such method"
    if asked in (Who.EVERYBODY, Who.SIGNED_IN):
        return "yes"
    if not _sees(address, role, relation):
        return "unknown"
    if asked is Who.ITS_GIVER or not isinstance(asked, Permission):
        return "refused"
    in_line = DECIDED_IN_LINE if address.about != "work" else set()  # whoever works in a unit answers for it
    if relation == OTHER_LINE and asked in in_line & _permissions(role):
        return "yes" if method != "post" and not address.about else "kept"
    return "yes" if asked in _permissions(role) else "refused"


def _sees(address: Address, role: Role | None, relation: str) -> bool:
    """Whether a role in the person's own unit shows her a thing of a unit that stands so to hers."""
    # Everybody sees units and programmes; who changes hers learns nothing of changing others.
    if changing := {"managed": Permission.REORGANISE_UNITS, "programme": Permission.WRITE_PLANS}.get(
        address.about
    ):
        return changing not in _permissions(role) or _reaches(role, relation)
    if address.about == "reorganisation" and relation == OTHER_LINE:
        return False
    needed = {
        "document": Permission.VIEW_DOCUMENTS,
        "plan": Permission.VIEW_PLANS,
        "work": Permission.VIEW_PLANS,
        "person": Permission.VIEW_PEOPLE,
        "grant": Permission.VIEW_PEOPLE,
        "lent": Permission.VIEW_PEOPLE,
        "reorganisation": Permission.REORGANISE_UNITS,
    }.get(address.about)
    return needed is None or (needed in _permissions(role) and _reaches(role, relation))


def _permissions(role: Role | None) -> frozenset[Permission]:
    return RULES[role].permissions if role else frozenset()


def _reaches(role: Role | None, relation: str) -> bool:
    is_own = relation in (OWN, OTHER_LINE)
    return role is not None and (is_own or (relation in BELOW and RULES[role].reaches_down))


def _ask(client: Client, thing: Things, name: str, method: str) -> HttpResponse:
    data = {_filled(key, thing): _posted(value, thing) for key, value in ADDRESSES[name].data.items()}
    response: HttpResponse = getattr(client, method)(_url(name, thing), data if method == "post" else None)
    return response


def _posted(value: str | bytes, thing: Things) -> object:
    if isinstance(value, bytes):
        return SimpleUploadedFile("danh sách.csv", value)
    return _filled(value, thing)


def _filled(value: str, thing: Things) -> str:
    return value.format(
        unit=thing.unit,
        document=thing.document,
        party=thing.party,
        target=thing.target,
        programme=thing.programme,
        assignment=thing.assignment,
        hold=thing.hold,
        line=thing.grant.line,
        person=IN_NOBODYS_HANDS,
    )


def _url(name: str, thing: Things) -> str:
    address = ADDRESSES[name]
    numbers = [thing.number(address.about)] if address.about else []
    if address.about in ("grant", "lent"):
        numbers = [thing.person.pk, thing.number(address.about)]
    args = [_filled(each, thing) if isinstance(each, str) else each for each in address.args]
    return reverse(name, args=[*numbers, *args])


def _text(response: HttpResponse) -> str:
    if response.streaming:
        return b"".join(response.streaming_content).decode(errors="replace")  # type: ignore[attr-defined]
    return response.content.decode(errors="replace")


LISTS: dict[str, tuple[str, Permission]] = {
    "documents:list": ("document", Permission.VIEW_DOCUMENTS),
    "plans:list": ("plan", Permission.VIEW_PLANS),
    "plans:waiting": ("plan", Permission.VIEW_PLANS),
    "accounts:people": ("person", Permission.VIEW_PEOPLE),
    "web:home": ("document", Permission.VIEW_DOCUMENTS),
    "administration:list": ("reorganisation", Permission.REORGANISE_UNITS),
    "trail:search": ("act", Permission.VIEW_AUDIT),
}
SEARCHED = {
    "documents:list": ("q",),
    "plans:list": ("q",),
    "accounts:people": ("q",),
    "trail:search": ("q", "person"),
}
"""By which words."""


def _questions(name: str) -> Iterator[dict[str, Any]]:
    """The list itself, and searched."""
    yield {}
    for words in SEARCHED.get(name, ()):
        yield {words: "Bimat"}
        for number in range(len(RELATIONS)):
            yield {words: f"Bimat{number}"}


def _link(thing: Things, about: str) -> str:
    """By what a list shows a thing."""
    if about == "act":  # its person's, of handing the document over
        return reverse("trail:thing", args=["documents.document", thing.document.pk])
    pages = {
        "document": "documents:detail",
        "plan": "plans:plan",
        "person": "accounts:person",
        "reorganisation": "administration:reorganisation",
    }
    return reverse(pages[about], args=[thing.number(about)])


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.value if role else "no role")
@pytest.mark.parametrize("name", LISTS)
def test_lists_and_searches_hold_only_what_is_within_reach(
    things: dict[str, Things], role: Role | None, name: str
) -> None:
    client = _signed_in(things, role)
    about, permission = LISTS[name]
    for question in _questions(name):
        page = _text(client.get(reverse(name), question))
        for relation in RELATIONS:
            thing = things[relation]
            may = permission in _permissions(role) and _reaches(role, relation)
            link = _link(thing, about)
            if not may:
                assert f'"{link}"' not in page, (question, relation)
            elif not question or thing.secret in question.values():
                assert f'"{link}"' in page, (question, relation)


def _rows(response: HttpResponse) -> list[list[str]]:
    """What stands in a workbook of one sheet."""
    sheet = CalamineWorkbook.from_filelike(BytesIO(response.content)).get_sheet_by_index(0)
    return [[str(cell) for cell in row] for row in sheet.to_python()]


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.value if role else "no role")
def test_the_trail_taken_away_holds_only_acts_within_reach(
    things: dict[str, Things], role: Role | None
) -> None:
    client = _signed_in(things, role)
    for question in _questions("trail:search"):
        response = client.post(reverse("trail:excel"), question)
        if Permission.VIEW_AUDIT not in _permissions(role):
            assert response.status_code == 403
            continue
        told = str(_rows(response))
        for relation, thing in things.items():
            if not _reaches(role, relation):
                assert thing.secret not in told, (question, relation)
            elif not question or thing.secret in question.values():
                assert thing.secret in told, (question, relation)


UNDER: dict[str, set[str]] = {
    PARENT: {PARENT, OWN, SIBLING, CHILD, MOVED_AWAY, MOVED_IN},
    OWN: {OWN, CHILD, MOVED_IN},
    SIBLING: {SIBLING, MOVED_AWAY},
}
"""What stands below each today; under the others nothing."""


def test_units_taken_away_are_those_below_whoever_asks_and_hold_nothing_of_people(
    things: dict[str, Things],
) -> None:
    """Which units there are is public among those who are signed in, so no role changes what the file holds."""
    clients = (_signed_in(things, None), _signed_in(things, Role.UNIT_ADMIN, "front"))
    for relation, thing in things.items():
        url = reverse("organisations:excel", args=[thing.unit.pk, "union"])
        rows, same = (_rows(client.get(url)) for client in clients)
        assert rows == same
        units = {row[1].strip() for row in rows}
        assert units & set(RELATIONS) == UNDER.get(relation, {relation}), relation
        assert "Bimat" not in str(rows)


def test_a_role_that_ends_in_the_middle_of_a_session_ends_with_the_next_request(
    things: dict[str, Things],
) -> None:
    client = _signed_in(things, Role.VIEWER)
    url = reverse("documents:detail", args=[things[OWN].document.pk])
    assert client.get(url).status_code == 200
    yesterday = timezone.localdate() - timedelta(days=1)
    RoleGrant.objects.filter(user__username="hoa.union").update(until=yesterday)
    assert client.get(url).status_code == 404


def test_a_unit_that_moves_in_the_middle_of_a_session_is_gone_with_the_next_request(
    things: dict[str, Things],
) -> None:
    client = _signed_in(things, Role.VIEWER)
    url = reverse("documents:detail", args=[things[CHILD].document.pk])
    assert client.get(url).status_code == 200
    line = things[CHILD].grant.line
    making.move(things[CHILD].unit, things[SIBLING].unit, line, timezone.localdate())
    assert client.get(url).status_code == 404
