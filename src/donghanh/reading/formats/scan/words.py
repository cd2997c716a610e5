"""What Tesseract found on a page, as words in points."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image

from donghanh.reading.formats.scan.shapes import ScannedWord
from donghanh.reading.formats.scan.typography import boldness, font_size, stroke_width

_INK = 128
# Specks and strokes of pens: marks without a letter that Tesseract itself does not believe in.
_NO_MARK = 40.0


@dataclass(frozen=True, slots=True)
class _Found:
    """A word in points of the picture."""

    text: str
    box: tuple[int, int, int, int]
    baseline: float
    confidence: float
    stroke: float

    @property
    def lettered(self) -> bool:
        return any(map(str.isalnum, self.text))

    @property
    def height(self) -> float:
        return self.baseline - self.box[1]


def words_of(module: Any, found: Any, image: Image.Image, scale: float) -> list[ScannedWord]:
    """The words that a Tesseract iterator leads through; scale: points (1/72 inch) a point of the picture."""
    if found is None:
        return []
    ink = np.asarray(image) < _INK
    lines = [(line, _size(line, x_height)) for line, x_height in _lines(module, found, ink) if line]
    lettered = [(word, size) for line, size in lines for word in line if word.lettered]
    least = boldness([w.stroke / size for w, size in lettered], [len(w.text) for w, _ in lettered])
    words = []
    for line, size in lines:
        bold = _bold(line, least * size)
        words += [_scaled(word, size, heavy, scale) for word, heavy in zip(line, bold, strict=True)]
    return words


def _size(line: list[_Found], x_height: float) -> float:
    """Of the font of a line, in points of the picture."""
    return font_size([(word.text, word.height) for word in line], x_height)


def _bold(line: list[_Found], least: float) -> list[bool]:
    """Which words are bold; a dash is as the word behind it, or before it at the end of the line."""
    bold = [bool(word.stroke > least) if word.lettered else None for word in line]
    known = [heavy for heavy in bold if heavy is not None]
    following = known[-1] if known else False
    told = []
    for heavy in reversed(bold):
        following = following if heavy is None else heavy
        told.append(following)
    return told[::-1]


def _scaled(word: _Found, size: float, bold: bool, scale: float) -> ScannedWord:
    left, top, right, bottom = word.box
    return ScannedWord(
        text=word.text,
        left=left * scale,
        top=top * scale,
        right=right * scale,
        bottom=bottom * scale,
        baseline=word.baseline * scale,
        size=size * scale,
        confidence=word.confidence,
        bold=bold,
    )


def _lines(module: Any, found: Any, ink: np.ndarray) -> Iterator[tuple[list[_Found], float]]:
    """Line by line the words, and the height of the line's small letters."""
    level = module.RIL.WORD
    line: list[_Found] = []
    x_height = 0.0
    while not found.Empty(level):
        if found.IsAtBeginningOf(module.RIL.TEXTLINE):
            yield line, x_height
            row, line = found.RowAttributes(), []
            x_height = row["row_height"] - row["ascenders"] + row["descenders"]
        word = _word(found, level, ink)
        if word is not None:
            line.append(word)
        if not found.Next(level):
            break
    yield line, x_height


def _word(found: Any, level: Any, ink: np.ndarray) -> _Found | None:
    text = unicodedata.normalize("NFC", "".join(found.GetUTF8Text(level).split()))
    box = found.BoundingBox(level)
    confidence = found.Confidence(level)
    if not text or box is None or (confidence < _NO_MARK and not any(map(str.isalnum, text))):
        return None
    left, top, right, bottom = box
    baseline = found.Baseline(level)
    ground = (baseline[0][1] + baseline[1][1]) / 2 if baseline else float(bottom)
    return _Found(text, box, ground, confidence, stroke_width(ink[top:bottom, left:right]))
