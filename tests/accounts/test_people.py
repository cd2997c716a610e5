"""An administrator's people: made, found, moved, let in again, one by one."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.conftest import FIRST_DAY, Hire
from donghanh.accounts import demo, managing
from donghanh.accounts.access import may
from donghanh.accounts.errors import HigherPersonError, OwnRoleError
from donghanh.accounts.forms import GrantForm, PersonForm
from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Permission, Role
from donghanh.audit.models import Entry
from donghanh.organisations.models import Kind, Level, OrgUnit, Place
from organisations.conftest import Country

pytestmark = pytest.mark.django_db


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


def test_what_stands_under_nothing_is_told_without_empty_brackets(country: Country, hire: Hire) -> None:
    country.add("Trung ương", "Na Loi")
    country.add("Trung ương", level=Level.CENTRE)
    admin = hire("hoa", Role.UNIT_ADMIN, "Trung ương")
    RoleGrant.objects.create(
        user=admin,
        unit=OrgUnit.objects.filter(name="Trung ương").earliest("pk"),
        line=country.line,
        role=Role.UNIT_ADMIN,
    )
    form = GrantForm(admin, {"unit": "Trung ương", "role": "viewer", "line": "union"})
    said = form.errors["unit"][0]
    assert f"#{country['Trung ương'].pk} Trung ương" in said
    assert "(Na Loi, Nghệ An)" in said
    assert "()" not in said


def test_a_person_is_added_to_the_very_unit_whose_people_were_looked_at(
    client: Client, admin: User, country: Country
) -> None:
    for above in ("Na Loi", "Keng Đu"):
        country.add("Chi hội thôn 1", above, level=Level.VILLAGE)
    unit = country["Chi hội thôn 1"]
    page = client.get(reverse("accounts:new"), {"unit": unit.pk}).content.decode()
    asked = re.search(r'name="unit" value="([^"]+)"', page)
    assert asked is not None
    post(client, "new", full_name="Lò Thị Mai", unit=asked[1], role="viewer", line="union")
    assert RoleGrant.objects.get(user__full_name="Lò Thị Mai").unit == unit


def test_a_formula_is_no_name_of_a_person(na_loi: Country, hire: Hire) -> None:
    admin = hire("hoa", Role.UNIT_ADMIN, "Nghệ An")
    told = {"full_name": "=1+1", "unit": "Na Loi", "role": "viewer", "line": "union"}
    assert "full_name" in PersonForm(admin, told).errors
