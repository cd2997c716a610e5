"""Small papers made of blocks, for tests of the reading core: what a format reader would yield."""

from collections.abc import Sequence
from typing import Any

from donghanh.reading import Reading, read_document
from donghanh.reading.blocks import Block, BlockDocument, Cell, FileKind, Paragraph, Row, Table
from donghanh.reading.nodes import Node
from donghanh.reading.outline import Outline, build_outline
from donghanh.reading.source import build_source

HEAD = ("HỘI LHPN TỈNH NINH BÌNH", "HỘI LHPN XÃ BÌNH AN")
OPENING = "Ban Thường vụ Hội LHPN xã Bình An xây dựng kế hoạch như sau:"
TAIL = (
    "Nơi nhận:", "- Hội LHPN tỉnh;", "- Đảng ủy xã;", "- Lưu: VT.", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Nguyễn Thị Lan",
)  # fmt: skip


def table(*rows: Sequence[str | Cell | None], borderless: bool = False) -> Table:
    """A table of plain cells; None where a cell above reaches down, a `Cell` for one of several columns."""
    made = []
    for cells in rows:
        column, row = 0, []
        for cell in cells:
            if cell is None:
                column += 1
                continue
            one = cell if isinstance(cell, Cell) else Cell((Paragraph(cell),) if cell else (), column)
            row.append(Cell(one.paragraphs, column, one.columns, one.rows))
            column += one.columns
        made.append(Row(tuple(row)))
    return Table(tuple(made), borderless)


def wide(text: str, columns: int, rows: int = 1, bold: bool = False) -> Cell:
    """A cell over several columns or rows."""
    return Cell((Paragraph(text, bold=len(text) if bold else 0),), 0, columns, rows)


def blocks(*parts: str | Block) -> BlockDocument:
    """Nothing but these parts."""
    return BlockDocument(FileKind.TEXT, tuple(Paragraph(p) if isinstance(p, str) else p for p in parts))


def paper(
    *body: str | Block,
    kind: str = "KẾ HOẠCH",
    title: str = "Chăm lo trẻ em mồ côi năm 2025",
    number: str | None = "Số: 05/KH-BTV",
    day: str | None = "Bình An, ngày 10 tháng 01 năm 2025",
    opening: Sequence[str] = (OPENING,),
    closing: Sequence[str] = (),
    tail: Sequence[str] = TAIL,
) -> BlockDocument:
    """A whole plan around the body."""
    front = [*HEAD, number, day, kind, title]
    return blocks(*[p for p in front if p], *opening, *body, *closing, *tail)


def reading(*body: str | Block, **parts: Any) -> Reading:
    return read_document(paper(*body, **parts))


def read(*body: str | Block, **parts: Any) -> dict[str, Any]:
    """The form of a whole plan with this body."""
    return dict(reading(*body, **parts).plan)


def codes(*body: str | Block, **parts: Any) -> list[str]:
    """The findings of a whole plan with this body, without those about what it lacks as a whole."""
    found = [f["code"] for f in read(*body, **parts)["findings"]]
    return [code for code in found if code not in ("missing_targets", "missing_budget", "missing_reporting")]


def outline(*body: str | Block, **parts: Any) -> Outline:
    return build_outline(build_source(paper(*body, **parts)))


def tree(*body: str | Block, **parts: Any) -> list[Any]:
    """The body as nested lists: [head, [what stands under it]]; sections in angle brackets, the others bare."""

    def of(node: Node) -> Any:
        words = f"<{node.text.strip()}>" if node.kind == "section" else node.text.strip()
        return [words, [of(child) for child in node.children]] if node.children else words

    return [of(child) for child in outline(*body, **parts).root.children]
