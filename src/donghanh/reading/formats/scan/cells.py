"""Cells of tables that hold ink and no word: a lone figure in a column of numbers is easily passed over."""

from collections.abc import Iterator, Sequence

import numpy as np
from PIL import Image, ImageOps

from donghanh.reading.formats.pdf.grids import find_grids
from donghanh.reading.formats.pdf.shapes import Drawing
from donghanh.reading.formats.scan.ruling import Ruling
from donghanh.reading.formats.scan.shapes import ScannedWord

Box = tuple[int, int, int, int]
Corner = tuple[int, int]

_INK = 128
# Shares of an inch: what borders leave behind along the inside of a cell, and white set around its ink.
_BORDER, _MARGIN = 0.03, 0.08
# Square inches of ink: the least that is a figure, and the most, which a lone word of a few letters has.
_LEAST_INK, _MOST_INK = 0.0008, 0.02
# A page of figures has some hundred cells; more that are passed over are no figures but a picture.
_MOST_CELLS = 60


def passed_over(
    image: Image.Image, ruling: Ruling, words: Sequence[ScannedWord], scale: float, dpi: float
) -> Iterator[tuple[Corner, Image.Image]]:
    """A picture of the ink of each cell without a word, and where its upper left corner stands on the page.

    words: in points of an inch, of which `scale` are a point of the picture.
    """
    boxes = _empty(ruling, words, scale)
    pixels = np.asarray(image)
    border, margin = round(_BORDER * dpi), round(_MARGIN * dpi)
    for left, top, right, bottom in boxes[:_MOST_CELLS]:
        inside = pixels[top + border : bottom - border, left + border : right - border] < _INK
        if not _LEAST_INK <= inside.sum() / dpi**2 <= _MOST_INK:
            continue
        rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
        box = (
            left + border + int(columns[0]),
            top + border + int(rows[0]),
            left + border + int(columns[-1]) + 1,
            top + border + int(rows[-1]) + 1,
        )
        yield (box[0] - margin, box[1] - margin), ImageOps.expand(image.crop(box), margin, 255)


def _empty(ruling: Ruling, words: Sequence[ScannedWord], scale: float) -> list[Box]:
    """The cells of all grids in which no word stands, in points of the picture."""
    found: list[Box] = []
    for grid in find_grids(Drawing(ruling.across, ruling.upright)):
        middles = [(word.middle, (word.top + word.bottom) / 2) for word in words]
        filled = {grid.place_at(x, y) for x, y in middles if grid.holds(x, y)}
        for index, place in enumerate(grid.places):
            if index not in filled:
                left, top, right, bottom = (round(edge / scale) for edge in grid.box(place))
                found.append((left, top, right, bottom))
    return found
