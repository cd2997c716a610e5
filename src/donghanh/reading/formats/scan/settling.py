"""Recognised words as if they had been printed straight: on common lines, in common sizes, at common edges.

What recognition measures shakes by a pixel or two, and every sheet lay elsewhere on the glass. Here it is brought
to rest once, so that the rules by which the lines of a PDF become paragraphs hold for scans as they are.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from donghanh.reading.formats.pdf.glyphs import plain
from donghanh.reading.formats.pdf.shapes import Rule, Span
from donghanh.reading.formats.scan.shapes import ScannedPage, ScannedWord
from donghanh.reading.formats.scan.stature import middle, stature

# A word of less confidence (of 100) is doubtful. On the corpus three words in five that were misread in faxes are
# below it, and of words read rightly in clean scans one in seventy; `checks/low_confidence_text.py` tells when to speak.
DOUBTFUL = 80.0

# Shares of the font's size: white that parts two runs of words, how far two words of a run may differ in height.
_APART = 2.0
_LEVEL = 0.45
# Sizes of type that differ by less than this share are one.
_SAME_SIZE = 0.1
# Letters that a run must have to show its size.
_TELLING = 12
# The mark of a footnote is this much smaller than its line, and stands this share of it higher.
_MARK_SIZE, _MARK_RAISE = 0.8, 0.15
# A word or two among many in which boldness was mistaken: this share of the letters decides for all.
_NEARLY_ALL = 0.9
# Points within which edges of lines are one, and how many lines make an edge.
_SAME_EDGE = 3.0
_EDGE_LINES = 3
# Sheets lie this many points apart on the glass at most; with fewer lines a page does not show where it lay.
_FARTHEST = 60.0
_ENOUGH_LINES = 5
# A page of nearly the standard's size has it.
_A4 = (595.3, 841.9)
_NEARLY = 0.04

# Points between which type is set.
_LEAST_SIZE, _LARGEST_SIZE = 4.0, 72.0


@dataclass(frozen=True, slots=True)
class SettledPage:
    """A page with its words as spans, one each; all that is on it moved together."""

    number: int
    width: float
    height: float
    spans: tuple[Span, ...]
    across: tuple[Rule, ...]
    upright: tuple[Rule, ...]


@dataclass(slots=True)
class _Run:
    """Words that follow each other on one line; `size` and `baseline` are what they have in common.

    bold: None where some words are and some are not.
    """

    words: list[ScannedWord]
    size: float = 0.0
    baseline: float = 0.0
    left: float = 0.0
    right: float = 0.0
    shift: float = 0.0
    bold: bool | None = None

    @property
    def letters(self) -> int:
        return sum(len(word.text) for word in self.words)


def settle(pages: Sequence[ScannedPage]) -> list[SettledPage]:
    """The pages of a document, settled together: sizes and edges are common to all of them."""
    runs = [_runs(page.words) for page in pages]
    _settle_sizes([run for found in runs for run in found])
    _settle_sheets(pages, runs)
    _settle_edges([run for found in runs for run in found])
    return [_settled(page, found) for page, found in zip(pages, runs, strict=True)]


# Words to runs.


def _runs(words: Iterable[ScannedWord]) -> list[_Run]:
    runs: list[_Run] = []
    open_runs: list[_Run] = []
    for word in sorted(words, key=lambda word: word.left):
        open_runs = [run for run in open_runs if word.left - run.words[-1].right < _APART * _LARGEST_SIZE]
        before = [run for run in open_runs if _follows(run.words[-1], word)]
        if before:
            min(before, key=lambda run: abs(_ground(run.words[-1]) - _ground(word))).words.append(word)
        else:
            runs.append(_Run([word]))
            open_runs.append(runs[-1])
    for run in runs:
        _measure(run)
    return runs


def _follows(word: ScannedWord, after: ScannedWord) -> bool:
    size = max(_size(word), _size(after))
    gap = after.left - word.right
    return -0.5 * size < gap < _APART * size and abs(_ground(word) - _ground(after)) <= _LEVEL * size


def _size(word: ScannedWord) -> float:
    reach = stature(word.text)
    if reach is None:
        return word.size
    return (word.bottom - word.top) / (reach.above + reach.below)


def _ground(word: ScannedWord) -> float:
    """The y of the line on which a word's letters stand."""
    reach = stature(word.text)
    return word.baseline if reach is None else word.bottom - reach.below * _size(word)


def _measure(run: _Run) -> None:
    telling = [word for word in run.words if stature(word.text) is not None] or run.words
    size = middle((_size(word), len(word.text)) for word in telling)
    run.size = min(_LARGEST_SIZE, max(_LEAST_SIZE, size))
    run.baseline = middle((_ground(word), len(word.text)) for word in telling)
    run.left, run.right = run.words[0].left, run.words[-1].right
    heavy = sum(len(word.text) for word in run.words if word.bold)
    if heavy >= _NEARLY_ALL * run.letters:
        run.bold = True
    elif heavy <= (1 - _NEARLY_ALL) * run.letters and not run.words[0].bold:
        run.bold = False


# Sizes.


def _settle_sizes(runs: Sequence[_Run]) -> None:
    """Sizes that nearly agree become the one that most letters have; a word or two cannot tell a size."""
    long = [run for run in runs if run.letters >= _TELLING]
    left, common = list(long), list[float]()
    while left:
        most = middle((run.size, run.letters) for run in left)
        near = [run for run in left if abs(run.size - most) <= _SAME_SIZE * most]
        common.append(round(middle((run.size, run.letters) for run in near), 1))
        for run in near:
            run.size = common[-1]
        left = [run for run in left if abs(run.size - most) > _SAME_SIZE * most]
    for run in runs:
        if run.letters < _TELLING and common:
            run.size = min(common, key=lambda size: abs(size - run.size))


# Edges.


def _settle_sheets(pages: Sequence[ScannedPage], runs: Sequence[Sequence[_Run]]) -> None:
    """Move each page sideways so that its left margin lies where those of the others do."""
    by_shape: dict[tuple[float, float], list[tuple[float, Sequence[_Run]]]] = {}
    for page, found in zip(pages, runs, strict=True):
        margin = _margin(found)
        if margin is not None:
            by_shape.setdefault(_paper(page), []).append((margin, found))
    for sheets in by_shape.values():
        usual = median(margin for margin, _ in sheets)
        for margin, found in sheets:
            if abs(usual - margin) <= _FARTHEST:
                for run in found:
                    run.shift = usual - margin


def _margin(runs: Sequence[_Run]) -> float | None:
    """The leftmost edge that several lines of a page share; None where too few lines would show it."""
    if len(runs) < _ENOUGH_LINES:
        return None
    edges = [group for group in _edges(run.left for run in runs) if len(group) >= _EDGE_LINES]
    return median(edges[0]) if edges else None


def _settle_edges(runs: Sequence[_Run]) -> None:
    """Left and right edges that several lines nearly share become one."""
    lefts = _common(run.left + run.shift for run in runs)
    rights = _common(run.right + run.shift for run in runs)
    for run in runs:
        run.left = lefts(run.left + run.shift)
        run.right = rights(run.right + run.shift)


def _common(values: Iterable[float]) -> Callable[[float], float]:
    shared: dict[float, float] = {}
    for group in _edges(values):
        if len(group) >= _EDGE_LINES:
            shared.update(dict.fromkeys(group, median(group)))
    return lambda value: shared.get(value, value)


def _edges(values: Iterable[float]) -> list[list[float]]:
    """Values in groups that lie close together, from the smallest."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= _SAME_EDGE / 3 and value - groups[-1][0] <= _SAME_EDGE:
            groups[-1].append(value)
        else:
            groups.append([value])
    return groups


# Runs to spans.


def _settled(page: ScannedPage, runs: Sequence[_Run]) -> SettledPage:
    width, height = _paper(page)
    shift = runs[0].shift if runs else 0.0
    return SettledPage(
        number=page.number,
        width=width,
        height=height,
        spans=tuple(span for run in runs for span in _spans(run)),
        across=tuple(replace(r, start=r.start + shift, end=r.end + shift) for r in page.across),
        upright=tuple(replace(r, at=r.at + shift) for r in page.upright),
    )


def _spans(run: _Run) -> Iterable[Span]:
    last = len(run.words) - 1
    for i, word in enumerate(run.words):
        size, baseline = run.size, run.baseline
        if _is_mark(word, run):
            size, baseline = _size(word), _ground(word)
        yield Span(
            text=f" {plain(word.text)}" if i else plain(word.text),
            left=run.left if i == 0 else word.left + run.shift,
            right=run.right if i == last else word.right + run.shift,
            baseline=baseline,
            size=size,
            bold=word.bold if run.bold is None else run.bold,
            top=baseline - 0.9 * size,
            bottom=baseline + 0.22 * size,
            doubtful=word.confidence < DOUBTFUL,
        )


def _is_mark(word: ScannedWord, run: _Run) -> bool:
    """The number of a footnote: small and raised."""
    if len(run.words) == 1 or not word.text.strip("()[]").isdigit():
        return False
    return _size(word) <= _MARK_SIZE * run.size and run.baseline - _ground(word) >= _MARK_RAISE * run.size


def _paper(page: ScannedPage) -> tuple[float, float]:
    """Width and height of the sheet, those of A4 where it nearly has them."""
    for width, height in (_A4, _A4[::-1]):
        if abs(page.width - width) <= _NEARLY * width and abs(page.height - height) <= _NEARLY * height:
            return width, height
    return page.width, page.height
