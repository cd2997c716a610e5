"""The questions about rights that every request puts go by indexes, so that none costs more in a bigger country."""

import re
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.conftest import Hire
from donghanh.accounts.access import may, within
from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Permission, Role
from organisations.conftest import Country

WHOLE = {"sqlite": r"SCAN (?!\d+ CONSTANT|\(|reached|subquery)", "postgresql": r"Seq Scan"}
"""How each database calls a way through a whole table; `reached` is none, but what was found just before."""


def plan(sql: str) -> str:
    how = "QUERY PLAN " if connection.vendor == "sqlite" else ""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")  # few rows would not be worth an index
        cursor.execute(f"EXPLAIN {how}{sql}")
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


def asked(rows: QuerySet[Any]) -> str:
    with CaptureQueriesContext(connection) as queries:
        list(rows)
    return queries[-1]["sql"]


def goes_through_a_table(sql: str) -> bool:
    return re.search(WHOLE[connection.vendor], plan(sql)) is not None


def test_what_a_person_holds_is_read_by_indexes(hire: Hire) -> None:
    hoa = hire("hoa", Role.APPROVER, "Na Loi")
    with CaptureQueriesContext(connection) as queries:
        RoleGrant.objects.held_by(hoa, timezone.localdate())
    assert not goes_through_a_table(queries[-1]["sql"])


@pytest.mark.parametrize("unit", ["Nghệ An", "Na Loi"])
def test_the_people_in_reach_are_found_by_indexes(hire: Hire, unit: str) -> None:
    hoa = hire("hoa", Role.AUDITOR, unit)
    assert not goes_through_a_table(asked(User.objects.visible_to(hoa)))


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.CASE_WORKER])
@pytest.mark.parametrize("unit", ["Trung ương", "Nghệ An", "Na Loi"])
def test_what_hangs_on_units_in_reach_is_found_by_indexes(hire: Hire, role: Role, unit: str) -> None:
    """Of roles that reach down and of such as do not; what units left that ended, and what is yet to come, among it."""
    hoa = hire("hoa", role, unit)
    roles = RoleGrant.objects.filter(within(hoa, Permission.VIEW_DOCUMENTS), user=hoa.pk)
    assert not goes_through_a_table(asked(roles.order_by()))


def test_whether_a_person_may_is_found_by_indexes(hire: Hire, country: Country) -> None:
    hoa = hire("hoa", Role.AUDITOR, "Nghệ An")
    assert hoa.held
    with CaptureQueriesContext(connection) as queries:
        assert may(hoa, Permission.VIEW_DOCUMENTS, country["Na Loi"])
    assert len(queries) == 1
    assert not goes_through_a_table(queries[0]["sql"])


def test_a_way_through_a_whole_table_is_noticed(hire: Hire) -> None:
    hire("hoa", Role.AUDITOR, "Na Loi")
    assert goes_through_a_table(asked(User.objects.filter(full_name__contains="o")))
