"""Reads web pages kept in one file (.mht): from browsers, Word, Excel's "single file web page", saved mail.

Source: RFC 2557 (MHTML), RFC 2387 (multipart/related).
"""

from donghanh.reading.blocks import Block, BlockDocument, Doubt, FileKind
from donghanh.reading.errors import NoText
from donghanh.reading.formats.html import page_blocks
from donghanh.reading.formats.mht.mail import Part, parts_of
from donghanh.reading.formats.text import read_text
from donghanh.reading.formats.text.decoding import clean, decode

__all__ = ["read"]

_TORN = Doubt(
    "truncated", "Tệp .mht bị cắt cụt ở cuối; phần còn lại không đọc được. Hãy đối chiếu với bản gốc."
)


def read(data: bytes) -> BlockDocument:
    """The blocks of an .mht file, given as its bytes: those of its page, or of all sheets of a workbook.

    Raises: EmptyFile, NoText, DamagedFile, HostileFile, FileTooLarge, UnsupportedFile, NotVietnamese.
    """
    mail = parts_of(data)
    blocks: list[Block] = []
    doubts: dict[Doubt, None] = {}
    for part in mail.pages or mail.texts[:1]:
        found, told = _blocks(part)
        blocks.extend(found)
        doubts.update(dict.fromkeys(told))
    if not blocks:
        raise NoText
    if mail.attached:
        names = ", ".join(f"“{name}”" for name in mail.attached)
        message = f"Tệp còn đính kèm {names}; phần đính kèm không được đọc. Hãy gửi riêng nếu cần."
        doubts[Doubt("attachments", message)] = None
    if mail.torn:
        doubts[_TORN] = None
    return BlockDocument(FileKind.MHT, tuple(blocks), doubts=tuple(doubts))


def _blocks(part: Part) -> tuple[tuple[Block, ...], tuple[Doubt, ...]]:
    if part.is_page:
        return page_blocks(part.data, part.charset)
    text, doubts = decode(part.data)
    return tuple(read_text(clean(text))[0]), doubts
