"""A plan, how far it has come, and who sees it."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.accounts.access import within
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.organisations.models import OrgUnit
from donghanh.organisations.words import asked, searched
from donghanh.plans.models.parties import PartyUnit
from donghanh.plans.models.programmes import Programme


class State(models.TextChoices):
    """How far a plan has come in its life."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Waiting for approval")
    RETURNED = "returned", _("Returned")
    APPROVED = "approved", _("Approved")
    ISSUED = "issued", _("Being carried out")
    AMENDED = "amended", _("Replaced by an amendment")
    CLOSED = "closed", _("Closed")


WRITTEN = frozenset({State.DRAFT, State.RETURNED})
"""States in which a plan may still be written."""
IN_FORCE = frozenset({State.ISSUED})
"""States in which a plan is work for those whom it names."""
PUBLISHED = IN_FORCE | {State.AMENDED, State.CLOSED}
"""States in which those whom it names see it."""


class PlanQuerySet(models.QuerySet["Plan"]):
    def visible_to(self, user: User | AnonymousUser) -> "PlanQuerySet":
        """Those of units within her reach, and those that came out and name such a unit."""
        if isinstance(user, AnonymousUser) or not user.is_active:
            return self.none()
        own = Plan.objects.filter(within(user, Permission.VIEW_PLANS, "keeper")).order_by().values("pk")
        named = PartyUnit.objects.filter(within(user, Permission.VIEW_PLANS)).order_by()
        told = named.filter(party__plan__state__in=PUBLISHED, party__plan__unit=F("party__plan__keeper"))
        return self.filter(pk__in=own.union(told.values("party__plan")))

    def named_like(self, words: str) -> "PlanQuerySet":
        """Those in whose title or number all the words begin a word; marks are asked where typed."""
        found = self if asked(words) else self.none()
        for word in asked(words):
            found = found.filter(searched__contains=f" {word}")
        return found


class Plan(models.Model):
    """One plan of one unit. keeper: the unit whose people look after it here: its own, or one that was sent the paper of
    a unit that does not work with the program; then it is work for nobody beyond the keeper and those below it.

    line: in which it gives orders to those below it. above: the plan that it carries out. amends: the plan that it
    replaces once it is issued. day: on which "the communes" were those that they are in it.
    """

    unit = models.ForeignKey(OrgUnit, verbose_name=_("whose"), on_delete=models.PROTECT, related_name="plans")
    keeper = models.ForeignKey(
        OrgUnit, verbose_name=_("kept by"), on_delete=models.PROTECT, related_name="kept_plans"
    )
    line = models.ForeignKey(
        "organisations.Line", verbose_name=_("line"), on_delete=models.PROTECT, related_name="+"
    )
    programme = models.ForeignKey(
        Programme,
        verbose_name=_("programme"),
        on_delete=models.PROTECT,
        related_name="plans",
        null=True,
        blank=True,
    )
    above = models.ForeignKey(
        "self",
        verbose_name=_("carries out"),
        on_delete=models.PROTECT,
        related_name="below",
        null=True,
        blank=True,
    )
    amends = models.ForeignKey(
        "self",
        verbose_name=_("amends"),
        on_delete=models.PROTECT,
        related_name="amendments",
        null=True,
        blank=True,
    )
    version = models.ForeignKey(
        "documents.Version",
        verbose_name=_("accepted reading"),
        on_delete=models.PROTECT,
        related_name="plans",
        null=True,
        blank=True,
    )
    paper = models.PositiveSmallIntegerField(_("paper of the file"), default=1)
    kind = models.CharField(_("kind of document"), max_length=32, default="ke_hoach")
    title = models.TextField(_("title"))
    number = models.CharField(_("number"), max_length=100, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    starts = models.DateField(_("begins"), null=True, blank=True)
    ends = models.DateField(_("ends"), null=True, blank=True)
    day = models.DateField(_("units as of"))
    # What is printed and is no work: opening, closing, who signs, in the form donghanh.plan/1.
    frame = models.JSONField(_("opening, closing, signature"), default=dict, blank=True)
    # Differences to an amendment of the plan above that were taken over or left, until all are decided.
    decided = models.JSONField(_("differences that were decided"), default=list, blank=True)
    state = models.CharField(_("state"), max_length=16, choices=State, default=State.DRAFT)
    searched = models.TextField(_("words by which it is found"), editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("begun by"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    made_at = models.DateTimeField(_("begun"), auto_now_add=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["keeper", "state"], name="plans_of_a_unit"),
            models.Index(fields=["number"], name="plans_by_number"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(above=F("pk")), name="plans_not_above_itself"),
            models.CheckConstraint(
                condition=Q(starts=None) | Q(ends=None) | Q(starts__lte=F("ends")),
                name="plans_begins_before_it_ends",
            ),
            models.UniqueConstraint(fields=["version", "paper", "keeper"], name="plans_once_from_a_reading"),
            models.UniqueConstraint(
                fields=["above", "keeper"], condition=Q(amends=None), name="plans_once_from_a_higher_one"
            ),
        ]

    def __str__(self) -> str:
        return self.number or self.title

    def words(self) -> str:
        """Its title and number as they are kept for the search."""
        return searched((self.title, self.number))

    @property
    def may_be_written(self) -> bool:
        return self.state in WRITTEN

    @property
    def is_own(self) -> bool:
        """Whether the unit itself looks after it here."""
        return self.unit_id == self.keeper_id
