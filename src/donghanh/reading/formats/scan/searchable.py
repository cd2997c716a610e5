"""The pages as they came, with their words lying unseen where they stand: found, marked and copied."""

import ctypes
import io
from collections.abc import Iterable, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image

from donghanh.reading.formats.scan import glyphless
from donghanh.reading.formats.scan.geometry import Projection
from donghanh.reading.formats.scan.pictures import PDFIUM, PagePicture, exif_turn, image_pages
from donghanh.reading.formats.scan.shapes import ScannedPage, ScannedWord


def searchable_pdf(original: bytes, pages: Sequence[ScannedPage]) -> bytes:
    """A PDF that shows the pages of `original`, a PDF or picture file, unchanged, with the words recognised on them.

    Pages of a PDF that are not among `pages` stay as they are. A JPEG is kept to the byte.
    Raises: EmptyFile, DamagedFile, FileTooLarge.
    """
    with PDFIUM:
        if original[:1024].find(b"%PDF-") >= 0:
            document = pdfium.PdfDocument(original)
        else:
            document = _of_pictures(original, image_pages(original))
        try:
            font = _font(document)
            for page in pages:
                _lay_words(document, font, page)
            pdfium_c.FPDFFont_Close(font)
            out = io.BytesIO()
            document.save(out)
            return out.getvalue()
        finally:
            document.close()


def _of_pictures(data: bytes, pictures: Iterable[PagePicture]) -> pdfium.PdfDocument:
    """Each picture as a page of its size."""
    document = pdfium.PdfDocument.new()
    for picture in pictures:
        page = document.new_page(picture.width, picture.height)
        shown = pdfium.PdfImage.new(document)
        turn = _kept_jpeg(data)
        if turn is None:
            shown.set_bitmap(pdfium.PdfBitmap.from_pil(picture.load()))
        else:
            shown.load_jpeg(io.BytesIO(data), inline=True)
        a, b, c, d, e, f = _TURNS[turn or 1]
        wide, high = picture.width, picture.height
        shown.set_matrix(pdfium.PdfMatrix(a * wide, b * high, c * wide, d * high, e * wide, f * high))
        page.insert_obj(shown)
        page.gen_content()
        page.close()
    return document


# Where the unit square of a picture goes on the unit square of its page, by the turn that EXIF tells.
_TURNS = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}


def _kept_jpeg(data: bytes) -> int | None:
    """The EXIF turn of a JPEG that every reader of PDF shows alike; None for any other picture."""
    with Image.open(io.BytesIO(data)) as image:
        if image.format != "JPEG" or image.mode not in ("L", "RGB"):
            return None
        return exif_turn(image)


def _font(document: pdfium.PdfDocument) -> pdfium_c.FPDF_FONT:
    program, glyphs = glyphless.font(), glyphless.glyph_map()
    return pdfium_c.FPDFText_LoadCidType2Font(
        document,
        (ctypes.c_ubyte * len(program)).from_buffer_copy(program),
        len(program),
        glyphless.unicode_map().encode("ascii"),
        (ctypes.c_ubyte * len(glyphs)).from_buffer_copy(glyphs),
        len(glyphs),
    )


def _lay_words(document: pdfium.PdfDocument, font: pdfium_c.FPDF_FONT, page: ScannedPage) -> None:
    sheet = document[page.number - 1]
    into = page.to_original.then(_from_shown(sheet))
    for word in page.words:
        text = pdfium_c.FPDFPageObj_CreateTextObj(document, font, 1.0)
        codes = [min(ord(letter), 0xFFFD) for letter in f"{word.text} "]
        pdfium_c.FPDFText_SetCharcodes(text, (ctypes.c_uint32 * len(codes))(*codes), len(codes))
        pdfium_c.FPDFTextObj_SetTextRenderMode(text, pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE)
        pdfium_c.FPDFPageObj_SetMatrix(text, pdfium_c.FS_MATRIX(*_placed(word, into)))
        pdfium_c.FPDFPage_InsertObject(sheet, text)
    sheet.gen_content()
    sheet.close()


def _placed(word: ScannedWord, into: Projection) -> tuple[float, ...]:
    """The matrix of a text that begins where the word does, ends where it ends, and is as high."""
    x, y = into.point(word.left, word.baseline)
    end_x, end_y = into.point(word.right, word.baseline)
    top_x, top_y = into.point(word.left, word.baseline - word.size)
    wide = len(word.text) * glyphless.ADVANCE
    return (end_x - x) / wide, (end_y - y) / wide, top_x - x, top_y - y, x, y


def _from_shown(sheet: pdfium.PdfPage) -> Projection:
    """Points of a page as it is shown, y downwards, to those of its own space, y upwards."""
    left, bottom, right, top = sheet.get_cropbox()
    match sheet.get_rotation():
        case 90:
            return Projection((0, 1, left, 1, 0, bottom, 0, 0, 1))
        case 180:
            return Projection((-1, 0, right, 0, 1, bottom, 0, 0, 1))
        case 270:
            return Projection((0, -1, right, -1, 0, top, 0, 0, 1))
        case _:
            return Projection((1, 0, left, 0, -1, top, 0, 0, 1))
