"""Which backups stay, and when the next is due."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from donghanh.backup.keep import Rule, kept
from donghanh.backup.schedule import latest_time, next_time

RULE = Rule(7, 4, 12)
DAYS = st.lists(st.dates(date(2024, 1, 1), date(2026, 12, 31)), max_size=80).map(sorted)
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def test_a_year_of_nights_leaves_seven_days_four_weeks_and_twelve_months() -> None:
    nights = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    staying = [nights[place] for place in sorted(kept(nights, RULE))]
    assert staying[-7:] == nights[-7:]
    assert [day for day in staying if day.isoweekday() == 7 and day >= date(2026, 12, 7)] == [
        date(2026, 12, 13),
        date(2026, 12, 20),
        date(2026, 12, 27),
    ]
    assert {(day.year, day.month) for day in staying} == {(2026, month) for month in range(1, 13)}
    assert len(staying) == 7 + 2 + 11


@given(DAYS)
def test_the_newest_always_stays_and_few_others(days: list[date]) -> None:
    staying = kept(days, RULE)
    assert not days or len(days) - 1 in staying
    assert len(staying) <= 7 + 4 + 12


@given(DAYS)
def test_tidying_again_removes_nothing_more(days: list[date]) -> None:
    left = [days[place] for place in sorted(kept(days, RULE))]
    assert kept(left, RULE) == set(range(len(left)))


@given(DAYS, st.dates(date(2024, 1, 1), date(2026, 12, 31)))
def test_tidying_in_between_comes_to_the_same_as_tidying_once(days: list[date], last: date) -> None:
    early = [day for day in days if day <= last]
    late = [day for day in days if day > last]
    nightly = [early[place] for place in sorted(kept(early, RULE))] + late
    once = [days[place] for place in sorted(kept(days, RULE))]
    assert [nightly[place] for place in sorted(kept(nightly, RULE))] == once


@given(st.dates(date(2026, 1, 1), date(2027, 1, 1)), st.times(), st.times())
def test_a_moment_lies_between_two_nights(day: date, hour: time, at: time) -> None:
    now = datetime.combine(day, hour, HANOI)
    before, after = latest_time(now, at), next_time(now, at)
    assert before <= now < after == before + timedelta(days=1)
    assert before.time() == at
