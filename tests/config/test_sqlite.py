"""SQLite is opened in the way that loses nothing, whichever version is linked."""

import pytest
from django.core.management import call_command
from django.db import connection

from donghanh.config.checks import describe_database, sqlite_loses_nothing
from donghanh.config.sqlite import Durability, durability, linked_durability

WAL = Durability("WAL", "FULL")
ROLLBACK = Durability("DELETE", "EXTRA")


@pytest.mark.parametrize(
    ("version", "chosen"),
    [
        ((3, 7, 0), ROLLBACK),
        ((3, 40, 1), ROLLBACK),
        ((3, 44, 5), ROLLBACK),
        ((3, 44, 6), WAL),
        ((3, 45, 1), ROLLBACK),
        ((3, 50, 6), ROLLBACK),
        ((3, 50, 7), WAL),
        ((3, 51, 2), ROLLBACK),
        ((3, 51, 3), WAL),
        ((3, 52, 0), WAL),
        ((4, 0, 0), WAL),
    ],
)
def test_the_log_is_written_ahead_only_where_resetting_it_is_safe(
    version: tuple[int, int, int], chosen: Durability
) -> None:
    assert durability(version) == chosen


def pragma(name: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_a_real_connection_has_the_pragmas_that_were_chosen() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("SQLite only")
    chosen = linked_durability()
    assert pragma("journal_mode") == chosen.journal.casefold()
    assert pragma("synchronous") == chosen.synchronous_number
    assert pragma("foreign_keys") == 1
    assert pragma("busy_timeout") == 20_000


@pytest.mark.django_db(transaction=True)
def test_the_start_up_check_fails_on_a_connection_that_could_lose_a_commit() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("SQLite only")
    assert sqlite_loses_nothing(["default"]) == []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
    try:
        assert [error.id for error in sqlite_loses_nothing(["default"])] == ["donghanh.sqlite.synchronous"]
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_transaction_takes_the_write_lock_when_it_begins() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("SQLite only")
    assert connection.transaction_mode == "IMMEDIATE"


@pytest.mark.django_db
def test_the_program_says_which_database_it_uses() -> None:
    said = describe_database(connection)
    assert said == "PostgreSQL" or said.startswith("SQLite 3.")
    call_command("check", databases=["default"])
