"""Words that shake by a pixel and sheets that lay askew on the glass come to rest as they were printed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.reading.blocks import Paragraph
from donghanh.reading.formats.pdf.assembly import assemble
from donghanh.reading.formats.scan.geometry import Projection
from donghanh.reading.formats.scan.pages import as_shown, laid_out
from donghanh.reading.formats.scan.pictures import PagePicture
from donghanh.reading.formats.scan.settling import settle
from donghanh.reading.formats.scan.shapes import ScannedPage, ScannedWord
from donghanh.reading.formats.scan.stature import stature

SIZE, PITCH, LEFT, WIDTH = 14.0, 18.4, 85.0, 6.3
LINES = (
    "Căn cứ Kế hoạch số 15/KH-BTV ngày 10 tháng 01 năm 2025 của Ban Thường vụ",
    "Hội Liên hiệp Phụ nữ tỉnh về chăm lo trẻ em mồ côi, Ban Thường vụ Hội xã",
    "xây dựng kế hoạch thực hiện với những nội dung sau:",
)
HEADING = "I. MỤC ĐÍCH, YÊU CẦU"
ITEMS = ("1. Mục đích", "2. Yêu cầu", "3. Nội dung", "4. Kinh phí")


def words(text: str, baseline: float, left: float = LEFT, size: float = SIZE) -> list[ScannedWord]:
    """A line as a good scanner and a good engine see it: letters as wide as each other."""
    found = []
    for word in text.split():
        reach = stature(word)
        above, below = (reach.above, reach.below) if reach else (0.3, 0.0)
        right = left + WIDTH * len(word)
        found.append(
            ScannedWord(
                word, left, baseline - above * size, right, baseline + below * size, baseline, size, 95.0
            )
        )
        left = right + WIDTH * 0.6
    return found


def page(*lines: tuple[str, float], number: int = 1) -> ScannedPage:
    """Lines with the x at which each begins, from the top."""
    found = [word for i, (text, left) in enumerate(lines) for word in words(text, 100 + PITCH * i, left)]
    return ScannedPage(number, 595.0, 842.0, tuple(found), (), (), Projection(), 300.0, 95.0)


PLAN = page(
    (LINES[0], LEFT + 28), (LINES[1], LEFT), (LINES[2], LEFT), (HEADING, LEFT), *((item, LEFT) for item in ITEMS)
)  # fmt: skip


def shaken(whole: ScannedPage, shakes: list[float]) -> ScannedPage:
    """Every edge of every word a hair off, by what `shakes` says in turn."""
    offs = iter(shakes * (4 * len(whole.words) // len(shakes) + 1))
    moved = (
        replace(w, left=w.left + next(offs), top=w.top + next(offs), right=w.right + next(offs), bottom=w.bottom + next(offs))
        for w in whole.words
    )  # fmt: skip
    return replace(whole, words=tuple(moved))


def paragraphs(*pages: ScannedPage) -> list[str]:
    return [block.text for block in assemble(laid_out(pages)) if isinstance(block, Paragraph)]


@given(st.lists(st.floats(-0.4, 0.4), min_size=7, max_size=23))
def test_shaking_words_make_the_paragraphs_that_still_ones_make(shakes: list[float]) -> None:
    assert paragraphs(shaken(PLAN, shakes)) == [" ".join(LINES), HEADING, *ITEMS]


@given(st.lists(st.floats(-0.4, 0.4), min_size=7, max_size=23))
def test_lines_of_one_size_have_one_size_and_one_edge(shakes: list[float]) -> None:
    spans = settle([shaken(PLAN, shakes)])[0].spans
    assert len({span.size for span in spans}) == 1
    assert len({span.left for span in spans if not span.text.startswith(" ")} & {s.left for s in spans}) == 2
    assert len({span.baseline for span in spans}) == 4 + len(ITEMS)


def test_sheets_that_lay_elsewhere_on_the_glass_have_one_margin() -> None:
    second = replace(
        PLAN, number=2, words=tuple(replace(w, left=w.left + 20, right=w.right + 20) for w in PLAN.words)
    )
    first, moved = settle([PLAN, second])
    assert [span.left for span in moved.spans] == pytest.approx([span.left for span in first.spans])


def test_the_order_in_which_words_come_does_not_matter() -> None:
    assert paragraphs(replace(PLAN, words=PLAN.words[::-1])) == paragraphs(PLAN)


def test_a_capital_alone_on_its_line_does_not_change_the_size() -> None:
    small = words("sau:", 100 + 3 * PITCH)[0]
    mistaken = replace(
        PLAN, words=(*words(LINES[0], 100), *words(LINES[1], 100 + PITCH), replace(small, text="Sau:"))
    )
    assert {span.size for span in settle([mistaken])[0].spans} == {SIZE}


def test_words_of_little_confidence_are_uncertain_where_they_stand() -> None:
    doubtful = tuple(replace(w, confidence=20.0) if w.text in ("15/KH-BTV", "Hội") else w for w in PLAN.words)
    block = assemble(laid_out([replace(PLAN, words=doubtful)]))[0]
    assert isinstance(block, Paragraph)
    assert [block.text[start:end] for start, end in block.uncertain] == ["15/KH-BTV", "Hội", "Hội"]


def test_one_word_taken_for_bold_or_not_makes_no_bold_line() -> None:
    heavy = tuple(
        replace(w, bold=w.text != "Vụ") for w in words("Ban Thường vụ Hội Liên hiệp Phụ nữ xã Vụ", 100)
    )
    assert all(span.bold for span in settle([replace(PLAN, words=heavy)])[0].spans)
    light = tuple(replace(w, bold=w.text == "xã") for w in heavy)
    assert not any(span.bold for span in settle([replace(PLAN, words=light)])[0].spans)


def test_a_page_without_words_is_no_paragraph() -> None:
    assert paragraphs(replace(PLAN, words=())) == []


def test_words_stand_on_the_page_as_it_is_shown() -> None:
    shifted = replace(PLAN, to_original=Projection((1, 0, 5, 0, 1, -3, 0, 0, 1)))
    shown = as_shown(shifted, PagePicture(1, 600.0, 850.0, lambda: None))  # type: ignore[arg-type, return-value]
    assert (shown.width, shown.height) == (600.0, 850.0)
    assert shown.words[0].left == pytest.approx(PLAN.words[0].left + 5)
    assert shown.words[0].top == pytest.approx(PLAN.words[0].top - 3)


@pytest.mark.parametrize(
    ("word", "above", "below"),
    [
        ("nam", 0.46, 0.0),
        ("Giảng", 0.69, 0.21),
        ("ĐỘC", 0.87, 0.17),
        ("2025", 0.66, 0.0),
        ("15;", 0.66, 0.15),
    ],
)
def test_letters_reach_as_high_and_as_low_as_they_are_printed(word: str, above: float, below: float) -> None:
    found = stature(word)
    assert found is not None
    assert (found.above, found.below) == pytest.approx((above, below))


@pytest.mark.parametrize("signs", ["-", "…", "–", "..."])
def test_signs_that_float_tell_no_height(signs: str) -> None:
    assert stature(signs) is None
