"""The deadlines of a unit as a calendar that a telephone subscribes to, under a secret address.

Whoever has the address needs no password, so it tells little: which report or item of which plan, no words of it. It
stops to answer with the person's right to see the unit's work, and is drawn anew or ended by herself.
"""

import hashlib
import secrets
from collections.abc import Iterator
from datetime import timedelta

from django.db import transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext

from donghanh.accounts.access import may, require
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.audit.services import record
from donghanh.documents.words import CYCLES, document_kind
from donghanh.organisations.models import OrgUnit
from donghanh.plans import deadlines, work
from donghanh.plans.models import Duty, Feed
from donghanh.writing.icalendar import Event, calendar

BEFORE, AHEAD = timedelta(days=31), timedelta(days=400)
"""Of which days a calendar tells."""


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def draw(user: User, unit: OrgUnit, *, ip: str | None = None) -> str:
    """A new secret for the person's calendar of a unit; the one before answers no more.

    Raises: Http404, PermissionDenied.
    """
    require(user, Permission.VIEW_PLANS, unit)
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        kept = {"digest": _digest(token), "made_at": timezone.now()}
        Feed.objects.update_or_create(user=user, unit=unit, defaults=kept)
        record("calendar_drawn", unit, actor=user, ip=ip, unit=unit)
    return token


def end(user: User, unit: OrgUnit, *, ip: str | None = None) -> None:
    """Let the person's calendar of a unit answer no more. It is her own, whatever she may by now."""
    with transaction.atomic():
        ended, _ = Feed.objects.filter(user=user, unit=unit).delete()
        if ended:
            record("calendar_ended", unit, actor=user, ip=ip, unit=unit)


def of_token(token: str) -> Feed:
    """Whose calendar a secret opens: looked up by its fingerprint, so that no guess is compared with a secret.

    Raises: Http404 for one that is not, or whose person may not see the unit's work any more.
    """
    feed = Feed.objects.filter(digest=_digest(token)).select_related("user", "unit").first()
    if feed is None or not may(feed.user, Permission.VIEW_PLANS, feed.unit):
        raise Http404
    return feed


def written(unit: OrgUnit, url: str) -> bytes:
    """The calendar of a unit. url: the page of its work, for whoever signs in."""
    return calendar(gettext("Work of %(unit)s") % {"unit": unit.name}, _events(unit, url), timezone.now())


def _events(unit: OrgUnit, url: str) -> Iterator[Event]:
    today = timezone.localdate()
    found = deadlines.of_unit(work.of(unit), today - BEFORE, today + AHEAD)
    for each in found.dated:
        if each.day is None:
            continue
        part, plan = each.about, each.about.plan
        if isinstance(part, Duty):
            what = str(CYCLES.get(part.cycle, CYCLES["unspecified"]))
        else:
            what = (
                gettext("Item %(label)s ends") % {"label": part.label}
                if part.label
                else gettext("An item ends")
            )
        uid = f"{part._meta.model_name}-{part.pk}-{each.day:%Y%m%d}@donghanh"
        yield Event(uid, each.day, f"{what} · {plan.number or document_kind(plan.kind)}", url)
