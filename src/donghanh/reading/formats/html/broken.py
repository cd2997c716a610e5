"""Words whose lines the page itself breaks: with `<br>`, or as preformatted text."""

import re

from donghanh.reading.blocks import Paragraph, Table
from donghanh.reading.formats.docx.inline import LINE, TAB, Piece
from donghanh.reading.formats.docx.lines import Line, Setting
from donghanh.reading.formats.docx.styles import BOLD, ITALIC
from donghanh.reading.formats.joining import SetLine, glue, join_lines
from donghanh.reading.formats.text import read_text
from donghanh.reading.formats.text.decoding import clean
from donghanh.vietnam.text import tidy

_COLUMNS = re.compile(rf"\S(?:[ \u00a0]{{4,}}|[ \u00a0]*{TAB})")


def broken_lines(pieces: list[Piece], setting: Setting, number: str) -> list[Line]:
    """The paragraphs of many lines: those that were broken to fit a width are joined again."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece[0] == LINE:
            lines.append([])
        else:
            lines[-1].append(piece)
    filled: list[list[Piece]] = []
    settings: list[SetLine] = []
    gap = 0
    for line in lines:
        raw = "".join(text for text, _ in line)
        text = tidy(raw)
        if not text:
            gap += 1
            continue
        indent = len(raw) - len(raw.lstrip())
        in_columns = _COLUMNS.search(raw.strip()) is not None
        follows_columns = bool(settings) and settings[-1].closed
        settings.append(SetLine(text, indent, indent + len(text), gap, closed=in_columns or follows_columns))
        filled.append(line)
        gap = 0
    found = []
    for indices in join_lines(settings):
        joined = list(filled[indices[0]])
        for above, index in zip(indices, indices[1:], strict=False):
            ends, begins = settings[above].text, settings[index].text
            space = glue(ends, begins).removeprefix(ends).removesuffix(begins)
            joined.append((space, filled[index][0][1]))
            joined.extend(filled[index])
        found.append(Line(joined, setting, number))
        number = ""
    return found


def set_text(pieces: list[Piece]) -> list[Line | Table]:
    """What preformatted words hold, read as a text file is."""
    blocks, _ = read_text(clean("".join(text for text, _ in pieces)))
    return [_line(block) if isinstance(block, Paragraph) else block for block in blocks]


def _line(paragraph: Paragraph) -> Line:
    italic = ITALIC if paragraph.italic else 0
    parts = (paragraph.text[: paragraph.bold], BOLD | italic), (paragraph.text[paragraph.bold :], italic)
    setting = Setting(paragraph.indent, paragraph.centred, paragraph.heading)
    return Line([part for part in parts if part[0]], setting)
