"""Files that are no readable plan, each with its own reason."""

import contextlib
import random
import re
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.reading.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    FileTooLarge,
    NoText,
    UnreadableFile,
)
from donghanh.reading.formats.pdf import read
from donghanh.reading.formats.pdf.assembly import assemble
from donghanh.reading.formats.pdf.opening import open_pdf
from donghanh.reading.formats.pdf.pages import read_page

from .canvas import Canvas, draw
from .making import FILES

TABBED = (FILES / "tabbed.pdf").read_bytes()


@pytest.mark.parametrize("data", [b"", b"  \r\n", b"\x00" * 40])
def test_nothing_is_an_empty_file(data: bytes) -> None:
    with pytest.raises(EmptyFile):
        read(data)


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 a Word file", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF\n", TABBED[:5000], TABBED[:-30]]
)
def test_what_is_no_whole_pdf_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedFile):
        read(data)


def test_a_password_to_open_is_said() -> None:
    with pytest.raises(EncryptedFile):
        read((FILES / "locked.pdf").read_bytes())


def test_a_password_against_changes_does_not_hinder_reading() -> None:
    assert read((FILES / "restricted.pdf").read_bytes()).blocks


def test_too_many_pages_are_refused_before_they_are_read() -> None:
    with pytest.raises(FileTooLarge, match="1001 trang"):
        read(draw(*(Canvas() for _ in range(1001))))


def test_a_file_of_pictures_has_no_text() -> None:
    with pytest.raises(NoText):
        read(draw(Canvas().box(80, 80, 500, 700, grey=0.5), Canvas()))


def test_pages_without_text_among_others_are_named() -> None:
    document = read(draw(Canvas().text(85, 100, "Kế hoạch của xã"), Canvas(), Canvas()))
    assert [(d.code, "trang 2, 3" in d.message) for d in document.doubts] == [("page_without_text", True)]
    assert document.pages == 3


def test_letters_without_a_meaning_are_read_as_they_look() -> None:
    page = Canvas().text(85, 100, "".join(chr(0xE000 + i) for i in range(60)))
    with pytest.raises(NoText):  # what this font shows for them is nothing
        read(draw(page))


def test_a_few_letters_without_a_meaning_are_doubtful() -> None:
    page = Canvas().text(85, 100, "Kế hoạch của Hội Nông dân xã \ue001\ue002")
    assert [d.code for d in read(draw(page)).doubts] == ["unknown_letters"]


@given(st.data())
def test_a_mutated_file_is_read_or_refused(data: st.DataObject) -> None:
    source = bytearray(data.draw(st.sampled_from([TABBED, draw(Canvas().text(85, 100, "Kế hoạch"))])))
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(source) - 1))
        source[at] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        cut = data.draw(st.integers(0, len(source)))
        del source[cut : cut + data.draw(st.integers(0, 2000))]
    with contextlib.suppress(UnreadableFile):
        read(bytes(source))


def with_other_streams(data: bytes, seed: int) -> bytes:
    """The file with a few bytes of its compressed streams changed."""
    chance = random.Random(seed)

    def changed(found: re.Match[bytes]) -> bytes:
        try:
            content = bytearray(zlib.decompress(found[1]))
        except zlib.error:
            return found[0]
        for _ in range(chance.randint(1, 20)):
            content[chance.randrange(len(content))] = chance.choice(b"0123456789 .-eETJTmqQ()<>[]")
        return b"stream\n" + zlib.compress(bytes(content)) + b"\nendstream"

    return re.sub(rb"stream\r?\n(.*?)\r?\nendstream", changed, data, flags=re.DOTALL)


@given(st.sampled_from(["plan", "merged", "tabbed"]), st.integers(0, 10_000))
def test_a_file_with_mutated_pages_is_read_or_refused(name: str, seed: int) -> None:
    with contextlib.suppress(UnreadableFile):
        # Without recognition, to which pages go whose letters lost their meaning: that takes seconds a page.
        document = open_pdf(with_other_streams((FILES / f"{name}.pdf").read_bytes(), seed))
        pages = [read_page(document, number) for number in range(1, len(document) + 1)]
        assemble([page for page in pages if page is not None])
        document.close()


def test_letters_that_show_nothing_make_no_line() -> None:
    page = Canvas().text(85, 100, "\u200b\u200b").text(85, 130, "Kế hoạch")
    assert [block.text for block in read(draw(page)).blocks] == ["Kế hoạch"]


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(tail: bytes) -> None:
    for data in (tail, b"%PDF-1.4\n" + tail + b"\n%%EOF"):
        with pytest.raises(UnreadableFile):
            read(data)
