"""What stands before and after the body: letterhead, kind, title, annex line, recipients, signature."""

import itertools
import re
from dataclasses import dataclass, field

from donghanh.reading.labels import parse_label
from donghanh.reading.source import Line, SourceText
from donghanh.reading.tables import is_head
from donghanh.vietnam.documents import heading_kind
from donghanh.vietnam.letters import UPPER

RECIPIENTS = re.compile(r"\s*N[ơƠ][iI] nh[ậẬ]n\b|\s*NƠI NHẬN\b")
CAPACITY = re.compile(
    r"\s*ĐẠI DIỆN\s|\s*(?:(?:TM|KT|TL|TUQ)\s?[./]|(?:T/M|T/L|K/T)[.:]?)\s*\S|\s*Q\.\s+[A-ZĐ]"
)
_POSITION = re.compile(
    r"\s*(?:Q\.\s*|QUYỀN )?(?:PHÓ |P\.\s?)?(?:CHỦ TỊCH|TRƯỞNG|BÍ THƯ|GIÁM ĐỐC|CHÁNH|HIỆU TRƯỞNG|THỦ TRƯỞNG|CHỦ NHIỆM"
    r"|CHỈ HUY|TỔNG GIÁM ĐỐC|CHÍNH ỦY|ỦY VIÊN|UỶ VIÊN|THƯ KÝ|CHỦ TRÌ|CHỦ TỌA|CHỦ TOẠ|(?:TRẠM|ĐỘI|ĐỒN|TỔ) TRƯỞNG)["
    + UPPER
    + r" ,\-]*$"
)
# Capitals throughout, or a name: what the lines of a signature consist of.
_SIGNS = re.compile(rf"[{UPPER} ,\-]{{6,80}}|(?:[{UPPER}][\w’']*\s?){{2,6}}")
ANNEX_LINE = re.compile(
    r"\s*\(?\s*(?:Ban hành\s+)?(?:[Kk]èm theo|KÈM THEO|đính kèm|Ban hành theo)\b", re.IGNORECASE
)
_OPENING = re.compile(
    r"\s*[-–+*]?\s*(?:Căn cứ|Kính gửi|Nhằm |Để |Xét |Theo (?:đề nghị|tinh thần|chỉ đạo)|Trên cơ sở|Tiếp tục thực hiện"
    r"|(?:Thực hiện|Triển khai|Triển khai thực hiện)\s.*?(?:số\s+\d|ngày\s+\d|\d+/\S*[A-ZĐ]))"
)
# "PHỤ LỤC", "Phụ lục I", "PHỤ LỤC SỐ 02", alone on its line or before its title.
ANNEX_NAME = re.compile(
    r"(?P<label>(?:PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ\s+|số\s+)?(?:[IVX]{1,5}|\d{1,2}))?)(?P<close>\s*[:.\-–]?\s*)(?=$|[A-ZĐ(])"
)
_RULE = re.compile(r"[\s_\-–—=*.~]*$")
_SUBJECT = re.compile(r"\s*(?:\(?\s*V/v|Về việc|VỀ VIỆC|V/V)\b")
_AUTHORITY = re.compile(
    r"(?:CHỦ TỊCH|ỦY BAN|UỶ BAN|UBND|BAN |GIÁM ĐỐC|TRƯỞNG|HỘI ĐỒNG|BỘ TRƯỞNG|THỦ TƯỚNG)[^a-z]*$"
)
_MEASURE = re.compile(
    r"\s*\(?\s*(?:ĐVT|Đơn vị(?: tính)?)\s*:?\s*\(?\s*(?:triệu|nghìn|ngàn|tỷ|tr\.? ?đ|1[.,]?000|đồng|VNĐ|VND|đ)\b[^:]*$",
    re.IGNORECASE,
)
NOTE = re.compile(r"\[(?:\d{1,3}|[ivx]{1,5})\]\s")
# What a sheet calls itself, in capitals and below the office that keeps it.
SHEET_NAME = re.compile(
    r"(?:DỰ TOÁN|DỰ TRÙ|BẢNG|BIỂU|DANH SÁCH|TỔNG HỢP|PHÂN BỔ|THỐNG KÊ|LỊCH|KHÁI TOÁN|CHỈ TIÊU)\s"
)
_FRONT_LINES = 45
_MOST_OFFICE_LINES = 4


@dataclass(slots=True)
class Frame:
    """The parts of a paper by line.

    kind: the schema's kind. header: the letterhead. title: the lines of the title block, without the kind.
    annex: the line that says what it was issued with. measures: the line that says in what unit of money the
    figures of a table count. body: everything up to the recipients. tail: recipients and signature, in the
    order of the text. behind: tables that stand behind the signature without a title, which belong to the paper.
    notes: footnotes, which readers put at the end.
    """

    kind: str = "other"
    header: list[Line] = field(default_factory=list)
    kind_line: Line | None = None
    title: list[Line] = field(default_factory=list)
    title_text: str = ""
    annex: list[Line] = field(default_factory=list)
    measures: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    tail: list[Line] = field(default_factory=list)
    behind: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)


def _tail(lines: list[Line]) -> int:
    """Where recipients and signature begin; the end where there are neither."""
    recipients = [i for i, line in enumerate(lines) if RECIPIENTS.match(line.text) and not line.cells]
    for start in recipients[-1:]:
        # A signature may stand before the recipients: "TM. ...", name, then "Nơi nhận".
        before = [j for j in range(max(0, start - 8), start) if CAPACITY.match(lines[j].text)]
        at = min([start, *(j for j in before if not lines[j].cells)])
        while at < start and at and lines[at].column is not None and lines[at - 1].column is not None:
            at -= 1  # those who sign side by side
        return _signed_above(lines, at)
    for i in range(max(0, len(lines) - 12), len(lines)):
        text = lines[i].text
        if not lines[i].cells and (CAPACITY.match(text) or is_position(text)) and len(text) < 90:
            return i
    return len(lines)


def _last_words(lines: list[Line]) -> int:
    """Where the tables at the end begin: a long one there must not hide the signature above it."""
    end = len(lines)
    while end and lines[end - 1].cells:
        end -= 1
    return end


def _tables(lines: list[Line]) -> list[Line]:
    """The rows of tables with a head; in others signatures may stand side by side."""
    found: list[Line] = []
    for _, rows in itertools.groupby(lines, key=lambda line: line.table if line.cells else None):
        table = list(rows)
        if table[0].cells and is_head(table[0]):
            found += table
    return found


def _signed_above(lines: list[Line], start: int) -> int:
    """Where a signature begins that stands above what was found: body in capitals, position, name."""
    at = start
    while at > max(0, start - 8) and _SIGNS.fullmatch(lines[at - 1].text.strip()) and not lines[at - 1].cells:
        at -= 1
    return at if any(is_position(line.text) for line in lines[at:start]) else start


def is_position(text: str) -> bool:
    return bool(_POSITION.match(text)) and parse_label(text) is None


def _styled_like(line: Line, first: Line) -> bool:
    if first.centred and line.centred and line.text.strip()[:1].islower():
        return True  # of print that was recognised in a picture, bold is told of some lines only
    if first.all_bold or first.centred:
        return (line.all_bold if first.all_bold else True) and (line.centred if first.centred else True)
    return not line.all_bold


def _goes_on(line: Line, first: Line, before: Line) -> bool:
    """Whether a line still belongs to the title block that `first` began."""
    text = line.text.strip()
    if line.cells or ANNEX_LINE.match(text) or _OPENING.match(text):
        return False
    if text.endswith((":", ";")) and not (first.centred and line.centred):
        return False
    label = parse_label(text)
    if label and not (label.is_bullet and line.centred):
        return False
    if _AUTHORITY.match(text) and not first.text.isupper():
        return False  # "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH X" over the bases of a decision
    if text.startswith("(") and (line.centred or not first.centred):
        return True
    if not _styled_like(line, first):
        return False
    if first.all_bold or first.centred:
        return True
    open_end = text[:1].islower() or text[:1] in '(“"' or before.text.rstrip().endswith(("-", ",", "và"))
    return open_end or (
        len(text) <= 100 and not text.endswith(".") and not before.text.rstrip().endswith(")")
    )


def _take_title(lines: list[Line], at: int, frame: Frame, first_words: str) -> int:
    """Collect title and annex lines from `at`; returns where the body begins."""
    title: list[Line] = []
    words = [first_words] if first_words else []
    first = frame.kind_line if first_words else None
    while at < len(lines):
        line = lines[at]
        text = line.text.strip()
        if _RULE.match(text):
            at += 1
            continue
        if ANNEX_LINE.match(text) and not line.cells:
            closed = False
            while at < len(lines) and not closed and not lines[at].cells:
                frame.annex.append(lines[at])
                closed = ")" in lines[at].text or not frame.annex[0].text.strip().startswith("(")
                at += 1
            continue
        if _MEASURE.match(text) and not line.cells:
            frame.measures.append(line)
            at += 1
            continue
        if first is None:
            label = parse_label(text)
            opens = _OPENING.match(text) and not (
                line.all_bold or line.centred or _is_named_after(text, frame)
            )
            if line.cells or opens or (label and not label.is_bullet) or _is_sentence(line, frame):
                break
        elif frame.annex or not _goes_on(line, first, title[-1] if title else first):
            break
        first = first or line
        title.append(line)
        words.append(text)
        at += 1
    frame.title = title
    frame.title_text = " ".join(words).strip().rstrip(":.").strip()
    return at


def _is_sentence(line: Line, frame: Frame) -> bool:
    """Whether a line below a kind set as a title, in bold and in the middle, is text: then the title is left open."""
    kind = frame.kind_line
    titled = kind is not None and kind.all_bold and kind.centred
    return titled and not line.bold and not line.centred and line.text.rstrip().endswith((".", ":"))


def _is_named_after(text: str, frame: Frame) -> bool:
    """Whether a line below the kind is its title though it cites a document: "Thực hiện Nghị quyết số 5 năm 2026"."""
    named = re.match(r"(?:Thực hiện|Triển khai)\s", text)
    return frame.kind_line is not None and bool(named) and not text.endswith((".", ";", ":", ","))


def find_kind(lines: list[Line]) -> tuple[int, str, str] | None:
    """The line that names the kind of paper, its kind, and the title words on the same line."""
    for i, line in enumerate(lines[:_FRONT_LINES]):
        if line.cells:
            return None
        text = line.text.strip()
        if re.match(r"Phụ lục\b", text) and len(text) < 30:
            return i, "phu_luc", ""
        found = heading_kind(text)
        if found is None:
            if i > 2 and (label := parse_label(text)) and not label.is_bullet and line.column is None:
                return None
            continue
        _, kind, rest = found
        if kind == "phu_luc" and re.fullmatch(r"(?:SỐ\s*)?[IVX\d]*\s*[.:]?", rest):
            rest = ""
        if rest and rest == rest.upper() and kind not in ("phu_luc",) and len(rest) < 4:
            continue
        return i, kind, rest.lstrip(":. ")
    return None


def split_frame(source: SourceText) -> Frame:
    """Tell letterhead, title, body, recipients and signature apart."""
    lines = [line for line in source.lines if line.cells or not _RULE.match(line.text)]
    end = len(lines)
    while end and not lines[end - 1].cells and NOTE.match(lines[end - 1].text):
        end -= 1
    notes, lines = lines[end:], lines[:end]
    last = _last_words(lines)
    tail = _tail(lines[:last])
    if tail == last:
        tail = len(lines)
    behind = _tables(lines[tail:])
    rows = {line.start for line in behind}
    frame = Frame(tail=[line for line in lines[tail:] if line.start not in rows], behind=behind, notes=notes)
    lines = lines[:tail]
    found = find_kind(lines)
    if found:
        index, frame.kind, words = found
        frame.header = lines[:index]
        frame.kind_line = lines[index]
        at = _take_title(lines, index + 1, frame, words)
    else:
        at = _without_kind(lines, frame)
    frame.body = lines[at:]
    if frame.annex and frame.kind == "other":
        frame.kind = "phu_luc"
    return frame


def _title_start(lines: list[Line], start: int) -> int:
    """Past the office that a sheet names above its title: what does not name a sheet, or plain lines before bold ones."""
    above = list(
        itertools.takewhile(
            lambda line: not (line.cells or parse_label(line.text) or _OPENING.match(line.text)),
            lines[start : start + _MOST_OFFICE_LINES],
        )
    )
    named = (i for i, line in enumerate(above, start) if SHEET_NAME.match(line.text))
    bold = (i for i, line in enumerate(above, start) if line.all_bold and line.centred)
    return next(named, next(bold, start))


def _without_kind(lines: list[Line], frame: Frame) -> int:
    """A paper that does not name its kind: an official letter, or an annex that begins with its title."""
    greeting = next(
        (i for i, line in enumerate(lines[:_FRONT_LINES]) if line.text.strip().startswith("Kính gửi")), None
    )
    subject = next((i for i, line in enumerate(lines[:_FRONT_LINES]) if _SUBJECT.match(line.text)), None)
    if greeting is not None or subject is not None:
        frame.kind = "cong_van"
        end = greeting if greeting is not None else (subject or 0) + 1
        frame.header = lines[:end]
        if subject is not None:
            block = [lines[subject]]
            for line in lines[subject + 1 : end]:
                if line.column != block[0].column or re.search(
                    r"ngày.*tháng.*năm|CỘNG H|Độc lập|^\s*Số\s*:", line.text
                ):
                    break
                block.append(line)
            frame.title = block
            words = " ".join(line.text.strip() for line in block).rstrip(":.").strip()
            frame.title_text = words[1:-1].strip() if words.startswith("(") and words.endswith(")") else words
        return end
    annex = next(
        (i for i, line in enumerate(lines[:_FRONT_LINES]) if ANNEX_LINE.match(line.text) and not line.cells),
        None,
    )
    if annex is not None:
        frame.kind = "phu_luc"
    start = 0
    while start < len(lines) and lines[start].column is not None:
        start += 1
    start = _title_start(lines, start)
    frame.header = lines[:start]
    return _take_title(lines, start, frame, "")
