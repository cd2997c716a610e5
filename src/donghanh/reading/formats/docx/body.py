"""The blocks of a story (the body, a header, a note, a text box) in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from donghanh.reading.blocks import Block, Paragraph, Table
from donghanh.reading.formats.docx.grid import MAX_COLUMNS, Grid
from donghanh.reading.formats.docx.inline import Inline, InlineReader, Piece
from donghanh.reading.formats.docx.layouts import arrange
from donghanh.reading.formats.docx.lines import Line, Setting, last_page, split
from donghanh.reading.formats.docx.names import (
    ALTERNATE,
    CELL,
    DROPPED,
    P_PR,
    ROW,
    TABLE,
    TRANSPARENT,
    Element,
    P,
    W,
    alternative,
    child_number,
    is_placeholder,
)
from donghanh.reading.formats.docx.numbering import Numbering
from donghanh.reading.formats.docx.styles import ParagraphLook, Styles
from donghanh.reading.formats.docx.tables import is_borderless, mended

_NO_CONTENT = frozenset(
    W + name for name in ("sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx", "pPr", "rPr")
)
_ASIDE = frozenset({"center", "right", "end"})
_BORDERLESS, _BORDERED = True, False


@dataclass(slots=True)
class Seen:
    """What reading came across that the person who checks should be told."""

    hidden: bool = False
    unfilled: bool = False
    commented: bool = False
    pictured: bool = False
    embedded: bool = False


@dataclass(slots=True)
class _Story:
    """One story while it is read.

    layout: in a cell, whether its table is borderless; None outside tables.
    carried: pieces of paragraphs whose end mark is deleted or hidden; they open the one that follows.
    carried_look: the look of the last of those. leads: whether the first decides the look of the whole.
    """

    layout: bool | None
    items: list[Line | Table] = field(default_factory=list)
    carried: list[Piece] = field(default_factory=list)
    carried_look: ParagraphLook | None = None
    leads: bool = False

    def carry(self, pieces: list[Piece], look: ParagraphLook) -> None:
        self.carried.extend(pieces)
        if not self.leads:
            self.carried_look = look
            self.leads = look.style_separator and not look.mark_deleted

    def take(self) -> tuple[list[Piece], ParagraphLook | None, bool]:
        taken = self.carried, self.carried_look, self.leads
        self.carried, self.carried_look, self.leads = [], None, False
        return taken


class StoryReader:
    """Reads stories of one document; numbering and pages count on from one to the next.

    paged: whether the file tells where pages begin.
    """

    def __init__(self, styles: Styles, numbering: Numbering, inline: InlineReader, paged: bool) -> None:
        self.seen = Seen()
        self.page: int | None = 1 if paged else None
        self._styles = styles
        self._numbering = numbering
        self._inline = inline

    def blocks(self, element: Element) -> list[Block]:
        return mended(arrange(self._items(element, None)))

    def _items(self, element: Element, layout: bool | None) -> list[Line | Table]:
        story = _Story(layout)
        for child in _content(element):
            if child.tag == P:
                self._paragraph(child, story)
            elif child.tag == TABLE:
                self._flush(story)
                table = self._table(child)
                if table is not None:
                    story.items.append(table)
            elif child.tag == W + "altChunk":
                self.seen.embedded = True
            else:  # inline content without a paragraph: wrong, but kept
                look = self._styles.paragraph(None)
                self._emit(self._inline.read((child,), look), look, story)
        self._flush(story)
        return story.items

    def _paragraph(self, element: Element, story: _Story) -> None:
        look = self._styles.paragraph(element.find(P_PR))
        inline = self._inline.read(element, look)
        if look.mark_deleted or look.drop_cap or look.style_separator:
            self._notice(inline, story)
            story.carry(inline.pieces, look)
            return
        if story.carried_look is not None:
            pieces, first, leads = story.take()
            inline.pieces[:0] = pieces
            look = first if first is not None and leads else look
        self._emit(inline, look, story)

    def _flush(self, story: _Story) -> None:
        """A paragraph that should run on, and nothing follows."""
        pieces, look, _ = story.take()
        if look is not None and pieces:
            self._emit(Inline(pieces), look, story)

    def _emit(self, inline: Inline, look: ParagraphLook, story: _Story) -> None:
        self._notice(inline, story)
        is_shown = not look.mark_hidden or any(text.strip() for text, _ in inline.pieces)
        counted = self._numbering.next(look) if look.numbering and is_shown else None
        number, indent = ("", look.indent) if counted is None else counted
        if not inline.pieces and not number:
            return
        setting = Setting(
            indent=indent,
            centred=look.centred,
            heading=look.heading,
            aside=look.align in _ASIDE and story.layout is not _BORDERED,
            laid_out=story.layout is _BORDERLESS,
        )
        story.items.extend(split(inline.pieces, setting, number, self.page))
        if self.page is not None:
            self.page = last_page(inline.pieces, self.page)

    def _notice(self, inline: Inline, story: _Story) -> None:
        """Note what else a paragraph holds; its text boxes stand before it."""
        self.seen.hidden |= inline.hidden
        self.seen.unfilled |= inline.unfilled
        self.seen.commented |= inline.commented
        self.seen.pictured |= inline.pictured
        page = self.page
        for box in inline.boxes:
            story.items.extend(self._items(box, _BORDERLESS))
        self.page = page

    def _table(self, table: Element) -> Table | None:
        rows = [(row, list(_inside(row, CELL))) for row in _inside(table, ROW) if not _is_deleted(row)]
        borderless = is_borderless(table, [cell for _, cells in rows for cell in cells], self._styles)
        page = self.page
        grid = Grid()
        for row, cells in rows:
            self._row(row, cells, borderless, grid)
        found = grid.table(borderless)
        if found is None or page is None:
            return found
        return replace(found, page=found.rows[0].page)

    def _row(self, row: Element, cells: list[Element], borderless: bool, grid: Grid) -> None:
        started = self.page
        latest = started or 0
        grid.begin_row(child_number(row.find(W + "trPr"), "gridBefore", 0, 0, MAX_COLUMNS))
        for index, cell in enumerate(cells):
            properties = cell.find(W + "tcPr")
            if properties is not None and properties.find(W + "cellDel") is not None:
                continue
            columns = child_number(properties, "gridSpan", 1, 1, MAX_COLUMNS)
            if grid.continues(properties, columns):
                continue
            paragraphs = _flat(self._items(cell, borderless))
            if started is not None and self.page is not None:
                latest = max(latest, self.page)
                # A row that begins on a new page has the mark in its first cell alone.
                if index == 0 and paragraphs and paragraphs[0].page is not None:
                    started = paragraphs[0].page
                self.page = started
            grid.add(paragraphs, columns)
        if started is not None:
            self.page = max(latest, started)
        grid.end_row(started)


def _content(story: Element) -> Iterator[Element]:
    """The block elements of a story in order, out of whatever wraps them."""
    for child in story:
        tag = child.tag
        if tag in (P, TABLE):
            yield child
        elif tag in DROPPED or tag in _NO_CONTENT or is_placeholder(child):
            continue
        elif tag == ALTERNATE:
            branch = alternative(child)
            if branch is not None:
                yield from _content(branch)
        elif tag in TRANSPARENT or next(child.iter(P, TABLE), None) is not None:
            yield from _content(child)
        else:
            yield child


def _inside(parent: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, out of whatever wraps them."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag == ALTERNATE:
            branch = alternative(child)
            if branch is not None:
                yield from _inside(branch, wanted)
        elif child.tag in TRANSPARENT:
            yield from _inside(child, wanted)


def _is_deleted(row: Element) -> bool:
    properties = row.find(W + "trPr")
    return properties is not None and properties.find(W + "del") is not None


def _flat(items: list[Line | Table]) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell; those of a table inside it row by row."""
    found: list[Paragraph] = []
    for item in items:
        if isinstance(item, Table):
            found.extend(p for row in item.rows for cell in row.cells for p in cell.paragraphs)
        else:
            paragraph = item.paragraph()
            if paragraph is not None:
                found.append(paragraph)
    return tuple(found)
