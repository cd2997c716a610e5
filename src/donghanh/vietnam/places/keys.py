"""Keys under which the spellings of one name meet.

    exact    letters and marks; case, tone placement, hyphens, apostrophes and leading zeros do not count
    folded   exact without diacritics
    loose    folded without spaces; k as c, y as i, doubled letters as one, II as 2

Names that are equal under one key are equal under those below it, so one index over the loose key serves all.
"""

import re
from enum import IntEnum
from functools import cache

from donghanh.vietnam.text import bare, fold


class Likeness(IntEnum):
    """How alike two spellings are; the smaller, the more alike."""

    EXACT = 0
    FOLDED = 1
    LOOSE = 2
    FUZZY = 3


_APOSTROPHE = re.compile(r"['’‘`´ʼ′]\s*")
_SEPARATORS = str.maketrans(dict.fromkeys('-–—‐‑−.,;:/()"“”_', " "))
_ROMAN = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9",
    "x": "10", "xi": "11", "xii": "12",
}  # fmt: skip
_I = re.compile(r"(?<=[bcdfghklmnprstvx])y$|(?<=^qu)y$|^y(?=[aeou])")
_K = re.compile(r"k(?!h)")
_DOUBLED = re.compile(r"([a-z])\1+")


def tokens(name: str) -> list[str]:
    """The words of a name, separators and apostrophes gone: "K' Dang" is one word."""
    words = _APOSTROPHE.sub("", name).translate(_SEPARATORS).split()
    # Names of the state farms: "N.T Phong Hải", "NT Liên Sơn".
    if len(words) > 1 and words[0] == "NT":
        words[:1] = ["Nông", "Trường"]
    elif len(words) > 2 and words[:2] == ["N", "T"]:
        words[:2] = ["Nông", "Trường"]
    return words


@cache
def exact(name: str) -> str:
    return " ".join(_folded_word(w) for w in tokens(name))


@cache
def folded(name: str) -> str:
    return bare(exact(name))


def loose(name: str) -> str:
    words = [_loose_word(w) for w in tokens(name)]
    if words and words[-1] in _ROMAN and (len(words) == 1 or set(words[-1]) == {"i"}):
        words[-1] = _ROMAN[words[-1]]
    return "".join(words)


def likeness(a: str, b: str) -> Likeness | None:
    """How alike two names are by their keys, None where not even the loose ones are equal."""
    if exact(a) == exact(b):
        return Likeness.EXACT
    if folded(a) == folded(b):
        return Likeness.FOLDED
    return Likeness.LOOSE if loose(a) == loose(b) else None


@cache
def _folded_word(word: str) -> str:
    folded_word = fold(word)
    return folded_word.lstrip("0") or "0" if folded_word.isdigit() else folded_word


@cache
def _loose_word(word: str) -> str:
    plain = bare(_folded_word(word))
    if plain in _ROMAN:  # its doubled letters count
        return plain
    return _DOUBLED.sub(r"\1", _K.sub("c", _I.sub("i", plain)))
