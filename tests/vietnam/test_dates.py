"""Dates and spans of time as official papers write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.vietnam.dates import find_dates, find_period, make_date, month_span, year_span


def days(text: str) -> list[str | None]:
    return [found.value.isoformat() if found.value else None for found in find_dates(text)]


def span(text: str, year: int | None = None) -> tuple[str, str] | None:
    found = find_period(text, year)
    if found is None or found.period is None or not (found.period.start and found.period.end):
        return None
    return found.period.start.isoformat(), found.period.end.isoformat()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("28/12/2020", "2020-12-28"),
        ("14/7/2023", "2023-07-14"),
        ("01/01/2025", "2025-01-01"),
        ("ngày 21 tháng 01 năm 2022", "2022-01-21"),
        ("Ngày 21 tháng 01 năm 2022", "2022-01-21"),
        ("10 tháng 06 năm 2021", "2021-06-10"),
        ("ngày 5 tháng 3/2024", "2024-03-05"),
        ("15-6-2025", "2025-06-15"),
        ("15.6.2025", "2025-06-15"),
        ("15 / 6 / 2025", "2025-06-15"),
        ("trước ngày 15/01/2021", "2021-01-15"),
        ("(ngày 20/10/2024)", "2024-10-20"),
        ("ngày 29/02/2024", "2024-02-29"),
        ("số 15/KH-HND ngày 03/4/2023 của Hội", "2023-04-03"),
    ],
)
def test_a_whole_date_is_read(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize(
    "text", ["31/6/2025", "30/02/2024", "29/2/2025", "ngày 32 tháng 1 năm 2024", "15/13/2024", "0/5/2024"]
)
def test_a_date_that_no_calendar_has_is_found_without_a_value(text: str) -> None:
    assert days(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "", "/8/2023", "ngày   /3/2024", "ngày … tháng … năm 2024", "ngày 5/10", "tháng 5 năm 2025", "năm 2025", "01/2022/TT-UBDT",
        "50.000.000", "Nghị quyết số 91/2025/QH15", "12.10.20251", "1.2.3", "ngày tháng năm 2024",
    ],
)  # fmt: skip
def test_what_lacks_a_part_is_no_whole_date(text: str) -> None:
    assert days(text) == []


def test_dates_come_in_the_order_of_the_text_with_their_places() -> None:
    text = "Từ ngày 01/3/2025 đến ngày 30 tháng 4 năm 2025, báo cáo 5-5-2025"
    found = find_dates(text)
    assert [text[f.start : f.end] for f in found] == [
        "ngày 01/3/2025",
        "ngày 30 tháng 4 năm 2025",
        "5-5-2025",
    ]
    assert days(text) == ["2025-03-01", "2025-04-30", "2025-05-05"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("năm 2025", "2025-01-01", "2025-12-31"),
        ("Năm 2025", "2025-01-01", "2025-12-31"),
        ("trong năm 2025", "2025-01-01", "2025-12-31"),
        ("giai đoạn 2021 – 2025", "2021-01-01", "2025-12-31"),
        ("giai đoạn 2021-2025", "2021-01-01", "2025-12-31"),
        ("từ 2023-2024", "2023-01-01", "2024-12-31"),
        ("từ năm 2023 đến năm 2025", "2023-01-01", "2025-12-31"),
        ("từ năm 2023 đến hết năm 2025", "2023-01-01", "2025-12-31"),
        ("các năm 2024 và 2025", "2024-01-01", "2025-12-31"),
        ("năm 2024-2025", "2024-01-01", "2025-12-31"),
        ("2021-2022", "2021-01-01", "2022-12-31"),
        ("tháng 5 năm 2025", "2025-05-01", "2025-05-31"),
        ("Dự kiến tháng 5 năm 2025", "2025-05-01", "2025-05-31"),
        ("Tháng 02/2024", "2024-02-01", "2024-02-29"),
        ("tháng 02-2025", "2025-02-01", "2025-02-28"),
        ("tháng 12/2024", "2024-12-01", "2024-12-31"),
        ("từ tháng 3 đến tháng 6 năm 2025", "2025-03-01", "2025-06-30"),
        ("tháng 3 - 6/2025", "2025-03-01", "2025-06-30"),
        ("từ tháng 3/2025 đến tháng 6/2025", "2025-03-01", "2025-06-30"),
        ("từ tháng 10/2024 đến tháng 3/2025", "2024-10-01", "2025-03-31"),
        ("từ tháng 10 năm 2024 đến hết tháng 3 năm 2025", "2024-10-01", "2025-03-31"),
        ("quý I năm 2025", "2025-01-01", "2025-03-31"),
        ("Quý IV/2025", "2025-10-01", "2025-12-31"),
        ("quý 2/2025", "2025-04-01", "2025-06-30"),
        ("quý II, III năm 2025", "2025-04-01", "2025-09-30"),
        ("quý III và quý IV năm 2025", "2025-07-01", "2025-12-31"),
        ("quý I - IV/2025", "2025-01-01", "2025-12-31"),
        ("6 tháng đầu năm 2025", "2025-01-01", "2025-06-30"),
        ("6 tháng cuối năm 2025", "2025-07-01", "2025-12-31"),
        ("9 tháng đầu năm 2025", "2025-01-01", "2025-09-30"),
        ("từ ngày 01/3/2025 đến ngày 30/4/2025", "2025-03-01", "2025-04-30"),
        ("từ 01/3/2025 đến hết ngày 30/4/2025", "2025-03-01", "2025-04-30"),
        ("01/3/2025 - 30/4/2025", "2025-03-01", "2025-04-30"),
        ("ngày 15/6/2025", "2025-06-15", "2025-06-15"),
        ("từ ngày 15/11 đến ngày 15/12/2025", "2025-11-15", "2025-12-15"),
        ("từ ngày 15 tháng 11 đến ngày 15 tháng 12 năm 2025", "2025-11-15", "2025-12-15"),
        ("từ ngày 15/12 đến ngày 15/01/2026", "2025-12-15", "2026-01-15"),
        ("ngày 15-17/6/2025", "2025-06-15", "2025-06-17"),
        ("từ ngày 01 đến 30/6/2025", "2025-06-01", "2025-06-30"),
    ],
)  # fmt: skip
def test_a_span_of_time_with_its_year_is_read(text: str, start: str, end: str) -> None:
    assert span(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("tháng 5", "2025-05-01", "2025-05-31"),
        ("Tháng 11", "2025-11-01", "2025-11-30"),
        ("tháng 3-4", "2025-03-01", "2025-04-30"),
        ("tháng 3, 4", "2025-03-01", "2025-04-30"),
        ("từ tháng 3 đến tháng 6", "2025-03-01", "2025-06-30"),
        ("quý II", "2025-04-01", "2025-06-30"),
        ("Quý 4", "2025-10-01", "2025-12-31"),
        ("quý I-II", "2025-01-01", "2025-06-30"),
        ("6 tháng đầu năm", "2025-01-01", "2025-06-30"),
        ("06 tháng cuối năm", "2025-07-01", "2025-12-31"),
        ("cả năm", "2025-01-01", "2025-12-31"),
        ("Cả năm", "2025-01-01", "2025-12-31"),
        ("từ ngày 15/11 đến ngày 15/12", "2025-11-15", "2025-12-15"),
        ("ngày 20/10", "2025-10-20", "2025-10-20"),
        ("từ 01/3 - 30/4", "2025-03-01", "2025-04-30"),
    ],
)
def test_a_span_without_a_year_takes_the_paper_s(text: str, start: str, end: str) -> None:
    assert span(text, 2025) == (start, end)


@pytest.mark.parametrize("text", ["tháng 5", "quý II", "6 tháng đầu năm", "từ tháng 3 đến tháng 6"])
def test_without_any_year_nothing_is_fixed(text: str) -> None:
    assert span(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hằng tháng",
        "thường xuyên",
        "tháng 13",
        "năm học",
        "quý khách",
        "giai đoạn tới",
        "mỗi quý",
        "năm học 2024-2025",
        "nhiệm kỳ 2021-2026",
    ],
)
def test_words_that_fix_no_time_give_none(text: str) -> None:
    assert span(text, 2025) is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Thực hiện trong tháng 4/2025, tổng kết quý IV/2025", "tháng 4/2025"),
        ("Thực hiện trong tháng 4/2025, xong trước ngày 15/6", "tháng 4/2025"),
        ("Xong trước ngày 15/6, tổng kết ngày 01/7/2025", "ngày 15/6"),
        ("Họp ngày 01/7/2025, xong trước ngày 15/8", "ngày 01/7/2025"),
    ],
)
def test_the_first_span_of_several_wins_and_says_where_it_stands(text: str, first: str) -> None:
    found = find_period(text, 2025)
    assert found is not None
    assert text[found.start : found.end] == first


@pytest.mark.parametrize("months", [(0, 3), (3, 13), (6, 3), (-1, 2)])
def test_months_that_do_not_follow_make_no_span(months: tuple[int, int]) -> None:
    assert month_span(2025, *months) is None


def test_years_that_do_not_follow_make_no_span() -> None:
    assert year_span(2025, 2024) is None
    assert year_span(1800) is None


@given(st.dates(date(1950, 1, 1), date(2150, 12, 31)), st.sampled_from(["{0.day}/{0.month}/{0.year}", "{0.day:02}/{0.month:02}/{0.year}", "ngày {0.day:02} tháng {0.month:02} năm {0.year}", "{0.day}-{0.month}-{0.year}"]))  # fmt: skip
def test_every_day_reads_back_in_every_way_of_writing(day: date, form: str) -> None:
    assert [found.value for found in find_dates(f"họp {form.format(day)}, tại xã")] == [day]


@given(st.integers(-5, 3000), st.integers(-5, 40), st.integers(-5, 40))
def test_a_date_is_made_or_refused(year: int, month: int, day: int) -> None:
    made = make_date(year, month, day)
    assert made is None or (made.year, made.month, made.day) == (year, month, day)


@given(st.text(alphabet="0123456789/-. ngàythángnămquýIVđếntừhếtgiaiđoạn", max_size=60) | st.text(max_size=60), st.none() | st.integers(0, 9999))  # fmt: skip
def test_no_text_makes_the_search_fail(text: str, year: int | None) -> None:
    for found in find_dates(text):
        assert 0 <= found.start < found.end <= len(text)
    period = find_period(text, year)
    assert period is None or 0 <= period.start < period.end <= len(text)
    if period and period.period and period.period.start and period.period.end:
        assert period.period.start.year >= 1
