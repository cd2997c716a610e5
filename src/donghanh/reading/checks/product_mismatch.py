"""product_mismatch: quantity times rate that does not come to the written sum.

A duration may close the gap: 5 cháu, 200.000đ/tháng/cháu, 12.000.000đ is right for a year.
"""

import itertools
import math
import re

from donghanh.reading.nodes import Node, NodeKind
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument
from donghanh.reading.source import CellSpan
from donghanh.reading.sums import (
    UNIT_OF_MONEY,
    Sum,
    column_factor,
    front_factor,
    lead_in_of,
    sums_in,
    unit_factor,
)
from donghanh.reading.tables import Column, TableRow, TableRowRef, TableView, figure
from donghanh.vietnam.money import find_money
from donghanh.vietnam.numbers import NUMBER, format_number, format_vnd, parse_number

_TIMES = re.compile(r"\s*(?:\s[xX]\s?|×|\*|\snhân với\s)\s*(?=\d)")
_TOTAL_WORD = re.compile(
    r"(?:tổng(?:\s+(?:cộng|số|số tiền|kinh phí|trị giá|giá trị|chi))*|thành tiền|trị giá|=|:)\s*(?:là|bằng)?\s*:?\s*$",
    re.IGNORECASE,
)
# A sum for a part, for something else, or a rough one.
_ANOTHER = re.compile(
    r"(?<!\w)(?:trong đó|đối ứng|đã|còn|gần|khoảng|trên|hơn|ước|dự kiến|tài trợ|riêng)(?!\w)", re.IGNORECASE
)
_TAXED = re.compile(r"(?<!\w)(?:VAT|thuế)(?!\w)|%", re.IGNORECASE)
_SUPPORT = re.compile(r"hỗ trợ|vay|cho vay|tặng")
_FEW = 8  # more figures than that in one row or clause multiply to anything
_LASTING = re.compile(r"tháng|năm|ngày|tuần|buổi|lần|quý|học kỳ|đợt|bữa")
_PERSONS = re.compile(r"người|hội viên|cháu|em|đại biểu|lượt|tổ|nhóm|xã|thôn|chi hội|đơn vị|hộ")
_COUNTED_THING = re.compile(
    rf"(?<![\w.,/])(?P<n>{NUMBER})\s+(?:[“\"]|(?:xe|nhà|căn|mái|con|cây|máy|bộ|bồn|giếng|công trình|ngôi|chiếc|suất|phần)(?!\w))"
)
_RESULT = re.compile(r"(?:=|:|thành tiền|tổng(?: cộng)?|là|trị giá|\()\s*(?:là\s*)?$")
_COUNT = re.compile(rf"(?<![\w.,/])(?P<n>{NUMBER})\s+(?P<noun>[^\W\d_]+(?:\s[^\W\d_]+)?)")


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    found = []
    factor = front_factor((*outline.frame.measures, *outline.opening))
    for node in outline.root.walk():
        if node is outline.root:
            continue
        if node.kind is not NodeKind.ROW and (match := UNIT_OF_MONEY.search(node.line.text)):
            factor = unit_factor(match)
        finding = _in_row(node, node.table, factor) if node.table is not None else None
        found += [finding] if finding else _in_text(node)
    return found


def _finding(node: Node, quote: str, factors: list[int | float], total: int) -> Finding:
    product = math.prod(factors)
    written = " x ".join(map(format_number, factors))
    return Finding(
        "product_mismatch",
        "error",
        f"“{quote}”: {written} = {format_vnd(round(product))}, nhưng văn bản ghi {format_vnd(total)}.",
        node.span,
        written=total,
        computed=round(product),
    )


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
        if len(rates) != 1 or len(totals) != 1 or not _belongs(clause, rates[0], totals[0]):
            continue
        counts, total = _counted(clause, rates[0]), totals[0].money.value or 0
        if counts and not any(_comes_to(clause, rates[0], n, total) for n in counts):
            found.append(_finding(node, clause.strip(), [counts[0], rates[0].money.value or 0], total))
    return found


def _belongs(clause: str, rate: Sum, total: Sum) -> bool:
    """Whether a total is said to be that of the rate: "12 tổ, 1.500.000 đồng/tổ: 18.000.000 đồng"."""
    first, later = sorted((rate.money, total.money), key=lambda m: m.start)
    between = clause[first.end : later.start]
    return bool(_TOTAL_WORD.search(clause[: total.money.start])) and not _ANOTHER.search(between)


def _explicit(clause: str, sums: list[Sum]) -> tuple[list[int | float], int] | None:
    """ "02 lớp x 18.000.000 đồng/lớp = 36.000.000 đồng": its factors and the first sum behind "=" or ":"."""
    if not sums or len(parts := _TIMES.split(clause)) < 2:
        return None
    last = len(clause) - len(clause[clause.rfind(parts[-1]) :])
    results = (m.money for m in sums if m.money.start >= last and _RESULT.search(clause[: m.money.start]))
    total = next(results, None)
    if total is None or total.value is None:
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


def _counted(clause: str, rate: Sum) -> list[int | float]:
    """How many of what the rate is for: the counts whose noun is the rate's, and all of them together."""
    counts: list[int | float] = []
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
                counts.append(value)
    if not counts:
        counts = _only_count(clause, rate)
    return [*counts, sum(counts)] if len(counts) > 1 else counts


def _only_count(clause: str, rate: Sum) -> list[int | float]:
    """The one count of things before a rate that calls them otherwise: "04 “Mái ấm tình thương”, 40 triệu/nhà"."""
    units = (rate.per or "").split("/")
    if any(_LASTING.search(unit) or _PERSONS.search(unit) for unit in units):
        return []
    named = list(_COUNTED_THING.finditer(clause[: rate.money.start]))
    if len(named) != 1 or len(re.findall(r"\d+", clause[: rate.money.start])) != 1:
        return []
    value = parse_number(named[0]["n"])
    return [value] if value is not None and 1 < value < 1000 else []


def _comes_to(clause: str, rate: Sum, count: int | float, total: int) -> bool:
    base = count * (rate.money.value or 0)
    if base == total:
        return True
    numbers = [
        n
        for m in re.finditer(rf"(?<![\w.,/]){NUMBER}(?=\s+[^\W\d])", clause)
        if isinstance(n := parse_number(m[0]), int) and 1 < n <= 400
    ]
    if (
        len(numbers) > _FEW
        or any(base * n == total for n in numbers)
        or any(base * a * b == total for a, b in itertools.combinations(numbers, 2))
    ):
        return True
    lasts = any(_LASTING.search(u) for u in (rate.per or "").split("/"))
    return lasts and total % round(base) == 0 if base else True


def _in_row(node: Node, ref: TableRowRef, factor: int) -> Finding | None:
    view, row = ref.view, ref.row
    if node.is_total or row.line in view.head_rows or node.kind is NodeKind.SECTION:
        return None
    quantity = figure(view.cell(row, Column.QUANTITY))
    price_cell, amount_cell = view.cell(row, Column.PRICE), _product_cell(view, row)
    price, amount = figure(price_cell), figure(amount_cell)
    if not (quantity and price and amount) or price_cell is None or amount_cell is None:
        return None
    if _TAXED.search(row.line.text):
        return None
    scale = column_factor(view.heads.get(amount_cell.column, ""), factor)
    price = price * column_factor(view.heads.get(price_cell.column, ""), factor)
    total = amount * scale
    factors = _factors(node, ref, price_cell, amount_cell)
    if len(factors) > _FEW:
        return None
    products = [
        price * math.prod(some) for size in range(1, 5) for some in itertools.combinations(factors, size)
    ]
    measure = view.cell(row, Column.MEASURE)
    if measure and _LASTING.search(measure.text) and "/" in measure.text:
        products += [quantity * price * k for k in range(2, 13)]
    if any(abs(p - total) <= _rounding(amount_cell.text, scale) for p in products):
        return None
    return _finding(node, node.text, [quantity, round(price)], round(total))


def _product_cell(view: TableView, row: TableRow) -> CellSpan | None:
    """The cell that holds the product: under "Thành tiền", or under the one column of sums beside a unit price."""
    for index in view.having(Column.AMOUNT):
        if "thành tiền" in view.heads.get(index, "").lower():
            return row.line.cell(index)
    prices = [view.heads.get(i, "").lower() for i in view.having(Column.PRICE)]
    if len(view.having(Column.AMOUNT)) != 1 or not prices or _SUPPORT.search(prices[0]):
        return None  # "Mức hỗ trợ" beside "Kinh phí": who supports need not pay for all
    return view.cell(row, Column.AMOUNT)


def _factors(node: Node, ref: TableRowRef, price: CellSpan, amount: CellSpan) -> list[int | float]:
    """The figures of a row that may multiply: its other columns, and counts in its words ("Tiền ăn 3 ngày")."""
    view, row = ref.view, ref.row
    sums = (Column.AMOUNT, Column.PRICE, Column.NUMBER)
    cells = [c for c in row.line.cells if c not in (price, amount) and view.columns.get(c.column) not in sums]
    figures = [n for c in cells if (n := figure(c)) is not None and n > 0]
    counts = re.finditer(rf"(?<![\w.,/]){NUMBER}(?=\s+[^\W\d])", node.text)
    named = [n for m in counts if isinstance(n := parse_number(m[0]), int) and 1 < n <= 400]
    return [*figures, *named]


def _rounding(written: str, scale: int) -> float:
    """Half of the last digit that a sum in millions, or one with decimals, is written with."""
    decimals = re.search(r",(\d{1,2})$|\.(\d{1,2})$", written.strip())
    if decimals is None and scale < 10**6:
        return 0.5
    digits = len(decimals[1] or decimals[2]) if decimals else 0
    return 0.5 * 10.0**-digits * scale + 0.5
