"""The list, the upload and the page of one document."""

from collections.abc import Iterable
from http import HTTPStatus
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.accounts.access import require
from donghanh.accounts.permissions import Permission
from donghanh.audit.services import origin
from donghanh.documents import (
    changes,
    failures,
    listing,
    pictures,
    rereading,
    search,
    selectors,
    services,
    withdrawing,
)
from donghanh.documents.facts import BY_KEY
from donghanh.documents.models import Document, Reading, SavedSearch, State
from donghanh.documents.review.answers import number, page_of
from donghanh.documents.review.forms import SHARED
from donghanh.documents.review.page import line_of

PAGE = 50
MOST = 200
"""As many are counted and shown; whoever seeks among more says words or chooses filters."""


@require_GET
def document_list(request: HttpRequest) -> HttpResponse:
    """All documents the person sees, or those that the words and filters in the address ask for."""
    form = listing.ListForm(request.GET)
    asked = form.asked
    page = Paginator(form.found(selectors.listed(request.user))[:MOST], PAGE).get_page(
        request.GET.get("page")
    )
    passages = _passages(page.object_list, asked.get("q", ""))
    rows = [(document, passages.get(document.reading_id)) for document in page]
    context = {
        "page": page,
        "rows": rows,
        "form": form,
        "known": listing.known(page.object_list),
        "asked": asked,
        "query": urlencode(asked),
        "saved": listing.saved_by(request.user),
        "under_way": sum(document.is_under_way for document in page),
        "is_cut": page.paginator.count == MOST,
    }
    return render(request, "documents/list.html", context)


def _passages(documents: Iterable[Document], asked: str) -> dict[int | None, search.Passage | None]:
    """Where those that were found hold the words, by their readings."""
    if not asked:
        return {}
    readings = Reading.objects.filter(pk__in=[document.reading_id for document in documents])
    return {pk: search.passage(text, asked) for pk, text in readings.values_list("pk", "text")}


@require_POST
def save_search(request: HttpRequest) -> HttpResponse:
    """Keep the question that the list was asked."""
    query = request.POST.get("query", "")
    try:
        listing.save(request.user, request.POST.get("name", ""), query, ip=origin(request))
    except ValueError:
        messages.error(request, gettext("Give the search a name. At most 50 can be kept."))
    return redirect(f"{reverse('documents:list')}?{query}")


@require_POST
def forget_search(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        listing.forget(request.user, pk, ip=origin(request))
    except SavedSearch.DoesNotExist as error:
        raise Http404 from error
    return redirect("documents:list")


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take files from the form, or one after the other from its script, which asks for JSON."""
    require(request.user, Permission.ADD_DOCUMENTS)
    errors: list[str] = []
    handed: list[services.Handed] = []
    units = list(selectors.units_of(request.user))
    if request.method == "POST":
        files = request.FILES.getlist("files")
        unit = next(
            (each for each in units if str(each.pk) == request.POST.get("unit", str(units[0].pk))), None
        )
        if unit is None:
            raise Http404
        handed = [
            services.upload(request.user, file.chunks(), name=file.name or "", unit=unit, ip=origin(request))
            for file in files
        ]
        errors = _too_large(request)
        if not handed and not errors:
            errors = [gettext("No file is chosen. Choose at least one file, then press Upload.")]
        if request.accepts("text/html") is False:
            return _as_json(handed, errors)
        _tell(request, handed)
        if len(handed) == 1 and not errors:
            return redirect("documents:detail", handed[0].document.pk)
        if not errors:
            return redirect("documents:list")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK
    context = {
        "errors": errors,
        "handed": handed,
        "units": units,
        "max_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
        "max_bytes": settings.MAX_UPLOAD_BYTES,
    }
    return render(request, "documents/upload.html", context, status=status)


def _too_large(request: HttpRequest) -> list[str]:
    most = settings.MAX_UPLOAD_BYTES // (1024 * 1024)
    return [
        gettext(
            "“%(name)s” is larger than %(most)d MB. Leave pictures out, or split the plan and its "
            "annexes, then upload it again."
        )
        % {"name": name, "most": most}
        for name in request.META.get("donghanh.too_large", [])
    ]


def _as_json(handed: list[services.Handed], errors: list[str]) -> JsonResponse:
    files = [
        {"name": h.name, "url": reverse("documents:detail", args=[h.document.pk]), "known": h.known}
        for h in handed
    ]
    status = HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK
    return JsonResponse({"files": files, "errors": errors}, status=status)


def _tell(request: HttpRequest, handed: list[services.Handed]) -> None:
    new = sum(not h.known for h in handed)
    if new:
        received = ngettext("%(count)d file received.", "%(count)d files received.", new)
        messages.success(request, received % {"count": new})
    for h in handed:
        if h.known:
            known = gettext("You have uploaded “%(name)s” before; this is the document already there.")
            messages.info(request, known % {"name": h.name})


@require_GET
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One document: where its reading stands, or what was read; `paper` chooses one of several papers."""
    document = selectors.visible(request.user, pk)
    if document.is_under_way:
        own = selectors.is_own(request.user, document)
        return render(request, "documents/under_way.html", {"document": document, "own": own})
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Refresh": "true"})  # the page that waited shows the result
    if document.state == State.FAILED:
        context = {"document": document, "own": selectors.is_own(request.user, document)}
        return render(request, "documents/failed.html", context)
    own = selectors.is_own(request.user, document)
    paper = number(request.GET.get("paper"), 1)
    page = page_of(request, document, paper, number(request.GET.get("part"), 1))
    context = {
        "document": document,
        "page": page,
        "may_change": rereading.may_change(document) and own,
        "own": own,
        "accepted": document.versions.last(),
        "may_show": document.kind in pictures.KINDS,
        "view": "pages" if request.GET.get("view") == "pages" and document.kind in pictures.KINDS else "text",
    }
    return render(request, "documents/detail.html", context)


@require_GET
def facts(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """All facts of one kind, page by page: the page of a review shows those of one part of the text."""
    if key not in BY_KEY:
        raise Http404
    document = selectors.visible(request.user, pk)
    whole = page_of(request, document, number(request.GET.get("paper"), 1))
    lines = [(line_of(item), whole.part_of(item)) for item in whole.review.items(key)]
    page = Paginator(lines, PAGE).get_page(request.GET.get("page"))
    context = {"document": document, "whole": whole, "kind": BY_KEY[key], "page": page}
    context |= {"count": len(lines), "several": key in SHARED}
    return render(request, "documents/facts.html", context)


@require_http_methods(["GET", "POST"])
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """What the reader of today would change (GET); have the document read by it (POST)."""
    if request.method == "POST":
        try:
            rereading.ask(request.user, pk, ip=origin(request))
        except Document.DoesNotExist as error:
            raise Http404 from error
        return redirect("documents:again", pk)
    document = selectors.visible(request.user, pk)
    if document.is_read_again:
        return render(request, "documents/under_way.html", {"document": document})
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Refresh": "true"})
    if document.proposed is None:
        if document.failure_code:
            messages.error(request, failures.explain(document.failure_code, document.failure_message))
        elif document.state == State.READ:
            messages.info(request, gettext("The newer reader finds the same. Nothing is to be decided."))
        return redirect("documents:detail", pk)
    found = rereading.changes_of(document, kept=True)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "document": document,
        "reading": document.reading,
        "page": page,
        "differences": [changes.said(change) for change in page],
        "count": len(found),
        "own": selectors.is_own(request.user, document),
    }
    return render(request, "documents/again.html", context)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the proposed reading over, or turn it down."""
    act = rereading.take_over if "take" in request.POST else rereading.turn_down
    reading = number(request.POST.get("reading"))
    try:
        act(request.user, pk, reading, ip=origin(request))
    except Document.DoesNotExist as error:
        raise Http404 from error
    except rereading.StaleProposalError:
        messages.error(request, gettext("Meanwhile this was decided. See below what is in use now."))
    return redirect("documents:detail", pk)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once more (GET), then take the person's own upload back (POST)."""
    document = selectors.visible(request.user, pk)
    if not selectors.is_own(request.user, document):
        raise Http404
    if request.method == "GET":
        return render(request, "documents/withdraw.html", {"document": document})
    try:
        withdrawing.withdraw(request.user, pk, ip=origin(request))
    except Document.DoesNotExist as error:
        raise Http404 from error
    except withdrawing.AcceptedError:
        said = gettext(
            "The result of this document was accepted, others may work by it. It cannot be removed."
        )
        messages.error(request, said)
        return redirect("documents:detail", pk)
    messages.success(request, gettext("“%(name)s” is removed.") % {"name": document.name})
    return redirect("documents:list")


@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a document that failed read again."""
    try:
        services.retry(request.user, pk, ip=origin(request))
    except Document.DoesNotExist as error:
        raise Http404 from error
    return redirect("documents:detail", pk)
