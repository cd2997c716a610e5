"""Where the sheet of paper lies in a photograph of it."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from donghanh.reading.formats.scan.geometry import Box, Point

Corners = tuple[Point, Point, Point, Point]

_SMALL = 400  # points along the longer side of the copy that is looked at
_LEAST_SHARE = 0.3  # of the picture that a sheet takes at least
_LEAST_STEP = 23  # on a scale of 255 for log 256: 1.65 times as light as what it lies on
_MOST_OFF = 2.5  # points that an edge may leave its line by
_LEAST_FOLLOWED = 0.6  # share of an edge that keeps to its line


def find_sheet(grey: Image.Image) -> Corners | None:
    """The corners of a light sheet on something darker, from the upper left clockwise, in points of the picture.

    None where the paper fills the picture, or no four straight edges are seen.
    """
    factor = max(1, round(max(grey.size) / _SMALL))
    small = grey.reduce(factor).filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.MinFilter(5))
    light = _light(np.asarray(small))
    if light is None:
        return None
    left, right = _edge(light), _edge(light[:, ::-1])
    top, bottom = _edge(light.T), _edge(light.T[:, ::-1])
    if left is None or right is None or top is None or bottom is None:
        return None
    height, width = light.shape
    right = (-right[0], width - 1 - right[1])
    bottom = (-bottom[0], height - 1 - bottom[1])
    corners = (
        _meeting(left, top),
        _meeting(right, top),
        _meeting(right, bottom),
        _meeting(left, bottom),
    )
    if not _plausible(corners, width, height):
        return None
    a, b, c, d = (((x + 0.5) * factor, (y + 0.5) * factor) for x, y in corners)
    return a, b, c, d


def _light(values: NDArray[np.uint8]) -> NDArray[np.bool_] | None:
    """Which points are of the paper; None where there are not two kinds of ground.

    By Otsu's threshold on the logarithm: a shadow takes a share of the light, from paper and table alike.
    """
    values = (np.log1p(values.astype(np.float32)) * (255 / np.log(256))).astype(np.uint8)
    counts = np.bincount(values.ravel(), minlength=256).astype(np.float64)
    levels = np.arange(256)
    below, mass = np.cumsum(counts), np.cumsum(counts * levels)
    above = below[-1] - below
    with np.errstate(divide="ignore", invalid="ignore"):
        dark, bright = mass / below, (mass[-1] - mass) / above
        spread = np.nan_to_num(below * above * (bright - dark) ** 2)
    at = int(np.argmax(spread))
    light: NDArray[np.bool_] = values > at
    share = float(light.mean())
    if bright[at] - dark[at] < _LEAST_STEP or not _LEAST_SHARE <= share <= 0.97:
        return None
    return light


def _edge(light: NDArray[np.bool_]) -> tuple[float, float] | None:
    """The left edge of what is light as (a, b): x = a·y + b; found from the rows in the middle outwards."""
    rows = np.flatnonzero(light.mean(axis=1) >= _LEAST_SHARE)
    if len(rows) < light.shape[0] * _LEAST_SHARE:
        return None
    first = np.argmax(light[rows], axis=1)
    middle = slice(len(rows) // 5, len(rows) - len(rows) // 5)
    y, x = rows[middle], first[middle]
    for _ in range(8):
        a, b = np.polyfit(y, x, 1)
        off = np.abs(first - (a * rows + b))
        near = off <= max(_MOST_OFF, float(np.median(np.abs(x - (a * y + b)))))
        y, x = rows[near], first[near]
        if len(y) < 10:
            return None
    if float((off <= _MOST_OFF).mean()) < _LEAST_FOLLOWED:
        return None
    return float(a), float(b)


def _meeting(beside: tuple[float, float], across: tuple[float, float]) -> Point:
    """Where x = a·y + b meets y = c·x + d."""
    (a, b), (c, d) = beside, across
    y = (c * b + d) / (1 - a * c)
    return a * y + b, y


def _plausible(corners: Corners, width: int, height: int) -> bool:
    """Convex, large, within the picture, and not simply all of it."""
    box: Box = (-0.04 * width, -0.04 * height, 1.04 * width, 1.04 * height)
    if not all(box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in corners):
        return False
    turns, area = [], 0.0
    for i in range(4):
        (x0, y0), (x1, y1), (x2, y2) = corners[i], corners[(i + 1) % 4], corners[(i + 2) % 4]
        turns.append((x1 - x0) * (y2 - y1) - (y1 - y0) * (x2 - x1))
        area += (x0 * y1 - x1 * y0) / 2
    return min(turns) > 0 and _LEAST_SHARE <= area / (width * height) <= 0.97
