"""The tree that an outline is: sections, and the items, paragraphs and rows that stand under them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from donghanh.reading.labels import Label
from donghanh.reading.source import Line, Span
from donghanh.reading.tables import TableRowRef


class NodeKind(StrEnum):
    SECTION = "section"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    ROW = "row"


class Role(StrEnum):
    """What a section is about (schema, sections.role)."""

    PURPOSE = "purpose"
    TARGETS = "targets"
    SCOPE = "scope"
    CONTENT = "content"
    BUDGET = "budget"
    ORGANISATION = "organisation"
    REPORTING = "reporting"
    OTHER = "other"


@dataclass(slots=True, eq=False)
class Node:
    """One line of the body with its place in the tree; a section, an item, a paragraph or a table row.

    start, end: the words without label and mark, as positions in the line. For a section these are its
    title; what follows a run-in heading is a paragraph node of its own on the same line.
    id, role: of sections. heading: a row that is a section as well stands as both.
    lead_in: what `lead_in_of` found above it, None before it is asked for.
    """

    kind: NodeKind
    line: Line
    start: int
    end: int
    label: Label | None = None
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    id: str = ""
    role: Role = Role.OTHER
    table: TableRowRef | None = None
    is_total: bool = False
    lead_in: str | None = None

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]

    @property
    def span(self) -> Span:
        return self.line.span(self.start, self.end)

    @property
    def section(self) -> "Node | None":
        """The section that it stands in (a section's own is its parent)."""
        node = self.parent
        while node is not None and node.kind is not NodeKind.SECTION:
            node = node.parent
        return node

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def contents(self) -> list["Node"]:
        """What stands directly under a section and is no section itself."""
        return [c for c in self.children if c.kind is not NodeKind.SECTION]
