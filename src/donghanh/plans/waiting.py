"""What of plans waits for guidance, a norm, a word from above: proposed from a plan's own words, noted and lifted by people.

Planning goes on with what waits; rooms that spend ask `is_held` or `held` first.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from donghanh.accounts.models import User
from donghanh.audit.services import record
from donghanh.plans.desk import hold as take
from donghanh.plans.errors import HeldAlreadyError, NotInForceError
from donghanh.plans.models import IN_FORCE, PUBLISHED, Hold, Item, Plan
from donghanh.plans.selectors import Person
from donghanh.reading.checks.pending_basis import find_waits

PAGE = 50
_PAUSES = re.compile(r"(?<!\w)(?:tạm (?:dừng|ngừng|hoãn)|hoãn lại)(?!\w)[^.;()]*", re.IGNORECASE)
_NOT_PAUSED = re.compile(r"(?:không|đừng|tránh)\s+(?:được\s+)?$", re.IGNORECASE)


def is_held(item: Item) -> bool:
    """Whether an item, or its norm, waits."""
    return Hold.objects.standing().filter(item=item).exists()


def held(items: QuerySet[Item]) -> QuerySet[Item]:
    """Those of some items that wait themselves or by their norm."""
    return items.filter(Exists(Hold.objects.standing().filter(item=OuterRef("pk"))))


def waiting_words(text: str) -> str:
    """The words by which a text says that it waits; blank where it does not.

    >>> waiting_words("Mức chi: chờ hướng dẫn mới"), waiting_words("phòng chờ")
    ('chờ hướng dẫn mới', '')
    """
    for start, end in find_waits(text):
        return text[start:end].strip()
    for match in _PAUSES.finditer(text):
        if not _NOT_PAUSED.search(text[: match.start()]):
            return match[0].strip()
    return ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An item whose words say that it waits, of which nobody has said anything. reason: these words."""

    item: Item
    reason: str


def proposed(plan: Plan) -> Sequence[Proposal]:
    """What of a plan seems to wait, by its own words; a person confirms it. One query."""
    items = plan.item_set.exclude(kind=Item.Kind.SECTION).filter(holds=None).only("text", "note", "label")
    read = ((item, waiting_words(item.note) or waiting_words(item.text)) for item in items)
    return [Proposal(item, reason) for item, reason in read if reason]


def holds_of(plan: Plan) -> Sequence[Hold]:
    """All that was noted as waiting in a plan, what still waits ahead."""
    found = Hold.objects.filter(item__plan=plan).select_related("item", "made_by", "lifted_by")
    return sorted(found, key=lambda each: each.lifted_at is not None)


def listed(user: Person, page: str | None) -> Page[Hold]:
    """What waits in all plans that a person sees, the longest ahead."""
    found = Hold.objects.visible_to(user).standing().select_related("item__plan__unit")
    return Paginator(
        found.defer("item__plan__frame", "item__plan__searched").order_by("since", "pk"), PAGE
    ).get_page(page)


def suspend(
    user: User, number: int, item: int, *, of: str, reason: str, since: date, ip: str | None = None
) -> Hold:
    """Note that an item of a plan, or its norm, waits; also of a plan that is being carried out. of: a `Hold.Of`.

    Raises: Http404, PermissionDenied, NotInForceError, HeldAlreadyError.
    """
    with transaction.atomic():
        plan = _not_over(user, number)
        found = get_object_or_404(plan.item_set.exclude(kind=Item.Kind.SECTION), pk=item)
        if Hold.objects.standing().filter(item=found, of=of).exists():
            raise HeldAlreadyError
        made = Hold.objects.create(item=found, of=of, reason=reason[:500], since=since, made_by=user)
        changes = {"item": found.pk, "reason": made.reason, "since": since.isoformat()}
        record("plan_item_held", plan, actor=user, changes=changes, ip=ip, unit=plan.keeper_id)
    return made


def lift(user: User, number: int, hold: int, *, ip: str | None = None) -> Hold:
    """Note that it goes on.

    Raises: Http404, PermissionDenied, NotInForceError.
    """
    with transaction.atomic():
        plan = _not_over(user, number)
        found = get_object_or_404(Hold.objects.standing().filter(item__plan=plan), pk=hold)
        found.lifted_by, found.lifted_at = user, timezone.now()
        found.save(update_fields=["lifted_by", "lifted_at"])
        changes = {"item": found.item_id, "reason": found.reason}
        record("plan_item_goes_on", plan, actor=user, changes=changes, ip=ip, unit=plan.keeper_id)
    return found


def _not_over(user: User, number: int) -> Plan:
    """A plan that the person writes, locked, which nothing has replaced or closed."""
    plan = take(user, number)
    if plan.state in PUBLISHED - IN_FORCE:
        raise NotInForceError(plan.get_state_display())
    return plan
