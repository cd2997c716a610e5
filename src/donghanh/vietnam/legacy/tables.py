"""The code tables of the encodings that were in use before Unicode.

Sources: TCVN 5712:1993 (VN1, VN2, VN3; the ".Vn" fonts of ABC hold VN3); the character tables of the VNI
fonts for Windows; RFC 1456 (VIQR); the code page 1258 of Microsoft, which Python has.
"""

import unicodedata
from enum import StrEnum


class LegacyEncoding(StrEnum):
    """The encodings that are decoded; the value is what a person calls it.

    TCVN3 has codes for small letters with a tone mark only: its capital fonts (TCVN3_CAPITALS, names that
    end in H) draw capitals at the same places. TCVN5712 is the whole standard, with codes for capitals where
    TCVN3 has punctuation and controls.
    """

    TCVN3 = "TCVN3 (ABC)"
    TCVN3_CAPITALS = "TCVN3 (ABC) chữ hoa"
    TCVN5712 = "TCVN 5712"
    VNI = "VNI"
    WINDOWS_1258 = "Windows-1258"
    VIQR = "VIQR"
    UTF_8 = "UTF-8 bị mở nhầm bảng mã"


# --- characters that stand for bytes -----------------------------------------------------------------


def _byte_of() -> dict[int, int]:
    """The byte behind each character that a program makes of one.

    Latin-1, code pages 1252 and 1258 give different characters, never one character for different bytes.
    A byte that no UTF-8 has stands as a lone surrogate (Python's "surrogateescape").
    """
    found = {code: code for code in range(0x100)}
    for page in ("cp1252", "cp1258"):
        for byte in range(0x80, 0x100):
            letter = bytes([byte]).decode(page, errors="ignore")
            if letter:
                found.setdefault(ord(letter), byte)
    return found | {0xDC00 + byte: byte for byte in range(0x80, 0x100)}


BYTE_OF = _byte_of()
# Symbol fonts keep every code, ASCII too, in the private use area.
SYMBOL_BYTE_OF = BYTE_OF | {0xF000 + byte: byte for byte in range(0x20, 0x100)}

# What Windows shows for the bytes where Latin-1 has controls.
PUNCTUATION = {
    byte: letter for byte in range(0x80, 0xA0) if (letter := bytes([byte]).decode("cp1252", errors="ignore"))
}

# --- TCVN 5712 ---------------------------------------------------------------------------------------

_FROM_A1 = "ĂÂÊÔƠƯĐăâêôơưđẰ°±²³´àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
_FROM_80 = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
_CONTROLS = {
    0x01: "Ú", 0x02: "Ụ", 0x04: "Ừ", 0x05: "Ử", 0x06: "Ữ", 0x11: "Ứ", 0x12: "Ự", 0x13: "Ỳ", 0x14: "Ỷ",
    0x15: "Ỹ", 0x16: "Ý", 0x17: "Ỵ",
}  # fmt: skip

TCVN3 = PUNCTUATION | {0xA1 + i: letter for i, letter in enumerate(_FROM_A1)}
TCVN5712 = TCVN3 | {0x80 + i: letter for i, letter in enumerate(_FROM_80)} | _CONTROLS

# --- Windows-1258 ------------------------------------------------------------------------------------

WINDOWS_1258 = PUNCTUATION | {
    byte: letter for byte in range(0xA0, 0x100) if (letter := bytes([byte]).decode("cp1258", errors="ignore"))
}

# --- VNI ---------------------------------------------------------------------------------------------

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_TONES = {"ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_CIRCUMFLEXED = {"â": "", "à": _GRAVE, "á": _ACUTE, "å": _HOOK, "ã": _TILDE, "ä": _DOT}
_BREVED = {"ê": "", "è": _GRAVE, "é": _ACUTE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}
_SINGLE = {
    "ñ": "đ", "ô": "ơ", "ö": "ư", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip


def _vni() -> dict[str, str]:
    """Each letter's one or two characters; the mark after a capital may be of either case."""
    small = dict(_SINGLE)
    for base, letter in zip("aeouyôö", "aeouyơư", strict=True):
        small |= {base + mark: letter + tone for mark, tone in _TONES.items()}
        if base in "aeo":
            small |= {base + mark: letter + _CIRCUMFLEX + tone for mark, tone in _CIRCUMFLEXED.items()}
    small |= {"a" + mark: "a" + _BREVE + tone for mark, tone in _BREVED.items()}
    table = dict(small)
    for code, letter in small.items():
        table[code.upper()] = table[code[0].upper() + code[1:]] = letter.upper()
    return {code: unicodedata.normalize("NFC", letter) for code, letter in table.items()}


VNI = _vni()

# --- VIQR --------------------------------------------------------------------------------------------

VIQR_SHAPES = {"^": _CIRCUMFLEX, "(": _BREVE, "+": "\u031b", "*": "\u031b"}
VIQR_TONES = {"`": _GRAVE, "'": _ACUTE, "?": _HOOK, "~": _TILDE, ".": _DOT}
