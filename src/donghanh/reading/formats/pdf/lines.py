"""Spans become lines: what stands at one height, from left to right."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from donghanh.reading.formats.pdf.shapes import Span

_SPACE = 0.15
# A mark of a footnote is this much smaller than its line and raised by at least this share of it.
_MARK_SIZE = 0.8
_MARK_RAISE = 0.15
_MARK = re.compile(r"^\(?\[?(\d{1,3}|\*{1,3})\]?\)?$")
_UNIT = re.compile(r"(?:^|[\s\d/])(?:k|c|d|m)?m$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or one column's part of it.

    bold: how many leading characters are bold. uncertain: half-open ranges of the text that are doubtful.
    """

    spans: tuple[Span, ...]
    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: int
    italic: bool
    marks: tuple[str, ...] = ()
    uncertain: tuple[tuple[int, int], ...] = ()

    @property
    def all_bold(self) -> bool:
        return self.bold >= len(self.text) > 0

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def top(self) -> float:
        return self.baseline - 0.9 * self.size

    @property
    def bottom(self) -> float:
        return self.baseline + 0.22 * self.size

    @property
    def starts_bold(self) -> bool:
        return self.bold > 0

    def moved(self, down: float) -> "Line":
        """The line further down on the page."""
        spans = tuple(
            replace(s, baseline=s.baseline + down, top=s.top + down, bottom=s.bottom + down)
            for s in self.spans
        )
        return replace(self, spans=spans, baseline=self.baseline + down)


def make_line(spans: Sequence[Span]) -> Line | None:
    """Spans of one height as a line; None where nothing is left of them."""
    ordered = sorted(spans, key=lambda s: s.left)
    size = max(s.size for s in ordered)
    level = [s for s in ordered if s.size > _MARK_SIZE * size]
    baseline = max(level, key=lambda s: s.right - s.left).baseline
    parts: list[str] = []
    marks: list[str] = []
    kept: list[Span] = []
    uncertain: list[tuple[int, int]] = []
    bold = length = 0
    still_bold = True
    italic = True
    end = None
    for span in ordered:
        text = span.text
        if span.size <= _MARK_SIZE * size and baseline - span.baseline >= _MARK_RAISE * size:
            mark = _MARK.match(text.strip())
            if mark and not _UNIT.search("".join(parts)):
                marks.append(mark.group(1))
                continue
        gap = 0.0 if end is None else span.left - end
        if parts and text[0] != " " and gap > _SPACE * size:
            text = " " + text
        if not parts:
            text = text.lstrip()
        if not text:
            continue
        parts.append(text)
        kept.append(span)
        length += len(text)
        if span.doubtful:
            uncertain.append((length - len(text.lstrip()), length))
        still_bold = still_bold and span.bold
        if still_bold:
            bold = length
        italic = italic and span.italic
        end = span.right if end is None else max(end, span.right)
    if not kept:
        return None
    text = "".join(parts)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    text = " ".join(text.split())
    if not text:
        return None
    bold = len(text) if still_bold else min(bold, len(text))
    return Line(
        spans=tuple(kept),
        text=text,
        left=min(s.left for s in kept),
        right=max(s.right for s in kept),
        baseline=baseline,
        size=max(s.size for s in kept),
        bold=bold,
        italic=italic,
        marks=tuple(marks),
        uncertain=tuple(uncertain),
    )


def gather_lines(spans: Iterable[Span]) -> list[Line]:
    """Lines from the top; turned text is a line of its own."""
    rows: list[tuple[float, float, list[Span]]] = []
    lines: list[Line] = []
    for span in sorted(spans, key=lambda s: s.baseline):
        if span.turned:
            line = make_line([span])
            if line is not None:
                lines.append(line)
            continue
        top, bottom = span.baseline - 0.7 * span.size, span.baseline
        for index in range(len(rows) - 1, max(-1, len(rows) - 4), -1):
            row_top, row_bottom, members = rows[index]
            shared = min(bottom, row_bottom) - max(top, row_top)
            if shared >= 0.5 * min(bottom - top, row_bottom - row_top):
                # The taller text decides where the row lies: raised marks must not move it.
                if bottom - top > row_bottom - row_top:
                    rows[index] = (top, bottom, members)
                members.append(span)
                break
        else:
            rows.append((top, bottom, [span]))
    lines.extend(line for _, _, members in rows if (line := make_line(members)) is not None)
    return sorted(lines, key=lambda line: (line.baseline, line.left))


def segments(line: Line, gap: float) -> list[Line]:
    """The parts of a line that lie at least `gap` font heights apart."""
    groups: list[list[Span]] = []
    end = 0.0
    for span in line.spans:
        if groups and span.left - end < gap * line.size:
            groups[-1].append(span)
        else:
            groups.append([span])
        end = max(end, span.right) if len(groups[-1]) > 1 else span.right
    if len(groups) == 1:
        return [line]
    return [part for group in groups if (part := make_line(group)) is not None]
