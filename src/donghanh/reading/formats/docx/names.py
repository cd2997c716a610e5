"""Qualified names of the XML that Word writes, as lxml spells them."""

from collections.abc import Iterator

from lxml import etree

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

VAL = W + "val"
P = W + "p"
P_PR = W + "pPr"
RUN = W + "r"
R_PR = W + "rPr"
TEXT = W + "t"
TABLE = W + "tbl"
ROW = W + "tr"
CELL = W + "tc"
BOX = W + "txbxContent"
ALTERNATE = MC + "AlternateContent"
CHOICE = MC + "Choice"
FALLBACK = MC + "Fallback"

_FIELD_TO_FILL = W + "sdt"
OFF = frozenset({"0", "false", "off"})

TRANSPARENT = frozenset(
    W + name
    for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple")
)
"""Wrappers that stand around content and show all of it."""

DROPPED = frozenset(
    W + name
    for name in (
        "del",
        "moveFrom",
        "sdtPr",
        "sdtEndPr",
        "customXmlPr",
        "smartTagPr",
        "rt",
        "rubyPr",
        "instrText",
        "delText",
    )
)
"""What is never shown: deleted and moved-away text, field codes, properties."""


def is_placeholder(element: Element) -> bool:
    """Whether it is a field to fill that nobody filled yet: what Word shows in it is no text of the paper."""
    if element.tag != _FIELD_TO_FILL:
        return False
    shows = element.find(f"{W}sdtPr/{W}showingPlcHdr")
    return shows is not None and is_on(shows)


def is_on(element: Element) -> bool:
    """Whether an on/off property is on; it is when it stands without a value."""
    return str(element.get(VAL, "1")) not in OFF


def number(value: str | None, default: int = 0, low: int = -(10**6), high: int = 10**6) -> int:
    """A number attribute, clamped; `default` where it is absent or none (files are not to be trusted)."""
    if value is None or len(value) > 18:
        return default
    try:
        found = int(float(value)) if "." in value else int(value)
    except (ValueError, OverflowError):
        return default
    return max(low, min(high, found))


def child_number(parent: Element | None, name: str, default: int = 0, low: int = 0, high: int = 10**6) -> int:
    """`w:val` of the child called `name`, as a number."""
    child = None if parent is None else parent.find(W + name)
    return default if child is None else number(child.get(VAL), default, low, high)


def alternative(element: Element) -> Element | None:
    """The one branch of an mc:AlternateContent to read, the first with text, so that none is read twice."""
    branches = [child for child in element if child.tag in (CHOICE, FALLBACK)]
    for branch in branches:
        if next(branch.iter(TEXT, BOX), None) is not None:
            return branch
    return branches[0] if branches else None


def boxes_in(drawing: Element) -> Iterator[Element]:
    """The text boxes of a drawing in order, each once; those inside a box are left to its reader."""
    todo = [drawing]
    while todo:
        element = todo.pop()
        if element.tag == BOX:
            yield element
        elif element.tag == ALTERNATE:
            branch = alternative(element)
            todo.extend(() if branch is None else (branch,))
        else:
            todo.extend(reversed(element))
