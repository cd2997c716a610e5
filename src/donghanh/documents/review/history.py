"""Who changed what, step by step, and what was accepted, version by version."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from donghanh.documents import changes, selectors, words
from donghanh.documents.facts import BY_KEY
from donghanh.documents.models import Document, Reading
from donghanh.documents.review.answers import number, page_of
from donghanh.documents.review.models import FactChange, FactState, Step, Version
from donghanh.documents.review.page import chosen
from donghanh.documents.review.selectors import reviewed_plan
from donghanh.documents.review.state import Review, as_said
from donghanh.reading.compare import compare

PAGE = 50
NOW = "now"


@dataclass(frozen=True, slots=True)
class Told:
    """What a step did to one fact: the list that it is of, what it said before and says since."""

    kind: str
    before: str
    after: str
    state: str


@require_GET
def steps(request: HttpRequest, pk: int, paper: int) -> HttpResponse:
    """All steps on a paper, the newest first."""
    document = selectors.visible(request.user, pk)
    page = page_of(request, document, paper)
    found = (
        Step.objects.filter(reading=page.reading, paper=paper)
        .select_related("actor", "of")
        .prefetch_related("changes")
        .order_by("-number")
    )
    shown = Paginator(found, PAGE).get_page(request.GET.get("page"))
    rows = [(step, [told(page.review, change) for change in step.changes.all()]) for step in shown]
    context = {"document": document, "review": page, "page": shown, "rows": rows}
    return render(request, "documents/review/steps.html", context)


def told(review: Review, change: FactChange) -> Told:
    """One change in words. A fact that was untouched before said what was read."""
    name = change.key.partition("-")[0]
    item = review.item(change.key)
    read = item.read if item else None
    before = change.before["value"] if change.before else read
    after = change.after["value"] if change.after else read
    state = str(FactState(change.after["state"]).label) if change.after else ""
    kind = str(BY_KEY[name].label) if name in BY_KEY else gettext("Places to check")
    return Told(kind, _said(name, before), _said(name, after), state)


def _said(name: str, value: Mapping[str, Any] | None) -> str:
    if value is None:
        return ""
    if name == "findings":
        made = value.get("decision") or {}
        head = words.shorten(str(value.get("message") or ""), 120)
        return f"{head} {chosen(made)}".rstrip()
    head, notes = BY_KEY[name].said(dict(value))
    return " · ".join(part for part in (head, notes) if part)


@require_GET
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """What was accepted when and by whom, and what differs between two of them, or one and what stands now."""
    document = selectors.visible(request.user, pk)
    reading = selectors.reading_of(document)
    accepted = list(document.versions.select_related("accepted_by").defer("plan"))
    last = str(accepted[-1].number) if accepted else ""
    old, new = request.GET.get("old", last), request.GET.get("new", NOW)
    found = []
    if accepted:
        found = compare(_plan(document, reading, old), _plan(document, reading, new))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "document": document,
        "reading": reading,
        "versions": accepted,
        "old": old,
        "new": new,
        "page": page,
        "count": len(found),
        "differences": [changes.said(change) for change in page],
    }
    return render(request, "documents/review/versions.html", context)


def _plan(document: Document, reading: Reading, which: str) -> Mapping[str, Any]:
    """A version by its number, or what stands now.

    Raises: Http404 for one that there is not.
    """
    if which == NOW:
        return as_said(reviewed_plan(reading))
    try:
        return as_said(document.versions.get(number=number(which)).plan)
    except Version.DoesNotExist as error:
        raise Http404 from error
