"""One file may hold several papers: a plan and its annexes, a decision and the plan that it issues.

A new paper begins behind the signature of the one before it: with a letterhead, the name of a kind of paper,
"Phụ lục", what it was issued with, or a table under its title. Papers that are annexes themselves bear no signature; there
the next "Phụ lục" begins the next.
"""

import re
from itertools import pairwise

from donghanh.reading.front import (
    ANNEX_LINE,
    ANNEX_NAME,
    CAPACITY,
    NOTE,
    RECIPIENTS,
    SHEET_NAME,
    find_kind,
    is_position,
)
from donghanh.reading.labels import parse_label
from donghanh.reading.source import Line, SourceText
from donghanh.vietnam.documents import heading_kind
from donghanh.vietnam.letters import LOWER, UPPER

_LETTERHEAD = re.compile(r"CỘNG H(?:OÀ|ÒA) XÃ HỘI CHỦ NGHĨA VIỆT NAM|^\s*ĐẢNG CỘNG SẢN VIỆT NAM\s*$")
_NUMBER = re.compile(r"\s*Số\s*:?\s*\d*\s*(?:/|-)")
_SIGNED = re.compile(r"\s*\(?\s*(?:đã ký|ký tên|ký, ghi|ký và ghi|chữ ký)", re.IGNORECASE)
_PERSON = re.compile(rf"\s*(?:[\w.]+\s+)?(?:[{UPPER}][{LOWER}'’]+\s*){{2,6}}$")
_CAPITALS = re.compile(rf"[^{LOWER}]*[{UPPER}]{{2}}[^{LOWER}]*$")
# How many lines below a name its table, its first number or what it was issued with stand at most.
_NEAR = 6


def split_papers(source: SourceText) -> list[SourceText]:
    """The papers of one file in their order; each keeps its places in the text of the whole."""
    end = len(source.lines)
    while end and NOTE.match(source.lines[end - 1].text) and not source.lines[end - 1].cells:
        end -= 1
    lines, notes = source.lines[:end], source.lines[end:]
    starts = [0]
    while (at := _next_paper(lines, starts[-1])) < end:
        starts.append(at)
    papers = [lines[start:stop] for start, stop in pairwise([*starts, end])]
    # Footnotes, which readers put at the end of the file, are mostly of the first paper.
    return [SourceText([*papers[0], *notes], source.text), *(SourceText(p, source.text) for p in papers[1:])]


def _next_paper(lines: list[Line], start: int) -> int:
    """Where the paper behind the one that begins at `start` begins; the end where none does."""
    named = find_kind(lines[start : start + _NEAR])
    if named is not None and named[1] == "phu_luc":
        for i in range(start + named[0] + 1, len(lines)):
            if _opens_annex(lines, i):
                return i
            if _opens_letterhead(lines, i) and _is_numbered(lines, i):
                return _with_title_above(lines, i, start + named[0])
    signed = _signature(lines, start + 1)
    for i in range(signed, len(lines)):
        if _opens_letterhead(lines, i):
            return _with_title_above(lines, i, signed)
        if _opens_annex(lines, i) or _opens_kind(lines, i):
            return i
        if lines[i].cells or ANNEX_LINE.match(lines[i].text):
            first = _with_title_above(lines, i, signed)
            if first < i or not lines[i].cells:
                return first
    return len(lines)


def _signature(lines: list[Line], at: int) -> int:
    """The first line behind the beginning of recipients or signature; the end where there are neither."""
    for i in range(at, len(lines)):
        line = lines[i]
        if line.cells:
            continue
        if RECIPIENTS.match(line.text) or (CAPACITY.match(line.text) and _signs(lines, i)):
            return i + 1
    return len(lines)


def _signs(lines: list[Line], at: int) -> bool:
    """Whether a position stands with "TM. ...": the words alone may stand in a sentence."""
    return any(is_position(line.text.strip()) for line in lines[at : at + 3] if not line.cells)


def _opens_annex(lines: list[Line], i: int) -> bool:
    line = lines[i]
    name = None if line.cells else ANNEX_NAME.match(line.text.strip())
    if name is None:
        return False
    rest = line.text.strip()[name.end() :]
    return (
        not rest or bool(_CAPITALS.match(rest)) or line.all_bold or line.centred or line.heading is not None
    )


def _opens_letterhead(lines: list[Line], i: int) -> bool:
    return not lines[i].cells and bool(_LETTERHEAD.search(lines[i].text))


def _is_numbered(lines: list[Line], i: int) -> bool:
    """Whether a number stands near a letterhead: an annex may repeat the letterhead, but bears none."""
    return any(_NUMBER.match(line.text) for line in lines[max(0, i - _NEAR) : i + _NEAR] if not line.cells)


def _opens_kind(lines: list[Line], i: int) -> bool:
    """Whether the name of a kind, or of a list, stands here as it stands over a paper: in capitals, over a body."""
    line = lines[i]
    text = line.text.strip()
    named = heading_kind(text) is not None or (text.isupper() and SHEET_NAME.match(text) is not None)
    if line.cells or line.column is not None or not named:
        return False
    below = lines[i + 1 : i + _NEAR]
    return any(other.cells or ANNEX_LINE.match(other.text) or parse_label(other.text) for other in below)


def _with_title_above(lines: list[Line], i: int, lowest: int) -> int:
    """The first line of the title or letterhead that stands over line `i`, behind the signature above it."""
    column = lines[i].column
    while i > lowest and _belongs_below(lines[i - 1], column):
        i -= 1
    return i


def _belongs_below(line: Line, column: int | None) -> bool:
    text = line.text.strip()
    if line.cells or CAPACITY.match(text) or is_position(text) or _SIGNED.match(text):
        return False
    if line.column is not None or column is not None:
        return line.column is not None and column is not None and line.column < column
    if text.startswith(("-", "–", "+", "Ghi chú")) or text.endswith((";", "./.")) or RECIPIENTS.match(text):
        return False
    return not _PERSON.match(text)
