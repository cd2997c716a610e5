"""past_deadline: deadlines that had passed on the day of the paper itself. Its date unknown: none."""

import re

from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument
from donghanh.vietnam.dates import find_dates, find_period

_DUE = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|hạn|xong|hoàn thành|đến hết|gửi về|nộp|trong|vào|thời gian|từ)[^.;]{0,25}$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:số\s+\S+|đã|từ năm|kết quả|Luật|Kế hoạch|Quyết định|ban hành|ký|tính đến|kỷ niệm|thành lập)[^.;]{0,30}$"
)


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    issued = plan.document.issued_on
    if issued is None:
        return []
    found: list[Finding] = []
    body = outline.frame.body[len(outline.opening) :]
    for line in body:
        for written in find_dates(line.text):
            before = line.text[: written.start]
            if (
                written.value is None
                or written.value >= issued
                or not _DUE.search(before)
                or _PAST.search(before)
            ):
                continue
            if re.match(r"\s*(?:đến|-|–)\s*(?:hết\s*)?(?:ngày\s*)?\d", line.text[written.end :]):
                continue
            words = line.text[written.start : written.end]
            found.append(
                Finding(
                    "past_deadline",
                    "warning",
                    f"Thời hạn “{words}” đã qua khi văn bản ban hành ngày {issued:%d/%m/%Y}.",
                    line.span(written.start, written.end),
                )
            )
    covered = [f.source for f in found]
    for activity in plan.activities:
        period = activity.period
        if period is None or period.end is None or period.end >= issued or find_dates(period.text):
            continue
        if find_period(period.text) is None or any(
            s.start < activity.source.end and activity.source.start < s.end for s in covered
        ):
            continue
        found.append(
            Finding(
                "past_deadline",
                "warning",
                f"Thời gian “{period.text}” đã qua khi văn bản ban hành ngày {issued:%d/%m/%Y}.",
                activity.source,
            )
        )
    return found
