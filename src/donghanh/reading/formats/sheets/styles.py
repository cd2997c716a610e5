"""How cells of an .xlsx file are set, by the number of their style (ECMA-376 part 1, 18.8)."""

from typing import TypeVar

from donghanh.reading.formats.sheets.package import Element, parsed
from donghanh.reading.formats.sheets.sheet import PLAIN, Look

# Formats that are not written into the file (18.8.30); 14 and its kin are shown as the country writes dates.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;(#,##0.00)", 41: '#,##0;-#,##0;"-"', 42: '#,##0;-#,##0;"-"', 43: '#,##0.00;-#,##0.00;"-"',
    44: '#,##0.00;-#,##0.00;"-"', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
_T = TypeVar("_T")
_OFF = frozenset({"0", "false", "none"})
_SIDES = ("{*}left", "{*}right", "{*}top", "{*}bottom")
LINED_SIDES = 3
"""A cell with lines on so many sides stands in a drawn table; a rule under a letterhead is one side."""
CENTRES = frozenset({"center", "centerContinuous"})


def looks_of(styles: bytes) -> list[Look]:
    """The looks that `s` of a cell counts through, from styles.xml; none where it is empty."""
    if not styles:
        return []
    root = parsed(styles)
    codes = {int(_number(e.get("numFmtId"))): e.get("formatCode", "") for e in _children(root, "numFmts")}
    fonts = [(_on(font, "b"), _on(font, "i")) for font in _children(root, "fonts")]
    borders = [_sides(border) >= LINED_SIDES for border in _children(root, "borders")]
    found = []
    for style in _children(root, "cellXfs"):
        bold, italic = _at(fonts, style.get("fontId"), (False, False))
        number = _number(style.get("numFmtId"))
        alignment = _child(style, "alignment")
        look = Look(
            bold=bold,
            italic=italic,
            centred=alignment is not None and alignment.get("horizontal") in CENTRES,
            lined=_at(borders, style.get("borderId"), False),
            code=_plain(codes.get(number) or BUILT_IN.get(number, "")),
        )
        found.append(PLAIN if look == PLAIN else look)
    return found


def _plain(code: str) -> str:
    return "" if code in ("General", "@") else code


def _child(element: Element, name: str) -> Element | None:
    """Its first child of that name: found in half the time that `find` takes."""
    return next(element.iterchildren("{*}" + name), None)


def _children(root: Element, name: str) -> list[Element]:
    parent = _child(root, name)
    return [] if parent is None else list(parent)


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 8 else 0


def _at(items: list[_T], place: str | None, default: _T) -> _T:
    number = _number(place)
    return items[number] if number < len(items) else default


def _on(font: Element, name: str) -> bool:
    element = _child(font, name)
    return element is not None and element.get("val", "1") not in _OFF


def _sides(border: Element) -> int:
    return sum(line.get("style", "none") not in _OFF for line in border.iterchildren(*_SIDES))
