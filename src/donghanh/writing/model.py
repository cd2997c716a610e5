"""What an official document is made of, as plain frozen values.

Plans, guides, letters and reports are all put together from these; how they look is the layout's affair
(`layout.py`), how they become a file `word.py`'s. Numbers and marks ("I.", "a)", "-") stand in the text itself, so
that no program ever renumbers what was signed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

DOTS = "……………………"
"""What stands where somebody has to write something in."""
MOST_COLUMNS = 63
"""So many columns Word takes in one table; what is wider goes on in another."""


class Look(StrEnum):
    """The parts that a layout sets differently; each is a style of that name in the file."""

    NATION = "nation"
    MOTTO = "motto"
    SUPERIOR = "superior"
    ISSUER = "issuer"
    NUMBER = "number"
    SUBJECT = "subject"
    PLACE_DATE = "place_date"
    KIND = "kind"
    TITLE = "title"
    ATTACHED = "attached"
    ADDRESSEE = "addressee"
    AUTHORITY = "authority"
    BASIS = "basis"
    BODY = "body"
    PART = "part"
    HEADING = "heading"
    SUBHEADING = "subheading"
    TABLE_HEAD = "table_head"
    TABLE_TEXT = "table_text"
    CAPACITY = "capacity"
    SIGNER = "signer"
    RECIPIENTS_LABEL = "recipients_label"
    RECIPIENTS = "recipients"
    PAGE_NUMBER = "page_number"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph.

    lead: how many of its first characters are set in bold. gap: room for what nobody knows yet, behind the lead: dots
    that Word lets one type over, and that readers of the file take for no text.
    """

    text: str
    look: Look = Look.BODY
    lead: int = 0
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its lines; columns, rows: how many it covers."""

    lines: tuple[str, ...] = ()
    columns: int = 1
    rows: int = 1
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; heads: how many of its first rows are its head, which repeats on every page.

    widths: of the columns, in parts of the whole; told from what stands in them where none are given.
    """

    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 1
    widths: tuple[float, ...] = ()

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max((sum(cell.columns for cell in row) for row in self.rows), default=0)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Office:
    """Who writes, as the letterhead says it, and what an office wants otherwise than its layout.

    superior, issuer: a line each. place: where it is dated. motto, font: None leaves it to the layout.
    """

    issuer: tuple[str, ...] = ()
    superior: tuple[str, ...] = ()
    place: str | None = None
    motto: bool | None = None
    font: str | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """One who signs: "TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH" over the position, the name below."""

    capacities: tuple[str, ...] = ()
    position: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """An official document; what is None stays open, to be written in by hand.

    office: None leaves out the letterhead, as annexes do. kind: "KẾ HOẠCH", "" where the paper does not name it; None
    for a letter, whose title is its subject ("V/v ..."). number: with its symbol, "12/KH-BTV"; symbol: what of it is known while the number is not.
    dated: the line "Hà Nội, ngày 05 tháng 02 năm 2026". attached: of an annex, what it was issued with, in brackets.
    signatures, recipients: None leaves the whole foot out. remarks: what else stands under the signatures, "(Đã ký)". annexes: each with its own page numbers.
    """

    office: Office | None = None
    kind: str | None = ""
    number: str | None = None
    symbol: str = ""
    dated: str | None = None
    title: str | None = None
    attached: str = ""
    addressees: tuple[str, ...] | None = ()
    opening: tuple[Block, ...] = ()
    body: tuple[Block, ...] = ()
    signatures: tuple[Signature, ...] | None = None
    recipients: tuple[str, ...] | None = None
    remarks: tuple[str, ...] = ()
    annexes: "tuple[OfficialDocument, ...]" = field(default=())


def bases(texts: Sequence[str]) -> tuple[Paragraph, ...]:
    """Legal bases, each on a line of its own that ends ";", the last ".": as the decree has them."""
    lines = [text.rstrip(" ;.,") for text in texts]
    return tuple(
        Paragraph(f"{line}{'.' if at == len(lines) else ';'}", Look.BASIS) for at, line in enumerate(lines, 1)
    )


def heading(label: str, title: str, depth: int) -> Paragraph:
    """The heading of a numbered part; depth 1 for "I", 2 for "1", deeper for "1.1" and "a"."""
    look = (Look.PART, Look.HEADING, Look.SUBHEADING)[min(depth, 3) - 1]
    return Paragraph(f"{label} {title}".strip(), look)


def table(head: Sequence[str], rows: Sequence[Sequence[str | None]], widths: Sequence[float] = ()) -> Table:
    """A plain table: one head row, cells of one line each; an empty cell stays empty."""
    made = (tuple(Cell((text,) if text else ()) for text in row) for row in rows)
    return Table((tuple(Cell((text,)) for text in head), *made), 1, tuple(widths))


def ended(blocks: Sequence[Block], mark: str = "./.") -> tuple[Block, ...]:
    """The blocks with the mark that ends a text behind the last of them, where that is a paragraph."""
    if not blocks or not isinstance(last := blocks[-1], Paragraph) or last.text.endswith(mark):
        return tuple(blocks)
    text = last.text.rstrip(" .;") + mark
    return (*blocks[:-1], Paragraph(text, last.look, last.lead, last.gap))
