"""Taking back what one handed over. A document that nobody else handed over goes, with all that was made of it."""

from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from donghanh.accounts.access import within
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.audit.services import record
from donghanh.documents import originals, search
from donghanh.documents.models import Document, Reading, State
from donghanh.documents.review.models import FactChange, ReviewedFact, Step
from donghanh.documents.selectors import is_file_used
from donghanh.documents.services import own


class AcceptedError(Exception):
    """The document was accepted: others may work by it, so it stays."""


def withdraw(user: User | AnonymousUser, document_id: int, *, ip: str | None = None) -> bool:
    """Take a document back from the units for which she still may; whether it is gone, since a colleague who handed the
    same file over keeps it, and so does a unit that she left.

    The audit trail keeps that it was there, by its number and hash alone.

    Raises: Document.DoesNotExist, PermissionDenied as `services.own`; AcceptedError for one that would be gone
    although a version of it was accepted.
    """
    own(user, document_id)
    with transaction.atomic():
        document = Document.objects.select_for_update().get(pk=document_id)
        hers = document.uploads.filter(within(user, Permission.ADD_DOCUMENTS), uploaded_by=user.pk)
        is_last = not document.uploads.exclude(pk__in=hers.values("pk")).exists()
        if is_last and document.versions.exists():
            raise AcceptedError
        hers.delete()
        if is_last:
            files = _files_of(document)
            _delete(document)
            transaction.on_commit(lambda: originals.sweep(files, is_file_used))
        record("withdrawn", document, actor=user, changes={"sha256": document.sha256, "gone": is_last}, ip=ip)
    return is_last


def _files_of(document: Document) -> set[str]:
    """The hashes of the files that are kept for it."""
    readings = document.readings.exclude(searchable_sha256="").values_list("searchable_sha256", flat=True)
    return {document.sha256, *readings, *document.pictures.values_list("sha256", flat=True)}


def _delete(document: Document) -> None:
    """All rows of a document, those first that others point to least; it keeps its number for the audit."""
    readings = list(document.readings.values_list("pk", flat=True))
    steps = Step.objects.filter(reading__in=readings)
    FactChange.objects.filter(step__reading__in=readings).delete()
    steps.update(of=None)
    steps.delete()
    ReviewedFact.objects.filter(reading__in=readings).delete()
    rows = Document.objects.filter(pk=document.pk)
    rows.update(state=State.WAITING, reading=None, proposed=None)
    Reading.objects.filter(pk__in=readings).delete()
    document.pictures.all().delete()
    search.forget(document.pk)
    rows.delete()
