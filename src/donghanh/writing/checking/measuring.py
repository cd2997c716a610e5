"""What a Word file shows, measured: its paragraphs in reading order, its sheets of paper, its page numbers."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from donghanh.reading.errors import DamagedFile
from donghanh.reading.formats.docx.names import (
    CELL,
    DROPPED,
    OFF,
    P_PR,
    ROW,
    RUN,
    TABLE,
    TEXT,
    VAL,
    Element,
    P,
    R,
    W,
    number,
)
from donghanh.reading.formats.docx.package import Package
from donghanh.reading.formats.docx.styles import Styles
from donghanh.reading.formats.docx.tables import is_borderless
from donghanh.vietnam.text import tidy
from donghanh.writing.checking.looks import Looks, ParagraphLook, RunLook

_MM_TWIP = 25.4 / 1440
_SIDES = ("top", "bottom", "left", "right")
_DRAWN = frozenset(W + name for name in ("drawing", "pict", "object"))


@dataclass(frozen=True, slots=True)
class Measured:
    """A paragraph as it is set.

    runs: the looks of its words, each once, in order. sheet: the number of its section. side: in which column of a
    table without lines it stands, None elsewhere. row: of a ruled table, which row it stands in. drawn: it bears a
    line or a drawing.
    """

    text: str
    look: ParagraphLook
    runs: tuple[RunLook, ...]
    sheet: int
    side: int | None = None
    row: int | None = None
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper of a section in mm, and its page number; first_hidden: the first page shows none."""

    width: float
    height: float
    margins: dict[str, float]
    numbered: ParagraphLook | None
    number_run: RunLook | None
    first_hidden: bool


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A ruled table: its first words, how many rows it has, and whether its head repeats."""

    words: str
    rows: int
    repeats: bool


@dataclass(slots=True)
class Story:
    paragraphs: list[Measured] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    tables: list[RuledTable] = field(default_factory=list)


def measure(data: bytes) -> Story:
    """A .docx, given as its bytes.

    Raises: UnreadableFile as reading does: damaged, protected, too large, hostile.
    """
    package = Package(data)
    relations = package.relations(package.main)
    parts = {relation.kind: relation.target for relation in relations}
    root = package.xml(package.main)
    body = None if root is None else root.find(W + "body")
    if body is None:
        raise DamagedFile
    styles, theme = (package.xml(parts[kind]) if kind in parts else None for kind in ("styles", "theme"))
    headers = {relation.id: relation.target for relation in relations if relation.kind == "header"}
    return _Measurer(package, styles, theme, headers).story(body)


class _Measurer:
    def __init__(
        self, package: Package, styles: Element | None, theme: Element | None, headers: dict[str, str]
    ) -> None:
        self.looks = Looks(styles, theme)
        self.styles = Styles(styles)
        self.package = package
        self.headers = headers
        self.made = Story()
        self.inherited: dict[str, str] = {}

    def story(self, body: Element) -> Story:
        for element in _blocks(body):
            if element.tag == TABLE:
                self._table(element)
                continue
            self._paragraph(element)
            if (section := element.find(f"{P_PR}/{W}sectPr")) is not None:
                self.made.sheets.append(self._sheet(section))
        if (last := body.find(W + "sectPr")) is not None:
            self.made.sheets.append(self._sheet(last))
        return self.made

    def _paragraph(self, element: Element, side: int | None = None, row: int | None = None) -> None:
        look = self.looks.paragraph(element.find(P_PR))
        texts: list[str] = []
        runs: dict[RunLook, None] = {}
        drawn = look.ruled
        for run in _runs(element):
            words = "".join(part.text or "" for part in run.iter(TEXT))
            drawn = drawn or any(child.tag in _DRAWN for child in run.iter())
            texts.append(words)
            if words.strip():
                runs.setdefault(self.looks.run(look, run))
        self.made.paragraphs.append(
            Measured(tidy("".join(texts)), look, tuple(runs), len(self.made.sheets), side, row, drawn)
        )

    def _table(self, table: Element) -> None:
        rows = list(table.iter(ROW))
        cells = [cell for row in rows for cell in row.iter(CELL)]
        ruled = not is_borderless(table, cells, self.styles)
        for at, row in enumerate(rows):
            for side, cell in enumerate(row.iter(CELL)):
                for paragraph in cell.iter(P):
                    self._paragraph(paragraph, None if ruled else side, at if ruled else None)
        if ruled and rows:
            words = tidy(" ".join(part.text or "" for part in rows[0].iter(TEXT)))
            head = rows[0].find(f"{W}trPr/{W}tblHeader")
            repeats = head is not None and head.get(VAL, "1") not in OFF
            self.made.tables.append(RuledTable(words, len(rows), repeats))

    def _sheet(self, section: Element) -> Sheet:
        size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
        for reference in section.findall(W + "headerReference"):
            self.inherited[str(reference.get(W + "type", "default"))] = str(reference.get(R + "id", ""))
        title_page = section.find(W + "titlePg")
        first_hidden = title_page is not None and title_page.get(VAL, "1") not in OFF
        numbered = self._numbered(self.inherited.get("default", ""))
        first = self._numbered(self.inherited.get("first", "")) if first_hidden else None
        return Sheet(
            width=_mm(size, "w"),
            height=_mm(size, "h"),
            margins={side: _mm(margins, side) for side in _SIDES},
            numbered=numbered[0] if numbered else None,
            number_run=numbered[1] if numbered else None,
            first_hidden=first_hidden and first is None,
        )

    def _numbered(self, header: str) -> tuple[ParagraphLook, RunLook] | None:
        """How the page number in a header is set, None where there is none."""
        root = self.package.xml(self.headers[header]) if header in self.headers else None
        for paragraph in () if root is None else root.iter(P):
            look = self.looks.paragraph(paragraph.find(P_PR))
            codes = "".join(code.text or "" for code in paragraph.iter(W + "instrText"))
            codes += "".join(str(field.get(W + "instr", "")) for field in paragraph.iter(W + "fldSimple"))
            if "PAGE" in codes.upper().split():
                run = next(iter(_runs(paragraph)), None)
                return look, look.run if run is None else self.looks.run(look, run)
        return None


def _blocks(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag in (P, TABLE):
            yield child
        elif child.tag not in DROPPED:
            yield from _blocks(child)


def _runs(paragraph: Element) -> Iterator[Element]:
    """The runs of a paragraph that are shown, fields that wait to be filled included."""
    for child in paragraph:
        if child.tag == RUN:
            yield child
        elif child.tag not in DROPPED and child.tag != P_PR:
            yield from _runs(child)


def _mm(element: Element | None, name: str) -> float:
    return round(number(None if element is None else element.get(W + name)) * _MM_TWIP, 1)
