"""A plan given out holds what was taken in, as a form and on paper."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from donghanh.accounts.models import User
from donghanh.plans.content import content_of
from donghanh.plans.form import form_of, word_of
from donghanh.plans.models import Item, Plan
from donghanh.reading.score import score
from donghanh.writing.plan import parse, strange_keys
from plans.conftest import FORM, PROVINCE, Make, source
from reading.corpus.build import all_plans
from reading.corpus.gold import gold as gold_of
from writing.plans import lost, read_back

GOLD = Path(__file__).resolve().parents[3] / "shared" / "contract" / "gold"
FACTS = ("legal_bases", "targets", "activities", "amounts", "allocations", "responsibilities", "reporting")
Form = dict[str, Any]


def given_out(plan: Plan) -> Form:
    form = form_of(content_of(Plan.objects.get(pk=plan.pk)))
    data = json.dumps(form).encode()
    parse(data)
    assert not strange_keys(data)
    return form


def test_what_was_taken_in_is_given_out_again(make: Make) -> None:
    form = given_out(make())
    for name in FACTS:
        given, taken = form[name], FORM[name]
        if name in ("targets", "activities", "amounts", "responsibilities"):
            given, taken = _headed(given, form), _headed(taken, FORM)
        if name == "legal_bases":
            taken = [{**each, "kind": "Chương trình"} for each in taken]
        assert given == taken, name
    head = form["document"]
    assert {key: head[key] for key in FORM["document"] if key != "annex_of"} == {
        key: value for key, value in FORM["document"].items() if key != "annex_of"
    }


def _headed(facts: list[Form], form: Form) -> list[Form]:
    """Facts with the title of their section in place of its id."""
    titles = {each["id"]: each["title"] for each in form["sections"]}
    return [{**each, "section": titles.get(each["section"])} for each in facts]


@pytest.mark.skipif(not GOLD.exists(), reason="the plans of the contract are not beside the repository")
def test_the_plans_of_the_contract_lose_nothing_between_paper_and_paper(make: Make) -> None:
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        given = given_out(make(gold))
        for duty in (*gold["responsibilities"], *given["responsibilities"]):
            duty["request"] = (
                False  # told from the tree, in which the province's Union is not who issued these
            )
        found = lost(score(gold, given))
        assert not {name for name in found if name in FACTS}, (path.name, found)


@pytest.mark.parametrize("layout", ["state", "mass"])
@pytest.mark.parametrize("name", ["tin_chap_lang_giang", "hoi_thi_dong_hung"])
def test_its_paper_is_read_back_to_the_same_work_and_targets(
    make: Make, name: str, layout: str, tmp_path: Path
) -> None:
    paper = gold_of(all_plans()[name])
    back = read_back(word_of(content_of(make(paper)), layout), tmp_path)
    assert not {each for each in lost(score(paper, back)) if each in ("activities", "targets")}


@pytest.mark.skipif(not GOLD.exists(), reason="the plans of the contract are not beside the repository")
def test_papers_of_the_contract_are_read_back_to_the_same_work_and_targets(
    make: Make, tmp_path: Path
) -> None:
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        back = read_back(word_of(content_of(make(gold)), "state"), tmp_path)
        found = lost(score(gold, back))
        assert not {name for name in found if name in ("activities", "targets")}, (path.name, found)


def test_words_under_a_heading_stand_on_paper_only_where_no_list_says_them(make: Make) -> None:
    sections = [
        {"id": "0", "label": "I", "title": "MỤC ĐÍCH", "role": "purpose", "parent": None, "body": ["Nâng cao nhận thức."], "source": source(1)},
        *({**each, "body": ["Câu cũ của văn bản."]} for each in FORM["sections"]),
    ]  # fmt: skip
    form = given_out(make({**FORM, "sections": sections}))
    assert [each.get("body") for each in form["sections"]] == [["Nâng cao nhận thức."], None, None, None]


def test_lists_are_written_where_every_heading_has_words(make: Make, tmp_path: Path) -> None:
    sections = [
        {"id": "I", "label": "I", "title": "MỤC ĐÍCH", "role": "purpose", "parent": None, "body": ["Nâng cao nhận thức."]}
    ]  # fmt: skip
    bare = {
        **FORM,
        "sections": sections,
        "activities": [],
        "targets": [],
        "amounts": [],
        "responsibilities": [],
    }
    made = word_of(content_of(make(bare)), "state")
    back = read_back(made, tmp_path)
    assert {each["unit"] for each in back["allocations"]} == {each["unit"] for each in FORM["allocations"]}


def test_an_opening_that_cites_something_else_is_left_out(make: Make) -> None:
    cited = ["Căn cứ Chương trình số 05/CTPH;", "Hội LHPN tỉnh xây dựng kế hoạch như sau:"]
    held = make({**FORM, "document": {**FORM["document"], "opening": cited}})
    assert given_out(held)["document"]["opening"] == cited
    held.basis_set.all().delete()
    assert "opening" not in given_out(held)["document"]


def test_a_task_with_a_time_of_its_own_keeps_it(make: Make) -> None:
    plan = make()
    task = plan.item_set.filter(kind=Item.Kind.TASK).last()
    assert task is not None
    Item.objects.filter(pk=task.pk).update(period="trước 30/6")
    form = given_out(plan)
    assert task.text not in [duty for each in form["responsibilities"] for duty in each["duties"]]
    assert [each["period"]["text"] for each in form["activities"] if each["text"] == task.text] == [
        "trước 30/6"
    ]


def test_the_paper_is_handed_out_in_the_layout_of_the_unit_or_the_one_asked_for(
    make: Make, lan: User, client: Client
) -> None:
    plan = make()
    client.force_login(lan)
    address = reverse("plans:paper", args=[plan.pk])
    mine, mass, state = (client.get(address + more).content for more in ("", "?layout=mass", "?layout=state"))
    assert mine == mass != state
    page = client.get(reverse("plans:plan", args=[plan.pk])).content.decode()
    assert f'href="{address}?layout=state"' in page
    assert client.get(address + "?layout=nonsense").content == mine


def test_a_longer_plan_is_given_out_with_no_more_queries(make: Make) -> None:
    counts = []
    for count in (3, 60):
        work = [{**FORM["activities"][0], "text": f"Việc {n}", "lead": [PROVINCE]} for n in range(count)]
        plan = Plan.objects.get(pk=make({**FORM, "activities": work}).pk)
        with CaptureQueriesContext(connection) as queries:
            content_of(plan)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10
