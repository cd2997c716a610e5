"""Telling headings from items.

A numbered line that names what follows is a heading; a numbered paragraph that is itself a sentence is none.
In a run-in heading ("2. Phòng Y tế: Cấp phát thuốc.") the title stops at the colon.
"""

import re

from donghanh.reading.genres import Genre
from donghanh.reading.nodes import Node, NodeKind, Role
from donghanh.reading.roles import role_of
from donghanh.vietnam.acts import ACT
from donghanh.vietnam.letters import LOWER, UPPER
from donghanh.vietnam.organisations import starts_name, strip_address

_HEADLIKE = re.compile(
    r"(?:Mục đích|Yêu cầu|Mục tiêu|Chỉ tiêu|Đối tượng|Địa bàn|Địa điểm|Thời gian|Phạm vi|Kinh phí|Nguồn|Nội dung|Hình thức"
    r"|Thành phần|Số lượng|Phương thức|Quy mô|Tiêu chí|Chế độ|Báo cáo|Về |Tiến độ|Giai đoạn|Đợt|Bước|Cấp |Tại |Đối với )",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"(?:Nội dung|Hoạt động|Nhiệm vụ|Giải pháp|Nhóm|Tiểu dự án|Dự án|Chỉ tiêu|Mục tiêu|Bước|Đợt|Phần|Chuyên đề|Tiêu chí|Hợp phần|Chương trình|Đề án|Giai đoạn|Khâu)\s+(?:thứ\s+)?(?:\d{1,2}(?:\.\d+)?|[IVX]{1,4}|nhất|hai|ba|tư|bốn|năm)\s*$",
    re.IGNORECASE,
)
_SENTENCE_BREAK = re.compile(r"[.!?;]\s+[" + UPPER + r"]")
_PERSON = re.compile(rf"(?:Ông|Bà|Đồng chí|Đ/c)\s+[{UPPER}][{LOWER}]*\s+[{UPPER}][{LOWER}]*\s+[{UPPER}]")
_FIGURE = re.compile(r"(?:(?:tối đa|không quá|mức|khoảng|dự kiến)\s)*\d", re.IGNORECASE)
# "Khảo sát 3 xã biên giới: Dục Nông, Bờ Y, Sa Loong." names what the line is about, and goes on with nothing.
_NAMES = re.compile(
    rf"(?:[{UPPER}][{LOWER}]*(?: [{UPPER}][{LOWER}]*){{0,3}}(?:, (?:và )?| và |[.;]?$)){{2,}}"
)
_UNITS = re.compile(rf"[Cc]ác [^:.;]{{2,40}}:\s+(?:[{UPPER}][^.;,:]*(?:, (?:và )?|$))+")
_HEADING_STYLES = ("part", "article", "roman", "upper")
_VERB = re.compile(rf"(?:{ACT}|có |phấn đấu|100%|\d)", re.IGNORECASE)


def run_in_colon(text: str) -> int | None:
    """Where the title of a run-in heading ends: its first colon that is not behind a mere counter.

    "Nội dung 1: Dạy nghề" is all title; "Nội dung 1: Dạy nghề: Mở 2 lớp." ends at the second colon.
    """
    for match in re.finditer(r":(?!\d)", text):
        if _COUNTER.match(text[: match.start()].strip()):
            continue
        inside = text[: match.start()]
        if inside.count("(") > inside.count(")") or inside.count("“") > inside.count("”"):
            continue
        return match.start()
    return None


def run_in_end(node: Node) -> tuple[int, int] | None:
    """Where a run-in title ends and its body begins, as positions in the node's words.

    A colon parts them, or the full stop at the end of a bold beginning.
    """
    text = node.text
    bold = node.line.bold - node.start
    if 0 < bold < len(text) - 1 and text[:bold].rstrip().endswith(".") and len(text[:bold].split()) <= 20:
        end = len(text[:bold].rstrip()) - 1
        return end, end + 1
    colon = run_in_colon(text)
    return None if colon is None else (colon, colon + 1)


class HeadingJudge:
    """Walks the nested lines from the top and turns those that name what follows into sections."""

    def __init__(self, genre: Genre) -> None:
        self.genre = genre

    def judge(self, root: Node) -> None:
        self._judge_children(root, None)

    def _judge_children(self, parent: Node, role: Role | None) -> None:
        numbered = [
            c for c in parent.children if c.kind is NodeKind.ITEM and c.label and not c.label.is_bullet
        ]
        verdicts = {id(c): self._is_heading(c, role) for c in numbered}
        self._agree(numbered, verdicts)
        for child in list(parent.children):
            if child.kind is NodeKind.SECTION and child.table is None:
                child.role = self._role(child, parent, role)
                self._judge_children(child, child.role)
            elif verdicts.get(id(child)):
                self._make_section(child, parent, role)
                self._judge_children(child, child.role)
            elif child.kind is NodeKind.ITEM:
                self._release(child)

    @staticmethod
    def _agree(numbered: list[Node], verdicts: dict[int, bool]) -> None:
        """A short bare line among headings is one as well, though nothing stands under it."""
        for style in {c.label.style for c in numbered if c.label}:
            group = [c for c in numbered if c.label and c.label.style == style]
            if sum(verdicts[id(c)] for c in group) * 2 >= len(group):
                for c in group:
                    bare = (
                        len(c.text.split()) <= 30
                        and not c.text.endswith((".", ";"))
                        and run_in_colon(c.text) is None
                    )
                    verdicts[id(c)] = verdicts[id(c)] or bare

    def _role(self, node: Node, parent: Node, inherited: Role | None) -> Role:
        return role_of(node, None if inherited is None else parent, self.genre)

    def _make_section(self, node: Node, parent: Node, inherited: Role | None) -> None:
        node.kind = NodeKind.SECTION
        parts = run_in_end(node)
        end = node.end
        if parts is not None and node.text[parts[1] :].strip() and not self._whole_title(node):
            body = node.start + parts[1]
            body += len(node.line.text[body:]) - len(node.line.text[body:].lstrip())
            node.children.insert(0, Node(NodeKind.PARAGRAPH, node.line, body, end, parent=node))
            node.end = node.start + parts[0]
        node.end -= len(node.text) - len(node.text.rstrip(" .:"))
        node.role = self._role(node, parent, inherited)

    @staticmethod
    def _whole_title(node: Node) -> bool:
        """A heading set in bold throughout keeps its colon: "1. Chủ đề: Phụ nữ và chuyển đổi số".

        So does a list of units over their duties: "2. Các Phòng: Nội vụ, Tư pháp".
        """
        if node.children and _UNITS.fullmatch(strip_address(node.text)[0]):
            return True
        return (
            node.line.all_bold
            and bool(node.children)
            and len(node.text.split()) <= 30
            and not node.text.endswith(".")
        )

    def _release(self, node: Node) -> None:
        """What stands under an item: numbered parts stay items; paragraphs go back to the section."""
        stray = [c for c in node.children if c.kind is not NodeKind.ITEM]
        if stray and node.parent is not None:
            at = node.parent.children.index(node) + 1
            for child in stray:
                node.children.remove(child)
                child.parent = node.parent
                node.parent.children.insert(at, child)
                at += 1
        for child in node.children:
            self._release(child)

    def _is_heading(self, node: Node, role: Role | None) -> bool:
        label = node.label
        text = node.text.strip()
        if label is None or not text:
            return label is not None
        if label.style in _HEADING_STYLES and (role is None or text == text.upper()):
            return label.style != "article" or not self._rules(node, text)
        parts = run_in_end(node)
        if parts is not None and text[parts[0] : parts[1]] == ".":
            return True
        colon = run_in_colon(text)
        if colon is not None and text[colon + 1 :].strip():
            if self._is_run_in(node, text, colon, role):
                return True
            if not node.children:
                return False
        elif colon is not None and node.children:
            return len(text.split()) <= 60
        if node.children:
            return self._names_what_follows(node, text)
        return self._stands_alone(node, text, role)

    @staticmethod
    def _rules(node: Node, text: str) -> bool:
        """An article that is itself a sentence: "Điều 4. Quyết định này có hiệu lực kể từ ngày ký." """
        colon = run_in_colon(text)
        leads = any(c.kind is not NodeKind.PARAGRAPH for c in node.children)
        named = colon is not None and len(text[:colon].split()) <= 8
        return text.endswith((".", ";")) and len(text.split()) > 8 and not leads and not named

    @staticmethod
    def _names_what_follows(node: Node, text: str) -> bool:
        words = len(text.split())
        if _SENTENCE_BREAK.search(text) and not node.line.all_bold:
            return False
        if (
            node.children[0].kind is NodeKind.PARAGRAPH
            and text.endswith((".", ";"))
            and not node.line.all_bold
        ):
            return False
        return words <= 80

    @staticmethod
    def _stands_alone(node: Node, text: str, role: Role | None) -> bool:
        if node.line.all_bold or (role is None and len(text.split()) <= 12 and not text.endswith((".", ";"))):
            return True
        if role is Role.ORGANISATION and not text.endswith((".", ";")):
            return len(text.split()) <= 25 and starts_name(strip_address(text)[0])
        return False

    @staticmethod
    def _is_run_in(node: Node, text: str, colon: int, role: Role | None) -> bool:
        before, after = text[:colon].strip(), text[colon + 1 :].strip()
        if role is not Role.ORGANISATION and _PERSON.match(before):
            return False  # "1. Bà Lê Thị Minh, Phó Chủ tịch UBND xã: Tổ trưởng"
        words = len(before.split())
        bold = node.line.bold
        if bold and not node.line.all_bold:
            return abs(bold - (node.start + colon)) <= 2 or bold < node.start + colon and starts_name(before)
        if role is None:
            return words <= 30
        if re.search(r"\d{1,3}\.\d{3}", before):
            return False
        name, asked = strip_address(before)
        if role is Role.ORGANISATION:
            named = starts_name(name[:1].upper() + name[1:] if asked else name)
            return words <= 40 and (named or words <= 8) and not re.search(r"\.\s+[A-ZĐ]", before)
        if _HEADLIKE.match(before) and words <= 14:
            return True
        if role is Role.BUDGET and _FIGURE.match(after):
            return False  # "1. Chi nước uống: 10.000đ/người/buổi" is a line of the budget
        if role in (Role.PURPOSE, Role.SCOPE, Role.BUDGET, Role.REPORTING, Role.OTHER):
            return words <= 8
        if role is Role.TARGETS:
            return (
                words <= 8
                and not re.search(r"\d", before)
                and after[:1].isupper()
                and not re.match(r"\d", after)
                and not _VERB.match(before)
            )
        return (
            words <= 14
            and after[:1].isupper()
            and not _NAMES.fullmatch(after)
            and len(after.split()) >= 4
            and not re.search(r"[.;]\s", before)
        )
