"""Text set side by side without lines: letterheads, signatures, aligned tables.

Told by the white between, not by words: lines that leave the same upright strip of the page empty and
stand on either side of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from donghanh.reading.formats.pdf.lines import Line, make_line, segments
from donghanh.reading.formats.pdf.marks import is_mark_alone

# Font heights: white between columns, white that opens a pair of columns, the least that must be left.
_GAP = 0.9
_OPENING = 1.5
_LEAST = 0.5
_NEXT_LINE = 2.6
# The room for a signature and a seal, in points.
_SIGNATURE = 190.0
_CENTRED = 8.0
# How many lines of columns may stand before and after a page break.
_TAIL = 16


@dataclass(frozen=True, slots=True)
class Aligned:
    """Rows of cells, each cell the lines in it."""

    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    top: float


@dataclass(frozen=True, slots=True)
class Margins:
    """Left and right edge of the text."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def parts_of(line: Line) -> list[Line]:
    """The parts of a line with a column's white between them."""
    if line.spans[0].turned:
        return [line]
    parts = segments(line, _GAP)
    if len(parts) > 1 and is_mark_alone(parts[0].text):
        if len(parts) == 2:
            return [line]
        joined = make_line([span for span in line.spans if span.left <= parts[1].right])
        return [joined, *parts[2:]] if joined is not None else parts
    return parts


def split_columns(lines: Sequence[Line], margins: Margins) -> list[Line | Aligned]:
    """The lines of a page with what stands side by side taken together, from the top."""
    parts = [parts_of(line) for line in lines]
    out: list[Line | Aligned] = []
    done = i = 0
    while i < len(lines):
        if len(parts[i]) >= 2:
            table = _table(lines, parts, i)
            pair = None if table else _pair(lines, parts, i, done, margins)
            if table is not None:
                stop, aligned = table
                out.extend(lines[done:i])
                out.append(aligned)
                done = i = stop
                continue
            if pair is not None:
                start, stop, aligned = pair
                out.extend(lines[done:start])
                out.append(aligned)
                done = i = stop
                continue
        i += 1
    out.extend(lines[done:])
    return out


def carried_over(above: Sequence[Line], below: Sequence[Line], margins: Margins) -> list[Line]:
    """Lines at the head of a page that go on with columns from the foot of the page before.

    They come with places below the last line of that page, ready to be set there.
    """
    tail = list(above[-_TAIL:])
    if not tail or not below:
        return []
    last = tail[-1]
    shift = last.baseline + 1.3 * last.size - below[0].baseline
    moved = [line.moved(shift) for line in below[:_TAIL]]
    lines = [*tail, *moved]
    parts = [parts_of(line) for line in lines]
    for at, line_parts in enumerate(parts):
        pair = _pair(lines, parts, at, 0, margins) if len(line_parts) > 1 else None
        if pair is not None and pair[0] < len(tail) < pair[1]:
            return moved[: pair[1] - len(tail)]
    return []


# Two columns.


def _pair(
    lines: Sequence[Line], parts: Sequence[list[Line]], at: int, floor: int, margins: Margins
) -> tuple[int, int, Aligned] | None:
    """The two columns that the line `at` opens, as (first line, line after the last, columns)."""
    here = parts[at]
    gaps = [(b.left - a.right, a.right, b.left) for a, b in pairwise(here)]
    for white, left, right in sorted(gaps, reverse=True):
        if white < _GAP * lines[at].size:
            break
        pair = _Pair(lines, parts, margins, at, (left, right))
        pair.grow_down()
        pair.grow_up(floor)
        if pair.is_sound():
            return pair.start, pair.stop + 1, pair.aligned()
    return None


class _Pair:
    """Two columns in the making: the lines `start` to `stop`, with the white `gutter` between."""

    def __init__(
        self,
        lines: Sequence[Line],
        parts: Sequence[list[Line]],
        margins: Margins,
        at: int,
        gutter: tuple[float, float],
    ) -> None:
        self.lines, self.parts, self.margins = lines, parts, margins
        self.gutter = gutter
        self.start = self.stop = at
        self.lefts: list[Line] = []
        self.rights: list[Line] = []
        self._sort_in(parts[at])

    def grow_down(self) -> None:
        while self.stop + 1 < len(self.lines):
            below = self.parts[self.stop + 1]
            narrower = _narrowed(self.gutter, below)
            if narrower is None or _is_centred(below, self.margins) or not self._goes_on(below, narrower):
                break
            self.gutter = narrower
            self.stop += 1
            self._sort_in(below)

    def grow_up(self, floor: int) -> None:
        while self.start - 1 >= floor:
            above = self.parts[self.start - 1]
            narrower = _narrowed(self.gutter, above)
            if narrower is None or _is_centred(above, self.margins):
                break
            line, top = self.lines[self.start - 1], self.lines[self.start]
            on_left = len(above) == 1 and above[0].middle < sum(narrower) / 2
            far = top.baseline - line.baseline > 1.9 * top.size
            if far or (on_left and not _stands_off(self.lines, self.start - 1)):
                break
            self.gutter = narrower
            self.start -= 1
            self._sort_in(above)

    def _goes_on(self, below: Sequence[Line], gutter: tuple[float, float]) -> bool:
        """The next line is near enough, or a name below the room for a signature."""
        line = self.lines[self.stop + 1]
        distance = line.baseline - self.lines[self.stop].baseline
        alone = below[0] if len(below) == 1 else None
        if distance > _NEXT_LINE * line.size:
            # Nothing stands above a letterhead, and it has no room for a signature.
            signed = alone is not None and alone.left >= max(
                gutter[1] - 1, min(p.left for p in self.rights) - 60
            )
            return signed and distance <= _SIGNATURE and self.start > 0
        return alone is None or alone.right > gutter[0] + 1 or _fits(alone, self.lefts)

    def is_sound(self) -> bool:
        """These are columns, and not words that happen to leave white below each other."""
        if not self.lefts or len({round(p.baseline) for p in self.rights}) < 2:
            return False
        doubles = [p for p in self.parts[self.start : self.stop + 1] if len(p) > 1]
        # Names and values that a tab parts belong together line by line.
        if len(doubles) > 1 and all(p[0].text.endswith(":") for p in doubles):
            return False
        widest = max(b.left - a.right for p in doubles for a, b in pairwise(p))
        size = doubles[0][0].size
        left, right = self.margins.left + 3, self.margins.right - 3
        justified = all(p[0].left <= left and p[-1].right >= right for p in doubles)
        return not (justified and widest < 2.5 * size) and (widest >= _OPENING * size or self.start <= 2)

    def aligned(self) -> Aligned:
        sides = (tuple(sorted(side, key=lambda p: p.baseline)) for side in (self.lefts, self.rights))
        return Aligned((tuple(sides),), self.lines[self.start].top)

    def _sort_in(self, parts: Sequence[Line]) -> None:
        middle = sum(self.gutter) / 2
        for part in parts:
            (self.lefts if part.middle < middle else self.rights).append(part)


def _narrowed(gutter: tuple[float, float], parts: Sequence[Line]) -> tuple[float, float] | None:
    """What a line leaves of the white between the columns."""
    middle = sum(gutter) / 2
    left = max([gutter[0], *(p.right for p in parts if p.middle < middle)])
    right = min([gutter[1], *(p.left for p in parts if p.middle >= middle)])
    return (left, right) if right - left >= _LEAST * parts[0].size else None


def _is_centred(parts: Sequence[Line], margins: Margins) -> bool:
    return len(parts) == 1 and abs(parts[0].middle - margins.middle) <= _CENTRED


def _fits(line: Line, column: Sequence[Line]) -> bool:
    """A line goes on a column: same edge or same middle, same size of type."""
    return not column or any(
        (abs(line.left - p.left) <= 4 or abs(line.middle - p.middle) <= 8) and abs(line.size - p.size) <= 2.1
        for p in column
    )


def _stands_off(lines: Sequence[Line], i: int) -> bool:
    """The line `i` differs from the line above it in style, so it opens something."""
    if i == 0:
        return True
    line, above = lines[i], lines[i - 1]
    return (
        line.italic != above.italic
        or line.starts_bold != above.starts_bold
        or abs(line.size - above.size) > 0.6
    )


# Three and more columns.


def _table(lines: Sequence[Line], parts: Sequence[list[Line]], at: int) -> tuple[int, Aligned] | None:
    """A table without ruling lines that begins with the line `at`: three columns and rows at least."""
    if len(parts[at]) < 3:
        return None
    columns = [(p.left, p.right) for p in parts[at]]
    stop = at + 1
    full = 1
    while stop < len(lines):
        if lines[stop].baseline - lines[stop - 1].baseline > _NEXT_LINE * lines[stop].size:
            break
        merged = _fit_columns(columns, parts[stop], lines[stop].size)
        if merged is None:
            break
        columns = merged
        full += len(parts[stop]) >= 3
        stop += 1
    if full < 3 or full * 2 < stop - at:
        return None
    rows: list[list[list[Line]]] = []
    for line_parts in parts[at:stop]:
        places = [_column_of(columns, part) for part in line_parts]
        if not rows or 0 in places or len(line_parts) * 2 > len(columns):
            rows.append([[] for _ in columns])
        for place, part in zip(places, line_parts, strict=True):
            rows[-1][place].append(part)
    return stop, Aligned(tuple(tuple(tuple(cell) for cell in row) for row in rows), lines[at].top)


def _fit_columns(
    columns: list[tuple[float, float]], parts: Sequence[Line], size: float
) -> list[tuple[float, float]] | None:
    """The columns widened by a line's parts; None where a part lies in two columns or in none."""
    widened = list(columns)
    for part in parts:
        met = [i for i, (left, right) in enumerate(columns) if part.left < right and part.right > left]
        if len(met) != 1:
            return None
        left, right = widened[met[0]]
        widened[met[0]] = (min(left, part.left), max(right, part.right))
    if any(b[0] - a[1] < _LEAST * size for a, b in pairwise(widened)):
        return None
    return widened


def _column_of(columns: Sequence[tuple[float, float]], part: Line) -> int:
    """The column that a part lies in."""
    return next(i for i, (left, right) in enumerate(columns) if left <= part.middle <= right)
