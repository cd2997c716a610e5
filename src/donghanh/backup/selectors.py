"""What is asked about backups."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from donghanh.backup.models import BackupRun

LATE = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Standing:
    """made: the last whole backup; proven: the last that a trial restore proved; failed: the last run, if it failed."""

    made: BackupRun | None
    proven: BackupRun | None
    failed: BackupRun | None

    @property
    def is_late(self) -> bool:
        """Whether for two days none was made, or none of those made since was proven."""
        since = timezone.now() - LATE
        return any(run is None or run.started_at < since for run in (self.made, self.proven))


def kept() -> QuerySet[BackupRun]:
    """The backups that lie in their folders, newest first."""
    return BackupRun.objects.filter(removed_at=None).exclude(finished_at=None)


def standing() -> Standing:
    last = BackupRun.objects.first()
    return Standing(
        made=kept().first(),
        proven=kept().exclude(proven_at=None).first(),
        failed=last if last and last.failure else None,
    )
