"""Sheets of .ods files: everything from content.xml, row by row.

A cell carries its value and the words that it showed when it was saved; the words are taken, with points
and commas put where Vietnamese papers have them, for they follow the country of whoever saved the file.

Source: Open Document Format 1.3, part 3, sections 9 (tables) and 19 (attributes).
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO

from lxml import etree
from msgspec.structs import replace

from donghanh.reading.errors import DamagedFile, EncryptedFile
from donghanh.reading.formats.sheets.figures import shown, written
from donghanh.reading.formats.sheets.package import Element, Package
from donghanh.reading.formats.sheets.sheet import (
    MOST_CELLS,
    PLAIN,
    Area,
    Look,
    Sheet,
    Value,
    Workbook,
    dense,
    place_name,
    too_many_cells,
)

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_VALUES = ("value", "date-value", "time-value", "boolean-value", "string-value")
_MOST_COLUMNS = 1024
_LAST_ROW = 1 << 20
_MOST_SPACES = 100
_ERROR = re.compile(r"#[A-ZÀ-Ỹ/0!?]+[!?]|#N/A|Err:\d{3}")
_FIGURE = re.compile(r"\d[\d.,\s\u00a0\u202f'’]*\d|\d")


def read_ods(data: bytes) -> Workbook:
    """The visible sheets of a workbook.

    Raises: EncryptedFile, DamagedFile, HostileFile, FileTooLarge.
    """
    package = Package(data)
    if b"encryption-data" in package.part("meta-inf/manifest.xml"):
        raise EncryptedFile
    content = package.part("content.xml")
    if not content:
        raise DamagedFile
    reader = _Reader()
    styles = package.xml("styles.xml")
    if styles is not None:
        reader.add_styles(styles)
    try:
        reader.read(content)
    except etree.XMLSyntaxError as error:
        raise DamagedFile from error
    reader.book.macros = bool(package.names("basic/") or package.names("scripts/"))
    return reader.book


class _Reader:
    """Goes through content.xml once and keeps of each sheet what is filled."""

    def __init__(self) -> None:
        self.book = Workbook([])
        self._looks: dict[str, Look] = {"": PLAIN}
        self._unseen: set[str] = set()
        self._filled = 0

    def add_styles(self, root: Element) -> None:
        for style in root.iter(_STYLE + "style"):
            name = style.get(_STYLE + "name", "")
            if style.get(_STYLE + "family") == "table":
                properties = style.find(_STYLE + "table-properties")
                if properties is not None and properties.get(_TABLE + "display") == "false":
                    self._unseen.add(name)
            elif style.get(_STYLE + "family") == "table-cell":
                base = self._looks.get(style.get(_STYLE + "parent-style-name", ""), PLAIN)
                self._looks[name] = _look(style, base)

    def read(self, content: bytes) -> None:
        events = etree.iterparse(
            BytesIO(content),
            events=("start", "end"),
            tag=(
                _OFFICE + "automatic-styles",
                _TABLE + "table",
                _TABLE + "table-column",
                _TABLE + "table-row",
                _TABLE + "database-range",
                _TABLE + "dde-link",
            ),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        table: _Table | None = None
        depth = 0  # a table may stand in a cell of another
        for event, element in events:
            name = etree.QName(element).localname
            if name == "table":
                depth += 1 if event == "start" else -1
            if event == "start":
                if name == "table" and depth == 1:
                    table = _Table(element.get(_TABLE + "name", ""))
                    table.seen = element.get(_TABLE + "style-name", "") not in self._unseen
                continue
            if name == "automatic-styles":
                self.add_styles(element)
            elif name == "table-column" and table is not None:
                table.add_column(element)
            elif name == "table-row" and table is not None:
                self._filled += table.add_row(element, self._looks)
                self.book.commented |= element.find(f".//{_OFFICE}annotation") is not None
                if self._filled > MOST_CELLS:
                    raise too_many_cells()
                _forget(element)
            elif name == "table" and depth == 0 and table is not None:
                self._finish(table)
                table = None
            elif name == "dde-link":
                self.book.linked = True

    def _finish(self, table: "_Table") -> None:
        if table.seen:
            self.book.sheets.append(table.sheet())
        else:
            self.book.hidden.append(table.name)


def _forget(element: Element) -> None:
    """Give back the memory of a row that was read."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


class _Table:
    """One sheet in the making: its filled cells by row and column."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.seen = True
        self.cells: dict[int, dict[int, Value]] = {}
        self.looks: dict[int, dict[int, Look]] = {}
        self.merges: list[Area] = []
        self.hidden: set[int] = set()
        self.filtered: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.uncomputed: list[str] = []
        self.faulty: list[str] = []
        self._row = self._column = 0

    def add_column(self, element: Element) -> None:
        times = _count(element, "number-columns-repeated")
        if element.get(_TABLE + "visibility", "visible") != "visible":
            self.hidden_columns.update(range(self._column, min(self._column + times, _MOST_COLUMNS)))
        self._column += times

    def add_row(self, element: Element, looks: dict[str, Look]) -> int:
        """Take up a row as often as it repeats; returns how many filled cells came."""
        times = _count(element, "number-rows-repeated")
        first = self._row
        self._row = min(first + times, _LAST_ROW)
        cells: dict[int, Value] = {}
        set_as: dict[int, Look] = {}
        for column, cell in _placed(element):
            words = self._words(cell, first, column)
            look = looks.get(cell.get(_TABLE + "style-name", ""), PLAIN)
            repeated = _count(cell, "number-columns-repeated")
            for place in range(column, min(column + repeated, _MOST_COLUMNS)):
                if words:
                    cells[place] = words
                if look is not PLAIN:
                    set_as[place] = look
            across, down = _count(cell, "number-columns-spanned"), _count(cell, "number-rows-spanned")
            if across > 1 or down > 1:
                self.merges.append(Area(first, column, first + down - 1, column + across - 1))
        if not cells:
            return 0
        if len(cells) * times > MOST_CELLS:
            raise too_many_cells()
        for row in range(first, self._row):
            self.cells[row], self.looks[row] = dict(cells), dict(set_as)
        self._hide(element.get(_TABLE + "visibility", "visible"), first)
        return len(cells) * times

    def _hide(self, visibility: str, first: int) -> None:
        if visibility != "visible":
            rows = range(first, self._row)
            (self.filtered if visibility == "filter" else self.hidden).update(rows)

    def _words(self, cell: Element, row: int, column: int) -> str:
        lines = [_line(p) for p in cell.iterchildren(_TEXT + "p")]
        words = "\n".join(lines)
        formula = cell.get(_TABLE + "formula") is not None
        if formula and _ERROR.fullmatch(words.strip()):
            self.faulty.append(place_name(row, column))
        elif formula and not words and not any(cell.get(_OFFICE + name) for name in _VALUES):
            if cell.get(_OFFICE + "value-type") is None:
                self.uncomputed.append(place_name(row, column))
        return _vietnamese(cell, words)

    def sheet(self) -> Sheet:
        """The sheet with all cells up to the last filled one; cells too far away are left out."""
        rows, far = dense(self.cells)
        width = len(rows[0]) if rows else 0
        sheet = Sheet(self.name, rows, self.merges, self.looks)
        lined = {r for r, looks in self.looks.items() if sum(look.lined for look in looks.values()) > 1}
        sheet.lined = lined.__contains__
        sheet.hidden_rows, sheet.filtered_rows = self.hidden, self.filtered
        sheet.hidden_columns = {column for column in self.hidden_columns if column < width}
        sheet.uncomputed, sheet.faulty, sheet.far = self.uncomputed, self.faulty, far
        return sheet


def _placed(row: Element) -> Iterator[tuple[int, Element]]:
    """The cells of a row with their columns; those under a merged one are counted only."""
    column = 0
    for cell in row.iterchildren(*_CELLS):
        if cell.tag == _CELLS[0]:
            yield column, cell
        column += _count(cell, "number-columns-repeated")


def _count(element: Element, name: str) -> int:
    text = element.get(_TABLE + name, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 9 else 1


def _line(paragraph: Element) -> str:
    """The words of a paragraph; its notes are no part of them."""
    parts = [paragraph.text or ""]
    for child in paragraph.iterchildren():
        if child.tag == _TEXT + "s":
            parts.append(" " * min(_MOST_SPACES, int(_plain_count(child))))
        elif child.tag == _TEXT + "line-break":
            parts.append("\n")
        elif child.tag == _TEXT + "tab":
            parts.append(" ")
        elif child.tag in (_TEXT + "span", _TEXT + "a", _TEXT + "ruby", _TEXT + "ruby-base"):
            parts.append(_line(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _plain_count(space: Element) -> int:
    text = space.get(_TEXT + "c", "1")
    return int(text) if text.isdecimal() and len(text) < 6 else 1


def _vietnamese(cell: Element, words: str) -> str:
    """The words shown for a figure or day as a Vietnamese paper has them; other words stay."""
    kind = cell.get(_OFFICE + "value-type", "string")
    if kind == "date":
        try:
            day = date.fromisoformat(cell.get(_OFFICE + "date-value", "")[:10])
        except ValueError:
            return words
        parts = re.findall(r"\w+", words)
        return shown(day) if not words or len(parts) == 3 else words
    if kind not in ("float", "percentage", "currency"):
        return words
    try:
        value = Decimal(cell.get(_OFFICE + "value", "")) * (100 if kind == "percentage" else 1)
    except ArithmeticError:
        return words
    if not value.is_finite():
        return words
    if not words:
        return shown(float(value)) if abs(value) < 1e15 else str(value)
    match = _FIGURE.search(words)
    figure = _as_shown(abs(value), match[0]) if match else None
    if match is None or figure is None:
        return words
    return (words[: match.start()] + figure + words[match.end() :]).replace("₫", "đ")


def _as_shown(value: Decimal, figure: str) -> str | None:
    """A value with as many decimals and as much grouping as a shown figure has; None where they differ."""
    digits = re.sub(r"\D", "", figure)
    if len(digits) > 30 or value >= 10**15:
        return None
    for decimals in range(len(digits)):
        rounded = f"{value:.{decimals}f}".replace(".", "")
        if digits.lstrip("0") == rounded.lstrip("0"):
            marks = len(re.findall(r"\D+", figure))
            whole = len(digits) - decimals
            return written(value, decimals, decimals, marks > (decimals > 0), whole)
    return None


def _look(style: Element, base: Look) -> Look:
    look = base
    text, paragraph = style.find(_STYLE + "text-properties"), style.find(_STYLE + "paragraph-properties")
    cell = style.find(_STYLE + "table-cell-properties")
    if text is not None:
        weight, slant = text.get(_FO + "font-weight"), text.get(_FO + "font-style")
        look = replace(look, bold=weight == "bold" if weight else look.bold)
        look = replace(look, italic=slant in ("italic", "oblique") if slant else look.italic)
    if paragraph is not None and (align := paragraph.get(_FO + "text-align")):
        look = replace(look, centred=align == "center")
    if cell is not None:
        around = cell.get(_FO + "border", "none")
        sides = [cell.get(f"{_FO}border-{side}", around) for side in ("left", "right", "top", "bottom")]
        look = replace(look, lined=sum(side not in ("none", "") for side in sides) >= 3)
    return look
