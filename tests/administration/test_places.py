"""Whoever looks after the whole country changes its places on pages: from a file or typed, shown, carried out, undone."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Role
from donghanh.audit.models import Entry
from donghanh.organisations import place_sheets
from donghanh.organisations.building import TRUNKS, make_missing, place_unions
from donghanh.organisations.changing_places import apply
from donghanh.organisations.journal import Journal
from donghanh.organisations.models import OPEN, Kind, Level, Line, OrgUnit, Place, PlaceName, Reorganisation
from donghanh.organisations.placing import NewUnit
from donghanh.reading.formats.sheets.xlsx import read_xlsx
from organisations import making

pytestmark = pytest.mark.django_db
REFORM = date(2025, 7, 1)
HEADS = ",".join(head for head, _ in place_sheets.COLUMNS.values())
RENAME = "30/4/2026,NQ 30,Đổi tên,Tỉnh,75,Tỉnh Đồng Nai,Thành phố Đồng Nai"
MERGE = "01/7/2026,NQ 31,Sáp nhập,Xã,26001,Xã An Viễn,,,26000,Toàn bộ"
PLACES = "/units/places/"


@pytest.fixture
def line(db: None) -> Line:
    """Two provinces with communes of today, their units in two lines, a chi hội under one."""

    def place(level: Level, code: int, kind: str, name: str, parent: Place | None = None) -> Place:
        full = f"{kind.capitalize()} {name}"
        return Place.objects.create(
            level=level, code=code, kind=kind, name=full, bare_name=name, parent=parent, since=REFORM
        )

    dong_nai = place(Level.PROVINCE, 75, "tỉnh", "Đồng Nai")
    lam_dong = place(Level.PROVINCE, 68, "tỉnh", "Lâm Đồng")
    communes = [
        place(Level.COMMUNE, 26000, "xã", "Trảng Bom", dong_nai),
        place(Level.COMMUNE, 26001, "xã", "An Viễn", dong_nai),
        place(Level.COMMUNE, 24000, "xã", "An Viễn", lam_dong),
    ]
    lines = {code: Line.objects.create(code=code, name=trunk.long_title) for code, trunk in TRUNKS.items()}
    for code, made in lines.items():
        make_missing(Journal(), TRUNKS[code], made, [dong_nai, lam_dong, *communes], REFORM)
    place_unions(Journal(), REFORM)
    union = OrgUnit.objects.get(place=communes[1], kind=Kind.UNION)
    new = NewUnit(Kind.BRANCH, Level.VILLAGE, "Chi hội ấp 1", since=REFORM)
    making.add(new, superior=union, line=lines["union"])
    return lines["union"]


@pytest.fixture
def enter(line: Line) -> Callable[..., Client]:
    """Call it with a unit's name: a browser in which its administrator is signed in."""

    def enter_as(unit: str, role: Role = Role.UNIT_ADMIN) -> Client:
        person = User.objects.create_user("mai", "mật khẩu thử", "Trần Thị Mai")
        RoleGrant.objects.create(user=person, unit=OrgUnit.objects.get(name=unit), line=line, role=role)
        Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": ""})
        client = Client()
        client.force_login(person)
        return client

    return enter_as


@pytest.fixture
def centre(enter: Callable[..., Client]) -> Client:
    return enter(TRUNKS["union"].top.name)


def upload(client: Client, *rows: str) -> Any:
    data = "\n".join((HEADS, *rows)).encode()
    return client.post(PLACES, {"file": SimpleUploadedFile("dia-ban.csv", data)})


def hidden(page: str) -> dict[str, str]:
    """What a preview sends with its confirmation."""
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    token = re.search(r'name="confirm"\s+value="([^"]+)"', page)
    return {**fields, "confirm": token[1]} if token else fields


def text(response: Any) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", response.content.decode()))


def test_a_file_is_shown_in_full_then_carried_out_and_undone(centre: Client) -> None:
    shown = upload(centre, RENAME, MERGE)
    said = text(shown)
    for words in (
        "2 địa bàn thay đổi",
        "Tỉnh Đồng Nai → Thành phố Đồng Nai Đổi tên 30/04/2026 NQ 30",
        "Xã An Viễn → Xã Trảng Bom Sáp nhập 01/07/2026 NQ 31",
        "Hội LHPN tỉnh Đồng Nai → Hội LHPN thành phố Đồng Nai",
        "UBND tỉnh Đồng Nai → UBND thành phố Đồng Nai",
        "Hội LHPN xã An Viễn → Hội LHPN xã Trảng Bom",
        "Chi hội ấp 1 Hội LHPN xã An Viễn Hội LHPN xã Trảng Bom",
    ):
        assert words in said
    assert not Reorganisation.objects.exists()
    assert not PlaceName.objects.exists()
    done = centre.post(PLACES, hidden(shown.content.decode()), follow=True)
    assert "Đã thực hiện." in text(done)
    made = Reorganisation.objects.get()
    assert (made.file, made.actor.username, made.unit) == ("dia-ban.csv", "mai", None)  # type: ignore[union-attr]
    assert "Tỉnh Đồng Nai → Thành phố Đồng Nai Đổi tên 30/04/2026 NQ 30" in text(done)
    assert Place.objects.get(code=75).name == "Thành phố Đồng Nai"
    entry = Entry.objects.get(verb="places_changed")
    assert entry.details["changes"] == {"places": 2, "units": 3, "file": "dia-ban.csv"}
    undone = centre.post(f"/units/reorganisations/{made.pk}/undo/", follow=True)
    assert "Đã hoàn tác" in text(undone)
    assert Place.objects.get(code=75).name == "Tỉnh Đồng Nai"
    assert OrgUnit.objects.get(name="Hội LHPN tỉnh Đồng Nai").names.filter(is_short=False).count() == 0


def test_every_wrong_row_is_told_with_its_reason_and_nothing_is_done(centre: Client) -> None:
    response = upload(centre, RENAME, "", "01/7/2026,,Đổi,Xã,26000,Xã Trảng Bom,Phường Trảng Bom", ",,,,,,")
    assert response.status_code == 400
    assert "Dòng 4: “Đổi” ở cột “Việc”" in text(response)
    response = upload(centre, "", MERGE, "01/7/2026,,Sáp nhập,Xã,1,Xã A,,,26000,")
    assert response.status_code == 400
    assert "Dòng 4: không có địa bàn nào mã 1" in text(response)
    assert "Tệp không có dòng nào" in text(upload(centre))
    assert centre.post(PLACES, {}).status_code == 400
    too_long = upload(centre, f"01/7/2026,,Đổi tên,Xã,26000,Xã Trảng Bom,Phường {'x' * 120}")
    assert "Dòng 2: " in text(too_long)
    assert not Reorganisation.objects.exists()


def test_rows_keep_their_numbers_when_they_are_refused_on_confirming(centre: Client) -> None:
    shown = upload(centre, RENAME, "", MERGE)
    rename = "01/6/2026,NQ 9,Đổi tên,Xã,26001,Xã An Viễn,Phường An Viễn"
    apply(None, place_sheets.read(f"{HEADS}\n{rename}".encode()))
    refused = centre.post(PLACES, hidden(shown.content.decode()))
    assert refused.status_code == 400
    assert "Dòng 4: mã 26001 là của “Phường An Viễn”" in text(refused)
    assert Reorganisation.objects.count() == 1


def test_who_confirms_late_sees_what_others_did_and_nothing_is_done(centre: Client) -> None:
    shown = upload(centre, RENAME, MERGE)
    apply(User.objects.get(), place_sheets.read(f"{HEADS}\n{RENAME}".encode()))
    late = centre.post(PLACES, hidden(shown.content.decode()))
    assert "đã có thay đổi" in text(late)
    assert "Trần Thị Mai thực hiện thay đổi địa bàn" in text(late)
    assert "1 địa bàn thay đổi" in text(late)
    assert Reorganisation.objects.count() == 1
    assert Place.objects.get(code=26001).end is None
    again = centre.post(PLACES, hidden(late.content.decode()), follow=True)
    assert "Đã thực hiện." in text(again)
    assert Place.objects.get(code=26001).end == date(2026, 7, 1)


def test_what_was_shown_cannot_be_exchanged_for_something_else(centre: Client) -> None:
    sent = hidden(upload(centre, RENAME).content.decode())
    other = hidden(upload(centre, MERGE).content.decode())
    swapped = centre.post(PLACES, {**sent, "confirm": other["confirm"]})
    assert "đã có thay đổi" in text(swapped)
    assert centre.post(PLACES, {**sent, "kept": sent["kept"][:-2]}).status_code == 400
    assert not Reorganisation.objects.exists()


def test_a_file_of_what_is_known_has_nothing_to_confirm(centre: Client) -> None:
    apply(None, place_sheets.read(f"{HEADS}\n{RENAME}".encode()))
    shown = upload(centre, RENAME)
    assert "Không còn gì để thực hiện" in text(shown)
    assert "confirm" not in hidden(shown.content.decode())


@pytest.mark.parametrize(
    ("act", "filled", "said"),
    [
        (
            "rename",
            {"place": "dong nai", "name": "Thành phố Đồng Nai"},
            "Tỉnh Đồng Nai → Thành phố Đồng Nai",
        ),
        ("merge", {"place": "An Viễn, Đồng Nai", "into": "26000"}, "Xã An Viễn → Xã Trảng Bom Sáp nhập 01"),
        (
            "merge",
            {"place": "26001", "into": "trang bom", "partly": "on"},
            "Xã An Viễn → Xã Trảng Bom Sáp nhập một phần",
        ),
        (
            "move",
            {"place": "Xã Trảng Bom", "above": "Lâm Đồng"},
            "Xã Trảng Bom → Xã Trảng Bom, Tỉnh Lâm Đồng",
        ),
        (
            "found",
            {"name": "Phường Sân Bay", "code": "26009", "above": "75"},
            "Hội LHPN phường Sân Bay, thuộc Hội LHPN tỉnh Đồng Nai",
        ),
    ],
)
def test_one_change_is_typed_shown_and_carried_out(
    centre: Client, act: str, filled: dict[str, str], said: str
) -> None:
    url, data = f"{PLACES}{act}/", {**filled, "day": "01/7/2026", "act": "NQ 5"}
    shown = centre.post(url, data)
    assert said in text(shown)
    assert not Reorganisation.objects.exists()
    assert "NQ 5" in centre.post(url, {**data, "edit": "1"}).content.decode()
    done = centre.post(url, hidden(shown.content.decode()), follow=True)
    assert "Đã thực hiện." in text(done)
    assert Reorganisation.objects.get().act == "NQ 5"


def test_a_name_of_several_places_is_asked_about(centre: Client) -> None:
    url, data = f"{PLACES}merge/", {"place": "An Viễn", "into": "Trảng Bom", "day": "01/7/2026"}
    asked = centre.post(url, data)
    assert asked.status_code == 400
    assert "Xã An Viễn Tỉnh Lâm Đồng" in text(asked)
    chosen = Place.objects.get(code=26001)
    shown = centre.post(url, {**data, "place_choice": f"#{chosen.pk}"})
    assert "Hội LHPN xã An Viễn → Hội LHPN xã Trảng Bom" in text(shown)


@pytest.mark.parametrize(
    ("level", "since", "until"),
    [(Level.DISTRICT, REFORM, OPEN), (Level.PROVINCE, date(2000, 1, 1), REFORM)],
    ids=["a district", "a province that had ended by the day"],
)
def test_a_number_means_a_place_of_that_day_and_level_alone(
    centre: Client, level: Level, since: date, until: date
) -> None:
    """Its code is another's: that of Lâm Đồng, which nobody wrote."""
    other = Place.objects.create(
        level=level, code=68, kind="", name="Long Thành", bare_name="Long Thành", since=since, until=until
    )
    filled = {"place": "26000", "above": "Long Thành", "day": "01/7/2026"}
    for numbered in ({"above": f"#{other.pk}"}, {"above_choice": f"#{other.pk}"}):
        refused = centre.post(f"{PLACES}move/", {**filled, **numbered})
        assert refused.status_code == 400
        assert "không có địa bàn nào" in text(refused)


@pytest.mark.parametrize(
    ("act", "filled", "said"),
    [
        ("rename", {"place": "không có", "name": "Xã Mới"}, "không có địa bàn nào"),
        ("rename", {"place": "Trảng Bom", "name": "Trảng Bom"}, "không phải tên địa bàn"),
        ("merge", {"place": "26001", "into": "Đồng Nai"}, "không có địa bàn nào"),
        ("merge", {"place": "26001", "into": "26001", "partly": "on"}, "vào chính nó"),
        ("move", {"place": "Đồng Nai", "above": "Lâm Đồng"}, "không có địa bàn nào"),
        ("found", {"name": "Xã Mới", "code": "26000", "above": "75"}, "mã 26000 là của “Xã Trảng Bom”"),
        ("found", {"name": "Xã Mới", "code": "26009"}, "không phải tên địa bàn"),
        ("rename", {"place": "Trảng Bom", "name": "Phường Mới", "day": "31/6/2026"}, "Lịch không có ngày"),
    ],
)
def test_what_cannot_be_is_said_in_words(centre: Client, act: str, filled: dict[str, str], said: str) -> None:
    response = centre.post(f"{PLACES}{act}/", {"day": "01/7/2026", **filled})
    assert response.status_code == 400
    assert said in text(response)
    assert not Reorganisation.objects.exists()


@pytest.mark.parametrize(
    ("unit", "role"),
    [("Hội LHPN tỉnh Đồng Nai", Role.UNIT_ADMIN), (TRUNKS["union"].top.name, Role.LEADER)],
)
def test_only_who_looks_after_the_whole_country_gets_there(
    enter: Callable[..., Client], unit: str, role: Role
) -> None:
    client = enter(unit, role)
    for url in (PLACES, f"{PLACES}rename/", f"{PLACES}list.xlsx"):
        assert client.get(url).status_code == 403
    assert upload(client, RENAME).status_code == 403
    assert PLACES not in client.get("/units/").content.decode()
    apply(User.objects.get(), place_sheets.read(f"{HEADS}\n{RENAME}".encode()))
    number = f"/units/reorganisations/{Reorganisation.objects.get().pk}/"
    if role == Role.UNIT_ADMIN:
        assert "undo/" not in client.get(number).content.decode()
        assert client.post(f"{number}undo/").status_code == 403
    else:
        assert client.get(number).status_code == 404


def test_the_page_is_found_from_the_units_and_gives_the_list(centre: Client) -> None:
    assert f'href="{PLACES}"' in centre.get("/units/").content.decode()
    assert centre.get(f"{PLACES}dance/").status_code == 404
    sheet = centre.get(f"{PLACES}list.xlsx").content
    rows = read_xlsx(sheet).sheets[0].rows
    assert [str(head) for head in rows[3] if head] == HEADS.split(",")
    assert len(place_sheets.read(sheet)) == 5


def commune_of_each_change(number: int, province: Place) -> tuple[list[Place], list[str]]:
    """Communes of today, and the rows by which one is renamed, two go into others, one moves and one is founded."""
    code, letter = 27000 + 10 * number, "ABCD"[number]
    words = ("Cũ", "Hết", "Bớt", "Chuyển")
    places = [
        Place(
            level=Level.COMMUNE,
            code=code + at,
            kind="xã",
            name=f"Xã {word} {letter}",
            bare_name=f"{word} {letter}",
            parent=province,
            since=REFORM,
        )
        for at, word in enumerate(words)
    ]
    return places, [
        f"01/7/2026,NQ,Đổi tên,Xã,{code},Xã Cũ {letter},Phường Cũ {letter},,,",
        f"01/7/2026,NQ,Sáp nhập,Xã,{code + 1},Xã Hết {letter},,,26000,",
        f"01/7/2026,NQ,Sáp nhập,Xã,{code + 2},Xã Bớt {letter},,,26000,Một phần",
        f"01/7/2026,NQ,Chuyển,Xã,{code + 3},Xã Chuyển {letter},,68,,",
        f"01/7/2026,NQ,Lập mới,Xã,{code + 4},Xã Mới {letter},,75,,",
    ]


def test_a_file_is_shown_and_carried_out_in_as_many_queries_however_many_rows_it_has(
    centre: Client, line: Line
) -> None:
    made = [commune_of_each_change(number, Place.objects.get(code=75)) for number in range(4)]
    places = Place.objects.bulk_create([place for of_number, _ in made for place in of_number])
    for code, trunk in TRUNKS.items():
        make_missing(Journal(), trunk, Line.objects.get(code=code), places, REFORM)
    place_unions(Journal(), REFORM)
    for unit in OrgUnit.objects.filter(place__in=places, kind=Kind.UNION):
        chair = User.objects.create(username=f"chu-tich-{unit.pk}", full_name="Lò Thị Pành")
        RoleGrant.objects.create(user=chair, unit=unit, line=line, role=Role.LEADER)
    upload(centre, RENAME)  # what is asked once in a process is asked by now
    few, many = ([row for _, rows in made[first:last] for row in rows] for first, last in ((0, 1), (1, 4)))
    counts = []
    for rows in (few, many):
        with CaptureQueriesContext(connection) as shown:
            page = upload(centre, *rows).content.decode()
        with CaptureQueriesContext(connection) as done:
            assert centre.post(PLACES, hidden(page)).status_code == 302
        # SQLite takes some 160 rows of the journal in one statement.
        kept = [query for query in done.captured_queries if "organisations_rowchange" in query["sql"]]
        counts.append((len(shown), len(done) - len(kept)))
    assert counts[0] == counts[1]
    assert Place.objects.filter(until=date(2026, 7, 1), code__gte=27000).count() == 8
    assert RoleGrant.objects.filter(until=date(2026, 7, 1)).count() == 8
