"""The acts of a review: by a form and its buttons; to the next open point; acceptance."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_POST

from donghanh.audit.services import origin
from donghanh.documents import pictures, selectors
from donghanh.documents.facts import BY_KEY
from donghanh.documents.review import deciding, services
from donghanh.documents.review.answers import (
    MOST_AT_ONCE,
    answer,
    changed,
    number,
    page_of,
    seen_of,
    writing,
)
from donghanh.documents.review.models import FactChange, Step
from donghanh.documents.review.page import label_of
from donghanh.documents.review.selectors import last_step
from donghanh.documents.review.steps import (
    ConflictError,
    NothingToDoError,
    Where,
)
from donghanh.vietnam.text import tidy


@require_POST
@writing
def act(request: HttpRequest, pk: int, paper: int) -> HttpResponse:
    """One press of a button of the review."""
    where = Where(pk, number(request.POST.get("reading")), paper)
    name, _, rest = request.POST.get("act", "").partition(":")
    if name not in _ACTS:
        raise Http404
    try:
        step, key = _ACTS[name](request, where, rest)
    except NothingToDoError:
        return answer(request, where, None, gettext("There is nothing more to be taken back or done again."))
    except ConflictError as conflict:
        said = gettext("Somebody else changed this meanwhile. It stands below as it is now; decide again.")
        return answer(request, where, None, said, touched={conflict.item.key})
    return answer(request, where, step, key=key)


Run = Callable[[HttpRequest, Where, str], tuple[Step, str]]


def _one(service: Callable[..., Step], **options: Any) -> Run:
    """An act on one fact."""

    def run(request: HttpRequest, where: Where, rest: str) -> tuple[Step, str]:
        key, seen = seen_of(rest)
        return service(request.user, where, key, seen, ip=origin(request), **options), key

    return run


def _right(request: HttpRequest, where: Where, rest: str) -> tuple[Step, str]:
    key, seen = seen_of(rest)
    return services.confirm(request.user, where, {key: seen}, ip=origin(request)), key


def _all_right(request: HttpRequest, where: Where, rest: str) -> tuple[Step, str]:
    """All facts of one kind that stood on the page and nobody had looked at."""
    page = page_of(
        request,
        selectors.visible(request.user, where.document),
        where.paper,
        number(request.POST.get("part"), 1),
    )
    since = number(request.POST.get("since"))
    if rest not in BY_KEY:
        raise Http404
    keys = {
        item.key: item.touched
        for item in page.review.items(rest)
        if not item.is_settled and item.touched <= since and page.part_of(item) == page.part.number
    }
    if not keys:
        raise NothingToDoError
    return services.confirm(request.user, where, keys, ip=origin(request)), next(iter(keys))


def _undo(request: HttpRequest, where: Where, _rest: str) -> tuple[Step, str]:
    return services.undo(request.user, where, ip=origin(request)), ""


def _redo(request: HttpRequest, where: Where, _rest: str) -> tuple[Step, str]:
    return services.redo(request.user, where, ip=origin(request)), ""


def _decide(request: HttpRequest, where: Where, rest: str) -> tuple[Step, str]:
    written, _, rest = rest.partition(":")
    choice, _, way = rest.partition(":")
    key, seen = seen_of(written)
    if choice not in deciding.CHOICES:
        raise Http404
    note = tidy(request.POST.get(f"note-{key}", ""))[:2000]
    step = deciding.decide(
        request.user,
        where,
        key,
        seen,
        choice,
        note=note,
        way=number(way or None, 0),
        ip=origin(request),
    )
    return step, key


def _give(request: HttpRequest, where: Where, rest: str) -> tuple[Step, str]:
    """A place that is no more, to one of the units that may have taken it over."""
    written, _, code = rest.partition(":")
    key, seen = seen_of(written)
    return deciding.give(request.user, where, key, seen, number(code), ip=origin(request)), key


_ACTS: dict[str, Run] = {
    "right": _right,
    "all-right": _all_right,
    "remove": _one(services.remove),
    "restore": _one(services.restore),
    "up": _one(services.move, down=False),
    "down": _one(services.move, down=True),
    "undo": _undo,
    "redo": _redo,
    "decide": _decide,
    "give": _give,
}


@require_GET
def news(request: HttpRequest, pk: int, paper: int) -> HttpResponse:
    """What others changed since the step that the page knows; nothing to say costs two queries."""
    document = selectors.visible(request.user, pk)
    reading = selectors.reading_of(document)
    since = number(request.GET.get("since"))
    if last_step(reading) <= since:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    changes = FactChange.objects.filter(step__reading=reading, step__paper=paper, step__number__gt=since)
    made = list(changes[:MOST_AT_ONCE])
    placed = {change.key for change in made if change.moved}
    keys = {change.key for change in made}
    where = Where(pk, reading.pk, paper)
    return changed(request, where, number(request.GET.get("part"), 1), keys, placed=placed)


@require_GET
def following(request: HttpRequest, pk: int, paper: int) -> HttpResponse:
    """To the next open point behind a fact."""
    document = selectors.visible(request.user, pk)
    page = page_of(request, document, paper)
    item = page.open_after(request.GET.get("after", ""))
    url = reverse("documents:detail", args=[pk])
    if item is None:
        messages.success(request, gettext("Nothing waits for you any more. The result can be accepted."))
        return redirect(f"{url}?paper={paper}")
    return redirect(f"{url}?paper={paper}&part={page.part_of(item)}#of-{item.key}")


@require_POST
@writing
def accept(request: HttpRequest, pk: int, paper: int) -> HttpResponse:
    """Keep what stands as a version."""
    where = Where(pk, number(request.POST.get("reading")), paper)
    url = f"{reverse('documents:detail', args=[pk])}?paper={paper}"
    try:
        version = services.accept(request.user, where, ip=origin(request))
    except services.OpenErrorsError as errors:
        said = ngettext(
            "%(count)d error waits for a decision. Decide about it, then accept.",
            "%(count)d errors wait for a decision. Decide about them, then accept.",
            errors.count,
        )
        messages.error(request, said % {"count": errors.count})
        return redirect(url)
    messages.success(request, gettext("Accepted as version %(number)d.") % {"number": version.number})
    return redirect(url)


@require_GET
def page_picture(request: HttpRequest, pk: int, paper: int, sheet: int) -> HttpResponse:
    """A page of the file as a picture, with the facts that stand on it; drawn when it is first asked for."""
    document = selectors.visible(request.user, pk)
    page = page_of(request, document, paper)
    try:
        picture = pictures.picture_of(document, sheet)
    except pictures.NoPictureError as error:
        raise Http404 from error
    words = pictures.words_on(page.reading, picture)
    items = {item.key: item for item in page.review if item.page == sheet and not item.is_removed}
    found = pictures.overlays(list(items.values()), page.reading.text, words)
    context = {
        "document": document,
        "page": page,
        "picture": picture,
        "overlays": [
            (overlay, page.part_of(items[overlay.key]), label_of(items[overlay.key])) for overlay in found
        ],
        "unsure": list(pictures.unsure(words)),
    }
    whole = not request.headers.get("HX-Request")
    template = "documents/review/picture.html" if whole else "documents/review/_picture.html"
    return render(request, template, context)
