"""An auditor empties what entries say, with a reason and a look at it before; that it was done stays for good."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.conftest import Hire
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.audit.models import Entry
from donghanh.audit.sealing import seal
from donghanh.audit.selectors import verify
from donghanh.audit.services import record
from donghanh.organisations.models import OrgUnit
from donghanh.trail import services
from organisations.conftest import TODAY, Country

pytestmark = pytest.mark.django_db
Enter = Callable[[User], Client]
REASON = "Đơn số 12 ngày 20/11/2026, Điều 14 Luật 91/2025/QH15"


@pytest.fixture
def hoa(hire: Hire) -> User:
    """The auditor of Nghệ An."""
    return hire("hoa", Role.AUDITOR, "Nghệ An")


@pytest.fixture
def lan(hire: Hire) -> User:
    """She works in Na Loi, below Nghệ An."""
    return hire("lan", Role.UNIT_ADMIN, "Na Loi")


@pytest.fixture
def named(country: Country, lan: User) -> Entry:
    """An act in Na Loi whose entry says a person's name, sealed."""
    entry = rename(lan, country["Na Loi"], "Nguyễn Thị Bí Mật")
    seal()
    return entry


def rename(actor: User, unit: OrgUnit, name: str) -> Entry:
    """What a renaming leaves in the trail."""
    changes = {"name": ["Na Loi", name], "since": str(TODAY)}
    return record("unit_renamed", unit, actor=actor, changes=changes, ip="10.0.0.7", unit=unit)


def url(entry: Entry) -> str:
    return f"/trail/{entry.object_type}/{entry.object_id}/erase/"


def fill(*entries: Entry, reason: str = REASON, **more: str) -> dict[str, Any]:
    return {"entries": [entry.pk for entry in entries], "reason": reason, **more}


def test_an_entry_is_ticked_shown_and_erased_and_the_chain_still_verifies(
    hoa: User, lan: User, country: Country, named: Entry, enter: Enter, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = rename(lan, country["Na Loi"], "Tên còn lại")
    client = enter(hoa)
    history = client.get(f"/trail/organisations.orgunit/{named.object_id}/").content.decode()
    assert f'href="{url(named)}"' in history
    assert f'value="{named.pk}"' in client.get(url(named)).content.decode()
    shown = client.post(url(named), fill(named)).content.decode()
    for said in ("Chưa xóa gì", "Nguyễn Thị Bí Mật", "10.0.0.7", REASON, "1 mục mất"):
        assert said in shown
    assert "Tên còn lại" not in shown
    named.refresh_from_db()
    assert not named.is_erased
    done = client.post(url(named), fill(named, confirm="1"), follow=True).content.decode()
    assert "Đã xóa." in done
    assert f"Đã xóa nội dung theo “{REASON}”; người xóa: Hoa, ngày {timezone.localdate():%d/%m/%Y}" in done
    named.refresh_from_db()
    kept.refresh_from_db()
    assert named.is_erased
    assert not kept.is_erased
    act = Entry.objects.latest("pk")
    assert (act.verb, act.object_id, act.actor_id) == ("erased", str(named.pk), hoa.pk)
    assert (act.unit_id, act.details["changes"]) == (named.unit_id, {"reason": REASON})
    assert "Hoa đã xóa nội dung của mục nhật ký" in client.get("/trail/").content.decode()
    seal()
    found = verify()
    assert (found.fault, found.erased) == (None, 1)
    call_command("audit", "verify")
    assert "Trong đó 1 mục đã được xóa theo quyền" in capsys.readouterr().out


def test_going_back_from_the_preview_keeps_what_was_ticked_and_written(
    hoa: User, named: Entry, enter: Enter
) -> None:
    page = enter(hoa).post(url(named), fill(named, edit="1")).content.decode()
    assert "checked" in page
    assert REASON in page
    named.refresh_from_db()
    assert not named.is_erased


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        ({"reason": REASON}, "Hãy đánh dấu"),
        ({"reason": ""}, "Hãy ghi đơn"),
        ({"reason": "đơn"}, "ít nhất 10"),
        ({"reason": "x" * 201}, "200"),
        ({"entries": ["999999"], "reason": REASON}, "vừa được xóa"),
        ({"entries": ["x"], "reason": REASON}, "vừa được xóa"),
        ({"entries": ["9" * 40], "reason": REASON}, "vừa được xóa"),
        ({"entries": ["9" * 5000], "reason": REASON}, "vừa được xóa"),
    ],
)
def test_nothing_is_erased_without_entries_and_a_reason(
    hoa: User, named: Entry, enter: Enter, filled: dict[str, Any], said: str
) -> None:
    asked = filled if "entries" in filled or filled["reason"] == REASON else {**filled, "entries": [named.pk]}
    response = enter(hoa).post(url(named), {**asked, "confirm": "1"})
    assert response.status_code == 400
    assert said in response.content.decode()
    assert not Entry.objects.filter(verb="erased").exists()


def test_what_somebody_else_erased_meanwhile_is_said_and_nothing_more_is_done(
    hoa: User, lan: User, country: Country, hire: Hire, named: Entry, enter: Enter
) -> None:
    other = rename(lan, country["Na Loi"], "Na Loi")
    services.erase(
        hire("bac", Role.AUDITOR, "Trung ương"), named.object_type, named.object_id, [named.pk], reason=REASON
    )
    response = enter(hoa).post(url(named), fill(named, other, confirm="1"))
    assert response.status_code == 400
    assert "vừa được xóa" in response.content.decode()
    other.refresh_from_db()
    assert not other.is_erased
    with pytest.raises(services.NotErasableError):
        services.erase(hoa, named.object_type, named.object_id, [named.pk, other.pk], reason=REASON)


def test_nobody_erases_what_she_did_herself_nor_what_was_done_to_her(
    country: Country, hire: Hire, hoa: User, lan: User, enter: Enter
) -> None:
    both = hire("bac", Role.AUDITOR, "Trung ương")
    own = rename(both, country["Na Loi"], "Tên của bác")
    to_her = record("password_reset", both, actor=lan, ip="10.0.0.7")
    to_another = record("password_reset", hoa, actor=lan, ip="10.0.0.7")
    grant, given = both.grants.get(), {"person": both.pk, "role": "auditor"}
    about_her = record("role_given", grant, actor=lan, changes=given, ip="10.0.0.7")
    client = enter(both)
    for entry in (own, to_her, about_her):
        assert f'value="{entry.pk}"' not in client.get(url(entry)).content.decode()
        assert client.post(url(entry), fill(entry, confirm="1")).status_code == 400, entry
        entry.refresh_from_db()
        assert not entry.is_erased
    client.post(url(to_another), fill(to_another, confirm="1"))
    to_another.refresh_from_db()
    assert to_another.is_erased


def test_that_something_was_erased_is_never_erased(hoa: User, hire: Hire, named: Entry, enter: Enter) -> None:
    services.erase(hoa, named.object_type, named.object_id, [named.pk], reason=REASON)
    act = Entry.objects.latest("pk")
    client = enter(hire("bac", Role.AUDITOR, "Trung ương"))
    assert 'type="checkbox"' not in client.get(url(act)).content.decode()
    assert client.post(url(act), fill(act, confirm="1")).status_code == 400
    act.refresh_from_db()
    assert not act.is_erased


def test_what_lies_beyond_her_reach_is_not_found_and_what_belongs_to_no_unit_only_the_top_erases(
    country: Country, hoa: User, lan: User, hire: Hire, named: Entry, enter: Enter
) -> None:
    far = rename(lan, country["Sì Lở Lầu"], "Tỉnh khác")
    of_nobody = record("unit_name_added", country["Na Loi"], actor=None, changes={"name": "Tên riêng"})
    client = enter(hoa)
    assert client.get(url(far)).status_code == 404
    assert client.post(url(far), fill(far, confirm="1")).status_code == 404
    assert client.post(url(of_nobody), fill(of_nobody, confirm="1")).status_code == 400
    client = enter(hire("bac", Role.AUDITOR, "Trung ương"))
    client.post(url(of_nobody), fill(of_nobody, far, confirm="1"))
    assert not Entry.objects.filter(verb="erased").exists()  # the other is about another thing
    client.post(url(of_nobody), fill(of_nobody, confirm="1"))
    of_nobody.refresh_from_db()
    assert of_nobody.is_erased


@pytest.mark.parametrize("role", [role for role in Role if role != Role.AUDITOR])
def test_only_auditors_erase(country: Country, named: Entry, hire: Hire, enter: Enter, role: Role) -> None:
    person = hire("mai", role, "Trung ương")
    client = enter(person)
    assert client.get(url(named)).status_code == 403
    assert client.post(url(named), fill(named, confirm="1")).status_code == 403
    with pytest.raises(PermissionDenied):
        services.erase(person, named.object_type, named.object_id, [named.pk], reason=REASON)
    named.refresh_from_db()
    assert not named.is_erased


def test_the_reason_is_found_by_the_search_and_taken_away_with_the_trail(
    hoa: User, named: Entry, enter: Enter
) -> None:
    services.erase(hoa, named.object_type, named.object_id, [named.pk], reason=REASON)
    client = enter(hoa)
    found = client.get("/trail/", {"q": "don so 12", "verb": "unit_renamed"}).content.decode()
    assert "đã đổi tên" in found
    assert (
        "Bí Mật"
        not in client.get(f"/trail/{named.object_type}/{named.object_id}/")
        .content.decode()
        .split("<tbody>")[1]
    )


def test_the_pages_ask_the_same_questions_for_one_entry_and_for_many(
    country: Country, hoa: User, lan: User, named: Entry, enter: Enter
) -> None:
    client = enter(hoa)
    counts = []
    for count in (1, 30):
        entries = [rename(lan, country["Na Loi"], f"Tên {count} {number}") for number in range(count)]
        services.erase(hoa, named.object_type, named.object_id, [entries[0].pk], reason=REASON)
        for ask in (
            lambda: client.get(url(named)),
            lambda: client.get(f"/trail/{named.object_type}/{named.object_id}/"),
            lambda chosen=entries[1:] or [named]: client.post(url(named), fill(*chosen)),
        ):
            with CaptureQueriesContext(connection) as queries:
                assert ask().status_code == 200
            counts.append(len(queries))
    assert counts[:3] == counts[3:]
