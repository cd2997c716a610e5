"""Automatic numbering as Word shows it: "1.2.", "a)", "IV.", "-".

Source: ECMA-376 part 1, 17.9. Counters belong to the abstract list, so that two lists made from one
count on; a start override begins anew the first time its list is used at that level.
"""

from dataclasses import dataclass, field

from donghanh.reading.formats.docx.names import (
    ALTERNATE,
    FALLBACK,
    VAL,
    Element,
    W,
    child_number,
    is_on,
    number,
)
from donghanh.reading.formats.docx.styles import ParagraphLook, Styles

LEVELS = 9
_KEPT_BULLETS = frozenset("+*")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart_after: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(slots=True)
class _Abstract:
    """One list design with its running counters."""

    levels: dict[int, _Level]
    stands_for: str = ""
    counters: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


@dataclass(slots=True)
class _List:
    """One list in use: a design, with what it overrides."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]
    begun: set[int] = field(default_factory=set)


class Numbering:
    """numbering.xml with the counters of one reading; call `next` for each paragraph in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, _Abstract] = {}
        self._lists: dict[int, _List] = {}
        if root is None:
            return
        for element in root.findall(W + "abstractNum"):
            link = element.find(W + "numStyleLink")
            self._abstracts[element.get(W + "abstractNumId", "")] = _Abstract(
                levels=_levels(element), stands_for="" if link is None else str(link.get(VAL, ""))
            )
        for element in root.findall(W + "num"):
            self._lists[number(element.get(W + "numId"), -1)] = _list(element)

    def next(self, look: ParagraphLook) -> tuple[str, int] | None:
        """Count one paragraph: the number that Word shows before it and its level, None without numbering."""
        if not look.numbering:
            return None
        found = self._lists.get(look.numbering)
        abstract = None if found is None else self._design(found)
        if found is None or abstract is None:
            return None
        level = self._level_of(look, found, abstract)
        self._count(found, abstract, level)
        return self._shown(found, abstract, level), level

    def _design(self, found: _List) -> _Abstract | None:
        """The design of a list, through the numbering styles that it may stand for."""
        abstract = self._abstracts.get(found.abstract)
        seen: set[str] = set()
        while abstract is not None and abstract.stands_for and abstract.stands_for not in seen:
            seen.add(abstract.stands_for)
            target = self._lists.get(self._styles.numbering_of(abstract.stands_for) or 0)
            linked = None if target is None else self._abstracts.get(target.abstract)
            if linked is None or linked is abstract:
                break
            abstract = linked
        return abstract

    @staticmethod
    def _level_of(look: ParagraphLook, found: _List, abstract: _Abstract) -> int:
        """A list that comes with a style stands on the level that names the style."""
        if look.direct_level and look.level is not None:
            return look.level
        for style in look.styles:
            for level in range(LEVELS):
                definition = found.levels.get(level) or abstract.levels.get(level)
                if definition is not None and definition.style == style:
                    return level
        return look.level or 0

    @staticmethod
    def _count(found: _List, abstract: _Abstract, level: int) -> None:
        counters = abstract.counters
        now = counters[level]
        override = found.starts.get(level)
        if now is None or (override is not None and level not in found.begun):
            counters[level] = _definition(found, abstract, level).start if override is None else override
        else:
            counters[level] = now + 1
        found.begun.add(level)
        for deeper in range(level + 1, LEVELS):
            after = _definition(found, abstract, deeper).restart_after
            if after is None or level < after:
                counters[deeper] = None

    @staticmethod
    def _shown(found: _List, abstract: _Abstract, level: int) -> str:
        own = _definition(found, abstract, level)
        if own.format == "bullet":
            mark = own.text.strip()
            is_word = len(mark) > 1 and any(c.isalpha() for c in mark)
            return mark if not mark or is_word or mark in _KEPT_BULLETS else "-"
        shown = own.text
        for other in range(LEVELS):
            place = f"%{other + 1}"
            if place in shown:
                definition = _definition(found, abstract, other)
                value = abstract.counters[other]
                name = "decimal" if own.legal else definition.format
                shown = shown.replace(place, written(definition.start if value is None else value, name))
        return shown.strip()


def written(value: int, name: str) -> str:
    """A counter in a number format of Word; formats that Vietnamese offices do not use become decimal."""
    match name:
        case "none":
            return ""
        case "decimalZero":
            return f"{value:02d}"
        case "upperRoman":
            return _roman(value)
        case "lowerRoman":
            return _roman(value).lower()
        case "upperLetter":
            return _letters(value)
        case "lowerLetter":
            return _letters(value).lower()
        case "ordinal":
            teens = value % 100 in (11, 12, 13)
            return f"{value}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"
        case "numberInDash":
            return f"- {value} -"
    return str(value)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    text = ""
    for worth, letters in _ROMAN:
        while value >= worth:
            text += letters
            value -= worth
    return text


def _letters(value: int) -> str:
    """A to Z, then AA, BB and so on, as Word counts; not as spreadsheets do."""
    if not 0 < value <= 26 * 30:
        return str(value)
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _definition(found: _List, abstract: _Abstract, level: int) -> _Level:
    return found.levels.get(level) or abstract.levels.get(level) or _UNDEFINED


_UNDEFINED = _Level()


def _levels(parent: Element) -> dict[int, _Level]:
    return {
        number(element.get(W + "ilvl"), 0, 0, LEVELS - 1): _level(element)
        for element in parent.findall(W + "lvl")
    }


def _level(element: Element) -> _Level:
    text, style, legal = (element.find(W + name) for name in ("lvlText", "pStyle", "isLgl"))
    restart = element.find(W + "lvlRestart")
    shown = "" if text is None else str(text.get(VAL, ""))
    picture = element.find(W + "lvlPicBulletId") is not None
    return _Level(
        start=child_number(element, "start", 0),
        format=_format(element),
        text=shown or ("•" if picture else ""),
        restart_after=None if restart is None else number(restart.get(VAL), 0, 0, LEVELS),
        legal=legal is not None and is_on(legal),
        style="" if style is None else str(style.get(VAL, "")),
    )


def _format(level: Element) -> str:
    found = level.find(W + "numFmt")
    if found is None:
        # Word wraps newer formats; the other branch has the custom pattern, such as "01, 02, 03".
        found = level.find(f"{ALTERNATE}//{W}numFmt")
        custom = "" if found is None else str(found.get(W + "format", ""))
        if custom.startswith("01,"):
            return "decimalZero"
        found = level.find(f"{ALTERNATE}/{FALLBACK}/{W}numFmt")
    return "decimal" if found is None else str(found.get(VAL, "decimal"))


def _list(element: Element) -> _List:
    abstract = element.find(W + "abstractNumId")
    levels: dict[int, _Level] = {}
    starts: dict[int, int] = {}
    for override in element.findall(W + "lvlOverride"):
        level = number(override.get(W + "ilvl"), 0, 0, LEVELS - 1)
        own = override.find(W + "lvl")
        if own is not None:
            levels[level] = _level(own)
        if override.find(W + "startOverride") is not None:
            starts[level] = child_number(override, "startOverride", 0)
    return _List("" if abstract is None else str(abstract.get(VAL, "")), levels, starts)
