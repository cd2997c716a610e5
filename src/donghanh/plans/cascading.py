"""Pages on which a plan reaches those below: the draft that it means for a unit, and who has made a plan of it."""

import tempfile
import zipfile

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.accounts.access import may
from donghanh.accounts.permissions import Permission
from donghanh.accounts.services import as_user
from donghanh.audit.services import origin
from donghanh.documents.downloads import CONTENT_TYPES
from donghanh.organisations.downloads import attached
from donghanh.organisations.models import OrgUnit
from donghanh.plans import beginning, cascade, lower, selectors
from donghanh.plans.cascade import Derived
from donghanh.plans.downloads import as_paper, file_name
from donghanh.plans.errors import BegunAlreadyError, PlanError
from donghanh.plans.form import layout_of, word_of
from donghanh.plans.models import IN_FORCE, Plan

PAGE = 50
MOST_DRAFTS = 300
"""Papers that are put into one file while somebody waits; each takes some hundredths of a second."""


@require_http_methods(["GET", "HEAD", "POST"])
def derived(request: HttpRequest, pk: int, unit: int) -> HttpResponse:
    """What a plan in force means for one unit: a draft to read, to take away, or to begin with."""
    user = as_user(request.user)
    plan, of = _plan_and_unit(request, pk, unit)
    if request.method == "POST":
        return _begin(request, plan, of)
    try:
        draft = cascade.derive(plan, of)
    except PlanError as error:
        messages.info(request, str(error))
        return redirect("plans:plan", plan.pk)
    context = {
        "plan": plan,
        "draft": draft,
        "unit": of,
        "page": Paginator(draft.content.works, selectors.ITEMS).get_page(request.GET.get("page")),
        "there": beginning.below_of(plan, of),
        "may_begin": beginning.may_begin(user, plan, of),
    }
    return render(request, "plans/derived.html", context)


def _begin(request: HttpRequest, plan: Plan, of: OrgUnit) -> HttpResponse:
    try:
        made = beginning.begin_below(as_user(request.user), plan.pk, of.pk, ip=origin(request))
    except BegunAlreadyError as error:
        messages.info(request, str(error))
        return redirect("plans:plan", error.plan)
    except PlanError as error:
        messages.error(request, str(error))
        return redirect("plans:plan", plan.pk)
    messages.success(request, gettext("The draft is the unit's now. Change what is otherwise there."))
    return redirect("plans:plan", made.pk)


@require_GET
def derived_paper(request: HttpRequest, pk: int, unit: int) -> HttpResponse:
    """The draft as Word, without anything being stored."""
    plan, of = _plan_and_unit(request, pk, unit)
    try:
        return as_paper(request, cascade.derive(plan, of).content, of)
    except PlanError as error:
        messages.info(request, str(error))
        return redirect("plans:plan", plan.pk)


def _plan_and_unit(request: HttpRequest, pk: int, unit: int) -> tuple[Plan, OrgUnit]:
    """A plan that the person sees, and a unit whose plans she sees."""
    plan = selectors.visible(request.user, pk)
    of = get_object_or_404(OrgUnit.objects.visible_to(request.user).select_related("place"), pk=unit)
    if not may(request.user, Permission.VIEW_PLANS, of):
        raise Http404
    return plan, of


@require_GET
def below(request: HttpRequest, pk: int) -> HttpResponse:
    """Those below whom a plan names, and how far each has come with its own."""
    plan = selectors.visible(request.user, pk)
    come = request.GET.get("come", "")
    counts = lower.counts(request.user, plan)
    page = Paginator(lower.named(request.user, plan, come), PAGE).get_page(request.GET.get("page"))
    context = {
        "plan": plan,
        "counts": counts,
        "come": come,
        "page": page,
        "rows": lower.with_plans(plan, list(page)),
        "is_in_force": plan.state in IN_FORCE,
        "too_many": counts.all > MOST_DRAFTS,
        "most": MOST_DRAFTS,
    }
    return render(request, "plans/below.html", context)


@require_GET
def drafts(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The drafts of all below as one .zip of Word files."""
    plan = selectors.visible(request.user, pk)
    if not may(request.user, Permission.VIEW_PLANS):
        raise PermissionDenied
    units = list(lower.named(request.user, plan).select_related("place")[: MOST_DRAFTS + 1])
    if not units or len(units) > MOST_DRAFTS or plan.state not in IN_FORCE:
        messages.info(
            request,
            gettext(
                "Drafts are handed out together for a plan that is carried out and %(most)d units at most. Take them one by "
                "one from this list."
            )
            % {"most": MOST_DRAFTS},
        )
        return redirect("plans:below", plan.pk)
    packed = tempfile.SpooledTemporaryFile(max_size=8 * 1024 * 1024)  # noqa: SIM115 (the response closes it)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for draft in cascade.derive_each(plan, units):
            archive.writestr(_name_in_zip(draft), word_of(draft.content, layout_of(draft.unit)))
    packed.seek(0)
    response = FileResponse(packed, content_type=CONTENT_TYPES["zip"])
    return attached(response, f"Ke_hoach_cap_duoi_{plan.pk}.zip")


def _name_in_zip(draft: Derived) -> str:
    """Two communes may be called alike; their numbers tell them apart."""
    return f"{draft.unit.pk}_{file_name(draft.content, draft.unit)}"
