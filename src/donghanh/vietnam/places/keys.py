"""Keys under which the spellings of one name meet.

    exact    letters and marks; case, tone placement, hyphens, apostrophes and leading zeros do not count
    folded   exact without diacritics
    loose    folded without spaces; k as c, y as i, doubled letters as one, II as 2

Names that are equal under one key are equal under those below it, so one index over the loose key serves all.
"""

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache

from donghanh.vietnam.text import bare, fold


class Likeness(IntEnum):
    """How alike two spellings are; the smaller, the more alike."""

    EXACT = 0
    FOLDED = 1
    LOOSE = 2
    REMARKED = 3  # the letters agree, the marks contradict: "Tam Đường", "Tam Dương"


_REMEMBERED = 1 << 16  # spellings; the lists have some 20,000

_APOSTROPHE = re.compile(r"['’‘`´ʼ′]\s*")
_SEPARATORS = str.maketrans(dict.fromkeys('-–—‐‑−.,;:/()"“”_', " "))
_ROMAN = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9",
    "x": "10", "xi": "11", "xii": "12",
}  # fmt: skip
_I = re.compile(r"(?<=[bcdfghklmnprstvx])y$|(?<=^qu)y$|^y(?=[aeou])")
_K = re.compile(r"k(?!h)")
_DOUBLED = re.compile(r"([a-z])\1+")
# The word for water in the languages of the Central Highlands, for which every list has its own marks.
_DAK = re.compile(r"đ[aăắ](?=[kc])")


def tokens(name: str) -> list[str]:
    """The words of a name, separators and apostrophes gone: "K' Dang" is one word."""
    words = _APOSTROPHE.sub("", name).translate(_SEPARATORS).split()
    # Names of the state farms: "N.T Phong Hải", "NT Liên Sơn".
    for shortened in (["NT"], ["N", "T"]):
        if len(words) > len(shortened) and [w.upper() for w in words[: len(shortened)]] == shortened:
            words[: len(shortened)] = ["Nông", "Trường"]
    return words


@lru_cache(maxsize=_REMEMBERED)
def exact(name: str) -> str:
    return " ".join(_folded_word(w) for w in tokens(name))


@lru_cache(maxsize=_REMEMBERED)
def folded(name: str) -> str:
    return bare(exact(name))


@lru_cache(maxsize=_REMEMBERED)
def loose(name: str) -> str:
    words = [_loose_word(w) for w in tokens(name)]
    if words and words[-1] in _ROMAN and (len(words) == 1 or set(words[-1]) == {"i"}):
        words[-1] = _ROMAN[words[-1]]
    return "".join(words)


def likeness(asked: str, name: str) -> Likeness | None:
    """How alike a name asked for is to one of the lists, None where not even their loose keys are equal."""
    if exact(asked) == exact(name):
        return Likeness.EXACT
    if loose(asked) != loose(name):
        return None
    if not _marks_agree(exact(asked), exact(name)):
        return Likeness.REMARKED
    return Likeness.FOLDED if folded(asked) == folded(name) else Likeness.LOOSE


def _marks_agree(asked: str, name: str) -> bool:
    """Whether each word asked for has no marks, or those of the name."""
    a, b = asked.split(), name.split()
    if len(a) != len(b):
        a, b = ["".join(a)], ["".join(b)]
    return all(_marks(x) in ("", _marks(y)) for x, y in zip(a, b, strict=True))


@lru_cache(maxsize=_REMEMBERED)
def _marks(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", _DAK.sub("da", word))
    return "".join(c for c in decomposed if unicodedata.combining(c) or c == "đ")


@lru_cache(maxsize=_REMEMBERED)
def _folded_word(word: str) -> str:
    folded_word = fold(word)
    return folded_word.lstrip("0") or "0" if folded_word.isdigit() else folded_word


@lru_cache(maxsize=_REMEMBERED)
def _loose_word(word: str) -> str:
    plain = bare(_folded_word(word))
    if plain in _ROMAN:  # its doubled letters count
        return plain
    return _DOUBLED.sub(r"\1", _K.sub("c", _I.sub("i", plain)))
