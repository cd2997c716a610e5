"""total_mismatch in prose: a stated total against the items under it, behind it, or within its sentence."""

import itertools
import re
from collections.abc import Iterable

from donghanh.reading.nodes import Node, NodeKind
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding
from donghanh.reading.sums import Sum, sums_in
from donghanh.vietnam.numbers import format_vnd

_TOTAL = re.compile(
    r"(?:tổng(?: cộng| số| kinh phí| dự toán| chi| nhu cầu| giá trị)?|cộng|toàn bộ)\b", re.IGNORECASE
)
_CLOSING = re.compile(r"(?:tổng cộng|tổng kinh phí|cộng)\b", re.IGNORECASE)
_PARTS = re.compile(r"\b(?:trong đó|gồm|bao gồm|cụ thể|như sau|chia ra)\b|:\s*$", re.IGNORECASE)
# A total that is no exact one has parts that come to more or less.
_ROUGHLY = re.compile(
    r"(?<!\w)(?:trên|khoảng|gần|ước(?: tính| đạt)?|hơn|tối thiểu|ít nhất|tối đa)\s*(?:là\s*)?:?\s*$",
    re.IGNORECASE,
)
# A rest that nobody counted keeps the parts from adding up: "..., còn lại huy động xã hội hóa".
_REST = re.compile(r"còn lại|=|khác\s+(?:vận động|huy động)", re.IGNORECASE)
_INLINE_REST = re.compile(r"còn lại|=|(?<!\w)(?:riêng|và chi|khác|ngoài ra)(?!\w)", re.IGNORECASE)
_BESIDE = re.compile(r"(?:Riêng|Trong đó|Ngoài ra)(?!\w)", re.IGNORECASE)
# "Trong đó" may name a few of the parts; sources of money are named all.
_SOURCES = re.compile(r"ngân sách.*(?:xã hội h|vận động|đối ứng|huy động|tài trợ|đóng góp)|(?:xã hội h|vận động|đối ứng|huy động|tài trợ|đóng góp).*ngân sách")  # fmt: skip
_COUNT = re.compile(r"(?<![\w.,/])0?(?P<n>\d{1,2})\s+[^\W\d]")
_DEPTH = 4  # brackets within brackets; no sentence has more
_SHARED = re.compile(r"trong đó|gồm|chia ra|cụ thể")


class _Totals:
    """The total that a text states, looked up once for each text of one paper."""

    def __init__(self) -> None:
        self._known: dict[str, int | None] = {}

    def of(self, text: str) -> int | None:
        """The one total of a text; None where it states none or several."""
        if text not in self._known:
            self._known[text] = _total_of(text)
        return self._known[text]

    def of_part(self, node: Node) -> int | None:
        own = self.of(node.text)
        if own is None and node.kind is NodeKind.SECTION:
            return next((v for c in node.contents if (v := self.of(c.text)) is not None), None)
        return own


def _total_of(text: str) -> int | None:
    totals = [s for s in sums_in(text) if s.kind == "total" and s.money.value]
    if not totals or (len(totals) > 1 and "=" not in text):
        return None
    return totals[-1].money.value


def check_prose(outline: Outline) -> list[Finding]:
    found: list[Finding] = []
    totals = _Totals()
    for node in (outline.root, *outline.sections):
        found += _among(node.contents if node.table is None else [], node, totals)
    for node in outline.contents():
        if node.kind in (NodeKind.PARAGRAPH, NodeKind.ITEM):
            found += _inline(node)
    return found


def _finding(node: Node, what: str, parts: int, total: int) -> Finding:
    message = (
        f"Tổng không khớp ở “{what[:110]}”: các phần cộng lại là {format_vnd(parts)}, "
        f"nhưng văn bản ghi {format_vnd(total)}."
    )
    return Finding("total_mismatch", "error", message, node.span, written=total, computed=parts)


def _among(contents: list[Node], section: Node, totals: _Totals) -> list[Finding]:
    """A stated total against the items that follow it, stand under it, or stand before "Tổng cộng"."""
    found: list[Finding] = []
    for node in contents:
        below = [c for c in node.children if c.kind is NodeKind.ITEM]
        if node.kind is NodeKind.ITEM and len(below) >= 2:
            if _TOTAL.search(node.text) or _PARTS.search(node.text):
                found += _compare(node, below, totals)
            found += _among(node.children, node, totals)
    items = [n for n in contents if n.kind is NodeKind.ITEM]
    opened = list(itertools.takewhile(lambda n: n.kind is NodeKind.ITEM, contents))
    if len(opened) >= 2 and _shares_out(section) and totals.of(section.text) is not None:
        found += _compare(section, opened, totals)
    subsections = [c for c in section.children if c.kind is NodeKind.SECTION]
    for at, node in enumerate(contents):
        text = node.text
        if totals.of(text) is None:
            continue
        leads = node.kind is NodeKind.PARAGRAPH or text.rstrip().endswith(":")
        # The items that a paragraph leads in end at the next paragraph.
        behind = itertools.takewhile(
            lambda n: n.kind is NodeKind.ITEM, itertools.islice(contents, at + 1, None)
        )
        after = list(behind) if leads and items else []
        before_subsections = len(subsections) >= 2 and node.span.start < subsections[0].span.start
        if leads and (_TOTAL.search(text) or _PARTS.search(text)) and len(after) >= 2:
            found += _compare(node, after, totals)
        elif leads and _TOTAL.search(text) and not after and before_subsections:
            found += _compare(node, subsections, totals)
        elif _CLOSING.match(text.strip()) and at == len(contents) - 1:
            found += _compare(node, [n for n in items if n is not node], totals)
    return found


def _shares_out(section: Node) -> bool:
    """Whether a heading states a total and goes on to its parts: "Điều 1. Phân bổ 640 triệu đồng, cụ thể:"."""
    return section.kind is NodeKind.SECTION and section.line.text[section.end :].strip() == ":"


def _compare(node: Node, parts: Iterable[Node], totals: _Totals) -> list[Finding]:
    total = totals.of(node.text)
    if total is None or _REST.search(node.text) or _is_rough(node.text):
        return []
    counted = [
        p
        for p in parts
        if not _BESIDE.match(p.text.strip())
        and not (_TOTAL.match(p.text.strip()) and totals.of_part(p) == total)
    ]
    values = [v for p in counted if (v := totals.of_part(p)) is not None]
    if len(counted) < 2 or len(values) < len(counted):
        return []
    times = [value * _count_before(p.text) for p, value in zip(counted, values, strict=True)]
    if total in (sum(values), sum(times)):
        return []
    return [_finding(node, node.text, sum(values), total)]


def _is_rough(text: str) -> bool:
    """Whether the total is said to be about so much: "trên 30 triệu đồng"."""
    return any(_ROUGHLY.search(text[: s.money.start]) for s in sums_in(text))


def _count_before(words: str) -> int:
    """How many of it a part names: 2 for "02 giải Nhì: 3.000.000 đồng"."""
    match = _COUNT.search(words)
    return int(match["n"]) or 1 if match else 1


def _inline(node: Node) -> list[Finding]:
    """ "Tổng kinh phí 85 triệu đồng, trong đó ngân sách 60 triệu, xã hội hóa 20 triệu" within one sentence."""
    found = []
    for sentence in re.split(r"(?<=[a-zà-ỹđ)])\.\s+(?=[A-ZĐ])", node.text):
        sums = [s for s in sums_in(sentence) if s.money.value]
        if len(sums) < 3 or _INLINE_REST.search(sentence):
            continue
        before = sentence[: sums[0].money.start]
        if not _TOTAL.search(before) or _ROUGHLY.search(before):
            continue
        total, written = sums[0].money.value or 0, _written_parts(sentence, sums[0])
        parts = [s for s in sums_in(written) if s.money.value]
        if len(parts) < 2 or any(s.kind != "total" for s in (sums[0], *parts)):
            continue
        wrong = _wrong_sum(written, parts, total)
        if wrong is not None:
            found.append(_finding(node, sentence.strip(), wrong, total))
    return found


def _written_parts(sentence: str, total: Sum) -> str:
    """The words that share out a total: the bracket behind it, else all that follows without its brackets."""
    rest = sentence[total.money.end :]
    inner = rest
    for _ in range(_DEPTH):
        inner = re.sub(r"\(([^()]*)\)", lambda m: "[" + m[1] + "]", inner)
    if match := re.match(r"\s*\[(?P<parts>[^\[\]]*\d(?:[^\[\]]|\[[^\[\]]*\])*)\][\s.;]*$", inner):
        return _without_brackets(match["parts"])
    plain = _without_brackets(inner)
    return plain if _SHARED.search(plain) else ""


def _without_brackets(words: str) -> str:
    for _ in range(_DEPTH):
        words = re.sub(r"\[[^\[\]]*\]", " ", words)
    return words


def _wrong_sum(words: str, parts: list[Sum], total: int) -> int | None:
    """What the parts come to where that is not the total; None where it is, or where parts may be wanting."""
    if not re.fullmatch(r"[\s.;)\]]*", words[parts[-1].money.end :]):
        return None  # the sentence goes on to what has no sum
    ends = [0, *(p.money.end for p in parts)]
    clauses = [words[start : p.money.start] for start, p in zip(ends, parts, strict=False)]
    values = [p.money.value or 0 for p in parts]
    times = sum(v * _count_before(c) for v, c in zip(values, clauses, strict=True))
    whole = sum(values)
    if total in (whole, times):
        return None
    some = re.search(r"trong đó", words[: parts[0].money.start]) and not _SOURCES.search(words)
    return None if some and whole < total else whole
