"""What pages ask about documents."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, F, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from donghanh.accounts.access import held, within
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.documents.models import Document, DocumentQuerySet, PagePicture, Reading, State
from donghanh.organisations.models import OrgUnit

Person = User | AnonymousUser


@dataclass(frozen=True, slots=True)
class Counts:
    """How many documents a person sees, by what there is to do with them."""

    documents: int
    under_way: int
    failed: int
    with_findings: int


def visible(user: Person, pk: int) -> Document:
    """One document that the person sees.

    Raises: Http404 for a document that is not hers, as for one that is not there.
    """
    return get_object_or_404(Document.objects.visible_to(user).select_related("reading", "proposed"), pk=pk)


def is_own(user: Person, document: Document) -> bool:
    """Whether the person handed it over for a unit for which she still may, and it is no sample, which is everybody's."""
    if isinstance(user, AnonymousUser) or document.uploads.filter(uploaded_by=None).exists():
        return False
    return document.uploads.filter(within(user, Permission.ADD_DOCUMENTS), uploaded_by=user).exists()


def may_review(user: Person, document: Document) -> bool:
    """Whether a person may correct and accept what was read in a document that she sees."""
    if isinstance(user, AnonymousUser):
        return False
    return document.uploads.within(user, Permission.REVIEW_DOCUMENTS).exists()


def units_of(user: Person) -> QuerySet[OrgUnit]:
    """The units for which a person hands documents over: those in which she works."""
    return OrgUnit.objects.filter(
        pk__in=[each.unit_id for each in held(user, Permission.ADD_DOCUMENTS)]
    ).order_by("name")


def reading_of(document: Document) -> Reading:
    """What was read in a document.

    Raises: Http404 where nothing was read.
    """
    if document.reading is None or document.state != State.READ:
        raise Http404
    return document.reading


def listed(user: Person) -> DocumentQuerySet:
    """The person's documents, newest first, with what a list shows and without the long texts."""
    return (
        Document.objects.visible_to(user)
        .select_related("reading")
        .defer("reading__text", "reading__plan", "reading__doubts")
        .order_by(F("upload").desc())
    )


def counts(user: Person) -> Counts:
    """One query for all of the home page's numbers."""
    found = Document.objects.visible_to(user).aggregate(
        documents=Count("pk"),
        under_way=Count("pk", filter=Q(state__in=[State.WAITING, State.READING])),
        failed=Count("pk", filter=Q(state=State.FAILED)),
        with_findings=Count("pk", filter=Q(state=State.READ) & with_findings()),
    )
    return Counts(**found)


def with_findings() -> Q:
    """Read documents in which something should be looked at."""
    return Q(reading__errors__gt=0) | Q(reading__warnings__gt=0)


def is_file_used(sha256: str) -> bool:
    """Whether a file is kept for any document."""
    return (
        Document.objects.filter(sha256=sha256).exists()
        or Reading.objects.filter(searchable_sha256=sha256).exists()
        or PagePicture.objects.filter(sha256=sha256).exists()
    )
