"""The two kinds of database, each a module with the same functions.

frozen(connection, work)       the database as of one moment, to be counted and written to a file
contents(connection)           what the connection's database holds
prepare(connection, target)    an empty place beside the target to restore into
load(connection, dump)         the file into that place
faults(connection)             what the database itself finds wrong there
put_in_place(connection, target), discard(connection)
"""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

from django.db.backends.base.base import BaseDatabaseWrapper

from donghanh.audit.guards import HEAD
from donghanh.backup.manifest import Contents

Ask = Callable[[str], list[tuple[Any, ...]]]


class Frozen(Protocol):
    """A database as of one moment; `dump` writes it to a file and says which."""

    def contents(self) -> Contents: ...

    def dump(self) -> Path: ...


def of(connection: BaseDatabaseWrapper) -> ModuleType:
    """The module for a connection's kind of database."""
    from donghanh.backup.databases import postgresql, sqlite  # noqa: PLC0415 (they import `count`)

    return sqlite if connection.vendor == "sqlite" else postgresql


def count(ask: Ask, tables: str) -> Contents:
    """What a database holds; tables: the question that names its tables."""
    rows = {name: ask(f'SELECT count(*) FROM "{name}"')[0][0] for (name,) in ask(tables)}
    migrations = [
        f"{app}.{name}" for app, name in ask("SELECT app, name FROM django_migrations ORDER BY 1, 2")
    ]
    entries, head = next(iter(ask(f"SELECT sequence, hash FROM {HEAD}")), (0, ""))
    return Contents(rows, sorted(migrations), entries, head)


def asking(connection: BaseDatabaseWrapper) -> Ask:
    """Questions to Django's own connection."""

    def ask(question: str) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(question)
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows

    return ask
