"""Lines that were typed for a capital font of TCVN3, which draws capitals for small letters.

Text copied out of Word has lost the font: "céng hßa x· héi chñ nghÜa viÖt nam", "i. môc ®Ých". Where the
national title, a document's kind or a Roman number stands so, the other lines that begin a paragraph without a
single capital were set in that font too.
"""

import re
from collections.abc import Iterator

_TELLS = re.compile(r"c[ộô]ng h(?:òa|oà) xã hội chủ nghĩa việt nam|đảng cộng sản việt nam|[ivx]{2,5}\. \w")
_KIND = re.compile(
    r"(?:kế hoạch|hướng dẫn|chương trình|thông báo|quyết định|công điện|đề án|báo cáo|phụ lục)$"
)
_ITEM = re.compile(r"[-+*•–]|\d|[a-zđ]\)|[a-zđ]\.(?!\w)(?<![ivx]\.)")
_CLOSED = (".", ";", ":", "!", "?")
_SENTENCE_END = (".", ";", ",")
# Lines longer than this are paragraphs; a line of less than that share of the longest one ends its paragraph.
_LONGEST_LINE, _LEAST_WIDTH = 120, 60
_SHORT = 0.7
# The letterhead has two columns in a line; further down such lines are rows of a table. The title stands below.
_LETTERHEAD, _HEAD = 12, 30


def capital_lines(text: str) -> set[tuple[int, int]]:
    """The lines typed for a capital font, as (line, column), columns parted by tabs; both count from 0."""
    lines = text.split("\n")
    told = any(_TELLS.match(cell.strip()) for line in lines for cell in line.split("\t"))
    if not told and not any(_KIND.match(line.strip()) for line in lines[:_HEAD]):
        return set()
    width = max(_LEAST_WIDTH, *(len(line) for line in lines if "\t" not in line))
    found: set[tuple[int, int]] = set()
    above, was_found, filled = "", False, 0
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        filled += 1
        runs_on = len(above) >= _SHORT * width and "\t" not in above and not above.endswith(_CLOSED)
        begins = width > _LONGEST_LINE or was_found or not runs_on
        own = set(_small_cells(line, filled <= _LETTERHEAD)) if begins else set()
        found |= {(number, column) for column in own}
        above, was_found = line.strip(), bool(own)
    return found


def _small_cells(line: str, in_letterhead: bool) -> Iterator[int]:
    cells = line.split("\t")
    if len(cells) > 1 and not in_letterhead:
        return
    for column, cell in enumerate(cells):
        words = cell.strip()
        if (
            words.islower()
            and not words.endswith(_SENTENCE_END)
            and not _ITEM.match(words)
            and len(words.split(None, 1)) > 1
        ):
            yield column
