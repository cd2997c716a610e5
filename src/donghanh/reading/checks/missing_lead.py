"""missing_lead: an empty cell in the column that says who does it; once for the paper."""

import re

from donghanh.reading.labels import BULLETS
from donghanh.reading.leaves import is_entry
from donghanh.reading.nodes import Node, NodeKind
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument
from donghanh.reading.tables import Column, TableRow, TableRowRef, TableView


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    rows = [(n, n.table) for n in outline.root.walk() if n.table is not None]
    views = {id(ref.view): ref.view for _, ref in rows}
    named = {key for key, view in views.items() if any(view.cell(r, Column.LEAD) for r in view.rows)}
    covered = {id(row) for key in named for row in _covered(views[key])}
    empty = [
        n for n, ref in rows if id(ref.view) in named and id(ref.row) not in covered and _lacks_lead(n, ref)
    ]
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


def _covered(view: TableView) -> list[TableRow]:
    """The parts of rows for which the lead of the row above them stands, where no such part has its own."""
    parts: dict[str, list[TableRow]] = {}
    bare = set()
    led: dict[str, bool] = {}  # whether the last row of a depth names who does it
    for row in view.rows:
        has_lead = view.cell(row, Column.LEAD) is not None
        depth = _depth(row, view)
        if depth and led.get(_above(depth), False):
            parts.setdefault(depth, []).append(row)
        if depth and has_lead:
            bare.add(depth)
        led[depth] = has_lead
        if depth != "part":
            led["row"] = has_lead
    return [row for depth, rows in parts.items() if depth not in bare for row in rows]


def _above(depth: str) -> str:
    """The depth that a depth parts: of bullets whatever row came last."""
    if depth == "part":
        return "row"
    return "" if depth == "decimal2" else f"decimal{int(depth[-1]) - 1}"


def _depth(row: TableRow, view: TableView) -> str:
    """ "part" for a bullet, with its mark in either column, "decimal2" and deeper, "" for a row of its own."""
    label = row.label
    if label is not None:
        return "part" if label.is_bullet else label.style if label.style.startswith("decimal") else ""
    cell = row.line.cell(view.content) if view.content is not None else None
    return "part" if cell and re.match(rf"[{re.escape(BULLETS)}]\s*\S", cell.text) else ""


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
