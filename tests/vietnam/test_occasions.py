"""Occasions by their names, in the year that the words or the paper fix."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.vietnam.occasions import find_occasion


@pytest.mark.parametrize(
    ("words", "year", "start", "end"),
    [
        ("dịp Tết Nguyên đán Bính Ngọ 2026", None, (2026, 2, 17), (2026, 2, 17)),
        ("trước tết Nguyên Đán Ất Tỵ", 2026, (2025, 1, 29), (2025, 1, 29)),
        ("Tết cổ truyền năm 2027", 2026, (2027, 2, 6), (2027, 2, 6)),
        ("vào dịp Tết", 2026, (2026, 2, 17), (2026, 2, 17)),
        ("Ngày Gia đình Việt Nam 28/6", 2026, (2026, 6, 28), (2026, 6, 28)),
        ("hưởng ứng Tháng hành động vì bình đẳng giới", 2026, (2026, 11, 15), (2026, 12, 15)),
        ("kỷ niệm ngày Phụ nữ Việt Nam năm 2027", 2026, (2027, 10, 20), (2027, 10, 20)),
    ],
)
def test_an_occasion_falls_on_its_days(
    words: str, year: int | None, start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    found = find_occasion(words, year)
    assert found is not None
    assert (found.start, found.end) == (date(*start), date(*end))


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("dịp Tết", None),  # of no certain year
        ("Tết Trung thu", 2026),
        ("Tết Nguyên đán Bính Ngọ 2025", None),  # one contradicts the other
        ("dịp Tết Nguyên đán 2026, 2027", None),
        ("Tết năm 2050", None),  # past the table
        ("Ngày Gia đình Việt Nam", None),
        ("Ngày Gia đình Việt Nam và Ngày Pháp luật", 2026),
        ("Tết và Ngày Quốc tế Phụ nữ", 2026),
        ("thường xuyên", 2026),
        ("", 2026),
    ],
)
def test_what_is_not_certain_is_left_open(words: str, year: int | None) -> None:
    assert find_occasion(words, year) is None


@given(st.text(max_size=60), st.none() | st.integers(1900, 2100))
def test_no_words_break_it(words: str, year: int | None) -> None:
    found = find_occasion(f"Tết {words}", year)
    assert found is None or (found.start is not None and found.start.month <= 2)
