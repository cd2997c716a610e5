"""Pages of plans."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from donghanh.accounts.access import may
from donghanh.accounts.permissions import Permission
from donghanh.accounts.services import as_user
from donghanh.audit.services import origin
from donghanh.plans import net, opening, selectors
from donghanh.plans.form import layout_of
from donghanh.plans.forms import SearchForm
from donghanh.plans.life import life_of
from donghanh.plans.lower import lower_of

PAGE = 50


@require_GET
def plan_list(request: HttpRequest) -> HttpResponse:
    """The plans of the person's units, and those that came to them."""
    form = SearchForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    found = selectors.listed(request.user, words=asked.get("q", ""), state=asked.get("state", ""))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "may_write": may(request.user, Permission.WRITE_PLANS)}
    return render(request, "plans/list.html", context)


@require_GET
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """One plan: what is to be done and by whom, what is to be reached, what is to be reported."""
    found = selectors.visible(request.user, pk)
    opening.note(as_user(request.user), found, ip=origin(request))
    context = {
        "plan": found,
        "rows": selectors.rows_of(found, request.GET.get("page")),
        "may_write": selectors.may_write(request.user, found),
        "net": net.around(request.user, found),
        "may_hold": may(request.user, Permission.WRITE_PLANS, found.keeper_id, line=found.line_id),
        "keeps": may(request.user, Permission.VIEW_PLANS, found.keeper_id),
        "may_copy": selectors.may_copy(request.user, found),
        "lower": lower_of(request.user, found),
        "other_layout": "state" if layout_of(found.unit) == "mass" else "mass",
        "life": life_of(request.user, found),
    }
    return render(request, "plans/plan.html", context)
