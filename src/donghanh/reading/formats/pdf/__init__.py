"""PDF with text: pages to blocks.

From the ground up: `opening` (bytes to a document), `characters` and `glyphs` (what PDFium says of
letters), `spans` (letters to words), `legacy` (their encodings), `drawing` and `grids` (paths to ruled tables), `lines` and `pages`
(a page as found), `furniture` (page numbers, running heads, footnotes), `columns` (letterheads,
signatures, aligned tables), `layout` and `paragraphs` (lines to paragraphs), `tables` (cells to tables,
over page breaks), `assembly` (everything in order).
"""

from collections import Counter

from donghanh.reading.blocks import BlockDocument, Doubt, FileKind
from donghanh.reading.errors import DamagedFile, NoText, NotVietnamese
from donghanh.reading.formats.legacy import doubts_about
from donghanh.reading.formats.pdf.assembly import assemble
from donghanh.reading.formats.pdf.opening import open_pdf
from donghanh.reading.formats.pdf.pages import Page, read_page

__all__ = ["read"]

# Shares of letters without a meaning: above the first the text is lost, above the second it is doubtful.
_LOST = 0.4
_DOUBTFUL = 0.02


def read(data: bytes) -> BlockDocument:
    """Read a PDF with text.

    Raises UnreadableFile (EmptyFile, DamagedFile, EncryptedFile, FileTooLarge, NoText, NotVietnamese).
    """
    document = open_pdf(data)
    try:
        count = len(document)
        found = [read_page(document, number) for number in range(1, count + 1)]
    finally:
        document.close()
    pages = [page for page in found if page is not None]
    if not pages:
        raise DamagedFile
    _require_words(pages)
    blocks = tuple(assemble(pages))
    if not blocks:
        raise NoText
    broken = [number for number, page in enumerate(found, start=1) if page is None]
    return BlockDocument(FileKind.PDF, blocks, count, tuple(_doubts(pages, broken)))


def _require_words(pages: list[Page]) -> None:
    letters = sum(page.letters for page in pages)
    if not any(page.lines or page.tables for page in pages):
        raise NoText
    if letters and sum(page.unknown for page in pages) > _LOST * letters:
        raise NotVietnamese(
            "Phông chữ trong tệp PDF không kèm bảng mã Unicode nên không biết được chữ nào là chữ nào. "
            "Hãy gửi bản Word, hoặc mở bằng Word và xuất lại PDF bằng phông Unicode (Times New Roman)."
        )


def _doubts(pages: list[Page], broken: list[int]) -> list[Doubt]:
    words = Counter(encoding for page in pages for encoding in page.encodings)
    encodings = [encoding for encoding, _ in words.most_common()]
    doubts = [*doubts_about(encodings, any(page.raised for page in pages))]
    blank = [page.number for page in pages if not page.letters]
    if broken:
        doubts.append(
            Doubt("page_unreadable", f"Không mở được {_named(broken)}; nội dung ở đó chưa được đọc.")
        )
    if blank:
        doubts.append(
            Doubt(
                "page_without_text",
                f"Không có chữ ở {_named(blank)}: trang trống hoặc ảnh chụp, chưa được đọc.",
            )
        )
    unknown = [page.number for page in pages if page.unknown > _DOUBTFUL * max(1, page.letters)]
    if unknown:
        doubts.append(
            Doubt("unknown_letters", f"Một số ký tự ở {_named(unknown)} không có mã Unicode, có thể đọc sai.")
        )
    hidden = [page.number for page in pages if page.hidden]
    if hidden:
        doubts.append(
            Doubt(
                "hidden_text",
                f"Ở {_named(hidden)} có chữ ẩn (chữ trắng, ngoài lề hoặc quá nhỏ) không được đọc.",
            )
        )
    slanted = [page.number for page in pages if page.slanted]
    if slanted:
        doubts.append(
            Doubt("slanted_text", f"Ở {_named(slanted)} có chữ đặt nghiêng (dấu chìm) không được đọc.")
        )
    recognised = [page.number for page in pages if page.recognised]
    if recognised:
        doubts.append(
            Doubt(
                "recognised_text",
                f"Chữ ở {_named(recognised)} do máy nhận dạng từ ảnh, cần đối chiếu bản gốc.",
            )
        )
    return doubts


def _named(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:20]))
    return f"trang {shown}" + (" và các trang khác" if len(numbers) > 20 else "")
