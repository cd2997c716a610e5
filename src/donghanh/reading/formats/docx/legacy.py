"""Text set in legacy fonts, put into Unicode before anything else is read of it.

The runs of a story are decoded together: a word is often torn over several runs, and what one run leaves open
its neighbours tell.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from donghanh.reading.blocks import Doubt
from donghanh.reading.formats.docx.fonts import Fonts, level_font
from donghanh.reading.formats.docx.names import P_PR, R_PR, RUN, TEXT, VAL, Element, P, W
from donghanh.reading.formats.docx.styles import Styles
from donghanh.reading.formats.legacy import doubts_about
from donghanh.vietnam.legacy import LegacyEncoding, Said, composed, decode, encoding_of_font, recoded_tokens

_SPACES = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_SOFT_HYPHEN = W + "softHyphen"
_SYMBOL = W + "sym"
_P_STYLE = W + "pStyle"


@dataclass(frozen=True, slots=True)
class _Slot:
    """The text of one w:t element, which begins at `start` in the text of the story."""

    element: Element
    start: int
    said: LegacyEncoding | None


class Modernizer:
    """Puts the text of stories into Unicode in place, and remembers what was found."""

    def __init__(self, styles: Styles, theme: Element | None) -> None:
        self._styles = styles
        self._fonts = Fonts(styles, theme)
        self._found: Counter[LegacyEncoding] = Counter()
        self._raised = False

    def story(self, root: Element) -> Element:
        """`root`, the text of its runs in Unicode."""
        text, slots = self._gathered(root)
        tokens, raised = recoded_tokens(text, list(_said(slots, len(text))))
        self._raised |= raised
        at = 0
        edits: dict[int, list[tuple[int, int, str]]] = {}
        for token in tokens:
            self._found[token.encoding] += 1
            while at + 1 < len(slots) and slots[at + 1].start <= token.start:
                at += 1
            for slot, start, end, new in _shares(slots, at, token.start, token.end, token.text):
                edits.setdefault(slot, []).append((start, end, new))
        for index, changes in edits.items():
            _edit(slots[index].element, changes)
        return root

    def numbering(self, root: Element | None) -> Element | None:
        """The words of list levels ("§iÒu %1.") in Unicode, where their font tells the encoding."""
        for level in () if root is None else root.iter(W + "lvl"):
            shown = level.find(W + "lvlText")
            encoding = encoding_of_font(level_font(level))
            if shown is not None and encoding is not None:
                value = str(shown.get(VAL, ""))
                decoded = decode(value, encoding)
                self._found[encoding] += decoded != value
                shown.set(VAL, decoded)
        return root

    def doubts(self) -> tuple[Doubt, ...]:
        encodings = [encoding for encoding, count in self._found.most_common() if count]
        return doubts_about(encodings, self._raised)

    def _gathered(self, root: Element) -> tuple[str, list[_Slot]]:
        """The text of all runs, a line a paragraph, and where each piece of it stands."""
        parts: list[str] = []
        slots: list[_Slot] = []
        length = 0
        style, said = "", None
        for element in root.iter(P, RUN, TEXT, _SYMBOL, _SOFT_HYPHEN, *_SPACES):
            tag = element.tag
            if tag == P:
                named = element.find(f"{P_PR}/{_P_STYLE}")
                style = self._styles.known("" if named is None else str(named.get(VAL, "")))
                text, said = "\n", self._fonts.encoding(None, style)
            elif tag == RUN:
                said = self._fonts.encoding(element.find(R_PR), style)
                continue
            elif tag in _SPACES:
                text = _SPACES[tag]
            else:
                if tag == _SYMBOL and not _as_text(element):
                    continue
                if tag == _SOFT_HYPHEN:  # LibreOffice makes one of the byte that TCVN3 has for "ư"
                    element.tag, element.text = TEXT, "\u00ad"
                text = composed(element.text or "")
                if text != (element.text or ""):
                    element.text = text
                slots.append(_Slot(element, length, said))
            parts.append(text)
            length += len(text)
        return "".join(parts), slots


def _as_text(symbol: Element) -> bool:
    """Make text of a character that was set as a symbol of a legacy font."""
    if encoding_of_font(symbol.get(W + "font", "")) is None:
        return False
    try:
        code = int(symbol.get(W + "char", "")[:6], 16)
    except ValueError:
        return False
    if not code & 0xFF >= 0x20 or code & 0xFF00 not in (0, 0xF000):
        return False
    symbol.tag, symbol.text = TEXT, chr(code & 0xFF)
    return True


def _said(slots: list[_Slot], length: int) -> Iterator[Said]:
    """What fonts say, runs of one encoding together."""
    start, encoding = 0, None
    for slot in slots:
        if slot.said is not encoding:
            if encoding is not None:
                yield Said(start, slot.start, encoding)
            start, encoding = slot.start, slot.said
    if encoding is not None:
        yield Said(start, length, encoding)


def _shares(
    slots: list[_Slot], at: int, start: int, end: int, new: str
) -> Iterator[tuple[int, int, int, str]]:
    """The parts of a token that each slot holds, with their new text; where letters merge the first has all."""
    same = len(new) == end - start
    first = True
    for index in range(at, len(slots)):
        begins = slots[index].start
        if begins >= end:
            return
        stops = begins + len(slots[index].element.text or "")
        low, high = max(start, begins), min(end, stops)
        if low < high:
            yield (
                index,
                low - begins,
                high - begins,
                new[low - start : high - start] if same else new if first else "",
            )
            first = False


def _edit(element: Element, changes: list[tuple[int, int, str]]) -> None:
    text = element.text or ""
    parts, done = [], 0
    for start, end, new in changes:
        parts += [text[done:start], new]
        done = end
    element.text = "".join([*parts, text[done:]])
