"""What of a plan waits until somebody says that it goes on."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from donghanh.accounts.models import User
from donghanh.plans.models.parts import Item
from donghanh.plans.models.plan import Plan


class HoldQuerySet(models.QuerySet["Hold"]):
    def visible_to(self, user: User | AnonymousUser) -> "HoldQuerySet":
        """Those of plans that the person sees."""
        return self.filter(item__plan__in=Plan.objects.visible_to(user).values("pk"))

    def standing(self) -> "HoldQuerySet":
        """Those that nobody lifted."""
        return self.filter(lifted_at=None)


class Hold(models.Model):
    """An item that waits, or the norm by which its money is reckoned: "chờ hướng dẫn". reason: for what; since: which day.

    Planning goes on; what waits is not spent on.
    """

    class Of(models.TextChoices):
        ITEM = "item", _("The item")
        NORM = "norm", _("Its norm of money")

    item = models.ForeignKey(Item, verbose_name=_("item"), on_delete=models.CASCADE, related_name="holds")
    of = models.CharField(_("what waits"), max_length=8, choices=Of, default=Of.ITEM)
    reason = models.CharField(_("for what"), max_length=500)
    since = models.DateField(_("since"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("noted by"), on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(_("noted at"), auto_now_add=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("lifted by"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    lifted_at = models.DateTimeField(_("lifted at"), null=True, blank=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("hold")
        verbose_name_plural = _("holds")
        ordering = ["-since", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "of"], condition=Q(lifted_at=None), name="plans_held_once"
            ),
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by=None)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False),
                name="plans_hold_lifted_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.reason
