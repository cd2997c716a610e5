"""Long lists that stand in columns side by side, to save paper: "TT | Xã | Số thẻ | TT | Xã | Số thẻ"."""

from dataclasses import replace
from itertools import zip_longest

from donghanh.reading.labels import parse_cell_label
from donghanh.reading.source import CellSpan, Line


def unfold(lines: list[Line]) -> list[Line]:
    """The rows of a table as they would stand below each other; as they are where its head does not repeat itself.

    Each part of a row keeps its own place in the text. The list goes on at the top of the next part, or across
    where its numbers do.
    """
    width = _width_of_one(lines[0]) if lines and not any(line.merged for line in lines[:2]) else None
    if width is None:
        return lines
    rows = [_parts(line, width) for line in lines]
    if len(rows) > 1 and _counts_across(rows[1]):
        return [part for row in rows for part in row if part.cells]
    return [part for below in zip_longest(*rows) for part in below if part is not None and part.cells]


def _counts_across(row: list[Line]) -> bool:
    """Whether the second part of a row bears the number after that of the first: "1 | … | 2 | …"."""
    labels = [parse_cell_label(part.cells[0].text) for part in row[:2] if part.cells]
    values = [label.value for label in labels if label is not None and label.value is not None]
    return len(values) == 2 and values[1] == values[0] + 1


def _width_of_one(head: Line) -> int | None:
    """How many columns the head names before it begins anew, None where it does not."""
    names = [c.text.lower() for c in head.cells]
    if any(c.columns > 1 for c in head.cells) or not all(names):
        return None
    for times in (2, 3):
        width = len(names) // times
        if width >= 2 and names == names[:width] * times:
            return width
    return None


def _parts(line: Line, width: int) -> list[Line]:
    """A row cut at every `width` columns; a part without words has no cells."""
    last = max((c.column for c in line.cells), default=0)
    groups: list[list[CellSpan]] = [[] for _ in range(last // width + 1)]
    for cell in line.cells:
        groups[cell.column // width].append(cell)
    return [_part(line, cells, number * width) for number, cells in enumerate(groups)]


def _part(line: Line, cells: list[CellSpan], first: int) -> Line:
    if not any(c.text for c in cells):
        return replace(line, text="", cells=())
    start, end = cells[0].start, cells[-1].end
    words = line.text[start - line.start : end - line.start]
    shifted = tuple(replace(c, column=c.column - first) for c in cells)
    return replace(line, text=words, start=start, cells=shifted, merged=())
