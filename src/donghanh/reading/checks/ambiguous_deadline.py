"""ambiguous_deadline: written dates that no calendar can place ("ngày 31/6")."""

import re

from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument
from donghanh.vietnam.dates import make_date

# Without a year only "ngày" makes a date of two figures: "đến 24/24 giờ", "15/18 chi hội" and "15-30 phút" count,
# and "ngày 25-30 tháng 6" names days from one to another.
_DATE = re.compile(
    r"(?:[Nn]gày\s+)?(?<![\d/.,])(?P<d>\d{1,2})(?P<mark>[/-])(?P<m>\d{1,2})(?P=mark)(?P<y>(?:19|20)\d\d)(?![\d/])"
    r"|[Nn]gày\s+(?P<d2>\d{1,2})\s*/\s*(?P<m2>\d{1,2})(?![\d/]|\s*[/-]\s*\d|\s*(?:%|giờ|phút|người|em|hộ|xã|thôn|chi hội|hội viên|đơn vị))"
    r"|[Nn]gày\s+(?P<d3>\d{1,2})\s+tháng\s+(?P<m3>\d{1,2})(?:\s*(?:/|năm)\s*(?P<y3>(?:19|20)\d\d))?(?![\d/])"
)
_LUNAR = re.compile(r"[^.;,]{0,20}?(?:âm lịch|Âm lịch|\(ÂL\)|[Tt]ết(?!\w))")
# A lunar word beside a quarter fixes no day: most likely a slip for "tháng".
_TET = re.compile(r"ngày\s+\d{1,2}\s+[Tt]ết\s+(?:đầu|cuối)\s+quý")
_LEAP_YEAR = 2024  # without a year, 29/2 may be meant for one that has it


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    found = []
    for line in outline.source.lines:
        for match in _DATE.finditer(line.text):
            day, month = (
                int(match["d"] or match["d2"] or match["d3"]),
                int(match["m"] or match["m2"] or match["m3"]),
            )
            year = int(match["y"] or match["y3"] or _LEAP_YEAR)
            if make_date(year, month, day) is None and not _LUNAR.match(line.text, match.end()):
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
