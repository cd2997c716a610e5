"""Changes of units on pages: asked for, shown in full, confirmed; and what was changed, with the way back."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.accounts.access import within
from donghanh.accounts.permissions import Permission
from donghanh.accounts.services import as_user
from donghanh.administration import pages, rights, services
from donghanh.administration.forms import FORMS
from donghanh.administration.pages import Above
from donghanh.audit.models import Entry
from donghanh.audit.services import origin
from donghanh.organisations import ordering, selectors
from donghanh.organisations.errors import UnitError
from donghanh.organisations.models import Line, OrgUnit, Reorganisation
from donghanh.organisations.orders import OrdersError, Verb

PAGE = 50


@require_GET
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """What can be done with a unit, line by line where the person looks after it in several."""
    unit = selectors.visible(request.user, pk)
    is_there = unit.holds_on(timezone.localdate())
    acts = [(act, form) for act, form in FORMS.items() if (form.verb == Verb.REVIVE) != is_there]
    lines = [
        (line, [(act, form.title) for act, form in acts if form.verb in rights.IN_A_LINE or is_own])
        for line, is_own in rights.require(request.user, unit)
    ]
    return render(request, "administration/choose.html", {"unit": unit, "lines": lines})


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """One change of a unit: filled in, shown in full, then carried out."""
    unit = selectors.visible(request.user, pk)
    lines = rights.require(request.user, unit)
    if act not in FORMS:
        raise Http404
    asked = request.GET.get("line")
    fitting = [
        line
        for line, is_own in lines
        if asked in (None, line.code) and (is_own or FORMS[act].verb in rights.IN_A_LINE)
    ]
    if len(fitting) > 1:
        return redirect("administration:choose", unit.pk)
    if not fitting:
        raise Http404
    form = FORMS[act](unit, fitting[0], timezone.localdate(), request.POST or None)
    if not form.is_valid() or "edit" in request.POST:
        return pages.form(request, form, *_around(unit))
    user, orders, shown = as_user(request.user), form.orders(), request.POST.get("confirm")
    try:
        if shown is None:
            outcome = services.preview(user, orders, form.line)
            return pages.preview(request, form, outcome, *_around(unit))
        made = services.reorganise(user, orders, form.line, unit=unit, shown=shown, ip=origin(request))
    except ordering.StaleError as error:
        done = _hers(ordering.done_since(shown or ""), request, form.line)
        return pages.preview(request, form, error.outcome, *_around(unit), stale=str(error), done=done)
    except OrdersError as error:
        form.add_error(None, [fault.error for fault in error.faults])
    except services.NotYoursError as error:
        form.add_error(None, str(error))
    else:
        messages.success(request, gettext("Done. It can be undone while nothing new hangs on it."))
        return redirect("administration:reorganisation", made.pk)
    return pages.form(request, form, *_around(unit))


@require_POST
def note_name(request: HttpRequest, pk: int) -> HttpResponse:
    """Another way in which papers write a unit's name."""
    unit, name = selectors.visible(request.user, pk), request.POST.get("name", "")
    try:
        if services.note_name(as_user(request.user), unit, name, ip=origin(request)):
            messages.success(request, gettext("Noted. The unit is found by this name too."))
        else:
            messages.info(request, gettext("This name is known already."))
    except UnitError as error:
        messages.error(request, str(error))
    return redirect("organisations:unit", unit.pk)


def _around(unit: OrgUnit) -> tuple[Above, str]:
    """The pages above those on which a unit is changed, and its name."""
    above = (
        (reverse("organisations:unit", args=[unit.pk]), unit.name),
        (reverse("administration:choose", args=[unit.pk]), gettext("Change")),
    )
    return above, unit.name


def _hers(done: Iterable[Entry], request: HttpRequest, line: Line) -> list[Entry]:
    """What was done in units that the person may change; one query."""
    entries = [entry for entry in done if entry.unit_id is not None]
    found = OrgUnit.objects.filter(
        within(request.user, Permission.REORGANISE_UNITS, "pk", line=line),
        pk__in={entry.unit_id for entry in entries},
    )
    hers = set(found.values_list("pk", flat=True))
    return [entry for entry in entries if entry.unit_id in hers]


@require_GET
def reorganisations(request: HttpRequest) -> HttpResponse:
    """What was changed in units that are the person's, the last first."""
    if not rights.may_reorganise(request.user):
        raise PermissionDenied
    page = Paginator(_visible(request), PAGE).get_page(request.GET.get("page"))
    return render(request, "administration/list.html", {"page": page})


@require_GET
def reorganisation(request: HttpRequest, pk: int) -> HttpResponse:
    """One reorganisation in full, with the way back where the person may go it."""
    made, user = get_object_or_404(_visible(request), pk=pk), as_user(request.user)
    # Those of the whole country are everybody's to see, but not the names of the people whose roles went along.
    is_hers = made.unit is not None or services.may_build(user)
    context = {
        "made": made,
        "outcome": made.outcome if is_hers else {**made.outcome, "followed": []},
        "may_undo": made.undone_at is None and services.may_undo(user, made),
    }
    return render(request, "administration/reorganisation.html", context)


@require_POST
def undo_reorganisation(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        services.undo(as_user(request.user), pk, ip=origin(request))
    except UnitError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, gettext("Undone: every unit is as it was before."))
    return redirect("administration:reorganisation", pk)


def _visible(request: HttpRequest) -> QuerySet[Reorganisation]:
    return Reorganisation.objects.visible_to(request.user).select_related("actor", "undone_by", "line")
