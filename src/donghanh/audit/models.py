"""The audit trail: an entry an act, and a seal an entry, each seal's hash over the one before it.

Entries are written by whoever acts and wait in no order; one sealer at a time links them. docs/adr/0021 says
why, docs/adr/0004 why the chain runs over a commitment to the details and not over the details.
"""

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC
from typing import Any, NoReturn

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

HASH_LENGTH = 64  # SHA-256 in hexadecimal
GENESIS = "0" * HASH_LENGTH


class EntryIsPermanent(TypeError):
    """Somebody tried to change or delete an entry of the audit trail."""


def _refuse(*args: object, **kwargs: object) -> NoReturn:
    raise EntryIsPermanent("An entry of the audit trail is never changed and never deleted.")


def canonical(value: Any) -> bytes:
    """The one way to write a value down before it is hashed."""
    text = json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


class EntryQuerySet(models.QuerySet["Entry"]):
    update = delete = bulk_update = bulk_create = update_or_create = _refuse

    def append(self, entries: "Sequence[Entry]") -> None:
        """Write many at once; only `services.record_each` does it."""
        super().bulk_create(entries, batch_size=1000)

    def empty(self) -> None:
        """Erase what the entries say; only `services.erase` does it, which leaves an entry of its own."""
        super().update(details={}, salt="")


class Entry(models.Model):
    """One act: who did what to which thing, when, from where, in which unit, and what it changed.

    details: "changes", fields with their old and new values, and "ip"; {} with no salt once they are erased.
    commitment: to the details and the salt, and what the chain holds of them.
    """

    at = models.DateTimeField(_("when"), editable=False)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
    )
    verb = models.CharField(_("act"), max_length=64, editable=False)
    object_type = models.CharField(_("kind of thing"), max_length=100, editable=False)
    object_id = models.CharField(_("which one"), max_length=64, editable=False)
    unit_id = models.BigIntegerField(_("in which unit"), null=True, editable=False)
    details = models.JSONField(_("what changed, and from where"), encoder=DjangoJSONEncoder, editable=False)
    salt = models.CharField(max_length=32, blank=True, editable=False)
    commitment = models.CharField(max_length=HASH_LENGTH, editable=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        indexes = [
            models.Index(fields=["object_type", "object_id"], name="audit_entry_object"),
            models.Index(fields=["unit_id", "at"], name="audit_entry_unit"),
            models.Index(fields=["at"], name="audit_entry_at"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.verb} {self.object_type} {self.object_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            _refuse()
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        _refuse()

    @property
    def is_erased(self) -> bool:
        return self.details == {} and self.salt == ""

    def compute_commitment(self) -> str:
        return hashlib.sha256(self.salt.encode() + canonical(self.details)).hexdigest()

    def compute_hash(self, sequence: int, previous: str) -> str:
        """The hash of this entry as the one of this number in the chain, behind the one with that hash."""
        facts: list[object] = [
            sequence,
            self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            self.actor_id,
            self.verb,
            self.object_type,
            self.object_id,
            self.commitment,
            previous,
        ]
        if self.unit_id is not None:  # entries of before there were units hash as they did
            facts.append(self.unit_id)
        return hashlib.sha256(canonical(facts)).hexdigest()


class Seal(models.Model):
    """One link of the chain: which entry has this number, and the hash over it and all before it."""

    sequence = models.BigIntegerField(_("number"), primary_key=True, editable=False)
    # Without a constraint: the guards refuse to delete an entry, and where they were taken away the
    # verification names the one that is missing.
    entry = models.OneToOneField(
        Entry, verbose_name=_("audit entry"), on_delete=models.DO_NOTHING, db_constraint=False, editable=False
    )
    hash = models.CharField(max_length=HASH_LENGTH, editable=False)

    class Meta:
        verbose_name = _("seal of an audit entry")
        verbose_name_plural = _("seals of audit entries")

    def __str__(self) -> str:
        return f"{self.sequence} {self.hash}"


class Unsealed(models.Model):
    """An entry that waits for its seal.

    A list of them, since on PostgreSQL numbers are given before they are committed: behind the entry that
    was sealed last, one with a lower number may still appear.
    """

    entry = models.OneToOneField(
        Entry,
        verbose_name=_("audit entry"),
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        primary_key=True,
        editable=False,
    )

    class Meta:
        verbose_name = _("unsealed audit entry")
        verbose_name_plural = _("unsealed audit entries")

    def __str__(self) -> str:
        return str(self.entry_id)


class Head(models.Model):
    """Where the chain ends: one row, locked by whoever seals, so that the chain never forks."""

    id = models.SmallIntegerField(primary_key=True, default=1, editable=False)
    sequence = models.BigIntegerField(default=0, editable=False)
    hash = models.CharField(max_length=HASH_LENGTH, default=GENESIS, editable=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="audit_head_is_one_row")]
        verbose_name = _("end of the audit trail")
        verbose_name_plural = _("end of the audit trail")

    def __str__(self) -> str:
        return f"{self.sequence} {self.hash}"
