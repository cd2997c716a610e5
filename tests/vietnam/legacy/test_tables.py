"""Whatever is written in an encoding is read back from it, letter by letter."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.vietnam.legacy import LegacyEncoding, decode
from donghanh.vietnam.letters import LOWER, UPPER
from reading.corpus import legacy as write

SIGNS = " .,;:()/-+%\"'0123456789"
small_text = st.text(LOWER + SIGNS, max_size=60)
any_text = st.text(LOWER + UPPER + SIGNS, max_size=60)


@given(small_text)
def test_small_letters_come_back_from_tcvn3(text: str) -> None:
    assert decode(write.tcvn3(text), LegacyEncoding.TCVN3) == text


@given(any_text)
def test_capitals_with_a_tone_come_back_small_from_tcvn3_which_has_none(text: str) -> None:
    decoded = decode(write.tcvn3(text), LegacyEncoding.TCVN3)
    assert decoded.lower() == text.lower()
    kept = [c for c in text if c.isupper() and not is_toned(c)]
    assert [c for c in decoded if c.isupper()] == kept


@given(small_text)
def test_a_capital_font_of_tcvn3_shows_capitals(text: str) -> None:
    assert decode(write.tcvn3(text), LegacyEncoding.TCVN3_CAPITALS) == text.upper()


@given(any_text)
def test_every_letter_comes_back_from_vni(text: str) -> None:
    assert decode(write.vni(text), LegacyEncoding.VNI) == text


@given(any_text)
def test_every_letter_comes_back_from_windows_1258_composed(text: str) -> None:
    assert decode(write.windows_1258(text), LegacyEncoding.WINDOWS_1258) == text


@pytest.mark.parametrize(
    "encoding", [e for e in LegacyEncoding if e not in (LegacyEncoding.VIQR, LegacyEncoding.UTF_8)]
)
@given(st.text(max_size=60))
def test_any_text_becomes_composed_text(encoding: LegacyEncoding, text: str) -> None:
    decoded = decode(text, encoding)
    assert all(unicodedata.is_normalized("NFC", word) or word in text for word in decoded.split())


def test_the_standard_has_capitals_where_windows_has_punctuation() -> None:
    letters = bytes.fromhex("4b da 20 48 4f 84 43 48 20 9e 59 20 16 20 01")  # as iconv writes TCVN5712-1
    assert decode(letters.decode("latin-1"), LegacyEncoding.TCVN5712) == "KẾ HOẠCH ỦY Ý Ú"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Uyû ban nhaân daân tænh Ñaék Laék", "Uỷ ban nhân dân tỉnh Đắk Lắk"),
        ("UÛY BAN NHAÂN DAÂN", "ỦY BAN NHÂN DÂN"),
        ("KEÁ HOAÏCH", "KẾ HOẠCH"),
        ("Aâu Cô", "Âu Cơ"),  # the mark of another case than its letter
        ("tyï myõ quyù kyø thuyû lyù", "tỵ mỹ quý kỳ thuỷ lý"),
        ("“nöôùc” – röôïu", "“nước” – rượu"),
    ],
)
def test_vni_as_it_is_found(written: str, meant: str) -> None:
    assert decode(written, LegacyEncoding.VNI) == meant


def is_toned(letter: str) -> bool:
    return any(mark in unicodedata.normalize("NFD", letter) for mark in "\u0300\u0301\u0303\u0309\u0323")
