"""What the shape of words on a line says of their font: how large it is, and whether it is bold."""

import unicodedata
from collections.abc import Sequence
from statistics import median

import numpy as np
from numpy.typing import NDArray

# Of Times New Roman, in which offices write, and nearly so of its like: how high letters stand above their
# line, as shares of the size of the font. Letters with marks above differ too much between fonts.
_SMALL, _CAPITAL, _ASCENDING = 0.45, 0.67, 0.7
_SMALL_LETTERS = frozenset("acegmnopqrsuvwxyz")
_BETWEEN = frozenset("t")  # neither small nor tall
_MARKS_BELOW = {"\u0323", "\u031b"}  # the dot below, and the horn, which stands beside

# The mean width of the strokes of a line, as a share of the size: of regular type at most, and how much
# wider those of bold type are at least.
_REGULAR, _BOLDER = 0.11, 1.28


def font_size(words: Sequence[tuple[str, float]], x_height: float) -> float:
    """The size of the font of words on one line, each with its height above the line.

    Where all of them bear marks it is told from the height of what Tesseract takes for small letters, and
    these are capitals where there are no others.
    """
    told = [height / share for text, height in words if (share := _share(text)) is not None]
    if told:
        return median(told)
    capitals = all(text == text.upper() for text, _ in words)
    return max(1.0, x_height / (_CAPITAL if capitals else _SMALL))


def _share(text: str) -> float | None:
    """How high a word stands above its line, as a share of the size of its font."""
    highest = None
    for letter in text:
        base, *marks = list(unicodedata.normalize("NFD", letter))
        if not base.isalnum():
            continue
        if not _MARKS_BELOW.issuperset(marks):
            return None
        if base in _BETWEEN:
            continue
        share = _SMALL if base in _SMALL_LETTERS else _ASCENDING if base.islower() else _CAPITAL
        highest = max(highest or 0.0, share)
    return highest


def stroke_width(ink: NDArray[np.bool_]) -> float:
    """The mean length of level runs of ink in the picture of a word; 0 without any."""
    begins = np.count_nonzero(ink[:, 1:] & ~ink[:, :-1]) + np.count_nonzero(ink[:, 0])
    return float(np.count_nonzero(ink)) / begins if begins else 0.0


def boldness(strokes: Sequence[float], weights: Sequence[int]) -> float:
    """The stroke, as a share of the size, from which a word of this page is bold."""
    if not strokes:
        return _REGULAR * _BOLDER
    order = np.argsort(strokes)
    heavy = np.cumsum(np.asarray(weights)[order])
    thin = strokes[int(order[np.searchsorted(heavy, 0.3 * heavy[-1])])]
    return min(thin, _REGULAR) * _BOLDER
