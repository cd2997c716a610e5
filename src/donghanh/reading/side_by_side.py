"""Long lists that stand in columns side by side, to save paper: "TT | Xã | Số thẻ | TT | Xã | Số thẻ"."""

from dataclasses import replace

from donghanh.reading.source import Line


def unfold(lines: list[Line]) -> list[Line]:
    """The rows of a table as they would stand below each other; as they are where its head does not repeat itself.

    Each part of a row keeps its own place in the text.
    """
    width = _width_of_one(lines[0]) if lines and not any(line.merged for line in lines[:2]) else None
    return lines if width is None else [part for line in lines for part in _parts(line, width)]


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
    parts = []
    last = max((c.column for c in line.cells), default=0)
    for first in range(0, last + 1, width):
        cells = [c for c in line.cells if first <= c.column < first + width]
        if any(c.text for c in cells):
            start, end = cells[0].start, cells[-1].end
            words = line.text[start - line.start : end - line.start]
            cells = [replace(c, column=c.column - first) for c in cells]
            parts.append(replace(line, text=words, start=start, cells=tuple(cells)))
    return parts
