"""A unit that stands in several lines: each is changed by whoever looks after it in that line, and by nobody else."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client

from accounts.conftest import country, hire  # noqa: F401
from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Role
from donghanh.administration import rights, services
from donghanh.organisations import ordering
from donghanh.organisations.models import Kind, Level, Line, OrgUnit, Reorganisation
from donghanh.organisations.orders import Order, Verb
from donghanh.organisations.placing import NewUnit
from organisations import making
from organisations.conftest import TODAY, Country

pytestmark = pytest.mark.django_db
Hire = Callable[..., User]


@pytest.fixture
def front(country: Country) -> OrgUnit:  # noqa: F811
    """The Front of a commune, under which the Union of the commune stands besides its own line."""
    line = Line.objects.create(code="front", name="Mặt trận Tổ quốc")
    top = making.add(
        NewUnit(Kind.FATHERLAND_FRONT, Level.COMMUNE, "UBMTTQ xã Na Loi"), superior=None, line=line
    )
    making.move(country["Na Loi"], top, line, TODAY)
    return top


@pytest.fixture
def boss(front: OrgUnit) -> User:
    """The administrator of the Front there."""
    return _admin("boss", front)


def _admin(name: str, *units: OrgUnit) -> User:
    person = User.objects.create_user(name, "mật khẩu thử", name)
    for unit in units:
        line = unit.positions.order_by("pk").first().line  # type: ignore[union-attr]
        RoleGrant.objects.create(user=person, unit=unit, line=line, role=Role.UNIT_ADMIN)
    return User.objects.get(pk=person.pk)


def _signed_in(person: User) -> Client:
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": ""})
    client = Client()
    client.force_login(person)
    return client


def _rename(country: Country, unit: str) -> Order:  # noqa: F811
    return Order(Verb.RENAME, TODAY, country[unit].pk, name="Tên mới")


def test_the_fronts_administrator_brings_no_chi_hoi_into_the_unions_line(
    country: Country,  # noqa: F811
    boss: User,
) -> None:
    data = "Hội cấp trên,Tên chi hội\nNa Loi,Chi hội bản Mới\n".encode()
    brought, made = services.bring_branches(boss, data, country.line, TODAY, only_right=True)
    assert made == 0
    assert brought.errors


def test_a_reach_that_ended_since_the_list_was_read_makes_nothing(
    country: Country,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    admin = _admin("vy", country["Na Loi"])
    read = services.read_branches(
        admin, "Hội cấp trên,Tên chi hội\nNa Loi,Chi hội 2\n".encode(), country.line, TODAY
    )
    monkeypatch.setattr(services, "read_branches", lambda *_: read)
    other = _admin("tam", country["Lai Châu"])
    with pytest.raises(PermissionDenied):
        services.bring_branches(other, b"", country.line, TODAY, only_right=False)
    assert not OrgUnit.objects.filter(name="Chi hội 2").exists()


def test_the_fronts_administrator_sees_and_undoes_no_reorganisation_of_the_union(
    country: Country,  # noqa: F811
    boss: User,
) -> None:
    made = ordering.apply(None, [_rename(country, "Na Loi")], country.line, unit=country["Na Loi"])
    with pytest.raises(Http404):
        services.undo(boss, made.pk)
    assert not services.may_undo(boss, made)
    assert not Reorganisation.objects.visible_to(boss).exists()
    assert _signed_in(boss).post(f"/units/reorganisations/{made.pk}/undo/").status_code == 404
    hers = _admin("vy", country["Na Loi"])
    assert Reorganisation.objects.visible_to(hers).get() == made
    assert services.undo(hers, made.pk).undone_at is not None


def test_in_a_line_beside_its_own_a_unit_is_moved_but_not_changed_itself(
    country: Country,  # noqa: F811
    front: OrgUnit,
    boss: User,
) -> None:
    client, pk = _signed_in(boss), country["Na Loi"].pk
    page = client.get(f"/units/{pk}/change/").content.decode()
    assert "Chuyển" in page
    assert "Giải thể" not in page
    assert client.get(f"/units/{pk}/change/move/").status_code == 200
    assert client.get(f"/units/{pk}/change/abolish/").status_code == 404
    assert client.get(f"/units/{pk}/change/move/?line=union").status_code == 404
    line = front.positions.get().line
    with pytest.raises(services.NotYoursError):
        services.preview(boss, [Order(Verb.ABOLISH, TODAY, pk)], line)


def test_the_order_in_which_lines_were_made_decides_nothing(db: None) -> None:
    committee = Line.objects.create(code="committee", name="UBND")
    union = Line.objects.create(code="union", name="Hội")
    top = making.add(
        NewUnit(Kind.PEOPLES_COMMITTEE, Level.COMMUNE, "UBND xã A"), superior=None, line=committee
    )
    hers = making.add(NewUnit(Kind.UNION, Level.COMMUNE, "Hội LHPN xã A"), superior=None, line=union)
    making.move(hers, top, committee, TODAY)
    admin = User.objects.create_user("vy", None, "Vy")
    RoleGrant.objects.create(user=admin, unit=hers, line=union, role=Role.UNIT_ADMIN)
    assert rights.lines_for(admin, hers) == [(union, True)]


def test_who_looks_after_a_unit_in_several_lines_is_asked_in_which(
    country: Country,  # noqa: F811
    front: OrgUnit,
) -> None:
    client, pk = _signed_in(_admin("vy", front, country["Na Loi"])), country["Na Loi"].pk
    page = client.get(f"/units/{pk}/change/").content.decode()
    assert f'href="/units/{pk}/change/move/?line=front"' in page
    assert f'href="/units/{pk}/change/rename/?line=union"' in page
    assert "rename/?line=front" not in page
    assert client.get(f"/units/{pk}/change/move/")["Location"] == f"/units/{pk}/change/"
    told = {"name": "Chi hội mới", "kind": "branch", "day": TODAY.strftime("%d/%m/%Y")}
    shown = client.post(f"/units/{pk}/change/found/?line=front", told)
    assert "Chi hội mới, thuộc Na Loi" in shown.content.decode()


def test_a_line_of_another_kind_is_reorganised_like_those_we_know(
    country: Country,  # noqa: F811
) -> None:
    line = Line.objects.create(code="health", name="Ngành y tế")
    top = making.add(NewUnit(Kind.HEALTH, Level.PROVINCE, "Sở Y tế"), superior=None, line=line)
    station = making.add(NewUnit(Kind.HEALTH, Level.COMMUNE, "Trạm Y tế"), superior=top, line=line)
    admin = _admin("vy", top)
    orders = [Order(Verb.RENAME, TODAY, station.pk, name="Trạm Y tế xã")]
    shown = services.preview(admin, orders, line)
    made = services.reorganise(admin, orders, line, unit=station, shown=shown.token, ip=None)
    assert made.line == line


def test_what_ended_the_only_unit_that_was_named_is_undone_by_nobody_on_a_page(
    country: Country,  # noqa: F811
) -> None:
    line = Line.objects.create(code="health", name="Ngành y tế")
    hers, other = (
        making.add(NewUnit(Kind.HEALTH, Level.PROVINCE, name), superior=None, line=line)
        for name in ("Sở Y tế A", "Sở Y tế B")
    )
    made = ordering.apply(None, [Order(Verb.ABOLISH, TODAY, other.pk)], line, unit=hers)
    assert made.units == []
    admin = _admin("vy", hers)
    assert Reorganisation.objects.visible_to(admin).get() == made
    assert not services.may_undo(admin, made)
    with pytest.raises(PermissionDenied):
        services.undo(admin, made.pk)


def test_units_that_are_there_no_more_are_nobodys(country: Country) -> None:  # noqa: F811
    admin, hers = _admin("vy", country["Nghệ An"]), country["Na Loi"].pk
    assert rights.may_all(admin, [hers], country.line)
    assert rights.may_all(admin, [hers, 10**9], country.line)
    assert not rights.may_all(admin, [10**9], country.line)
    with pytest.raises(services.NotYoursError):
        services.preview(admin, [Order(Verb.ABOLISH, TODAY, 10**9)], country.line)
