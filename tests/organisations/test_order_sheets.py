"""Orders from Excel and CSV: each wrong row is told with its reason, and nothing is carried out until all is right."""

import unicodedata
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from django.core.management import CommandError, call_command

from donghanh.organisations import order_sheets, ordering
from donghanh.organisations.models import Kind, Level, OrgUnit, Reorganisation, Succession
from donghanh.organisations.orders import New, OrdersError, Verb
from donghanh.organisations.sheets import BrokenCellsError, ListRow, NoHeadError, NoTableError
from donghanh.reading.formats.sheets.xlsx import read_xlsx
from organisations.conftest import Country

pytestmark = pytest.mark.django_db
HEADS = [head for head, _ in order_sheets.COLUMNS.values()]
FIRST = "01/01/2026"


def book(*rows: tuple[Any, ...], heads: list[str] = HEADS) -> bytes:
    target = BytesIO()
    made = xlsxwriter.Workbook(target, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    sheet = made.add_worksheet()
    sheet.write_row(0, 0, heads)
    for number, row in enumerate(rows, start=1):
        sheet.write_row(number, 0, row)
    made.close()
    return target.getvalue()


def row(verb: str, unit: str, into: str = "", **more: str) -> tuple[str, ...]:
    cells = {"day": FIRST, "act": "NQ 1", "verb": verb, "unit": unit, "into": into, **more}
    return tuple(cells.get(name, "") for name in order_sheets.COLUMNS)


def faults(country: Country, *rows: tuple[Any, ...]) -> list[str]:
    with pytest.raises(OrdersError) as caught:
        order_sheets.read(book(*rows), country.line)
    return [str(fault) for fault in caught.value.faults]


def test_every_order_of_the_template_can_be_read(country: Country) -> None:
    rows = read_xlsx(order_sheets.template()).sheets[0].rows
    verbs = {str(cells[2]) for cells in rows[4:]}
    assert {order_sheets.VERBS[order_sheets.bare(verb)] for verb in verbs} == set(Verb)
    for number, values in enumerate(rows[4:]):
        cells = dict(zip(order_sheets.COLUMNS, map(str, values), strict=True))
        order_sheets._row(ListRow(number, cells, dict(cells)))


def test_orders_are_read_from_excel_in_any_order_of_columns_and_names_in_pieces(country: Country) -> None:
    pieces = unicodedata.normalize("NFD", "KENG ĐU")
    data = book(
        (date(2026, 1, 1), "Na Loi", "sáp nhập", pieces, "NQ 1"),
        heads=["Ngày", "Tên đơn vị", "VIỆC", "Đơn vị tiếp nhận", "Căn cứ"],
    )
    (order,) = order_sheets.read(data, country.line)
    assert (order.verb, order.unit, order.into) == (Verb.MERGE, country["Na Loi"].pk, country["Keng Đu"].pk)
    assert (order.day, order.act, order.row) == (date(2026, 1, 1), "NQ 1", 2)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_orders_are_read_from_csv(country: Country, delimiter: str) -> None:
    written = "\n".join(delimiter.join(cells) for cells in (HEADS, row("Giải thể", "Keng Đu")))
    for data in (written.encode(), written.encode("utf-8-sig")):
        (order,) = order_sheets.read(data, country.line)
        assert (order.verb, order.unit) == (Verb.ABOLISH, country["Keng Đu"].pk)
    with pytest.raises(NoTableError, match="UTF-8"):
        order_sheets.read(written.encode("utf-16"), country.line)


def test_a_name_of_several_units_needs_its_superiors_or_its_number(country: Country) -> None:
    for above in ("Na Loi", "Keng Đu"):
        country.add("Chi hội thôn 1", above, level=Level.VILLAGE, kind=Kind.BRANCH)
    number = country["Chi hội thôn 1"].pk
    (told,) = faults(country, row("Giải thể", "Chi hội thôn 1"))
    assert f"#{number} Chi hội thôn 1 (Keng Đu, Nghệ An)" in told
    for asked in ("Chi hội thôn 1, Keng Đu", "chi hội thôn 1, keng đu, nghệ an", f"#{number}"):
        (order,) = order_sheets.read(book(row("Giải thể", asked)), country.line)
        assert order.unit == number
    assert "không có đơn vị nào tên" in faults(country, row("Giải thể", "Chi hội thôn 1, Lai Châu"))[0]


def test_a_new_unit_may_bear_the_name_of_one_that_goes_into_it(country: Country) -> None:
    orders = order_sheets.read(
        book(
            row("Lập mới", "Na Loi", "Nghệ An", kind="Hội LHPN"),
            row("Sáp nhập", "Keng Đu", "Na Loi"),
            row("Sáp nhập", "Sì Lở Lầu", "Na Loi", partly="Một phần"),
        ),
        country.line,
    )
    assert [order.into for order in orders] == [country["Nghệ An"].pk, New("Na Loi", 2), New("Na Loi", 2)]
    merged = order_sheets.read(book(row("Sáp nhập", "Na Loi", "Keng Đu")), country.line)
    assert merged[0].unit == country["Na Loi"].pk


def test_new_units_of_one_name_are_told_apart_by_their_superiors(country: Country) -> None:
    data = book(
        row("Lập mới", "Chi hội 1", "Na Loi", kind="Chi hội"),
        row("Lập mới", "Mường Mới", "Nghệ An", kind="Hội LHPN"),
        row("Lập mới", "Chi hội 1", "Mường Mới", kind="Chi hội"),
        row("Lập mới", "Tổ 1", "Chi hội 1, Na Loi", kind="Tổ"),
        row("Lập mới", "Tổ 1", "Chi hội 1, Mường Mới, Nghệ An", kind="Tổ"),
        row("Sáp nhập", "Chi hội bản Đồn Boọng", "Chi hội 1, Na Loi"),
        ("02/01/2026", "NQ 1", "Đổi tên", "Tổ 1, Chi hội 1, Mường Mới", "", "Tổ hai"),
    )
    ordering.apply(None, order_sheets.read(data, country.line), country.line)
    first, second = OrgUnit.objects.filter(name="Chi hội 1").order_by("pk")
    country.units |= {"first": first, "second": second}
    assert country.above("first") == ["Trung ương", "Nghệ An", "Na Loi"]
    assert country.above("second") == ["Trung ương", "Nghệ An", "Mường Mới"]
    assert (country.under("first"), country.under("second")) == (["Tổ 1"], ["Tổ hai"])
    assert Succession.objects.get(old=country["Chi hội bản Đồn Boọng"]).new == first


def test_a_name_that_several_new_units_bear_is_not_guessed(country: Country) -> None:
    founding = [row("Lập mới", "Chi hội 1", above, kind="Chi hội") for above in ("Na Loi", "Keng Đu")]
    told = faults(
        country,
        *founding,
        row("Sáp nhập", "Chi hội bản Đồn Boọng", "Chi hội 1"),
        row("Sáp nhập", "Chi hội bản Đồn Boọng", "Chi hội 1, Nghệ An"),
        row("Sáp nhập", "Chi hội bản Đồn Boọng", "Chi hội 1, Lai Châu"),
        row("Lập mới", "Tổ 1", "Tổ 1", kind="Tổ"),
    )
    assert [one.split(":")[0] for one in told] == ["Dòng 4", "Dòng 5", "Dòng 6"]
    assert "dòng 2 (Na Loi); dòng 3 (Keng Đu)" in told[0]
    assert "không có đơn vị nào tên" in told[2]


def test_two_new_units_of_one_name_under_one_superior_are_refused(country: Country) -> None:
    twice = book(*[row("Lập mới", "Chi hội 1", "Na Loi", kind="Chi hội")] * 2)
    with pytest.raises(OrdersError, match=r"Dòng 3: .*đã có"):
        ordering.apply(None, order_sheets.read(twice, country.line), country.line)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (row("Sáp nhập", "Na Loi"), "ô “Đơn vị tiếp nhận hoặc cấp trên” để trống"),
        (row("Sáp nhập", "", "Na Loi"), "ô “Đơn vị” để trống"),
        (row("Đổi tên", "Na Loi", "Na Loi Mới"), "ô “Tên mới” để trống"),
        (row("Chuyển", "Na Loi", "Lai Châu", name="Na Loi Mới"), "“Na Loi Mới” đứng ở cột “Tên mới”"),
        (row("NQ 1", "Na Loi"), "“NQ 1” không phải một việc"),
        (("NQ 1", FIRST, "Giải thể", "Na Loi"), "Lịch không có ngày “NQ 1”"),
        (("31/6/2026", "", "Giải thể", "Na Loi"), "Lịch không có ngày “31/6/2026”"),
        (("31/12/9999", "", "Giải thể", "Na Loi"), "Lịch không có ngày"),
        (row("Sáp nhập", "Na Loi", "Keng Đu", partly="một nửa"), "“Toàn bộ” hoặc “Một phần”"),
        (row("Lập mới", "Mới", "Nghệ An", kind="Câu lạc bộ"), "“Câu lạc bộ” không phải loại đơn vị"),
        (row("Giải thể", "@SUM(A1)"), "là công thức hoặc quá dài"),
        (row("Giải thể", "Không có"), "không có đơn vị nào tên “Không có”"),
        (row("Giải thể", "#999999"), "không có đơn vị nào tên “#999999”"),
        (row("Khôi phục", "Na Loi", "Nghệ An"), "nào đã kết thúc"),
    ],
)
def test_a_wrong_row_is_told_with_what_to_do(country: Country, cells: tuple[str, ...], said: str) -> None:
    found = faults(country, row("Giải thể", "Keng Đu"), cells)
    assert len(found) == 1
    assert found[0].startswith("Dòng 3: ")
    assert said in found[0]


def test_wrong_words_and_unknown_units_are_told_at_once(country: Country) -> None:
    told = faults(country, row("Giải thể", "Không có"), row("NQ 1", "Na Loi"), row("Giải thể", "#999999"))
    assert [one.split(":")[0] for one in told] == ["Dòng 2", "Dòng 3", "Dòng 4"]


def test_what_is_no_table_of_orders_is_refused(country: Country) -> None:
    with pytest.raises(NoHeadError, match="“Việc”"):
        order_sheets.read(book(("một",), heads=["A"]), country.line)
    target = BytesIO()
    made = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = made.add_worksheet()
    sheet.write_row(0, 0, HEADS)
    sheet.write_formula(1, 3, "=A1&B1", None, "#NAME?")
    made.close()
    with pytest.raises(BrokenCellsError, match="D2"):
        order_sheets.read(target.getvalue(), country.line)


def test_a_unit_is_revived_by_its_former_name(country: Country) -> None:
    ordering.apply(None, order_sheets.read(book(row("Giải thể", "Keng Đu")), country.line), country.line)
    again = (("01/3/2026", "NQ 2", "Khôi phục", "Keng Đu", "Lai Châu"),)
    ordering.apply(None, order_sheets.read(book(*again), country.line), country.line)
    assert country.under("Lai Châu") == ["Keng Đu", "Sì Lở Lầu"]


def test_the_command_shows_carries_out_and_takes_back(country: Country, tmp_path: Path) -> None:
    file, mould = tmp_path / "sap-xep.xlsx", tmp_path / "mau.xlsx"
    call_command("units", "template", str(mould), "--orders", stdout=StringIO())
    assert mould.read_bytes() == order_sheets.template()
    file.write_bytes(
        book(row("Sáp nhập", "Na Loi", "Keng Đu"), row("Lập mới", "Mới", "Nghệ An", kind="Hội LHPN"))
    )
    out = StringIO()
    call_command("units", "reorganise", str(file), "--dry-run", stdout=out)
    assert "  Na Loi → Keng Đu" in out.getvalue()
    assert "  Mới, thuộc Nghệ An" in out.getvalue()
    assert "Chưa thay đổi gì." in out.getvalue()
    assert not Reorganisation.objects.exists()
    call_command("units", "reorganise", str(file), "--apply", stdout=out)
    made = Reorganisation.objects.get()
    assert made.file == "sap-xep.xlsx"
    assert f"donghanh units undo {made.pk}" in out.getvalue()
    call_command("units", "undo", str(made.pk), stdout=out)
    assert not OrgUnit.objects.filter(name="Mới").exists()
    with pytest.raises(CommandError, match="hoàn tác được"):
        call_command("units", "undo", str(made.pk), stdout=out)
    file.write_bytes(book(row("Sáp nhập", "Na Loi", "Keng Đu"), row("Chuyển", "Nghệ An", "Sì Lở")))
    with pytest.raises(CommandError, match="Dòng 3: "):
        call_command("units", "reorganise", str(file), "--apply", stdout=out)
    with pytest.raises(CommandError, match=r"khong-co\.xlsx"):
        call_command("units", "reorganise", str(tmp_path / "khong-co.xlsx"), "--apply", stdout=out)
