"""number_format: sums whose separators contradict each other ("3.000,000đ")."""

import re

from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument
from donghanh.vietnam.money import find_money
from donghanh.vietnam.numbers import format_vnd

_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}")


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    found = []
    for line in outline.source.lines:
        for money in find_money(line.text):
            written = line.text[money.start : money.end]
            if not (money.mixed_marks or money.value is None or _ENGLISH.match(written)):
                continue
            sense = (
                f"; đọc theo nghĩa là {format_vnd(money.value)}"
                if money.value is not None
                else "; không rõ là bao nhiêu"
            )
            found.append(
                Finding(
                    "number_format",
                    "error",
                    f"Số tiền “{written}” viết sai dấu phân cách (hàng nghìn dùng dấu chấm){sense}.",
                    line.span(money.start, money.end),
                )
            )
    return found
