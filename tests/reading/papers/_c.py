"""Tables with merged heads, for papers with money by source and quotas by commune."""

from collections.abc import Sequence

from .paper import Paper

Merge = tuple[tuple[int, int], tuple[int, int]]


def merged_table(
    paper: Paper,
    rows: Sequence[Sequence[str]],
    widths_cm: Sequence[float],
    merges: Sequence[Merge],
    bold: Sequence[int] = (0, 1),
) -> None:
    """A table whose cells from one corner to the other are one: its text stands in the first, the rest are empty."""
    paper.table(rows, widths_cm, bold)
    table = paper.document.tables[-1]
    for (top, left), (bottom, right) in merges:
        cell = table.cell(top, left).merge(table.cell(bottom, right))
        for empty in [p for p in cell.paragraphs if not p.text][: len(cell.paragraphs) - 1]:
            empty._p.getparent().remove(empty._p)
