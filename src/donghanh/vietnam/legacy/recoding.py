"""Text of unknown and mixed encodings becomes Unicode."""

import re
from collections import Counter
from dataclasses import dataclass

from donghanh.vietnam.legacy.capitals import raise_capitals
from donghanh.vietnam.legacy.evidence import tokens_to_change
from donghanh.vietnam.legacy.tables import LegacyEncoding
from donghanh.vietnam.legacy.viqr import decode_viqr, is_viqr

# A line, or one of the columns that a letterhead has beside each other.
_LINE = re.compile(r"(?:(?! {2})[^\r\n\t])+")
_NO_CAPITALS = (LegacyEncoding.TCVN3, LegacyEncoding.TCVN5712)


@dataclass(frozen=True, slots=True)
class Recoded:
    """Text in Unicode, with what was found in it.

    encodings: those that were decoded, the commonest first; empty where nothing was changed.
    raised: whether capitals that TCVN3 cannot write were put back.
    """

    text: str
    encodings: tuple[LegacyEncoding, ...] = ()
    raised: bool = False


def recode(text: str) -> Recoded:
    """`text` with whatever of it is in a legacy encoding decoded by the evidence of its spelling.

    The text has a character for each byte, as Latin-1 or the code pages 1252 and 1258 give it; a byte that
    is none may stand as a lone surrogate. Ordinary Unicode text comes back as it is.
    """
    if is_viqr(text):
        return Recoded(decode_viqr(text), (LegacyEncoding.VIQR,))
    tokens = tokens_to_change(text)
    if not tokens:
        return Recoded(text)
    parts, done = [], 0
    for token in tokens:
        parts += [text[done : token.start], token.text]
        done = token.end
    decoded = "".join([*parts, text[done:]])
    counts = Counter(token.encoding for token in tokens)
    raised = decoded
    if any(encoding in counts for encoding in _NO_CAPITALS):
        raised = _LINE.sub(lambda line: raise_capitals(line[0]), decoded)
    return Recoded(raised, tuple(encoding for encoding, _ in counts.most_common()), raised != decoded)
