"""What is to be done, by whom, with whom, and when."""

import re

from donghanh.reading.blocks import Doubt
from donghanh.reading.extractors.cells import units_of
from donghanh.reading.leaves import leaves
from donghanh.reading.nodes import Node, NodeKind, Role
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Activity, ActivityPeriod, PlanDocument
from donghanh.reading.tables import Column, TableRowRef
from donghanh.vietnam.acts import ACT
from donghanh.vietnam.dates import Period, find_period, make_date
from donghanh.vietnam.organisations import split_names, starts_name

# Lines that say when, where or for whom; they name no act of their own.
_ABOUT = re.compile(
    r"(?:Dự kiến )?(?:Thời gian|Thời điểm|Địa điểm|Đối tượng|Thành phần|Số lượng|Kinh phí|Nguồn kinh phí|Nguồn|Quy mô|Địa bàn|Tiến độ"
    r"|Phạm vi|Thời hạn|Thời lượng|Đơn vị (?:chủ trì|phối hợp|thực hiện|tham gia)|Cơ quan (?:chủ trì|phối hợp|thực hiện)|Chủ trì|Phối hợp"
    r"|Phân công)(?:\s[^:.;]{0,40})?\s*:",
    re.IGNORECASE,
)  # fmt: skip
_CONTENT_LINE = re.compile(r"Nội dung(?: hỗ trợ| hoạt động| thực hiện)?\s*:\s*", re.IGNORECASE)
_TIME = re.compile(r"(?:Dự kiến )?(?:Thời gian|Thời điểm|Tiến độ|Thời hạn)[^:.;]{0,40}:\s*", re.IGNORECASE)
_LEADING = re.compile(
    r"(?:^|[.;:]\s+|\bkế hoạch,\s|\bthực tế,\s|^Căn cứ [^,]{3,60},\s|^Trên cơ sở [^,]{3,60},\s|\b[Gg]iao (?:cho )?|\bdo\s)"
    rf"(?P<unit>[^.;:]{{3,90}}?)\s+(?:là (?:đơn vị|cơ quan) )?(?:là đầu mối|làm đầu mối|có trách nhiệm|căn cứ|{ACT})"
)
_CHAIRS = re.compile(r"(?P<unit>[^.;:,]{3,90}?)\s+(?:chủ trì|chịu trách nhiệm|làm đầu mối|là đầu mối)(?!\w)")
_PARTNERS = re.compile(
    r"(?:[Pp]hối hợp(?: chặt chẽ)?(?: cùng)?(?: với)?|[Cc]ùng với)\s+(?P<units>[^.;:()]{3,140}?)"
    rf"(?=\s+(?:{ACT}|(?:trong|để|nhằm|ở|tại|về|cho|kịp thời|làm|tránh)\s)|[.;:()]|$)"
)
_OCCASION = re.compile(
    r"(?P<text>(?:trong |vào |nhân )?(?:dịp|Dịp)\s+[^.;,()]{3,60}?|(?:nhân |Nhân )(?:kỷ niệm\s)?(?:Ngày|ngày|Tháng|Tết)\s[^.;,()]{3,60}?)"
    r"(?=\s*(?:[.;,()]|$|\s(?:tại|cho|với|ở|đến)\s))"
)
_ENDS = re.compile(r"kết thúc|hoàn thành|đến (?:ngày|tháng)")
_BY = re.compile(r"(?:xong |hoàn thành )?(?:trước|chậm nhất|muộn nhất|đến hết|hạn)\b", re.IGNORECASE)
# "từ ngày 25/9/2026" goes on "đến ngày 31/9/2026", which is no day: when it ends must be asked.
_NO_END = re.compile(
    r"\s*(?:-|–|đến)\s*(?:hết\s+)?(?:ngày\s+(?P<d>\d{1,2})\s*/\s*(?P<m>\d{1,2})(?:\s*/\s*(?P<y>20\d\d))?"
    r"|(?P<d2>\d{1,2})\s*/\s*(?P<m2>\d{1,2})\s*/\s*(?P<y2>20\d\d))(?![\d/])"
)
# What a row bears in the column of a quarter or a month in which it is done.
_TICK = re.compile(r"[xX×✓✔√●+]")
_PART_OF_YEAR = re.compile(
    r"(?P<part>quý|tháng)\b[\W_]*(?:\D*?\s)?(?P<n>\d{1,2}|[IVX]{1,4})(?:/20\d\d)?\s*$", re.IGNORECASE
)
_FREQUENT = re.compile(r"hằng|hàng|định kỳ|mỗi|thường xuyên", re.IGNORECASE)


def extract(outline: Outline, plan: PlanDocument) -> tuple[list[Activity], list[Doubt]]:
    """Each lowest item of the content sections, and the rows of their tables."""
    year = plan.document.period.start.year if plan.document.period.start else None
    found: list[Activity] = []
    for section in outline.sections:
        if section.role is Role.CONTENT:
            found += _of_section(section, year)
    if not outline.sections and plan.document.kind == "cong_van":
        # A letter may set its tasks without any heading.
        items = [n for n in leaves(outline.root) if n.kind is NodeKind.ITEM and n.label is not None]
        found += [_from_text(n, None, year, None) for n in items]
    if outline.genre.default is Role.CONTENT:
        # A paper that is nothing but its table; a table of who does what behind the signature.
        rows = [n for n in leaves(outline.root) if n.kind is NodeKind.ROW and _acts(n)]
        found += [_from_row(n, None, year) for n in rows if not found or _assigns(n)]
    return found, []


def _assigns(node: Node) -> bool:
    return node.table is not None and bool(node.table.view.having(Column.LEAD))


def _acts(node: Node) -> bool:
    """A row of a table that says what to do; rows of quota and price tables say how many and how much."""
    ref = node.table
    if ref is None:
        return False
    view = ref.view
    return (
        not view.allots
        and bool(node.text.strip())
        and (view.content is not None and not (view.having(Column.PRICE) and not view.having(Column.LEAD)))
    )


def _of_section(section: Node, year: int | None) -> list[Activity]:
    found: list[Activity] = []
    stated: ActivityPeriod | None = None
    if section.table is not None and not section.children:
        # A heading row with nothing under it is both a section and an activity, with its note.
        found.append(_from_row(section, section, year))
    nodes = leaves(section)
    for node in _all_items(section):
        if (match := _TIME.match(node.text)) and stated is None:
            stated = _period_of_line(node.text[match.end() :], year)
    for node in nodes:
        if node.kind is NodeKind.ROW:
            if _acts(node):
                found.append(_from_row(node, section, year))
            continue
        if _ABOUT.match(node.text):
            continue
        if (match := _CONTENT_LINE.match(node.text)) and (
            node.text.endswith(":") or _has_others(nodes, node)
        ):
            continue
        found.append(_from_text(node, section, year, stated))
    return found


def _has_others(nodes: list[Node], node: Node) -> bool:
    return any(other is not node and not _ABOUT.match(other.text) for other in nodes)


def _all_items(section: Node) -> list[Node]:
    return [
        n for child in section.contents for n in child.walk() if n.kind in (NodeKind.ITEM, NodeKind.PARAGRAPH)
    ]


def _period_of_line(text: str, year: int | None) -> ActivityPeriod | None:
    words = text.strip().rstrip(".;")
    found = find_period(words, year)
    if not words:
        return None
    return _period(words, found.period if found else None)


def period_in(text: str, year: int | None) -> ActivityPeriod | None:
    """A stated date, month or occasion of an item; a frequency ("hằng năm") is none."""
    if match := _OCCASION.search(text):
        return ActivityPeriod(match["text"].strip(), None, None)
    plain = re.sub(r"[“\"][^”\"]*[”\"]", lambda m: " " * len(m[0]), text)
    for match in re.finditer(
        r"(?:(?:trong|vào|từ|xong trước|hoàn thành trước|trước|đến hết|dự kiến|hoàn thành)\s+)?(?:đầu |giữa |cuối )?"
        r"(?:từ )?(?:tháng \d|quý [IVX1-4]|ngày \d{1,2}[/ ]|6 tháng (?:đầu|cuối)|(?<=trước )\d{1,2}/\d{1,2}/20\d\d)",
        plain,
        re.IGNORECASE,
    ):
        if _FREQUENT.search(plain[max(0, match.start() - 12) : match.start()]) or re.search(
            r"(?:số \S+|giai đoạn|Luật|hành động)\s*[^,;.]{0,12}$", plain[: match.start()]
        ):
            continue
        found = find_period(plain[match.start() :], year)
        if found is None or found.start > 30 or re.search(r"\bsố\s+\S+\s*$", plain[: match.start()]):
            continue
        written = plain[match.start() :]
        ends = _NO_END.match(written, found.end) if found.period and not _BY.match(written) else None
        if found.period and ends and not _is_day(ends, year):
            return ActivityPeriod(text[match.start() : match.start() + ends.end()], found.period.start, None)
        return _period(text[match.start() : match.start() + found.end], found.period)
    return None


def _is_day(written: re.Match[str], year: int | None) -> bool:
    day, month = int(written["d"] or written["d2"]), int(written["m"] or written["m2"])
    return make_date(int(written["y"] or written["y2"] or year or 2024), month, day) is not None


def _period(words: str, period: Period | None) -> ActivityPeriod:
    """What the words come to; "trước ngày 30/9" fixes an end and no beginning."""
    start = None if period is None or _BY.match(words) else period.start
    return ActivityPeriod(words, start, period.end if period else None)


def lead_of(text: str) -> tuple[str, ...] | None:
    """Who carries it out, where the item itself has them for its subject."""
    for match in _LEADING.finditer(text):
        # "Ban Quản lý dự án đầu tư xây dựng huyện chủ trì": a verb of leading outranks verbs within names.
        chairs = _CHAIRS.match(text, match.start("unit"))
        words = (chairs or match)["unit"].strip()
        words = re.sub(r"^(?:Căn cứ|Trên cơ sở)\s[^,]*,\s*", "", words)
        words = re.sub(r"^[Gg]iao (?:cho )?", "", words).rstrip(",")
        if not starts_name(words):
            words = words.rpartition(" do ")[2]  # "Phiên bán hàng do Câu lạc bộ Nữ doanh nhân chủ trì"
        if (
            starts_name(words)
            and len(words.split()) <= 22
            and not re.match(r"(?:Mỗi|Trưởng thành|Thành lập|Tổ chức)\b", words)
        ):
            return tuple(split_names(words))
    return None


def partners_of(text: str) -> tuple[str, ...]:
    """Who helps: the units behind "phối hợp với"."""
    names: list[str] = []
    for match in _PARTNERS.finditer(text):
        units = re.sub(r"^(?:với|cùng)\s+", "", match["units"].strip(" ,"))
        if starts_name(units) or re.match(
            r"(?:các |ngành |nhà trường|chính quyền|lực lượng|cơ quan|đơn vị|doanh nghiệp)",
            units,
            re.IGNORECASE,
        ):
            names += [n for n in split_names(units) if n not in names]
    return tuple(names)


def _from_text(node: Node, section: Node | None, year: int | None, stated: ActivityPeriod | None) -> Activity:
    label = node.label.text if node.label and not node.label.is_bullet else None
    return Activity(
        text=node.text,
        label=label,
        section=section.id if section is not None else None,
        lead=lead_of(node.text),
        partners=partners_of(node.text),
        period=period_in(node.text, year) or stated,
        note=None,
        source=node.span,
    )


def _spelt_out(words: str, head: str) -> str:
    """What stands short in a column of times, in full: "T3/2026", "3/2026", "Q1", a "3" under "Tháng"."""
    text = re.sub(r"(?<!\w)T\.?\s?(?=\d)", "tháng ", words)
    text = re.sub(r"(?<!\w)Q\.?\s?(?=[\dIVX])", "quý ", text)
    if re.fullmatch(r"20\d\d", text):
        return f"năm {text}"
    if re.fullmatch(r"\d{1,2}\s*[/-]\s*20\d\d", text):
        return f"tháng {text}"
    named = re.match(r"tháng|quý|ngày", head, re.IGNORECASE)
    return (
        f"{named[0].lower()} {text}" if named and re.fullmatch(r"[\dIVX]{1,3}(?:/\d{1,2})?", text) else text
    )


def _start_and_end(ref: TableRowRef, year: int | None) -> ActivityPeriod | None:
    """The time of a row that has a column for its beginning and one for its end, None where it has not."""
    view, row = ref.view, ref.row
    columns = view.having(Column.PERIOD)
    last = next((i for i in columns if _ENDS.search(view.heads.get(i, "").lower())), None)
    first = next((i for i in columns if last is not None and i < last), None)
    if first is None or last is None:
        return None
    cells = [row.line.cell(first), row.line.cell(last)]
    texts = [cell.text if cell is not None else "" for cell in cells]
    found = [
        find_period(t, year) or find_period(_spelt_out(t, view.heads.get(i, "")), year)
        for t, i in zip(texts, (first, last), strict=True)
    ]
    if not all(texts) or cells[0] is cells[1]:
        return None
    starts, ends = (match.period if match else None for match in found)
    return ActivityPeriod(" - ".join(texts), starts.start if starts else None, ends.end if ends else None)


def _ticked(ref: TableRowRef, year: int | None) -> ActivityPeriod | None:
    """The span of the columns "Quý I" to "Quý IV" that a row ticks, None where it ticks none."""
    view, line = ref.view, ref.row.line
    ticked = {
        index
        for cell in line.cells
        if _TICK.fullmatch(cell.text)
        for index in range(cell.column, cell.column + cell.columns)
    }
    heads = [
        match
        for index in view.having(Column.PERIOD)
        if index in ticked and (match := _PART_OF_YEAR.search(view.heads.get(index, "")))
    ]
    if not heads:
        return None
    names = [f"{head['part'].capitalize()} {head['n']}" for head in (heads[0], heads[-1])[: len(heads)]]
    found = [find_period(name, year) for name in names]
    first, last = (written.period if written else None for written in (found[0], found[-1]))
    return ActivityPeriod(" - ".join(names), first.start if first else None, last.end if last else None)


def _from_row(node: Node, section: Node | None, year: int | None) -> Activity:
    ref = node.table
    lead: tuple[str, ...] | None = None
    partners: tuple[str, ...] = partners_of(node.text)
    period = note = None
    if ref is not None:
        view, row = ref.view, ref.row
        if cell := view.cell(row, Column.LEAD):
            lead = tuple(units_of(cell))
        if cell := view.cell(row, Column.PARTNER):
            partners = tuple(units_of(cell))
        if (span := _start_and_end(ref, year)) is not None:
            period = span
        elif (ticked := _ticked(ref, year)) is not None:
            period = ticked
        elif (cell := view.cell(row, Column.PERIOD)) and not _TICK.fullmatch(cell.text):
            head = view.heads.get(cell.column, "")
            found = find_period(cell.text, year) or find_period(_spelt_out(cell.text, head), year)
            if found or not _FREQUENT.match(cell.text):
                period = _period(cell.text, found.period if found else None)
        if cell := view.cell(row, Column.NOTE):
            note = cell.text
    label = node.label.text if node.label and not node.label.is_bullet else None
    return Activity(
        text=node.text,
        label=label,
        section=section.id if section is not None else None,
        lead=lead or lead_of(node.text),
        partners=partners,
        period=period or period_in(node.text, year),
        note=note,
        source=node.span,
    )
