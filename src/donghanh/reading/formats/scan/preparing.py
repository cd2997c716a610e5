"""A picture as it came becomes a picture that can be recognised: grey, clean, upright, straight, sharp enough."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from donghanh.reading.formats.scan.cleaning import despeckled, evened, is_bilevel, whitened
from donghanh.reading.formats.scan.colour import without_stamps
from donghanh.reading.formats.scan.geometry import Point, Projection, scaling, through, turning
from donghanh.reading.formats.scan.pictures import INCH
from donghanh.reading.formats.scan.sheet import find_sheet
from donghanh.reading.formats.scan.straightening import lie_of

# Resolutions that Tesseract reads as they are; others are brought to TARGET_DPI, or twice what they are.
_FINE_ENOUGH, _FINER_THAN_NEEDED = 190, 420
_TARGET_DPI = 300
_LIE_DPI = 100
_STRAIGHT = 0.04  # degrees
_INK = 170  # of paper at 255: darker than this is ink
_A4_LONG = 842.0


@dataclass(frozen=True, slots=True)
class Prepared:
    """A grey picture, dark on white, upright and straight, at so many points an inch.

    to_original: takes points (1/72 inch) of it to those of the page as the file shows it.
    heads_up: above 1 where the text seems to stand on its feet, below where on its head.
    """

    image: Image.Image
    dpi: float
    to_original: Projection
    heads_up: float

    @property
    def scale(self) -> float:
        """Points (1/72 inch) a point of the picture."""
        return INCH / self.dpi

    def upended(self) -> "Prepared":
        """The same upside down."""
        width, height = self.image.width * self.scale, self.image.height * self.scale
        turned = Projection((-1, 0, width, 0, -1, height, 0, 0, 1))
        return Prepared(
            self.image.transpose(Image.Transpose.ROTATE_180),
            self.dpi,
            turned.then(self.to_original),
            1 / self.heads_up,
        )


def prepare(picture: Image.Image, width: float) -> Prepared:
    """Make the picture of a page, that is so many points wide, ready for recognition."""
    dpi = picture.width / width * INCH
    grey = without_stamps(picture, dpi)
    if is_bilevel(grey):
        grey, corners = despeckled(grey), None
    else:
        corners = find_sheet(grey)
        grey = whitened(evened(grey, dpi))
    if corners is None:
        flat, wide, high = Projection(), float(grey.width), float(grey.height)
    else:
        flat, wide, high = _flattened(corners)
        dpi = max(wide, high) / _A4_LONG * INCH
    lie = lie_of(_small(grey, flat, wide, high, dpi))
    sizing = _sizing(dpi)
    upright, wide, high = turning(90 if lie.sideways else 0, wide, high)
    if abs(lie.degrees) > _STRAIGHT:
        straight, wide, high = turning(lie.degrees, wide, high)
        upright = upright.then(straight)
    into = flat.then(upright).then(scaling(sizing))
    image = _drawn(grey, into, round(wide * sizing), round(high * sizing))
    final = dpi * sizing
    to_original = scaling(final / INCH).then(into.inverse()).then(scaling(width / picture.width))
    return Prepared(image, final, to_original, lie.heads_up)


def _flattened(corners: tuple[Point, Point, Point, Point]) -> tuple[Projection, float, float]:
    """What lays a sheet seen at an angle flat, with its width and height: of A4 where it is nearly that."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    wide = (np.hypot(bx - ax, by - ay) + np.hypot(cx - dx, cy - dy)) / 2
    high = (np.hypot(dx - ax, dy - ay) + np.hypot(cx - bx, cy - by)) / 2
    ratio = max(wide, high) / min(wide, high)
    if 1.25 < ratio < 1.6:
        side = (wide * high) ** 0.5
        wide, high = (side / 2**0.25, side * 2**0.25) if high > wide else (side * 2**0.25, side / 2**0.25)
    flat = through(corners, ((0, 0), (wide, 0), (wide, high), (0, high)))
    return flat, float(wide), float(high)


def _small(grey: Image.Image, flat: Projection, wide: float, high: float, dpi: float) -> np.ndarray:
    """The ink of the flat page at about 100 dpi."""
    factor = max(1, round(dpi / _LIE_DPI))
    reduced = grey.reduce(factor)
    into = scaling(factor).then(flat).then(scaling(1 / factor))
    return np.asarray(_drawn(reduced, into, round(wide / factor), round(high / factor))) < _INK


def _sizing(dpi: float) -> float:
    if dpi < _FINE_ENOUGH:
        return min(2.0, _TARGET_DPI / dpi)
    return _TARGET_DPI / dpi if dpi > _FINER_THAN_NEEDED else 1.0


def _drawn(grey: Image.Image, into: Projection, width: int, height: int) -> Image.Image:
    """The picture as the projection shows it, on white."""
    if into == Projection() and grey.size == (width, height):
        return grey
    back = into.inverse()
    whole, factor = grey, 1
    shrinks = back.terms[0] ** 2 + back.terms[3] ** 2
    if shrinks >= 4:  # as many points as are wanted are taken: average first what lies between
        factor = int(shrinks**0.5)
        whole = grey.reduce(factor)
    terms = back.then(scaling(1 / factor)).terms[:8]
    return whole.transform(
        (width, height), Image.Transform.PERSPECTIVE, terms, Image.Resampling.BICUBIC, fillcolor=255
    )
