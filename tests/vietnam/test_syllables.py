"""What can be a syllable of Vietnamese, and where words that ran together part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.vietnam.syllables import is_syllable, parted

SYLLABLES = (
    "a à ý gì giết giêng quý quyết quỳnh quýt nghĩa nghiêng ghế kỹ khuya khuỷu huỳnh hoà hòa thuỷ thủy uỷ yếu yên iêng "
    "thoại ngoằn xoong boong đường ĐƯỜNG Nghị mướn tuyền chuếch"
).split()
NONE = "nhệmm krông đắkk ngế cế ka ga-lăng tật̂ các̀ hop tap áà LHPN UBND zalo w đ 12 a1".split()
RUNS = {
    "huấnkỹnăng": ("huấn", "kỹ", "năng"),
    "sổtay": ("sổ", "tay"),
    "Tổhòagiải": ("Tổ", "hòa", "giải"),
    "TRỢCƠ": ("TRỢ", "CƠ"),
    "BanNữ": ("Ban", "Nữ"),
    "nghiêng": None,  # one syllable
    "cácanh": None,  # "các anh" or "cá canh"
    "Đắklắk": None,
    "": None,
    "x" * 60: None,
}


@pytest.mark.parametrize("word", SYLLABLES)
def test_a_syllable_is_one(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", NONE)
def test_what_no_vietnamese_word_is_made_of_is_none(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(("run", "words"), RUNS.items())
def test_a_run_of_words_is_parted_where_it_can_be_in_one_way_only(
    run: str, words: tuple[str, ...] | None
) -> None:
    assert parted(run) == words


@given(st.lists(st.sampled_from([word.lower() for word in SYLLABLES]), min_size=2, max_size=5))
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
