"""From the pieces of a paragraph to the paragraphs that a person sees.

A line break set by hand (Shift+Enter) may stand inside a running sentence, where it is a space, or
between things of their own: lines of a letterhead, items, a title over its text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from donghanh.reading.blocks import Paragraph
from donghanh.reading.formats.docx.inline import BREAK, LINE, PAGE, Piece
from donghanh.reading.formats.docx.styles import BOLD, ITALIC
from donghanh.reading.formats.docx.symbols import PRIVATE, shown
from donghanh.vietnam.text import tidy

_ITEM = re.compile(
    r"[•●▪◦❖➢✓]\s*\S"
    r"|[-–—+*]\s*[^\W\d_]"
    r"|(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[IVXLivx]{1,5}[.)]|[A-Za-zĐđ][.)])\s+\S"
)
_LABEL = re.compile(
    r"(?:Nơi nhận|NƠI NHẬN|Kính gửi|KÍNH GỬI|Số)\s*:|Căn cứ\s|Điều \d+[.:]|(?:TM|KT|TL|TUQ|Q)\."
)
_SENTENCE_END = (".", ";", ":", "!", "?")
_SHORT = 60
"""A line up to this length in a letterhead or signature block is one that its author broke there."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a paragraph stands and how it is set, as far as its line breaks and result depend on it.

    laid_out: in a cell of a table without lines, as letterheads and signatures are.
    aside: centred or set to the right.
    """

    indent: int = 0
    centred: bool = False
    heading: int | None = None
    aside: bool = False
    laid_out: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph to be: its pieces, tabs still in them, and the number that goes before."""

    pieces: Sequence[Piece]
    setting: Setting
    number: str = ""
    page: int | None = None

    @property
    def raw(self) -> str:
        return "".join(text for text, _ in self.pieces)

    def paragraph(self) -> Paragraph | None:
        """The paragraph, None where nothing is to be seen."""
        raw = self.raw
        text = _clean(raw)
        if not text and (not self.number or not any(c.isalnum() for c in self.number)):
            return None
        if self.number:
            text = f"{self.number} {text}".rstrip()
        bold, italic = self._emphasis(text, raw)
        return Paragraph(
            text=text,
            indent=self.setting.indent,
            bold=bold,
            italic=italic,
            centred=self.setting.centred,
            heading=self.setting.heading,
            page=self.page,
        )

    def _emphasis(self, text: str, raw: str) -> tuple[int, bool]:
        lead: list[str] = []
        opens = all_bold = all_italic = True
        worded = False
        for piece, flags in self.pieces:
            is_word = bool(piece) and not piece.isspace()
            worded = worded or is_word
            if is_word and not flags & ITALIC:
                all_italic = False
            if is_word and not flags & BOLD:
                all_bold = opens = False
            if opens:
                lead.append(piece)
        if not worded:
            return 0, False
        if all_bold:
            return len(text), all_italic
        head = _clean("".join(lead))
        if not head:
            return 0, all_italic
        return min(len(text), len(head) + (len(self.number) + 1 if self.number else 0)), all_italic


def split(pieces: list[Piece], setting: Setting, number: str, page: int | None) -> list[Line]:
    """The paragraphs that one Word paragraph is read as.

    page: the page that the paragraph before ended on; None where the file does not tell pages.
    """
    parts = _physical(pieces)
    groups = [list(parts[0][0])]
    if len(parts) > 1:
        texts = [_clean("".join(text for text, _ in part)) for part, _ in parts]
        for index in range(1, len(parts)):
            part, forced = parts[index]
            above = parts[index - 1][0]
            if forced or _begins_anew(texts[index - 1], texts[index], above, part, setting):
                groups.append(list(part))
            else:
                groups[-1].append((" ", part[0][1] & (BOLD | ITALIC)))
                groups[-1].extend(part)
    lines = []
    for group in groups:
        begins, ends = _pages(group, page)
        is_empty = len(groups) > 1 and all(not text or text.isspace() for text, _ in group)
        lines.append(Line(group, setting, "" if is_empty else number, begins))
        number, page = number if is_empty else "", ends
    return lines


def last_page(pieces: list[Piece], page: int) -> int:
    """The page that a paragraph ends on, when it follows something that ended on `page`."""
    return page + sum(flags == PAGE for _, flags in pieces)


def _physical(pieces: list[Piece]) -> list[tuple[list[Piece], bool]]:
    """The lines between hand-set breaks, each with whether a page break stood before it."""
    lines: list[tuple[list[Piece], bool]] = [([], False)]
    for text, flags in pieces:
        if text in (LINE, BREAK):
            lines.append(([], text == BREAK))
        else:
            lines[-1][0].append((text, flags))
    return lines


def _pages(pieces: Sequence[Piece], page: int | None) -> tuple[int | None, int | None]:
    """The pages that a line begins and ends on."""
    if page is None:
        return None, None
    begins = page
    for text, flags in pieces:
        if flags == PAGE:
            begins += 1
        elif text and not text.isspace():
            break
    return begins, last_page(list(pieces), page)


def _begins_anew(before: str, now: str, above: list[Piece], below: list[Piece], setting: Setting) -> bool:
    """Whether the line `now` is something of its own and not the rest of the sentence `before`."""
    if not before or not now or setting.aside:
        return True
    if _ITEM.match(now) or _LABEL.match(now):
        return not before.endswith((",", "(")) or not now[0].isalnum()
    if now[0] in "-–—+" and before.endswith(_SENTENCE_END):
        return True
    if setting.laid_out and len(before) <= _SHORT and (before.isupper() or not now[0].islower()):
        return True
    if now[0].islower():
        return False
    if before.endswith(_SENTENCE_END) or (before.isupper() and not now.isupper()):
        return True
    return _is_bold(above) and not _is_bold(below)


def _is_bold(pieces: list[Piece]) -> bool:
    return all(flags & BOLD for text, flags in pieces if text and not text.isspace())


def _clean(text: str) -> str:
    if PRIVATE.search(text):
        text = shown(text)
    return tidy(text.replace("\u2011", "-"))
