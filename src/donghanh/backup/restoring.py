"""Restoring a backup: unpacked beside its place, checked there, put in place at the end or not at all.

What differs from what was backed up is refused. What was wrong already then is told, and restored as it was: it may be
all that is left.

This runs in a process of its own whose settings are those of the place to work in: a new data folder and, on
PostgreSQL, a new database. So all checks are the program's own.
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader

from donghanh.audit import selectors as audit
from donghanh.backup import archive, databases, services
from donghanh.backup.errors import (
    CheckError,
    NewerProgramError,
    NoRoomError,
    NotEmptyError,
    OtherDatabaseError,
)
from donghanh.backup.key import Key
from donghanh.backup.manifest import Contents, Manifest


@dataclass(frozen=True, slots=True)
class Target:
    """Where a backup shall come to lie; database: its name on a PostgreSQL server, empty for SQLite."""

    data: Path
    database: str


@dataclass(frozen=True, slots=True)
class Restored:
    """files: how many besides the database; faults: what was wrong already when it was backed up."""

    manifest: Manifest
    files: int
    faults: list[str]


def restore(path: Path, key: Key, target: Target) -> Restored:
    """Restore a backup into an empty target.

    Raises: BackupError, OSError; the target is then as it was.
    """
    refuse_unless_empty(target.data)
    with archive.Backup(path, key) as backup:
        _refuse_foreign(backup.manifest)
        if shutil.disk_usage(settings.DATA).free < path.stat().st_size:
            raise NoRoomError(target.data)
        engine = databases.of(connection)
        engine.prepare(connection, target.database)
        try:
            files = _unpack(backup)
            _compare(backup.manifest.contents, engine.contents(connection))
            faults = engine.faults(connection)
            call_command("migrate", verbosity=0, interactive=False)  # a backup may be older than the program
            if fault := audit.verify().fault:
                faults.append(f"audit: {fault.kind} {fault.sequence}")
            services.note_restored(backup.manifest.run, path, backup.manifest.made_at)
            _put_in_place(target)
        finally:
            engine.discard(connection)
    return Restored(backup.manifest, files, faults)


def refuse_unless_empty(folder: Path) -> None:
    """Raises: NotEmptyError."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmptyError(folder)


def _refuse_foreign(manifest: Manifest) -> None:
    if manifest.vendor != connection.vendor:
        raise OtherDatabaseError(manifest.vendor)
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    if not known.issuperset(manifest.contents.migrations):
        raise NewerProgramError(manifest.version)


def _unpack(backup: archive.Backup) -> int:
    """Everything to where the program looks for it; how many files came besides the database."""
    unpacked = settings.DATA / "unpacked"
    backup.unpack(unpacked)
    count = archive.check_hashes(unpacked)
    databases.of(connection).load(connection, unpacked / archive.DATABASE)
    for secret in archive.files_below(unpacked / archive.SECRETS):
        secret.replace(settings.DATA / secret.name)
    if (unpacked / archive.FILES).exists():
        (unpacked / archive.FILES).replace(settings.MEDIA_ROOT)
    shutil.rmtree(unpacked)
    return count - 1


def _compare(wanted: Contents, found: Contents) -> None:
    for table in sorted(wanted.rows.keys() | found.rows.keys()):
        if wanted.rows.get(table) != found.rows.get(table):
            raise CheckError(f"{table} {wanted.rows.get(table)} → {found.rows.get(table)}")
    if wanted != found:
        raise CheckError(f"audit {wanted.audit_entries} → {found.audit_entries}")


def _put_in_place(target: Target) -> None:
    connections.close_all()
    os.sync()
    settings.DATA.replace(target.data)
    try:
        databases.of(connection).put_in_place(connection, target.database)
    except BaseException:
        target.data.replace(settings.DATA)
        raise
