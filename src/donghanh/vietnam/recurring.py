"""From how often and by when a paper wants something to days of the calendar.

What the words leave open has no rule: the day of a meeting, "day 20" of a quarter, a slip. Whoever asks shows the words.
A day that a month does not have is its last one: by the 30th means by the end of February.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from donghanh.vietnam.dates import date_of

_LAST = 31
_LENGTHS = {"monthly": 1, "quarterly": 3, "semiannual": 6, "nine_month": 9, "annual": 12}
"""How many months a report is about. That of nine months is about those from January on, once a year."""
_UNSAID = ("", "unspecified")

_NEXT = r"(?P<next>\s+(?:sau|tiếp theo|kế tiếp|liền kề|liền sau|tới))?"
_DAY = r"(?:ngày\s+(?P<day>\d{1,2})|(?P<last>ngày\s+cuối(?:\s+cùng)?))"
_OF_MONTH = re.compile(
    rf"{_DAY}(?:\s+(?:của\s+)?(?P<every>hằng|hàng|mỗi|từng)?\s*(?P<month>tháng){_NEXT})?", re.IGNORECASE
)
_OF_PERIOD = re.compile(
    rf"{_DAY}\s+(?:của\s+)?tháng\s+(?P<place>đầu|giữa|cuối)(?:\s+cùng|\s+tiên)?\s+(?:của\s+)?(?:mỗi\s+|từng\s+)?"
    rf"(?P<period>quý|kỳ(?:\s+báo cáo)?|năm){_NEXT}",
    re.IGNORECASE,
)
_END_OF_QUARTER = re.compile(
    r"ngày\s+(?P<work>làm việc\s+)?cuối(?:\s+cùng)?\s+(?:của\s+)?(?:mỗi\s+|từng\s+)?quý", re.IGNORECASE
)
_WEEKDAY = re.compile(
    r"(?:sáng |chiều |ngày )?thứ (?P<which>hai|ba|tư|năm|sáu|bảy|[2-7])(?P<weekly>\s+(?:hằng|hàng|mỗi) tuần)?",
    re.IGNORECASE,
)
_IN_YEAR = r"(?:ngày\s+)?(\d{1,2})\s*(?:/|\s+tháng\s+)\s*(\d{1,2})"
_YEARLY = re.compile(
    rf"{_IN_YEAR}(?:\s*(?:,|và)\s*{_IN_YEAR})*(?:\s+(?:hằng|hàng|mỗi)\s+năm)?", re.IGNORECASE
)
_BEFORE = re.compile(
    r"^(?:(?:chậm nhất|muộn nhất)(?:\s+là)?\s+|trước\s+|vào\s+|đến\s+|hết\s+|trong\s+)+", re.IGNORECASE
)
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5} | {str(n): n - 2 for n in range(2, 8)}


@dataclass(frozen=True, slots=True)
class Rule:
    """On which days something falls due. yearly: (month, day) of each year; weekday: of each week, Monday is 0.

    is_behind: the day lies in the period after the one that it is about: "day 5 of the first month of the next quarter".
    on_workdays: one that falls on a weekend is the Friday before.
    """

    yearly: tuple[tuple[int, int], ...] = ()
    weekday: int | None = None
    once: date | None = None
    is_behind: bool = False
    on_workdays: bool = False

    def days(self, first: date, last: date) -> Iterator[date]:
        """Its days in a window, both ends included, in order."""
        if self.once is not None:
            found = iter((self.once,))
        elif self.weekday is not None:
            begin = first + timedelta(days=(self.weekday - first.weekday()) % 7)
            found = (begin + timedelta(days=n) for n in range(0, max((last - begin).days + 1, 0), 7))
        else:
            found = (day for year in range(first.year, last.year + 1) for day in self._in(year))
        return (day for day in found if first <= day <= last)

    def _in(self, year: int) -> list[date]:
        days = {
            date(year, month, min(day, calendar.monthrange(year, month)[1])) for month, day in self.yearly
        }
        if self.on_workdays:
            days = {day - timedelta(days=max(day.weekday() - 4, 0)) for day in days}
        return sorted(days)


def rule_of(cycle: str, due: str) -> Rule | None:
    """The rule of a duty that comes so often and is due so; None where the words leave the day open.

    cycle: as the form donghanh.plan/1 has it. due: an ISO day, --MM-DD of each year, or words.

    >>> list(rule_of("quarterly", "ngày 05 tháng đầu quý sau").days(date(2026, 1, 1), date(2026, 6, 30)))
    [datetime.date(2026, 1, 5), datetime.date(2026, 4, 5)]
    >>> rule_of("quarterly", "ngày 20") is None
    True
    """
    words = _BEFORE.sub("", re.sub(r"\s+", " ", due).strip(" .;,"))
    if day := _iso(words) or date_of(words):
        return Rule(once=day)
    if match := re.fullmatch(r"--(\d\d)-(\d\d)", words):
        return _yearly([(int(match[1]), int(match[2]))])
    if _YEARLY.fullmatch(words):
        return _yearly([(int(month), int(day)) for day, month in re.findall(_IN_YEAR, words, re.IGNORECASE)])
    if match := _WEEKDAY.fullmatch(words):
        weekly = cycle == "weekly" or (cycle in _UNSAID and match["weekly"])
        return Rule(weekday=_WEEKDAYS[match["which"].lower()]) if weekly else None
    if (match := _END_OF_QUARTER.fullmatch(words)) and cycle in ("quarterly", *_UNSAID):
        # No holiday lies there, so that only weekends move the last working day.
        return Rule(tuple((month, _LAST) for month in (3, 6, 9, 12)), on_workdays=bool(match["work"]))
    if match := _OF_PERIOD.fullmatch(words):
        return _in_period(cycle, match)
    if match := _OF_MONTH.fullmatch(words):
        return _in_month(cycle, match)
    return None


def _iso(words: str) -> date | None:
    try:
        return date.fromisoformat(words) if re.fullmatch(r"\d{4}-\d\d-\d\d", words) else None
    except ValueError:
        return None


def _yearly(pairs: list[tuple[int, int]]) -> Rule | None:
    """Days that some year has: 29/2, but not 31/6."""
    real = all(1 <= month <= 12 and 1 <= day <= calendar.monthrange(2024, month)[1] for month, day in pairs)
    return Rule(tuple(pairs)) if real else None


def _in_period(cycle: str, match: re.Match[str]) -> Rule | None:
    """ "Day 15 of the last month of the quarter": the quarter's or the year's own words, or the period of the report."""
    named = {"quý": "quarterly", "năm": "annual"}.get(match["period"].lower())
    if named and cycle not in (named, *_UNSAID):
        return None
    length = _LENGTHS.get(named or cycle)
    place, later = match["place"].lower(), bool(match["next"])
    if length is None or (place == "giữa" and length != 3):
        return None
    starts = [1] if length == 9 else range(1, 13, length)
    offset = {"đầu": 0, "giữa": 1, "cuối": length - 1}[place]
    if length == 9 and later:
        offset += 9
    return _on(match, [(start + offset - 1) % 12 + 1 for start in starts], is_behind=later)


def _in_month(cycle: str, match: re.Match[str]) -> Rule | None:
    """ "Day 20 of each month"; "day 5 of the month after", which is that after the period of the report."""
    if match["next"] and not match["every"] and cycle in _LENGTHS:
        length = _LENGTHS[cycle]
        ends = [9] if length == 9 else range(length, 13, length)
        return _on(match, [end % 12 + 1 for end in ends], is_behind=True)
    monthly = cycle == "monthly" or (cycle in _UNSAID and match["month"] and not match["next"])
    return _on(match, list(range(1, 13))) if monthly else None


def _on(match: re.Match[str], months: list[int], *, is_behind: bool = False) -> Rule | None:
    day = _LAST if match["last"] else int(match["day"])
    return Rule(tuple((month, day) for month in months), is_behind=is_behind) if 1 <= day <= 31 else None
