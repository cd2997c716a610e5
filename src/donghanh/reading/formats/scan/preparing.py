"""A picture as it came becomes a picture that can be recognised: grey, upright, straight."""

from dataclasses import dataclass

from PIL import Image

from donghanh.reading.formats.scan.geometry import Projection
from donghanh.reading.formats.scan.pictures import INCH


@dataclass(frozen=True, slots=True)
class Prepared:
    """A grey picture, straight and upright; scale: points a pixel."""

    image: Image.Image
    scale: float
    dpi: float
    to_original: Projection


def prepare(picture: Image.Image, width: float) -> Prepared:
    """Make a page of the given width, in points, ready for recognition."""
    grey = picture.getchannel("R") if picture.mode == "RGB" else picture
    scale = width / picture.width
    return Prepared(grey, scale, INCH / scale, Projection())
