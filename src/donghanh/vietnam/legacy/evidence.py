"""Which parts of a text are in a legacy encoding, judged by what they spell.

A word with marks that is a Vietnamese syllable in one reading and none in the others tells the encoding;
a file holds stretches of one encoding each. The cheapest sequence of readings (Viterbi) pays for every word
that spells nothing and for every change of encoding, so that a single odd word changes nothing.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from donghanh.vietnam.legacy.decoding import TOKEN, decode_token
from donghanh.vietnam.legacy.tables import LegacyEncoding
from donghanh.vietnam.syllables import is_syllable


@dataclass(frozen=True, slots=True)
class Token:
    """A token whose encoding was told: `text` is what stood at [start, end), in Unicode."""

    start: int
    end: int
    text: str
    encoding: LegacyEncoding


# In order of preference where the evidence is the same; as it stands comes first of all.
_CANDIDATES = (
    LegacyEncoding.TCVN3,
    LegacyEncoding.VNI,
    LegacyEncoding.WINDOWS_1258,
    LegacyEncoding.TCVN5712,
    LegacyEncoding.UTF_8,
)
_STATES: tuple[LegacyEncoding | None, ...] = (None, *_CANDIDATES)

# Weights of a word with marks: a syllable, an abbreviation; not one, as it stands (foreign names are that)
# and in an encoding; a token that cannot be in the encoding; a byte that was no character at all.
_SYLLABLE, _ABBREVIATION, _ODD, _ODDER, _IMPOSSIBLE, _NO_CHARACTER = 1.0, 0.5, -1.0, -1.5, -3.0, -2.0
# What a change of encoding costs: three words must speak for a stretch, one where the text is known to be
# mixed. At a line end half of it.
_CHANGE, _CHANGE_IN_MIXED = 2.6, 1.3
_MIXED = 12.0
_AT_LINE_END = 0.6

_CHUNK = 1 << 18
_MOST_SCORES = 1 << 16

# A part of a token is what stands between these; other signs within letters are part of no word.
_BETWEEN = re.compile(r"[\x09\x20-\x40\[-`{-~\xa0\u2010-\u2015\u2018-\u201f\u2022\u2026]+")
_QUOTES = "«»‹›"
_UNDECODED = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x9f\udc80-\udcff]")
_PLAIN = re.compile("[\t -~\u00a0\u2010-\u2026]*")
_LOOKALIKES = str.maketrans("Ðð", "Đđ")


def tokens_to_change(text: str) -> list[Token]:
    """The tokens of `text` that are in a legacy encoding (VIQR aside), in order."""
    if text.isascii() and not _UNDECODED.search(text):
        return []
    judge = _Judge()
    if not any(judge.speaks_for_change(token) for token in set(TOKEN.findall(text))):
        return []
    changed: list[Token] = []
    evidence = 0.0
    for start, end in _chunks(text):
        found = [token for token in TOKEN.finditer(text, start, end) if not judge.is_plain(token[0])]
        breaks = [False] + [
            "\n" in text[a.end() : b.start()] or "\r" in text[a.end() : b.start()] for a, b in pairwise(found)
        ]
        scores = [judge.scores(token[0]) for token in found]
        path = _best_path(scores, breaks, _CHANGE if evidence < _MIXED else _CHANGE_IN_MIXED)
        if evidence < _MIXED <= evidence + _gain(scores, path):
            path = _best_path(scores, breaks, _CHANGE_IN_MIXED)
        evidence += _gain(scores, path)
        for token, state in zip(found, path, strict=True):
            encoding = _STATES[state]
            decoded = None if encoding is None else decode_token(token[0], encoding)
            if encoding is not None and decoded is not None and decoded != token[0]:
                changed.append(Token(token.start(), token.end(), decoded, encoding))
    return changed


def fits(text: str, encoding: LegacyEncoding) -> bool:
    """Whether `text`, said to be in `encoding`, spells at least as much when it is decoded as it does now."""
    as_it_is = decoded = 0.0
    for token in TOKEN.findall(text):
        as_it_is += _score_as_it_is(token)
        decoded += _score(decode_token(token, encoding))
    return decoded >= as_it_is


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Parts of the text that end at a line end where there is one."""
    start = 0
    while start < len(text):
        end = min(len(text), start + _CHUNK)
        if end < len(text):
            end = text.rfind("\n", start, end) + 1 or text.rfind(" ", start, end) + 1 or end
        yield start, end
        start = end


class _Judge:
    """Scores tokens under each reading; the words of a text come again and again."""

    def __init__(self) -> None:
        self._scores: dict[str, tuple[float, ...]] = {}

    @staticmethod
    def is_plain(token: str) -> bool:
        return _PLAIN.fullmatch(token) is not None

    def scores(self, token: str) -> tuple[float, ...]:
        """How well the token spells as it stands, and in each candidate."""
        known = self._scores.get(token)
        if known is None:
            if len(self._scores) >= _MOST_SCORES:
                self._scores.clear()
            decoded = (_score(decode_token(token, encoding)) for encoding in _CANDIDATES)
            known = self._scores[token] = (_score_as_it_is(token), *decoded)
        return known

    def speaks_for_change(self, token: str) -> bool:
        if self.is_plain(token):
            return False
        as_it_is, *others = self.scores(token)
        return as_it_is < 0 < max(others) or as_it_is < 0.0 and _UNDECODED.search(token) is not None


def _score_as_it_is(token: str) -> float:
    if _UNDECODED.search(token):
        return _NO_CHARACTER
    plain = unicodedata.normalize("NFC", token.translate(_LOOKALIKES))
    return sum(_score_of_part(part.strip(_QUOTES), _ODD) for part in _BETWEEN.split(plain))


def _score(decoded: str | None) -> float:
    if decoded is None:
        return _IMPOSSIBLE
    return sum(_score_of_part(part, _ODDER) for part in _BETWEEN.split(decoded))


def _score_of_part(part: str, odd: float) -> float:
    if part.isascii():
        return odd if _UNDECODED.search(part) else 0.0
    if not any(c.isalpha() and c not in "ªºµ" for c in part):
        return 0.0 if len(part) == 1 else odd  # a sign by itself
    if not part.isalpha() or _has_stray_capital(part):
        return odd
    if is_syllable(part):
        return _SYLLABLE
    is_abbreviation = (part.isupper() or part == "đ") and all(c.isascii() or c in "ĐĂÂÊÔƠƯđ" for c in part)
    return _ABBREVIATION if is_abbreviation and len(part) <= 10 else odd


def _has_stray_capital(word: str) -> bool:
    """A capital behind a small letter that could have been one: no word is written so."""
    return any(c.isupper() for c in word[1:]) and any(c.islower() and c.isascii() for c in word)


def _gain(scores: Sequence[tuple[float, ...]], path: Sequence[int]) -> float:
    return sum(score[state] - score[0] for score, state in zip(scores, path, strict=True))


def _best_path(scores: Sequence[tuple[float, ...]], breaks: Sequence[bool], change: float) -> list[int]:
    """The state of each token in the sequence that scores best; a change costs `change`, less at line ends."""
    states = range(len(_STATES))
    totals = [0.0] + [-change * _AT_LINE_END] * (len(_STATES) - 1)
    came_from: list[list[int]] = []
    for score, at_line_end in zip(scores, breaks, strict=True):
        cost = change * (_AT_LINE_END if at_line_end else 1.0)
        best = max(states, key=totals.__getitem__)
        other = totals[best] - cost
        came_from.append([state if totals[state] >= other else best for state in states])
        totals = [max(totals[state], other) + score[state] for state in states]
    path: list[int] = []
    state = max(states, key=totals.__getitem__)
    for back in reversed(came_from):
        path.append(state)
        state = back[state]
    return path[::-1]
