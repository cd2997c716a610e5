"""Letters where only figures can stand: sums of money, dates, numbers; "d" for "đ" behind a sum."""

import re
from collections.abc import Iterator

from donghanh.reading.formats.scan.mending.slips import Slip

FIGURES = str.maketrans("OoQDlIi|!ZzSsB", "00001111122558")
_LIKE = "OoQDlIi|!ZzSsB"
_F = rf"[\d{_LIKE}]"

# "5.000.O00", "l.200.000": groups of three, more than one of them or a unit behind them.
_GROUPED = re.compile(
    rf"(?<![\w.,/-]){_F}{{1,3}}(?:\.{_F}{{3}}(?![\w]))(?:\.{_F}{{3}}(?!\w))*(?=\s?(?:đ|đồng|người|hộ|suất)\b)"
    rf"|(?<![\w.,/-]){_F}{{1,3}}(?:\.{_F}{{3}}){{2,}}(?!\w)"
)
_DONG = re.compile(r"(?<=\d\.\d{3})(\s?)(d)(?=[\s/.,;:)x]|$)")
_DONG_WORD = re.compile(r"(?<=\d\.\d{3} )(?:đông|đổng|đống|dồng|đòng|đỗng|đồngg)(?!\w)")
_DAY = re.compile(rf"(?<=[Nn]gày )({_F}{{1,2}})/({_F}{{1,2}})/({_F}{{4}})(?!\w)")
_WRITTEN_OUT = re.compile(rf"(?<=[Nn]gày )({_F}{{1,2}}) (?:tháng) ({_F}{{1,2}}) (?:năm) ({_F}{{4}})(?!\w)")
_MONTH = re.compile(rf"(?<=[Tt]háng )({_F}{{1,2}})/({_F}{{4}})(?!\w)")
_YEAR = re.compile(rf"(?<=[Nn]ăm )({_F}{{4}})(?!\w)")
_LIMITS = (31, 12, 2100)


def find(text: str) -> Iterator[Slip]:
    """Slips in sums, dates and years."""
    for match in _GROUPED.finditer(text):
        if sum(c.isdigit() for c in match[0]) * 2 > len(match[0]):
            yield from _figures(match, 0)
    for match in _DONG.finditer(text):
        yield Slip(match.start(2), match.end(2), "đ")
    for match in _DONG_WORD.finditer(text):
        yield Slip(match.start(), match.end(), "đồng")
    for match in (*_DAY.finditer(text), *_WRITTEN_OUT.finditer(text)):
        if _in_calendar(match, (1, 2, 3), _LIMITS):
            for group in (1, 2, 3):
                yield from _figures(match, group)
    for match in _MONTH.finditer(text):
        if _in_calendar(match, (1, 2), _LIMITS[1:]):
            for group in (1, 2):
                yield from _figures(match, group)
    for match in _YEAR.finditer(text):
        if _in_calendar(match, (1,), _LIMITS[2:]) and not _WRITTEN_OUT.search(
            text, max(0, match.start() - 25)
        ):
            yield from _figures(match, 1)


def _figures(match: re.Match[str], group: int) -> Iterator[Slip]:
    figures = match[group].translate(FIGURES)
    if figures != match[group]:
        yield Slip(match.start(group), match.end(group), figures)


def _in_calendar(match: re.Match[str], groups: tuple[int, ...], limits: tuple[int, ...]) -> bool:
    """Some figure is one already, and all of them make a day, a month, a year of our time."""
    if not any(c.isdigit() for group in groups for c in match[group]):
        return False
    values = [int(match[group].translate(FIGURES)) for group in groups]
    years_right = limits[-1] != _LIMITS[-1] or values[-1] >= 1945
    return years_right and all(0 < value <= limit for value, limit in zip(values, limits, strict=True))
