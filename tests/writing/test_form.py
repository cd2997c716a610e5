"""What is not of the form is refused in plain words that name the place."""

import json
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.writing.checking import check_layout
from donghanh.writing.layout import LAYOUTS, layout
from donghanh.writing.plan import FormError, parse, strange_keys
from reading.corpus.build import all_plans
from reading.corpus.gold import gold
from writing.plans import Form, activity, plan, section, written


def form() -> Form:
    return plan(section("I", "NỘI DUNG"), activities=[activity("Mở lớp may.", "I")])


def _nested(depth: int) -> list[Form]:
    return [section("I" + "/1" * number, "Mục con") for number in range(1, depth)]


def refused(data: bytes) -> str:
    with pytest.raises(FormError) as error:
        parse(data)
    return str(error.value)


def changed(change: Callable[[Form], Any]) -> bytes:
    one = form()
    change(one)
    return json.dumps(one, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda f: f["sections"][0].update(role="nội dung"), "$.sections[0].role"),
        (lambda f: f["sections"][0].update(label=1), "$.sections[0].label: phải là chữ hoặc null, nhưng tệp ghi số nguyên"),
        (lambda f: f["document"].pop("title"), "$.document: thiếu mục “title”"),
        (lambda f: f["document"].update(issued_on="2026-02-30"), "$.document.issued_on: không phải một ngày có thật"),
        (lambda f: f.update(schema="donghanh.plan/2"), "$.schema"),
        (lambda f: f.update(activities={}), "$.activities: phải là danh sách"),
        (lambda f: f["activities"][0]["partners"].append(5), "$.activities[0].partners[0]: phải là chữ"),
        (lambda f: f.pop("findings"), "$: thiếu mục “findings”"),
        (lambda f: f["sections"].append(dict(f["sections"][0])), "$.sections[1].id: mục “I” đã có ở trên"),
        (lambda f: f["sections"][0].update(parent="II"), "$.sections[0].parent: không có mục “II” ở trên"),
        (lambda f: f["sections"][0].update(parent="I"), "$.sections[0].parent: không có mục “I” ở trên"),
        (lambda f: f["sections"].extend(_nested(60)), "mục lồng quá 50 cấp"),
        (lambda f: f.update(papers=[form() | {"sections": [section("I/1", "X")]}]), "$.papers[0].sections[0].parent"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_place(change: Callable[[Form], Any], said: str) -> None:
    assert said in refused(changed(change))


def test_what_the_form_has_no_place_for_is_taken_and_named() -> None:
    def add(one: Form) -> None:
        one["document"]["tittle"] = "x"
        one["activities"][0]["period"] = {"text": "Tháng 3", "from": None, "to": None, "weeks": [1]}
        one["checked_by"] = {"title": "Lan"}

    data = changed(add)
    assert parse(data).document.title
    assert strange_keys(data) == {
        "$.document.tittle": 1,
        "$.activities[].period.weeks": 1,
        "$.checked_by": 1,
    }
    assert not strange_keys(changed(lambda one: None))


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"null", b'"schema"', b"{'a': 1}", b"\xff\xfe", b"PK\x03\x04", b'{"a":' * 100_000],
)
def test_what_is_no_plan_at_all_is_refused(data: bytes) -> None:
    assert refused(data)


UNSEEN = ("\u202e", "\u2066", "\u200b", "\x01", "\ufeff")


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    """The form with its texts changed, but for the values that it knows itself."""
    if isinstance(value, dict):
        return {
            key: inner if key in ("schema", "role", "kind", "comparator") else _mapped(inner, change)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_mapped(inner, change) for inner in value]
    return change(value) if isinstance(value, str) and not value[:4].isdigit() else value


@pytest.mark.parametrize("name", ["tin_chap_lang_giang", "phu_luc_nong_dan_ha_giang"])
def test_a_plan_typed_with_marks_apart_is_the_same_plan(name: str) -> None:
    form = gold(all_plans()[name])
    apart = _mapped(form, lambda text: unicodedata.normalize("NFD", text))
    assert apart != form
    assert written(apart) == written(form)


@pytest.mark.parametrize("sign", UNSEEN, ids=ascii)
@pytest.mark.parametrize("key", LAYOUTS)
def test_what_nobody_sees_changes_nothing_on_the_paper(sign: str, key: str) -> None:
    form = gold(all_plans()["tin_chap_lang_giang"])
    hidden = written(_mapped(form, lambda text: f"{sign}{text[:1]}{sign}{text[1:]}"), key)
    assert hidden == written(form, key)
    assert check_layout(hidden, layout(key)) == []


def test_a_file_that_breaks_off_is_refused_with_its_line() -> None:
    data = json.dumps(form(), ensure_ascii=False, indent=1).encode()
    assert "không phải JSON" in refused(data[:-40])


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    refused(data)


def test_what_the_reading_and_annotators_add_is_of_the_form() -> None:
    one = {
        **form(),
        "not_findings": ["label_gap"],
        "papers": [form()],
        "source": {"start": 0, "end": 9, "page": None},
    }
    one["document"] |= {"header": ["Số: 1/KH"], "footer": ["Nơi nhận:"], "opening": [], "closing": []}
    assert parse(b"\xef\xbb\xbf" + json.dumps(one).encode()).papers[0].sections[0].title == "NỘI DUNG"
