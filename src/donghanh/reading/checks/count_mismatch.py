"""count_mismatch: "05 xã" before a list of four. A list of 4 after "4 nhóm" is right."""

import re

from donghanh.reading.nodes import Node, NodeKind
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument
from donghanh.reading.tables import Column
from donghanh.vietnam.letters import UPPER
from donghanh.vietnam.numbers import WORDS
from donghanh.vietnam.organisations import starts_name

_GENERIC = r"nội dung|nhóm|nhiệm vụ|giải pháp|hoạt động|mô hình|tiêu chí|bước|chỉ tiêu|lớp|đợt|việc|vấn đề|mục tiêu|khâu|hạng mục|cuộc|hội nghị|đơn vị|xã|phường|thôn|bản|ấp|chi hội|huyện|tỉnh|tổ|câu lạc bộ|địa phương|chuyên đề|hình thức|nguồn|điểm|khu công nghiệp|khu|cụm|trường|hộ|chi đoàn|khóm|đồn"
_COUNT = rf"(?<![\w.,/%-])(?P<n>\d{{1,2}}|{'|'.join(WORDS)})\s+(?P<noun>(?:{_GENERIC}))(?!\w)"
_LEADS = re.compile(
    rf"{_COUNT}(?P<between>[^.;:\d]{{0,60}})(?:sau(?: đây)?|như sau|gồm|cụ thể|chính)?\s*(?:\([^)]*\))?\s*:\s*$",
    re.IGNORECASE,
)
_INLINE = re.compile(
    rf"{_COUNT}(?P<between>[^.;:(\d]{{0,40}}?)(?:\s*(?::|\(|gồm:?|là:?)\s*|\s)(?P<list>(?:(?:xã|phường|thị trấn|huyện|tỉnh|thôn|bản|ấp|chi hội)\s+)?[{UPPER}][^.;:()]*)",
)
_PLACE_NOUNS = (
    "xã",
    "phường",
    "thị trấn",
    "huyện",
    "tỉnh",
    "thôn",
    "bản",
    "ấp",
    "chi hội",
    "chi đoàn",
    "khóm",
    "khu công nghiệp",
)
_NAME = re.compile(rf"(?:[{UPPER}][\w'’]*|\d{{1,2}})(?:[ -]+(?:[{UPPER}][\w'’]*|\d{{1,2}}))*")
_ALLOTTED = re.compile(
    r"(?:cho|tại|ở|của|gồm|giao)\s+(?P<n>\d{1,3})\s+(?:đơn vị|xã|phường|chi hội|huyện|cơ sở|địa phương|thôn|ấp|trường)(?!\w)"
)
_BRACKET = re.compile(
    r"\((?P<n>\d{1,2})\s+(?P<noun>xã|phường|thôn|bản|huyện|chi hội|hộ|lớp|đơn vị|mô hình)\)"
)


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    found: list[Finding] = []
    for node in outline.root.walk():
        if node is outline.root or node.table is not None:
            continue
        found += _before_list(node)
        found += _within_line(node)
        found += _brackets(node)
        found += _before_table(node)
    return found


def _number(words: str) -> int:
    return int(words) if words.isdigit() else WORDS[words.lower()]


def _finding(node: Node, said: str, stated: int, counted: int) -> Finding:
    return Finding(
        "count_mismatch",
        "error",
        f"Số lượng không khớp: văn bản ghi “{said.strip()}”, nhưng liệt kê được {counted} (không phải {stated}).",
        node.span,
    )


def _listed(node: Node) -> list[Node]:
    """The items that a lead-in announces: those under it, or those of the same list behind it."""
    below = [c for c in node.children if c.kind in (NodeKind.ITEM, NodeKind.SECTION)]
    if below:
        return below
    if node.parent is None or node.kind is NodeKind.SECTION:
        return []
    siblings = node.parent.children
    after = []
    for sibling in siblings[siblings.index(node) + 1 :]:
        if sibling.kind is not NodeKind.ITEM:
            if node.kind is NodeKind.PARAGRAPH and sibling.kind is NodeKind.SECTION:
                after.append(sibling)
                continue
            break
        after.append(sibling)
    return after


def _before_list(node: Node) -> list[Finding]:
    text = node.text if node.kind is not NodeKind.SECTION else node.line.text
    match = _LEADS.search(text)
    if match is None or re.search(
        r"(?:mỗi|Mỗi|ít nhất|tối thiểu|trên|hơn|một trong|các)\s*$", text[: match.start()]
    ):
        return []
    if not re.search(r"sau|gồm|cụ thể|chính|trọng tâm", text[match.start() :]):
        return []
    listed = _listed(node)
    stated = _number(match["n"])
    if len(listed) < 2 or stated == len(listed):
        return []
    return [_finding(node, text[match.start() : match.end()], stated, len(listed))]


def _before_table(node: Node) -> list[Finding]:
    """ "Phân bổ cho 08 đơn vị như sau:" above a quota table of seven."""
    if node.kind is NodeKind.SECTION or node.parent is None or not node.text.rstrip().endswith((":", ".")):
        return []
    siblings = node.parent.children
    rows = []
    for sibling in siblings[siblings.index(node) + 1 :]:
        if sibling.table is None or not sibling.table.view.allots:
            break
        rows.append(sibling)
    units = [
        r for r in rows if r.table and not r.is_total and not r.table.is_head and r.table.cell(Column.UNIT)
    ]
    match = _ALLOTTED.search(node.text)
    if match is None or len(units) < 2 or _number(match["n"]) == len(units):
        return []
    return [_finding(node, match[0], _number(match["n"]), len(units))]


def _within_line(node: Node) -> list[Finding]:
    found = []
    for match in _INLINE.finditer(node.text):
        noun = match["noun"].lower()
        if noun not in _PLACE_NOUNS or re.search(
            r"(?:mỗi|Mỗi|ít nhất|tối thiểu|trên|hơn|khoảng)\s*$", node.text[: match.start()]
        ):
            continue
        names = _names(match["list"], noun)
        stated = _number(match["n"])
        if names and len(names) != stated and len(names) >= 2:
            found.append(_finding(node, match[0], stated, len(names)))
    return found


def _names(words: str, noun: str) -> list[str]:
    """The names of a plain list; none where anything but names stands in it.

    "xã A, huyện B và xã C, huyện D" lists two communes: what bears another level says where they lie.
    """
    names: list[str] = []
    parts = [p.strip() for p in re.split(r",\s+(?:và\s+)?|\s+và\s+", words.strip())]
    for part in parts:
        level = re.match(
            r"(?:các\s+)?(xã|phường|thị trấn|huyện|quận|tỉnh|thành phố|thôn|bản|ấp|chi hội)\s+", part
        )
        if level and level[1] != noun:
            continue
        bare = part[level.end() :] if level else part
        match = _NAME.match(bare)
        if match is None:
            return []
        if not level and starts_name(bare):
            return names  # "03 xã A, B, C, Hội LHPN huyện": an organisation ends the list
        names.append(match[0])
        if match.end() < len(bare):
            return names  # "xã A, B và C của huyện D": the sentence goes on
    return names


def _brackets(node: Node) -> list[Finding]:
    """ "Địa bàn: 05 xã" above items "Tỉnh A (02 xã)", "Tỉnh B (01 xã)": the parts against the whole."""
    match = (
        re.search(_COUNT, node.text) if node.kind is NodeKind.PARAGRAPH or node.text.endswith(":") else None
    )
    if match is None or match.start() > 25:
        return []
    parts = [
        m for n in _listed(node) if (m := _BRACKET.search(n.text)) and m["noun"] == match["noun"].lower()
    ]
    if len(parts) < 2 or len(parts) != len(_listed(node)):
        return []
    whole, stated = sum(int(m["n"]) for m in parts), _number(match["n"])
    return [] if whole == stated else [_finding(node, match[0], stated, whole)]
