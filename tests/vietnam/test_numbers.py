"""Numbers as written: "." between thousands, "," before decimals, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.vietnam.numbers import format_number, format_vnd, has_mixed_marks, parse_number, parse_roman

ROMANS = {1: "I", 2: "II", 3: "III", 4: "IV", 5: "V", 6: "VI", 8: "VIII", 9: "IX", 10: "X", 14: "XIV", 19: "XIX",
          40: "XL", 49: "XLIX", 90: "XC", 399: "CCCXCIX", 400: "CD", 944: "CMXLIV", 2025: "MMXXV"}  # fmt: skip


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", 0), ("7", 7), ("02", 2), ("005", 5), ("415", 415), ("1245", 1245), ("2025", 2025),
        ("1.286", 1286), ("1,286", 1286), ("1 286", 1286), ("12.345", 12345), ("50.000.000", 50_000_000),
        ("50 000 000", 50_000_000), ("50,000,000", 50_000_000), ("100.000", 100_000), (" 30 ", 30),
        ("62,5", 62.5), ("4.5", 4.5), ("0,5", 0.5), ("5,8", 5.8), ("99,75", 99.75), ("2,0", 2), ("3.0", 3),
        ("1.286,5", 1286.5), ("1.286,50", 1286.5), ("12.345.678,25", 12_345_678.25), ("1.000,00", 1000),
        ("19,451", 19451), ("19, 451", 19451),
    ],
)  # fmt: skip
def test_a_written_number_has_its_value(written: str, value: float) -> None:
    assert parse_number(written) == value


@pytest.mark.parametrize("written", ["2,0", "3.0", "1.000,00", "1.286"])
def test_a_whole_number_comes_back_whole(written: str) -> None:
    assert isinstance(parse_number(written), int)


@pytest.mark.parametrize(
    "written",
    ["", " ", "-", ".", ",", "năm", "1.", ",5", "1.2.3", "30/6", "1..000", "50.00.000", "5.0000.000", "4.0.1", "12a",
     "1.000.00", "1 00", "IV", "1,2,3", "-5", "½", "9/9"],
)  # fmt: skip
def test_what_is_no_number_has_no_value(written: str) -> None:
    assert parse_number(written) is None


@given(st.integers(0, 10**15))
def test_a_number_written_with_points_reads_back(value: int) -> None:
    assert parse_number(f"{value:,}".replace(",", ".")) == value


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (5.0, "5"), (-1500, "-1.500"), (2.5, "2,5"), (12345678901.5, "12.345.678.901,5"), (1e-7, "0,0000001"),
     (1e20, "100.000.000.000.000.000.000"), (62.125, "62,1250")],
)  # fmt: skip
def test_a_number_is_written_with_all_its_digits_and_no_power_of_ten(value: float, written: str) -> None:
    assert format_number(value) == written


@given(st.integers(0, 10**15) | st.decimals(0, 999, places=5).map(float))
def test_what_was_written_has_its_value(value: float) -> None:
    assert parse_number(format_number(value)) == value


@given(st.integers(0, 10**15))
def test_a_number_written_with_spaces_reads_back(value: int) -> None:
    assert parse_number(f"{value:,}".replace(",", " ")) == value


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_a_decimal_reads_back(whole: int, hundredths: int) -> None:
    assert parse_number(f"{whole:,}".replace(",", ".") + f",{hundredths:02}") == pytest.approx(
        whole + hundredths / 100
    )


@given(st.text(alphabet="0123456789., -/đxIV", max_size=20) | st.text(max_size=20))
def test_no_text_makes_reading_numbers_fail(text: str) -> None:
    assert parse_number(text) is None or parse_number(text) >= 0
    assert has_mixed_marks(text) in (True, False)
    assert parse_roman(text) is None or parse_roman(text) > 0


@pytest.mark.parametrize("written", ["3.000,000", "2,500.000", "1.250,000", "12.500,000.000", "3.000, 000"])
def test_thousands_set_off_by_two_marks_are_noticed(written: str) -> None:
    assert has_mixed_marks(written)


@pytest.mark.parametrize(
    "written", ["3.000.000", "3,000,000", "1.286,5", "1.286,50", "19,451", "2025", "", "3.000,00"]
)
def test_thousands_set_off_by_one_mark_are_not_called_mixed(written: str) -> None:
    assert not has_mixed_marks(written)


@pytest.mark.parametrize(("value", "roman"), ROMANS.items())
def test_a_roman_number_has_its_value(value: int, roman: str) -> None:
    assert parse_roman(roman) == value


@pytest.mark.parametrize("written", ["", "iv", "IIII", "VV", "IC", "A", "I V", "1", "XM", "MCMC", "Đ"])
def test_what_is_no_roman_number_has_no_value(written: str) -> None:
    assert parse_roman(written) is None


@pytest.mark.parametrize(
    ("amount", "written"),
    [(0, "0 đồng"), (500, "500 đồng"), (1000, "1.000 đồng"), (60_000_000, "60.000.000 đồng"),
     (19_451_000_000, "19.451.000.000 đồng"), (-2_500_000, "-2.500.000 đồng")],
)  # fmt: skip
def test_money_is_written_with_points_between_thousands(amount: int, written: str) -> None:
    assert format_vnd(amount) == written
