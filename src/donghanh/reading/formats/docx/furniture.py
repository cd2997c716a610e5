"""Page headers: running heads and page numbers go, a letterhead set in one is kept."""

import re

from donghanh.reading.blocks import Block, Paragraph
from donghanh.reading.formats.docx.names import OFF, VAL, Element, R, W

_LETTERHEAD = re.compile(r"cộng h(?:òa|oà) xã hội|đảng cộng sản việt nam|(?<!\w)số ?:", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"[-–\s]*(?:trang\s*)?\d{0,4}(?:\s*/\s*\d{1,4})?[-–\s]*", re.IGNORECASE)
_LONGEST_PAGE_NUMBER = 20
_FIRST_BLOCKS = 40
"""A letterhead of the body stands before this many blocks."""


def first_header(body: Element) -> str:
    """The relationship id of the header on the first page; "" where there is none."""
    section = next(body.iter(W + "sectPr"), None)
    if section is None:
        return ""
    title_page = section.find(W + "titlePg")
    wanted = "default" if title_page is None or title_page.get(VAL, "1") in OFF else "first"
    for reference in section.findall(W + "headerReference"):
        if reference.get(W + "type", "default") == wanted:
            return str(reference.get(R + "id", ""))
    return ""


def letterhead(header: list[Block], body: list[Block]) -> list[Block]:
    """The blocks of a first-page header that stand in for the letterhead which the body lacks."""
    if not any(_LETTERHEAD.search(_words(block)) for block in header):
        return []
    if any(_LETTERHEAD.search(_words(block)) for block in body[:_FIRST_BLOCKS]):
        return []
    return [block for block in header if not _is_page_number(block)]


def _is_page_number(block: Block) -> bool:
    if not isinstance(block, Paragraph) or len(block.text) > _LONGEST_PAGE_NUMBER:
        return False
    return _PAGE_NUMBER.fullmatch(block.text) is not None


def _words(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.text
    return " ".join(cell.text for row in block.rows for cell in row.cells)
