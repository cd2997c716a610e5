"""missing_lead: an empty cell in the column that says who does it; once for the paper."""

from donghanh.reading.leaves import is_entry
from donghanh.reading.nodes import Node, NodeKind
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument
from donghanh.reading.tables import Column, TableRowRef


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    rows = [(n, n.table) for n in outline.root.walk() if n.table is not None]
    views = {id(ref.view): ref.view for _, ref in rows}
    named = {key for key, view in views.items() if any(view.cell(r, Column.LEAD) for r in view.rows)}
    empty = [n for n, ref in rows if id(ref.view) in named and _lacks_lead(n, ref)]
    if not empty:
        return []
    quoted = ", ".join(f"“{_name(n)}”" for n in empty[:5]) + ("…" if len(empty) > 5 else "")
    return [
        Finding(
            "missing_lead",
            "warning",
            f"Cột đơn vị thực hiện để trống ở {len(empty)} dòng: {quoted}.",
            empty[0].span,
        )
    ]


def _lacks_lead(node: Node, ref: TableRowRef) -> bool:
    if not ref.view.having(Column.LEAD) or ref.view.content is None:
        return False
    if node.kind is NodeKind.SECTION and node.children:
        return False
    if node.kind is NodeKind.ROW and not is_entry(node):
        return False
    content = ref.row.line.cell(ref.view.content)
    return bool(content and content.text) and ref.view.cell(ref.row, Column.LEAD) is None


def _name(node: Node) -> str:
    label = f"{node.label.text} " if node.label else ""
    words = node.text if len(node.text) <= 50 else node.text[:47].rstrip() + "…"
    return label + words
