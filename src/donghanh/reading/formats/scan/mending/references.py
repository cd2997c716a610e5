"""The numbers of official papers: "22/QÐ-TTg", "l2/KH-UBND", "61-KL/IW".

A part is mended only to a symbol that papers are known to bear, and only if it looks like exactly one of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from donghanh.reading.formats.scan.mending.figures import FIGURES
from donghanh.reading.formats.scan.mending.slips import Slip

# Decree 30/2020/NĐ-CP, appendix III, and the papers of the Party, the Assembly and the mass organisations.
_KINDS = (
    "NQ QĐ CT QC QyĐ QĐi TC TB HD HDLN HDLT CTr CTrPH CTPH KHPH KHLT KHLN KH PA ĐA DA BC BB TTr HĐ CĐ TT TTLT NĐ KL CV "
    "VBHN LT PL NQLT GM QCPH ĐL UBTVQH PH LN"
).split()
_ISSUERS = (
    "CP TTg TW UBND HĐND BTV BCH BTT ĐCT HPN HLHPN LHPN PN MTTQ MTTW TU HU ĐU QU ThU BCĐ BTC BNV BYT BCA BQP BTP "
    "BXD BCT BGDĐT BKHĐT BLĐTBXH BNNPTNT BTNMT BTTTT BVHTTDL UBDT NHNN NHCSXH HND HCCB TLĐ LĐLĐ TƯĐTN ĐTN TĐTN VPCP "
    "CTUBND SLĐTBXH SNV SYT STP STC SGDĐT HNDT HNDH VP VPUB VPUBND PNT PNH BPN"
).split()
_KNOWN = frozenset((*_KINDS, *_ISSUERS))
_STROKES = str.maketrans(
    {**dict.fromkeys("Il1|!Tt", "I"), **dict.fromkeys("O0QÔ", "O"), **dict.fromkeys("ĐÐD", "Đ")}
)
_NUMBER = r"[\dOolI|SQ]{1,5}"
_PART = r"[^\W_][\w'’.|]{0,11}"
_REFERENCE = re.compile(
    rf"(?<![\w/.,-])(?P<number>{_NUMBER})(?P<year>/(?:19|2[O0])[\dOolI]{{2}})?(?P<rest>[/-]{_PART}(?:[-–/]{_PART}){{0,3}})(?!\w)"
)
_ASSEMBLY = re.compile(r"(?<=/)(QH|UBTVQH)([\dOolIS]{2})(?!\w)")
# "22QĐ-TTg": the stroke before the kind was lost.
_STROKELESS = re.compile(r"(?<![\w/.,-])(\d{1,5})([^\W\d_]{2,6})-([^\W\d_]{2,8})(?!\w)")
# "017NQLT-BCA": numbers below a hundred have two figures, so the third was the stroke.
_STROKE_AS_FIGURE = re.compile(r"0\d[17]")
# "Số: 12/KH BTV", alone on its line: the dash was lost.
_DASHLESS = re.compile(r"(?<=Số: )(\d{1,5})/([^\W\d_]{2,6}) ([^\W\d_]{2,8})$")


def _index() -> dict[str, set[str]]:
    alike = defaultdict(set)
    for symbol in _KNOWN:
        alike[_looks(symbol)].add(symbol)
    return alike


def _looks(symbol: str) -> str:
    return "".join(c for c in symbol if c not in "'’.").translate(_STROKES)


_ALIKE = _index()


def find(text: str) -> Iterator[Slip]:
    """Slips in the numbers of papers."""
    for match in _REFERENCE.finditer(text):
        yield from _in_reference(match)
    for match in _ASSEMBLY.finditer(text):
        figures = match[2].translate(FIGURES)
        if figures != match[2]:
            yield Slip(match.start(2), match.end(2), figures)
    for match in _STROKELESS.finditer(text):
        if match[2] not in _KINDS or match[3] not in _ISSUERS:
            continue
        if _STROKE_AS_FIGURE.fullmatch(match[1]):
            yield Slip(match.end(1) - 1, match.end(1), "/")
        elif match[1][-1] not in "17":
            yield Slip(match.end(1), match.end(1), "/")
    for match in _DASHLESS.finditer(text):
        if match[2] in _KINDS and match[3] in _ISSUERS:
            yield Slip(match.end(2), match.start(3), "-")


def _in_reference(match: re.Match[str]) -> Iterator[Slip]:
    rest = match["rest"]
    parts = list(re.finditer(r"[^/–-]+", rest))
    settled = [_symbol(part[0]) for part in parts]
    if not any(part[0] in _KINDS or new in _KINDS for part, new in zip(parts, settled, strict=True)):
        return
    for group in ("number", "year"):
        figures = (match[group] or "").translate(FIGURES)
        if figures != (match[group] or ""):
            yield Slip(match.start(group), match.end(group), figures)
    for part, new in zip(parts, settled, strict=True):
        if new is not None:
            yield Slip(match.start("rest") + part.start(), match.start("rest") + part.end(), new)


def _symbol(part: str) -> str | None:
    """The one known symbol that a part looks like; None where it is known itself, or looks like none or several."""
    bare = part.rstrip(".")
    if bare in _KNOWN or not any(c.isupper() for c in bare):
        return None
    # One letter read as two: "CĐĐ".
    once = {bare[:i] + bare[i + 1 :] for i in range(1, len(bare)) if bare[i] == bare[i - 1]}
    alike = _ALIKE.get(_looks(bare), set()) or once & _KNOWN
    return next(iter(alike)) + part[len(bare) :] if len(alike) == 1 else None
