"""The lowest items under a heading: what targets, activities and duties are made of."""

from donghanh.reading.nodes import Node, NodeKind


def leaves(section: Node) -> list[Node]:
    """Items without items under them, and table rows; paragraphs only where the heading has no items.

    An item that ends in ":" leads in what follows it, also where that bears the same mark. Head rows, totals
    and the numbers of columns are none.
    """
    items: list[Node] = []
    for node in section.contents:
        if node.kind is NodeKind.ITEM:
            items += _lowest(node)
        elif node.kind is NodeKind.ROW and is_entry(node) and not _quota(node):
            items.append(node)
    kept = []
    for index, node in enumerate(items):
        last = index + 1 == len(items)
        if node.kind is NodeKind.ITEM and node.text.rstrip().endswith(":") and not last:
            continue
        kept.append(node)
    if kept:
        return kept
    paragraphs = [n for n in section.contents if n.kind is NodeKind.PARAGRAPH and n.text.strip()]
    bodies = [n for n in paragraphs if not _heads(n)]
    return bodies or paragraphs


def _heads(paragraph: Node) -> bool:
    """A bold line without a full stop among others heads what follows: "Bước 1: Lập danh sách"."""
    return paragraph.line.all_bold and not paragraph.text.rstrip().endswith((".", ";"))


def _lowest(node: Node) -> list[Node]:
    below = [child for child in node.children if child.kind is NodeKind.ITEM]
    if not below:
        return [node]
    return [leaf for child in below for leaf in _lowest(child)]


def is_entry(node: Node) -> bool:
    """A row that says something of its own: no head, no total, no empty row."""
    if node.is_total or not node.text.strip():
        return False
    return not (node.table is not None and node.table.is_head)


def _quota(node: Node) -> bool:
    """A row of a quota table shares out what the words above it promise; it is no item of its own."""
    return node.table is not None and node.table.view.allots
