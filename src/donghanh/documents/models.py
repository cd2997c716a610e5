"""Files as they came, who handed them over, and what was read in them."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Case, F, OuterRef, Q, When
from django.utils.translation import gettext_lazy as _

from donghanh.accounts.access import each_within, is_wide, may, within
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.documents.review import models as review_models  # noqa: F401 (Django finds models from here only)


class State(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    READING = "reading", _("Being read")
    READ = "read", _("Read")
    FAILED = "failed", _("Could not be read")


class Stage(models.IntegerChoices):
    """How far a reading has come: what is being done, numbered by how much lies behind it."""

    WAITING = 0, _("waiting for its turn")
    READING = 1, _("reading the text")
    STORING = 2, _("storing what was read")
    DONE = 3, _("done")


class DocumentQuerySet(models.QuerySet["Document"]):
    def visible_to(self, user: User | AnonymousUser) -> "DocumentQuerySet":
        """What was handed over in units within her reach, and the samples; each under the name it has there."""
        if isinstance(user, AnonymousUser) or not user.is_active:
            return self.none()
        seen = Upload.objects.within(user, Permission.VIEW_DOCUMENTS)
        is_hers = Case(When(uploaded_by=user.pk, then=0), When(uploaded_by=None, then=2), default=1)
        named = seen.filter(document=OuterRef("uploads__document")).order_by(is_hers, "pk").values("pk")[:1]
        # One row of `Upload` a document, so that a list reads the newest of them and stops, however many there are.
        # `in`, though it is one: taking an equality for rare, PostgreSQL would read all and sort them.
        is_shown = Q(uploads__in=named)
        if not is_wide(user, Permission.VIEW_DOCUMENTS):
            # Says nothing new, but lets the database begin at the few that there are.
            hers = Upload.objects.filter(within(user, Permission.VIEW_DOCUMENTS)).order_by().values("pk")
            is_shown &= Q(uploads__in=hers.union(Upload.objects.filter(uploaded_by=None).values("pk")))
        return self.filter(is_shown).annotate(  # type: ignore[no-redef]  # Document declares them
            upload=F("uploads__pk"), name=F("uploads__original_name"), uploaded_at=F("uploads__uploaded_at")
        )


class Document(models.Model):
    """One file, kept once however often it was handed over."""

    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True, editable=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), editable=False)
    kind = models.CharField(_("kind of file"), max_length=16, blank=True)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=16, choices=State, default=State.WAITING)
    stage = models.PositiveSmallIntegerField(_("stage"), choices=Stage, default=Stage.WAITING)
    pages_done = models.PositiveIntegerField(_("pages recognised"), null=True, blank=True)
    pages_to_do = models.PositiveIntegerField(_("pages to recognise"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("times begun"), default=0)
    failure_code = models.CharField(_("why it could not be read"), max_length=32, blank=True)
    failure_message = models.TextField(_("why, and what to do"), blank=True)
    read_started_at = models.DateTimeField(_("reading began"), null=True, blank=True)
    read_finished_at = models.DateTimeField(_("reading ended"), null=True, blank=True)
    created_at = models.DateTimeField(_("came"), auto_now_add=True)
    reading = models.ForeignKey(
        "documents.Reading",
        verbose_name=_("latest reading"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    proposed = models.ForeignKey(
        "documents.Reading",
        verbose_name=_("reading by a newer reader, not taken over yet"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    # What the person who looks called it, and when; `visible_to` adds them.
    name: str
    uploaded_at: datetime

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=State.READ) | Q(reading__isnull=False),
                name="documents_read_has_a_reading",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.FAILED) | ~Q(failure_code=""),
                name="documents_failed_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.sha256[:12]

    @property
    def is_under_way(self) -> bool:
        return self.state in (State.WAITING, State.READING)

    @property
    def is_read_again(self) -> bool:
        """A newer reader is at it, while what was read before stays in use."""
        return self.state == State.READ and self.stage != Stage.DONE

    @property
    def seconds(self) -> float | None:
        """How long the last reading took."""
        if self.read_started_at is None or self.read_finished_at is None:
            return None
        return (self.read_finished_at - self.read_started_at).total_seconds()


class UploadQuerySet(models.QuerySet["Upload"]):
    def within(self, user: User, permission: Permission) -> "UploadQuerySet":
        """Those of units in which she may do something; samples wherever she may do it at all."""
        everybodys = (
            Q(uploaded_by=None) if may(user, permission) or permission == Permission.VIEW_DOCUMENTS else Q()
        )
        return self.filter(each_within(user, permission) | everybodys)


class Upload(models.Model):
    """One person's handing over of a document for a unit; neither stands for the samples that came with the program."""

    document = models.ForeignKey(
        Document, verbose_name=_("document"), on_delete=models.PROTECT, related_name="uploads"
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    unit = models.ForeignKey(
        "organisations.OrgUnit",
        verbose_name=_("for the unit"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    uploaded_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)
    original_name = models.CharField(_("name of the file"), max_length=255)

    objects = UploadQuerySet.as_manager()

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "uploaded_by", "unit"], name="documents_upload_once_a_person"
            ),
            models.UniqueConstraint(
                fields=["document"], condition=Q(uploaded_by=None), name="documents_sample_once"
            ),
        ]

    def __str__(self) -> str:
        return self.original_name


class Reading(models.Model):
    """What one version of the reader made of a document; a newer one is another row.

    Taken over from an older reading, it also holds what people had settled in that. What people make of it from
    then on stands beside it, see `review.models`; only the columns for lists follow.
    """

    document = models.ForeignKey(
        Document, verbose_name=_("document"), on_delete=models.PROTECT, related_name="readings"
    )
    reader_version = models.CharField(_("version of the reader"), max_length=32)
    read_at = models.DateTimeField(_("read at"), auto_now_add=True)
    text = models.TextField(_("text"))
    plan = models.JSONField(_("what was read"))
    doubts = models.JSONField(_("doubts"), default=list)
    searchable_sha256 = models.CharField(
        _("SHA-256 of the searchable PDF"), max_length=64, blank=True, editable=False
    )
    # What lists show and filter by.
    document_kind = models.CharField(_("kind of document"), max_length=32)
    number = models.CharField(_("number"), max_length=255, blank=True)
    issuer = models.TextField(_("issuer"), blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    title = models.TextField(_("title"), blank=True)
    programme = models.TextField(_("programme"), blank=True)
    period_from = models.DateField(_("period from"), null=True, blank=True)
    period_to = models.DateField(_("period to"), null=True, blank=True)
    errors = models.PositiveIntegerField(_("errors"), default=0)
    warnings = models.PositiveIntegerField(_("warnings"), default=0)
    remarks = models.PositiveIntegerField(_("remarks"), default=0)
    open_findings = models.TextField(_("codes of open findings, a blank around each"), blank=True)

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")

    def __str__(self) -> str:
        return self.number or self.title

    @property
    def findings(self) -> int:
        return self.errors + self.warnings + self.remarks


class PagePicture(models.Model):
    """A page as a picture for the screen, drawn when it was first looked at."""

    document = models.ForeignKey(
        Document, verbose_name=_("document"), on_delete=models.PROTECT, related_name="pictures"
    )
    number = models.PositiveIntegerField(_("page"))
    sha256 = models.CharField(_("SHA-256 of the picture"), max_length=64)
    width = models.FloatField(_("width in points"))
    height = models.FloatField(_("height in points"))
    # [text, left, top, right, bottom] of printed words: points from the upper left corner.
    words = models.JSONField(_("words"), default=list)

    class Meta:
        verbose_name = _("picture of a page")
        verbose_name_plural = _("pictures of pages")
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="documents_page_drawn_once"),
        ]

    def __str__(self) -> str:
        return str(self.number)


class SavedSearch(models.Model):
    """A question to the list of documents that a person asks again and again; query: as it stands in the address."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("whose"), on_delete=models.CASCADE, related_name="+"
    )
    name = models.CharField(_("name"), max_length=80)
    query = models.CharField(_("question"), max_length=1000)

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="documents_search_named_once"),
        ]

    def __str__(self) -> str:
        return self.name


class RecognisedPage(models.Model):
    """A page whose words were recognised in a picture, with where each stands."""

    reading = models.ForeignKey(
        Reading, verbose_name=_("reading"), on_delete=models.CASCADE, related_name="recognised_pages"
    )
    number = models.PositiveIntegerField(_("page"))
    width = models.FloatField(_("width in points"))
    height = models.FloatField(_("height in points"))
    # [text, left, top, right, bottom, confidence]: points from the upper left corner, 0 to 100.
    words = models.JSONField(_("words"), default=list)

    class Meta:
        verbose_name = _("recognised page")
        verbose_name_plural = _("recognised pages")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["reading", "number"], name="documents_page_recognised_once"),
        ]

    def __str__(self) -> str:
        return str(self.number)
