"""How a document is set: its margins, the distance of its lines, whether first lines are indented."""

from collections import Counter
from collections.abc import Iterable, Sequence

from donghanh.reading.formats.pdf.columns import Margins
from donghanh.reading.formats.pdf.lines import Line
from donghanh.reading.formats.pdf.marks import mark_width
from donghanh.reading.formats.pdf.pages import Page

_NEAR = 4.0
# Shares of the font's height: a space, what a line may miss of the margin and be full.
_SPACE = 0.25
_SLACK = 0.3
_WEIGHTS = {**dict.fromkeys("iíìỉĩịjlt.,;:!()[]/'I ", 0.3), **dict.fromkeys("mMwW%", 0.8)}
# Points by which the space between paragraphs is wider at least.
_WIDER = 2.0
# Fewer lines than this do not show the margins. Then: tables and their padding, or the margins of
# Decree 30/2020/NĐ-CP (30 mm left, 15 mm right).
_FEW_LINES = 8
_CELL_PADDING = 5.4
_LEFT_MARGIN, _RIGHT_MARGIN = 85.0, 42.5


class Layout:
    """Learnt from all lines of the document; asked for each of them."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.body_size = _body_size(pages)
        self._margins: dict[tuple[int, int], Margins] = {}
        by_shape: dict[tuple[int, int], list[Page]] = {}
        for page in pages:
            by_shape.setdefault(_shape(page), []).append(page)
        for shape, group in by_shape.items():
            self._margins[shape] = _margins(group)
        self._lefts: Counter[int] = Counter()
        self._pitches: dict[int, Counter[float]] = {}
        self._runs_back: Counter[int] = Counter()
        self._runs_on: Counter[int] = Counter()
        self._after_short: list[tuple[float, float]] = []
        self._marked_at_margin = 0
        for page in pages:
            self._learn(page)
        self.parts_by_space = self._parts_by_space()

    def margins(self, page: Page) -> Margins:
        return self._margins[_shape(page)]

    def _learn(self, page: Page) -> None:
        margins = self.margins(page)
        for line in page.lines:
            self._lefts[round(line.left - margins.left)] += 1
        for line, below in zip(page.lines, page.lines[1:], strict=False):
            step = below.baseline - line.baseline
            if not 0.8 * line.size <= step <= 3 * line.size or abs(line.size - below.size) > 1:
                continue
            offset, next_offset = line.left - margins.left, below.left - margins.left
            marked = mark_width(below.text) > 0
            if not is_full(line, below, margins.right):
                self._marked_at_margin += marked and abs(next_offset) <= _NEAR
                self._after_short.append((line.size, step))
                continue
            if next_offset <= offset + _NEAR and not marked:
                self._pitches.setdefault(round(line.size), Counter())[round(step * 2) / 2] += 1
            if offset > _NEAR and next_offset < offset - _NEAR:
                self._runs_back[round(offset / _NEAR)] += 1
            elif offset > _NEAR and abs(next_offset - offset) <= _NEAR and not marked:
                self._runs_on[round(offset / _NEAR)] += 1

    def pitch(self, size: float) -> float | None:
        """The usual distance of two lines of one paragraph; None where none was seen."""
        seen = self._pitches.get(round(size))
        if not seen:
            return None
        most = max(seen.values())
        # Paragraphs are further apart than lines, and may be as many.
        return min(step for step, times in seen.items() if times * 3 >= most)

    def _parts_by_space(self) -> bool:
        """There is more space between paragraphs than between lines."""
        known = [(step, pitch) for size, step in self._after_short if (pitch := self.pitch(size)) is not None]
        wide = sum(1 for step, pitch in known if step > pitch + _WIDER)
        return len(known) >= 3 and wide >= 0.8 * len(known)

    def indents_first_lines(self, offset: float) -> bool:
        """Paragraphs that begin this far from the margin go on at a smaller distance."""
        key = round(offset / _NEAR)
        back = sum(self._runs_back[k] for k in (key - 1, key, key + 1))
        on = sum(self._runs_on[k] for k in (key - 1, key, key + 1))
        return back > on

    @property
    def marks_at_margin(self) -> bool:
        """Items of lists begin at the margin itself."""
        return self._marked_at_margin >= 2

    def is_common_left(self, offset: float) -> bool:
        """Other lines begin here too, so that it is an indentation."""
        at = round(offset)
        return sum(self._lefts[k] for k in (at - 1, at, at + 1)) >= 3

    def centred(self, page: Page, lines: Sequence[Line]) -> set[int]:
        """Indices of the lines that are centred between the margins."""
        margins = self.margins(page)
        width = margins.right - margins.left
        even = [abs(line.middle - margins.middle) <= max(3.0, 0.25 * line.size) for line in lines]
        short = [line.left - margins.left > 18 and line.right < margins.right - 12 for line in lines]
        sure = {
            i
            for i, line in enumerate(lines)
            if even[i]
            and short[i]
            and (not self.is_common_left(line.left - margins.left) or line.right - line.left < 0.3 * width)
        }
        sure |= self._share_a_middle(lines, margins)
        # A long line of a centred block fills the width; a short one may begin where others do.
        for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
            for i in order:
                if i in sure or not even[i]:
                    continue
                for j in (i - 1, i + 1):
                    if j not in sure:
                        continue
                    near = abs(lines[i].baseline - lines[j].baseline) <= 2.2 * lines[i].size
                    alike = lines[i].all_bold == lines[j].all_bold and lines[i].italic == lines[j].italic
                    if near and alike and not is_full_width(lines[i], margins):
                        sure.add(i)
        return sure

    def _share_a_middle(self, lines: Sequence[Line], margins: Margins) -> set[int]:
        """Lines of different length below each other with one middle, where the margins are uncertain."""
        found = set()
        for i, (line, below) in enumerate(zip(lines, lines[1:], strict=False)):
            if (
                abs(line.middle - below.middle) <= 1.5
                and abs(line.left - below.left) > 6
                and below.baseline - line.baseline <= 2.6 * line.size
                and abs(line.middle - margins.middle) <= 0.3 * (margins.right - margins.left)
                and min(line.left, below.left) > margins.left + 18
                and not any(self.is_common_left(edge.left - margins.left) for edge in (line, below))
            ):
                found |= {i, i + 1}
        return found


def is_full_width(line: Line, margins: Margins) -> bool:
    return line.left <= margins.left + 1.5 and line.right >= margins.right - 1.5


def is_full(line: Line, below: Line, right: float) -> bool:
    """The first word of the line below would not have fitted on the line."""
    first = below.text.split(" ", 1)[0]
    return line.right + width_in(below, first) + _SPACE * line.size >= right - _SLACK * line.size


def width_in(line: Line, words: str) -> float:
    """About how wide some words of a line are, by the kinds of their letters."""
    whole = _weight(line.text)
    return (line.right - line.left) * _weight(words) / whole if whole else 0.0


def _weight(text: str) -> float:
    return sum(_WEIGHTS.get(c, 0.5 if not c.isupper() else 0.7) for c in text)


def _shape(page: Page) -> tuple[int, int]:
    return round(page.width / 5), round(page.height / 5)


def _body_size(pages: Iterable[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    if not sizes:
        for page in pages:
            for table in page.tables:
                for cell in table.cells:
                    for line in cell:
                        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _margins(pages: Sequence[Page]) -> Margins:
    """The leftmost and rightmost edge that several lines share; with few lines, those of the tables."""
    lines = [line for page in pages for line in page.lines if not line.spans[0].turned]
    if len(lines) < _FEW_LINES:
        grids = [table.grid for page in pages for table in page.tables]
        edges = [x for grid in grids for x in (grid.xs[0] + _CELL_PADDING, grid.xs[-1] - _CELL_PADDING)]
        if not edges:
            edges = [_LEFT_MARGIN, pages[0].width - _RIGHT_MARGIN]
        edges.extend(x for line in lines for x in (line.left, line.right))
        return Margins(min(edges), max(edges))
    needed = max(2, round(0.02 * len(lines)))
    lefts = Counter(round(line.left) for line in lines)
    rights = Counter(round(line.right) for line in lines)

    def shared(edges: Counter[int]) -> list[int]:
        return [x for x in edges if sum(edges[k] for k in (x - 1, x, x + 1)) >= needed]

    left = min(shared(lefts), default=min(lefts))
    right = max(shared(rights), default=max(rights))
    # Short lines alone do not show the right margin; on official paper it is not the wider one.
    width = min(page.width for page in pages)
    return Margins(float(left), max(float(right), width - max(_RIGHT_MARGIN, min(left, 0.25 * width))))
