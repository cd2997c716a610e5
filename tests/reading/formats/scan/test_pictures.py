"""Any file with pictures becomes upright pictures of pages on white, or the reason why not."""

import io
import struct
import zlib

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image

from donghanh.reading.errors import DamagedFile, EmptyFile, FileTooLarge
from donghanh.reading.formats.scan.pictures import MAX_PAGES, image_pages, pdf_pages
from reading.corpus.scan import picture_pdf


def sheet(size: tuple[int, int] = (827, 1169)) -> Image.Image:
    """White, with a black bar across the top."""
    image = Image.new("L", size, 255)
    image.paste(0, (100, 50, size[0] - 100, 90))
    return image


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def deep(image: Image.Image) -> Image.Image:
    return Image.fromarray(np.asarray(image).astype(np.uint16) * 200)


def transparent(image: Image.Image) -> Image.Image:
    """Black on nothing."""
    clear = Image.new("RGBA", image.size, (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), mask=image.point(lambda value: 255 - value))
    return clear


@pytest.mark.parametrize(
    ("image", "kind"),
    [
        (sheet().convert("1"), "TIFF"),
        (sheet(), "JPEG"),
        (sheet().convert("RGB"), "BMP"),
        (sheet().convert("RGB"), "WEBP"),
        (sheet().convert("CMYK"), "JPEG"),
        (deep(sheet()), "PNG"),
        (transparent(sheet()), "PNG"),
        (transparent(sheet()).quantize(), "PNG"),
    ],
    ids=["1-bit", "grey", "bmp", "webp", "cmyk", "16-bit", "transparent", "palette"],
)
def test_every_kind_of_picture_shows_black_on_white(image: Image.Image, kind: str) -> None:
    [page] = image_pages(saved(image, kind))
    picture = page.load()
    assert picture.mode in ("L", "RGB")
    grey = picture.convert("L")
    assert grey.getpixel((400, 70)) < 30
    assert grey.getpixel((400, 600)) > 225


def test_a_camera_held_sideways_is_told_by_its_file() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    [page] = image_pages(saved(sheet().transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif))
    assert page.load().size == (827, 1169)
    assert page.width < page.height
    assert page.load().getpixel((400, 70)) < 30


@pytest.mark.parametrize(
    ("dpi", "width"), [((100, 100), 595.4), ((72, 72), 595.4), ((10, 10), 595.4), ((200, 200), 297.7)]
)
def test_resolution_is_believed_where_it_makes_a_page(dpi: tuple[int, int], width: float) -> None:
    [page] = image_pages(saved(sheet(), "PNG", dpi=dpi))
    expected = 827 / dpi[0] * 72 if 5 <= 1169 / dpi[1] <= 24 else width
    assert page.width == pytest.approx(expected, rel=0.01)


def test_a_fax_of_half_the_lines_is_stretched() -> None:
    half = sheet().resize((827, 585), Image.Resampling.NEAREST).convert("1")
    [page] = image_pages(saved(half, "TIFF", dpi=(100, 50)))
    assert page.load().size == (827, 1170)
    assert page.width == pytest.approx(595.4, rel=0.01)
    assert page.height == pytest.approx(842, rel=0.01)


def test_every_picture_of_a_tiff_is_a_page() -> None:
    data = saved(sheet(), "TIFF", save_all=True, append_images=[sheet((600, 800)), sheet()])
    pages = image_pages(data)
    assert [page.number for page in pages] == [1, 2, 3]
    assert pages[1].load().size == (600, 800)


def test_a_scan_in_a_pdf_is_taken_point_for_point() -> None:
    document = pdfium.PdfDocument(picture_pdf([saved(sheet(), "PNG", dpi=(100, 100))]))
    [page] = pdf_pages(document, [1])
    assert np.array_equal(np.asarray(page.load().convert("L")), np.asarray(sheet()))


def test_a_page_of_a_pdf_that_is_more_than_a_scan_is_drawn() -> None:
    document = pdfium.PdfDocument(picture_pdf([saved(sheet(), "PNG", dpi=(100, 100))]))
    page = document[0]
    page.set_rotation(90)
    page.close()
    [turned] = pdf_pages(document, [1])
    assert turned.load().size == (1169, 827)


def png_of(width: int, height: int) -> bytes:
    """A PNG that says it is so large and holds nothing of it."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 99))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [9_000, 60_000])
def test_a_picture_that_inflates_is_refused_before_it_is_decoded(side: int) -> None:
    with pytest.raises(FileTooLarge):
        image_pages(png_of(side, side))


def test_more_pages_than_a_plan_has_are_refused() -> None:
    small = Image.new("1", (16, 16))
    data = saved(small, "TIFF", save_all=True, append_images=[small] * MAX_PAGES)
    with pytest.raises(FileTooLarge, match=str(MAX_PAGES)):
        image_pages(data)


def test_what_is_no_picture_is_damaged() -> None:
    with pytest.raises(DamagedFile):
        image_pages(b"\xff\xd8\xff\xe0 not a picture")
    with pytest.raises(EmptyFile):
        image_pages(b"")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_picture_that_is_cut_off_is_damaged(kind: str) -> None:
    noise = Image.fromarray(np.random.default_rng(1).integers(0, 255, (400, 400), np.uint8))
    data = saved(noise, kind)
    with pytest.raises(DamagedFile):
        image_pages(data[: len(data) // 2])[0].load()
