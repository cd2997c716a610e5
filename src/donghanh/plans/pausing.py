"""Pages of what waits."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.accounts.access import may
from donghanh.accounts.permissions import Permission
from donghanh.accounts.services import as_user
from donghanh.audit.services import origin
from donghanh.plans import desk, selectors, waiting
from donghanh.plans.errors import PlanError
from donghanh.plans.forms import HoldForm
from donghanh.plans.models import Item


@require_GET
def everything(request: HttpRequest) -> HttpResponse:
    """What waits in all plans that the person sees."""
    return render(
        request, "plans/waiting.html", {"page": waiting.listed(request.user, request.GET.get("page"))}
    )


@require_GET
def of_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """What of one plan waits, seems to wait, and waited."""
    plan = selectors.visible(request.user, pk)
    may_write = may(request.user, Permission.WRITE_PLANS, plan.keeper_id, line=plan.line_id)
    context = {
        "plan": plan,
        "holds": waiting.holds_of(plan),
        "proposed": waiting.proposed(plan) if may_write else (),
        "may_write": may_write,
    }
    return render(request, "plans/waiting_of.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def suspend(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Note that an item waits, and for what."""
    user, plan = as_user(request.user), selectors.visible(request.user, pk)
    desk.require_for(user, plan, Permission.WRITE_PLANS)
    found = get_object_or_404(plan.item_set.exclude(kind=Item.Kind.SECTION), pk=item)
    said = waiting.waiting_words(found.note) or waiting.waiting_words(found.text)
    kept = {"reason": said[:500], "since": plan.issued_on or timezone.localdate()}
    form = HoldForm(request.POST if request.method == "POST" else None, initial=kept)
    if form.is_valid():
        try:
            waiting.suspend(user, pk, item, **form.cleaned_data, ip=origin(request))
        except PlanError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, gettext("Noted. It waits until somebody lifts it."))
            return redirect("plans:waiting_of", pk)
    context = {"plan": plan, "item": found, "form": form}
    return render(request, "plans/suspend.html", context, status=400 if form.errors else 200)


@require_POST
def lift(request: HttpRequest, pk: int, hold: int) -> HttpResponse:
    """Note that what waited goes on."""
    try:
        waiting.lift(as_user(request.user), pk, hold, ip=origin(request))
    except PlanError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, gettext("Noted. It goes on."))
    return redirect("plans:waiting_of", pk)
