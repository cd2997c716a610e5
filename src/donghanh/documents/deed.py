"""The text of a document as HTML, with a mark on every place that a fact or a finding comes from.

Marks may lie in one another, cross, and run over many paragraphs. The text is cut at all their
ends. A mark within one paragraph becomes `<mark id=…>`; where marks cross, the later one is cut in
two and its rest carries `data-of`. A mark over several paragraphs becomes a `<div id=…>` around
them whole. The first element of a mark carries its id, so a link to it scrolls there and `:target`
lights it without a script.

The work and the output are linear in the text and the number of marks: a mark yields at most
`PIECES` elements.
"""

import heapq
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
    within: dict[int, list[Mark]] = {}
    over: list[tuple[int, int, Mark]] = []
    for mark in marks:
        start, end = _trim(text, mark.start, mark.end)
        if start >= end:
            continue
        mark = Mark(mark.id, start, end, mark.tone, mark.knot)  # noqa: PLW2901 (trimmed)
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        if first == last:
            within.setdefault(first, []).append(mark)
        else:
            over.append((first, -last, mark))
    depths = {bisect_right(starts, heading.start) - 1: heading.depth for heading in headings}
    opening, closing = _nest(over, within, lines)
    parts: list[str] = []
    for index, (start, end) in enumerate(lines):
        if index:
            parts.append("\n")
        parts += opening.get(index, ())
        if start < end:
            tag = HEADINGS[min(depths[index], len(HEADINGS) - 1)] if index in depths else "p"
            inner = _line(text, start, end, within.get(index, ()))
            style = f' class="{styles[index]}"' if index in styles else ""
            parts.append(f"<{tag}{style}>{inner}</{tag}>")
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
            cut = Mark(mark.id, mark.start, lines[first][1], mark.tone, mark.knot)
            within.setdefault(first, []).append(cut)
            continue
        stack.append(last)
        tone = f" {mark.tone}" if mark.tone else ""
        opening.setdefault(first, []).append(f'<div class="span{tone}" id="{mark.id}">{_knot(mark)}')
        closing[last] = closing.get(last, 0) + 1
    return opening, closing


def _line(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """One line with the marks that lie in it."""
    parts: list[str] = []
    waiting = [(mark.start, -mark.end, order, 0, mark) for order, mark in enumerate(marks)]
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
        is_last = rest_from is None or piece + 1 == PIECES
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
