"""Numbers in words: as vouchers spell them out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.vietnam.spelling import spell

DIGITS = {word: n for n, word in enumerate("không một hai ba bốn năm sáu bảy tám chín".split())}
DIGITS |= {"mốt": 1, "tư": 4, "lăm": 5}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (11, "mười một"),
        (105, "một trăm linh năm"),
        (1_005_000, "một triệu không trăm linh năm nghìn"),
        (60_500_000, "sáu mươi triệu năm trăm nghìn"),
        (2_307_000_000, "hai tỷ ba trăm linh bảy triệu"),
        (10**12, "một nghìn tỷ"),
        (-7, "âm bảy"),
    ],
)
def test_a_number_is_spelt_as_it_is_said(number: int, words: str) -> None:
    assert spell(number) == words


def value(words: list[str]) -> int:
    """What spelt words come to, read back by rules of our own."""
    if "tỷ" in words:
        at = len(words) - 1 - words[::-1].index("tỷ")
        return value(words[:at]) * 10**9 + value(words[at + 1 :])
    for scale, factor in (("triệu", 10**6), ("nghìn", 10**3)):
        if scale in words:
            at = words.index(scale)
            return value(words[:at]) * factor + value(words[at + 1 :])
    total = 0
    for at, word in enumerate(words):
        unit = {"trăm": 100, "mươi": 10}.get(words[at + 1] if at + 1 < len(words) else "", 1)
        if word == "mười":
            total += 10
        elif word in DIGITS:
            total += DIGITS[word] * unit
    return total


@given(st.integers(0, 10**15))
def test_what_is_spelt_reads_back_to_the_number(number: int) -> None:
    assert value(spell(number).split()) == number
