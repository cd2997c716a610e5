"""Single characters: what a font's private signs mean, and accents back onto their letters."""

import re
import unicodedata
from typing import Protocol

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
# Points between two letters of one word.
_TOUCHING = 1.5
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
    # Fonts without Đ draw it with the Icelandic letter.
    0xD0: "Đ",
    0xF0: "đ",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
}
_UNSEEN = dict.fromkeys(
    [*range(0x20), 0x7F, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF], ""
)
_MEANING = {**_UNSEEN, **_SAME, **_PRIVATE}
_ODD = re.compile(
    "[\x00-\x1f\x7f\u00a0\u00ad\u00d0\u00f0\u2007\u200b-\u2011\u202a-\u202f\u2060-\u2064\ue000-\uf8ff"
    "\ufb00-\ufb04\ufeff\ufffe]"
)
_UNKNOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd\ue000-\uf8ff]")


def unknown(text: str) -> int:
    """How many characters of a text stand for nothing that is known."""
    return sum(1 for c in _UNKNOWN.findall(text) if ord(c) not in _SAME and ord(c) not in _PRIVATE)


def plain(text: str) -> str:
    """The text in NFC, with a font's private signs as what they look like."""
    if _ODD.search(text):
        text = text.translate(_MEANING)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def has_accents(text: str) -> bool:
    return _ACCENT.search(text) is not None


class Letters(Protocol):
    """Where the characters of a page stand, and which of them are not in the file."""

    def ink(self, i: int) -> tuple[float, float, float, float] | None: ...

    def edge(self, i: int, right: bool) -> float: ...

    def is_added(self, i: int) -> bool: ...


def place_accents(text: str, letters: Letters) -> list[str]:
    """The characters, each accent set right after the letter that it stands over.

    What moves, and spaces that were added only because the pen went back for an accent, leave an empty
    string behind, so that every character keeps its number.
    """
    out = list(text)
    for found in _ACCENT.finditer(text):
        i = found.start()
        combining = _COMBINING.match(text[i]) is not None
        base = _base(text, i, letters)
        if base is None and combining:
            base = _letter_before(text, i)
        if base is None:
            continue
        out[i] = ""
        out[base] += text[i] if combining else _SPACING_ACCENTS[text[i]]
        for beside in (i - 1, i + 1):
            if 0 <= beside < len(text) and text[beside] == " " and letters.is_added(beside):
                following = _letter_after(text, beside)
                within = beside < i and base < beside
                touching = following is not None and (
                    letters.edge(following, False) - letters.edge(base, True) < _TOUCHING
                )
                if within or touching:
                    out[beside] = ""
    return out


def _base(text: str, i: int, letters: Letters) -> int | None:
    """The letter whose ink the i-th character stands over or under."""
    ink = letters.ink(i)
    if ink is None:
        return None
    middle = (ink[0] + ink[2]) / 2
    for j in (i - 1, i + 1, i - 2, i + 2, i - 3, i + 3):
        if 0 <= j < len(text) and text[j].isalpha():
            letter = letters.ink(j)
            if letter is not None and letter[0] - 0.3 <= middle <= letter[2] + 0.3:
                return j
    return None


def _letter_before(text: str, i: int) -> int | None:
    return next((j for j in range(i - 1, max(-1, i - 5), -1) if text[j].isalpha()), None)


def _letter_after(text: str, i: int) -> int | None:
    return next((j for j in range(i + 1, min(i + 4, len(text))) if text[j].isalnum()), None)
