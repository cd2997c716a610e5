"""An official letter (công văn) as Word.

The layout is the mass organisation's, provisional: no official rule of the Union was found, so the state's stands
in (Nghị định 30/2020/NĐ-CP, Phụ lục I and III, mẫu 1.5) without the national motto. What nobody knows yet is
left as dotted blanks to be written in.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from donghanh.writing.word import DOTS, body, centred, new_document, saved, set_widths, write

# Of the 16,5 cm between the margins, in cm: who writes, and where and when.
_HALVES = (7.5, 9.0)


@dataclass(frozen=True, slots=True)
class Letter:
    """subject: behind "V/v"; points: numbered; recipients: the lines under "Nơi nhận" without dash."""

    addressee: str
    subject: str
    opening: str
    points: Sequence[str]
    closing: str
    year: int
    superior: str = DOTS
    issuer: str = DOTS
    recipients: Sequence[str] = field(default=("Như trên", "Lưu: VT"))


def letter(content: Letter) -> bytes:
    """The letter as .docx."""
    document = new_document()
    head = document.add_table(rows=1, cols=2)
    head.autofit = False
    set_widths(head, _HALVES)
    left, right = head.rows[0].cells
    for cell in (left, right):
        cell.paragraphs[0].paragraph_format.space_after = Pt(0)
    centred(left, content.superior.upper(), size=13)
    centred(left, content.issuer.upper(), bold=True, size=13)
    centred(left, "Số:       /", size=13)
    centred(left, f"V/v {content.subject}", size=12).paragraph_format.space_before = Pt(6)
    centred(right, f"………, ngày      tháng      năm {content.year}", italic=True, size=13)
    paragraph = write(document.add_paragraph(), f"Kính gửi: {content.addressee}")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(12)
    body(document, content.opening)
    for number, point in enumerate(content.points, start=1):
        body(document, f"{number}. {point}")
    body(document, f"{content.closing}./.")
    foot = document.add_table(rows=1, cols=2)
    foot.autofit = False
    set_widths(foot, _HALVES)
    left, right = foot.rows[0].cells
    write(left.paragraphs[0], "Nơi nhận:", bold=True, italic=True, size=12).paragraph_format.space_after = Pt(
        0
    )
    for number, line in enumerate(content.recipients, start=1):
        mark = "." if number == len(content.recipients) else ";"
        write(left.add_paragraph(), f"- {line}{mark}", size=11).paragraph_format.space_after = Pt(0)
    right.paragraphs[0].paragraph_format.space_after = Pt(0)
    centred(right, f"TM. {DOTS}", bold=True, size=14)
    centred(right, DOTS, bold=True, size=14).paragraph_format.space_after = Pt(56)
    centred(right, DOTS, bold=True, size=14)
    return saved(document)
