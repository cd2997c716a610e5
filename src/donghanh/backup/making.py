"""Making a backup, while everything goes on: the database as of one moment, then the files that it names.

A file is stored before the row that names it is committed, and never changed. So the database comes first; then every
file is there, except that one might be swept away whose document was withdrawn since. Sweeping waits while the moment
is chosen and each file gets a second name (a hard link, which takes no room); from then on it may take the first.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from donghanh.backup import archive, databases, keep, services
from donghanh.backup.errors import explained
from donghanh.backup.key import Key, sync_folder
from donghanh.backup.manifest import Manifest
from donghanh.backup.models import BackupRun
from donghanh.backup.working import working_folder
from donghanh.documents import originals

WORK = ".backup"
"""In the folder of files, since a second name needs the same disk."""


def make(folder: Path, key: Key) -> BackupRun:
    """Make a backup in a folder, under its final name only when it is whole and on the disk.

    Raises: BackupError; what there was before is untouched.
    """
    with working_folder(Path(settings.MEDIA_ROOT) / WORK) as work:
        run = services.begin(folder)
        try:
            size = _write(run, key, work)
        except Exception as error:
            told = explained(error, folder)
            with suppress(DatabaseError):  # where one disk is full the database's may be too
                services.fail(run, str(told))
            raise told from error
        services.finish(run, size)
    return run


def _write(run: BackupRun, key: Key, work: Path) -> int:
    folder = Path(run.folder)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in folder.glob(".donghanh-*.arriving"):
        left.unlink()
    arriving = folder / f".{run.name}.arriving"
    try:
        with os.fdopen(os.open(arriving, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            _write_to(file, run, key, work)
            file.flush()
            os.fsync(file.fileno())
            size = file.tell()
        arriving.replace(run.path)
    finally:
        arriving.unlink(missing_ok=True)
    sync_folder(folder)
    return size


def _write_to(file: BinaryIO, run: BackupRun, key: Key, work: Path) -> None:
    engine = databases.of(connection)
    links = work / archive.FILES
    with ExitStack() as stack:
        with originals.kept():
            frozen = stack.enter_context(engine.frozen(connection, work))
            _link(Path(settings.MEDIA_ROOT), links)
        manifest = Manifest.of(
            run=run.pk, made_at=run.started_at, vendor=connection.vendor, contents=frozen.contents()
        )
        archive.write(file, key, manifest, _parts(frozen, links), work)


def _parts(frozen: databases.Frozen, links: Path) -> Iterator[tuple[str, Path]]:
    """Everything that is kept, with its name in the backup."""
    yield archive.DATABASE, frozen.dump()
    for name in settings.BACKUP_SECRETS:
        yield f"{archive.SECRETS}/{name}", settings.DATA / name
    for path in archive.files_below(links):
        yield f"{archive.FILES}/{path.relative_to(links)}", path


def _link(files: Path, links: Path) -> None:
    """Give every file a second name in a folder of the same shape."""
    links.mkdir(mode=0o700)
    for entry in os.scandir(files):
        if entry.is_dir():
            if entry.name != WORK:
                _link(Path(entry), links / entry.name)
        elif not originals.is_passing(entry.name):
            os.link(entry, links / entry.name)


def tidy(folder: Path, rule: keep.Rule) -> None:
    """Remove the backups of a folder that the rule does not keep, and never the last that was proven."""
    runs = BackupRun.objects.filter(folder=str(folder), removed_at=None).exclude(finished_at=None)
    oldest_first = list(runs.order_by("started_at"))
    staying = keep.kept([timezone.localdate(run.started_at) for run in oldest_first], rule)
    proven = [place for place, run in enumerate(oldest_first) if run.proven_at and run.path.exists()]
    for place, run in enumerate(oldest_first):
        if place not in staying | set(proven[-1:]):
            services.remove(run)
