"""Every sum of money, in order: totals, rates and caps."""

import re
from dataclasses import dataclass

from donghanh.reading.blocks import Doubt
from donghanh.reading.nodes import Node, NodeKind
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Amount, PlanDocument
from donghanh.reading.source import CellSpan, Span
from donghanh.reading.tables import Column, TableRowRef, figure
from donghanh.vietnam.money import Money, find_money
from donghanh.vietnam.quantities import find_quantity

_PER = re.compile(
    r"\s*/\s*(?P<per>[^\W_][^.,;:()=+]*?)(?=\s*(?:[.,;:()=+]|$|\sx\s|\sX\s|\s×\s|\s(?:tại|trị giá|cho|đối với|từ|trong|và|gồm|là|để|thành)\s))"
)
_CAP = re.compile(
    r"(?:tối đa|không quá|không vượt quá|nhiều nhất|không vượt|tối đa không quá)(?:\s+(?:là|bằng|mức|đến))?\s*:?\s*$",
    re.IGNORECASE,
)
_TOTAL_WORD = re.compile(
    r"(?:trị giá|tổng(?: cộng| kinh phí| số tiền| giá trị| mức| trị giá)?|thành tiền|=)\s*:?\s*(?:là|khoảng|hơn|trên)?\s*$",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"(?P<each>(?:mỗi|Mỗi)\s+(?P<per>(?:[^\W\d]+\s?){1,4}?))\s*(?:trị giá|là|được|hỗ trợ|:|từ|nhận|mức|với|tương đương|không quá|tối đa|\s)*\s*$"
)
_NORM_LIST = re.compile(r"định mức|mức chi|mức hỗ trợ|mức quà|mức tặng|đơn giá", re.IGNORECASE)
_FOR_ONE = re.compile(
    r"(?:quà (?:cho |tặng )?(?P<a>người cao tuổi|trẻ em|gia đình|hộ nghèo|hội viên)|cho (?P<b>bà mẹ|phụ nữ|trẻ|người [^\W\d]+))[^:]*:\s*$",
    re.IGNORECASE,
)
_UNIT_OF_MONEY = re.compile(
    r"(?:ĐVT|[Đđ]ơn vị(?: tính)?)\s*:?\s*\(?\s*(?P<unit>triệu đồng|nghìn đồng|ngàn đồng|1\.000 ?đ(?:ồng)?|1\.000\.000 ?đ(?:ồng)?|tỷ đồng|đồng|VNĐ)|\(\s*(?P<unit2>triệu đồng|nghìn đồng|ngàn đồng|1\.000 ?đ(?:ồng)?|tỷ đồng|tr\.? ?đ(?:ồng)?|đồng|VNĐ|đ)\s*\)",
    re.IGNORECASE,
)
_MONEY_MEASURE = re.compile(r"(?:triệu|nghìn|ngàn|tỷ)? ?đồng", re.IGNORECASE)
_FACTORS = {"triệu đồng": 10**6, "nghìn đồng": 1000, "ngàn đồng": 1000, "tỷ đồng": 10**9}


def extract(outline: Outline, plan: PlanDocument) -> tuple[list[Amount], list[Doubt]]:
    """Every mention, also a parent sum that contains others; one per filled money cell of a table."""
    found: list[Amount] = []
    factor = 1
    for line in outline.opening:
        found += _in_text(line.text, line.span(), None)
    for node in outline.root.walk():
        if node is outline.root:
            continue
        if match := _UNIT_OF_MONEY.search(node.line.text):
            if node.kind is not NodeKind.ROW:
                factor = _factor(match)
                if match.end() >= len(node.line.text.rstrip(" .)")):
                    continue  # "Đơn vị tính: 1.000 đồng" names a unit, no sum
        holder = node if node.kind is NodeKind.SECTION else node.section
        section = holder.id if holder is not None and holder is not outline.root else None
        if node.table is not None:
            found += _in_row(node, node.table, section, factor)
        else:
            found += _in_text(node.text, node.span, section, lead_in_of(node))
    return found, []


def _factor(match: re.Match[str]) -> int:
    unit = (
        (match["unit"] or match["unit2"] or "")
        .lower()
        .replace("1.000.000 ", "triệu ")
        .replace("1.000 ", "nghìn ")
        .replace("1.000đ", "nghìn đ")
    )
    unit = re.sub(r"\btr\.? ?đ(?:ồng)?$", "triệu đồng", unit)
    unit = re.sub(r" ?đ$", " đồng", unit)
    return _FACTORS.get(unit, 1)


def lead_in_of(node: Node) -> str:
    """The words that stand above an item and say what its figures are.

    Found for all the items of a list at once: looked for one by one, a list of thousands takes minutes.
    """
    parent = node.parent
    if node.lead_in is None and parent is not None:
        words = node.lead_in = parent.text
        for child in parent.children:
            child.lead_in = words
            if child.kind is NodeKind.PARAGRAPH or child.text.rstrip().endswith(":"):
                words = f"{parent.text} {child.text}"
    return node.lead_in or ""


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum in a text with what it is: total, rate or cap, and for what."""

    money: Money
    kind: str
    per: str | None


def sums_in(text: str, lead_in: str = "") -> list[Sum]:
    """The sums of one text, in order; lead_in: the words above that say what its figures are."""
    sums = [Sum(money, *_kind(text, money, lead_in)) for money in find_money(text)]
    for at, rate in enumerate(sums):
        parts = _bracketed(text, rate, sums[at + 1 :]) if rate.kind == "rate" else []
        if len(parts) >= 2 and sum(p.money.value or 0 for p in parts) == rate.money.value:
            # "600.000 đồng/hộ (tiền mặt 400.000 đồng, hiện vật 200.000 đồng)": parts of a rate are rates.
            for part in parts:
                sums[sums.index(part)] = Sum(part.money, "rate", rate.per)
    return sums


def _bracketed(text: str, rate: Sum, later: list[Sum]) -> list[Sum]:
    """The totals in the brackets right behind a rate."""
    match = re.match(r"[^.;()]{0,40}\([^()]*\)", text[rate.money.end :])
    end = rate.money.end + match.end() if match else 0
    return [s for s in later if s.money.end <= end and s.kind == "total"]


def _in_text(text: str, span: Span, section: str | None, lead_in: str = "") -> list[Amount]:
    return [
        Amount(s.money.value, s.kind, s.per, _quantity(text, s.money), text, section, span)
        for s in sums_in(text, lead_in)
    ]


def _kind(text: str, money: Money, lead_in: str) -> tuple[str, str | None]:
    """total, rate or cap, and what a rate or cap is for.

    "Tối đa" makes a cap only where it bounds the money: in "40.000đ/người/buổi (tối đa 2 buổi)" it bounds the
    meetings.
    """
    before, after = text[: money.start], text[money.end :]
    per_match = _PER.match(after)
    per = re.sub(r"\s*/\s*", "/", per_match["per"]).strip() if per_match else None
    if per and len(per.split()) > 8:
        per = " ".join(per.split()[:3])
    if _CAP.search(before):
        return "cap", per
    if per:
        return "rate", per
    if _TOTAL_WORD.search(before) and not re.search(r"(?:mỗi|Mỗi)\s+[^\d,.;]{2,30}\s*trị giá\s*$", before):
        return "total", None
    if each := _EACH.search(before):
        return "rate", each["per"].strip()
    if re.match(r"\s*(?:một|mỗi|cho mỗi|cho một|trên một)\s+(?P<p>[^\W\d]+)", after):
        return "rate", re.match(r"\s*(?:một|mỗi|cho mỗi|cho một|trên một)\s+(?P<p>[^\W\d]+)", after)["p"]  # type: ignore[index]
    if one := _FOR_ONE.search(before):
        return "rate", one["a"] or one["b"]
    if _NORM_LIST.search(lead_in) and re.search(r":\s*$", before) and find_quantity(before) is None:
        return "rate", None
    if (
        re.search(
            r"(?:định mức|mức chi|mức hỗ trợ|mức|đơn giá)\s*(?:là|:|từ|bằng)?\s*$", before, re.IGNORECASE
        )
        and "tổng mức" not in before.lower()[-14:]
    ):
        return "rate", None
    return "total", None


def _quantity(text: str, money: Money) -> int | float | None:
    """How many units the sum is for, where the same clause names it."""
    start = max(text.rfind(";", 0, money.start), text.rfind("), ", 0, money.start)) + 1
    clause = text[start : money.start]
    found = find_quantity(re.sub(r"\d[\d.,]*\s*(?:triệu|tỷ|nghìn)?\s*(?:đồng|đ\b)", " ", clause))
    if found is None or found.unit in ("%", None, "đồng", "triệu đồng"):
        return None
    return found.value


def _in_row(node: Node, ref: TableRowRef, section: str | None, factor: int) -> list[Amount]:
    view, line = ref.view, node.line
    if line in view.head_rows:
        return []
    quantity = figure(view.cell(ref.row, Column.QUANTITY))
    result: list[Amount] = []
    text = node.text
    measure_cell = ref.cell(Column.MEASURE)
    if measure_cell and (unit := _MONEY_MEASURE.fullmatch(measure_cell.text.strip())):
        # A row whose unit of measure is money: "Tổng dư nợ | triệu đồng | 412.500".
        for cell in line.cells:
            column = view.columns.get(cell.column, Column.OTHER)
            value = (
                figure(cell)
                if column in (Column.QUANTITY, Column.AMOUNT, Column.CONTENT, Column.OTHER)
                else None
            )
            if value is not None:
                amount = round(value * _FACTORS.get(unit[0].lower(), 1))
                result.append(Amount(amount, "total", None, None, text, section, node.span))
        return result
    for cell in line.cells:
        if not cell.text:
            continue
        column = view.columns.get(cell.column, Column.OTHER)
        scale = column_factor(view.heads.get(cell.column, ""), factor)
        if column in (Column.AMOUNT, Column.PRICE):
            value = figure(cell)
            if value is not None:
                kind = "rate" if column is Column.PRICE else "total"
                measure = view.cell(ref.row, Column.MEASURE) if kind == "rate" else None
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
        kind, per = _kind(cell.text, money, "")
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


def column_factor(head: str, factor: int) -> int:
    match = _UNIT_OF_MONEY.search(head)
    return _factor(match) if match else factor
