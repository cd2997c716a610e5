"""What is asked about backups."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from donghanh.backup.models import BackupRun

LATE = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Standing:
    """made: the last whole backup; proven: the last that a trial restore proved; failed: the last run, if it failed.

    is_late: for two days none was made, or of those that were made none was proven.
    """

    made: BackupRun | None
    proven: BackupRun | None
    failed: BackupRun | None
    is_late: bool


def kept() -> QuerySet[BackupRun]:
    """The backups that lie in their folders, newest first."""
    return BackupRun.objects.filter(removed_at=None).exclude(finished_at=None)


def standing() -> Standing:
    made, last = kept().first(), BackupRun.objects.first()
    proven = kept().exclude(proven_at=None).first()
    to_be_young = (made, proven or kept().last())  # the first of all has two days to be proven
    since = timezone.now() - LATE
    return Standing(
        made,
        proven,
        failed=last if last and last.failure else None,
        is_late=any(run is None or run.started_at < since for run in to_be_young),
    )
