"""How plans are written on pages."""

from datetime import timedelta

from django import template
from django.utils import timezone
from django.utils.translation import gettext

from donghanh.documents import words
from donghanh.plans import deadlines
from donghanh.plans.content import Goal
from donghanh.plans.models import Duty, Target

AHEAD = timedelta(days=400)
"""How far to look for the next day of a report: an annual one has a day in it."""

register = template.Library()
register.filter("official_date", words.official_date)
register.filter("document_kind", words.document_kind)
register.filter("shorten", words.shorten)
register.filter("money", words.money)
register.filter("due", words.due)


@register.filter
def figure(value: object) -> str:
    """A quantity without the noughts behind the comma that it is kept with."""
    return words.number(float(str(value)))


@register.filter
def basis_kind(kind: str) -> str:
    """How a cited document is called: in the words of the paper, or those of its code."""
    return str(words.DOCUMENT_KINDS.get(kind, kind or words.DOCUMENT_KINDS["other"]))


@register.filter
def cycle(value: str) -> str:
    """What kind of report a cycle asks for."""
    return str(words.CYCLES.get(value, words.CYCLES["unspecified"]))


@register.filter
def goal(target: Target | Goal) -> str:
    """What a target asks for: "at least 10 households, for each commune"."""
    quantity = words.compared(figure(target.quantity), target.comparator)
    return ", ".join(filter(None, (f"{quantity} {target.measure}".strip(), target.per)))


@register.filter
def next_day(duty: Duty) -> str:
    """The day on which a report is due next; that it is not clear, where the words leave it open."""
    today = timezone.localdate()
    coming = deadlines.of_duty(duty, today, today + AHEAD)
    if not coming:
        return ""
    return words.official_date(coming[0].day) if coming[0].day else gettext("day not clear")
