"""The auditor's search, the history of a thing, and erasing what entries about it say."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.accounts.access import may, require
from donghanh.accounts.permissions import Permission
from donghanh.audit.services import origin
from donghanh.organisations import downloads
from donghanh.trail import selectors, services, telling
from donghanh.trail.forms import EraseForm, SearchForm
from donghanh.trail.selectors import MOST_LOOKED_AT, Found, Key


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
    return downloads.excel(made, "nhat-ky.xlsx")


@require_GET
def thing(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """What was done to one thing, the newest first."""
    found = selectors.history(request.user, kind, key, _before(request))
    context = {
        "found": found,
        "thing": telling.thing(kind, key),
        "erase": reverse("trail:erase", args=[kind, key])
        if may(request.user, Permission.ERASE_AUDIT)
        else "",
    }
    return render(request, "trail/thing.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Entries about one thing that lose their words: ticked with a reason, shown, then erased."""
    erasable = selectors.erasable(request.user, kind, key)
    found = selectors.history(request.user, kind, key, _before(request))
    form = EraseForm(erasable, request.POST or None)
    around = {"thing": telling.thing(kind, key), "history": reverse("trail:thing", args=[kind, key])}
    if form.is_valid() and "edit" not in request.POST:
        chosen, reason = form.cleaned_data["entries"], form.cleaned_data["reason"]
        if "confirm" not in request.POST:
            shown = Found(tuple(telling.tell(chosen)), None)
            context = {**around, "found": shown, "reason": reason}
            return render(request, "trail/erase_preview.html", context)
        numbers = [entry.pk for entry in chosen]
        try:
            services.erase(request.user, kind, key, numbers, reason=reason, ip=origin(request))
        except services.NotErasableError as error:
            form.add_error("entries", str(error))
        else:
            messages.success(
                request, gettext("Erased. That it was done, by whom and why stays in the trail.")
            )
            return redirect("trail:thing", kind, key)
    saying = [told.entry.pk for told in found.rows if told.says_something]
    context = {
        **around,
        "form": form,
        "found": found,
        "able": set(erasable.filter(pk__in=saying).values_list("pk", flat=True)),
    }
    return render(request, "trail/erase.html", context, status=400 if form.errors else 200)


def _before(request: HttpRequest) -> Key | None:
    return Key.parse(request.GET.get("before", ""))
