"""A right in one line is none in another: the Fatherland Front's administrator over the Union's people of her commune."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.conftest import FIRST_DAY, Hire
from donghanh.accounts import granting, importing, managing
from donghanh.accounts.access import may
from donghanh.accounts.errors import HigherPersonError
from donghanh.accounts.forms import GrantForm, MoveForm
from donghanh.accounts.managing import NewPerson
from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Permission, Role
from donghanh.audit.models import Entry
from donghanh.organisations.models import OPEN, Kind, Level, Line
from donghanh.organisations.placing import NewUnit
from donghanh.writing.workbook import Sheet, workbook
from organisations import making
from organisations.conftest import Country

pytestmark = pytest.mark.django_db
MANAGE = Permission.MANAGE_PEOPLE


@pytest.fixture
def front(country: Country) -> Line:
    """A line in which the Union of Na Loi stands under the Front of the commune, without its chi hội."""
    line = Line.objects.create(code="front", name="Mặt trận")
    new = NewUnit(Kind.FATHERLAND_FRONT, Level.COMMUNE, "Mặt trận xã Na Loi")
    country.units["Mặt trận"] = making.add(new, superior=None, line=line)
    making.move(country["Na Loi"], country["Mặt trận"], line, FIRST_DAY)
    return line


@pytest.fixture
def boss(country: Country, front: Line) -> User:
    """Who administers the Front of the commune, and so, in the Front's line, the Union below it."""
    person = User.objects.create_user("tran", None, "Trần")
    RoleGrant.objects.create(
        user=person, unit=country["Mặt trận"], line=front, role=Role.UNIT_ADMIN, since=FIRST_DAY
    )
    assert may(person, MANAGE, country["Na Loi"])
    assert not may(person, MANAGE, country["Na Loi"], line=country.line)
    return person


@pytest.fixture
def head(hire: Hire, boss: User) -> User:
    """The Union's own administrator of the commune."""
    return hire("hoa", Role.UNIT_ADMIN, "Na Loi")


def refused(act: Callable[[], object], error: type[Exception]) -> None:
    acts = Entry.objects.count()
    with pytest.raises(error):
        act()
    assert Entry.objects.count() == acts


def test_a_role_is_neither_lent_nor_taken_back_nor_ended_from_another_line(
    boss: User, head: User, hire: Hire
) -> None:
    today, friend, granted = timezone.localdate(), hire("mai"), head.grants.get()
    refused(lambda: granting.substitute(boss, granted, friend, today, OPEN), Http404)
    lent = granting.substitute(None, granted, friend, today, OPEN)
    refused(lambda: granting.end_substitution(boss, lent), Http404)
    refused(lambda: granting.end(boss, granted, today), Http404)


def test_nobody_is_moved_on_out_of_another_line(
    boss: User, head: User, country: Country, front: Line
) -> None:
    making.move(country["Keng Đu"], country["Mặt trận"], front, FIRST_DAY)
    tomorrow = timezone.localdate() + timedelta(days=1)
    na_loi, keng_du = country["Na Loi"], country["Keng Đu"]
    refused(lambda: granting.move_on(boss, head, na_loi, keng_du, tomorrow), Http404)
    assert na_loi not in MoveForm(boss, head).fields["old"].queryset  # type: ignore[attr-defined]


def test_an_account_is_in_the_hands_of_its_own_line(boss: User, head: User) -> None:
    assert not granting.manages(boss, head)
    refused(lambda: managing.give_new_password(boss, head), HigherPersonError)
    refused(lambda: managing.remove_second_factors(boss, head), HigherPersonError)
    refused(lambda: managing.close(boss, head), HigherPersonError)


def test_an_account_with_a_role_in_another_line_is_not_made(
    boss: User, country: Country, front: Line
) -> None:
    def new(line: Line) -> NewPerson:
        return NewPerson("lannt", "Lan", country["Na Loi"], Role.UNIT_ADMIN, line, FIRST_DAY)

    refused(lambda: managing.add(boss, new(country.line)), Http404)
    assert [str(line) for line in GrantForm(boss).fields["line"].queryset] == [front.name]  # type: ignore[attr-defined]
    managing.add(boss, new(front))


def test_a_list_brings_nobody_into_another_line(boss: User, country: Country, front: Line) -> None:
    rows = [("Lan", "Na Loi", "Quản trị đơn vị")]
    data = workbook([Sheet("Cán bộ", ("Họ và tên", "Đơn vị", "Vai trò"), rows)])
    today = timezone.localdate()
    told = importing.read(boss, data, country.line, today)
    assert "không có “Na Loi”" in told.errors[0]
    found = importing.read(None, data, country.line, today)
    refused(lambda: importing.bring(boss, found, country.line), PermissionDenied)
    assert importing.read(boss, data, front, today).errors == []


def test_the_page_of_a_person_offers_nothing_that_another_line_decides(
    boss: User, head: User, client: Client
) -> None:
    Authenticator.objects.create(user=boss, type=Authenticator.Type.TOTP, data={"secret": ""})
    client.force_login(boss)
    page = client.get(reverse("accounts:person", args=[head.pk])).content.decode()
    assert "Hoa" in page
    for name in ("end", "substitute"):
        assert reverse(f"accounts:{name}", args=[head.pk, head.grants.get().pk]) not in page
    assert reverse("accounts:password", args=[head.pk]) not in page
