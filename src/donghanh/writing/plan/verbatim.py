"""The words of a plan as they were read: lines of text and rows of tables, put back where they stood.

A row is a line whose cells are parted by tabs. Which cells covered several columns is not told; heads are put
together again from how many cells each of their rows has.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from donghanh.writing.model import Block, Cell, Look, Paragraph, Table, heading
from donghanh.writing.plan.form import Plan, Section
from donghanh.writing.plan.numbering import closed

TAB = "\t"
_FIGURE = re.compile(r"[\d.,\s]+(?:đ|đồng|%)?")
_TOTAL = re.compile(r"(?:tổng|cộng|toàn)(?!\w)", re.IGNORECASE)
_LABEL = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,6}|[A-HĐa-zđ]|\(.{1,4}\)|[-–+*•])[.):/]?")
_PARTED = re.compile(
    r"kinh phí|nguồn|vốn|dự toán|thời gian|tiến độ|trong đó|chia|số lượng|chỉ tiêu", re.IGNORECASE
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
    known = {section.id: section for section in plan.sections}
    for section in plan.sections:
        lines += _of_section(section, known, bool(lines) and _is_row(lines[-1]))
    return lines + [line_of(text) for text in facts.closing or ()]


def line_of(text: str, *, bases: bool = False) -> Line:
    if TAB in text:
        return Line(cells=tuple(text.split(TAB)))
    if text.startswith("Kính gửi"):
        return Line(text, Look.ADDRESSEE)
    if bases and text.isupper() and len(text) < 160:
        return Line(text, Look.AUTHORITY)
    return Line(text, Look.BASIS if bases and text.startswith("Căn cứ") else Look.BODY)


def _is_row(line: Line) -> bool:
    return bool(line.cells) or line.band


def _of_section(section: Section, known: dict[str, Section], in_table: bool) -> Iterator[Line]:
    body = list(section.body or ())
    label = section.label
    if label and body and (first := body[0].split(TAB))[0].strip().rstrip(".):/ ") == label:
        yield Line(section.title, cells=(first[0], section.title, *first[1:]), strong=True)
        body = body[1:]
    elif label is None and (in_table or any(TAB in line for line in body[:1])):
        yield Line(section.title, band=True)
        if body and TAB not in body[0] and len(body) > 1 and TAB in body[1]:
            body = body[1:]
    else:
        depth, above = 1, known.get(section.parent or "")
        over = above.label if above else None
        while above is not None and depth < 9:
            depth, above = depth + 1, known.get(above.parent or "")
        made = heading(closed(label or "", over), section.title, depth)
        yield Line(made.text, made.look)
    yield from (line_of(text) for text in body)


def as_blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Rows that follow each other as one table, what stands between them as paragraphs."""
    at = 0
    while at < len(lines):
        if not _is_row(lines[at]):
            yield Paragraph(lines[at].text, lines[at].look)
            at += 1
            continue
        end = _end_of_table(lines, at)
        yield _table(lines[at:end])
        at = end


def _end_of_table(lines: Sequence[Line], start: int) -> int:
    """Where the rows end; a line without tabs between two rows of one table is a row of one cell."""
    end = start
    while end < len(lines):
        if _is_row(lines[end]) or (
            end + 1 < len(lines)
            and end > start
            and lines[end].look is Look.BODY
            and lines[end + 1].cells
            and not _is_head(lines[end + 1].cells)
        ):
            end += 1
        else:
            break
    return end


def _is_head(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return len(filled) >= 2 and not any(_FIGURE.fullmatch(c) or _LABEL.fullmatch(c) for c in filled)


def _table(lines: Sequence[Line]) -> Table:
    width = max(len(line.cells) or 1 for line in lines)
    heads = _heads(lines, width)
    rows = [*_head_rows([line.cells for line in lines[:heads]], width)]
    rest = lines[heads:]
    figures = _figure_columns(rest, width)
    for line in _totals_last(rest):
        rows.append(_row(line, width, figures))
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
    spans = _spans(first, len(second), width)
    yield tuple(
        Cell((cell,), columns=span, rows=1 if span > 1 else 2)
        for cell, span in zip(first, spans, strict=True)
    )
    yield tuple(Cell((cell,)) for cell in second)


def _spans(first: Sequence[str], below: int, width: int) -> list[int]:
    """How many columns each cell of the upper head row covers; those that are parted below cover several."""
    parted = len(first) + below - width or 1
    named = [i for i, cell in enumerate(first) if _PARTED.match(cell)]
    others = [i for i in reversed(range(len(first))) if i not in named]
    chosen = sorted((*named, *others)[: max(1, parted)])
    spans = [1] * len(first)
    for place, i in enumerate(chosen):
        spans[i] = below // len(chosen) + (1 if place < below % len(chosen) else 0)
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


def _totals_last(lines: Sequence[Line]) -> Sequence[Line]:
    """A total over the heading rows that it adds up goes to the end, where the reading took it from."""
    at = 0
    while at < len(lines) and lines[at].cells and any(_TOTAL.match(c) for c in lines[at].cells[:2]):
        at += 1
    return [*lines[at:], *lines[:at]] if at < len(lines) and lines[at].strong else lines


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
