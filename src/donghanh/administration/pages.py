"""What the pages of units and of places share: a form to be filled in, and what it would do before it is confirmed."""

from collections.abc import Iterable, Sequence

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from donghanh.audit.models import Entry
from donghanh.organisations.orders import Outcome
from donghanh.trail.telling import tell

Above = Sequence[tuple[str, str]]
"""The pages above one, from the top, each with its address and name."""
_OUR_OWN = ("csrfmiddlewaretoken", "confirm", "edit")


def form(request: HttpRequest, asked: forms.Form, above: Above, about: str = "") -> HttpResponse:
    """A form with what is wrong in it and the things that typed names may mean. about: the thing that is changed."""
    offered = getattr(asked, "offered", {})
    context = {
        "form": asked,
        "above": above,
        "about": about,
        "back": above[-1][0],
        "fields": [(field, offered.get(field.name, [])) for field in asked],
    }
    return render(request, "administration/form.html", context, status=400 if asked.errors else 200)


def preview(
    request: HttpRequest,
    asked: forms.Form,
    outcome: Outcome,
    above: Above,
    about: str = "",
    *,
    kept: Iterable[tuple[str, object]] | None = None,
    stale: str = "",
    done: Iterable[Entry] = (),
) -> HttpResponse:
    """What a form would do, to be confirmed. kept: what is sent with it, without it all that was filled in.

    stale: why what was confirmed was not done; done: what others did since it was shown.
    """
    if kept is None:
        lists = request.POST.lists()
        kept = [(name, value) for name, values in lists for value in values if name not in _OUR_OWN]
    context = {
        "form": asked,
        "above": above,
        "about": about,
        "leave": above[0][0],
        "outcome": outcome,
        "kept": kept,
        "stale": stale,
        "done": tell(done),
    }
    return render(request, "administration/preview.html", context)
