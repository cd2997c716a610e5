"""Numbers as Vietnamese papers write them: "." between thousands, "," before decimals.

>>> parse_number("1.286")
1286
>>> parse_number("62,5")
62.5
"""

import re
from decimal import Decimal

# Groups of three digits after the first mark make thousands, whichever mark it is; anything else after a
# comma is a decimal. "3.000,000" mixes both and is read by sense, with a warning by the caller.
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+")
# No figure of a plan is longer; a run of digits beyond it is no number.
_LONGEST = 30
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")
NUMBER = r"\d{1,3}(?:[.,]\d{3})+(?!\d)(?:,\d{1,2}(?!\d))?|\d{1,3}(?: \d{3}){1,4}(?!\d)|\d+(?:[.,]\d+)?"

ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip


def parse_number(words: str) -> int | float | None:
    """The value of one written number, None where it is no number.

    "1.286", "1,286" and "1 286" are all 1286: three digits after the mark are thousands.
    "62,5" and "4.5" are decimals; whole floats come back as int.
    """
    words = words.strip()
    if len(words) > _LONGEST:
        return None
    if _SPACED.fullmatch(words):
        return int(words.replace(" ", ""))
    words = re.sub(r"(?<=[.,]) ", "", words)
    if _GROUPED.fullmatch(words):
        return int(re.sub(r"[.,]", "", words))
    if match := re.fullmatch(r"(\d{1,3}(?:\.\d{3})+),(\d{1,2})", words):
        value = float(match[1].replace(".", "") + "." + match[2])
        return int(value) if value.is_integer() else value
    if _DECIMAL.fullmatch(words):
        value = float(words.replace(",", "."))
        return int(value) if value.is_integer() else value
    return None


def has_mixed_marks(words: str) -> bool:
    """Thousands set off by "." in one place and "," in another: "3.000,000", "2,500.000"."""
    return bool(
        re.fullmatch(
            r"\d{1,3}(?:[.,]\d{3})*(?:\.\d{3},\d{3}|,\d{3}\.\d{3})(?:[.,]\d{3})*", words.replace(" ", "")
        )
    )


def parse_roman(words: str) -> int | None:
    """The value of a Roman number in capitals; None where it is none.

    >>> parse_roman("IV")
    4
    """
    if not words or not ROMAN.fullmatch(words):
        return None
    total = 0
    for here, after in zip(words, words[1:] + " ", strict=True):
        value = _ROMAN_VALUES[here]
        total += -value if _ROMAN_VALUES.get(after, 0) > value else value
    return total


_SWAPPED = str.maketrans(",.", ".,")


def format_number(value: float) -> str:
    """Points between thousands, a comma before as many decimals as the value has, never a power of ten.

    Three decimals get a zero behind them: without it they would be thousands.

    >>> format_number(60000000), format_number(12345678901.5), format_number(62.125)
    ('60.000.000', '12.345.678.901,5', '62,1250')
    """
    exact = Decimal(int(value)) if value == int(value) else Decimal(str(value))
    written = f"{exact:,f}".translate(_SWAPPED)
    return f"{written}0" if exact.as_tuple().exponent == -3 else written


def format_vnd(amount: int) -> str:
    """
    >>> format_vnd(60000000)
    '60.000.000 đồng'
    """
    return f"{format_number(amount)} đồng"
