"""The facts that people touched, the steps by which they did, and the versions that they accepted.

A fact that nobody touched has no row: it stands in the reading, of which a plan of 60 pages has 1,500.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class FactState(models.TextChoices):
    """What a person made of a fact; the words of `reading.compare.SETTLED`, and one for nothing yet."""

    UNSEEN = "unseen", _("not looked at")
    RIGHT = "right", _("right")
    CORRECTED = "corrected", _("corrected")
    ADDED = "added", _("added")
    REMOVED = "removed", _("removed")


class Act(models.TextChoices):
    """What a step did."""

    CONFIRMED = "confirmed", _("found right")
    CORRECTED = "corrected", _("corrected")
    ADDED = "added", _("added")
    REMOVED = "removed", _("removed")
    RESTORED = "restored", _("put back as it was read")
    SPLIT = "split", _("split")
    MERGED = "merged", _("merged")
    MOVED = "moved", _("moved")
    DECIDED = "decided", _("decided about a place to check")
    UNDONE = "undone", _("undid a step")
    REDONE = "redone", _("did a step again")


class ReviewedFact(models.Model):
    """What a fact that somebody touched says now.

    key: its list and its place there as it was read ("targets-12"), or "targets-n7" where it was added by
    step 7. value: the fact in the schema's form. position: where it stands in its list; facts as read stand at
    their index. touched: the number of the last step that changed it, which a form has to show.
    """

    reading = models.ForeignKey(
        "documents.Reading", verbose_name=_("reading"), on_delete=models.PROTECT, related_name="facts"
    )
    paper = models.PositiveSmallIntegerField(_("paper of the file"))
    key = models.CharField(_("fact"), max_length=48)
    state = models.CharField(_("state"), max_length=16, choices=FactState)
    value = models.JSONField(_("what it says"))
    position = models.FloatField(_("place in its list"))
    touched = models.PositiveIntegerField(_("last step"))

    class Meta:
        verbose_name = _("fact that was looked at")
        verbose_name_plural = _("facts that were looked at")
        constraints = [
            models.UniqueConstraint(fields=["reading", "paper", "key"], name="documents_fact_touched_once"),
        ]

    def __str__(self) -> str:
        return self.key


class Step(models.Model):
    """One act of one person on a paper; numbered through the reading, without gaps.

    undone: whether it is taken back; of: the step that this one takes back or does again.
    """

    reading = models.ForeignKey(
        "documents.Reading", verbose_name=_("reading"), on_delete=models.PROTECT, related_name="steps"
    )
    number = models.PositiveIntegerField(_("number"))
    paper = models.PositiveSmallIntegerField(_("paper of the file"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)
    act = models.CharField(_("what was done"), max_length=16, choices=Act)
    undone = models.BooleanField(_("taken back"), default=False)
    of = models.ForeignKey(
        "self",
        verbose_name=_("of which step"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("step of a review")
        verbose_name_plural = _("steps of a review")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["reading", "number"], name="documents_step_numbered_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.act}"


class FactChange(models.Model):
    """What one step did to one fact: its state, value and position before and after; no state where untouched."""

    step = models.ForeignKey(Step, verbose_name=_("step"), on_delete=models.PROTECT, related_name="changes")
    key = models.CharField(_("fact"), max_length=48)
    before = models.JSONField(_("before"), null=True)
    after = models.JSONField(_("after"), null=True)

    class Meta:
        verbose_name = _("change of a fact")
        verbose_name_plural = _("changes of facts")

    def __str__(self) -> str:
        return self.key

    @property
    def moved(self) -> bool:
        """Whether the fact stands elsewhere in its list than before, or is new there."""
        before, after = self._position(self.before), self._position(self.after)
        return before != after or before is None

    def _position(self, snapshot: dict[str, Any] | None) -> float | None:
        place = self.key.partition("-")[2]
        if snapshot is not None:
            return float(snapshot["position"])
        return float(place) if place.isdecimal() else None


class Version(models.Model):
    """What a person accepted: the whole plan, each fact with its state. Never changed."""

    document = models.ForeignKey(
        "documents.Document", verbose_name=_("document"), on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField(_("number"))
    reading = models.ForeignKey(
        "documents.Reading", verbose_name=_("reading"), on_delete=models.PROTECT, related_name="+"
    )
    step = models.PositiveIntegerField(_("last step"))
    plan = models.JSONField(_("what was accepted"))
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("accepted by"), on_delete=models.PROTECT, related_name="+"
    )
    accepted_at = models.DateTimeField(_("accepted at"), auto_now_add=True)

    class Meta:
        verbose_name = _("accepted version")
        verbose_name_plural = _("accepted versions")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="documents_version_numbered_once"),
        ]

    def __str__(self) -> str:
        return str(self.number)
