"""Days that papers call by their name: Tết of a year, days and months of action.

Source: the acts named in `data/occasions.csv`; the first days of the lunar years in `data/tet.csv`, reckoned for UTC+7.
"""

import csv
import re
from datetime import date
from functools import cache
from pathlib import Path

from donghanh.vietnam.dates import Period, make_date
from donghanh.vietnam.text import fold

_DATA = Path(__file__).parent / "data"
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
# Tết alone is that of the lunar year; others say which they are.
_TET = re.compile(r"(?<!\w)tết(?!\w)(?!\s+(?:trung thu|thiếu nhi|dương lịch|quân dân|trồng cây|độc lập))")


@cache
def _occasions() -> dict[str, tuple[str, str]]:
    """The folded words of each occasion, with the month and day on which it begins and ends."""
    with (_DATA / "occasions.csv").open(encoding="utf-8", newline="") as file:
        return {
            fold(words): (row["from"], row["to"])
            for row in csv.DictReader(file, delimiter=";")
            for words in row["words"].split("|")
        }


@cache
def _tets() -> tuple[tuple[int, date, str], ...]:
    """Year, first day and folded name of each lunar year."""
    with (_DATA / "tet.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter=";")
        return tuple(
            (int(row["year"]), date.fromisoformat(row["first_day"]), fold(row["called"])) for row in rows
        )


def find_occasion(words: str, year: int | None = None) -> Period | None:
    """The days of the one occasion that the words name; None where they name none, several, or one of no certain year.

    year: that of the paper, for words without one. Of Tết it is the first day of the lunar year, by which preparations
    are done.

    >>> find_occasion("dịp Tết Nguyên đán Bính Ngọ").start
    datetime.date(2026, 2, 17)
    """
    folded = fold(words)
    years = {int(each) for each in _YEAR.findall(folded)} or ({year} if year else set())
    found = {
        days for name, days in _occasions().items() if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded)
    }
    if _TET.search(folded):
        return _tet(folded, years) if not found else None
    if len(found) != 1 or len(years) != 1:
        return None
    (one,), (begin, end) = years, found.pop()
    return Period(_day(one, begin), _day(one, end))


def _tet(folded: str, years: set[int]) -> Period | None:
    """By the name of its lunar year, else by its number; one that contradicts the other is none."""
    named = {year for year, _, called in _tets() if called in folded}
    written = {int(each) for each in _YEAR.findall(folded)}
    meant = (named & written if written else named) if named else years
    days = [day for year, day, _ in _tets() if year in meant]
    return Period(days[0], days[0]) if len(days) == 1 == len(meant) else None


def _day(year: int, month_and_day: str) -> date | None:
    month, day = month_and_day.split("-")
    return make_date(year, int(month), int(day))
