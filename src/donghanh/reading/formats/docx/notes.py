"""Footnotes and endnotes: gathered where they are referred to, read after the body."""

from collections.abc import Callable

from msgspec.structs import replace

from donghanh.reading.blocks import Block, Paragraph
from donghanh.reading.formats.docx.names import Element, W
from donghanh.reading.formats.docx.numbering import written

_PARTS = {"foot": "footnotes", "end": "endnotes"}
_FORMATS = {"foot": "decimal", "end": "lowerRoman"}


class Notes:
    """The notes of one document, numbered as Word does: footnotes 1, 2, 3, endnotes i, ii, iii.

    part: gives the root of "footnotes" or "endnotes", None where the file has none.
    """

    def __init__(self, part: Callable[[str], Element | None]) -> None:
        self._part = part
        self._used: dict[tuple[str, str], None] = {}

    def used(self, kind: str, note_id: str) -> None:
        """A note was referred to."""
        self._used[kind, note_id] = None

    def blocks(self, read: Callable[[Element], list[Block]]) -> list[Block]:
        """The notes that are referred to, in order, each led by its number in brackets."""
        found: list[Block] = []
        for kind, part in _PARTS.items():
            ids = [note_id for used, note_id in self._used if used == kind]
            root = self._part(part) if ids else None
            notes = (
                {} if root is None else {note.get(W + "id"): note for note in root.findall(f"{W}{kind}note")}
            )
            for place, note_id in enumerate(ids, start=1):
                if note_id in notes:
                    found.extend(_led(read(notes[note_id]), f"[{written(place, _FORMATS[kind])}] "))
        return found


def _led(blocks: list[Block], mark: str) -> list[Block]:
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph):
        return blocks
    bold = first.bold + len(mark) if first.all_bold else 0
    return [replace(first, text=mark + first.text, bold=bold), *blocks[1:]]
