"""Every sum of money, in order: totals, rates and caps."""

import re

from donghanh.reading.blocks import Doubt
from donghanh.reading.nodes import Node, NodeKind
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Amount, PlanDocument
from donghanh.reading.source import CellSpan, Span
from donghanh.reading.sums import (
    MONEY_FACTORS,
    UNIT_OF_MONEY,
    Sum,
    column_factor,
    front_factor,
    kind_of,
    lead_in_of,
    names_unit,
    sums_in,
    unit_factor,
)
from donghanh.reading.tables import SHARE, Column, TableRowRef, figure
from donghanh.vietnam.money import Money, find_money
from donghanh.vietnam.numbers import NUMBER, parse_number
from donghanh.vietnam.quantities import find_quantity

_BOUND = re.compile(rf"(?:tối đa|không quá)\s*:?\s*(?P<n>{NUMBER})(?:\s*(?:đồng|đ|VNĐ))?$", re.IGNORECASE)
# "Trao 460 suất quà (gồm ...), tổng trị giá ..." is still of what stands before the brackets.
_SUMMED_UP = re.compile(r"[,)\s]*(?:tổng|với tổng|trị giá)\s")
_RANGE_BEFORE = re.compile(rf"(?:từ\s+)?(?:{NUMBER})\s*(?:-|–|đến)\s*$", re.IGNORECASE)
_FOR_SO_MANY = re.compile(r"\s+(?:cho|giúp|hỗ trợ)\s+(?=\d)")
_NEAR = 240  # how far a rate's count may stand from it, in characters
# What recurs is not what a rate is counted by: "đồng/tháng/cháu" is for so many cháu.
_RECURS = re.compile(r"(?:tháng|năm|quý|tuần|ngày|buổi|lần|đợt|kỳ|km|khóa|khoá)$")
_MONEY_MEASURE = re.compile(r"(?:triệu|nghìn|ngàn|tỷ)? ?đồng", re.IGNORECASE)


def extract(outline: Outline, plan: PlanDocument) -> tuple[list[Amount], list[Doubt]]:
    """Every mention, also a parent sum that contains others; one per filled money cell of a table."""
    found: list[Amount] = []
    factor = front_factor((*outline.frame.measures, *outline.opening))
    for line in outline.opening:
        if not names_unit(line.text):
            found += _in_text(line.text, line.span(), None)
    for node in outline.root.walk():
        if node is outline.root:
            continue
        if match := UNIT_OF_MONEY.search(node.line.text):
            if node.kind is not NodeKind.ROW:
                factor = unit_factor(match)
                if names_unit(node.line.text):
                    continue
        holder = node if node.kind is NodeKind.SECTION else node.section
        section = holder.id if holder is not None and holder is not outline.root else None
        if node.table is not None:
            found += _in_row(node, node.table, section, factor)
        else:
            found += _in_text(node.text, node.span, section, lead_in_of(node))
    unread = [a for a in found if a.value is None]
    return found, [
        Doubt("amount", f"Không đọc được số tiền ở “{a.text[:80]}”; cần xem bản gốc.") for a in unread
    ]


def _in_text(text: str, span: Span, section: str | None, lead_in: str = "") -> list[Amount]:
    return [
        Amount(s.money.value, s.kind, s.per, _quantity_of(text, s), text, section, span)
        for s in sums_in(text, lead_in)
    ]


def _quantity_of(text: str, sum_: Sum) -> int | float | None:
    """How many units a sum is for: those before it, else those that its rate or its total names behind."""
    before = _quantity(text, sum_.money)
    if before is not None:
        return before
    if sum_.kind == "total":
        behind = _FOR_SO_MANY.match(text, sum_.money.end)
        return _counted(text[behind.end() : behind.end() + 60]) if behind else None
    names = [name for name in (sum_.per or "").split("/") if not _RECURS.search(name)]
    if not names:
        return None
    near = text[max(0, sum_.money.start - _NEAR) : sum_.money.end + _NEAR]
    counted = re.search(rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+{re.escape(names[-1])}(?!\w)", near)
    return parse_number(counted["n"]) if counted else None


def _quantity(text: str, money: Money) -> int | float | None:
    """How many units the sum is for, where the same clause names it."""
    start = max(text.rfind(";", 0, money.start), text.rfind("), ", 0, money.start)) + 1
    if _SUMMED_UP.match(text, start):
        start = text.rfind(";", 0, money.start) + 1
    end = money.start
    if range_ := _RANGE_BEFORE.search(text, max(start, end - _NEAR), end):
        end = range_.start()  # "từ 3 đến 5 triệu đồng": the 3 is money as well
    clause = text[start:end]
    return _counted(re.sub(r"\d[\d.,]*\s*(?:triệu|tỷ|nghìn)?\s*(?:đồng|đ\b)", " ", clause))


def _counted(clause: str) -> int | float | None:
    found = find_quantity(clause)
    if found is None or found.unit in ("%", None, "đồng", "triệu đồng"):
        return None
    return found.value


def _in_row(node: Node, ref: TableRowRef, section: str | None, factor: int) -> list[Amount]:
    view, line = ref.view, node.line
    if view.is_head(line):
        return []
    quantity = figure(view.cell(ref.row, Column.QUANTITY))
    result: list[Amount] = []
    text = node.text
    measure_cell = ref.cell(Column.MEASURE)
    if measure_cell and (unit := _MONEY_MEASURE.fullmatch(measure_cell.text.strip())):
        # A row whose unit of measure is money: "Tổng dư nợ | triệu đồng | 412.500".
        for cell in line.cells:
            column = view.columns.get(cell.column, Column.OTHER)
            if SHARE.search(view.heads.get(cell.column, "")):
                continue
            value = (
                figure(cell)
                if column in (Column.QUANTITY, Column.AMOUNT, Column.CONTENT, Column.OTHER)
                else None
            )
            if value is not None:
                amount = round(value * MONEY_FACTORS.get(unit[0].lower(), 1))
                result.append(Amount(amount, "total", None, None, text, section, node.span))
        return result
    for cell in line.cells:
        if not cell.text:
            continue
        column = view.columns.get(cell.column, Column.OTHER)
        scale = column_factor(view.heads.get(cell.column, ""), factor)
        if column in (Column.AMOUNT, Column.PRICE):
            bound = _BOUND.match(cell.text)
            value = parse_number(bound["n"]) if bound else figure(cell)
            if value is not None:
                kind = "cap" if bound else "rate" if column is Column.PRICE else "total"
                measure = view.cell(ref.row, Column.MEASURE) if column is Column.PRICE else None
                result.append(
                    Amount(
                        round(value * scale),
                        kind,
                        measure.text if measure else None,
                        quantity,
                        text,
                        section,
                        node.span,
                    )
                )
                continue
        result += _sums_in_cell(cell, column, node, section, text)
    return result


def _sums_in_cell(cell: CellSpan, column: Column, node: Node, section: str | None, text: str) -> list[Amount]:
    result = []
    for money in find_money(cell.text):
        kind, per = kind_of(cell.text, money, "")
        if kind == "total" and (column is Column.PRICE or _single_norm(cell.text, money)):
            kind, per = "rate", per or _beneficiary(cell.text)
        result.append(Amount(money.value, kind, per, _quantity(cell.text, money), text, section, node.span))
    return result


def _single_norm(text: str, money: Money) -> bool:
    """A norm for one person without a stroke: "Hỗ trợ 01 lần ... cho bà mẹ ...: 1.200.000đ"."""
    return (
        bool(re.search(r":\s*$", text[: money.start]))
        and _beneficiary(text) is not None
        and "trị giá" not in text
    )


def _beneficiary(text: str) -> str | None:
    match = re.search(
        r"cho (bà mẹ|người mẹ|phụ nữ mang thai|trẻ sơ sinh|nạn nhân|người chăm sóc|học sinh|hội viên|trẻ em)(?= )",
        text,
    )
    return match[1] if match else None
