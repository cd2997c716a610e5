"""Vietnamese letters for patterns: every capital and every small letter, none twice, none mixed up."""

import unicodedata

import pytest

from donghanh.vietnam.letters import LOWER, UPPER

WORDS = "Tổ chức hội nghị ở xã Ăng Tơ, phường Ỷ La, thôn Ắc Quy, ấp Ố Vàng, bản Ừng, đặc khu Đảo Ổi, huyện Ẵm, khóm Ỵ"


@pytest.mark.parametrize("letters", [LOWER, UPPER], ids=["small", "capital"])
def test_no_letter_stands_twice_and_all_are_composed(letters: str) -> None:
    assert len(set(letters)) == len(letters)
    assert unicodedata.normalize("NFC", letters) == letters
    assert all(len(c) == 1 and c.isalpha() for c in letters)


def test_small_and_capital_letters_are_kept_apart() -> None:
    assert not set(LOWER) & set(UPPER)
    assert LOWER.upper() == UPPER
    assert all(c.islower() for c in LOWER) and all(c.isupper() for c in UPPER)


def test_there_are_twelve_vowels_in_six_tones_beside_the_consonants() -> None:
    assert len(LOWER) == 12 * 6 + len("bcdđghklmnpqrstvxfjwz")


@pytest.mark.parametrize("letter", [c for c in dict.fromkeys(WORDS) if c.isalpha()])
def test_every_letter_of_a_text_is_one_of_them(letter: str) -> None:
    assert letter in (UPPER if letter.isupper() else LOWER)
