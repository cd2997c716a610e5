"""An administrator's people: made, found, moved, let in again; one by one and from Excel."""

import errno
import os
import re
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from python_calamine import load_workbook

from accounts.conftest import FIRST_DAY, Hire
from donghanh.accounts import demo, importing, managing
from donghanh.accounts.access import may
from donghanh.accounts.errors import HigherPersonError, OwnRoleError
from donghanh.accounts.forms import GrantForm, PersonForm
from donghanh.accounts.importing import user_name_of
from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Permission, Role
from donghanh.audit.models import Entry
from donghanh.organisations.models import Kind, Level, OrgUnit, Place
from donghanh.organisations.sheets import NoHeadError
from donghanh.writing.workbook import Sheet, workbook
from organisations.conftest import Country

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client: Client, hire: Hire, monkeypatch: pytest.MonkeyPatch) -> User:
    """An administrator of a province, signed in, with her second step set up."""
    from allauth.mfa.models import Authenticator

    head = hire("hoa", Role.UNIT_ADMIN, "Nghệ An")
    Authenticator.objects.create(user=head, type=Authenticator.Type.TOTP, data={"secret": ""})
    client.force_login(head)
    return head


def post(client: Client, name: str, *args: int, **data: Any) -> Any:
    return client.post(reverse(f"accounts:{name}", args=args), data)


def test_an_account_is_made_and_its_password_shown_once(client: Client, admin: User) -> None:
    told = {
        "full_name": "Nguyễn Thị Lan",
        "unit": "Na Loi",
        "role": "data_entry",
        "line": "union",
        "phone": "0912.345.678",
    }
    page = post(client, "new", **told).content.decode()
    found = re.search(r'class="secret">([a-z0-9-]{19})<', page)
    assert found is not None
    lan = User.objects.get(username="lannt")
    assert (lan.phone, lan.must_change_password, lan.check_password(found[1])) == ("0912345678", True, True)
    assert [(each.unit.name, each.role) for each in lan.grants.all()] == [("Na Loi", "data_entry")]
    assert found[1] not in str(list(Entry.objects.values()))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"unit": "Sì Lở Lầu"}, "không có đơn vị"),
        ({"unit": "không có"}, "không có đơn vị"),
        ({"phone": "12"}, "Ghi số điện thoại"),
        ({"username": "Lân Lân"}, "không dấu"),
        ({"username": "hoa"}, "Tên đăng nhập"),
        ({"role": "operator"}, "operator"),
        ({"since": "31/2/2026"}, "Lịch không có ngày"),
        ({"since": "02/01/2026", "until": "01/01/2026"}, "không sau ngày bắt đầu"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(
    client: Client, admin: User, wrong: dict[str, str], said: str
) -> None:
    told = {"full_name": "Nguyễn Thị Lan", "unit": "Na Loi", "role": "data_entry", "line": "union", **wrong}
    response = post(client, "new", **told)
    assert response.status_code == 400
    assert said in response.content.decode()
    assert User.objects.count() == 1


def test_roles_are_given_ended_and_taken_along(client: Client, admin: User, hire: Hire) -> None:
    mai = hire("mai", Role.DATA_ENTRY, "Na Loi")
    post(client, "grant", mai.pk, unit="na loi", role="viewer", line="union")
    old = RoleGrant.objects.get(user=mai, role="data_entry")
    page = client.get(reverse("accounts:person", args=[mai.pk])).content.decode()
    assert "Người xem" in page
    post(client, "move", mai.pk, old=str(old.unit_id), unit="Keng Đu", day="")
    held = RoleGrant.objects.on(timezone.localdate()).filter(user=mai).order_by("role")
    assert [(each.unit.name, each.role) for each in held] == [
        ("Keng Đu", "data_entry"),
        ("Keng Đu", "viewer"),
    ]
    again = post(client, "move", mai.pk, old=str(old.unit_id), unit="Keng Đu", day="")
    assert again.status_code == 400  # nothing is left there
    new = held[0]
    post(client, "end", mai.pk, new.pk, day="01/01/2030")
    new.refresh_from_db()
    assert str(new.until) == "2030-01-01"


def test_a_holder_lets_a_colleague_substitute(client: Client, hire: Hire) -> None:
    hoa, mai = hire("hoa", Role.DATA_ENTRY, "Na Loi"), hire("mai", Role.VIEWER, "Na Loi")
    client.force_login(hoa)
    told = {"person": "mai", "since": "", "until": "01/01/2030"}
    post(client, "substitute", hoa.pk, hoa.grants.get().pk, **told)
    assert may(User.objects.get(pk=mai.pk), Permission.ADD_DOCUMENTS)
    assert "Mai" in client.get(reverse("accounts:person", args=[hoa.pk])).content.decode()
    client.force_login(mai)
    assert "Làm thay Hoa" in client.get(reverse("accounts:own")).content.decode()


def test_forgotten_lost_closed_and_opened_again(client: Client, admin: User, hire: Hire) -> None:
    mai = hire("mai", Role.DATA_ENTRY, "Na Loi")
    there = Client()
    there.force_login(mai)
    page = post(client, "password", mai.pk).content.decode()
    found = re.search(r'class="secret">([a-z0-9-]{19})<', page)
    assert found is not None
    assert User.objects.get(pk=mai.pk).check_password(found[1])
    assert there.get("/").status_code == 302
    post(client, "close", mai.pk)
    assert not User.objects.get(pk=mai.pk).is_active
    post(client, "reopen", mai.pk)
    post(client, "remove_factors", mai.pk)
    assert list(Entry.objects.order_by("pk").values_list("verb", flat=True))[-4:] == [
        "password_reset",
        "account_closed",
        "account_reopened",
        "second_steps_removed",
    ]


def test_nobody_gets_at_the_account_of_somebody_who_stands_higher(country: Country, hire: Hire) -> None:
    below = hire("hoa", Role.UNIT_ADMIN, "Na Loi")
    both = hire("mai", Role.VIEWER, "Na Loi")
    RoleGrant.objects.create(user=both, unit=country["Nghệ An"], line=country.line, role=Role.LEADER)
    with pytest.raises(HigherPersonError, match="Mai"):
        managing.give_new_password(below, both)
    with pytest.raises(OwnRoleError):
        managing.close(below, below)


def test_people_are_found_with_and_without_marks(client: Client, admin: User) -> None:
    User.objects.create_user("lannt", None, "Nguyễn Thị Lan")
    lan = User.objects.get(username="lannt")
    RoleGrant.objects.create(
        user=lan, unit=OrgUnit.objects.get(name="Na Loi"), line_id=admin.held[0].line_id, role="viewer"
    )
    for words in ("nguyen lan", "Nguyễn", "lannt"):
        assert "Nguyễn Thị Lan" in client.get(reverse("accounts:people"), {"q": words}).content.decode()
    assert "Nguyễn Thị Lan" not in client.get(reverse("accounts:people"), {"q": "Nguyền"}).content.decode()


def test_a_wrong_filter_is_told_and_the_others_hold(client: Client, admin: User, hire: Hire) -> None:
    hire("mai", Role.VIEWER, "Na Loi")
    url = reverse("accounts:people")
    asked = client.get(url, {"q": "khongcoai", "role": "xxx", "unit": "1000000"})
    assert "xxx" in asked.content.decode()
    assert set(asked.context["form"].errors) == {"role", "unit"}
    assert asked.context["rows"] == []
    assert len(client.get(url, {"q": "mai", "role": "xxx"}).context["rows"]) == 1


def test_the_list_costs_the_same_however_many_there_are(
    client: Client, admin: User, hire: Hire, django_assert_num_queries: Any
) -> None:
    for number in range(30):
        hire(f"nguoi{number}", Role.VIEWER, "Na Loi")
    client.get(reverse("accounts:people"))
    with django_assert_num_queries(7):  # session, person, her roles, second step, count, rows, their roles
        client.get(reverse("accounts:people"), {"role": ""})


def test_the_page_of_a_person_costs_the_same_however_many_roles_she_has(
    client: Client, admin: User, hire: Hire, country: Country, django_assert_num_queries: Any
) -> None:
    mai = hire("mai", Role.VIEWER, "Na Loi")
    page = reverse("accounts:person", args=[mai.pk])
    with CaptureQueriesContext(connection) as one:
        client.get(page)
    for number in range(20):
        unit = country.add(f"xã {number}", "Nghệ An")
        RoleGrant.objects.create(user=mai, unit=unit, line=country.line, role=Role.VIEWER, since=FIRST_DAY)
    with django_assert_num_queries(len(one)):
        assert "Cấp mật khẩu mới" in client.get(page).content.decode()


HEADS = (
    "Họ và tên",
    "Tên đăng nhập",
    "Mã địa bàn",
    "Đơn vị",
    "Vai trò",
    "Số điện thoại",
    "Thư điện tử",
    "Từ ngày",
)


def sheet(*rows: tuple[Any, ...], heads: tuple[str, ...] = HEADS) -> bytes:
    return workbook([Sheet("Cán bộ", heads, rows)])


@pytest.fixture
def na_loi(country: Country) -> Country:
    province = Place.objects.create(
        code=40, level=Level.PROVINCE, kind="tỉnh", name="tỉnh Nghệ An", bare_name="Nghệ An"
    )
    place = Place.objects.create(
        code=16834, level=Level.COMMUNE, kind="xã", name="xã Na Loi", bare_name="Na Loi", parent=province
    )
    OrgUnit.objects.filter(pk=country["Na Loi"].pk).update(place=place)
    return country


def brought(country: Country, data: bytes, actor: User | None = None) -> importing.Brought:
    return importing.read(actor, data, country.line, timezone.localdate())


def test_a_right_list_becomes_accounts_and_slips(na_loi: Country) -> None:
    data = sheet(
        ("Nguyễn Thị Lan", None, "16834", None, "Nhập liệu", 912345678, None, "01/7/2025"),
        ("Nguyễn Thị Lan", None, None, "na loi", "người xem", None, "Lan@Hoi.vn", None),
        ("Lò Thị Mai", "mai.lo", "16834", "Na Loi", "Quản trị đơn vị", "+84 912 345 679", None, None),
    )
    told = brought(na_loi, data)
    assert told.errors == []
    made = importing.bring(None, told, na_loi.line)
    assert [row.person.username for row, _ in made] == ["lannt", "lannt2", "mai.lo"]
    rows = load_workbook(BytesIO(importing.slips(made))).get_sheet_by_index(0).to_python()
    name, password = rows[-1][2], rows[-1][3]
    person = User.objects.get(username=name)
    assert person.check_password(password)
    assert person.phone == "0912345679"
    assert Entry.objects.filter(verb="account_made").count() == 3
    again = brought(na_loi, data)
    assert len(again.errors) >= 2


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("", "x1", "16834", None, "Nhập liệu"), "không phải là tên"),
        (("=HYPERLINK", "x1", "16834", None, "Nhập liệu"), "không phải là tên"),
        (("Lan", None, "16834", None, "Trưởng ban"), "không phải là vai trò"),
        (("Lan", None, "16834", None, "Người vận hành máy"), "không phải là vai trò"),
        (("Lan", None, "99999", None, "Nhập liệu"), "không có “99999”"),
        (("Lan", None, None, None, "Nhập liệu"), "thiếu đơn vị"),
        (("Lan", None, "16834", "Keng Đu", "Nhập liệu"), "không có “16834 Keng Đu”"),
        (("Lan", None, "16834", None, "Nhập liệu", "091234"), "số điện thoại"),
        (("Lan", None, "16834", None, "Nhập liệu", None, "không phải thư"), "thư điện tử"),
        (("Lan", None, "16834", None, "Nhập liệu", None, None, "31/02/2026"), "Lịch không có ngày"),
        (("Lan", "Lân Lân", "16834", None, "Nhập liệu"), "tên đăng nhập"),
    ],
)
def test_a_wrong_row_is_told_with_what_to_do_and_nothing_is_taken(
    na_loi: Country, row: tuple[Any, ...], said: str
) -> None:
    told = brought(na_loi, sheet(("Mai", None, "16834", None, "Nhập liệu"), row))
    assert len(told.errors) == 1
    assert told.errors[0].startswith("Dòng 3: ")
    assert said in told.errors[0]
    assert importing.bring(None, told, na_loi.line) == []
    assert len(importing.bring(None, told, na_loi.line, only_right=True)) == 1


def test_a_code_means_the_place_that_the_lists_write_so(na_loi: Country) -> None:
    hanoi = Place.objects.create(
        code=4, level=Level.COMMUNE, kind="phường", name="phường Ba Đình", bare_name="Ba Đình"
    )
    OrgUnit.objects.filter(pk=na_loi["Keng Đu"].pk).update(place=hanoi)
    cao_bang = Place.objects.create(
        code=4, level=Level.PROVINCE, kind="tỉnh", name="tỉnh Cao Bằng", bare_name="Cao Bằng"
    )
    OrgUnit.objects.filter(pk=na_loi["Lai Châu"].pk).update(place=cao_bang)
    told = brought(
        na_loi,
        sheet(
            *(
                (name, None, code, None, "Nhập liệu")
                for name, code in (("Mai", "00004"), ("Hoa", "04"), ("Lan", 4))
            )
        ),
    )
    assert [row.unit.name if row.unit else None for row in told.rows] == ["Keng Đu", "Lai Châu", None]
    assert "Keng Đu (Nghệ An)" in told.errors[0]
    assert "Lai Châu (Trung ương)" in told.errors[0]


def test_doubles_are_told_with_both_rows_and_swapped_heads_are_refused(na_loi: Country) -> None:
    row = ("Mai", "mai", "16834", None, "Nhập liệu", "0912345678")
    told = brought(na_loi, sheet(row, row))
    assert len(told.errors) == 2
    assert all("dòng 2" in error for error in told.errors)
    with pytest.raises(NoHeadError, match="Họ và tên"):
        brought(na_loi, sheet(("Lan", "x"), heads=("Tuổi", "Giới tính")))


def test_only_units_of_the_administrator_are_known_to_a_list(na_loi: Country, hire: Hire) -> None:
    head = hire("hoa", Role.UNIT_ADMIN, "Lai Châu")
    told = brought(na_loi, sheet(("Mai", None, "16834", None, "Nhập liệu")), head)
    assert "không có “16834”" in told.errors[0]


def test_the_page_checks_then_gives_the_slips(client: Client, admin: User, na_loi: Country) -> None:
    data = sheet(("Mai", None, "16834", None, "Nhập liệu"))
    upload = lambda: SimpleUploadedFile("cán bộ.xlsx", data)  # noqa: E731
    page = client.post(reverse("accounts:import"), {"file": upload(), "check": "1"}).content.decode()
    assert "1 dòng đúng" in page
    assert User.objects.count() == 1
    response = client.post(reverse("accounts:import"), {"file": upload()})
    assert response["Content-Type"].startswith("application/vnd.openxml")
    assert response["Content-Disposition"].startswith('attachment; filename="mat-khau-dau-tien.xlsx"')
    assert "no-store" in response["Cache-Control"]
    assert User.objects.count() == 2
    broken = client.post(reverse("accounts:import"), {"file": SimpleUploadedFile("a.xlsx", b"x")})
    assert broken.status_code == 400


def test_a_list_that_is_too_long_is_refused_whole(
    client: Client, admin: User, na_loi: Country, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "MOST_ROWS", 2)
    for count, status in ((3, 400), (2, 200)):
        data = sheet(*((f"Mai {n}", None, "16834", None, "Nhập liệu") for n in range(count)))
        wanted = {"file": SimpleUploadedFile("a.xlsx", data), "only_right": "on"}
        response = client.post(reverse("accounts:import"), wanted)
        assert response.status_code == status
        assert ("Danh sách có 3 dòng" in response.content.decode(errors="replace")) == (status == 400)
        assert User.objects.count() == 1 + (count if status == 200 else 0)


def test_a_hostile_list_is_refused_in_words_on_the_page_and_by_the_command(
    client: Client, admin: User, tmp_path: Path
) -> None:
    endless = "Họ và tên,Đơn vị,Vai trò\n".encode() + b"Mai,Na Loi,Nh\n" * 300_000
    page = client.post(reverse("accounts:import"), {"file": SimpleUploadedFile("a.csv", endless)})
    assert page.status_code == 400
    assert "nhiều hơn mức một danh sách" in page.content.decode()
    (tmp_path / "a.csv").write_bytes(endless)
    with pytest.raises(CommandError, match="nhiều hơn mức một danh sách"):
        call_command("people", "import", str(tmp_path / "a.csv"), "--passwords", str(tmp_path / "b.xlsx"))


def test_the_template_is_itself_a_list(na_loi: Country) -> None:
    OrgUnit.objects.filter(pk=na_loi["Na Loi"].pk).update(name="Hội LHPN xã Na Loi")
    assert brought(na_loi, importing.template()).errors == []


def test_names_that_are_taken_are_asked_for_together(
    na_loi: Country, hire: Hire, django_assert_max_num_queries: Any
) -> None:
    for taken in ("maia", "maia2", "maia4", "maiab", "x1", "x13"):
        hire(taken, Role.VIEWER, "Na Loi")
    few = [(f"{first} Mai", None, "16834", None, "Nhập liệu") for first in "ABCDE"]
    with django_assert_max_num_queries(20) as asked:
        told = brought(na_loi, sheet(*few))
    assert [row.person.username for row in told.rows] == ["maia3", "maib", "maic", "maid", "maie"]
    more = [(name, None, "16834", None, "Nhập liệu") for name in ("A Mai", "A Mai", "X", "X", "Hoa", "Lan")]
    with django_assert_max_num_queries(len(asked)):
        told = brought(na_loi, sheet(*few, *more))
    assert [row.person.username for row in told.rows[5:]] == ["maia5", "maia6", "x12", "x14", "hoa", "lan"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Nguyễn Thị Lan", "lannt"), ("Đỗ Ý", "yd"), ("Mai", "mai"), ("Ý", "y1"), ("!!", "canbo")],
)
def test_user_names_are_made_as_offices_make_them(name: str, expected: str) -> None:
    assert user_name_of(name) == expected


def test_the_command_makes_the_first_administrator_and_brings_lists(
    na_loi: Country, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("people", "add", "quantri", "Quản Trị", "unit_admin", "Trung ương")
    assert "mật khẩu lần đầu" in capsys.readouterr().out
    call_command("people", "grant", "quantri", "operator", "Trung ương")
    assert {each.role for each in User.objects.get(username="quantri").held} == {
        Role.UNIT_ADMIN,
        Role.OPERATOR,
    }
    source, slips = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    source.write_bytes(sheet(("Mai", None, "16834", None, "Nhập liệu")))
    call_command("people", "import", str(source), "--passwords", str(slips))
    assert slips.stat().st_mode & 0o77 == 0
    with pytest.raises(CommandError, match="không có đơn vị"):
        call_command("people", "add", "x1", "X", "viewer", "Không có")


def refused(source: Path, slips: Path) -> str:
    """What the command says of a list, of which no account is made."""
    with pytest.raises(CommandError) as caught:
        call_command("people", "import", str(source), "--passwords", str(slips))
    assert not User.objects.exists()
    return str(caught.value)


def test_no_account_is_made_whose_password_cannot_be_kept(
    na_loi: Country, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, slips = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    source.write_bytes(sheet(("Mai", None, "16834", None, "Nhập liệu")))
    assert "Không ghi được" in refused(source, tmp_path / "no folder" / "b.xlsx")
    slips.write_bytes(b"others may read this")
    assert "Đã có tệp" in refused(source, slips)
    assert slips.read_bytes() == b"others may read this"
    slips.unlink()
    slips.symlink_to(tmp_path / "elsewhere")
    assert "Đã có tệp" in refused(source, slips)
    slips.unlink()
    assert "Không mở được" in refused(tmp_path / "no list", slips)
    monkeypatch.setattr(os, "fsync", full_disk)
    assert "Không ghi được" in refused(source, slips)
    assert list(tmp_path.iterdir()) == [source]


def full_disk(descriptor: int) -> None:
    raise OSError(errno.ENOSPC, "")


def test_where_no_row_is_right_no_file_is_left(na_loi: Country, tmp_path: Path) -> None:
    source, slips = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    source.write_bytes(sheet(("Mai", None, "99999", None, "Nhập liệu")))
    call_command("people", "import", str(source), "--passwords", str(slips), stderr=StringIO())
    assert not slips.exists()


def test_the_demo_has_people_of_two_provinces_once(db: None) -> None:
    country = Country()
    country.add("Trung ương", level=Level.CENTRE)
    for code, name in ((11, "Điện Biên"), (40, "Nghệ An")):
        province = Place.objects.create(
            code=code, level=Level.PROVINCE, kind="tỉnh", name=f"tỉnh {name}", bare_name=name
        )
        unit = country.add(f"Hội LHPN tỉnh {name}", "Trung ương", level=Level.PROVINCE, kind=Kind.UNION)
        OrgUnit.objects.filter(pk=unit.pk).update(place=province)
        commune = Place.objects.create(
            code=code * 100,
            level=Level.COMMUNE,
            kind="xã",
            name=f"xã {code}",
            bare_name=str(code),
            parent=province,
        )
        unit = country.add(f"Hội LHPN xã {code}", f"Hội LHPN tỉnh {name}")
        OrgUnit.objects.filter(pk=unit.pk).update(place=commune)
    demo.seed("một mật khẩu")
    count = User.objects.count()
    assert count == 2 * (6 + 2)
    demo.seed("một mật khẩu")
    assert User.objects.count() == count
    first = User.objects.get(username="dungthu")
    assert first.check_password("một mật khẩu")
    assert may(first, Permission.ADD_DOCUMENTS)
    assert "unitadmin.dienbien" in {each.username for each in demo.shown()}
    User.objects.filter(pk=first.pk).update(is_active=False)
    demo.seed("mật khẩu khác")
    first.refresh_from_db()
    assert not first.is_active
    assert demo.shown() == []


def test_a_role_is_given_in_a_chi_hoi_whose_name_is_not_the_only_one(na_loi: Country, hire: Hire) -> None:
    for above in ("Na Loi", "Keng Đu"):
        na_loi.add("Chi hội thôn 1", above, level=Level.VILLAGE)
    admin = hire("hoa", Role.UNIT_ADMIN, "Nghệ An")

    def form(unit: str) -> GrantForm:
        return GrantForm(admin, {"unit": unit, "role": "viewer", "line": "union"})

    assert "Chi hội thôn 1 (Na Loi, Nghệ An)" in form("Chi hội thôn 1").errors["unit"][0]
    for words in (f"#{na_loi['Chi hội thôn 1'].pk}", "Chi hội thôn 1, Keng Đu"):
        asked = form(words)
        assert asked.is_valid()
        assert asked.cleaned_data["unit"] == na_loi["Chi hội thôn 1"]


def test_a_formula_is_no_name_of_a_person(na_loi: Country, hire: Hire) -> None:
    admin = hire("hoa", Role.UNIT_ADMIN, "Nghệ An")
    told = {"full_name": "=1+1", "unit": "Na Loi", "role": "viewer", "line": "union"}
    assert "full_name" in PersonForm(admin, told).errors
