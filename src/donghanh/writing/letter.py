"""An official letter (công văn): what goes into one, put together as an official document.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.5.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from donghanh.writing.model import Office, OfficialDocument, Paragraph, ended


@dataclass(frozen=True, slots=True)
class Letter:
    """subject: behind "V/v"; points: numbered; recipients: the lines under "Nơi nhận" without dash."""

    addressee: str
    subject: str
    opening: str
    points: Sequence[str]
    closing: str
    office: Office = field(default=Office())
    recipients: Sequence[str] = field(default=("Như trên", "Lưu: VT"))


def letter(content: Letter) -> OfficialDocument:
    """The letter, its number, date and signature left open."""
    points = (f"{number}. {point}" for number, point in enumerate(content.points, start=1))
    story = [Paragraph(text) for text in (content.opening, *points, content.closing)]
    return OfficialDocument(
        office=content.office,
        kind=None,
        title=f"V/v {content.subject}",
        addressees=(content.addressee,),
        body=ended(story),
        signatures=(),
        recipients=tuple(content.recipients),
    )
