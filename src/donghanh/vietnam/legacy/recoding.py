"""Text of unknown and mixed encodings becomes Unicode."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO

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
    counts: Counter[LegacyEncoding] = Counter()
    was_raised = False
    out = StringIO(newline="")
    done = 0
    for tokens, raised in _parts(whole, ()):
        was_raised |= raised
        for token in tokens:
            counts[token.encoding] += 1
            out.write(whole[done : token.start])
            out.write(token.text)
            done = token.end
    if not counts:
        return Recoded(text)
    out.write(whole[done:])
    return Recoded(out.getvalue(), tuple(encoding for encoding, _ in counts.most_common()), was_raised)


def recoded_tokens(text: str, said: Sequence[Said] = ()) -> tuple[list[Token], bool]:
    """The tokens of `text` that are in a legacy encoding, and whether capitals were put back in them.

    text: not decomposed (see `composed`). said: stretches that are set in a font of an encoding, in order.
    """
    found: list[Token] = []
    was_raised = False
    for tokens, raised in _parts(text, said):
        found.extend(tokens)
        was_raised |= raised
    return found, was_raised


def _parts(text: str, said: Sequence[Said]) -> Iterator[tuple[Iterable[Token], bool]]:
    """The tokens, part of the text by part, and whether capitals were put back in them."""
    if is_viqr(text):
        yield (Token(*word, LegacyEncoding.VIQR) for word in viqr_words(text)), False
        return
    for start, end, tokens in tokens_to_change(text, said):
        if any(token.encoding in _NO_CAPITALS for token in tokens):
            raised = list(_raised(text, start, end, tokens, by_lines=not said))
            yield raised, raised != tokens
        else:
            yield tokens, False


def _raised(text: str, start: int, end: int, tokens: Sequence[Token], by_lines: bool) -> Iterator[Token]:
    """The tokens with their capitals; by_lines: and all words of lines that were typed for a capital font."""
    parts, places, done, length = [], [], start, 0
    for token in tokens:
        before = text[done : token.start]
        parts += [before, token.text]
        places.append(length + len(before))
        length += len(before) + len(token.text)
        done = token.end
    shown = raise_capitals("".join([*parts, text[done:end]]))
    raised = [
        _with_text(token, shown[place : place + len(token.text)])
        for token, place in zip(tokens, places, strict=True)
    ]
    lines = capital_lines(shown) if by_lines else set()
    return _in_capitals(text, start, end, raised, lines) if lines else iter(raised)


def _with_text(token: Token, text: str) -> Token:
    is_same = token.encoding not in _NO_CAPITALS or token.text == text
    return token if is_same else replace(token, text=text)


def _in_capitals(
    text: str, start: int, end: int, tokens: Sequence[Token], lines: set[tuple[int, int]]
) -> Iterator[Token]:
    """The tokens, those on lines of a capital font as capitals, with the plain words there."""
    known = {token.start: token for token in tokens}
    line = column = 0
    for found in _TOKEN_OR_BREAK.finditer(text, start, end):
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
