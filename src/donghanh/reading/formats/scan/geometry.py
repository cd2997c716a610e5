"""How a point of one picture of a page goes to its place in another."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Projection:
    """A map of planes that keeps straight lines straight: turning, sizing, and what a camera does.

    terms: the 3 × 3 matrix, row by row.
    """

    terms: tuple[float, ...] = (1, 0, 0, 0, 1, 0, 0, 0, 1)

    def point(self, x: float, y: float) -> Point:
        a, b, c, d, e, f, g, h, i = self.terms
        depth = g * x + h * y + i
        return (a * x + b * y + c) / depth, (d * x + e * y + f) / depth

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """The upright box around where a box goes."""
        corners = [self.point(x, y) for x in (left, right) for y in (top, bottom)]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        return min(across), min(down), max(across), max(down)

    def then(self, after: "Projection") -> "Projection":
        """This one first, then the other."""
        return _of(after._matrix() @ self._matrix())

    def inverse(self) -> "Projection":
        return _of(np.linalg.inv(self._matrix()))

    def _matrix(self) -> np.ndarray:
        return np.array(self.terms, dtype=np.float64).reshape(3, 3)


def scaling(factor: float) -> Projection:
    return Projection((factor, 0, 0, 0, factor, 0, 0, 0, 1))


def turning(degrees: float, width: float, height: float) -> tuple[Projection, float, float]:
    """What turns a sheet clockwise about its middle; with width and height of the sheet that then holds it."""
    angle = np.radians(degrees)
    cos, sin = float(np.cos(angle)), float(np.sin(angle))
    wide, high = abs(width * cos) + abs(height * sin), abs(width * sin) + abs(height * cos)
    x, y = width / 2, height / 2
    terms = (cos, -sin, wide / 2 - cos * x + sin * y, sin, cos, high / 2 - sin * x - cos * y, 0, 0, 1)
    return Projection(terms), wide, high


def through(source: Sequence[Point], target: Sequence[Point]) -> Projection:
    """The projection that takes four points to four others.

    Raises: numpy.linalg.LinAlgError where three of them stand in one line.
    """
    rows: list[list[float]] = []
    values: list[float] = []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return Projection((*np.linalg.solve(np.array(rows), np.array(values)).tolist(), 1.0))


def _of(matrix: np.ndarray) -> Projection:
    return Projection(tuple((matrix / matrix[2, 2]).ravel().tolist()))
