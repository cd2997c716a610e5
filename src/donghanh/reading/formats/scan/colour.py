"""Stamps and signatures, which are of coloured ink and lie over what is printed, go; coloured letters stay."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter

Mask = NDArray[np.bool_]

_SMALL_DPI = 75
# Channels that differ by this much, on paper balanced to white, are of a colour; print that shines through
# coloured ink is darker than _PRINT in all of them.
_COLOURED, _PRINT = 40, 105
# Inches: strokes that hang together over more than this both ways are no words.
_LARGER_THAN_WORDS = 0.35
_FILLED = 0.6  # share of its box: a field of colour, behind letters
_MOST_RUNS = 20_000


def without_stamps(picture: Image.Image, dpi: float) -> Image.Image:
    """The picture in grey, without stamps and signatures in coloured ink."""
    if picture.mode == "L":
        return picture
    grey = picture.convert("L")
    factor = max(1, round(dpi / _SMALL_DPI))
    small = picture.reduce(factor)
    paper = _paper(small)
    mask = np.asarray(_coloured(small, paper)) > 0
    least = _LARGER_THAN_WORDS * dpi / factor
    for left, top, right, bottom in _large_parts(mask, least):
        box = (
            left * factor,
            top * factor,
            min(right * factor, grey.width),
            min(bottom * factor, grey.height),
        )
        part = picture.crop(box)
        strokes = _coloured(part, paper).filter(ImageFilter.MaxFilter(5))
        light = _lightest(part).point(lambda value: 255 * (value > _PRINT))
        grey.paste(255, box[:2], ImageChops.darker(strokes, light))
    return grey


def _paper(small: Image.Image) -> tuple[int, int, int]:
    """The colour of the paper: the middle of each channel."""
    red, green, blue = (int(np.median(np.asarray(band))) for band in small.split())
    return red, green, blue


def _coloured(picture: Image.Image, paper: tuple[int, int, int]) -> Image.Image:
    """255 where the picture has a colour that its paper does not have."""
    red, green, blue = (
        band.point([min(255, value * 255 // max(1, white)) for value in range(256)])
        for band, white in zip(picture.split(), paper, strict=True)
    )
    light = ImageChops.lighter(red, ImageChops.lighter(green, blue))
    dark = ImageChops.darker(red, ImageChops.darker(green, blue))
    return ImageChops.subtract(light, dark).point(lambda value: 255 * (value > _COLOURED))


def _lightest(picture: Image.Image) -> Image.Image:
    red, green, blue = picture.split()
    return ImageChops.lighter(red, ImageChops.lighter(green, blue))


def _large_parts(mask: Mask, least: float) -> Iterator[tuple[int, int, int, int]]:
    """Boxes around what hangs together in the mask and is `least` points wide and high, with a margin."""
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges > 0)
    ends = np.nonzero(edges < 0)[1]
    if len(rows) > _MOST_RUNS:  # colour all over: a photograph
        return
    parts: list[list[int]] = []  # left, top, right, bottom, points
    open_runs: list[tuple[int, int, int, int]] = []
    owner: list[int] = []

    def found(part: int) -> int:
        while owner[part] != part:
            part = owner[part]
        return part

    for y, start, end in zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True):
        open_runs = [run for run in open_runs if run[0] >= y - 1]
        part = len(parts)
        parts.append([start, y, end, y + 1, end - start])
        owner.append(part)
        for above, left, right, other in open_runs:
            if above == y - 1 and left <= end and right >= start:
                _join(parts, owner, found(other), found(part))
        open_runs.append((y, start, end, part))
    for part, (left, top, right, bottom, points) in enumerate(parts):
        wide, high = right - left, bottom - top
        if owner[part] == part and min(wide, high) >= least and points < _FILLED * wide * high:
            yield max(0, left - 1), max(0, top - 1), right + 1, bottom + 1


def _join(parts: list[list[int]], owner: list[int], first: int, second: int) -> None:
    if first == second:
        return
    a, b = parts[first], parts[second]
    parts[first] = [min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]), a[4] + b[4]]
    owner[second] = first
