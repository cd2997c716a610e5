"""Capitals that TCVN3 cannot write: "Kế HOạCH" is "KẾ HOẠCH", "- ít nhất" is "- Ít nhất".

TCVN3 has no codes for capitals with a tone mark; small letters stand for them. They are put back where the
text itself leaves no doubt: in words and lines of capitals, at the head of items and sentences in a text that
begins those with capitals, in names behind "Thị", "Văn" and the words for places, and in "Ủy ban", which official writing always begins with one (Nghị định
30/2020/NĐ-CP, phụ lục II).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_WORD = re.compile(r"[^\W\d_]+")
# A line, or one of the columns that a letterhead has beside each other.
_LINE = re.compile(r"(?:(?! {2})[^\r\n\t])+")
_BESIDE = re.compile(r"[\s,\-–—“”\"]*")
_HEAD = re.compile(r"(?:[-+*•–]|\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,5}[.)]|[A-Za-zđĐ][.)])[ \t]+(?=[^\W\d_])")
_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?][”\"]? +(?=[^\W\d_])")
_COMMITTEE = re.compile(r"\bủ(?=y ban\b)")
# A name behind its level word, or a given name: "bản ón", "Thị ánh", "Văn ổn".
_NAMED = re.compile(
    r"(?<!\w)(?:(?:[Bb]ản|[Tt]hôn|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Tt]ỉnh|[Bb]uôn|[Kk]hóm|[Ll]àng) (?!(?:ấy|ở|ít|ổn|ủng|ưu|ảnh|ấn|áp|ấm|ủy|uỷ|ốm|úng|ứng|ấp)(?!\w))"
    r"|[^\W\d_]+ (?:Thị|Văn) )(?=[^\W\d_])"
)
_CLOSED = (".", ";", ":", "!", "?")
_USUAL_SHARE = 0.8


def raise_capitals(text: str) -> str:
    """`text` with the small letters that can only be capitals as such; its length does not change."""
    text = _LINE.sub(lambda line: _raise_line(line[0]), text)
    heads = list(_heads(text))
    told = [at for at in heads if not _is_toned_small(text[at])]
    letters = list(text)
    if told and sum(text[at].isupper() for at in told) >= _USUAL_SHARE * len(told):
        _raise_at(letters, heads)
        _raise_at(letters, (found.end() for found in _SENTENCE.finditer(text)))
    _raise_at(letters, (found.start() for found in _COMMITTEE.finditer(text)))
    _raise_at(letters, (found.end() for found in _NAMED.finditer(text)))
    return "".join(letters)


# --- words and lines of capitals ---------------------------------------------------------------------


def _raise_line(line: str) -> str:
    words = list(_WORD.finditer(line))
    kinds = [_kind(word[0]) for word in words]
    if "capital" not in kinds:
        return line
    joined = [bool(_BESIDE.fullmatch(line, a.end(), b.start())) for a, b in pairwise(words)]
    letters = list(line)
    for i, word in enumerate(words):
        if kinds[i] == "capital" or (kinds[i] == "open" and _among_capitals(i, kinds, joined)):
            letters[word.start() : word.end()] = map(_raised, word[0])
    return "".join(letters)


@lru_cache(maxsize=1 << 14)
def _kind(word: str) -> str:
    """ "capital" and "small" by the letters that can be either; "open" where those do not tell."""
    fixed = [(i, c) for i, c in enumerate(word) if not _is_toned_small(c)]
    if any(c.islower() for _, c in fixed):
        return "small"
    if len(fixed) >= 2 or any(i > 0 for i, _ in fixed):
        return "capital"
    return "single" if len(fixed) == len(word) else "open"


def _among_capitals(at: int, kinds: list[str], joined: list[bool]) -> bool:
    sides = {_beside(at, step, kinds, joined) for step in (-1, 1)}
    return sides == {"capital"} or (sides == {"capital", ""} and "small" not in kinds)


def _beside(at: int, step: int, kinds: list[str], joined: list[bool]) -> str:
    """The kind of the nearest word that tells on one side; "" where punctuation or nothing is there."""
    while 0 <= (gap := at if step > 0 else at - 1) < len(joined) and joined[gap]:
        at += step
        if kinds[at] in ("capital", "small"):
            return kinds[at]
    return ""


# --- heads of items and sentences --------------------------------------------------------------------


def _heads(text: str) -> Iterator[int]:
    """Where items begin, behind their mark, and lines after one that is blank or closed."""
    closed, start = True, 0
    for line in text.splitlines(keepends=True):
        first = start + len(line) - len(line.lstrip())
        start += len(line)
        words = line.strip()
        if mark := _HEAD.match(text, first, start):
            yield mark.end()
        elif closed and words[:1].isalpha():
            yield first
        closed = not words or words.endswith(_CLOSED)


def _raise_at(letters: list[str], places: Iterable[int]) -> None:
    for at in places:
        if _is_toned_small(letters[at]):
            letters[at] = _raised(letters[at])


@lru_cache(maxsize=1 << 10)
def _is_toned_small(letter: str) -> bool:
    return letter.islower() and not _TONES.isdisjoint(unicodedata.normalize("NFD", letter))


def _raised(letter: str) -> str:
    upper = letter.upper()
    return upper if len(upper) == 1 else letter
