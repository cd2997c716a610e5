"""Places and units with the days on which they were; nothing is ever deleted.

Everything that has a span of days holds from `since` up to, not including, `until`. What has been there from
before anything is known begins on `BEGINNING`; what goes on ends on `OPEN`.
"""

from datetime import date

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.organisations.tree import OrgUnitQuerySet

BEGINNING, OPEN = date.min, date.max
LONGEST_PATH = 96


class Level(models.TextChoices):
    """How high a place or unit stands; `District` ended on 1 July 2025."""

    CENTRE = "centre", _("Centre")
    PROVINCE = "province", _("Province")
    DISTRICT = "district", _("District (until 30 June 2025)")
    COMMUNE = "commune", _("Commune")
    VILLAGE = "village", _("Village or residential group")
    GROUP = "group", _("Group")


class Kind(models.TextChoices):
    """What a unit is."""

    UNION = "union", _("Women's Union")
    BRANCH = "branch", _("Branch of the Women's Union (chi hội)")
    GROUP = "group", _("Group of the Women's Union (tổ)")
    AFFILIATE = "affiliate", _("Affiliated Women's Union")
    FATHERLAND_FRONT = "fatherland_front", _("Fatherland Front")
    PARTY = "party", _("Party committee")
    MASS_ORGANISATION = "mass_organisation", _("Other mass organisation")
    PEOPLES_COMMITTEE = "peoples_committee", _("People's Committee")
    DEPARTMENT = "department", _("Department or office of the state")
    HEALTH = "health", _("Health centre or station")
    SCHOOL = "school", _("School")
    POLICE = "police", _("Police")
    MILITARY = "military", _("Military unit")
    BORDER_GUARD = "border_guard", _("Border guard")
    POLICY_BANK = "policy_bank", _("Policy bank")
    PRESS = "press", _("Newspaper or station")
    COMPANY = "company", _("Company or cooperative")
    DONOR = "donor", _("Donor")
    OTHER = "other", _("Other")


class Span(models.Model):
    """A row that holds for some days."""

    since = models.DateField(_("since"), default=BEGINNING)
    until = models.DateField(_("until"), default=OPEN)

    class Meta:
        abstract = True

    def holds_on(self, day: date) -> bool:
        return self.since <= day < self.until

    @property
    def first_day(self) -> date | None:
        """None where it has been there from before anything is known."""
        return None if self.since == BEGINNING else self.since

    @property
    def end(self) -> date | None:
        """The first day on which it was no more, None where it goes on."""
        return None if self.until == OPEN else self.until


class Place(Span):
    """One unit of the state's division in one span of days; its code alone names no place, since codes were used again.

    kind: the word of its level ("xã", "thành phố trung ương"). name: with that word. act: by which it came to be.
    """

    code = models.PositiveIntegerField(_("code"))
    level = models.CharField(_("level"), max_length=16, choices=Level)
    kind = models.CharField(_("kind"), max_length=32)
    name = models.CharField(_("name"), max_length=120)
    bare_name = models.CharField(_("name without its kind"), max_length=120)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("place above"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
    )
    act = models.CharField(_("legal act"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            models.UniqueConstraint(fields=["level", "code", "since"], name="organisations_place_once"),
            models.CheckConstraint(
                condition=Q(since__lt=F("until")), name="organisations_place_begins_before_it_ends"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PlaceName(Span):
    """What a place was called for some days before its name of today; act: by which it was renamed then."""

    place = models.ForeignKey(Place, verbose_name=_("place"), on_delete=models.PROTECT, related_name="names")
    kind = models.CharField(_("kind"), max_length=32)
    name = models.CharField(_("name"), max_length=120)
    act = models.CharField(_("legal act"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("former name of a place")
        verbose_name_plural = _("former names of places")
        ordering = ["since"]
        constraints = [
            models.UniqueConstraint(fields=["place", "until"], name="organisations_place_renamed_once_a_day"),
        ]

    def __str__(self) -> str:
        return self.name


class PlaceChange(models.Model):
    """What became of a place: which one took it over, in whole or in part, from which day, by which act."""

    old = models.ForeignKey(
        Place, verbose_name=_("former place"), on_delete=models.PROTECT, related_name="successions"
    )
    new = models.ForeignKey(
        Place, verbose_name=_("new place"), on_delete=models.PROTECT, related_name="predecessions"
    )
    partly = models.BooleanField(_("only a part"), default=False)
    day = models.DateField(_("from"))
    act = models.CharField(_("legal act"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("change of places")
        verbose_name_plural = _("changes of places")
        constraints = [
            models.UniqueConstraint(fields=["old", "new", "day"], name="organisations_change_once"),
        ]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"


class Line(models.Model):
    """A line of superiors: one tree of units. Any number of them."""

    code = models.SlugField(_("code"), max_length=32, unique=True)
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        verbose_name = _("line")
        verbose_name_plural = _("lines")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class OrgUnit(Span):
    """A unit that plans name: it leads, helps, reports. searched: its names as `words.searched` keeps them."""

    kind = models.CharField(_("kind"), max_length=32, choices=Kind)
    level = models.CharField(_("level"), max_length=16, choices=Level, blank=True)
    name = models.CharField(_("name"), max_length=250)
    place = models.ForeignKey(
        Place,
        verbose_name=_("place"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="units",
    )
    searched = models.TextField(_("words by which it is found"), editable=False)

    objects = OrgUnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["name"]
        indexes = [models.Index(fields=["kind", "level"], name="organisations_unit_kind")]
        constraints = [
            models.CheckConstraint(
                condition=Q(since__lt=F("until")), name="organisations_unit_begins_before_it_ends"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class UnitName(Span):
    """What else a unit is called, or was: short: an abbreviation or another way to write it, for all its days."""

    unit = models.ForeignKey(OrgUnit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="names")
    name = models.CharField(_("name"), max_length=250)
    is_short = models.BooleanField(_("short or other form"), default=False)

    class Meta:
        verbose_name = _("name of a unit")
        verbose_name_plural = _("names of units")
        ordering = ["since"]

    def __str__(self) -> str:
        return self.name


class Position(Span):
    """Where a unit stands in one line for some days: under which superior, and by which path from the top.

    path: the numbers of all units from the top down to this one, eight digits each, so that a subtree is a range.
    """

    unit = models.ForeignKey(
        OrgUnit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="positions"
    )
    line = models.ForeignKey(Line, verbose_name=_("line"), on_delete=models.PROTECT, related_name="+")
    superior = models.ForeignKey(
        OrgUnit,
        verbose_name=_("superior"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="inferiors",
    )
    path = models.CharField(_("path"), max_length=LONGEST_PATH)

    class Meta:
        verbose_name = _("position in a line")
        verbose_name_plural = _("positions in lines")
        indexes = [
            models.Index(fields=["line", "path"], name="organisations_subtree"),
            models.Index(fields=["line", "superior"], name="organisations_inferiors"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "line", "since"], name="organisations_one_position_a_day"
            ),
            models.CheckConstraint(
                condition=Q(since__lt=F("until")), name="organisations_position_begins_before_it_ends"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} ({self.line})"


class Succession(models.Model):
    """What became of a unit: which one took it over, in whole or in part, from which day, by which act.

    Without a new unit it ended by the act; note: what the data cannot say, for the person who knows.
    """

    old = models.ForeignKey(
        OrgUnit, verbose_name=_("former unit"), on_delete=models.PROTECT, related_name="successions"
    )
    new = models.ForeignKey(
        OrgUnit,
        verbose_name=_("new unit"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessions",
    )
    partly = models.BooleanField(_("only a part"), default=False)
    day = models.DateField(_("from"))
    act = models.CharField(_("legal act"), max_length=200, blank=True)
    note = models.CharField(_("what is not known"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("succession of a unit")
        verbose_name_plural = _("successions of units")
        constraints = [
            models.UniqueConstraint(fields=["old", "new", "day"], name="organisations_succession_once"),
        ]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"


class Handover(Span):
    """Which unit has, on some days, what one left that ended: from its end on, by nobody else.

    Where the unit that took over ends too, its heir has it from that day on, so that nobody goes from one to the next.
    """

    unit = models.ForeignKey(
        OrgUnit, verbose_name=_("former unit"), on_delete=models.PROTECT, related_name="handovers"
    )
    into = models.ForeignKey(
        OrgUnit, verbose_name=_("unit that took over"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("handover")
        verbose_name_plural = _("handovers")
        constraints = [
            models.UniqueConstraint(fields=["unit", "since"], name="organisations_handed_over_once_a_day"),
            models.CheckConstraint(
                condition=Q(since__lt=F("until")), name="organisations_handover_begins_before_it_ends"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} → {self.into}"


class ReorganisationQuerySet(models.QuerySet["Reorganisation"]):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> "ReorganisationQuerySet":
        """Those on the pages of units that a person looks after, and those of the whole country; none for whoever looks
        after no unit."""
        hers: Q | None = getattr(user, "reorganised", None)  # accounts.User alone has it
        return self.none() if hers is None else self.filter(hers | Q(unit=None))


class Reorganisation(models.Model):
    """Orders about units that were carried out together, and may be undone together.

    day: the first on which it changes something. line: in which they were given, none for what goes through all. file:
    the name of the one that held the orders, blank where they came from a page. unit: the number of the one on whose
    page, and units: those of all that were named, or the one above where it ended; they are no relations, since undoing
    what made a unit takes it away. outcome: what it did, in names of units and numbers of people, as it was shown.
    """

    day = models.DateField(_("from"))
    act = models.CharField(_("legal act"), max_length=200, blank=True)
    line = models.ForeignKey(
        Line, verbose_name=_("line"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    file = models.CharField(_("file"), max_length=200, blank=True)
    unit = models.BigIntegerField(_("unit"), null=True, blank=True)
    units = models.JSONField(_("units"), default=list)
    outcome = models.JSONField(_("what it did"), default=dict)
    at = models.DateTimeField(_("when"), auto_now_add=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("undone by"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )

    objects = ReorganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("reorganisation")
        verbose_name_plural = _("reorganisations")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.pk} ({self.day:%d/%m/%Y})"


class RowChange(models.Model):
    """What a reorganisation did to one row: before is null where it began it, after where it took it away."""

    reorganisation = models.ForeignKey(
        Reorganisation,
        verbose_name=_("reorganisation"),
        on_delete=models.PROTECT,
        related_name="row_changes",
    )
    table = models.CharField(_("kind of thing"), max_length=64)
    row = models.BigIntegerField(_("which one"))
    before = models.JSONField(_("before"), null=True, encoder=DjangoJSONEncoder)
    after = models.JSONField(_("after"), null=True, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = _("change of a row")
        verbose_name_plural = _("changes of rows")
        constraints = [
            models.UniqueConstraint(
                fields=["reorganisation", "table", "row"], name="organisations_row_changed_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.row}"
