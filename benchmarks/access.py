"""What `visible_to` costs, against the same people found by paths alone and against the same page without asking for
rights, in the same database and run.

    python benchmarks/access.py

A country of 100,000 units (benchmarks/units.py) with somebody who holds a role in each, listed fifty at a time in the
order of their names, by people whose roles reach over the centre, a province, a commune, a branch. Told apart are the
list as the database answers it, the list as Django says and asks it, both anew in each round, and the page on which it
stands; the page without rights shows the first fifty of everybody. The roles of the person who looks are read before, as
each request does once. The database is SQLite of its own, or the one that DONGHANH_DATABASE_URL names, which must be
empty. Times are the shortest of some rounds.
"""

import resource
import tempfile
from datetime import timedelta
from unittest.mock import patch

from units import SIZES, TODAY, best, build, prepare

PAGE = 50
TARGET = 2.0
"""`visible_to` should at most double the time of a list."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        from django.conf import settings

        settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
        settings.ALLOWED_HOSTS = ["testserver"]
        measure(SIZES[-1])
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def measure(size: int) -> None:
    from allauth.mfa.models import Authenticator
    from django.db import connection, reset_queries
    from django.test import Client

    from donghanh.accounts.models import RoleGrant, User, UserQuerySet
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
        read = best(lambda head=head: RoleGrant.objects.held_by(head, TODAY))
        by_key = best(lambda head=head: list(RoleGrant.objects.filter(user=head).select_related("unit")))
        path = head.held[0].path
        below = {
            "grants__unit__positions__line": line,
            "grants__unit__positions__path__gte": path,
            "grants__unit__positions__path__lt": tree.beyond(path),
        }
        by_paths = rows.filter(**below).distinct()
        reset_queries()
        seen = list(rows.visible_to(head)[:PAGE])
        asked = len(connection.queries)
        database = answered(rows.visible_to(head)) / answered(by_paths)
        whole = best(lambda rows=rows, head=head: list(rows.visible_to(head)[:PAGE]))
        by_hand = best(lambda rows=rows, below=below: list(rows.filter(**below).distinct()[:PAGE]))
        Authenticator.objects.create(user=head, type=Authenticator.Type.TOTP, data={"secret": ""})
        client = Client()
        client.force_login(head)
        page = best(lambda client=client: opened(client))
        with patch.object(UserQuerySet, "visible_to", lambda self, user: self):
            free_page = best(lambda client=client: opened(client))
        print(
            f"{level:9} roles read in {read:5.2f} ms, {read / by_key:5.2f} times the lookup of the same by their person; "
            f"{len(seen):3} people in {whole:6.2f} ms, {asked} query; times the same people by paths: in the database "
            f"{database:5.2f}, with Django's words {whole / by_hand:5.2f}; the page {page:6.1f} ms, {page / free_page:5.2f} times the "
            f"page without rights (target {TARGET:.0f} times, 1 query)"
        )


def answered(rows: object) -> float:
    """How long the database takes over the first rows, in ms."""
    from django.db import connection

    sql, values = rows[:PAGE].query.sql_with_params()
    with connection.cursor() as cursor:
        return best(lambda: cursor.execute(sql, values).fetchall())


def opened(client: object) -> None:
    from django.urls import reverse

    assert client.get(reverse("accounts:people")).status_code == 200


if __name__ == "__main__":
    main()
