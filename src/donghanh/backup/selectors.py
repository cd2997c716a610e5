"""What is asked about backups."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from donghanh.backup.models import BackupRun

LATE = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Standing:
    """made: the last whole backup; proven: the last that a trial restore proved; last: the last attempt."""

    made: BackupRun | None
    proven: BackupRun | None
    last: BackupRun | None

    @property
    def is_late(self) -> bool:
        """Whether there was none, or none proven, for two days."""
        since = timezone.now() - LATE
        return any(run is None or run.started_at < since for run in (self.made, self.proven))


def made() -> QuerySet[BackupRun]:
    """The backups that are kept, newest first."""
    return BackupRun.objects.filter(removed_at=None).exclude(finished_at=None)


def standing() -> Standing:
    return Standing(made().first(), made().exclude(proven_at=None).first(), BackupRun.objects.first())
