"""What tests ask of a document that was read."""

from donghanh.reading.blocks import Paragraph, Table
from donghanh.reading.formats.docx import read


def paragraphs(data: bytes) -> list[Paragraph]:
    return [block for block in read(data).blocks if isinstance(block, Paragraph)]


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(data)]


def tables(data: bytes) -> list[Table]:
    return [block for block in read(data).blocks if isinstance(block, Table)]


def table(data: bytes) -> Table:
    (found,) = tables(data)
    return found


def cells(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in found.rows]


def doubts(data: bytes) -> list[str]:
    return [doubt.code for doubt in read(data).doubts]
