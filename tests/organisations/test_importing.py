"""Chi hội and tổ from Excel: each row's fault is told, and nothing is taken until all is right."""

import unicodedata
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from donghanh.audit.models import Entry
from donghanh.organisations import importing
from donghanh.organisations.models import Kind, Level, OrgUnit, Place
from donghanh.organisations.placing import NewUnit
from donghanh.organisations.sheets import BrokenCellsError, NoHeadError
from donghanh.reading.errors import UnreadableFile
from organisations import making
from organisations.conftest import TODAY, Country

pytestmark = pytest.mark.django_db
HEADS = ("Mã xã", "Hội cấp trên", "Tên chi hội, tổ", "Loại", "Từ ngày")
DON_BOONG = ("16834", "Hội LHPN xã Na Loi", "Chi hội bản Đồn Boọng", "Chi hội", "01/7/2025")


def book(*rows: tuple[Any, ...], heads: tuple[str, ...] = HEADS) -> bytes:
    """A workbook as an official makes it: a title, the heads, the rows."""
    target = BytesIO()
    made = xlsxwriter.Workbook(target, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    sheet = made.add_worksheet("Chi hội")
    sheet.write_string(0, 0, "DANH SÁCH CHI HỘI")
    sheet.write_row(2, 0, heads)
    for number, row in enumerate(rows, start=3):
        sheet.write_row(number, 0, row)
    made.close()
    return target.getvalue()


@pytest.fixture
def na_loi(country: Country) -> Country:
    """Two communes of one name in two provinces, each with its code."""
    for code, province in ((16834, "Nghệ An"), (99001, "Lai Châu")):
        above, _ = Place.objects.get_or_create(
            level="province",
            code=code // 1000,
            since=date.min,
            defaults={"kind": "tỉnh", "name": province, "bare_name": province},
        )
        place = Place.objects.create(
            level="commune", code=code, kind="xã", name="Xã Na Loi", bare_name="Na Loi", parent=above
        )
        new = NewUnit(Kind.UNION, Level.COMMUNE, "Hội LHPN xã Na Loi", place)
        making.add(new, superior=country[province], line=country.line)
    country.add("Hội LHPN xã Keng Đu", "Nghệ An")
    return country


def errors(country: Country, *rows: tuple[Any, ...]) -> list[str]:
    return importing.read(book(*rows), country.line, TODAY).errors


def bring(country: Country, data: bytes, **options: bool) -> int:
    return importing.bring(None, importing.read(data, country.line, TODAY), country.line, **options)


def test_the_rows_of_the_template_become_units(na_loi: Country) -> None:
    assert bring(na_loi, importing.template()) == 3
    unit = OrgUnit.objects.get(name="Chi hội bản Đồn Boọng", since=date(2025, 7, 1))
    assert (unit.kind, unit.level) == (Kind.BRANCH, Level.VILLAGE)
    above = OrgUnit.objects.above(unit, na_loi.line, TODAY)
    assert [each.name for each in above] == ["Trung ương", "Nghệ An", "Hội LHPN xã Na Loi"]
    group = OrgUnit.objects.get(name="Tổ phụ nữ số 1")
    assert (group.kind, group.level) == (Kind.GROUP, Level.GROUP)
    market = OrgUnit.objects.get(kind=Kind.AFFILIATE)
    assert (market.level, market.positions.get().superior.place.code) == (Level.COMMUNE, 16834)  # type: ignore[union-attr]
    assert Entry.objects.filter(verb="units_imported").count() == 1
    (entry,) = Entry.objects.filter(object_type="organisations.orgunit", object_id=str(unit.pk))
    assert (entry.verb, entry.unit_id) == ("unit_added", unit.pk)
    again = importing.read(importing.template(), na_loi.line, TODAY)
    assert (again.known, len(again.rows)) == (3, 0)
    assert importing.bring(None, again, na_loi.line) == 0


def test_columns_in_another_order_and_names_in_pieces_are_taken(na_loi: Country) -> None:
    pieces = unicodedata.normalize("NFD", "Chi hội bản Đồn Boọng")
    data = book((pieces, 16834.0, date(2025, 7, 1)), heads=("TÊN CHI HỘI", "MÃ XÃ", "Ngày thành lập"))
    assert bring(na_loi, data) == 1
    unit = OrgUnit.objects.get(name="Chi hội bản Đồn Boọng", place=None, kind=Kind.BRANCH, since__gt=date.min)
    assert unicodedata.is_normalized("NFC", unit.name)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("16834", "", "", "Chi hội", ""), "Dòng 4: thiếu tên"),
        (("", "", "Chi hội 1", "", ""), "Dòng 4: thiếu Hội cấp trên"),
        (("99999", "", "Chi hội 1", "", ""), "Dòng 4: hôm nay không có Hội nào là “99999”"),
        (("", "Hội LHPN xã Na Loi", "Chi hội 1", "", ""), "Hội LHPN xã Na Loi (Lai Châu)"),
        (("16834", "Hội LHPN xã Keng Đu", "Chi hội 1", "", ""), "là của “Hội LHPN xã Na Loi”"),
        (("16834", "", "Chi hội 1", "Câu lạc bộ", ""), "“Câu lạc bộ” không phải loại đơn vị"),
        (("16834", "", "Chi hội 1", "", "31/6/2025"), "Lịch không có ngày “31/6/2025”"),
        (("16834", "", "@SUM(A1)", "", ""), "không phải là tên"),
        (("16834", "", "12345", "", ""), "không phải là tên"),
        (("16834", "", "Chi hội 1", "", "31/12/9999"), "Lịch không có ngày"),
    ],
)
def test_a_wrong_row_is_told_with_what_to_do(na_loi: Country, row: tuple[str, ...], said: str) -> None:
    found = errors(na_loi, row)
    assert len(found) == 1
    assert said in found[0]


def test_a_unit_that_stands_twice_is_told_with_both_rows(na_loi: Country) -> None:
    other = ("16834", "", "CHI HỘI BẢN ĐỒN BOỌNG", "", "")
    assert errors(na_loi, DON_BOONG, other) == ["Dòng 5: đã có ở dòng 4. Hãy bỏ bớt một dòng."]


def test_nothing_is_taken_while_a_row_is_wrong_unless_only_the_right_ones_are_wanted(na_loi: Country) -> None:
    before = OrgUnit.objects.count()
    data = book(DON_BOONG, ("99999", "", "Chi hội 1", "", ""))
    assert bring(na_loi, data) == 0
    assert OrgUnit.objects.count() == before
    assert bring(na_loi, data, only_right=True) == 1
    assert OrgUnit.objects.count() == before + 1


def test_the_same_list_sent_twice_makes_its_units_once(na_loi: Country) -> None:
    first, second = (importing.read(book(DON_BOONG), na_loi.line, TODAY) for _ in range(2))
    assert importing.bring(None, first, na_loi.line) == 1
    assert importing.bring(None, second, na_loi.line) == 0
    assert OrgUnit.objects.filter(name=DON_BOONG[2], since=date(2025, 7, 1)).count() == 1


def test_what_is_no_list_is_refused(na_loi: Country) -> None:
    with pytest.raises(NoHeadError, match="“Tên chi hội, tổ”"):
        importing.read(book(("một", "hai"), heads=("A", "B")), na_loi.line, TODAY)
    with pytest.raises(UnreadableFile):
        importing.read(b"PK\x03\x04 no workbook", na_loi.line, TODAY)
    target = BytesIO()
    made = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = made.add_worksheet()
    sheet.write_row(0, 0, HEADS)
    sheet.write_formula(1, 2, "=A1&B1", None, "#NAME?")
    made.close()
    with pytest.raises(BrokenCellsError, match="C2"):
        importing.read(target.getvalue(), na_loi.line, TODAY)


def test_the_command_writes_the_template_checks_and_takes(na_loi: Country, tmp_path: Path) -> None:
    file = tmp_path / "mau.xlsx"
    call_command("units", "template", str(file), stdout=StringIO())
    out = StringIO()
    call_command("units", "import", str(file), "--dry-run", stdout=out)
    assert "3 dòng: đã lập 0 đơn vị" in out.getvalue()
    call_command("units", "import", str(file), stdout=out)
    assert "3 dòng: đã lập 3 đơn vị" in out.getvalue()
    file.write_bytes(book(("99999", "", "Chi hội 1", "", "")))
    with pytest.raises(CommandError, match="Chưa ghi gì"):
        call_command("units", "import", str(file), stdout=StringIO())
    with pytest.raises(CommandError, match=r"khong-co\.xlsx"):
        call_command("units", "import", str(tmp_path / "khong-co.xlsx"), stdout=StringIO())


def test_affiliated_unions_stand_under_any_union_as_high_as_it_and_have_chi_hoi(na_loi: Country) -> None:
    row = ("Nghệ An", "Hội Phụ nữ Công an tỉnh", "Hội trực thuộc")
    assert bring(na_loi, book(row, heads=HEADS[1:4])) == 1
    police = OrgUnit.objects.get(name="Hội Phụ nữ Công an tỉnh")
    assert (police.kind, police.level) == (Kind.AFFILIATE, Level.PROVINCE)
    assert bring(na_loi, book((f"#{police.pk}", "Chi hội Phòng 1", "Chi hội"), heads=HEADS[1:4])) == 1
    assert OrgUnit.objects.get(name="Chi hội Phòng 1").positions.get().superior == police
    assert errors(na_loi, ("", "Nghệ An", "Chi hội 8", "Chi hội", ""))


def test_many_rows_are_found_in_as_many_questions_as_few(na_loi: Country) -> None:
    counts = []
    for number in (2, 40):
        rows = [("16834", "Hội LHPN xã Na Loi", f"Chi hội {each}", "", "") for each in range(number)]
        with CaptureQueriesContext(connection) as queries:
            importing.read(book(*rows), na_loi.line, TODAY)
        counts.append(len(queries))
    assert counts[0] == counts[1]
