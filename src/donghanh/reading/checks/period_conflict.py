"""period_conflict: two statements of the plan's own period that exclude each other."""

import re

from donghanh.reading.extractors.document import time_clauses, title_period
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument, PlanPeriod
from donghanh.reading.source import Span
from donghanh.vietnam.dates import find_period

_OWN = re.compile(
    r"(?:ban hành|xây dựng|tổ chức thực hiện|triển khai|Trên đây là)\s+(?:nội dung\s+)?(?:[Kk]ế hoạch|[Hh]ướng dẫn|[Cc]hương trình)\s+(?P<rest>[^;:.]+)"
)


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    title = title_period(plan.document.title, None)
    if title.start is None or title.end is None:
        return []
    year = title.start.year if title.start.year == title.end.year else None
    for text in time_clauses(outline):
        found = find_period(text, year)
        if found and found.period:
            stated = PlanPeriod(found.period.start, found.period.end)
            if _excludes(title, stated):
                return [_finding(plan.document.title, text, _place(outline, text))]
    for line in [*outline.opening[-1:], *outline.closing]:
        for match in _OWN.finditer(line.text):
            stated = title_period(match["rest"], None)
            if _excludes(title, stated):
                return [_finding(plan.document.title, match[0], line.span(match.start(), match.end()))]
    return []


def _excludes(a: PlanPeriod, b: PlanPeriod) -> bool:
    if not (a.start and a.end and b.start and b.end):
        return False
    return b.end < a.start or b.start < a.start or b.end > a.end


def _place(outline: Outline, text: str) -> Span:
    for node in outline.contents():
        if text in node.text:
            return node.span
    return Span(0, 0)


def _finding(title: str, clause: str, span: Span) -> Finding:
    return Finding(
        "period_conflict",
        "error",
        f"Thời gian của kế hoạch không khớp: tên văn bản ghi “{title[-80:]}”, còn trong bài ghi “{clause.strip()[:120]}”.",
        span,
    )
