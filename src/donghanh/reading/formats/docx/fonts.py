"""In which font a run is set, as far as the font tells the encoding of its text.

Source: ECMA-376 part 1, 17.3.2.26 (rFonts), 17.7 (styles), 20.1.4.1 (theme fonts).
"""

from collections.abc import Iterable
from functools import lru_cache

from donghanh.reading.formats.docx.names import R_PR, VAL, Element, W
from donghanh.reading.formats.docx.styles import Styles
from donghanh.vietnam.legacy import LegacyEncoding, encoding_of_font

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FONTS = W + "rFonts"
# Letters with marks are shown in the font for "high ANSI"; where only the other is given it is meant for both.
_SLOTS = ("hAnsi", "ascii")

_encoding = lru_cache(maxsize=1024)(encoding_of_font)


class Fonts:
    """Tells the encoding that the font of a run stands for, through its styles and the theme."""

    def __init__(self, styles: Styles, theme: Element | None) -> None:
        self._styles = styles
        self._theme = (
            {}
            if theme is None
            else {
                kind: font.get("typeface", "")
                for kind in ("major", "minor")
                if (font := theme.find(f".//{_A}{kind}Font/{_A}latin")) is not None
            }
        )
        self._default = self._first(() if styles.default_run is None else (styles.default_run,))
        self._styled: dict[str, str] = {}

    def encoding(self, r_pr: Element | None, paragraph_style: str) -> LegacyEncoding | None:
        """The encoding of a run with these properties in a paragraph of this style; None for Unicode."""
        name = ""
        if r_pr is not None:
            character = r_pr.find(W + "rStyle")
            name = self._first((r_pr,)) or (
                "" if character is None else self._of_style(character.get(VAL, ""))
            )
        return _encoding(name or self._of_style(paragraph_style) or self._default)

    def _of_style(self, style_id: str) -> str:
        if style_id not in self._styled:
            self._styled[style_id] = self._first(self._styles.run_properties(style_id))
        return self._styled[style_id]

    def _first(self, properties: Iterable[Element]) -> str:
        """The font that the nearest of these properties names; "" where none does."""
        for r_pr in properties:
            fonts = r_pr.find(_FONTS)
            if fonts is None:
                continue
            for slot in _SLOTS:
                theme = fonts.get(f"{W}{slot}Theme", "")
                name = self._theme.get(theme[:5], "") if theme else fonts.get(W + slot, "")
                if name:
                    return name
        return ""


def level_font(level: Element) -> str:
    """The font that a numbering level sets its number in; "" where it names none."""
    fonts = level.find(f"{R_PR}/{_FONTS}")
    return "" if fonts is None else str(fonts.get(W + "hAnsi") or fonts.get(W + "ascii") or "")
