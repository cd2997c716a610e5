"""Calendars that are fetched without signing in."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from donghanh.organisations.models import OrgUnit


class Feed(models.Model):
    """A secret address under which a person's telephone fetches the deadlines of a unit. digest: SHA-256 of its secret."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("whose"), on_delete=models.CASCADE, related_name="+"
    )
    unit = models.ForeignKey(OrgUnit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(_("fingerprint of its secret"), max_length=64, unique=True)
    made_at = models.DateTimeField(_("drawn at"))

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")
        constraints = [
            models.UniqueConstraint(fields=["user", "unit"], name="plans_one_feed_of_a_person_and_unit")
        ]

    def __str__(self) -> str:
        return str(self.unit)
