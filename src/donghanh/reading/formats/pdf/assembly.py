"""Pages become blocks in reading order, joined over page breaks."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from donghanh.reading.blocks import Block, Paragraph, Table
from donghanh.reading.formats.pdf.columns import Aligned, carried_over, split_columns
from donghanh.reading.formats.pdf.furniture import Footnote, drop_furniture, take_footnotes
from donghanh.reading.formats.pdf.layout import Layout
from donghanh.reading.formats.pdf.lines import Line
from donghanh.reading.formats.pdf.pages import Page, RuledTable
from donghanh.reading.formats.pdf.paragraphs import (
    Draft,
    begin,
    extend,
    finish,
    goes_on,
    indent_levels,
    joined,
)
from donghanh.reading.formats.pdf.tables import TablePart, continues, join, ruled_part, side_by_side, whole

# A page that ends this far from its lower edge ends because the next line did not fit.
_ROOM = 170.0

Piece = Draft | TablePart | Table


def assemble(pages: Sequence[Page]) -> list[Block]:
    """The blocks of a document; footnotes stand at its end."""
    cleared = drop_furniture(pages)
    size = Layout(cleared).body_size
    bare: list[Page] = []
    notes: list[Footnote] = []
    for page in cleared:
        without, found = take_footnotes(page, size)
        bare.append(without)
        notes.extend(found)
    layout = Layout(bare)
    bare = _carry_columns_over(bare, layout)
    pieces: list[Piece] = []
    for page in bare:
        _add_page(pieces, page, layout)
    drafts = [piece for piece in pieces if isinstance(piece, Draft)]
    indents = dict(zip(map(id, drafts), indent_levels(drafts), strict=True))
    blocks = [_block(piece, indents) for piece in pieces]
    blocks.extend(_footnote(note) for note in notes)
    return blocks


def _footnote(note: Footnote) -> Paragraph:
    words = joined(note.lines)
    head = f"[{note.mark}] "
    uncertain = tuple((len(head) + a, len(head) + b) for a, b in words.uncertain)
    return Paragraph(head + words.text, page=note.page, uncertain=uncertain)


def _carry_columns_over(pages: Sequence[Page], layout: Layout) -> list[Page]:
    """Signatures that a page break cut, put together on the page where they begin."""
    out = list(pages)
    for i, (page, following) in enumerate(pairwise(pages)):
        above = out[i]
        bottom = max((t.grid.bottom for t in page.tables), default=0.0)
        top = min((t.grid.top for t in following.tables), default=float("inf"))
        lines = [line for line in above.lines if line.baseline > bottom]
        heads = [line for line in following.lines if line.baseline < top]
        cut = above.lines and above.lines[-1].baseline > page.height - _ROOM
        alike = layout.margins(page) == layout.margins(following)
        carried = carried_over(lines, heads, layout.margins(page)) if cut and alike else []
        if carried:
            out[i] = replace(above, lines=(*above.lines, *carried))
            out[i + 1] = replace(following, lines=following.lines[len(carried) :])
    return out


def _block(piece: Piece, indents: dict[int, int]) -> Block:
    if isinstance(piece, Draft):
        return finish(piece, indents[id(piece)])
    return whole(piece) if isinstance(piece, TablePart) else piece


def _add_page(pieces: list[Piece], page: Page, layout: Layout) -> None:
    margins = layout.margins(page)
    first_of_page = True
    for item in _in_order(page, layout):
        last = pieces[-1] if pieces else None
        if isinstance(item, RuledTable):
            part = ruled_part(item, page.number)
            if first_of_page and isinstance(last, TablePart) and continues(last, part):
                join(last, part)
            else:
                pieces.append(part)
        elif isinstance(item, Aligned):
            pieces.append(side_by_side(item, page.number))
        else:
            line, centred = item
            # Beyond a page break nothing tells a gap, and only the last paragraph can go on.
            if not centred and isinstance(last, Draft) and goes_on(last, line, page.number, margins, layout):
                extend(last, line, page.number, margins)
            else:
                pieces.append(begin(line, page.number, margins, centred))
        first_of_page = False


def _in_order(page: Page, layout: Layout) -> list[tuple[Line, bool] | Aligned | RuledTable]:
    """Lines (with whether they are centred), columns and tables of a page, from the top."""
    tables = sorted(page.tables, key=lambda t: t.grid.top)
    out: list[tuple[Line, bool] | Aligned | RuledTable] = []
    rest = list(page.lines)
    for table in [*tables, None]:
        bottom = float("inf") if table is None else table.grid.top
        above = [line for line in rest if line.baseline <= bottom]
        rest = [line for line in rest if line.baseline > bottom]
        items = split_columns(above, layout.margins(page))
        lines = [item for item in items if isinstance(item, Line)]
        centred = {id(lines[i]) for i in layout.centred(page, lines)}
        for item in items:
            out.append((item, id(item) in centred) if isinstance(item, Line) else item)
        if table is not None:
            out.append(table)
    return out
