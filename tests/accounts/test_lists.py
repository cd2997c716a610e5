"""People from Excel: each row's fault told, nothing taken until all is right; on the page and by the command."""

import errno
import os
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import Q
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from python_calamine import load_workbook

from accounts.conftest import Hire
from donghanh.accounts import importing, managing
from donghanh.accounts.importing import user_name_of
from donghanh.accounts.managing import NewPerson
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.audit.models import Entry, Unsealed
from donghanh.organisations.models import Level, OrgUnit, Place
from donghanh.organisations.sheets import NoHeadError
from donghanh.writing.workbook import Sheet, workbook
from organisations.conftest import Country

pytestmark = pytest.mark.django_db

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
    for asked in ("lannt2", "lan nguyen", "lan@hoi.vn", "0912345678", "mai.lo"):
        assert User.objects.get_queryset().named_like(asked).exists(), asked
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


def test_a_list_leaves_the_entries_in_the_trail_that_adding_one_by_one_leaves(
    na_loi: Country, admin: User
) -> None:
    def entries(person: User) -> list[Any]:
        """What the trail has of a person since it was last read, without her and her role."""
        (granted,) = person.grants.all()
        of_her = Entry.objects.filter(
            Q(object_type="accounts.user", object_id=str(person.pk))
            | Q(object_type="accounts.rolegrant", object_id=str(granted.pk))
        )
        told = list(of_her.values_list("verb", "actor", "unit_id", "object_type", "details"))
        assert told[1][-1]["changes"].pop("person") == person.pk
        return told

    since = timezone.localdate()
    new = NewPerson("mai", "Mai", na_loi["Na Loi"], Role.DATA_ENTRY, na_loi.line, since)
    added, _ = managing.add(admin, new, ip="192.0.2.1")
    told = brought(na_loi, sheet(("Lan", "lan", "16834", None, "Nhập liệu")), admin)
    importing.bring(admin, told, na_loi.line, ip="192.0.2.1")
    assert [verb for verb, *_ in entries(added)] == ["account_made", "role_given"]
    assert entries(User.objects.get(username="lan")) == entries(added)


def test_fifty_people_are_brought_in_with_as_many_queries_as_five(
    na_loi: Country, admin: User, django_assert_num_queries: Any
) -> None:
    def people(count: int) -> importing.Brought:
        rows = ((f"Mai {n}", f"m{count}.{n}", "16834", None, "Nhập liệu") for n in range(count))
        return brought(na_loi, sheet(*rows), admin)

    few, many = people(5), people(50)
    with CaptureQueriesContext(connection) as asked:
        assert len(importing.bring(admin, few, na_loi.line)) == 5
    with django_assert_num_queries(len(asked)):
        assert len(importing.bring(admin, many, na_loi.line)) == 50
    assert Entry.objects.count() == Unsealed.objects.count() == 2 * 55


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
