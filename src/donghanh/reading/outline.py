"""From lines to a tree: which numbered lines are headings, and what stands under each.

Three steps: nest the lines by how they are numbered, tell headings from items, and name the sections.
Nothing is dropped: every line of the body stands in the tree, in the opening or in the closing.
"""

import re
from dataclasses import dataclass, field, replace

from donghanh.reading.front import Frame, split_frame
from donghanh.reading.genres import Genre, genre_of
from donghanh.reading.headings import HeadingJudge
from donghanh.reading.labels import Label, as_small_roman, parse_label
from donghanh.reading.nodes import Node, NodeKind, Role
from donghanh.reading.roles import annex_role, role_of
from donghanh.reading.side_by_side import unfold
from donghanh.reading.source import Line, SourceText
from donghanh.reading.sums import UNIT_OF_MONEY
from donghanh.reading.tables import ROW_RANK, TableRow, TableRowRef, TableView, understand_table

_RANK = {
    "part": 0, "article": 1, "upper": 2, "roman": 3, "number": 4, "decimal2": 5, "decimal3": 6, "decimal4": 7,
    "decimal5": 7.1, "decimal6": 7.2, "decimal7": 7.3, "decimal8": 7.4, "decimal9": 7.5, "lower": 8, "number)": 9, "round": 10, "small_roman": 11, "bullet": 12,
}  # fmt: skip
_BULLET_RANK = {"*": 0, "•": 1, "●": 1, "-": 2, "–": 2, "—": 2, "+": 3, "o": 4, "·": 4, "○": 4, "▪": 4}
_CLOSING = re.compile(
    r"\s*(?:Trên đây là|(?:Rất |Kính )?[Mm]ong (?:nhận|các|quý|sự)|[^.:;]{0,120}(?<!\w)thông báo (?:để|đến|tới) (?:các|quý|toàn)|Nhận được|Căn cứ (?:nội dung )?[Kk]ế hoạch (?:này|trên)|Đề nghị (?:các|Hội|UBND|Ban|Ủy ban)|Yêu cầu (?:các|Hội|UBND|thủ trưởng)"
    r"|Trong quá trình (?:tổ chức |triển khai |thực hiện)|(?:Kế hoạch|Hướng dẫn|Chương trình|Thông báo) này|(?:Ban|UBND|Ủy ban|Uỷ ban|Hội|Đoàn|Sở|Phòng)"
    r"[^.:;]{0,90}(?:đề nghị|yêu cầu) (?:các|Hội|UBND|Ban|thủ trưởng|cơ sở|cấp))"
)  # fmt: skip


@dataclass(slots=True)
class Outline:
    """A paper as a tree.

    root: a nameless node above the sections. sections: all of them, in the order of the text.
    opening, closing: the lines between title and first section, and after the last section.
    """

    source: SourceText
    frame: Frame
    root: Node
    sections: list[Node] = field(default_factory=list)
    opening: list[Line] = field(default_factory=list)
    closing: list[Line] = field(default_factory=list)

    @property
    def genre(self) -> Genre:
        genre = genre_of(self.frame)
        if self.frame.kind == "phu_luc" or self.is_table_alone:
            return replace(genre, default=annex_role(self.frame.title_text), misses=())
        return genre

    @property
    def is_table_alone(self) -> bool:
        """A table under its title, as a sheet may be: a budget, a quota; it is no whole plan."""
        frame = self.frame
        nameless = frame.kind == "other" and frame.kind_line is None
        return nameless and any(line.cells for line in frame.body)

    def tells_past(self, node: Node) -> bool:
        """Whether it says what was, in a paper that looks back: then it asks for nothing."""
        holder = node if node.kind is NodeKind.SECTION else node.section
        return self.genre.ahead is not None and holder is not None and holder.role is Role.OTHER

    def lines_ahead(self) -> list[Line]:
        """The lines of the body, without those that tell what was."""
        past = {
            node.line.start for node in self.root.walk() if node is not self.root and self.tells_past(node)
        }
        return [line for line in (*self.frame.body, *self.frame.behind) if line.start not in past]

    def contents(self) -> list[Node]:
        """Every node that is no section, in the order of the text."""
        return [n for n in self.root.walk() if n is not self.root and n.kind is not NodeKind.SECTION]


def build_outline(source: SourceText, behind: bool = False) -> Outline:
    """Frame, tree and roles of one paper; behind: another stands before it in the same file.

    A nameless paper behind another, without a letterhead of its own, was issued with it: a second sheet, a list.
    """
    frame = split_frame(source)
    if behind and frame.kind == "other" and frame.kind_line is None and not frame.header:
        frame.kind = "phu_luc"
    root = Node(NodeKind.SECTION, Line("", 0), 0, 0)
    outline = Outline(source, frame, root)
    body = frame.body
    start = _first_section(body, frame)
    outline.opening = body[:start]
    end = _closing_start(body, start)
    outline.closing = body[end:]
    _nest(body[start:end], root, bool(frame.measures))
    _nest(frame.behind, root, False)
    HeadingJudge(outline.genre).judge(root)
    _name(root, outline)
    return outline


def _first_section(body: list[Line], frame: Frame) -> int:
    for i, line in enumerate(body):
        if line.cells:
            return i
        label = parse_label(line.text)
        if label and not label.is_bullet:
            if re.match(r"Căn cứ\b", line.text[label.length :]):
                continue
            return i
        if (
            line.heading
            and not label
            and len(line.text) < 160
            and not re.match(r"Căn cứ|Thực hiện", line.text)
        ):
            return i
    return 0 if frame.kind == "phu_luc" else len(body)


def _closing_start(body: list[Line], start: int) -> int:
    """The closing paragraphs: unlabelled ones at the end, from the first that closes."""
    end = len(body)
    first = end
    for i in range(end - 1, start - 1, -1):
        line = body[i]
        if line.cells or parse_label(line.text):
            break
        if _CLOSING.match(line.text):
            first = i
    return first


def _style(label: Label) -> str:
    return "number)" if label.style == "number" and label.close == ")" else label.style


class _Stack:
    """The open nodes from the root down to the last line, by style."""

    def __init__(self, root: Node) -> None:
        self.nodes: list[tuple[str, Node]] = [("", root)]

    @property
    def top(self) -> Node:
        return self.nodes[-1][1]

    def numbered(self) -> Node:
        """The deepest open numbered node; bullets are closed."""
        while self.nodes[-1][0].startswith("bullet"):
            self.nodes.pop()
        return self.top

    def _count_in_roman(self, label: Label, node: Node) -> Label:
        """ "i)" and "v)" are letters or numbers; what stands before and after them tells."""
        open_styles = [s for s, _ in self.nodes]
        if label.style == "lower" and label.text in ("v", "x") and "small_roman" in open_styles:
            node.label = label = as_small_roman(label)
        elif label.style == "small_roman" and label.value == 2 and "lower" in open_styles:
            at = len(open_styles) - 1 - open_styles[::-1].index("lower")
            before = self.nodes[at][1]
            if before.label is not None and before.label.text == "i":
                before.label = as_small_roman(before.label)
                self.nodes[at] = ("small_roman", before)
        return label

    def push_numbered(self, label: Label, node: Node) -> None:
        label = self._count_in_roman(label, node)
        style = _style(label)
        open_styles = [s for s, _ in self.nodes]
        if (
            self.nodes[-1][0].startswith("bullet")
            and style not in open_styles
            and self.top.text.endswith(":")
        ):
            if _RANK.get(style, 9) >= _RANK["lower"]:
                self._push(style, node)
                return
        if style in open_styles:
            while self.nodes[-1][0] != style:
                self.nodes.pop()
            self.nodes.pop()
        else:
            self.numbered()
            sibling = self.nodes[-1]
            twin = {"number": "number)", "number)": "number"}.get(style)
            if sibling[0] == twin and sibling[1].label and (sibling[1].label.value or 0) + 1 == label.value:
                self.nodes.pop()
                style = twin
            else:
                rank = self._rank(style, len(self.nodes))
                while len(self.nodes) > 1 and self._rank(self.nodes[-1][0], len(self.nodes) - 1) >= rank:
                    self.nodes.pop()
        self._push(style, node)

    def _rank(self, style: str, depth: int) -> float:
        """How high a style stands; "1)" counts above letters unless it stands under one."""
        if style == "number)" and not any(s == "lower" for s, _ in self.nodes[:depth]):
            return _RANK["number"] + 0.5
        return _RANK.get(style, 9)

    def push_bullet(self, mark: str, node: Node) -> None:
        mark = "-" if mark in "–—" else mark
        style = f"bullet{mark}"
        open_styles = [s for s, _ in self.nodes if s.startswith("bullet")]
        if style in open_styles:
            while self.nodes[-1][0] != style:
                self.nodes.pop()
            before = self.nodes.pop()[1]
            if before.text.endswith(":") and not before.children and before.line.indent < node.line.indent:
                self.nodes.append((style, before))
                self.nodes.append((style + ">", node))
                self._attach(node, before)
                return
        elif open_styles and not self._under(mark, node):
            while self.nodes[-1][0].startswith("bullet"):
                self.nodes.pop()
        self._push(style, node)

    def _under(self, mark: str, node: Node) -> bool:
        """Whether a bullet with a mark not yet open belongs to the last one."""
        last_style, last = self.nodes[-1]
        last_mark = last_style.removeprefix("bullet").rstrip(">")
        deeper = _BULLET_RANK.get(last_mark, 5) < _BULLET_RANK.get(mark, 5)
        return last.text.endswith(":") or deeper or node.line.indent > last.line.indent > 0

    def _push(self, style: str, node: Node) -> None:
        self._attach(node, self.top)
        self.nodes.append((style, node))

    @staticmethod
    def _attach(node: Node, parent: Node) -> None:
        node.parent = parent
        parent.children.append(node)


def _nest(lines: list[Line], root: Node, in_money: bool) -> None:
    """Put the lines into the tree; in_money: a unit of money was named above them."""
    stack = _Stack(root)
    i = 0
    while i < len(lines):
        line = lines[i]
        if line.cells:
            j = i
            while j < len(lines) and lines[j].table == line.table and lines[j].cells:
                j += 1
            named = UNIT_OF_MONEY.search(lines[i - 1].text) is not None if i else in_money
            _nest_table(understand_table(unfold(lines[i:j]), named), stack.numbered())
            i = j
            continue
        label = parse_label(line.text)
        if label and not label.is_bullet and label.length >= len(line.text) and _is_title(lines, i + 1):
            # "PHẦN THỨ NHẤT" alone on its line: the title stands on the next.
            i += 1
            node = Node(NodeKind.ITEM, lines[i], 0, len(lines[i].text), label)
            stack.push_numbered(label, node)
        elif label is None:
            node = Node(NodeKind.PARAGRAPH, line, 0, len(line.text))
            if (
                line.heading
                and len(line.text) < 160
                and not line.text.endswith((".", ";"))
                and _heads(lines, i)
            ):
                stack.nodes = stack.nodes[:1]
                stack.push_numbered(Label("roman", "", "", None, 0), node)
                node.kind = NodeKind.SECTION
            else:
                stack._attach(node, stack.numbered())
        else:
            node = Node(NodeKind.ITEM, line, label.length, len(line.text), label)
            if label.is_bullet:
                stack.push_bullet(label.text, node)
            else:
                stack.push_numbered(label, node)
        i += 1


def _is_title(lines: list[Line], i: int) -> bool:
    """Whether a line can be the title of a number that stands alone above it."""
    if i >= len(lines) or lines[i].cells or parse_label(lines[i].text):
        return False
    text = lines[i].text
    return len(text) < 160 and not text.endswith((".", ";"))


def _heads(lines: list[Line], i: int) -> bool:
    """Whether an unnumbered heading line has something under it that is no heading."""
    return i + 1 < len(lines) and lines[i + 1].heading is None


def _nest_table(view: TableView, parent: Node) -> None:
    """Rows under their heading rows; head rows and totals stand as rows of the table."""
    for line in view.head_rows:
        node = Node(NodeKind.ROW, line, 0, len(line.text), parent=parent)
        node.table = TableRowRef(view, TableRow(line))
        parent.children.append(node)
    order: list[tuple[int, Node]] = []
    for row in view.rows:
        start, end = _content_range(row, view)
        if row.heading:
            rank = (
                ROW_RANK.get(row.label.style, 9)
                if row.label
                else (order[0][0] if order and not order[0][1].label else -1 if not order else 8)
            )
            while order and order[-1][0] >= rank:
                order.pop()
            above = order[-1][1] if order else parent
            node = Node(NodeKind.SECTION, row.line, start, end, row.label, above)
            node.table = TableRowRef(view, row)
            above.children.append(node)
            order.append((rank, node))
            continue
        if row.total:
            order = [o for o in order if o[1].label is not None][:1] if order else []
        above = order[-1][1] if order and not row.total else parent
        node = Node(NodeKind.ROW, row.line, start, end, row.label, above, is_total=row.total)
        node.table = TableRowRef(view, row)
        above.children.append(node)


def _content_range(row: TableRow, view: TableView) -> tuple[int, int]:
    """Where the row's own words stand in its line: the content cell, else the longest one."""
    line = row.line
    cell = line.cell(view.content) if view.content is not None else None
    if cell is None or not cell.text or cell in line.merged:
        filled = [c for c in line.cells if c.text]
        if not filled:
            return 0, len(line.text)
        cell = max(filled, key=lambda c: len(c.text))
    start = cell.start - line.start
    text = cell.text
    inner = parse_label(text)
    if row.label is None and inner and not inner.is_bullet and row.heading:
        row.label = inner
        start += inner.length
        text = text[inner.length :]
    elif inner and inner.is_bullet:
        start += inner.length
        text = text[inner.length :]
    return start, start + len(text)


def _name(root: Node, outline: Outline) -> None:
    """Give sections their ids and roles, top down, and collect them in the order of the text."""
    genre = outline.genre

    def visit(parent: Node) -> None:
        seen: dict[str, int] = {}
        for child in parent.children:
            if child.kind is NodeKind.SECTION:
                label = child.label.text if child.label else ""
                part = label or f"({child.text.rstrip(' .:')[:40]})"
                seen[part] = seen.get(part, 0) + 1
                part = part if seen[part] == 1 else f"{part}#{seen[part]}"
                child.id = f"{parent.id}/{part}" if parent is not root else part
                if child.table is not None:
                    child.role = role_of(child, None if parent is root else parent, genre)
                outline.sections.append(child)
            visit(child)

    visit(root)
