"""Slips of recognition that a rule makes certain are mended, and told; all others stay as they were read.

`labels` looks at the lists of a document, the others at one text each: `phrases` (words that are always the same),
`references` (numbers of papers), `figures` (sums and dates), `places` (names beside a higher place), `runs` (words
without a space between). Clean text is never changed by any of them.
"""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace

from donghanh.reading.blocks import Block, Doubt, Paragraph, Row, Table
from donghanh.reading.formats.scan.mending import figures, labels, phrases, places, references, runs
from donghanh.reading.formats.scan.mending.slips import Mend, Rule, mend_paragraph

__all__ = ["Mended", "mend"]

# In this order: words are parted before they are compared.
_RULES: tuple[Rule, ...] = (runs.find, phrases.find, references.find, figures.find, places.find)
_MOST_TOLD = 20

Mender = Callable[[Paragraph], Paragraph]


@dataclass(frozen=True, slots=True)
class Mended:
    """Blocks with their slips mended, and the doubt that lists them."""

    blocks: tuple[Block, ...]
    doubts: tuple[Doubt, ...]


def mend(blocks: Sequence[Block], pages: Set[int]) -> Mended:
    """Mend what was recognised on some pages of a document."""
    mends: list[Mend] = []
    rows = labels.find([block.text if isinstance(block, Paragraph) else "" for block in blocks])

    def mended(paragraph: Paragraph) -> Paragraph:
        if paragraph.page not in pages:
            return paragraph
        for rule in _RULES:
            paragraph, found = mend_paragraph(paragraph, list(rule(paragraph.text)))
            mends.extend(found)
        return paragraph

    out: list[Block] = []
    for i, block in enumerate(blocks):
        if isinstance(block, Table):
            out.append(_in_cells(block, mended))
            continue
        if i in rows and block.page in pages:
            block, found = mend_paragraph(block, [rows[i]])
            mends.extend(found)
        out.append(mended(block))
    return Mended(tuple(out), _told(mends))


def _in_cells(table: Table, mended: Mender) -> Table:
    def row(old: Row) -> Row:
        cells = (replace(c, paragraphs=tuple(mended(p) for p in c.paragraphs)) for c in old.cells)
        return replace(old, cells=tuple(cells))

    return replace(table, rows=tuple(row(old) for old in table.rows))


def _told(mends: Sequence[Mend]) -> tuple[Doubt, ...]:
    if not mends:
        return ()
    shown = "; ".join(f"“{m.was}” → “{m.becomes}” (trang {m.page})" for m in mends[:_MOST_TOLD])
    more = f"; và {len(mends) - _MOST_TOLD} chỗ khác" if len(mends) > _MOST_TOLD else ""
    message = f"Máy nhận dạng nhầm, đã sửa: {shown}{more}. Hãy đối chiếu với bản gốc."
    return (Doubt("recognition_mended", message),)
