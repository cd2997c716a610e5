"""Whether the machine's backups can be relied on; for whoever looks after it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from donghanh.accounts.access import require
from donghanh.accounts.permissions import Permission
from donghanh.backup import selectors

LATEST = 30


@require_GET
def backups(request: HttpRequest) -> HttpResponse:
    """When the last backup was made and proven, where it lies, what to do."""
    require(request.user, Permission.RUN_MACHINE)
    context = {
        "standing": selectors.standing(),
        "runs": selectors.kept()[:LATEST],
        "folder": settings.BACKUP_FOLDER,
        "at": settings.BACKUP_AT,
        "rule": settings.BACKUP_KEEP,
    }
    return render(request, "backup/list.html", context)
