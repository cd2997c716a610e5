"""The words of a plan as they were read: lines of text and rows of tables, put back where they stood.

A row is a line whose cells are parted by tabs. Which cells covered several columns is not told; heads are put
together again from how many cells each of their rows has.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from donghanh.writing.model import Block, Cell, Look, Paragraph, Table, heading
from donghanh.writing.plan.form import Plan, Section
from donghanh.writing.plan.numbering import closed, level

TAB = "\t"
_DEEPEST = 9
_COLUMN = re.compile(
    r"(?:s?tt|số tt|nội dung|hoạt động|nhiệm vụ|chỉ tiêu|đơn vị|xã|phường|thôn|chủ trì|phối hợp|thời gian|tiến độ|số lượng"
    r"|đơn giá|thành tiền|kinh phí|số tiền|nguồn|ghi chú|đvt|suất|cơ quan)(?!\w)(?:[^\d]{0,30})$",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[\d.,\s]+(?:đ|đồng|%)?")
_HEADS = re.compile(
    r"(?:Bước|Đợt|Giai đoạn|Hoạt động|Nội dung|Nhóm|Phần)\s+(?:thứ\s+)?(?:\d|[IVX]+\b|nhất|hai|ba)"
)
_LABEL = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,6}|[A-HĐa-zđ]|\(.{1,4}\)|[-–+*•])[.):/]?")
# What a head that is parted is called, by what its parts are called.
_PARTED: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(below, re.IGNORECASE), re.compile(above, re.IGNORECASE))
    for below, above in (
        (r"chủ trì|phối hợp|đầu mối|thực hiện", r"đơn vị|cơ quan|phân công|trách nhiệm|tổ chức"),
        (r"tháng|quý|ngày|bắt đầu|kết thúc|từ|đến", r"thời gian|tiến độ|thời hạn|kế hoạch"),
        (r"", r"kinh phí|nguồn|vốn|dự toán|ngân sách|trong đó|chia|số lượng|chỉ tiêu|kết quả"),
    )
)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a row where it has cells; band: a heading row that spans its table."""

    text: str = ""
    look: Look = Look.BODY
    cells: tuple[str, ...] = ()
    strong: bool = False
    band: bool = False


def lines_of(plan: Plan) -> list[Line]:
    """Opening, sections with their bodies, closing."""
    facts = plan.document
    lines = [line_of(text, bases=True) for text in facts.opening or ()]
    lines += _Sections(plan).lines(None, bool(lines) and _is_row(lines[-1]))
    return lines + [line_of(text) for text in facts.closing or ()]


class _Sections:
    """The sections of a plan as lines, in the order of the text."""

    def __init__(self, plan: Plan) -> None:
        self.known = {section.id: section for section in plan.sections}
        self.below: dict[str | None, list[Section]] = defaultdict(list)
        for section in plan.sections:
            self.below[section.parent].append(section)
        self.acts = {activity.text for activity in plan.activities}

    def lines(self, parent: str | None, in_table: bool) -> Iterator[Line]:
        for section in self.below[parent]:
            body = list(section.body or ())
            row = _is_row_section(section, in_table)
            yield self._heading(section, row)
            if row:
                body = body[bool(section.label) :]
            tables = any(TAB in line for line in body)
            behind = self._behind_rows(section, body) if tables else len(body)
            yield from self._body(section, body[:behind])
            in_table = row or (tables and TAB in body[behind - 1])
            yield from self.lines(section.id, in_table)
            yield from self._body(section, body[behind:])

    def _behind_rows(self, section: Section, body: Sequence[str]) -> int:
        """Where the body of a section goes on behind the rows below it: totals, and what stands under the table."""
        if not any(_is_row_section(below, True) for below in self.below[section.id]):
            return len(body)
        first = next(at for at, line in enumerate(body) if TAB in line)
        more = (at for at in range(first + 1, len(body)) if not _is_head(body[at].split(TAB)))
        return next(more, len(body))

    def _heading(self, section: Section, row: bool) -> Line:
        if row and section.label:
            first, *rest = (section.body or ("",))[0].split(TAB)
            return Line(section.title, cells=(first, section.title, *rest), strong=True)
        if row:
            return Line(section.title, band=True)
        depth, above = 1, self.known.get(section.parent or "")
        over = above.label if above else None
        while above is not None and depth < _DEEPEST:
            depth, above = depth + 1, self.known.get(above.parent or "")
        made = heading(closed(section.label or "", over), section.title, level(section.label, depth))
        return Line(made.text, made.look)

    def _body(self, section: Section, body: Sequence[str]) -> Iterator[Line]:
        lines = map(line_of, body)
        yield from _with_headings(lines, self.acts) if section.role == "content" else lines


def _is_row_section(section: Section, in_table: bool) -> bool:
    """Whether a heading stands in a table: then the cells beside it, its number first, are the first of its body."""
    first = (section.body or ("",))[:1]
    if section.label:
        return bool(first) and first[0].split(TAB)[0].strip().rstrip(".):/ ") == section.label
    return section.label is None and (in_table or any(TAB in line for line in first))


def line_of(text: str, *, bases: bool = False) -> Line:
    if TAB in text:
        return Line(cells=tuple(text.split(TAB)))
    if text.startswith("Kính gửi"):
        return Line(text, Look.ADDRESSEE)
    if bases and text.isupper() and len(text) < 160:
        return Line(text, Look.AUTHORITY)
    return Line(
        text, Look.BASIS if bases and text.startswith("Căn cứ") and not text.endswith(":") else Look.BODY
    )


def _is_row(line: Line) -> bool:
    return bool(line.cells) or line.band


def _with_headings(lines: Iterable[Line], acts: Collection[str]) -> Iterator[Line]:
    """A line without full stop among activities that is none itself heads what follows: "Bước 1: Lập danh sách"."""
    for line in lines:
        plain = line.look is Look.BODY and not line.cells and not line.band
        heads = plain and line.text not in acts and _HEADS.match(line.text) and line.text[-1:].isalnum()
        yield replace(line, strong=True) if heads else line


def as_blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Rows that follow each other as one table, what stands between them as paragraphs."""
    at = 0
    while at < len(lines):
        if not _is_row(lines[at]):
            line = lines[at]
            yield Paragraph(line.text, line.look, lead=len(line.text) if line.strong else 0)
            at += 1
            continue
        end = _end_of_table(lines, at)
        yield _table(lines[at:end])
        at = end


def _end_of_table(lines: Sequence[Line], start: int) -> int:
    """Where the rows end; a line without tabs between two rows of one table is a row of one cell."""
    end = start + 1
    while end < len(lines) and (_is_row(lines[end]) or _stands_between_rows(lines, end)):
        if _names_columns(lines[end].cells) and end > start + 1 and not _names_columns(lines[end - 1].cells):
            break  # the head of the next table
        end += 1
    return end


def _stands_between_rows(lines: Sequence[Line], at: int) -> bool:
    line, after = lines[at], lines[at + 1 : at + 2]
    plain = line.look is Look.BODY and not line.text.endswith((".", ";", ":"))
    return plain and bool(after) and bool(after[0].cells) and not _is_head(after[0].cells)


def _is_head(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return len(filled) >= 2 and not any(_FIGURE.fullmatch(c) or _LABEL.fullmatch(c) for c in filled)


def _names_columns(cells: Sequence[str]) -> bool:
    """Whether a row is the head of another table: its cells are called as columns are."""
    filled = [cell for cell in cells if cell]
    return len(filled) >= 2 and sum(_COLUMN.match(cell) is not None for cell in filled) * 3 >= len(filled) * 2


def _table(lines: Sequence[Line]) -> Table:
    width = max(len(line.cells) or 1 for line in lines)
    heads = _heads(lines, width)
    rows = [*_head_rows([line.cells for line in lines[:heads]], width)]
    rest = lines[heads:]
    figures = _figure_columns(rest, width)
    rows += (_row(line, width, figures) for line in rest)
    return Table(tuple(rows), heads)


def _heads(lines: Sequence[Line], width: int) -> int:
    if len(lines) < 2 or not lines[0].cells or lines[0].strong or not _is_head(lines[0].cells):
        return 0
    first, second = lines[0].cells, lines[1].cells
    parted = len(first) < width and second and not lines[1].strong and _is_head(second) and all(second)
    return 2 if parted and len(first) + len(second) - 1 <= width + 1 else 1


def _head_rows(heads: Sequence[Sequence[str]], width: int) -> Iterator[tuple[Cell, ...]]:
    if len(heads) != 2:
        yield from (tuple(Cell((cell,) if cell else ()) for cell in head) for head in heads)
        return
    first, second = heads
    spans = _spans(first, second, width)
    yield tuple(
        Cell((cell,), columns=span, rows=1 if span > 1 else 2)
        for cell, span in zip(first, spans, strict=True)
    )
    yield tuple(Cell((cell,)) for cell in second)


def _spans(first: Sequence[str], second: Sequence[str], width: int) -> list[int]:
    """How many columns each cell of the upper head row covers; those that are parted below cover several."""
    parted = max(1, len(first) + len(second) - width)
    above = next(above for below, above in _PARTED if below.match(second[0]))
    named = [i for i, cell in enumerate(first) if above.match(cell)]
    others = [i for i in reversed(range(len(first))) if i not in named]
    chosen = sorted((*named, *others)[:parted])
    spans = [1] * len(first)
    for place, i in enumerate(chosen):
        spans[i] = len(second) // len(chosen) + (place < len(second) % len(chosen))
    return spans


def _figure_columns(lines: Sequence[Line], width: int) -> list[int]:
    """The columns that hold figures in most rows, the first aside: it holds numbers of rows."""
    plain = [line.cells for line in lines if line.cells and not line.strong]
    return [
        column
        for column in range(1, width)
        if sum(1 for cells in plain if column < len(cells) and _FIGURE.fullmatch(cells[column])) * 2
        > len(plain)
    ]


def _row(line: Line, width: int, figures: Sequence[int]) -> tuple[Cell, ...]:
    if line.band or not line.cells:
        return (Cell((line.text,), columns=width, bold=line.band),)
    cells = list(line.cells)
    if line.strong:
        label, title, *rest = cells
        placed = {0: label, 1: title}
        amounts = [cell for cell in rest if _FIGURE.fullmatch(cell)]
        placed |= dict(zip(reversed(figures), reversed(amounts), strict=False))
        for cell in (cell for cell in rest if cell not in amounts):
            placed[next(c for c in range(width - 1, -1, -1) if c not in placed)] = cell
        cells = [placed.get(column, "") for column in range(width)]
    return tuple(Cell((cell,) if cell else (), bold=line.strong) for cell in cells)
