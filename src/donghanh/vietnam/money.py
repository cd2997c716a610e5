"""Sums of money as written, in whole đồng.

What a sum is for ("/suất", "tháng/cháu") and whether it is a total, a rate or a cap is told from the words
around it; this module finds the sums and their value.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from donghanh.vietnam.numbers import NUMBER, has_mixed_marks, parse_number

_SCALES = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "tr": 10**6, "nghìn": 10**3, "ngàn": 10**3, "trăm": 100}

_SCALE = r"(?:tỷ|tỉ|triệu|nghìn|ngàn)"
_CURRENCY = r"(?:đồng(?!\s+(?:chí|bào|hành|thời|bộ|đội|thuận))\b|VNĐ|VND|đ(?!\w|/c\b))"
_MONEY = re.compile(
    rf"(?<![\w.,/])(?P<number>{NUMBER})\s*"
    rf"(?:(?P<scale>{_SCALE}|tr(?=[ .,;/)]|đ\b|$))\b"
    rf"(?:\s*(?P<rest>\d{{1,3}}(?:[.,]\d+)?)\s*(?P<rest_scale>{_SCALE})\b)?(?:\s*(?P<currency>{_CURRENCY}))?"
    rf"|(?P<plain>{_CURRENCY}))",
    re.IGNORECASE,
)
# "2 triệu lượt người": a scale without a currency counts people unless money is what stands around.
_COUNTED = re.compile(r"\s*(?:lượt|người|hội viên|phụ nữ|dân|hộ|cây|trẻ|ha\b|m2|km|tấn|bản|tin)")


@dataclass(frozen=True, slots=True)
class Money:
    """One sum: where it stands, its value in đồng, and whether its separators contradict each other."""

    start: int
    end: int
    value: int | None
    mixed_marks: bool


def _value(number: str, scale: str | None, rest: str | None, rest_scale: str | None) -> int | None:
    base = parse_number(number)
    if base is None:
        return int(re.sub(r"\D", "", number)) if has_mixed_marks(number) else None
    if scale is None:
        return int(base) if float(base).is_integer() else None
    if isinstance(base, int) and re.search(r",\d{3}$", number.replace(" ", "")):
        # "19,451 tỷ" has a decimal comma: nobody writes thousands of billions that way.
        base = float(number.replace(" ", "").replace(",", "."))
    factor = _SCALES[scale.lower()]
    value = round(base * factor)
    if rest and rest_scale and _SCALES[rest_scale.lower()] < factor:
        value += round((parse_number(rest) or 0) * _SCALES[rest_scale.lower()])
    return value


def find_money(text: str) -> Iterator[Money]:
    """Every sum of money in the text, in order.

    Source: conventions collected in docs/reading.vi.md ("2 tỷ 307 triệu", "3.000,000đ" by sense).
    """
    for match in _MONEY.finditer(text):
        if match["scale"] and not match["currency"] and _COUNTED.match(text, match.end()):
            continue
        number = match["number"]
        yield Money(
            start=match.start(),
            end=match.end(),
            value=_value(number, match["scale"], match["rest"], match["rest_scale"]),
            mixed_marks=has_mixed_marks(number),
        )
