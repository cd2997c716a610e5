"""Files become pictures of pages, one at a time and only when asked for.

A picture is greyscale or colour, upright by what its file says, on white; what is printed on it may
still stand askew. Nothing larger than MAX_PIXELS is ever decoded.
"""

import io
import threading
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageOps, UnidentifiedImageError

from donghanh.reading.errors import DamagedFile, EmptyFile, FileTooLarge

MAX_PAGES = 200
MAX_PIXELS = 64_000_000  # A3 at 400 dpi has 31 million
KINDS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP")

INCH = 72.0
_A4_LONG = 11.69
_PLAUSIBLE_DPI = (72.0, 1300.0)
_RENDER_DPI = 300.0
_LEAST_SIDE = 16

PDFIUM = threading.Lock()  # PDFium keeps global state: one call at a time


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page of a file: number from 1, width and height in points, and how to get its picture."""

    number: int
    width: float
    height: float
    load: Callable[[], Image.Image]


def image_pages(data: bytes) -> list[PagePicture]:
    """The pages of a JPEG, PNG, TIFF, BMP or WebP file.

    Raises: EmptyFile, DamagedFile, FileTooLarge.
    """
    if not data:
        raise EmptyFile
    with _opened(data) as image:
        count = int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
        if count > MAX_PAGES:
            raise _too_many(count)
        pages = []
        for frame in range(count):
            _go_to(image, frame)
            width, height = _turned_size(image)
            if width * height > MAX_PIXELS:
                raise _too_large(width, height)
            dpi = _dpi(image, max(width, height))
            load = partial(load_frame, data, frame)
            pages.append(PagePicture(frame + 1, width / dpi * INCH, height / dpi * INCH, load))
    return pages


def pdf_pages(document: pdfium.PdfDocument, numbers: Iterable[int]) -> list[PagePicture]:
    """The pages of an open PDF with the given numbers, from 1; the document must stay open."""
    numbers = list(numbers)
    if len(numbers) > MAX_PAGES:
        raise _too_many(len(numbers))
    pages = []
    for number in numbers:
        with PDFIUM:
            width, height = document.get_page_size(number - 1)
        pages.append(PagePicture(number, width, height, partial(_render, document, number)))
    return pages


def _opened(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of large pictures; they are measured below
            return Image.open(io.BytesIO(data), formats=KINDS)
    except Image.DecompressionBombError as bomb:
        raise FileTooLarge from bomb
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise DamagedFile("Tệp ảnh bị hỏng hoặc bị cắt cụt. Hãy chụp hoặc quét lại rồi gửi.") from error


def _go_to(image: Image.Image, frame: int) -> None:
    try:
        image.seek(frame)
    except (EOFError, OSError, ValueError, SyntaxError) as error:
        raise DamagedFile("Tệp ảnh bị hỏng hoặc bị cắt cụt. Hãy chụp hoặc quét lại rồi gửi.") from error


def load_frame(data: bytes, frame: int) -> Image.Image:
    """Decode one picture: upright, RGB or grey, on white.

    Raises: DamagedFile.
    """
    with _opened(data) as image:
        _go_to(image, frame)
        try:
            image.draft("RGB", None)
            image.load()
        except (OSError, ValueError, SyntaxError, MemoryError) as error:
            raise DamagedFile("Tệp ảnh bị hỏng hoặc bị cắt cụt. Hãy chụp hoặc quét lại rồi gửi.") from error
        return ImageOps.exif_transpose(_plain(image))


def _plain(image: Image.Image) -> Image.Image:
    """As grey or RGB of 8 bits; what is transparent shows white paper."""
    if image.mode.startswith("I") or image.mode == "F":
        return _stretched(image.convert("F"))
    if image.mode in ("1", "L", "RGB"):
        return image.convert("L") if image.mode == "1" else image.copy()
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        paper = Image.new("RGB", seen.size, "white")
        paper.paste(seen, mask=seen.getchannel("A"))
        return paper
    return image.convert("RGB")


def _stretched(image: Image.Image) -> Image.Image:
    """Grey of 8 bits from more: the darkest point becomes black, the lightest white."""
    values = np.asarray(image)
    low, high = float(values.min()), float(values.max())
    return Image.fromarray(((values - low) * (255 / max(1.0, high - low))).astype(np.uint8))


def _turned_size(image: Image.Image) -> tuple[int, int]:
    """Width and height once the picture stands as its camera says."""
    width, height = image.size
    sideways = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    return (height, width) if sideways else (width, height)


def _dpi(image: Image.Image, longest: int) -> float:
    """What the file says where that can be; otherwise the page is taken for A4."""
    said = image.info.get("dpi")
    told = float(said[0]) if isinstance(said, tuple) and said and said[0] else 0.0
    least, most = _PLAUSIBLE_DPI
    # 72 and 96 are what cameras and editors write when they know nothing.
    if least < told < most and 5 <= longest / told <= 24:
        return told
    return longest / _A4_LONG


def _render(document: pdfium.PdfDocument, number: int) -> Image.Image:
    """Draw one page of a PDF, at 300 dpi or less where that would be too large.

    Raises: DamagedFile.
    """
    with PDFIUM:
        try:
            page = document[number - 1]
        except pdfium.PdfiumError as error:
            raise DamagedFile from error
        try:
            width, height = page.get_size()
            scale = min(_RENDER_DPI / INCH, (MAX_PIXELS / max(1.0, width * height)) ** 0.5)
            bitmap = page.render(scale=scale)
            picture: Image.Image = bitmap.to_pil().convert("RGB")
            return picture
        finally:
            page.close()


def _too_many(count: int) -> FileTooLarge:
    return FileTooLarge(
        f"Tệp có {count} trang ảnh, nhiều hơn mức {MAX_PAGES} trang đọc được một lần. "
        "Hãy tách kế hoạch và phụ lục thành từng tệp rồi gửi."
    )


def _too_large(width: int, height: int) -> FileTooLarge:
    return FileTooLarge(
        f"Ảnh có {width} × {height} điểm ảnh, lớn hơn mức đọc được. Hãy quét lại ở 300 dpi rồi gửi."
    )
