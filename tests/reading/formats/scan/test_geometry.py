"""Maps between pictures of a page, and how a page lies in its picture."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from donghanh.reading.formats.scan.cleaning import despeckled
from donghanh.reading.formats.scan.geometry import Projection, scaling, through, turning
from donghanh.reading.formats.scan.sheet import find_sheet
from donghanh.reading.formats.scan.straightening import lie_of

places = st.floats(-500, 3000)
turns = st.floats(-180, 180)


@given(turns, st.floats(0.2, 4), places, places)
def test_what_goes_there_comes_back(degrees: float, factor: float, x: float, y: float) -> None:
    into = turning(degrees, 600, 800)[0].then(scaling(factor))
    assert into.inverse().point(*into.point(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(turns)
def test_a_turned_sheet_is_held_by_its_new_size(degrees: float) -> None:
    turn, wide, high = turning(degrees, 600, 800)
    left, top, right, bottom = turn.box(0, 0, 600, 800)
    assert (left, top) == pytest.approx((0, 0), abs=1e-6)
    assert (right, bottom) == pytest.approx((wide, high), abs=1e-6)


@given(st.lists(st.floats(-40, 40), min_size=8, max_size=8))
def test_four_corners_go_where_they_are_seen(off: list[float]) -> None:
    sheet = ((0.0, 0.0), (600.0, 0.0), (600.0, 800.0), (0.0, 800.0))
    seen = [(x + off[2 * i], y + off[2 * i + 1]) for i, (x, y) in enumerate(sheet)]
    into = through(seen, sheet)
    for there, here in zip(seen, sheet, strict=True):
        assert into.point(*there) == pytest.approx(here, abs=1e-6)


def text_like(seed: int = 0) -> Image.Image:
    """Lines of specks as high as letters, in words, with a margin."""
    random = np.random.default_rng(seed)
    page = np.zeros((1100, 800), bool)
    for top in range(90, 1000, 22):
        x = 80
        while x < 700 - random.integers(0, 150):
            wide = int(random.integers(15, 60))
            page[top : top + 9, x : x + wide] = random.random((9, wide)) < 0.6
            page[top - 5 : top, x : x + wide] = random.random((5, wide)) < 0.15
            x += wide + 7
    return Image.fromarray(~page)


@pytest.mark.parametrize("askew", [-13, -4.3, 0, 0.7, 9])
@pytest.mark.parametrize("quarter", [0, 1, 2, 3])
def test_how_text_lies_is_told(askew: float, quarter: int) -> None:
    image = text_like().convert("L").rotate(-askew, Image.Resampling.BICUBIC, fillcolor=255)
    lie = lie_of(np.asarray(image.rotate(90 * quarter, expand=True)) < 170)
    assert lie.sideways == (quarter % 2 == 1)
    assert lie.degrees == pytest.approx(-askew, abs=0.15)
    assert (lie.heads_up > 1) == (quarter < 2)


def test_the_corners_of_a_sheet_on_a_table_are_found() -> None:
    page = Image.new("L", (900, 1200), 60)
    seen = ((90.0, 80.0), (820.0, 60.0), (850.0, 1130.0), (60.0, 1100.0))
    sheet = ((0.0, 0.0), (600.0, 0.0), (600.0, 800.0), (0.0, 800.0))
    into = through(seen, sheet).terms[:8]
    paper = Image.new("L", (600, 800), 220).transform(
        page.size, Image.Transform.PERSPECTIVE, into, fillcolor=60
    )
    found = find_sheet(paper)
    assert found is not None
    for there, here in zip(found, seen, strict=True):
        assert there == pytest.approx(here, abs=6)


def test_paper_that_fills_the_picture_has_no_corners() -> None:
    assert find_sheet(text_like().convert("L")) is None
    assert find_sheet(Image.new("L", (400, 500), 120)) is None


def test_specks_go_and_dots_stay() -> None:
    page = Image.new("L", (60, 60), 255)
    page.putpixel((10, 10), 0)
    page.paste(0, (20, 20, 22, 21))
    page.paste(0, (40, 40, 43, 43))
    clean = despeckled(page)
    assert clean.getpixel((10, 10)) == clean.getpixel((20, 20)) == 255
    assert clean.getpixel((41, 41)) < 100


@given(st.binary(max_size=300))
def test_any_bytes_are_a_picture_or_the_reason_why_not(data: bytes) -> None:
    from donghanh.reading.errors import UnreadableFile
    from donghanh.reading.formats.scan.pictures import image_pages

    head = io.BytesIO()
    Image.new("L", (8, 8)).save(head, "TIFF")
    for content in (data, head.getvalue()[:40] + data):
        try:
            for page in image_pages(content):
                page.load()
        except UnreadableFile:
            continue


def test_an_identity_keeps_points() -> None:
    assert Projection().point(3, 4) == (3, 4)
