"""One page of a PDF as lines and ruled tables in the reader's space."""

from dataclasses import dataclass

import pypdfium2 as pdfium

from donghanh.reading.formats.pdf.characters import CharacterReader
from donghanh.reading.formats.pdf.drawing import DrawingReader
from donghanh.reading.formats.pdf.glyphs import unknown
from donghanh.reading.formats.pdf.grids import Grid, find_grids
from donghanh.reading.formats.pdf.lines import Line, gather_lines
from donghanh.reading.formats.pdf.shapes import Frame, Rule, Span
from donghanh.reading.formats.pdf.spans import SpanBuilder, text_direction


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A grid and, for each of its places, the lines in it."""

    grid: Grid
    cells: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page as found; lines are those outside ruled tables.

    letters, unknown, hidden, slanted, recognised count characters: all of them, those without a
    meaning, those that cannot be seen, those set askew, those recognised in a picture.
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
    builder = SpanBuilder(reader, frame, drawing, grids)
    builder.build(runs)
    outside, tables = share_out(builder.spans, grids)
    text = reader.text
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
