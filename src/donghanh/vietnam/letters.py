"""Vietnamese letters for patterns: Unicode's ranges mix capitals and small ones, so they are listed."""

import unicodedata

_PLAIN = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz"
_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")

LOWER = "".join(
    sorted(
        {
            unicodedata.normalize("NFC", c + t)
            for c in _PLAIN
            for t in (_TONES if c in "aăâeêioôơuưy" else ("",))
        }
    )
)
UPPER = LOWER.upper()
# For character classes: [{UPPER}] is a capital, \w any letter.
