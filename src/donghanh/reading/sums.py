"""Sums of money in a text, each told for a total, a rate or a cap; shared by extractors and checks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from donghanh.reading.nodes import Node, NodeKind
from donghanh.reading.source import Line
from donghanh.vietnam.money import Money, find_money
from donghanh.vietnam.quantities import find_quantity

# How far back the words stand that say what a sum is; a line may be very long.
_NEAR = 120

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
    r"(?P<each>(?:mỗi|Mỗi)\s+(?P<per>(?:năm|tháng|quý|tuần)(?=\s)|(?:[^\W\d]+\s?){1,4}?(?:, (?:thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu))*(?:, [^\W\d]+ [^\W\d]+)?))\s*(?:trị giá|tiết kiệm|đóng góp|ủng hộ|quyên góp|là|được|hỗ trợ|:|từ|nhận|mức|với|tương đương|không quá|tối đa|\s)*\s*$"
)
_FOR_EACH = re.compile(r"\s*(?:một|mỗi|cho mỗi|cho một|trên một)\s+(?P<per>[^\W\d]+)")
# "11 CLB x 6.000.000 đồng": what stands behind the sign of multiplication is a price.
_TIMES = re.compile(r"\d\s+(?P<noun>[^\d.,;:=()]{1,40}?)\s*[xX×]\s*$")
_FOR_ONE_BEHIND = re.compile(r"\s*cho (?P<per>(?:một|mỗi) [^\W\d]+(?: [^\W\d]+)?)")
_NORM_LIST = re.compile(r"định mức|mức chi|mức hỗ trợ|mức quà|mức tặng|đơn giá", re.IGNORECASE)
_FOR_ONE = re.compile(
    r"(?:quà (?:cho |tặng )?(?P<a>người cao tuổi|trẻ em|gia đình|hộ nghèo|hội viên)|cho (?P<b>bà mẹ|phụ nữ|trẻ|người [^\W\d]+))[^:]*:\s*$",
    re.IGNORECASE,
)
# "triệu đồng", "1.000đ", "tr.đ"; a bare "đ" only in brackets or behind "ĐVT".
_MONEY_UNIT = (
    r"(?:(?:tỷ|triệu|nghìn|ngàn|tr|1[.,]?000[.,]000|1[.,]?000)\.? ?(?:đồng|đ(?!\w))|đồng|VNĐ|VND|đ(?!\w))"
)
UNIT_OF_MONEY = re.compile(
    rf"(?:ĐVT|[Đđ]ơn vị(?: tính)?)\s*:?\s*\(?\s*(?P<unit>{_MONEY_UNIT})|\(\s*(?:ĐVT\s*:?\s*)?(?P<unit2>{_MONEY_UNIT})\s*\)",
    re.IGNORECASE,
)
MONEY_FACTORS = {"triệu đồng": 10**6, "nghìn đồng": 1000, "ngàn đồng": 1000, "tỷ đồng": 10**9}
_FACTORS = (("tỷ", 10**9), ("tr", 10**6), ("1000000", 10**6), ("ng", 1000), ("1000", 1000))


def unit_factor(match: re.Match[str]) -> int:
    """How many đồng the unit named by a match of `UNIT_OF_MONEY` has."""
    unit = re.sub(r"[.,]", "", (match["unit"] or match["unit2"]).lower())
    return next((factor for start, factor in _FACTORS if unit.startswith(start)), 1)


def names_unit(text: str) -> bool:
    """ "Đơn vị tính: 1.000 đồng" names a unit, no sum."""
    match = UNIT_OF_MONEY.search(text)
    return match is not None and match.end() >= len(text.rstrip(" .)"))


def front_factor(lines: Iterable[Line]) -> int:
    """The factor that the lines above the body name for the figures under them; 1 where they name none."""
    found = [match for line in lines if (match := UNIT_OF_MONEY.search(line.text))]
    return unit_factor(found[-1]) if found else 1


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
    sums = [Sum(money, *kind_of(text, money, lead_in)) for money in find_money(text)]
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


def kind_of(text: str, money: Money, lead_in: str) -> tuple[str, str | None]:
    """total, rate or cap, and what a rate or cap is for.

    "Tối đa" makes a cap only where it bounds the money: in "40.000đ/người/buổi (tối đa 2 buổi)" it bounds the
    meetings.
    """
    before, after = text[max(0, money.start - _NEAR) : money.start], text[money.end : money.end + _NEAR]
    per_match = _PER.match(after)
    per = re.sub(r"\s*/\s*", "/", per_match["per"]).strip() if per_match else None
    if per and len(per.split()) > 8:
        per = " ".join(per.split()[:3])
    if _CAP.search(before):
        behind = _FOR_ONE_BEHIND.match(after)
        return "cap", per or (behind["per"] if behind else None)
    if per:
        return "rate", per
    if times := _TIMES.search(before):
        return "rate", times["noun"].strip()
    if _TOTAL_WORD.search(before) and not re.search(r"(?:mỗi|Mỗi)\s+[^\d,.;]{2,30}\s*trị giá\s*$", before):
        return "total", None
    if each := _EACH.search(before):
        return "rate", each["per"].strip()
    if behind := _FOR_EACH.match(after):
        return "rate", behind["per"]
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


def column_factor(head: str, factor: int) -> int:
    """By how much the figures of a column count, from its head: "(triệu đồng)"; else the table's factor."""
    match = UNIT_OF_MONEY.search(head)
    return unit_factor(match) if match else factor
