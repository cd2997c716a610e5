"""Pages of what a unit has to do."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from donghanh.accounts.access import held, may
from donghanh.accounts.permissions import Permission
from donghanh.accounts.services import as_user
from donghanh.organisations.models import OrgUnit
from donghanh.plans import work
from donghanh.plans.forms import WorkForm


def unit_of(request: HttpRequest, pk: int) -> OrgUnit:
    """A unit whose work the person sees.

    Raises: Http404 for one that is out of her reach, as for one that is not there.
    """
    unit = get_object_or_404(OrgUnit.objects.visible_to(as_user(request.user)), pk=pk)
    if not may(request.user, Permission.VIEW_PLANS, unit):
        raise Http404
    return unit


@require_GET
def own(request: HttpRequest) -> HttpResponse:
    """The work of the unit in which the person works."""
    user = as_user(request.user)
    units = [each.unit_id for each in held(user, Permission.VIEW_PLANS)]
    if not units:
        messages.info(
            request, gettext("You have a role in no unit whose plans you see. Ask your administrator.")
        )
        return redirect("plans:list")
    return redirect("plans:work", user.home_unit_id if user.home_unit_id in units else units[0])


@require_GET
def of_unit(request: HttpRequest, pk: int) -> HttpResponse:
    """What a unit leads, helps with and is asked for; what it is to reach and to report."""
    unit = unit_of(request, pk)
    having = work.of(unit)
    plans = work.plans_of(having)
    form = WorkForm(plans, request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    page, way = request.GET.get("page"), asked.get("way", "")
    context = {
        "unit": unit,
        "form": form,
        "way": way,
        "counts": work.counts(having),
        "may_answer": may(request.user, Permission.WRITE_PLANS, unit),
    }
    if way == "targets":
        context["page"], context["goals"] = work.goals(having, page)
    elif way == "reports":
        context["page"] = work.duties(having, page)
    else:
        context["page"], context["tasks"] = work.tasks(
            having, page, way=way, plan=asked.get("plan"), late=asked.get("late", False)
        )
    return render(request, "plans/work.html", context)
