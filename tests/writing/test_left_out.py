"""What of a plan its paper does not say is named; what it says in its own way is not."""

import json
from pathlib import Path
from typing import Any

import pytest

from donghanh.writing.plan import document_of, left_out, parse
from reading.corpus.build import all_plans
from reading.corpus.gold import gold
from reading.papers import GOLD, PAPERS
from writing.plans import (
    Form,
    activity,
    amount,
    document,
    duty,
    plan,
    quota,
    read_back,
    section,
    target,
    written,
)

CORPUS = {name: gold(made) for name, made in all_plans().items()}


def missing(form: Form) -> dict[str, int]:
    made = parse(json.dumps(form).encode())
    return dict(left_out(made, document_of(made)))


@pytest.mark.parametrize("name", CORPUS)
def test_of_a_plan_nothing_is_left_out_with_its_words_or_without(name: str, tmp_path: Path) -> None:
    assert missing(CORPUS[name]) == {}
    assert missing(read_back(written(CORPUS[name]), tmp_path)) == {}


def test_of_the_papers_of_other_annotators_nothing_is_left_out() -> None:
    forms = [json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8")) for name in PAPERS]
    assert [missing(form) for form in forms] == [{}] * len(forms)


REPORT = {
    "cycle": "once",
    "due": None,
    "from": "Trạm Y tế",
    "to": "Sở Y tế",
    "via": "Phòng Dân số",
    "text": "Nộp sổ.",
}
LISTS: dict[str, Any] = {
    "targets": [target("Giúp hộ nghèo", "I", 31, "hộ") | {"per": "mỗi thôn"}],
    "activities": [
        activity("Mở lớp", "I", lead=["Đoàn xã"], partners=["Hội Nông dân"], note="Gấp", period={"text": "Quý IV"})
    ],
    "amounts": [amount("Mua sách", "I", 7_000_000, "rate", per="tủ", quantity=13)],
    "allocations": [quota("Chi hội Đông", 17, "Xe lăn", "Xa")],
    "responsibilities": [duty("I", "Khám bệnh.", units=("Trạm Y tế",))],
    "reporting": [REPORT],
    "places": [{"name": "xã Bình An", "level": "commune", "within": None}],
    "legal_bases": [{"number": "3/NQ-HĐND", "kind": "Nghị quyết", "issued_on": None, "issuer": None}],
}  # fmt: skip


def test_what_the_words_of_a_plan_do_not_say_is_named_by_its_place() -> None:
    worded = {**section("I", "NỘI DUNG"), "body": ["- Tặng quà."]}
    head = {**document(issuer=None), "opening": ["Kế hoạch như sau:"], "closing": []}
    found = missing(plan(worded, head=head, **LISTS))
    assert found == dict.fromkeys(
        (
            "$.legal_bases[]", "$.targets[].text", "$.targets[].quantity", "$.targets[].unit", "$.targets[].per",
            "$.activities[].text", "$.activities[].lead", "$.activities[].partners", "$.activities[].period",
            "$.activities[].note", "$.amounts[].text", "$.amounts[].value", "$.amounts[].quantity", "$.amounts[].per",
            "$.allocations[].unit", "$.allocations[].quantity", "$.allocations[].of", "$.allocations[].note",
            "$.responsibilities[].units", "$.responsibilities[].duties", "$.reporting[].text", "$.reporting[].from",
            "$.reporting[].to", "$.reporting[].via", "$.places[].name",
        ),
        1,
    )  # fmt: skip


def test_the_same_lists_without_words_are_all_written() -> None:
    assert missing(plan(section("I", "NỘI DUNG"), **LISTS)) == {}


def test_a_sum_of_any_size_is_looked_for() -> None:
    assert missing(plan(section("I", "KINH PHÍ", "budget"), amounts=[amount("Vốn", "I", 7 * 10**15)])) == {}


def test_an_annex_names_what_it_lacks() -> None:
    annex = plan({**section("I", "BIỂU"), "body": ["- Tặng quà."]}, activities=[activity("Mở lớp may.", "I")])
    assert missing({**plan(), "papers": [annex]}) == {"$.papers[].activities[].text": 1}
