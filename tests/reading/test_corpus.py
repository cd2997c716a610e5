"""Our own invented plans, in every format and mutated, are read as they were written."""

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from donghanh.reading import read_file
from donghanh.reading.score import Score, score
from reading.corpus.build import CONVERTED, FORMATS, LEGACY, MUTATIONS, Sample, all_plans, contents, made
from reading.corpus.dress import DRESS
from reading.corpus.faults import FAULTS
from reading.corpus.gold import CODES, Entry, gold
from reading.corpus.lint import lint
from reading.corpus.office import available

FLOOR = 0.92
PLANS = list(all_plans())
# LibreOffice takes a second for each file that it reads, and of old encodings comes the same text: they take turns.
OFFICE = [form for form in CONVERTED if not form.startswith("pdf")]
PLAIN = [
    Sample(plan, "", form)
    for i, plan in enumerate(PLANS)
    for j, form in enumerate(FORMATS)
    if (form not in OFFICE or OFFICE[i % len(OFFICE)] == form) and (form not in LEGACY or (i + j) % 3 == 0)
]
# Every mutation of every plan in every format would be thousands of documents: they take turns.
QUICK = [form for form in FORMATS if form not in CONVERTED]
MUTATED = [
    Sample(plan, mutation, QUICK[(i + j) % len(QUICK)])
    for i, plan in enumerate(PLANS)
    for j, mutation in enumerate(MUTATIONS)
    if (i + j) % 3 == 0 and made(Sample(plan, mutation, "txt")) is not None
]


@cache
def converted(form: str) -> dict[Sample, tuple[bytes, Entry]]:
    """All the files of a form at once: LibreOffice takes longer to start than to convert."""
    if not available():
        pytest.skip("no LibreOffice here to make such files with")
    return contents([sample for sample in PLAIN if sample.format == form])


@pytest.fixture
def reading(tmp_path: Path) -> Callable[[Sample], Score]:
    def read(sample: Sample) -> Score:
        found = converted(sample.format) if sample.format in CONVERTED else contents([sample])
        data, expected = found[sample]
        path = tmp_path / sample.file
        path.write_bytes(data)
        return score(expected, read_file(path).plan)

    return read


def complaint(result: Score) -> str:
    lines = [f"macro F1 {result.macro:.3f}"]
    for name, tally in result.tallies.items():
        lines += [f"{name} - {entry}" for entry in tally.missing] + [
            f"{name} + {entry}" for entry in tally.surplus
        ]
    return "\n".join(lines)


@pytest.mark.parametrize("sample", PLAIN, ids=lambda sample: sample.name)
def test_a_plan_is_read_in_every_format(sample: Sample, reading: Callable[[Sample], Score]) -> None:
    result = reading(sample)
    assert result.macro >= FLOOR, complaint(result)
    assert "findings" not in result.tallies or not result.tallies["findings"].surplus, complaint(result)


@pytest.mark.parametrize("sample", MUTATED, ids=lambda sample: sample.name)
def test_a_plan_written_otherwise_is_read_as_well(sample: Sample, reading: Callable[[Sample], Score]) -> None:
    result = reading(sample)
    assert result.macro >= FLOOR, complaint(result)
    assert "findings" not in result.tallies or not result.tallies["findings"].surplus, complaint(result)
    if sample.mutation in FAULTS:
        assert not result.tallies["findings"].missing, complaint(result)


@pytest.mark.parametrize("name", PLANS)
def test_facts_and_words_of_a_plan_agree(name: str) -> None:
    for mutation in ["", *MUTATIONS]:
        plan = made(Sample(name, mutation, "txt"))
        assert plan is None or lint(plan) == [], mutation


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_every_mutation_finds_a_plan_to_change(mutation: str) -> None:
    changed = [made(Sample(name, mutation, "txt")) for name in PLANS]
    assert any(plan is not None for plan in changed)


@pytest.mark.parametrize("mutation", FAULTS)
def test_a_planted_fault_adds_a_finding(mutation: str) -> None:
    for name in PLANS:
        plan = made(Sample(name, mutation, "txt"))
        if plan is not None:
            before, after = gold(all_plans()[name])["findings"], gold(plan)["findings"]
            assert len(after) > len(before) or {e["code"] for e in after} != {e["code"] for e in before}, name


@pytest.mark.parametrize("mutation", DRESS)
def test_another_dress_keeps_the_money_and_the_reports(mutation: str) -> None:
    for name in PLANS:
        plan = made(Sample(name, mutation, "txt"))
        if plan is not None:
            before, after = gold(all_plans()[name]), gold(plan)
            for key in ("amounts", "reporting", "allocations", "responsibilities", "targets", "activities"):
                assert len(before[key]) == len(after[key]), (name, key)


# The scorer itself.

DAMAGES: dict[str, Callable[[Entry], Any]] = {
    "document": lambda d: d["document"].update(title="x", kind="other", recipients=[]),
    "legal_bases": lambda d: [entry.update(number=entry["number"] + "X") for entry in d["legal_bases"]],
    "sections": lambda d: d["sections"].pop(),
    "targets": lambda d: [entry.update(quantity=(entry["quantity"] or 0) + 1) for entry in d["targets"]],
    "activities": lambda d: d["activities"].clear(),
    "amounts": lambda d: [entry.update(value=entry["value"] * 1000) for entry in d["amounts"]],
    "allocations": lambda d: d["allocations"].append({"unit": "Tổng cộng", "quantity": 99}),
    "responsibilities": lambda d: [
        entry.update(request=not entry["request"]) for entry in d["responsibilities"]
    ],
    "reporting": lambda d: [entry.update(cycle="weekly") for entry in d["reporting"]],
    "places": lambda d: [entry.update(name="thôn Không Có") for entry in d["places"]],
    "findings": lambda d: d["findings"].append({"code": d["not_findings"][0]}),
}


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_scores_full_marks_against_itself(name: str) -> None:
    expected = gold(all_plans()[name])
    result = score(expected, deepcopy(expected))
    assert result.macro == 1.0
    assert all(tally.f1 == 1.0 for tally in result.tallies.values())


@pytest.mark.parametrize("category", DAMAGES)
def test_damage_lowers_the_score_of_its_category(category: str) -> None:
    for name in PLANS:
        expected = gold(all_plans()[name])
        damaged = deepcopy(expected)
        DAMAGES[category](damaged)
        if damaged != expected:
            assert score(expected, damaged).tallies[category].f1 < 1.0, name


def test_the_scorer_agrees_with_the_one_that_judges() -> None:
    path = Path(__file__).resolve().parents[3] / "shared" / "contract" / "score_plan.py"
    if not path.exists():
        pytest.skip("the judging scorer is not beside this repository")
    spec = spec_from_file_location("score_plan", path)
    assert spec is not None and spec.loader is not None
    judge = module_from_spec(spec)
    spec.loader.exec_module(judge)
    for name in PLANS:
        expected = gold(all_plans()[name])
        for damage in (lambda _: None, *DAMAGES.values()):
            damaged = deepcopy(expected)
            damage(damaged)
            ours, theirs = score(expected, damaged), judge.score(expected, damaged)
            assert ours.macro == pytest.approx(theirs["macro_f1"])
            for key, tally in ours.tallies.items():
                assert tally.f1 == pytest.approx(theirs["categories"][key]["f1"]), (name, key)


def test_nothing_read_scores_nothing() -> None:
    for name in PLANS:
        assert score(gold(all_plans()[name]), {}).macro == 0.0


def test_every_kind_of_finding_but_doubtful_text_is_planted_somewhere() -> None:
    planted = {
        finding["code"]
        for name in PLANS
        for mutation in ["", *FAULTS, *DRESS]
        if (plan := made(Sample(name, mutation, "txt"))) is not None
        for finding in gold(plan)["findings"]
    }
    assert planted == set(CODES) - {"low_confidence_text"}
