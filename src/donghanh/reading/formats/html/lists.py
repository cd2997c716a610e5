"""The numbers and marks that a browser shows before the items of lists.

Source: HTML Living Standard (WHATWG), 4.4.5 to 4.4.8; CSS Lists and Counters Level 3.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from donghanh.reading.formats.docx.numbering import written
from donghanh.reading.formats.html.css import Declarations
from donghanh.reading.formats.html.parsing import Element

LISTS = frozenset({"ol", "ul", "dir", "menu"})

_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
_BULLET_STYLES = frozenset({"disc", "circle", "square"})
# A browser shows dot, ring and square; offices set a dash, a plus and a dot for the same three levels.
_BULLETS = "-+•"
_LARGEST = 100_000
_OWN_MARK = re.compile(r"(?:[-–—+*•●▪◦➢✓]|(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-zĐđ]|[IVX]{1,5})[.)/])\s*\S")
_CONTENT = re.compile(r"\"([^\"]*)\"|'([^']*)'|counters?\(\s*([\w-]+)\s*(?:,\s*([\w-]+)\s*)?\)")
_COUNTER = re.compile(r"([\w-]+)(?:\s+(-?\d{1,6}))?")


@dataclass(slots=True)
class _List:
    """One list while its items are counted; style is None where nothing is shown."""

    style: str | None
    bullet: str
    value: int
    step: int


@dataclass(slots=True)
class Lists:
    """The lists that are open and the counters that rules of the page keep.

    lossy: the page was written by LibreOffice, which forgets two things. An interrupted list goes on in
    one that has a list where its first item would be, but not from which number; and "1.1" is told as a "1" within.
    """

    lossy: bool = False
    _open: list[_List] = field(default_factory=list)
    _last: dict[str | None, list[int]] = field(default_factory=dict)
    _counters: dict[str, int] = field(default_factory=dict)

    def begin(self, element: Element, declared: Declarations) -> None:
        """A list opens."""
        ordered = element.tag == "ol"
        depth = sum(not entry.style and bool(entry.bullet) for entry in self._open)
        bullet = _BULLETS[min(depth, len(_BULLETS) - 1)]
        style: str | None = _TYPES.get(element.get("type", "1"), "decimal") if ordered else ""
        named = _style_name(declared)
        if named == "none":
            style, bullet = None, ""
        elif named in _STYLES:
            style = _STYLES[named]
        elif named in _BULLET_STYLES:
            style = ""
        downward = ordered and element.get("reversed") is not None
        first = sum(child.tag == "li" for child in element) if downward else 1
        step = -1 if downward else 1
        if self.lossy and ordered and _goes_on(element):
            first = self._counted_so_far(len(self._open), style) + 1
        self._open.append(_List(style, bullet, _number(element.get("start"), first) - step, step))
        self.count(declared)

    def end(self) -> None:
        if self._open:
            self._open.pop()

    def count(self, declared: Declarations) -> None:
        """Set and move on the counters that the rules for an element name."""
        for name, value in _counted(declared.get("counter-reset", ""), 0):
            self._counters[name] = value
        for name, value in _counted(declared.get("counter-increment", ""), 1):
            self._counters[name] = max(-_LARGEST, min(_LARGEST, self._counters.get(name, 0) + value))

    def mark(self, item: Element, declared: Declarations, before: Declarations) -> str:
        """What is shown before an item: "1.", "a.", "-", nothing."""
        entry = self._open[-1] if self._open else _List("", _BULLETS[0], 0, 1)
        entry.value = _number(item.get("value"), entry.value + entry.step)
        depth = len(self._open) - 1
        if entry.style and self.lossy:
            above = [self._counted_so_far(level) for level in range(depth)]
            self._last[self._open[0].style] = [*above, entry.value]
        if "content" in before:
            return self._generated(before["content"])
        style = entry.style
        named = _style_name(declared)
        if named == "none":
            return ""
        if named in _STYLES or item.get("type") in _TYPES:
            style = _STYLES.get(named) or _TYPES[item.get("type", "")]
        outer = self._open[-2] if self.lossy and depth > 0 else None
        if style == "decimal" and outer is not None and outer.style == style:
            return f"{self._counted_so_far(depth - 1)}.{entry.value}."
        return entry.bullet if not style else f"{written(entry.value, style)}."

    def _counted_so_far(self, depth: int, style: str | None = None) -> int:
        """The last number at a depth in lists like the outermost, or of `style` where none is open yet."""
        counts = self._last.get(self._open[0].style if self._open else style, [])
        return counts[depth] if depth < len(counts) else 0

    def _generated(self, content: str) -> str:
        parts = []
        for match in _CONTENT.finditer(content[:200]):
            if match[3]:
                name = _STYLES.get(match[4] or "", "decimal")
                parts.append(written(self._counters.get(match[3].lower(), 0), name))
            else:
                parts.append(match[1] or match[2] or "")
        return "".join(parts).strip()


def _goes_on(element: Element) -> bool:
    """Whether a list has no item where its first would be, or opens a list that has none there."""
    outer = element.getparent()
    opens = outer is not None and outer.tag == "ol" and outer[0] is element
    return opens or (len(element) > 0 and element[0].tag in LISTS)


def _style_name(declared: Declarations) -> str:
    if "list-style-type" in declared:
        return declared["list-style-type"]
    known = {"none", *_STYLES, *_BULLET_STYLES}
    return next((word for word in declared.get("list-style", "").split() if word in known), "")


def _counted(value: str, default: int) -> Iterator[tuple[str, int]]:
    for match in _COUNTER.finditer(value[:500]):
        if match[1] != "none" and not match[1].lstrip("-").isdigit():
            yield match[1], int(match[2]) if match[2] else default


def _number(value: str | None, default: int) -> int:
    if value is None or re.fullmatch(r"\s*[-+]?\d{1,6}\s*", value) is None:
        return default
    return int(value)


def without_mark(number: str, text: str) -> str:
    """A number, "" where the words that follow bring a number or mark of their own."""
    words = text.strip()
    if number in _BULLETS:
        return "" if _OWN_MARK.match(words) else number
    return "" if words.startswith(number) else number
