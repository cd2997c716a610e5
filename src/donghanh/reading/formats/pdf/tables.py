"""Cells, rows and tables out of what a page shows, and tables joined over page breaks."""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace
from rapidfuzz import fuzz

from donghanh.reading.blocks import Cell, Paragraph, Row, Table
from donghanh.reading.formats.pdf.columns import Aligned
from donghanh.reading.formats.pdf.lines import Line
from donghanh.reading.formats.pdf.marks import mark_width, only_looks_marked
from donghanh.reading.formats.pdf.pages import RuledTable
from donghanh.reading.formats.pdf.paragraphs import joined

# Points that the edges of the columns may differ from page to page.
_EDGE = 5.0
_MAX_HEAD = 6
# How like each other (of 100) heads are that were recognised in pictures; so many cells tell a head.
_ALIKE = 85
_TELLING_CELLS = 3
# White between the lines of a cell and its text.
_PADDING = 5.4
_ENDS = (".", ";", ":", "!", "?")


@dataclass(slots=True)
class TablePart:
    """A ruled table on one page: its rows, and the x of its columns' edges."""

    rows: list[Row]
    xs: tuple[float, ...]
    page: int


def ruled_part(table: RuledTable, page: int) -> TablePart:
    """The rows of a ruled table, each with the cells that begin in it."""
    grid = table.grid
    rows: list[list[Cell]] = [[] for _ in range(len(grid.ys) - 1)]
    for place, lines in zip(grid.places, table.cells, strict=True):
        left, _, right, _ = grid.box(place)
        paragraphs = cell_paragraphs(lines, page, left, right)
        rows[place.row].append(Cell(paragraphs, place.column, place.columns, place.rows))
    return TablePart([Row(tuple(sorted(r, key=lambda c: c.column)), page) for r in rows], grid.xs, page)


def cell_paragraphs(lines: Sequence[Line], page: int, left: float, right: float) -> tuple[Paragraph, ...]:
    """The lines of a cell as one paragraph, or as several where they begin with marks."""
    groups: list[list[Line]] = []
    for line in lines:
        new = not groups or (
            mark_width(line.text) > 0 and not only_looks_marked(groups[-1][-1].text, line.text)
        )
        if new:
            groups.append([line])
        else:
            groups[-1].append(line)
    out = []
    for group in groups:
        centred = all(abs(line.middle - (left + right) / 2) <= 3 for line in group) and any(
            line.left - left > 9 for line in group
        )
        out.append(replace(joined(group, right - left - 2 * _PADDING), centred=centred, page=page))
    return tuple(out)


def side_by_side(aligned: Aligned, page: int) -> Table:
    """A letterhead or signature: one row, each line a paragraph. Other aligned columns: a row a row."""
    rows = []
    pair = len(aligned.rows) == 1
    for cells in aligned.rows:
        row = []
        for column, lines in enumerate(cells):
            if pair:
                paragraphs = _lines_as_paragraphs(lines, page)
            else:
                paragraphs = cell_paragraphs(lines, page, float("-inf"), float("inf"))
            row.append(Cell(paragraphs, column))
        rows.append(Row(tuple(row), page))
    return Table(tuple(rows), borderless=True, page=page)


def _lines_as_paragraphs(lines: Sequence[Line], page: int) -> tuple[Paragraph, ...]:
    rows: list[list[Line]] = []
    for line in lines:
        # Two parts of one line, with a blank left for a number between them.
        if rows and abs(rows[-1][-1].baseline - line.baseline) <= 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    if not rows:
        return ()
    for row in rows:
        row.sort(key=lambda line: line.left)
    middles = sorted((row[0].left + row[-1].right) / 2 for row in rows)
    middle = middles[len(middles) // 2]
    edge = min(row[0].left for row in rows)
    flush = sum(1 for row in rows if row[0].left - edge <= 3) * 2 > len(rows)
    items: list[list[Line]] = []
    for row in rows:
        if items and (_wraps(items[-1], row[0]) or _is_broken(items[-1][-1], row[0])):
            items[-1].extend(row)
        else:
            items.append(row)
    out = []
    for item in items:
        centred = not flush and len(rows) > 1 and abs(item[0].middle - middle) <= 4
        out.append(replace(joined(item), centred=centred, page=page))
    return tuple(out)


def _is_broken(line: Line, below: Line) -> bool:
    """A sentence in small letters goes on, as the subject below the number of a letter does."""
    return (
        below.text[:1].islower()
        and not line.text.isupper()
        and line.bold == below.bold == 0
        and line.italic == below.italic
        and abs(line.size - below.size) <= 0.3
        and below.baseline - line.baseline <= 1.7 * line.size
        and not line.text.endswith(_ENDS)
    )


def _wraps(item: Sequence[Line], line: Line) -> bool:
    """The line goes on with an item of a list: it has no mark of its own and stands close below."""
    last = item[-1]
    return (
        mark_width(item[0].text) > 0
        and not mark_width(line.text)
        and line.bold == 0
        and abs(line.size - last.size) <= 0.6
        and line.left - item[0].left < 20
        and line.baseline - last.baseline <= 1.7 * line.size
        and not last.text.endswith((";", "."))
    )


# Over page breaks.


def continues(before: TablePart, after: TablePart) -> bool:
    """The second part has the columns of the first, or some of them where it has only merged cells."""
    fine, coarse = (before.xs, after.xs) if len(before.xs) >= len(after.xs) else (after.xs, before.xs)
    ends = abs(fine[0] - coarse[0]) <= _EDGE and abs(fine[-1] - coarse[-1]) <= _EDGE
    return ends and all(any(abs(x - y) <= _EDGE for y in fine) for x in coarse)


def _on_columns(part: TablePart, xs: tuple[float, ...]) -> None:
    """Count the columns of a part by more edges than it has itself."""
    if len(part.xs) == len(xs):
        return
    index = [min(range(len(xs)), key=lambda i: abs(xs[i] - x)) for x in part.xs]
    part.rows = [
        replace(
            row,
            cells=tuple(
                replace(c, column=index[c.column], columns=index[c.column + c.columns] - index[c.column])
                for c in row.cells
            ),
        )
        for row in part.rows
    ]
    part.xs = xs


def join(before: TablePart, after: TablePart) -> None:
    """Put the rows of `after` to those of `before`: without the repeated head, a torn row made whole."""
    xs = max(before.xs, after.xs, key=len)
    _on_columns(before, xs)
    _on_columns(after, xs)
    rows = after.rows[_repeated_head(before.rows, after.rows) :]
    if not rows:
        return
    at = len(before.rows) - 1
    own, continued = _continued(before.rows, rows[0], at)
    torn = _is_torn(before.rows[at], own)
    for cell, index, above in continued:
        grown = replace(_mend(above, cell), rows=at - index + 1 + cell.rows - torn)
        _put(before.rows, index, grown)
    if torn:
        for cell in own.cells:
            above_cell = _at(before.rows[at], cell.column)
            if above_cell is not None:
                _put(before.rows, at, replace(_mend(above_cell, cell), rows=max(above_cell.rows, cell.rows)))
        rows = rows[1:]
    else:
        rows = [own, *rows[1:]]
    before.rows.extend(rows)


def _put(rows: list[Row], index: int, cell: Cell) -> None:
    cells = tuple(cell if c.column == cell.column else c for c in rows[index].cells)
    rows[index] = replace(rows[index], cells=cells)


def _said(row: Row) -> tuple[tuple[int, str], ...]:
    return tuple((c.column, "".join(c.text.split()).casefold()) for c in row.cells)


def _says_the_same(a: Row, b: Row) -> bool:
    """Two rows with the same words, or nearly so: a head that is recognised twice is not read alike twice."""
    first, second = _said(a), _said(b)
    if first == second:
        return any(text for _, text in second)
    if [column for column, _ in first] != [column for column, _ in second] or len(first) < _TELLING_CELLS:
        return False
    texts = ["|".join(text for _, text in said) for said in (first, second)]
    figures = [[c for c in text if c.isdigit()] for text in texts]
    return figures[0] == figures[1] and fuzz.ratio(*texts) >= _ALIKE


def _repeated_head(first: Sequence[Row], second: Sequence[Row]) -> int:
    """How many rows at the head of `second` repeat the head of `first`."""
    count = 0
    for a, b in zip(first[:_MAX_HEAD], second[:_MAX_HEAD], strict=False):
        if not _says_the_same(a, b):
            break
        count += 1
    # A first row that only happens to be the same is no head when it is all there is of the table.
    return count


def _at(row: Row, column: int) -> Cell | None:
    return next((c for c in row.cells if c.column == column), None)


def _is_torn(last: Row, row: Row) -> bool:
    """The row goes on with the last row of the page before."""
    filled = [c for c in row.cells if c.text]
    if not filled or [c.column for c in last.cells] != [c.column for c in row.cells]:
        return False
    pairs = [(_at(last, c.column), c) for c in filled]
    if any(above is None or not above.text or above.columns != c.columns for above, c in pairs):
        return False
    texts = [(above.text, c.text) for above, c in pairs if above is not None]
    goes_on = any(b[:1].islower() or not a.endswith(_ENDS) for a, b in texts)
    if last.cells[0].text and not row.cells[0].text:
        return goes_on
    return all(b[:1].islower() and not a.endswith(_ENDS) for a, b in texts)


def _mend(cell: Cell, rest: Cell | None) -> Cell:
    if rest is None or not rest.text:
        return cell
    if not cell.paragraphs:
        return replace(cell, paragraphs=rest.paragraphs)
    last, first = cell.paragraphs[-1], rest.paragraphs[0]
    if mark_width(first.text) and not only_looks_marked(last.text, first.text):
        return replace(cell, paragraphs=(*cell.paragraphs, *rest.paragraphs))
    glue = "" if last.text[-1:] in ("-", "/") and last.text[-2:-1] not in ("", " ") else " "
    start = len(last.text) + len(glue)
    mended = replace(
        last,
        text=last.text + glue + first.text,
        bold=start + first.bold if last.all_bold and first.bold else last.bold,
        italic=last.italic and first.italic,
        uncertain=(*last.uncertain, *((start + a, start + b) for a, b in first.uncertain)),
    )
    return replace(cell, paragraphs=(*cell.paragraphs[:-1], mended, *rest.paragraphs[1:]))


def _continued(rows: Sequence[Row], row: Row, at: int) -> tuple[Row, list[tuple[Cell, int, Cell]]]:
    """The row without the cells that go on with a merged cell of the page before, and these.

    Each with the index of the row where the merged cell begins, and that cell.
    """
    own: list[Cell] = []
    continued: list[tuple[Cell, int, Cell]] = []
    for cell in row.cells:
        found = _reaching(rows, cell.column, at)
        if found is not None:
            index, above = found
            merged = above.rows > 1 or cell.rows > 1
            text_goes_on = cell.text[:1].islower() and not above.text.endswith(_ENDS)
            if merged and above.columns == cell.columns and above.text and (not cell.text or text_goes_on):
                continued.append((cell, index, above))
                continue
        own.append(cell)
    return replace(row, cells=tuple(own)), continued


def _reaching(rows: Sequence[Row], column: int, at: int) -> tuple[int, Cell] | None:
    """The cell of a column that covers the row `at`, and the row where it begins."""
    for index in range(at, -1, -1):
        cell = _at(rows[index], column)
        if cell is not None:
            return (index, cell) if index + cell.rows > at else None
    return None


def whole(part: TablePart) -> Table:
    return Table(tuple(part.rows), page=part.page)
