"""One page of a PDF as lines and ruled tables in the reader's space."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium

from donghanh.reading.formats.pdf.characters import CharacterReader
from donghanh.reading.formats.pdf.drawing import DrawingReader
from donghanh.reading.formats.pdf.glyphs import unknown
from donghanh.reading.formats.pdf.grids import Grid, find_grids
from donghanh.reading.formats.pdf.legacy import unicode_letters
from donghanh.reading.formats.pdf.lines import Line, gather_lines
from donghanh.reading.formats.pdf.shapes import Frame, Rule, Span
from donghanh.reading.formats.pdf.spans import SpanBuilder, text_direction
from donghanh.vietnam.legacy import LegacyEncoding


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A grid and, for each of its places, the lines in it."""

    grid: Grid
    cells: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page as found; lines are those outside ruled tables.

    letters, unknown, hidden, slanted, recognised count characters: all of them, those without a
    meaning, those that cannot be seen, those set askew, those recognised in a picture. encodings: that of
    every word in a legacy one; raised: whether capitals were put back in those. pictured: the share of it that
    pictures cover; drawn: how many lines and shapes are on it.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    tables: tuple[RuledTable, ...]
    across: tuple[Rule, ...]
    letters: int = 0
    unknown: int = 0
    hidden: int = 0
    slanted: int = 0
    recognised: int = 0
    encodings: tuple[LegacyEncoding, ...] = ()
    raised: bool = False
    pictured: float = 0.0
    drawn: int = 0

    @property
    def words(self) -> Iterator[str]:
        """All words, those of tables first."""
        cells = (cell for table in self.tables for cell in table.cells)
        for line in (*itertools.chain.from_iterable(cells), *self.lines):
            yield from line.text.split()


def read_page(document: pdfium.PdfDocument, number: int) -> Page | None:
    """Read page `number` (from 1); None where PDFium cannot load it."""
    try:
        page = document[number - 1]
    except pdfium.PdfiumError:
        return None
    try:
        text_page = page.get_textpage()
    except pdfium.PdfiumError:
        page.close()
        return None
    try:
        return _read(page, text_page, number)
    finally:
        text_page.close()
        page.close()


def _read(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, number: int) -> Page:
    reader = CharacterReader(text_page.raw)
    runs = list(reader.runs())
    left, bottom, right, top = page.get_cropbox()
    frame = Frame(left, bottom, right, top, text_direction(runs))
    drawings = DrawingReader()
    drawings.read_page(page.raw)
    drawing = drawings.set_upright(frame)
    grids = find_grids(drawing)
    letters = unicode_letters(reader.text, runs)
    builder = SpanBuilder(reader, letters, frame, drawing, grids)
    builder.build(runs)
    outside, tables = share_out(builder.spans, grids)
    text = "".join(letters.chars)
    return Page(
        number=number,
        width=frame.width,
        height=frame.height,
        lines=tuple(gather_lines(outside)),
        tables=tables,
        across=drawing.across,
        letters=len(text) - sum(text.count(blank) for blank in " \r\n"),
        unknown=unknown(text),
        hidden=builder.hidden,
        slanted=builder.slanted,
        recognised=builder.recognised,
        encodings=letters.encodings,
        raised=letters.raised,
        pictured=drawing.picture_share,
        drawn=len(drawings.lines) + len(drawings.fills),
    )


def share_out(spans: list[Span], grids: tuple[Grid, ...]) -> tuple[list[Span], tuple[RuledTable, ...]]:
    """Spans outside of all grids, and the grids with their own."""
    if not grids:
        return spans, ()
    outside: list[Span] = []
    inside: list[list[list[Span]]] = [[[] for _ in grid.places] for grid in grids]
    for span in spans:
        y = span.height_middle if span.turned else span.baseline - 0.3 * span.size
        for grid, cells in zip(grids, inside, strict=True):
            if grid.holds(span.middle, y):
                cells[grid.place_at(span.middle, y)].append(span)
                break
        else:
            outside.append(span)
    tables = [
        RuledTable(grid, tuple(tuple(gather_lines(cell)) for cell in cells))
        for grid, cells in zip(grids, inside, strict=True)
        if any(cells)
    ]
    return outside, tuple(tables)


def named(numbers: Sequence[int]) -> str:
    """Pages as a message names them: "trang 2, 3"."""
    shown = ", ".join(map(str, numbers[:20]))
    return f"trang {shown}" + (" và các trang khác" if len(numbers) > 20 else "")
