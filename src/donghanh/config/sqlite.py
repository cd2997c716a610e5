"""How SQLite is opened so that nothing that was acknowledged is lost, whichever version is linked.

Write-ahead logging of SQLite 3.7.0 to 3.51.2 can corrupt a database when the log is reset; the fix
is in 3.51.3 and was carried back to 3.50.7 and 3.44.6. An older library therefore keeps a rollback
journal. Either way every commit is on the disk before it is acknowledged: docs/adr/0003.
"""

import sqlite3
from dataclasses import dataclass
from typing import Any

BUSY_SECONDS = 20

_WAL_FIXED_FROM = (3, 51, 3)
_WAL_FIXED_IN_LINE = {(3, 50): 7, (3, 44): 6}


@dataclass(frozen=True, slots=True)
class Durability:
    """journal and synchronous as SQLite's pragmas of these names take and return them."""

    journal: str
    synchronous: str

    @property
    def synchronous_number(self) -> int:
        return {"FULL": 2, "EXTRA": 3}[self.synchronous]


def durability(version: tuple[int, int, int]) -> Durability:
    """Choose the journal for a version of the SQLite library."""
    backport = _WAL_FIXED_IN_LINE.get(version[:2])
    if version >= _WAL_FIXED_FROM or (backport is not None and version[2] >= backport):
        return Durability("WAL", "FULL")
    return Durability("DELETE", "EXTRA")


def linked_durability() -> Durability:
    """The choice for the library that this process has loaded."""
    return durability(sqlite3.sqlite_version_info)


def options() -> dict[str, Any]:
    """OPTIONS of Django's SQLite backend.

    IMMEDIATE: a transaction takes the write lock when it begins, so that two that read before they
    write wait for each other and do not fail half-way.
    """
    chosen = linked_durability()
    return {
        "timeout": BUSY_SECONDS,
        "transaction_mode": "IMMEDIATE",
        "init_command": f"PRAGMA journal_mode={chosen.journal};PRAGMA synchronous={chosen.synchronous};",
    }
