"""What is spelt as a Vietnamese syllable, and what only looks like one."""

import re
import unicodedata

import pytest

from donghanh.vietnam.places.lists import load
from donghanh.vietnam.syllables import is_syllable

SPELT = """
    kế hoạch công tác của hội liên hiệp phụ nữ việt nam tổ chức tập huấn cho cán bộ nghiêng khuỷu quạnh quyết giữ gì giếng
    giặt ương ướp yên yêu ỷ lại hoà hòa thuỷ thủy quý ngoằn nguyễn đắk lắk kim ghế nghe huơ khoẻ khỏe oái oăm uyên loong
    coong niê krông cửu ở ý á
"""
NOT_SPELT = """
    kõ hoạc̣h ngi ghà ka cê đât́ tổo hoẹk tìêp nhieeuf phùnhg héi liªn hiöp tæ vïng aâ öù müller josé nestlé café niñ
    mộtt ngừơi tiếnế ìt̀ xãã
"""


@pytest.mark.parametrize("word", SPELT.split())
def test_words_of_the_language_are_syllables_in_either_case(word: str) -> None:
    assert is_syllable(word) and is_syllable(word.upper()) and is_syllable(word.capitalize())


@pytest.mark.parametrize("word", NOT_SPELT.split())
def test_other_words_are_none(word: str) -> None:
    assert not is_syllable(unicodedata.normalize("NFC", word))


def test_nearly_every_word_in_the_names_of_communes_is_one() -> None:
    words = [
        word for place in load().today for word in re.findall(r"[^\W\d_]+", place.name) if not word.isascii()
    ]
    assert sum(map(is_syllable, words)) > 0.99 * len(words) > 0
