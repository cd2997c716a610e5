"""Pages of programmes."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.accounts.access import may, require
from donghanh.accounts.permissions import Permission
from donghanh.accounts.services import as_user
from donghanh.audit.services import origin
from donghanh.plans import programmes
from donghanh.plans.models import Plan, Programme
from donghanh.plans.programme_forms import ProgrammeForm

PAGE = 50


@require_GET
def programme_list(request: HttpRequest) -> HttpResponse:
    """The programmes that there are."""
    words = request.GET.get("q", "")[:200]
    page = Paginator(programmes.listed(words), PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "q": words, "may_write": may(request.user, Permission.WRITE_PLANS)}
    return render(request, "plans/programmes.html", context)


@require_GET
def programme(request: HttpRequest, pk: int) -> HttpResponse:
    """One programme, with its phases, parts, and the plans of it that the person sees."""
    found = get_object_or_404(Programme.objects.select_related("unit"), pk=pk)
    plans = (
        Plan.objects.visible_to(request.user).filter(programme=found).select_related("unit").order_by("-pk")
    )
    context = {
        "programme": found,
        "page": Paginator(plans.defer("frame", "searched"), PAGE).get_page(request.GET.get("page")),
        "may_write": programmes.may_for(request.user, found.unit),
    }
    return render(request, "plans/programme.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def write_programme(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """A programme written down, or put right."""
    user = as_user(request.user)
    found = get_object_or_404(Programme.objects.select_related("unit"), pk=pk) if pk else None
    if found is not None:
        programmes.require_for(user, found.unit)
    require(user, Permission.WRITE_PLANS)
    form = ProgrammeForm(user, found, request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        try:
            made = programmes.write(
                user, found, name=data["name"], short=data["short"], unit=form.chosen_unit,
                phases=data["phases"], belongs_to=list(data["belongs_to"]), ip=origin(request),
            )  # fmt: skip
        except programmes.ProgrammeError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, gettext("Noted."))
            return redirect("plans:programme", made.pk)
    return render(request, "plans/write_programme.html", {"form": form, "programme": found})


@require_POST
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which programme a plan carries out."""
    said = request.POST.get("programme", "")
    number = int(said) if said.isascii() and said.isdecimal() and len(said) < 12 else None
    programmes.join(as_user(request.user), pk, number, ip=origin(request))
    messages.success(request, gettext("Noted."))
    return redirect("plans:plan", pk)
