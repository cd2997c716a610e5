"""Later changes of the country's places on pages: from a file or typed, shown in full, confirmed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.accounts.models import User
from donghanh.accounts.services import as_user
from donghanh.administration import pages, services
from donghanh.administration.pages import Above
from donghanh.administration.place_forms import FORMS, FileForm, PlaceForm
from donghanh.audit.services import origin
from donghanh.organisations import ordering, place_sheets
from donghanh.organisations.downloads import excel
from donghanh.organisations.orders import OrdersError


def _user(request: HttpRequest) -> User:
    """The person, who looks after the whole country.

    Raises: PermissionDenied.
    """
    user = as_user(request.user)
    if not services.may_build(user):
        raise PermissionDenied
    return user


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """A file of changes, shown in full and carried out; or the way to typing one."""
    user = _user(request)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_bound and "edit" not in request.POST and form.is_valid():
        answer = _answer(request, user, form)
        if answer is not None:
            return answer
    forms = [(act, each.title) for act, each in FORMS.items()]
    context = {"form": form if form.errors else FileForm(), "forms": forms}
    return render(request, "administration/places.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, act: str) -> HttpResponse:
    """One change of a place: filled in, shown in full, then carried out."""
    user = _user(request)
    if act not in FORMS:
        raise Http404
    form = FORMS[act](request.POST or None)
    if form.is_valid() and "edit" not in request.POST:
        answer = _answer(request, user, form)
        if answer is not None:
            return answer
    return pages.form(request, form, _above())


@require_GET
def template(request: HttpRequest) -> HttpResponse:
    """The list of changes to be filled in."""
    _user(request)
    return excel(place_sheets.template(), "thay-doi-dia-ban.xlsx")


def _answer(request: HttpRequest, user: User, form: FileForm | PlaceForm) -> HttpResponse | None:
    """What the form would do, or that it is done; None where it has faults, which are told on it."""
    shown, orders = request.POST.get("confirm"), form.orders()
    file, kept = (form.name, [("kept", form.signed())]) if isinstance(form, FileForm) else ("", None)
    try:
        if not shown:
            outcome = services.preview_places(user, orders)
            return pages.preview(request, form, outcome, _above(), kept=kept)
        made = services.change_places(user, orders, shown=shown, file=file, ip=origin(request))
    except ordering.StaleError as error:
        done = ordering.done_since(shown or "")
        return pages.preview(request, form, error.outcome, _above(), kept=kept, stale=str(error), done=done)
    except OrdersError as error:
        form.add_error("file" if kept else None, [str(fault) for fault in error.faults])
        return None
    if made is None:
        return redirect("administration:places")
    messages.success(request, gettext("Done. It can be undone while nothing new hangs on it."))
    return redirect("administration:reorganisation", made.pk)


def _above() -> Above:
    return (
        (reverse("organisations:list"), gettext("Units")),
        (reverse("administration:places"), gettext("Changes of places")),
    )
