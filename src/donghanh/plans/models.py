"""Plans as live work: what is to be done, who leads and helps, where to, by when; whose they are and how they stand.

Whatever came out of a paper keeps where it stands there (`source`); a plan typed by hand has none. Whom a plan names
stands once in it, as a `Party` with its units, however many items name it: a plan for all communes of the country stores
its items and its communes, not the one times the other (docs/adr/0027).
"""

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


class Programme(models.Model):
    """What plans carry out for some years: a project, a national programme, a movement; unit: who runs it."""

    name = models.CharField(_("name"), max_length=300)
    short = models.CharField(_("short name"), max_length=60, blank=True)
    unit = models.ForeignKey(
        OrgUnit,
        verbose_name=_("who runs it"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    belongs_to = models.ManyToManyField("self", symmetrical=False, related_name="parts", blank=True)

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["name"], name="plans_programme_named_once")]

    def __str__(self) -> str:
        return self.short or self.name


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
        indexes = [models.Index(fields=["keeper", "state"], name="plans_of_a_unit")]
        constraints = [
            models.CheckConstraint(condition=~Q(above=F("pk")), name="plans_not_above_itself"),
            models.CheckConstraint(
                condition=Q(starts=None) | Q(ends=None) | Q(starts__lte=F("ends")),
                name="plans_begins_before_it_ends",
            ),
            models.UniqueConstraint(fields=["version", "paper", "keeper"], name="plans_once_from_a_reading"),
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


class Part(models.Model):
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


class Party(models.Model):
    """Whom a plan names by some words, and which units that is. settled: how it came to be so.

    described: who they are, where the words mean each of many. A party that is left open has no units.
    """

    class Settled(models.TextChoices):
        OPEN = "open", _("to be asked")
        FOUND = "found", _("found by its name")
        CHOSEN = "chosen", _("chosen by a person")
        OUTSIDE = "outside", _("no unit of the program")

    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.CASCADE, related_name="parties")
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


class Item(Part):
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

    class Meta(Part.Meta):
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


class Target(Part):
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

    class Meta(Part.Meta):
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


class Amount(Part):
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

    class Meta(Part.Meta):
        verbose_name = _("amount of money")
        verbose_name_plural = _("amounts of money")


class Duty(Part):
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

    class Meta(Part.Meta):
        verbose_name = _("duty to report")
        verbose_name_plural = _("duties to report")


class Basis(Part):
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

    class Meta(Part.Meta):
        verbose_name = _("legal basis")
        verbose_name_plural = _("legal bases")
        constraints = [
            models.CheckConstraint(condition=~Q(cites=F("plan")), name="plans_does_not_cite_itself")
        ]
