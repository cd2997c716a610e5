"""What happens to a plan from its draft to its end: steps, number, signed original, who opened it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from donghanh.accounts.access import within
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.organisations.models import OrgUnit
from donghanh.plans.models.plan import Plan


class PlanStep(models.Model):
    """One step in the life of a plan. words: what was said with it, such as why it was returned."""

    class Act(models.TextChoices):
        SUBMIT = "submit", _("Sent for approval")
        RETURN = "return", _("Sent back")
        APPROVE = "approve", _("Approval")
        ISSUE = "issue", _("Issued")
        AMEND = "amend", _("Replaced by an amendment")
        CLOSE = "close", _("Closing")

    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.CASCADE, related_name="steps")
    act = models.CharField(_("step"), max_length=16, choices=Act)
    words = models.TextField(_("what was said"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("done by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("step in the life of a plan")
        verbose_name_plural = _("steps in the lives of plans")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.plan}"


class UnitSymbol(models.Model):
    """What stands for a unit in the symbols of its documents, where it is not what its kind has (`numbering`)."""

    unit = models.OneToOneField(
        OrgUnit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+", primary_key=True
    )
    symbol = models.CharField(_("symbol"), max_length=30)

    class Meta:
        verbose_name = _("symbol of a unit")
        verbose_name_plural = _("symbols of units")

    def __str__(self) -> str:
        return self.symbol


class NumberBook(models.Model):
    """The numbers that a unit gave to one kind of document in one year; whoever gives one holds its row."""

    unit = models.ForeignKey(OrgUnit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("year"))
    kind = models.CharField(_("kind of document"), max_length=32)

    class Meta:
        verbose_name = _("register of documents")
        verbose_name_plural = _("registers of documents")
        constraints = [models.UniqueConstraint(fields=["unit", "year", "kind"], name="plans_one_book_a_year")]

    def __str__(self) -> str:
        return f"{self.unit}, {self.year}"


class NumberQuerySet(models.QuerySet["DocumentNumber"]):
    def visible_to(self, user: User) -> "NumberQuerySet":
        """Those of units within her reach."""
        return self.filter(within(user, Permission.VIEW_PLANS, "book__unit"))


class DocumentNumber(models.Model):
    """One number of a register of documents, and the plan that has it. written: with its symbol, "18/KH-BTV"."""

    book = models.ForeignKey(
        NumberBook, verbose_name=_("register"), on_delete=models.PROTECT, related_name="numbers"
    )
    running = models.PositiveIntegerField(_("running number"))
    written = models.CharField(_("number and symbol"), max_length=100)
    issued_on = models.DateField(_("issued on"))
    plan = models.OneToOneField(
        Plan, verbose_name=_("plan"), on_delete=models.PROTECT, related_name="registered"
    )

    objects = NumberQuerySet.as_manager()

    class Meta:
        verbose_name = _("number of a document")
        verbose_name_plural = _("numbers of documents")
        ordering = ["book", "running"]
        constraints = [models.UniqueConstraint(fields=["book", "running"], name="plans_number_given_once")]

    def __str__(self) -> str:
        return self.written


class Opening(models.Model):
    """That somebody of a unit to which a plan was sent opened it, for the first time."""

    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.CASCADE, related_name="openings")
    unit = models.ForeignKey(OrgUnit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("done by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("opening of a plan")
        verbose_name_plural = _("openings of plans")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["plan", "unit"], name="plans_first_opened_once")]

    def __str__(self) -> str:
        return f"{self.unit}: {self.plan}"


class SignedOriginal(models.Model):
    """The signed and stamped paper of an issued plan, as PDF. Another one stands before it and takes nothing away."""

    plan = models.ForeignKey(
        Plan, verbose_name=_("plan"), on_delete=models.PROTECT, related_name="signed_originals"
    )
    sha256 = models.CharField(_("fingerprint of the file"), max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(_("size"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("done by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("signed original")
        verbose_name_plural = _("signed originals")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return str(self.plan)
