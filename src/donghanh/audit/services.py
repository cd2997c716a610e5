"""Writing the audit trail."""

import secrets
from collections.abc import Mapping
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone

from .models import Entry, Head


def record(
    verb: str,
    target: models.Model,
    *,
    actor: AbstractBaseUser | AnonymousUser | None,
    changes: Mapping[str, Any] | None = None,
    ip: str | None = None,
) -> Entry:
    """Append one act to the trail, inside the transaction of the act itself.

    Call it last in the transaction: from here on until the commit, other writers wait, which is
    what gives the entries one order.

    verb: what was done, in the past tense ("uploaded"). target: a saved row. actor: None where
    the program acts by itself. changes: field names with their old and new values, as JSON; no
    personal data beyond what the act needs. ip: where the request came from, see `origin`.

    Raises: TransactionManagementError outside a transaction.
    """
    return append(
        verb,
        target._meta.label_lower,
        str(target.pk),
        actor_id=getattr(actor, "pk", None),
        details={"changes": dict(changes or {}), "ip": ip},
    )


def append(
    verb: str, object_type: str, object_id: str, *, actor_id: int | None, details: dict[str, Any]
) -> Entry:
    """`record` for a thing that is no row of a table: a sign-in that failed."""
    connection = transaction.get_connection()
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("An act and its audit entry share a transaction.")
    Head.objects.bulk_create([Head()], ignore_conflicts=True)
    head = Head.objects.select_for_update().get()
    entry = Entry(
        sequence=head.sequence + 1,
        at=timezone.now(),
        actor_id=actor_id,
        verb=verb,
        object_type=object_type,
        object_id=object_id,
        details=details,
        salt=secrets.token_hex(16),
        previous_hash=head.hash,
    )
    entry.commitment = entry.compute_commitment()
    entry.hash = entry.compute_hash()
    entry.save()
    head.sequence, head.hash = entry.sequence, entry.hash
    head.save(update_fields=["sequence", "hash"])
    return entry


def origin(request: HttpRequest) -> str | None:
    """The address that a request came from, as the server saw it."""
    return request.META.get("REMOTE_ADDR")
