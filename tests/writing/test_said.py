"""What a paper says already is found however it is closed, spaced, or joined to others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.writing.plan.said import Said

TEXTS = (
    "Mở lớp may cho hội viên xã Nậm Cắn, Na Loi và Bắc Lý.",
    "Căn cứ Kế hoạch số 05 - KH/BTV và Quyết định số 12/QĐ-TTg;",
)


@pytest.fixture
def said() -> Said:
    made = Said()
    made.add(*TEXTS)
    return made


@pytest.mark.parametrize("text", ["mở lớp may;", "hội viên  xã Nậm Cắn", "Quyết định số 12/QĐ-TTg.", "lý."])
def test_a_part_of_a_text_is_said(said: Said, text: str) -> None:
    assert said.holds(text)


@pytest.mark.parametrize("text", ["", ".;", "Mở lớp nấu ăn", "hội viên Na Loi", "Bắc Lý. Căn cứ"])
def test_what_stands_in_no_single_text_is_not_said(said: Said, text: str) -> None:
    assert not said.holds(text)


@pytest.mark.parametrize(("number", "cited"), [("05-KH/BTV", True), ("12/QĐ-TTg", True), ("2/QĐ-UB", False)])
def test_a_document_is_cited_however_its_number_is_spaced(said: Said, number: str, cited: bool) -> None:
    assert said.cites(number) is cited


@pytest.mark.parametrize(
    ("place", "named"), [("xã Nậm Cắn", True), ("xã Na Loi", True), ("xã Bắc Lý", True), ("xã Bắc Lũng", False)]
)  # fmt: skip
def test_a_place_is_named_in_full_or_in_a_list(said: Said, place: str, named: bool) -> None:
    assert said.names(place) is named


words = st.lists(st.sampled_from(("mở", "lớp", "12", "xã", "(a)", "50%", "–")), min_size=1, max_size=6).map(
    " ".join
)


@given(st.lists(words, max_size=8), words)
def test_what_is_said_is_what_stands_whole_in_a_text(texts: list[str], text: str) -> None:
    made = Said()
    made.add(*texts)
    assert made.holds(text) is any(f" {text} " in f" {one} " for one in texts)
