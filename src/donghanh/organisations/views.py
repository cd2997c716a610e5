"""The tree of units: browsed, searched, one unit's page, Excel."""

from datetime import date

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from donghanh.organisations import downloads, outputs, pictures, selectors
from donghanh.organisations.forms import TreeForm
from donghanh.organisations.models import Line, OrgUnit

PAGE = 50
MOST_NEIGHBOURS = 12


def _asked(request: HttpRequest) -> tuple[TreeForm, Line | None]:
    """The form with what is asked for, and the line; None where there is no line yet."""
    lines = list(Line.objects.all())
    form = TreeForm(request.GET)
    form.is_valid()
    line = form.cleaned_data.get("line") or next(iter(lines), None)
    return form, line


def _with_counts(page: Page[OrgUnit], line: Line, day: date) -> list[tuple[OrgUnit, int]]:
    """The units of a page, each with how many stand directly under it."""
    counts = selectors.counts_below(page.object_list, line, day)
    return [(unit, counts.get(unit.pk, 0)) for unit in page]


@require_GET
def units(request: HttpRequest) -> HttpResponse:
    """The units at the top of a line, or those that are called as asked."""
    form, line = _asked(request)
    words = form.cleaned_data.get("q", "")
    context = {"form": form, "line": line, "day": form.day, "words": words}
    if line is not None:
        if words:
            found = selectors.found(request.user, line, form.day, words)
        else:
            found = selectors.listed(request.user, line, form.day, None)
        context["page"] = page = Paginator(found, PAGE).get_page(request.GET.get("page"))
        context["rows"] = _with_counts(page, line, form.day)
    return render(request, "organisations/list.html", context)


@require_GET
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """One unit: its names and days, its superiors, those below it, what became of its place."""
    form, line = _asked(request)
    found = selectors.visible(request.user, pk)
    context = {
        "unit": found,
        "form": form,
        "line": line,
        "day": form.day,
        "is_there": found.holds_on(form.day),
        "standings": selectors.standings(found, form.day),
        "names": (names := list(found.names.all())),
        "called": next(
            (one.name for one in names if not one.is_short and one.holds_on(form.day)), found.name
        ),
        "successions": found.successions.select_related("new").order_by("new__name"),
        "predecessions": found.predecessions.select_related("old").order_by("old__name"),
    }
    if line is not None:
        below = selectors.listed(request.user, line, form.day, found)
        context["page"] = page = Paginator(below, PAGE).get_page(request.GET.get("page"))
        context["rows"] = _with_counts(page, line, form.day)
        context["neighbours"] = selectors.neighbours(found, line, form.day)[:MOST_NEIGHBOURS]
    if found.place is not None:
        context["became"] = selectors.became(found.place)
        context["came_from"] = selectors.came_from(found.place)
    return render(request, "organisations/unit.html", context)


@require_GET
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """One unit with its superiors and whoever stands below it, drawn as a tree."""
    form, line = _asked(request)
    found = selectors.visible(request.user, pk)
    drawn = pictures.draw(request.user, found, line, form.day) if line else None
    context = {"unit": found, "form": form, "line": line, "day": form.day, "drawn": drawn}
    return render(request, "organisations/picture.html", context)


@require_GET
def excel(request: HttpRequest, pk: int, line: str) -> HttpResponse:
    """A unit and all below it, as Excel."""
    form, _ = _asked(request)
    found = selectors.visible(request.user, pk)
    made = outputs.as_workbook(found, selectors.line_of(line), form.day)
    return downloads.excel(made, f"{found.name}.xlsx")
