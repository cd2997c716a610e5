"""A long text cut into parts that a screen holds, so that a page costs the same however long the plan is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LENGTH = 9_000
"""About four pages of a plan, in characters."""
_SHORTEST, _LONGEST = 5_000, 12_000


@dataclass(frozen=True, slots=True)
class Part:
    """The range [start, end) of the text; number: from 1. It ends where a line does."""

    number: int
    start: int
    end: int


def parts_of(text: str, headings: Iterable[int] = ()) -> list[Part]:
    """The parts of a text, in order and without gaps; cut before a heading where one is near.

    headings: where they start.
    """
    marks = sorted(headings)
    parts: list[Part] = []
    start = 0
    while len(text) - start > _LONGEST:
        end = _cut(text, start, marks)
        parts.append(Part(len(parts) + 1, start, end))
        start = end
    return [*parts, Part(len(parts) + 1, start, len(text))]


def _cut(text: str, start: int, marks: Sequence[int]) -> int:
    near = marks[bisect_left(marks, start + _SHORTEST) : bisect_right(marks, start + _LONGEST)]
    if near:
        return min(near, key=lambda mark: abs(mark - start - LENGTH))
    line = text.rfind("\n", start + _SHORTEST, start + LENGTH)
    return line + 1 if line >= 0 else start + LENGTH


def part_at(parts: Sequence[Part], place: int) -> Part:
    """The part in which a place of the text lies."""
    return parts[max(0, bisect_right([part.start for part in parts], place) - 1)]
