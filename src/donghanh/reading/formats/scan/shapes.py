"""What recognition yields: words and ruling lines where they stand on a page."""

from dataclasses import dataclass, replace

from donghanh.reading.blocks import Doubt
from donghanh.reading.formats.pdf.shapes import Rule
from donghanh.reading.formats.scan.geometry import Projection

__all__ = ["Projection", "Recognition", "Rule", "ScannedPage", "ScannedWord"]


@dataclass(frozen=True, slots=True)
class ScannedWord:
    """A word recognised in a picture, in points of the upright page, y downwards.

    text: NFC, without spaces. baseline: y on which the letters stand, at the word's middle.
    size: height of the font, the same along a line. confidence: 0 to 100.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    confidence: float
    bold: bool = False

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def moved(self, across: float, down: float) -> "ScannedWord":
        """The word so many points further right and down."""
        return replace(
            self,
            left=self.left + across,
            right=self.right + across,
            top=self.top + down,
            bottom=self.bottom + down,
            baseline=self.baseline + down,
        )


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """A page turned upright and straightened.

    number: from 1. width, height: of the upright page in points.
    words: in the order in which they are read. across, upright: ruling lines of tables and boxes.
    to_original: takes a point of the upright page to the page as the file shows it, both in points (`to_original.box(word.left, word.top, word.right, word.bottom)`).
    dpi: of the picture that was recognised. confidence: mean of the words', by letters; 0 without any.
    """

    number: int
    width: float
    height: float
    words: tuple[ScannedWord, ...]
    across: tuple[Rule, ...]
    upright: tuple[Rule, ...]
    to_original: Projection
    dpi: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Recognition:
    """The pages that were recognised, in order, and what is to be said of the others."""

    pages: tuple[ScannedPage, ...]
    doubts: tuple[Doubt, ...] = ()
