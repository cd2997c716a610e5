"""People as their administrator sees them: found, made, given roles, moved, let in again."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.forms import Form, model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.accounts import granting, importing, managing, selectors
from donghanh.accounts.access import may, require, within_its_line
from donghanh.accounts.errors import PeopleError
from donghanh.accounts.forms import (
    CorrectForm,
    DayForm,
    GrantForm,
    ListForm,
    MoveForm,
    PeopleForm,
    PersonForm,
    SubstituteForm,
)
from donghanh.accounts.managing import NewPerson
from donghanh.accounts.models import RoleGrant, Substitution, User
from donghanh.accounts.permissions import Permission, Role
from donghanh.accounts.services import as_user
from donghanh.audit.services import origin
from donghanh.organisations.downloads import excel
from donghanh.organisations.errors import UnitError
from donghanh.organisations.models import Line, OrgUnit
from donghanh.organisations.naming import written
from donghanh.reading.errors import UnreadableFile

PAGE = 50
MOST = 1000
"""As many are counted and shown; whoever seeks among more says a name or a unit."""
Act = Callable[..., None]


@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """The people whom she sees, by name, role and unit."""
    user = as_user(request.user)
    require(user, Permission.VIEW_PEOPLE)
    form = PeopleForm(user, request.GET)
    form.is_valid()  # what is wrong is said beside what is right, which is asked for all the same
    asked: dict[str, Any] = form.cleaned_data
    found = selectors.people(
        user, words=asked.get("q", ""), role=asked.get("role", ""), unit=asked.get("unit")
    )
    # Their numbers at once, since to count them and to list them takes the same search.
    numbers = list(found.values_list("pk", flat=True)[: MOST + 1])
    page = Paginator(numbers[:MOST], PAGE).get_page(request.GET.get("page"))
    shown = User.objects.in_bulk(page.object_list)
    roles = selectors.roles_by_person(user, shown.values())
    context = {
        "form": form,
        "page": page,
        "rows": [(shown[pk], roles.get(pk, [])) for pk in page.object_list],
        "unit": asked.get("unit"),
        "is_cut": len(numbers) > MOST,
        "may_manage": may(user, Permission.MANAGE_PEOPLE),
    }
    return render(request, "accounts/people.html", context)


@require_GET
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: her roles of all days, and what may be done about them."""
    user = as_user(request.user)
    return _person_page(request, selectors.visible(user, pk))


def _person_page(request: HttpRequest, shown: User, **forms: Form) -> HttpResponse:
    """The page of a person; forms: those that were filled in and have something wrong with them."""
    user = as_user(request.user)
    roles = RoleGrant.objects.visible_to(user).filter(user=shown).select_related("unit", "line", "user")
    mine = set(roles.filter(within_its_line(user, Permission.MANAGE_PEOPLE)).values_list("pk", flat=True))
    lent = Substitution.objects.visible_to(user).filter(grant__user=shown, until__gt=timezone.localdate())
    context = {
        "person": shown,
        "roles": [(each, each.pk in mine) for each in roles],
        "lent": lent.select_related("user", "grant"),
        "today": timezone.localdate(),
        "may_manage": granting.manages(user, shown),
        "may_give": user.pk != shown.pk and may(user, Permission.MANAGE_PEOPLE),
        "correct": CorrectForm(initial=model_to_dict(shown, ["full_name", "phone", "email"])),
        "grant": GrantForm(user),
        "move": MoveForm(user, shown),
        "substitute": SubstituteForm(),
        **forms,
    }
    return render(request, "accounts/person.html", context, status=400 if forms else 200)


@require_http_methods(["GET", "POST"])
@never_cache
def new(request: HttpRequest) -> HttpResponse:
    """An account with its first role; the password is shown once."""
    user = as_user(request.user)
    require(user, Permission.MANAGE_PEOPLE)
    posted = request.POST if request.method == "POST" else None
    form = PersonForm(user, posted, initial={"unit": _unit_asked(request)})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        username = told["username"] or importing.free_user_name(told["full_name"])
        order = NewPerson(
            username,
            told["full_name"],
            told["unit"],
            Role(told["role"]),
            told["line"],
            told["since"],
            form.end,
            told["email"],
            told["phone"],
        )
        try:
            made, password = managing.add(user, order, ip=origin(request))
        except PeopleError as error:
            form.add_error(None, str(error))
        except ValidationError as error:
            form.add_error(None, error)
        except IntegrityError:
            form.add_error(None, _("Somebody has just made this account. Look at the list of people."))
        else:
            return render(request, "accounts/password.html", {"person": made, "password": password})
    return render(request, "accounts/new.html", {"form": form}, status=400 if form.errors else 200)


def _unit_asked(request: HttpRequest) -> str:
    """The unit whose people were looked at, in words that mean no other."""
    form = PeopleForm(as_user(request.user), request.GET)
    form.is_valid()
    unit = form.cleaned_data.get("unit")
    units = OrgUnit.objects.visible_to(as_user(request.user))
    return written(units, unit, timezone.localdate()) if unit else ""


def _act(said: str) -> Callable[[Act], Callable[..., HttpResponse]]:
    """A button on the page of a person: what it does, and what is said when it was done."""

    def decorate(act: Act) -> Callable[..., HttpResponse]:
        @require_POST
        @wraps(act)
        def view(request: HttpRequest, pk: int, **which: int) -> HttpResponse:
            shown = selectors.visible(as_user(request.user), pk)
            try:
                act(request, shown, **which)
            except PeopleError as error:
                messages.error(request, str(error))
            else:
                messages.success(request, _(said))
            return redirect("accounts:person", pk)

        return view

    return decorate


@require_POST
def grant(request: HttpRequest, pk: int) -> HttpResponse:
    """A role in a unit for some days."""
    user = as_user(request.user)
    shown = selectors.visible(user, pk)
    require(user, Permission.MANAGE_PEOPLE)
    form = GrantForm(user, request.POST)
    if form.is_valid():
        told = form.cleaned_data
        try:
            granting.grant(
                user,
                shown,
                told["unit"],
                Role(told["role"]),
                told["since"],
                line=told["line"],
                until=form.end,
                ip=origin(request),
            )
        except PeopleError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The role was given."))
            return redirect("accounts:person", pk)
    return _person_page(request, shown, grant=form)


@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """On to another unit, with the same roles."""
    user = as_user(request.user)
    shown = selectors.visible(user, pk)
    require(user, Permission.MANAGE_PEOPLE)
    form = MoveForm(user, shown, request.POST)
    if form.is_valid():
        told = form.cleaned_data
        try:
            granting.move_on(user, shown, told["old"], told["unit"], told["day"], ip=origin(request))
        except PeopleError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("She works in the other unit from that day on."))
            return redirect("accounts:person", pk)
    return _person_page(request, shown, move=form)


@require_POST
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """What was written down wrongly: her name, her telephone number, her e-mail."""
    user = as_user(request.user)
    shown = selectors.visible(user, pk)
    require(user, Permission.MANAGE_PEOPLE)
    form = CorrectForm(request.POST)
    if form.is_valid():
        try:
            managing.correct(user, shown, form.cleaned_data, ip=origin(request))
        except PeopleError as error:
            form.add_error(None, str(error))
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Name, telephone and e-mail were put right."))
            return redirect("accounts:person", pk)
    return _person_page(request, shown, correct=form)


@require_POST
def substitute(request: HttpRequest, pk: int, grant: int) -> HttpResponse:
    """Somebody who has a role while its holder is away."""
    user = as_user(request.user)
    shown = selectors.visible(user, pk)
    granted = get_object_or_404(RoleGrant.objects.visible_to(user), pk=grant, user=shown)
    if granted.user_id != user.pk:
        require(user, Permission.MANAGE_PEOPLE, granted.unit_id, line=granted.line_id)
    form = SubstituteForm(request.POST)
    if form.is_valid():
        told = form.cleaned_data
        try:
            granting.substitute(
                user, granted, told["person"], told["since"], told["until"], ip=origin(request)
            )
        except PeopleError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The substitute has the role on these days."))
            return redirect("accounts:person", pk)
    return _person_page(request, shown, substitute=form)


@_act(gettext_noop("The role was taken back from the substitute."))
def end_substitution(request: HttpRequest, shown: User, lent: int) -> None:
    user = as_user(request.user)
    found = Substitution.objects.visible_to(user).filter(grant__user=shown)
    granting.end_substitution(user, get_object_or_404(found, pk=lent), ip=origin(request))


@_act(gettext_noop("The role was ended."))
def end(request: HttpRequest, shown: User, grant: int) -> None:
    user = as_user(request.user)
    granted = get_object_or_404(RoleGrant.objects.visible_to(user), pk=grant, user=shown)
    form = DayForm(request.POST)
    if not form.is_valid():
        raise PeopleError(" ".join(map(str, form.errors["day"])))
    granting.end(user, granted, form.cleaned_data["day"], ip=origin(request))


@_act(gettext_noop("The second steps were removed; she sets up new ones when she signs in."))
def remove_factors(request: HttpRequest, shown: User) -> None:
    managing.remove_second_factors(as_user(request.user), shown, ip=origin(request))


@_act(gettext_noop("The account was closed."))
def close(request: HttpRequest, shown: User) -> None:
    managing.close(as_user(request.user), shown, ip=origin(request))


@_act(gettext_noop("The account was opened again."))
def reopen(request: HttpRequest, shown: User) -> None:
    managing.reopen(as_user(request.user), shown, ip=origin(request))


@require_POST
@never_cache
def password(request: HttpRequest, pk: int) -> HttpResponse:
    """A new password in place of a forgotten one, shown once."""
    user = as_user(request.user)
    shown = selectors.visible(user, pk)
    try:
        drawn = managing.give_new_password(user, shown, ip=origin(request))
    except PeopleError as error:
        messages.error(request, str(error))
        return redirect("accounts:person", pk)
    return render(request, "accounts/password.html", {"person": shown, "password": drawn})


@require_http_methods(["GET", "POST"])
@never_cache
def bring(request: HttpRequest) -> HttpResponse:
    """People from Excel: what is wrong row by row, or the accounts with their first passwords as a workbook."""
    user = as_user(request.user)
    require(user, Permission.MANAGE_PEOPLE)
    form = ListForm(request.POST, request.FILES) if request.method == "POST" else ListForm()
    brought = None
    if request.method == "POST" and form.is_valid():
        line = get_object_or_404(Line, code="union")
        try:
            brought = importing.read(user, form.cleaned_data["file"].read(), line, timezone.localdate())
        except (UnitError, UnreadableFile) as error:
            form.add_error("file", str(error))
        else:
            made = []
            if "check" not in request.POST:
                only_right = form.cleaned_data["only_right"]
                try:
                    made = importing.bring(user, brought, line, only_right=only_right, ip=origin(request))
                except PeopleError as error:
                    form.add_error("file", str(error))
                except IntegrityError:
                    form.add_error("file", _("Somebody has just made accounts of this list. Check it again."))
            if made:
                return excel(importing.slips(made), "mat-khau-dau-tien.xlsx")
    context = {"form": form, "brought": brought, "shown_errors": brought.errors[:200] if brought else []}
    return render(request, "accounts/import.html", context, status=400 if form.errors else 200)


@require_GET
def template(request: HttpRequest) -> HttpResponse:
    """The list to be filled in."""
    require(request.user, Permission.MANAGE_PEOPLE)
    return excel(importing.template(), "danh-sach-can-bo.xlsx")
