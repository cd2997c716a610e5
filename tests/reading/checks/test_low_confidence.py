"""Scans too poor to be trusted are told, once for a paper; good ones are not."""

from typing import Any

import pytest
from msgspec.structs import replace

from donghanh.reading import read_document
from donghanh.reading.blocks import Block, Paragraph
from reading.building import paper, table

WORDS = "Tổ chức tập huấn kỹ năng cho cán bộ Hội cơ sở và chi hội trưởng toàn xã"


def scan(doubtful: int, *, page: int = 2, words: str = WORDS) -> Paragraph:
    """A paragraph whose first `doubtful` words were recognised with little confidence."""
    places, at = [], 0
    for word in words.split()[:doubtful]:
        places.append((at, at + len(word)))
        at += len(word) + 1
    return Paragraph(words, page=page, uncertain=tuple(places))


def told(*body: Block) -> list[dict[str, Any]]:
    findings = read_document(paper("I. NỘI DUNG", *body)).plan["findings"]
    return [f for f in findings if f["code"] == "low_confidence_text"]


def test_a_poor_page_is_told_once_with_its_words_and_their_page() -> None:
    (finding,) = told(scan(9), scan(0), scan(3))
    assert finding["severity"] == "warning"
    assert "“Tổ” (trang 2)" in finding["message"] and "và 4 chỗ khác" in finding["message"]
    assert finding["source"]["page"] == 2


@pytest.mark.parametrize(
    "body", [(scan(0),), (scan(5),), (scan(6), *[scan(0)] * 9)], ids=["none", "few", "a small share"]
)
def test_a_good_page_is_not_told(body: tuple[Block, ...]) -> None:
    assert told(*body) == []


def test_a_poor_page_among_good_ones_is_told() -> None:
    good = [replace(scan(0), page=1)] * 40
    assert len(told(*good, scan(8, page=3))) == 1


def test_doubtful_words_in_tables_count_and_are_found() -> None:
    poor = table(["TT", "Nội dung", "Thời gian"], ["1", "Mở lớp", "Quý II"])
    cell = replace(poor.rows[1].cells[1], paragraphs=(scan(8),))
    rows = (
        poor.rows[0],
        replace(poor.rows[1], cells=(poor.rows[1].cells[0], cell, poor.rows[1].cells[2]), page=2),
    )
    document = paper("I. NỘI DUNG", replace(poor, rows=rows))
    reading = read_document(document)
    (finding,) = [f for f in reading.plan["findings"] if f["code"] == "low_confidence_text"]
    assert reading.text[finding["source"]["start"] : finding["source"]["end"]] == "Tổ"
