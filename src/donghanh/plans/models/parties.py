"""Whom a plan names, and which units that is."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from donghanh.organisations.models import OrgUnit


class Party(models.Model):
    """Whom a plan names by some words, and which units that is. settled: how it came to be so.

    described: who they are, where the words mean each of many. A party that is left open has no units.
    """

    class Settled(models.TextChoices):
        OPEN = "open", _("to be asked")
        FOUND = "found", _("found by its name")
        CHOSEN = "chosen", _("chosen by a person")
        OUTSIDE = "outside", _("no unit of the program")

    plan = models.ForeignKey(
        "plans.Plan", verbose_name=_("plan"), on_delete=models.CASCADE, related_name="parties"
    )
    words = models.CharField(_("as the plan names it"), max_length=500)
    described = models.CharField(_("who they are"), max_length=500, blank=True)
    settled = models.CharField(_("settled"), max_length=16, choices=Settled, default=Settled.OPEN)
    is_recipient = models.BooleanField(_("is sent the plan"), default=False)

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["plan", "words"], name="plans_party_named_once")]

    def __str__(self) -> str:
        return self.words


class PartyUnit(models.Model):
    """A unit that is meant by a party. What it left when it ended is its heir's, as `organisations.Handover` says."""

    party = models.ForeignKey(Party, verbose_name=_("party"), on_delete=models.CASCADE, related_name="units")
    unit = models.ForeignKey(OrgUnit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("unit of a party")
        verbose_name_plural = _("units of parties")
        constraints = [models.UniqueConstraint(fields=["party", "unit"], name="plans_unit_once_in_a_party")]

    def __str__(self) -> str:
        return str(self.unit)
