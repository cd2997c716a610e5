"""Files become blocks: one folder a format, each with `read(data) -> BlockDocument`.

A format is told from the content, never from the name.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from donghanh.reading.blocks import BlockDocument, Doubt, FileKind
from donghanh.reading.errors import UnsupportedFile
from donghanh.reading.formats.language import check_vietnamese
from donghanh.reading.formats.sniffing import sniff

__all__ = ["OnPage", "read_blocks", "sniff"]

# Told while pages of pictures are read: how many are done, of how many.
OnPage = Callable[[int, int], None]

_SUFFIXES = {
    FileKind.DOCX: ("docx", "docm", "dotx", "dotm"),
    FileKind.DOC: ("doc", "dot"),
    FileKind.ODT: ("odt", "ott"),
    FileKind.RTF: ("rtf",),
    FileKind.XLSX: ("xlsx", "xlsm", "xlsb", "xltx"),
    FileKind.XLS: ("xls", "xlt"),
    FileKind.ODS: ("ods", "ots"),
    FileKind.HTML: ("html", "htm"),
    FileKind.MHT: ("mht", "mhtml"),
    FileKind.PDF: ("pdf",),
    FileKind.IMAGE: ("jpg", "jpeg", "png", "tif", "tiff", "bmp", "webp"),
    FileKind.TEXT: ("txt", "md", "markdown", "text"),
    FileKind.ZIP: ("zip",),
}


def _nobody(done: int, total: int) -> None:
    """Nobody waits for the pages."""


def read_blocks(data: bytes, name: str | None = None, on_page: OnPage = _nobody) -> BlockDocument:
    """The blocks of a file, whatever its kind; a `name` that promises another kind is a doubt.

    Raises: UnreadableFile, in the subclass that says why.
    """
    kind = sniff(data)
    match kind:  # each reader is loaded when it is needed: most bring large libraries
        case FileKind.DOCX:
            from donghanh.reading.formats.docx import read  # noqa: PLC0415
        case FileKind.PDF:
            from donghanh.reading.formats.pdf import read  # noqa: PLC0415
        case FileKind.TEXT:
            from donghanh.reading.formats.text import read  # noqa: PLC0415
        case FileKind.DOC | FileKind.ODT | FileKind.RTF:
            from donghanh.reading.formats import office  # noqa: PLC0415

            read = partial(office.read, kind=kind)
        case _:
            raise UnsupportedFile
    document = read(data)
    check_vietnamese(document.blocks)
    if name is not None and _promises_another_kind(name, document.kind):
        message = f"Tên tệp là “{name}” nhưng nội dung là {document.kind.upper()}; đã đọc theo nội dung."
        return replace(document, doubts=(*document.doubts, Doubt("mislabelled", message)))
    return document


def _promises_another_kind(name: str, kind: FileKind) -> bool:
    suffix = name.rpartition(".")[2].lower()
    return any(suffix in known for other, known in _SUFFIXES.items() if other is not kind)
