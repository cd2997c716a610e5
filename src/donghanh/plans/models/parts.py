"""What a plan consists of."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.plans.models.indicators import Indicator
from donghanh.plans.models.parties import Party
from donghanh.plans.models.plan import Plan


class PlanPart(models.Model):
    """Something that a plan consists of. source: where it stands in the paper, {start, end, page}; None where typed."""

    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.CASCADE)
    position = models.FloatField(_("place in the order"))
    text = models.TextField(_("text"))
    source = models.JSONField(_("where it stands in the paper"), null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


class Item(PlanPart):
    """A heading, an activity or a task of a plan, each under another. origin: the item of the higher plan that it
    carries out."""

    class Kind(models.TextChoices):
        SECTION = "section", _("Heading")
        ACTIVITY = "activity", _("Activity")
        TASK = "task", _("Task")

    parent = models.ForeignKey(
        "self",
        verbose_name=_("under"),
        on_delete=models.CASCADE,
        related_name="children",
        null=True,
        blank=True,
    )
    origin = models.ForeignKey(
        "self",
        verbose_name=_("carries out"),
        on_delete=models.PROTECT,
        related_name="copies",
        null=True,
        blank=True,
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    role = models.CharField(_("what the heading is about"), max_length=32, blank=True)
    label = models.CharField(_("number in the paper"), max_length=40, blank=True)
    body = models.JSONField(_("paragraphs under the heading"), default=list, blank=True)
    period = models.CharField(_("when, in words"), max_length=300, blank=True)
    starts = models.DateField(_("from"), null=True, blank=True)
    ends = models.DateField(_("until"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta(PlanPart.Meta):
        verbose_name = _("item of a plan")
        verbose_name_plural = _("items of plans")
        indexes = [models.Index(fields=["plan", "position"], name="plans_item_in_order")]
        constraints = [
            models.CheckConstraint(condition=~Q(parent=F("pk")), name="plans_item_not_under_itself")
        ]


class Assignment(models.Model):
    """Who has what to do with an item. is_asked: it can only be asked of them, since they stand in another line."""

    class Role(models.TextChoices):
        LEAD = "lead", _("Leads")
        PARTNER = "partner", _("Helps")

    item = models.ForeignKey(
        Item, verbose_name=_("item"), on_delete=models.CASCADE, related_name="assignments"
    )
    party = models.ForeignKey(
        Party, verbose_name=_("who"), on_delete=models.CASCADE, related_name="assignments"
    )
    role = models.CharField(_("as what"), max_length=16, choices=Role)
    is_asked = models.BooleanField(_("asked, not ordered"), default=False)

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["item", "party", "role"], name="plans_assigned_once")]

    def __str__(self) -> str:
        return f"{self.party}: {self.item}"


class Target(PlanPart):
    """What a plan wants to reach. each: of each unit of this party the whole quantity; per: the words for whom it counts.

    quantity: None where the words give no figure.
    """

    item = models.ForeignKey(
        Item,
        verbose_name=_("under"),
        on_delete=models.SET_NULL,
        related_name="targets",
        null=True,
        blank=True,
    )
    origin = models.ForeignKey(
        "self",
        verbose_name=_("carries out"),
        on_delete=models.PROTECT,
        related_name="copies",
        null=True,
        blank=True,
    )
    quantity = models.DecimalField(_("quantity"), max_digits=20, decimal_places=4, null=True, blank=True)
    measure = models.CharField(_("counted in"), max_length=120, blank=True)
    comparator = models.CharField(_("comparison"), max_length=16, blank=True)
    per = models.CharField(_("for each"), max_length=300, blank=True)
    each = models.ForeignKey(
        Party, verbose_name=_("of each of"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    indicator = models.ForeignKey(
        Indicator,
        verbose_name=_("indicator"),
        on_delete=models.PROTECT,
        related_name="targets",
        null=True,
        blank=True,
    )

    class Meta(PlanPart.Meta):
        verbose_name = _("target")
        verbose_name_plural = _("targets")


class Share(models.Model):
    """What of a target falls to one unit. source: where the paper says so."""

    target = models.ForeignKey(
        Target, verbose_name=_("target"), on_delete=models.CASCADE, related_name="shares"
    )
    party = models.ForeignKey(Party, verbose_name=_("whose"), on_delete=models.CASCADE, related_name="shares")
    quantity = models.DecimalField(_("quantity"), max_digits=20, decimal_places=4)
    note = models.CharField(_("note"), max_length=500, blank=True)
    source = models.JSONField(_("where it stands in the paper"), null=True, blank=True)

    class Meta:
        verbose_name = _("share of a target")
        verbose_name_plural = _("shares of targets")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["target", "party"], name="plans_shared_once")]

    def __str__(self) -> str:
        return f"{self.party}: {self.quantity}"


class Amount(PlanPart):
    """Money of a plan in whole đồng: a total, a rate for one, or a cap; value: None where the figure makes no sense."""

    item = models.ForeignKey(
        Item,
        verbose_name=_("under"),
        on_delete=models.SET_NULL,
        related_name="amounts",
        null=True,
        blank=True,
    )
    kind = models.CharField(_("kind"), max_length=16)
    value = models.BigIntegerField(_("đồng"), null=True, blank=True)
    per = models.CharField(_("for one"), max_length=200, blank=True)
    quantity = models.DecimalField(_("how many"), max_digits=20, decimal_places=4, null=True, blank=True)

    class Meta(PlanPart.Meta):
        verbose_name = _("amount of money")
        verbose_name_plural = _("amounts of money")


class Duty(PlanPart):
    """A duty to report: how often, by when (an ISO day, --MM-DD each year, or words), who to whom."""

    cycle = models.CharField(_("cycle"), max_length=16)
    due = models.CharField(_("by when"), max_length=300, blank=True)
    sender = models.ForeignKey(
        Party,
        verbose_name=_("who reports"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    receiver = models.ForeignKey(
        Party, verbose_name=_("to whom"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    via = models.CharField(_("through"), max_length=300, blank=True)

    class Meta(PlanPart.Meta):
        verbose_name = _("duty to report")
        verbose_name_plural = _("duties to report")


class Basis(PlanPart):
    """A document by which a plan stands. cites: the plan of the program that it is."""

    number = models.CharField(_("number"), max_length=100)
    kind = models.CharField(_("kind of document"), max_length=32, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    issuer = models.CharField(_("issuer"), max_length=300, blank=True)
    cites = models.ForeignKey(
        Plan,
        verbose_name=_("the plan that it is"),
        on_delete=models.PROTECT,
        related_name="cited_in",
        null=True,
        blank=True,
    )

    class Meta(PlanPart.Meta):
        verbose_name = _("legal basis")
        verbose_name_plural = _("legal bases")
        constraints = [
            models.CheckConstraint(condition=~Q(cites=F("plan")), name="plans_does_not_cite_itself")
        ]
