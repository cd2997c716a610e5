"""An auditor finds who did what in her units, and reads what was done to a thing in plain words."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from accounts.conftest import Hire
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.audit.models import Entry, Seal
from donghanh.audit.sealing import seal
from donghanh.audit.services import erase, record
from donghanh.organisations.models import OrgUnit
from donghanh.trail import outputs, selectors
from donghanh.trail.selectors import Key
from organisations.conftest import TODAY, Country

pytestmark = pytest.mark.django_db
Look = Callable[..., str]
Enter = Callable[[User], Client]


@pytest.fixture
def hoa(hire: Hire) -> User:
    """The auditor of Nghệ An."""
    return hire("hoa", Role.AUDITOR, "Nghệ An")


@pytest.fixture
def lan(hire: Hire) -> User:
    """She works in Na Loi, below Nghệ An."""
    return hire("lan", Role.UNIT_ADMIN, "Na Loi")


@pytest.fixture
def look(enter: Enter) -> Look:
    """Call it with a person and an address below /trail/: the page, in Vietnamese."""

    def look_at(reader: User, address: str = "", **asked: str) -> str:
        answer = enter(reader).get(f"/trail/{address}", asked)
        assert answer.status_code == 200
        return answer.content.decode()

    return look_at


def rename(actor: User, unit: OrgUnit, name: str) -> None:
    with transaction.atomic():
        changes = {"name": [unit.name, name], "day": str(TODAY)}
        OrgUnit.objects.filter(pk=unit.pk).update(name=name)
        record("unit_renamed", unit, actor=actor, changes=changes, ip="10.0.0.7", unit=unit)


def history_of(unit: OrgUnit) -> str:
    return f"organisations.orgunit/{unit.pk}/"


def test_a_thing_tells_its_history_in_plain_words(country: Country, hoa: User, lan: User, look: Look) -> None:
    unit = country["Na Loi"]
    rename(lan, unit, "Hội LHPN xã Na Loi mới")
    seal()
    page = look(hoa, history_of(unit))
    assert "Lịch sử của đơn vị “Hội LHPN xã Na Loi mới”" in page
    assert "Lan đã đổi tên đơn vị “Hội LHPN xã Na Loi mới”" in page
    assert "tên: Na Loi → Hội LHPN xã Na Loi mới" in page
    assert timezone.localtime().strftime("%d/%m/%Y") in page
    assert f"mục số {Seal.objects.latest('pk').sequence}" in page
    assert "từ 10.0.0.7" in page


def test_numbers_of_units_and_people_are_told_by_their_names(
    country: Country, hoa: User, lan: User, look: Look
) -> None:
    changes = {"superior": country["Na Loi"].pk, "day": str(TODAY)}
    record("unit_moved", country["Keng Đu"], actor=lan, changes=changes, unit=country["Keng Đu"])
    page = look(hoa, history_of(country["Keng Đu"]))
    assert "cấp trên: Na Loi" in page
    assert f"từ ngày: {TODAY:%d/%m/%Y}" in page


def test_an_auditor_finds_what_was_done_in_her_subtree_and_nothing_else(
    country: Country, hoa: User, lan: User, hire: Hire, look: Look
) -> None:
    rename(lan, country["Keng Đu"], "Trong tỉnh")
    rename(lan, country["Sì Lở Lầu"], "Tỉnh khác")
    assert "Trong tỉnh" in look(hoa)
    assert "Tỉnh khác" not in look(hoa)
    top = hire("bac", Role.AUDITOR, "Trung ương")
    assert "Trong tỉnh" in look(top)
    assert "Tỉnh khác" in look(top)


def test_the_history_of_a_thing_beyond_her_reach_is_not_found(
    country: Country, hoa: User, lan: User, enter: Enter
) -> None:
    rename(lan, country["Sì Lở Lầu"], "Tỉnh khác")
    client = enter(hoa)
    for unit in (country["Sì Lở Lầu"].pk, 10**6):
        assert client.get(f"/trail/organisations.orgunit/{unit}/").status_code == 404


@pytest.mark.parametrize("role", [role for role in Role if role != Role.AUDITOR])
def test_only_auditors_see_the_trail(country: Country, hire: Hire, enter: Enter, role: Role) -> None:
    client = enter(hire("mai", role, "Nghệ An"))
    assert client.get("/trail/").status_code == 403
    assert client.post("/trail/excel/").status_code == 403
    assert client.get(f"/trail/{history_of(country['Na Loi'])}").status_code == 403
    assert 'href="/trail/"' not in client.get("/units/").content.decode()


def test_nobody_who_is_not_signed_in_sees_anything(country: Country) -> None:
    with pytest.raises(PermissionDenied):
        selectors.visible_to(AnonymousUser())


def test_auditors_are_shown_the_way(hoa: User, enter: Enter) -> None:
    client = enter(hoa)
    assert 'href="/trail/"' in client.get("/units/").content.decode()


def test_what_belongs_to_no_unit_is_seen_at_the_top_and_in_the_history_of_a_thing(
    country: Country, hoa: User, lan: User, hire: Hire, look: Look
) -> None:
    record("line_built", country.line, actor=None, changes={"new": 3})
    assert "Chương trình đã dựng" not in look(hoa)
    assert "Chương trình đã dựng ngành dọc" in look(hire("bac", Role.AUDITOR, "Trung ương"))
    # What the program did by itself to a thing of hers.
    record("unit_name_added", country["Na Loi"], actor=None)
    rename(lan, country["Na Loi"], "Tên mới")
    assert "Chương trình đã ghi thêm tên khác" in look(hoa, history_of(country["Na Loi"]))


def test_an_act_without_a_unit_of_its_own_is_done_in_the_actors(
    country: Country, hoa: User, lan: User, look: Look
) -> None:
    record("signed_in", lan, actor=lan, ip="10.0.0.9")
    assert Entry.objects.latest("pk").unit_id == country["Na Loi"].pk
    assert "Lan đã đăng nhập" in look(hoa)


@pytest.mark.parametrize(
    ("asked", "is_found"),
    [
        ({"q": "ten moi"}, True),
        ({"q": "Tên mới"}, True),
        ({"q": "tèn mới"}, False),
        ({"q": "10.0.0.7 doi ten"}, True),
        ({"q": "không có"}, False),
        ({"person": "Lan"}, True),
        ({"person": "LAN "}, True),
        ({"person": "mai"}, False),
        ({"verb": "unit_renamed"}, True),
        ({"verb": "signed_in"}, False),
        ({"kind": "organisations.orgunit"}, True),
        ({"kind": "accounts.user"}, False),
        ({"since": "01/01/2020", "until": "31/12/2020"}, False),
        ({"until": "01/01/2020"}, False),
    ],
)
def test_acts_are_found_by_words_person_act_kind_and_days(
    country: Country, hoa: User, lan: User, look: Look, asked: dict[str, str], is_found: bool
) -> None:
    rename(lan, country["Na Loi"], "Tên mới")
    page = look(hoa, **asked)
    assert ("đã đổi tên đơn vị" in page) == is_found
    assert ("Không có việc nào phù hợp" in page) != is_found


def test_everybody_of_a_common_name_is_searched_for(
    country: Country, hoa: User, look: Look, hire: Hire
) -> None:
    people = [hire(f"nguyen{number}", Role.DATA_ENTRY, "Na Loi") for number in range(105)]
    User.objects.filter(pk__in=[person.pk for person in people]).update(searched="nguyễn nguyen")
    rename(people[0], country["Na Loi"], "Xã đầu")
    rename(people[-1], country["Keng Đu"], "Xã cuối")
    page = look(hoa, person="Nguyễn")
    assert "Xã đầu" in page
    assert "Xã cuối" in page


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_while_the_workbook_is_made(
    hoa: User, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[bool] = []
    made = outputs.as_workbook

    def watched(*args: Any) -> bytes:
        held.append(connection.in_atomic_block)
        return made(*args)

    monkeypatch.setattr(outputs, "as_workbook", watched)
    assert enter(hoa).post("/trail/excel/").status_code == 200
    assert held == [False]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"since": "31/6/2025"}, "Lịch không có ngày"),
        ({"since": "02/6/2026", "until": "01/6/2026"}, "Hãy đổi chỗ hai ngày"),
        ({"since": "01/6/2024", "until": "02/6/2025"}, "dài hơn một năm"),
        ({"verb": "danced"}, "danced"),
    ],
)
def test_what_cannot_be_searched_for_is_said_beside_its_field(
    hoa: User, look: Look, asked: dict[str, str], said: str
) -> None:
    page = look(hoa, **asked)
    assert said in page
    assert 'id="h-acts"' not in page


def many(count: int, unit: OrgUnit, actor: User) -> None:
    with transaction.atomic():
        for number in range(count):
            record("unit_renamed", unit, actor=actor, changes={"name": ["cũ", f"tên {number}."]}, unit=unit)


def _walk(hoa: User, look: Look, **asked: str) -> list[int]:
    """The numbers of all renamings, page by page, newest first."""
    seen: list[int] = []
    page = look(hoa, **asked)
    while True:
        seen += [int(part.partition(".")[0]) for part in page.split("→ tên ")[1:]]
        older = re.search(r'rel="next"\s+href="[^"]*before=([^"&]+)', page)
        if older is None:
            return seen
        page = look(hoa, **asked, before=older[1])


def test_pages_follow_each_other_without_gap_or_repetition(
    country: Country, hoa: User, lan: User, look: Look
) -> None:
    many(2 * selectors.PAGE + 3, country["Na Loi"], lan)
    assert _walk(hoa, look, verb="unit_renamed") == list(range(2 * selectors.PAGE + 2, -1, -1))


def test_a_search_for_words_goes_on_where_it_stopped(
    country: Country, hoa: User, lan: User, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selectors, "MOST_LOOKED_AT", 7)
    monkeypatch.setattr(selectors, "CHUNK", 3)
    many(20, country["Na Loi"], lan)
    assert _walk(hoa, look, q="5.", verb="unit_renamed") == [15, 5]
    monkeypatch.setattr(selectors, "PAGE", 2)
    assert _walk(hoa, look, q="tên", verb="unit_renamed") == list(range(19, -1, -1))


def test_a_page_asks_the_same_questions_for_one_entry_and_for_many(
    country: Country, hoa: User, lan: User, enter: Enter
) -> None:
    client = enter(hoa)
    counts = []
    for count in (1, 40):
        many(count, country["Na Loi"], lan)
        record("unit_name_added", country["Keng Đu"], actor=lan, changes={"name": f"Tên {count}"})
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get("/trail/").status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


@given(
    microseconds=st.integers(min_value=0, max_value=4 * 10**15),
    pk=st.integers(min_value=1, max_value=2**62),
)
def test_a_key_is_read_as_it_was_written(microseconds: int, pk: int) -> None:
    at = datetime.fromtimestamp(0, tz=UTC) + timedelta(microseconds=microseconds)
    assert Key.parse(str(Key(at, pk))) == Key(at, pk)


@pytest.mark.parametrize("written", ["", "x", "1-", "-1", "nan-1", "inf-1", "1e300-1", "1-x", "9" * 80])
def test_what_is_no_key_shows_the_newest(hoa: User, look: Look, written: str) -> None:
    assert Key.parse(written) is None
    assert "Nhật ký" in look(hoa, before=written)


def test_an_erased_entry_shows_that_and_by_whom(country: Country, hoa: User, lan: User, look: Look) -> None:
    rename(lan, country["Na Loi"], "Nguyễn Thị Bí Mật")
    entry = Entry.objects.latest("pk")
    erase(entry, actor=lan, reason="đơn ngày 20/11/2026")
    page = look(hoa)
    assert "đã xóa theo quyền" in page
    assert f"Lan đã xóa nội dung của mục nhật ký số {entry.pk}" in page
    assert "lý do: đơn ngày 20/11/2026" in page


def test_the_trail_is_taken_away_as_excel_and_that_is_entered_too(
    country: Country, hoa: User, lan: User, enter: Enter
) -> None:
    rename(lan, country["Na Loi"], "=1+1")
    rename(lan, country["Sì Lở Lầu"], "Tỉnh khác")
    client = enter(hoa)
    answer = client.post("/trail/excel/", {"verb": "unit_renamed"})
    assert answer["Content-Disposition"].startswith('attachment; filename="nhat-ky.xlsx"')
    rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert [row[2:4] for row in rows[3:]] == [
        ["Lan đã đổi tên đơn vị “=1+1”", "tên: Na Loi → =1+1\ntừ ngày: 22/11/2026"]
    ]
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.actor_id, entry.details["changes"]["count"]) == ("exported_trail", hoa.pk, 1)
    assert client.post("/trail/excel/", {"since": "31/6/2025"}).status_code == 400


def test_excel_is_bounded_and_says_so(
    country: Country, hoa: User, lan: User, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("donghanh.trail.services.MOST_EXPORTED", 4)
    many(6, country["Na Loi"], lan)
    client = enter(hoa)
    rows = (
        CalamineWorkbook.from_filelike(BytesIO(client.post("/trail/excel/").content))
        .get_sheet_by_index(0)
        .to_python()
    )
    assert "Chỉ xét 4 mục mới nhất" in rows[1][0]
    assert len(rows[4:]) == 4


def test_days_end_with_their_last_moment(country: Country, hoa: User, lan: User, look: Look) -> None:
    many(1, country["Na Loi"], lan)
    today = timezone.localdate()
    assert "đã đổi tên" in look(hoa, since=f"{today:%d/%m/%Y}", until=f"{today:%d/%m/%Y}")
    yesterday = today - timedelta(days=1)
    assert "đã đổi tên đơn vị" not in look(hoa, since=f"{yesterday:%d/%m/%Y}", until=f"{yesterday:%d/%m/%Y}")


def test_a_unit_leads_its_auditor_to_its_history_even_where_that_is_empty(
    country: Country, hoa: User, lan: User, enter: Enter
) -> None:
    unit, other = country["Na Loi"], country["Sì Lở Lầu"]
    client = enter(hoa)
    address = f"/trail/{history_of(unit)}"
    assert f'href="{address}"' in client.get(f"/units/{unit.pk}/").content.decode()
    assert "Chưa có việc nào" in client.get(address).content.decode()
    assert "/trail/organisations" not in client.get(f"/units/{other.pk}/").content.decode()
    assert client.get(f"/trail/{history_of(other)}").status_code == 404
    assert "/trail/organisations" not in enter(lan).get(f"/units/{unit.pk}/").content.decode()
