"""Remains of HTML in a text: tables are taken out whole, other tags become line breaks and emphasis.

Each line of the result stands for itself: emphasis that spans lines is closed and opened again.
"""

import re
from dataclasses import dataclass

from donghanh.reading.blocks import Cell, Row, Table
from donghanh.reading.formats.text.inline import (
    BOLD_OFF,
    BOLD_ON,
    ITALIC_OFF,
    ITALIC_ON,
    inline_lines,
    paragraph,
)

TABLE_MARK = "\ufdd4"
CENTRE_MARK = "\ufdd5"

_MOST_SPAN = 200
_BREAKS = frozenset(["br", "hr"])
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_WORD_BLOCKS = _HEADINGS | {"p", "li", "dt", "dd"}
_BLOCKS = _WORD_BLOCKS | {"div", "ul", "ol", "blockquote", "center", "section", "article", "header", "footer"}
_BLOCKS |= {"dl", "pre", "body", "html", "main"}
_TABLE_TAGS = frozenset(["table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col"])
_BOLD = frozenset(["b", "strong"])
_ITALIC = frozenset(["i", "em"])
_IGNORED = frozenset(
    ["u", "span", "a", "font", "sub", "sup", "small", "big", "img", "s", "strike", "del", "ins"]
)
_IGNORED |= {"mark", "code", "tt", "abbr", "label", "figure", "figcaption"}
_KNOWN = _BREAKS | _BLOCKS | _TABLE_TAGS | _BOLD | _ITALIC | _IGNORED
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*(?::[A-Za-z]\w*)?)((?:\s[^<>]*)?)/?>")
_HIDDEN = re.compile(r"<(script|style|head)\b[^<>]*>|<!--|<!\[[^<>]*>", re.I)
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
_CENTRED = re.compile(r"align\s*=\s*[\"']?center|text-align\s*:\s*center", re.I)


def without_tags(text: str) -> tuple[str, list[Table]]:
    """`text` without tags, a TABLE_MARK with its index on a line for each table, and the tables."""
    if _TAG.search(text) is None and "<!--" not in text:
        return text, []
    reader = _Reader()
    text = _without_hidden(text)
    at = 0
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if name not in _KNOWN and ":" not in name:
            continue
        reader.words(text[at : match.start()])
        at = match.end()
        reader.tag(name, bool(match[1]), match[3], _in_table_row(text, match.start()))
    reader.words(text[at:])
    reader.end_tables()
    return "".join(reader.out), reader.tables


def _without_hidden(text: str) -> str:
    """`text` without comments, scripts and styles; one that never ends hides nothing."""
    kept, at = [], 0
    lowered = text.translate(_LOWER)
    unclosed: set[str] = set()
    while (match := _HIDDEN.search(text, at)) is not None:
        name = (match[1] or "").lower()
        close = f"</{name}" if name else "-->" if match[0] == "<!--" else ""
        found = match.end()
        if close:
            found = -1 if close in unclosed else lowered.find(close, match.end())
            if found < 0:
                unclosed.add(close)
                kept.append(text[at : match.end()])
                at = match.end()
                continue
            found = lowered.find(">", found) + 1 or len(text)
        kept.append(text[at : match.start()])
        at = found
    return "".join([*kept, text[at:]])


def _in_table_row(text: str, at: int) -> bool:
    """Whether the line around is a row drawn with tabs or bars, which a break must not tear.

    Of an endless line the last 5,000 characters are looked at, lest the time grow with its square.
    """
    farthest = max(0, at - 5000)
    line = text[max(farthest, text.rfind("\n", farthest, at) + 1) : at].lstrip()
    return "\t" in line or line[:1] == "|"


@dataclass(slots=True)
class _Span:
    """A cell as it is being read."""

    out: list[str]
    columns: int = 1
    rows: int = 1


class _Reader:
    def __init__(self) -> None:
        self.out: list[str] = []
        self.tables: list[Table] = []
        self._bold = self._italic = 0
        self._in_block = False
        self._depth = 0
        self._in_cell = self._bare_rows = False
        self._rows: list[list[_Span]] = []

    # words and emphasis

    def words(self, text: str) -> None:
        if not text:
            return
        if self._depth:
            self._cell_words(text)
            return
        if self._in_block and "\n" in text:
            head, blank, tail = _split_at_blank_line(text)
            self._put(head.replace("\n", " "))
            if blank:
                self._leave_block()
                self._put(blank + tail)
            return
        self._put(text)

    def _put(self, text: str) -> None:
        if not (self._bold or self._italic) or "\n" not in text:
            self.out.append(text)
            return
        head, blank, tail = _split_at_blank_line(text)
        closing, opening = self._marks()
        self.out.append(head.replace("\n", f"{closing}\n{opening}"))
        if blank:  # no tag for words reaches over a blank line
            self.out.append(closing + blank + tail)
            self._bold = self._italic = 0

    def _marks(self) -> tuple[str, str]:
        closing = BOLD_OFF * self._bold + ITALIC_OFF * self._italic
        return closing, BOLD_ON * self._bold + ITALIC_ON * self._italic

    def _cell_words(self, text: str) -> None:
        if self._in_cell:
            self._rows[-1][-1].out.append(text.replace("\n", " "))
        elif text.strip() and self._bare_rows:
            self._finish_table()
            self.words(text)
        elif text.strip():  # words within a table and outside its cells: kept, as a row of their own
            self._rows.append([_Span([text.replace("\n", " ")])])

    def _emit(self, text: str) -> None:
        if self._depth:
            if self._in_cell:
                self._rows[-1][-1].out.append(text)
        else:
            self.out.append(text)

    # tags

    def tag(self, name: str, closing: bool, attributes: str, in_row: bool) -> None:
        if name in _TABLE_TAGS:
            self._table_tag(name, closing, attributes)
        elif name in _BOLD or name in _ITALIC:
            self._emphasis(name in _BOLD, closing)
        elif in_row and not self._depth:
            self._emit(" ")
        elif name == "br":
            self._break(1)
        elif name in _BLOCKS or name == "hr":
            self._block(name, closing, attributes)

    def _emphasis(self, bold: bool, closing: bool) -> None:
        count = self._bold if bold else self._italic
        if closing and count == 0:
            return
        if bold:
            self._bold += -1 if closing else 1
            self._emit(BOLD_OFF if closing else BOLD_ON)
        else:
            self._italic += -1 if closing else 1
            self._emit(ITALIC_OFF if closing else ITALIC_ON)

    def _break(self, lines: int) -> None:
        closing, opening = self._marks()
        self._emit(closing + "\n" * lines + opening)

    def _leave_block(self) -> None:
        self._in_block = False
        if self._bold or self._italic:
            self._emit(self._marks()[0])
            self._bold = self._italic = 0

    def _block(self, name: str, closing: bool, attributes: str) -> None:
        self._leave_block()
        self._emit("\n" if self._depth or name in ("li", "ul", "ol") else "\n\n")
        if closing or self._depth:
            return
        self._in_block = name in _WORD_BLOCKS
        if name == "li":
            self._emit("- ")
        elif name in _HEADINGS:
            self._emit("#" * int(name[1]) + " ")
        elif name == "center" or _CENTRED.search(attributes):
            self._emit(CENTRE_MARK)

    def _table_tag(self, name: str, closing: bool, attributes: str) -> None:
        if name == "table":
            self._leave_block()
            if not closing:
                self._depth += 1
            elif self._depth:
                self._depth -= 1
                if not self._depth:
                    self._finish_table()
            return
        if name not in ("tr", "td", "th"):
            return
        if not self._depth:
            if closing:
                return
            self._leave_block()
            self._depth, self._bare_rows = 1, True  # rows pasted without their table
        if self._depth > 1:  # a table within a cell: its rows are lines of that cell
            self._emit("\n" if name == "tr" else " ")
            return
        self._bold = self._italic = 0
        self._in_cell = False
        if closing:
            return
        if name == "tr":
            self._rows.append([])
            return
        if not self._rows:
            self._rows.append([])
        span = _Span([], _span(attributes, "colspan"), _span(attributes, "rowspan"))
        self._rows[-1].append(span)
        self._in_cell = True

    # tables

    def end_tables(self) -> None:
        if self._depth:
            self._finish_table()

    def _finish_table(self) -> None:
        self._depth = self._bold = self._italic = 0
        self._in_cell = self._bare_rows = False
        rows = [row for row in self._rows if row]
        self._rows = []
        if not rows:
            return
        self.out.append(f"\n{TABLE_MARK}{len(self.tables)}\n")
        self.tables.append(_table(rows))


def _split_at_blank_line(text: str) -> tuple[str, str, str]:
    match = re.search(r"\n[ \t]*\n", text)
    return (text, "", "") if match is None else (text[: match.start()], match[0], text[match.end() :])


def _span(attributes: str, name: str) -> int:
    match = re.search(rf"{name}\s*=\s*[\"']?(\d{{1,4}})", attributes, re.I)
    return min(max(int(match[1]), 1), _MOST_SPAN) if match else 1


def _table(spans: list[list[_Span]]) -> Table:
    """The cells on their columns: a cell that spans rows pushes those of the next rows aside."""
    taken: dict[int, int] = {}  # column -> rows that are still covered from above
    rows = []
    for row in spans:
        cells, column = [], 0
        covered = dict(taken)
        taken = {c: left - 1 for c, left in taken.items() if left > 1}
        for span in row:
            while column in covered:
                column += 1
            lines = inline_lines("".join(span.out).split("\n"))
            paragraphs = tuple(p for line in lines if (p := paragraph([line])).text)
            cells.append(Cell(paragraphs, column, span.columns, span.rows))
            if span.rows > 1:
                taken |= dict.fromkeys(range(column, column + span.columns), span.rows - 1)
            column += span.columns
        rows.append(Row(tuple(cells)))
    return Table(tuple(rows))
