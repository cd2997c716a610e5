"""SQLite: copied by its online backup, through the connection that this process has anyway."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper

from donghanh.backup.databases import asking, count
from donghanh.backup.manifest import Contents

_TABLES = r"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name"
# Writers get their turn between steps; each that comes makes the copy begin anew, so in the end they wait for it.
_STEP_PAGES = 2048
_MOST_RESTARTS = 3
_WAIT = 0.02  # seconds, while somebody writes


class _TooBusyError(Exception):
    """The copy began anew too often."""


@dataclass(frozen=True, slots=True)
class _Copy:
    path: Path

    def contents(self) -> Contents:
        with closing(sqlite3.connect(self.path)) as copy:
            return count(lambda question: copy.execute(question).fetchall(), _TABLES)

    def dump(self) -> Path:
        return self.path


@contextmanager
def frozen(connection: BaseDatabaseWrapper, work: Path) -> Iterator[_Copy]:
    connection.ensure_connection()
    path = work / "database"
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA synchronous=OFF")  # thrown away if anything goes wrong
        copy_live(connection.connection, copy)
    yield _Copy(path)


def copy_live(live: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    """Copy a database to which others write meanwhile, as of one moment."""
    restarts, least = 0, 0

    def watch(status: int, left: int, total: int) -> None:
        nonlocal restarts, least
        if least and left > least:
            restarts += 1
        least = left
        if restarts > _MOST_RESTARTS:
            raise _TooBusyError

    try:
        live.backup(copy, pages=_STEP_PAGES, progress=watch, sleep=_WAIT)
    except _TooBusyError:
        live.backup(copy, sleep=_WAIT)


def contents(connection: BaseDatabaseWrapper) -> Contents:
    return count(asking(connection), _TABLES)


def prepare(connection: BaseDatabaseWrapper, target: str) -> None:
    """The file lies in the data folder, which is a new one."""


def load(connection: BaseDatabaseWrapper, dump: Path) -> None:
    dump.replace(connection.settings_dict["NAME"])


def faults(connection: BaseDatabaseWrapper) -> list[str]:
    ask = asking(connection)
    wrong = [said for (said,) in ask("PRAGMA integrity_check") if said != "ok"]
    return wrong + [f"{table} {row}: {parent}" for table, row, parent, _ in ask("PRAGMA foreign_key_check")]


def put_in_place(connection: BaseDatabaseWrapper, target: str) -> None:
    """It goes with the data folder."""


def discard(connection: BaseDatabaseWrapper) -> None:
    """It goes with the data folder."""
