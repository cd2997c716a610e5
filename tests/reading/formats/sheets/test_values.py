"""What a cell shows is what a person sees, written as Vietnamese papers write it."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.reading.formats.sheets.figures import shown
from donghanh.reading.formats.sheets.sheet import Value
from donghanh.vietnam.numbers import parse_number
from reading.formats.sheets.making import blocks, put


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (5.0, "", "5"), (2025.0, "", "2025"), (1500000.0, "", "1.500.000"), (62.5, "", "62,5"), (-5.0, "", "-5"), (0.0, "", "0"),
        (0.9, "0%", "90%"), (0.125, "0.0%", "12,5%"), (1.0, "0%", "100%"),
        (1500.0, "#,##0", "1.500"), (1500000.0, "#,##0", "1.500.000"), (1450.5, "#,##0.0", "1.450,5"), (1450.5, "#,##0.00", "1.450,50"),
        (1234.4, "#,##0", "1.234"), (5.0, "00", "05"), (7.0, "0", "7"), (123456.0, "0", "123456"),
        (1500000.0, '#,##0" đồng"', "1.500.000 đồng"), (1500000.0, "#,##0\\ [$₫-42A]", "1.500.000 đ"), (1500000.0, "#,##0 ₫", "1.500.000 đ"),
        (1500000.0, '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', "1.500.000"), (0.0, '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', "-"),
        (-20.0, "#,##0;(#,##0)", "(20)"), (1500000.0, "#,##0,", "1.500"), (5.0, '0" lớp"', "5 lớp"), (5.0, "[Red]#,##0", "5"),
        (1e16, "", "1e+16"), (2.5, "# ?/?", "2,5"),
    ],
)  # fmt: skip
def test_a_figure_is_written_by_its_format(value: float, code: str, words: str) -> None:
    assert shown(value, code) == words


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (date(2026, 3, 8), "dd/mm/yyyy", "08/03/2026"), (date(2026, 3, 8), "m/d/yyyy", "08/03/2026"), (date(2026, 3, 8), "", "08/03/2026"),
        (date(2026, 3, 1), "mmm-yy", "03/2026"), (date(2026, 3, 1), "d-mmm", "01/03"), (date(2026, 3, 1), "mm/yyyy", "03/2026"),
        (date(2026, 3, 1), '"Tháng "m/yyyy', "Tháng 03/2026"), (date(2026, 3, 1), "yyyy", "2026"),
        (date(2026, 3, 8), '"ngày" dd "tháng" mm "năm" yyyy', "ngày 08 tháng 03 năm 2026"),
        (datetime(2026, 3, 8, 14, 30), "dd/mm/yyyy hh:mm", "14:30 08/03/2026"), (datetime(2026, 3, 8), "dd/mm/yyyy hh:mm", "08/03/2026"),  # noqa: DTZ001
        (time(8, 5), "h:mm", "08:05"), (timedelta(hours=36), "[h]:mm", "36:00"), (True, "", "TRUE"), ("chữ", "#,##0", "chữ"),
    ],
)  # fmt: skip
def test_days_and_times_are_written_as_here(value: Value, code: str, words: str) -> None:
    assert shown(value, code) == words


@given(st.integers(-(10**12), 10**12), st.sampled_from(["", "#,##0", "0", '#,##0;-#,##0;"-"']))
def test_a_whole_number_reads_as_what_it_is(number: int, code: str) -> None:
    words = shown(float(number), code)
    assert (parse_number(words.lstrip("-")) or 0) * (-1 if number < 0 else 1) == number


@given(st.decimals(0, 10**6, places=3), st.sampled_from(["", "#,##0.000", "0.000"]))
def test_decimals_never_read_as_thousands(number: float, code: str) -> None:
    assert parse_number(shown(float(number), code)) == pytest.approx(float(number))


@given(st.floats(), st.text('#0?,.%;"\\[]$-_* đE/m', max_size=20))
def test_any_number_in_any_format_is_written(number: float, code: str) -> None:
    assert isinstance(shown(number, code), str)


def test_figures_kept_as_text_stay_as_they_are() -> None:
    texts = ["1.500.000", "1 500 000", "1,500,000", "05", "'05", "1.500.000đ"]
    assert blocks(["TT", "Số tiền", "Ghi chú"], *[["x", text, "y"] for text in texts])[0][1:] == [
        ["x", text, "y"] for text in texts
    ]


def test_text_that_looks_like_a_formula_is_text() -> None:
    found = blocks(["TT", "Nội dung", "Ghi chú"], ["x", put("'=cmd|' /C calc'!A0"), "@SUM(1)"])
    assert found[0][1] == ["x", "'=cmd|' /C calc'!A0", "@SUM(1)"]


def test_a_zero_is_shown() -> None:
    assert blocks(["TT", "Số tiền", "Số lượng"], ["x", 0, 5])[0][1] == ["x", "0", "5"]


def test_each_of_many_formats_is_told_from_those_whose_number_begins_alike() -> None:
    units = [f"đơn vị {chr(97 + n)}" for n in range(25)]
    row = [put(5, num_format=f'0" {unit}"') for unit in units]
    assert blocks(units, row)[0][1] == [f"5 {unit}" for unit in units]
