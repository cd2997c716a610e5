"""A sheet as a person sees it: hidden rows and columns gone, merged cells in one, empty rows left out."""

import re
from collections import defaultdict
from itertools import pairwise

from msgspec import Struct

from donghanh.reading.blocks import Paragraph
from donghanh.reading.errors import DamagedFile
from donghanh.reading.formats.joining import glue
from donghanh.reading.formats.sheets.figures import shown
from donghanh.reading.formats.sheets.sheet import MOST_ROOM, Area, Look, Sheet, Value
from donghanh.vietnam.text import tidy

# "a) ..." within a cell begins a line of its own although it begins in lower case.
_LETTERED = re.compile(r"[a-zđ]\d?\s?[.)/]")


class Filled(Struct, frozen=True, gc=False):
    """A filled cell: where it begins, how many columns it spans, its lines, how it is set."""

    column: int
    columns: int
    lines: tuple[str, ...]
    look: Look
    worded: bool

    @property
    def text(self) -> str:
        return " ".join(self.lines)


def lines_of(words: str) -> tuple[str, ...]:
    """The lines within a cell, tidied; one that was broken within a sentence is joined again."""
    if "\n" not in words and "\r" not in words:
        line = tidy(words)
        return (line,) if line else ()
    joined: list[str] = []
    for part in re.split(r"[\r\n]+", words):
        line = tidy(part)
        if not line:
            continue
        if joined and line[0].islower() and not _LETTERED.match(line):
            joined[-1] = glue(joined[-1], line)
        else:
            joined.append(line)
    return tuple(joined)


def paragraphs_of(lines: tuple[str, ...], look: Look, page: int) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(
            line, bold=len(line) if look.bold else 0, italic=look.italic, centred=look.centred, page=page
        )
        for line in lines
    )


class Grid:
    """The visible part of a sheet.

    rows: all rows of values, covered cells emptied. kept: the numbers of the visible rows that hold anything,
    counts: how many filled cells each of these has; gaps: which of them, counted from 0, stand below empty rows
    (hidden ones are not empty). spans: the merged areas by row and column of their cell.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.rows = sheet.rows
        self.width = len(self.rows[0]) if self.rows else 0
        self.spans: dict[int, dict[int, Area]] = defaultdict(dict)
        self._merge(sheet.merges)
        self._empty_hidden_columns()
        hidden, width = sheet.hidden_rows, self.width
        found = [
            (i, n) for i, row in enumerate(self.rows) if (n := width - row.count("")) and i not in hidden
        ]
        self.kept = [i for i, _ in found]
        self.counts = [n for _, n in found]
        self.gaps = {
            at
            for at, (above, row) in enumerate(pairwise(self.kept), 1)
            if row > above + 1 and not hidden.issuperset(range(above + 1, row))
        }

    def _merge(self, merges: list[Area]) -> None:
        """Values stand in the first visible cell of a merged area; what others hold nobody sees."""
        room = MOST_ROOM
        for whole in merges:
            bottom, right = min(whole.bottom, len(self.rows) - 1), min(whole.right, self.width - 1)
            area = Area(whole.top, whole.left, bottom, right)
            if area.top > area.bottom or area.left > area.right:
                continue
            room -= (area.bottom - area.top + 1) * (area.right - area.left + 1)
            if room < 0:
                raise DamagedFile  # areas may not overlap, so these cannot be true
            top = next((r for r in range(area.top, area.bottom + 1) if r not in self.sheet.hidden_rows), None)
            left = next(
                (c for c in range(area.left, area.right + 1) if c not in self.sheet.hidden_columns), None
            )
            if top is None or left is None:
                continue
            value, look = self.rows[area.top][area.left], self.sheet.look(area.top, area.left)
            for row in self.rows[area.top : area.bottom + 1]:
                row[area.left : area.right + 1] = [""] * (area.right - area.left + 1)
            self.rows[top][left] = value
            self.sheet.looks.setdefault(top, {})[left] = look
            self.spans[top][left] = area

    def _empty_hidden_columns(self) -> None:
        for column in self.sheet.hidden_columns:
            if column < self.width:
                for row in self.rows:
                    row[column] = ""

    def words(self, row: int, column: int) -> str:
        look = self.sheet.look(row, column)
        return shown(self.rows[row][column], look.code)

    def filled(self, row: int) -> list[Filled]:
        """The filled cells of a row, from left to right."""
        found = []
        spans = self.spans.get(row, {})
        for column, value in enumerate(self.rows[row]):
            if value == "" and not isinstance(value, bool):
                continue
            look = self.sheet.look(row, column)
            lines = lines_of(shown(value, look.code))
            if not lines:
                continue
            area = spans.get(column)
            columns = area.right - column + 1 if area else 1
            found.append(Filled(column, columns, lines, look, _is_worded(value)))
        return found


def _is_worded(value: Value) -> bool:
    return isinstance(value, str) and any(letter.isalpha() for letter in value)
