"""What all Word files of ours share: paper, type, tables, and the same bytes for the same content.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, margins 20/20/30/15 mm, Times New Roman 13 to 14.
"""

import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

FAMILY = "Times New Roman"
SIZE = 14
DOTS = "……………………"
"""What stands where somebody has to write something in."""
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
_ZIPPED = (1980, 1, 1, 0, 0, 0)


def new_document(*, size: int = SIZE) -> Document:
    """An empty document on the paper and in the type of official documents."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FAMILY, Pt(size)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FAMILY)
    normal.paragraph_format.space_after = Pt(6)
    document.core_properties.created = document.core_properties.modified = _MADE
    document.core_properties.author = document.core_properties.last_modified_by = ""
    return document


def write(
    paragraph: Paragraph, text: str, *, bold: bool = False, italic: bool = False, size: float | None = None
) -> Paragraph:
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    if size:
        run.font.size = Pt(size)
    return paragraph


def centred(
    place: Document | _Cell, text: str, *, bold: bool = False, italic: bool = False, size: float = 13
) -> Paragraph:
    paragraph = write(place.add_paragraph(), text, bold=bold, italic=italic, size=size)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def heading(document: Document, text: str) -> Paragraph:
    """A line over a part of the document."""
    paragraph = centred(document, text, bold=True)
    paragraph.paragraph_format.space_before = Pt(12)
    return paragraph


def body(document: Document, text: str) -> Paragraph:
    """A paragraph of the text: justified, its first line set in by 1,27 cm."""
    paragraph = write(document.add_paragraph(), text)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Cm(1.27)
    return paragraph


def table(
    document: Document, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]
) -> Table:
    """A ruled table whose head repeats on every page; widths in cm."""
    made: Table = document.add_table(rows=1, cols=len(head))
    made.style = "Table Grid"
    made.autofit = False
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    made.rows[0]._tr.get_or_add_trPr().append(repeated)
    for cell, words in zip(made.rows[0].cells, head, strict=True):
        _fill(cell, words, bold=True)
    for row in rows:
        added: _Row = made.add_row()  # type: ignore[no-untyped-call]
        for cell, words in zip(added.cells, row, strict=True):
            _fill(cell, words)
    for made_row in made.rows:
        made_row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    set_widths(made, widths)
    return made


def set_widths(made: Table, widths: Sequence[float]) -> None:
    """Widths of columns in cm: in the grid, which LibreOffice goes by, and in each cell, as Word does."""
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    for row in made.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)


def _fill(cell: _Cell, words: str, *, bold: bool = False) -> None:
    paragraph = write(cell.paragraphs[0], words, bold=bold, size=12)
    paragraph.paragraph_format.space_after = Pt(0)


def saved(document: Document) -> bytes:
    """The file; packed anew, since a zip bears the time at which it was made."""
    target = BytesIO()
    document.save(target)
    packed = BytesIO()
    with zipfile.ZipFile(target) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, _ZIPPED)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return packed.getvalue()
