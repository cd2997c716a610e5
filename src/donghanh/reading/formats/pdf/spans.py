"""Runs of characters become spans: words set beside each other in one style on one line."""

import re
from collections import Counter
from collections.abc import Sequence

from donghanh.reading.formats.pdf.characters import CharacterReader, Run
from donghanh.reading.formats.pdf.glyphs import has_accents, place_accents, plain
from donghanh.reading.formats.pdf.grids import Grid
from donghanh.reading.formats.pdf.legacy import Letters
from donghanh.reading.formats.pdf.shapes import Drawing, Frame, Span

# Shares of the font's height: a gap that is a space, one within a span with and without a space
# in the file, how far two prints of the same words lie apart.
_SPACE = 0.15
_CLOSE = 0.6
_WIDE = 0.9
_OVERPRINT = 0.15
_UNREADABLY_SMALL = 1.5
# A page that is a picture carries its recognised text unseen.
_SCAN = 0.5
_WORD = re.compile(r"\S+")


def text_direction(runs: Sequence[Run]) -> int:
    """The quarter turns of most of the text."""
    turns: Counter[int] = Counter()
    for run in runs:
        if run.turn is not None:
            turns[run.turn] += run.end - run.start
    return turns.most_common(1)[0][0] if turns else 0


class SpanBuilder:
    """Builds `spans`; counts the letters left out as `hidden` or `slanted`, and `recognised` ones."""

    def __init__(
        self,
        reader: CharacterReader,
        letters: Letters,
        frame: Frame,
        drawing: Drawing,
        grids: Sequence[Grid],
    ) -> None:
        self.spans: list[Span] = []
        self.hidden = self.slanted = self.recognised = 0
        self._reader = reader
        self._frame = frame
        self._drawing = drawing
        self._grids = grids
        self._chars: Sequence[str] = letters.chars
        if not letters.encodings and has_accents(reader.text):
            self._chars = place_accents(reader.text, reader)
        # One sign for each character, whatever letters it stands for now.
        self._mask = "".join(c[0] if c else "x" for c in self._chars)
        self._parts: list[str] = []
        self._left = self._right = self._baseline = 0.0
        self._run: Run | None = None
        self._bold = False
        self._last = -1

    def build(self, runs: Sequence[Run]) -> None:
        twice, bold = self._overprinted(runs)
        for index, run in enumerate(runs):
            if index in twice or not self._is_shown(run):
                continue
            if run.turn == self._frame.turn:
                self._add_run(run, run.bold or index in bold)
            else:
                self._add_turned(run)
        self._flush()

    def _overprinted(self, runs: Sequence[Run]) -> tuple[set[int], set[int]]:
        """Runs that repeat others a hair beside them, and those others: a bold face made by hand."""
        seen: dict[str, list[int]] = {}
        twice: set[int] = set()
        bold: set[int] = set()
        for index, run in enumerate(runs):
            same = seen.setdefault(self._reader.text[run.start : run.end], [])
            room = run.size * _OVERPRINT
            for other in same[-8:]:
                if abs(runs[other].x - run.x) <= room and abs(runs[other].y - run.y) <= room:
                    twice.add(index)
                    bold.add(other)
                    break
            else:
                same.append(index)
        return twice, bold

    def _is_shown(self, run: Run) -> bool:
        if run.turn is None:
            self.slanted += self._letters(run)
            return False
        scanned = self._drawing.picture_share >= _SCAN
        if run.invisible and scanned:
            self.recognised += self._letters(run)
            return True
        x, y = self._frame.upright(run.x, run.y)
        inside = -2 <= x <= self._frame.width + 2 and -2 <= y <= self._frame.height + 2
        seen = inside and not run.invisible and run.size >= _UNREADABLY_SMALL
        if seen and run.white:
            dark = any(not fill.light and fill.covers(x + 1, y - 1) for fill in self._drawing.fills)
            seen = dark or scanned
        if not seen:
            self.hidden += self._letters(run)
        return seen

    def _letters(self, run: Run) -> int:
        return sum(1 for c in self._reader.text[run.start : run.end] if not c.isspace())

    def _extent(self, first: int, last: int) -> tuple[float, float]:
        """Left and right edge of the characters `first` to `last`, as read."""
        if self._frame.turn == 0:
            edge, origin = self._reader.edge, self._frame.left
            return edge(first, False) - origin, edge(last, True) - origin
        edges = [
            self._frame.upright_box(*box) for i in range(first, last + 1) if (box := self._reader.ink(i))
        ]
        return (min(e[0] for e in edges), max(e[2] for e in edges)) if edges else (0.0, 0.0)

    def _add_run(self, run: Run, bold: bool) -> None:
        _, baseline = self._frame.upright(run.x, run.y)
        size = run.size
        columns = [g for g in self._grids if g.top <= baseline <= g.bottom + size]
        current = self._run
        if current is not None:
            same = (
                abs(baseline - self._baseline) <= 0.1 * size
                and abs(current.size - size) <= 0.02 * size
                and self._bold == bold
                and current.italic == run.italic
            )
            if not same:
                self._flush()
        for word in _WORD.finditer(self._mask, run.start, run.end):
            first, stop = word.span()
            left, right = self._extent(first, stop - 1)
            space = False
            if self._last >= 0 and self._last < first:
                between = self._mask[self._last : first]
                space = bool(between) and "\n" not in between and "\r" not in between
            if self._parts:
                gap = left - self._right
                near = -0.5 * size < gap < (_WIDE if space else _CLOSE) * size
                if near and not any(g.separates(baseline - 0.3 * size, self._right, left) for g in columns):
                    if space or gap > _SPACE * size:
                        self._parts.append(" ")
                    self._parts.append(self._token(first, stop))
                    self._right = max(self._right, right)
                    self._last = stop
                    continue
                self._flush()
            self._run, self._bold, self._baseline = run, bold, baseline
            self._left, self._right = left, right
            self._parts = [" " if space else "", self._token(first, stop)]
            self._last = stop

    def _token(self, first: int, stop: int) -> str:
        return "".join(self._chars[first:stop])

    def _flush(self) -> None:
        run = self._run
        text = plain("".join(self._parts))
        if run is not None and text.strip():
            self.spans.append(
                Span(
                    text=text,
                    left=self._left,
                    right=self._right,
                    baseline=self._baseline,
                    size=run.size,
                    bold=self._bold,
                    italic=run.italic,
                    top=self._baseline - 0.9 * run.size,
                    bottom=self._baseline + 0.22 * run.size,
                )
            )
        self._run = None
        self._parts = []

    def _add_turned(self, run: Run) -> None:
        self._flush()
        edges = [
            self._frame.upright_box(*box) for i in range(run.start, run.end) if (box := self._reader.ink(i))
        ]
        text = " ".join(plain(self._token(run.start, run.end)).split())
        if not edges or not text:
            return
        left, top = min(e[0] for e in edges), min(e[1] for e in edges)
        right, bottom = max(e[2] for e in edges), max(e[3] for e in edges)
        self.spans.append(
            Span(text, left, right, bottom, run.size, run.bold, run.italic, True, top=top, bottom=bottom)
        )
