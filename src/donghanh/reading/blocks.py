"""What a format reader yields: the blocks of a document in reading order.

A block is a paragraph or a table. Texts are NFC, with single spaces and no line breaks: a reader
rejoins what line and page breaks tore apart and drops what the page adds (page numbers, running
heads). Everything else of the document is kept, typos included.

Blocks are structs of msgspec: a long table is made of 100,000 of them, and each takes half the time of a
dataclass. They hold no cycles, so the collector of garbage need not look at them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from msgspec import Struct


class FileKind(StrEnum):
    """The kinds of file that are read, told from their content and never from their name."""

    DOCX = "docx"
    DOC = "doc"
    ODT = "odt"
    RTF = "rtf"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    HTML = "html"
    MHT = "mht"
    PDF = "pdf"
    IMAGE = "image"
    TEXT = "text"
    ZIP = "zip"


class Paragraph(Struct, frozen=True, gc=False):
    """One paragraph, however many lines it was set in.

    text: as a person sees it, with the number or mark that Word shows ("1. ", "a) ", "- ").
    indent: level of indentation, 0 for none; levels are comparable within one document only.
    bold: how many leading characters are bold: len(text) where the whole paragraph is,
        the length of the run-in heading where only that is.
    italic: the whole paragraph is in italics.
    centred: set in the middle of the line.
    heading: depth of a heading style ("Heading 2", "## "), None where there is none.
    page: 1-based page on which it starts, None where the format has no pages.
    uncertain: half-open ranges of `text` that were recognised in a picture with little confidence.
    """

    text: str
    indent: int = 0
    bold: int = 0
    italic: bool = False
    centred: bool = False
    heading: int | None = None
    page: int | None = None
    uncertain: tuple[tuple[int, int], ...] = ()

    @property
    def all_bold(self) -> bool:
        return self.bold >= len(self.text) > 0


class Cell(Struct, frozen=True, gc=False):
    """One cell with its paragraphs; rows and columns count from 0.

    A merged cell stands once, where it begins, with its spans.
    """

    paragraphs: tuple[Paragraph, ...]
    column: int
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        return " ".join(p.text for p in self.paragraphs if p.text)

    def uncertain(self, start: int = 0) -> Iterator[tuple[int, int]]:
        """The uncertain ranges of its text, where that begins at `start`."""
        for paragraph in self.paragraphs:
            if paragraph.text:
                yield from ((start + first, start + last) for first, last in paragraph.uncertain)
                start += len(paragraph.text) + 1

    @property
    def bold(self) -> bool:
        return any(p.text for p in self.paragraphs) and all(p.all_bold for p in self.paragraphs if p.text)


class Row(Struct, frozen=True, gc=False):
    """One row of a table: the cells that begin in it, in order of their columns."""

    cells: tuple[Cell, ...]
    page: int | None = None


class Table(Struct, frozen=True, gc=False):
    """One table, whole: parts that a page break tore apart are joined, repeated head rows dropped.

    borderless: laid out without lines, as letterheads and signatures are.
    """

    rows: tuple[Row, ...]
    borderless: bool = False
    page: int | None = None


Block = Paragraph | Table

# Told while pages of pictures are read: how many are done, of how many.
OnPage = Callable[[int, int], None]


def nobody(done: int, total: int) -> None:
    """Nobody waits for the pages."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a stage could not settle: a code, and in Vietnamese what and where."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class RecognisedWord:
    """A word that was recognised in a picture.

    left, top, right, bottom: where it stands on its page, in points (1/72 inch) from the page's upper left
        corner as the file shows it. confidence: 0 to 100.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """A page whose words were recognised in a picture; number from 1, width and height in points."""

    number: int
    width: float
    height: float
    words: tuple[RecognisedWord, ...]


@dataclass(frozen=True, slots=True)
class BlockDocument:
    """A file as blocks: what every format reader returns.

    pages: how many pages (or sheets) the file has, None where the format has none.
    doubts: what the reader could not settle, for the person who checks.
    recognised: the pages whose words were recognised in pictures; searchable: makes the PDF of them in which
    one can search, None where nothing was recognised.
    """

    kind: FileKind
    blocks: tuple[Block, ...]
    pages: int | None = None
    doubts: tuple[Doubt, ...] = field(default=())
    recognised: tuple[RecognisedPage, ...] = ()
    searchable: Callable[[], bytes] | None = field(default=None, compare=False)
