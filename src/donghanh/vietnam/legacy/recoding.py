"""Text of unknown and mixed encodings becomes Unicode."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from donghanh.vietnam.legacy.capital_lines import capital_lines
from donghanh.vietnam.legacy.capitals import raise_capitals
from donghanh.vietnam.legacy.decoding import TOKEN, composed, decode_token
from donghanh.vietnam.legacy.evidence import Said, Token, spelling, tokens_to_change
from donghanh.vietnam.legacy.tables import LegacyEncoding
from donghanh.vietnam.legacy.viqr import is_viqr, viqr_words

# PDFium has U+FFFE for a hyphen at the end of a line.
_HYPHENS = "-\ufffe"
_LONGEST_HYPHENED = 40
_TOKEN_OR_BREAK = re.compile(rf"[\t\n]|{TOKEN.pattern}")
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
    whole = composed(text)
    tokens, raised = recoded_tokens(whole)
    if not tokens:
        return Recoded(text)
    counts = Counter(token.encoding for token in tokens)
    encodings = tuple(encoding for encoding, _ in counts.most_common())
    return Recoded(_put(whole, tokens), encodings, raised)


def recoded_tokens(text: str, said: Sequence[Said] = ()) -> tuple[list[Token], bool]:
    """The tokens of `text` that are in a legacy encoding, and whether capitals were put back in them.

    text: not decomposed (see `composed`). said: stretches that are set in a font of an encoding, in order.
    """
    if is_viqr(text):
        return [Token(*word, LegacyEncoding.VIQR) for word in viqr_words(text)], False
    tokens = tokens_to_change(text, said)
    if not any(token.encoding in _NO_CAPITALS for token in tokens):
        return tokens, False
    decoded = _put(text, tokens)
    shown = raise_capitals(decoded)
    raised, shift = [], 0
    for token in tokens:
        start = token.start + shift
        shift += len(token.text) - (token.end - token.start)
        is_open = token.encoding in _NO_CAPITALS
        raised.append(replace(token, text=shown[start : start + len(token.text)]) if is_open else token)
    if not said:
        tokens_in_capitals = list(_in_capitals(text, raised, capital_lines(shown)))
        return tokens_in_capitals, tokens_in_capitals != tokens
    return raised, raised != tokens


def _in_capitals(text: str, tokens: Sequence[Token], lines: set[tuple[int, int]]) -> Iterator[Token]:
    """The tokens, those on lines of a capital font as capitals, with the plain words there."""
    if not lines:
        yield from tokens
        return
    known = {token.start: token for token in tokens}
    line = column = 0
    for found in _TOKEN_OR_BREAK.finditer(text):
        if found[0] == "\n":
            line, column = line + 1, 0
        elif found[0] == "\t":
            column += 1
        else:
            token = known.get(found.start())
            if (line, column) in lines:
                words = found[0] if token is None else token.text
                yield Token(found.start(), found.end(), words.upper(), LegacyEncoding.TCVN3)
            elif token is not None:
                yield token


def with_soft_hyphens(text: str) -> str:
    """TCVN3 text of a PDF with the code of "ư" again, which PDF takes for a hyphen ("®-îc" is "được")."""
    return TOKEN.sub(lambda token: _with_soft_hyphens(token[0]), text)


def _with_soft_hyphens(token: str) -> str:
    if not 1 < len(token) <= _LONGEST_HYPHENED or not any(hyphen in token for hyphen in _HYPHENS):
        return token
    score = spelling(decode_token(token, LegacyEncoding.TCVN3))
    for i, sign in enumerate(token):
        if sign in _HYPHENS:
            other = f"{token[:i]}\u00ad{token[i + 1 :]}"
            other_score = spelling(decode_token(other, LegacyEncoding.TCVN3))
            if other_score > score:
                token, score = other, other_score
    return token


def _put(text: str, tokens: Sequence[Token]) -> str:
    parts, done = [], 0
    for token in tokens:
        parts += [text[done : token.start], token.text]
        done = token.end
    return "".join([*parts, text[done:]])
