"""Markup within a line: what is bold or italic, and the plain words without stars, escapes and entities."""

import html
import re
from collections.abc import Iterable, Sequence

from donghanh.reading.blocks import Paragraph
from donghanh.reading.formats.joining import glue
from donghanh.reading.formats.text.decoding import clean
from donghanh.vietnam.text import tidy

PLAIN, BOLD, ITALIC = 0, 1, 2
Runs = tuple[tuple[str, int], ...]
"""The words of a line with their emphasis: PLAIN, BOLD, ITALIC or BOLD | ITALIC."""

# Noncharacters, which no text holds (`clean` drops them): emphasis that came from HTML tags.
BOLD_ON, BOLD_OFF, ITALIC_ON, ITALIC_OFF = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"

_SWITCHES = {BOLD_ON: (BOLD, 1), BOLD_OFF: (BOLD, -1), ITALIC_ON: (ITALIC, 1), ITALIC_OFF: (ITALIC, -1)}
_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<image>!\[[^\[\]\n]*\]\([^()\s]*(?: \"[^\"\n]*\")?\))"
    r"|\[(?P<link>[^\[\]\n]*)\]\([^()\s]+(?: \"[^\"\n]*\")?\)"
    r"|<(?P<address>https?://[^<>\s]+)>"
    r"|(?P<stars>\*+|_+)"
    r"|(?P<ticks>`+)"
    f"|(?P<switch>[{BOLD_ON}{BOLD_OFF}{ITALIC_ON}{ITALIC_OFF}])"
)
_NEEDS_WORK = re.compile(rf"[\\*_`<&\[{BOLD_ON}{BOLD_OFF}{ITALIC_ON}{ITALIC_OFF}]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LIST_MARK = re.compile(r"(?:[-–—+*•·○●▪■□◦‣➢✓] ?)$")


def inline_lines(lines: Sequence[str]) -> list[Runs]:
    """The runs of each of `lines`; emphasis may begin in one line and end in another."""
    text = "\n".join(lines)
    if _NEEDS_WORK.search(text) is None:
        return [((line, PLAIN),) for line in lines]
    result: list[list[tuple[str, int]]] = [[]]
    for piece, emphasis in _with_emphasis(_pieces(text)):
        for i, part in enumerate(piece.split("\n")):
            if i:
                result.append([])
            if part:
                result[-1].append((_unescape(part), emphasis))
    return [tuple(runs) for runs in result]


def plain(runs: Runs) -> str:
    return tidy("".join(text for text, _ in runs))


def paragraph(
    lines: Iterable[Runs],
    *,
    indent: int = 0,
    centred: bool = False,
    heading: int | None = None,
    page: int | None = None,
) -> Paragraph:
    """One paragraph of the lines it was set in."""
    text = bold = ""
    all_bold = italic = True
    for runs in lines:
        line = plain(runs)
        if not line:
            continue
        if all_bold:
            line_bold, all_bold = _bold_prefix(runs, line)
            bold = (glue(text, line_bold) if text else line_bold) if line_bold else bold
        italic = italic and all(emphasis & ITALIC for part, emphasis in runs if part.strip())
        text = glue(text, line) if text else line
    count = len(bold) if text.startswith(bold) else 0
    return Paragraph(text, indent, count, italic and bool(text), centred, heading, page)


def _bold_prefix(runs: Runs, line: str) -> tuple[str, bool]:
    """The bold words at the start, with a list mark before them; and whether nothing else follows."""
    prefix = ""
    for i, (part, emphasis) in enumerate(runs):
        if not emphasis & BOLD and part.strip() and not (i == 0 and _LIST_MARK.match(part.lstrip())):
            bold = tidy(prefix)
            return ("" if _LIST_MARK.match(bold) else bold), False
        prefix += part
    return ("", False) if _LIST_MARK.match(line) else (line, True)


def _unescape(text: str) -> str:
    if "&" not in text:
        return text
    return clean(_ENTITY.sub(lambda m: html.unescape(m[0]), text)).replace("\n", " ").replace("\f", " ")


# --- delimiters --------------------------------------------------------------------------------------


def _pieces(text: str) -> list[tuple[str, str]]:
    """The text cut into ("text", words), ("switch", mark) and ("*1" / "*2" / "_1" / "_2", before + after)."""
    pieces: list[tuple[str, str]] = []
    at = 0
    for match in _TOKEN.finditer(text):
        pieces.append(("text", text[at : match.start()]))
        at = match.end()
        if (stars := match["stars"]) is not None:
            around = (text[match.start() - 1 : match.start()] or "\n") + (text[at : at + 1] or "\n")
            pieces += _delimiters(stars, around)
        elif match["switch"] is not None:
            pieces.append(("switch", match["switch"]))
        else:
            pieces.append(("text", match["escaped"] or match["link"] or match["address"] or ""))
    pieces.append(("text", text[at:]))
    return pieces


def _delimiters(stars: str, around: str) -> list[tuple[str, str]]:
    kind = stars[0]
    match len(stars):
        case 1 | 2:
            return [(f"{kind}{len(stars)}", around)]
        case 3:
            return [(f"{kind}3", around)]
        case 4:
            return [(f"{kind}2", around), (f"{kind}2", around)]
        case _:  # a drawn line or blanks to fill in
            return [("text", stars)]


def _with_emphasis(pieces: Sequence[tuple[str, str]]) -> Iterable[tuple[str, int]]:
    """Each piece of text with its emphasis; delimiters without a partner are text."""
    changes: dict[int, list[tuple[int, int]]] = {}
    open_at: dict[str, int | None] = {}
    for i, (kind, around) in enumerate(pieces):
        if kind in ("text", "switch"):
            continue
        before, after = around[0], around[1]
        began = open_at.get(kind)
        if began is not None and _can_close(kind, before, after):
            for bit in _bits(kind):
                changes.setdefault(began, []).append((bit, 1))
                changes.setdefault(i, []).append((bit, -1))
            open_at[kind] = None
        elif _can_open(kind, before, after):
            open_at[kind] = i
    depth = {BOLD: 0, ITALIC: 0}
    for i, (kind, content) in enumerate(pieces):
        if kind == "switch":
            bit, change = _SWITCHES[content]
            depth[bit] = max(0, depth[bit] + change)
            continue
        if i in changes:
            for bit, change in changes[i]:
                depth[bit] += change
            continue
        words = content if kind == "text" else kind[0] * int(kind[1])
        if words:
            yield words, (BOLD if depth[BOLD] else 0) | (ITALIC if depth[ITALIC] else 0)


def _bits(kind: str) -> tuple[int, ...]:
    return {"1": (ITALIC,), "2": (BOLD,), "3": (BOLD, ITALIC)}[kind[1]]


def _can_open(kind: str, before: str, after: str) -> bool:
    if after.isspace() or after in ")]”’.,;:!?/":
        return False
    return kind == "*2" or not before.isalnum()


def _can_close(kind: str, before: str, after: str) -> bool:
    if kind == "*2":  # "**Mục đích: **Nâng cao" is a slip of converters
        return before not in "(["
    return not (before.isspace() or before in "([“‘") and not after.isalnum()
