"""What the acts of a review are asked with and answered with: the changed rows alone where a script asks."""

from collections.abc import Callable, Collection
from functools import wraps
from typing import ParamSpec

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from donghanh.documents import selectors
from donghanh.documents.models import Document
from donghanh.documents.review.models import Step
from donghanh.documents.review.page import Page, line_of
from donghanh.documents.review.state import KEY, Item
from donghanh.documents.review.steps import NoSuchFactError, StaleReadingError, Where

MOST_AT_ONCE = 500
Given = ParamSpec("Given")


def number(written: str | None, default: int | None = None) -> int:
    """A number out of an address or a form.

    Raises: Http404 where it is none.
    """
    if written is None and default is not None:
        return default
    if not (written and written.isascii() and written.isdecimal() and len(written) <= 12):
        raise Http404
    return int(written)


def page_of(request: HttpRequest, document: Document, paper: int, part: int = 1) -> Page:
    """A part of a paper of what was read.

    Raises: Http404 for one that there is not.
    """
    if paper < 1 or part < 1:
        raise Http404
    may_review = selectors.may_review(request.user, document)
    try:
        return Page(selectors.reading_of(document), paper, part, may_review=may_review)
    except IndexError as error:
        raise Http404 from error


def seen_of(written: str) -> tuple[str, int]:
    """ "targets-12@7": a fact, and the step that last touched it as far as the page knows.

    Raises: Http404.
    """
    key, at, step = written.partition("@")
    if not at or not KEY.fullmatch(key):
        raise Http404
    return key, number(step)


def writing(view: Callable[Given, HttpResponse]) -> Callable[Given, HttpResponse]:
    """A view that writes on a review: what is not there is not found, and another reading in use by now is said."""

    @wraps(view)
    def run(*args: Given.args, **kwargs: Given.kwargs) -> HttpResponse:
        try:
            return view(*args, **kwargs)
        except (Document.DoesNotExist, NoSuchFactError) as error:
            raise Http404 from error
        except StaleReadingError:
            request = args[0]
            assert isinstance(request, HttpRequest)  # noqa: S101 (what Django gives every view)
            messages.error(
                request, gettext("Another reading of this document is in use by now. Look at it again.")
            )
            return go(request, reverse("documents:detail", args=[kwargs["pk"]]))

    return run


def go(request: HttpRequest, url: str) -> HttpResponse:
    """To another page: by the script's own header where it asks, which a redirect would be lost on."""
    return HttpResponse(headers={"HX-Redirect": url}) if request.headers.get("HX-Request") else redirect(url)


def answer(
    request: HttpRequest,
    where: Where,
    step: Step | None,
    said: str = "",
    *,
    key: str = "",
    touched: Collection[str] = (),
) -> HttpResponse:
    """What changed, for the script; for a browser without, the page again at the fact."""
    changes = list(step.changes.all()) if step is not None else []
    keys = {*touched, *(change.key for change in changes)}
    if step is not None:
        key = key or next(iter(keys), "")
    part = number(request.POST.get("part"), 1)
    if not request.headers.get("HX-Request"):
        if said:
            messages.warning(request, said)
        url = reverse("documents:detail", args=[where.document])
        return redirect(f"{url}?paper={where.paper}&part={part}#of-{key or next(iter(keys), 'review')}")
    placed = {change.key for change in changes if change.moved}
    # What others did since the page last heard of them is not in this answer: the next news bring it.
    heard = number(request.POST.get("since"), 0)
    since = step.number if step is not None and step.number == heard + 1 else heard
    response = changed(request, where, part, keys, said, placed=placed, since=since)
    if step is not None:
        response.headers["X-Kept"] = "1"  # the draft of it may go
        response.headers["HX-Reswap"] = "none"  # the form goes with the row that it stood in
    return response


def changed(
    request: HttpRequest,
    where: Where,
    part: int,
    keys: set[str],
    said: str = "",
    *,
    placed: Collection[str] = (),
    since: int | None = None,
) -> HttpResponse:
    """The rows of these facts as they stand now, each to take the place of the old one, and how far the review is.

    placed: those of them that are new on the page or stand elsewhere than before. since: the step up to which the page
    has heard of everything, the last one where none is given.
    """
    document = selectors.visible(request.user, where.document)
    page = page_of(request, document, where.paper, part)
    # In their order: where a branch moved, each row is put under one that stands already.
    items = sorted((item for key in keys if (item := page.review.item(key))), key=lambda item: item.position)
    facts = [item for item in items if item.name != "findings" and _is_shown(page, item)]
    context = {
        "document": document,
        "page": page,
        "lines": [line_of(item) for item in facts if item.key not in placed],
        "placed": [(line_of(item), _above(page, item)) for item in facts if item.key in placed],
        "gone": [key for key in keys if page.review.item(key) is None],
        "questions": [question for question in page.questions if question.item.key in keys],
        "said": said,
        "since": page.review.step if since is None else since,
        "news": request.method == "GET",
    }
    return render(request, "documents/review/changed.html", context)


def _is_shown(page: Page, item: Item) -> bool:
    return page.part_of(item) == page.part.number


def _above(page: Page, item: Item) -> str:
    """The row under which a fact stands on the page, "" where it is the first."""
    above = ""
    for other in page.review.items(item.name):
        if other.key == item.key:
            return above
        if _is_shown(page, other):
            above = other.key
    return above
