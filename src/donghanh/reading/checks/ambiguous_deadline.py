"""ambiguous_deadline: written dates that no calendar can place ("ngày 31/6")."""

import re

from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument
from donghanh.vietnam.dates import make_date

_DATE = re.compile(
    r"(?:ngày\s+|trước\s+|đến\s+)(?P<d>\d{1,2})\s*(?:/|-|\s+tháng\s+)\s*(?P<m>\d{1,2})(?:\s*(?:/|-|năm)\s*(?P<y>20\d\d|19\d\d))?(?![\d/])"
    r"|(?<![\d/.])(?P<d2>\d{1,2})/(?P<m2>\d{1,2})/(?P<y2>20\d\d|19\d\d)(?![\d/])"
)
# A lunar word beside a quarter fixes no day: most likely a slip for "tháng".
_TET = re.compile(r"ngày\s+\d{1,2}\s+[Tt]ết\s+(?:đầu|cuối)\s+quý")


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    found = []
    for line in outline.source.lines:
        for match in _DATE.finditer(line.text):
            day, month = int(match["d"] or match["d2"]), int(match["m"] or match["m2"])
            year = int(match["y"] or match["y2"] or 2024)
            if make_date(year, month, day) is None and not _is_range(line.text, match):
                found.append(
                    Finding(
                        "ambiguous_deadline",
                        "warning",
                        f"Không có ngày “{match[0].strip()}” trong lịch; cần hỏi lại thời hạn đúng.",
                        line.span(match.start(), match.end()),
                    )
                )
        for match in _TET.finditer(line.text):
            found.append(
                Finding(
                    "ambiguous_deadline",
                    "warning",
                    f"Thời hạn “{match[0]}” hiểu được nhiều cách (ngày của tháng đầu quý, hay ngày Tết); cần hỏi lại.",
                    line.span(match.start(), match.end()),
                )
            )
    return found


def _is_range(text: str, match: re.Match[str]) -> bool:
    """ "ngày 15-17/6" names days from one to another."""
    return match["m"] is not None and "-" in match[0] and bool(re.match(r"\s*/\s*\d", text[match.end() :]))
