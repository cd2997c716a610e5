"""By which days what plans ask is due; where the words leave the day open, they are shown and nothing is guessed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from django.db.models import Q, QuerySet

from donghanh.plans.models import Duty, Item, Plan
from donghanh.plans.work import Work
from donghanh.vietnam.dates import find_period
from donghanh.vietnam.occasions import find_occasion
from donghanh.vietnam.recurring import Rule, rule_of

Part = TypeVar("Part", Item, Duty)

_BEHIND = timedelta(days=31)
"""How long after a plan's period what is due behind a period of it can fall: in the month after."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which something is to be done. day: None where the words leave it open; words: when, as the plan says."""

    about: Item | Duty
    day: date | None
    words: str

    @property
    def is_report(self) -> bool:
        return isinstance(self.about, Duty)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """What is due in a window, by its days, and what has no certain day."""

    dated: Sequence[Deadline]
    open: Sequence[Deadline]


def of_item(item: Item, first: date, last: date) -> list[Deadline]:
    """When an item is due in a window, both ends included; nothing where its plan says nothing about when."""
    if item.ends:
        return _on([item.ends], item, item.period, first, last)
    if not item.period:
        return []
    if rule := rule_of("", item.period):
        return _on(_days(rule, item.plan, first, last), item, item.period, first, last)
    year = _year(item.plan)
    span = find_occasion(item.period, year)
    if span is None:
        written = find_period(item.period, year)
        span = written.period if written else None
    if span is None or span.end is None:
        return [Deadline(item, None, item.period)]
    return _on([span.end], item, item.period, first, last)


def of_duty(duty: Duty, first: date, last: date) -> list[Deadline]:
    """When a report is due in a window, both ends included, as long as its plan lasts."""
    rule = rule_of(duty.cycle, duty.due)
    if rule is None:
        return [Deadline(duty, None, duty.due)]
    return _on(_days(rule, duty.plan, first, last), duty, duty.due, first, last)


def _on(days: Iterable[date], about: Item | Duty, words: str, first: date, last: date) -> list[Deadline]:
    return [Deadline(about, day, words) for day in days if first <= day <= last]


def _days(rule: Rule, plan: Plan, first: date, last: date) -> Iterable[date]:
    """What recurs does so while the plan lasts: the report on its last quarter is due in the month after."""
    if rule.once:
        return rule.days(first, last)
    begins, ends = plan.starts or plan.issued_on or plan.day, plan.ends or last
    if rule.is_behind:
        begins, ends = begins + _BEHIND, ends + _BEHIND
    return rule.days(max(first, begins), min(last, ends))


def _year(plan: Plan) -> int | None:
    """The one year that a plan is about."""
    if plan.starts and plan.ends and plan.starts.year == plan.ends.year:
        return plan.ends.year
    return None


def of_unit(work: Work, first: date, last: date, programme: int | None = None) -> Deadlines:
    """All that a unit has to do and to report in a window; programme: of its plans alone. Two queries."""
    ends = Q(ends__range=(first, last)) | Q(ends=None) & ~Q(period="")
    items = Item.objects.filter(ends, pk__in=work.assignments().values("item"))
    duties = Duty.objects.filter(sender__in=work.parties().values("pk"))
    found = [
        *(each for item in _with_plans(items, programme) for each in of_item(item, first, last)),
        *(each for duty in _with_plans(duties, programme) for each in of_duty(duty, first, last)),
    ]
    dated = sorted(
        (each for each in found if each.day), key=lambda each: (each.day or last, each.about.plan_id)
    )
    return Deadlines(dated, [each for each in found if not each.day])


def _with_plans(parts: QuerySet[Part], programme: int | None) -> QuerySet[Part]:
    if programme:
        parts = parts.filter(plan__programme=programme)
    return (
        parts.select_related("plan__unit").defer("plan__frame", "plan__searched").order_by("plan", "position")
    )
