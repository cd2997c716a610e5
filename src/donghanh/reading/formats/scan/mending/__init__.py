"""Slips of recognition that a rule makes certain are mended, and told; all others stay as they were read.

`labels` looks at the lists of a document, the others at one text each: `phrases` (words that are always the same),
`references` (numbers of papers), `figures` (sums and dates), `places` (names beside a higher place), `runs` (words
without a space between). Clean text is never changed by any of them.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from msgspec.structs import replace

from donghanh.reading.blocks import Block, Cell, Doubt, Paragraph, Table
from donghanh.reading.formats.scan.mending import figures, labels, phrases, places, references, runs
from donghanh.reading.formats.scan.mending.slips import Mend, Rule, Slip, mend_paragraph

__all__ = ["Mended", "mend"]

# In this order: words are parted before they are compared.
_RULES: tuple[Rule, ...] = (runs.find, phrases.find, references.find, figures.find, places.find)
_MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Mended:
    """Blocks with their slips mended, and the doubt that lists them."""

    blocks: tuple[Block, ...]
    doubts: tuple[Doubt, ...]


def mend(blocks: Sequence[Block], pages: Set[int]) -> Mended:
    """Mend what was recognised on some pages of a document."""
    mender = _Mender(pages)
    lists = labels.find([block.text if isinstance(block, Paragraph) else "" for block in blocks])
    out = tuple(
        mender.table(block) if isinstance(block, Table) else mender.paragraph(block, lists.get(i))
        for i, block in enumerate(blocks)
    )
    return Mended(out, _told(mender.mends))


class _Mender:
    """Mends what stands on some pages, and remembers what it mended."""

    def __init__(self, pages: Set[int]) -> None:
        self.mends: list[Mend] = []
        self._pages = pages

    def paragraph(self, paragraph: Paragraph, label: Slip | None = None) -> Paragraph:
        if paragraph.page not in self._pages:
            return paragraph
        if label is not None:
            paragraph = self._mended(paragraph, [label])
        for rule in _RULES:
            paragraph = self._mended(paragraph, list(rule(paragraph.text)))
        return paragraph

    def table(self, table: Table) -> Table:
        first = [row.cells[0] if row.cells and row.cells[0].column == 0 else None for row in table.rows]
        lists = labels.find_in_column([cell.text if cell is not None else "" for cell in first])
        rows = (
            replace(
                row, cells=tuple(self._cell(c, lists.get(i) if c is first[i] else None) for c in row.cells)
            )
            for i, row in enumerate(table.rows)
        )
        return replace(table, rows=tuple(rows))

    def _cell(self, cell: Cell, label: Slip | None) -> Cell:
        paragraphs = (self.paragraph(p, label if i == 0 else None) for i, p in enumerate(cell.paragraphs))
        return replace(cell, paragraphs=tuple(paragraphs))

    def _mended(self, paragraph: Paragraph, slips: Sequence[Slip]) -> Paragraph:
        mended, found = mend_paragraph(paragraph, slips)
        self.mends.extend(found)
        return mended


def _told(mends: Sequence[Mend]) -> tuple[Doubt, ...]:
    if not mends:
        return ()
    shown = "; ".join(f"“{m.was}” → “{m.becomes}” (trang {m.page})" for m in mends[:_MOST_TOLD])
    more = f"; và {len(mends) - _MOST_TOLD} chỗ khác" if len(mends) > _MOST_TOLD else ""
    message = f"Máy nhận dạng nhầm, đã sửa: {shown}{more}. Hãy đối chiếu với bản gốc."
    return (Doubt("recognition_mended", message),)
