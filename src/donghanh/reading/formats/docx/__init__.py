"""Reads Word documents (.docx): what a person sees on the page, as blocks.

Text is taken as it stands with tracked changes accepted; automatic numbers are written out; notes
follow the body; page furniture is left out.

Source: ECMA-376 part 1 (WordprocessingML).
"""

from donghanh.reading.blocks import Block, BlockDocument, Doubt, FileKind
from donghanh.reading.errors import DamagedFile, EmptyFile, HostileFile, NoText
from donghanh.reading.formats.docx.body import Seen, StoryReader
from donghanh.reading.formats.docx.furniture import first_header, letterhead
from donghanh.reading.formats.docx.inline import InlineReader
from donghanh.reading.formats.docx.legacy import Modernizer
from donghanh.reading.formats.docx.names import Element, W
from donghanh.reading.formats.docx.notes import Notes
from donghanh.reading.formats.docx.numbering import Numbering
from donghanh.reading.formats.docx.package import Package
from donghanh.reading.formats.docx.styles import Styles

__all__ = ["read"]


def read(data: bytes, *, converted: bool = False) -> BlockDocument:
    """The blocks of a .docx file, given as its bytes; converted: LibreOffice made it here of another file.

    Pages are known only where Word left its marks of where they began.

    Raises: EmptyFile, UnsupportedFile, EncryptedFile, DamagedFile, HostileFile, FileTooLarge,
    NoText (pictures only).
    """
    try:
        return _read(Package(data, converted=converted))
    except RecursionError as error:
        raise HostileFile from error


def _read(package: Package) -> BlockDocument:
    relations = package.relations(package.main)
    parts = {relation.kind: relation.target for relation in relations}
    headers = {relation.id: relation.target for relation in relations if relation.kind == "header"}
    root = package.xml(package.main)
    body = None if root is None else root.find(W + "body")
    if body is None:
        raise DamagedFile
    styles = Styles(_part(package, parts, "styles"))
    modernizer = Modernizer(styles, _part(package, parts, "theme"))
    numbering = Numbering(modernizer.numbering(_part(package, parts, "numbering")), styles)
    notes = Notes(lambda kind: _story(package, parts.get(kind), modernizer))
    marks = sum(1 for _ in body.iter(W + "lastRenderedPageBreak"))
    reader = StoryReader(styles, numbering, InlineReader(styles, notes.used), paged=marks > 0)

    blocks = reader.blocks(modernizer.story(body))
    pages = reader.page
    header = headers.get(first_header(body))
    if header is not None:
        story = _story(package, header, modernizer)
        blocks[:0] = [] if story is None else letterhead(_unpaged(reader, story), blocks)
    blocks.extend(notes.blocks(lambda story: _unpaged(reader, story)))
    if not blocks:
        raise NoText if reader.seen.pictured else EmptyFile
    doubts = (*modernizer.doubts(), *_doubts(package, reader.seen))
    return BlockDocument(FileKind.DOCX, tuple(blocks), pages, doubts)


def _part(package: Package, parts: dict[str, str], kind: str) -> Element | None:
    return package.xml(parts[kind]) if kind in parts else None


def _story(package: Package, part: str | None, modernizer: Modernizer) -> Element | None:
    root = None if part is None else package.xml(part)
    return None if root is None else modernizer.story(root)


def _unpaged(reader: StoryReader, story: Element) -> list[Block]:
    """The blocks of a header or note, which stand on no page of the body's count."""
    reader.page = None
    return reader.blocks(story)


def _doubts(package: Package, seen: Seen) -> tuple[Doubt, ...]:
    doubts = []
    if seen.commented:
        doubts.append(Doubt("comments", "Văn bản còn ghi chú bên lề; các ghi chú đó không được đọc."))
    if seen.hidden:
        doubts.append(Doubt("hidden_text", "Văn bản có chữ ẩn; phần chữ ẩn không được đọc."))
    if seen.unfilled:
        doubts.append(Doubt("unfilled", "Văn bản còn chỗ chờ điền; các chỗ đó được coi là chưa có chữ."))
    if seen.embedded:
        doubts.append(
            Doubt(
                "embedded_document",
                "Văn bản nhúng một tài liệu khác bên trong; phần nhúng đó không được đọc.",
            )
        )
    if package.has_macros:
        doubts.append(Doubt("macros", "Tệp có macro; macro bị bỏ qua, chỉ phần chữ được đọc."))
    return tuple(doubts)
