"""Pages on which an accepted reading becomes a plan, and its names become units."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.accounts.access import may
from donghanh.accounts.forms import unit_named
from donghanh.accounts.permissions import Permission
from donghanh.accounts.services import as_user
from donghanh.audit.services import origin
from donghanh.documents import selectors as documents
from donghanh.documents.papers import papers_of
from donghanh.organisations.models import OrgUnit
from donghanh.organisations.naming import written
from donghanh.plans import parties as naming
from donghanh.plans import selectors, taking_in
from donghanh.plans.errors import MadeAlreadyError, PlanError
from donghanh.plans.forms import NewForm

MOST_CHOSEN = 50


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, document: int, paper: int) -> HttpResponse:
    """Make a plan of a paper whose reading was accepted."""
    user = as_user(request.user)
    found = documents.visible(user, document)
    if not may(user, Permission.WRITE_PLANS):
        raise PermissionDenied
    read = papers_of(documents.reading_of(found))
    if not 1 <= paper <= len(read):
        raise Http404
    version = found.versions.last()
    if version is None:
        messages.info(request, gettext("Accept the reading first; then it can become a plan."))
        return redirect("documents:detail", document)
    keepers = selectors.keepers(user)
    issuer = taking_in.issuer_of(version, paper, keepers[0][0])
    words = written(OrgUnit.objects.visible_to(user), issuer, timezone.localdate()) if issuer else ""
    form = NewForm(user, request.POST or None, initial={"unit": words})
    if form.is_valid():
        keeper, line = form.kept_by
        try:
            made = taking_in.take_in(
                user,
                version,
                paper,
                unit=form.cleaned_data["unit"],
                keeper=keeper,
                line=line,
                ip=origin(request),
            )
        except MadeAlreadyError as error:
            messages.info(request, str(error))
            return redirect("plans:plan", error.plan)
        messages.success(
            request, gettext("The plan is here. Nothing of it is work for anybody until it is issued.")
        )
        return redirect("plans:parties" if naming.asked(made) else "plans:plan", made.pk)
    context = {"form": form, "document": found, "paper": read[paper - 1]}
    return render(request, "plans/new.html", context)


@require_GET
def parties(request: HttpRequest, pk: int) -> HttpResponse:
    """Whom the plan names: what is to be asked, and what was found."""
    plan = selectors.visible(request.user, pk)
    may_write = selectors.may_write(request.user, plan)
    context = {
        "plan": plan,
        "asked": naming.asked(plan),
        "settled": selectors.settled(plan),
        "may_write": may_write,
    }
    return render(request, "plans/parties.html", context)


@require_POST
def settle(request: HttpRequest, pk: int, party: int) -> HttpResponse:
    """Say whom a party means: units that were offered or typed, or nobody of the program."""
    user, ip = as_user(request.user), origin(request)
    selectors.visible(user, pk)
    try:
        if "outside" in request.POST:
            naming.leave_out(user, pk, party, ip=ip)
        else:
            naming.choose(user, pk, party, _chosen(request), ip=ip)
    except forms.ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except PlanError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, gettext("Noted."))
    return redirect("plans:parties", pk)


def _chosen(request: HttpRequest) -> list[OrgUnit]:
    """The units that were ticked, and the one that was typed.

    Raises: ValidationError.
    """
    user = as_user(request.user)
    ticked = [
        int(each)
        for each in request.POST.getlist("unit")[:MOST_CHOSEN]
        if each.isascii() and each.isdecimal()
    ]
    known = [number for number in ticked if number < 2**31]
    chosen = list(OrgUnit.objects.visible_to(user).filter(pk__in=known))
    if words := request.POST.get("words", "").strip():
        chosen.append(unit_named(words, user))
    return chosen
