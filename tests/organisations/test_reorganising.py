"""The reform of 1 July 2025 carried through the tree of a province: nobody is lost, and what is not known is asked."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from donghanh.accounts.models import User
from donghanh.audit.models import Entry
from donghanh.organisations.building import TRUNKS, build, make_missing, place_unions
from donghanh.organisations.checking import check
from donghanh.organisations.errors import FormerTreeError
from donghanh.organisations.journal import Journal
from donghanh.organisations.models import (
    Kind,
    Level,
    Line,
    OrgUnit,
    Place,
    PlaceChange,
    Position,
    Succession,
)
from donghanh.organisations.placing import NewUnit
from donghanh.organisations.reorganising import NothingToReorganiseError, reorganise
from organisations import making

pytestmark = pytest.mark.django_db
TOP = "Trung ương Hội Liên hiệp Phụ nữ Việt Nam"
BEFORE, REFORM, TODAY = date(2025, 6, 30), date(2025, 7, 1), date(2026, 11, 22)


class Reform:
    """A province that went into another, with a district of three communes: one became one, one was divided, of one
    the lists say nothing. Under each stand a branch and its group."""

    def __init__(self) -> None:
        self.line = Line.objects.get_or_create(code="union", defaults={"name": "Hội Liên hiệp Phụ nữ"})[0]
        old = self.place("province", 62, "tỉnh", "Kon Tum")
        new = self.place("province", 51, "tỉnh", "Quảng Ngãi", since=REFORM)
        district = self.place("district", 613, "huyện", "Ngọc Hồi", old)
        communes = [
            self.place("commune", 23000 + at, "xã", name, district)
            for at, name in enumerate(("Bờ Y", "Đăk Nông", "Sa Loong"))
        ]
        heirs = [
            self.place("commune", 24000 + at, "xã", name, new, since=REFORM)
            for at, name in enumerate(("Bờ Y", "Dục Nông", "Rờ Kơi"))
        ]
        for was, now in (
            (old, new),
            (communes[0], heirs[0]),
            (communes[1], heirs[1]),
            (communes[1], heirs[2]),
        ):
            partly = was is communes[1]
            PlaceChange.objects.create(old=was, new=now, partly=partly, day=REFORM, act="NQ 202/2025/QH15")
        for heir in heirs:
            PlaceChange.objects.create(old=district, new=heir, partly=True, day=REFORM)
        make_missing(Journal(), TRUNKS["union"], self.line, [old, district, *communes], BEFORE)
        for place in communes:
            union = OrgUnit.objects.get(place=place)
            branch = making.add(
                NewUnit(Kind.BRANCH, Level.VILLAGE, f"Chi hội {place.bare_name}"),
                superior=union,
                line=self.line,
            )
            group = NewUnit(Kind.GROUP, Level.GROUP, f"Tổ {place.bare_name}")
            making.add(group, superior=branch, line=self.line)

    def place(
        self, level: str, code: int, kind: str, name: str, parent: Place | None = None, since: date = date.min
    ) -> Place:
        until = date.max if since == REFORM else REFORM
        full = f"{kind.capitalize()} {name}"
        return Place.objects.create(
            level=level,
            code=code,
            kind=kind,
            name=full,
            bare_name=name,
            parent=parent,
            since=since,
            until=until,
        )


@pytest.fixture
def line(db: None) -> Line:
    return Reform().line


def above(line: Line, name: str, day: date) -> list[str]:
    unit = OrgUnit.objects.get(name=name)
    return [each.name for each in OrgUnit.objects.above(unit, line, day)]


def test_branches_go_to_the_unit_that_took_theirs_over(line: Line) -> None:
    outcome = reorganise(None, REFORM)
    assert (outcome.ended, outcome.begun, outcome.moved) == (5, 4, 6)
    assert above(line, "Tổ Bờ Y", TODAY) == [
        TOP,
        "Hội LHPN tỉnh Quảng Ngãi",
        "Hội LHPN xã Bờ Y",
        "Chi hội Bờ Y",
    ]
    assert above(line, "Tổ Bờ Y", BEFORE) == [
        TOP,
        "Hội LHPN tỉnh Kon Tum",
        "Hội LHPN huyện Ngọc Hồi",
        "Hội LHPN xã Bờ Y",
        "Chi hội Bờ Y",
    ]
    kept = Succession.objects.get(old__place__bare_name="Bờ Y")
    assert (kept.new.since, kept.partly, kept.act) == (REFORM, False, "NQ 202/2025/QH15")  # type: ignore[union-attr]
    assert Entry.objects.filter(verb="reorganised").count() == 1


def test_where_several_or_nobody_took_over_the_branch_waits_under_the_province(line: Line) -> None:
    outcome = reorganise(None, REFORM)
    assert outcome.asked == {"Hội LHPN xã Đăk Nông": 2, "Hội LHPN xã Sa Loong": 2}
    for commune in ("Đăk Nông", "Sa Loong"):
        assert above(line, f"Tổ {commune}", TODAY) == [TOP, "Hội LHPN tỉnh Quảng Ngãi", f"Chi hội {commune}"]
    assert Succession.objects.filter(old__place__bare_name="Đăk Nông", partly=True).count() == 2
    assert check(TODAY).open == ("Hội LHPN xã Sa Loong: Danh mục không ghi nơi kế thừa Xã Sa Loong.",)


def test_nobody_is_lost_and_every_end_is_explained(line: Line) -> None:
    reorganise(None, REFORM)
    top = OrgUnit.objects.get(level=Level.CENTRE)
    under = OrgUnit.objects.under(top, line, TODAY)
    assert under.filter(kind__in=[Kind.BRANCH, Kind.GROUP]).count() == 6
    assert not under.filter(level=Level.DISTRICT).exists()
    found = check(TODAY)
    assert found.unexplained == found.homeless == ()
    assert (found.ended, found.waiting) == (5, 2)


def test_the_page_of_an_ended_unit_leads_to_its_successors(line: Line, client: Client, user: User) -> None:
    reorganise(None, REFORM)
    client.force_login(user)
    old = OrgUnit.objects.get(place__bare_name="Đăk Nông")
    page = client.get(f"/units/{old.pk}/").content.decode()
    assert "không có vào ngày" in page
    for name in ("Hội LHPN xã Dục Nông", "Hội LHPN xã Rờ Kơi"):
        assert name in page
    new = OrgUnit.objects.get(name="Hội LHPN xã Dục Nông")
    assert f'href="/units/{old.pk}/?on=01/07/2025"' in client.get(f"/units/{new.pk}/").content.decode()


def test_the_real_reform_of_a_province_leaves_no_end_unexplained() -> None:
    build(None, BEFORE, province="Cao Bằng")
    outcome = reorganise(None, REFORM)
    assert outcome.begun == 56  # the province lives on
    assert check(TODAY).unexplained == ()
    assert OrgUnit.objects.on(TODAY).filter(level=Level.COMMUNE).count() == 56


def test_a_dry_run_says_the_same_and_changes_nothing(line: Line) -> None:
    before = list(Position.objects.order_by("pk").values()), list(OrgUnit.objects.order_by("pk").values())
    said = reorganise(None, REFORM, dry_run=True)
    assert (
        list(Position.objects.order_by("pk").values()),
        list(OrgUnit.objects.order_by("pk").values()),
    ) == before
    assert not Succession.objects.exists()
    assert said == reorganise(None, REFORM)


def test_units_that_begin_on_the_day_or_later_go_along(line: Line) -> None:
    superior = OrgUnit.objects.get(place__bare_name="Bờ Y", place__until=REFORM)
    for name, since in (("Chi hội của ngày", REFORM), ("Chi hội sau này", date(2026, 1, 5))):
        making.add(NewUnit(Kind.BRANCH, Level.VILLAGE, name, since=since), superior=superior, line=line)
    assert reorganise(None, REFORM).moved == 8
    for name in ("Chi hội của ngày", "Chi hội sau này"):
        assert above(line, name, TODAY)[1:] == ["Hội LHPN tỉnh Quảng Ngãi", "Hội LHPN xã Bờ Y"]
    assert check(TODAY).homeless == ()


@pytest.mark.parametrize("order", [("union", "committee", "front"), ("front", "committee", "union")])
def test_the_unions_stand_in_all_lines_whichever_is_reorganised_first(order: tuple[str, ...]) -> None:
    Reform()
    for code in ("committee", "front"):
        other = Line.objects.create(code=code, name=code)
        make_missing(Journal(), TRUNKS[code], other, Place.objects.filter(until=REFORM), BEFORE)
        place_unions(Journal(), BEFORE)
    for code in order:
        reorganise(None, REFORM, code=code)
    assert check(TODAY).homeless == ()
    union = OrgUnit.objects.get(kind=Kind.UNION, place__name="Xã Bờ Y", until=date.max)
    for code, name in (("committee", "UBND xã Bờ Y"), ("front", "UBMTTQ Việt Nam xã Bờ Y")):
        assert OrgUnit.objects.above(union, Line.objects.get(code=code), TODAY).last().name == name  # type: ignore[union-attr]


def test_a_tree_of_today_is_not_built_over_a_former_one() -> None:
    build(None, BEFORE, province="Cao Bằng")
    with pytest.raises(FormerTreeError, match="units reorganise"):
        build(None, TODAY, province="Cao Bằng")


def test_a_second_time_there_is_nothing_to_do(line: Line) -> None:
    reorganise(None, REFORM)
    with pytest.raises(NothingToReorganiseError, match="dựng cây cũ"):
        reorganise(None, REFORM)


def test_the_command_tells_carries_through_and_checks(line: Line) -> None:
    out = StringIO()
    call_command("units", "reorganise", "2025", "--dry-run", stdout=out)
    assert "Chưa thay đổi gì." in out.getvalue()
    call_command("units", "reorganise", "2025", "--apply", stdout=out)
    call_command("units", "check", stdout=out)
    assert "Mọi đơn vị đều dẫn đến" in out.getvalue()
    with pytest.raises(CommandError):
        call_command("units", "reorganise", "2025", "--apply", stdout=out)
    OrgUnit.objects.filter(kind=Kind.BRANCH).update(until=REFORM)
    with pytest.raises(CommandError, match="không dẫn đến đâu"):
        call_command("units", "check", stdout=out)
