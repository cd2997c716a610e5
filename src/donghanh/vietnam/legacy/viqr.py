"""VIQR: Vietnamese typed with ASCII marks behind the letters ("Ke^' hoa.ch").

The marks are ordinary punctuation too. Text is VIQR as a whole or not at all, and within it a mark counts
only where it makes a syllable.

Source: RFC 1456.
"""

import re
import unicodedata
from collections.abc import Iterator

from donghanh.vietnam.legacy.tables import VIQR_SHAPES, VIQR_TONES
from donghanh.vietnam.syllables import is_syllable

_SHAPES, _TONES = re.escape("".join(VIQR_SHAPES)), re.escape("".join(VIQR_TONES))
_LETTER = re.compile(
    rf"[dD][dD]|([aeouAEOU])([{_SHAPES}])([{_TONES}])?|([aeiouyAEIOUY])([{_TONES}])([{_SHAPES}])?"
)
_WORD = re.compile(rf"(?:[aeiouyAEIOUY][{_SHAPES}{_TONES}]*|[A-Za-z])+")
_STRONG = re.compile(rf"[dD][dD][a-zA-Z]|[aeouAEOU][{_SHAPES}]|[aeiouyAEIOUY][{_TONES}][A-Za-z]")
_TOKEN = re.compile(r"\S+")
_IN_ADDRESSES = ("://", "www.", "@")
_WORD_OR_ESCAPE = re.compile(rf"\\[{_SHAPES}{_TONES}\\dD]|{_WORD.pattern}")
_ABBREVIATION = re.compile(r"[A-Z]*DD[A-Z]*|dd")
_PLUS_HORN = re.compile(r"[uoUO]\+")
_NUMERAL = re.compile(r"[IVXLC]+\.")
_OTHER_LETTERS = re.compile(r"[^\W\d_a-zA-Z]")

_SAMPLE = 1 << 18
_LEAST_WORDS = 4
_LONGEST_WORD = 40
_LEAST_SHARE = 0.25
# A full stop behind a vowel may be a tone; at the end of a paragraph of so many words it ends a sentence,
# but for words that hardly occur without that tone.
_SENTENCE = 8
_MOSTLY_TONED = frozenset("vụ hộ bộ sự dự bị trị hệ độ phụ nợ họ chị trợ".split())
_NEW_PARAGRAPH = re.compile(r"\s*$|\s*(?:[A-Z\d*+-]|[a-z]\))")


def is_viqr(text: str) -> bool:
    """Whether `text` as a whole is VIQR: a quarter of its words are syllables by their marks alone."""
    sample = text[:_SAMPLE]
    if len(_STRONG.findall(sample)) < _LEAST_WORDS:  # each word that is counted below holds one
        return False
    words = [word for word in _WORD.findall(_without_addresses(sample)) if any(map(str.isalpha, word))]
    if len(_OTHER_LETTERS.findall(sample)) > len(words) // 20:
        return False
    strong = sum(1 for word in words if _STRONG.search(word) and is_syllable(_stripped(_read(word))))
    return strong >= _LEAST_WORDS and strong >= _LEAST_SHARE * len(words)


def decode_viqr(text: str) -> str:
    """Text that is VIQR in Unicode; addresses and words that no mark makes Vietnamese stay."""
    parts, done = [], 0
    for start, end, word in viqr_words(text):
        parts += [text[done:start], word]
        done = end
    return "".join([*parts, text[done:]])


def viqr_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a word of VIQR or an escaped mark stands, [start, end), and what it is in Unicode."""
    if _PLUS_HORN.search(text):  # the horn is a plus sign here, a star is a star
        text = text.replace("*", "\0")
    lines = text.splitlines(keepends=True)
    before, start = "", 0
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        words = max(len(line.split()), len(before.split()))
        ends_sentence = words >= _SENTENCE and _NEW_PARAGRAPH.match(after) is not None
        for first, last, word in _in_line(line, ends_sentence):
            yield start + first, start + last, word
        before = line
        start += len(line)


def _in_line(line: str, ends_sentence: bool) -> Iterator[tuple[int, int, str]]:
    stop = len(line.rstrip())
    addresses = [found.span() for found in _TOKEN.finditer(line) if _is_address(found[0])]
    for found in _WORD_OR_ESCAPE.finditer(line):
        first, last = found.span()
        word = found[0]
        if any(begin <= first < end for begin, end in addresses):
            continue
        if word[0] == "\\":
            yield first, last, word[1:]
            continue
        is_number = _NUMERAL.fullmatch(word) is not None and not any(map(str.isalnum, line[:first]))
        if is_number or (len(word) == 2 and word[1] == "."):
            continue
        if word.endswith(".") and last == stop and ends_sentence and _read(word).lower() not in _MOSTLY_TONED:
            last, word = last - 1, word[:-1]
        if (best := _best(word)) != word:
            yield first, last, best


def _is_address(token: str) -> bool:
    return any(sign in token for sign in _IN_ADDRESSES)


def _without_addresses(text: str) -> str:
    return " ".join(token for token in text.split() if not _is_address(token))


def _best(word: str) -> str:
    """The reading in which the most marks belong to a syllable; what follows it is punctuation."""
    if len(word) > _LONGEST_WORD:
        return word
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
