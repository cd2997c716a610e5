"""Every write about documents: handing files over, reading them, reading again."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from donghanh.accounts.access import require
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.audit.services import record
from donghanh.documents import originals, results, search
from donghanh.documents.models import Document, Reading, RecognisedPage, Stage, State, Upload
from donghanh.documents.selectors import is_file_used, is_own, units_of
from donghanh.organisations.models import OrgUnit
from donghanh.reading.errors import MissingProgram

log = logging.getLogger(__name__)

# Each time a reading begins counts; the worker that began it may have been killed by it.
MAX_ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class Handed:
    """What became of one file: its document, and whether this person had handed it over before."""

    document: Document
    name: str
    known: bool


class WhichUnitError(Exception):
    """She works in several units, and it was not said for which one she hands something over."""


def upload(
    user: User | AnonymousUser,
    chunks: Iterable[bytes],
    *,
    name: str,
    unit: OrgUnit | None = None,
    ip: str | None = None,
) -> Handed:
    """Keep one file and have it read. The same content again leads to the document already there.

    unit: for which it is handed over; may be left out by whoever works in one only.
    The original is on the disk before any row says so.

    Raises: PermissionDenied for whoever may not; Http404 for a unit that is not hers; WhichUnitError.
    """
    if isinstance(user, AnonymousUser):
        raise PermissionDenied
    require(user, Permission.ADD_DOCUMENTS, unit)
    if unit is None:
        units = list(units_of(user)[:2])
        if len(units) != 1:
            raise WhichUnitError
        unit = units[0]
    return _take(chunks, name=name, user=user, unit=unit, ip=ip)


def add_sample(chunks: Iterable[bytes], *, name: str) -> Handed:
    """Keep a plan that came with the program, for everyone who is signed in."""
    return _take(chunks, name=name, user=None, unit=None, ip=None)


def _take(
    chunks: Iterable[bytes], *, name: str, user: User | None, unit: OrgUnit | None, ip: str | None
) -> Handed:
    name = originals.clean_name(name)
    with originals.kept(), transaction.atomic():
        original = originals.store(chunks)
        document, is_new = _document_of(original)
        given, is_first = Upload.objects.get_or_create(
            document=document, uploaded_by=user, unit=unit, defaults={"original_name": name}
        )
        if is_new:
            _queue(document)
        if is_first:
            # Not the name: it can hold a person's.
            record("uploaded", document, actor=user, changes={"sha256": original.sha256}, ip=ip)
    return Handed(document, given.original_name, known=not is_first)


def _document_of(original: originals.Original) -> tuple[Document, bool]:
    """The document of a content, locked, and whether it is new: one that is being taken back is made anew."""
    while True:
        document, is_new = Document.objects.get_or_create(
            sha256=original.sha256, defaults={"size": original.size}
        )
        if Document.objects.select_for_update().filter(pk=document.pk).exists():
            return document, is_new


def read(document_id: int) -> None:
    """Read one document in the background and store the result, whole or not at all.

    Asked twice, or again after its worker was killed, it stores one reading: what comes too late
    is dropped.
    """
    started_at = _claim(document_id)
    if started_at is None:
        return
    document = Document.objects.get(pk=document_id)
    if document.attempts > MAX_ATTEMPTS:
        _finish(document_id, started_at, results.Failure("crash"))
        return
    try:
        _finish(document_id, started_at, outcome_of(document, started_at))
    except Exception as error:  # noqa: BLE001 (else it would be read for ever)
        log.error("document %s: %s", document_id, type(error).__name__)
        _finish(document_id, started_at, results.Failure("crash"))


def outcome_of(document: Document, started_at: datetime) -> results.Result | results.Failure:
    """Have the document read, and tell meanwhile how far it is."""
    begun = Document.objects.filter(pk=document.pk, read_started_at=started_at)

    def tell(done: int, total: int) -> None:
        begun.update(pages_done=min(done, total), pages_to_do=total)

    name = document.uploads.order_by("pk").values_list("original_name", flat=True)[0]
    outcome = results.read_sealed(document.sha256, name, tell)
    begun.update(stage=Stage.STORING)
    return outcome


def _claim(document_id: int) -> datetime | None:
    """Begin a reading; its time of beginning is the token that its end has to show.

    A document that is being read already is taken over: its task runs again only after the worker
    that had it is gone.
    """
    now = timezone.now()
    taken = Document.objects.filter(pk=document_id, state__in=[State.WAITING, State.READING]).update(
        state=State.READING,
        stage=Stage.READING,
        attempts=F("attempts") + 1,
        read_started_at=now,
        read_finished_at=None,
        pages_done=None,
        pages_to_do=None,
    )
    return now if taken else None


@transaction.atomic
def _finish(document_id: int, started_at: datetime, outcome: results.Result | results.Failure) -> None:
    document = (
        Document.objects.select_for_update()
        .filter(pk=document_id, state=State.READING, read_started_at=started_at)
        .first()
    )
    if document is None:
        discard(outcome)
        return
    document.read_finished_at = timezone.now()
    document.stage, document.attempts = Stage.DONE, 0
    if isinstance(outcome, results.Failure):
        document.state = State.FAILED
        document.failure_code = outcome.code
        document.failure_message = outcome.message
        document.save()
        record("failed_to_read", document, actor=None, changes={"failure_code": outcome.code})
        return
    document.reading = store_reading(document, outcome)
    document.kind, document.pages = outcome.kind, outcome.pages
    document.failure_code = document.failure_message = ""
    document.state = State.READ
    document.save()
    search.index(document.pk, document.reading)
    record("read", document, actor=None, changes={"reading": document.reading.pk})


def discard(outcome: results.Result | results.Failure) -> None:
    """Keep no file of a reading that came too late: its document may be gone."""
    if isinstance(outcome, results.Result) and outcome.searchable:
        originals.sweep([outcome.searchable.sha256], is_file_used)


def store_reading(document: Document, outcome: results.Result) -> Reading:
    """Store what was read and the pages that were recognised; to be called within a transaction."""
    reading = Reading.objects.create(
        document=document,
        reader_version=outcome.version,
        text=outcome.text,
        plan=outcome.plan,
        doubts=outcome.doubts,
        searchable_sha256=outcome.searchable.sha256 if outcome.searchable else "",
        **results.columns(outcome.plan),
    )
    RecognisedPage.objects.bulk_create(RecognisedPage(reading=reading, **page) for page in outcome.recognised)
    return reading


def retry(user: User | AnonymousUser, document_id: int, *, ip: str | None = None) -> Document:
    """Have a document that failed read again.

    Raises: Document.DoesNotExist where the person cannot see it; PermissionDenied where she did not
    hand it over herself.
    """
    document = own(user, document_id)
    with transaction.atomic():
        if _wait_again(document):
            record("asked_to_read_again", document, actor=user, ip=ip)
    return document


def own(user: User | AnonymousUser, document_id: int) -> Document:
    """A document that is the person's to decide about.

    Raises: Document.DoesNotExist where she cannot see it; PermissionDenied where it is not hers.
    """
    document = Document.objects.visible_to(user).get(pk=document_id)
    if not is_own(user, document):
        raise PermissionDenied
    return document


def read_what_waited_for_programs() -> int:
    """Have the documents read for which this computer lacked a program; how many there are.

    Called when the worker starts: by then whoever looks after the computer may have installed it.
    """
    waiting = list(Document.objects.filter(state=State.FAILED, failure_code=MissingProgram.code))
    for document in waiting:
        with transaction.atomic():
            if _wait_again(document):
                record("queued_again", document, actor=None)
    return len(waiting)


def _wait_again(document: Document) -> bool:
    """Put a document that failed back in the queue; whether it was one."""
    waiting = Document.objects.filter(pk=document.pk, state=State.FAILED).update(
        state=State.WAITING,
        stage=Stage.WAITING,
        failure_code="",
        failure_message="",
        read_started_at=None,
        read_finished_at=None,
    )
    document.refresh_from_db()
    if waiting:
        _queue(document)
    return bool(waiting)


def _queue(document: Document) -> None:
    from donghanh.documents.tasks import read_document  # noqa: PLC0415 (the task calls back)

    read_document.enqueue(document.pk)
