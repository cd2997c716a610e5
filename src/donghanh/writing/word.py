"""An official document as Word (.docx): its story in WordprocessingML.

The XML is put together as text, and what never changes of a file is prepared once for each layout (`package.py`):
a document of twenty pages costs less than opening an empty one with a library does. The same values give the same
bytes.

Source: ECMA-376 part 1 (WordprocessingML).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from donghanh.vietnam.text import clean
from donghanh.writing.columns import COLUMN_GAP_CM, is_wide, widths_of, within_limit
from donghanh.writing.layout import Layout
from donghanh.writing.metrics import width_pt
from donghanh.writing.model import (
    DOTS,
    Block,
    Cell,
    Look,
    Office,
    OfficialDocument,
    Signature,
    Table,
)
from donghanh.writing.package import packed, style_id

_TWIPS_CM = 1440 / 2.54
_TWIPS_PT = 20
_LINED = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_APART = '<w:tcMar><w:right w:w="170" w:type="dxa"/></w:tcMar>'  # names of two halves must not touch
_NO_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
_RULE_SHARE = 0.4  # of the line above it: a third to a half
_SIDE_BY_SIDE = 3
_LAST_BLOCKS = 2  # so many at the end stay on the page of the signature


def word(document: OfficialDocument, layout: Layout) -> bytes:
    """The document as .docx, in the layout with what its office wants otherwise."""
    layout = layout.for_office(document.office)
    parts = [document, *document.annexes]
    story: list[str] = []
    for number, part in enumerate(parts):
        writer = _Writer(layout, part)
        story += writer.paper()
        section = writer.section(number)
        if number + 1 < len(parts):
            story.append(f"<w:p><w:pPr>{_TINY}{section}</w:pPr></w:p>")
        else:  # Word wants a paragraph behind the table that the foot is
            story.append(f"<w:p><w:pPr>{_TINY}</w:pPr></w:p>{section}")
    return packed("".join(story), layout)


# A paragraph that takes up no room: bears a rule, ends a section.
_TINY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:ind w:firstLine="0"/>'

_GAP_ABOVE_FOOT = '<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>'


class _Writer:
    """Writes one paper: a document or one of its annexes."""

    def __init__(self, layout: Layout, paper: OfficialDocument) -> None:
        self.layout = layout
        self.document = paper
        tables = [block for block in paper.body if isinstance(block, Table)]
        self.landscape = bool(paper.attached) and any(map(is_wide, tables))
        margins = layout.margins_mm
        width = layout.height_mm if self.landscape else layout.width_mm
        self.text_cm = (width - margins["left"] - margins["right"]) / 10

    def paper(self) -> Iterator[str]:
        paper = self.document
        if paper.office is not None:
            yield self.letterhead(paper.office)
        if paper.kind:
            yield self.line(paper.kind.upper(), Look.KIND)
        if paper.kind is not None:
            yield from self.title()
        if paper.attached:
            yield self.line(paper.attached, Look.ATTACHED)
        if paper.kind is not None and (paper.title or paper.kind):
            above = self.width(paper.title, Look.TITLE) if paper.title else self.width(paper.kind, Look.KIND)
            yield self.rule(above, self.text_cm, after=10)
        yield from self.addressees()
        signed = paper.signatures is not None or paper.recipients is not None
        story = (*paper.opening, *paper.body)
        for at, block in enumerate(story):
            yield from self.block(block, keep=signed and at + _LAST_BLOCKS >= len(story))
        if signed:
            yield from self.foot(paper.signatures or (), paper.recipients)

    # The parts of a paper.

    def letterhead(self, office: Office) -> str:
        """Who writes beside the nation's name and motto; below them number and date."""
        paper, layout = self.document, self.layout
        left_cm, right_cm = layout.letterhead_cm
        left = [self.line(name.upper(), Look.SUPERIOR) for name in office.superior]
        issuer = office.issuer or (None,)
        left += [self.line(name and name.upper(), Look.ISSUER) for name in issuer]
        left.append(self.rule(self.width(issuer[-1] or DOTS, Look.ISSUER), left_cm))
        below = [self.number()]
        if paper.kind is None and paper.title:
            below.append(self.line(paper.title, Look.SUBJECT))
        dated = self.line(
            paper.dated, Look.PLACE_DATE, f"{DOTS[:3]}, ngày {DOTS[:2]} tháng {DOTS[:2]} năm {DOTS[:2]}"
        )
        if not layout.motto:
            return self.columns(((left, [dated]), (below, [])), layout.letterhead_cm)
        right = [
            self.line(layout.nation_text, Look.NATION),
            self.line(layout.motto_text, Look.MOTTO),
            self.rule(self.width(layout.motto_text, Look.MOTTO), right_cm, 1.0),
        ]
        return self.columns(((left, right), (below, [dated])), layout.letterhead_cm)

    def number(self) -> str:
        paper = self.document
        if paper.number is not None:
            return self.line(f"Số: {paper.number}", Look.NUMBER)
        return self.line(None, Look.NUMBER, f"Số: {DOTS[:3]}/{paper.symbol or DOTS[:3]}")

    def title(self) -> Iterator[str]:
        if self.document.title or self.document.kind:
            yield self.line(self.document.title, Look.TITLE)

    def addressees(self) -> Iterator[str]:
        named = self.document.addressees
        if named is None:
            label = "Kính gửi: "
            yield paragraph(label + DOTS, Look.ADDRESSEE, lead=len(label), gap=True)
        elif len(named) == 1:
            yield self.line(f"Kính gửi: {named[0]}", Look.ADDRESSEE)
        elif named:
            yield self.line("Kính gửi:", Look.ADDRESSEE)
            for at, name in enumerate(named, 1):
                yield self.line(f"- {name}{'.' if at == len(named) else ';'}", Look.ADDRESSEE)

    def foot(self, signatures: Sequence[Signature], recipients: tuple[str, ...] | None) -> Iterator[str]:
        """Recipients at the left, the signature at the right; those who sign together stand side by side above."""
        yield f"<w:p><w:pPr><w:keepNext/>{_GAP_ABOVE_FOOT}</w:pPr></w:p>"
        signed = [self.signature(one) for one in signatures or (Signature(),)]
        remarks = [self.line(text, Look.SIGNER) for text in self.document.remarks]
        listed = list(self.recipients(recipients))
        if len(signed) == 1:
            yield self.columns(((listed, signed[0] + remarks),), self.layout.foot_cm)
            return
        for at in range(0, len(signed), _SIDE_BY_SIDE):
            beside = signed[at : at + _SIDE_BY_SIDE]
            # Capacities above, names in a row of their own below: so they stand at one height.
            names = [lines[-1:] + (remarks if lines is signed[-1] else []) for lines in beside]
            rows = ([lines[:-1] for lines in beside], names)
            yield self.columns(rows, (self.text_cm / len(beside),) * len(beside))
            yield f"<w:p><w:pPr>{_TINY}</w:pPr></w:p>"
        yield from listed

    def recipients(self, named: tuple[str, ...] | None) -> Iterator[str]:
        if named is None:
            return
        yield self.line("Nơi nhận:", Look.RECIPIENTS_LABEL)
        if not named:
            yield self.line(None, Look.RECIPIENTS, f"- {DOTS};")
            yield self.line(None, Look.RECIPIENTS, "- Lưu: VT.")
        for at, name in enumerate(named, 1):
            yield self.line(f"- {name}{'.' if at == len(named) else ';'}", Look.RECIPIENTS)

    def signature(self, one: Signature) -> list[str]:
        gap = round(self.layout.sign_gap_pt * _TWIPS_PT)
        lines = [self.line(text, Look.CAPACITY) for text in one.capacities]
        if one.position or not lines:
            lines.append(self.line(one.position, Look.CAPACITY))
        room = f'<w:spacing w:before="{gap}" w:after="0"/>'
        lines.append(self.line(one.name, Look.SIGNER, extra=room))
        return lines

    def block(self, block: Block, keep: bool = False) -> Iterator[str]:
        if isinstance(block, Table):
            for part in within_limit(block):
                yield self.table(part, keep)
                yield f"<w:p><w:pPr>{'<w:keepNext/>' if keep else ''}{_TINY}</w:pPr></w:p>"
            return
        keeps = keep or block.look in (Look.PART, Look.HEADING, Look.SUBHEADING)
        yield paragraph(block.text, block.look, lead=block.lead, gap=block.gap, keep=keeps)

    # What they are made of.

    def line(self, text: str | None, look: Look, blank: str = DOTS, *, extra: str = "") -> str:
        """A paragraph of one look; a gap where there is no text."""
        return paragraph(blank if text is None else text, look, gap=text is None, extra=extra)

    def width(self, text: str, look: Look) -> float:
        """How wide a line of one look stands on paper, in points."""
        style = self.layout.styles[look]
        return width_pt(text.upper() if style.upper else text, style.size, bold=style.bold)

    def rule(self, words_pt: float, room_cm: float, share: float = _RULE_SHARE, *, after: float = 0) -> str:
        """A line under words of this width, in the middle of this room, as long as a share of them."""
        room = room_cm * _TWIPS_CM
        length = min(words_pt * _TWIPS_PT, room) * share
        side = round((room - length) / 2)
        return (
            '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>'
            f'<w:spacing w:before="40" w:after="{round(after * _TWIPS_PT)}" w:line="60" w:lineRule="exact"/>'
            f'<w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/></w:pPr></w:p>'
        )

    def columns(self, rows: Sequence[Sequence[Sequence[str]]], widths_cm: Sequence[float]) -> str:
        """Paragraphs side by side in a table without lines."""
        widths = [round(width * _TWIPS_CM) for width in widths_cm]
        made = "".join(
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
            + "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_APART}</w:tcPr>'
                f"{''.join(lines) or paragraph('', Look.RECIPIENTS)}</w:tc>"
                for lines, width in zip(row, widths, strict=True)
            )
            + "</w:tr>"
            for row in rows
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/>{_NO_MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>'
        )

    def table(self, made: Table, keep: bool) -> str:
        """A ruled table; keep: its last row stays with what follows."""
        widths = [round(width * _TWIPS_CM) for width in widths_of(made, self.text_cm - COLUMN_GAP_CM)]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = _Rows(made, widths, keep)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            f"<w:tblBorders>{_LINED}</w:tblBorders>"
            '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/>'
            f'<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            f"{''.join(rows.xml())}</w:tbl>"
        )

    def section(self, number: int) -> str:
        """The properties of the paper's section: its paper, its own page numbers."""
        layout = self.layout
        across, down = layout.width_mm, layout.height_mm
        turned = ""
        if self.landscape:
            across, down, turned = down, across, ' w:orient="landscape"'
        margins = "".join(
            f' w:{side}="{round(layout.margins_mm[side] / 10 * _TWIPS_CM)}"'
            for side in ("top", "right", "bottom", "left")
        )
        again = '<w:pgNumType w:start="1"/>' if number else ""
        return (
            '<w:sectPr><w:headerReference w:type="default" r:id="rIdPages"/>'
            '<w:headerReference w:type="first" r:id="rIdFirst"/><w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{round(across / 10 * _TWIPS_CM)}" w:h="{round(down / 10 * _TWIPS_CM)}"{turned}/>'
            f'<w:pgMar{margins} w:header="567" w:footer="567" w:gutter="0"/>{again}<w:titlePg/></w:sectPr>'
        )


class _Rows:
    """The rows of a ruled table, with what reaches down from above."""

    def __init__(self, table: Table, widths: Sequence[int], keep: bool) -> None:
        self.table = table
        self.widths = widths
        self.keep = keep
        self.reaching: dict[int, tuple[int, int]] = {}  # column: rows still to cover, columns

    def xml(self) -> Iterator[str]:
        last = len(self.table.rows) - 1
        for at, row in enumerate(self.table.rows):
            head = at < self.table.heads
            properties = "<w:cantSplit/>" + ("<w:tblHeader/>" if head else "")
            heading = at < last and any(cell.bold for cell in row)
            cells = "".join(self._cells(row, head, heading or (self.keep and at == last)))
            yield f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"

    def _cells(self, row: Sequence[Cell], head: bool, keep: bool) -> Iterator[str]:
        column, left = 0, list(row)
        while column < len(self.widths):
            if column in self.reaching:
                rows, columns = self.reaching.pop(column)
                if rows > 1:
                    self.reaching[column] = rows - 1, columns
                yield self._cell(Cell((), columns), column, head, keep, '<w:vMerge w:val="continue"/>')
                column += columns
                continue
            cell = left.pop(0) if left else Cell()
            merged = ""
            if cell.rows > 1:
                self.reaching[column] = cell.rows - 1, cell.columns
                merged = '<w:vMerge w:val="restart"/>'
            yield self._cell(cell, column, head, keep, merged)
            column += cell.columns

    def _cell(self, cell: Cell, column: int, head: bool, keep: bool, merged: str) -> str:
        width = sum(self.widths[column : column + cell.columns])
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        look = Look.TABLE_HEAD if head else Look.TABLE_TEXT
        align = "" if head else _alignment(cell, column)
        lines = cell.lines or ("",)
        words = "".join(
            paragraph(line, look, lead=len(line) if cell.bold and not head else 0, keep=keep, extra=align)
            for line in lines
        )
        middle = '<w:vAlign w:val="center"/>' if head else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merged}{middle}</w:tcPr>{words}</w:tc>'
        )


_FIGURE = re.compile(r"[\d.,]+(?: ?(?:đồng|đ|%))?")
_LABEL = re.compile(r"[\dIVXivxa-zđA-HĐ.\-–+()]{0,8}")


def _alignment(cell: Cell, column: int) -> str:
    """Numbers of rows stand in the middle, figures at the right."""
    text = cell.lines[0] if len(cell.lines) == 1 else ""
    if column == 0 and cell.columns == 1 and _LABEL.fullmatch(text):
        return '<w:jc w:val="center"/>'
    return '<w:jc w:val="right"/>' if text and _FIGURE.fullmatch(text) else ""


def paragraph(
    text: str, look: Look, *, lead: int = 0, gap: bool = False, keep: bool = False, extra: str = ""
) -> str:
    """One paragraph; lead: how many of its first characters stand in bold; extra: properties of its own."""
    style = _opening(look, keep)
    if gap:
        runs = (run(text[:lead]) if lead else "") + _FIELD.format(run(text[lead:]))
    elif 0 < lead < len(text):
        runs = run(text[:lead], bold=True) + run(text[lead:])
    else:
        runs = run(text, bold=lead > 0) if text else ""
    return f"<w:p>{style}{extra}</w:pPr>{runs}</w:p>"


# Room for what nobody knows yet: Word shows the dots and takes what is typed in their place.
_FIELD = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"


@cache
def _opening(look: Look, keep: bool) -> str:
    return f'<w:pPr><w:pStyle w:val="{style_id(look)}"/>{"<w:keepNext/>" if keep else ""}'


def run(text: str, *, bold: bool = False) -> str:
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{printable(text)}</w:t></w:r>'


def printable(text: str) -> str:
    """The text as XML holds it, on one line."""
    text = clean(text).replace("\t", " ")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
