"""Vietnamese text as it is compared and searched.

The same word is typed in many ways: composed or decomposed marks, "hòa" or "hoà", Đ taken from the
Icelandic Ð, spaces of several kinds. Nothing here is for showing: what a person reads stays as written.
"""

import re
import unicodedata
from functools import cache

# Zero-width and directional characters, the soft hyphen and the byte order mark: invisible, yet they
# make two equal words differ.
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
_INVISIBLE += "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_CONTROLS = [c for c in (*range(0x20), *range(0x7F, 0xA0)) if not chr(c).isspace()]
_UNENCODABLE = (*range(0xD800, 0xE000), 0xFFFE, 0xFFFF)  # halves of a character, and what is none
_DROPPED = dict.fromkeys([*map(ord, _INVISIBLE), *_CONTROLS, *_UNENCODABLE])
_PRINTABLE_DROPPED = "\u034f"  # all others are known to Python as not printable
_HAS_DROPPED = re.compile(f"[{re.escape(''.join(map(chr, _DROPPED)))}]")
_LINE_BREAKS = re.compile("[\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")

# Letters that look like đ and are none: Icelandic eth, African d, Latin d with a tail.
_LOOKALIKES = str.maketrans({"Ð": "đ", "ð": "đ", "Ɖ": "đ", "ɖ": "đ", "Đ": "đ"})

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_PLAIN_VOWELS = "aeiouy"
_SHAPED_VOWELS = "ăâêôơư"


@cache
def _toned() -> dict[str, tuple[str, str]]:
    """Each vowel with a tone mark, and the vowel and mark that it is made of."""
    return {
        unicodedata.normalize("NFC", vowel + tone): (vowel, tone)
        for vowel in _PLAIN_VOWELS + _SHAPED_VOWELS
        for tone in _TONES
    }


_VOWEL_RUN = re.compile(f"[{_PLAIN_VOWELS}{_SHAPED_VOWELS}{''.join(_toned())}]{{2,}}")


def nfc(s: str) -> str:
    """`s` with composed marks, the form in which everything is kept."""
    return unicodedata.normalize("NFC", s)


def clean(s: str) -> str:
    """`s` in NFC on one line, without invisible characters; tabs and runs of spaces stay as they are."""
    if s.isprintable() and _PRINTABLE_DROPPED not in s:  # as most are, told in half the time
        return nfc(s)
    seen = s.translate(_DROPPED) if _HAS_DROPPED.search(s) else s
    return nfc(_LINE_BREAKS.sub(" ", seen))


def tidy(s: str) -> str:
    """`s` in NFC on one line: any run of white space is one space, invisible characters are gone."""
    if (
        s.isprintable() and "  " not in s and _PRINTABLE_DROPPED not in s
    ):  # as most are, told in half the time
        return nfc(s.strip())
    return " ".join(clean(s).split())


def is_name(s: str, longest: int = 250) -> bool:
    """Whether `s` can be somebody's or something's name: it has a letter, and no spreadsheet would compute it.

    >>> is_name("Tổ 1"), is_name("12345"), is_name("=HYPERLINK(A1)")
    (True, False, False)
    """
    return any(map(str.isalpha, s)) and s.lstrip()[0] not in "=+@" and len(s) <= longest


def fold(s: str) -> str:
    """`s` for search and comparison: lower case, one đ, every tone mark in its one place.

    "Hoà", "hòa" and "HÒA" fold alike, so do "thuỷ" and "thủy"; "quý" keeps its place after q. i and y
    stay apart ("Kỳ", "Kì"): which of them is meant is a question of the name, not of typing.
    """
    lowered = nfc(unicodedata.normalize("NFD", s.translate(_LOOKALIKES)).casefold())
    return _VOWEL_RUN.sub(_with_tone_in_place, lowered.translate(_LOOKALIKES))


def bare(s: str) -> str:
    """`s` folded and without any diacritics, as people type who have no Vietnamese keyboard."""
    decomposed = unicodedata.normalize("NFD", fold(s))
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return nfc(letters).replace("đ", "d")


def _with_tone_in_place(run: re.Match[str]) -> str:
    """The vowels of one syllable with their tone mark where the traditional placement has it."""
    vowels, tone = [], ""
    for letter in run[0]:
        vowel, mark = _toned().get(letter, (letter, ""))
        if mark and tone:  # two marks are two syllables or no Vietnamese: left as written
            return run[0]
        vowels.append(vowel)
        tone = tone or mark
    if not tone:
        return run[0]
    place = _place_of_tone(vowels, run.string[run.start() - 1 : run.start()], run.string[run.end() :][:1])
    vowels[place] = nfc(vowels[place] + tone)
    return "".join(vowels)


def _place_of_tone(vowels: list[str], before: str, after: str) -> int:
    first = 1 if before + vowels[0] in ("qu", "gi") else 0
    shaped = [i for i in range(first, len(vowels)) if vowels[i] in _SHAPED_VOWELS]
    if shaped:
        return shaped[-1]
    if after.isalpha():
        return len(vowels) - 1
    return min(first + (1 if len(vowels) - first >= 3 else 0), len(vowels) - 1)
