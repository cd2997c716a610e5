"""Dates and spans of time as official papers write them."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from donghanh.vietnam.numbers import parse_roman

EARLIEST, LATEST = 1900, 2100
"""Years in which a day that somebody writes can lie; what lies beyond is a slip."""

_DATE = re.compile(
    r"(?:ngày\s+)?(?<![\d/.,])(?P<d>\d{1,2})\s*(?:/|-|\.)\s*(?P<m>\d{1,2})\s*(?:/|-|\.)\s*(?P<y>\d{4})(?![\d/])"
    r"|ngày\s+(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})\s*(?:năm|/)\s*(?P<y2>\d{4})"
    r"|(?<!\d)(?P<d3>\d{1,2})\s+tháng\s+(?P<m3>\d{1,2})\s*(?:năm|/)\s*(?P<y3>\d{4})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends included; an end that the words do not fix is None."""

    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A whole date where it stands; value is None where no calendar has it (31/6)."""

    start: int
    end: int
    value: date | None


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, None where no calendar has it."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def find_dates(text: str) -> list[WrittenDate]:
    """Every whole date (day, month and year) in the text, in order."""
    found = []
    for match in _DATE.finditer(text):
        day, month, year = (
            match["d"] or match["d2"] or match["d3"],
            match["m"] or match["m2"] or match["m3"],
            match["y"] or match["y2"] or match["y3"],
        )
        found.append(WrittenDate(match.start(), match.end(), make_date(int(year), int(month), int(day))))
    return found


def date_of(words: str) -> date | None:
    """The date that the words are and nothing else; None where they are none, or one of no calendar.

    >>> date_of("05/6/2026"), date_of("ngày 31/6/2026")
    (datetime.date(2026, 6, 5), None)
    """
    found = find_dates(words)
    alone = len(found) == 1 and words[found[0].start : found[0].end] == words.strip()
    return found[0].value if alone else None


def month_span(year: int, first: int, last: int | None = None) -> Period | None:
    """From the first day of one month to the last of another of the same year."""
    last = first if last is None else last
    if not (1 <= first <= 12 and 1 <= last <= 12 and first <= last and 1900 < year < 2200):
        return None
    return Period(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


def year_span(first: int, last: int | None = None) -> Period | None:
    """Whole years: năm 2025 is 2025-01-01 to 2025-12-31."""
    last = first if last is None else last
    if not 1900 < first <= last < 2200:
        return None
    return Period(date(first, 1, 1), date(last, 12, 31))


_DAY_MONTH = r"(?P<d{n}>\d{{1,2}})(?:\s*/\s*|\s+tháng\s+)(?P<m{n}>\d{{1,2}})(?:(?:\s*/\s*|\s+năm\s+)(?P<y{n}>\d{{4}}))?(?![\d/])"
# "từ ngày 15/11 đến ngày 15/12/2025", "ngày 15-17/6": what the first day lacks stands with the second.
_DAYS = re.compile(
    rf"(?:từ\s+)?(?:ngày\s+)?(?<![\d/.,])(?:{_DAY_MONTH.format(n=1)}|(?<=ngày )(?P<only>\d{{1,2}}))\s*(?:đến|tới|-|–)\s*(?:hết\s+)?"
    rf"(?:ngày\s+)?{_DAY_MONTH.format(n=2)}",
    re.IGNORECASE,
)
_ONE_DAY = re.compile(rf"ngày\s+{_DAY_MONTH.format(n=1)}(?!\s*năm\b)", re.IGNORECASE)

_YEAR = r"(?:\s*(?:/|năm|-|\.)\s*(?P<y>(?:19|20)\d\d))?"
_SPANS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "month_to_year",
            r"từ\s+tháng\s+(?P<a>\d{1,2})\s*(?:/|năm)\s*(?P<ya>(?:19|20)\d\d)\s*(?:đến(?: hết)?|-|–)\s*(?:cuối\s+)?năm\s+(?P<b>(?:19|20)\d\d)",
        ),
        (
            "months",
            r"(?:từ\s+)?tháng\s+(?P<a>\d{1,2})(?:\s*(?:/|năm)\s*(?P<ya>(?:19|20)\d\d))?\s*"
            r"(?:đến(?: hết)?|-|–|và|,(?=\s*(?:tháng\s+)?\d{1,2}\s*(?:(?:/|năm)\s*20\d\d|[.;)]|$)))\s*(?:tháng\s+)?"
            r"(?P<b>\d{1,2})(?!\d)" + _YEAR,
        ),
        (
            "quarters",
            r"quý\s+(?P<a>IV|I{1,3}|[1-4])\s*(?:đến|-|–|,|và)\s*(?:quý\s+)?(?P<b>IV|I{1,3}|[1-4])\b" + _YEAR,
        ),
        ("month", r"tháng\s+(?P<a>\d{1,2})(?!\d)" + _YEAR),
        ("quarter", r"quý\s+(?P<a>IV|I{1,3}|[1-4])\b" + _YEAR),
        ("first_half", r"(?:6|06|sáu) tháng đầu(?: năm)?(?:\s+(?P<y>(?:19|20)\d\d))?"),
        ("second_half", r"(?:6|06|sáu) tháng cuối(?: năm)?(?:\s+(?P<y>(?:19|20)\d\d))?"),
        ("nine_months", r"(?:9|09|chín) tháng(?: đầu)?(?: năm)?(?:\s+(?P<y>(?:19|20)\d\d))?"),
        ("first_months", r"(?<!\d)(?P<a>\d{1,2}) tháng đầu năm(?:\s+(?P<y>(?:19|20)\d\d))?"),
        ("last_months", r"(?<!\d)(?P<a>\d{1,2}) tháng cuối năm(?:\s+(?P<y>(?:19|20)\d\d))?"),
        (
            "years",
            r"(?:giai đoạn|các năm|năm|từ)\s+(?:năm\s+)?(?P<a>(?:19|20)\d\d)\s*(?:-|–|đến(?: hết)?|và)\s*"
            r"(?:năm\s+)?(?P<b>(?:19|20)\d\d)",
        ),
        (
            "years",
            r"(?<![\w/.,-])(?<!học )(?<!nhiệm kỳ )(?<!khóa )(?<!khoá )(?P<a>20\d\d)\s*[-–]\s*(?P<b>20\d\d)(?![\d/])",
        ),
        ("whole_year", r"cả năm(?!\s+(?:19|20)\d\d)"),
        ("year", r"(?:cả |trong |hết )?năm\s+(?P<a>(?:19|20)\d\d)"),
    )
)


# Parts of a year that a name alone fixes, by first and last month.
_PARTS = {"whole_year": (1, 12), "first_half": (1, 6), "second_half": (7, 12), "nine_months": (1, 9)}


def _span(name: str, match: re.Match[str], year: int | None) -> Period | None:
    """What one match of `_SPANS` comes to; year: the paper's, for words without one."""
    groups = match.groupdict()
    first, last = groups.get("a") or "0", groups.get("b")
    if name == "years":
        return year_span(int(first), int(last or 0))
    if name == "year":
        return year_span(int(first))
    if name == "month_to_year":
        return _joined(month_span(int(groups["ya"]), int(first)), year_span(int(last or 0)))
    year = int(groups["y"]) if groups.get("y") else year
    if year is None:
        return None
    if name in _PARTS:
        return month_span(year, *_PARTS[name])
    if name in ("first_months", "last_months"):
        count = int(first)
        parts = (1, count) if name == "first_months" else (13 - count, 12)
        return month_span(year, *parts) if 1 <= count <= 12 else None
    if name == "month":
        return month_span(year, int(first))
    if name == "months":
        return _joined(month_span(int(groups["ya"] or year), int(first)), month_span(year, int(last or 0)))
    one = _quarter(first)
    two = one if last is None else _quarter(last)
    return month_span(year, 3 * one - 2, 3 * two) if one and two else None


def _quarter(words: str) -> int:
    return int(words) if words.isdigit() else parse_roman(words.upper()) or 0


def _joined(begin: Period | None, finish: Period | None) -> Period | None:
    """From the beginning of one span to the end of another; None where they do not follow each other."""
    if begin is None or finish is None or (begin.start or date.max) > (finish.end or date.min):
        return None
    return Period(begin.start, finish.end)


@dataclass(frozen=True, slots=True)
class WrittenPeriod:
    """A span of time where it stands in the text, and what it comes to (None where the words do not fix it)."""

    start: int
    end: int
    period: Period | None


def _first_days(text: str, year: int | None) -> WrittenPeriod | None:
    """The first days that the text names: from one to another, or one of which the paper fixes the year."""
    if match := _DAYS.search(text):
        last_year = int(match["y2"]) if match["y2"] else year
        if last_year is not None:
            end = make_date(last_year, int(match["m2"]), int(match["d2"]))
            day, month = match["d1"] or match["only"], int(match["m1"] or match["m2"])
            first_year = (
                int(match["y1"])
                if match["y1"]
                else last_year - ((month, int(day)) > (int(match["m2"]), int(match["d2"])))
            )
            start = make_date(first_year, month, int(day))
            if start and end and start <= end:
                return WrittenPeriod(match.start(), match.end(), Period(start, end))
    if (match := _ONE_DAY.search(text)) and not match["y1"] and year is not None:
        if day := make_date(year, int(match["m1"]), int(match["d1"])):
            return WrittenPeriod(match.start(), match.end(), Period(day, day))
    return None


def find_period(text: str, year: int | None = None) -> WrittenPeriod | None:
    """The first span of time that the text states: dates, months, quarters, halves, years.

    year: the year of the paper, for "tháng 5" without one.
    """
    dates = [d for d in find_dates(text) if d.value]
    best = _first_days(text, year)
    if best is not None:
        dates = [d for d in dates if d.start < best.start]
    for name, pattern in _SPANS:
        match = pattern.search(text)
        if match and (best is None or match.start() < best.start):
            best = WrittenPeriod(match.start(), match.end(), _span(name, match, year))
    if dates and (best is None or dates[0].start <= best.start):
        return WrittenPeriod(dates[0].start, dates[0].end, Period(dates[0].value, dates[0].value))
    return best
