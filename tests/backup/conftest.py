"""Whole installations in folders of their own, on either database, run by the real commands in real processes."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import psycopg
import pytest

from donghanh.backup.address import name_in, with_name
from postgresql import Cluster

ON_POSTGRESQL = os.environ["DONGHANH_TEST_DATABASE"] == "postgresql"
CLI = "import sys, donghanh.cli; sys.exit(donghanh.cli.main())"
SET_UP = "import django, runpy, sys; django.setup(); runpy.run_path(sys.argv[1])"


@dataclass(frozen=True, slots=True)
class Installation:
    """folder: holds `data`, the backups beside it, and whatever a test puts there."""

    folder: Path
    url: str
    name: str = "data"

    @property
    def data(self) -> Path:
        return self.folder / self.name

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def key(self) -> Path:
        return self.folder / "key"

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        own = {
            "DJANGO_SETTINGS_MODULE": "donghanh.config.settings",
            "DONGHANH_DATA": str(self.data),
            "DONGHANH_BACKUPS": str(self.backups),
            "DONGHANH_BACKUP_KEY": str(self.key),
        }
        return kept | own | ({"DONGHANH_DATABASE_URL": self.url} if self.url else {})

    def command(self, *arguments: str | Path) -> list[str]:
        return [sys.executable, "-c", CLI, *map(str, arguments)]

    def run(
        self, *arguments: str | Path, prefix: tuple[str, ...] = (), **options: Any
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*prefix, *self.command(*arguments)],
            env=self.environment | options.pop("more", {}),
            cwd=self.folder,
            capture_output=True,
            text=True,
            **options,
        )

    def script(self, name: str) -> list[str]:
        """The command that runs a script of this folder with the product set up."""
        return [sys.executable, "-c", SET_UP, str(Path(__file__).with_name(name))]

    def back_up(self) -> Path:
        """Make a backup; its file."""
        before = set(self.made())
        outcome = self.run("backup")
        assert outcome.returncode == 0, outcome.stderr
        (file,) = set(self.made()) - before
        return file

    def made(self) -> list[Path]:
        return sorted(self.backups.glob("*.backup"))

    def elsewhere(self, name: str) -> "Installation":
        """An empty place beside this one, with the same key."""
        url = with_name(self.url, f"{name_in(self.url)}_{name}") if self.url else ""
        return Installation(self.folder, url, name)

    def restore(self, file: Path, **options: Any) -> subprocess.CompletedProcess[str]:
        """Restore a file into this place."""
        return self.run("restore", file, "--key", self.key, **options)

    def ask(self, question: str) -> list[tuple[Any, ...]]:
        if self.url:
            with psycopg.connect(self.url) as session:
                return session.execute(question).fetchall()
        session = sqlite3.connect(self.data / "donghanh.sqlite3")
        try:
            return session.execute(question).fetchall()
        finally:
            session.close()

    def execute(self, *statements: str) -> None:
        """Go around the program."""
        session = psycopg.connect(self.url) if self.url else sqlite3.connect(self.data / "donghanh.sqlite3")
        for statement in statements:
            session.execute(statement)
        session.commit()
        session.close()

    def is_there(self) -> bool:
        """Whether anything at all lies in this place."""
        if self.data.exists() and any(self.data.iterdir()):
            return True
        if not self.url:
            return False
        with psycopg.connect(with_name(self.url, "postgres")) as session:
            names = session.execute("SELECT datname FROM pg_database").fetchall()
        return (name_in(self.url),) in names

    def files(self) -> dict[str, str]:
        """The hash of every kept file, and the secret key."""
        kept = [*self.data.glob("files/originals/*/*"), self.data / "secret-key"]
        return {str(path.relative_to(self.data)): sha256(path.read_bytes()).hexdigest() for path in kept}

    def tables(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table, but for what a backup and its restore write about themselves."""
        tables = (
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            if self.url
            else "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        )
        own = {"backup_backuprun", "audit_entry", "audit_unsealed", "audit_seal", "audit_head"}
        return {
            name: sorted(self.ask(f'SELECT * FROM "{name}"'), key=repr)
            for (name,) in self.ask(tables)
            if name not in own
        }

    def leftovers(self) -> list[str]:
        """What a process that was killed, or failed, left lying about."""
        found = [*self.folder.glob(".*.restoring"), *self.backups.glob(".*")]
        found += [
            path for path in (self.data / "files" / ".backup", self.data / "backup-proof") if path.exists()
        ]
        return [str(path) for path in found]


def fresh_database(url: str, template: str = "template0") -> None:
    with psycopg.connect(with_name(url, "postgres"), autocommit=True) as session:
        session.execute(f'CREATE DATABASE "{name_in(url)}" TEMPLATE "{template}"')


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """An installation with a few units, documents, files and audit entries; tests get copies."""
    url = with_name(Cluster().url, "filled") if ON_POSTGRESQL else ""
    made = Installation(tmp_path_factory.mktemp("filled"), url)
    if url:
        fresh_database(url)
    subprocess.run(made.script("filling.py"), env=made.environment, cwd=made.folder, check=True)
    return made


@pytest.fixture
def installation(filled: Installation, tmp_path: Path) -> Installation:
    shutil.copytree(filled.data, tmp_path / "data")
    url = with_name(filled.url, tmp_path.name) if filled.url else ""
    if url:
        fresh_database(url, "filled")
    return Installation(tmp_path, url)


@pytest.fixture
def start(installation: Installation) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Start a program beside the installation; what still runs at the end is killed."""
    started: list[subprocess.Popen[bytes]] = []

    def start_one(*command: str) -> subprocess.Popen[bytes]:
        started.append(
            subprocess.Popen(
                command, env=installation.environment, cwd=installation.folder, stderr=subprocess.DEVNULL
            )
        )
        return started[-1]

    yield start_one
    for process in started:
        process.kill()
        process.wait()
