"""A long text in parts: nothing is lost between them, and each is short."""

import string

from hypothesis import given
from hypothesis import strategies as st

from donghanh.documents.review.parts import part_at, parts_of

texts = st.lists(st.integers(0, 900), max_size=120).map(lambda sizes: "\n".join("x" * size for size in sizes))


@given(texts, st.lists(st.integers(0, 60_000), max_size=30))
def test_the_parts_are_the_text_again_and_each_ends_with_a_line_or_before_a_heading(
    text: str, marks: list[int]
) -> None:
    starts = [text.find("\n", mark) + 1 for mark in marks if text.find("\n", mark) >= 0]
    parts = parts_of(text, starts)
    assert "".join(text[part.start : part.end] for part in parts) == text
    assert [part.number for part in parts] == list(range(1, len(parts) + 1))
    assert all(part.end - part.start <= 12_000 for part in parts)
    assert all(text[part.end - 1] == "\n" for part in parts[:-1])


def test_a_line_without_end_is_cut_all_the_same() -> None:
    parts = parts_of("a" * 50_000)
    assert len(parts) == 6
    assert max(part.end - part.start for part in parts) <= 12_000


@given(texts, st.integers(0, 100_000))
def test_every_place_lies_in_the_part_that_holds_it(text: str, place: int) -> None:
    part = part_at(parts_of(text), place)
    assert part.start <= place
    assert place < part.end or part.end == len(text)


def test_a_heading_nearby_begins_a_part() -> None:
    text = (string.ascii_lowercase + "\n") * 600
    heading = 27 * 380
    assert parts_of(text, [heading])[1].start == heading
