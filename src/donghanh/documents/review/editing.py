"""The forms of facts: one, a new one, several at once."""

import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.audit.services import origin
from donghanh.documents import selectors
from donghanh.documents.facts import BY_KEY
from donghanh.documents.review import services
from donghanh.documents.review.answers import MOST_AT_ONCE, answer, go, number, page_of, seen_of, writing
from donghanh.documents.review.forms import IN_WORDS, SHARED, FactForm, SplitForm
from donghanh.documents.review.names import DUE_RULES, completed, units_of
from donghanh.documents.review.page import Page, line_of
from donghanh.documents.review.state import DOCUMENT, Item, Value
from donghanh.documents.review.steps import ConflictError, Where
from donghanh.documents.review.tree import OwnBranchError


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
@writing
def fact(request: HttpRequest, pk: int, paper: int, key: str) -> HttpResponse:
    """The form of one fact: every value with its control."""
    page, item = _fact(request, pk, paper, key)
    _may_review(page)
    return _form(request, pk, page, item.name, item, dict(item.value))


@require_http_methods(["GET", "POST"])
@writing
def new(request: HttpRequest, pk: int, paper: int, name: str) -> HttpResponse:
    """The form of a fact that the program did not see; start and end in the address: of words of the text."""
    if name not in BY_KEY or name == DOCUMENT:
        raise Http404
    document = selectors.visible(request.user, pk)
    page = page_of(request, document, paper, number(request.GET.get("part") or request.POST.get("part"), 1))
    _may_review(page)
    value: Value = {}
    if "start" in request.GET:
        start, end = number(request.GET.get("start")), number(request.GET.get("end"))
        value = {"text": " ".join(page.reading.text[start:end].split()), "start": start, "end": end}
        for own in ("name", "unit", "title", "number"):
            value[own] = value["text"]
    return _form(request, pk, page, name, None, value)


def _may_review(page: Page) -> None:
    """A form is for those who may write by it.

    Raises: PermissionDenied.
    """
    if not page.may_review:
        raise PermissionDenied


def _form(
    request: HttpRequest, pk: int, page: Page, name: str, item: Item | None, value: Value
) -> HttpResponse:
    initial = {"start": value.get("start"), "end": value.get("end")} if item is None else {}
    # Each field of the paper itself is a fact of its own.
    only = list(item.value) if item is not None and name == DOCUMENT else ()
    mark = f"on-{item.key}" if item else "new"
    form = FactForm(page.review, name, value, request.POST or None, only=only, initial=initial, mark=mark)
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
        except ConflictError as conflict:
            theirs = conflict.item
        except OwnBranchError:
            form.add_error("parent", gettext("That section stands under this one by now. Choose another."))
        else:
            return answer(request, where, step)
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
        "may_split": item is not None and name in IN_WORDS,
        "units": units_of(page.review) if form.asks_for_units else [],
        "rules": DUE_RULES,
    }
    whole = not request.headers.get("HX-Request")
    template = "documents/review/fact.html" if whole else "documents/review/_form.html"
    failed = request.method == "POST" and whole
    status = HTTPStatus.UNPROCESSABLE_ENTITY if failed else HTTPStatus.OK
    return render(request, template, context, status=status)


def _acts_of(item: Item) -> list[tuple[str, str]]:
    """The buttons below the form of a fact, with their words."""
    acts = [("remove", gettext("Remove this"))] if item.name != DOCUMENT else []
    if item.name != DOCUMENT:
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


def _sentence(page: Page, item: Item | None, form: forms.Form) -> str:
    """The words of the text that the fact stands on."""
    span = item.span if item else None
    if item is None and form["start"].value() not in (None, ""):
        try:
            span = int(form["start"].value()), int(form["end"].value())
        except (TypeError, ValueError):
            return ""
    return " ".join(page.reading.text[span[0] : span[1]].split())[:600] if span else ""


@require_http_methods(["GET", "POST"])
@writing
def split(request: HttpRequest, pk: int, paper: int, key: str) -> HttpResponse:
    """Make several facts of one: a sentence that says two things."""
    page, item = _fact(request, pk, paper, key)
    _may_review(page)
    if item.name not in IN_WORDS:
        raise Http404
    parts = re.split(r"(?<=[;.])\s+", str(item.value.get("text") or ""))
    form = SplitForm(request.POST or None, initial={"parts": parts})
    if request.method == "POST" and form.is_valid():
        where = Where(pk, number(request.POST.get("reading")), paper)
        values = [{"text": part} for part in form.cleaned_data["parts"]]
        seen = number(request.POST.get("seen"))
        try:
            step = services.split(request.user, where, key, seen, values, ip=origin(request))
        except ConflictError:
            messages.error(request, gettext("Somebody else changed this meanwhile. Look, then decide again."))
        else:
            return answer(request, where, step, key=key)
    context = {
        "document": selectors.visible(request.user, pk),
        "page": page,
        "kind": BY_KEY[item.name],
        "item": item,
        "form": form,
        "sentence": _sentence(page, item, form),
    }
    return render(request, "documents/review/split.html", context)


@require_http_methods(["GET", "POST"])
@writing
def several(request: HttpRequest, pk: int, paper: int) -> HttpResponse:
    """The same values for several facts of one kind ("all these are led by the same unit")."""
    asked = request.POST if request.method == "POST" else request.GET
    document = selectors.visible(request.user, pk)
    page = page_of(request, document, paper, number(asked.get("part"), 1))
    _may_review(page)
    seen = dict(seen_of(each) for each in asked.getlist("pick")[:MOST_AT_ONCE])
    items = [item for key in seen if (item := page.review.item(key))]
    names = {item.name for item in items}
    if not items or len(names) > 1 or items[0].name not in SHARED:
        messages.warning(request, gettext("Tick several facts of one kind first."))
        return go(request, f"{reverse('documents:detail', args=[pk])}?paper={paper}&part={page.part.number}")
    name = items[0].name
    fields = [field for field in SHARED[name] if field in asked.getlist("field")]
    form = FactForm(
        page.review, name, items[0].value, request.POST if fields else None, only=fields or SHARED[name]
    )
    if request.method == "POST" and "merge" in asked and name in IN_WORDS and len(items) > 1:
        return _merge(request, page, items, seen)
    if request.method == "POST" and fields and form.is_valid():
        where = Where(pk, number(request.POST.get("reading")), paper)
        try:
            step = services.correct_many(request.user, where, seen, form.values(), ip=origin(request))
        except ConflictError:
            messages.error(
                request, gettext("Somebody else changed one of these meanwhile. Look, then decide again.")
            )
        else:
            count = len(seen)
            done = ngettext("%(count)d fact changed.", "%(count)d facts changed.", count) % {"count": count}
            messages.success(request, done)
            return answer(request, where, step)
    context = {
        "document": document,
        "page": page,
        "kind": BY_KEY[name],
        "lines": [line_of(item) for item in items],
        "form": form,
        "fields": fields,
        "may_merge": name in IN_WORDS and len(items) > 1,
    }
    return render(request, "documents/review/several.html", context)


def _merge(request: HttpRequest, page: Page, items: Sequence[Item], seen: Mapping[str, int]) -> HttpResponse:
    """One fact with the words of all, from the first of them to the last."""
    where = Where(page.reading.document_id, number(request.POST.get("reading")), page.review.number)
    spans = [item.span for item in items if item.span]
    values: Value = {"text": " ".join(str(item.value.get("text") or "") for item in items)}
    if spans and items[0].span:
        source = items[0].value["source"]
        values["source"] = {**source, "start": min(spans)[0], "end": max(end for _, end in spans)}
    try:
        step = services.merge(request.user, where, seen, values, ip=origin(request))
    except ConflictError:
        messages.error(
            request, gettext("Somebody else changed one of these meanwhile. Look, then decide again.")
        )
        return go(request, f"{reverse('documents:detail', args=[where.document])}?paper={where.paper}")
    return answer(request, where, step, key=items[0].key)


@require_GET
def places(request: HttpRequest) -> HttpResponse:
    """Names that end like what is being typed in any control, with the places above them."""
    asked = str(next(iter(request.GET.values()), ""))[:100]
    return render(request, "documents/review/places.html", {"names": completed(asked)})
