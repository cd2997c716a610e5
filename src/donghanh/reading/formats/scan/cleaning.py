"""What stands on the paper besides print goes: stamps, ink of pens, shadows, specks."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

WHITE = 255
# Paper that is as light as this everywhere needs no evening out.
_LIGHT_PAPER, _EVEN_PAPER = 215, 25
_DARK = 60
_WIDEST_GRAIN = 75  # a deviation of 25 around the grey of the paper


def is_bilevel(grey: Image.Image) -> bool:
    """Only black and white, as a fax has it."""
    counts = grey.histogram()
    return sum(counts[1:WHITE]) == 0


def despeckled(grey: Image.Image) -> Image.Image:
    """Black and white without specks of one or two points in either, and softened as print is."""
    black = np.asarray(grey) == 0
    around = _neighbours(black)
    black = (black & (around > 1)) | (around >= 8)
    body = black & (_neighbours(black) > 2)  # neither a point nor one of a pair
    black &= body | (_neighbours(body) > 0)
    return Image.fromarray(np.where(black, 0, WHITE).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.8))


def _neighbours(black: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """How many of the nine points around and at each one are black."""
    padded = np.pad(black, 1).view(np.uint8)
    across = padded[:, :-2] + padded[:, 1:-1] + padded[:, 2:]
    counts: NDArray[np.uint8] = across[:-2] + across[1:-1] + across[2:]
    return counts


def evened(grey: Image.Image, dpi: float) -> Image.Image:
    """The paper as white in shadow as in light: every point as a share of the paper around it.

    What is dark over a wide stretch (a table top beside the sheet, a black edge) becomes white.
    """
    small = grey.reduce(max(1, round(dpi / 40)))
    for _ in range(3):  # a wide filter made of narrow ones, which cost far less
        small = small.filter(ImageFilter.MaxFilter(5))
    paper = small.filter(ImageFilter.GaussianBlur(5))
    seen = np.asarray(paper)
    if seen.min() >= _LIGHT_PAPER and int(seen.max()) - int(seen.min()) <= _EVEN_PAPER:
        return grey
    light = np.asarray(paper.resize(grey.size, Image.Resampling.BILINEAR))
    share = np.asarray(grey).astype(np.uint16) * np.uint16(WHITE) // np.maximum(light, 1)
    even = np.minimum(share, WHITE).astype(np.uint8)
    even[light < _DARK] = WHITE
    return Image.fromarray(even)


def whitened(grey: Image.Image) -> Image.Image:
    """The grain of the paper white: what is as light as nearly all of it."""
    counts = np.array(grey.histogram()[:WHITE], dtype=np.float64)
    if not counts.any():
        return grey
    paper = int(np.argmax(counts[WHITE // 2 :])) + WHITE // 2
    darker = np.cumsum(counts[paper::-1])  # from the paper's own grey downwards
    grain = int(np.searchsorted(darker, darker[min(_WIDEST_GRAIN, paper)] * 0.6827)) or 1
    white = max(WHITE // 2, paper - 3 * min(grain, _WIDEST_GRAIN // 3))
    return grey.point([min(WHITE, value * WHITE // white) for value in range(256)])
