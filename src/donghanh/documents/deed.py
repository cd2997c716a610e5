"""The text of a document as HTML, with a mark on every place that a fact or a finding comes from.

Marks may lie in one another, cross, and run over many paragraphs. The text is cut at all their
ends. A mark within one paragraph becomes `<mark id=…>`; where marks cross, the later one is cut in
two and its rest carries `data-of`. A mark over several paragraphs becomes a `<div id=…>` around
them whole. The first element of a mark carries its id, so a link to it scrolls there and `:target`
lights it without a script. Lines whose cells are set apart by tabs become rows of a table; a mark over
several cells is cut at their borders.

The work and the output are linear in the text and the number of marks: a mark yields at most
`PIECES` elements.
"""

import heapq
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from django.utils.safestring import SafeString, mark_safe

PIECES = 4
HEADINGS = ("h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked range [start, end) of the text.

    id: of the element, letters, digits and hyphens only.
    tone: class names, from our own words.
    knot: id of the finding that the mark belongs to and the number it shows, None for a fact.
    """

    id: str
    start: int
    end: int
    tone: str = ""
    knot: tuple[str, int] | None = None


# How many pieces of a mark came before this one, and its range cut to where it lies.
Piece = tuple[int, Mark]


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's title: where it starts in the text, and how deep the section lies (0 = highest)."""

    start: int
    depth: int


def render_deed(
    text: str,
    marks: Iterable[Mark],
    headings: Iterable[Heading] = (),
    styles: Mapping[int, str] | None = None,
) -> SafeString:
    """The text with its marks; what a reader of the HTML sees is the text, character by character.

    styles: class names of single lines by their number from 0, from our own words.
    """
    styles = styles or {}
    lines = _lines(text)
    starts = [start for start, _ in lines]
    tables = _tables(text, lines)
    within: dict[int, list[Mark]] = {}
    over: list[tuple[int, int, Mark]] = []
    for mark in marks:
        start, end = _trim(text, mark.start, mark.end)
        if start >= end:
            continue
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        if first == last:
            within.setdefault(first, []).append(replace(mark, start=start, end=end))
        elif _cuts_a_table(first, last, tables):
            within.setdefault(first, []).append(replace(mark, start=start, end=lines[first][1]))
        else:
            over.append((first, -last, replace(mark, start=start, end=end)))
    depths = {bisect_right(starts, heading.start) - 1: heading.depth for heading in headings}
    opening, closing = _nest(over, within, lines)
    parts: list[str] = []
    for index, (start, end) in enumerate(lines):
        if index:
            parts.append("\n")
        parts += opening.get(index, ())
        inside = within.get(index, ())
        table = tables.get(index)
        if table:
            parts.append("<table>" if index == table[0] else "")
            parts.append(_row(text, start, end, inside))
            parts.append("</table>" if index == table[1] else "")
        elif start < end:
            tag = HEADINGS[min(depths[index], len(HEADINGS) - 1)] if index in depths else "p"
            style = f' class="{styles[index]}"' if index in styles else ""
            parts.append(f"<{tag}{style}>{_line(text, start, end, [(0, mark) for mark in inside])}</{tag}>")
        parts.append("</div>" * closing.get(index, 0))
    return mark_safe("".join(parts))  # noqa: S308 (all text is escaped in _line)


def _lines(text: str) -> list[tuple[int, int]]:
    """Where each line starts and ends, its line break left out."""
    lines = []
    start = 0
    for line in text.split("\n"):
        lines.append((start, start + len(line)))
        start += len(line) + 1
    return lines


def _tables(text: str, lines: Sequence[tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """For each line that is a row of a table: the table's first and last line."""
    tables: dict[int, tuple[int, int]] = {}
    first = None
    for index, (start, end) in enumerate([*lines, (0, 0)]):
        if "\t" in text[start:end]:
            first = index if first is None else first
        elif first is not None:
            tables.update(dict.fromkeys(range(first, index), (first, index - 1)))
            first = None
    return tables


def _cuts_a_table(first: int, last: int, tables: Mapping[int, tuple[int, int]]) -> bool:
    ends = (tables.get(first), tables.get(last))
    return any(table and not (first <= table[0] and table[1] <= last) for table in ends)


def _row(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """One row of a table; of a mark over several cells, later cells hold its rest."""
    cells = []
    at = start
    for cell in text[start:end].split("\t"):
        cells.append((at, at + len(cell)))
        at += len(cell) + 1
    starts = [cell_start for cell_start, _ in cells]
    inside: dict[int, list[Piece]] = {}
    for mark in marks:
        first, last = bisect_right(starts, mark.start) - 1, bisect_right(starts, mark.end - 1) - 1
        for piece, index in enumerate(range(first, min(last, first + PIECES - 1) + 1)):
            cut = replace(mark, start=max(mark.start, cells[index][0]), end=min(mark.end, cells[index][1]))
            if cut.start < cut.end:
                inside.setdefault(index, []).append((piece, cut))
    row = [f"<td>{_line(text, *cell, inside.get(index, ()))}</td>" for index, cell in enumerate(cells)]
    return "<tr>" + "\t".join(row) + "</tr>"


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range within the text, without the blanks at its ends."""
    start, end = max(0, start), min(len(text), end)
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


def _nest(
    over: list[tuple[int, int, Mark]], within: dict[int, list[Mark]], lines: Sequence[tuple[int, int]]
) -> tuple[dict[int, list[str]], dict[int, int]]:
    """What opens before a line and how much closes after it, for marks over several lines.

    One that crosses another marks only its first line.
    """
    opening: dict[int, list[str]] = {}
    closing: dict[int, int] = {}
    stack: list[int] = []
    for first, negative_last, mark in sorted(over, key=lambda item: (item[0], item[1], item[2].id)):
        last = -negative_last
        while stack and stack[-1] < first:
            stack.pop()
        if stack and last > stack[-1]:
            within.setdefault(first, []).append(replace(mark, end=lines[first][1]))
            continue
        stack.append(last)
        tone = f" {mark.tone}" if mark.tone else ""
        opening.setdefault(first, []).append(f'<div class="span{tone}" id="{mark.id}">{_knot(mark)}')
        closing[last] = closing.get(last, 0) + 1
    return opening, closing


def _line(text: str, start: int, end: int, pieces: Iterable[Piece]) -> str:
    """One line or cell with the marks that lie in it."""
    parts: list[str] = []
    waiting = [(mark.start, -mark.end, order, piece, mark) for order, (piece, mark) in enumerate(pieces)]
    heapq.heapify(waiting)
    stack: list[tuple[int, Mark, bool]] = []
    at = start

    def close_until(position: int) -> int:
        here = at
        while stack and stack[-1][0] <= position:
            stop, mark, is_last = stack.pop()
            parts.append(escape(text[here:stop], quote=False))
            parts.append("</mark>" + (_knot(mark) if is_last else ""))
            here = stop
        return here

    while waiting:
        mark_start, negative_end, order, piece, mark = heapq.heappop(waiting)
        mark_end = -negative_end
        at = close_until(mark_start)
        parts.append(escape(text[at:mark_start], quote=False))
        at = mark_start
        rest_from = stack[-1][0] if stack and stack[-1][0] < mark_end else None
        is_last = rest_from is None or piece + 1 >= PIECES
        if rest_from is not None:
            if not is_last:
                heapq.heappush(waiting, (rest_from, negative_end, order, piece + 1, mark))
            mark_end = rest_from
        identity = f'data-of="{mark.id}"' if piece else f'id="{mark.id}"'
        tone = f' class="{mark.tone}"' if mark.tone else ""
        parts.append(f"<mark {identity}{tone}>")
        stack.append((mark_end, mark, is_last))
    at = close_until(end)
    parts.append(escape(text[at:end], quote=False))
    return "".join(parts)


def _knot(mark: Mark) -> str:
    """The link from the place back to its finding; its number is drawn by the style sheet."""
    if mark.knot is None:
        return ""
    target, number = mark.knot
    return f'<a class="knot {mark.tone}" href="#{target}" data-n="{number}" aria-label="{number}"></a>'
