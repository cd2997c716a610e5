"""Writing the audit trail."""

import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone

from .models import Entry, EntryIsPermanent, Unsealed

ERASED = "erased"
RESTORED = "backup_restored"
"""Done in a database that came out of a backup, with `made_at` among its changes: what was done since then is lost."""
Actor = AbstractBaseUser | AnonymousUser | None
Act = tuple[models.Model, Mapping[str, Any], models.Model | int]
"""A thing, what changed in it, the unit in which it was done."""


def record(
    verb: str,
    target: models.Model | type[models.Model],
    *,
    actor: Actor,
    changes: Mapping[str, Any] | None = None,
    ip: str | None = None,
    unit: models.Model | int | None = None,
) -> Entry:
    """Write one act down, inside the transaction of the act itself; it is sealed within seconds.

    verb: what was done, in the past tense ("uploaded"), one that `trail.words` has a sentence for. target: a
    saved row, or a model where the act is about no row of its own. actor: None where the program acts by itself.
    changes: field names with their old and new values, as JSON; no personal data beyond what the act needs. ip: where
    the request came from, see `origin`. unit: in which it was done, without one the unit in which the actor works; its
    auditors find it.

    Raises: TransactionManagementError outside a transaction.
    """
    _require_transaction()
    entry = _entry(verb, target, actor, changes, ip, unit)
    entry.save()
    Unsealed.objects.create(entry=entry)
    return entry


def record_each(
    verb: str,
    acts: Iterable[Act],
    *,
    actor: Actor,
    ip: str | None = None,
) -> None:
    """Write one act on many things down, an entry each; otherwise as `record`, in as many queries for a thousand as for
    one.

    acts: each thing with what changed in it and the unit in which it was done.
    """
    _require_transaction()
    entries = [_entry(verb, target, actor, changes, ip, unit) for target, changes, unit in acts]
    Entry.objects.append(entries)
    Unsealed.objects.bulk_create([Unsealed(entry=entry) for entry in entries], batch_size=1000)


def _require_transaction() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("An act and its audit entry share a transaction.")


def _entry(
    verb: str,
    target: models.Model | type[models.Model],
    actor: Actor,
    changes: Mapping[str, Any] | None,
    ip: str | None,
    unit: models.Model | int | None,
) -> Entry:
    entry = Entry(
        at=timezone.now(),
        actor_id=getattr(actor, "pk", None),
        verb=verb,
        object_type=target._meta.label_lower,
        object_id=str(target.pk) if isinstance(target, models.Model) else "",
        unit_id=_number(unit, actor),
        details={"changes": dict(changes or {}), "ip": ip},
        salt=secrets.token_hex(16),
    )
    entry.commitment = entry.compute_commitment()
    return entry


def _number(unit: models.Model | int | None, actor: Actor) -> int | None:
    """The number of the unit; of the actor's (accounts.User is the only one who has it) where none is named."""
    if unit is None:
        return getattr(actor, "home_unit_id", None)
    return unit if isinstance(unit, int) else unit.pk


def erase(entry: Entry, *, actor: Actor, reason: str, ip: str | None = None) -> None:
    """Empty what an entry says changed and from where, because the law gives a person the right to it.

    Who, what, which thing and when stay, and the chain still verifies, since it holds commitments. The erasing is
    entered in the unit of the erased act, whose auditors so find it. Permission is the business of whoever calls it.
    Nothing happens to an entry that is empty already.

    reason: why, without personal data, since an erasure cannot be erased.

    Raises: EntryIsPermanent for the entry of an erasure; TransactionManagementError outside a transaction.
    """
    entry = Entry.objects.select_for_update().get(pk=entry.pk)
    if entry.verb == ERASED and entry.object_type == Entry._meta.label_lower:
        raise EntryIsPermanent("That something was erased, and why, is never erased.")
    if not entry.is_erased:
        Entry.objects.filter(pk=entry.pk).empty()
        record(ERASED, entry, actor=actor, changes={"reason": reason}, ip=ip, unit=entry.unit_id)


def origin(request: HttpRequest) -> str | None:
    """The address that a request came from, as the server saw it."""
    return request.META.get("REMOTE_ADDR")
