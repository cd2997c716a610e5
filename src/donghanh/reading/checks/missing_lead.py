"""missing_lead: an empty cell in the column that says who does it; once for the paper."""

from donghanh.reading.extractors.leaves import is_entry
from donghanh.reading.nodes import Node, NodeKind
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument
from donghanh.reading.tables import Column


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    empty = [n for n in outline.root.walk() if n is not outline.root and _lacks_lead(n)]
    if not empty:
        return []
    rows = ", ".join(f"“{_name(n)}”" for n in empty[:5]) + ("…" if len(empty) > 5 else "")
    return [
        Finding(
            "missing_lead",
            "warning",
            f"Cột đơn vị thực hiện để trống ở {len(empty)} dòng: {rows}.",
            empty[0].span,
        )
    ]


def _lacks_lead(node: Node) -> bool:
    ref = node.table
    if ref is None or not ref.view.having(Column.LEAD) or ref.view.content is None:
        return False
    if node.kind is NodeKind.SECTION and node.children:
        return False
    if node.kind is NodeKind.ROW and not is_entry(node):
        return False
    filled = [r for r in ref.view.rows if ref.view.cell(r, Column.LEAD)]
    content = ref.row.line.cell(ref.view.content)
    return bool(filled) and bool(content and content.text) and ref.view.cell(ref.row, Column.LEAD) is None


def _name(node: Node) -> str:
    label = f"{node.label.text} " if node.label else ""
    words = node.text if len(node.text) <= 50 else node.text[:47].rstrip() + "…"
    return label + words
