"""Pages on which a unit answers what it is asked, and on which who asked sees the answers."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.accounts.access import may, require
from donghanh.accounts.permissions import Permission
from donghanh.accounts.services import as_user
from donghanh.audit.services import origin
from donghanh.plans import answering, selectors
from donghanh.plans.errors import PlanError
from donghanh.plans.forms import AnswerForm
from donghanh.plans.models import Answer, Assignment, Plan
from donghanh.plans.working import unit_of


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pk: int, assignment: int) -> HttpResponse:
    """A unit accepts, declines or proposes a change."""
    user, unit = as_user(request.user), unit_of(request, pk)
    require(user, Permission.WRITE_PLANS, unit)
    asked = answering.asked_of(unit, assignment)
    last = answering.answer_of(unit, asked)
    form = AnswerForm(request.POST if request.method == "POST" else None, last)
    if form.is_valid():
        try:
            answering.answer(user, unit, assignment, **form.cleaned_data, ip=origin(request))
        except PlanError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, gettext("The answer is kept. Who asked sees it."))
            return redirect("plans:work", pk)
    context = {"unit": unit, "asked": asked, "last": last, "form": form}
    return render(request, "plans/answer.html", context, status=400 if form.errors else 200)


def _asking(request: HttpRequest, pk: int) -> Plan:
    """A plan whose answers the person sees: those of the unit that keeps it, and those above.

    Raises: Http404.
    """
    plan = selectors.visible(request.user, pk)
    if not may(request.user, Permission.VIEW_PLANS, plan.keeper_id):
        raise Http404
    return plan


@require_GET
def answers(request: HttpRequest, pk: int) -> HttpResponse:
    """What a plan asks of units, and how many of them said what."""
    plan = _asking(request, pk)
    page, asked = answering.asked_by(plan, request.GET.get("page"))
    return render(request, "plans/answers.html", {"plan": plan, "page": page, "asked": asked})


@require_GET
def answers_to(request: HttpRequest, pk: int, assignment: int) -> HttpResponse:
    """Which unit said what to one thing."""
    plan = _asking(request, pk)
    wished = Assignment.objects.filter(item__plan=plan, is_asked=True).select_related("item", "party")
    one = get_object_or_404(wished, pk=assignment)
    said = request.GET.get("said", "")
    kinds = [*Answer.Said.choices, (answering.WAITING, gettext("Not answered yet"))]
    page, rows = answering.said_to(one, request.GET.get("page"), said if said in dict(kinds) else "")
    counted = answering.counted(one)
    context = {
        "plan": plan,
        "asked": counted,
        "said": said,
        "kinds": [(key, words, counted.said[key]) for key, words in kinds],
        "page": page,
        "rows": rows,
    }
    return render(request, "plans/answers_to.html", context)
