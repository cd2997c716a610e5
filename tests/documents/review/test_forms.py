"""Values as officials type them, and back: what cannot be told is asked in words."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from donghanh.documents.review.fields import (
    DateField,
    DueField,
    LineField,
    ListField,
    MoneyField,
    NumberField,
)
from donghanh.documents.review.forms import SHARED, SPEC, FactForm
from donghanh.documents.review.state import Review
from donghanh.vietnam.text import tidy


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("5/6/2026", "2026-06-05"),
        ("05/06/26", "2026-06-05"),
        ("ngày 05 tháng 6 năm 2026", "2026-06-05"),
        ("5-6-2026", "2026-06-05"),
        ("", None),
    ],
)
def test_a_day_is_taken_in_the_ways_that_people_write_it(typed: str, kept: str | None) -> None:
    assert DateField().clean(typed) == kept


@pytest.mark.parametrize("typed", ["5/6", "31/6/2026", "hôm qua", "2026"])
def test_a_day_that_is_none_is_asked_again_in_words(typed: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        DateField().clean(typed)
    assert typed in refusal.value.messages[0]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("60.000.000", 60_000_000),
        ("60000000", 60_000_000),
        ("60 triệu", 60_000_000),
        ("1,5 tỷ đồng", 1_500_000_000),
        ("60.000.000 đồng", 60_000_000),
        ("1.000", 1000),
        ("0", 0),
        (" ", None),
    ],
)
def test_a_sum_is_taken_in_the_ways_that_people_write_it(typed: str, kept: int | None) -> None:
    assert MoneyField().clean(typed) == kept


@pytest.mark.parametrize(
    "typed", ["1,000", "3.000,000", "nhiều", "2 triệu rưỡi và 3 triệu", "1,5", "9" * 5000]
)
def test_a_sum_that_can_be_read_in_two_ways_is_asked_again(typed: str) -> None:
    with pytest.raises(ValidationError):
        MoneyField().clean(typed)


@pytest.mark.parametrize(("typed", "kept"), [("1.286", 1286), ("62,5", 62.5), ("100", 100), ("", None)])
def test_a_count_is_taken(typed: str, kept: float | None) -> None:
    assert NumberField().clean(typed) == kept


@pytest.mark.parametrize("typed", ["1,000", "mười", "1.2.3", "9" * 5000])
def test_a_count_that_is_none_is_asked_again(typed: str) -> None:
    with pytest.raises(ValidationError):
        NumberField().clean(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("20/11 hằng năm", "--11-20"),
        ("20/11/2026", "2026-11-20"),
        ("ngày 15 tháng cuối quý", "ngày 15 tháng cuối quý"),
        ("", None),
    ],
)
def test_a_deadline_is_a_day_a_day_of_every_year_or_words(typed: str, kept: str | None) -> None:
    assert DueField().clean(typed) == kept


def test_a_sign_that_no_database_keeps_is_dropped() -> None:
    assert ListField(none=[]).clean("a\0b\nc") == ["ab", "c"]


def test_words_that_are_too_long_are_refused_and_not_cut() -> None:
    with pytest.raises(ValidationError):
        LineField().clean("a" * 20_001)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_reads_back_as_it_is_shown(day: date) -> None:
    field = DateField()
    assert field.clean(field.prepare_value(day.isoformat())) == day.isoformat()
    due = DueField()
    yearly = f"--{day:%m-%d}"
    assert due.clean(due.prepare_value(yearly)) == yearly


@given(st.integers(0, 10**15))
def test_a_sum_reads_back_as_it_is_shown(value: int) -> None:
    field = MoneyField()
    assert field.clean(field.prepare_value(value)) == value


@given(st.integers(0, 10**9) | st.integers(0, 9999).map(lambda n: n / 10))
def test_a_count_reads_back_as_it_is_shown(value: float) -> None:
    field = NumberField()
    assert field.clean(field.prepare_value(value)) == value


@given(st.lists(st.text("ab đ", min_size=1, max_size=8).map(tidy).filter(bool), max_size=5))
def test_a_list_reads_back_as_it_is_shown(value: list[str]) -> None:
    field = ListField(none=[])
    assert field.clean(field.prepare_value(value)) == value


# ---- whole forms

FACTS: dict[str, dict[str, Any]] = {
    "targets": {"text": "Ít nhất 4 cuộc", "quantity": 4, "unit": "cuộc", "comparator": ">=", "per": None, "section": "II"},
    "activities": {"text": "Tặng quà", "label": "a", "section": "II", "lead": None, "partners": ["Đồn Biên phòng"], "period": None, "note": None},
    "responsibilities": {"units": ["Hội LHPN xã"], "request": True, "duties": ["Báo cáo"], "section": None},
    "reporting": {"cycle": "annual", "due": "--11-20", "from": "Các xã", "to": "Hội LHPN tỉnh", "via": None, "text": "Báo cáo năm"},
    "amounts": {"value": 60_000_000, "kind": "rate", "per": "nhà", "quantity": 3, "text": "60 triệu", "section": None},
    "allocations": {"unit": "Xã Bình An", "quantity": 10, "of": "suất", "note": None},
    "legal_bases": {"kind": "Quyết định", "number": "1719/QĐ-TTg", "issued_on": "2021-10-14", "issuer": None},
    "sections": {"label": "I", "title": "MỤC ĐÍCH", "role": "purpose", "parent": None},
    "document": {
        "kind": "ke_hoach", "number": "7/KH-BTV", "issued_on": "2026-02-05", "issuer": "Hội LHPN tỉnh", "title": "Chăm lo",
        "programme": None, "period": {"from": "2026-01-01", "to": None}, "annex_of": None,
        "signatory": {"capacity": None, "position": "CHỦ TỊCH", "name": "Lò Thị Hà"}, "recipients": ["Lưu: VT"],
    },
}  # fmt: skip
REVIEW = Review(
    1, {"sections": [{"id": "II", "title": "CHỈ TIÊU", "label": "II", "role": "targets", "parent": None}]}
)


def submitted(form: FactForm) -> dict[str, Any]:
    """What a browser sends of an untouched form."""
    sent = {}
    for field in form:
        value = field.value()
        if value is True:
            sent[field.html_name] = "on"
        elif value not in (None, False):
            sent[field.html_name] = field.field.prepare_value(value)
    return sent


@pytest.mark.parametrize("name", FACTS)
def test_a_form_that_nobody_touched_gives_the_fact_back(name: str) -> None:
    fact = FACTS[name]
    form = FactForm(REVIEW, name, fact, submitted(FactForm(REVIEW, name, fact)))
    assert form.is_valid(), form.errors
    assert form.values() == fact


def test_a_place_is_looked_up_in_the_lists_again_when_it_changes() -> None:
    typed = {"name": "xã Nậm Cắn", "level": "commune", "within": "huyện Kỳ Sơn, tỉnh Nghệ An"}
    form = FactForm(REVIEW, "places", {}, typed)
    assert form.is_valid()
    assert form.values()["today"]["province"].endswith("Nghệ An")


def test_a_place_may_be_given_with_those_above_it_as_the_lists_offer_it() -> None:
    typed = {"name": "xã Nậm Cắn, huyện Kỳ Sơn, tỉnh Nghệ An", "level": "commune"}
    form = FactForm(REVIEW, "places", {}, typed)
    assert form.is_valid()
    values = form.values()
    assert (values["name"], values["within"]) == ("xã Nậm Cắn", "huyện Kỳ Sơn, tỉnh Nghệ An")
    assert values["today"]["province"].endswith("Nghệ An")


def test_a_kind_that_no_choice_names_can_be_kept() -> None:
    fact = {**FACTS["targets"], "comparator": "~"}
    form = FactForm(REVIEW, "targets", fact, submitted(FactForm(REVIEW, "targets", fact)))
    assert form.is_valid()
    assert form.values()["comparator"] == "~"


def test_what_several_may_share_are_values_of_theirs() -> None:
    assert all(set(fields) <= set(SPEC[name]) for name, fields in SHARED.items())
