"""By which days the parts of a plan are due, and what stays a question."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from donghanh.plans import deadlines, work
from donghanh.plans.models import Duty, Item, Plan
from plans.conftest import COMMUNE, FORM, Make, unit
from plans.test_work import COMMITTEE, issued

FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)


def plan(starts: date | None = date(2026, 1, 1), ends: date | None = date(2026, 12, 31)) -> Plan:
    return Plan(starts=starts, ends=ends, issued_on=date(2025, 12, 20), day=date(2025, 12, 20))


def of_item(**said: object) -> list[date | None]:
    return [each.day for each in deadlines.of_item(Item(plan=plan(), **said), FIRST, LAST)]


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("trước Tết Nguyên đán Bính Ngọ", date(2026, 2, 17)),
        ("Tháng hành động vì bình đẳng giới", date(2026, 12, 15)),
        ("tháng 6", date(2026, 6, 30)),
        ("thường xuyên", None),
        ("theo kế hoạch của cấp trên", None),
    ],
)
def test_an_items_words_become_its_last_day_or_stay_a_question(period: str, day: date | None) -> None:
    assert of_item(period=period) == [day]


def test_days_that_a_person_settled_go_before_words() -> None:
    assert of_item(period="tháng 6", ends=date(2026, 7, 5)) == [date(2026, 7, 5)]


def test_an_item_of_which_nothing_is_said_is_no_question() -> None:
    assert of_item() == []


def test_words_without_a_year_stay_a_question_in_a_plan_of_several_years() -> None:
    item = Item(plan=plan(ends=date(2030, 12, 31)), period="tháng 6")
    assert [each.day for each in deadlines.of_item(item, FIRST, LAST)] == [None]


def test_what_recurs_does_so_while_the_plan_lasts() -> None:
    assert of_item(period="ngày 20 hằng tháng") == [date(2026, month, 20) for month in range(1, 13)]


def test_the_report_on_the_last_quarter_is_due_after_the_plan() -> None:
    duty = Duty(plan=plan(), cycle="quarterly", due="ngày 05 tháng đầu quý sau")
    days = [each.day for each in deadlines.of_duty(duty, FIRST, LAST)]
    assert days == [date(2026, 4, 5), date(2026, 7, 5), date(2026, 10, 5), date(2027, 1, 5)]


def test_a_report_at_the_meeting_of_the_month_has_no_certain_day() -> None:
    duty = Duty(plan=plan(), cycle="monthly", due="giao ban tháng")
    assert [(each.day, each.words) for each in deadlines.of_duty(duty, FIRST, LAST)] == [
        (None, "giao ban tháng")
    ]


def test_a_unit_has_the_deadlines_of_its_own_work_in_their_order(make: Make) -> None:
    issued(make)
    found = deadlines.of_unit(work.of(unit(COMMUNE)), FIRST, date(2026, 12, 31))
    told = [(each.day, each.is_report) for each in found.dated]
    assert told == [
        (date(2026, 4, 5), True), (date(2026, 7, 5), True), (date(2026, 10, 5), True), (date(2026, 11, 30), False),
    ]  # fmt: skip
    assert [each.day for each in deadlines.of_unit(work.of(unit(COMMITTEE)), FIRST, LAST).dated] == [
        date(2026, 11, 30)
    ]


def test_deadlines_take_no_more_queries_for_more_plans(make: Make) -> None:
    having, counts = work.of(unit(COMMUNE)), []
    for _ in range(2):
        issued(make, FORM)
        with CaptureQueriesContext(connection) as queries:
            deadlines.of_unit(having, FIRST, LAST)
        counts.append(len(queries))
    assert counts == [2, 2]
