from collections.abc import Callable

import pytest
from django.db import connection, transaction

from donghanh.accounts.models import User
from donghanh.audit import guards
from donghanh.audit.models import Entry
from donghanh.audit.services import record


@pytest.fixture
def record_some(user: User) -> Callable[[int], list[Entry]]:
    """Call it with a number: Lan is renamed so many times."""

    def record_so_many(count: int) -> list[Entry]:
        with transaction.atomic():
            return [
                record("renamed", user, actor=user, changes={"full_name": ["Lan", f"Lan {n}"]}, ip="10.0.0.7")
                for n in range(count)
            ]

    return record_so_many


@pytest.fixture
def go_around() -> Callable[[str], None]:
    """Call it with statements for the database, which its guards do not see."""

    def execute(statements: str) -> None:
        guards.remove(connection)
        with connection.cursor() as cursor:
            for statement in statements.split(";"):
                cursor.execute(statement)
        guards.install(connection)

    return execute
