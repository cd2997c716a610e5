"""Sheets of .xls files, record by record.

Source: MS-XLS (BIFF8); of Excel 95 files the values are read without their looks.
"""

import struct
from dataclasses import dataclass, field

from donghanh.reading.errors import DamagedFile, EncryptedFile
from donghanh.reading.formats.compound import Compound
from donghanh.reading.formats.sheets.figures import moment
from donghanh.reading.formats.sheets.records import CONTINUE, packed_figure, records, shared_strings, text
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
from donghanh.reading.formats.sheets.styles import BUILT_IN, LINED_SIDES

_BOF, _FILEPASS, _DATES, _SST = 0x809, 0x2F, 0x22, 0xFC
_FONT, _FORMAT, _XF, _BOUNDSHEET, _SUPBOOK, _MACROS = 0x31, 0x41E, 0xE0, 0x85, 0x1AE, 0xD3
_ROW, _COLUMNS, _FILTERED, _NOTE, _MERGED = 0x208, 0x7D, 0x9B, 0x1C, 0xE5
_BLANK, _BLANKS, _NUMBER, _PACKED, _PACKED_ROW = 0x201, 0xBE, 0x203, 0x27E, 0xBD
_SHARED, _LABEL, _RICH, _YES_OR_ERROR, _FORMULA, _RESULT = 0xFD, 0x204, 0xD6, 0x205, 0x06, 0x207
_CELLS = frozenset({_BLANK, _NUMBER, _PACKED, _SHARED, _LABEL, _RICH, _YES_OR_ERROR, _FORMULA})
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
# What a formula came to where it is no figure.
_TEXT_FOLLOWS, _YES, _FAILED = 0, 1, 2
_BIFF8, _BIFF5 = 0x600, 0x500
_BOLD_FROM = 600
_CENTRES = (2, 6)
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 1
_LAST_COLUMN = 255
# Links of a workbook to itself and to functions that are added in name no other file.
_OWN_BOOKS = (0x0401, 0x3A01)


def read_xls(data: bytes) -> Workbook:
    """The visible sheets of a workbook.

    Raises: EncryptedFile, DamagedFile, FileTooLarge.
    """
    try:
        compound = Compound(data)
        reader = _Reader(compound.stream("Workbook" if compound.has("Workbook") else "Book").data)
        book = reader.workbook()
    except (struct.error, IndexError) as error:
        raise DamagedFile from error
    book.macros |= compound.has("_VBA_PROJECT_CUR")
    return book


@dataclass(slots=True)
class _Found:
    """What the records of one sheet say."""

    cells: dict[int, dict[int, Value]] = field(default_factory=dict)
    looks: dict[int, dict[int, Look]] = field(default_factory=dict)
    lined: dict[int, int] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    faulty: list[str] = field(default_factory=list)
    awaited: tuple[int, int] | None = None
    filtered: bool = False


class _Reader:
    """The workbook's own records, read when it is made; then each sheet.

    Raises: EncryptedFile, DamagedFile; struct.error and IndexError where a record is too short.
    """

    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self._book = Workbook([])
        self._modern = self._from_1904 = False
        self._sheets: list[tuple[str, int, bool]] = []
        self._filled = 0
        fonts: list[tuple[bool, bool]] = []
        codes: dict[int, str] = {}
        styles: list[bytes] = []
        strings: list[bytes] = []
        before = 0
        for kind, body in records(stream, 0):
            if kind == _BOF:
                version = struct.unpack_from("<H", body)[0]
                if version not in (_BIFF8, _BIFF5):
                    raise DamagedFile
                self._modern = version == _BIFF8
            elif kind == _FILEPASS:
                raise EncryptedFile
            elif kind == _SST or (kind == CONTINUE and before == _SST):
                strings.append(body)
            elif self._modern and kind == _FONT:
                slant, weight = struct.unpack_from("<2xHxxH", body)
                fonts.append((weight >= _BOLD_FROM, bool(slant & 2)))
            elif self._modern and kind == _FORMAT:
                codes[struct.unpack_from("<H", body)[0]] = text(body[2:], True)
            elif self._modern and kind == _XF:
                styles.append(body)
            else:
                self._take_other(kind, body)
            before = before if kind == CONTINUE else kind
        self._strings = shared_strings(strings)
        self._looks = [_look(body, fonts, codes) for body in styles]

    def _take_other(self, kind: int, body: bytes) -> None:
        if kind == _BOUNDSHEET:
            start, state, sheet_type = struct.unpack_from("<IBB", body)
            if sheet_type == 0:
                self._sheets.append((text(body[6:], self._modern, short=True), start, state & 3 == 0))
        elif kind == _DATES:
            self._from_1904 = bool(body[0])
        elif kind == _MACROS:
            self._book.macros = True
        elif kind == _SUPBOOK and len(body) >= 4:
            self._book.linked |= struct.unpack_from("<2xH", body)[0] not in _OWN_BOOKS

    def workbook(self) -> Workbook:
        for name, start, visible in self._sheets:
            if visible:
                self._book.sheets.append(self._sheet(name, start))
            else:
                self._book.hidden.append(name)
        return self._book

    def _sheet(self, name: str, start: int) -> Sheet:
        found = _Found()
        for kind, body in records(self._stream, start):
            if kind in _CELLS:
                row, column, style = struct.unpack_from("<HHH", body)
                self._put(found, row, column, style, self._value(kind, body, found))
            elif kind in (_BLANKS, _PACKED_ROW):
                self._put_row(kind, body, found)
            elif kind == _RESULT and found.awaited:
                row, column = found.awaited
                found.cells.setdefault(row, {})[column] = text(body, self._modern)
                found.awaited = None
            else:
                self._describe(kind, body, found)
        rows, far = dense(found.cells)
        width = len(rows[0]) if rows else 0
        return Sheet(
            name,
            rows,
            found.merges,
            found.looks,
            lambda row: found.lined.get(row, 0) > 1,
            hidden_rows=set() if found.filtered else found.hidden,
            filtered_rows=found.hidden if found.filtered else set(),
            hidden_columns={column for column in found.columns if column < width},
            faulty=found.faulty,
            far=far,
        )

    def _describe(self, kind: int, body: bytes, found: _Found) -> None:
        if kind == _ROW and struct.unpack_from("<H", body, 12)[0] & _HIDDEN_ROW:
            found.hidden.add(struct.unpack_from("<H", body)[0])
        elif kind == _COLUMNS:
            first, last, options = struct.unpack_from("<HH4xH", body)
            if options & _HIDDEN_COLUMN:
                found.columns.update(range(first, min(last, _LAST_COLUMN) + 1))
        elif kind == _MERGED:
            for at in range(2, len(body) - 7, 8):
                top, bottom, left, right = struct.unpack_from("<4H", body, at)
                found.merges.append(Area(top, left, bottom, right))
        elif kind == _FILTERED:
            found.filtered = True
        elif kind == _NOTE:
            self._book.commented = True

    def _value(self, kind: int, body: bytes, found: _Found) -> Value:
        """What a cell holds, "" for nothing; the text of a formula comes in a record behind it."""
        if kind == _NUMBER:
            return _figure(body)
        if kind == _PACKED:
            return packed_figure(int(struct.unpack_from("<6xI", body)[0]))
        if kind == _SHARED:
            return self._strings[int(struct.unpack_from("<6xI", body)[0])]
        if kind in (_LABEL, _RICH):
            return text(body[6:], self._modern)
        if kind == _YES_OR_ERROR:
            return self._settled(body, body[7] == 1, body[6], found)
        if kind == _FORMULA and body[12:14] != b"\xff\xff":
            return _figure(body)
        if kind == _FORMULA and body[6] == _TEXT_FOLLOWS:
            found.awaited = _place(body)
        elif kind == _FORMULA and body[6] in (_YES, _FAILED):
            return self._settled(body, body[6] == _FAILED, body[8], found)
        return ""

    @staticmethod
    def _settled(body: bytes, failed: bool, code: int, found: _Found) -> str:
        if not failed:
            return "TRUE" if code else "FALSE"
        found.faulty.append(place_name(*_place(body)))
        return _ERRORS.get(code, "#N/A")

    def _put_row(self, kind: int, body: bytes, found: _Found) -> None:
        """Cells side by side in one record: styles, of figures with their values."""
        row, column = struct.unpack_from("<HH", body)
        step = 2 if kind == _BLANKS else 6
        for number, at in enumerate(range(4, len(body) - 2, step)):
            style = struct.unpack_from("<H", body, at)[0]
            value = "" if kind == _BLANKS else packed_figure(struct.unpack_from("<I", body, at + 2)[0])
            self._put(found, row, column + number, style, value)

    def _put(self, found: _Found, row: int, column: int, style: int, value: Value) -> None:
        look = self._looks[style] if style < len(self._looks) else PLAIN
        if look is not PLAIN:
            found.looks.setdefault(row, {})[column] = look
            found.lined[row] = found.lined.get(row, 0) + look.lined
        if value == "":
            return
        self._filled += 1
        if self._filled > MOST_CELLS:
            raise too_many_cells()
        if look.code and isinstance(value, float):
            value = moment(value, look.code, self._from_1904)
        found.cells.setdefault(row, {})[column] = value


def _figure(body: bytes) -> float:
    return float(struct.unpack_from("<6xd", body)[0])


def _place(body: bytes) -> tuple[int, int]:
    row, column = struct.unpack_from("<HH", body)
    return int(row), int(column)


def _look(body: bytes, fonts: list[tuple[bool, bool]], codes: dict[int, str]) -> Look:
    font, number, align, sides = struct.unpack_from("<HHxxBxxxH", body)
    font -= font > 4  # there is no font 4
    bold, italic = fonts[font] if font < len(fonts) else (False, False)
    drawn = sum(bool(sides >> shift & 15) for shift in (0, 4, 8, 12))
    code = codes.get(number) or BUILT_IN.get(number, "")
    code = "" if code in ("General", "GENERAL", "@") else code
    look = Look(bold, italic, align & 7 in _CENTRES, drawn >= LINED_SIDES, code)
    return PLAIN if look == PLAIN else look
