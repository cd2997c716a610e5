"""Vietnamese text from before Unicode: TCVN3, VNI, VIQR, Windows-1258.

encoding_of_font(".VnTime")      what a font's name says
decode(text, encoding)           text whose encoding is known
recode(text)                     text of unknown and mixed encodings, by evidence
"""

from donghanh.vietnam.legacy.decoding import composed, decode
from donghanh.vietnam.legacy.evidence import Said, Token
from donghanh.vietnam.legacy.fonts import encoding_of_font
from donghanh.vietnam.legacy.recoding import Recoded, recode, recoded_tokens, with_soft_hyphens
from donghanh.vietnam.legacy.tables import LegacyEncoding

__all__ = [
    "LegacyEncoding",
    "Recoded",
    "Said",
    "Token",
    "composed",
    "decode",
    "encoding_of_font",
    "recode",
    "recoded_tokens",
    "with_soft_hyphens",
]
