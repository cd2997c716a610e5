"""PostgreSQL: pg_dump from one snapshot; restored into a database of its own, which then takes the target's name."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

from donghanh.backup.databases import asking, count
from donghanh.backup.errors import DatabaseToolError, InUseError, NoRightError, NotEmptyError, NoToolError
from donghanh.backup.manifest import Contents

_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"
_ANYTHING = (
    "SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' LIMIT 1"
)
_MAINTENANCE = "postgres"
"""The database that is there on every server, from which others are made and renamed."""
_PROGRAMS = Path("/usr/lib/postgresql")


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """session: its open transaction is what keeps the snapshot, of this name, in being."""

    session: psycopg.Connection[tuple[Any, ...]]
    name: str
    login: dict[str, str]
    program: Path
    path: Path

    def contents(self) -> Contents:
        return count(lambda question: self.session.execute(question).fetchall(), _TABLES)

    def dump(self) -> Path:
        _run(
            self.program,
            self.login,
            *("--format=custom", "--compress=1", f"--snapshot={self.name}", f"--file={self.path}"),
        )
        return self.path


@contextmanager
def frozen(connection: BaseDatabaseWrapper, work: Path) -> Iterator[_Snapshot]:
    login = _login(connection)
    program = _program("pg_dump", _server_version(connection))
    with psycopg.connect(**login) as session:  # type: ignore[arg-type]
        session.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        session.read_only = True
        (name,) = session.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
        yield _Snapshot(session, name, login, program, work / "database")


def contents(connection: BaseDatabaseWrapper) -> Contents:
    return count(asking(connection), _TABLES)


def prepare(connection: BaseDatabaseWrapper, target: str) -> None:
    """Raises: NotEmptyError where the target holds anything at all."""
    login = _login(connection)
    with _maintaining(login) as session:
        if _is_there(session, target):
            with psycopg.connect(**login | {"dbname": target}) as looking:  # type: ignore[arg-type]
                if looking.execute(_ANYTHING).fetchone():
                    raise NotEmptyError(target)
        discard(connection)
        session.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(
                sql.Identifier(login["dbname"])
            )
        )


def load(connection: BaseDatabaseWrapper, dump: Path) -> None:
    login = _login(connection)
    program = _program("pg_restore", _server_version(connection))
    _run(
        program,
        login,
        *("--dbname", login["dbname"], "--no-owner", "--no-privileges"),
        *("--exit-on-error", "--single-transaction", str(dump)),
    )
    dump.unlink()


def faults(connection: BaseDatabaseWrapper) -> list[str]:
    """pg_restore lays every index and every constraint anew, so nothing is left to be found."""
    return []


def put_in_place(connection: BaseDatabaseWrapper, target: str) -> None:
    """Give the restored database the target's name, for good or not at all."""
    own = _login(connection)["dbname"]
    connection.close()
    with _maintaining(_login(connection)) as session:
        if _is_there(session, target):
            session.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(target)))
        session.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(own), sql.Identifier(target))
        )


def discard(connection: BaseDatabaseWrapper) -> None:
    """Remove the database that was restored into, if it is still there."""
    own = _login(connection)["dbname"]
    connection.close()
    drop(connection, own)


def drop(connection: BaseDatabaseWrapper, name: str) -> None:
    """Remove one of our own, even if a program that outlived us is still at it."""
    with _maintaining(_login(connection)) as session:
        session.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _login(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """How to reach the connection's database, as libpq names it."""
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    return {ours: str(value) for ours, name in names.items() if (value := connection.settings_dict.get(name))}


@contextmanager
def _maintaining(login: dict[str, str]) -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
    """A session on the server beside its databases."""
    try:
        with psycopg.connect(**login | {"dbname": _MAINTENANCE}, autocommit=True) as session:  # type: ignore[arg-type]
            yield session
    except psycopg.errors.InsufficientPrivilege as error:
        raise NoRightError(login.get("user", "")) from error
    except psycopg.errors.ObjectInUse as error:
        raise InUseError from error
    except psycopg.Error as error:
        raise DatabaseToolError("PostgreSQL", str(error)) from error


def _is_there(session: psycopg.Connection[tuple[Any, ...]], name: str) -> bool:
    return session.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _server_version(connection: BaseDatabaseWrapper) -> int:
    connection.ensure_connection()
    return int(connection.connection.info.server_version) // 10000


def _program(name: str, version: int) -> Path:
    """The oldest of the installed programs that is no older than the server.

    Raises: NoToolError.
    """
    found = {path: _version_of(path) for path in _PROGRAMS.glob(f"*/bin/{name}")}
    if on_path := shutil.which(name):
        found.setdefault(Path(on_path), _version_of(Path(on_path)))
    fitting = sorted((its, path) for path, its in found.items() if its >= version)
    if not fitting:
        raise NoToolError(name, version)
    return fitting[0][1]


def _version_of(program: Path) -> int:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    number = re.search(r"\(PostgreSQL\) (\d+)", said)
    return int(number[1]) if number else 0


def _run(program: Path, login: dict[str, str], *arguments: str) -> None:
    """Run PostgreSQL's program; the password goes by the environment, which other users do not see."""
    names = {
        "dbname": "PGDATABASE",
        "user": "PGUSER",
        "password": "PGPASSWORD",
        "host": "PGHOST",
        "port": "PGPORT",
    }
    environment = os.environ | {names[key]: value for key, value in login.items()}
    outcome = subprocess.run(
        [program, *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if outcome.returncode:
        raise DatabaseToolError(program.name, outcome.stderr.strip()[-500:] or f"status {outcome.returncode}")
