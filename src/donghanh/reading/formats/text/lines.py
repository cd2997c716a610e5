"""A text as its lines: where each stands on which page, without page numbers and running heads."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

_TAB = 4

_PAGE_WORDS = re.compile(
    r"(?:[-–—]\s*\d{1,4}\s*[-–—]|(?:trang|page)\s*(?:số\s*)?\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?)$", re.I
)
_BARE_NUMBER = re.compile(r"(\d{1,3})(?:\s*/\s*\d{1,3})?$")
# Two page numbers stand at least so many lines of text apart.
_LEAST_PAGE = 9


@dataclass(frozen=True, slots=True)
class Line:
    """One line as written: `text` without line end and trailing space, blank where it is empty.

    page: 1-based, None where the text has no page breaks. torn: a page break stood before it.
    empty_cells: tabs in the trailing space, which show a row of a table (not told where there are pages).
    """

    text: str
    page: int | None = None
    torn: bool = False
    empty_cells: int = 0

    @property
    def blank(self) -> bool:
        return not self.text

    @property
    def indent(self) -> int:
        """Columns of white space before the text."""
        head = self.text[: len(self.text) - len(self.text.lstrip())]
        return len(head.expandtabs(_TAB))


def split_lines(text: str) -> tuple[list[Line], int | None]:
    """The lines of cleaned text, without what the pages added, and the number of pages."""
    sheets = [sheet.split("\n") for sheet in text.split("\f")]
    if len(sheets) > 1 and not any(line.strip() for line in sheets[-1]):
        sheets.pop()
    if len(sheets) == 1:
        lines = [
            Line(text, empty_cells=raw.count("\t", len(text))) for raw in sheets[0] for text in [raw.rstrip()]
        ]
        return _without_loose_numbers(lines), None
    trimmed = [_without_page_number([raw.rstrip() for raw in sheet]) for sheet in sheets]
    heads = _running(trimmed, first=True)
    feet = _running(trimmed, first=False)
    lines = []
    for number, sheet in enumerate(trimmed, start=1):
        kept = _without_running(sheet, heads, feet, keep=number == 1)
        fresh = number > 1
        for raw in kept:
            lines.append(Line(raw, number, torn=fresh and bool(raw)))
            fresh = fresh and not raw
    return lines, len(sheets)


# --- pages that form feeds show ----------------------------------------------------------------------


def _edge(sheet: Sequence[str], first: bool) -> int | None:
    order = range(len(sheet)) if first else range(len(sheet) - 1, -1, -1)
    return next((i for i in order if sheet[i].strip()), None)


def _without_page_number(sheet: list[str]) -> list[str]:
    for first in (True, False):
        at = _edge(sheet, first)
        if at is not None and (_PAGE_WORDS.match(sheet[at].strip()) or _BARE_NUMBER.match(sheet[at].strip())):
            sheet = [*sheet[:at], *sheet[at + 1 :]]
    return sheet


def _masked(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()).casefold())


def _running(sheets: Sequence[Sequence[str]], first: bool) -> frozenset[str]:
    """What the first (or last) lines of at least three pages and half of all say alike."""
    edges = [sheet[at] for sheet in sheets if (at := _edge(sheet, first)) is not None]
    counts = Counter(map(_masked, edges))
    return frozenset(line for line, n in counts.items() if n >= 3 and n * 2 >= len(sheets) - 1)


def _without_running(sheet: list[str], heads: frozenset[str], feet: frozenset[str], keep: bool) -> list[str]:
    """A head on the first page is the document's own: kept."""
    for first, running in ((True, heads), (False, feet)):
        at = _edge(sheet, first)
        if at is not None and _masked(sheet[at]) in running and not (keep and first):
            sheet = _without_page_number([*sheet[:at], *sheet[at + 1 :]])
    return sheet


# --- page numbers in text without form feeds ---------------------------------------------------------


def _without_loose_numbers(lines: list[Line]) -> list[Line]:
    """`lines` without page numbers that stand alone; the line after one is torn from the line before."""
    filled = [i for i, line in enumerate(lines) if not line.blank]
    ranks = {i: rank for rank, i in enumerate(filled)}
    sure = {i for i in filled if _PAGE_WORDS.match(lines[i].text.strip())}
    bare = [i for i in filled if _BARE_NUMBER.match(lines[i].text.strip())]
    usual = _usual_gap(filled)
    lonely = [
        i
        for before, i, after in zip([None, *bare], bare, [*bare[1:], None], strict=False)
        if all(other is None or abs(ranks[other] - ranks[i]) > _LEAST_PAGE for other in (before, after))
        and min(_gaps(filled, ranks[i])) >= max(usual, 1)
    ]
    sure |= {i for i in lonely if max(_gaps(filled, ranks[i])) > usual + 1}
    sure |= {i for i in lonely if _between_halves(lines, filled, ranks[i])}
    sure |= {i for i in lonely if _between_rows(lines, filled, ranks[i])}
    sure |= set(_counting(lines, lonely))
    result: list[Line] = []
    torn = False
    for i, line in enumerate(lines):
        if i in sure:
            torn = True
            continue
        result.append(replace(line, torn=True) if torn and not line.blank else line)
        torn = torn and line.blank
    return result


def _usual_gap(filled: Sequence[int]) -> int:
    gaps = sorted(b - a - 1 for a, b in zip(filled, filled[1:], strict=False))
    return gaps[len(gaps) // 2] if gaps else 0


def _gaps(filled: Sequence[int], rank: int) -> tuple[int, int]:
    before = filled[rank] - filled[rank - 1] - 1 if rank else 99
    after = filled[rank + 1] - filled[rank] - 1 if rank + 1 < len(filled) else 99
    return before, after


def _between_halves(lines: Sequence[Line], filled: Sequence[int], rank: int) -> bool:
    """A number between a line without an end and one that goes on in lower case."""
    if not 0 < rank < len(filled) - 1:
        return False
    before, after = lines[filled[rank - 1]].text, lines[filled[rank + 1]].text.lstrip()
    return before[-1].isalpha() and after[0].islower()


def _between_rows(lines: Sequence[Line], filled: Sequence[int], rank: int) -> bool:
    """A number between two rows of a table, whose cells are parted by tabs."""
    if not 0 < rank < len(filled) - 1:
        return False
    return "\t" in lines[filled[rank - 1]].text and "\t" in lines[filled[rank + 1]].text


def _counting(lines: Sequence[Line], candidates: Sequence[int]) -> list[int]:
    """Candidates that count up: 2, 3, 4. One alone is a 2, as the first page bears no number."""
    numbers = [int(m[1]) for i in candidates if (m := _BARE_NUMBER.match(lines[i].text.strip()))]
    ascending = all(b > a for a, b in zip(numbers, numbers[1:], strict=False))
    close = bool(numbers) and numbers[-1] - numbers[0] <= 3 * len(numbers)
    counts = numbers == [2] or (len(numbers) >= 2 and ascending and close)
    return list(candidates) if counts else []
