"""Fonts that draw Vietnamese at the places of other letters, told by their names."""

import re

from donghanh.vietnam.legacy.tables import LegacyEncoding

# PDF puts six letters before the name of a font that it holds in part; styles follow a comma or hyphen.
_SUBSET = re.compile(r"[A-Z]{6}\+")
_STYLE = re.compile(r"(?:[ ,_-]+(?:bold|italic|oblique|regular|normal|mt|identity-h)+)+$", re.IGNORECASE)
# The dot is lost where a font's name may not begin with it.
_ABC = re.compile(
    r"\.Vn|Vn(?:Time|Arial|Avant|Helve|Courier|Univers|Bodoni|Book|Century|Clarendon|Commercial|Southern|"
    r"Tifani|Present|Park|Mystical|Memorandum|Monotype|Linus|Kool|Island|Gothic|Free|Exotic|Aristote|Arabia|"
    r"Black|Blue|Cooper|Dragon|Lincoln|Revue|Shelley|Slogan|Stamp|Strike|Teknik|Vogue|3D)",
    re.IGNORECASE,
)
_UNICODE = re.compile(r"\.?Vn ?times? new roman", re.IGNORECASE)
_VNI = re.compile(r"VNI(?:[-_ ]|(?=Times|Helve|Aptima|Avo|Centur|Cooper))", re.IGNORECASE)


def encoding_of_font(name: str) -> LegacyEncoding | None:
    """The encoding of text set in the font `name`, as Word, HTML or PDF name it; None for all others.

    ".VnTimeH" and other names of ABC that end in H are capital fonts. "SVN-", "UVN", "UTM" and "VnTimes New
    Roman" are Unicode or not told by name.
    """
    bare = _STYLE.sub("", _SUBSET.sub("", name.strip(" '\"\\")))
    if _VNI.match(bare):
        return LegacyEncoding.VNI
    if not _ABC.match(bare) or _UNICODE.match(bare):
        return None
    return LegacyEncoding.TCVN3_CAPITALS if bare[-1] in "Hh" else LegacyEncoding.TCVN3
