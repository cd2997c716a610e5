"""Pages on which a plan goes through its life: sent for approval, sent back, approved, issued, signed, closed."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from donghanh.accounts.models import User
from donghanh.accounts.services import as_user
from donghanh.audit.services import origin
from donghanh.documents.originals import path_of
from donghanh.organisations.downloads import attached
from donghanh.plans import living, numbering, selectors, signing
from donghanh.plans.checking import faults_of, in_the_way
from donghanh.plans.desk import require_for
from donghanh.plans.errors import FaultyPlanError, PlanError, WrongStateError
from donghanh.plans.life_forms import IssueForm
from donghanh.plans.living import Act
from donghanh.plans.models import SignedOriginal


def _step(act: Callable[..., object], said: Promise) -> Callable[[HttpRequest, int], HttpResponse]:
    """A page on which a step is taken, with a word to it."""

    @require_POST
    def take(request: HttpRequest, pk: int) -> HttpResponse:
        words = request.POST.get("words", "")
        return _done(request, pk, lambda user, ip: act(user, pk, words=words, ip=ip), said)

    return take


submit = _step(
    living.submit, gettext_lazy("Sent for approval. Whoever approves finds it in the list of plans.")
)
send_back = _step(living.send_back, gettext_lazy("Sent back. What you wrote stands on the page of the plan."))
approve = _step(living.approve, gettext_lazy("Approved. It can be issued now."))
close = _step(living.close, gettext_lazy("The plan is closed."))


@require_http_methods(["GET", "HEAD", "POST"])
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Issue a plan with its number and day."""
    user = as_user(request.user)
    plan = selectors.visible(user, pk)
    require_for(user, plan, living.PERMISSIONS[Act.ISSUE])
    if request.method != "POST" and Act.ISSUE not in living.possible(plan):
        return redirect("plans:plan", pk)
    form = IssueForm(plan, request.POST if request.method == "POST" else None)
    if form.is_valid():
        given = form.cleaned_data
        try:
            made = living.issue(user, pk, written=given["number"], day=given["day"], ip=origin(request))
        except (FaultyPlanError, WrongStateError) as error:
            messages.error(request, _refusal(error))
            return redirect("plans:plan", pk)
        except PlanError as error:
            form.add_error(None, str(error))
        else:
            said = gettext("Issued as %(number)s. It is work now for those whom it names.")
            messages.success(request, said % {"number": made})
            return redirect("plans:plan", pk)
    faults = faults_of(plan)
    context = {
        "plan": plan,
        "form": form,
        "faults": faults,
        "refused": bool(in_the_way(faults)),
        "symbol": numbering.symbol(plan),
        "of_unit": numbering.unit_symbol(plan.unit),
    }
    return render(request, "plans/issue.html", context)


@require_POST
def symbol(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what stands for the unit behind the numbers of its documents."""
    written = request.POST.get("symbol", "")
    return _done(
        request,
        pk,
        lambda user, ip: numbering.set_symbol(user, pk, written, ip=ip),
        gettext("Noted. Numbers that are drawn from now on have it."),
        "plans:issue",
    )


@require_http_methods(["GET", "POST"])
def signed(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The signed and stamped paper of a plan: handed out, or taken in."""
    plan = selectors.visible(request.user, pk)
    if request.method == "GET":
        return _signed_paper(plan.signed_originals.first(), str(plan))
    file = request.FILES.get("file")
    if file is None:
        require_for(as_user(request.user), plan, living.PERMISSIONS[Act.ISSUE])
        messages.error(request, _no_file(request))
        return redirect("plans:plan", pk)
    return _done(
        request,
        pk,
        lambda user, ip: signing.attach(user, pk, file.chunks(), ip=ip),
        gettext("The signed original is kept. Whoever sees the plan can take it."),
    )


def _signed_paper(found: SignedOriginal | None, called: str) -> HttpResponseBase:
    if found is None:
        raise Http404
    try:
        file = path_of(found.sha256).open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(file, content_type="application/pdf")
    response.headers["Content-Length"] = str(found.size)
    return attached(response, f"{called.replace('/', '-')[:120]} (bản ký).pdf")


def _no_file(request: HttpRequest) -> str:
    most = settings.MAX_UPLOAD_BYTES // (1024 * 1024)
    for name in request.META.get("donghanh.too_large", []):
        said = gettext(
            "“%(name)s” is larger than %(most)d MB. Scan it in black and white and choose it again."
        )
        return said % {"name": name, "most": most}
    return gettext("No file is chosen. Choose the signed paper as PDF.")


def _done(
    request: HttpRequest,
    pk: int,
    do: Callable[[User, str | None], object],
    said: str | Promise,
    then: str = "plans:plan",
) -> HttpResponse:
    """Do something with a plan, say that it was done or why not, and go on."""
    try:
        do(as_user(request.user), origin(request))
    except PlanError as error:
        messages.error(request, _refusal(error))
    else:
        messages.success(request, str(said))
    return redirect(then, pk)


def _refusal(error: PlanError) -> str:
    """Why something was not done; what is wrong with a plan is listed on its page."""
    if isinstance(error, FaultyPlanError):
        return gettext("Nothing was done yet. Put right first what is listed here.")
    return str(error)
