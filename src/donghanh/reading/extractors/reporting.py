"""Duties to report: who, to whom, through whom, how often and by when. One entry for each cycle."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from donghanh.reading.blocks import Doubt
from donghanh.reading.nodes import Node, NodeKind, Role
from donghanh.reading.outline import Outline
from donghanh.reading.plan import PlanDocument, ReportingDuty
from donghanh.reading.source import Span
from donghanh.reading.tables import Column
from donghanh.vietnam.acts import ACT
from donghanh.vietnam.deadlines import Cycle, Deadline, find_cycles, find_deadlines
from donghanh.vietnam.letters import LOWER, UPPER
from donghanh.vietnam.organisations import starts_name, strip_address

_REPORTS = re.compile(
    r"báo cáo(?!\s*(?:viên|chuyên đề|điển hình|tham luận|thành tích))|(?:gửi|nộp)\s[^.;]{0,60}?danh sách|danh sách[^.;]{0,60}?\sgửi\s"
    r"|gửi\s[^.;]{0,30}?(?:kết quả|số liệu|biểu mẫu)\s[^.;]{0,60}?\svề\s|thông tin hai chiều"
    r"|(?:phản ánh|thông tin|đánh giá|cập nhật|trao đổi)[^.;]{0,80}?giao ban (?:hằng |hàng )?(?:tuần|tháng|quý)",
    re.IGNORECASE,
)
_DRAFTS = re.compile(
    r"(?:xây dựng|dự thảo|soạn thảo|viết|hoàn thiện|chuẩn bị|thông qua|nghe|họp|trình bày|in ấn|thẩm định|góp ý|tham gia)\s+(?:các\s+|dự thảo\s+)*(?:\S+\s+)?báo cáo"
    r"|nghe báo cáo|Báo cáo chính trị|hội nghị báo cáo",
    re.IGNORECASE,
)
_MEETS = re.compile(
    r"(?<!\w)(?:họp|gặp mặt|sơ kết|tổng kết)(?!\w)", re.IGNORECASE
)  # "hai bên họp mỗi quý một lần"
_ALSO_UNFIXED = re.compile(r"đột xuất|theo yêu cầu|khi có yêu cầu", re.IGNORECASE)
_LAST = re.compile(r"báo cáo (?:kết thúc|hoàn thành|chính thức|cuối cùng)[^.;]{0,40}$", re.IGNORECASE)
_CLAUSE = re.compile(r"(?<=[.;])\s+(?=\S)")
_VIA = re.compile(
    r"(?:\(|,\s*|\s)(?:thông )?qua\s+(?P<via>(?:Ban|Phòng|Hội|Văn phòng|Công an|UBND|Ủy ban|Sở|Trung tâm|Bộ phận|Thường trực|Cơ quan|Đoàn|Tổ|Mặt trận|Liên đoàn|đồng chí|địa chỉ|hệ thống|hộp thư|email|cơ quan|bộ phận|Chi cục)[^();.]*?)"
    r"(?=\s*(?:[();.]|$|,\s|\s(?:trước|để|theo|vào|chậm nhất|định kỳ|đúng|tổng hợp)\s))"
)
_MEETING = re.compile(
    r"(?:tại|trong|qua|thông qua|vào)\s+(?:các\s+)?(?P<via>(?:cuộc |kỳ |hội nghị |buổi )?(?:họp |sinh hoạt )?giao ban[^,.;()]*)"
)
# Where the name of a receiver ends.
_TO_END = r"(?=\s*(?:[();.:]|$|,|\s(?:qua|thông qua|trước|theo|để|định kỳ|vào|chậm nhất|hằng|hàng|đúng|kết quả|xem xét|tổng hợp|kịp thời|bằng|xin|chỉ đạo|những|tình hình|khi|trong|tại)\s|\s\d{1,2} tháng))"
_TO = re.compile(
    r"(?:(?:[Gg]ửi |[Bb]áo cáo )?(?:về|cho|lên|đến|tới|với)|[Gg]ửi|[Bb]áo cáo|[Tt]rình)\s+(?P<to>(?:Ban|Phòng|Hội|Văn phòng|Công an|UBND|Ủy ban|Uỷ ban|Sở|Trung tâm|Thường trực|Tỉnh|Huyện|Thành|Đoàn|BTV|BCH|BCĐ|Mặt trận|Liên đoàn|Trung ương|Đảng ủy|Đảng uỷ|cấp ủy|cấp uỷ|Bộ|Cục|Chi cục|Chủ tịch|Giám đốc|Thủ trưởng|Trưởng|Bí thư|Lãnh đạo|lãnh đạo|HĐND|LĐLĐ|NHCSXH|Chi nhánh|Chi hội|Chi bộ|cơ quan thường trực|Cơ quan|đơn vị chủ trì)[^();:]*?)"
    + _TO_END
)
# Another receiver behind a comma, or the rest of one: "Sở Văn hóa, Thể thao và Du lịch", "UBND xã, phường".
_AND_TO = re.compile(
    rf",\s+(?:và\s+)?(?P<more>[{UPPER}][{LOWER}]+(?: [{LOWER}]+)? và [{UPPER}][{LOWER}]+ [{LOWER}]+|(?:xã|phường|thị trấn|quận|huyện|thị xã|thành phố)(?!\w)|[^();:.,]{{2,80}}?)"
    + _TO_END
)
_FROM = re.compile(
    r"^(?P<units>[^.;:]{3,140}?)\s+(?:có trách nhiệm|(?:là|làm) (?:cơ quan|đơn vị|đầu mối)|(?:hằng|hàng|mỗi) (?:tuần|tháng|quý|năm)"
    rf"|nghiêm túc|{ACT})(?!\w)"
)
_RESTS = re.compile(rf"(?:xã|phường|thị trấn|quận|huyện|thị xã|thành phố)$|[{UPPER}][^,]* và [{UPPER}]")
_DOES = re.compile(rf"\s{ACT}(?!\w)")
_FOLLOWS = re.compile(
    r"\s*(?:Báo cáo (?:gửi|bằng|được gửi)|Gửi|Hình thức|Nơi nhận báo cáo|Kết quả (?:gửi|báo cáo)|Thời gian (?:gửi|nộp|chốt))"
)


def extract(outline: Outline, plan: PlanDocument) -> tuple[list[ReportingDuty], list[Doubt]]:
    """Every duty to report or to send a list, in any section and in the closing."""
    year = None
    period = plan.document.period
    if period.start and period.end and period.start.year == period.end.year:
        year = period.start.year
    found: list[ReportingDuty] = []
    told_by: Node | None = None
    for clause in _clauses(outline):
        goes_on = clause.node is not None and clause.node is told_by
        duties = list(_duties(clause, year, goes_on))
        if not duties:
            continue
        if goes_on:
            duties = [replace(duty, receiver=duty.receiver or found[-1].receiver) for duty in duties]
            duties = _supplement(found, duties, clause)
        told_by = clause.node
        found += duties
    doubts = [
        Doubt("deadline", f"Không có “{d.due}” trong lịch; cần hỏi lại hạn báo cáo.")
        for d in found
        if d.due and any(not day.exists for day in find_deadlines(d.due))
    ]
    return found, doubts


def _supplement(
    found: list[ReportingDuty], duties: list[ReportingDuty], clause: "_Clause"
) -> list[ReportingDuty]:
    """What a later clause of the same paragraph adds to the duties before it: their day, their receiver.

    "Định kỳ hằng quý báo cáo. Báo cáo gửi về Hội LHPN tỉnh trước ngày 20." is one duty; so is "báo cáo 9 tháng
    và năm ...; riêng báo cáo năm gửi trước ngày 15/01". Returns the duties that are new.
    """
    if _FOLLOWS.match(clause.text) and not find_cycles(clause.text):
        duties = [replace(duties[0], cycle=found[-1].cycle)]
    new = []
    for duty in duties:
        at = next((i for i, f in enumerate(found) if f.cycle == duty.cycle and _same_node(f, clause)), None)
        if at is None or (duty.cycle == "once" and None not in (duty.due, found[at].due)):
            new.append(duty)
        elif found[at].due is None and duty.due is not None:
            before = found[at]
            found[at] = replace(
                before, due=duty.due, receiver=before.receiver or duty.receiver, via=before.via or duty.via
            )
    return new


def _same_node(duty: ReportingDuty, clause: "_Clause") -> bool:
    span = clause.node.span if clause.node is not None else clause.source
    return span.start <= duty.source.start < span.end


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause that may tell someone to report: its words, place and section; before: what its sentence began with."""

    text: str
    source: Span
    node: Node | None
    holder: Node | None
    role: Role | None
    leads_in: bool = False
    before: str = ""


def _clauses(outline: Outline) -> Iterator[_Clause]:
    for node in outline.root.walk():
        if node is outline.root or node.kind is NodeKind.SECTION and node.table is None:
            continue
        holder = node.section
        role = holder.role if holder is not None and holder is not outline.root else None
        if role is Role.TARGETS or outline.tells_past(node):
            continue
        if node.table is not None and node.table.is_head:
            continue
        leads_in = node.text.rstrip().endswith(":")
        yield from _split(node.text, node.span, node, holder, role, leads_in)
    for line in outline.closing:
        yield from _split(line.text, line.span(), None, None, None, False)


def _split(
    text: str,
    span: Span,
    node: Node | None,
    holder: Node | None,
    role: Role | None,
    leads_in: bool,
) -> Iterator[_Clause]:
    at = sentence = 0
    for part in _CLAUSE.split(text):
        start = text.index(part, at)
        if text[:start].rstrip().endswith("."):
            sentence = start
        at = start + len(part)
        place = Span(span.start + start, span.start + at, span.page)
        yield _Clause(part, place, node, holder, role, leads_in, text[sentence:start])


def _tells_to_report(clause: _Clause, goes_on: bool) -> bool:
    text = clause.text
    if goes_on and not _REPORTS.search(text):
        # "Báo cáo quý trước ngày 10...; 6 tháng trước ngày 05/6 và năm trước ngày 05/11"
        cycles = find_cycles(text)
        return bool(cycles) and cycles[0].start <= 12 and bool(find_deadlines(text))
    if clause.role is Role.REPORTING and (find_cycles(text) or find_deadlines(text)):
        if _MEETS.search(text) and not _REPORTS.search(text):
            return False
        return not (clause.leads_in and not find_deadlines(text))
    if not _REPORTS.search(text):
        return False
    if clause.leads_in and not find_cycles(text):
        return False
    drafted = _DRAFTS.search(text)
    if drafted:
        rest = text[: drafted.start()] + " " + text[drafted.end() :]
        return bool(_REPORTS.search(rest)) or bool(re.search(r"gửi|trước ngày|nộp", text[drafted.end() :]))
    if re.match(r"\s*Trên đây là", text):
        return bool(re.search(r"báo cáo (?:kết quả )?(?:về|gửi)|trước ngày", text))
    return True


def _duties(clause: _Clause, year: int | None, goes_on: bool) -> Iterator[ReportingDuty]:
    if not _tells_to_report(clause, goes_on):
        return
    text = clause.text
    row = clause.node.table if clause.node is not None else None
    time_cell = row.cell(Column.PERIOD) if row is not None else None
    deadlines = find_deadlines(text)
    by_cell = find_deadlines(time_cell.text) if time_cell and not deadlines else []
    cycles = find_cycles(text)
    pairs: list[tuple[str, str | None]] = []
    outside = [c for c in cycles if not any(d.start <= c.start < d.end for d in deadlines)]
    if outside:
        # "trước ngày 15/6 hằng năm" says when, not how often, once the sentence says that elsewhere.
        cycles = [c for c in cycles if c in outside or c.name == "monthly"]
    named: dict[str, str | None] = {}
    for cycle in cycles:
        open_to = [d for d in deadlines if cycle.name == "monthly" or not d.is_monthly]
        due = _due_for(cycle.start, cycle.end, [c.start for c in cycles], open_to)
        if cycle.name not in named or (named[cycle.name] is None and due is not None):
            due = due or (by_cell[0] if by_cell else None)
            named[cycle.name] = due.written(cycle.name, year) if due else None
    pairs += [("annual", due.written("annual", year)) for due in _beside_yearly(text, cycles, deadlines)]
    pairs += named.items()
    deadlines = deadlines or by_cell
    if not pairs:
        # "vào ngày 20 của tháng cuối quý" says how often by its day alone.
        tied = {d.cycle: d for d in deadlines if d.cycle}
        pairs += [(name, day.written(name, year)) for name, day in tied.items() if name]
    if not pairs:
        if len(deadlines) == 1:
            pairs.append(("once", deadlines[0].written("once", year)))
        else:
            pairs += [("once", d.written("once", year)) for d in deadlines] or [("unspecified", None)]
    elif at := _ALSO_UNFIXED.search(text):
        first = min((c.start for c in cycles), default=0)
        pairs.insert(0 if at.start() < first else len(pairs), ("unspecified", None))
    pairs += _final(text, deadlines, year, {due for _, due in pairs})
    sender, receiver, via = _sender(clause), _receiver(text), _via(text)
    for name, written in pairs:
        yield ReportingDuty(name, written, sender, receiver, via, text, clause.source)


def _beside_yearly(text: str, cycles: list[Cycle], deadlines: list[Deadline]) -> list[Deadline]:
    """The days before the last of "15/6 và 15/12 hằng năm", which are as yearly as that."""
    if len(cycles) != 1 or cycles[0].name != "annual":
        return []
    at = next((i for i, d in enumerate(deadlines) if d.start <= cycles[0].start < d.end), 0)
    beside: list[Deadline] = []
    for day, later in zip(deadlines[:at][::-1], deadlines[: at + 1][::-1], strict=False):
        if not re.fullmatch(r"\s*(?:,|và)\s*(?:ngày\s*)?", text[day.end : later.start]):
            break
        beside.insert(0, day)
    return beside


def _final(
    text: str, deadlines: list[Deadline], year: int | None, known: set[str | None]
) -> list[tuple[str, str | None]]:
    """The day of a last report beside those that recur: "hằng tuần ..., báo cáo kết thúc trước ngày 25/12"."""
    days = [
        d for d in deadlines if d.month is not None and _LAST.search(text[max(0, d.start - 90) : d.start])
    ]
    return [("once", due) for d in days if (due := d.written("once", year)) not in known]


def _due_for(start: int, end: int, cycles: list[int], deadlines: list[Deadline]) -> Deadline | None:
    """The date that governs a cycle: the one that holds it, else the next before another dated cycle.

    One phrase that follows two cycles governs both; as many dates as cycles, all before or all behind them,
    pair off in order.
    """
    for deadline in deadlines:
        if deadline.start <= start < deadline.end:
            return deadline
    after = [d for d in deadlines if d.start >= end]
    order = sorted(cycles).index(start)
    if after:
        return after[order if len(after) == len(cycles) and max(cycles) < after[0].start else 0]
    before = [d for d in deadlines if d.end <= start]
    if not before:
        return None
    if any(c < before[0].start for c in cycles):
        return None
    return before[min(order, len(before) - 1)] if len(before) > 1 else before[0]


def _sender(clause: _Clause) -> str | None:
    row = clause.node.table if clause.node is not None else None
    if row is not None and (cell := row.cell(Column.LEAD)):
        return cell.text
    for text in (clause.text, clause.before):
        match = _FROM.match(text)
        if match is None:
            continue
        words, _ = strip_address(match["units"].strip(" ,"))
        if (
            starts_name(words)
            and len(words.split()) <= 24
            and not re.match(r"Báo cáo|Tổng hợp|Thực hiện|Cơ quan thường trực", words)
        ):
            return words
    holder = clause.holder
    while holder is not None and holder.parent is not None:
        words, _ = strip_address(holder.text)
        if holder.role is Role.ORGANISATION and starts_name(words):
            return words
        holder = holder.parent
    return None


def _receiver(text: str) -> str | None:
    for match in _TO.finditer(text):
        words = match["to"].strip(" ,")
        if not re.match(r"(?:Hội nghị|Đoàn viên|Ban hành)", words):
            return words + text[match.end() : _receivers_end(text, match.end())].rstrip()
    return None


def _receivers_end(text: str, at: int) -> int:
    """Where a list of receivers ends whose first ends at `at`; who does something is none."""
    while (more := _AND_TO.match(text, at)) is not None:
        words = more["more"]
        level_or_rest = not starts_name(words)
        if _DOES.search(words) or (level_or_rest and not _RESTS.match(words)):
            break
        at = more.end()
    return at


def _via(text: str) -> str | None:
    if match := _VIA.search(text):
        return match["via"].strip(" ,")
    if match := _MEETING.search(text):
        return match["via"].strip(" ,")
    return None
