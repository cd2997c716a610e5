"""What plans carry out for some years."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.organisations.models import OrgUnit


class Programme(models.Model):
    """A project, a national programme, a movement; everybody who is signed in sees which there are.

    key: its name as it is looked up, however it is spelled. unit: who runs it.
    """

    name = models.CharField(_("name"), max_length=300)
    key = models.CharField(_("name as it is looked up"), max_length=300, unique=True, editable=False)
    short = models.CharField(_("short name"), max_length=60, blank=True)
    unit = models.ForeignKey(
        OrgUnit,
        verbose_name=_("who runs it"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    belongs_to = models.ManyToManyField(
        "self", verbose_name=_("belongs to"), symmetrical=False, related_name="parts", blank=True
    )

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.short or self.name


class Phase(models.Model):
    """A stretch of years of a programme, such as "giai đoạn 1: 2021 - 2025"."""

    programme = models.ForeignKey(
        Programme, verbose_name=_("programme"), on_delete=models.CASCADE, related_name="phases"
    )
    name = models.CharField(_("name"), max_length=120)
    starts = models.DateField(_("begins"))
    ends = models.DateField(_("ends"))

    class Meta:
        verbose_name = _("phase of a programme")
        verbose_name_plural = _("phases of programmes")
        ordering = ["starts"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts__lte=F("ends")), name="plans_phase_begins_before_it_ends"
            ),
            models.UniqueConstraint(fields=["programme", "starts"], name="plans_phase_begins_once"),
        ]

    def __str__(self) -> str:
        return self.name
