"""Cells, rows and tables out of what a page shows, and tables joined over page breaks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from donghanh.reading.blocks import Cell, Paragraph, Row, Table
from donghanh.reading.formats.pdf.columns import Aligned
from donghanh.reading.formats.pdf.lines import Line
from donghanh.reading.formats.pdf.marks import mark_width, only_looks_marked
from donghanh.reading.formats.pdf.pages import RuledTable
from donghanh.reading.formats.pdf.paragraphs import joined

# Points that the edges of the columns may differ from page to page.
_EDGE = 5.0
_MAX_HEAD = 6
_ENDS = (".", ";", ":", "!", "?")


@dataclass(slots=True)
class TablePart:
    """A ruled table on one page: its rows, and the x of its columns' edges."""

    rows: list[Row]
    xs: tuple[float, ...]
    page: int


def ruled_part(table: RuledTable, page: int) -> TablePart:
    """The rows of a ruled table. Rows and columns in which nothing begins are closed up."""
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
        text, bold, italic = joined(group)
        centred = all(abs(line.middle - (left + right) / 2) <= 3 for line in group) and any(
            line.left - left > 9 for line in group
        )
        out.append(Paragraph(text, bold=bold, italic=italic, centred=centred, page=page))
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
    grouped: list[list[Line]] = []
    for line in lines:
        # Two parts of one line, with a blank left for a number between them.
        if grouped and abs(grouped[-1][-1].baseline - line.baseline) <= 0.3 * line.size:
            grouped[-1].append(line)
        else:
            grouped.append([line])
    middles = sorted((g[0].left + g[-1].right) / 2 for g in grouped)
    middle = middles[len(middles) // 2] if middles else 0.0
    edge = min((g[0].left for g in grouped), default=0.0)
    flush = sum(1 for g in grouped if g[0].left - edge <= 3) * 2 > len(grouped)
    out = []
    for group in grouped:
        group.sort(key=lambda line: line.left)
        text, bold, italic = joined(group)
        centred = not flush and len(grouped) > 1 and abs((group[0].left + group[-1].right) / 2 - middle) <= 4
        out.append(Paragraph(text, bold=bold, italic=italic, centred=centred, page=page))
    return tuple(out)


# Over page breaks.


def continues(before: TablePart, after: TablePart) -> bool:
    """The second part has the columns of the first."""
    return len(before.xs) == len(after.xs) and all(
        abs(a - b) <= _EDGE for a, b in zip(before.xs, after.xs, strict=True)
    )


def join(before: TablePart, after: TablePart) -> None:
    """Put the rows of `after` to those of `before`: without the repeated head, a torn row made whole."""
    rows = after.rows[_repeated_head(before.rows, after.rows) :]
    if not rows:
        return
    at = len(before.rows) - 1
    if _is_torn(before.rows, rows[0]):
        last = before.rows[-1]
        before.rows[-1] = Row(tuple(_mend(cell, _at(rows[0], cell.column)) for cell in last.cells), last.page)
        spanning = {c.column: c for c in rows[0].cells if c.rows > 1}
        if spanning and len(rows) > 1:
            # What began beside the torn row goes on beside the next ones.
            before.rows[-1] = Row(
                tuple(
                    replace(c, rows=max(c.rows, spanning[c.column].rows)) if c.column in spanning else c
                    for c in before.rows[-1].cells
                ),
                last.page,
            )
        rows = rows[1:]
    elif rows[0].cells:
        rows = [_without_continued(before.rows, rows[0], at), *rows[1:]]
    before.rows.extend(rows)


def _said(row: Row) -> tuple[tuple[int, str], ...]:
    return tuple((c.column, "".join(c.text.split()).casefold()) for c in row.cells)


def _repeated_head(first: Sequence[Row], second: Sequence[Row]) -> int:
    """How many rows at the head of `second` repeat the head of `first`."""
    count = 0
    for a, b in zip(first[:_MAX_HEAD], second[:_MAX_HEAD], strict=False):
        if _said(a) != _said(b) or not any(text for _, text in _said(b)):
            break
        count += 1
    # A first row that only happens to be the same is no head when it is all there is of the table.
    return count


def _at(row: Row, column: int) -> Cell | None:
    return next((c for c in row.cells if c.column == column), None)


def _is_torn(before: Sequence[Row], row: Row) -> bool:
    """The row goes on with the last row of the page before."""
    last = before[-1]
    filled = [c for c in row.cells if c.text]
    if not filled or not last.cells or len(last.cells) != len(row.cells):
        return False
    pairs = [(_at(last, c.column), c) for c in filled]
    if any(above is None or not above.text or above.columns != c.columns for above, c in pairs):
        return False
    texts = [(above.text, c.text) for above, c in pairs if above is not None]
    head, first = last.cells[0], row.cells[0]
    goes_on = any(b[:1].islower() or not a.endswith(_ENDS) for a, b in texts)
    if head.text and not first.text:
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
    bold = len(last.text) + len(glue) + first.bold if last.all_bold and first.bold else last.bold
    mended = replace(last, text=last.text + glue + first.text, bold=bold, italic=last.italic and first.italic)
    return replace(cell, paragraphs=(*cell.paragraphs[:-1], mended, *rest.paragraphs[1:]))


def _without_continued(before: list[Row], row: Row, at: int) -> Row:
    """An empty merged cell at the head of a page belongs to the merged cell that the break cut."""
    kept = []
    for cell in row.cells:
        above = _reaching(before, cell.column, at)
        if cell.rows > 1 and not cell.text and above is not None and above[1].columns == cell.columns:
            index, found = above
            grown = replace(found, rows=at - index + 1 + cell.rows)
            before[index] = Row(
                tuple(grown if c.column == found.column else c for c in before[index].cells), before[index].page
            )
        else:
            kept.append(cell)
    return Row(tuple(kept), row.page)


def _reaching(rows: Sequence[Row], column: int, at: int) -> tuple[int, Cell] | None:
    """The merged cell of a column that reaches down to the row `at`, and the row where it begins."""
    for index in range(at, -1, -1):
        cell = _at(rows[index], column)
        if cell is not None:
            return (index, cell) if cell.rows > 1 and index + cell.rows > at else None
    return None


def whole(part: TablePart) -> Table:
    return Table(tuple(part.rows), page=part.page)
