"""The plan's own time: what its title says, and what its body says of it."""

import re
from dataclasses import dataclass
from datetime import date

from donghanh.reading.nodes import Node, NodeKind, Role
from donghanh.reading.outline import Outline
from donghanh.reading.plan import PlanPeriod
from donghanh.reading.source import Span
from donghanh.vietnam.dates import Period, find_period, year_span

_LONGEST_YEARS = 20  # strategies run to ten, a vision to twenty
_TITLE = re.compile(r"(?:về )?thời gian|thời hạn|tiến độ", re.IGNORECASE)
_LINE = re.compile(r"Thời gian(?P<whole> thực hiện| triển khai)?\s*:\s*")
_WHOLE = re.compile(r"(?:về )?thời gian(?: thực hiện| triển khai|\s*[.:]?\s*$)", re.IGNORECASE)
# Times of single steps, not of the plan: when to enrol, to hand in, to send a list.
_STEP = re.compile(r"đăng ký|gửi|nộp|danh sách|nhận bài|hồ sơ", re.IGNORECASE)
_RUNS = re.compile(
    r"(?:Kế hoạch|Chương trình|Hướng dẫn)(?: này)?\s+(?:được\s+)?(?:[^.;:]{0,40}\s)?(?:thực hiện|triển khai|áp dụng|có hiệu lực)\s+"
    r"(?=(?:trong\s+)?(?:từ\s+)?(?:tháng|quý|ngày)\s*[\dIVX])"
)


_OTHERS_TIME = re.compile(
    r"\([^()]*\)|[“\"][^”\"]*[”\"]"
    r"|(?<!\w)số\s+[\w/.-]+,?\s+ngày\s+\d{1,2}\s*(?:/|tháng)\s*\d{1,2}\s*(?:/|năm)\s*\d{4}",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:và|đến)?\s*(?:(?:các|những) năm (?:tiếp theo|sau|tới)|trở đi|những năm)")
_OPEN = re.compile(
    r"(?:bắt đầu\s+)?từ\s+(?:ngày\s+|tháng\s+|quý\s+|năm\s+)?[\dIVX/]+(?:\s+năm\s+\d{4})?\s*(?:[.,;]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TimeStatement:
    """One statement of the plan's own time: its words, what they come to, where they stand.

    whole: it claims to say how long the whole plan runs ("Thời gian thực hiện").
    """

    words: str
    period: PlanPeriod
    span: Span
    whole: bool


def time_statements(outline: Outline, year: int | None) -> list[TimeStatement]:
    """What the body says of the plan's own time; several stages under one heading make one span.

    year: the year of the plan, for months without one.
    """
    if outline.genre.ahead is not None:
        return []  # the times that a report or minutes name are those of what they tell
    found = []
    for section in outline.sections:
        if _is_about_time(section, outline.root):
            nodes = [n for n in section.contents if n.kind in (NodeKind.PARAGRAPH, NodeKind.ITEM)]
            clauses = [(n.text, n.span) for n in nodes if not _STEP.search(n.text)]
            found.append(_stated(clauses, year, bool(_WHOLE.match(section.text))))
    for line in outline.opening:
        if match := _RUNS.search(line.text):
            found.append(_stated([(line.text[match.end() :], line.span())], year, True))
    for node in outline.contents():
        holder = node.section
        if holder is None or holder.role is Role.CONTENT or node.kind is NodeKind.ROW:
            continue
        if node.kind is NodeKind.ITEM and holder.role in (Role.SCOPE, Role.PURPOSE, Role.ORGANISATION):
            match = _LINE.match(node.text)
            if match and not _STEP.search(node.text) and not _of_one_part(node):
                found.append(_stated([(node.text[match.end() :], node.span)], year, bool(match["whole"])))
        if match := _RUNS.search(node.text):
            found.append(_stated([(node.text[match.end() :], node.span)], year, True))
    return [statement for statement in found if statement is not None]


def _of_one_part(node: Node) -> bool:
    """ "- Thời gian: ngày 15/4" under "1. Lớp thứ nhất": the time of that class alone."""
    above = node.parent
    if above is None or above.label is None or node.label is None or not node.label.is_bullet:
        return False
    return above.label.style not in ("roman", "part", "upper") and "thời gian" not in above.text.lower()


def _is_about_time(section: Node, root: Node) -> bool:
    parent = section.parent
    outside = parent is root or (parent is not None and parent.role is not Role.CONTENT)
    about = _TITLE.match(section.text) and not re.search(r"báo cáo|đăng ký|nộp|gửi", section.text.lower())
    return outside and section.role is not Role.CONTENT and bool(about)


def _stated(clauses: list[tuple[str, Span]], year: int | None, whole: bool) -> TimeStatement | None:
    starts: list[date] = []
    ends: list[date] = []
    for words, _ in clauses:
        found = find_period(words, year)
        if found is None or _OPEN.match(words, found.start) or _GOES_ON.match(words, found.end):
            continue  # "từ tháng 4/2021" and "năm 2026 và các năm tiếp theo" name no end
        if found.period and found.period.start and found.period.end:
            starts.append(found.period.start)
            ends.append(found.period.end)
    if not starts:
        return None
    return TimeStatement(clauses[0][0].strip(), PlanPeriod(min(starts), max(ends)), clauses[0][1], whole)


def plan_period(outline: Outline, title: str, issued_on: date | None) -> PlanPeriod:
    """What the plan covers: an explicit time clause of the body beats the year in the title."""
    ahead = outline.genre.ahead.search(title.lower()) if outline.genre.ahead else None
    told = title[: ahead.start()] if ahead else title  # "Kết quả năm 2025, nhiệm vụ năm 2026"
    titled = title_period(told, issued_on.year if issued_on else None)
    year = titled.start.year if titled.start else issued_on.year if issued_on else None
    stated = time_statements(outline, year)
    return stated[0].period if stated else titled


def _lasts_too_long(period: Period) -> bool:
    if period.start is None or period.end is None:
        return False
    return period.end.year - period.start.year > _LONGEST_YEARS


def title_period(title: str, year: int | None) -> PlanPeriod:
    """The time that a title names as the paper's own.

    What stands in brackets and quotes is of others, and so is the date of a document that it cites.
    """
    plain = _OTHERS_TIME.sub(lambda m: " " * len(m[0]), title).lower()
    named = [(m.start(), int(m[1])) for m in re.finditer(r"năm\s+(20\d\d)(?!\s*[-–]\s*20)", plain)]
    years = [own for _, own in named]
    found = find_period(plain, years[-1] if years else year)
    if found and found.period and _lasts_too_long(found.period):
        found = None  # "96 năm ngày thành lập Hội 20/10/1930 - 20/10/2026"
    span = re.search(r"năm học\s+(20\d\d)\s*[-–]\s*(20\d\d)", plain)
    if span:
        return PlanPeriod(None, None)
    if found and found.period and found.period.start:
        whole_years = found.period.start.month == 1 and found.period.end and found.period.end.month == 12
        beside = [own for at, own in named if not found.start <= at < found.end]
        if beside and whole_years:
            # "Đề án giai đoạn 2026-2030 năm 2026": the year is the paper's, the span the programme's.
            own = year_span(beside[-1])
            return PlanPeriod(own.start, own.end) if own else PlanPeriod()
        return PlanPeriod(found.period.start, found.period.end)
    if years and (own := year_span(years[-1])):
        return PlanPeriod(own.start, own.end)
    return PlanPeriod()
