"""The offices that places have by law, made in bulk as they were on a day and became after it."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from donghanh.audit.models import Entry
from donghanh.organisations.building import build
from donghanh.organisations.checking import check
from donghanh.organisations.errors import UnknownPlaceError
from donghanh.organisations.models import Level, Line, OrgUnit, Succession
from donghanh.organisations.offices import KINDS, NoTrunkError, build_offices, find_area
from donghanh.organisations.reorganising import reorganise
from donghanh.vietnam.places import REFORM

pytestmark = pytest.mark.django_db
OLD, TODAY = date(2024, 5, 6), date(2026, 11, 22)


def committees(day: date) -> Line:
    build(None, day, code="committee", province="Lai Châu")
    return Line.objects.get(code="committee")


def test_each_place_below_an_area_has_the_offices_of_its_level_and_day() -> None:
    line = committees(OLD)
    area = find_area("huyện Tam Đường, tỉnh Lai Châu", OLD)
    built = build_offices(None, OLD, ["department", "health", "police"], area)
    assert built.new == built.units > 0
    assert build_offices(None, OLD, ["department", "health", "police"], area).new == 0
    assert Entry.objects.filter(verb="offices_built").count() == 1
    district = OrgUnit.objects.get(name="UBND huyện Tam Đường")
    directly = OrgUnit.objects.directly_under(district, line, OLD)
    names = set(directly.exclude(kind="peoples_committee").values_list("name", flat=True))
    assert {
        "Phòng Tư pháp huyện Tam Đường",
        "Công an huyện Tam Đường",
        "Trung tâm Y tế huyện Tam Đường",
    } <= names
    assert not any("Dân tộc" in name for name in names)  # only some districts have one
    stations = OrgUnit.objects.filter(kind="health", level=Level.COMMUNE)
    assert stations.count() == 13
    assert not OrgUnit.objects.filter(name__contains="Phong Thổ", kind="department").exists()


def test_offices_are_renamed_when_the_law_does_and_lead_to_those_that_took_them_over() -> None:
    line = committees(OLD)
    build_offices(None, OLD, ["department"], find_area("huyện Tam Đường, tỉnh Lai Châu", OLD))
    labour = OrgUnit.objects.get(name="Phòng Lao động - Thương binh và Xã hội huyện Tam Đường")
    assert labour.end == date(2025, 3, 1)
    heir = Succession.objects.get(old=labour).new
    assert heir is not None and heir.name == "Phòng Nội vụ huyện Tam Đường"
    district = OrgUnit.objects.get(name="UBND huyện Tam Đường")
    merged = "Phòng Nông nghiệp và Môi trường huyện Tam Đường"
    for day, there in ((OLD, False), (date(2025, 4, 1), True)):
        assert OrgUnit.objects.directly_under(district, line, day).filter(name=merged).exists() is there


def test_offices_of_districts_end_with_them_and_nobody_is_lost() -> None:
    committees(OLD)
    build_offices(None, OLD, ["department", "police"], find_area("tỉnh Lai Châu", OLD))
    reorganise(None, REFORM, code="committee")
    found = check(TODAY)
    assert (found.unexplained, found.homeless) == ((), ())
    line = Line.objects.get(code="committee")
    top = OrgUnit.objects.get(name="UBND tỉnh Lai Châu")
    offices = OrgUnit.objects.under(top, line, TODAY).exclude(kind="peoples_committee")
    assert set(offices.values_list("level", flat=True)) == {"province"}
    assert build_offices(None, TODAY, ["department", "police"], find_area("tỉnh Lai Châu", TODAY)).new > 38
    assert set(offices.values_list("level", flat=True)) == {"province", "commune"}
    assert check(TODAY).unexplained == ()


def test_today_communes_have_their_departments_by_their_kind() -> None:
    committees(TODAY)
    build_offices(None, TODAY, ["department"], find_area("tỉnh Lai Châu", TODAY))
    assert OrgUnit.objects.filter(name="Phòng Kinh tế xã Bình Lư").exists()
    assert OrgUnit.objects.filter(name="Phòng Kinh tế, Hạ tầng và Đô thị phường Tân Phong").exists()


def test_an_order_that_cannot_be_carried_out_says_why() -> None:
    build(None, TODAY, province="Lai Châu")
    with pytest.raises(NoTrunkError, match="donghanh units build --line committee"):
        build_offices(None, TODAY, ["department"], find_area("tỉnh Lai Châu", TODAY))
    for words, why in (
        ("xã Tân Lập", "Có nhiều nơi"),
        ("huyện Tam Đường", "Không có nơi nào"),
        ("", "Không có nơi nào"),
    ):
        with pytest.raises(UnknownPlaceError, match=why):
            find_area(words, TODAY)


def test_the_command_builds_offices_of_a_place() -> None:
    committees(TODAY)
    out = StringIO()
    order = ("units", "build", "--kinds", "health,police", "--as-of", "22/11/2026")
    call_command(*order, "--place", "xã Bình Lư, tỉnh Lai Châu", stdout=out)
    assert out.getvalue().strip() == "2 đơn vị vào ngày 22/11/2026, trong đó 2 đơn vị mới."
    with pytest.raises(CommandError, match="Không có loại “school”"):
        call_command("units", "build", "--kinds", "school", "--place", "Lai Châu")
    with pytest.raises(CommandError, match="--place"):
        call_command(*order)
    assert "school" not in KINDS
