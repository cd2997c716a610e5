"""Text in fonts of symbols, whose letters stand for what Word shows as bullets and ticks."""

from donghanh.reading.formats.docx.symbols import glyph

_SYMBOLS = ("symbol", "wingdings", "webdings")
_SPACES = " \t\n\r\f\u00a0"
# The rings that Word sets as bullets of the second level.
_RING_FONT, _RING = "courier new", "o"


def in_font(text: str, font: str) -> str:
    """`text` as it looks in a font; `font` is its family name in lower case as the page gives it."""
    if font.startswith(_SYMBOLS):
        return "".join(c if c in _SPACES else glyph(font, ord(c)) for c in text)
    if font == _RING_FONT and text.strip(_SPACES) == _RING:
        return text.replace(_RING, glyph("symbol", 0xB7))
    return text
