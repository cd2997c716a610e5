"""From text to blocks: tables and columns are taken out, what is left are lines that make paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from donghanh.reading.blocks import Block, BlockDocument, FileKind, Paragraph, Table
from donghanh.reading.errors import FileTooLarge
from donghanh.reading.formats.joining import SetLine, join_lines
from donghanh.reading.formats.text.columns import two_columns
from donghanh.reading.formats.text.decoding import clean, decode
from donghanh.reading.formats.text.inline import Runs, inline_lines, paragraph, plain
from donghanh.reading.formats.text.lines import Line, split_lines
from donghanh.reading.formats.text.tables import drawn_table, tab_table
from donghanh.reading.formats.text.tags import CENTRE_MARK, TABLE_MARK, without_tags

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(?=\S)")
_FENCE = re.compile(r" {0,3}(?:```|~~~)[\w-]*$")
# "> quoted"; "> 80 % số hộ" is a comparison.
_QUOTE = re.compile(r" {0,3}>(?: ?>)* +(?=[^\d\s])")
_RULE = re.compile(r"[ \t]*(?:[-_*=~–—─━.•…] ?[ \t]*){3,}$")
_ITEM = re.compile(r"\s*(?:[-+*•–]|\d{1,2}[.)]|[a-zđ]\))\s")
_MOST_LINES = 300_000  # a plan of 200 pages has 10,000; this many take some 260 MB
_TOO_LONG = (
    "Tệp văn bản có quá nhiều dòng (trên 300.000). Hãy tách kế hoạch và phụ lục thành từng tệp rồi gửi."
)
_LEAST_CENTRE = 8
_USUAL_WIDTH = 72
_MOST_LEVELS = 9
_LONGEST_CHUNK = 30


@dataclass(slots=True)
class _Prose:
    """A line of running text: its words with emphasis, and how it is set."""

    line: Line
    text: str
    heading: int | None = None
    fenced: bool = False
    quoted: bool = False
    centred: bool = False
    gap: int = 0
    runs: Runs = ()


@dataclass(slots=True)
class _Stretch:
    """Lines of running text between two tables."""

    lines: list[_Prose] = field(default_factory=list)


def read(data: bytes) -> BlockDocument:
    """The blocks of a text file.

    Raises: EmptyFile, FileTooLarge, UnsupportedFile (no text), NotVietnamese (a legacy encoding).
    """
    text, doubts = decode(data)
    blocks, pages = read_text(clean(text))
    return BlockDocument(FileKind.TEXT, tuple(blocks), pages, doubts)


def read_text(text: str) -> tuple[list[Block], int | None]:
    """The blocks of cleaned text, and how many pages form feeds part it into.

    Raises: FileTooLarge.
    """
    if text.count("\n") > _MOST_LINES:
        raise FileTooLarge(_TOO_LONG)
    text, tables = without_tags(text)
    lines, pages = split_lines(text)
    parts = _parts(lines, tables)
    stretches = [part for part in parts if isinstance(part, _Stretch)]
    _mark_centred([prose for stretch in stretches for prose in stretch.lines])
    levels = _levels([prose for stretch in stretches for prose in stretch.lines])
    blocks: list[Block] = []
    for part in parts:
        if isinstance(part, Table):
            blocks.append(part)
        else:
            blocks.extend(_paragraphs(part.lines, levels))
    return blocks, pages


# --- what is a table and what is prose ---------------------------------------------------------------


def _parts(lines: Sequence[Line], tables: Sequence[Table]) -> list[Table | _Stretch]:
    stretch = _Stretch()
    parts: list[Table | _Stretch] = [stretch]
    i = gap = no_tabs = no_bars = 0
    fenced = False
    while i < len(lines):
        line = lines[i]
        if line.blank:
            gap, i = gap + 1, i + 1
            continue
        if _FENCE.match(line.text):
            fenced, gap, i = not fenced, gap + 1, i + 1
            continue
        table, end = _html_table(line, i, tables)
        if table is None and not fenced and "  " in line.text + line.text.expandtabs(8):
            table, end = two_columns(lines, i)
        if table is None and "\t" in line.text and i >= no_tabs:
            table, no_tabs = tab_table(lines, i)
            end = no_tabs
        if table is None and i >= no_bars:
            table, no_bars = drawn_table(lines, i)
            end = no_bars
        if table is not None:
            stretch = _Stretch()
            parts += [table, stretch]
            i, gap = end, 0
            continue
        i += 1
        if not fenced and _RULE.match(line.text):
            gap += 1
        elif (prose := _prose(line, gap, fenced)) is not None:
            stretch.lines.append(prose)
            gap = 0
    return parts


def _html_table(line: Line, at: int, tables: Sequence[Table]) -> tuple[Table | None, int]:
    index = line.text.strip().removeprefix(TABLE_MARK)
    return (tables[int(index)], at + 1) if line.text.lstrip().startswith(TABLE_MARK) else (None, at)


def _prose(line: Line, gap: int, fenced: bool) -> _Prose | None:
    text, heading, quoted = line.text, None, False
    centred = CENTRE_MARK in text
    text = text.replace(CENTRE_MARK, "")
    if not fenced:
        if (quote := _QUOTE.match(text)) is not None:
            text, quoted = text[quote.end() :], True
        if (match := _HEADING.match(text)) is not None:
            heading = len(match[1])
            text = text[match.end() :].rstrip()
            closing = text.rstrip("#")
            text = closing.rstrip() if closing.endswith((" ", "\t")) else text
    return _Prose(line, text, heading, fenced, quoted, centred, gap) if text.strip() else None


# --- how lines are set -------------------------------------------------------------------------------


def _mark_centred(lines: Sequence[_Prose]) -> None:
    widths = sorted(len(p.line.text) for p in lines if len(p.line.text) <= 200)
    width = max(widths[len(widths) * 19 // 20] if widths else 0, _USUAL_WIDTH)
    for prose in lines:
        left = prose.line.indent
        right = width - left - len(prose.line.text.strip())
        # Three columns or an eighth of the page off the middle still looks centred.
        if left >= _LEAST_CENTRE and abs(left - right) <= max(6, width // 8) and not _ITEM.match(prose.text):
            prose.centred = True


def _levels(lines: Sequence[_Prose]) -> dict[int, int]:
    """The level of each indent that occurs; indents a column apart are one level."""
    levels: dict[int, int] = {}
    level, last = 0, 0
    for indent in sorted({p.line.indent for p in lines if not p.centred}):
        if indent - last > 1:
            level, last = min(level + 1, _MOST_LEVELS), indent
        levels[indent] = level
    return levels


# --- paragraphs --------------------------------------------------------------------------------------


def _paragraphs(lines: Sequence[_Prose], levels: dict[int, int]) -> list[Paragraph]:
    _read_inline(lines)
    set_lines = [
        SetLine(
            plain(prose.runs),
            prose.line.indent,
            len(prose.line.text),
            prose.gap,
            prose.line.torn,
            prose.centred,
            closed=prose.heading is not None or prose.fenced or (i > 0 and _differ(lines[i - 1], prose)),
        )
        for i, prose in enumerate(lines)
    ]
    result = []
    for indices in join_lines(set_lines):
        first = lines[indices[0]]
        result.append(
            paragraph(
                [lines[i].runs for i in indices],
                indent=0 if first.centred else levels[first.line.indent],
                centred=first.centred,
                heading=first.heading,
                page=first.line.page,
            )
        )
    return [p for p in result if p.text]


def _differ(above: _Prose, prose: _Prose) -> bool:
    """Whether two lines are set in ways that no paragraph mixes."""
    return above.heading is not None or above.fenced or above.quoted != prose.quoted


def _read_inline(lines: Sequence[_Prose]) -> None:
    """Emphasis may run on to the next line, but not over a blank line or into another item."""
    chunk: list[_Prose] = []
    for prose in lines:
        apart = (
            prose.gap
            or prose.heading
            or prose.fenced
            or _ITEM.match(prose.text)
            or len(chunk) >= _LONGEST_CHUNK
        )
        if chunk and (apart or chunk[-1].heading):
            _read_chunk(chunk)
            chunk = []
        chunk.append(prose)
    _read_chunk(chunk)


def _read_chunk(chunk: Sequence[_Prose]) -> None:
    for prose, runs in zip(chunk, inline_lines([prose.text for prose in chunk]), strict=True):
        prose.runs = runs
