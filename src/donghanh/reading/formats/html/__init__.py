"""Reads web pages: plans saved from the portals of offices, from Word, LibreOffice, Google Docs or mail.

Only what a person sees in a browser is read; nothing is fetched and nothing runs. Of a portal's page the
document is kept, what surrounds it is left out.
"""

from donghanh.reading.blocks import Block, BlockDocument, Doubt, FileKind
from donghanh.reading.errors import EmptyFile, NoText, UnreadableFile
from donghanh.reading.formats.docx.layouts import arrange
from donghanh.reading.formats.docx.tables import mended
from donghanh.reading.formats.html.css import StyleSheet
from donghanh.reading.formats.html.document import document_items
from donghanh.reading.formats.html.legacy import modernize
from donghanh.reading.formats.html.parsing import Element, parse
from donghanh.reading.formats.html.walk import walk

__all__ = ["page_blocks", "read"]

_HIDDEN = Doubt("hidden_text", "Trang web có chữ ẩn; phần chữ ẩn không được đọc.")
_COMMENTS = Doubt("comments", "Văn bản còn ghi chú bên lề; các ghi chú đó không được đọc.")
_FRAMES = (
    "Trang web này chỉ là khung, nội dung nằm ở các tệp đi kèm. "
    "Hãy mở bằng Word hoặc Excel, lưu thành .docx hoặc .xlsx rồi gửi."
)


def read(data: bytes) -> BlockDocument:
    """The blocks of a web page, given as its bytes.

    Raises: EmptyFile, NoText, FileTooLarge, HostileFile, DamagedFile, UnsupportedFile, NotVietnamese.
    """
    blocks, doubts = page_blocks(data)
    return BlockDocument(FileKind.HTML, blocks, doubts=doubts)


def page_blocks(data: bytes, charset: str | None = None) -> tuple[tuple[Block, ...], tuple[Doubt, ...]]:
    """The blocks of one page and what could not be settled; `charset` as a mail's header tells it.

    Raises: as `read` does.
    """
    root, doubts = parse(data, charset)
    sheet = StyleSheet.of_page(root)
    decoded = modernize(root, sheet)
    page = walk(root, sheet)
    chosen, unsure = document_items(page.items)
    blocks = mended(arrange([page.items[i].body for i in chosen]))
    if not blocks:
        raise _nothing(root, page.pictured)
    found = [*doubts, *(doubt for doubt in decoded if doubt not in doubts), *unsure]
    is_whole = len(chosen) == len(page.items)
    if any(is_whole or chosen[0] < at <= chosen[-1] for at in page.hidden):
        found.append(_HIDDEN)
    if page.commented:
        found.append(_COMMENTS)
    return tuple(blocks), tuple(found)


def _nothing(root: Element, pictured: bool) -> UnreadableFile:
    if next(root.iter("frameset", "iframe"), None) is not None:
        return NoText(_FRAMES)
    return NoText() if pictured else EmptyFile()
