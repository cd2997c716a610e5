"""The ways in which words of no clear meaning can be read, each with what the facts become by it.

A day that no calendar has ("ngày 31/6") is the last day of its month or the first of the next, or its day and month
changed places; "ngày 05 Tết đầu quý" is a slip for a month, or the lunar feast. The person says which; nothing is
guessed for her.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from donghanh.documents.review.state import Item, Review, Value
from donghanh.reading.extractors.activities import period_in
from donghanh.vietnam.deadlines import find_deadlines

_DATE = re.compile(
    r"(?P<day>\d{1,2})(?P<between>\s*[/-]\s*|\s+tháng\s+)(?P<month>\d{1,2})(?:\D{1,6}(?P<year>\d{4}))?"
)
_LUNAR = re.compile(r"[Tt]ết(?!\w)")
_FEAST = re.compile(r"[Tt]ết(?!\w).*")
_LEAP_YEAR = 2024


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read the words. said: as they are meant; corrections: what facts become, by their keys."""

    said: str
    corrections: dict[str, Value]


def ways_of(review: Review, text: str, finding: Item) -> list[Way]:
    """How the words of a finding can be read; none where it is not about a deadline, or nothing is near.

    text: of the whole file.
    """
    if finding.value.get("code") != "ambiguous_deadline" or finding.span is None:
        return []
    start, end = finding.span
    written = text[start:end]
    return [
        Way(said, dict(_corrections(review, (start, end), written, meant))) for said, meant in _meant(written)
    ]


def _meant(written: str) -> Iterator[tuple[str, str]]:
    """What may have been meant, in short and as it would stand in the text."""
    found = _DATE.search(written)
    if found is None:
        if _LUNAR.search(written):
            slip, feast = _LUNAR.sub("của tháng", written), _FEAST.sub("Tết Nguyên đán (âm lịch)", written)
            yield slip, slip
            yield feast, feast
        return
    for day, month in _days_near(int(found["day"]), int(found["month"]), int(found["year"] or _LEAP_YEAR)):
        figures = [f"{day:02}", f"{month:02}" if month <= 2 else str(month)]
        meant = (
            f"{written[: found.start('day')]}{found['between'].join(figures)}{written[found.end('month') :]}"
        )
        yield "/".join([*figures, found["year"]] if found["year"] else figures), meant


def _days_near(day: int, month: int, year: int) -> Iterator[tuple[int, int]]:
    """The days that one which is in no calendar may stand for."""
    if 1 <= month <= 12:
        if 28 < day <= 31:
            yield monthrange(year, month)[1], month
            yield 1, month + 1  # December has all its days
    elif 1 <= day <= 12 and 1 <= month <= monthrange(year, day)[1]:
        yield month, day


def _corrections(
    review: Review, span: tuple[int, int], written: str, meant: str
) -> Iterator[tuple[str, Value]]:
    """The deadlines and times that are said with these words."""
    year = _year_of(review)
    for item in review.items("reporting"):
        due = item.value.get("due")
        if _holds(item, span) and isinstance(due, str) and written in due:
            words = due.replace(written, meant)
            days = [day for day in find_deadlines(f"trước {words}") if day.month and day.exists]
            cycle = str(item.value.get("cycle") or "")
            yield item.key, {"due": days[0].written(cycle, year) if days else words}
    for item in review.items("activities"):
        said = item.value.get("text")
        if not (_holds(item, span) and isinstance(said, str) and written in said):
            continue
        period = period_in(said.replace(written, meant), year)
        if period is not None:
            start, end = (each.isoformat() if each else None for each in (period.start, period.end))
            yield item.key, {"period": {"text": period.text, "from": start, "to": end}}


def _holds(item: Item, span: tuple[int, int]) -> bool:
    return (
        not item.is_removed and item.span is not None and item.span[0] <= span[0] and span[1] <= item.span[1]
    )


def _year_of(review: Review) -> int | None:
    period: Any = review.document().get("period")
    start = period.get("from") if isinstance(period, dict) else None
    return int(start[:4]) if isinstance(start, str) and start[:4].isdecimal() else None
