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
_WINDOW = 40  # rows: one or two lines of text


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
    level, upright = _best_angle(y, x), _best_angle(x, -y)
    along, across = _profile(y, x, level), _profile(x, -y, upright)
    sideways = _striped(across) > _striped(along)
    degrees, profile = (upright, across) if sideways else (level, along)
    return Lie(sideways, degrees, _heads_up(profile))


def _points(ink: Ink) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Heights and places of the points of ink, or of some of them, spread evenly."""
    y, x = np.nonzero(ink)
    step = max(1, len(y) // _MOST_POINTS)
    return y[::step].astype(np.float32), x[::step].astype(np.float32)


def _best_angle(y: NDArray[np.float32], x: NDArray[np.float32]) -> float:
    best = _sharpest(y, x, np.arange(-_WIDEST, _WIDEST + _COARSE, _COARSE))
    return _sharpest(y, x, best + np.arange(-_COARSE, _COARSE + _FINE, _FINE))


def _sharpest(y: NDArray[np.float32], x: NDArray[np.float32], angles: NDArray[np.float64]) -> float:
    """The angle whose profile changes most from row to row."""
    return float(max(angles, key=lambda angle: _sharpness(_profile(y, x, float(angle)))))


def _sharpness(profile: NDArray[np.int64]) -> float:
    """Cut off where lines of text end, so that the few rows with a ruling line count no more than they."""
    cut = np.minimum(profile, np.percentile(profile, 95))
    return float(np.square(np.diff(cut)).sum())


def _striped(profile: NDArray[np.int64]) -> float:
    """How much rows differ from those nearby, as a share of their ink, in the middle of all ink.

    Lines of text differ so everywhere; the edges of columns and ruling lines do in a few places only.
    """
    windows = np.pad(profile, (0, -len(profile) % _WINDOW)).reshape(-1, _WINDOW)
    ink = windows.mean(axis=1)
    inked = ink >= 0.1 * ink.max()
    ink, spread = ink[inked], windows[inked].std(axis=1) / ink[inked]
    order = np.argsort(spread)
    heavy = np.cumsum(ink[order])
    return float(spread[order[np.searchsorted(heavy, heavy[-1] / 2)]])


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
