"""product_mismatch: quantity times rate that does not come to the written sum.

A duration may close the gap: 5 cháu, 200.000đ/tháng/cháu, 12.000.000đ is right for a year.
"""

import itertools
import math
import re

from donghanh.reading.nodes import Node, NodeKind
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument
from donghanh.reading.sums import Sum, column_factor, lead_in_of, sums_in
from donghanh.reading.tables import Column, TableRowRef, figure
from donghanh.vietnam.money import find_money
from donghanh.vietnam.numbers import NUMBER, format_vnd, parse_number

_TIMES = re.compile(r"\s*(?:\s[xX]\s?|×|\*|\snhân với\s)\s*(?=\d)")
_LASTING = re.compile(r"tháng|năm|ngày|tuần|buổi|lần|quý|học kỳ|đợt|bữa")
_COUNT = re.compile(rf"(?<![\w.,/])(?P<n>{NUMBER})\s+(?P<noun>[^\W\d_]+(?:\s[^\W\d_]+)?)")


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    found = []
    for node in outline.root.walk():
        if node is outline.root:
            continue
        finding = _in_row(node, node.table) if node.table is not None else None
        found += [finding] if finding else _in_text(node)
    return found


def _finding(node: Node, quote: str, factors: list[int | float], total: int) -> Finding:
    product = math.prod(factors)
    written = " x ".join(_plain(f) for f in factors)
    return Finding(
        "product_mismatch",
        "error",
        f"“{quote}”: {written} = {format_vnd(round(product))}, nhưng văn bản ghi {format_vnd(total)}.",
        node.span,
    )


def _plain(number: int | float) -> str:
    return f"{number:,}".replace(",", ".") if isinstance(number, int) else str(number).replace(".", ",")


def _in_text(node: Node) -> list[Finding]:
    found: list[Finding] = []
    for clause in re.split(r"(?<=;)\s|(?<=[a-zà-ỹ)])\.\s+(?=[A-ZĐ])", node.text):
        sums = [s for s in sums_in(clause, lead_in_of(node)) if s.money.value]
        explicit = _explicit(clause, sums)
        if explicit is not None:
            factors, total = explicit
            if round(math.prod(factors)) != total:
                found.append(_finding(node, clause.strip(), factors, total))
            continue
        rates = [s for s in sums if s.kind == "rate" and s.per]
        totals = [s for s in sums if s.kind == "total"]
        if len(rates) == 1 and len(totals) == 1:
            count = _counted(clause, rates[0])
            if count is not None and not _comes_to(clause, rates[0], count, totals[0].money.value or 0):
                found.append(
                    _finding(
                        node, clause.strip(), [count, rates[0].money.value or 0], totals[0].money.value or 0
                    )
                )
    return found


def _explicit(clause: str, sums: list[Sum]) -> tuple[list[int | float], int] | None:
    """ "02 lớp x 18.000.000 đồng/lớp = 36.000.000 đồng": its factors and the sum behind the last "=" or ":"."""
    if not sums or len(parts := _TIMES.split(clause)) < 2:
        return None
    total = sums[-1].money
    last = clause[clause.rfind(parts[-1]) :]
    behind = re.search(
        r"(?:=|:|thành tiền|tổng(?: cộng)?|là|trị giá|\()\s*(?:là\s*)?$", clause[: total.start]
    )
    if behind is None or total.value is None or total.start < len(clause) - len(last):
        return None
    factors: list[int | float] = []
    head = list(_COUNT.finditer(parts[0])) or list(re.finditer(rf"(?P<n>{NUMBER})", parts[0]))
    first_money = list(find_money(parts[0]))
    if first_money and first_money[-1].value:
        factors.append(first_money[-1].value)
    elif head and (value := parse_number(head[-1]["n"])) is not None:
        factors.append(value)
    else:
        return None
    for part in parts[1:]:
        money = next(iter(find_money(part)), None)
        if money and money.start == 0 and money.value:
            factors.append(money.value)
            continue
        number = re.match(NUMBER, part)
        value = parse_number(number[0]) if number else None
        if value is None:
            return None
        factors.append(value)
    return (factors, total.value) if any(f >= 1000 for f in factors) else None


def _counted(clause: str, rate: Sum) -> int | float | None:
    """How many of what the rate is for: the count whose noun is the rate's."""
    units = [u.strip().lower() for u in re.split(r"/", rate.per or "")]
    units = [re.sub(r"^\d+\s+", "", u) for u in units if u]
    for match in _COUNT.finditer(clause):
        noun = match["noun"].lower()
        if rate.money.start <= match.start() < rate.money.end:
            continue
        if any(
            noun.startswith(u) or u.startswith(noun.split()[0]) and noun.split()[0] in u.split()
            for u in units
            if not _LASTING.fullmatch(u)
        ):
            value = parse_number(match["n"])
            if value is not None and value < 1_000_000:
                return value
    return None


def _comes_to(clause: str, rate: Sum, count: int | float, total: int) -> bool:
    base = count * (rate.money.value or 0)
    if base == total:
        return True
    numbers = [
        n
        for m in re.finditer(rf"(?<![\w.,/]){NUMBER}(?=\s+[^\W\d])", clause)
        if isinstance(n := parse_number(m[0]), int) and 1 < n <= 400
    ]
    if any(base * n == total for n in numbers) or any(
        base * a * b == total for a, b in itertools.combinations(numbers, 2)
    ):
        return True
    lasts = any(_LASTING.search(u) for u in (rate.per or "").split("/"))
    return lasts and total % round(base) == 0 if base else True


def _in_row(node: Node, ref: TableRowRef) -> Finding | None:
    view, row = ref.view, ref.row
    if node.is_total or ref.is_head or node.kind is NodeKind.SECTION:
        return None
    quantity = figure(view.cell(row, Column.QUANTITY))
    price_cell, amount_cell = view.cell(row, Column.PRICE), view.cell(row, Column.AMOUNT)
    price, amount = figure(price_cell), figure(amount_cell)
    if not (quantity and price and amount) or price_cell is None or amount_cell is None:
        return None
    price = price * column_factor(view.heads.get(price_cell.column, ""), 1)
    total = amount * column_factor(view.heads.get(amount_cell.column, ""), 1)
    others = [
        n
        for c in row.line.cells
        if c.column not in (price_cell.column, amount_cell.column)
        and c.text
        and isinstance(n := figure(c), int)
        and n > 0
    ]
    others += [
        n
        for m in re.finditer(rf"(?<![\w.,/]){NUMBER}(?=\s+[^\W\d])", node.text)
        if isinstance(n := parse_number(m[0]), int) and 1 < n <= 400
    ]
    base = quantity * price
    candidates = {
        base,
        *(base * n for n in others),
        *(price * n for n in others),
        *(price * a * b for a, b in itertools.combinations(others, 2)),
    }
    measure = view.cell(row, Column.MEASURE)
    if measure and _LASTING.search(measure.text) and "/" in measure.text:
        candidates |= {base * k for k in range(2, 13)}
    if any(round(c) == round(total) for c in candidates):
        return None
    return _finding(node, node.text, [quantity, round(price)], round(total))
