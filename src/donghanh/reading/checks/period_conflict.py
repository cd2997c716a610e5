"""period_conflict: two statements of the plan's own period that exclude each other."""

import itertools
import re

from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument, PlanPeriod
from donghanh.reading.plan_time import TimeStatement, time_statements, title_period
from donghanh.reading.source import Span

_OWN = re.compile(
    r"(?:ban hành|xây dựng|tổ chức thực hiện|triển khai|Trên đây là)\s+(?:nội dung\s+)?(?:[Kk]ế hoạch|[Hh]ướng dẫn|[Cc]hương trình)\s+(?P<rest>[^;:.]+)"
)
# The years of what the plan carries out are not its own: "Kế hoạch triển khai Đề án ... giai đoạn 2021-2030".
_OF_ANOTHER = re.compile(
    r"(?:đề án|dự án|chương trình|nghị quyết|chiến lược|chỉ thị|nhiệm kỳ|đại hội)[^,;]{0,80}?(?:giai đoạn\s+)?20\d\d\s*[-–]\s*20\d\d",
    re.IGNORECASE,
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
        if _apart(title, statement.period) or _in_other_years(title, statement.period):
            return [_finding(titled, statement.words, statement.span)]
    for first, later in itertools.pairwise(stated):
        if _contradict(first, later):
            return [_finding(f"một chỗ ghi “{first.words[:120]}”", later.words, later.span)]
    for line in [*outline.opening[-1:], *outline.closing]:
        for match in _OWN.finditer(line.text):
            if _apart(title, title_period(_OF_ANOTHER.sub(" ", match["rest"]), None)):
                return [_finding(titled, match[0], line.span(match.start(), match.end()))]
    return []


def _apart(one: PlanPeriod, other: PlanPeriod) -> bool:
    """They share no day."""
    if not (one.start and one.end and other.start and other.end):
        return False
    return one.end < other.start or other.end < one.start


def _in_other_years(title: PlanPeriod, stated: PlanPeriod) -> bool:
    """A title of whole years: months within them only narrow it, other first or last years contradict it."""
    if not (title.start and title.end and stated.start and stated.end):
        return False
    whole = (title.start.month, title.end.month) == (1, 12)
    return whole and (title.start.year, title.end.year) != (stated.start.year, stated.end.year)


def _contradict(first: TimeStatement, later: TimeStatement) -> bool:
    """Apart, or both of the whole plan and neither a part of the other, by months."""
    if _apart(first.period, later.period):
        return True
    one, other = _months(first.period), _months(later.period)
    if not (first.whole and later.whole) or one is None or other is None:
        return False
    return not (one[0] <= other[0] and other[1] <= one[1] or other[0] <= one[0] and one[1] <= other[1])


def _months(period: PlanPeriod) -> tuple[int, int] | None:
    if period.start is None or period.end is None:
        return None
    return period.start.year * 12 + period.start.month, period.end.year * 12 + period.end.month


def _ending(words: str) -> str:
    """The end of a long title, where its time stands, cut between words."""
    return words if len(words) <= 90 else "… " + words[-90:].split(" ", 1)[1]


def _finding(one: str, other: str, span: Span) -> Finding:
    message = f"Thời gian của kế hoạch không khớp: {one}, còn trong bài ghi “{other.strip()[:120]}”."
    return Finding("period_conflict", "error", message, span)
