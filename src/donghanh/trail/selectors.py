"""Which entries a person sees, and searching them. No question looks further than its days, or than `MOST_LOOKED_AT`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from donghanh.accounts.access import Person, held, may, require, within
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.accounts.services import as_user
from donghanh.audit.models import Entry, EntryQuerySet
from donghanh.audit.services import ERASED, RESTORED
from donghanh.organisations.models import OrgUnit
from donghanh.organisations.tree import STEP
from donghanh.trail.telling import Told, tell
from donghanh.trail.words import PEOPLE
from donghanh.vietnam.text import bare, fold

PAGE = 50
CHUNK = 500
MOST_LOOKED_AT = 2000
"""Entries that one search for words looks through; the page after goes on from there."""
_LONGEST_NUMBER = 18


@dataclass(frozen=True, slots=True)
class Key:
    """Where a page of entries ends: the next one begins behind this."""

    at: datetime
    pk: int

    def __str__(self) -> str:
        return f"{self.at.timestamp():.6f}-{self.pk}"

    @classmethod
    def parse(cls, written: str) -> "Key | None":
        """None where it is no key."""
        at, _, pk = written[:60].partition("-")
        try:
            return cls(datetime.fromtimestamp(float(at), tz=timezone.get_current_timezone()), int(pk))
        except (ValueError, OverflowError, OSError):
            return None


@dataclass(frozen=True, slots=True)
class Found:
    """One page of entries, the newest first; older: behind which the next page begins, None where nothing is left.

    cut: whether the search stopped before it found a page full, since it had looked through enough.
    """

    rows: tuple[Told, ...]
    older: Key | None
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What is searched for; since and until are moments, until not included."""

    since: datetime
    until: datetime
    person: str = ""
    verb: str = ""
    kind: str = ""
    words: str = ""


def visible_to(user: Person) -> EntryQuerySet:
    """Acts in units whose auditor the person is; at the top of a line also those that belong to no unit.

    Raises: PermissionDenied where she is auditor of none.
    """
    require(user, Permission.VIEW_AUDIT)
    return Entry.objects.filter(_reach(user))


def erasable(user: Person, label: str, key: str) -> EntryQuerySet:
    """Entries about one thing whose words a person may erase: what others did within her reach, and not about her.

    Raises: PermissionDenied where she may erase none anywhere.
    """
    require(user, Permission.ERASE_AUDIT)
    found = (
        Entry.objects.filter(_reach(user, Permission.ERASE_AUDIT), object_type=label, object_id=key)
        .exclude(salt="")  # erased already
        .exclude(verb__in=(ERASED, RESTORED))  # what the verification goes by
        .exclude(actor=user.pk)
        .exclude(object_type=User._meta.label_lower, object_id=str(user.pk))
    )
    for name in PEOPLE:
        change = f"details__changes__{name}"
        # An entry without the key is not the same as one with another value: SQL would drop it.
        found = found.filter(Q(**{f"{change}__isnull": True}) | ~Q(**{change: user.pk}))
    return found


def _reach(user: Person, permission: Permission = Permission.VIEW_AUDIT) -> Q:
    is_at_the_top = any(len(each.path or "") == STEP for each in held(user, permission))
    return within(user, permission, "unit_id", nobodys=is_at_the_top)


def history(user: Person, label: str, key: str, before: Key | None) -> Found:
    """What was done to one thing, with what the program did to it by itself.

    Raises: PermissionDenied; Http404 where nothing of it was done within her reach, nor is it a unit there.
    """
    if "\0" in label + key:  # PostgreSQL takes none
        raise Http404
    about = Q(object_type=label, object_id=key)
    if not visible_to(user).filter(about).exists() and not _is_unit_of_hers(user, label, key):
        raise Http404
    return _page(Entry.objects.filter(about & (_reach(user) | Q(unit_id__isnull=True))), before)


def number_of(key: str) -> int | None:
    """The number of a row that an address or a form names; None where it is none that a database holds."""
    return int(key) if key.isascii() and key.isdigit() and len(key) <= _LONGEST_NUMBER else None


def may_audit(user: Person, unit: OrgUnit | int) -> bool:
    """Whether a person reads what was done in a unit."""
    return may(user, Permission.VIEW_AUDIT, unit)


def _is_unit_of_hers(user: Person, label: str, key: str) -> bool:
    number = number_of(key)
    return label == OrgUnit._meta.label_lower and number is not None and may_audit(user, number)


def search(user: Person, asked: Asked, before: Key | None) -> Found:
    """A page of what is searched for.

    Raises: PermissionDenied.
    """
    entries = _asked_for(user, asked)
    if not asked.words:
        return _page(entries, before)
    wanted = _words(asked.words)
    rows: list[Told] = []
    last, looked_at = before, 0
    for told in _each(entries, before, MOST_LOOKED_AT + 1):
        if len(rows) == PAGE or looked_at == MOST_LOOKED_AT:
            return Found(tuple(rows), last, cut=len(rows) < PAGE)
        last, looked_at = Key(told.entry.at, told.entry.pk), looked_at + 1
        if _has(told, wanted):
            rows.append(told)
    return Found(tuple(rows), None)


def export(user: Person, asked: Asked, most: int) -> tuple[list[Told], bool]:
    """What is searched for among the newest entries, at most so many, and whether older ones were left out.

    Raises: PermissionDenied.
    """
    wanted = _words(asked.words)
    looked_at = list(_each(_asked_for(user, asked), None, most + 1))
    return [told for told in looked_at[:most] if _has(told, wanted)], len(looked_at) > most


def _asked_for(user: Person, asked: Asked) -> EntryQuerySet:
    entries = visible_to(user).filter(at__gte=asked.since, at__lt=asked.until)
    if asked.verb:
        entries = entries.filter(verb=asked.verb)
    if asked.kind:
        entries = entries.filter(object_type=asked.kind)
    if asked.person:
        people = User.objects.visible_to(as_user(user)).named_like(asked.person)
        entries = entries.filter(actor__in=people.values("pk"))
    return entries


def _page(entries: EntryQuerySet, before: Key | None) -> Found:
    found = list(_ordered(entries, before)[: PAGE + 1])
    shown = found[:PAGE]
    older = Key(shown[-1].at, shown[-1].pk) if len(found) > PAGE else None
    return Found(tuple(tell(shown)), older)


def _ordered(entries: EntryQuerySet, before: Key | None) -> Any:
    if before is not None:
        # The first condition is for the index, which the second alone would not use.
        entries = entries.filter(at__lte=before.at).filter(Q(at__lt=before.at) | Q(pk__lt=before.pk))
    return entries.select_related("seal").order_by("-at", "-pk")


def _each(entries: EntryQuerySet, before: Key | None, most: int) -> Iterator[Told]:
    """The entries behind a key, at most so many, told a chunk at a time."""
    rest = most
    while rest > 0:
        chunk = tell(_ordered(entries, before)[: min(CHUNK, rest)])
        yield from chunk
        if len(chunk) < min(CHUNK, rest):
            return
        before, rest = Key(chunk[-1].entry.at, chunk[-1].entry.pk), rest - len(chunk)


def _words(written: str) -> list[str]:
    return fold(written).split()


def _has(told: Told, wanted: list[str]) -> bool:
    """Whether all words stand in an entry, with their marks where they were typed."""
    plain = [word for word in wanted if word == bare(word)]
    marked = [word for word in wanted if word not in plain]
    return _stand_in(plain, told, bare) and _stand_in(marked, told, fold)


def _stand_in(words: list[str], told: Told, form: Callable[[str], str]) -> bool:
    """Whether all words stand in an entry's text in a form; for none the text is not brought into it."""
    text = form(told.text) if words else ""
    return all(word in text for word in words)
