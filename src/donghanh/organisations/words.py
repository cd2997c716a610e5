"""The words by which a unit is found: with and without marks, each with a blank before it."""

import re
from collections.abc import Iterable

from donghanh.vietnam.text import bare, fold

_WORD = re.compile(r"\w+")


def searched(names: Iterable[str]) -> str:
    """All words of the names as they are kept for the search."""
    marked = [word for name in names for word in _WORD.findall(fold(name))]
    plain = [word for name in names for word in _WORD.findall(bare(name))]
    return "".join(f" {word}" for word in dict.fromkeys((*marked, *plain)))


def asked(words: str) -> list[str]:
    """What each typed word asks for: with its marks where it has any, as the beginning of a word.

    >>> asked("Hội na loi")
    [' hội', ' na', ' loi']
    """
    return [f" {word}" for word in _WORD.findall(fold(words))[:12]]
