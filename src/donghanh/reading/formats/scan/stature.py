"""How high the letters of a word stand, and so how large its type is and where its line lies.

A box around "nam" ends on the line and is half as high as one around "Giảng", which reaches above and below:
what a box says depends on the letters in it.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

# Shares of the font's size in Times New Roman, in which offices write (Decree 30/2020/NĐ-CP); Arial's
# differ by less than a tenth.
_SMALL, _TALL, _CAPITAL, _MARKED_CAPITAL = 0.46, 0.68, 0.66, 0.87
_HOOKED, _MARKED = 0.57, 0.69
_DESCENT, _DOT_BELOW, _COMMA = 0.21, 0.17, 0.15
_DOT = "\u0323"
_HORN = "\u031b"
_LOW = dict.fromkeys("gjpqy()", _DESCENT) | dict.fromkeys(",;Q", _COMMA)
_HIGH = dict.fromkeys("bdđfhklij()/%“”\"'", _TALL) | {"t": _HOOKED}
# Signs that stand neither on the line nor at a letter's height tell nothing.
_AFLOAT = frozenset("-–—+=*•·~_.,:;…“”\"'|^`")


@dataclass(frozen=True, slots=True)
class Stature:
    """Shares of the font's size by which a word reaches above its line and below it."""

    above: float
    below: float


def stature(word: str) -> Stature | None:
    """How far a word reaches up and down; None where it has no letter that would tell."""
    letters = [c for c in word if c not in _AFLOAT]
    if not letters:
        return None
    reaches = [_letter(c) for c in letters]
    below = max((_LOW.get(c, 0.0) for c in word), default=0.0)
    return Stature(max(r.above for r in reaches), max(below, *(r.below for r in reaches)))


def _letter(letter: str) -> Stature:
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[0], parts[1:]
    dotted = _DOT in marks
    over = [mark for mark in marks if mark not in (_DOT, _HORN)]
    below = max(_DOT_BELOW if dotted else 0.0, _LOW.get(base, 0.0))
    if base.isupper():
        return Stature(_MARKED_CAPITAL if over else _CAPITAL, below)
    if base.isdigit():
        return Stature(_CAPITAL, below)
    if base in _HIGH:
        return Stature(_HIGH[base], below)
    if over:
        return Stature(_MARKED, below)
    return Stature(_HOOKED if _HORN in marks else _SMALL, below)


def middle(weighted: Iterable[tuple[float, float]]) -> float:
    """The median of values by their weights; 0 without any."""
    ordered = sorted(weighted)
    half = sum(weight for _, weight in ordered) / 2
    for value, weight in ordered:
        half -= weight
        if half <= 0:
            return value
    return 0.0
