"""What the tree of units costs, against a bare lookup of as many rows by their keys in the same database.

    python benchmarks/units.py

Countries of 1,000, 10,000 and 100,000 units: a centre, 34 provinces, their communes, the branches of these; every
tenth commune moved to the next province in 2025, so the tree has a past. The database is SQLite of its own, or the one
that DONGHANH_DATABASE_URL names, which must be empty. Times are the shortest of some rounds.
"""

import os
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

SIZES = (1_000, 10_000, 100_000)
PROVINCES, BRANCHES = 34, 28
ROUNDS = 9
TARGET = 10.0
"""The subtree of a province should take no more than this many times the lookup of as many rows by key."""
REFORM, BEFORE, TODAY = date(2025, 7, 1), date(2025, 6, 30), date(2026, 11, 22)


def prepare(folder: str) -> None:
    """A database of its own, before Django is asked for."""
    os.environ["DONGHANH_DATA"] = folder
    (Path(folder) / "static").mkdir()
    os.environ["DJANGO_SETTINGS_MODULE"] = "donghanh.config.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def build(size: int) -> tuple[object, list[object], list[object]]:
    """The line, its provinces and branches, with rows made in bulk, some moved."""
    from donghanh.organisations import placing, tree
    from donghanh.organisations.journal import Journal
    from donghanh.organisations.models import Kind, Level, Line, OrgUnit, Position
    from donghanh.organisations.words import searched

    line = Line.objects.create(code=f"l{size}", name=f"{size} đơn vị")

    def make(above: list[tuple[OrgUnit, str]], names: list[str], level: str) -> list[tuple[OrgUnit, str]]:
        rows = [OrgUnit(kind=Kind.UNION, level=level, name=name, searched=searched([name])) for name in names]
        units = OrgUnit.objects.bulk_create(rows, batch_size=2000)
        made, positions = [], []
        for number, unit in enumerate(units):
            superior, path = above[number % len(above)] if above else (None, "")
            own = path + tree.step(unit.pk)
            made.append((unit, own))
            positions.append(Position(unit=unit, line=line, superior=superior, path=own))
        Position.objects.bulk_create(positions, batch_size=2000)
        return made

    top = make([], ["Trung ương"], Level.CENTRE)
    provinces = make(top, [f"Hội LHPN tỉnh {n}" for n in range(PROVINCES)], Level.PROVINCE)
    count = max((size - PROVINCES - 1) // (BRANCHES + 1), PROVINCES)
    communes = make(provinces, [f"Hội LHPN xã {n}" for n in range(count)], Level.COMMUNE)
    rest = size - PROVINCES - 1 - count
    branches = make(communes, [f"Chi hội {n}" for n in range(rest)], Level.VILLAGE)
    for number in range(0, len(communes), 10):
        superior = provinces[(number + 1) % PROVINCES][0]
        placing.move(Journal(), communes[number][0], superior, line, REFORM)
    return line, [unit for unit, _ in provinces], [unit for unit, _ in branches]


def told(size: int, words: str, work: Callable[[], list[object]], target: float | None = None) -> None:
    """One line: a question to the tree against the lookup of the same rows by their keys."""
    from donghanh.organisations.models import OrgUnit

    keys = [row.pk for row in work()]  # type: ignore[attr-defined]
    whole, bare = best(work), best(lambda: list(OrgUnit.objects.filter(pk__in=keys)))
    ratio = whole / bare
    verdict = f"  over the target of {target:g}" if target and ratio > target else ""
    print(
        f"{size:>7,} units  {words:<28} {len(keys):>5,} rows {whole:7.2f} ms  by key {bare:7.2f} ms"
        f"  ratio {ratio:.2f}{verdict}"
    )


def measure(size: int) -> None:
    from donghanh.accounts.models import User
    from donghanh.organisations import selectors
    from donghanh.organisations.models import OrgUnit

    start = time.perf_counter()
    line, provinces, branches = build(size)
    print(f"{size:>7,} units  built in {time.perf_counter() - start:.1f} s")
    units, province, leaf = OrgUnit.objects, provinces[3], branches[-1]
    told(size, "subtree of a province", lambda: list(units.under(province, line, TODAY)), TARGET)  # type: ignore[arg-type]
    told(size, "the same before the reform", lambda: list(units.under(province, line, BEFORE)), TARGET)  # type: ignore[arg-type]
    told(size, "superiors of a branch", lambda: list(units.above(leaf, line, TODAY)))  # type: ignore[arg-type]
    told(size, "directly under a province", lambda: list(units.directly_under(province, line, TODAY)))  # type: ignore[arg-type]
    person = User(is_active=True)
    for words in ("xa 12", "chi hoi 7", "tinh", "khong co"):
        told(
            size,
            f"page found by “{words}”",
            lambda w=words: list(selectors.found(person, line, TODAY, w)[:50]),
        )  # type: ignore[arg-type,misc]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        for size in SIZES:
            measure(size)
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
