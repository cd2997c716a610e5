"""Letters of legacy encodings on a page, each left in its place."""

from collections.abc import Sequence
from dataclasses import dataclass

from donghanh.reading.formats.pdf.characters import Run
from donghanh.vietnam.legacy import LegacyEncoding, Said, recoded_tokens, with_soft_hyphens

# Symbol fonts have their letters in the private use area.
_SYMBOLS = {0xF000 + byte: byte for byte in range(0x20, 0x100)}
_TCVN3 = (LegacyEncoding.TCVN3, LegacyEncoding.TCVN3_CAPITALS)


@dataclass(frozen=True, slots=True)
class Letters:
    """The characters of a page in Unicode; what merged into a letter before leaves an empty string.

    encodings: one entry for every word that was decoded.
    """

    chars: list[str]
    encodings: tuple[LegacyEncoding, ...] = ()
    raised: bool = False


def unicode_letters(text: str, runs: Sequence[Run]) -> Letters:
    """The characters of a page, whose text PDFium gives as `text`, with legacy encodings decoded."""
    chars = list(text)
    for run in runs:
        if run.legacy is not None:
            chars[run.start : run.end] = text[run.start : run.end].translate(_SYMBOLS)
    line, places, said = _in_lines(chars, runs)
    tokens, raised = recoded_tokens(line, said)
    if any(token.encoding in _TCVN3 for token in tokens):
        tokens, raised = recoded_tokens(with_soft_hyphens(line), said)
    for token in tokens:
        own = [places[i] for i in range(token.start, token.end)]
        new = list(token.text) if len(token.text) == len(own) else [token.text, *[""] * (len(own) - 1)]
        for place, letter in zip(own, new, strict=True):
            if place is not None:
                chars[place] = letter
    return Letters(chars, tuple(token.encoding for token in tokens), raised)


def _in_lines(chars: Sequence[str], runs: Sequence[Run]) -> tuple[str, list[int | None], list[Said]]:
    """The text of the runs, with the place of each of its characters and what fonts say of it.

    PDFium swallows the line end behind a hyphen, so that lines are told by where their letters stand.
    """
    parts: list[str] = []
    places: list[int | None] = []
    said: list[Said] = []
    before: Run | None = None
    for run in runs:
        if before is not None:
            on_one_line = abs(run.y - before.y) <= run.size / 2 or run.turn in (1, 3)
            gap = "\n" if not on_one_line else " " if run.start > before.end else ""
            parts.append(gap)
            places += [None] * len(gap)
        start = len(places)
        parts.append("".join(chars[run.start : run.end]))
        places += range(run.start, run.end)
        if run.legacy is not None:
            if said and before is not None and before.legacy is run.legacy:
                start = said.pop().start
            said.append(Said(start, len(places), run.legacy))
        before = run
    return "".join(parts), places, said
