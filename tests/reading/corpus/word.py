"""Word files with python-docx, in three layouts that between them hold what the genre does in Word."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from . import legacy
from .flow import Block, Foot, Grid, Head, Line, spans


@dataclass(frozen=True, slots=True)
class Layout:
    """letterhead: "table" (without lines), "tabs", "lines"; numbering: "typed", "auto"; foot: "table", "lines".

    font: what everything is set in, capitals: what lines of capitals are; encode: what such a font wants.
    """

    letterhead: str
    numbering: str
    foot: str
    font: str = "Times New Roman"
    capitals: str = ""
    encode: Callable[[str], str] | None = None


LAYOUTS = {
    "docx": Layout("table", "typed", "table"),
    "docx_auto": Layout("tabs", "auto", "table"),
    "docx_lines": Layout("lines", "typed", "lines"),
}
# Set in fonts from before Unicode; "unsaid" has lost them.
LEGACY = {
    "docx_abc": Layout("table", "typed", "table", ".VnTime", ".VnTimeH", legacy.tcvn3),
    "docx_vni": Layout("tabs", "auto", "table", "VNI-Times", encode=legacy.vni),
    "docx_unsaid": Layout("lines", "typed", "lines", encode=legacy.tcvn3),
}


def word(blocks: list[Block], scheme: str, layout: Layout) -> bytes:
    """The file's bytes; scheme is the plan's style of numbering, for automatic numbers."""
    writer = _Writer(scheme, layout)
    for block in blocks:
        writer.block(block)
    writer.dress()
    out = io.BytesIO()
    writer.doc.save(out)
    return out.getvalue()


class _Writer:
    def __init__(self, scheme: str, layout: Layout) -> None:
        self.doc: Any = Document()
        self.scheme, self.layout = scheme, layout
        style = self.doc.styles["Normal"]
        style.font.name, style.font.size = layout.font, Pt(14)
        style.paragraph_format.space_after = Pt(6)
        page = self.doc.sections[0]
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.top_margin = page.bottom_margin = page.right_margin = Cm(2)
        page.left_margin = Cm(3)
        self.doc.core_properties.author = ""
        self.numbering = self.doc.part.numbering_part.element
        self.lists: dict[str, int] = {}
        self.running = 0

    def dress(self) -> None:
        """Gives the text the codes that its font draws; a capital font draws capitals for small letters."""
        encode, capitals = self.layout.encode, self.layout.capitals
        if encode is None:
            return
        for run in self.doc.element.body.iter(qn("w:r")):
            text = "".join(t.text or "" for t in run.iter(qn("w:t")))
            as_capitals = bool(capitals) and text.isupper()
            if as_capitals:
                fonts = f'<w:rFonts {nsdecls("w")} w:ascii="{capitals}" w:hAnsi="{capitals}"/>'
                run.get_or_add_rPr().insert(0, parse_xml(fonts))
            for t in run.iter(qn("w:t")):
                t.text = encode((t.text or "").lower() if as_capitals else t.text or "")

    def block(self, block: Block) -> None:
        if isinstance(block, Line):
            self.line(block)
        elif isinstance(block, Grid):
            self.grid(block)
            self.doc.add_paragraph()
        elif isinstance(block, Head):
            self.head(block)
        else:
            self.foot(block)

    def head(self, head: Head) -> None:
        if self.layout.letterhead == "table":
            self.columns(head.left, head.right)
        elif self.layout.letterhead == "tabs":
            for left, right in zip_longest(head.left, head.right, fillvalue=""):
                paragraph = self.doc.add_paragraph()
                paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(4), WD_TAB_ALIGNMENT.CENTER)
                paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(12), WD_TAB_ALIGNMENT.CENTER)
                paragraph.add_run(f"\t{left}\t{right}").font.size = Pt(10)
        else:
            for text in (*head.left, *head.right):
                self.doc.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
        self.doc.add_paragraph()

    def foot(self, foot: Foot) -> None:
        self.doc.add_paragraph()
        name = ("", "", *foot.signature[-1:])
        signature = (*foot.signature[:-1], *name)
        recipients = ("Nơi nhận:", *foot.recipients)
        if self.layout.foot == "table":
            self.columns(recipients, signature, left_centred=False)
            return
        for text in recipients:
            self.doc.add_paragraph().add_run(text).font.size = Pt(11)
        for text in signature:
            paragraph = self.doc.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            paragraph.add_run(text).bold = True

    def columns(self, left: tuple[str, ...], right: tuple[str, ...], left_centred: bool = True) -> None:
        """Two columns of lines in a table without lines."""
        table = self.doc.add_table(rows=1, cols=2)
        for side, lines in enumerate((left, right)):
            cell = table.cell(0, side)
            for index, text in enumerate(lines):
                paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
                run = paragraph.add_run(text)
                run.font.size = Pt(12 if left_centred or side else 11)
                run.bold = bool(side) and index < 2
                if left_centred or side:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def line(self, line: Line) -> None:
        paragraph = self.doc.add_paragraph()
        text, bold = line.full, line.bold
        if self.layout.numbering == "auto" and line.numbered:
            self.number(paragraph, line)
            text, bold = line.text, max(0, line.bold - len(line.mark) - len(line.gap))
        if bold:
            paragraph.add_run(text[:bold]).bold = True
        if text[bold:]:
            run = paragraph.add_run(text[bold:])
            run.italic = line.italic or None
        if line.centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif not line.heading:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            paragraph.paragraph_format.first_line_indent = Cm(1)

    def number(self, paragraph: Paragraph, line: Line) -> None:
        """Gives the paragraph the list that makes its mark."""
        level = 0
        if line.numbered == "section":
            level = line.heading - 1
            number = self.lists.get("sections") or self.lists.setdefault(
                "sections", self.new_list(self.outline())
            )
        elif line.numbered == "bullet":
            key = f"bullet {line.mark}"
            number = self.lists.get(key) or self.lists.setdefault(key, self.new_list([("bullet", line.mark)]))
        else:
            if line.first or not self.running:
                shape = "lowerLetter" if line.mark[0].isalpha() else "decimal"
                own = re.split(r"(?:\d+|[a-z])(?=\D*$)", line.mark)
                self.running = self.new_list([(shape, f"{own[0]}%1{own[1]}")])
            number = self.running
        properties: Any = paragraph._p.get_or_add_pPr()
        made = properties._add_numPr()
        made._add_ilvl().val = level
        made._add_numId().val = number

    def outline(self) -> list[tuple[str, str]]:
        shapes = {"I": "upperRoman", "A": "upperLetter", "1": "decimal", "a": "lowerLetter"}
        levels = []
        for depth, token in enumerate(self.scheme.split()):
            bare = token.rstrip("./)-")
            closing = token[len(bare) :].replace("-", " -")
            own = depth + 1
            numbers = ".".join(f"%{n}" for n in range(own - bare.count("."), own + 1))
            levels.append((shapes.get(bare, "decimal"), numbers + closing))
        return levels

    def new_list(self, levels: list[tuple[str, str]]) -> int:
        made = "".join(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{360 * n}" w:hanging="360"/></w:pPr></w:lvl>'
            for n, (shape, text) in enumerate(levels)
        )
        taken = [int(e.get(qn("w:abstractNumId"))) for e in self.numbering.findall(qn("w:abstractNum"))]
        key = max(taken, default=-1) + 1
        abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}">{made}</w:abstractNum>')
        first = self.numbering.find(qn("w:num"))
        first.addprevious(abstract) if first is not None else self.numbering.append(abstract)
        return int(self.numbering.add_num(key).numId)

    def grid(self, grid: Grid) -> None:
        table = self.doc.add_table(rows=len(grid.rows), cols=len(grid.rows[0]))
        table.style = "Table Grid"
        table.autofit = False
        for column, width in enumerate(_widths(grid)):
            for cell in table.columns[column].cells:
                cell.width = width
        begin = spans(grid)
        for (r, c), (rows, columns) in begin.items():
            if rows > 1 or columns > 1:
                table.cell(r, c).merge(table.cell(r + rows - 1, c + columns - 1))
        for r, texts in enumerate(grid.rows):
            row = table.rows[r]
            if r < grid.heads:
                row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
            wide = self.layout.numbering == "auto" and r in grid.bold and not any(texts[2:]) and texts[0]
            if wide:
                table.cell(r, 1).merge(table.cell(r, len(texts) - 1))
            for c, text in enumerate(texts[:2] if wide else texts):
                if r < grid.heads and (r, c) not in begin:
                    continue
                run = table.cell(r, c).paragraphs[0].add_run(text)
                run.bold = r < grid.heads or r in grid.bold
                run.font.size = Pt(12)


def _widths(grid: Grid) -> list[Any]:
    """Columns as wide as their texts ask for, 16 cm together."""
    asked = [min(40, max(5, *(len(row[c]) for row in grid.rows))) for c in range(len(grid.rows[0]))]
    return [Cm(16 * width / sum(asked)) for width in asked]
