"""What is written about backups, each act with its audit entry; the program acts by itself, so nobody is asked."""

from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from donghanh.audit.services import RESTORED, record
from donghanh.backup.models import BackupRun


def begin(folder: Path) -> BackupRun:
    """Note that a backup is being made. What is still noted so from before was interrupted."""
    with transaction.atomic():
        left = BackupRun.objects.filter(finished_at=None, failure="")
        for run in left:
            fail(run, gettext("It was broken off: the program or the machine was stopped."))
        run = BackupRun.objects.create(folder=str(folder))
        run.name = f"donghanh-{timezone.localtime(run.started_at):%Y%m%d-%H%M%S}-{run.pk}.backup"
        run.save(update_fields=["name"])
        record("backup_begun", run, actor=None, changes={"name": run.name})
    return run


def finish(run: BackupRun, size: int) -> None:
    """Note that its file lies in its place; size: bytes."""
    run.finished_at, run.size = timezone.now(), size
    with transaction.atomic():
        run.save(update_fields=["finished_at", "size"])
        record("backup_made", run, actor=None, changes={"size": size})


def fail(run: BackupRun, why: str) -> None:
    """Note what went wrong, in making it or in proving it."""
    run.failure = why
    with transaction.atomic():
        run.save(update_fields=["failure"])
        record("backup_failed", run, actor=None, changes={"failure": why})


def prove(run: BackupRun) -> None:
    """Note that a trial restore came through."""
    run.proven_at, run.failure = timezone.now(), ""
    with transaction.atomic():
        run.save(update_fields=["proven_at", "failure"])
        record("backup_proven", run, actor=None)


def remove(run: BackupRun) -> None:
    """Take its file away and note it."""
    run.path.unlink(missing_ok=True)
    run.removed_at = timezone.now()
    with transaction.atomic():
        run.save(update_fields=["removed_at"])
        record("backup_removed", run, actor=None)


def note_restored(number: int, file: Path, made_at: datetime) -> BackupRun:
    """In a restored database: complete the row of the backup that it came from, which this restore has proven."""
    run = BackupRun.objects.get(pk=number)
    run.folder, run.name, run.size = str(file.parent), file.name, file.stat().st_size
    run.finished_at, run.proven_at = made_at, timezone.now()
    with transaction.atomic():
        run.save()
        record(RESTORED, run, actor=None, changes={"name": run.name, "made_at": made_at.isoformat()})
    return run
