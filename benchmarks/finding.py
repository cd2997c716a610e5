"""How many names of the gold plans find the unit, the set or the question that a person wrote down, and what it costs.

    python benchmarks/finding.py

What is expected stands in tests/organisations/gold. The database is SQLite of its own; the tree of each plan is that of
its provinces on its day. Then 300 names at once, the shortest of some rounds.
"""

import sys
import tempfile
import time
from collections import Counter
from itertools import cycle, islice
from pathlib import Path

from units import best, prepare

SORTS = {"=": "one unit", "*": "each of a set", "?": "a question"}
NAMES = 300


def score(plan: object) -> tuple[Counter[str], Counter[str]]:
    """How many answers of each sort are wanted, and how many of them came."""
    from django.db import transaction

    from donghanh.organisations.finding import find_all
    from organisations import gold

    wanted, right = Counter[str](), Counter[str]()
    with transaction.atomic():
        issuer = gold.build_for(plan)
        for (words, answers), found in zip(
            plan.names, find_all([words for words, _ in plan.names], issuer, plan.day), strict=True
        ):
            as_wanted = len(found) == len(answers)
            for at, said in enumerate(answers):
                wanted[SORTS[said[0]]] += 1
                if as_wanted and gold.agrees(found[at], said, plan.day):
                    right[SORTS[said[0]]] += 1
                else:
                    print(f"  {plan.name}: “{words}” should be {said}")
        many = list(islice(cycle(words for words, _ in plan.names), NAMES))
        numbered = [f"{words} {number}" for number, words in enumerate(many)]
        same, different = best(lambda: find_all(many, issuer, plan.day)), time.perf_counter()
        find_all(numbered, issuer, plan.day)
        different = (time.perf_counter() - different) * 1000
        print(
            f"{plan.name:<28} {NAMES} names {same:6.1f} ms; all different, the first time {different:6.1f} ms"
        )
        transaction.set_rollback(True)
    return wanted, right


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        from organisations.gold import plans

        wanted, right = Counter[str](), Counter[str]()
        for plan in plans():
            each_wanted, each_right = score(plan)
            wanted += each_wanted
            right += each_right
    for sort, number in wanted.items():
        print(f"{sort:<14} {right[sort]} of {number}")
