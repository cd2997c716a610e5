"""VIQR: Vietnamese typed with ASCII marks behind the letters ("Ke^' hoa.ch").

The marks are ordinary punctuation too. Text is VIQR as a whole or not at all, and within it a mark counts
only where it makes a syllable.

Source: RFC 1456.
"""

import re
import unicodedata
from collections.abc import Callable

from donghanh.vietnam.legacy.tables import VIQR_SHAPES, VIQR_TONES
from donghanh.vietnam.syllables import is_syllable

_SHAPES, _TONES = re.escape("".join(VIQR_SHAPES)), re.escape("".join(VIQR_TONES))
_LETTER = re.compile(
    rf"[dD][dD]|([aeouAEOU])([{_SHAPES}])([{_TONES}])?|([aeiouyAEIOUY])([{_TONES}])([{_SHAPES}])?"
)
_WORD = re.compile(rf"(?:[aeiouyAEIOUY][{_SHAPES}{_TONES}]*|[A-Za-z])+")
_STRONG = re.compile(rf"[dD][dD][a-zA-Z]|[aeouAEOU][{_SHAPES}]|[aeiouyAEIOUY][{_TONES}][A-Za-z]")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")
_ESCAPE = re.compile(rf"\\([{_SHAPES}{_TONES}\\dD])")
_ABBREVIATION = re.compile(r"[A-Z]*DD[A-Z]*|dd")
_NUMERAL = re.compile(r"[IVXLC]+\.")
_OTHER_LETTERS = re.compile(r"[^\W\d_a-zA-Z]")

_SAMPLE = 1 << 18
_LEAST_WORDS = 4
_LEAST_SHARE = 0.25
# A full stop behind a vowel may be a tone; at the end of a paragraph of so many words it ends a sentence,
# but for words that hardly occur without that tone.
_SENTENCE = 8
_MOSTLY_TONED = frozenset("vụ hộ bộ sự dự bị trị hệ độ phụ nợ họ chị trợ".split())
_NEW_PARAGRAPH = re.compile(r"\s*$|\s*(?:[A-Z\d*+-]|[a-z]\))")


def is_viqr(text: str) -> bool:
    """Whether `text` as a whole is VIQR: a quarter of its words are syllables by their marks alone."""
    sample = text[:_SAMPLE]
    words = [word for word in _WORD.findall(_ADDRESS.sub(" ", sample)) if any(map(str.isalpha, word))]
    if len(_OTHER_LETTERS.findall(sample)) > len(words) // 20:
        return False
    strong = sum(1 for word in words if _STRONG.search(word) and is_syllable(_stripped(_read(word))))
    return strong >= _LEAST_WORDS and strong >= _LEAST_SHARE * len(words)


def decode_viqr(text: str) -> str:
    """Text that is VIQR in Unicode; addresses and words that no mark makes Vietnamese stay."""
    lines = text.splitlines(keepends=True)
    found = []
    before = ""
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        words = max(len(line.split()), len(before.split()))
        found.append(_line(line, words >= _SENTENCE and _NEW_PARAGRAPH.match(after) is not None))
        before = line
    return "".join(found)


def _line(line: str, ends_sentence: bool) -> str:
    start, stop = len(line) - len(line.lstrip()), len(line.rstrip())
    addresses = [found.span() for found in _ADDRESS.finditer(line)]

    def put(found: re.Match[str]) -> str:
        word = found[0]
        if any(begin <= found.start() < end for begin, end in addresses):
            return word
        is_number = found.start() == start and _NUMERAL.fullmatch(word)
        if is_number or (len(word) == 2 and word[1] == "."):
            return word
        closed = word.endswith(".") and found.end() == stop and ends_sentence
        closed = closed and _read(word).lower() not in _MOSTLY_TONED
        return _best(word[:-1]) + "." if closed else _best(word)

    return _WORD.sub(put, line) if "\\" not in line else _with_escapes(line, put)


def _with_escapes(line: str, put: Callable[[re.Match[str]], str]) -> str:
    """An escaped mark is punctuation: what stands before and behind it are words of their own."""
    parts = _ESCAPE.split(line)
    return "".join(part if i % 2 else _WORD.sub(put, part) for i, part in enumerate(parts))


def _best(word: str) -> str:
    """The reading in which the most marks belong to a syllable; what follows it is punctuation."""
    for stop in range(len(word), 0, -1):
        head = _read(word[:stop])
        if is_syllable(head):
            return head + word[stop:]
        if word[stop - 1].isalpha():
            break
    if _ABBREVIATION.fullmatch(word):
        return _read(word)
    # Names of other languages keep the shapes that they were given ("Kro^ng").
    return _read(word) if re.search(r"[aeouAEOU][\^(+]|\b[dD][dD][aeiouy]", word) else word


def _read(word: str) -> str:
    return unicodedata.normalize("NFC", _LETTER.sub(_letter, word))


def _letter(found: re.Match[str]) -> str:
    if found[0] in ("dd", "dD"):
        return "đ"
    if found[0] in ("DD", "Dd"):
        return "Đ"
    base, shape, tone = found[1] or found[4], found[2] or found[6] or "", found[3] or found[5] or ""
    if shape == "(" and base not in "aA" or shape in ("+", "*") and base not in "ouOU":
        return found[0]
    if shape == "^" and base not in "aeoAEO":
        return found[0]
    return base + VIQR_SHAPES.get(shape, "") + VIQR_TONES.get(tone, "")


def _stripped(word: str) -> str:
    return word.rstrip("".join(VIQR_SHAPES) + "".join(VIQR_TONES))
