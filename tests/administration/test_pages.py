"""An administrator changes her units on pages: asked, shown in full, carried out, undone; others may not."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from accounts.conftest import country, hire  # noqa: F401
from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Role
from donghanh.organisations import ordering
from donghanh.organisations.models import Kind, Level, OrgUnit, Place, Reorganisation
from donghanh.organisations.orders import Order, Verb
from organisations import making
from organisations.conftest import TODAY, Country

pytestmark = pytest.mark.django_db
Hire = Callable[..., User]


@pytest.fixture
def mai(hire: Hire) -> User:  # noqa: F811
    """The administrator of the province."""
    return hire("mai", Role.UNIT_ADMIN, "Nghệ An")


def signed_in(person: User) -> Client:
    """Somebody whose role asks for a second step, and who has one."""
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": ""})
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def hers(mai: User) -> Client:
    return signed_in(mai)


def address(country: Country, unit: str, act: str) -> str:  # noqa: F811
    return f"/units/{country[unit].pk}/change/{act}/"


def confirm(client: Client, url: str, data: dict[str, object], page: str) -> str:
    """Confirm what the page shows; the page to which that leads."""
    token = re.search(r'name="confirm"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="confirm"', page)
    assert token is not None, page
    sent = client.post(url, {**data, "confirm": token[1] or token[2]}, follow=True)
    return str(sent.content.decode())


def test_a_unit_leads_to_what_can_be_done_with_it(hers: Client, country: Country) -> None:  # noqa: F811
    page = hers.get(f"/units/{country['Na Loi'].pk}/").content.decode()
    assert f'href="/units/{country["Na Loi"].pk}/change/"' in page
    page = hers.get(f"/units/{country['Na Loi'].pk}/change/").content.decode()
    assert "Sáp nhập toàn bộ hoặc một phần" in page
    assert "Khôi phục" not in page
    page = hers.get(f"/units/{country['Sì Lở Lầu'].pk}/").content.decode()
    assert "/change/" not in page


def test_a_merge_is_shown_in_full_and_then_carried_out_and_undone(
    hers: Client,
    country: Country,  # noqa: F811
    hire: Hire,  # noqa: F811
) -> None:
    hire("lan", Role.LEADER, "Na Loi")
    url, data = address(country, "Na Loi", "merge"), {"into": "keng du", "day": "01/1/2026", "act": "NQ 1"}
    shown = hers.post(url, data).content.decode()
    for said in (
        "1 đơn vị kết thúc",
        "Na Loi → Keng Đu",
        "Chi hội bản Đồn Boọng",
        "Lan: Lãnh đạo",
        "01/01/2026",
    ):
        assert said in shown
    assert not Reorganisation.objects.exists()
    page = confirm(hers, url, data, shown)
    assert "Đã thực hiện." in page
    assert country.under("Keng Đu") == ["Chi hội bản Đồn Boọng"]
    made = Reorganisation.objects.get()
    assert (made.actor.username, made.unit) == ("mai", country["Nghệ An"].pk)  # type: ignore[union-attr]
    assert f"/units/reorganisations/{made.pk}/" in hers.get("/units/reorganisations/").content.decode()
    page = hers.post(f"/units/reorganisations/{made.pk}/undo/", follow=True).content.decode()
    assert "Đã hoàn tác" in page
    assert country.under("Na Loi") == ["Chi hội bản Đồn Boọng"]
    assert RoleGrant.objects.get(user__username="lan").unit == country["Na Loi"]


def test_a_name_of_several_units_is_asked_about(hers: Client, country: Country) -> None:  # noqa: F811
    country.add("Keng Đu Một", "Nghệ An")
    country.add("Keng Đu Hai", "Nghệ An")
    url, data = address(country, "Na Loi", "merge"), {"into": "keng", "day": "01/1/2026"}
    asked = hers.post(url, data)
    assert asked.status_code == 400
    assert f'value="#{country["Keng Đu Hai"].pk}"' in asked.content.decode()
    chosen = {**data, "into_choice": f"#{country['Keng Đu Hai'].pk}"}
    shown = hers.post(url, chosen).content.decode()
    assert "Na Loi → Keng Đu Hai" in shown
    confirm(hers, url, chosen, shown)
    assert country.under("Keng Đu Hai") == ["Chi hội bản Đồn Boọng"]


def test_a_unit_is_added_renamed_moved_and_abolished(hers: Client, country: Country) -> None:  # noqa: F811
    for unit, act, filled in (
        ("Na Loi", "found", {"name": "Chi hội mới", "kind": "branch"}),
        ("Na Loi", "rename", {"name": "Na Loi Mới"}),
        ("Na Loi", "move", {"into": f"#{country['Keng Đu'].pk}"}),
        ("Chi hội bản Đồn Boọng", "abolish", {}),
    ):
        url = address(country, unit, act)
        data = {**filled, "day": "01/1/2026"}
        confirm(hers, url, data, hers.post(url, data).content.decode())
    new = OrgUnit.objects.get(name="Chi hội mới")
    assert (new.kind, new.level) == (Kind.BRANCH, Level.VILLAGE)
    above = OrgUnit.objects.above(new, country.line, TODAY)
    assert [unit.name for unit in above] == ["Trung ương", "Nghệ An", "Keng Đu", "Na Loi Mới"]
    assert country.under("Na Loi") == ["Chi hội mới"]


def test_a_unit_is_divided_with_its_branches(hers: Client, country: Country) -> None:  # noqa: F811
    branch = country["Chi hội bản Đồn Boọng"].pk
    url = address(country, "Na Loi", "split")
    data = {
        "taker_1": "Keng Đu",
        "taker_2": "Na Loi Hai",
        "new_2": "on",
        f"goes_{branch}": "2",
        "day": "01/1/2026",
    }
    shown = hers.post(url, data).content.decode()
    assert "Na Loi Hai, thuộc Nghệ An" in shown
    confirm(hers, url, data, shown)
    assert country.above("Chi hội bản Đồn Boọng") == ["Trung ương", "Nghệ An", "Na Loi Hai"]


def test_a_part_goes_with_the_branches_that_are_ticked(hers: Client, country: Country) -> None:  # noqa: F811
    country.add("Chi hội 2", "Na Loi", level=Level.VILLAGE, kind=Kind.BRANCH)
    url = address(country, "Na Loi", "merge")
    data = {"into": "Keng Đu", "along": [str(country["Chi hội 2"].pk)], "day": "01/1/2026"}
    assert "chỉ một phần" in hers.post(url, data).content.decode()
    data["partly"] = "on"
    confirm(hers, url, data, hers.post(url, data).content.decode())
    assert country.under("Keng Đu") == ["Chi hội 2"]
    assert country.under("Na Loi") == ["Chi hội bản Đồn Boọng"]


def test_who_confirms_late_sees_what_changed_and_nothing_is_done(hers: Client, country: Country) -> None:  # noqa: F811
    url, data = address(country, "Na Loi", "merge"), {"into": "Keng Đu", "day": "01/1/2026"}
    shown = hers.post(url, data).content.decode()
    making.rename(country["Na Loi"], "Na Loi Mới", TODAY)
    other = country.add("Chi hội vừa lập", "Na Loi", level=Level.VILLAGE, kind=Kind.BRANCH)
    page = confirm(hers, url, data, shown)
    assert "Đơn vị đã có thay đổi" in page or "thay đổi tiếp" in page
    assert not Reorganisation.objects.exists()
    assert country.under("Na Loi", TODAY) == ["Chi hội bản Đồn Boọng", other.name]


def test_what_she_wrote_comes_back_when_she_corrects_it(hers: Client, country: Country) -> None:  # noqa: F811
    data = {"name": "Na Loi Mới", "day": "01/1/2026", "act": "NQ 9", "edit": "1"}
    page = hers.post(address(country, "Na Loi", "rename"), data).content.decode()
    assert 'value="NQ 9"' in page
    assert not Reorganisation.objects.exists()


def test_units_of_others_are_neither_changed_nor_taken_over(hers: Client, country: Country) -> None:  # noqa: F811
    assert hers.get(address(country, "Sì Lở Lầu", "rename")).status_code == 404
    assert hers.post(address(country, "Sì Lở Lầu", "rename"), {"name": "Khác"}).status_code == 404
    data = {"into": "Sì Lở Lầu", "day": "01/1/2026"}
    page = hers.post(address(country, "Na Loi", "merge"), data).content.decode()
    assert "thuộc quyền của bạn" in page
    page = hers.post(address(country, "Na Loi", "merge"), {**data, "confirm": "0.x"}).content.decode()
    assert "thuộc quyền của bạn" in page
    assert not Reorganisation.objects.exists()


def test_who_has_no_such_role_gets_nothing(client: Client, country: Country, hire: Hire) -> None:  # noqa: F811
    made = ordering.apply(
        None,
        [Order(Verb.RENAME, TODAY, country["Na Loi"].pk, name="Mới")],
        country.line,
        unit=country["Na Loi"],
    )
    client.force_login(hire("hoa", Role.DATA_ENTRY, "Nghệ An"))
    for url in (address(country, "Na Loi", "rename"), "/units/reorganisations/"):
        assert client.get(url).status_code == 403
    number = f"/units/reorganisations/{made.pk}/"
    assert client.get(number).status_code == 404
    assert client.post(f"{number}undo/").status_code == 404
    client = signed_in(hire("tam", Role.UNIT_ADMIN, "Lai Châu"))
    assert client.get(number).status_code == 404
    assert client.post(f"{number}undo/").status_code == 404
    made.refresh_from_db()
    assert made.undone_at is None


def test_what_named_units_of_others_is_not_undone_by_one_of_them(country: Country, hire: Hire) -> None:  # noqa: F811
    orders = [Order(Verb.MOVE, TODAY, country["Chi hội bản Đồn Boọng"].pk, country["Sì Lở Lầu"].pk)]
    made = ordering.apply(None, orders, country.line, unit=country["Na Loi"])
    client = signed_in(hire("vy", Role.UNIT_ADMIN, "Na Loi"))
    url = f"/units/reorganisations/{made.pk}/"
    page = client.get(url).content.decode()
    assert f'action="{url}undo/"' not in page
    assert client.post(f"{url}undo/").status_code == 403


def test_an_ended_unit_is_revived_by_whoever_looks_after_the_one_above_it(
    hers: Client,
    country: Country,  # noqa: F811
) -> None:
    ordering.apply(None, [Order(Verb.ABOLISH, date(2026, 1, 1), country["Keng Đu"].pk)], country.line)
    page = hers.get(f"/units/{country['Keng Đu'].pk}/change/").content.decode()
    assert "Khôi phục" in page
    assert "Sáp nhập" not in page
    url, data = address(country, "Keng Đu", "revive"), {"into": "Nghệ An", "day": "01/3/2026"}
    confirm(hers, url, data, hers.post(url, data).content.decode())
    assert "Keng Đu" in country.under("Nghệ An")


def test_a_new_unit_is_given_its_place_and_level(hers: Client, country: Country) -> None:  # noqa: F811
    for code, province in ((16834, "Nghệ An"), (99001, "Lai Châu")):
        above = Place.objects.create(
            level="province", code=code // 1000, kind="tỉnh", name=province, bare_name=province
        )
        Place.objects.create(
            level="commune", code=code, kind="xã", name="Xã Na Loi", bare_name="Na Loi", parent=above
        )
    url = address(country, "Nghệ An", "found")
    data = {"name": "Hội LHPN xã Na Loi", "kind": "union", "place": "na loi", "day": "01/1/2026"}
    asked = hers.post(url, data).content.decode()
    assert "Lai Châu" in asked
    district = Place.objects.create(
        level=Level.DISTRICT, code=420, kind="", name="Kỳ Sơn", bare_name="Kỳ Sơn", until=date(2025, 7, 1)
    )
    ended = hers.post(url, {**data, "place_choice": f"#{district.pk}"})
    assert "không có địa bàn nào" in ended.content.decode()
    data["place"] = "16834"
    confirm(hers, url, data, hers.post(url, data).content.decode())
    new = OrgUnit.objects.select_related("place").get(name="Hội LHPN xã Na Loi")
    assert new.place is not None
    assert (new.level, new.place.code) == ("commune", 16834)
