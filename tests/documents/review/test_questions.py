"""Words that can be read in several ways, and places that several units took over: asked, and never guessed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.documents.review.state import Review, Value
from donghanh.documents.review.successors import MOST_OFFERED, successors_of
from donghanh.documents.review.ways import ways_of

YEAR = {"kind": "ke_hoach", "period": {"from": "2026-01-01", "to": "2026-12-31"}}


def review_of(sentence: str, words: str, name: str, **values: Any) -> tuple[Review, str]:
    """A plan of one sentence with one fact, and a question about some of its words."""
    start = sentence.index(words)
    whole = {"start": 0, "end": len(sentence), "page": None}
    finding = {
        "code": "ambiguous_deadline",
        "severity": "warning",
        "message": "",
        "source": {"start": start, "end": start + len(words), "page": None},
    }
    fact = {"text": sentence, "source": whole, **values}
    return Review(1, {"document": YEAR, name: [fact], "findings": [finding]}), sentence


def asked(review: Review, text: str) -> list[tuple[str, dict[str, Value]]]:
    return [(way.said, way.corrections) for way in ways_of(review, text, review.items("findings")[0])]


@pytest.mark.parametrize(
    ("words", "cycle", "expected"),
    [
        ("ngày 31/6/2026", "semiannual", [("30/6/2026", "2026-06-30"), ("01/7/2026", "2026-07-01")]),
        ("ngày 31/11", "annual", [("30/11", "--11-30"), ("01/12", "--12-01")]),
        ("ngày 31/9", "once", [("30/9", "2026-09-30"), ("01/10", "2026-10-01")]),
        ("ngày 30 tháng 02 năm 2027", "annual", [("28/02/2027", "2027-02-28"), ("01/3/2027", "2027-03-01")]),
        ("ngày 30/2", "once", [("28/02", "2026-02-28"), ("01/3", "2026-03-01")]),
        ("ngày 06/15/2026", "annual", [("15/6/2026", "2026-06-15")]),
        (
            "ngày 05 Tết đầu quý",
            "quarterly",
            [
                ("ngày 05 của tháng đầu quý", "ngày 05 của tháng đầu quý"),
                ("ngày 05 Tết Nguyên đán (âm lịch)", "ngày 05 Tết Nguyên đán (âm lịch)"),
            ],
        ),
        ("ngày 45/6", "annual", []),
    ],
)
def test_a_day_of_no_calendar_is_asked_as_the_days_that_may_be_meant(
    words: str, cycle: str, expected: list[tuple[str, str]]
) -> None:
    found = asked(*review_of(f"Báo cáo trước {words}.", words, "reporting", due=words, cycle=cycle))
    assert found == [(said, {"reporting-0": {"due": due}}) for said, due in expected]


def test_the_time_of_an_activity_is_what_its_sentence_says_then() -> None:
    words = "ngày 31/9/2026"
    found = asked(*review_of(f"Trao quà từ ngày 25/9/2026 đến {words}.", words, "activities"))
    assert found[0] == (
        "30/9/2026",
        {
            "activities-0": {
                "period": {
                    "text": "từ ngày 25/9/2026 đến ngày 30/9/2026",
                    "from": "2026-09-25",
                    "to": "2026-09-30",
                }
            }
        },
    )


def test_a_day_that_no_fact_stands_on_is_asked_without_consequences() -> None:
    words = "ngày 31/6"
    review, text = review_of(f"Xong trước {words}.", words, "targets")
    assert asked(review, text) == [("30/6", {}), ("01/7", {})]


@given(st.text(max_size=40), st.text(alphabet="ngày 0123456789/-thángTết", max_size=30))
def test_any_words_are_asked_or_not_and_never_fail(before: str, words: str) -> None:
    sentence = f"{before}|{words}|"
    review, text = review_of(sentence, f"|{words}|", "reporting", due=words, cycle="annual")
    for said, _ in asked(review, text):
        assert said


def test_a_commune_that_was_divided_is_asked_with_those_that_took_it_over() -> None:
    place = {"name": "phường Cửa Nam", "level": "commune", "within": "quận Hoàn Kiếm"}
    found = [unit.full_name for unit in successors_of(place)]
    assert "phường Cửa Nam, thành phố Hà Nội" in found
    assert len(found) == 4


@pytest.mark.parametrize(
    "place",
    [
        {"name": "xã Mường Típ", "level": "commune", "within": "huyện Kỳ Sơn", "today": {"code": 1}},
        {"name": "huyện Kỳ Sơn", "level": "district", "within": "tỉnh Nghệ An"},
        {"name": "xã Không Có Tên Này", "level": "commune", "within": None},
        {"name": None, "level": "commune"},
        {},
    ],
)
def test_a_place_of_which_nothing_is_in_doubt_or_nothing_is_known_is_not_asked(place: Value) -> None:
    assert successors_of(place) == ()


def test_a_name_that_too_many_bear_is_left_to_the_form() -> None:
    place = {"name": "xã Tân Lập", "level": "commune", "within": None}
    assert successors_of(place) == ()
    assert MOST_OFFERED < 26
