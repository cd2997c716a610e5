"""Lines become paragraphs again, over line breaks and page breaks.

A line goes on with the paragraph above it where the line above is full and the place of both says so;
a mark at the head of a line begins a paragraph only where paragraphs begin.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from donghanh.reading.blocks import Paragraph
from donghanh.reading.formats.pdf.columns import Margins
from donghanh.reading.formats.pdf.layout import Layout, is_full, width_in
from donghanh.reading.formats.pdf.lines import Line
from donghanh.reading.formats.pdf.marks import mark_width, only_looks_marked

_NEAR = 4.0
# How far above the usual distance of lines a gap must lie to part paragraphs.
_GAP_SHARE = 0.18
_GAP_LEAST = 3.0
# Letters; the longest Vietnamese syllable has seven.
_LONG_WORD = 9


@dataclass(slots=True)
class Draft:
    """A paragraph in the making; `offset` is the distance of its first line from the margin."""

    lines: list[Line]
    page: int
    margins: Margins
    centred: bool = False
    offsets: list[float] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    @property
    def offset(self) -> float:
        return self.offsets[0]

    @property
    def aside(self) -> bool:
        """Set in the right half, as dates and signatures are."""
        return self.offset > 0.4 * (self.margins.right - self.margins.left)


def begin(line: Line, page: int, margins: Margins, centred: bool = False) -> Draft:
    return Draft([line], page, margins, centred, [line.left - margins.left], [page])


def goes_on(draft: Draft, line: Line, page: int, margins: Margins, layout: Layout) -> bool:
    """Whether a line (not centred) belongs to the paragraph before it."""
    before = draft.lines[-1]
    offset = line.left - margins.left
    if draft.centred or draft.aside or offset > 0.4 * (margins.right - margins.left):
        return False
    if line.spans[0].turned or before.spans[0].turned or abs(line.size - before.size) > 0.12 * before.size:
        return False
    if page == draft.pages[-1] and _is_parted(draft, line, layout):
        return False
    if not is_full(before, line, draft.margins.right):
        return False
    close = page == draft.pages[-1] and layout.parts_by_space
    return _place_goes_on(draft, line, offset, layout, close)


def _is_parted(draft: Draft, line: Line, layout: Layout) -> bool:
    before = draft.lines[-1]
    step = line.baseline - before.baseline
    pitch = layout.pitch(before.size)
    if len(draft.lines) >= 2 and draft.pages[-1] == draft.pages[-2]:
        own = before.baseline - draft.lines[-2].baseline
        pitch = own if pitch is None else max(own, pitch)
    if pitch is None:
        pitch = 1.5 * before.size
    return step > pitch + max(_GAP_LEAST, _GAP_SHARE * pitch) or step < 0


def _place_goes_on(draft: Draft, line: Line, offset: float, layout: Layout, close: bool) -> bool:
    """close: had a new paragraph begun here, there would have been more space above it."""
    first, last = draft.offsets[0], draft.offsets[-1]
    text = draft.lines[-1].text
    marked = mark_width(line.text) > 0 and not only_looks_marked(text, line.text)
    if len(draft.lines) > 1:
        if abs(offset - last) > _NEAR:
            return False
        if first > last + _NEAR:
            return not marked or (last <= _NEAR and not layout.marks_at_margin)
        return _flush_goes_on(draft, line, marked, close) if abs(first - last) <= _NEAR else not marked
    if offset < first - _NEAR:
        return not marked or (offset <= _NEAR and not layout.marks_at_margin)
    if offset > first + _NEAR:
        return not marked and _hangs(draft.lines[0], line)
    if first > _NEAR and layout.indents_first_lines(first):
        return False
    return _flush_goes_on(draft, line, marked, close)


def _hangs(first: Line, line: Line) -> bool:
    """The line begins below the text after the mark of the first."""
    width = mark_width(first.text)
    if not width:
        return False
    per_letter = (first.right - first.left) / len(first.text)
    after = first.left + per_letter * width
    for left, right in zip(first.spans, first.spans[1:], strict=False):
        if right.left - left.right > 0.3 * first.size and len(left.text) <= width + 1:
            after = right.left
            break
    return -6 <= line.left - after <= 24


def _flush_goes_on(draft: Draft, line: Line, marked: bool, close: bool) -> bool:
    """Both lines begin at the same place: only space, words and style can tell."""
    before = draft.lines[-1]
    if marked or close:
        return not marked
    if before.all_bold != (line.bold > 0) and (before.all_bold or line.all_bold):
        return False
    if before.text.endswith((";", ":", ".", "!", "?")):
        return line.text[:1].islower()
    return True


def extend(draft: Draft, line: Line, page: int, margins: Margins) -> None:
    draft.lines.append(line)
    draft.offsets.append(line.left - margins.left)
    draft.pages.append(page)


def joined(lines: Sequence[Line], width: float = float("inf")) -> Paragraph:
    """Lines that follow each other as one paragraph: its text, what is bold, italic and uncertain in it.

    A hyphen or stroke at the end of a line is kept and nothing is put after it: Vietnamese is not
    hyphenated, so the word had it. width: what the lines may take; a word that is longer is torn.
    """
    text = ""
    bold = 0
    still_bold = True
    uncertain: list[tuple[int, int]] = []
    before = lines[0]
    for line in lines:
        hyphened = text[-1:] in ("-", "/") and text[-2:-1] not in ("", " ")
        glue = "" if not text or hyphened or _is_torn(before, line, width) else " "
        start = len(text) + len(glue)
        text += glue + line.text
        if still_bold and line.bold:
            bold = start + line.bold
        still_bold = still_bold and line.all_bold
        uncertain.extend((start + first, start + last) for first, last in line.uncertain)
        before = line
    return Paragraph(text, bold=bold, italic=all(line.italic for line in lines), uncertain=tuple(uncertain))


def _is_torn(line: Line, below: Line, width: float) -> bool:
    """The last word of a line fills the cell and goes on below: no Vietnamese word is that long."""
    word = line.text.rsplit(" ", 1)[-1]
    if len(word) < _LONG_WORD or not below.text[:1].isalnum():
        return False
    return word == line.text and line.right - line.left + width_in(below, below.text[:1]) > width


def finish(draft: Draft, indent: int) -> Paragraph:
    return replace(joined(draft.lines), indent=indent, centred=draft.centred, page=draft.page)


def indent_levels(drafts: Sequence[Draft]) -> list[int]:
    """Levels of indentation, counted from the margin over the whole document."""
    edges: list[float] = [0.0]
    for offset in sorted(d.offset for d in drafts if not d.centred and not d.aside):
        if offset > edges[-1] + 6:
            edges.append(offset)
    levels = []
    for draft in drafts:
        if draft.centred:
            levels.append(0)
        else:
            levels.append(max(0, sum(1 for edge in edges if edge <= draft.offset + _NEAR) - 1))
    return levels
