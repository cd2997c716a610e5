"""count_mismatch: "05 xã" before a list of four. A list of 4 after "4 nhóm" is right.

Only where nothing but the list can be meant: what is counted has to be what is listed.
"""

import itertools
import re

from donghanh.reading.nodes import Node, NodeKind
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument
from donghanh.reading.tables import Column
from donghanh.vietnam.letters import UPPER
from donghanh.vietnam.numbers import WORDS
from donghanh.vietnam.organisations import starts_name
from donghanh.vietnam.places import Level, gazetteer

# "năm" is the year far more often than five.
_WORDS = {word: value for word, value in WORDS.items() if word != "năm"}
_ABSTRACT = r"nội dung|nhóm|nhiệm vụ|giải pháp|tiêu chí|bước|chỉ tiêu|mục tiêu|việc|vấn đề"
_CONCRETE = (
    r"hoạt động|mô hình|lớp|đợt|khâu|hạng mục|cuộc|hội nghị|đơn vị|xã|phường|thôn|bản|ấp|chi hội|huyện|tỉnh|tổ|câu lạc bộ"
    r"|địa phương|chuyên đề|hình thức|nguồn|điểm|khu công nghiệp|khu|cụm|trường|hộ|chi đoàn|khóm|đồn"
)
_PLACES = r"xã|phường|thị trấn|huyện|tỉnh|thôn|bản|ấp|chi hội|chi đoàn|khóm|khu công nghiệp"
_NUMBER = (
    r"(?<![\w.,/%-])(?<!mỗi )(?<!ít nhất )(?<!tối thiểu )(?<!trên )(?<!hơn )(?<!một trong )(?<!các )(?<!khoảng )(?<!gần )"
    r"(?<!tháng )(?<!quý )(?<!ngày )(?<!thứ )(?<!số )(?<!lần )"
    rf"(?P<n>\d{{1,2}}|{'|'.join(_WORDS)})\s+"
)
_LEADS = re.compile(
    rf"{_NUMBER}(?P<noun>{_ABSTRACT}|{_CONCRETE})(?!\w)(?P<between>[^.,;:()\d]{{0,60}}?)"
    r"(?:,?\s*(?:cụ thể|bao gồm|gồm|là)?\s*(?:như sau|sau đây|sau)?)\s*(?:\([^)]*\))?\s*:\s*$",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(r"sau|gồm|cụ thể|chính|trọng tâm")
# A second noun that may be what is listed: "5 xã với các nội dung sau", "3 xã theo lịch như sau".
_SECOND = re.compile(r"(?<!\w)(?:các|những|với|theo|trong|về|tại|có)(?!\w)")
# Items that say when, where and for whom are no parts; those that count share out what is counted.
_NO_PART = re.compile(r"(?:Thời gian|Địa điểm|Thành phần|Đối tượng|Kinh phí|Số lượng)(?!\w)|\d+\s+\w")
_SHARE = re.compile(r"[(:]\s*(?:có\s+)?\d+\s+[^\W\d]")
_PROPER = re.compile(rf"(?:[{UPPER}]\w*\s+){{1,4}}[{UPPER}]\w*\s*(?:[.,;:(]|$)")
_SPELT_LIST = re.compile(
    rf"{_NUMBER}(?P<noun>{_PLACES})(?!\w)(?P<between>[^.;:(\d]{{0,40}}?)(?P<opens>\s*(?::|\(|gồm:?|là:?)\s*)"
    rf"(?P<list>(?:(?:{_PLACES})\s+)?[{UPPER}][^.;:()]*)(?P<end>\.\.|.?)"
)
_BARE_LIST = re.compile(rf"{_NUMBER}(?P<noun>{_PLACES})\s+(?P<list>[{UPPER}][^.;:()]*)(?P<end>\.\.|.?)")
_UNNAMED = re.compile(r"trong đó|…|\.\.|(?<!\w)(?:khác|lân cận|còn lại|v\.v|vv)(?!\w)|(?<!\w)(?:các|những)\s")
_NAME = re.compile(rf"(?:[{UPPER}][\w'’]*|\d{{1,2}})(?:[ -]+(?:[{UPPER}][\w'’]*|\d{{1,2}}))*")
# Places that bear a level in their names: "xã Bản Phố", "xã Phường Sơn".
_PLACE = re.compile(r"(?:Bản|Thôn|Xã|Phường|Ấp|Khóm|Buôn|Làng) ")
_TIME = re.compile(r"(?:Quý|Tháng|Ngày|Năm|Tết|Dịp|Từ)(?!\w)")
_ALLOTTED = re.compile(
    r"(?:cho|tại|ở|của|gồm|giao)\s+(?P<n>\d{1,3})\s+(?:đơn vị|xã|phường|chi hội|huyện|cơ sở|địa phương|thôn|ấp|trường)(?!\w)"
)
_BRACKET = re.compile(
    r"\((?P<n>\d{1,2})\s+(?P<noun>xã|phường|thôn|bản|huyện|chi hội|hộ|lớp|đơn vị|mô hình)\)"
)
_WHOLE = re.compile(rf"{_NUMBER}(?P<noun>{_CONCRETE})(?!\w)", re.IGNORECASE)
_MANY = 100  # no count of two figures reaches further down a list


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    found: list[Finding] = []
    for parent in outline.root.walk():
        for at, node in enumerate(parent.children):
            if node.table is not None:
                continue
            found += _before_list(node, at)
            found += _within_line(node)
            found += _brackets(node, at)
            found += _before_table(node, at)
    return found


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _WORDS[words.lower()]


def _finding(node: Node, said: str, stated: int, counted: int) -> Finding:
    return Finding(
        "count_mismatch",
        "error",
        f"Số lượng không khớp: văn bản ghi “{said.strip()}”, nhưng liệt kê được {counted} (không phải {stated}).",
        node.span,
    )


# ---- lists


def _announced(node: Node) -> str:
    """The words of a line, with the colon that a heading leaves out; what runs in behind it has its own node."""
    closed = node.kind is NodeKind.SECTION and node.line.text[node.end :].strip() == ":"
    return node.text + ":" if closed else node.text


def _listed(node: Node, at: int) -> tuple[list[Node], bool]:
    """The items that a lead-in announces, and whether the list is sure to end where it ends.

    Those under it, else those behind it, of one kind of mark. at: its place among its siblings. None where
    something stands between items of the list, for nobody can say then which of them are meant.
    """
    sure = any(c.kind in (NodeKind.ITEM, NodeKind.SECTION) for c in node.children)
    siblings = node.parent.children if node.parent else []
    if not sure and node.kind is NodeKind.SECTION:
        return [], False
    run_in = node.parent is not None and node.parent.line is node.line
    rest = node.children if sure else siblings[at + 1 : at + 1 + _MANY]
    first = next((i for i, c in enumerate(rest) if c.label is not None), len(rest))
    if any(c.kind is not NodeKind.PARAGRAPH or not sure for c in rest[:first]):
        return [], False
    items = list(itertools.takewhile(lambda c: _alike(c, rest[first]), rest[first:]))
    behind = rest[first + len(items) :]
    if sure or run_in:
        return ([], False) if any(_alike(c, rest[first]) for c in behind) else (items, True)
    return ([], False) if any(_alike(c, rest[first]) for c in behind[:3]) else (items, False)


def _alike(node: Node, first: Node) -> bool:
    if node.label is None or first.label is None or node.table is not None:
        return False
    return node.label.style == first.label.style and (
        not node.label.is_bullet or node.label.text == first.label.text
    )


def _before_list(node: Node, at: int) -> list[Finding]:
    text = _announced(node)
    match = _LEADS.search(text) if text.rstrip().endswith(":") else None
    if match is None or not _ANNOUNCES.search(text[match.start() :]) or _SECOND.search(match["between"]):
        return []
    listed, sure = _listed(node, at)
    stated, counted = _number(match["n"]), len(listed)
    if counted < 2 or stated in (1, counted) or (counted > stated and not sure):
        return []
    if not all(_is_part(item, match["noun"].lower()) for item in listed):
        return []
    return [_finding(node, text[match.start() : match.end()], stated, counted)]


def _is_part(item: Node, noun: str) -> bool:
    if _NO_PART.match(item.text) or _SHARE.search(item.text) or re.search(r";\s+\S", item.text):
        return False
    if re.fullmatch(_ABSTRACT, noun):
        return True
    if re.match(r"[^:(]*(?:,|\s(?:và|-|–)\s)", item.text):
        return False  # "- Xã An Bình, Hòa Lạc": several in one item
    return item.text.lower().startswith(noun) or bool(_PROPER.match(item.text))


def _before_table(node: Node, at: int) -> list[Finding]:
    """ "Phân bổ cho 08 đơn vị như sau:" above a quota table of seven."""
    if node.kind is NodeKind.SECTION or node.parent is None or not node.text.rstrip().endswith((":", ".")):
        return []
    match = _ALLOTTED.search(node.text)
    if match is None:
        return []
    behind = itertools.islice(node.parent.children, at + 1, None)
    rows = itertools.takewhile(lambda n: n.table is not None and n.table.view.allots, behind)
    units = sum(
        1 for r in rows if r.table and not r.is_total and not r.table.is_head and r.table.cell(Column.UNIT)
    )
    if units < 2 or _number(match["n"]) == units:
        return []
    return [_finding(node, match[0], _number(match["n"]), units)]


def _brackets(node: Node, at: int) -> list[Finding]:
    """ "Địa bàn: 05 xã" above items "Tỉnh A (02 xã)", "Tỉnh B (01 xã)": the parts against the whole."""
    leads = node.kind is NodeKind.PARAGRAPH or node.text.endswith(":")
    match = _WHOLE.search(node.text) if leads else None
    if match is None or match.start() > 25:
        return []
    listed, _ = _listed(node, at)
    parts = [m for n in listed if (m := _BRACKET.search(n.text)) and m["noun"] == match["noun"].lower()]
    if len(parts) < 2 or len(parts) != len(listed):
        return []
    whole, stated = sum(int(m["n"]) for m in parts), _number(match["n"])
    return [] if whole == stated else [_finding(node, match[0], stated, whole)]


# ---- places named in a line


def _within_line(node: Node) -> list[Finding]:
    """ "03 xã: A, B" and "03 xã A, B, C và D"; without a colon only what is too much, for names may go on."""
    plain = re.sub(r"(?<=\w)\s*\((?!\s*(?:xã|phường|[^)]*,))[^()]*\)", "", node.text)
    found = []
    for match in _matches(plain):
        spelt = "opens" in match.groupdict()
        between = match["between"] if spelt else ""
        if _UNNAMED.search(between) or _UNNAMED.search(match["list"]) or match["end"] == "..":
            continue
        names, cut = _names(match["list"], match["noun"].lower())
        stated, counted = _number(match["n"]), len(names)
        cut = cut or match["list"].rstrip().endswith(",") or _lists_on(plain, match)
        if counted < 2 or stated in (1, counted):
            continue
        if counted < stated and (not spelt or cut):
            continue
        if counted == stated + 1 and _is_above(names[-1], match["noun"].lower()):
            continue
        said = match[0][: len(match[0]) - len(match["end"])]
        found.append(_finding(node, said, stated, counted))
    return found


def _lists_on(text: str, match: re.Match[str]) -> bool:
    """Whether the list may go on behind the mark that ends it: "xã A, B; xã C", not "xã A, B; rút kinh nghiệm"."""
    if match["end"] != ";":
        return match["end"] in (":", "(", "…")
    behind = text[match.end() :].lstrip()
    return not behind[:1].islower() or re.match(rf"(?:{_PLACES}|và|các)\s", behind) is not None


def _matches(text: str) -> list[re.Match[str]]:
    spelt = list(_SPELT_LIST.finditer(text))
    taken = {m.start() for m in spelt}
    return [*spelt, *(m for m in _BARE_LIST.finditer(text) if m.start() not in taken)]


def _is_above(name: str, noun: str) -> bool:
    """ "02 xã Thanh Chương, Đô Lương, Nghệ An": the last is the province in which they lie."""
    levels = [Level.PROVINCE] if noun == "huyện" else [Level.PROVINCE, Level.DISTRICT]
    return noun != "tỉnh" and any(gazetteer().knows(name, level) for level in levels)


def _names(words: str, noun: str) -> tuple[list[str], bool]:
    """The names of a plain list, and whether it was cut off; none where anything but names stands in it.

    "xã A, huyện B và xã C, huyện D" lists two communes: what bears another level says where they lie.
    """
    names: list[str] = []
    parts = [p.strip() for p in re.split(r",\s+(?:và\s+)?|\s+và\s+", words.strip())]
    for at, part in enumerate(parts):
        level = re.match(
            r"(?:các\s+)?(xã|phường|thị trấn|huyện|quận|tỉnh|thành phố|thôn|bản|ấp|chi hội)\s+", part
        )
        if level and level[1] != noun:
            continue
        if part.lower().startswith(f"{noun} "):  # "04 chi hội: Chi hội 2, Chi hội 5"
            bare = part[len(noun) + 1 :]
        else:
            bare = part[level.end() :] if level else part
        match = _NAME.match(bare)
        if match is None:
            return [], True
        if not level and (starts_name(bare) and not _PLACE.match(bare) or _TIME.match(bare)):
            return (
                names,
                True,
            )  # "03 xã A, B, C, Hội LHPN huyện": an organisation ends the list, so does a time
        names.append(match[0])
        if match.end() < len(bare):
            return names, at + 1 < len(parts)  # "xã A, B và C của huyện D": the sentence goes on
    # "TP. Vinh": the point closes an abbreviation, no sentence.
    return names, bool(re.fullmatch(rf"[{UPPER}]{{1,3}}", names[-1])) if names else True
