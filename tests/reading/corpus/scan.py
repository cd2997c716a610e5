"""Scans of plans: the pages of a PDF as the machines and phones of offices make pictures of them.

`scan(pdf, manner)` gives the file; the same plan and manner give the same bytes. `truth(pdf)` gives the
words that stand on its pages, and `character_errors` holds what was recognised against them.

    grey     300 dpi, grey, a clean scanner
    stamped  200 dpi, 1.5° askew, noisy, a red stamp and a blue signature at the signer's name
    fax      150 dpi, black and white, specks
    photo    taken with a phone: perspective, uneven light, slightly out of focus, JPEG
    sideways, upside_down    the clean scan, turned
    pdf_scan, tif            its pages in one file
    mixed    a PDF whose first pages carry text and whose last one is a picture
"""

import io
import math
import unicodedata
import zlib
from collections import Counter
from collections.abc import Callable, Iterable

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from rapidfuzz.distance import Levenshtein

from donghanh.reading.formats.scan.geometry import Point, through


def scan(pdf: bytes, manner: str) -> bytes:
    """The whole document as a file: PDF for several pages, but for the manner `tif`; JPEG, PNG or PDF."""
    if manner == "mixed":
        return _mixed(pdf)
    if manner == "tif":
        return _tiff([_clean(page) for page in pages(pdf, 300)])
    return picture_pdf([picture(pdf, number, manner) for number in range(1, page_count(pdf) + 1)])


def picture(pdf: bytes, number: int, manner: str) -> bytes:
    """One page as a picture file: JPEG, or TIFF for `fax`."""
    return MANNERS[manner](pdf, number)


def page_count(pdf: bytes) -> int:
    document = pdfium.PdfDocument(pdf)
    count = len(document)
    document.close()
    return count


def pages(pdf: bytes, dpi: float) -> list[Image.Image]:
    document = pdfium.PdfDocument(pdf)
    found = [_drawn(document, number, dpi) for number in range(1, len(document) + 1)]
    document.close()
    return found


def truth(pdf: bytes) -> list[list[str]]:
    """The words of every page, in the order in which the PDF has them."""
    document = pdfium.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return [unicodedata.normalize("NFC", text.replace("\ufffe", "")).split() for text in texts]


def character_errors(expected: Iterable[str], found: Iterable[str]) -> int:
    """How many letters must be changed to make the words `found` those `expected`, in whatever order.

    Words that are there twice must be found twice; what is left over on either side is paired off,
    the likest first.
    """
    wanted, there = Counter(expected), Counter(found)
    left, over = list((wanted - there).elements()), list((there - wanted).elements())
    pairs = sorted((Levenshtein.distance(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(over))
    errors, used_left, used_over = 0, set[int](), set[int]()
    for distance, i, j in pairs:
        if i not in used_left and j not in used_over and distance < len(left[i]) + len(over[j]):
            errors += distance
            used_left.add(i)
            used_over.add(j)
    errors += sum(len(word) for i, word in enumerate(left) if i not in used_left)
    return errors + sum(len(word) for j, word in enumerate(over) if j not in used_over)


def picture_pdf(pictures: Iterable[bytes]) -> bytes:
    """Pictures as the pages of a PDF, each in the size that its resolution says; JPEG stays as it is."""
    document = pdfium.PdfDocument.new()
    for data in pictures:
        with Image.open(io.BytesIO(data)) as image:
            dpi = float(image.info.get("dpi", (200.0, 200.0))[0])
            width, height = image.width * 72 / dpi, image.height * 72 / dpi
            page = document.new_page(width, height)
            shown = pdfium.PdfImage.new(document)
            if image.format == "JPEG":
                shown.load_jpeg(io.BytesIO(data), inline=True)
            else:
                shown.set_bitmap(pdfium.PdfBitmap.from_pil(image.convert("L")))
        shown.set_matrix(pdfium.PdfMatrix().scale(width, height))
        page.insert_obj(shown)
        page.gen_content()
        page.close()
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def _drawn(document: pdfium.PdfDocument, number: int, dpi: float) -> Image.Image:
    return document[number - 1].render(scale=dpi / 72).to_pil().convert("RGB")


def _page(pdf: bytes, number: int, dpi: float) -> Image.Image:
    document = pdfium.PdfDocument(pdf)
    try:
        return _drawn(document, number, dpi)
    finally:
        document.close()


def _random(pdf: bytes, number: int, manner: str) -> np.random.Generator:
    return np.random.default_rng(
        [zlib.crc32(manner.encode()), zlib.crc32(" ".join(truth(pdf)[0]).encode()), number]
    )


def _noisy(image: Image.Image, random: np.random.Generator, strength: float) -> Image.Image:
    values = np.asarray(image, dtype=np.float32)
    values = values + random.normal(0, strength, values.shape).astype(np.float32)
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


def _jpeg(image: Image.Image, quality: int, dpi: float, exif: bytes = b"") -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, dpi=(dpi, dpi), exif=exif)
    return out.getvalue()


def _tiff(images: list[Image.Image], dpi: float = 300, compression: str = "tiff_lzw") -> bytes:
    out = io.BytesIO()
    images[0].save(
        out, "TIFF", save_all=True, append_images=images[1:], compression=compression, dpi=(dpi, dpi)
    )
    return out.getvalue()


def _clean(image: Image.Image) -> Image.Image:
    """As a good scanner sees it: paper not quite white, ink not quite black, edges a little soft."""
    return image.convert("L").filter(ImageFilter.GaussianBlur(0.6)).point(lambda v: 18 + v * 230 // 255)


def _grey(pdf: bytes, number: int) -> bytes:
    image = _noisy(_clean(_page(pdf, number, 300)), _random(pdf, number, "grey"), 2.5)
    return _jpeg(image, 85, 300)


def _stamped(pdf: bytes, number: int) -> bytes:
    random, dpi = _random(pdf, number, "stamped"), 200
    image = _page(pdf, number, dpi)
    place = signature(pdf, number)
    if place is not None:
        _sign(image, place, dpi / 72)
    image = image.rotate(1.5, Image.Resampling.BICUBIC, fillcolor="white")
    image = image.filter(ImageFilter.GaussianBlur(0.5)).point(lambda v: 25 + v * 220 // 255)
    return _jpeg(_noisy(image, random, 12), 75, dpi)


def signature(pdf: bytes, number: int) -> tuple[float, float] | None:
    """Where on the page the signer's name begins, in points from its upper left corner.

    The signer is who stands right of the middle after the recipients; None on other pages.
    """
    document = pdfium.PdfDocument(pdf)
    try:
        page = document[number - 1]
        text = page.get_textpage()
        found = text.search("Lưu:").get_next() or text.search("Nơi nhận").get_next()
        if found is None:
            return None
        least = text.get_charbox(found[0])[3] + 60
        boxes = [text.get_rect(i) for i in range(text.count_rects())]
        right = [box for box in boxes if box[0] > page.get_width() * 0.5 and box[3] < least]
        if not right:
            return None
        left, _, _, top = min(right, key=lambda box: box[3])
        return left, page.get_height() - top
    finally:
        document.close()


def _sign(image: Image.Image, place: Point, scale: float) -> None:
    """A round red stamp over the left third of the signature, and strokes of blue ink above the name."""
    x, y = place[0] * scale, place[1] * scale
    ink = Image.new("RGB", image.size, "white")
    draw = ImageDraw.Draw(ink)
    red, blue = (215, 70, 85), (60, 75, 180)
    cx, cy = x + 5 * scale, y - 20 * scale
    for radius, width in ((51, 1.6), (47, 0.7), (30, 0.9)):
        r = radius * scale
        draw.ellipse((cx - r, cy - r, cx + r, cy + r), outline=red, width=max(1, round(width * scale)))
    for turn in range(0, 360, 9):  # letters around the rim
        a = math.radians(turn)
        x0, y0 = cx + 34 * scale * math.cos(a), cy + 34 * scale * math.sin(a)
        x1, y1 = cx + 43 * scale * math.cos(a + 0.06), cy + 43 * scale * math.sin(a + 0.06)
        draw.line((x0, y0, x1, y1), fill=red, width=round(1.5 * scale))
    curve = [
        (
            x + (t * 90 + 8 * math.sin(t * 25)) * scale,
            y - (18 + 16 * math.sin(t * 16) - 14 * t) * scale,
        )
        for t in np.linspace(0, 1, 120)
    ]
    draw.line(curve, fill=blue, width=max(1, round(1.3 * scale)), joint="curve")
    image.paste(ImageChops.multiply(image, ink))  # print shines through


def _fax(pdf: bytes, number: int) -> bytes:
    random, dpi = _random(pdf, number, "fax"), 150
    image = _page(pdf, number, dpi).convert("L").rotate(0.6, Image.Resampling.BICUBIC, fillcolor=255)
    image = _noisy(image.filter(ImageFilter.GaussianBlur(0.5)), random, 25)
    black = np.asarray(image) < 140
    black ^= random.random(black.shape) < 0.004
    return _tiff([Image.fromarray(~black)], dpi, "group4")


def _photo(pdf: bytes, number: int) -> bytes:
    """8 megapixels, the sheet on a dark table; a phone says nothing of resolution."""
    random = _random(pdf, number, "photo")
    page = _page(pdf, number, 250).convert("L")
    wide, high = 2448, 3264
    sheet = (0.0, 0.0), (page.width, 0.0), (page.width, page.height), (0.0, page.height)
    corners = (0.07, 0.06), (0.94, 0.045), (0.965, 0.95), (0.04, 0.965)
    seen = [
        ((x + random.uniform(-0.012, 0.012)) * wide, (y + random.uniform(-0.012, 0.012)) * high)
        for x, y in corners
    ]
    into = through(seen, sheet).terms[:8]
    shot = page.transform(
        (wide, high), Image.Transform.PERSPECTIVE, into, Image.Resampling.BICUBIC, fillcolor=55
    )
    rows, columns = np.mgrid[0:high, 0:wide].astype(np.float32)
    light = 0.95 - 0.28 * columns / wide - 0.14 * rows / high
    shade = np.hypot(columns / wide - 0.75, 1.33 * (rows / high - 0.85)) / 0.3
    light -= 0.22 * np.exp(-(shade**2))  # the shadow of the hand
    values = np.asarray(shot.filter(ImageFilter.GaussianBlur(0.9)), dtype=np.float32)
    values = (values * 0.88 + 18) * light + random.normal(0, 4, values.shape).astype(np.float32)
    lit = Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))
    return _jpeg(Image.merge("RGB", [lit.point(lambda v, k=k: int(v * k)) for k in (1.0, 0.97, 0.9)]), 70, 72)


def _turned(turn: Image.Transpose) -> Callable[[bytes, int], bytes]:
    def make(pdf: bytes, number: int) -> bytes:
        return _jpeg(_clean(_page(pdf, number, 300)).transpose(turn), 85, 300)

    return make


def _mixed(pdf: bytes) -> bytes:
    """The pages with their text, but the last as a picture."""
    document, last = pdfium.PdfDocument(pdf), page_count(pdf)
    pictured = pdfium.PdfDocument(picture_pdf([picture(pdf, last, "grey")]))
    document.del_page(last - 1)
    document.import_pages(pictured)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


MANNERS: dict[str, Callable[[bytes, int], bytes]] = {
    "grey": _grey,
    "stamped": _stamped,
    "fax": _fax,
    "photo": _photo,
    "sideways": _turned(Image.Transpose.ROTATE_90),
    "upside_down": _turned(Image.Transpose.ROTATE_180),
    "pdf_scan": _grey,
}
