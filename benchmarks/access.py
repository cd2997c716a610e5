"""What `visible_to` costs, against the first of everybody and against the same people without asking for rights, in the
same database and run.

    python benchmarks/access.py

A country of 100,000 units (benchmarks/units.py) with somebody who holds a role in each, listed fifty at a time in the
order of their names, by people whose roles reach over the centre, a province, a commune, a branch. The roles of the person who looks are
read before, as each request does once. The database is SQLite of its own, or the one that DONGHANH_DATABASE_URL names,
which must be empty. Times are the shortest of some rounds.
"""

import resource
import tempfile
from datetime import timedelta

from units import SIZES, TODAY, best, build, prepare

PAGE = 50
TARGET = 2.0
"""`visible_to` should at most double the time of a list."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        measure(SIZES[-1])
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def measure(size: int) -> None:
    from django.db import connection, reset_queries

    from donghanh.accounts.models import RoleGrant, User
    from donghanh.accounts.permissions import Role
    from donghanh.organisations import tree
    from donghanh.organisations.models import OrgUnit, Position

    line = build(size)[0]
    units = list(Position.objects.filter(line=line).order_by("path").values_list("unit", flat=True))
    people = User.objects.bulk_create(
        [User(username=f"nguoi{n}", full_name=f"Người {n}", searched="") for n in range(len(units))],
        batch_size=2000,
    )
    RoleGrant.objects.bulk_create(
        (
            RoleGrant(
                user=person,
                unit_id=unit,
                line=line,
                role=Role.DATA_ENTRY,
                since=TODAY - timedelta(days=number * 7919 % 5000),
            )
            for number, (person, unit) in enumerate(zip(people, units, strict=True))
        ),
        batch_size=2000,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    connection.force_debug_cursor = True
    for level in ("centre", "province", "commune", "village"):
        unit = OrgUnit.objects.filter(level=level, pk__in=units[: len(units) // 2]).last()
        head = User.objects.create(username=f"hoa.{level}", full_name="Hoa", searched="")
        RoleGrant.objects.create(
            user=head, unit=unit, line=line, role=Role.AUDITOR, since=TODAY - timedelta(days=1)
        )
        rows = User.objects.order_by("full_name", "pk")
        bare = best(lambda rows=rows: list(rows[:PAGE]))
        assert head.held
        reset_queries()
        seen = list(rows.visible_to(head)[:PAGE])
        asked = len(connection.queries)
        scoped = best(lambda rows=rows, head=head: list(rows.visible_to(head)[:PAGE]))
        path = head.held[0].path
        below = User.objects.filter(
            grants__unit__positions__line=line,
            grants__unit__positions__path__gte=path,
            grants__unit__positions__path__lt=tree.beyond(path),
        ).distinct()
        by_hand = best(lambda below=below: list(below.order_by("full_name", "pk")[:PAGE]))
        print(
            f"{level:9} {len(seen):3} people: {scoped:7.2f} ms, {scoped / bare:5.2f} times the list of everybody, "
            f"{scoped / by_hand:5.2f} times the same people by the paths alone, {asked} query (target {TARGET:.0f} times, 1 query)"
        )


if __name__ == "__main__":
    main()
