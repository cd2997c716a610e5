"""The audit trail: one entry an act, chained by hashes, never changed and never deleted.

docs/adr/0004 says why the chain runs over a commitment to the details and not over the details.
"""

import hashlib
import json
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


class Entry(models.Model):
    """One act: who did what to which thing, when, from where, and what it changed."""

    sequence = models.BigIntegerField(_("number"), primary_key=True, editable=False)
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
    details = models.JSONField(_("what changed, and from where"), encoder=DjangoJSONEncoder, editable=False)
    salt = models.CharField(max_length=32, editable=False)
    commitment = models.CharField(max_length=HASH_LENGTH, editable=False)
    previous_hash = models.CharField(max_length=HASH_LENGTH, editable=False)
    hash = models.CharField(max_length=HASH_LENGTH, unique=True, editable=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["sequence"]
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        indexes = [models.Index(fields=["object_type", "object_id"], name="audit_entry_object")]

    def __str__(self) -> str:
        return f"{self.sequence} {self.verb} {self.object_type} {self.object_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            _refuse()
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        _refuse()

    def compute_commitment(self) -> str:
        return hashlib.sha256(self.salt.encode() + canonical(self.details)).hexdigest()

    def compute_hash(self) -> str:
        return hashlib.sha256(
            canonical(
                [
                    self.sequence,
                    self.at.astimezone(UTC).isoformat(timespec="microseconds"),
                    self.actor_id,
                    self.verb,
                    self.object_type,
                    self.object_id,
                    self.commitment,
                    self.previous_hash,
                ]
            )
        ).hexdigest()


class Head(models.Model):
    """Where the chain ends: one row, locked by whoever appends, so that entries have one order."""

    id = models.SmallIntegerField(primary_key=True, default=1, editable=False)
    sequence = models.BigIntegerField(default=0, editable=False)
    hash = models.CharField(max_length=HASH_LENGTH, default=GENESIS, editable=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="audit_head_is_one_row")]
        verbose_name = _("end of the audit trail")
        verbose_name_plural = _("end of the audit trail")

    def __str__(self) -> str:
        return f"{self.sequence} {self.hash}"
