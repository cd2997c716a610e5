"""What is spelt as a Vietnamese syllable, what only looks like one, and where words that ran together part."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.vietnam.places.lists import load
from donghanh.vietnam.syllables import is_syllable, parted

SPELT = """
    kế hoạch công tác của hội liên hiệp phụ nữ việt nam tổ chức tập huấn cho cán bộ nghiêng khuỷu quạnh quyết giữ gì giếng
    giặt ương ướp yên yêu ỷ lại hoà hòa thuỷ thủy quý ngoằn nguyễn đắk lắk kim ghế nghe huơ khoẻ khỏe oái oăm uyên loong
    coong niê krông cửu ở ý á
"""
NOT_SPELT = """
    kõ hoạc̣h ngi ghà ka cê đât́ tổo hoẹk tìêp nhieeuf phùnhg héi liªn hiöp tæ vïng aâ öù müller josé nestlé café niñ
    mộtt ngừơi tiếnế ìt̀ xãã
"""

RUNS = {
    "huấnkỹnăng": ("huấn", "kỹ", "năng"),
    "sổtay": ("sổ", "tay"),
    "Tổhòagiải": ("Tổ", "hòa", "giải"),
    "TRỢCƠ": ("TRỢ", "CƠ"),
    "BanNữ": ("Ban", "Nữ"),
    "nghiêng": None,  # one syllable
    "cácanh": None,  # "các anh" or "cá canh"
    "Đắklắk": ("Đắk", "lắk"),
    "": None,
    "x" * 60: None,
}


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


@pytest.mark.parametrize(("run", "words"), RUNS.items())
def test_a_run_of_words_is_parted_where_it_can_be_in_one_way_only(
    run: str, words: tuple[str, ...] | None
) -> None:
    assert parted(run) == words


@given(st.lists(st.sampled_from(SPELT.split()), min_size=2, max_size=5))
def test_parts_make_up_the_run_and_are_syllables(words: list[str]) -> None:
    run = "".join(words)
    found = parted(run)
    if found is not None:
        assert "".join(found) == run
        assert all(map(is_syllable, found))
        assert len(found) <= len(words)


@given(st.text(max_size=50))
def test_any_text_is_parted_or_left(text: str) -> None:
    found = parted(text)
    assert found is None or "".join(found) == text


def test_a_stop_without_a_tone_may_be_asked_not_to_count() -> None:
    assert is_syllable("lak")
    assert not is_syllable("cac", toned_stops=True)
    assert is_syllable("các", toned_stops=True)
