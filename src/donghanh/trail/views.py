"""The auditor's search, and the history of a thing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import number_format
from django.views.decorators.http import require_GET, require_POST

from donghanh.accounts.access import require
from donghanh.accounts.permissions import Permission
from donghanh.audit.services import origin
from donghanh.trail import selectors, services, telling
from donghanh.trail.forms import SearchForm
from donghanh.trail.selectors import MOST_LOOKED_AT, Key

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """Who did what in the units whose auditor the person is."""
    require(request.user, Permission.VIEW_AUDIT)
    form = SearchForm(request.GET)
    context: dict[str, object] = {"form": form, "most": number_format(MOST_LOOKED_AT, force_grouping=True)}
    if form.is_valid():
        context["found"] = selectors.search(request.user, form.asked, _before(request))
    return render(request, "trail/search.html", context)


@require_POST
def excel(request: HttpRequest) -> HttpResponse:
    """What is searched for, as Excel; a POST, since it is entered in the trail itself."""
    require(request.user, Permission.VIEW_AUDIT)
    form = SearchForm(request.POST)
    if not form.is_valid():
        return render(request, "trail/search.html", {"form": form}, status=400)
    made = services.export(request.user, form.asked, ip=origin(request))
    return HttpResponse(
        made, content_type=EXCEL, headers={"Content-Disposition": 'attachment; filename="nhat-ky.xlsx"'}
    )


@require_GET
def thing(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """What was done to one thing, the newest first."""
    found = selectors.history(request.user, kind, key, _before(request))
    context = {"found": found, "thing": telling.thing(kind, key)}
    return render(request, "trail/thing.html", context)


def _before(request: HttpRequest) -> Key | None:
    return Key.parse(request.GET.get("before", ""))
