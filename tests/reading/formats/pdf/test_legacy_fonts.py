"""PDF files whose text is set in the fonts of TCVN3 and VNI."""

import pytest

from donghanh.reading.blocks import Paragraph
from donghanh.reading.formats.pdf import read
from reading.corpus.legacy import tcvn3, vni
from reading.formats.pdf.canvas import single_byte

LINES = [
    "Kế hoạch được thực hiện từ năm 2025 ở các xã của tỉnh;",
    "ưu tiên phụ nữ nghèo, như vùng sâu - vùng xa; đầu tư",
    "tư liệu và phương án về kinh tế - xã hội năm 2025.",
]


def text(data: bytes) -> str:
    return " ".join(block.text for block in read(data).blocks if isinstance(block, Paragraph))


@pytest.mark.parametrize(
    "mapping",
    [None, 0, 0xF000],
    ids=["by the encoding of Windows", "by a map to Unicode", "by a map to symbols"],
)
def test_text_in_a_font_of_tcvn3_is_decoded(mapping: int | None) -> None:
    data = single_byte([tcvn3(line) for line in LINES], ".VnTime", mapping)
    assert text(data) == " ".join(LINES)
    assert [doubt.code for doubt in read(data).doubts] == ["legacy_encoding"]


def test_a_capital_font_shows_capitals() -> None:
    assert text(single_byte([tcvn3("kế hoạch công tác")], ".VnTimeH")) == "KẾ HOẠCH CÔNG TÁC"


def test_text_in_a_font_of_vni_is_decoded() -> None:
    assert text(single_byte([vni(line) for line in LINES], "VNI-Times")) == " ".join(LINES)


def test_a_font_that_tells_nothing_leaves_it_to_the_spelling() -> None:
    assert text(single_byte([tcvn3(line) for line in LINES], "Helvetica")) == " ".join(LINES)


def test_latin_text_in_an_ordinary_font_is_left_alone() -> None:
    assert (
        text(single_byte(["Nestl\xe9 \xae, Z\xfcrich - S\xe3o Tom\xe9"], "Helvetica"))
        == "Nestlé ®, Zürich - São Tomé"
    )
