"""Characters of symbol fonts: what a person sees where the file has a private code.

Word keeps a glyph of Symbol or Wingdings as U+F000 plus its place in the font.
"""

import re

PRIVATE = re.compile("[\uf020-\uf0ff]")
_AS_WRITTEN = "\uf0b7"
"""Stands for any glyph that serves as a bullet, until it is known whether it opens the paragraph."""

_SYMBOL = {
    0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xB0: "°", 0xA5: "∞",
    0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xDE: "⇒", 0xDB: "⇔", 0x61: "α", 0x62: "β", 0x67: "γ",
    0x6D: "μ", 0x70: "π", 0x73: "σ", 0x53: "Σ", 0x44: "Δ", 0x57: "Ω", 0xE5: "∑", 0xD6: "√", 0xA2: "′",
}  # fmt: skip
_WINGDINGS = {
    0x6F: "☐", 0xA8: "☐", 0x71: "☐", 0x78: "☒", 0xFD: "☒", 0xFE: "☑", 0xFC: "✓", 0xFB: "✗", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "→", 0xF0: "⇨", 0x28: "☎", 0x2A: "✉", 0x29: "☎", 0x20: " ",
}  # fmt: skip


def glyph(font: str, code: int) -> str:
    """The character of a w:sym; one of the private codes where the glyph serves as a bullet."""
    low = code & 0xFF
    if code > 0xFF and not 0xF000 <= code <= 0xF0FF:
        is_character = code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF and not 0xFDD0 <= code <= 0xFDEF
        return chr(code) if is_character and code & 0xFFFE != 0xFFFE else ""
    if font.lower().startswith("symbol"):
        return _SYMBOL.get(low) or (chr(low) if 0x20 <= low < 0x40 else _AS_WRITTEN)
    if not font.lower().startswith(("wingdings", "webdings")) and code <= 0xFF:
        return chr(low) if low >= 0x20 else ""
    return _WINGDINGS.get(low, _AS_WRITTEN)


def shown(text: str) -> str:
    """`text` with its private codes as readable characters; a glyph that opens it is a bullet, "- "."""
    if not PRIVATE.search(text):
        return text
    start = text.lstrip()
    if PRIVATE.match(start) and _general(start[0]) == "•":
        text = "- " + start[1:]
    return PRIVATE.sub(lambda found: _general(found[0]), text)


def _general(private: str) -> str:
    """A private character whose font is not told; Wingdings is what Word puts there by itself."""
    low = ord(private) & 0xFF
    return _WINGDINGS.get(low) or (_SYMBOL.get(low, "•") if low in (0xA3, 0xB3, 0xB1, 0xB4, 0xB9) else "•")
