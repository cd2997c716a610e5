"""Units found from the words of papers."""

import pytest

from donghanh.organisations.finding import find_all
from organisations.gold import Plan, agrees, build_for, plans

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("plan", plans(), ids=lambda plan: plan.name)
def test_the_names_of_the_gold_plans_mean_what_a_person_wrote_down(plan: Plan) -> None:
    issuer = build_for(plan)
    answers = find_all([words for words, _ in plan.names], issuer, plan.day)
    wrong = []
    for (words, wanted), found in zip(plan.names, answers, strict=True):
        right = len(found) == len(wanted) and all(
            agrees(a, w, plan.day) for a, w in zip(found, wanted, strict=True)
        )
        if not right:
            wrong.append((words, wanted, found))
    for each in wrong:
        print(*each, sep="\n    ")
    assert not wrong
