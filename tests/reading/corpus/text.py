"""Plain text and Markdown, in the manners in which plans reach us as text."""

import textwrap
import unicodedata
from collections.abc import Callable
from itertools import zip_longest

from . import legacy
from .flow import Block, Foot, Grid, Head, Line, spans

WIDTH = 75
PAGE = 38


def plain(blocks: list[Block]) -> str:
    """A line a paragraph, tables with tabs, letterhead and signature one below the other."""
    return "\n".join(text for block in blocks for text in _lines(block)) + "\n"


def wrapped(blocks: list[Block]) -> str:
    """Broken at about 75 characters, an empty line between paragraphs, letterhead side by side with tabs."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Head):
            lines += [f"{a}\t{b}" for a, b in zip_longest(block.left, block.right, fillvalue="")]
        elif isinstance(block, Grid):
            lines += _lines(block)
        else:
            lines += [
                part for text in _lines(block) for part in textwrap.wrap(text, WIDTH, break_on_hyphens=False)
            ]
        lines.append("")
    return "\n".join(lines) + "\n"


def spaced(blocks: list[Block]) -> str:
    """As copied out of a PDF: an empty line after every line, page numbers of their own between the lines."""
    lines: list[str] = []
    for block in blocks:
        for text in _lines(block):
            lines += [text] if isinstance(block, Grid) else textwrap.wrap(text, WIDTH, break_on_hyphens=False)
    pages = [lines[start : start + PAGE] for start in range(0, len(lines), PAGE)]
    numbered = [[str(number), *page] if number > 1 else page for number, page in enumerate(pages, 1)]
    return " \n\n".join(line for page in numbered for line in page) + "\n"


def decomposed(blocks: list[Block]) -> str:
    return unicodedata.normalize("NFD", plain(blocks))


def carriage(blocks: list[Block]) -> str:
    return "\ufeff" + wrapped(blocks).replace("\n", "\r\n")


def in_bytes(
    manner: Callable[[list[Block]], str], encode: Callable[[str], str]
) -> Callable[[list[Block]], bytes]:
    """A manner in a legacy encoding, as old editors saved it: with the line ends of Windows."""
    return lambda blocks: encode(manner(blocks)).replace("\n", "\r\n").encode("latin-1")


def for_capital_font(blocks: list[Block]) -> str:
    """As copied out of Word, where lines of capitals were typed small and set in .VnTimeH."""
    lines = wrapped(blocks).split("\n")
    return "\n".join(
        "\t".join(c.lower() if c.isupper() and " " in c else c for c in line.split("\t")) for line in lines
    )


def wide(blocks: list[Block]) -> bytes:
    """ "Unicode" as Windows calls it, without the mark at its head."""
    return plain(blocks).encode("utf-16-le")


def letterhead_only(blocks: list[Block]) -> bytes:
    """Unicode, but for the letterhead, which came from an older paper in VNI."""
    parts = [
        legacy.vni(plain([b])).encode("latin-1") if isinstance(b, Head) else plain([b]).encode()
        for b in blocks
    ]
    return b"".join(parts)


def markdown(blocks: list[Block]) -> str:
    """Markdown as converters leave it: headings and bold mixed, escaped marks, tables with pipes."""
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Line):
            parts.append(_marked(block))
        elif isinstance(block, Grid):
            rows = ["| " + " | ".join(text or " " for text in row) + " |" for row in _rows(block)]
            rule = "|" + " --- |" * len(block.rows[0])
            parts.append("\n".join([rows[0], rule, *rows[1:]]))
        elif isinstance(block, Head):
            parts += [f"**{text}**  " for text in (*block.left, *block.right)]
        else:
            parts += ["#### Nơi nhận:", "\n".join(block.recipients)]
            parts.append("  \n".join(f"**{text}**" for text in block.signature[:-1]))
            parts += ["\n", f"**{block.signature[-1]}**"]
    return "\n\n".join(parts) + "\n"


def _marked(line: Line) -> str:
    mark = "\\" + line.mark if line.mark in ("*", "+") else line.mark
    full = f"{mark}{line.gap}{line.text}" if mark else line.text
    bold = line.bold + len(mark) - len(line.mark)
    if line.bold >= len(line.full):
        return f"## **{full}**" if line.heading == 1 else f"**{full}**" + ("  " if line.centred else "")
    return f"**{full[:bold]}**{full[bold:]}" if line.bold else full


def remains(blocks: list[Block]) -> str:
    """Plain text with what a web page leaves behind: bold tags and entities in the cells of tables."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Grid):
            for index, row in enumerate(_rows(block)):
                cells = [text.replace("&", "&amp;") for text in row]
                strong = index in block.bold
                lines.append("\t".join(f"<b>{text}</b>" if strong and text else text for text in cells))
        else:
            lines += [_marked(block)] if isinstance(block, Line) else _lines(block)
        lines.append("")
    return "\n".join(lines)


def _lines(block: Block) -> list[str]:
    if isinstance(block, Line):
        return [block.full]
    if isinstance(block, Head):
        return [*block.left, *block.right]
    if isinstance(block, Grid):
        return ["\t".join(row) for row in _rows(block)]
    assert isinstance(block, Foot)
    return ["Nơi nhận:", *block.recipients, *block.signature]


def _rows(grid: Grid) -> list[tuple[str, ...]]:
    """Text knows no merged cells: what one covers is empty."""
    begin = spans(grid)
    heads = [
        tuple(text if (r, c) in begin else "" for c, text in enumerate(row))
        for r, row in enumerate(grid.rows[: grid.heads])
    ]
    return heads + list(grid.rows[grid.heads :])


MANNERS: dict[str, Callable[[list[Block]], str]] = {
    "txt": plain,
    "txt_wrapped": wrapped,
    "txt_spaced": spaced,
    "txt_nfd": decomposed,
    "txt_crlf": carriage,
    "txt_remains": remains,
    "md": markdown,
}
# Files from before Unicode.
LEGACY: dict[str, Callable[[list[Block]], bytes]] = {
    "txt_tcvn3": in_bytes(plain, legacy.tcvn3),
    "txt_tcvn3_wrapped": in_bytes(wrapped, legacy.tcvn3),
    "txt_tcvn3_small": in_bytes(for_capital_font, legacy.tcvn3),
    "txt_vni": in_bytes(wrapped, legacy.vni),
    "txt_viqr": in_bytes(plain, legacy.viqr),
    "txt_1258": in_bytes(wrapped, legacy.windows_1258),
    "txt_utf16": wide,
    "txt_head_vni": letterhead_only,
}
