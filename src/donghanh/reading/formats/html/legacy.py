"""Text of a page from before Unicode, put into Unicode before anything else is read of it.

The words of the whole page are judged together: a word is often torn over several elements, and what one
leaves open its neighbours tell. The fonts of the page say what they can.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from donghanh.reading.blocks import Doubt
from donghanh.reading.formats.html.css import StyleSheet
from donghanh.reading.formats.html.looks import Look, look_within
from donghanh.reading.formats.html.parsing import Element
from donghanh.reading.formats.legacy import doubts_about
from donghanh.vietnam.legacy import LegacyEncoding, Said, Token, encoding_of_font, recoded_tokens

_NO_WORDS = frozenset({"head", "script", "style"})
_WITHIN_WORDS = frozenset(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark o:p q s samp small span strike strong sub "
    "sup tt u var wbr".split()
)

_encoding = lru_cache(maxsize=1024)(encoding_of_font)


@dataclass(slots=True)
class _Gathered:
    """The words of a page as one text, and the elements whose text or tail each stretch of it is."""

    parts: list[str] = field(default_factory=list)
    places: list[tuple[Element, bool]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    length: int = 0

    def add(self, element: Element, is_tail: bool, look: Look) -> None:
        text = element.tail if is_tail else element.text
        if not text:
            return
        encoding = _encoding(look.font) if look.font else None
        self.places.append((element, is_tail))
        self.starts.append(self.length)
        start = self.length
        self.put(text)
        if encoding is not None:
            if self.said and self.said[-1].end == start and self.said[-1].encoding is encoding:
                start = self.said.pop().start
            self.said.append(Said(start, self.length, encoding))

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def modernize(root: Element, sheet: StyleSheet) -> tuple[Doubt, ...]:
    """Put the words of a page into Unicode in place; what the person should be told of it."""
    gathered = _gather(root, sheet)
    tokens, raised = recoded_tokens("".join(gathered.parts), gathered.said)
    _replace(gathered, tokens)
    found: dict[LegacyEncoding, None] = dict.fromkeys(token.encoding for token in tokens)
    return doubts_about(list(found), raised)


def _gather(root: Element, sheet: StyleSheet) -> _Gathered:
    gathered = _Gathered()
    looks = [Look()]
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if element.tag not in _WITHIN_WORDS:
            gathered.put("\n")
        if event == "end":
            looks.pop()
            if element is not root:
                gathered.add(element, True, looks[-1])
            continue
        if element.tag in _NO_WORDS:
            events.skip_subtree()
            looks.append(looks[-1])
            continue
        looks.append(look_within(looks[-1], element, sheet.of(element)))
        gathered.add(element, False, looks[-1])
    return gathered


def _replace(gathered: _Gathered, tokens: Sequence[Token]) -> None:
    """Write the tokens back where they stood; where letters merge the first place has all."""
    letters: dict[int, list[str]] = {}
    for token in tokens:
        same = len(token.text) == token.end - token.start
        for at in range(token.start, token.end):
            index = bisect_right(gathered.starts, at) - 1
            element, is_tail = gathered.places[index]
            if index not in letters:
                letters[index] = list((element.tail if is_tail else element.text) or "")
            offset = at - token.start
            new = token.text[offset] if same else token.text if offset == 0 else ""
            letters[index][at - gathered.starts[index]] = new
    for index, changed in letters.items():
        element, is_tail = gathered.places[index]
        if is_tail:
            element.tail = "".join(changed)
        else:
            element.text = "".join(changed)
