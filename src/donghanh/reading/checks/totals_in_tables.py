"""total_mismatch in tables: totals against the rows above them, heading rows against the rows under them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from donghanh.reading.checks.totals_across import mismatches, wholes
from donghanh.reading.nodes import NodeKind
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding
from donghanh.reading.source import CellSpan, Line, Span
from donghanh.reading.sums import UNIT_OF_MONEY, column_factor, front_factor, unit_factor
from donghanh.reading.tables import ROW_RANK, Column, TableRow, TableView, figure
from donghanh.vietnam.numbers import format_number, format_vnd

# Shares, years and averages do not add up.
_NOT_ADDED = re.compile(
    r"%|tỷ lệ|tỉ lệ|(?<!\w)năm(?!\w)(?! 20\d\d)|bình quân|trung bình|số thứ", re.IGNORECASE
)
_OF_WHICH = re.compile(r"[-+•\s]*trong đó", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row with its figure in one column; decimals: how many it is written with."""

    row: TableRow
    value: int | float | None
    decimals: int = 0

    @property
    def of_which(self) -> bool:
        return any(_OF_WHICH.match(c.text) for c in self.row.line.cells)


@dataclass(frozen=True, slots=True)
class _Scale:
    """What the figures of a column are: sums of money or counts, and in what unit of money."""

    money: bool
    factor: int

    def allows(self, entries: list[_Entry], total: _Entry, difference: float) -> bool:
        """Whether rounding explains a difference: half of the last written digit for each figure."""
        filled = [e for e in entries if e.value is not None]
        decimals = max((e.decimals for e in [*filled, total]), default=0)
        if abs(difference) < 1e-6:
            return True
        if not decimals:
            return False  # whole figures are exact
        return abs(difference) <= 0.5 * 10.0**-decimals * len(filled) + 1e-9

    def sum(self, value: int | float) -> int | None:
        """The value in đồng, None where it is no sum of money."""
        return (
            round(value * self.factor)
            if self.money and (self.factor > 1 or float(value).is_integer())
            else None
        )

    def written(self, value: int | float) -> str:
        if (sum_ := self.sum(value)) is not None:
            return format_vnd(sum_)
        return format_number(round(value, 3))


def check_tables(outline: Outline) -> list[Finding]:
    """Every column that adds up, table by table; a unit of money above a table counts for its figures."""
    found: list[Finding] = []
    seen: set[int] = set()
    factor = front_factor((*outline.frame.measures, *outline.opening))
    for node in outline.root.walk():
        if node.kind is not NodeKind.ROW and (match := UNIT_OF_MONEY.search(node.line.text)):
            factor = unit_factor(match)
        if node.table is not None and id(node.table.view) not in seen:
            seen.add(id(node.table.view))
            found += _in_table(node.table.view, factor)
    return found


def _in_table(view: TableView, factor: int) -> list[Finding]:
    found = []
    adding = [
        (index, column)
        for index, column in sorted(view.columns.items())
        if _adds(view, column) and not _NOT_ADDED.search(view.heads.get(index, ""))
    ]
    for index, column in adding:
        head = view.heads.get(index, "")
        entries = [_entry(row, row.line.cell(index), index) for row in view.rows]
        if sum(e.value is not None for e in entries) < 3:
            continue
        money = column is Column.AMOUNT
        found += _down(entries, index, _Scale(money, column_factor(head, factor) if money else 1))
    for kind in (Column.AMOUNT, Column.QUANTITY):
        found += _across(view, [index for index, column in adding if column is kind], factor)
    return found


def _across(view: TableView, columns: list[int], factor: int) -> list[Finding]:
    """Rows whose sources do not come to their whole."""
    found = []
    for whole, parts in wholes(view, columns):
        head = view.heads.get(whole, "")
        money = view.columns[whole] is Column.AMOUNT
        scale = _Scale(money, column_factor(head, factor) if money else 1)
        for line, total, written in mismatches(view, whole, parts):
            message = (
                f"Tổng không khớp ở “{_quoted(line)}”: các cột thành phần cộng lại là {scale.written(total)}, "
                f"nhưng cột “{head}” ghi {scale.written(written)}."
            )
            cell = line.cell(whole)
            span = Span(cell.start, cell.end, line.page) if cell else line.span()
            found.append(
                Finding("total_mismatch", "error", message, span, scale.sum(written), scale.sum(total))
            )
    return found


def _quoted(line: Line) -> str:
    """The words of a row, without its empty cells."""
    return " ".join(line.text.split())[:110]


def _adds(view: TableView, column: Column) -> bool:
    """Sums of money add up; counts only where all rows count the same."""
    if column is not Column.QUANTITY:
        return column is Column.AMOUNT
    if view.allots:
        return True
    measures = {c.text.lower() for r in view.rows if not r.total and (c := view.cell(r, Column.MEASURE))}
    return len(measures) == 1


def _entry(row: TableRow, cell: CellSpan | None, index: int) -> _Entry:
    value = figure(cell) if cell is not None and cell.column == index else None
    if cell is None or value is None or float(value).is_integer():
        return _Entry(row, value)
    return _Entry(row, value, len(re.split(r"[.,]", cell.text.strip())[-1]))


def _down(entries: list[_Entry], index: int, scale: _Scale) -> list[Finding]:
    found = []
    since: list[_Entry] = []
    every: list[_Entry] = []
    subtotals: list[_Entry] = []
    filled = [at for at, e in enumerate(entries) if e.value is not None]
    for at, entry in enumerate(entries):
        if not entry.row.total:
            since.append(entry)
            every.append(entry)
            continue
        if entry.value is None or not _closes(entries, at, filled):
            continue
        groups = [since, every] if since or every else [entries[at + 1 :]]
        if not _adds_up(entry, groups, subtotals, scale):
            parts = _sums(groups[0])
            unknown = any(e.value is None and not e.row.heading for e in groups[0])
            if parts and (not unknown or max(parts) > entry.value):
                cell = entry.row.line.cell(index)
                line = entry.row.line
                span = Span(cell.start, cell.end, line.page) if cell else line.span()
                found.append(_finding(span, entry, max(parts), scale))
        subtotals.append(entry)
        since = []
    return found or _under_headings(entries, scale)


def _closes(entries: list[_Entry], at: int, filled: list[int]) -> bool:
    """Whether a total stands where totals stand: first, last, or closing its group."""
    if at in (filled[0], filled[-1]):
        return True
    after = entries[at + 1].row
    return after.heading or after.total


def _finding(span: Span, total: _Entry, parts: int | float, scale: _Scale) -> Finding:
    what = _quoted(total.row.line)
    message = (
        f"Tổng không khớp ở “{what}”: các phần cộng lại là {scale.written(parts)}, "
        f"nhưng văn bản ghi {scale.written(total.value or 0)}."
    )
    written = scale.sum(total.value or 0)
    return Finding("total_mismatch", "error", message, span, written, scale.sum(parts))


def _sums(entries: list[_Entry]) -> set[int | float]:
    """What the rows can add up to: all of them, those that are no parts of another, the headings alone."""
    rows = [e for e in entries if not e.row.heading]
    labelled = [e for e in rows if e.row.label is not None and not e.row.label.is_bullet]
    sums = {_add(rows), _add(e for e in rows if not e.of_which), _add(labelled)}
    sums.add(_add(e for e in rows if e.row.label is None or not e.row.label.is_bullet))
    sums.add(_add(e for e in labelled if not e.of_which))
    headings = [e for e in entries if e.row.heading and e.value is not None]
    for style in {e.row.label.style for e in headings if e.row.label}:
        sums.add(_add(e for e in headings if e.row.label and e.row.label.style == style))
    return {round(s, 6) for s in sums if s}


def _add(entries: Iterable[_Entry]) -> int | float:
    return sum(e.value for e in entries if e.value is not None)


def _adds_up(total: _Entry, groups: list[list[_Entry]], subtotals: list[_Entry], scale: _Scale) -> bool:
    candidates = set().union(*(_sums(g) for g in groups))
    if subtotals:
        candidates.add(round(_add(subtotals), 6))
    filled = max((sum(e.value is not None for e in g) for g in groups), default=0)
    if filled < 2 and not subtotals:
        return True
    longest = max(groups, key=len)
    return any(scale.allows(longest, total, c - (total.value or 0)) for c in candidates)


def _under_headings(entries: list[_Entry], scale: _Scale) -> list[Finding]:
    found = []
    for at, entry in enumerate(entries):
        if not entry.row.heading or entry.value is None or entry.row.label is None:
            continue
        below = _below(entries, at)
        filled = [e for e in below if e.value is not None]
        if len(filled) < 2 or any(e.value is None and not e.row.heading for e in below):
            continue
        parts = _sums(below)
        if parts and not any(scale.allows(below, entry, c - entry.value) for c in parts):
            found.append(_finding(entry.row.line.span(), entry, max(parts), scale))
    return found


def _below(entries: list[_Entry], at: int) -> list[_Entry]:
    """The rows under a heading row, up to the next of its rank or above; none where a nameless band parts them."""
    label = entries[at].row.label
    rank = ROW_RANK.get(label.style, len(ROW_RANK)) if label else -1
    below: list[_Entry] = []
    for entry in entries[at + 1 :]:
        row = entry.row
        if row.heading and row.label is None:
            return []
        if row.total or (row.heading and row.label and ROW_RANK.get(row.label.style, len(ROW_RANK)) <= rank):
            break
        below.append(entry)
    return below
