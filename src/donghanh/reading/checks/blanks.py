"""blank_number, blank_date: numbers and dates of papers that were left open."""

import re

from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument
from donghanh.reading.source import Line

_BLANK = r"[\s.…_]{0,60}"
_CODE = rf"{_BLANK}(?:/\s*(?:[A-ZĐ]|$|[.…_])|-\s*(?:KH|CTr|NQ|HD|CT)(?!\w))"
_KIND = (
    r"(?:Kế hoạch|Quyết định|Nghị quyết|Chỉ thị|Hướng dẫn|Công văn|Thông tư|Nghị định|Chương trình|Kết luận|Thông báo"
    r"|Tờ trình|Văn bản|Đề án|Báo cáo|Quy định|Giấy mời|KH|QĐ|NQ|CT|CV|HD|TT|NĐ|CTr|KL|TB)"
)
# "một số/nhiều", "con số" count; a paper's number stands behind its kind, or in capitals at the head of a line.
_NUMBER = re.compile(
    rf"(?:^\s*Số\s*:?|(?<!\w)Số\s*:|(?i:{_KIND})\s+(?P<cited>số)\s*:?){_CODE}|^\s*Số\s*:{_BLANK}$"
)
_PART = r"[\s.…_]{0,60}\d{0,2}[\s.…_]{0,60}"
_DATE = re.compile(
    rf"(?<!\w)ngày(?P<d>{_PART})(?:tháng(?P<m>{_PART})năm(?P<y>[\s.…_]{{0,60}}\d{{0,4}})"
    rf"|/(?P<m2>{_PART})/(?P<y2>[\s.…_]{{0,60}}\d{{0,4}}))(?!\s*sinh)"
)
_END_MARK = re.compile(r"\s*\./\.?\s*$")  # "trước ngày 30/11./." is no date without a year
_SEEN = re.compile(r"\.{2,}|…|_")
_CITING = re.compile(r"(?:[Kk]èm theo|[Bb]an hành|số\s*:?\s*\S+)[^.;]{0,60}$")


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    found: list[Finding] = []
    body = {line.start for line in outline.frame.body}
    for line in outline.source.lines:
        found += _numbers(line)
        found += _dates(line, line.start in body)
    return found


def _numbers(line: Line) -> list[Finding]:
    found = []
    for match in _NUMBER.finditer(line.text):
        start = match.start("cited") if match["cited"] else match.start()
        found.append(
            Finding(
                "blank_number",
                "error",
                f"Số văn bản để trống: “{_around(line, start, match.end())}”.",
                line.span(start, match.end()),
            )
        )
    return found


def _dates(line: Line, in_body: bool) -> list[Finding]:
    found = []
    for match in _DATE.finditer(_END_MARK.sub("", line.text)):
        parts = [match["d"], match["m"] or match["m2"], match["y"] or match["y2"]]
        filled = [bool(p) and any(c.isdigit() for c in p) for p in parts]
        if all(filled) or not _left_open(line.text, match, filled, in_body):
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


def _left_open(text: str, match: re.Match[str], filled: list[bool], in_body: bool) -> bool:
    """Whether figures are wanting: "thống kê theo ngày tháng năm" and "ngày, tháng, năm sinh" want none."""
    if _SEEN.search(match[0]) or filled[0] or filled[1]:
        return True
    dated = not in_body or bool(_CITING.search(text[: match.start()]))
    return dated and (filled[2] or not in_body and bool(re.search(r",\s*$", text[: match.start()])))


def _around(line: Line, start: int, end: int) -> str:
    before = line.text[:start].split()[-2:]
    after = line.text[end:].split(" ")[0]
    return " ".join([*before, line.text[start:end]]).strip() + after
