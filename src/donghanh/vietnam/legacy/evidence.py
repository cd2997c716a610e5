"""Which parts of a text are in a legacy encoding, judged by what they spell.

A word with marks that is a Vietnamese syllable in one reading and none in the others tells the encoding;
a file holds stretches of one encoding each. The best sequence of readings (Viterbi) pays for every word that
spells nothing and for every change of encoding, so that a single odd word changes nothing.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from donghanh.vietnam.legacy.decoding import TOKEN, decode_token
from donghanh.vietnam.legacy.tables import PUNCTUATION, LegacyEncoding
from donghanh.vietnam.syllables import is_syllable


@dataclass(frozen=True, slots=True)
class Token:
    """A token whose encoding was told: `text` is what stood at [start, end), in Unicode."""

    start: int
    end: int
    text: str
    encoding: LegacyEncoding


@dataclass(frozen=True, slots=True)
class Said:
    """What a font says of the text at [start, end)."""

    start: int
    end: int
    encoding: LegacyEncoding


# In order of preference where the evidence is the same; as it stands comes first of all.
_CANDIDATES = (
    LegacyEncoding.TCVN3,
    LegacyEncoding.VNI,
    LegacyEncoding.WINDOWS_1258,
    LegacyEncoding.TCVN5712,
    LegacyEncoding.UTF_8,
)
_AS_IT_IS = 0
_STATES: tuple[LegacyEncoding | None, ...] = (None, *_CANDIDATES)
_STATE_OF = {encoding: state for state, encoding in enumerate(_STATES)} | {
    LegacyEncoding.TCVN3_CAPITALS: _STATES.index(LegacyEncoding.TCVN3)
}

# Weights of a word with marks: a syllable, an abbreviation; not one, as it stands (foreign names are that)
# and in an encoding; a token that cannot be in the encoding; a byte that was no character at all.
_SYLLABLE, _ABBREVIATION, _ODD, _ODDER, _IMPOSSIBLE, _NO_CHARACTER = 1.0, 0.5, -1.0, -1.5, -3.0, -2.0
# What the word of a font adds. It may lie: text was converted and its font left.
_SAID = 0.75
# What a change of encoding costs: three words must speak for a stretch, one where the text is known to be
# mixed. At a line end less, where the font changes nothing.
_CHANGE, _CHANGE_IN_MIXED = 2.6, 1.3
_MIXED = 12.0
_AT_LINE_END = 0.6

# Letters that only Vietnamese has stand for other bytes in text that was read by code page 1258, and then many
# of its words have signs that no Vietnamese word has; anywhere else they are what they look like ("Kông Lơng").
_VIETNAMESE = re.compile("[ĂăĐđƠơƯư]")
_STRANGE = re.compile("[¡-¿×÷ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿ]")
_MOSTLY = 0.2

_CHUNK = 1 << 18
_MOST_SCORES = 1 << 16

# A part of a token is what stands between these; other signs within letters are part of no word.
_BETWEEN = re.compile(r"[\x09\x20-\x40\[-`{-~\xa0\u2010-\u2015\u2018-\u201f\u2022\u2026]+")
_QUOTES = "«»‹›"
_UNDECODED = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x9f\udc80-\udcff]")
_PLAIN = re.compile("[\t -~\u00a0\u2010-\u2026]*")
_LINE_END = re.compile(r"[\r\n\v\f\u2028\u2029]")
# As Windows shows them: its punctuation, and the Icelandic letter that stands for Đ in many texts.
_SHOWN = {base + byte: sign for byte, sign in PUNCTUATION.items() for base in (0, 0xDC00)}
_SHOWN |= {ord("Ð"): "Đ", ord("ð"): "đ"}


def tokens_to_change(text: str, said: Sequence[Said] = ()) -> Iterator[tuple[int, int, list[Token]]]:
    """The tokens of `text` that are in a legacy encoding (VIQR aside): [start, end) of a part, and those in it.

    Parts that hold none are left out. said: what fonts say, in order; believed where the spelling does not
    speak against it.
    """
    if not said and text.isascii() and not _UNDECODED.search(text):
        return
    judge = _Judge(text)
    if not said and not judge.is_in_doubt:
        return
    fonts = _Fonts(said)
    evidence = 0.0
    for start, end in _chunks(text):
        steps = _steps(text, start, end, fonts, judge)
        path = _best_path(steps, _CHANGE if evidence < _MIXED else _CHANGE_IN_MIXED)
        if evidence < _MIXED <= evidence + _gain(steps, path):
            path = _best_path(steps, _CHANGE_IN_MIXED)
        evidence += _gain(steps, path)
        if tokens := list(_decoded(steps, path)):
            yield start, end, tokens


@dataclass(frozen=True, slots=True)
class _Step:
    """A token with its scores in each state; ease: the share of the cost that a change before it has."""

    token: re.Match[str]
    scores: tuple[float, ...]
    ease: float
    said: Said | None


def _steps(text: str, start: int, end: int, fonts: "_Fonts", judge: "_Judge") -> list[_Step]:
    """The tokens that tell something, and those that a capital font changes."""
    steps: list[_Step] = []
    before = start
    for token in TOKEN.finditer(text, start, end):
        said = fonts.of(token.start())
        in_capitals = said is not None and said.encoding is LegacyEncoding.TCVN3_CAPITALS
        if _is_plain(token[0]) and not in_capitals:
            continue
        scores = judge.scores(token[0], said is not None)
        if said is not None:
            state = _STATE_OF[said.encoding]
            scores = (*scores[:state], scores[state] + _SAID, *scores[state + 1 :])
        previous = steps[-1].said if steps else None
        ease = (
            0.0
            if said is not previous
            else _AT_LINE_END
            if _LINE_END.search(text, before, token.start())
            else 1.0
        )
        steps.append(_Step(token, scores, ease, said))
        before = token.end()
    return steps


def _decoded(steps: Sequence[_Step], path: Sequence[int]) -> Iterator[Token]:
    """The tokens of stretches that spell something in their encoding; no other language does."""
    for state, stretch in groupby(zip(steps, path, strict=True), key=itemgetter(1)):
        encoding = _STATES[state]
        own = [step for step, _ in stretch]
        if encoding is not None and sum(step.scores[state] for step in own) > 0:
            yield from filter(None, (_token(step, encoding) for step in own))


def _token(step: _Step, encoding: LegacyEncoding) -> Token | None:
    if step.said is not None and _STATE_OF[step.said.encoding] == _STATE_OF[encoding]:
        encoding = step.said.encoding
    start, end = step.token.span()
    decoded = decode_token(step.token[0], encoding)
    return None if decoded is None or decoded == step.token[0] else Token(start, end, decoded, encoding)


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
    """Scores the tokens of one text under each reading.

    is_in_doubt: whether any token speaks for another reading than as it stands.
    """

    def __init__(self, text: str) -> None:
        self._scores: dict[tuple[str, bool], tuple[float, ...]] = {}
        marked = strange = 0
        doubtful = False
        for start, end in _chunks(text):
            for token in {found[0] for found in TOKEN.finditer(text, start, end)}:
                if _is_plain(token):
                    continue
                marked += 1
                if _score_as_it_is(token) < 0:
                    strange += _STRANGE.search(token) is not None
                    doubtful = doubtful or self._speaks_for_change(token)
        self._is_strange = strange > 0 and strange >= _MOSTLY * marked
        self.is_in_doubt = doubtful

    def _speaks_for_change(self, token: str) -> bool:
        return _UNDECODED.search(token) is not None or max(self.scores(token, True)[1:]) > 0

    def scores(self, token: str, said: bool) -> tuple[float, ...]:
        """How well the token spells as it stands, and in each candidate; said: a font speaks for one."""
        known = self._scores.get((token, said))
        if known is None:
            if len(self._scores) >= _MOST_SCORES:
                self._scores.clear()
            if not said and not self._is_strange and _VIETNAMESE.search(token):
                others = [_IMPOSSIBLE] * len(_CANDIDATES)
            else:
                others = [spelling(decode_token(token, encoding)) for encoding in _CANDIDATES]
            known = self._scores[token, said] = (_score_as_it_is(token), *others)
        return known


def _is_plain(token: str) -> bool:
    return _PLAIN.fullmatch(token) is not None


def _score_as_it_is(token: str) -> float:
    plain = unicodedata.normalize("NFC", token.translate(_SHOWN))
    if _UNDECODED.search(plain):
        return _NO_CHARACTER
    return sum(_score_of_part(part.strip(_QUOTES), _ODD) for part in _BETWEEN.split(plain))


def spelling(decoded: str | None) -> float:
    """How well a token spells that was decoded, as a sum over its words with marks."""
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


class _Fonts:
    """What is said of one place after the other."""

    def __init__(self, said: Sequence[Said]) -> None:
        self._said = said
        self._at = 0

    def of(self, place: int) -> Said | None:
        while self._at < len(self._said) and self._said[self._at].end <= place:
            self._at += 1
        at = self._at
        return self._said[at] if at < len(self._said) and self._said[at].start <= place else None


def _gain(steps: Sequence[_Step], path: Sequence[int]) -> float:
    return sum(step.scores[state] - step.scores[_AS_IT_IS] for step, state in zip(steps, path, strict=True))


def _best_path(steps: Sequence[_Step], change: float) -> list[int]:
    """The state of each token in the sequence that scores best."""
    totals = [0.0] + [-change * _AT_LINE_END] * (len(_STATES) - 1)
    came_from: list[list[int]] = []
    for step in steps:
        most = max(totals)
        best, other = totals.index(most), most - change * step.ease
        came_from.append([state if total >= other else best for state, total in enumerate(totals)])
        totals = [(max(total, other)) + score for total, score in zip(totals, step.scores, strict=True)]
    path: list[int] = []
    state = totals.index(max(totals))
    for back in reversed(came_from):
        path.append(state)
        state = back[state]
    return path[::-1]
