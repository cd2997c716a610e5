"""Changes of units on pages: asked for, shown in full, confirmed; and what was changed, with the way back."""

from collections.abc import Iterable, Sequence

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
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
from donghanh.administration.forms import FORMS, ChangeForm
from donghanh.administration.pages import Above
from donghanh.audit.services import origin
from donghanh.organisations import ordering, selectors
from donghanh.organisations.errors import UnitError
from donghanh.organisations.models import OrgUnit, Reorganisation
from donghanh.organisations.orders import Order, OrdersError, Verb, named
from donghanh.organisations.undoing import undo

PAGE = 50


def _unit(request: HttpRequest, pk: int) -> OrgUnit:
    """A unit that the person may change.

    Raises: Http404, PermissionDenied.
    """
    unit = selectors.visible(request.user, pk)
    rights.require(request.user, unit)
    return unit


@require_GET
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """What can be done with a unit."""
    unit = _unit(request, pk)
    is_there = unit.holds_on(timezone.localdate())
    forms = [(act, form.title) for act, form in FORMS.items() if (form.verb == Verb.REVIVE) != is_there]
    return render(request, "administration/choose.html", {"unit": unit, "forms": forms})


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """One change of a unit: filled in, shown in full, then carried out."""
    unit = _unit(request, pk)
    line = rights.line_of(unit)
    if act not in FORMS or line is None:
        raise Http404
    form = FORMS[act](unit, line, timezone.localdate(), request.POST or None)
    if not form.is_valid() or "edit" in request.POST:
        return pages.form(request, form, *_around(form.unit))
    orders = form.orders()
    # What is named on the form, besides the unit of the page, must be hers too.
    others = OrgUnit.objects.filter(pk__in=named(orders) - {unit.pk})
    if not all(rights.may_reorganise(request.user, other) for other in others):
        form.add_error(
            None, gettext("You may only change units that are yours. Ask the administrator above you.")
        )
        return pages.form(request, form, *_around(form.unit))
    try:
        if "confirm" in request.POST:
            return _carry_out(request, form, orders)
        shown = ordering.preview(orders, line)
    except ordering.StaleError as error:
        done = [entry for entry in ordering.done_since(request.POST["confirm"]) if entry.unit_id is not None]
        hers = _hers({entry.unit_id for entry in done if entry.unit_id is not None}, request)
        return pages.preview(
            request,
            form,
            error.outcome,
            *_around(form.unit),
            stale=str(error),
            done=[entry for entry in done if entry.unit_id in hers],
        )
    except OrdersError as error:
        for fault in error.faults:
            form.add_error(None, fault.error)
        return pages.form(request, form, *_around(form.unit))
    return pages.preview(request, form, shown, *_around(form.unit))


def _around(unit: OrgUnit) -> tuple[Above, str]:
    """The pages above those on which a unit is changed, and its name."""
    above = (
        (reverse("organisations:unit", args=[unit.pk]), unit.name),
        (reverse("administration:choose", args=[unit.pk]), gettext("Change")),
    )
    return above, unit.name


def _hers(numbers: Iterable[int], request: HttpRequest) -> set[int]:
    """Which of some units the person may change; one query."""
    found = OrgUnit.objects.filter(
        within(request.user, Permission.REORGANISE_UNITS, "pk"), pk__in=list(numbers)
    )
    return set(found.values_list("pk", flat=True))


def _carry_out(request: HttpRequest, form: ChangeForm, orders: Sequence[Order]) -> HttpResponse:
    made = ordering.apply(
        request.user,  # type: ignore[arg-type]  # whoever may is signed in
        orders,
        form.line,
        shown=request.POST["confirm"],
        unit=form.unit,
        ip=origin(request),
    )
    messages.success(request, gettext("Done. It can be undone while nothing new hangs on it."))
    return redirect("administration:reorganisation", made.pk)


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
    made = get_object_or_404(_visible(request), pk=pk)
    # Those of the whole country are everybody's to see, but not the names of the people whose roles went along.
    is_hers = made.unit is not None or services.may_build(as_user(request.user))
    context = {
        "made": made,
        "outcome": made.outcome if is_hers else {**made.outcome, "followed": []},
        "may_undo": made.undone_at is None and _may_undo(request, made),
    }
    return render(request, "administration/reorganisation.html", context)


@require_POST
def undo_reorganisation(request: HttpRequest, pk: int) -> HttpResponse:
    made = get_object_or_404(_visible(request), pk=pk)
    if not _may_undo(request, made):
        raise PermissionDenied
    try:
        undo(request.user, made.pk, ip=origin(request))  # type: ignore[arg-type]  # whoever may is signed in
    except UnitError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, gettext("Undone: every unit is as it was before."))
    return redirect("administration:reorganisation", made.pk)


def _visible(request: HttpRequest) -> QuerySet[Reorganisation]:
    """Those on the pages of her units, and those of the whole country."""
    if not rights.may_reorganise(request.user):
        return Reorganisation.objects.none()
    hers = within(request.user, Permission.REORGANISE_UNITS)
    return Reorganisation.objects.filter(hers | Q(unit=None)).select_related("actor", "undone_by")


def _may_undo(request: HttpRequest, made: Reorganisation) -> bool:
    """Whether all units that were named are hers, the country for places; what came from no page is undone on the
    machine."""
    if made.unit is None:
        return made.actor_id is not None and services.may_build(as_user(request.user))
    return _hers(made.units, request) >= set(made.units)
