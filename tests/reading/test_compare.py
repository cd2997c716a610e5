"""What a newer reader would change is shown fact by fact; what people settled survives it."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.reading.compare import LISTS, SETTLED, Sort, carry_over, compare, papers_of
from reading.building import TAIL, read, table

Plan = dict[str, Any]
QUOTA = table(["TT", "Tên xã", "Số suất"], ["1", "Xã Bình An", "10"], ["2", "Xã Yên Mô", "15"])
PLAN = read(
    "I. MỤC TIÊU", "1. Tặng 50 suất quà.", "2. Mở 03 lớp.", "II. NỘI DUNG", "- Mở lớp tại xã Bình An.", "- Tặng quà, kinh phí 5.000.000 đồng.",
    tail=(*TAIL, "PHỤ LỤC", "Danh sách xã", QUOTA),
)  # fmt: skip


def changed(**lists: Any) -> Plan:
    """A copy of the plan; a function for each list that is to be changed in place."""
    plan = copy.deepcopy(PLAN)
    for name, change in lists.items():
        change(plan[name])
    return plan


def sorts(old: Plan, new: Plan) -> list[tuple[str, str]]:
    return [(change.sort.value, change.name) for change in compare(old, new)]


def test_a_reading_differs_in_nothing_from_itself() -> None:
    assert compare(PLAN, copy.deepcopy(PLAN)) == []


def test_where_a_fact_stands_is_no_difference() -> None:
    moved = changed(targets=lambda facts: facts[0].update(source={"start": 1, "end": 2, "page": 3}))
    assert compare(PLAN, moved) == []


def test_a_value_that_is_read_otherwise_is_named_with_both_sides() -> None:
    [change] = compare(PLAN, changed(targets=lambda facts: facts[0].update(quantity=60)))
    assert (change.sort, change.name, change.paper) == (Sort.CHANGED, "targets", 0)
    assert [(f.name, f.old, f.new) for f in change.fields] == [("quantity", 50, 60)]


def test_words_mended_a_little_are_the_same_fact() -> None:
    [change] = compare(
        PLAN, changed(activities=lambda facts: facts[0].update(text="Mở lớp tại xã Bình An, tỉnh"))
    )
    assert [field.name for field in change.fields] == ["text"]


def test_facts_that_come_and_go_are_told_apart() -> None:
    assert sorts(PLAN, changed(amounts=lambda facts: facts.clear())) == [("removed", "amounts")]
    assert sorts(changed(amounts=lambda facts: facts.clear()), PLAN) == [("added", "amounts")]


def test_the_fields_of_the_paper_itself_are_compared() -> None:
    new = copy.deepcopy(PLAN)
    new["document"]["number"] = "05/KH-BCH"
    [change] = compare(PLAN, new)
    assert (change.name, [field.name for field in change.fields]) == ("document", ["number"])


def test_papers_in_the_same_file_are_compared_one_by_one() -> None:
    new = copy.deepcopy(PLAN)
    new["papers"][0]["allocations"][1]["quantity"] = 16
    [change] = compare(PLAN, new)
    assert (change.paper, change.name) == (1, "allocations")
    without = {key: value for key, value in PLAN.items() if key != "papers"}
    assert {c.sort for c in compare(PLAN, without)} == {Sort.REMOVED, Sort.CHANGED}


def test_a_corrected_fact_is_kept_and_said_to_be() -> None:
    old = changed(targets=lambda facts: facts[0].update(quantity=55, state="corrected"))
    [change] = compare(old, PLAN)
    assert (change.sort, change.fields[0].old, change.fields[0].new) == (Sort.KEPT, 55, 50)
    assert carry_over(old, PLAN)["targets"][0]["quantity"] == 55
    assert carry_over(old, PLAN)["targets"][1] == PLAN["targets"][1]


def test_a_kept_fact_stands_where_the_new_reader_finds_it() -> None:
    old = changed(
        targets=lambda facts: facts[0].update(state="right", source={"start": 1, "end": 2, "page": None})
    )
    assert carry_over(old, PLAN)["targets"][0]["source"] == PLAN["targets"][0]["source"]


def test_in_another_text_a_fact_that_is_found_no_more_stands_nowhere() -> None:
    added = {**PLAN["targets"][0], "text": "Vận động 100 triệu đồng.", "state": "added"}
    old = changed(targets=lambda facts: facts.append(added))
    assert carry_over(old, PLAN, same_text=False)["targets"][-1]["source"] is None


def test_an_added_fact_stays_where_it_stood() -> None:
    added = {**PLAN["targets"][0], "text": "Vận động 100 triệu đồng.", "state": "added"}
    old = changed(targets=lambda facts: facts.insert(1, added))
    assert carry_over(old, PLAN)["targets"] == [PLAN["targets"][0], added, PLAN["targets"][1]]


def test_a_removed_fact_does_not_come_back() -> None:
    old = changed(targets=lambda facts: facts[1].update(state="removed"))
    assert [fact.get("state") for fact in carry_over(old, PLAN)["targets"]] == [None, "removed"]
    assert compare(old, PLAN) == []


def test_a_field_of_the_paper_that_a_person_set_is_kept() -> None:
    old = copy.deepcopy(PLAN)
    old["document"].update(number="06/KH-BTV", states={"number": "corrected"})
    merged = carry_over(old, PLAN)
    assert merged["document"]["number"] == "06/KH-BTV"
    assert merged["document"]["title"] == PLAN["document"]["title"]
    assert [change.sort for change in compare(old, PLAN)] == [Sort.KEPT]


def paper(number: str, *targets: Plan) -> Plan:
    return {
        "document": {"kind": "ke_hoach", "number": number, "title": f"Kế hoạch số {number}"},
        "targets": list(targets),
    }


SETTLED_FACT = {"text": "Tặng 50 suất quà", "quantity": 55, "state": "corrected"}


def test_papers_pair_off_by_what_they_are_and_not_by_their_order() -> None:
    old = paper("9/KH-UBND", SETTLED_FACT)
    new = {**paper("1/QĐ-UBND"), "papers": [paper("9/KH-UBND", {"text": "Tặng 50 suất quà", "quantity": 50})]}
    merged = carry_over(old, new)
    assert merged["targets"] == []
    assert merged["papers"][0]["targets"] == [SETTLED_FACT]
    assert {(c.paper, c.sort) for c in compare(old, new) if c.name == "targets"} == {(1, Sort.KEPT)}


def test_a_paper_that_is_found_no_more_keeps_what_people_settled() -> None:
    gone = paper("2/PL", SETTLED_FACT, {"text": "khác", "quantity": 1})
    merged = carry_over({**paper("9/KH-UBND"), "papers": [gone]}, paper("9/KH-UBND"))
    assert merged["papers"][0]["targets"] == [SETTLED_FACT]
    assert "papers" not in carry_over({**paper("9/KH-UBND"), "papers": [paper("2/PL")]}, paper("9/KH-UBND"))


words = st.sampled_from(
    ["Mở lớp", "Tặng quà", "Tặng quà Tết", "Họp giao ban", "Sửa nhà", "Khám bệnh miễn phí"]
)
targets = st.fixed_dictionaries(
    {"text": words, "quantity": st.none() | st.integers(0, 3), "unit": st.sampled_from(["hộ", "lớp"])},
    optional={"state": st.sampled_from([*sorted(SETTLED), "new"])},
)
plans = st.lists(targets, max_size=6).map(lambda facts: {"document": {}, "targets": facts})
fresh = plans.map(
    lambda p: {
        "document": {},
        "targets": [{k: v for k, v in f.items() if k != "state"} for f in p["targets"]],
    }
)


@given(plans, fresh)
def test_everything_that_a_person_settled_survives(old: Plan, new: Plan) -> None:
    merged = carry_over(old, new)["targets"]
    for fact in old["targets"]:
        if fact.get("state") in SETTLED:
            assert merged.count(fact) >= old["targets"].count(fact)


@given(plans, fresh)
def test_what_nobody_settled_is_as_the_new_reader_says(old: Plan, new: Plan) -> None:
    merged = [fact for fact in carry_over(old, new)["targets"] if fact.get("state") not in SETTLED]
    assert all(fact in new["targets"] for fact in merged)


@given(plans, fresh)
def test_after_taking_over_nothing_but_kept_facts_differs(old: Plan, new: Plan) -> None:
    assert {change.sort for change in compare(carry_over(old, new), new)} <= {Sort.KEPT}


@given(plans, fresh)
def test_every_fact_of_both_sides_is_accounted_for(old: Plan, new: Plan) -> None:
    changes = [c for c in compare(old, new) if c.name == "targets"]
    added = sum(c.sort is Sort.ADDED for c in changes)
    gone = sum(c.new is None for c in changes) + sum(f.get("state") == "removed" for f in old["targets"])
    assert len(new["targets"]) - added <= len(old["targets"])
    assert len(old["targets"]) - len(new["targets"]) <= gone


@pytest.mark.parametrize("name", LISTS)
def test_every_list_of_the_form_is_compared(name: str) -> None:
    fact = {
        "text": "x",
        "number": "1/KH",
        "label": "I",
        "title": "x",
        "unit": "x",
        "units": ["x"],
        "name": "x",
        "code": "x",
    }
    assert sorts({}, {"document": {}, name: [fact]}) == [("added", name)]


def test_the_leading_paper_comes_first() -> None:
    assert [paper["document"]["kind"] for paper in papers_of(PLAN)] == ["ke_hoach", "phu_luc"]
