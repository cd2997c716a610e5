"""period_conflict: two statements of the plan's own period that exclude each other."""

import itertools
import re

from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument, PlanPeriod
from donghanh.reading.plan_time import time_statements, title_period
from donghanh.reading.source import Span

_OWN = re.compile(
    r"(?:ban hành|xây dựng|tổ chức thực hiện|triển khai|Trên đây là)\s+(?:nội dung\s+)?(?:[Kk]ế hoạch|[Hh]ướng dẫn|[Cc]hương trình)\s+(?P<rest>[^;:.]+)"
)


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    title = title_period(plan.document.title, None)
    year = title.start.year if title.start and title.end and title.start.year == title.end.year else None
    issued = plan.document.issued_on
    stated = time_statements(outline, year or (issued.year if issued else None))
    for statement in stated:
        if _excludes(title, statement.period):
            return [
                _finding(f"tên văn bản ghi “{plan.document.title[-80:]}”", statement.words, statement.span)
            ]
    for first, later in itertools.pairwise(stated):
        if first.period != later.period:
            return [_finding(f"một chỗ ghi “{first.words[:120]}”", later.words, later.span)]
    for line in [*outline.opening[-1:], *outline.closing]:
        for match in _OWN.finditer(line.text):
            if _excludes(title, title_period(match["rest"], None)):
                span = line.span(match.start(), match.end())
                return [_finding(f"tên văn bản ghi “{plan.document.title[-80:]}”", match[0], span)]
    return []


def _excludes(a: PlanPeriod, b: PlanPeriod) -> bool:
    if not (a.start and a.end and b.start and b.end):
        return False
    return b.end < a.start or b.start < a.start or b.end > a.end


def _finding(one: str, other: str, span: Span) -> Finding:
    message = f"Thời gian của kế hoạch không khớp: {one}, còn trong bài ghi “{other.strip()[:120]}”."
    return Finding("period_conflict", "error", message, span)
