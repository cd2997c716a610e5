"""Text in a legacy encoding becomes Unicode, token by token.

Text comes as characters: each stands for the byte from which a program made it, by Latin-1 or by the code
page 1252 or 1258. What no byte can stand behind is no legacy text, and its token is left alone.
"""

import re
import unicodedata
from functools import lru_cache

from donghanh.vietnam.legacy.tables import (
    BYTE_OF,
    PUNCTUATION,
    SYMBOL_BYTE_OF,
    TCVN3,
    TCVN5712,
    VNI,
    WINDOWS_1258,
    LegacyEncoding,
)
from donghanh.vietnam.legacy.viqr import decode_viqr
from donghanh.vietnam.syllables import is_syllable

TOKEN = re.compile(r"[^ \t\r\n\f\v\u2028\u2029]+")
"""What is decoded as one: no encoding has a letter that reaches over a space."""

_VNI_LETTER = re.compile(
    "|".join(f"{code[0]}[{''.join(other[1] for other in VNI if other[0] == code[0] and other[1:])}]?"
             for code in dict.fromkeys(code[0] for code in VNI if len(code) > 1))
    + "|" + f"[{''.join(code for code in VNI if len(code) == 1)}]"
)  # fmt: skip
_WORD_LENGTH = 30
_COMBINING = re.compile("[\u0300-\u036f]")
_CLUSTER = re.compile(r"[^\W\d_][\u0300-\u036f]{2,}")
# Marks that no code page has by themselves: a program decomposed the text.
_DECOMPOSED = re.compile("[\u0302\u0306\u0308\u030a\u0327\u031b]")
_WORD = re.compile(r"[^\W\d_]+")


def decode(text: str, encoding: LegacyEncoding) -> str:
    """`text`, known to be in `encoding`, in Unicode and NFC; tokens that cannot be in it stay."""
    if encoding is LegacyEncoding.VIQR:
        return decode_viqr(text)
    return TOKEN.sub(lambda token: decode_token(token[0], encoding) or token[0], text)


def decode_token(token: str, encoding: LegacyEncoding) -> str | None:
    """One token without white space; None where it cannot be in the encoding."""
    return _decode_word(token, encoding) if len(token) <= _WORD_LENGTH else _decode_token(token, encoding)


def _decode_token(token: str, encoding: LegacyEncoding) -> str | None:
    spelt = _spelt(token)
    if spelt is None:
        return None
    decoded = _decoded(spelt, encoding)
    if not _COMBINING.search(token):
        return decoded
    # Marks are letters of their own in a code page, or the work of a program that decomposed text.
    composed = _spelt(unicodedata.normalize("NFC", token))
    other = None if composed is None else _decoded(composed, encoding)
    if other is None or (decoded is not None and _is_well_spelt(decoded)):
        return decoded
    return other if decoded is None or _is_well_spelt(other) else decoded


# The same words come again and again.
_decode_word = lru_cache(maxsize=1 << 15)(_decode_token)


def composed(text: str) -> str:
    """`text` in NFC where a program decomposed it; marks that code page 1258 gave stay apart."""
    return unicodedata.normalize("NFC", text) if _DECOMPOSED.search(text) else text


def _spelt(token: str) -> str | None:
    """The token with a character for each byte; signs that no code page has stay, letters may not."""
    table = SYMBOL_BYTE_OF if any("\uf020" <= c <= "\uf0ff" for c in token) else BYTE_OF
    if all(ord(c) in table or not c.isalpha() for c in token):
        return token.translate(table)
    parted = _CLUSTER.sub(_parted, unicodedata.normalize("NFD", token))
    if all(ord(c) in table or not c.isalpha() for c in parted):
        return parted.translate(table)
    return None


def _parted(cluster: re.Match[str]) -> str:
    """A letter and the marks that code page 1258 gives apart, out of what was composed after it was applied."""
    base, marks = cluster[0][0], list(cluster[0][1:])
    for mark in marks:
        letter = unicodedata.normalize("NFC", base + mark)
        others = [other for other in marks if other != mark]
        if ord(letter[0]) in BYTE_OF and len(letter) == 1 and all(ord(other) in BYTE_OF for other in others):
            return letter + "".join(others)
    return cluster[0]


def _decoded(spelt: str, encoding: LegacyEncoding) -> str | None:
    match encoding:
        case LegacyEncoding.TCVN3:
            text = spelt.translate(TCVN3)
        case LegacyEncoding.TCVN3_CAPITALS:
            text = spelt.translate(TCVN3).upper()
        case LegacyEncoding.TCVN5712:
            text = spelt.translate(TCVN5712)
        case LegacyEncoding.WINDOWS_1258:
            text = spelt.translate(WINDOWS_1258)
        case LegacyEncoding.VNI:
            text = _VNI_LETTER.sub(lambda code: VNI.get(code[0], code[0]), spelt).translate(PUNCTUATION)
        case _:
            try:
                text = spelt.encode("latin-1").decode("utf-8")
            except UnicodeError:
                return None
    return unicodedata.normalize("NFC", text)


def _is_well_spelt(text: str) -> bool:
    return all(is_syllable(word) for word in _WORD.findall(text))
