"""The page of a target: what it asks for, how it is shared out, what it counts."""

from collections.abc import Mapping
from decimal import Decimal

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.accounts.permissions import Permission
from donghanh.accounts.services import as_user
from donghanh.audit.services import origin
from donghanh.organisations.downloads import excel
from donghanh.organisations.errors import UnitError
from donghanh.organisations.models import OrgUnit
from donghanh.organisations.tree import OrgUnitQuerySet
from donghanh.plans import indicators, selectors, sharing, sharing_sheets
from donghanh.plans.desk import require_for
from donghanh.plans.errors import PlanError
from donghanh.plans.models import PartyUnit, Plan, Target
from donghanh.reading.errors import UnreadableFile

PAGE = 100
MOST_BYTES = 5 * 1024 * 1024


@require_http_methods(["GET", "HEAD", "POST"])
def target(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One target; shares are typed in beside their units."""
    plan, found = _of(request, pk, number)
    typed: Mapping[int, str] = {}
    error = ""
    page = Paginator(_units(plan, found).order_by("name", "pk"), PAGE).get_page(request.GET.get("page"))
    if request.method == "POST":
        typed = {unit.pk: request.POST.get(f"share-{unit.pk}", "").strip()[:40] for unit in page}
        try:
            wanted = {unit: _quantity(said) for unit, said in typed.items()}
            seen = {unit: _quantity(request.POST.get(f"seen-{unit}", "")) for unit in typed}
            sharing.put(as_user(request.user), pk, number, wanted, seen, ip=origin(request))
        except (PlanError, UnitError) as refused:
            error = str(refused)
        else:
            messages.success(request, gettext("Noted."))
            return redirect(request.get_full_path())
    shares = sharing.shares_by_unit(found)
    rows = []
    for unit in page:
        now = sharing.figure(shares[unit.pk].quantity) if unit.pk in shares else ""
        rows.append((unit, now, typed.get(unit.pk, now)))
    context = {
        "plan": plan,
        "target": found,
        "balance": sharing.balance(found),
        "page": page,
        "rows": rows,
        "error": error,
        "sets": plan.parties.annotate(count=Count("units")).filter(count__gt=1),
        "may_write": selectors.may_write(request.user, plan),
        "suggested": indicators.suggested(plan, found) if found.indicator_id is None else (),
    }
    return render(request, "plans/target.html", context, status=400 if error else 200)


@require_POST
def share_out(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Share a target out evenly among the units of a party."""
    _of(request, pk, number)
    party = _number(request.POST.get("party", ""))
    try:
        sharing.share_evenly(as_user(request.user), pk, number, party, ip=origin(request))
    except PlanError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, gettext("Shared out. Look whether the shares are as they should be."))
    return redirect("plans:target", pk, number)


@require_GET
def sheet(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The shares as a list to be filled in."""
    plan, found = _of(request, pk, number)
    units = _units(plan, found).order_by("name", "pk")
    name = gettext("shares of a target")
    return excel(sharing_sheets.sheet_of(plan, found, units), f"{name}.xlsx")


@require_POST
def take_sheet(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Shares from a list; of units that stand in no row nothing changes."""
    plan, found = _of(request, pk, number)
    file = request.FILES.get("file")
    try:
        if file is None or (file.size or 0) > MOST_BYTES:
            raise sharing_sheets.WrongRowsError([gettext("Choose an Excel file of at most 5 MB.")])
        wanted = sharing_sheets.read_shares(file.read(), plan)
        seen = {unit: share.quantity for unit, share in sharing.shares_by_unit(found).items()}
        sharing.put(as_user(request.user), pk, number, wanted, seen, ip=origin(request))
    except (PlanError, UnitError, UnreadableFile) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, gettext("The shares were taken from the list."))
    return redirect("plans:target", pk, number)


@require_POST
def indicator(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Say what a target counts: one of the indicators that are known, or a new one."""
    _of(request, pk, number)
    user, chosen = as_user(request.user), request.POST.get("indicator", "")
    try:
        if chosen:
            indicators.choose(user, pk, number, _number(chosen), ip=origin(request))
        else:
            indicators.name_new(user, pk, number, request.POST.get("name", ""), ip=origin(request))
    except PlanError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, gettext("Noted."))
    return redirect("plans:target", pk, number)


def _of(request: HttpRequest, pk: int, number: int) -> tuple[Plan, Target]:
    """Raises: Http404; PermissionDenied for an act of whoever does not write the plan, before anything of it is read."""
    plan = selectors.visible(request.user, pk)
    if request.method == "POST":
        require_for(as_user(request.user), plan, Permission.WRITE_PLANS)
    return plan, get_object_or_404(plan.target_set.select_related("indicator", "each"), pk=number)


def _units(plan: Plan, found: Target) -> OrgUnitQuerySet:
    """Who may have a share: whom the plan names by words for many, and who has one already."""
    many = plan.parties.order_by().annotate(count=Count("units")).filter(count__gt=1).values("pk")
    named = PartyUnit.objects.filter(party__in=many).order_by().values("unit")
    having = PartyUnit.objects.filter(party__shares__target=found).order_by().values("unit")
    return OrgUnit.objects.filter(pk__in=named.union(having))


def _quantity(said: str) -> Decimal | None:
    """Raises: NoNumberError."""
    return sharing_sheets.parsed(said) if said.strip() else None


def _number(said: str) -> int:
    """Raises: Http404 for what is no number of a row."""
    if not (said.isascii() and said.isdecimal() and len(said) < 12):
        raise Http404
    return int(said)
