"""A plan some years later: its days, and the years in its words that are those of its time."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from donghanh.plans.content import Content

_YEAR = re.compile(r"(?<![\d./])(?P<before>(?:\d{1,2}[/.-]){0,2})(?P<year>20\d\d)(?![\d/-])")
_LEAP = 29


def later(content: Content, years: int) -> Content:
    """The same work so many years later, not issued, with no shares. 29 February becomes the 28th where the year has no
    such day."""
    own = _years(content)

    def words(text: str) -> str:
        return _moved_words(text, own, years)

    return replace(
        content,
        number="",
        issued_on=None,
        title=words(content.title),
        starts=_moved(content.starts, years),
        ends=_moved(content.ends, years),
        frame={key: value for key, value in content.frame.items() if key in ("issuer", "programme", "recipients")},
        works=tuple(
            replace(
                work, text=words(work.text), body=tuple(map(words, work.body)), period=words(work.period),
                starts=_moved(work.starts, years), ends=_moved(work.ends, years), origin=None, source=None,
            )
            for work in content.works
        ),
        goals=tuple(
            replace(goal, text=words(goal.text), shares=(), origin=None, source=None) for goal in content.goals
        ),
        sums=tuple(replace(each, text=words(each.text), source=None) for each in content.sums),
        reports=tuple(
            replace(each, text=words(each.text), due=_due(each.due, words, years), source=None)
            for each in content.reports
        ),
        citations=tuple(replace(each, source=None) for each in content.citations),
    )  # fmt: skip


def _years(content: Content) -> range:
    """The years of the plan itself; others that it names stay."""
    days = [day for day in (content.starts, content.ends, content.issued_on) if day]
    return range(min(days).year, max(days).year + 1) if days else range(0)


def _moved(day: date | None, years: int) -> date | None:
    if day is None:
        return None
    if (day.month, day.day) == (2, _LEAP):
        return date(day.year + years, 3, 1).replace(month=2, day=28)
    return day.replace(year=day.year + years)


def _moved_words(text: str, own: range, years: int) -> str:
    def move(match: re.Match[str]) -> str:
        year = int(match["year"])
        return f"{match['before']}{year + years}" if year in own else match[0]

    return _YEAR.sub(move, text)


def _due(due: str, words: Callable[[str], str], years: int) -> str:
    try:
        return str(_moved(date.fromisoformat(due), years))
    except ValueError:
        return words(due)
