"""Sums of money as written, in whole đồng.

What a sum is for ("/suất", "tháng/cháu") and whether it is a total, a rate or a cap is told from the words
around it; this module finds the sums and their value.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from donghanh.vietnam.numbers import NUMBER, has_mixed_marks, parse_number

_SCALES = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "tr": 10**6, "nghìn": 10**3, "ngàn": 10**3, "k": 10**3}

_SCALE = r"(?:tỷ|tỉ|triệu|nghìn|ngàn)"
_CURRENCY = r"(?:đồng(?!\s+(?:chí|bào|hành|thời|bộ|đội|thuận|hồ|phục|tác|nghiệp|minh|quản|chủ|loạt|diễn|ca|hóa|hoá|tổ chức|thanh|phát|khởi))\b|VNĐ|VND|đ(?!\w|/c\b))"
# "19, 451 tỷ": a space that slipped in behind the mark. Points that part no thousands: a slip of which nobody can say what was meant.
_MALFORMED = r"(?!\d{1,2}[.,]\d{1,2}[.,]\d{4}(?!\d))\d+(?:[.,]\d+){2,8}"
_MONEY = re.compile(
    rf"(?<![\w.,])(?<!\d/)(?:(?P<number>\d+, \d+(?=\s*{_SCALE})|{NUMBER})\s*"
    rf"(?:(?P<scale>{_SCALE}\b|tr(?=[ .,;/)]|đ\b|$)|(?<=\d\d)(?-i:k)(?!\w))"
    rf"(?:\s*(?P<rest>\d{{1,3}}(?:[.,]\d+)?)\s*(?P<rest_scale>{_SCALE})\b|\s+(?P<half>rưỡi)\b)?(?:\s*(?P<currency>{_CURRENCY}))?"
    rf"|(?P<stray>[.,](?=đ))?(?P<plain>{_CURRENCY}))|(?P<malformed>{_MALFORMED})\s*{_CURRENCY})",
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


def _value(match: re.Match[str]) -> int | None:
    number = match["number"] or match["malformed"]
    scale, rest, rest_scale = match["scale"], match["rest"], match["rest_scale"]
    base = parse_number(number)
    if base is None:
        sensible = has_mixed_marks(number) and scale is None and len(number) <= 20
        return int(re.sub(r"\D", "", number)) if sensible else None
    if scale is None:
        # There are no parts of a đồng: in "500.0000 đồng" a figure is missing or one too many.
        return (
            base
            if isinstance(base, int) and not re.fullmatch(r"\d+(?:\.(?!\d{3}$)|,(?!\d{3}$|00$)) ?\d+", number)
            else None
        )
    if isinstance(base, int) and re.fullmatch(r"\d+,\d{3}", number.replace(" ", "")):
        # "19,451 tỷ" has a decimal comma: nobody writes thousands of billions that way.
        base = float(number.replace(" ", "").replace(",", "."))
    factor = _SCALES[scale.lower()]
    value = round(base * factor)
    if rest and rest_scale and _SCALES[rest_scale.lower()] < factor:
        value += round((parse_number(rest) or 0) * _SCALES[rest_scale.lower()])
    return value + factor // 2 if match["half"] else value


def find_money(text: str) -> Iterator[Money]:
    """Every sum of money in the text, in order.

    Source: conventions collected in docs/reading.vi.md ("2 tỷ 307 triệu", "3.000,000đ" by sense).
    """
    for match in _MONEY.finditer(text):
        if match["scale"] and not match["currency"] and _COUNTED.match(text, match.end()):
            continue
        yield Money(
            start=match.start(),
            end=match.end(),
            value=_value(match),
            mixed_marks=has_mixed_marks(match["number"] or match["malformed"]) or bool(match["stray"]),
        )
