"""Which backups stay: the newest of each of some days, weeks and months."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Rule:
    """Of how many days, weeks (from Monday) and months, counted from the newest that have one, the newest stays."""

    days: int
    weeks: int
    months: int


def kept(made_on: Iterable[date], rule: Rule) -> set[int]:
    """The places of those that stay in a list of days, oldest first.

    >>> sorted(kept([date(2026, 10, 30), date(2026, 10, 31), date(2026, 11, 1)], Rule(1, 1, 2)))
    [1, 2]
    """
    newest_first = list(enumerate(made_on))[::-1]
    found: set[int] = set()
    periods: list[tuple[int, Callable[[date], object]]] = [
        (rule.days, lambda day: day),
        (rule.weeks, lambda day: day.isocalendar()[:2]),
        (rule.months, lambda day: (day.year, day.month)),
    ]
    for most, period_of in periods:
        seen: set[object] = set()
        for place, day in newest_first:
            period = period_of(day)
            if period not in seen and len(seen) < most:
                seen.add(period)
                found.add(place)
    return found
