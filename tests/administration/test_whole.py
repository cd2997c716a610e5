"""Whole trees and whole lists on pages: the Union's tree built, chi hội brought in from Excel."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Role
from donghanh.organisations.building import build
from donghanh.organisations.models import Line, OrgUnit
from donghanh.writing.workbook import Sheet, workbook
from organisations.conftest import TODAY

pytestmark = pytest.mark.django_db

HEADS = ("Mã xã", "Hội cấp trên", "Tên chi hội, tổ")


def admin(client: Client, unit: OrgUnit) -> User:
    """An administrator of a unit, signed in."""
    person = User.objects.create_user(f"quantri{unit.pk}", "mật khẩu thử", "Quản Trị")
    line = Line.objects.get(code="union")
    RoleGrant.objects.create(user=person, unit=unit, line=line, role=Role.UNIT_ADMIN)
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": ""})
    client.force_login(person)
    return person


@pytest.fixture
def dien_bien(db: None) -> OrgUnit:
    """The Union of a province with its communes, of today."""
    build(None, TODAY, province="Điện Biên")
    return OrgUnit.objects.get(name="Hội LHPN tỉnh Điện Biên")


def upload(client: Client, *rows: tuple[Any, ...], **more: str) -> Any:
    data = workbook([Sheet("Chi hội", HEADS, rows)])
    return client.post("/units/branches/", {"file": SimpleUploadedFile("a.xlsx", data), **more}, follow=True)


def test_the_centre_sees_what_would_be_made_then_builds_a_province(
    client: Client, dien_bien: OrgUnit
) -> None:
    top = OrgUnit.objects.get(level="centre")
    admin(client, top)
    before = OrgUnit.objects.count()
    page = client.post("/units/build/", {"line": "union", "province": "12"}).content.decode()
    assert "Chưa dựng đơn vị nào" in page
    assert OrgUnit.objects.count() == before
    client.post("/units/build/", {"line": "union", "province": "12", "build": "1"})
    assert OrgUnit.objects.filter(name="Hội LHPN tỉnh Lai Châu").exists()
    assert "Dựng cây" in client.get("/units/").content.decode()


def test_a_day_of_a_former_tree_is_refused_in_words(client: Client, dien_bien: OrgUnit) -> None:
    admin(client, OrgUnit.objects.get(level="centre"))
    told = {"line": "union", "province": "", "day": "01/6/2025", "build": "1"}
    response = client.post("/units/build/", told)
    assert response.status_code == 400
    assert "đã có" in response.content.decode()


def test_a_province_does_not_build_the_country(client: Client, dien_bien: OrgUnit) -> None:
    admin(client, dien_bien)
    assert client.get("/units/build/").status_code == 403
    assert "Dựng cây" not in client.get("/units/").content.decode()


def test_chi_hoi_are_checked_then_made_below_ones_own_unions(client: Client, dien_bien: OrgUnit) -> None:
    admin(client, dien_bien)
    union = OrgUnit.objects.filter(level="commune", place__isnull=False).order_by("place__code").first()
    assert union is not None
    assert union.place is not None
    row = (str(union.place.code), None, "Chi hội bản Một")
    page = upload(client, row, check="1").content.decode()
    assert "1 trong 1 dòng đúng" in page
    assert not OrgUnit.objects.filter(name="Chi hội bản Một").exists()
    upload(client, row)
    assert OrgUnit.objects.get(name="Chi hội bản Một").positions.get().superior == union
    assert "1 dòng nữa đã có" in upload(client, row, check="1").content.decode()


def test_another_provinces_unions_are_unknown_to_a_list(client: Client, dien_bien: OrgUnit) -> None:
    build(None, TODAY, province="Lai Châu")
    admin(client, OrgUnit.objects.get(name="Hội LHPN tỉnh Lai Châu"))
    union = OrgUnit.objects.filter(level="commune", place__parent__code=11).first()
    assert union is not None
    page = upload(client, (None, union.name, "Chi hội bản Một")).content.decode()
    assert "Dòng 2" in page
    assert not OrgUnit.objects.filter(name="Chi hội bản Một").exists()
    assert client.post("/units/branches/", {}).status_code == 400
    assert client.get("/units/branches/list.xlsx").status_code == 200
