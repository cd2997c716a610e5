"""What tests ask of a page that was read."""

from donghanh.reading.blocks import Paragraph, Table
from donghanh.reading.formats.html import read


def page(body: str, style: str = "", head: str = '<meta charset="utf-8">') -> bytes:
    return f"<html><head>{head}<style>{style}</style></head><body>{body}</body></html>".encode()


def paragraphs(body: str, style: str = "", head: str = "") -> list[Paragraph]:
    return [block for block in read(page(body, style, head)).blocks if isinstance(block, Paragraph)]


def texts(body: str, style: str = "", head: str = "") -> list[str]:
    return [paragraph.text for paragraph in paragraphs(body, style, head)]


def table(body: str, style: str = "") -> Table:
    (found,) = (block for block in read(page(body, style)).blocks if isinstance(block, Table))
    return found


def cells(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in found.rows]


def shapes(found: Table) -> list[list[tuple[int, int, int]]]:
    """Column, columns and rows of each cell."""
    return [[(cell.column, cell.columns, cell.rows) for cell in row.cells] for row in found.rows]


def doubts(body: str, style: str = "") -> list[str]:
    return [doubt.code for doubt in read(page(body, style)).doubts]
