"""A page from top to bottom: its elements become lines and tables, as a browser would set them."""

import re
from dataclasses import replace

from lxml import etree

from donghanh.reading.blocks import Table
from donghanh.reading.errors import FileTooLarge
from donghanh.reading.formats.docx.inline import LINE, TAB
from donghanh.reading.formats.docx.lines import Setting, split
from donghanh.reading.formats.docx.styles import BOLD, ITALIC
from donghanh.reading.formats.docx.symbols import shown
from donghanh.reading.formats.html.broken import broken_lines, set_text
from donghanh.reading.formats.html.css import Declarations, StyleSheet
from donghanh.reading.formats.html.furniture import Furniture
from donghanh.reading.formats.html.grids import CELLS, ROW_GROUPS, Grid, GridCell, is_borderless, span
from donghanh.reading.formats.html.lists import LISTS, Lists, without_mark
from donghanh.reading.formats.html.looks import Look, is_gone, look_within
from donghanh.reading.formats.html.parsing import Element
from donghanh.reading.formats.html.story import LINKED, MOST_FRAMED, Frame, Item, OpenTable, Page, Story
from donghanh.reading.formats.html.symbols import in_font
from donghanh.vietnam.text import tidy

_DROPPED = frozenset(
    "head script style template object embed applet iframe frame audio video canvas svg map select datalist option "
    "button input progress meter del xml noframes param source track col colgroup".split()
)
_TOLD = frozenset({"noscript"})
_BLOCKS = frozenset(
    "html body p div h1 h2 h3 h4 h5 h6 li dt dd dl ul ol dir menu blockquote center section article main aside nav "
    "header footer address figure figcaption form fieldset legend pre listing xmp plaintext hr details summary dialog "
    "hgroup search frameset noscript textarea".split()
)
_TABLE_PARTS = ROW_GROUPS | CELLS | {"table", "tr", "caption"}
_INLINE_DISPLAYS = frozenset({"inline", "contents", "inline-flex", "inline-block"})
_BLOCK_DISPLAYS = ("block", "table", "flex", "grid", "list-item", "flow-root")
_ASIDE = frozenset({"center", "right", "end"})
_HEADING = re.compile(r"h([1-6])")
_WHITE = re.compile(r"[ \t\n\r\f]+")
_SHOWN = str.maketrans({"\n": LINE, "\r": "", "\f": " ", "\v": " "})
# A note's number leads to the note and back. It is not shown in the text, only before the note.
_NOTE_LINK = re.compile(
    r"#_?(?:ftnt?|edn|sdfootnote|sdendnote|fn|footnote|endnote)[-_:]?(?:ref)?\d", re.IGNORECASE
)
_BACK_LINK = re.compile(r"#.*(?:ref|anc)", re.IGNORECASE)
_COMMENT_CLASS = re.compile(r"\bmsocom", re.IGNORECASE)
_COMMENT_PARTS = frozenset({"comment-list", "comment", "comment-reference"})
_LOSSY_MAKERS = re.compile(r"(?:LibreOffice|OpenOffice)", re.IGNORECASE)
_OPENERS = frozenset("“‘\"'(«")
_MANY_BREAKS = 4
_MOST_LINES = 200_000
_TOO_LONG = "Trang web có quá nhiều dòng. Hãy tách kế hoạch và phụ lục thành từng tệp rồi gửi."
_DEEPEST_TABLE = 8


def walk(root: Element, sheet: StyleSheet) -> Page:
    """The lines and tables of a page in reading order, hidden ones left out.

    Raises: FileTooLarge, where preformatted words have too many lines.
    """
    makers = (
        meta.get("content", "") for meta in root.iter("meta") if meta.get("name", "").lower() == "generator"
    )
    lists = Lists(lossy=any(_LOSSY_MAKERS.match(maker) for maker in makers))
    return _Walker(sheet, Furniture(root), lists).walk(root)


class _Walker:
    def __init__(self, sheet: StyleSheet, furniture: Furniture, lists: Lists) -> None:
        self.page = Page()
        self._sheet = sheet
        self._furniture = furniture
        self._lists = lists
        self._frames: list[Frame] = [Frame(Look())]
        self._stories: list[Story] = [Story()]
        self._tables: list[OpenTable] = []
        self._depth = self._lines = 0
        self._ignored: list[str] | None = None

    def walk(self, root: Element) -> Page:
        events = etree.iterwalk(root, events=("start", "end"))
        for event, element in events:
            if event == "end":
                self._end()
                if element is not root:
                    self._text(element.tail)
            elif self._start(element):
                self._text(element.text)
            else:
                self._frames.append(replace(self._frames[-1], close=None, block=False))
                events.skip_subtree()
        self._flush()
        self.page.items = self._stories[0].items
        return self.page

    # --- elements ------------------------------------------------------------------------------------

    def _start(self, element: Element) -> bool:
        """Open an element; False where nothing in it is read."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _DROPPED:
            self.page.pictured = self.page.pictured or tag in ("object", "embed")
            return False
        declared = self._sheet.of(element)
        if tag in _TOLD or is_gone(element, declared):
            self._tell_hidden(element)
            return False
        if self._is_aside(element, declared):
            return False
        outer = self._frames[-1]
        frame = Frame(
            look_within(outer.look, element, declared),
            linked=outer.linked or _leads_away(element),
            furniture=outer.furniture or self._furniture.holds(element),
            heading=outer.heading,
        )
        heading = _HEADING.fullmatch(tag)
        if heading:
            frame.heading = int(heading[1])
        frame.block = _is_block(tag, declared)
        if frame.block:
            self._flush()
        self._frames.append(frame)
        self._open(element, declared, frame)
        return True

    def _open(self, element: Element, declared: Declarations, frame: Frame) -> None:
        tag = element.tag
        if tag == "br":
            self._emit(LINE)
        elif tag == "img":
            self.page.pictured = True
        elif tag == "table":
            self._open_table(element, frame)
        elif tag == "tr" and self._in_table():
            self._tables[-1].grid.rows.append([])
        elif tag in CELLS and self._in_table():
            self._open_cell(element, frame)
        elif tag in LISTS:
            self._lists.begin(element, declared)
            frame.close = self._lists.end
        elif tag == "li":
            self._lists.count(declared)
            self._stories[-1].number = self._lists.mark(element, declared, self._sheet.before(element))
            frame.close = self._close_item
        elif "mso-tab-count" in declared:
            self._emit(TAB)
            self._ignored = []
            frame.close = self._heed
        elif declared.get("mso-list") == "ignore":
            self._ignored = []
            frame.close = self._number
        elif tag == "pre":
            frame.close = self._flush_text
        elif tag == "a" and _NOTE_LINK.match(element.get("href", "")):
            self._ignored = []
            frame.close = self._number_note

    def _end(self) -> None:
        frame = self._frames[-1]
        if frame.close is not None:
            frame.close()
        if frame.block:
            self._flush()
        self._frames.pop()

    def _is_aside(self, element: Element, declared: Declarations) -> bool:
        """Whether an element is the number of a note in the text, or a comment at the margin."""
        address = element.get("href", "") if element.tag == "a" else ""
        if _NOTE_LINK.match(address) and not _BACK_LINK.match(address):
            return True
        comment = declared.get("mso-element") in _COMMENT_PARTS or _COMMENT_CLASS.search(
            element.get("class", "")
        )
        self.page.commented = self.page.commented or bool(comment)
        return bool(comment)

    def _tell_hidden(self, element: Element) -> None:
        if any(text.strip() for text in element.itertext()):
            self.page.hidden.append(len(self._stories[0].items))

    # --- words ---------------------------------------------------------------------------------------

    def _text(self, text: str | None) -> None:
        if not text:
            return
        frame = self._frames[-1]
        look = frame.look
        if not look.seen:
            if text.strip():
                self.page.hidden.append(len(self._stories[0].items))
            return
        if look.font:
            text = in_font(text, look.font)
        if look.capitals:
            text = text.upper()
        if not look.spaced:
            self._emit(_WHITE.sub(" ", text))
            return
        self._lines += text.count("\n")
        if self._lines > _MOST_LINES:
            raise FileTooLarge(_TOO_LONG)
        for part in re.split(r"(\n)", text.translate(_SHOWN)):
            self._emit(part)

    def _emit(self, text: str) -> None:
        if self._ignored is not None:
            self._ignored.append(text)
            return
        story, frame = self._stories[-1], self._frames[-1]
        if text[:1] == " " and not frame.look.spaced:
            last = story.pieces[-1][0] if story.pieces else LINE
            if last[-1:] in (" ", LINE):
                text = text[1:]
        if not text:
            return
        if not story.pieces or (text.strip() and all(not piece.strip() for piece, _ in story.pieces)):
            story.look, story.heading, story.furniture = frame.look, frame.heading, frame.furniture
        flags = frame.look.bold * BOLD | frame.look.italic * ITALIC | frame.linked * LINKED
        if (
            story.pieces and story.pieces[-1][0].strip() in _OPENERS
        ):  # a quotation mark is as bold as its words
            story.pieces[-1] = (story.pieces[-1][0], flags)
        story.pieces.append((text, flags))

    def _captured(self) -> str:
        words, self._ignored = tidy(shown("".join(self._ignored or ()))), None
        return words

    def _heed(self) -> None:
        """What stood for a tab is done."""
        self._emit(self._captured())

    def _number(self) -> None:
        """What Word shows as the number of a paragraph is done."""
        self._typed_number(self._captured())

    def _number_note(self) -> None:
        """What leads back from a note is its number."""
        mark = self._captured().strip("[]()")
        self._typed_number(f"[{mark}]" if mark else "")

    def _typed_number(self, number: str) -> None:
        """A number that the page itself writes: before the words of its paragraph, or one of them."""
        story = self._stories[-1]
        if number and any(text.strip() for text, _ in story.pieces):
            self._emit(f" {number} ")
        elif number:
            story.number = f"{story.number} {number}" if story.typed else number
            story.typed = True

    def _close_item(self) -> None:
        """A number is shown before the first words of its item, or nowhere."""
        self._flush()
        self._stories[-1].number = ""

    # --- paragraphs ----------------------------------------------------------------------------------

    def _flush(self) -> None:
        """What was gathered is a paragraph, or several."""
        story = self._stories[-1]
        pieces, story.pieces = story.pieces, []
        if not any(text.strip() for text, _ in pieces):
            if not story.typed:
                return
            pieces, story.number = [(story.number, 0)], ""
        look = story.look
        setting = Setting(
            indent=round(look.indent),
            centred=look.align == "center",
            heading=story.heading,
            aside=look.align in _ASIDE and story.layout is not False,
            laid_out=story.layout is True,
        )
        number = (
            story.number if story.typed else without_mark(story.number, "".join(text for text, _ in pieces))
        )
        story.number, story.typed = "", False
        breaks = sum(text == LINE for text, _ in pieces)
        if breaks >= _MANY_BREAKS and not setting.aside:
            lines = broken_lines(pieces, setting, number)
        else:
            lines = split(pieces, setting, number, None)
        story.items.extend(Item(line, story.furniture) for line in lines)

    def _flush_text(self) -> None:
        """Preformatted words are read as a text file would be."""
        story = self._stories[-1]
        pieces, story.pieces = story.pieces, []
        story.items.extend(Item(body, story.furniture) for body in set_text(pieces))

    # --- tables --------------------------------------------------------------------------------------

    def _in_table(self) -> bool:
        """Whether rows and cells belong to a table that is read as one."""
        return 0 < self._depth <= _DEEPEST_TABLE

    def _open_table(self, element: Element, frame: Frame) -> None:
        self._depth += 1
        if self._in_table():
            table = OpenTable(Grid(), is_borderless(element, self._sheet), Story(self._stories[-1].layout))
            self._tables.append(table)
            self._stories.append(table.aside)
        frame.close = self._close_table

    def _close_table(self) -> None:
        self._flush()
        self._depth -= 1
        if self._depth >= _DEEPEST_TABLE:
            return
        table = self._tables.pop()
        self._stories.pop()
        items = self._stories[-1].items
        items.extend(table.aside.items)
        if table.is_frame:
            items.extend(table.loose)
        elif (found := table.grid.table(table.borderless)) is not None:
            items.append(Item(found, self._frames[-1].furniture))

    def _open_cell(self, element: Element, frame: Frame) -> None:
        table = self._tables[-1]
        if not table.grid.rows:
            table.grid.rows.append([])
        columns, rows = span(element, "colspan"), span(element, "rowspan", low=0)
        story = Story(layout=table.borderless)
        self._stories.append(story)

        def close() -> None:
            self._flush()
            self._stories.pop()
            table.loose.extend(story.items)
            nested = any(isinstance(item.body, Table) for item in story.items)
            table.crowded = table.crowded or nested or len(story.items) > MOST_FRAMED
            paragraphs = tuple(p for item in story.items for p in item.paragraphs())
            table.grid.rows[-1].append(GridCell(paragraphs, columns, rows))

        frame.close = close


def _is_block(tag: str, declared: Declarations) -> bool:
    display = declared.get("display", "")
    if tag in _TABLE_PARTS:
        return True
    if tag in _BLOCKS:
        return display not in _INLINE_DISPLAYS
    return display.startswith(_BLOCK_DISPLAYS)


def _leads_away(element: Element) -> bool:
    return element.tag == "a" and not element.get("href", "#").startswith(("#", "mailto:", "tel:"))
