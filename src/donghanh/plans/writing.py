"""Pages on which a plan is written by hand: begun, and its parts changed, added, removed, moved."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.accounts.access import may
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.accounts.services import as_user
from donghanh.audit.services import origin
from donghanh.plans import beginning, editing, selectors
from donghanh.plans.desk import require_for
from donghanh.plans.errors import ChangedMeanwhileError, PlanError
from donghanh.plans.forms import BlankForm, YearsForm
from donghanh.plans.models import Item, Party, Plan
from donghanh.plans.parts import KINDS, Kind, PartForm, told, values_of


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin a plan from nothing."""
    user = as_user(request.user)
    if not may(user, Permission.WRITE_PLANS):
        raise PermissionDenied
    form = BlankForm(user, request.POST or None)
    if form.is_valid():
        keeper, line = form.kept_by
        made = beginning.begin_new(
            user,
            form.cleaned_data["title"],
            keeper,
            line,
            starts=form.starts_on,
            ends=form.ends_on,
            ip=origin(request),
        )
        return redirect("plans:edit", made.pk)
    return render(request, "plans/blank.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a plan from an earlier one of the same unit."""
    user = as_user(request.user)
    plan = selectors.visible(user, pk)
    require_for(user, plan, Permission.WRITE_PLANS)
    form = YearsForm(request.POST or None)
    if form.is_valid():
        try:
            made = beginning.begin_again(user, pk, form.cleaned_data["years"], ip=origin(request))
        except PlanError as error:
            messages.error(request, str(error))
            return redirect("plans:plan", pk)
        messages.success(request, gettext("The plan is here with its days moved. Look through it."))
        return redirect("plans:edit", made.pk)
    return render(request, "plans/again.html", {"form": form, "plan": plan})


@require_GET
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """All parts of a plan that may be written, each with what can be done with it."""
    user, plan = as_user(request.user), selectors.visible(request.user, pk)
    require_for(user, plan, Permission.WRITE_PLANS)
    if not plan.may_be_written:
        messages.info(request, gettext("The plan is past being written. Amend it to change it."))
        return redirect("plans:plan", pk)
    context = {"plan": plan, "rows": selectors.rows_of(plan, request.GET.get("page")), "kinds": KINDS}
    return render(request, "plans/edit.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """Add a part; ?under= a heading."""
    user, plan, kind = _at(request, pk, part)
    asked = request.POST.get("under") or request.GET.get("under") or ""
    heading = _heading(plan, asked)
    form = kind.form(request.POST or None)
    if form.is_valid():

        def act() -> None:
            editing.add(user, pk, kind, form.typed, under=heading.pk if heading else None, ip=origin(request))

        return _done(request, plan, act)
    return _shown(request, plan, kind, form, under=heading)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int, part: str, number: int) -> HttpResponse:
    """Change a part. Where somebody else changed the same meanwhile, both are shown and nothing is lost."""
    user, plan, kind = _at(request, pk, part)
    row = editing.part_of(plan, kind, number)
    form = kind.form(request.POST or None, now=values_of(kind, row))
    clashes: list[dict[str, Any]] = []
    if form.is_valid():

        def act() -> None:
            editing.change(user, pk, kind, number, was=form.was, typed=form.typed, ip=origin(request))

        try:
            return _done(request, plan, act)
        except ChangedMeanwhileError as error:
            form.show_now(error.now)
            clashes = [
                {
                    "label": kind.form.base_fields[each.field].label,
                    "theirs": told(each.field, each.theirs, kind.form),
                    "mine": told(each.field, each.mine, kind.form),
                }
                for each in error.clashes
            ]
    return _shown(request, plan, kind, form, row=row, clashes=clashes)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, pk: int, part: str, number: int) -> HttpResponse:
    """Remove a part, after it was shown once more."""
    user, plan, kind = _at(request, pk, part)
    row = editing.part_of(plan, kind, number)
    if request.method == "POST":
        return _done(request, plan, lambda: editing.remove(user, pk, kind, number, ip=origin(request)))
    return render(request, "plans/remove.html", {"plan": plan, "kind": kind, "row": row})


@require_POST
def move(request: HttpRequest, pk: int, part: str, number: int) -> HttpResponse:
    """Move a part one place up or down."""
    user, plan, kind = _at(request, pk, part)
    down = "down" in request.POST
    return _done(request, plan, lambda: editing.move(user, pk, kind, number, down=down, ip=origin(request)))


def _at(request: HttpRequest, pk: int, part: str) -> tuple[User, Plan, Kind]:
    user, plan = as_user(request.user), selectors.visible(request.user, pk)
    require_for(user, plan, Permission.WRITE_PLANS)
    if part not in KINDS:
        raise Http404
    return user, plan, KINDS[part]


def _heading(plan: Plan, number: str) -> Item | None:
    if not (number.isascii() and number.isdecimal() and len(number) < 10):
        return None
    return get_object_or_404(plan.item_set, pk=int(number), kind=Item.Kind.SECTION)


def _done(request: HttpRequest, plan: Plan, act: Callable[[], object]) -> HttpResponse:
    """Do it, and go back to the list; to who is meant, where that became a question."""
    before = _open(plan)
    try:
        act()
    except ChangedMeanwhileError:
        raise
    except PlanError as error:
        messages.error(request, str(error))
    else:
        if _open(plan) > before:
            messages.info(request, gettext("Of a name it is to be said who is meant."))
            return redirect("plans:parties", plan.pk)
        messages.success(request, gettext("Noted."))
    return redirect("plans:edit", plan.pk)


def _open(plan: Plan) -> int:
    return plan.parties.filter(settled=Party.Settled.OPEN).count()


def _shown(request: HttpRequest, plan: Plan, kind: Kind, form: PartForm, **more: Any) -> HttpResponse:
    status = 409 if more.get("clashes") else 200
    context = {"plan": plan, "kind": kind, "form": form, **more}
    return render(request, "plans/part.html", context, status=status)
