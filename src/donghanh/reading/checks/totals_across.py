"""total_mismatch across a row: what the columns of the sources come to against the column of the whole."""

import re

from donghanh.reading.source import Line
from donghanh.reading.tables import TableView, figure

_WHOLE = re.compile(
    r"^(?:tổng|cộng)|^(?:kinh phí|dự toán|thành tiền|số tiền)(?! \w)|\s(?:tổng(?: số| cộng)?|cộng)$",
    re.IGNORECASE,
)
_TOLERANCE = 1e-6


def wholes(view: TableView, columns: list[int]) -> list[tuple[int, list[int]]]:
    """Each of the columns that names a whole, with those beside it that can be its parts."""
    found: list[tuple[int, list[int]]] = []
    before: list[int] = []
    for index in columns:
        if _WHOLE.search(view.heads.get(index, "")):
            found.append((index, []))
        elif found:
            found[-1][1].append(index)
        else:
            before.append(index)
    if len(found) == 1 and not found[0][1]:
        found = [(found[0][0], before)]  # the whole stands last
    return [(whole, parts) for whole, parts in found if len(parts) >= 2]


def mismatches(view: TableView, whole: int, parts: list[int]) -> list[tuple[Line, float, float]]:
    """The rows whose parts do not come to the whole: row, sum of the parts, the whole as written.

    None where most rows disagree as well: then the columns are no parts of it, or not all of them ("trong đó").
    """
    agreed = 0
    found: list[tuple[Line, float, float]] = []
    for row in view.rows:
        written = figure(row.line.cell(whole))
        figures = [n for index in parts if (n := figure(row.line.cell(index))) is not None]
        if written is None or not figures:
            continue
        if abs(sum(figures) - written) <= _TOLERANCE + _rounding(row.line, [whole, *parts]):
            agreed += 1
        else:
            found.append((row.line, sum(figures), written))
    return found if agreed >= 2 and agreed > len(found) else []


def _rounding(line: Line, columns: list[int]) -> float:
    """Half of the last written digit for each figure with decimals; whole figures are exact."""
    cells = [cell for index in columns if (cell := line.cell(index)) is not None]
    decimals = [len(m[1]) for c in cells if (m := re.search(r",(\d{1,2})$", c.text.strip()))]
    return 0.5 * 10.0 ** -max(decimals) * (len(cells) - 1) if decimals else 0.0
