"""SQLite's file is copied as of one moment, however often others write to it."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from pytest_django import Settings

from donghanh.backup.databases import sqlite

# Two numbers far apart in the file change together.
WRITER = """
import sqlite3, sys, time
live = sqlite3.connect(sys.argv[1], timeout=60, isolation_level=None)
live.execute("PRAGMA journal_mode=" + sys.argv[2])
number = 0
while True:
    number += 1
    live.execute("BEGIN IMMEDIATE")
    live.execute("UPDATE pair SET number = ? WHERE id IN (1, 4000)", [number])
    live.execute("COMMIT")
    if number == 1:
        print("writing", flush=True)
    time.sleep(0.001)
"""


@pytest.fixture
def live(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / "live", timeout=60)) as made:
        made.execute("CREATE TABLE pair (id INTEGER PRIMARY KEY, number INTEGER, ballast BLOB)")
        made.executemany(
            "INSERT INTO pair VALUES (?, 0, ?)", ((number, bytes(3000)) for number in range(1, 4001))
        )
        made.commit()
        yield made


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_a_copy_is_of_one_moment(
    live: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, journal: str
) -> None:
    monkeypatch.setattr(sqlite, "_STEP_PAGES", 16)
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path / "live"), journal], stdout=subprocess.PIPE
    )
    try:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"writing\n"
        seen = []
        for number in range(3):
            with closing(sqlite3.connect(tmp_path / f"copy{number}")) as copy:
                sqlite.copy_live(live, copy)
                assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                (first,), (last,) = copy.execute("SELECT number FROM pair WHERE id IN (1, 4000)").fetchall()
            assert first == last
            seen.append(first)
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.wait()
    assert seen == sorted(seen)
    assert seen[0] < seen[-1], "it was written to meanwhile"


def test_a_key_beside_the_backups_is_an_error(settings: Settings) -> None:
    call_command("check", "--tag", "security")
    settings.BACKUP_KEY_FILE = settings.BACKUP_FOLDER / "key"
    with pytest.raises(SystemCheckError, match="DONGHANH_BACKUP_KEY"):
        call_command("check", "--tag", "security")
