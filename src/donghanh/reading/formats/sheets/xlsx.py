"""Sheets of .xlsx and .xlsm files: values by calamine; how cells are set and what is hidden from the XML.

Of a sheet's XML only what matters is looked for, by patterns: a tree of it would take ten times as long
as calamine takes for the values. A file whose XML is written in an unusual way loses its looks, no words.

Source: ECMA-376 part 1 (SpreadsheetML), 18.3.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from donghanh.reading.errors import UnsupportedFile
from donghanh.reading.formats.sheets.far_cells import without_far_cells
from donghanh.reading.formats.sheets.figures import shown
from donghanh.reading.formats.sheets.package import Package, parsed, targets
from donghanh.reading.formats.sheets.packing import merges_first, packed
from donghanh.reading.formats.sheets.sheet import (
    MOST_CELLS,
    Look,
    Sheet,
    Workbook,
    area_of,
    column_number,
    too_many_cells,
)
from donghanh.reading.formats.sheets.styles import looks_of
from donghanh.reading.formats.sheets.values import Values

_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_STRINGS, _STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
_PLACE = rb"r=\"([A-Z]{1,3})(\d{1,7})\""
_PLACE_BEFORE = re.compile(rb"c " + _PLACE + b"$")
_LONGEST_PLACE = len('c r="XFD1048576"')
_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\b(?=[^>]*\bhidden=\"(?:1|true)\")[^>]*?\br=\"(\d{1,7})\"")
_HIDDEN_COLUMN = re.compile(rb"<(?:\w+:)?col\b[^>]*\bhidden=\"(?:1|true)\"[^>]*>")
_EDGE = re.compile(rb"\b(min|max)=\"(\d{1,5})\"")
_FILTER = re.compile(rb"<(?:\w+:)?autoFilter\b[^>]*\bref=\"([A-Z\d:$]+)\"[^>]*>\s*<(?:\w+:)?filterColumn\b")
_STYLE = re.compile(rb"<(?:\w+:)?c\b[^>]*?\bs=\"(\d{1,6})\"")
_ODD_KIND = re.compile(rb"t=\"([be])\"")  # yes or no, and errors
_FORMULA = re.compile(rb"f[ />]")
_FAULTY = re.compile(
    rb"c "
    + _PLACE
    + rb"[^>]*\bt=\"e\"[^>]*>(?:<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>))?<(?:\w+:)?v>([^<]{1,20})<"
)
_UNCOMPUTED = re.compile(
    rb"c " + _PLACE + rb"(?![^>]*\bt=\"str\")[^>]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_SMALLEST_CELL = 16
"""Bytes of XML that a filled cell takes at least."""
_THOUSANDS = "#,##0"
_COMMENTS = ("xl/comments", "xl/threadedcomments/")


def read_xlsx(data: bytes) -> Workbook:
    """The visible sheets of a workbook.

    Raises: EncryptedFile, DamagedFile, HostileFile, FileTooLarge, UnsupportedFile (.xlsb).
    """
    package = Package(data)
    if package.names("xl/workbook.bin"):
        raise UnsupportedFile(
            "Tệp Excel nhị phân (.xlsb) chưa đọc được. Hãy mở bằng Excel, lưu thành .xlsx rồi gửi."
        )
    # Of all far cells are cut out: calamine could be led to take any of them for a sheet.
    common = {part: without_far_cells(package.part(part)) for part in (_BOOK, _RELATIONS, _STYLES, _STRINGS)}
    parts = _sheet_parts(common[_BOOK], common[_RELATIONS])
    looks = looks_of(common[_STYLES])
    xmls = {part: package.part(part) for part in parts.values()}
    near = {part: without_far_cells(xml) for part, xml in xmls.items()}
    sheets = ((part, merges_first(xml)) for part, xml in near.items())
    values = Values(packed(chain(common.items(), sheets)))
    del common  # its texts may be as large as the sheets
    workbook = Workbook([], values.hidden)
    filled = 0
    for name in values.visible:
        part = parts.get(name, "")
        xml = xmls.get(part, b"")
        filled += _most_cells(xml)
        if filled > MOST_CELLS:
            raise too_many_cells()
        rows, merges = values.sheet(name)
        sheet = Sheet(name, rows, merges)
        if rows:
            _describe(sheet, xml, looks)
        sheet.far = near.get(part, xml) is not xml
        workbook.sheets.append(sheet)
    workbook.commented = any(package.names(prefix) for prefix in _COMMENTS)
    workbook.macros = bool(package.names("xl/vbaproject.bin"))
    workbook.linked = bool(package.names("xl/externallinks/"))
    return workbook


def _sheet_parts(book: bytes, relations: bytes) -> dict[str, str]:
    """The part of each visible sheet by its name; calamine is not even given the others."""
    places = targets(relations, "xl")
    found = {}
    for sheet in parsed(book).iterfind("{*}sheets/{*}sheet"):
        ids = [value for key, value in sheet.attrib.items() if str(key).endswith("}id")]
        if ids and ids[0] in places and sheet.get("state", "visible") == "visible":
            found[sheet.get("name", "")] = places[ids[0]]
    return found


def _most_cells(xml: bytes) -> int:
    """How many cells are filled, counted only where the size allows for too many."""
    if len(xml) < MOST_CELLS * _SMALLEST_CELL:
        return 0
    return xml.count(b"v>") // 2 + xml.count(b"is>") // 2


def _describe(sheet: Sheet, xml: bytes, looks: list[Look]) -> None:
    """How cells are set, what is hidden, which cells have no value of their own."""
    kinds = set(_ODD_KIND.findall(xml))
    if b"b" in kinds:
        sheet.rows = [[shown(v) if isinstance(v, bool) else v for v in row] for row in sheet.rows]
    head = xml[: max(xml.find(b"sheetData"), 0)]
    for column in _HIDDEN_COLUMN.findall(head):
        edges = {key: int(value) for key, value in _EDGE.findall(column)}
        first, last = edges.get(b"min", 1), min(edges.get(b"max", 0), len(sheet.rows[0]))
        sheet.hidden_columns.update(range(first - 1, last))
    if xml.rfind(b'hidden="') >= 0:  # twice as quick as from the front
        filters = [area for ref in _FILTER.findall(xml) if (area := area_of(ref.decode()))]
        for number in _HIDDEN_ROW.findall(xml):
            row = int(number) - 1
            filtered = any(area.top < row <= area.bottom for area in filters)
            (sheet.filtered_rows if filtered else sheet.hidden_rows).add(row)
    for row, column, look in _looks(xml, looks):
        sheet.looks.setdefault(row, {})[column] = look
    sheet.lined = _Lines(xml, looks)
    if b"e" in kinds:
        for letters, number, words in _FAULTY.findall(xml):
            row, column = int(number) - 1, _column(letters)
            if row < len(sheet.rows) and column < len(sheet.rows[row]):
                sheet.rows[row][column] = words.decode(errors="replace")
                sheet.faulty.append(f"{letters.decode()}{number.decode()}")
    if _FORMULA.search(xml, len(head)):
        sheet.uncomputed = [f"{a.decode()}{n.decode()}" for a, n in _UNCOMPUTED.findall(xml)]


def _looks(xml: bytes, looks: list[Look]) -> Iterator[tuple[int, int, Look]]:
    """The cells whose look says something: bold words, figures with a format of their own, lines set apart."""
    told = _told(tuple(looks))
    if told is None:
        return
    # The style is looked for and the name of the cell read from before it: twice as quick as the other way.
    for match in told.finditer(xml):
        place = _PLACE_BEFORE.search(xml, max(0, match.start() - _LONGEST_PLACE), match.start())
        if place:
            yield int(place[2]) - 1, _column(place[1]), looks[int(match[0].split(b'"', 2)[1])]


@lru_cache(maxsize=16)
def _told(looks: tuple[Look, ...]) -> re.Pattern[bytes] | None:
    """What finds the cells whose look says something by their styles; None where no look does.

    It has no groups, so that a cell of another style is passed over by its first digit.
    """
    every: list[int] = []
    worded: list[int] = []
    grouped: list[int] = []
    for number, look in enumerate(looks):
        if look.code == _THOUSANDS and not look.bold:
            grouped.append(number)  # shown like any figure but for four digits and decimals
        elif look.bold or look.code:
            every.append(number)
        elif look.italic or look.centred:
            worded.append(number)
    kinds = (
        (every, rb'"(?!/)'),
        (worded, rb'" t="(?:s|str|inlineStr)"'),
        (grouped, rb'"(?: t="n")?+><v>-?+(?:\d{4}<|\d*+\.)'),
    )
    styles = [b"(?:%s)" % b"|".join(b"%d" % n for n in numbers) + rest for numbers, rest in kinds if numbers]
    return re.compile(b' s="(?:' + b"|".join(styles) + b")") if styles else None


@lru_cache(maxsize=1024)
def _column(letters: bytes) -> int:
    return column_number(letters.decode())


class _Lines:
    """Whether a row is drawn with lines: at least two of its cells are.

    Asked for rows from top to bottom, so each search goes on where the last one ended.
    """

    def __init__(self, xml: bytes, looks: list[Look]) -> None:
        self._xml = xml
        self._lined = {b"%d" % number for number, look in enumerate(looks) if look.lined}
        self._known: dict[int, bool] = {}
        self._row, self._place = 0, 0

    def __call__(self, row: int) -> bool:
        if not self._lined:
            return False
        if row not in self._known:
            self._known[row] = self._look_up(row)
        return self._known[row]

    def _look_up(self, row: int) -> bool:
        start = self._xml.find(b'row r="%d"' % (row + 1), self._place if row >= self._row else 0)
        if start < 0:
            return False
        self._row, self._place = row, start
        end = self._xml.find(b"row>", start)
        styles = _STYLE.findall(self._xml, start, end if end >= 0 else len(self._xml))
        return sum(style in self._lined for style in styles) >= 2
