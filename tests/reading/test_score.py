"""Scores of readings: the form's own scorer prints the same."""

import copy
import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.cli.scoring import means, table
from donghanh.reading.score import LISTS, score

CONTRACT = Path(__file__).parents[3] / "shared" / "contract"
PLAN: dict[str, Any] = {
    "document": {"kind": "ke_hoach", "number": "7/KH", "title": "Chăm lo", "recipients": ["Lưu: VT"], "period": {"from": "2026-01-01", "to": None}},
    "targets": [{"text": "Ít nhất 4 cuộc", "quantity": 4, "unit": "cuộc"}],
    "activities": [{"text": "Tặng quà", "lead": ["Hội LHPN xã"]}, {"text": "Tập huấn cho hội viên", "lead": None}],
    "amounts": [{"value": 5, "kind": "total"}, {"value": 5, "kind": "total"}],
    "sections": [{"label": "I", "title": "MỤC ĐÍCH", "role": "purpose"}],
    "findings": [{"code": "label_gap"}],
    "not_findings": ["blank_date"],
}  # fmt: skip


def test_a_reading_agrees_wholly_with_itself_and_lists_that_nobody_fills_do_not_count() -> None:
    found = score(PLAN, PLAN)
    assert found.macro == 1.0
    assert "places" not in found.tallies
    assert (found.roles, found.leads) == (1.0, 1.0)


def test_a_paper_that_was_not_read_agrees_with_nothing() -> None:
    assert score(PLAN, {}).macro == 0.0


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (lambda plan: plan["targets"][0].update(quantity=5), "targets"),
        (lambda plan: plan["amounts"].pop(), "amounts"),
        (lambda plan: plan["document"].update(number=None), "document"),
        (lambda plan: plan["activities"].append({"text": "Việc khác"}), "activities"),
        (lambda plan: plan["findings"].append({"code": "blank_date"}), "findings"),
    ],
)
def test_what_differs_costs_its_list_and_no_other(change: Any, name: str) -> None:
    read = copy.deepcopy(PLAN)
    change(read)
    found = score(PLAN, read)
    less = [each for each, tally in found.tallies.items() if tally.f1 < 1]
    assert less == [name]


def test_what_is_no_false_alarm_costs_nothing() -> None:
    read = copy.deepcopy(PLAN)
    read["findings"].append({"code": "missing_budget"})
    assert score(PLAN, read).macro == 1.0


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.text("ab", max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*LISTS, "text", "label", "value", "units"]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(LISTS), anything), st.dictionaries(st.sampled_from(LISTS), anything))
def test_no_reading_breaks_the_score(wanted: dict[str, Any], read: dict[str, Any]) -> None:
    found = score(wanted, read)
    assert 0 <= found.macro <= 1


@pytest.mark.skipif(not CONTRACT.is_dir(), reason="the shared folder is not here")
def test_the_table_is_that_of_the_forms_own_scorer() -> None:
    spec = importlib.util.spec_from_file_location("score_plan", CONTRACT / "score_plan.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    golds = [
        json.loads(path.read_text(encoding="utf-8")) for path in sorted((CONTRACT / "gold").glob("*.json"))
    ]
    ours, theirs = [], []
    for gold, read in zip(golds, golds[1:] + golds[:1], strict=True):  # each against another paper
        ours.append(score(gold, read))
        theirs.append(scorer.score(gold, read))
        assert table("x", ours[-1]) == scorer.table("x", theirs[-1])
    assert means(ours) == scorer.table(f"mean of {len(ours)} documents", scorer.summarise(theirs))
