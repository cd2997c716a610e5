"""A page of a file as its reader sees it: a picture for the screen, and where each printed word stands."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from PIL import Image

from donghanh.reading.blocks import FileKind
from donghanh.reading.errors import DamagedFile, UnsupportedFile
from donghanh.reading.formats.pdf.opening import open_pdf
from donghanh.reading.formats.scan.pictures import PDFIUM, image_pages, pdf_pages
from donghanh.reading.formats.sniffing import sniff

_WIDEST = 1200
"""Points across: enough to read small type on a screen, at some 100 kB a page."""
_QUALITY = 55
_MOST_WORDS = 5000

Box = tuple[str, float, float, float, float]
"""A word with its edges: left, top, right, bottom, in points (1/72 inch) from the upper left corner."""


@dataclass(frozen=True, slots=True)
class ShownPage:
    """picture: WebP; width, height: in points, as those of the words; words: those that are printed as text."""

    picture: bytes
    width: float
    height: float
    words: tuple[Box, ...]


def show_page(data: bytes, number: int) -> ShownPage:
    """One page of a PDF or of a picture file; number: from 1.

    Raises: UnsupportedFile where the file is no such or has no such page; else as the readers of these do.
    """
    kind = sniff(data)
    if kind is FileKind.IMAGE:
        pages = image_pages(data)
        if not 1 <= number <= len(pages):
            raise UnsupportedFile
        page = pages[number - 1]
        return ShownPage(_packed(page.load()), page.width, page.height, ())
    if kind is not FileKind.PDF:
        raise UnsupportedFile
    with open_pdf(data) as document:
        if not 1 <= number <= len(document):
            raise UnsupportedFile
        page = pdf_pages(document, [number])[0]
        return ShownPage(
            _packed(page.load()), page.width, page.height, tuple(_words(document, number, page.height))
        )


def _packed(picture: Image.Image) -> bytes:
    if picture.width > _WIDEST:
        picture = picture.resize((_WIDEST, max(1, round(picture.height * _WIDEST / picture.width))))
    target = io.BytesIO()
    picture.save(target, "WEBP", quality=_QUALITY, method=4)
    return target.getvalue()


def _words(document: pdfium.PdfDocument, number: int, height: float) -> Iterator[Box]:
    """Runs of letters without a blank between them; none of a page that is turned, whose boxes lie elsewhere."""
    with PDFIUM:
        try:
            page = document[number - 1]
        except pdfium.PdfiumError as error:
            raise DamagedFile from error
        try:
            if page.get_rotation():
                return
            text = page.get_textpage()
            word, box, count = "", (0.0, 0.0, 0.0, 0.0), 0
            for at in range(text.count_chars()):
                letter = text.get_text_range(at, 1)
                if letter.isspace() or not letter:
                    if word:
                        yield _box(word, box, height)
                        count += 1
                    word = ""
                    if count >= _MOST_WORDS:
                        return
                    continue
                left, bottom, right, top = text.get_charbox(at)
                if word:
                    box = (min(box[0], left), min(box[1], bottom), max(box[2], right), max(box[3], top))
                else:
                    box = (left, bottom, right, top)
                word += letter
            if word:
                yield _box(word, box, height)
        finally:
            page.close()


def _box(word: str, box: tuple[float, float, float, float], height: float) -> Box:
    left, bottom, right, top = box
    return word, round(left, 1), round(height - top, 1), round(right, 1), round(height - bottom, 1)
