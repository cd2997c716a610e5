"""Sheets of .xls files: values by calamine; how cells are set and what is hidden from the records.

Source: MS-XLS (BIFF8); of older versions only the values are read.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from donghanh.reading.errors import DamagedFile, EncryptedFile
from donghanh.reading.formats.sheets.figures import shown
from donghanh.reading.formats.sheets.ole import Container
from donghanh.reading.formats.sheets.sheet import (
    MOST_CELLS,
    MOST_ROOM,
    PLAIN,
    Look,
    Sheet,
    Workbook,
    place_name,
    too_many_cells,
)
from donghanh.reading.formats.sheets.styles import BUILT_IN, LINED_SIDES
from donghanh.reading.formats.sheets.values import Values

_BOF, _EOF, _FILEPASS = 0x809, 0x0A, 0x2F
_FONT, _FORMAT, _XF, _BOUNDSHEET, _SUPBOOK, _MACROS = 0x31, 0x41E, 0xE0, 0x85, 0x1AE, 0xD3
_ROW, _COLUMNS, _FILTERED, _NOTE, _SIZE = 0x208, 0x7D, 0x9B, 0x1C, 0x200
_BLANK, _BLANKS, _FIGURES, _ERROR, _FORMULA = 0x201, 0xBE, 0xBD, 0x205, 0x06
_FILLED = frozenset({0x203, 0x204, 0x205, 0x27E, 0xFD, 0x06, 0xD6})
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_BIFF8 = 0x600
_SHEET = 0x10
_BOLD_FROM = 600
_CENTRES = (2, 6)
# Links of a workbook to itself and to functions that are added in name no other file.
_OWN_BOOKS = (0x0401, 0x3A01)


@dataclass(slots=True)
class _Found:
    """What the records of one sheet say."""

    looks: dict[int, dict[int, Look]] = field(default_factory=dict)
    lined: dict[int, int] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    filtered: bool = False
    commented: bool = False


def read_xls(data: bytes) -> Workbook:
    """The visible sheets of a workbook.

    Raises: EncryptedFile, DamagedFile, FileTooLarge.
    """
    container = Container(data)
    stream = container.stream("Workbook") or container.stream("Book")
    if not stream:
        raise DamagedFile
    try:
        records = _Records(stream)
        found = {name: records.sheet(start) for name, start in records.starts.items()}
    except (struct.error, IndexError) as error:
        raise DamagedFile from error
    values = Values(data)
    book = Workbook([], values.hidden, linked=records.linked)
    book.macros = records.macros or "VBA" in container.names()
    for name in values.visible:
        rows, merges = values.sheet(name)
        rows = [[shown(v) if isinstance(v, bool) else v for v in row] for row in rows]
        sheet = Sheet(name, rows, merges)
        if said := found.get(name):
            _describe(sheet, said)
            book.commented |= said.commented
        book.sheets.append(sheet)
    return book


def _describe(sheet: Sheet, said: _Found) -> None:
    height, width = len(sheet.rows), len(sheet.rows[0]) if sheet.rows else 0
    sheet.looks = said.looks
    sheet.lined = lambda row: said.lined.get(row, 0) >= 2
    sheet.hidden_columns = {column for column in said.columns if column < width}
    if said.filtered:
        sheet.filtered_rows = said.hidden
    else:
        sheet.hidden_rows = said.hidden
    for (row, column), words in said.errors.items():
        if row < height and column < width:
            sheet.rows[row][column] = words
            sheet.faulty.append(place_name(row, column))


class _Records:
    """The records of a workbook: its styles and where its sheets start.

    Raises: EncryptedFile; struct.error and IndexError where a record is shorter than it has to be.
    """

    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self._looks: list[Look] = []
        self._filled = 0
        self.starts: dict[str, int] = {}
        self.linked = self.macros = self._modern = False
        fonts: list[tuple[bool, bool]] = []
        codes: dict[int, str] = {}
        styles: list[bytes] = []
        for kind, body in self._from(0):
            if kind == _BOF:
                self._modern = struct.unpack_from("<H", body)[0] == _BIFF8
            elif kind == _FILEPASS:
                raise EncryptedFile
            elif kind == _MACROS:
                self.macros = True
            elif kind == _BOUNDSHEET:
                self._add_sheet(body)
            elif self._modern and kind == _FONT:
                slant, weight = struct.unpack_from("<2xHxxH", body)
                fonts.append((weight >= _BOLD_FROM, bool(slant & 2)))
            elif self._modern and kind == _FORMAT:
                number, length, wide = struct.unpack_from("<HHB", body)
                codes[number] = _text(body[5:], length, wide)
            elif self._modern and kind == _XF:
                styles.append(body)
            elif kind == _SUPBOOK and len(body) >= 4:
                self.linked |= struct.unpack_from("<2xH", body)[0] not in _OWN_BOOKS
        self._looks = [_look(body, fonts, codes) for body in styles]

    def _from(self, at: int) -> Iterator[tuple[int, bytes]]:
        """The records of the part that starts there, up to its end."""
        stream = self._stream
        while at + 4 <= len(stream):
            kind, length = struct.unpack_from("<HH", stream, at)
            yield kind, stream[at + 4 : at + 4 + length]
            if kind == _EOF:
                return
            at += 4 + length

    def _add_sheet(self, body: bytes) -> None:
        start, sheet_type = struct.unpack_from("<IxB", body)
        if sheet_type == 0:
            wide = self._modern and body[7]
            name = _text(body[8 if self._modern else 7 :], body[6], wide)
            self.starts[name] = start

    def sheet(self, start: int) -> _Found:
        """What the records of a sheet say; how many cells it has is checked on the way."""
        found = _Found()
        last_row = last_column = 0
        for kind, body in self._from(start):
            if kind in _FILLED or kind == _FIGURES:
                row, column = struct.unpack_from("<HH", body)
                if kind == _FIGURES:
                    column = struct.unpack_from("<H", body, len(body) - 2)[0]
                last_row, last_column = max(last_row, row), max(last_column, column)
                self._filled += 1
            elif kind == _SIZE and self._modern:
                first, last, left, right = struct.unpack_from("<IIHH", body)
                if (last - first) * (right - left) > MOST_ROOM:
                    raise too_many_cells()
            if self._modern:
                self._take(kind, body, found)
        if self._filled > MOST_CELLS or (last_row + 1) * (last_column + 1) > MOST_ROOM:
            raise too_many_cells()
        return found

    def _take(self, kind: int, body: bytes, found: _Found) -> None:
        if kind in _FILLED or kind == _BLANK:
            row, column, style = struct.unpack_from("<HHH", body)
            self._set(found, row, column, style)
            _take_error(kind, body, found.errors)
        elif kind in (_BLANKS, _FIGURES):
            row, column = struct.unpack_from("<HH", body)
            step = 2 if kind == _BLANKS else 6
            for number, at in enumerate(range(4, len(body) - 2, step)):
                self._set(found, row, column + number, struct.unpack_from("<H", body, at)[0])
        elif kind == _ROW and struct.unpack_from("<H", body, 12)[0] & 0x20:
            found.hidden.add(struct.unpack_from("<H", body)[0])
        elif kind == _COLUMNS:
            first, last, options = struct.unpack_from("<HH4xH", body)
            if options & 1:
                found.columns.update(range(first, min(last, 255) + 1))
        elif kind == _FILTERED:
            found.filtered = True
        elif kind == _NOTE:
            found.commented = True

    def _set(self, found: _Found, row: int, column: int, style: int) -> None:
        look = self._looks[style] if style < len(self._looks) else PLAIN
        if look is not PLAIN:
            found.looks.setdefault(row, {})[column] = look
            if look.lined:
                found.lined[row] = found.lined.get(row, 0) + 1


def _take_error(kind: int, body: bytes, errors: dict[tuple[int, int], str]) -> None:
    """A cell whose value is an error: written so, or the last result of its formula."""
    code = None
    if kind == _ERROR and body[7]:
        code = body[6]
    elif kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
        code = body[8]
    if code is not None:
        row, column = struct.unpack_from("<HH", body)
        errors[row, column] = _ERRORS.get(code, "#N/A")


def _look(body: bytes, fonts: list[tuple[bool, bool]], codes: dict[int, str]) -> Look:
    font, number, align, sides = struct.unpack_from("<HHxxBxxxH", body)
    font -= font > 4  # there is no font 4
    bold, italic = fonts[font] if font < len(fonts) else (False, False)
    drawn = sum(bool(sides >> shift & 15) for shift in (0, 4, 8, 12))
    code = codes.get(number) or BUILT_IN.get(number, "")
    code = "" if code in ("General", "GENERAL", "@") else code
    look = Look(bold, italic, align & 7 in _CENTRES, drawn >= LINED_SIDES, code)
    return PLAIN if look == PLAIN else look


def _text(body: bytes, length: int, wide: int) -> str:
    if wide & 1:
        return body[: 2 * length].decode("utf-16-le", errors="replace")
    return body[:length].decode("latin-1")
