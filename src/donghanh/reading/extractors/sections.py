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
    return lines + [line for child in section.contents for line in _lines_of(child)]


def _lines_of(content: Node) -> list[str]:
    return [node.text if node.kind is NodeKind.PARAGRAPH else node.line.text for node in content.walk()]


def loose_lines(outline: Outline) -> tuple[list[str], list[str]]:
    """What stands under no heading at all: above the first one, and below it."""
    first = outline.sections[0].span.start if outline.sections else None
    above: list[str] = []
    below: list[str] = []
    for content in outline.root.contents:
        behind = first is not None and content.span.start > first
        (below if behind else above).extend(_lines_of(content))
    return above, below
