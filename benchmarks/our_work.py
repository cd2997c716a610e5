"""What a unit's work costs in a big country with many plans, and what taking in a plan for all communes costs.

    python benchmarks/our_work.py

A commune asks for its work in a country of 100 units with the plans that name it alone, then in one of 100,000 units
with 2,000 plans that are being carried out, as many of which name it. Then a plan of 80 items for 3,321 communes is
taken in, against the bare `bulk_create` of the rows that it leaves. The database is SQLite of its own; times are the
shortest of some rounds.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

from units import best, prepare

SMALL, BIG = 100, 100_000
PLANS, NAMING, TO_ALL = 2_000, 20, 5
"""Plans in force of the big country; those that name the commune in either; those of these that name every commune."""
ITEMS, OTHERS = 10, 30
"""Items of each plan, and communes that one names which does not name ours."""
MOST_TIMES = 3.0
TAKEN, COMMUNES, MOST_OF_TAKING = 80, 3_321, 5.0
ROUNDS = 3


def communes_of(line: object) -> list[int]:
    from donghanh.organisations.models import Position

    found = Position.objects.filter(line=line, unit__level="commune").order_by("unit")
    return list(found.values_list("unit", flat=True).distinct())


def fill(line: object, issuer: object, communes: list[int], plans: int) -> int:
    """Plans in force, `NAMING` of which name a commune in the middle, which is given back."""
    from django.utils import timezone

    from donghanh.plans.models import Assignment, Item, Party, PartyUnit, Plan, State

    ours, others = (
        communes[len(communes) // 2],
        [each for each in communes if each != communes[len(communes) // 2]],
    )
    today = timezone.localdate()
    made = Plan.objects.bulk_create(
        [
            Plan(
                unit=issuer,
                keeper=issuer,
                line=line,
                title=f"Kế hoạch {n}",
                searched="",
                day=today,
                state=State.ISSUED,
            )
            for n in range(plans)
        ],
        batch_size=500,
    )
    parties = Party.objects.bulk_create(
        [Party(plan=plan, words="Hội LHPN các xã", settled=Party.Settled.FOUND) for plan in made],
        batch_size=2000,
    )
    rows = []
    for number, party in enumerate(parties):
        if number < TO_ALL:
            named = communes
        elif number < NAMING:
            named = [ours]
        else:
            named = [others[(number * 31 + each) % len(others)] for each in range(min(OTHERS, len(others)))]
        rows += [PartyUnit(party=party, unit_id=unit) for unit in named]
    PartyUnit.objects.bulk_create(rows, batch_size=2000)
    items = Item.objects.bulk_create(
        [
            Item(plan=plan, kind=Item.Kind.ACTIVITY, position=n, text=f"Việc {n}", label=str(n))
            for plan in made
            for n in range(ITEMS)
        ],
        batch_size=2000,
    )
    Assignment.objects.bulk_create(
        [
            Assignment(item=item, party=parties[number // ITEMS], role=Assignment.Role.LEAD)
            for number, item in enumerate(items)
        ],
        batch_size=2000,
    )
    return ours


def asked(unit: int) -> int:
    """What the page asks: how many items of each sort, the first page of all, the plans to choose from."""
    from donghanh.organisations.models import OrgUnit
    from donghanh.plans import work

    having = work.of(OrgUnit.objects.get(pk=unit))
    work.counts(having), work.plans_of(having)
    return work.tasks(having, None)[0].paginator.count


def ask(size: int, plans: int) -> float:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from units import build

    line, provinces, _ = build(size)
    unit = fill(line, provinces[0], communes_of(line), plans)
    with CaptureQueriesContext(connection) as queries:
        items = asked(unit)
    took = best(lambda: asked(unit))
    print(f"{size:>7,} units, {plans:>5,} plans: {items} items, {len(queries)} queries, {took:6.2f} ms")
    return took


def form() -> dict[str, object]:
    """A plan of 80 items, each led by every commune."""
    words = "Hội LHPN các xã, phường"
    work = [
        {"text": f"Việc {n}", "label": str(n), "section": None, "lead": [words], "partners": [], "period": None,
         "note": None, "source": {"start": n, "end": n + 1, "page": 1}}
        for n in range(TAKEN)
    ]  # fmt: skip
    head = {
        "kind": "ke_hoach",
        "number": "01/KH",
        "issued_on": "2026-03-02",
        "title": "Kế hoạch",
        "recipients": [words],
    }
    return {"schema": "donghanh.plan/1", "document": head, "activities": work}


def take() -> None:
    from django.db import transaction

    from donghanh.accounts.models import RoleGrant, User
    from donghanh.accounts.permissions import Role
    from donghanh.organisations.models import Kind, Level, Line, OrgUnit, Place, Position
    from donghanh.organisations.tree import step
    from donghanh.organisations.words import searched
    from donghanh.plans.models import Assignment, Item, Party, PartyUnit, Plan
    from donghanh.plans.taking_in import take_in
    from plans.conftest import accepted

    line = Line.objects.create(code="union", name="Hội LHPN")
    top = OrgUnit.objects.create(kind=Kind.UNION, level=Level.CENTRE, name="Trung ương Hội", searched="")
    Position.objects.create(unit=top, line=line, superior=None, path=step(top.pk))
    place = Place.objects.create(code=1, level=Level.PROVINCE, kind="tỉnh", name="tỉnh Một", bare_name="Một")
    places = Place.objects.bulk_create(
        [
            Place(
                code=100 + n,
                level=Level.COMMUNE,
                kind="xã",
                name=f"xã Số {n}",
                bare_name=f"Số {n}",
                parent=place,
            )
            for n in range(COMMUNES)
        ],
        batch_size=2000,
    )
    units = OrgUnit.objects.bulk_create(
        [
            OrgUnit(
                kind=Kind.UNION,
                level=Level.COMMUNE,
                name=f"Hội LHPN {at.name}",
                searched=searched([at.name]),
                place=at,
            )
            for at in places
        ],
        batch_size=2000,
    )
    Position.objects.bulk_create(
        [Position(unit=each, line=line, superior=top, path=step(top.pk) + step(each.pk)) for each in units],
        batch_size=2000,
    )
    user = User.objects.create_user("lan", None, "Lan")
    RoleGrant.objects.create(user=user, unit=top, line=line, role=Role.DATA_ENTRY)
    times, bare = [], []
    for _ in range(ROUNDS):
        version = accepted(user, top, form())
        begun = time.perf_counter()
        plan = take_in(user, version, 1, unit=top, keeper=top, line=line)
        times.append(time.perf_counter() - begun)
        stored = [
            list(rows)
            for rows in (
                Plan.objects.filter(pk=plan.pk),
                Party.objects.filter(plan=plan),
                PartyUnit.objects.filter(party__plan=plan),
                Item.objects.filter(plan=plan),
                Assignment.objects.filter(item__plan=plan),
            )
        ]
        plan.delete()
        begun = time.perf_counter()
        with transaction.atomic():
            for rows in stored:
                type(rows[0]).objects.bulk_create(rows, batch_size=2000)
        bare.append(time.perf_counter() - begun)
    ratio = min(times) / min(bare)
    told = ", ".join(f"{len(rows):,} {type(rows[0]).__name__}" for rows in stored)
    print(
        f"taken in: {told}: {min(times) * 1000:.0f} ms, bare rows {min(bare) * 1000:.0f} ms, ratio {ratio:.2f}"
        f"{over(ratio, MOST_OF_TAKING)}"
    )


def over(ratio: float, most: float) -> str:
    return f"  over the target of {most:g}" if ratio > most else f" (target {most:g})"


def main() -> None:
    few = ask(SMALL, NAMING)
    ratio = ask(BIG, PLANS) / few
    print(f"our work in the big country: ratio {ratio:.2f}{over(ratio, MOST_TIMES)}")
    take()


if __name__ == "__main__":
    sys.path.append(str(Path(__file__).parents[1] / "tests"))
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        main()
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
