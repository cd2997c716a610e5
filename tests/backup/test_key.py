"""The key is written down by a person and typed back in."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.backup.errors import MistypedKeyError
from donghanh.backup.key import LENGTH, Key, load, load_or_make

KEYS = st.binary(min_size=LENGTH, max_size=LENGTH).map(Key)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(KEYS)
def test_what_was_written_down_is_the_key(key: Key) -> None:
    text = key.as_text()
    assert len(text.split("-")) == 8
    assert Key.from_text(text) == key


@given(KEYS)
def test_small_letters_spaces_and_letters_that_look_alike_do_no_harm(key: Key) -> None:
    typed = key.as_text().lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert Key.from_text(f"\n {typed}\n") == key


def test_most_slips_are_found_in_their_group() -> None:
    key = Key(bytes(range(LENGTH)))
    text = key.as_text().replace("-", "")
    found = 0
    slips = [(place, letter) for place in range(len(text)) for letter in LETTERS if letter != text[place]]
    for place, letter in slips:
        try:
            assert Key.from_text(text[:place] + letter + text[place + 1 :]) != key
        except MistypedKeyError as error:
            found += f"{place // 5 + 1} " in str(error)
    assert found / len(slips) > 0.95


@pytest.mark.parametrize("typed", ["", "ABCDE", "Nguyễn Thị Lan", "0" * 41, "U" * 40])
def test_what_is_no_key_is_refused(typed: str) -> None:
    with pytest.raises(MistypedKeyError):
        Key.from_text(typed)


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "keys" / "key"
    key, is_new = load_or_make(file)
    assert is_new
    assert load_or_make(file) == (key, False)
    assert load(file) == key
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert key.as_text() not in repr(key)


def test_a_key_file_that_was_spoilt_is_not_replaced(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text("spoilt")
    with pytest.raises(MistypedKeyError):
        load_or_make(file)
    assert file.read_text() == "spoilt"
