"""What is gathered while a page is walked: its items, the elements and tables that are open."""

from collections.abc import Callable
from dataclasses import dataclass, field

from donghanh.reading.blocks import Paragraph, Table
from donghanh.reading.formats.docx.inline import Piece
from donghanh.reading.formats.docx.lines import Line
from donghanh.reading.formats.html.grids import Grid
from donghanh.reading.formats.html.looks import Look

LINKED = 64
"""Flag of a piece that leads to another page."""

MOST_FRAMED = 30
"""Paragraphs beyond which a cell without lines around it is a part of the page and no cell."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line or table of the page; furniture: it stands in a menu, a footer or the like."""

    body: Line | Table
    furniture: bool = False

    def paragraphs(self) -> tuple[Paragraph, ...]:
        if isinstance(self.body, Table):
            return tuple(p for row in self.body.rows for cell in row.cells for p in cell.paragraphs)
        paragraph = self.body.paragraph()
        return () if paragraph is None else (paragraph,)


@dataclass(slots=True)
class Page:
    """A page as it was walked. hidden, commented: before which items something was left out."""

    items: list[Item] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    commented: bool = False
    pictured: bool = False


@dataclass(slots=True)
class Frame:
    """One element that is open."""

    look: Look
    close: Callable[[], None] | None = None
    block: bool = False
    linked: bool = False
    furniture: bool = False
    heading: int | None = None


@dataclass(slots=True)
class Story:
    """What is being gathered: the page, or one cell.

    layout: whether the table around has no lines, None outside tables. number: what stands before the next
    words; typed: the page itself writes it, so that it is one of its words.
    """

    layout: bool | None = None
    items: list[Item] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    look: Look = field(default_factory=Look)
    heading: int | None = None
    furniture: bool = False
    number: str = ""
    typed: bool = False


@dataclass(slots=True)
class OpenTable:
    """A table with what was found in it outside its cells, which goes before it."""

    grid: Grid
    borderless: bool
    aside: Story
    crowded: bool = False
    loose: list[Item] = field(default_factory=list)

    @property
    def is_frame(self) -> bool:
        """Whether it only holds a page, or a part of one, in its place: its content stands for itself."""
        columns = max((sum(bool(cell.paragraphs) for cell in row) for row in self.grid.rows), default=0)
        return self.borderless and (self.crowded or columns <= 1) or sum(map(len, self.grid.rows)) <= 1
