"""Pictures of pages to blocks: photographs, scans, faxes, and the pages of a PDF that are pictures.

From the ground up: `pictures` (files to pictures of pages), `preparing` (upright, straight, clean), `engine`
and `recognising` (words), `cells` (those that were passed over), `shapes` (what that yields), `stature` and
`settling` (words to print that stands still), `pages` (to the pages that the PDF reader makes, whose later stages
go on with them), `mending` (slips of recognition that are certain). Beside these, `searchable` lays the words
unseen over their pages, as PDF.
"""

from collections.abc import Sequence
from functools import partial

from donghanh.reading.blocks import BlockDocument, Doubt, FileKind, OnPage
from donghanh.reading.errors import NoText
from donghanh.reading.formats.pdf.assembly import assemble
from donghanh.reading.formats.pdf.pages import Page, named
from donghanh.reading.formats.scan.mending import mend
from donghanh.reading.formats.scan.pages import as_shown, laid_out
from donghanh.reading.formats.scan.pictures import PagePicture, image_pages, pdf_pages
from donghanh.reading.formats.scan.recognising import recognise_pages
from donghanh.reading.formats.scan.searchable import searchable_pdf

__all__ = ["pdf_pages", "read", "read_pages"]


def read(data: bytes, on_page: OnPage) -> BlockDocument:
    """Read a picture file; `on_page(done, total)` is called as its pages are recognised.

    Raises: UnreadableFile (EmptyFile, DamagedFile, FileTooLarge, MissingProgram, NoText).
    """
    return read_pages(FileKind.IMAGE, data, image_pages(data), on_page)


def read_pages(
    kind: FileKind,
    data: bytes,
    pictures: Sequence[PagePicture],
    on_page: OnPage,
    printed: Sequence[Page] = (),
) -> BlockDocument:
    """Read a document of whose pages some or all are pictures; `data` is its file, `printed` are the others.

    Raises: UnreadableFile (MissingProgram, NoText).
    """
    recognition = recognise_pages(pictures, on_page)
    shown = {picture.number: picture for picture in pictures}
    pages = sorted([*printed, *laid_out(recognition.pages)], key=lambda page: page.number)
    mended = mend(assemble(pages) if pages else [], {page.number for page in recognition.pages})
    if not mended.blocks:
        raise NoText(recognition.doubts[0].message if recognition.doubts else None)
    return BlockDocument(
        kind,
        mended.blocks,
        len(pages),
        doubts=(*_told([p.number for p in recognition.pages]), *recognition.doubts, *mended.doubts),
        recognised=tuple(as_shown(page, shown[page.number]) for page in recognition.pages),
        searchable=partial(searchable_pdf, data, recognition.pages) if recognition.pages else None,
    )


def _told(numbers: Sequence[int]) -> tuple[Doubt, ...]:
    if not numbers:
        return ()
    message = f"Chữ ở {named(numbers)} do máy nhận dạng từ ảnh, cần đối chiếu bản gốc."
    return (Doubt("recognised_text", message),)
