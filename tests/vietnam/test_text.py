"""Folding of Vietnamese: what is the same word folds alike, what is another one does not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.vietnam.text import bare, clean, fold, nfc, tidy

VIETNAMESE = "aăâeêioôơuưyđbcghklmnpqrstvx àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
vietnamese_text = st.text(st.sampled_from(VIETNAMESE + VIETNAMESE.upper()))
any_text = st.text() | vietnamese_text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"), ("Hoá", "HÓA"), ("khoẻ", "khỏe"), ("loè", "lòe"), ("thuỷ", "thủy"), ("Uý", "úy"),
        ("uỷ ban", "Ủy ban"), ("tuỳ", "tùy"), ("ngoã", "ngõa"), ("hoạ", "họa"), ("xoã", "xõa"), ("huỵ", "hụy"),
        ("qúy", "quý"), ("qùa", "quà"), ("gìa", "già"), ("tòan", "toàn"), ("hòang", "hoàng"),
        ("Ðiện Biên", "Điện Biên"), ("ðăk", "Đăk"), ("Ɖắk", "đắk"),
    ],
)  # fmt: skip
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    "word",
    [
        "quý", "quỹ", "già", "giá", "nghĩa", "của", "mùa", "cửa", "khuỷu", "ngoài", "thuở", "người", "thuyền",
        "toàn", "huyện", "giếng", "gì", "quyết", "loài", "hòa", "thủy", "khỏe", "ủy", "yếu", "biển", "rượu",
        "chuối", "khuya", "nguyễn", "hoạch", "quốc", "giữa", "trẻ", "quả", "ngoằn", "kỳ", "kì",
    ],
)  # fmt: skip
def test_a_word_spelt_the_traditional_way_is_left_alone(word: str) -> None:
    assert fold(word) == word


@pytest.mark.parametrize(
    ("one", "other"), [("kỳ", "kì"), ("ma", "má"), ("đá", "dá"), ("quý", "quy"), ("lưu", "luu")]
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("letter", [c for c in VIETNAMESE if c.isalpha()])
def test_bare_knows_every_letter_and_tone(letter: str) -> None:
    assert bare(letter) in "abcdeghiklmnopqrstuvxy"
    assert bare(letter.upper()) == bare(unicodedata.normalize("NFD", letter)) == bare(letter)


def test_bare_is_what_one_types_without_marks() -> None:
    assert (
        bare("Ủy ban nhân dân xã Đắk Glei, huyện Mường Nhé") == "uy ban nhan dan xa dak glei, huyen muong nhe"
    )


def test_clean_drops_what_nobody_sees_and_leaves_columns_apart() -> None:
    written = (
        unicodedata.normalize("NFD", "Số\x01 tiền") + "\t\u202e000.005\u202c  đồng\r\nmột\u00a0cháu\ud800"
    )
    assert clean(written) == "Số tiền\t000.005  đồng một\u00a0cháu"


@given(any_text)
def test_clean_is_done_once_and_agrees_with_tidy(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert tidy(clean(text)) == tidy(text)
    assert all(c.isprintable() or c in "\t" or c.isspace() or ord(c) > 0xFF for c in clean(text))


def test_tidy_makes_one_line_of_single_spaces() -> None:
    assert tidy("\ufeff Hội\u00a0LHPN \t huyện\r\n\u2003Bình\u200b An\u00ad \x00") == "Hội LHPN huyện Bình An"


@given(any_text)
def test_folding_twice_is_folding_once(s: str) -> None:
    for function in (nfc, tidy, fold, bare):
        assert function(function(s)) == function(s)


@given(any_text)
def test_decomposed_text_folds_as_composed_text(s: str) -> None:
    for function in (nfc, tidy, fold, bare):
        assert function(unicodedata.normalize("NFD", s)) == function(unicodedata.normalize("NFC", s))


@given(vietnamese_text)
def test_case_does_not_count(s: str) -> None:
    assert fold(s.upper()) == fold(s.lower()) == fold(s)


@given(vietnamese_text)
def test_folding_keeps_the_bare_letters(s: str) -> None:
    assert len(fold(s)) == len(s)
    assert bare(s) == bare(fold(s))


@given(any_text)
def test_tidied_text_has_no_double_space_and_no_control(s: str) -> None:
    tidied = tidy(s)
    assert "  " not in tidied and tidied == tidied.strip()
    assert not any(unicodedata.category(c) in ("Cc", "Zl", "Zp") for c in tidied)
