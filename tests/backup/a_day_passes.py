"""Turns the clock of what is remembered about backups back by a day."""

from datetime import timedelta

from django.db.models import F

from donghanh.backup.models import BackupRun

BackupRun.objects.update(started_at=F("started_at") - timedelta(days=1))
