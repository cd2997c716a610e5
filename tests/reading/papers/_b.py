"""What some papers need besides `paper`: footnotes, boxes, landscape pages and plain text."""

from collections.abc import Sequence
from pathlib import Path

from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from .paper import Paper

FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def turn_landscape(paper: Paper) -> None:
    section = paper.document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def italic_lead(paper: Paper, lead: str, rest: str) -> None:
    """A paragraph that opens with bold italic words."""
    paper.para(lead, bold=True, italic=True)
    paper.document.paragraphs[-1].add_run(rest)


def add_footnote(paper: Paper, text: str) -> None:
    """Hang the one footnote of the paper on its last paragraph."""
    mark = f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    paper.document.paragraphs[-1]._p.append(parse_xml(mark))
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>'
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        '</w:footnote><w:footnote w:id="2"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    document = paper.document.part
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, xml.encode(), document.package)
    document.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def add_box(paper: Paper, lines: Sequence[str]) -> None:
    """A text box of its own paragraph, in the flow."""
    paragraph = paper.document.add_paragraph()._p
    content = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    shape = (
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
        '<v:shape type="#_x0000_t202" style="width:420pt;height:60pt" strokecolor="black">'
        f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    paragraph.append(parse_xml(shape))


def merge_group_rows(paper: Paper, numbers: Sequence[int], first: int = 1) -> None:
    """Merge the cells of heading rows in the last table, from column `first` to the last."""
    table = paper.document.tables[-1]
    for number in numbers:
        cells = table.rows[number].cells
        cells[first].merge(cells[-1])
        for empty in [p for p in cells[first].paragraphs if not p.text]:
            empty._p.getparent().remove(empty._p)
        assert cells[first]._tc.find(qn("w:p")) is not None


def write_lines(path: Path, text: str) -> None:
    """Plain text as it comes out of a mailbox: one paragraph a line, with a byte order mark."""
    path.write_text(text.lstrip("\n"), encoding="utf-8-sig")
