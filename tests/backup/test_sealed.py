"""A sealed stream comes back as it went in, or not at all."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.backup import sealed
from donghanh.backup.errors import (
    DamagedError,
    NewerProgramError,
    NotABackupError,
    OtherKeyError,
    UnusableError,
)
from donghanh.backup.key import LENGTH, Key
from donghanh.backup.sealed import MAGIC, SealedReader, SealedWriter

KEY = Key(bytes(range(LENGTH)))
HEADER = len(MAGIC) + 16 + 32


@pytest.fixture(autouse=True, scope="module")
def _small_chunks() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealed, "CHUNK", 64)
        yield


def seal(parts: list[bytes], key: Key = KEY) -> bytes:
    file = io.BytesIO()
    writer = SealedWriter(file, key)
    for part in parts:
        writer.write(part)
    writer.finish()
    return file.getvalue()


def opened(data: bytes, key: Key = KEY, size: int = 50) -> bytes:
    reader = SealedReader(io.BytesIO(data), key)
    parts = []
    while part := reader.read(size):
        parts.append(part)
    reader.finish()
    return b"".join(parts)


@given(st.lists(st.binary(max_size=200), max_size=6), st.integers(1, 300))
def test_what_went_in_comes_out(parts: list[bytes], size: int) -> None:
    assert opened(seal(parts), size=size) == b"".join(parts)


@pytest.mark.parametrize("length", [0, 1, 63, 64, 65, 127, 128, 129, 192])
def test_every_length_about_the_end_of_a_chunk_comes_out(length: int) -> None:
    assert opened(seal([b"x" * length])) == b"x" * length


@given(st.binary(max_size=300), st.data())
def test_no_bit_can_be_turned(content: bytes, data: st.DataObject) -> None:
    whole = bytearray(seal([content]))
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(UnusableError):
        opened(bytes(whole))


def test_no_byte_of_a_small_one_can_be_altered_or_be_the_last() -> None:
    whole = seal([b"0123456789" * 20])
    for place in range(len(whole)):
        altered = bytearray(whole)
        altered[place] ^= 0x40
        for wrong in (bytes(altered), whole[:place]):
            with pytest.raises(UnusableError):
                opened(wrong)


def test_nothing_can_be_added_left_out_swapped_repeated_or_taken_from_another_file() -> None:
    content = b"".join(bytes([number]) * 64 for number in range(4))
    whole, other = seal([content]), seal([content])
    chunks = [whole[HEADER + 80 * number : HEADER + 80 * (number + 1)] for number in range(4)]
    head = whole[:HEADER]
    for wrong in (
        whole + b"x",
        whole + chunks[3],
        head + b"".join(chunks[:3]),
        head + b"".join(chunks[1:]),
        head + chunks[1] + chunks[0] + chunks[2] + chunks[3],
        head + chunks[0] * 4,
        head + b"".join(chunks[:3]) + other[HEADER + 240 :],
        other[:HEADER] + b"".join(chunks),
        head,
    ):
        with pytest.raises(DamagedError):
            opened(wrong)


def test_the_same_content_never_looks_the_same() -> None:
    assert seal([b"x" * 100])[HEADER:] != seal([b"x" * 100])[HEADER:]


def test_each_kind_of_wrong_file_is_told_apart() -> None:
    whole = seal([b"x"])
    for wrong, error in (
        (b"PK\x03\x04" + whole, NotABackupError),
        (b"", NotABackupError),
        (whole.replace(b"BACKUP 1", b"BACKUP 2", 1), NewerProgramError),
        (whole[:40], DamagedError),
    ):
        with pytest.raises(error):
            opened(wrong)
    with pytest.raises(OtherKeyError):
        opened(whole, Key.new())


def test_a_reader_goes_onwards_only() -> None:
    reader = SealedReader(io.BytesIO(seal([b"0123456789" * 20])), KEY)
    assert (reader.seek(73), reader.read(3)) == (73, b"345")
    with pytest.raises(ValueError, match="onwards"):
        reader.seek(5)
