"""Words between which recognition saw no space: "huấnkỹ năng"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from donghanh.reading.formats.scan.mending.slips import Slip
from donghanh.vietnam.syllables import is_syllable, parted
from donghanh.vietnam.text import bare

_RUN = re.compile(r"(?<![\w/.@-])[^\W\d_]{5,}(?![\w/@-])")
# Tones that loan-words written in one do not bear ("vắcxin", "xêmina").
_NATIVE_TONE = re.compile("[àằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ]", re.IGNORECASE)


def _has_letter_twice(run: str) -> bool:
    """One letter was read as two ("TỔỐNG" for "TỔNG"): that is no missing space."""
    return any(a == b for a, b in pairwise(bare(run)))


def find(text: str) -> Iterator[Slip]:
    """Runs that part into syllables in one way only."""
    for match in _RUN.finditer(text):
        if is_syllable(match[0]) or not _NATIVE_TONE.search(match[0]) or _has_letter_twice(match[0]):
            continue
        words = parted(match[0])
        if words is not None:
            yield Slip(match.start(), match.end(), " ".join(words))
