"""The text inside one paragraph: its runs with their emphasis, as tracked changes accepted leave it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from donghanh.reading.formats.docx.names import (
    ALTERNATE,
    CELL,
    DROPPED,
    OFF,
    P_PR,
    R_PR,
    RUN,
    TEXT,
    Element,
    M,
    P,
    W,
    alternative,
    boxes_in,
    is_placeholder,
)
from donghanh.reading.formats.docx.styles import BOLD, CAPS, HIDDEN, ITALIC, ParagraphLook, Styles
from donghanh.reading.formats.docx.symbols import glyph

LINE = "\n"
"""A line break set by hand."""
BREAK = "\v"
"""A page or column break: what follows is a paragraph of its own."""
TAB = "\t"
PAGE = 16
"""Flag of an empty piece that marks where Word last began a page."""

Piece = tuple[str, int]
"""Some text with its BOLD and ITALIC flags; a break or tab in it stands as LINE, BREAK or TAB."""

_DRAWINGS = frozenset(W + name for name in ("drawing", "pict", "object"))
_WHITE = str.maketrans("\n\r\t\v\f", "     ")
_MATH_TEXT = M + "t"
_FRACTION = M + "f"
_PAGE_MARK = W + "lastRenderedPageBreak"
_FIELD = W + "fldChar"
_COMMENTED = W + "commentReference"
_NOTES = {W + "footnoteReference": "foot", W + "endnoteReference": "end"}
_SIGNS = {W + "tab": TAB, W + "ptab": TAB, W + "cr": LINE, W + "noBreakHyphen": "-"}
_BLOCKS = frozenset({P, CELL})
_IN_RUN = frozenset({*_NOTES, _COMMENTED, _PAGE_MARK, _FIELD, W + "br", W + "sym"})


@dataclass(slots=True)
class Inline:
    """What was found in one paragraph."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    hidden: bool = False
    unfilled: bool = False
    commented: bool = False
    pictured: bool = False


class InlineReader:
    """Reads the inline content of paragraphs.

    note: gives the mark of a footnote or endnote reference ("foot" or "end", its id), to be told
        that the note is used; the mark itself is not shown.
    """

    def __init__(self, styles: Styles, note: Callable[[str, str], None]) -> None:
        self._styles = styles
        self._note = note

    def read(self, paragraph: Iterable[Element], look: ParagraphLook) -> Inline:
        """The content of a paragraph, given as its element or as the elements in it."""
        found = Inline()
        self._walk(paragraph, look, found, [])
        return found

    def _walk(self, parent: Iterable[Element], look: ParagraphLook, found: Inline, fields: list[int]) -> None:
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._run(child, look, found, fields)
            elif tag == P_PR or tag in DROPPED:
                continue
            elif tag == TEXT or tag in _IN_RUN or tag in _SIGNS or tag in _DRAWINGS:
                self._content(child, 0, found, fields)  # outside a run: wrong, but text all the same
            elif tag == _MATH_TEXT:
                found.pieces.append(((child.text or "").translate(_WHITE), 0))
            elif tag == _FRACTION:
                self._fraction(child, look, found, fields)
            elif tag == ALTERNATE:
                branch = alternative(child)
                if branch is not None:
                    self._walk(branch, look, found, fields)
            elif is_placeholder(child):
                found.unfilled = True
            elif len(child):
                if tag in _BLOCKS:  # a block inside a paragraph: wrong, but its words stay apart
                    found.pieces.append((LINE, 0))
                self._walk(child, look, found, fields)

    def _fraction(self, element: Element, look: ParagraphLook, found: Inline, fields: list[int]) -> None:
        for part in element:
            if part.tag == M + "den":
                found.pieces.append(("/", 0))
            self._walk(part, look, found, fields)

    def _run(self, run: Element, look: ParagraphLook, found: Inline, fields: list[int]) -> None:
        r_pr = run[0] if len(run) and run[0].tag == R_PR else run.find(R_PR)
        flags = self._styles.run(look, r_pr)
        for child in run:
            if child.tag == TEXT and not flags & (HIDDEN | CAPS):
                text = child.text
                if text:
                    if not text.isprintable():
                        text = text.translate(_WHITE)
                    found.pieces.append((text, flags))
            elif child is not r_pr:
                self._content(child, flags, found, fields)
                if child.tag in _NOTES and child.get(W + "customMarkFollows", "0") not in OFF:
                    break

    def _content(self, child: Element, flags: int, found: Inline, fields: list[int]) -> None:
        """One child of a run."""
        tag = child.tag
        if tag == TEXT:
            self._text((child.text or "").translate(_WHITE), flags, found)
        elif tag in _SIGNS:
            self._text(_SIGNS[tag], flags, found)
        elif tag in _IN_RUN:
            self._sign(child, flags, found, fields)
        elif tag in _DRAWINGS:
            boxes = list(boxes_in(child))
            found.boxes.extend(boxes)
            found.pictured = found.pictured or not boxes
        elif tag == ALTERNATE:
            branch = alternative(child)
            for inner in () if branch is None else branch:
                self._content(inner, flags, found, fields)
        elif tag not in DROPPED and tag != R_PR:  # ruby and the like
            for inner in child:
                self._content(inner, flags, found, fields)

    def _sign(self, child: Element, flags: int, found: Inline, fields: list[int]) -> None:
        """A child of a run that stands for something by its attributes."""
        tag = child.tag
        if tag == _PAGE_MARK:
            found.pieces.append(("", PAGE))
        elif tag == _FIELD:
            self._field(child.get(W + "fldCharType", ""), found, fields)
        elif tag == W + "br":
            sort = child.get(W + "type", "textWrapping")
            self._text(BREAK if sort in ("page", "column") else LINE, flags, found)
        elif tag == W + "sym":
            self._symbol(child, flags, found)
        elif tag == _COMMENTED:
            found.commented = True
        elif not flags & HIDDEN:
            self._note(_NOTES[tag], child.get(W + "id", ""))

    @staticmethod
    def _text(text: str, flags: int, found: Inline) -> None:
        if flags & HIDDEN:
            found.hidden = found.hidden or not text.isspace()
        elif text:
            found.pieces.append((text.upper() if flags & CAPS else text, flags & (BOLD | ITALIC)))

    def _symbol(self, child: Element, flags: int, found: Inline) -> None:
        try:
            code = int(child.get(W + "char", "")[:6], 16)
        except ValueError:
            return
        self._text(glyph(child.get(W + "font", ""), code), flags, found)

    @staticmethod
    def _field(kind: str, found: Inline, fields: list[int]) -> None:
        """What stands between the begin of a field and its separator is code, also where a field nests in it.

        A field that never closes hides nothing.
        """
        if kind == "begin":
            fields.append(len(found.pieces))
        elif kind == "separate" and fields:
            del found.pieces[fields[-1] :]
            fields[-1] = -1
        elif kind == "end" and fields:
            start = fields.pop()
            if start >= 0:
                del found.pieces[start:]
