"""What is remembered about backups. The files themselves lie in folders and can do without it."""

from pathlib import Path

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class BackupRun(models.Model):
    """One making of a backup: what came of it, and when a trial restore last proved it."""

    started_at = models.DateTimeField(_("started at"), default=timezone.now, editable=False)
    finished_at = models.DateTimeField(_("made"), null=True, editable=False)
    folder = models.CharField(_("folder"), max_length=1000, editable=False)
    name = models.CharField(_("file"), max_length=100, editable=False)
    size = models.BigIntegerField(_("size in bytes"), null=True, editable=False)
    proven_at = models.DateTimeField(_("proven by a trial restore"), null=True, editable=False)
    failure = models.TextField(_("what went wrong last"), blank=True, editable=False)
    removed_at = models.DateTimeField(_("removed by the rule"), null=True, editable=False)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("backup")
        verbose_name_plural = _("backups")

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> Path:
        return Path(self.folder) / self.name
