"""The acts of a review: by a form and its buttons, answered with the changed rows alone where a script asks."""

from collections.abc import Callable, Collection, Mapping
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.audit.services import origin
from donghanh.documents import selectors
from donghanh.documents.facts import BY_KEY
from donghanh.documents.models import Document
from donghanh.documents.review import services
from donghanh.documents.review.forms import SHARED, FactForm
from donghanh.documents.review.models import Act, FactChange, Step
from donghanh.documents.review.page import Page, amount_of, line_of
from donghanh.documents.review.selectors import last_step
from donghanh.documents.review.state import DOCUMENT, KEY, Item, Value
from donghanh.documents.review.steps import (
    ConflictError,
    NoSuchFactError,
    NothingToDoError,
    StaleReadingError,
    Where,
)

MOST_AT_ONCE = 500


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
    try:
        return Page(selectors.reading_of(document), paper, part)
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


@require_POST
def act(request: HttpRequest, pk: int, paper: int) -> HttpResponse:
    """One press of a button of the review."""
    where = Where(pk, number(request.POST.get("reading")), paper)
    name, _, rest = request.POST.get("act", "").partition(":")
    if name not in _ACTS:
        raise Http404
    try:
        step, key = _ACTS[name](request, where, rest)
    except Document.DoesNotExist as error:
        raise Http404 from error
    except NoSuchFactError as error:
        raise Http404 from error
    except StaleReadingError:
        return _stale(request, pk)
    except NothingToDoError:
        return _answer(request, where, None, gettext("There is nothing more to be taken back or done again."))
    except ConflictError as conflict:
        said = gettext("Somebody else changed this meanwhile. It stands below as it is now; decide again.")
        return _answer(request, where, None, said, touched={conflict.item.key})
    return _answer(request, where, step, key=key)


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
    written, _, choice = rest.partition(":")
    key, seen = seen_of(written)
    if choice not in services.CHOICES:
        raise Http404
    corrections: dict[str, Value] = {}
    if choice == "use_computed":
        review = page_of(request, selectors.visible(request.user, where.document), where.paper).review
        finding = review.item(key)
        amount = amount_of(review, finding) if finding else None
        if finding is None or amount is None:
            raise NoSuchFactError(key)
        corrections = {amount.key: {"value": finding.value["computed"]}}
    note = request.POST.get(f"note-{key}", "").strip()[:2000]
    step = services.decide(
        request.user, where, key, seen, choice, note=note, corrections=corrections, ip=origin(request)
    )
    return step, key


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
}


def _stale(request: HttpRequest, pk: int) -> HttpResponse:
    messages.error(request, gettext("Another reading of this document is in use by now. Look at it again."))
    return _go(request, reverse("documents:detail", args=[pk]))


def _go(request: HttpRequest, url: str) -> HttpResponse:
    """To another page: by the script's own header where it asks, which a redirect would be lost on."""
    return HttpResponse(headers={"HX-Redirect": url}) if request.headers.get("HX-Request") else redirect(url)


def _answer(
    request: HttpRequest,
    where: Where,
    step: Step | None,
    said: str = "",
    *,
    key: str = "",
    touched: frozenset[str] | set[str] = frozenset(),
) -> HttpResponse:
    """What changed, for the script; for a browser without, the page again at the fact."""
    keys = set(touched)
    if step is not None:
        keys |= set(step.changes.values_list("key", flat=True))
        key = key or next(iter(keys), "")
    part = number(request.POST.get("part"), 1)
    if not request.headers.get("HX-Request"):
        if said:
            messages.warning(request, said)
        url = reverse("documents:detail", args=[where.document])
        return redirect(f"{url}?paper={where.paper}&part={part}#of-{key or next(iter(keys), 'review')}")
    moved = keys if step is not None and (step.of or step).act == Act.MOVED else set()
    added = {key for key in keys if _is_added(key)}
    response = changed(request, where, part, keys, said, placed=moved | added)
    if step is not None:
        response.headers["X-Kept"] = "1"  # the draft of it may go
        response.headers["HX-Reswap"] = "none"  # the form goes with the row that it stood in
    return response


def _is_added(key: str) -> bool:
    return key.partition("-")[2].startswith("n")


def changed(
    request: HttpRequest,
    where: Where,
    part: int,
    keys: set[str],
    said: str = "",
    *,
    placed: Collection[str] = (),
) -> HttpResponse:
    """The rows of these facts as they stand now, each to take the place of the old one, and how far the review is.

    placed: those of them that are new on the page or stand elsewhere than before.
    """
    document = selectors.visible(request.user, where.document)
    page = page_of(request, document, where.paper, part)
    items = [item for key in keys if (item := page.review.item(key))]
    facts = [item for item in items if item.name != "findings" and _is_shown(page, item)]
    context = {
        "document": document,
        "page": page,
        "lines": [line_of(item) for item in facts if item.key not in placed],
        "placed": [(line_of(item), _above(page, item)) for item in facts if item.key in placed],
        "gone": [key for key in keys if page.review.item(key) is None],
        "questions": [question for question in page.questions if question.item.key in keys],
        "said": said,
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


@require_GET
def news(request: HttpRequest, pk: int, paper: int) -> HttpResponse:
    """What others changed since the step that the page knows; nothing to say costs two queries."""
    document = selectors.visible(request.user, pk)
    reading = selectors.reading_of(document)
    since = number(request.GET.get("since"))
    if last_step(reading) <= since:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    changes = FactChange.objects.filter(step__reading=reading, step__paper=paper, step__number__gt=since)
    acts = list(changes.values_list("key", "step__act", "step__of__act")[:MOST_AT_ONCE])
    placed = {key for key, *made in acts if _is_added(key) or Act.MOVED in made}
    keys = {key for key, *_ in acts}
    where = Where(pk, reading.pk, paper)
    return changed(request, where, number(request.GET.get("part"), 1), keys, placed=placed)


@require_GET
def row(request: HttpRequest, pk: int, paper: int, key: str) -> HttpResponse:
    """One fact's row again: what an edit that was given up leaves."""
    page, item = _fact(request, pk, paper, key)
    context = {"document": selectors.visible(request.user, pk), "page": page, "line": line_of(item)}
    return render(request, "documents/review/_line.html", context)


def _fact(request: HttpRequest, pk: int, paper: int, key: str) -> tuple[Page, Item]:
    document = selectors.visible(request.user, pk)
    page = page_of(request, document, paper, number(request.GET.get("part") or request.POST.get("part"), 1))
    item = page.review.item(key)
    if item is None or item.name == "findings":
        raise Http404
    return page, item


@require_http_methods(["GET", "POST"])
def fact(request: HttpRequest, pk: int, paper: int, key: str) -> HttpResponse:
    """The form of one fact: every value with its control."""
    page, item = _fact(request, pk, paper, key)
    return _form(request, pk, page, item.name, item, dict(item.value))


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, pk: int, paper: int, name: str) -> HttpResponse:
    """The form of a fact that the program did not see; start and end in the address: of words of the text."""
    if name not in BY_KEY or name == DOCUMENT:
        raise Http404
    document = selectors.visible(request.user, pk)
    page = page_of(request, document, paper, number(request.GET.get("part") or request.POST.get("part"), 1))
    value: Value = {}
    if "start" in request.GET:
        start, end = number(request.GET.get("start")), number(request.GET.get("end"))
        value = {"text": " ".join(page.reading.text[start:end].split()), "start": start, "end": end}
        for own in ("name", "unit", "title", "number"):
            value[own] = value["text"]
    return _form(request, pk, page, name, None, value)


def _form(
    request: HttpRequest, pk: int, page: Page, name: str, item: Item | None, value: Value
) -> HttpResponse:
    initial = {"start": value.get("start"), "end": value.get("end")} if item is None else {}
    form = FactForm(page.review, name, value, request.POST or None, initial=initial)
    where = Where(pk, page.reading.pk, page.review.number)
    theirs: Item | None = None
    if request.method == "POST" and form.is_valid():
        where = Where(pk, number(request.POST.get("reading")), page.review.number)
        values = {**form.values(), **_source(page, form.cleaned_data)}
        try:
            if item is None:
                blank: Value = {"source": None}
                step = services.add(request.user, where, name, {**blank, **values}, ip=origin(request))
            else:
                seen = number(request.POST.get("seen"))
                step = services.correct(request.user, where, item.key, seen, values, ip=origin(request))
        except StaleReadingError:
            return _stale(request, pk)
        except NoSuchFactError as error:
            raise Http404 from error
        except ConflictError as conflict:
            theirs = conflict.item
        else:
            return _answer(request, where, step)
    context = {
        "document": selectors.visible(request.user, pk),
        "page": page,
        "kind": BY_KEY[name],
        "item": item,
        "line": line_of(item) if item else None,
        "theirs": line_of(theirs) if theirs else None,
        "form": form,
        "sentence": _sentence(page, item, form),
        "acts": _acts_of(item) if item else [],
    }
    whole = not request.headers.get("HX-Request")
    template = "documents/review/fact.html" if whole else "documents/review/_form.html"
    failed = request.method == "POST" and whole
    status = HTTPStatus.UNPROCESSABLE_ENTITY if failed else HTTPStatus.OK
    return render(request, template, context, status=status)


def _acts_of(item: Item) -> list[tuple[str, str]]:
    """The buttons below the form of a fact, with their words."""
    acts = [("remove", gettext("Remove this"))] if item.name != DOCUMENT else []
    if item.name not in (DOCUMENT, "sections"):
        acts += [("up", gettext("Up")), ("down", gettext("Down"))]
    if item.is_settled and item.read is not None:
        acts.append(("restore", gettext("As it was read")))
    return acts


def _source(page: Page, cleaned: Mapping[str, Any]) -> Value:
    """The words that were chosen for a fact, as its source; nothing where none were."""
    start, end = cleaned.get("start"), cleaned.get("end")
    if start is None or end is None or not start < end <= len(page.reading.text):
        return {}
    spans = [item for item in page.review if item.span and item.page and item.span[0] <= start]
    near = max(spans, key=lambda item: (item.span or (0, 0))[0], default=None)
    return {"source": {"start": start, "end": end, "page": near.page if near else None}}


def _sentence(page: Page, item: Item | None, form: FactForm) -> str:
    """The words of the text that the fact stands on."""
    span = item.span if item else None
    if item is None and form["start"].value() not in (None, ""):
        try:
            span = int(form["start"].value()), int(form["end"].value())
        except (TypeError, ValueError):
            return ""
    return " ".join(page.reading.text[span[0] : span[1]].split())[:600] if span else ""


@require_http_methods(["GET", "POST"])
def several(request: HttpRequest, pk: int, paper: int) -> HttpResponse:
    """The same values for several facts of one kind ("all these are led by the same unit")."""
    asked = request.POST if request.method == "POST" else request.GET
    document = selectors.visible(request.user, pk)
    page = page_of(request, document, paper, number(asked.get("part"), 1))
    seen = dict(seen_of(each) for each in asked.getlist("pick")[:MOST_AT_ONCE])
    items = [item for key in seen if (item := page.review.item(key))]
    names = {item.name for item in items}
    if not items or len(names) > 1 or items[0].name not in SHARED:
        messages.warning(request, gettext("Tick several facts of one kind first."))
        return _go(request, f"{reverse('documents:detail', args=[pk])}?paper={paper}&part={page.part.number}")
    name = items[0].name
    fields = [field for field in SHARED[name] if field in asked.getlist("field")]
    form = FactForm(
        page.review, name, items[0].value, request.POST if fields else None, only=fields or SHARED[name]
    )
    if request.method == "POST" and fields and form.is_valid():
        where = Where(pk, number(request.POST.get("reading")), paper)
        try:
            step = services.correct_many(request.user, where, seen, form.values(), ip=origin(request))
        except StaleReadingError:
            return _stale(request, pk)
        except ConflictError:
            messages.error(
                request, gettext("Somebody else changed one of these meanwhile. Look, then decide again.")
            )
        else:
            count = len(seen)
            done = ngettext("%(count)d fact changed.", "%(count)d facts changed.", count) % {"count": count}
            messages.success(request, done)
            return _answer(request, where, step)
    context = {
        "document": document,
        "page": page,
        "kind": BY_KEY[name],
        "lines": [line_of(item) for item in items],
        "form": form,
        "fields": fields,
    }
    return render(request, "documents/review/several.html", context)


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
def accept(request: HttpRequest, pk: int, paper: int) -> HttpResponse:
    """Keep what stands as a version."""
    where = Where(pk, number(request.POST.get("reading")), paper)
    url = f"{reverse('documents:detail', args=[pk])}?paper={paper}"
    try:
        version = services.accept(request.user, where, ip=origin(request))
    except Document.DoesNotExist as error:
        raise Http404 from error
    except StaleReadingError:
        return _stale(request, pk)
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
