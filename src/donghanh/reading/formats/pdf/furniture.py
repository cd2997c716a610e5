"""What the page adds to the text: page numbers, running heads and feet; and its footnotes."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from donghanh.reading.formats.pdf.lines import Line, segments
from donghanh.reading.formats.pdf.pages import Page

_PAGE_NUMBER = re.compile(
    r"^[-–—|~\s]*(?:trang|page|tr\.)?\s*(\d{1,4})\s*(?:(?:/|trên|of)\s*\d{1,4})?[-–—|~\s]*$", re.IGNORECASE
)
_COUNTED = re.compile(r"\b(trang|page)\s*:?\s*\d{1,4}(\s*(/|trên|of)\s*\d{1,4})?", re.IGNORECASE)
# Page numbers and running heads stand in this share of the page's height, at either end.
_BAND = 0.14
_DEEPEST = 4
# Points within which lines of different pages are at the same height.
_SAME_HEIGHT = 4.0
_NOTE = re.compile(r"^[(\[]?(\d{1,3}|\*{1,3})[)\]]?[.:]?\s*(?=\S)")
_NOTE_SIZE = 0.92


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note from the foot of a page, without its mark."""

    mark: str
    lines: tuple[Line, ...]
    page: int


def drop_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages without page numbers, running heads and running feet."""
    kept = [list(page.lines) for page in pages]
    for at_top in (True, False):
        for _ in range(_DEEPEST):
            outer = [_outermost(page, lines, at_top) for page, lines in zip(pages, kept, strict=True)]
            numbers = [line is not None and _is_page_number(line) for line in outer]
            heads = _running(pages, outer)
            if not any(numbers) and not any(heads):
                break
            for lines, line, is_number, is_head in zip(kept, outer, numbers, heads, strict=True):
                if line is not None and (is_number or is_head):
                    lines.remove(line)
    return [
        replace(page, lines=tuple(line for line in lines if not _is_turned_number(page, line)))
        for page, lines in zip(pages, kept, strict=True)
    ]


def _outermost(page: Page, lines: Sequence[Line], at_top: bool) -> Line | None:
    """The first or last line of a page if it stands in the margin, beyond every table."""
    level = [line for line in lines if not line.spans[0].turned]
    if not level:
        return None
    line = level[0] if at_top else level[-1]
    band = _BAND * page.height
    if at_top:
        beyond = all(line.baseline <= t.grid.top + 1 for t in page.tables)
        return line if line.baseline <= band and beyond else None
    beyond = all(line.baseline >= t.grid.bottom - 1 for t in page.tables)
    return line if line.baseline >= page.height - band and beyond else None


def _is_page_number(line: Line) -> bool:
    found = _PAGE_NUMBER.match(line.text)
    # A year that a page break has parted from its sentence is no page number.
    return found is not None and int(found.group(1)) <= 1000


def _is_turned_number(page: Page, line: Line) -> bool:
    span = line.spans[0]
    if not span.turned or not _is_page_number(line):
        return False
    x, y = span.middle / page.width, span.height_middle / page.height
    return min(x, 1 - x, y, 1 - y) <= _BAND


def _running(pages: Sequence[Page], outer: Sequence[Line | None]) -> list[bool]:
    """Which of the outermost lines say the same at the same place on page after page."""
    said: dict[tuple[str, int], list[int]] = {}
    for i, (page, line) in enumerate(zip(pages, outer, strict=True)):
        if line is not None and len(line.text) >= 3:
            said.setdefault((_said(line), round(page.width)), []).append(i)
    needed = max(2, round(0.4 * (len(pages) - 1)))
    out = [False] * len(pages)
    for indices in said.values():
        lines = [(i, line) for i in indices if (line := outer[i]) is not None]
        heights = Counter(round(line.baseline / _SAME_HEIGHT) for _, line in lines)
        for i, line in lines if len(lines) >= needed else ():
            at = round(line.baseline / _SAME_HEIGHT)
            same = sum(heights[k] for k in (at - 1, at, at + 1))
            # Annexes repeat the letterhead, in bold; a running head would be on three pages at least.
            out[i] = same >= (3 if any(span.bold for span in line.spans) else 2)
    return out


def _said(line: Line) -> str:
    """The words of a line without the number of the page."""
    text = _COUNTED.sub(r"\1 #", line.text)
    parts = [part.text for part in segments(line, 0.9)]
    if len(parts) > 1:
        text = " ".join("#" if _PAGE_NUMBER.match(part) else part for part in parts)
    return text


def take_footnotes(page: Page, body_size: float) -> tuple[Page, list[Footnote]]:
    """The page without its footnotes, and these."""
    last_table = max((t.grid.bottom for t in page.tables), default=0.0)
    start = len(page.lines)
    while start > 0:
        line = page.lines[start - 1]
        if line.size > _NOTE_SIZE * body_size or line.baseline < last_table:
            break
        start -= 1
    called = {mark for line in page.lines[:start] for mark in line.marks}
    called |= {mark for t in page.tables for cell in t.cells for line in cell for mark in line.marks}
    while start < len(page.lines):
        mark, _ = _note(page.lines[start])
        if mark is not None and (mark in called or _ruled_off(page, page.lines[start])):
            break
        start += 1
    notes: list[Footnote] = []
    for line in page.lines[start:]:
        mark, text = _note(line)
        if mark is not None and (not notes or mark in called or _follows(notes[-1].mark, mark)):
            notes.append(Footnote(mark, (_without_mark(line, text),), page.number))
        else:
            notes[-1] = replace(notes[-1], lines=(*notes[-1].lines, line))
    return (replace(page, lines=page.lines[:start]), notes) if notes else (page, [])


def _note(line: Line) -> tuple[str | None, str]:
    if line.marks:
        return line.marks[0], line.text
    found = _NOTE.match(line.text)
    return (found.group(1), line.text[found.end() :]) if found else (None, line.text)


def _without_mark(line: Line, text: str) -> Line:
    cut = len(line.text) - len(text)
    uncertain = tuple((max(0, a - cut), b - cut) for a, b in line.uncertain if b > cut)
    return replace(line, text=text, bold=0, uncertain=uncertain)


def _follows(before: str, mark: str) -> bool:
    return before.isdigit() and mark.isdigit() and int(mark) == int(before) + 1


def _ruled_off(page: Page, line: Line) -> bool:
    """A short line from the left margin, as Word and LibreOffice draw above footnotes."""
    return any(
        0 <= line.baseline - rule.at <= 2.5 * line.size
        and abs(rule.start - line.left) <= 12
        and rule.end - rule.start <= 0.45 * page.width
        for rule in page.across
    )
