"""What reorganising costs: the reform of 2025 on the old country with 100,000 branches, and orders about a commune.

    python benchmarks/reorganising.py

The database is SQLite of its own, or the one that DONGHANH_DATABASE_URL names, which must be empty.
"""

import os
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
BRANCHES = 100_000
BEFORE, REFORM, DAY = date(2025, 6, 30), date(2025, 7, 1), date(2026, 1, 1)


def prepare(folder: str) -> None:
    """A database of its own, before Django is asked for."""
    os.environ["DONGHANH_DATA"] = folder
    (Path(folder) / "static").mkdir()
    os.environ["DJANGO_SETTINGS_MODULE"] = "donghanh.config.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def told(words: str, work: Callable[[], T]) -> T:
    start = time.perf_counter()
    result = work()
    print(f"{words:<62} {time.perf_counter() - start:7.2f} s", flush=True)
    return result


def old_country() -> None:
    from donghanh.organisations import tree
    from donghanh.organisations.building import build
    from donghanh.organisations.models import Kind, Level, OrgUnit, Position

    build(None, BEFORE)
    communes = list(Position.objects.filter(unit__level=Level.COMMUNE).order_by("path"))
    rows = [
        OrgUnit(kind=Kind.BRANCH, level=Level.VILLAGE, name=f"Chi hội {n}", searched=f" chi hội {n}")
        for n in range(BRANCHES)
    ]
    units = OrgUnit.objects.bulk_create(rows, batch_size=2000)
    above = [communes[number % len(communes)] for number in range(BRANCHES)]
    Position.objects.bulk_create(
        (
            Position(unit=unit, line_id=up.line_id, superior_id=up.unit_id, path=up.path + tree.step(unit.pk))
            for unit, up in zip(units, above, strict=True)
        ),
        batch_size=2000,
    )


def measure() -> None:
    from donghanh.organisations import ordering
    from donghanh.organisations.checking import check
    from donghanh.organisations.models import Level, Line, OrgUnit, Reorganisation, RowChange
    from donghanh.organisations.orders import Order, Verb
    from donghanh.organisations.reorganising import reorganise
    from donghanh.organisations.undoing import undo

    told(f"the old country with {BRANCHES:,} branches is built", old_country)
    told("the reform of 2025, shown", lambda: reorganise(None, REFORM, dry_run=True))
    told("the reform of 2025, carried out", lambda: reorganise(None, REFORM))
    print(f"{RowChange.objects.count():,} rows in its journal")
    told("it is undone", lambda: undo(None, Reorganisation.objects.latest("pk").pk))
    told("and carried out again", lambda: reorganise(None, REFORM))
    found = told("checked that nobody is lost", lambda: check(DAY))
    print(f"{found.ended:,} ended, {len(found.unexplained)} unexplained, {len(found.homeless)} homeless")
    line = Line.objects.get(code="union")
    one, two = OrgUnit.objects.on(DAY).filter(level=Level.COMMUNE)[:2]
    orders = [Order(Verb.MERGE, DAY, one.pk, two.pk)]
    told("two communes merged, shown", lambda: ordering.preview(orders, line))
    made = told("two communes merged", lambda: ordering.apply(None, orders, line))
    told("it is undone", lambda: undo(None, made.pk))
    one, two = OrgUnit.objects.on(DAY).filter(level=Level.PROVINCE)[:2]
    orders = [Order(Verb.MERGE, DAY, one.pk, two.pk)]
    made = told("two provinces merged", lambda: ordering.apply(None, orders, line))
    told("it is undone", lambda: undo(None, made.pk))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        measure()
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
