"""Two columns made with spaces or a tab: the letterhead and the block of recipients and signature."""

import re
from collections.abc import Sequence

from donghanh.reading.blocks import Cell, Paragraph, Row, Table
from donghanh.reading.formats.text.inline import inline_lines, paragraph
from donghanh.reading.formats.text.lines import Line
from donghanh.vietnam.documents import heading_kind
from donghanh.vietnam.text import bare

_GUTTER = re.compile(r"(?<=\S)(?:\t+ *| {3,})(?=\S)")
_HEAD = re.compile(r"cong hoa xa hoi|doc lap - tu do|dang cong san")
_FOOT = re.compile(r"noi nhan\b")
_SIGNING = re.compile(
    r"(?:tm|t/m|kt|tl|tuq|q|ta)\.|chu tich|chu nhiem|truong ban|nguoi lap|thu truong|giam doc"
)
_DATE = re.compile(r"\bngày\b.*\btháng\b")
_RULE = re.compile(r"[\s\-_–—*=.─━]{3,}$")
# A letterhead is done after so many lines, and so is a signature after the last recipient.
_MOST_LINES = 12
_MOST_FOOT_LINES = 60
_MOST_BLANKS = 8


def two_columns(lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """The letterhead or signature block that begins at `at`, as one row of two cells."""
    begin = _gutter(lines[at].text)
    if begin is None:
        return None, at
    kind = _kind(lines, at)
    if kind is None:
        return None, at
    left: list[str] = []
    right: list[str] = []
    most = _MOST_LINES if kind == "head" else _MOST_FOOT_LINES
    column, edge = begin[1], begin[0]
    i, end, blanks = at, at, 0
    while i < len(lines) and len(left) + len(right) < 2 * most:
        line = lines[i]
        blanks = blanks + 1 if line.blank else 0
        if blanks > (_MOST_BLANKS if kind == "foot" else 1):
            break
        if line.blank:
            i += 1
            continue
        if kind == "foot" and i > end and heading_kind(line.text.strip()) is not None:
            break  # another paper begins behind the signature
        parts = _parts(line, column, edge, kind)
        if parts is None or (kind == "head" and i > end and not all(parts) and not _DATE.search(parts[1])):
            break
        if parts[0] and parts[1] and (gutter := _gutter(line.text)) is not None:
            column, edge = min(column, gutter[1]), max(edge, gutter[0])
        for cell, words in zip((left, right), parts, strict=True):
            if words and not _RULE.match(words):
                cell.append(words)
        i = end = i + 1
    cells = (_cell(left, 0, lines[at].page), _cell(right, 1, lines[at].page))
    return Table((Row(cells, lines[at].page),), borderless=True, page=lines[at].page), end


def begins_recipients(lines: Sequence[Line], at: int) -> bool:
    """Whether the recipients stand at `at` beside the signature."""
    return (
        "nhận" in lines[at].text.lower()
        and _gutter(lines[at].text) is not None
        and _kind(lines, at) == "foot"
    )


def _gutter(text: str) -> tuple[int, int] | None:
    """Where the left part of a line of two ends and its right part begins, in columns."""
    stripped = text.strip()
    gaps = list(_GUTTER.finditer(stripped))
    if not gaps:
        return None
    widest = max(gaps, key=lambda gap: len(gap[0].expandtabs(8)))
    indent = len(text[: len(text) - len(text.lstrip())].expandtabs(8))
    before = len(stripped[: widest.start()].expandtabs(8))
    return indent + before, indent + len(stripped[: widest.end()].expandtabs(8))


def _kind(lines: Sequence[Line], at: int) -> str | None:
    near = [line.text for line in lines[at : at + 3]]
    if any(_HEAD.search(bare(text)) for text in near if _gutter(text) is not None):
        return "head"
    first = bare(lines[at].text)
    if _FOOT.search(first) or (
        _SIGNING.search(first.split("  ")[-1].strip()) and any(_FOOT.search(bare(t)) for t in near)
    ):
        return "foot"
    return None


def _parts(line: Line, column: int, edge: int, kind: str) -> tuple[str, str] | None:
    """The words of a line in the left and the right column, None where it belongs to neither."""
    text = line.text.expandtabs(8)
    stripped = text.strip()
    start = len(text) - len(text.lstrip())
    gutter = _gutter(line.text)
    if gutter is not None and gutter[1] >= edge - 2:
        cut = gutter[0]
        return text[:cut].strip(), text[cut:].strip()
    middle = start + len(stripped) // 2
    if (start >= max(edge - 2, 12) and (kind == "foot" or middle > column)) or line.text.startswith("\t"):
        return "", stripped
    if kind == "foot" and start < edge and len(text) <= max(column, edge) + 8:
        return stripped, ""
    if kind == "head" and len(text) <= column and re.match(r"(?:Số|\*|[-_–]{3,}|[A-ZĐÀ-Ỹ ]+$)", stripped):
        return stripped, ""
    return None


def _cell(words: Sequence[str], column: int, page: int | None) -> Cell:
    paragraphs: list[Paragraph] = []
    for runs in inline_lines(words):
        if (p := paragraph([runs], page=page)).text:
            paragraphs.append(p)
    return Cell(tuple(paragraphs), column)
