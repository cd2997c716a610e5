"""Files become blocks: one folder a format, each with `read(data) -> BlockDocument`.

A format is told from the content, never from the name.
"""

from dataclasses import dataclass, replace

from donghanh.reading.blocks import BlockDocument, Doubt, FileKind, OnPage, nobody
from donghanh.reading.errors import MissingProgram, UnreadableFile, UnsupportedFile
from donghanh.reading.formats.bundle import unpack
from donghanh.reading.formats.language import check_vietnamese
from donghanh.reading.formats.sniffing import sniff

__all__ = ["Unpacked", "read_blocks", "read_unpacked", "sniff"]

_NOTHING_PACKED = "Tệp nén không có tệp nào đọc được. Hãy kiểm tra xem đã chọn đúng tệp chưa. "
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


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A file as the documents in it: itself, or the files that an archive packs, with their names then.

    kind: of the file as it came. doubts: what was packed and not read, and why.
    """

    kind: FileKind
    documents: tuple[BlockDocument, ...]
    names: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def read_unpacked(data: bytes, name: str | None = None, on_page: OnPage = nobody) -> Unpacked:
    """The documents of a file: one, or those that a .zip packs, in the order of their names.

    One packed file that cannot be read is a doubt and does not stop the others, unless the program that
    reads it is only missing here: then the whole waits for it.

    Raises: UnreadableFile, in the subclass that says why; for a .zip where none of its files is read.
    """
    if sniff(data) is not FileKind.ZIP:
        document = read_blocks(data, name, on_page)
        return Unpacked(document.kind, (document,))
    members, doubts = unpack(data)
    read: list[tuple[str, BlockDocument]] = []
    for member in members:
        try:
            read.append((member.name, read_blocks(member.content(), member.name, on_page)))
        except MissingProgram:
            raise
        except UnreadableFile as unreadable:
            doubts.append(
                Doubt("not_read", f"Trong tệp nén, “{member.name}” không đọc được: {unreadable.message}")
            )
    if not read:
        raise UnsupportedFile(_NOTHING_PACKED + " ".join(doubt.message for doubt in doubts[:3]))
    return Unpacked(
        FileKind.ZIP, tuple(document for _, document in read), tuple(name for name, _ in read), tuple(doubts)
    )


def read_blocks(data: bytes, name: str | None = None, on_page: OnPage = nobody) -> BlockDocument:
    """The blocks of a file, whatever its kind; a `name` that promises another kind is a doubt.

    Raises: UnreadableFile, in the subclass that says why.
    """
    document = _read(data, sniff(data), on_page)
    check_vietnamese(document.blocks)
    if name is not None and _promises_another_kind(name, document.kind):
        message = f"Tên tệp là “{name}” nhưng nội dung là {document.kind.upper()}; đã đọc theo nội dung."
        return replace(document, doubts=(*document.doubts, Doubt("mislabelled", message)))
    return document


def _read(data: bytes, kind: FileKind, on_page: OnPage) -> BlockDocument:
    """By the reader of its kind, loaded when it is needed: most bring large libraries."""
    # ruff: noqa: PLC0415
    match kind:
        case FileKind.DOCX:
            from donghanh.reading.formats import docx

            return docx.read(data)
        case FileKind.DOC | FileKind.ODT | FileKind.RTF:
            from donghanh.reading.formats import office

            return office.read(data, kind)
        case FileKind.XLSX | FileKind.XLS | FileKind.ODS:
            from donghanh.reading.formats import sheets

            return sheets.read(data, kind)
        case FileKind.HTML:
            from donghanh.reading.formats import html

            return html.read(data)
        case FileKind.MHT:
            from donghanh.reading.formats import mht

            return mht.read(data)
        case FileKind.PDF:
            from donghanh.reading.formats import pdf

            return pdf.read(data, on_page)
        case FileKind.IMAGE:
            from donghanh.reading.formats import scan

            return scan.read(data, on_page)
        case FileKind.TEXT:
            from donghanh.reading.formats import text

            return text.read(data)
        case FileKind.ZIP:
            raise UnsupportedFile("Đây là tệp nén nằm trong tệp nén. Hãy giải nén rồi gửi riêng.")


def _promises_another_kind(name: str, kind: FileKind) -> bool:
    suffix = name.rpartition(".")[2].lower()
    return any(suffix in known for other, known in _SUFFIXES.items() if other is not kind)
