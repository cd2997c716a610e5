"""What units say to what they are asked."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.organisations.models import OrgUnit
from donghanh.plans.models.parts import Assignment


class Answer(models.Model):
    """What a unit said, last, to what a plan asks of it. unit: whom the plan names; once it has ended, its heir says it.

    starts, ends: the other days that it proposes.
    """

    class Said(models.TextChoices):
        ACCEPTED = "accepted", _("Accepts")
        DECLINED = "declined", _("Declines")
        PROPOSED = "proposed", _("Proposes a change")

    assignment = models.ForeignKey(
        Assignment, verbose_name=_("to what"), on_delete=models.CASCADE, related_name="answers"
    )
    unit = models.ForeignKey(OrgUnit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")
    said = models.CharField(_("answer"), max_length=16, choices=Said)
    words = models.TextField(_("in words"), blank=True)
    starts = models.DateField(_("rather from"), null=True, blank=True)
    ends = models.DateField(_("rather until"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("said by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("said at"))

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = [
            models.UniqueConstraint(fields=["assignment", "unit"], name="plans_answered_once"),
            models.CheckConstraint(
                condition=Q(starts=None) | Q(ends=None) | Q(starts__lte=F("ends")),
                name="plans_answer_begins_before_it_ends",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.get_said_display()}"
