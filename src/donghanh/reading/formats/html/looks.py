"""How the words in an element look: its tag, its attributes and the rules of the page put together."""

import re
from dataclasses import dataclass, replace

from donghanh.reading.formats.html.css import Declarations
from donghanh.reading.formats.html.parsing import Element

_BOLD_TAGS = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_ITALIC_TAGS = frozenset({"i", "em", "cite", "dfn", "var", "address"})
_CENTRED_TAGS = frozenset({"center", "th", "caption"})
_PRE_TAGS = frozenset({"pre", "textarea", "listing", "xmp", "plaintext"})
_INDENTING_TAGS = frozenset({"blockquote", "dd", "ul", "ol", "dir", "menu"})
_NOT_SEEN = frozenset({"hidden", "collapse"})

_CM = {
    "cm": 1.0,
    "mm": 0.1,
    "in": 2.54,
    "pt": 2.54 / 72,
    "pc": 2.54 / 6,
    "px": 2.54 / 96,
    "em": 0.45,
    "rem": 0.45,
}
_LENGTH = re.compile(r"(-?\d{0,6}(?:\.\d{0,6})?)\s*(cm|mm|in|pt|pc|px|em|rem)?")
_FURTHEST_INDENT = 15.0
_ZERO = re.compile(r"0+(?:\.0*)?(?:[a-z]+|%)?")
_FONT_SIZE_ZERO = re.compile(r"(?:^|\s)0(?:px|pt|em|rem|%)?(?:/\S+)?\s")


@dataclass(frozen=True, slots=True)
class Look:
    """What an element hands down to the words in it.

    hidden: takes no room or cannot be seen. spaced: spaces and line breaks of the source are shown.
    indent: left indent in centimetres. font: the first family, "" where none is named.
    """

    bold: bool = False
    italic: bool = False
    capitals: bool = False
    hidden: bool = False
    small: bool = False
    spaced: bool = False
    align: str = ""
    indent: float = 0.0
    font: str = ""

    @property
    def seen(self) -> bool:
        return not (self.hidden or self.small)


def is_gone(element: Element, declared: Declarations) -> bool:
    """Whether an element and all in it are not shown, whatever is declared further in."""
    return (
        element.get("hidden") is not None
        or declared.get("display") == "none"
        or declared.get("mso-hide") == "all"
        or (element.tag == "dialog" and element.get("open") is None)
        or ("opacity" in declared and _ZERO.fullmatch(declared["opacity"]) is not None)
    )


def look_within(outer: Look, element: Element, declared: Declarations) -> Look:
    """The look in `element`, which stands in something of the look `outer`."""
    tag = element.tag
    changes: dict[str, object] = {}
    if tag in _BOLD_TAGS:
        changes["bold"] = True
    if tag in _ITALIC_TAGS:
        changes["italic"] = True
    if tag in _CENTRED_TAGS:
        changes["align"] = "center"
    if tag in _PRE_TAGS:
        changes["spaced"] = True
    if tag == "font" and element.get("face"):
        changes["font"] = _family(element.get("face", ""))
    indent = outer.indent + (1.0 if tag in _INDENTING_TAGS else 0.0)
    if declared:
        changes.update(_declared(declared))
        indent += sum(_length(declared[name]) for name in ("margin-left", "padding-left") if name in declared)
    # Rules of the page would win in a browser; LibreOffice writes a rule for all and means the attribute.
    if tag != "table" and element.get("align") and "text-align" not in element.get("style", ""):
        changes["align"] = element.get("align", "").lower()
    if indent != outer.indent:
        changes["indent"] = min(max(indent, 0.0), _FURTHEST_INDENT)
    return replace(outer, **changes) if changes else outer  # type: ignore[arg-type]


def _declared(declared: Declarations) -> dict[str, object]:
    changes: dict[str, object] = {}
    if "font" in declared:
        shorthand = declared["font"]
        changes["bold"] = "bold" in shorthand
        changes["italic"] = "italic" in shorthand
        changes["small"] = _FONT_SIZE_ZERO.search(shorthand) is not None
        family = re.search(r"\d[\w.%]*(?:/\S+)?\s+(.+)", shorthand)
        if family is not None:
            changes["font"] = _family(family[1])
    if "font-weight" in declared:
        changes["bold"] = _is_bold(declared["font-weight"])
    if "font-style" in declared:
        changes["italic"] = declared["font-style"] in ("italic", "oblique")
    if "font-size" in declared:
        changes["small"] = _ZERO.fullmatch(declared["font-size"]) is not None
    if "font-family" in declared:
        changes["font"] = _family(declared["font-family"])
    if "text-align" in declared:
        changes["align"] = declared["text-align"]
    if "text-transform" in declared:
        changes["capitals"] = declared["text-transform"] == "uppercase"
    if "visibility" in declared:
        changes["hidden"] = declared["visibility"] in _NOT_SEEN
    if "white-space" in declared:
        changes["spaced"] = declared["white-space"].startswith(("pre", "break-spaces"))
    return changes


def _is_bold(weight: str) -> bool:
    return weight.startswith("bold") or (weight.isascii() and weight.isdigit() and int(weight[:4]) >= 600)


def _family(names: str) -> str:
    return names.split(",", maxsplit=1)[0].strip().strip("\"'").strip()


def _length(value: str) -> float:
    """Centimetres, 0 for what has no fixed length."""
    match = _LENGTH.fullmatch(value)
    if match is None or match[1] in ("", "-", ".", "-."):
        return 0.0
    return float(match[1]) * _CM.get(match[2] or "px", 0.0)
