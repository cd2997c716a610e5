"""From cycles and deadlines in words to days of the calendar; what is open stays open."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.vietnam.recurring import Rule, rule_of

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def days(cycle: str, due: str) -> list[str]:
    rule = rule_of(cycle, due)
    assert rule is not None, due
    return [f"{day.day}/{day.month}" for day in rule.days(*YEAR)]


@pytest.mark.parametrize(
    ("cycle", "due", "expected"),
    [
        ("once", "2026-03-15", "15/3"),
        ("once", "2027-03-15", ""),
        ("once", "ngày 15/3/2026", "15/3"),
        ("annual", "--11-20", "20/11"),
        ("annual", "ngày 20/11 hằng năm", "20/11"),
        ("semiannual", "ngày 15/6 và 15/12 hằng năm", "15/6 15/12"),
        ("semiannual", "--06-15", "15/6"),
        ("monthly", "ngày 20", "20/1 20/2 20/3 20/4 20/5 20/6 20/7 20/8 20/9 20/10 20/11 20/12"),
        ("", "ngày 5 hằng tháng", "5/1 5/2 5/3 5/4 5/5 5/6 5/7 5/8 5/9 5/10 5/11 5/12"),
        ("monthly", "trước ngày 05 tháng sau", "5/1 5/2 5/3 5/4 5/5 5/6 5/7 5/8 5/9 5/10 5/11 5/12"),
        ("monthly", "ngày 30 của tháng", "30/1 28/2 30/3 30/4 30/5 30/6 30/7 30/8 30/9 30/10 30/11 30/12"),
        ("monthly", "ngày cuối cùng của tháng", "31/1 28/2 31/3 30/4 31/5 30/6 31/7 31/8 30/9 31/10 30/11 31/12"),
        ("quarterly", "ngày 15 của tháng cuối quý", "15/3 15/6 15/9 15/12"),
        ("quarterly", "chậm nhất ngày 15 tháng cuối cùng của quý", "15/3 15/6 15/9 15/12"),
        ("quarterly", "ngày 10 tháng giữa quý", "10/2 10/5 10/8 10/11"),
        ("quarterly", "ngày 05 tháng đầu quý sau", "5/1 5/4 5/7 5/10"),
        ("quarterly", "ngày 05 tháng sau", "5/1 5/4 5/7 5/10"),
        ("unspecified", "ngày 5 tháng đầu quý", "5/1 5/4 5/7 5/10"),
        ("quarterly", "ngày làm việc cuối cùng của quý", "31/3 30/6 30/9 31/12"),
        ("semiannual", "ngày 10 của tháng cuối kỳ", "10/6 10/12"),
        ("semiannual", "ngày 05 tháng đầu kỳ sau", "5/1 5/7"),
        ("nine_month", "ngày 10 tháng cuối kỳ báo cáo", "10/9"),
        ("nine_month", "ngày 05 tháng sau", "5/10"),
        ("annual", "ngày 15 tháng cuối năm", "15/12"),
        ("annual", "ngày 10 tháng sau", "10/1"),
    ],
)  # fmt: skip
def test_a_deadline_falls_on_its_days(cycle: str, due: str, expected: str) -> None:
    assert " ".join(days(cycle, due)) == expected


def test_a_weekday_comes_every_week() -> None:
    rule = rule_of("weekly", "chiều thứ Năm hằng tuần")
    assert rule is not None
    found = list(rule.days(date(2026, 2, 26), date(2026, 3, 12)))
    assert found == [date(2026, 2, 26), date(2026, 3, 5), date(2026, 3, 12)]


def test_the_last_working_day_of_a_quarter_that_ends_on_a_sunday_is_the_friday_before() -> None:
    rule = rule_of("quarterly", "ngày làm việc cuối cùng của quý")
    assert rule is not None
    assert date(2024, 3, 29) in rule.days(date(2024, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("cycle", "due"),
    [
        ("quarterly", ""),
        ("quarterly", "ngày 20"),  # of which month of the quarter
        ("quarterly", "ngày 20 hằng tháng"),
        ("monthly", "giao ban tháng"),
        ("quarterly", "ngày 5 tết đầu quý"),  # a slip that can be read in two ways
        ("monthly", "ngày làm việc cuối cùng của tháng"),  # holidays move it
        ("annual", "ngày 05 tháng đầu quý sau"),
        ("once", "ngày 31/6"),
        ("annual", "--02-31"),
        ("monthly", "thứ Sáu"),
        ("unspecified", "thứ Sáu"),
        ("", "ngày 05 tháng sau"),  # after which period
        ("unspecified", "ngày 05 tháng đầu kỳ sau"),
        ("monthly", "ngày 0"),
        ("annual", "2026-02-30"),
        ("quarterly", "theo quy định"),
    ],
)
def test_words_that_leave_the_day_open_have_no_rule(cycle: str, due: str) -> None:
    assert rule_of(cycle, due) is None


def test_a_day_behind_its_period_is_told() -> None:
    assert [rule_of("quarterly", due).is_behind for due in (  # type: ignore[union-attr]
        "ngày 05 tháng đầu quý sau", "ngày 05 tháng sau", "ngày 15 tháng cuối quý",
    )] == [True, True, False]  # fmt: skip


CYCLES = ["weekly", "monthly", "quarterly", "semiannual", "nine_month", "annual", "once", "unspecified", ""]
DUES = st.one_of(
    st.text(max_size=40),
    st.builds(
        "{}ngày {} {}".format,
        st.sampled_from(["", "trước "]),
        st.integers(0, 40),
        st.sampled_from(["", "hằng tháng", "tháng sau", "tháng đầu quý sau", "của tháng cuối kỳ", "tháng giữa quý"]),
    ),
    st.builds("ngày {}/{}".format, st.integers(0, 32), st.integers(0, 13)),
    st.sampled_from(["thứ Sáu", "thứ 2 hằng tuần", "ngày cuối tháng", "ngày làm việc cuối quý"]),
)  # fmt: skip
DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))


@given(st.sampled_from(CYCLES), DUES, st.tuples(DAYS, DAYS, DAYS).map(sorted))
def test_a_window_holds_the_days_of_its_parts(cycle: str, due: str, ends: list[date]) -> None:
    rule = rule_of(cycle, due)
    if rule is None:
        return
    first, middle, last = ends
    whole = list(rule.days(first, last))
    assert whole == sorted(set(whole))
    assert all(first <= day <= last for day in whole)
    assert whole == [*rule.days(first, middle), *rule.days(middle + timedelta(days=1), last)]


@given(st.integers(1, 12), st.integers(1, 31), st.integers(2000, 2050))
def test_no_day_lies_behind_the_one_that_is_written(month: int, day: int, year: int) -> None:
    (found,) = Rule(((month, day),)).days(date(year, 1, 1), date(year, 12, 31))
    assert (found.month, found.day <= day) == (month, True)
    assert found.day == day or (found + timedelta(days=1)).month != month
