"""blank_number, blank_date: numbers and dates of papers that were left open."""

import re

from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument
from donghanh.reading.source import Line

_BLANK = r"[\s.…_]*"
_NUMBER = re.compile(
    rf"(?:Số|số)\s*:?{_BLANK}(?<!\d)(?:/|-(?=\s*(?:KH|CTr|NQ|HD|CT)))\s*(?:[A-ZĐ]|$|[.…_])|\bSố\s*:\s*$"
)
_DATE = re.compile(
    r"ngày(?P<d>[\s.…_]*\d{0,2}[\s.…_]*)(?:tháng(?P<m>[\s.…_]*\d{0,2}[\s.…_]*)năm(?P<y>[\s.…_]*\d{0,4})|/(?P<m2>[\s.…_]*\d{0,2}[\s.…_]*)/(?P<y2>[\s.…_]*\d{0,4}))"
)


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    found: list[Finding] = []
    for line in outline.source.lines:
        found += _numbers(line)
        found += _dates(line)
    return found


def _numbers(line: Line) -> list[Finding]:
    return [
        Finding(
            "blank_number",
            "error",
            f"Số văn bản để trống: “{_around(line, match.start(), match.end())}”.",
            line.span(match.start(), match.end()),
        )
        for match in _NUMBER.finditer(line.text)
    ]


def _dates(line: Line) -> list[Finding]:
    found = []
    for match in _DATE.finditer(line.text):
        parts = [match["d"], match["m"] or match["m2"], match["y"] or match["y2"]]
        if all(p is not None and any(c.isdigit() for c in p) for p in parts):
            continue
        found.append(
            Finding(
                "blank_date",
                "error",
                f"Ngày tháng để trống: “{_around(line, match.start(), match.end())}”.",
                line.span(match.start(), match.end()),
            )
        )
    return found


def _around(line: Line, start: int, end: int) -> str:
    before = line.text[:start].split()[-2:]
    after = line.text[end:].split(" ")[0]
    return " ".join([*before, line.text[start:end]]).strip() + after
