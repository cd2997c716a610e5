"""What is found on a page before it is understood: pieces of text, ruling lines, fills.

All coordinates are in points, x from the left and y from the top of the page as it is read: a page
whose text is turned has been turned upright.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a page lies in the PDF's own space, and the quarter turns that set its text upright."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.turn % 2 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.turn % 2 else self.top - self.bottom

    def upright(self, x: float, y: float) -> tuple[float, float]:
        """A point of the PDF's space (y upwards) as seen by the reader (y downwards)."""
        if self.turn == 0:
            return x - self.left, self.top - y
        if self.turn == 1:
            return y - self.bottom, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def upright_box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A box as (left, top, right, bottom) in the reader's space."""
        ax, ay = self.upright(x0, y0)
        bx, by = self.upright(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one style on one line, without a wide gap inside.

    text: NFC; keeps one space at either end where the file has one there.
    size: height of the font in points. turned: set at an angle to the rest of the page.
    doubtful: recognised in a picture with little confidence.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    turned: bool = False
    top: float = 0.0
    bottom: float = 0.0
    doubtful: bool = False

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def height_middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruling line: `at` is its y (or x, for an upright one), from `start` to `end`."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled box; light: too light to carry white text."""

    left: float
    top: float
    right: float
    bottom: float
    light: bool

    def covers(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Drawing:
    """Lines, fills and the share of the page that pictures cover."""

    across: tuple[Rule, ...] = ()
    upright: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    picture_share: float = 0.0
