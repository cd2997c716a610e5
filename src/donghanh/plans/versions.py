"""Pages on versions of a plan: its amendment, what that changes, and what a change above means for those below."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.accounts.permissions import Permission
from donghanh.accounts.services import as_user
from donghanh.audit.services import origin
from donghanh.plans import beginning, catching_up, selectors
from donghanh.plans.comparing import Difference, compare
from donghanh.plans.content import content_of
from donghanh.plans.desk import require_for
from donghanh.plans.errors import BegunAlreadyError, PlanError
from donghanh.plans.parts import KINDS, told

PAGE = 100


@require_POST
def amend(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the amendment of a plan that is carried out."""
    selectors.visible(request.user, pk)
    try:
        made = beginning.begin_amendment(as_user(request.user), pk, ip=origin(request))
    except BegunAlreadyError as error:
        messages.info(request, gettext("An amendment is being written already. This is it."))
        return redirect("plans:plan", error.plan)
    except PlanError as error:
        messages.error(request, str(error))
        return redirect("plans:plan", pk)
    messages.success(
        request, gettext("The amendment is a draft now. The plan is carried out until it is issued.")
    )
    return redirect("plans:edit", made.pk)


@require_GET
def changes(request: HttpRequest, pk: int) -> HttpResponse:
    """What an amendment changes in the plan that it replaces, in words."""
    plan = selectors.visible(request.user, pk)
    if plan.amends_id is None:
        messages.info(request, gettext("This plan amends no other, so there is nothing to compare."))
        return redirect("plans:plan", pk)
    before = selectors.visible(request.user, plan.amends_id)
    found = compare(content_of(before, with_shares=False), content_of(plan, with_shares=False))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {"plan": plan, "before": before, "page": page, "rows": _rows(page)}
    return render(request, "plans/changes.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def higher(request: HttpRequest, pk: int) -> HttpResponse:
    """What an amendment of the higher plan changes for this one, to be taken over or left part by part."""
    user, plan = as_user(request.user), selectors.visible(request.user, pk)
    if request.method == "POST":
        require_for(user, plan, Permission.WRITE_PLANS)
        mark, take = request.POST.get("mark", ""), "take" in request.POST
        try:
            catching_up.decide(user, pk, mark, take=take, ip=origin(request))
        except Http404:
            messages.info(request, gettext("Somebody decided this already."))
        except PlanError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, gettext("Noted."))
        return redirect("plans:higher", pk)
    page = Paginator(catching_up.differences(plan), PAGE).get_page(request.GET.get("page"))
    context = {
        "plan": plan,
        "later": catching_up.newest(plan),
        "page": page,
        "rows": _rows(page),
        "may_write": selectors.may_write(user, plan),
    }
    return render(request, "plans/higher.html", context)


def _rows(found: Iterable[Difference]) -> list[dict[str, Any]]:
    """Differences with the names of their parts and values."""
    return [
        {
            "what": each.what,
            "kind": KINDS[each.kind].name,
            "text": each.text,
            "under": each.under,
            "mark": each.mark,
            "fields": [
                {
                    "label": KINDS[each.kind].form.base_fields[field.name].label,
                    "before": told(field.name, field.before, KINDS[each.kind].form),
                    "after": told(field.name, field.after, KINDS[each.kind].form),
                }
                for field in each.fields
            ],
        }
        for each in found
    ]
