"""Files become pictures of pages, one at a time and only when asked for.

A picture is greyscale or colour, upright by what its file says, on white; what is printed on it may
still stand askew. Nothing larger than MAX_PIXELS is ever decoded.
"""

import io
import itertools
import struct
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from numbers import Real

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image, UnidentifiedImageError

from donghanh.reading.errors import DamagedFile, EmptyFile, FileTooLarge

MAX_PAGES = 200
# What Pillow says of pictures that are no good; some of its readers trip over types and lacking entries.
_FAULTS = (
    UnidentifiedImageError,
    OSError,
    EOFError,
    ValueError,
    TypeError,
    SyntaxError,
    LookupError,
    ArithmeticError,
    struct.error,
)
_FINE_PIXELS = 20_000_000  # A4 at 450 dpi, A3 at 300
MAX_PIXELS = 64_000_000  # A3 at 400 dpi has 31 million
KINDS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP")

_DAMAGED = "Tệp ảnh bị hỏng hoặc bị cắt cụt. Hãy chụp hoặc quét lại rồi gửi."

INCH = 72.0
_A4_LONG = 11.69
# What a file says of its resolution is believed where its page is then of a size (inches) that pages have.
_PAGE_SIDES = (5.0, 24.0)
_RENDER_DPI = 300.0
_SCANNED_DPI = (100.0, 400.0)
# A row of points more than the scan has would smear all of them.
_A_LITTLE_LESS = 1 - 1e-5
_SCAN_SHARE = 0.5  # of a page of a PDF that its scan covers at least
_ENOUGH_PIXELS = 16_000_000  # a JPEG of more is decoded at half its size or less, which costs little

_EXIF_TURN = 0x0112
_UNTURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

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
        pages: list[PagePicture] = []
        for frame in _frames(image):
            if image.width * image.height > MAX_PIXELS:
                raise _too_large(*image.size)
            width, height = _turned(image, image.size)
            across, down = _dpi(image, width, height)
            load = partial(load_frame, data, frame)
            pages.append(PagePicture(frame + 1, width / across * INCH, height / down * INCH, load))
    return pages


def pdf_pages(document: pdfium.PdfDocument, numbers: Iterable[int]) -> list[PagePicture]:
    """The pages of an open PDF with the given numbers, from 1; the document must stay open."""
    numbers = list(numbers)
    if len(numbers) > MAX_PAGES:
        raise _too_many()
    pages = []
    for number in numbers:
        with PDFIUM:
            width, height = document.get_page_size(number - 1)
        pages.append(PagePicture(number, width, height, partial(_render, document, number)))
    return pages


def _opened(data: bytes) -> Image.Image:
    try:
        return Image.open(io.BytesIO(data), formats=KINDS)
    except Image.DecompressionBombError as bomb:
        raise FileTooLarge from bomb
    except _FAULTS as error:
        raise DamagedFile(_DAMAGED) from error


def _frames(image: Image.Image) -> Iterator[int]:
    """Turn to each page of a picture file, and tell its number from 0.

    Pillow's own count of a TIFF walks the whole chain first, which may have hundreds of thousands of links.
    """
    for frame in itertools.count():
        if frame and (image.format != "TIFF" or not _go_to(image, frame)):
            return
        if frame >= MAX_PAGES:
            raise _too_many()
        yield frame


def _go_to(image: Image.Image, frame: int) -> bool:
    """Turn to a page by its number from 0; whether there is one."""
    try:
        image.seek(frame)
    except EOFError:
        return False
    except Image.DecompressionBombError as bomb:
        raise FileTooLarge from bomb
    except _FAULTS as error:
        raise DamagedFile(_DAMAGED) from error
    return True


def load_frame(data: bytes, frame: int) -> Image.Image:
    """Decode one picture: upright as its file says, RGB or grey, on white, its points square.

    Raises: DamagedFile, FileTooLarge.
    """
    with _opened(data) as image:
        if not _go_to(image, frame):
            raise DamagedFile(_DAMAGED)
        across, down = _dpi(image, *_turned(image, image.size))
        turn = exif_turn(image)
        if image.width * image.height > _ENOUGH_PIXELS:
            image.draft(None, (image.width // 2, image.height // 2))
        try:
            image.load()
            picture = _coarser(image)
        except _FAULTS as error:
            raise DamagedFile(_DAMAGED) from error
    if turn != 1:
        picture = picture.transpose(_UNTURNED[turn])
    if 0.95 < across / down < 1.05:
        return picture
    finest = max(across, down)  # a fax has half as many lines as points
    size = round(picture.width * finest / across), round(picture.height * finest / down)
    return picture.resize(size, Image.Resampling.NEAREST)


def _coarser(image: Image.Image) -> Image.Image:
    """As `_plain`, and no finer than recognition needs: A4 at 600 dpi is read at 300, for the memory's sake."""
    if image.width * image.height <= _FINE_PIXELS:
        return _plain(image)
    if image.mode not in ("L", "RGB"):
        image = _plain(image)
    return image.reduce(2)


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


def exif_turn(image: Image.Image) -> int:
    """How the camera was held, from 1 (upright) to 8, as EXIF counts it."""
    if image.format not in ("JPEG", "MPO", "TIFF", "WEBP"):  # Pillow would decode a whole PNG to look
        return 1
    turn = image.getexif().get(_EXIF_TURN, 1)
    return int(turn) if turn in _UNTURNED else 1


def _turned(image: Image.Image, pair: tuple[float, float]) -> tuple[int, int]:
    """Width and height, or what else goes with them, once the picture stands as its camera says."""
    first, second = round(pair[0]), round(pair[1])
    return (second, first) if exif_turn(image) >= 5 else (first, second)


def _dpi(image: Image.Image, width: int, height: int) -> tuple[float, float]:
    """Points an inch across and down: what the file says where that can be; otherwise the page is taken for A4.

    72 and 96, which programs write that know nothing, make pages that are too large.
    """
    told = image.info.get("dpi")
    if isinstance(told, tuple) and len(told) == 2 and all(_is_density(side) for side in told):
        across, down = _turned(image, told)
        if _is_paper(max(width / across, height / down)) and 0.4 < across / down < 2.5:
            return float(across), float(down)
    guessed = max(width, height) / _A4_LONG
    return guessed, guessed


def _is_density(side: object) -> bool:
    return isinstance(side, Real) and 1 <= float(side) <= 10_000


def _render(document: pdfium.PdfDocument, number: int) -> Image.Image:
    """Draw one page of a PDF, as finely as its scan is or at 300 dpi, less where that would be too large.

    Raises: DamagedFile.
    """
    with PDFIUM:
        try:
            page = document[number - 1]
        except pdfium.PdfiumError as error:
            raise DamagedFile from error
        try:
            scan = _whole_scan(page)
            if scan is not None:
                return _coarser(scan)
            wide, high = page.get_size()
            inches = paper_inches(wide, high)
            points = min(
                _finest(page) or _RENDER_DPI * inches, (MAX_PIXELS * max(wide, high) / min(wide, high)) ** 0.5
            )
            scale = points / max(wide, high) * _A_LITTLE_LESS
            picture: Image.Image = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
            return picture
        finally:
            page.close()


def _whole_scan(page: pdfium.PdfPage) -> Image.Image | None:
    """The picture that is all there is on a page, point for point; None where there is more, or it is turned."""
    seen = list(itertools.islice(page.get_objects(max_depth=1), 2))
    if len(seen) != 1 or not isinstance(seen[0], pdfium.PdfImage) or page.get_rotation():
        return None
    a, b, c, d, _, _ = seen[0].get_matrix().get()
    wide, high = page.get_size()
    across, down = seen[0].get_px_size()
    fills = 0.97 * wide < a < 1.03 * wide and 0.97 * high < d < 1.03 * high
    if b or c or not fills or across * down > MAX_PIXELS:
        return None
    shown: Image.Image = seen[0].get_bitmap().to_pil()
    return shown


def paper_inches(width: float, height: float) -> float:
    """The longer side of a page of so many points; of A4 where no paper is so large or so small."""
    inches = max(width, height) / INCH
    return inches if _is_paper(inches) else _A4_LONG


def _is_paper(inches: float) -> bool:
    least, most = _PAGE_SIDES
    return least <= inches <= most


def _finest(page: pdfium.PdfPage) -> float | None:
    """Points along the longer side of a page that show the picture covering it point for point.

    None where no picture covers it; fewer where the picture is finer than any scan need be.
    """
    wide, high = page.get_size()
    inches = paper_inches(wide, high)
    for shown in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = shown.get_bounds()
        share = (right - left) * (top - bottom) / (wide * high)
        if share >= _SCAN_SHARE:
            across, down = shown.get_px_size()
            least, most = _SCANNED_DPI
            points = (across * down / share * max(wide, high) / min(wide, high)) ** 0.5
            return float(min(max(points, least * inches), most * inches))
    return None


def _too_many() -> FileTooLarge:
    return FileTooLarge(
        f"Tệp có nhiều hơn {MAX_PAGES} trang ảnh, là mức đọc được một lần. "
        "Hãy tách kế hoạch và phụ lục thành từng tệp rồi gửi."
    )


def _too_large(width: int, height: int) -> FileTooLarge:
    return FileTooLarge(
        f"Ảnh có {width} × {height} điểm ảnh, lớn hơn mức đọc được. Hãy quét lại ở 300 dpi rồi gửi."
    )
