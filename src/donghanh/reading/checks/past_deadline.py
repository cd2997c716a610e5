"""past_deadline: deadlines that had passed on the day of the paper itself. Its date unknown: none."""

import bisect
import re
from datetime import date, timedelta

from donghanh.reading.outline import Outline
from donghanh.reading.plan import ActivityPeriod, Finding, PlanDocument
from donghanh.reading.source import Line, Span
from donghanh.vietnam.dates import find_dates, find_period

_DUE = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|(?<!\w)hạn(?! chế)|xong|đến hết|gửi về|nộp)[^.;]{0,25}$", re.IGNORECASE
)
# What lies behind on purpose: events, documents, the day from which or until which somebody was counted.
_PAST = re.compile(
    r"(?:số\s+\S+|đã|từ năm|kết quả|Luật|Kế hoạch|Quyết định|ban hành|(?<!đăng )ký|tính đến|kỷ niệm|thành lập"
    r"|(?<!\w)(?<!học )(?<!vệ )sinh(?=\s+(?:từ|trước|sau|ngày|năm|vào|đến))|phát sinh|phát hành|diễn ra|có tên|hiệu lực"
    r"|(?<!\w)chưa)[^.;]{0,30}$"
)
_SET = re.compile(r"(?:trong|vào|hoàn thành|thời gian[^.;]{0,20})\s*:?\s*$", re.IGNORECASE)
_SETS = re.compile(r"(?:trong|vào)\s", re.IGNORECASE)
# Nobody orders what is due years ago; such days are of history or of birth.
_LONG_AGO = timedelta(days=548)


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    issued = plan.document.issued_on
    if issued is None:
        return []
    body = outline.lines_ahead()[len(outline.opening) :]
    found = [finding for line in body for finding in _dates(line, issued)]
    covered = [f.source for f in found]
    starts = [line.start for line in outline.source.lines]
    for activity in plan.activities:
        if any(s.start < activity.source.end and activity.source.start < s.end for s in covered):
            continue
        line = outline.source.lines[max(0, bisect.bisect_right(starts, activity.source.start) - 1)]
        if activity.period and _is_over(activity.period, line, outline.source.slice(activity.source), issued):
            found.append(_finding("Thời gian", activity.period.text, issued, activity.source))
    return found


def _dates(line: Line, issued: date) -> list[Finding]:
    found = []
    for written in find_dates(line.text):
        before = line.text[: written.start]
        if written.value is None or not issued - _LONG_AGO < written.value < issued:
            continue
        if not _DUE.search(before) or _PAST.search(before):
            continue
        if re.match(r"\s*(?:đến|-|–)\s*(?:hết\s*)?(?:ngày\s*)?\d", line.text[written.end :]):
            continue
        words = line.text[written.start : written.end]
        found.append(_finding("Thời hạn", words, issued, line.span(written.start, written.end)))
    return found


def _is_over(period: ActivityPeriod, line: Line, text: str, issued: date) -> bool:
    """Whether an activity's time had passed; in prose only where words set it ("trong tháng 11")."""
    if period.end is None or not issued - _LONG_AGO < period.end < issued:
        return False
    if find_dates(period.text) or find_period(period.text) is None:
        return False
    if line.cells:
        return True
    at = max(0, text.find(period.text))
    before = text[:at]
    if re.match(r"\s*\(?âm lịch", text[at + len(period.text) :], re.IGNORECASE):
        return False
    return bool(_SETS.match(period.text) or _SET.search(before)) and not _PAST.search(before)


def _finding(what: str, words: str, issued: date, span: Span) -> Finding:
    message = f"{what} “{words}” đã qua khi văn bản ban hành ngày {issued:%d/%m/%Y}."
    return Finding("past_deadline", "warning", message, span)
