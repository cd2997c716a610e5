"""What pages ask about people; each function asks a bounded number of queries."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from donghanh.accounts.models import RoleGrant, Substitution, User, UserQuerySet
from donghanh.organisations.models import OrgUnit
from donghanh.organisations.tree import on

Person = User | AnonymousUser

_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("coc_coc", "Cốc Cốc"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class Device:
    """A session of a person: on which device, since when, from where; is_this: the one in which she looks."""

    pk: int
    device: str
    since: datetime
    address: str
    is_this: bool


def roles_of(user: Person) -> QuerySet[RoleGrant]:
    """All roles that a person has, had and will have, the latest first."""
    return RoleGrant.objects.filter(user=user.pk).select_related("unit", "line")


def substituting(user: Person) -> QuerySet[Substitution]:
    """The roles that a person has for others today."""
    found = Substitution.objects.filter(on(timezone.localdate()), user=user.pk)
    return found.select_related("grant__unit", "grant__user")


def people(user: Person, *, words: str = "", role: str = "", unit: OrgUnit | None = None) -> UserQuerySet:
    """The people whom a person sees; role, unit: those alone who have that role, or any, there today."""
    found = User.objects.visible_to(user)
    if words:
        found = found.named_like(words)
    if role or unit:
        grants = RoleGrant.objects.on(timezone.localdate()).filter(user=OuterRef("pk"))
        if role:
            grants = grants.filter(role=role)
        if unit:
            grants = grants.filter(unit=unit)
        found = found.filter(Exists(grants))
    return found.order_by("full_name", "pk")


def roles_by_person(user: Person, shown: Iterable[User]) -> dict[int, list[RoleGrant]]:
    """The roles of today of some people, of those that the person sees; one query."""
    grants = RoleGrant.objects.visible_to(user).on(timezone.localdate())
    found: dict[int, list[RoleGrant]] = defaultdict(list)
    for grant in grants.filter(user__in=[each.pk for each in shown]).select_related("unit"):
        found[grant.user_id].append(grant)
    return found


def visible(user: Person, pk: int) -> User:
    """A person whom somebody sees.

    Raises: Http404.
    """
    return get_object_or_404(User.objects.visible_to(user), pk=pk)


def sessions_of(user: User, this: str | None) -> list[Device]:
    """Where a person is signed in; sessions that have ended are left out."""
    found = UserSession.objects.purge_and_list(user)
    devices = [
        Device(each.pk, device_of(each.user_agent), each.created_at, each.ip, each.session_key == this)
        for each in found
    ]
    return sorted(devices, key=lambda device: (not device.is_this, -device.since.timestamp()))


def device_of(agent: str) -> str:
    """A browser's description of itself, in the words that people use for it.

    >>> device_of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36")
    'Chrome, Windows'
    """
    named = (
        next((word for mark, word in names if re.search(mark, agent)), "") for names in (_BROWSERS, _SYSTEMS)
    )
    return ", ".join(filter(None, named)) or agent[:40]
