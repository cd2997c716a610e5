"""Entries from before there were seals stay verifiable, with the hashes that were noted then."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from postgresql import Cluster


@pytest.fixture
def empty_database(db: None, tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a process that works on a database of its own."""
    (tmp_path / "static").mkdir()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "donghanh.config.settings",
        "DONGHANH_DATA": str(tmp_path),
    }
    if connection.vendor == "sqlite":
        yield environment
        return
    name = f"former_{os.environ.get('PYTEST_XDIST_WORKER', 'one')}"
    with connection._nodb_cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute(f"CREATE DATABASE {name}")
        yield environment | {"DONGHANH_DATABASE_URL": Cluster().url.replace("/donghanh?", f"/{name}?")}
        cursor.execute(f"DROP DATABASE {name}")


def test_a_chain_of_before_is_migrated_as_it_is_and_goes_on(empty_database: dict[str, str]) -> None:
    run = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("former_chain.py"))],
        env=empty_database,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    former_head, migrated, gone_on, numbers = run.stdout.splitlines()
    assert migrated == f"5 {former_head} 0 None"
    assert gone_on.split()[0] == "7"
    assert gone_on.split()[2:] == ["1", "None"]
    assert numbers == "1 2 3 4 5 6 7"
