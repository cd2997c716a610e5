"""How a page lies in its picture: lines of text along or across, and how far askew.

Both are told from projection profiles: seen along its lines, text is dark stripes on white ones; seen from
any other side it is grey. (Postl 1986; Bloomberg, Kopec and Dasari 1995.)
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ink = NDArray[np.bool_]

_WIDEST = 15.0
_COARSE, _FINE = 0.5, 0.05
_MOST_POINTS = 60_000
_LEAST_POINTS = 200


@dataclass(frozen=True, slots=True)
class Lie:
    """sideways: the lines of text run up and down. degrees: turn clockwise by so much to set them level.

    heads_up: how many times more ink stands above the small letters than below them.
    """

    sideways: bool
    degrees: float
    heads_up: float


def lie_of(ink: Ink) -> Lie:
    """How the text in a picture of about 100 dpi lies; level where there is too little of it to tell."""
    y, x = _points(ink)
    if len(y) < _LEAST_POINTS:
        return Lie(False, 0.0, 1.0)
    level, level_score = _best_angle(y, x)
    upright, upright_score = _best_angle(x, -y)
    sideways = upright_score > level_score
    degrees = upright if sideways else level
    profile = _profile(*((x, -y) if sideways else (y, x)), degrees)
    return Lie(sideways, degrees, _heads_up(profile))


def _points(ink: Ink) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Heights and places of the points of ink, or of some of them, spread evenly."""
    y, x = np.nonzero(ink)
    step = max(1, len(y) // _MOST_POINTS)
    return y[::step].astype(np.float32), x[::step].astype(np.float32)


def _best_angle(y: NDArray[np.float32], x: NDArray[np.float32]) -> tuple[float, float]:
    best, _ = _sharpest(y, x, np.arange(-_WIDEST, _WIDEST + _COARSE, _COARSE))
    return _sharpest(y, x, best + np.arange(-_COARSE, _COARSE + _FINE, _FINE))


def _sharpest(
    y: NDArray[np.float32], x: NDArray[np.float32], angles: NDArray[np.float64]
) -> tuple[float, float]:
    """The angle whose profile changes most from row to row, and by how much."""
    scores = [_sharpness(_profile(y, x, float(angle))) for angle in angles]
    best = int(np.argmax(scores))
    return float(angles[best]), scores[best]


def _sharpness(profile: NDArray[np.int64]) -> float:
    """Cut off where lines of text end, so that the few rows with a ruling line count no more than they."""
    cut = np.minimum(profile, np.percentile(profile, 95))
    return float(np.square(np.diff(cut)).sum())


def _profile(y: NDArray[np.float32], x: NDArray[np.float32], degrees: float) -> NDArray[np.int64]:
    """How much ink each row has once the page is turned clockwise by so many degrees."""
    angle = np.float32(np.radians(degrees))
    rows = y * np.cos(angle) + x * np.sin(angle)
    counts: NDArray[np.int64] = np.bincount((rows - rows.min()).astype(np.int32))
    return counts


def _heads_up(profile: NDArray[np.int64]) -> float:
    """Ink above the bodies of small letters over that below: accents and tall strokes outweigh tails."""
    dense = np.percentile(profile[profile > 0], 90) * 0.4
    edges = np.flatnonzero(np.diff(np.concatenate(([0], profile > dense, [0]))))
    starts, ends = edges[::2], edges[1::2]
    keep = ends - starts >= 3
    starts, ends = starts[keep], ends[keep]
    if len(starts) < 2:
        return 1.0
    middles = (ends[:-1] + starts[1:]) // 2
    sums = np.concatenate(([0], np.cumsum(profile)))
    above = sums[starts[1:]] - sums[middles]
    below = sums[middles] - sums[ends[:-1]]
    return float(above.sum() + 1) / float(below.sum() + 1)
