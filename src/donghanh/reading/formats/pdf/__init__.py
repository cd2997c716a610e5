"""PDF with text: pages to blocks.

From the ground up: `opening` (bytes to a document), `characters` and `glyphs` (what PDFium says of
letters), `spans` (letters to words), `legacy` (their encodings), `drawing` and `grids` (paths to ruled tables), `lines` and `pages`
(a page as found), `furniture` (page numbers, running heads, footnotes), `columns` (letterheads,
signatures, aligned tables), `layout` and `paragraphs` (lines to paragraphs), `tables` (cells to tables,
over page breaks), `assembly` (everything in order).
"""

from collections import Counter
from dataclasses import replace

from donghanh.reading.blocks import BlockDocument, Doubt, FileKind, OnPage, nobody
from donghanh.reading.errors import DamagedFile, NoText
from donghanh.reading.formats.legacy import doubts_about
from donghanh.reading.formats.pdf.assembly import assemble
from donghanh.reading.formats.pdf.opening import open_pdf
from donghanh.reading.formats.pdf.pages import Page, named, read_page
from donghanh.reading.formats.pdf.pictured import is_picture

__all__ = ["read"]

# Share of letters without a meaning above which the text of a page is doubtful.
_DOUBTFUL = 0.02


def read(data: bytes, on_page: OnPage = nobody) -> BlockDocument:
    """Read a PDF, page by page: its text, or what is recognised in it where the page is a picture.

    `on_page(done, total)` is called as pictures are recognised.
    Raises: UnreadableFile (EmptyFile, DamagedFile, EncryptedFile, FileTooLarge, MissingProgram, NoText).
    """
    document = open_pdf(data)
    try:
        found = [read_page(document, number) for number in range(1, len(document) + 1)]
        pages = [page for page in found if page is not None]
        if not pages:
            raise DamagedFile
        broken = [number for number, page in enumerate(found, start=1) if page is None]
        doubts = _doubts([page for page in pages if not is_picture(page)], broken)
        pictures = [page.number for page in pages if is_picture(page)]
        if pictures:
            from donghanh.reading.formats import scan  # noqa: PLC0415 (needs large libraries)

            shown = scan.pdf_pages(document, pictures)
            printed = [page for page in pages if not is_picture(page)]
            read = scan.read_pages(FileKind.PDF, data, shown, on_page, printed)
            return replace(read, pages=len(found), doubts=(*doubts, *read.doubts))
    finally:
        document.close()
    blocks = tuple(assemble(pages))
    if not blocks:
        raise NoText
    return BlockDocument(FileKind.PDF, blocks, len(found), tuple(doubts))


def _doubts(pages: list[Page], broken: list[int]) -> list[Doubt]:
    words = Counter(encoding for page in pages for encoding in page.encodings)
    encodings = [encoding for encoding, _ in words.most_common()]
    doubts = [*doubts_about(encodings, any(page.raised for page in pages))]
    blank = [page.number for page in pages if not page.letters]
    if broken:
        doubts.append(
            Doubt("page_unreadable", f"Không mở được {named(broken)}; nội dung ở đó chưa được đọc.")
        )
    if blank:
        doubts.append(Doubt("page_without_text", f"Không có chữ hay hình ở {named(blank)}: trang trống."))
    unknown = [page.number for page in pages if page.unknown > _DOUBTFUL * max(1, page.letters)]
    if unknown:
        doubts.append(
            Doubt("unknown_letters", f"Một số ký tự ở {named(unknown)} không có mã Unicode, có thể đọc sai.")
        )
    hidden = [page.number for page in pages if page.hidden]
    if hidden:
        doubts.append(
            Doubt(
                "hidden_text",
                f"Ở {named(hidden)} có chữ ẩn (chữ trắng, ngoài lề hoặc quá nhỏ) không được đọc.",
            )
        )
    slanted = [page.number for page in pages if page.slanted]
    if slanted:
        doubts.append(
            Doubt("slanted_text", f"Ở {named(slanted)} có chữ đặt nghiêng (dấu chìm) không được đọc.")
        )
    recognised = [page.number for page in pages if page.recognised]
    if recognised:
        doubts.append(
            Doubt(
                "recognised_text",
                f"Chữ ở {named(recognised)} do máy nhận dạng từ ảnh, cần đối chiếu bản gốc.",
            )
        )
    return doubts
