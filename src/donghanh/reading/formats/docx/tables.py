"""Tables as a whole: their lines, their repeated head rows, and the parts that an author tore apart."""

from msgspec.structs import replace

from donghanh.reading.blocks import Block, Row, Table
from donghanh.reading.formats.docx.names import VAL, Element, W
from donghanh.reading.formats.docx.styles import Styles

_SIDES = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}
_START_END = {"left": "start", "right": "end"}
_NO_LINE = frozenset({"nil", "none"})
_HEAD_CELLS = 2


def is_borderless(table: Element, cells: list[Element], styles: Styles) -> bool:
    """Whether most cells have lines on fewer than two sides.

    One side does not make a table of it: the rule under a letterhead is often a cell's lower border.
    """
    properties = table.find(W + "tblPr")
    own = styled = None
    if properties is not None:
        own = properties.find(W + "tblBorders")
        style = properties.find(W + "tblStyle")
        styled = None if style is None else styles.table_borders(str(style.get(VAL, "")))
    base = {}
    for side, inside in _SIDES.items():
        base[side] = any(_line(own, name, _line(styled, name, False)) for name in (side, inside))
    lined = 0
    for cell in cells:
        borders = cell.find(f"{W}tcPr/{W}tcBorders")
        lined += sum(_line(borders, side, base[side]) for side in _SIDES) >= 2
    return lined * 2 < max(1, len(cells))


def _line(borders: Element | None, side: str, default: bool) -> bool:
    if borders is None:
        return default
    found = borders.find(W + side)
    if found is None and side in _START_END:
        found = borders.find(W + _START_END[side])
    return default if found is None else found.get(VAL, "nil") not in _NO_LINE


def mended(blocks: list[Block]) -> list[Block]:
    """Tables that follow each other under the same head as one, repeated head rows dropped."""
    done: list[Block] = []
    rows: list[Row] = []
    for block in blocks:
        previous = done[-1] if done else None
        if isinstance(block, Table) and isinstance(previous, Table) and _continues(block, previous):
            rows.extend(block.rows[_head_height(previous) :])
            continue
        _close(done, rows)
        done.append(block)
        rows = list(block.rows) if isinstance(block, Table) else []
    _close(done, rows)
    return done


def _close(done: list[Block], rows: list[Row]) -> None:
    """Give the last table the rows that were gathered for it."""
    if done and isinstance(done[-1], Table):
        done[-1] = _without_repeats(replace(done[-1], rows=tuple(rows)))


Shape = tuple[tuple[int, int, int, str], ...]


def _shape(row: Row) -> Shape:
    return tuple((cell.column, cell.columns, cell.rows, cell.text) for cell in row.cells)


def _head_height(table: Table) -> int:
    return max((cell.rows for cell in table.rows[0].cells), default=1) if table.rows else 0


def _head(table: Table) -> list[Shape]:
    """The head rows, empty where the first row can hardly be a head."""
    height = _head_height(table)
    shapes = [_shape(row) for row in table.rows[:height]]
    worded = sum(any(c.isalpha() for c in text) for *_, text in (shapes[0] if shapes else ()))
    return shapes if worded >= _HEAD_CELLS and height < len(table.rows) else []


def _continues(table: Table, previous: Table) -> bool:
    if table.borderless or previous.borderless:
        return False
    head = _head(previous)
    return bool(head) and [_shape(row) for row in table.rows[: len(head)]] == head


def _without_repeats(table: Table) -> Table:
    head = [] if table.borderless else _head(table)
    if not head:
        return table
    height = len(head)
    rows = list(table.rows[:height])
    covered = index = height
    while index < len(table.rows):
        shape = _shape(table.rows[index])
        is_free = index >= covered and shape == head[0]
        if is_free and [_shape(row) for row in table.rows[index : index + height]] == head:
            index += height
            continue
        covered = max(covered, index + max((cell.rows for cell in table.rows[index].cells), default=1))
        rows.append(table.rows[index])
        index += 1
    return table if len(rows) == len(table.rows) else replace(table, rows=tuple(rows))
