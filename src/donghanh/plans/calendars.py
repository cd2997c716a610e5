"""Pages of a unit's days: what is past, this week, next, month by month; and the calendar for a telephone."""

import calendar
from datetime import date, timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST, require_safe

from donghanh.accounts.services import as_user
from donghanh.audit.services import origin
from donghanh.plans import deadlines, feeds, work
from donghanh.plans.forms import CalendarForm
from donghanh.plans.models import Feed, Programme
from donghanh.plans.working import unit_of

LATE, NEXT = timedelta(days=366), timedelta(days=31)
MOST_LATE = MOST_OPEN = 20


@require_GET
def of_unit(request: HttpRequest, pk: int) -> HttpResponse:
    """What of a unit's work is past its day, due this week and next; a month of it where one is asked for."""
    unit, today = unit_of(request, pk), timezone.localdate()
    having = work.of(unit)
    programmes = Programme.objects.filter(plans__in=having.parties().values("plan")).distinct()
    form = CalendarForm(programmes, request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    month: date | None = asked.get("month")
    sunday = today + timedelta(days=6 - today.weekday())
    first, last = (today - LATE, today + NEXT) if month is None else (month, _end(month))
    found = deadlines.of_unit(having, first, last, asked.get("programme"))
    late = [each for each in found.dated if each.day and each.day < today and not each.is_report]
    coming = [each for each in found.dated if each.day and each.day >= today]
    context = {
        "unit": unit,
        "form": form,
        "month": month,
        "today": today,
        "before": (month or today.replace(day=1)) - timedelta(days=1),
        "after": _end(month or today) + timedelta(days=1),
        "whole": found.dated,
        "late": late[:MOST_LATE],
        "late_count": len(late),
        "week": [each for each in coming if each.day and each.day <= sunday],
        "next": [each for each in coming if each.day and each.day > sunday],
        "open": found.open[:MOST_OPEN],
        "open_count": len(found.open),
        "feed": Feed.objects.filter(user=as_user(request.user), unit=unit).first(),
    }
    return render(request, "plans/calendar.html", context)


def _end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


@require_POST
@never_cache
def draw(request: HttpRequest, pk: int) -> HttpResponse:
    """A secret address for the person's telephone; it is shown once."""
    unit = unit_of(request, pk)
    token = feeds.draw(as_user(request.user), unit, ip=origin(request))
    address = request.build_absolute_uri(reverse("plans:feed", args=[token]))
    return render(request, "plans/feed.html", {"unit": unit, "address": address})


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the address answer no more."""
    unit = unit_of(request, pk)
    feeds.end(as_user(request.user), unit, ip=origin(request))
    messages.success(request, gettext("The address answers no more."))
    return redirect("plans:calendar", pk)


@require_safe
@login_not_required
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar that a secret opens; for whoever has it, without signing in."""
    unit = feeds.of_token(token).unit
    url = request.build_absolute_uri(reverse("plans:work", args=[unit.pk]))
    response = HttpResponse(feeds.written(unit, url), content_type="text/calendar; charset=utf-8")
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
