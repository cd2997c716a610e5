"""Labels that break their list, where what they look like would go on with it: "HI." between II and IV.

Roman numbers are strokes that run together ("H" for "II"), figures look like letters ("l." for "1."). A label is
mended only where the list itself says what it must be.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from donghanh.reading.formats.scan.mending.figures import FIGURES
from donghanh.reading.formats.scan.mending.slips import Slip
from donghanh.vietnam.letters import UPPER
from donghanh.vietnam.numbers import parse_roman

_HEAD = re.compile(r"(?P<token>[^\s.,;:)(\]–-]{1,6})(?P<close>\s?[.,:;)\]]|[–-](?=\s)|(?=\s))\s*(?=\S)")
_STROKES = {
    **dict.fromkeys("IlL1|!ÏÍÌỊĨi", "I"),
    **dict.fromkeys("HUN", "II"),
    "M": "III",
    "T": "I",
    **dict.fromkeys("VvY", "V"),
    **dict.fromkeys("XxK", "X"),
}
_ROMAN = ("", *"I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split())
# How many labels further on a list is looked at.
_FORESIGHT = 4
_LETTERS = "abcdđeghiklmnopqrstuvxy"
# What each letter of a list is taken for, besides itself with marks.
_LIKE_LETTER = {
    "a": "àáâăäãåạảæ@8",
    "b": "6ð",
    "c": "e€©ç¢",
    "d": "đở",
    "đ": "dð",
    "e": "cèéêë©",
    "g": "ø9q",
    "h": "ñ",
    "i": "íìïj1l!",
    "k": "K",
    "l": "1I!",
}
_LONGEST = 5
_CAPITALS = re.compile(rf"[{UPPER}]{{2}}[{UPPER}\s,;:()\d.“”\"&/–-]*$")


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands at the head of a text; `capitals`: the words behind it are in capitals, `titled`: the first letter."""

    token: str
    close: str
    capitals: bool
    titled: bool = True

    @property
    def roman(self) -> int | None:
        return parse_roman(self.token) if self.token and set(self.token) <= set("IVX") else None

    @property
    def looks(self) -> str | None:
        """The token as strokes of Roman numbers."""
        if self.token in ("", "TT") or not all(c in _STROKES for c in self.token):
            return None  # "TT" heads the column of numbers
        return "".join(_STROKES[c] for c in self.token)

    @property
    def strokes(self) -> int | None:
        """The Roman number that the token looks like."""
        value = parse_roman(self.looks) if self.looks else None
        return value if value is not None and 0 < value < len(_ROMAN) else None

    @property
    def stop_read_as_letter(self) -> int | None:
        """The Roman number before an L that was the full stop: "IIIL KINH PHÍ"."""
        if self.close or not self.capitals or self.token[-1:] not in ("L", "l"):
            return None
        return replace(self, token=self.token[:-1]).roman

    @property
    def number(self) -> int | None:
        return (
            int(self.token)
            if self.token.isascii() and self.token.isdigit() and len(self.token) <= 2
            else None
        )


def find(texts: Sequence[str]) -> dict[int, Slip]:
    """The slips in labels at the heads of the paragraphs of a document, by the paragraph's place."""
    return _found([_head(text) for text in texts])


def find_in_column(cells: Sequence[str]) -> dict[int, Slip]:
    """The slips in the labels of rows, which stand alone in the first column of a table."""
    return _found(
        [_Head(cell.rstrip("."), ".", True) if 0 < len(cell) <= _LONGEST else None for cell in cells]
    )


def _found(heads: Sequence[_Head | None]) -> dict[int, Slip]:
    return {**_in_numbers(heads), **_in_letters(heads), **_in_roman(heads)}


def _head(text: str) -> _Head | None:
    match = _HEAD.match(text)
    if match is None:
        return None
    words = text[match.end() :]
    return _Head(match["token"], match["close"].strip(), bool(_CAPITALS.match(words)), words[:1].isupper())


def _slip(head: _Head, becomes: str) -> Slip:
    return Slip(0, len(head.token), becomes)


def _in_roman(heads: Sequence[_Head | None]) -> dict[int, Slip]:
    slips: dict[int, Slip] = {}
    last = 0
    romans = [(i, head) for i, head in enumerate(heads) if head and _may_be_roman(head)]
    for at, (i, head) in enumerate(romans):
        expected = last + 1
        following = [after.roman or after.strokes for _, after in romans[at + 1 : at + 1 + _FORESIGHT]]
        if head.roman == expected:
            if not head.close and not head.capitals and _goes_on(expected, following):
                slips[i] = _slip(head, f"{head.token}.")
            last = expected
        elif expected < len(_ROMAN) and (becomes := _expected_roman(head, expected, following)):
            slips[i] = _slip(head, becomes)
            last = expected
        elif head.roman is not None:
            last = head.roman
    return slips


def _goes_on(expected: int, following: Sequence[int | None]) -> bool:
    return any(value == expected + 1 + k for k, value in enumerate(following))


def _expected_roman(head: _Head, expected: int, following: Sequence[int | None]) -> str | None:
    """The number that the list expects, if that is what the head looks like; with the stop that was lost in it."""
    goes_on = _goes_on(expected, following)
    if expected == 2 and head.roman == 1 and head.capitals and not following:
        return _ROMAN[expected]  # a list of two: no second one begins and ends with its first number
    if head.strokes == expected and head.roman is None and _is_certain(head, expected, goes_on):
        return _ROMAN[expected]
    if head.stop_read_as_letter == expected:
        return f"{_ROMAN[expected]}."
    # A stroke too few, or one too many, among numbers that are right.
    fewer, more = sorted((head.looks or "", _ROMAN[expected]), key=len)
    known = goes_on or (head.roman is None and head.capitals and not following and expected > 1)
    if known and len(more) - len(fewer) == 1 and more.startswith(fewer) and not head.token.isdigit():
        return _ROMAN[expected]
    return None


def _may_be_roman(head: _Head) -> bool:
    if head.token.isdigit() and not head.capitals:
        return False
    if head.close in (".", ",", ":", ")", "-", "–"):
        return head.roman is not None or head.strokes is not None
    if head.titled and head.roman is not None and len(head.token) > 1:
        return True
    return head.capitals and (head.strokes is not None or head.stop_read_as_letter is not None)


def _is_certain(head: _Head, expected: int, goes_on: bool) -> bool:
    """Whether a head that looks like the number expected is it."""
    if head.token.isdigit():
        return head.capitals and expected > 1 and len(head.token) > 1
    return head.capitals or goes_on or (expected > 1 and len(head.token) > 1)


def _in_letters(heads: Sequence[_Head | None]) -> dict[int, Slip]:
    slips: dict[int, Slip] = {}
    lettered = [
        (i, head) for i, head in enumerate(heads) if head and head.close == ")" and len(head.token) == 1
    ]
    last = -1
    for at, (i, head) in enumerate(lettered):
        expected = _LETTERS[last + 1] if last + 1 < len(_LETTERS) else ""
        place = _LETTERS.find(head.token)
        after = lettered[at + 1][1].token if at + 1 < len(lettered) else ""
        if head.token == expected or place == 0:
            last = place
            continue
        goes_on = after == _LETTERS[last + 2 : last + 3] or (last >= 0 and place < 0)
        if expected and head.token in _LIKE_LETTER.get(expected, "") and goes_on and not head.token.isdigit():
            slips[i] = _slip(head, expected)
            last += 1
        elif place >= 0:
            last = place
    return slips


def _in_numbers(heads: Sequence[_Head | None]) -> dict[int, Slip]:
    """Single numbers with a letter for a figure: "l." before "2.", "S." behind "4."."""
    slips: dict[int, Slip] = {}
    last = 0
    for i, head in enumerate(heads):
        if head is None or head.close not in (".", ",", ")"):
            continue
        if head.number is not None:
            if head.close == "," and head.number == last + 1:
                slips[i] = Slip(0, len(head.token) + 1, f"{head.token}.")
            last = head.number
            continue
        figures = head.token.translate(FIGURES)
        if figures == head.token or not figures.isdigit() or head.token in ("i", "b", "s", "o", "B", "D"):
            continue
        value = int(figures)
        following = next((h.number for h in heads[i + 1 :] if h and h.number is not None), None)
        if (
            value == last + 1
            and (last > 0 or following == 2)
            and head.roman is None
            or value == 1
            and following == 2
            and not head.capitals
            and head.token in ("l", "|", "!")
        ):
            slips[i] = _slip(head, figures)
            last = value
    return slips
