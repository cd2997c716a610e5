"""A picture as it came becomes a picture that can be recognised: grey, clean, upright, straight, sharp enough."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from donghanh.reading.formats.scan.cleaning import despeckled, evened, is_bilevel, whitened
from donghanh.reading.formats.scan.colour import without_stamps
from donghanh.reading.formats.scan.geometry import Projection, scaling, through, turning
from donghanh.reading.formats.scan.pictures import INCH, paper_inches
from donghanh.reading.formats.scan.sheet import Corners, find_sheet
from donghanh.reading.formats.scan.straightening import lie_of

# Resolutions that Tesseract reads as they are; others are brought to TARGET_DPI, or twice what they are.
_FINE_ENOUGH, _FINER_THAN_NEEDED = 190, 420
_TARGET_DPI = 300
_LIE_DPI = 100
_STRAIGHT = 0.1  # degrees: a letter's stroke over the width of a page
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
    dpi = max(picture.size) / paper_inches(width, width * picture.height / picture.width)
    grey, corners = _cleaned(picture, dpi)
    into, wide, high = Projection(), float(grey.width), float(grey.height)
    if corners is not None:
        into, wide, high = _flattened(corners)
        dpi = max(wide, high) / _A4_LONG * INCH
    lie = lie_of(_small_ink(grey, into, wide, high, dpi))
    for degrees in (90 if lie.sideways else 0, lie.degrees):
        if abs(degrees) > _STRAIGHT:
            turn, wide, high = turning(degrees, wide, high)
            into = into.then(turn)
    sizing = _sizing(dpi)
    into = into.then(scaling(sizing))
    final = dpi * sizing
    return Prepared(
        _drawn(grey, into, round(wide * sizing), round(high * sizing)),
        final,
        scaling(final / INCH).then(into.inverse()).then(scaling(width / picture.width)),
        lie.heads_up,
    )


def _cleaned(picture: Image.Image, dpi: float) -> tuple[Image.Image, Corners | None]:
    """In grey, on white; and the corners of the sheet where it does not fill the picture."""
    grey = without_stamps(picture, dpi)
    if is_bilevel(grey):
        return despeckled(grey), None
    return whitened(evened(grey, dpi)), find_sheet(grey)


def _flattened(corners: Corners) -> tuple[Projection, float, float]:
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


def _small_ink(grey: Image.Image, flat: Projection, wide: float, high: float, dpi: float) -> np.ndarray:
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
    if _alike(into, Projection()) and grey.size == (width, height):
        return grey
    if _alike(into, turning(90, grey.width, grey.height)[0]):
        return grey.transpose(Image.Transpose.ROTATE_270)
    back = into.inverse()
    shrinks = int(np.hypot(back.terms[0], back.terms[3]))
    if shrinks > 1:  # average what lies between the points that are taken
        grey, back = grey.reduce(shrinks), back.then(scaling(1 / shrinks))
    level = back.terms[6] == back.terms[7] == 0
    kind, terms = (Image.Transform.AFFINE, 6) if level else (Image.Transform.PERSPECTIVE, 8)
    return grey.transform((width, height), kind, back.terms[:terms], Image.Resampling.BICUBIC, fillcolor=255)


def _alike(first: Projection, second: Projection) -> bool:
    return bool(np.allclose(first.terms, second.terms, atol=1e-6))
