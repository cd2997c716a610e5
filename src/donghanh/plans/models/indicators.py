"""What targets of different plans count alike, so that they can be added up."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from donghanh.plans.models.programmes import Programme


class Indicator(models.Model):
    """Something that is counted in one unit of measure, in the plans of every office of a programme.

    programme: None for what is counted whatever the programme.
    """

    programme = models.ForeignKey(
        Programme,
        verbose_name=_("programme"),
        on_delete=models.PROTECT,
        related_name="indicators",
        null=True,
        blank=True,
    )
    name = models.CharField(_("name"), max_length=300)
    measure = models.CharField(_("counted in"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "name", "measure"],
                nulls_distinct=False,
                name="plans_indicator_named_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.measure})" if self.measure else self.name
