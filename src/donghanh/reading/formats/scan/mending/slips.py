"""A slip of recognition: what was read, and what stands on the paper for certain."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from donghanh.reading.blocks import Paragraph


@dataclass(frozen=True, slots=True)
class Slip:
    """The characters `start` to `end` (exclusive) of a text, and what they are mended to."""

    start: int
    end: int
    becomes: str


# Finds the slips of one kind in the text of a paragraph; none overlap.
Rule = Callable[[str], Iterable[Slip]]


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing mended, for the person who checks: the words before and after, and their page."""

    was: str
    becomes: str
    page: int | None


def mend_paragraph(paragraph: Paragraph, slips: Sequence[Slip]) -> tuple[Paragraph, list[Mend]]:
    """The paragraph with its slips mended; what is mended is uncertain no more."""
    mends: list[Mend] = []
    for slip in sorted(slips, key=lambda s: s.start, reverse=True):
        was = paragraph.text[slip.start : slip.end]
        if was == slip.becomes:
            continue
        start, end = _whole_words(paragraph.text, slip)
        mended = paragraph.text[start : slip.start] + slip.becomes + paragraph.text[slip.end : end]
        mends.append(Mend(paragraph.text[start:end], mended, paragraph.page))
        paragraph = _with(paragraph, slip, (start, end))
    return paragraph, mends[::-1]


def _with(paragraph: Paragraph, slip: Slip, words: tuple[int, int]) -> Paragraph:
    text = paragraph.text[: slip.start] + slip.becomes + paragraph.text[slip.end :]
    growth = len(slip.becomes) - (slip.end - slip.start)

    def moved(place: int) -> int:
        return place if place <= slip.start else max(slip.start, place + growth)

    kept = [(a, b) for a, b in paragraph.uncertain if b <= words[0] or a >= words[1]]
    return replace(
        paragraph,
        text=text,
        bold=moved(paragraph.bold),
        uncertain=tuple((moved(a), moved(b)) for a, b in kept),
    )


def _whole_words(text: str, slip: Slip) -> tuple[int, int]:
    """The slip with the rest of the words that it begins and ends in, so that a person recognises them."""
    start = text.rfind(" ", 0, slip.start) + 1
    end = text.find(" ", max(slip.end - 1, slip.start))
    return start, len(text) if end < 0 else end
