"""Numbers of headings and items, counted anew where some between them were left out."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from donghanh.plans.content import Work

_ROMAN = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))
_LETTERS = "abcdđeghiklmnopqrstuvxy"


def numbered_anew(works: Iterable[Work]) -> tuple[Work, ...]:
    """Each numbered as its kind counts (I, 1, 1.1, a), from the first on in what it stands under; what counts otherwise
    ("Phần A", "Điều 3") keeps its number."""
    counts: Counter[tuple[int | None, str]] = Counter()
    before: dict[int, str] = {}
    labels: dict[int, str] = {}
    made: list[Work] = []
    for work in works:
        before[work.key] = work.label
        style = _style(work.label)
        counts[work.parent, style] += 1
        above = work.parent if work.parent in labels else None
        label = _label(
            work.label,
            style,
            counts[work.parent, style],
            *((before[above], labels[above]) if above else ("", "")),
        )
        labels[work.key] = label
        made.append(replace(work, label=label))
    return tuple(made)


def _style(label: str) -> str:
    for style, pattern in (("I", r"[IVX]+"), ("1", r"\d+"), ("1.1", r"\d+(?:\.\d+)+"), ("a", r"[a-zđ]")):
        if re.fullmatch(pattern, label):
            return style
    return ""


def _label(label: str, style: str, number: int, before: str, above: str) -> str:
    match style:
        case "I":
            return _roman(number)
        case "1":
            return str(number)
        case "1.1":  # counts on from the number above, where that is how it was counted
            stem = label.rpartition(".")[0]
            return f"{above if stem == before else stem}.{number}"
        case "a":
            return _LETTERS[number - 1] if number <= len(_LETTERS) else label
    return label


def _roman(number: int) -> str:
    made = ""
    for letters, value in _ROMAN:
        while number >= value:
            made, number = made + letters, number - value
    return made
