"""Later changes of places: a renamed place and its units live on, others end and lead on."""

from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from donghanh.audit.models import Entry
from donghanh.organisations import place_sheets
from donghanh.organisations.building import TRUNKS, build, make_missing, place_unions
from donghanh.organisations.changing_places import apply, change_delivered
from donghanh.organisations.checking import check
from donghanh.organisations.journal import Journal
from donghanh.organisations.models import (
    Kind,
    Level,
    Line,
    OrgUnit,
    Place,
    PlaceChange,
    PlaceName,
    Position,
    Reorganisation,
    Succession,
    UnitName,
)
from donghanh.organisations.orders import OrdersError
from donghanh.organisations.placing import NewUnit
from donghanh.organisations.undoing import misplaced, undo
from organisations import making
from organisations.conftest import TODAY

pytestmark = pytest.mark.django_db
REFORM, CITY = date(2025, 7, 1), date(2026, 4, 30)
HEADS = ",".join(head for head, _ in place_sheets.COLUMNS.values())
ROWS = (Place, PlaceName, PlaceChange, OrgUnit, UnitName, Position, Succession)


def rows() -> list[list[dict[str, Any]]]:
    return [list(model.objects.order_by("pk").values()) for model in ROWS]


@pytest.fixture
def line(db: None) -> Line:
    """A province with three communes, another with one; a branch under each; the Committee's line beside."""

    def place(level: str, code: int, kind: str, name: str, parent: Place | None = None) -> Place:
        full = f"{kind.capitalize()} {name}"
        return Place.objects.create(
            level=level, code=code, kind=kind, name=full, bare_name=name, parent=parent, since=REFORM
        )

    province, other = place("province", 75, "tỉnh", "Đồng Nai"), place("province", 68, "tỉnh", "Lâm Đồng")
    named = enumerate(("Trảng Bom", "An Viễn", "Bàu Hàm"), start=26000)
    communes = [place("commune", code, "xã", name, province) for code, name in named]
    communes.append(place("commune", 24000, "xã", "Đạ Huoai", other))
    lines = {code: Line.objects.create(code=code, name=code) for code in ("union", "committee")}
    for code, made in lines.items():
        make_missing(Journal(), TRUNKS[code], made, [province, other, *communes], REFORM)
    place_unions(Journal(), REFORM)
    for commune in communes:
        new = NewUnit(Kind.BRANCH, Level.VILLAGE, f"Chi hội {commune.bare_name}", since=REFORM)
        superior = OrgUnit.objects.get(place=commune, kind=Kind.UNION)
        making.add(new, superior=superior, line=lines["union"])
    return lines["union"]


def change(*written: str, **options: Any) -> Any:
    data = "\n".join((HEADS, *written)).encode()
    return apply(None, place_sheets.read(data), **options)


def above(line: Line, name: str, day: date = TODAY) -> list[str]:
    return [each.name for each in OrgUnit.objects.above(OrgUnit.objects.get(name=name), line, day)][1:]


def test_the_units_of_a_renamed_place_are_renamed_with_it(line: Line) -> None:
    before = rows()
    changed = change("30/4/2026,NQ 30,Đổi tên,Tỉnh,75,Tỉnh Đồng Nai,Thành phố Đồng Nai")
    assert changed.outcome["of_places"] == (
        ("Tỉnh Đồng Nai", "Thành phố Đồng Nai", "Đổi tên", "30/04/2026", "NQ 30"),
    )
    assert ("Hội LHPN tỉnh Đồng Nai", "Hội LHPN thành phố Đồng Nai") in changed.outcome["renamed"]
    place = Place.objects.get(code=75)
    assert (place.name, place.kind, place.until) == ("Thành phố Đồng Nai", "thành phố trung ương", date.max)
    assert place.names.get().name == "Tỉnh Đồng Nai"
    unit = OrgUnit.objects.get(name="Hội LHPN thành phố Đồng Nai")
    assert unit.names.get(is_short=False).name == "Hội LHPN tỉnh Đồng Nai"
    assert unit.names.filter(name="Hội Liên hiệp Phụ nữ thành phố Đồng Nai", is_short=True).exists()
    assert OrgUnit.objects.filter(name="UBND thành phố Đồng Nai").exists()
    assert OrgUnit.objects.named_like("tinh dong nai").count() == 2
    assert above(line, "Chi hội An Viễn") == ["Hội LHPN thành phố Đồng Nai", "Hội LHPN xã An Viễn"]
    undo(None, changed.pk)
    assert rows() == before


def told(unit: OrgUnit) -> list[tuple[str, dict[str, Any]]]:
    entries = Entry.objects.filter(object_type="organisations.orgunit", unit_id=unit.pk).order_by("pk")
    return [(entry.verb, entry.details["changes"]) for entry in entries]


def test_each_unit_has_in_its_own_history_what_its_place_brought_it(line: Line) -> None:
    def union(name: str) -> OrgUnit:
        return OrgUnit.objects.get(place__name=name, kind=Kind.UNION)

    province, ended, heir = union("Tỉnh Đồng Nai"), union("Xã An Viễn"), union("Xã Trảng Bom")
    change(
        "30/4/2026,NQ 30,Đổi tên,Tỉnh,75,Tỉnh Đồng Nai,Thành phố Đồng Nai",
        "01/7/2026,NQ 1,Lập mới,Xã,26009,Phường Sân Bay,,75,,",
        "01/7/2026,NQ 1,Sáp nhập,Xã,26001,Xã An Viễn,,,26000,",
        "15/7/2026,NQ 2,Đổi tên,Xã,26009,Phường Sân Bay,Phường Long Thành",
    )
    names = ["Hội LHPN tỉnh Đồng Nai", "Hội LHPN thành phố Đồng Nai"]
    assert told(province) == [("unit_renamed", {"name": names, "day": "2026-04-30"})]
    assert told(ended) == [("unit_ended", {"until": "2026-07-01"})]
    moved = {"superior": [ended.pk, heir.pk], "day": "2026-07-01", "line": "union"}
    assert told(OrgUnit.objects.get(name="Chi hội An Viễn")) == [("unit_moved", moved)]
    names = ["Hội LHPN phường Sân Bay", "Hội LHPN phường Long Thành"]
    added = {"name": names[0], "superior": province.pk, "day": "2026-07-01", "line": "union"}
    assert told(union("Phường Long Thành")) == [
        ("unit_added", added),
        ("unit_renamed", {"name": names, "day": "2026-07-15"}),
    ]
    assert told(heir) == []


def test_what_is_known_is_passed_over(line: Line) -> None:
    order = "30/4/2026,NQ 30,Đổi tên,Tỉnh,75,Tỉnh Đồng Nai,Thành phố Đồng Nai"
    change(order)
    before = rows()
    assert change(order) is None
    assert rows() == before
    assert Reorganisation.objects.count() == 1


def test_a_commune_that_goes_into_another_takes_its_branches_along(line: Line) -> None:
    before = rows()
    changed = change("01/7/2026,NQ 1,Sáp nhập,Xã,26001,Xã An Viễn,,,26000,Toàn bộ")
    assert above(line, "Chi hội An Viễn") == ["Hội LHPN tỉnh Đồng Nai", "Hội LHPN xã Trảng Bom"]
    assert Succession.objects.get(old__name="UBND xã An Viễn").new == OrgUnit.objects.get(
        name="UBND xã Trảng Bom"
    )
    assert check(TODAY).unexplained == check(TODAY).homeless == ()
    assert not list(misplaced(OrgUnit.objects.values_list("pk", flat=True)))
    undo(None, changed.pk)
    assert rows() == before


def test_communes_go_together_into_a_new_ward_and_another_under_the_next_province(line: Line) -> None:
    before = rows()
    changed = change(
        "01/7/2026,NQ 1,Lập mới,Xã,26000,Phường Trảng Bom,,75,,",
        "01/7/2026,NQ 1,Sáp nhập,Xã,26000,Xã Trảng Bom,,,26000,",
        "01/7/2026,NQ 1,Sáp nhập,Xã,26001,Xã An Viễn,,,26000,",
        "01/7/2026,NQ 1,Chuyển,Xã,26002,Xã Bàu Hàm,,68,,",
    )
    assert above(line, "Chi hội An Viễn") == ["Hội LHPN tỉnh Đồng Nai", "Hội LHPN phường Trảng Bom"]
    assert above(line, "Chi hội Bàu Hàm") == ["Hội LHPN tỉnh Lâm Đồng", "Hội LHPN xã Bàu Hàm"]
    assert above(line, "Chi hội Bàu Hàm", date(2026, 6, 30)) == [
        "Hội LHPN tỉnh Đồng Nai",
        "Hội LHPN xã Bàu Hàm",
    ]
    assert check(TODAY).unexplained == check(TODAY).homeless == ()
    undo(None, changed.pk)
    assert rows() == before


def test_a_new_ward_of_a_part_of_a_commune_gets_its_units(line: Line) -> None:
    before = rows()
    changed = change(
        "01/7/2026,NQ 1,Lập mới,Xã,26009,Phường Sân Bay,,75,,",
        "01/7/2026,NQ 1,Sáp nhập,Xã,26001,Xã An Viễn,,,26009,Một phần",
    )
    union = OrgUnit.objects.get(name="Hội LHPN phường Sân Bay")
    assert union.since == date(2026, 7, 1)
    committee = OrgUnit.objects.above(union, Line.objects.get(code="committee"), TODAY).last()
    assert committee == OrgUnit.objects.get(name="UBND phường Sân Bay")
    assert above(line, "Chi hội An Viễn")[-1] == "Hội LHPN xã An Viễn"
    undo(None, changed.pk)
    assert rows() == before


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("31/6/2026,,Đổi tên,Tỉnh,75,Tỉnh Đồng Nai,Thành phố Đồng Nai", "“31/6/2026” ở cột “Từ ngày”"),
        ("01/7/2026,,Đổi,Tỉnh,75,Tỉnh Đồng Nai,Thành phố Đồng Nai", "ở cột “Việc”"),
        ("01/7/2026,,Đổi tên,Tỉnh,75,Tỉnh Đồng Nai,", "ở cột “Tên mới”"),
        ("01/7/2026,,Đổi tên,Tỉnh,bảy,Tỉnh Đồng Nai,Thành phố Đồng Nai", "ở cột “Mã”"),
        ("01/7/2026,,Đổi tên,Tỉnh,75,Tỉnh Đồng Nai,Đồng Nai", "không phải tên địa bàn"),
        ("01/7/2026,,Đổi tên,Tỉnh,75,Tỉnh Lâm Đồng,Thành phố Lâm Đồng", "mã 75 là của “Tỉnh Đồng Nai”"),
        ("01/7/2026,,Đổi tên,Tỉnh,76,Tỉnh Đồng Nai,Thành phố Đồng Nai", "không có địa bàn nào mã 76"),
        ("01/7/2026,,Sáp nhập,Xã,26001,Xã An Viễn,,,26009,", "không có địa bàn nào mã 26009"),
        ("01/7/2026,,Sáp nhập,Xã,26001,Xã An Viễn,,,26001,Một phần", "vào chính nó"),
        ("01/7/2026,,Sáp nhập,Tỉnh,75,Tỉnh Đồng Nai,,,68,", "vẫn còn địa bàn thuộc “Tỉnh Đồng Nai”"),
        ("01/7/2026,,Lập mới,Xã,26001,Xã Mới,,75,,", "mã 26001 là của “Xã An Viễn”"),
    ],
)
def test_a_wrong_row_is_told_and_nothing_is_changed(line: Line, written: str, said: str) -> None:
    before = rows()
    with pytest.raises(OrdersError) as caught:
        change("01/7/2026,,Đổi tên,Xã,26000,Xã Trảng Bom,Phường Trảng Bom", written)
    assert str(caught.value).startswith("Dòng 3: ")
    assert said in str(caught.value)
    assert rows() == before


def test_a_row_that_stands_twice_is_told(line: Line) -> None:
    before, merge = rows(), "01/7/2026,,Sáp nhập,Xã,26001,Xã An Viễn,,,26000,"
    with pytest.raises(OrdersError, match="Dòng 3: địa bàn này được ghi như vậy trong cùng ngày ở dòng 2"):
        change(merge, merge)
    assert rows() == before


def test_what_comes_with_the_program_is_known_of_every_tree_that_is_built() -> None:
    build(None, TODAY, province="Đồng Nai")
    change_delivered()
    unit = OrgUnit.objects.get(name="Hội LHPN thành phố Đồng Nai")
    former = unit.names.get(is_short=False)
    assert (former.name, former.since, former.until) == ("Hội LHPN tỉnh Đồng Nai", REFORM, CITY)
    build(None, TODAY, code="committee", province="Đồng Nai")
    assert OrgUnit.objects.get(name="UBND thành phố Đồng Nai").names.filter(is_short=False).exists()
    change_delivered()
    assert Reorganisation.objects.count() == 1


def test_the_command_shows_and_carries_out(line: Line, tmp_path: Path) -> None:
    file, out = tmp_path / "dia-ban.csv", StringIO()
    file.write_text(f"{HEADS}\n01/7/2026,NQ 1,Sáp nhập,Xã,26001,Xã An Viễn,,,26000,Toàn bộ\n")
    before = rows()
    call_command("units", "places", str(file), "--dry-run", stdout=out)
    assert "Xã An Viễn → Xã Trảng Bom" in out.getvalue()
    assert "Chưa thay đổi gì." in out.getvalue()
    assert rows() == before
    call_command("units", "places", str(file), "--apply", stdout=out)
    call_command("units", "places", "2026", "--apply", stdout=out)
    assert OrgUnit.objects.filter(name="Hội LHPN thành phố Đồng Nai").exists()
    mould = tmp_path / "mau.xlsx"
    call_command("units", "template", str(mould), "--places", stdout=out)
    assert mould.read_bytes() == place_sheets.template()
    with pytest.raises(CommandError, match="Dòng 2: "):
        file.write_text(f"{HEADS}\n01/7/2026,NQ 1,Sáp nhập,Xã,1,Xã A,,,2,\n")
        call_command("units", "places", str(file), "--apply", stdout=out)
