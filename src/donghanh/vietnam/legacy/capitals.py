"""Capitals that TCVN3 cannot write: "Kế HOạCH" is "KẾ HOẠCH".

TCVN3 has no codes for capitals with a tone mark. In a line of capitals such a letter stands small, and where
its word or both words beside it are capitals there is no doubt what was meant.
"""

import re
import unicodedata
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+")
_BESIDE = re.compile(r"[\s,\-–—“”\"]*")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def raise_capitals(line: str) -> str:
    """`line` with the small letters that can only be capitals as such; its length does not change."""
    words = list(_WORD.finditer(line))
    kinds = [_kind(word[0]) for word in words]
    if "capital" not in kinds:
        return line
    joined = [bool(_BESIDE.fullmatch(line, a.end(), b.start())) for a, b in pairwise(words)]
    letters = list(line)
    for i, word in enumerate(words):
        if kinds[i] == "capital" or (kinds[i] == "open" and _among_capitals(i, kinds, joined)):
            letters[word.start() : word.end()] = _raised(word[0])
    return "".join(letters)


def _kind(word: str) -> str:
    """ "capital" and "small" by the letters that can be either; "open" where those do not tell."""
    fixed = [(i, c) for i, c in enumerate(word) if not _is_toned_small(c)]
    if any(c.islower() for _, c in fixed):
        return "small"
    if len(fixed) >= 2 or any(i > 0 for i, _ in fixed):
        return "capital"
    return "single" if len(fixed) == len(word) else "open"


def _among_capitals(at: int, kinds: list[str], joined: list[bool]) -> bool:
    sides = {_beside(at, step, kinds, joined) for step in (-1, 1)}
    return sides == {"capital"} or (sides == {"capital", ""} and "small" not in kinds)


def _beside(at: int, step: int, kinds: list[str], joined: list[bool]) -> str:
    """The kind of the nearest word that tells on one side; "" where punctuation or nothing is there."""
    while _is_joined(at, step, joined):
        at += step
        if kinds[at] in ("capital", "small"):
            return kinds[at]
    return ""


def _is_joined(at: int, step: int, joined: list[bool]) -> bool:
    gap = at if step > 0 else at - 1
    return 0 <= gap < len(joined) and joined[gap]


def _is_toned_small(letter: str) -> bool:
    return letter.islower() and not _TONES.isdisjoint(unicodedata.normalize("NFD", letter))


def _raised(word: str) -> list[str]:
    return [upper if len(upper := c.upper()) == 1 else c for c in word]
