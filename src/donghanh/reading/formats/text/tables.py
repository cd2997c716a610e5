"""Tables in plain text: tab-separated cells, Markdown's bars, lines drawn with + - | or box characters."""

import re
from collections.abc import Sequence

from donghanh.reading.blocks import Cell, Row, Table
from donghanh.reading.formats.text.columns import begins_recipients
from donghanh.reading.formats.text.inline import Runs, inline_lines, paragraph
from donghanh.reading.formats.text.lines import Line

Found = tuple[Table | None, int]
"""A table and the index of the line after it; None and how far nothing more needs to be tried."""

_BAR = re.compile(r"(?<!\\)\|")
_BOXES = str.maketrans("│┃║┆┊╎", "||||||")
_RULE = re.compile(r"^[\s|+:=_\-–—┌┐└┘├┤┬┴┼─━═╔╗╚╝╠╣╦╩╬╒╕╘╛╞╡╤╧╪╓╖╙╜╟╢╥╨╫┏┓┗┛┣┫┳┻╋]+$")
_ALIGNMENT = re.compile(r"^\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$")
_BREAK = re.compile(r"<br\s*/?>", re.I)
# "1.<tab>Mục đích", "-<tab>Tổ chức": a tab behind a label is how Word writes numbering, no column.
_LABEL_TAB = re.compile(
    r"^\s*(?:[-–—+*•·▪●○\uf0b7]|(?:\d{1,2}(?:\.\d{1,2}){0,4}|[IVXLC]{1,6}|[A-Za-zĐđ])[.)]|\d{1,2}(?:\.\d{1,2}){1,4})\t"
)
_ITEM = re.compile(r"[-–+*•]\s|\d{1,2}[.)]\s|[a-zđ]\)\s")
_MOST_LINES_OF_A_CELL = 30


# --- tabs --------------------------------------------------------------------------------------------


def tab_table(lines: Sequence[Line], at: int) -> Found:
    """The table of tab-separated rows that begins at `at`, if one does."""
    if not _begins_tab_row(lines[at].text):
        return None, at
    rows: list[tuple[list[str], int | None]] = []
    i, end, columns, labelled = at, at, 0, 0
    while i < len(lines):
        if lines[i].blank:
            i += 1
            continue
        if i - end > 2 and not lines[i].torn:  # a blank line or two, or a page, do not end a table
            break
        if "\t" not in lines[i].text or begins_recipients(lines, i):
            break
        numbered = _LABEL_TAB.match(lines[i].text) is not None
        tabs = lines[i].text.count("\t") + lines[i].empty_cells
        if numbered and columns > 2 and i > end and tabs == 1:  # a list below the table
            break
        cells, after = _tab_row(lines, i)
        filled = len(cells) - next((n for n, c in enumerate(reversed(cells)) if c), len(cells))
        if rows and filled > columns:
            if len(rows) > 1 or filled < 2:
                break
            columns = len(cells)
        columns = columns or len(cells)
        labelled += numbered
        rows.append((cells[:columns] + [""] * (columns - len(cells)), lines[i].page))
        i = end = after
    if len(rows) < 2 or (columns == 2 and labelled * 2 > len(rows)):
        return None, end
    return Table(tuple(_row(cells, page, False) for cells, page in rows), page=lines[at].page), end


def _begins_tab_row(text: str) -> bool:
    inner = text.strip()
    return "\t" in inner or (text.count("\t") >= 2 and inner != "" and not text.startswith("\t"))


def _tab_row(lines: Sequence[Line], at: int) -> tuple[list[str], int]:
    """The cells of the row at `at` and the line after it: a quoted cell may hold line breaks."""
    text, end = lines[at].text, at + 1
    if '\t"' not in text and not text.startswith('"'):
        return text.split("\t"), end
    row = _split_cells(text)
    while row is None and end < min(len(lines), at + _MOST_LINES_OF_A_CELL):
        closes = '"' in lines[end].text
        end += 1
        if closes:
            row = _split_cells("\n".join(line.text for line in lines[at:end]))
    if row is None:  # a quotation mark of the words, closed nowhere
        return [cell.strip() for cell in text.split("\t")], at + 1
    return [_unquote(cell) for cell in row], end


def _split_cells(text: str) -> list[str] | None:
    """The cells of a row, None where a quoted one does not end; a quotation within a cell is words."""
    cells: list[str] = []
    open_cell: list[str] = []
    for part in text.split("\t"):
        open_cell.append(part)
        if open_cell[0].startswith('"') and sum(p.count('"') for p in open_cell) % 2:
            continue
        if "\n" in part and not open_cell[0].startswith('"'):
            return None
        cells.append("\t".join(open_cell))
        open_cell = []
    return None if open_cell else cells


def _unquote(cell: str) -> str:
    stripped = cell.strip()
    if (
        len(stripped) >= 2
        and stripped[0] == stripped[-1] == '"'
        and ("\n" in stripped or '""' in stripped[1:-1])
    ):
        return stripped[1:-1].replace('""', '"')
    return stripped


# --- bars and drawn lines ----------------------------------------------------------------------------


def drawn_table(lines: Sequence[Line], at: int) -> Found:
    """The table drawn with bars that begins at `at`, if one does."""
    if not (_is_drawn(lines[at].text) or _markdown_head(lines, at)):
        return None, at
    groups: list[list[tuple[list[str], int | None]]] = [[]]
    i, end, width, bars = at, at, 0, 0
    open_bars = not _is_drawn(lines[at].text)
    while i < len(lines):
        text = lines[i].text
        if not text:
            i += 1
            if i - end > 1:
                break
            continue
        if _RULE.match(text) and (_is_drawn(text) or open_bars):
            groups.append([])
            bars += 1
        elif _is_drawn(text) or (open_bars and _BAR.search(text)):
            cells = _bar_cells(text)
            width = max(width, len(cells))
            groups[-1].append((cells, lines[i].page))
        else:
            break
        i = end = i + 1
    groups = [group for group in groups if group]
    if not groups or (width < 2 and bars < 2) or (bars == 0 and len(groups[0]) < 2):
        return None, end
    markdown = bars == 1 and len(groups) <= 2
    rows = [row for n, group in enumerate(groups) for row in _rows_of(group, width, markdown, len(groups), n)]
    return Table(tuple(_row(cells, page, True) for cells, page in rows), page=lines[at].page), end


def _is_drawn(text: str) -> bool:
    """A line that begins with a bar, or a rule that crosses bars: "+---+", "├──┼──┤"."""
    stripped = text.strip().translate(_BOXES)
    if stripped[:1] == "|":
        return stripped.count("|") >= 2
    return (
        bool(stripped)
        and stripped[0] in "+┌├└┼╔╠╚╬╒╞╘┏┣┗╟╙╓"
        and len(stripped) > 2
        and bool(_RULE.match(stripped))
    )


def _markdown_head(lines: Sequence[Line], at: int) -> bool:
    """A Markdown table without outer bars: "STT | Nội dung" above "--- | ---"."""
    if at + 1 >= len(lines) or "|" not in lines[at].text or "|" not in lines[at + 1].text:
        return False
    return _ALIGNMENT.match(lines[at + 1].text) is not None and _RULE.match(lines[at].text) is None


def _bar_cells(text: str) -> list[str]:
    stripped = text.strip().translate(_BOXES)
    cells = [cell.strip() for cell in _BAR.split(stripped)]
    first = 1 if stripped.startswith("|") else 0
    last = len(cells) - 1 if len(cells) > 1 and stripped.endswith("|") and cells[-1] == "" else len(cells)
    return [cell.replace("\\|", "|") for cell in cells[first:last]]


def _rows_of(
    group: Sequence[tuple[list[str], int | None]], width: int, markdown: bool, groups: int, number: int
) -> list[tuple[list[str], int | None]]:
    """The rows of the lines between two rules.

    In Markdown each line is one. In a grid with a rule after each row they are one row; where only the
    head is ruled off, each line of the body is one, but for those that go on under an empty first cell.
    """
    padded = [(cells + [""] * (width - len(cells)), page) for cells, page in group]
    if markdown:
        return padded
    whole = groups > 2 or number == 0 and groups == 2
    rows: list[tuple[list[str], int | None]] = []
    for cells, page in padded:
        if rows and (whole or not cells[0]):
            rows[-1] = (
                [
                    f"{above}\n{cell}" if cell else above
                    for above, cell in zip(rows[-1][0], cells, strict=True)
                ],
                page,
            )
        else:
            rows.append((cells, page))
    return rows


# --- cells -------------------------------------------------------------------------------------------


def _row(cells: Sequence[str], page: int | None, drawn: bool) -> Row:
    return Row(tuple(_cell(text, column, drawn) for column, text in enumerate(cells)), page)


def _cell(text: str, column: int, drawn: bool) -> Cell:
    """In a drawn cell the lines are broken to fit it; in a quoted one each break was typed."""
    lines = [line.strip() for line in _BREAK.sub(" ", text).split("\n") if line.strip()]
    paragraphs: list[list[Runs]] = []
    for line, runs in zip(lines, inline_lines(lines), strict=True):
        if drawn and paragraphs and not _ITEM.match(line):
            paragraphs[-1].append(runs)
        else:
            paragraphs.append([runs])
    return Cell(tuple(p for lines in paragraphs if (p := paragraph(lines)).text), column)
