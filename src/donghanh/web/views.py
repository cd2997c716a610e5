"""Home and help."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from donghanh.accounts.access import may
from donghanh.accounts.permissions import Permission
from donghanh.backup.selectors import standing
from donghanh.documents import selectors


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """What to do first."""
    context: dict[str, object] = {"overview": selectors.overview(request.user)}
    if may(request.user, Permission.RUN_MACHINE):
        context["backups"] = standing()
    return render(request, "web/home.html", context)


@require_GET
@login_not_required
def help_page(request: HttpRequest) -> HttpResponse:
    """How reading works, in plain words."""
    return render(request, "web/help.html")
