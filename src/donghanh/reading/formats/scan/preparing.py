"""A picture as it came becomes a picture that can be recognised: grey, upright, straight."""

from dataclasses import dataclass

from PIL import Image

from donghanh.reading.formats.scan.pictures import INCH
from donghanh.reading.formats.scan.shapes import Affine


@dataclass(frozen=True, slots=True)
class Prepared:
    """A grey picture, straight and upright; scale: points a pixel."""

    image: Image.Image
    scale: float
    dpi: float
    to_original: Affine


def prepare(picture: Image.Image, width: float) -> Prepared:
    """Make a page of the given width, in points, ready for recognition."""
    grey = picture.getchannel("R") if picture.mode == "RGB" else picture
    scale = width / picture.width
    return Prepared(grey, scale, INCH / scale, (1.0, 0.0, 0.0, 0.0, 1.0, 0.0))
