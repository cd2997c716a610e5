"""The words by which a unit is found: with and without marks, and each whole name run together."""

import re
from collections.abc import Iterable

from donghanh.vietnam.places.keys import loose
from donghanh.vietnam.text import bare, fold

_WORD = re.compile(r"\w+")
_MOST_WORDS = 12


def searched(names: Iterable[str]) -> str:
    """All words of the names as they are kept for the search.

    >>> searched(["Hội LHPN xã Na Loi"])
    ' hội lhpn xã na loi hoi xa =hoilhpnxanaloi'
    """
    listed = list(names)
    marked = [word for name in listed for word in _WORD.findall(fold(name))]
    plain = [word for name in listed for word in _WORD.findall(bare(name))]
    whole = [key(name) for name in listed]
    return "".join(f" {word}" for word in dict.fromkeys((*marked, *plain, *whole)))


def key(name: str) -> str:
    """The one word of a whole name, however it is spelled; no word that is typed is one."""
    return "=" + "".join(_WORD.findall(loose(name)))


def asked(words: str) -> list[str]:
    """What each typed word asks for: with its marks where it has any.

    >>> asked("Hội na loi")
    ['hội', 'na', 'loi']
    """
    return _WORD.findall(fold(words))[:_MOST_WORDS]
