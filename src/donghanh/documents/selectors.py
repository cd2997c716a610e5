"""What pages ask about documents."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import F, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.module_loading import import_string

from donghanh.accounts.access import held, within
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.documents.models import Document, DocumentQuerySet, PagePicture, Reading, State
from donghanh.organisations.models import OrgUnit

Person = User | AnonymousUser


NEWEST = 200
"""As many documents are looked through for what there is to do; older ones stand in the list."""
_FIRST = 5


@dataclass(frozen=True, slots=True)
class Overview:
    """What there is to do with a person's newest documents. is_cut: there are older ones; the lists are the first few of
    those that are counted."""

    documents: int
    is_cut: bool
    under_way: int
    with_findings: int
    latest: list[Document]
    to_check: list[Document]
    failed: list[Document]


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


def overview(user: Person) -> Overview:
    """What the home page says; two queries, whose cost does not grow with what was ever handed over."""
    documents = listed(user)
    rows = list(documents.values_list("pk", "state", "reading__errors", "reading__warnings")[: NEWEST + 1])
    newest, is_cut = rows[:NEWEST], len(rows) > NEWEST
    to_check = [pk for pk, state, *findings in newest if state == State.READ and any(findings)]
    failed = [pk for pk, state, *_ in newest if state == State.FAILED]
    shown = [[pk for pk, *_ in newest[:_FIRST]], to_check[:_FIRST], failed[:_FIRST]]
    found = {each.pk: each for each in documents.filter(pk__in=set().union(*shown))}
    latest, first_to_check, first_failed = ([found[pk] for pk in pks if pk in found] for pks in shown)
    return Overview(
        documents=len(newest),
        is_cut=is_cut,
        under_way=sum(state in (State.WAITING, State.READING) for _, state, *_ in newest),
        with_findings=len(to_check),
        latest=latest,
        to_check=first_to_check,
        failed=first_failed,
    )


def is_file_used(sha256: str) -> bool:
    """Whether a file is kept for any document, or by a room that keeps its own among them (`settings.FILE_KEEPERS`)."""
    return (
        Document.objects.filter(sha256=sha256).exists()
        or Reading.objects.filter(searchable_sha256=sha256).exists()
        or PagePicture.objects.filter(sha256=sha256).exists()
        or any(import_string(path)(sha256) for path in settings.FILE_KEEPERS)
    )
