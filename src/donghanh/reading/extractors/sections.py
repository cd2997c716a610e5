"""Numbered headings, each with what stands under it and under none below it."""

from donghanh.reading.blocks import Doubt
from donghanh.reading.nodes import Node, NodeKind
from donghanh.reading.outline import Outline
from donghanh.reading.plan import PlanDocument, Section


def extract(outline: Outline, plan: PlanDocument) -> tuple[list[Section], list[Doubt]]:
    """The headings in order; bodies hold the lines verbatim, so that nothing of the paper is lost."""
    found = []
    for node in outline.sections:
        parent = node.parent
        found.append(
            Section(
                id=node.id,
                label=node.label.text if node.label else None,
                title=node.text.strip(),
                role=node.role,
                parent=parent.id if parent is not None and parent is not outline.root else None,
                body=tuple(body_lines(node)),
                source=node.span,
            )
        )
    return found, []


def body_lines(section: Node) -> list[str]:
    """What stands under a heading and under none below it, one string a line."""
    lines = []
    if section.table is not None:
        rest = [c.text for c in section.line.cells if c.text and not c.start <= section.span.start <= c.end]
        lines += ["\t".join(rest)] if any(r.strip() for r in rest) else []
    for child in section.contents:
        for node in child.walk():
            if node.kind is NodeKind.ROW:
                lines.append(node.line.text)
            elif node.kind is NodeKind.PARAGRAPH:
                lines.append(node.text)
            else:
                lines.append(node.line.text)
    return lines
