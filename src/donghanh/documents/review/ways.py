"""What deciding about a finding makes of facts: the computed sum, or one of the meanings that words can have.

A day that no calendar has ("ngày 31/6") is the last day of its month or the first of the next, or its day and month
changed places; "ngày 05 Tết đầu quý" is a slip for a month, or the lunar feast. The person says which; nothing is
guessed for her, and what she wrote by hand is left alone.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from donghanh.documents.review.state import Item, Review, Value
from donghanh.reading.extractors.activities import period_in
from donghanh.vietnam.dates import make_date
from donghanh.vietnam.deadlines import find_deadlines

_DATE = re.compile(
    r"(?P<day>\d{1,2})(?P<between>\s*[/-]\s*|\s+tháng\s+)(?P<month>\d{1,2})(?:\D{1,6}(?P<year>\d{4}))?"
)
_LUNAR = re.compile(r"[Tt]ết(?!\w)")
_FEAST = re.compile(r"[Tt]ết(?!\w).*")
_LEAP_YEAR = 2024

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read the words of a finding.

    said: as they are meant; words: as they would stand in the text; corrections: what facts become, by their keys.
    """

    said: str
    words: str
    corrections: dict[str, Value]


def amount_of(review: Review, finding: Item) -> Item | None:
    """The sum of money that a finding says is wrong, where it is the only one of that value in its place."""
    written, span = finding.value.get("written"), finding.span
    if not isinstance(written, int) or not isinstance(finding.value.get("computed"), int) or span is None:
        return None
    found = [
        item
        for item in review.items("amounts")
        if item.value.get("value") == written
        and item.span
        and item.span[0] < span[1]
        and span[0] < item.span[1]
    ]
    return found[0] if len(found) == 1 and not found[0].is_removed else None


def ways_of(review: Review, text: str, finding: Item) -> list[Way]:
    """How the words of a finding can be read; none where it is not about a deadline, or nothing is near.

    text: of the whole file.
    """
    span = finding.span
    if finding.value.get("code") != "ambiguous_deadline" or span is None:
        return []
    year = _year_of(review)
    meant = list(_meant(text[span[0] : span[1]], year))
    answers = [{span: words} for _, words in meant]
    return [
        Way(said, words, dict(_corrections(_Sayings(review, text, finding, year), {span: words}, answers)))
        for said, words in meant
    ]


def _meant(written: str, year: int | None) -> Iterator[tuple[str, str]]:
    """What may have been meant, in short and as it would stand in the text; year: of the plan."""
    found = _DATE.search(written)
    if found is None:
        if _LUNAR.search(written):
            slip, feast = _LUNAR.sub("của tháng", written), _FEAST.sub("Tết Nguyên đán (âm lịch)", written)
            yield slip, slip
            yield feast, feast
        return
    of = int(found["year"]) if found["year"] else year or _LEAP_YEAR
    for day, month in _days_near(int(found["day"]), int(found["month"]), of):
        figures = [f"{day:02}", f"{month:02}" if month <= 2 else str(month)]
        meant = (
            f"{written[: found.start('day')]}{found['between'].join(figures)}{written[found.end('month') :]}"
        )
        yield "/".join([*figures, found["year"]] if found["year"] else figures), meant


def _days_near(day: int, month: int, year: int) -> Iterator[tuple[int, int]]:
    """The days of a year that one which it does not have may stand for."""
    if make_date(year, 1, 1) is None:
        return
    if 1 <= month <= 12:
        if 28 < day <= 31:
            yield monthrange(year, month)[1], month
            yield 1, month + 1  # December has all its days
    elif 1 <= day <= 12 and 1 <= month <= monthrange(year, day)[1]:
        yield month, day


@dataclass(frozen=True, slots=True)
class _Sayings:
    """The facts around a finding, as they read with some of the ambiguous words answered."""

    review: Review
    text: str
    finding: Item
    year: int | None

    def facts(self) -> Iterator[tuple[Item, str]]:
        """Those in whose words the finding lies, each with the field that may say a day."""
        for name, field in (("reporting", "due"), ("activities", "period")):
            for item in self.review.items(name):
                if _holds(item, self.finding.span):
                    yield item, field

    def answered(self, item: Item) -> dict[Range, str]:
        """How other words of the fact were read already."""
        return {
            other.span: str(other.decision["words"])
            for other in self.review.items("findings")
            if other.span
            and other.key != self.finding.key
            and other.decision.get("choice") == "read_as"
            and "words" in other.decision
            and _holds(item, other.span)
        }

    def value(self, item: Item, field: str, answers: Mapping[Range, str]) -> Any:
        """What the field says with these answers; None where its words are not among those of the finding."""
        base = (item.read or item.value).get("due") if field == "due" else item.value.get("text")
        span = self.finding.span or (0, 0)
        if not isinstance(base, str) or self.text[span[0] : span[1]] not in base:
            return None
        said = self._with(base, item.span or (0, 0), answers)
        if field == "due":
            days = [day for day in find_deadlines(f"trước {said}") if day.month and day.exists]
            return days[0].written(str(item.value.get("cycle") or ""), self.year) if days else said
        period = period_in(said, self.year)
        if period is None:
            return None
        start, end = (each.isoformat() if each else None for each in (period.start, period.end))
        return {"text": period.text, "from": start, "to": end}

    def _with(self, base: str, span: Range, answers: Mapping[Range, str]) -> str:
        """The words of a fact with the answers in their places; by their places where it says what the text does."""
        for (start, end), words in sorted(answers.items(), reverse=True):
            if base[start - span[0] : end - span[0]] == self.text[start:end]:
                base = base[: start - span[0]] + words + base[end - span[0] :]
            else:
                base = base.replace(self.text[start:end], words, 1)
        return base


def _corrections(
    sayings: _Sayings, answer: Mapping[Range, str], answers: list[dict[Range, str]]
) -> Iterator[tuple[str, Value]]:
    """What facts become by an answer; none for a fact that says what a person wrote by hand.

    answers: all that could be given, one of which the fact may follow from before.
    """
    for item, field in sayings.facts():
        others = sayings.answered(item)
        after = sayings.value(item, field, {**others, **answer})
        if after is None:
            continue
        known = [sayings.value(item, field, {**others, **each}) for each in ({}, *answers)]
        standing = item.value.get(field)
        if item.read is None or standing == item.read.get(field) or standing in known:
            yield item.key, {field: after}


def _holds(item: Item, span: Range | None) -> bool:
    return (
        span is not None
        and not item.is_removed
        and item.span is not None
        and item.span[0] <= span[0]
        and span[1] <= item.span[1]
    )


def _year_of(review: Review) -> int | None:
    period: Any = review.document().get("period")
    start = period.get("from") if isinstance(period, dict) else None
    return int(start[:4]) if isinstance(start, str) and start[:4].isdecimal() else None
