"""Ruling lines of tables and boxes in a picture, and the picture without them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from donghanh.reading.formats.pdf.shapes import Rule

Mask = NDArray[np.bool_]

_DPI = 150  # of the copy in which lines are looked for
_INK = 190
# Inches. A piece of a line is longer than any stroke of a letter; pieces this near are one line.
_LEVEL_PIECE, _UPRIGHT_PIECE = 0.17, 0.24
_GAP = 0.08
# A thin line has white at this distance on both sides; so much of such a stretch of it is ink at least.
_BESIDE, _STRETCH, _SHARE = 0.027, 0.27, 0.75
_LEAST_LENGTH = 0.3
_THICKEST = 0.06
_EDGE = 0.12  # what runs along the edge of a scan is its shadow
_MOST_PIECES = 40_000


@dataclass(frozen=True, slots=True)
class Ruling:
    """Lines in points (1/72 inch) of the picture, and a mask of their size: where its ink is of lines."""

    across: tuple[Rule, ...]
    upright: tuple[Rule, ...]
    mask: Image.Image


def find_ruling(image: Image.Image, dpi: float) -> Ruling:
    """The ruling lines of an upright picture, also where they are a little broken or askew."""
    factor = max(1, round(dpi / _DPI))
    small = image.reduce(factor)
    ink = np.asarray(small) < _INK
    inch = dpi / factor
    level, across = _lines(ink, inch, _LEVEL_PIECE)
    stood, upright = _lines(np.ascontiguousarray(ink.T), inch, _UPRIGHT_PIECE)
    mask = Image.fromarray((level | stood.T).astype(np.uint8) * 255)
    return Ruling(tuple(across), tuple(upright), mask)


def without_lines(image: Image.Image, ruling: Ruling) -> Image.Image:
    """The picture with its ruling lines painted white."""
    if not (ruling.across or ruling.upright):
        return image
    wider = ruling.mask.filter(ImageFilter.BoxBlur(2)).point(lambda value: 255 * (value > 0))
    mask = wider.resize(image.size)
    clean = image.copy()
    clean.paste(255, mask=mask)
    return clean


def _lines(ink: Mask, inch: float, piece: float) -> tuple[Mask, list[Rule]]:
    """The level lines: their points, and each as a rule."""
    thin = _thin(ink, max(2, round(_BESIDE * inch)))
    runs = _runs(ink, round(piece * inch), 1.0) | (_runs(thin, round(_STRETCH * inch), _SHARE) & thin)
    edges = np.diff(np.pad(runs, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges > 0)
    ends = np.nonzero(edges < 0)[1]
    kept = np.zeros_like(ink)
    if len(rows) > _MOST_PIECES:  # a photograph
        return kept, []
    rules = []
    for line in _gathered(list(zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True)), inch):
        first, last = min(s for _, s, _ in line), max(e for _, _, e in line)
        points = sum(e - s for _, s, e in line)
        if last - first < _LEAST_LENGTH * inch or points / (last - first) > _THICKEST * inch:
            continue
        for y, start, end in line:
            kept[y, start:end] = True
        at = sum((y + 0.5) * (e - s) for y, s, e in line) / points
        if _EDGE * inch < at < ink.shape[0] - _EDGE * inch:
            rules.append(Rule(at / inch * 72, first / inch * 72, last / inch * 72))
    return kept, rules


def _thin(ink: Mask, beside: int) -> Mask:
    """Ink, a point wider above and below, that is white at some distance above and below: no part of a letter."""
    padded = np.pad(ink, ((beside, beside), (0, 0)))
    height = ink.shape[0]
    wider = ink.copy()
    wider[1:] |= ink[:-1]
    wider[:-1] |= ink[1:]
    found: Mask = wider & ~padded[:height] & ~padded[2 * beside :]
    return found


def _runs(ink: Mask, length: int, share: float) -> Mask:
    """Level stretches of so many points of which at least a share is ink: for all of it, an opening."""
    if length < 2 or ink.shape[1] < length:
        return np.zeros_like(ink)
    sums = np.cumsum(np.pad(ink, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    whole = (sums[:, length:] - sums[:, :-length]) >= length * share
    sums = np.cumsum(np.pad(whole, ((0, 0), (length, length - 1))), axis=1, dtype=np.int32)
    found: Mask = (sums[:, length:] - sums[:, :-length]) > 0
    return found


def _gathered(runs: list[tuple[int, int, int]], inch: float) -> list[list[tuple[int, int, int]]]:
    """Runs (row, start, end) of one line together: in rows side by side, with small gaps."""
    gap = _GAP * inch
    lines: list[list[tuple[int, int, int]]] = []
    waiting: list[int] = []  # lines that may go on, by their place in `lines`
    spans: list[tuple[int, int, int]] = []  # last row, start and end of each line
    owner: list[int] = []
    for y, start, end in runs:
        waiting = [i for i in waiting if spans[i][0] >= y - 2 and owner[i] == i]
        near = [i for i in waiting if spans[i][1] - gap <= end and spans[i][2] + gap >= start]
        if not near:
            near = [len(lines)]
            lines.append([])
            spans.append((y, start, end))
            owner.append(near[0])
            waiting.append(near[0])
        target = near[0]
        for other in near[1:]:
            lines[target] += lines[other]
            lines[other] = []
            owner[other] = target
        lines[target].append((y, start, end))
        joined = [spans[i] for i in near]
        spans[target] = y, min(start, *(s[1] for s in joined)), max(end, *(s[2] for s in joined))
    return [line for line in lines if line]
