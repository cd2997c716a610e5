"""Scans of a plan are recognised, however they were made."""

import io
import sys
from functools import cache
from pathlib import Path
from statistics import median

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw, ImageFont, ImageOps

from donghanh.reading.errors import DamagedFile, MissingProgram
from donghanh.reading.formats.pdf.grids import find_grids
from donghanh.reading.formats.pdf.shapes import Drawing
from donghanh.reading.formats.scan import engine, recognising
from donghanh.reading.formats.scan.pictures import PagePicture, image_pages
from donghanh.reading.formats.scan.recognising import recognise_pages
from donghanh.reading.formats.scan.searchable import searchable_pdf
from donghanh.reading.formats.scan.shapes import Recognition, ScannedPage
from reading.corpus import scan

PLAN = (Path(__file__).parents[1] / "pdf" / "files" / "plan.pdf").read_bytes()
# A page of prose with its letterhead, one with a table, the one with the signature.
PROSE, TABLE, SIGNED = 1, 3, 4


def nobody(done: int, total: int) -> None:
    """Nobody waits."""


def recognised(data: bytes) -> Recognition:
    return recognise_pages(image_pages(data), nobody)


@cache
def page_of(manner: str, number: int = PROSE) -> ScannedPage:
    [page] = recognised(scan.picture(PLAN, number, manner)).pages
    return page


def error_rate(page: ScannedPage, number: int) -> float:
    expected = scan.truth(PLAN)[number - 1]
    found = [word.text for word in page.words]
    return scan.character_errors(expected, found) / sum(map(len, expected))


@pytest.mark.parametrize(
    ("manner", "most"),
    [
        ("grey", 0.007),
        ("stamped", 0.01),
        ("fax", 0.03),
        ("photo", 0.02),
        ("sideways", 0.007),
        ("upside_down", 0.007),
    ],
)
def test_prose_is_recognised(manner: str, most: float) -> None:
    assert error_rate(page_of(manner), PROSE) <= most


@pytest.mark.parametrize("manner", ["grey", "stamped", "sideways", "upside_down", "photo"])
def test_words_are_found_where_they_stand(manner: str) -> None:
    """The same word, on the upright page, is where the PDF has it, whatever the picture went through."""
    document = pdfium.PdfDocument(PLAN)
    text = document[PROSE - 1].get_textpage()
    first, _ = text.search("Phát triển mô hình").get_next()
    left, _, _, top = text.get_charbox(first)
    height = document[PROSE - 1].get_height()
    page = page_of(manner)
    word = next(word for word in page.words if word.text == "Phát")
    margin = 12 if manner == "stamped" else 6  # turned, the page is larger by its corners
    assert word.left == pytest.approx(left, abs=margin + 5)
    assert word.top == pytest.approx(height - top, abs=margin + 22)


def test_an_upright_point_goes_back_to_where_the_file_shows_it() -> None:
    page = page_of("upside_down")
    word = page.words[0]
    left, top, right, bottom = page.to_original.box(word.left, word.top, word.right, word.bottom)
    assert (left, top) == pytest.approx((page.width - word.right, page.height - word.bottom), abs=6)
    assert (right, bottom) == pytest.approx((page.width - word.left, page.height - word.top), abs=6)


@pytest.mark.parametrize("manner", ["grey", "stamped", "fax", "photo"])
def test_the_lines_of_a_table_are_found(manner: str) -> None:
    page = page_of(manner, TABLE)
    [grid] = find_grids(Drawing(page.across, page.upright))
    [clean] = find_grids(Drawing(page_of("grey", TABLE).across, page_of("grey", TABLE).upright))
    assert len(grid.xs) == len(clean.xs) == 6
    assert len(grid.ys) == len(clean.ys)


def test_prose_has_no_lines() -> None:
    page = page_of("stamped")
    assert find_grids(Drawing(page.across, page.upright)) == ()


@pytest.mark.parametrize("manner", ["grey", "fax", "photo"])
def test_bold_type_and_sizes_are_told(manner: str) -> None:
    words = page_of(manner).words
    bold = {word.text for word in words if word.bold}
    assert {"KẾ", "HOẠCH", "Phát", "Vườn", "Hạnh", "phúc"} <= bold
    assert not {"Căn", "cứ", "hợp", "vùng", "ngày"} & bold
    assert median(word.size for word in words) == pytest.approx(14, abs=0.9)
    assert next(word for word in words if word.text == "Hạnh").size == pytest.approx(11, abs=0.9)


def test_the_name_under_a_stamp_and_a_signature_is_read() -> None:
    words = [word.text for word in page_of("stamped", SIGNED).words]
    assert {"Trần", "Văn"} <= set(words)


def test_coloured_letters_are_kept_beside_a_stamp_of_their_colour() -> None:
    red = (200, 40, 50)
    page = Image.open(io.BytesIO(scan.picture(PLAN, PROSE, "grey"))).convert("L")
    coloured = ImageOps.colorize(page, red, "white")
    ImageDraw.Draw(coloured).ellipse((2255, 1500, 2470, 1715), outline=red, width=12)
    out = io.BytesIO()
    coloured.save(out, "PNG", dpi=(300, 300))
    [found] = recognised(out.getvalue()).pages
    assert error_rate(found, PROSE) < 0.01


def test_pages_come_in_order_and_are_told_as_they_are_done() -> None:
    picture = image_pages(scan.picture(PLAN, PROSE, "fax"))[0]
    pages = [PagePicture(number, picture.width, picture.height, picture.load) for number in (1, 2, 3)]
    told: list[tuple[int, int]] = []
    found = recognise_pages(pages, lambda done, total: told.append((done, total)))
    assert [page.number for page in found.pages] == [1, 2, 3]
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_page_that_takes_too_long_is_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognising, "SECONDS_A_PAGE", 0.001)
    found = recognised(scan.picture(PLAN, PROSE, "grey"))
    assert found.pages == ()
    assert [doubt.code for doubt in found.doubts] == ["page_too_slow"]
    assert "trang 1" in found.doubts[0].message


def broken_picture() -> Image.Image:
    raise DamagedFile


def test_a_page_that_cannot_be_opened_is_left_out_and_told() -> None:
    whole = scan.picture(PLAN, PROSE, "fax")
    good = image_pages(whole)[0]
    broken = PagePicture(2, good.width, good.height, broken_picture)
    found = recognise_pages([good, broken], nobody)
    assert [page.number for page in found.pages] == [1]
    assert [doubt.code for doubt in found.doubts] == ["page_unreadable"]


def test_a_blank_page_has_no_words() -> None:
    out = io.BytesIO()
    Image.effect_noise((1654, 2339), 12).point(lambda value: min(255, value + 110)).save(
        out, "PNG", dpi=(200, 200)
    )
    [page] = recognised(out.getvalue()).pages
    assert page.words == ()
    assert page.confidence == 0


def test_a_computer_without_vietnamese_data_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    engine.data_folder.cache_clear()
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    monkeypatch.setattr(engine, "_PLACES", (str(tmp_path),))
    with pytest.raises(MissingProgram, match="tesseract-ocr-vie"):
        recognise_pages([], nobody)
    engine.data_folder.cache_clear()


def test_a_computer_without_tesseract_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    with pytest.raises(MissingProgram, match="tesserocr"):
        recognise_pages([], nobody)


@pytest.mark.parametrize("manner", ["grey", "photo", "upside_down", "fax"])
def test_words_lie_unseen_over_the_page_as_it_came(manner: str) -> None:
    data = scan.picture(PLAN, PROSE, manner)
    page = page_of(manner)
    made = searchable_pdf(data, [page])
    document = pdfium.PdfDocument(made)
    text = document[0].get_textpage()
    assert sorted(text.get_text_range().split()) == sorted(word.text for word in page.words)
    word = page.words[len(page.words) // 2]
    left, top, right, bottom = page.to_original.box(word.left, word.top, word.right, word.bottom)
    height = document[0].get_height()
    assert word.text in text.get_text_bounded(left - 2, height - bottom - 4, right + 2, height - top + 4)
    if manner != "fax":
        assert data[-1000:] in made  # the JPEG itself
    plain = pdfium.PdfDocument(searchable_pdf(data, []))
    assert document[0].render(scale=1).to_pil().tobytes() == plain[0].render(scale=1).to_pil().tobytes()


def test_words_are_laid_over_a_turned_page_of_a_pdf() -> None:
    document = pdfium.PdfDocument(scan.picture_pdf([scan.picture(PLAN, PROSE, "grey")]))
    document[0].set_rotation(180)
    out = io.BytesIO()
    document.save(out)
    page = page_of("upside_down")
    made = pdfium.PdfDocument(searchable_pdf(out.getvalue(), [page]))
    text = made[0].get_textpage()
    assert sorted(text.get_text_range().split()) == sorted(word.text for word in page.words)
    word = next(word for word in page.words if word.text == "CHẤP")
    first, count = text.search("CHẤP").get_next()
    boxes = [text.get_charbox(index) for index in range(first, first + count)]
    assert min(box[0] for box in boxes) == pytest.approx(word.left, abs=6)


def test_lone_figures_in_the_cells_of_a_table_are_not_passed_over() -> None:
    fonts = sorted(Path("/usr/share/fonts").rglob("LiberationSerif-Regular.ttf"))
    if not fonts:
        pytest.skip("no Liberation Serif here to draw with")
    image = Image.new("L", (2480, 3508), 255)  # A4 at 300 dpi
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype(str(fonts[0]), 50)
    for x in (100, 250, 1100):
        draw.line((x, 100, x, 800), 0, 3)
    for row in range(8):
        draw.line((100, 100 + 100 * row, 1100, 100 + 100 * row), 0, 3)
    for row in range(7):
        draw.text((160, 120 + 100 * row), str(row + 1), 0, font)
        draw.text((280, 120 + 100 * row), "Mở lớp tập huấn", 0, font)
    target = io.BytesIO()
    image.save(target, "PNG", dpi=(300, 300))
    [page] = recognised(target.getvalue()).pages
    figures = [word for word in page.words if word.right < 250 * 72 / 300]
    assert sorted(word.text.rstrip(".") for word in figures) == [str(n) for n in range(1, 8)]
    for word in figures:  # where they stand
        middle = (int(word.text.rstrip(".")) * 100 + 50) * 72 / 300
        assert abs((word.top + word.bottom) / 2 - middle) < 6
