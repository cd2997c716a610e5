"""Letters where only figures can stand: sums of money, dates, numbers; "d" for "đ" behind a sum."""

import re
from collections.abc import Iterator

from donghanh.reading.formats.scan.mending.slips import Slip

FIGURES = str.maketrans("OoQDlIi|!ZzSsB", "00001111122558")
_LIKE = "OoQDlIi|!ZzSsB"
_F = rf"[\d{_LIKE}]"

# "5.000.O00", "l.200.000": groups of three, more than one of them or a unit behind them.
_GROUPED = re.compile(
    rf"(?<![\w.,/-]){_F}{{1,3}}(?:\.{_F}{{3}})+(?=\s?(?:đ|đồng|người|hộ|suất)\b)"
    rf"|(?<![\w.,/-]){_F}{{1,3}}(?:\.{_F}{{3}}){{2,}}(?!\w)"
)
_DONG = re.compile(r"(?<=\d\.\d{3})(\s?)(d)(?=[\s/.,;:)x]|$)")
_DONG_WORD = re.compile(r"(?<=\d\.\d{3} )(?:đông|đổng|đống|dồng|đòng|đỗng|đồngg)(?!\w)")
# Days, months and years, with the most that each part can be.
_DATES = (
    (re.compile(rf"(?<=[Nn]gày )({_F}{{1,2}})/({_F}{{1,2}})/({_F}{{4}})(?!\w)"), (31, 12, 2100)),
    (re.compile(rf"(?<=[Nn]gày )({_F}{{1,2}}) tháng ({_F}{{1,2}}) năm ({_F}{{4}})(?!\w)"), (31, 12, 2100)),
    (re.compile(rf"(?<=[Tt]háng )({_F}{{1,2}})/({_F}{{4}})(?!\w)"), (12, 2100)),
    (re.compile(rf"(?<=[Nn]ăm )({_F}{{4}})(?!\w)"), (2100,)),
)
_FIRST_YEAR = 1945


def find(text: str) -> list[Slip]:
    """Slips in sums, dates and years."""
    return list(dict.fromkeys([*_in_sums(text), *_in_dates(text)]))


def _in_sums(text: str) -> Iterator[Slip]:
    for match in _GROUPED.finditer(text):
        if sum(c.isdigit() for c in match[0]) * 2 > len(match[0]):
            yield from _figures(match, 0)
    for match in _DONG.finditer(text):
        yield Slip(match.start(2), match.end(2), "đ")
    for match in _DONG_WORD.finditer(text):
        yield Slip(match.start(), match.end(), "đồng")


def _in_dates(text: str) -> Iterator[Slip]:
    for pattern, limits in _DATES:
        for match in pattern.finditer(text):
            if _in_calendar(match, limits):
                for group in range(1, len(limits) + 1):
                    yield from _figures(match, group)


def _figures(match: re.Match[str], group: int) -> Iterator[Slip]:
    figures = match[group].translate(FIGURES)
    if figures != match[group]:
        yield Slip(match.start(group), match.end(group), figures)


def _in_calendar(match: re.Match[str], limits: tuple[int, ...]) -> bool:
    """Some of it is a figure as it stands, and all of it is a day, a month, a year of our time."""
    if not any(c.isdigit() for part in match.groups() for c in part):
        return False
    values = [int(part.translate(FIGURES)) for part in match.groups()]
    within = all(0 < value <= limit for value, limit in zip(values, limits, strict=True))
    return within and values[-1] >= _FIRST_YEAR
