"""The page on which a work breakdown is brought into a plan."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.accounts.permissions import Permission
from donghanh.accounts.services import as_user
from donghanh.audit.services import origin
from donghanh.organisations.downloads import excel
from donghanh.organisations.errors import UnitError
from donghanh.plans import breakdown, selectors
from donghanh.plans.desk import require_for
from donghanh.plans.errors import PlanError
from donghanh.reading.errors import UnreadableFile

MOST_BYTES = 5 * 1024 * 1024


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a list in; every wrong row is named and nothing taken."""
    user, plan = as_user(request.user), selectors.visible(request.user, pk)
    require_for(user, plan, Permission.WRITE_PLANS)
    errors: list[str] = []
    if request.method == "POST":
        file = request.FILES.get("file")
        try:
            if file is None or (file.size or 0) > MOST_BYTES:
                raise breakdown.WrongRowsError([gettext("Choose an Excel file of at most 5 MB.")])
            count = breakdown.bring(user, pk, breakdown.read(file.read()), ip=origin(request))
        except breakdown.WrongRowsError as error:
            errors = list(error.errors)
        except (PlanError, UnitError, UnreadableFile) as error:
            errors = [str(error)]
        else:
            messages.success(request, gettext("%(count)d rows are in the plan now.") % {"count": count})
            return redirect("plans:edit", pk)
    context = {"plan": plan, "errors": errors}
    return render(request, "plans/bring.html", context, status=400 if errors else 200)


@require_GET
def template(request: HttpRequest) -> HttpResponse:
    return excel(breakdown.template(), f"{gettext('work breakdown')}.xlsx")
