"""total_mismatch: sums that differ from what they are the sum of; only after the full sum."""

import itertools
import re
from collections.abc import Iterable
from functools import lru_cache

from donghanh.reading.nodes import Node, NodeKind
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument
from donghanh.reading.source import Span
from donghanh.reading.sums import column_factor, sums_in
from donghanh.reading.tables import Column, TableRow, TableView, figure
from donghanh.vietnam.numbers import format_vnd

_TOTAL = re.compile(
    r"(?:tổng(?: cộng| số| kinh phí| dự toán| chi| nhu cầu| giá trị)?|cộng|toàn bộ)\b", re.IGNORECASE
)
_PARTS = re.compile(r"\b(?:trong đó|gồm|bao gồm|cụ thể|như sau|chia ra)\b|:\s*$", re.IGNORECASE)

# A rest that nobody counted keeps the parts from adding up: "..., còn lại huy động xã hội hóa".
_REST = re.compile(r"còn lại|=|khác\s+(?:vận động|huy động)", re.IGNORECASE)


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    found: list[Finding] = []
    tables: dict[int, TableView] = {}
    for node in outline.root.walk():
        if node.table is not None:
            tables[id(node.table.view)] = node.table.view
    for view in tables.values():
        found += _in_table(view)
    for node in (outline.root, *outline.sections):
        found += _among(node.contents if node.table is None else [], node)
    for node in outline.contents():
        if node.kind in (NodeKind.PARAGRAPH, NodeKind.ITEM):
            found += _inline(node)
    return found


def _finding(span: Span, what: str, parts: int | float, total: int | float, money: bool = True) -> Finding:
    def written(value: int | float) -> str:
        return format_vnd(round(value)) if money else f"{value:,}".replace(",", ".")

    return Finding(
        "total_mismatch",
        "error",
        f"Tổng không khớp ở “{what[:110]}”: các phần cộng lại là {written(parts)}, nhưng văn bản ghi {written(total)}.",
        span,
    )


# ---- tables


def _in_table(view: TableView) -> list[Finding]:
    found = []
    for index, column in sorted(view.columns.items()):
        if column not in (Column.AMOUNT, Column.QUANTITY, Column.OTHER):
            continue
        values = [
            (row, figure(c) if (c := row.line.cell(index)) and c.column == index else None)
            for row in view.rows
        ]
        if sum(v is not None for _, v in values) < 3:
            continue
        factor = column_factor(view.heads.get(index, ""), 1) if column is Column.AMOUNT else 1
        found += _down(values, index, column is Column.AMOUNT, factor)
    return found


def _down(
    values: list[tuple[TableRow, int | float | None]], index: int, money: bool, factor: int
) -> list[Finding]:
    """Totals against the rows above them, heading rows against the rows under them."""
    found = []
    since: list[tuple[TableRow, int | float | None]] = []
    every: list[tuple[TableRow, int | float | None]] = []
    subtotals: list[int | float] = []
    for at, (row, value) in enumerate(values):
        if not row.total:
            since.append((row, value))
            every.append((row, value))
            continue
        if value is None:
            continue
        groups: list[list[tuple[TableRow, int | float | None]]] = (
            [since, every] if since or every else [values[at + 1 :]]
        )
        if not _adds_up(value, groups, subtotals):
            parts = _sums(groups[0])
            if parts and (not any(v is None and not r.heading for r, v in groups[0]) or max(parts) > value):
                cell = row.line.cell(index)
                span = Span(cell.start, cell.end, row.line.page) if cell else row.line.span()
                found.append(
                    _finding(
                        span, row.line.text.replace("\t", " "), max(parts) * factor, value * factor, money
                    )
                )
        subtotals.append(value)
        since = []
    if not found:
        found += _under_headings(values, money, factor)
    return found


def _sums(rows: list[tuple[TableRow, int | float | None]]) -> set[int | float]:
    """What the rows can add up to: all of them, those that are no parts of another, the headings alone."""
    entries = [(r, v) for r, v in rows if not r.heading]
    sums = {_add(v for _, v in entries)}
    sums.add(_add(v for r, v in entries if r.label is None or not r.label.is_bullet))
    if any(r.label for r, _ in entries):
        sums.add(_add(v for r, v in entries if r.label is not None and not r.label.is_bullet))
    headings = [(r, v) for r, v in rows if r.heading and v is not None]
    for style in {r.label.style for r, _ in headings if r.label}:
        sums.add(_add(v for r, v in headings if r.label and r.label.style == style))
    return {round(s, 6) for s in sums if s}


def _add(values: Iterable[int | float | None]) -> int | float:
    return sum(v for v in values if v is not None)


def _adds_up(
    value: int | float, groups: list[list[tuple[TableRow, int | float | None]]], subtotals: list[int | float]
) -> bool:
    candidates = set().union(*(_sums(g) for g in groups))
    if subtotals:
        candidates |= {round(sum(subtotals), 6)}
    filled = max((sum(v is not None for _, v in g) for g in groups), default=0)
    return filled < 2 and not subtotals or any(abs(c - value) < 0.01 for c in candidates)


def _under_headings(
    values: list[tuple[TableRow, int | float | None]], money: bool, factor: int
) -> list[Finding]:
    found = []
    for at, (row, value) in enumerate(values):
        if not row.heading or value is None or row.label is None:
            continue
        below = []
        for after, number in values[at + 1 :]:
            if after.total or (after.heading and after.label and after.label.style == row.label.style):
                break
            below.append((after, number))
        filled = [v for r, v in below if v is not None]
        if (
            len(filled) >= 2
            and not any(v is None and not r.heading for r, v in below)
            and value not in _sums(below)
        ):
            found.append(
                _finding(
                    row.line.span(),
                    row.line.text.replace("\t", " "),
                    max(_sums(below)) * factor,
                    value * factor,
                    money,
                )
            )
    return found


# ---- prose


@lru_cache(maxsize=4096)
def _total_of(text: str) -> int | None:
    """The one total that a text states; None where it states none or several."""
    totals = [s.money.value for s in sums_in(text) if s.kind == "total" and s.money.value]
    if not totals:
        return None
    if len(totals) > 1 and not re.search(r"=", text):
        return None
    return totals[-1]


def _subtotal_of(node: Node) -> int | None:
    own = _total_of(node.text)
    if own is None and node.kind is NodeKind.SECTION:
        for child in node.contents:
            if (value := _total_of(child.text)) is not None:
                return value
    return own


def _among(contents: list[Node], section: Node) -> list[Finding]:
    """A stated total against the items that follow it, stand under it, or stand before "Tổng cộng"."""
    found: list[Finding] = []
    for node in contents:
        below = [c for c in node.children if c.kind is NodeKind.ITEM]
        if node.kind is NodeKind.ITEM and len(below) >= 2:
            found += _compare(node, _total_of(node.text), below)
            found += _among(node.children, node)
    items = [n for n in contents if n.kind is NodeKind.ITEM]
    subsections = [c for c in section.children if c.kind is NodeKind.SECTION]
    for at, node in enumerate(contents):
        text = node.text
        total = _total_of(text)
        if total is None:
            continue
        leads = node.kind is NodeKind.PARAGRAPH or text.rstrip().endswith(":")
        # The items that a paragraph leads in end at the next paragraph.
        following = itertools.takewhile(
            lambda n: n.kind is NodeKind.ITEM, itertools.islice(contents, at + 1, None)
        )
        after = list(following) if leads and items else []
        if leads and (_TOTAL.search(text) or _PARTS.search(text)) and len(after) >= 2:
            found += _compare(node, total, after)
        elif (
            leads
            and _TOTAL.search(text)
            and not after
            and len(subsections) >= 2
            and node.span.start < subsections[0].span.start
        ):
            found += _compare(node, total, subsections)
        elif _TOTAL.match(text.strip()) and at == len(contents) - 1:
            before = [n for n in items if n is not node]
            if len(before) >= 2:
                found += _compare(node, total, before)
    return found


def _compare(node: Node, total: int | None, parts: list[Node]) -> list[Finding]:
    parts = [p for p in parts if not (_TOTAL.match(p.text.strip()) and _subtotal_of(p) == total)]
    values = [_subtotal_of(p) for p in parts]
    if total is None or len(parts) < 2 or any(v is None for v in values) or _REST.search(node.text):
        return []
    whole = sum(v for v in values if v is not None)
    return [] if whole == total else [_finding(node.span, node.text, whole, total)]


def _inline(node: Node) -> list[Finding]:
    """ "Tổng kinh phí 85 triệu đồng, trong đó ngân sách 60 triệu, xã hội hóa 20 triệu" within one sentence."""
    found = []
    for sentence in re.split(r"(?<=[a-zà-ỹđ)])\.\s+(?=[A-ZĐ])", node.text):
        sums = [s for s in sums_in(sentence) if s.money.value]
        if len(sums) < 3 or any(s.kind != "total" for s in sums) or _REST.search(sentence):
            continue
        first, rest = sums[0], sums[1:]
        between = sentence[first.money.end : rest[0].money.start]
        before = sentence[: first.money.start]
        if not _TOTAL.search(before) or not re.search(r"trong đó|gồm|chia ra|cụ thể|\(", between):
            continue
        parts = sum(s.money.value or 0 for s in rest)
        if parts != first.money.value:
            found.append(_finding(node.span, sentence.strip(), parts, first.money.value or 0))
    return found
