"""The Union's tree out of the real places: what the lists hold is there, once, under whom it belongs."""

from collections import Counter
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from donghanh.accounts.models import User
from donghanh.audit.models import Entry
from donghanh.organisations import selectors
from donghanh.organisations.building import build, find_province
from donghanh.organisations.errors import LaterTreeError, UnknownPlaceError
from donghanh.organisations.models import Line, OrgUnit, Place, PlaceChange
from donghanh.organisations.places import load_places
from donghanh.organisations.tree import on

pytestmark = pytest.mark.django_db
TODAY, OLD = date(2026, 11, 22), date(2025, 6, 30)


def test_the_country_of_today_has_a_union_for_every_place() -> None:
    built = build(None, TODAY)
    assert (built.units, built.new) == (1 + 34 + 3321, 1 + 34 + 3321)
    line = Line.objects.get(code="union")
    nghe_an = OrgUnit.objects.get(name="Hội LHPN tỉnh Nghệ An")
    communes = OrgUnit.objects.under(nghe_an, line, TODAY)
    assert communes.count() == 130
    na_loi = communes.get(name="Hội LHPN xã Na Loi")
    above = [unit.name for unit in OrgUnit.objects.above(na_loi, line, TODAY)]
    assert above == ["Trung ương Hội Liên hiệp Phụ nữ Việt Nam", "Hội LHPN tỉnh Nghệ An"]
    assert build(None, TODAY).new == 0
    assert OrgUnit.objects.count() == built.units
    assert Entry.objects.filter(verb="line_built").count() == 1
    with pytest.raises(LaterTreeError):
        build(None, OLD)
    assert OrgUnit.objects.count() == built.units


def test_the_country_before_the_reform_has_its_districts() -> None:
    build(None, OLD, province="Lai Châu")
    levels = Counter(OrgUnit.objects.values_list("level", flat=True))
    assert levels == {"centre": 1, "province": 1, "district": 8, "commune": 106}
    line = Line.objects.get(code="union")
    unit = OrgUnit.objects.get(name="Hội LHPN xã Vàng Ma Chải")
    assert [each.name for each in OrgUnit.objects.above(unit, line, OLD)][1:] == [
        "Hội LHPN tỉnh Lai Châu",
        "Hội LHPN huyện Phong Thổ",
    ]


def test_places_are_those_of_the_lists_with_what_became_of_them() -> None:
    build(None, TODAY, province="Cao Bằng")
    assert Counter(Place.objects.filter(on(TODAY)).values_list("level", flat=True)) == {
        "province": 34,
        "commune": 3321,
    }
    assert Counter(Place.objects.filter(on(OLD)).values_list("level", flat=True)) == {
        "province": 63,
        "district": 696,
        "commune": 10051,
    }
    change = PlaceChange.objects.get(old__name="Xã Vàng Ma Chải")
    assert (change.new.name, change.partly, change.day) == ("Xã Sì Lở Lầu", False, date(2025, 7, 1))


@pytest.mark.parametrize("words", ["Nghệ An", "nghe an", "tỉnh Nghệ An", "40"])
def test_a_province_is_told_by_name_or_code(words: str) -> None:
    build(None, TODAY, province="Cao Bằng")
    assert find_province(words, TODAY).name == "Tỉnh Nghệ An"


@pytest.mark.parametrize("code", ["01", "1"])
def test_a_code_is_known_as_the_lists_write_it_and_as_excel_leaves_it(db: None, code: str) -> None:
    load_places()
    assert find_province(code, TODAY).bare_name == "Hà Nội"


def test_a_province_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownPlaceError, match="Các tỉnh, thành phố: An Giang"):
        build(None, TODAY, province="Kon Tum")
    assert not OrgUnit.objects.exists()


def test_the_command_says_what_it_built_and_what_is_wrong() -> None:
    out = StringIO()
    call_command("units", "build", "--province", "Cao Bằng", "--as-of", "22/11/2026", stdout=out)
    assert out.getvalue().strip() == "58 đơn vị vào ngày 22/11/2026, trong đó 58 đơn vị mới."
    with pytest.raises(CommandError, match="Không có ngày “31/6/2025”"):
        call_command("units", "build", "--as-of", "31/6/2025")
    with pytest.raises(CommandError, match="không có tỉnh"):
        call_command("units", "build", "--province", "Kon Tum")


def test_the_union_stands_beside_the_committee_and_the_front_of_its_place(user: User) -> None:
    build(None, TODAY, province="Cao Bằng")
    for code in ("committee", "front"):
        assert build(None, TODAY, code=code, province="Cao Bằng").new == 58
        assert build(None, TODAY, code=code, province="Cao Bằng").new == 0
    union = OrgUnit.objects.get(name="Hội LHPN xã Trường Hà")
    front, committee = (Line.objects.get(code=code) for code in ("front", "committee"))
    assert [unit.name for unit in OrgUnit.objects.above(union, front, TODAY)] == [
        "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
        "UBMTTQ Việt Nam tỉnh Cao Bằng",
        "UBMTTQ Việt Nam xã Trường Hà",
    ]
    assert not OrgUnit.objects.above(union, front, OLD).exists()
    assert OrgUnit.objects.above(union, committee, TODAY).last() == OrgUnit.objects.get(
        name="UBND xã Trường Hà"
    )
    assert list(Line.objects.values_list("code", flat=True)) == ["union", "committee", "front"]
    found = selectors.found(user, front, TODAY, "hội lhpn trường hà")
    assert [unit.name for unit in found] == ["Hội LHPN xã Trường Hà"]  # once, though it stands in three lines
