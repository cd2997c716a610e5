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


# "Tết Nhâm Dần năm 2022" is an occasion; the paper's own time lies around it.
_OCCASION = re.compile(r"tết\s[^,;]{0,40}?20\d\d", re.IGNORECASE)


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    name = plan.document.title
    title = PlanPeriod() if _OCCASION.search(name) else title_period(name, None)
    issued = plan.document.issued_on
    known = title.start or issued
    stated = time_statements(outline, known.year if known else None)
    titled = f"tên văn bản ghi “{_ending(name)}”"
    for statement in stated:
        if _differs(title, statement.period):
            return [_finding(titled, statement.words, statement.span)]
    for first, later in itertools.pairwise(stated):
        if first.period != later.period:
            return [_finding(f"một chỗ ghi “{first.words[:120]}”", later.words, later.span)]
    for line in [*outline.opening[-1:], *outline.closing]:
        for match in _OWN.finditer(line.text):
            if _differs(title, title_period(match["rest"], None)):
                return [_finding(titled, match[0], line.span(match.start(), match.end()))]
    return []


def _differs(title: PlanPeriod, stated: PlanPeriod) -> bool:
    """Months within the title's year only narrow it; other years, or days outside it, contradict it."""
    if not (title.start and title.end and stated.start and stated.end):
        return False
    outside = stated.start < title.start or stated.end > title.end
    return outside or (title.start.year, title.end.year) != (stated.start.year, stated.end.year)


def _ending(words: str) -> str:
    """The end of a long title, where its time stands, cut between words."""
    return words if len(words) <= 90 else "… " + words[-90:].split(" ", 1)[1]


def _finding(one: str, other: str, span: Span) -> Finding:
    message = f"Thời gian của kế hoạch không khớp: {one}, còn trong bài ghi “{other.strip()[:120]}”."
    return Finding("period_conflict", "error", message, span)
