"""Single characters: what a font's private signs mean, and accents back onto their letters."""

import re
import unicodedata
from collections.abc import Callable

_COMBINING = re.compile("[\u0300-\u036f]")
# Accents that some fonts place as letters of their own, and the combining marks that they stand for.
_SPACING_ACCENTS = {
    "\u00b4": "\u0301",
    "\u02ca": "\u0301",
    "\u0060": "\u0300",
    "\u02cb": "\u0300",
    "\u02c6": "\u0302",
    "\u02dc": "\u0303",
    "\u02d8": "\u0306",
}
_ACCENT = re.compile("[\u0300-\u036f" + "".join(map(re.escape, _SPACING_ACCENTS)) + "]")

# Bullets of Symbol and Wingdings, which Word keeps in the private use area.
_PRIVATE = {
    0xF0B7: "•",
    0xF06F: "o",
    0xF0A7: "▪",
    0xF0A8: "◻",
    0xF06E: "■",
    0xF071: "❑",
    0xF0D8: "➢",
    0xF0FC: "✓",
    0xF076: "❖",
    0xF0E0: "→",
    0xF0E8: "➔",
    0xF02D: "-",
    0xF02B: "+",
    0xF02A: "*",
    0xF0B0: "°",
    0xF0B3: "≥",
    0xF0A3: "≤",
    0xF0B4: "×",
}
_SAME = {
    # PDFium's own sign for a hyphen at the end of a line, and other signs drawn as one.
    0xFFFE: "-",
    0x02: "-",
    0xAD: "-",
    0x2010: "-",
    0x2011: "-",
    0xA0: " ",
    0x2007: " ",
    0x202F: " ",
    0x09: " ",
    0x200B: "",
    0x200C: "",
    0x200D: "",
    0xFEFF: "",
    # Fonts without Đ draw it with the Icelandic letter.
    0xD0: "Đ",
    0xF0: "đ",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
}
_MEANING = {**_SAME, **_PRIVATE}
_ODD = re.compile("[\x00-\x1f\x7f\u00a0\u00ad\u00d0\u00f0\u2007-\u2011\u202f\ue000-\uf8ff\ufb00-\ufb04\ufeff\ufffe]")
UNKNOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd\ue000-\uf8ff]")


def plain(text: str) -> str:
    """The text in NFC, with a font's private signs as what they look like."""
    if _ODD.search(text):
        text = text.translate(_MEANING)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def has_accents(text: str) -> bool:
    return _ACCENT.search(text) is not None


def place_accents(
    text: str, extent: Callable[[int], tuple[float, float] | None], is_added: Callable[[int], bool]
) -> list[str]:
    """The characters, each accent set right after the letter that it stands over.

    extent: left and right edge of the ink of the i-th character, None where it has none.
    is_added: the i-th character is a space that is not in the file.
    """
    out = list(text)
    for found in _ACCENT.finditer(text):
        i = found.start()
        ink = extent(i)
        combining = _COMBINING.match(text[i]) is not None
        base = _base(text, i, ink, extent)
        if base is None:
            if not combining or i == 0 or not text[i - 1].isspace():
                continue
            base = i - 1
            while base > 0 and text[base].isspace():
                base -= 1
        out[i] = ""
        mark = text[i] if combining else _SPACING_ACCENTS[text[i]]
        out[base] += mark
        # A space that was added because the pen went back for the accent is none.
        for beside in (i - 1, i + 1):
            if 0 <= beside < len(text) and text[beside] == " " and is_added(beside):
                letters = extent(base), _next_ink(text, beside, extent)
                if base > i or beside < i or _touch(*letters):
                    out[beside] = ""
    return out


def _base(
    text: str, i: int, ink: tuple[float, float] | None, extent: Callable[[int], tuple[float, float] | None]
) -> int | None:
    if ink is None:
        return None
    middle = (ink[0] + ink[1]) / 2
    for j in (i - 1, i + 1, i - 2, i + 2, i - 3, i + 3):
        if 0 <= j < len(text) and text[j].isalpha():
            letter = extent(j)
            if letter is not None and letter[0] - 0.3 <= middle <= letter[1] + 0.3:
                return j
    return None


def _next_ink(
    text: str, i: int, extent: Callable[[int], tuple[float, float] | None]
) -> tuple[float, float] | None:
    for j in range(i + 1, min(i + 4, len(text))):
        if not text[j].isspace() and not _ACCENT.match(text[j]):
            return extent(j)
    return None


def _touch(first: tuple[float, float] | None, second: tuple[float, float] | None) -> bool:
    return first is not None and second is not None and second[0] - first[1] < 1.5
