"""A paper in Word as offices lay it out: letterhead, title, paragraphs, tables, signature."""

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

STATE = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
CENTRE, JUSTIFIED = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
# I. / 1. / a) / - / +, numbered by Word itself: the text of the paragraphs holds no label.
LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-"), ("bullet", "+"))
NUMBERING_ID = 77


class Paper:
    def __init__(self, *, page_numbers: bool = False) -> None:
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(13)
        normal.paragraph_format.space_after = Pt(4)
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin = Cm(3), Cm(2)
        section.top_margin = section.bottom_margin = Cm(2)
        if page_numbers:
            section.different_first_page_header_footer = True
            number = section.header.paragraphs[0]
            number.alignment = CENTRE
            field = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
            number._p.append(parse_xml(field))

    def letterhead(self, left: Sequence[str], right: Sequence[str]) -> None:
        self._side_by_side([left, right], [7, 9.5])
        self.document.add_paragraph()

    def title(self, *lines: str) -> None:
        for line in lines:
            self._add(self.document.add_paragraph(), line, bold=True).alignment = CENTRE
        self.document.add_paragraph()

    def para(self, text: str, *, bold: bool = False, italic: bool = False) -> None:
        paragraph = self._add(self.document.add_paragraph(), text, bold=bold, italic=italic)
        paragraph.alignment = JUSTIFIED
        paragraph.paragraph_format.first_line_indent = Cm(1)

    def paras(self, *texts: str) -> None:
        for text in texts:
            self.para(text)

    def head(self, text: str, rest: str = "") -> None:
        """A bold heading, with a run-in body behind it if there is one."""
        self.para(text, bold=True)
        self.document.paragraphs[-1].add_run(rest)

    def numbered(self, level: int, text: str, *, bold: bool = False, rest: str = "") -> None:
        """A paragraph whose label Word makes: `level` indexes LEVELS."""
        if not self._has_numbering():
            self._define_numbering()
        self.head(text, rest) if bold else self.para(text + rest)
        properties = self.document.paragraphs[-1]._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{NUMBERING_ID}"/></w:numPr>'
            )
        )

    def table(
        self, rows: Sequence[Sequence[str]], widths_cm: Sequence[float], bold: Sequence[int] = (0,)
    ) -> None:
        table = self.document.add_table(rows=len(rows), cols=len(widths_cm), style="Table Grid")
        self._set_widths(table, widths_cm)
        for number, values in enumerate(rows):
            for cell, value in zip(table.rows[number].cells, values, strict=True):
                self._add(cell.paragraphs[0], value, bold=number in bold)
        self.document.add_paragraph()

    def signature(self, recipients: Sequence[str], *signatures: Sequence[str]) -> None:
        """Recipients at the left, then one column for each signature (capacity lines, position, name)."""
        columns = [["Nơi nhận:", *recipients]] if recipients else []
        columns += [[*lines[:-1], "", "", "", lines[-1]] for lines in signatures]
        self._side_by_side(columns, [16.5 / len(columns)] * len(columns))

    def save(self, path: Path) -> None:
        """As .docx, or as .pdf through LibreOffice."""
        if path.suffix == ".docx":
            self.document.save(str(path))
            return
        with tempfile.TemporaryDirectory() as directory:
            word = Path(directory) / path.with_suffix(".docx").name
            self.document.save(str(word))
            profile = f"-env:UserInstallation=file://{directory}/profile"
            command = [
                "soffice",
                profile,
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(path.parent),
                str(word),
            ]
            subprocess.run(command, check=True, capture_output=True, timeout=180)

    def _side_by_side(self, columns: Sequence[Sequence[str]], widths_cm: Sequence[float]) -> None:
        table = self.document.add_table(rows=1, cols=len(columns))
        self._set_widths(table, widths_cm)
        for cell, lines in zip(table.rows[0].cells, columns, strict=True):
            self._lines(cell, lines)

    def _set_widths(self, table: Table, widths_cm: Sequence[float]) -> None:
        table.autofit = False
        for column, width in zip(table.columns, widths_cm, strict=True):
            column.width = Cm(width)  # LibreOffice goes by the columns, Word by the cells
            for cell in column.cells:
                cell.width = Cm(width)

    def _lines(self, cell: _Cell, lines: Sequence[str]) -> None:
        for number, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            self._add(paragraph, line, bold=line.isupper())
            paragraph.runs[0].font.size = Pt(12)
            if not line.startswith(("-", "Nơi nhận")):
                paragraph.alignment = CENTRE

    def _add(self, paragraph: Paragraph, text: str, *, bold: bool = False, italic: bool = False) -> Paragraph:
        run = paragraph.add_run(text)
        run.bold, run.italic = bold, italic
        return paragraph

    def _has_numbering(self) -> bool:
        numbering = self.document.part.numbering_part.element
        return any(n.get(qn("w:numId")) == str(NUMBERING_ID) for n in numbering.findall(qn("w:num")))

    def _define_numbering(self) -> None:
        levels = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for i, (kind, text) in enumerate(LEVELS)
        )
        numbering = self.document.part.numbering_part.element
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBERING_ID}">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        numbering.insert(0, abstract)  # the schema wants every abstractNum before the first num
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{NUMBERING_ID}"><w:abstractNumId w:val="{NUMBERING_ID}"/></w:num>'
            )
        )
