"""Reading an old document again with a newer reader: asked for, read, then taken over or not by a person.

What was read before stays in use until she has seen what would change; what people settled is carried over.
"""

import logging
from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from donghanh.accounts.models import User
from donghanh.audit.services import record
from donghanh.documents import results, search
from donghanh.documents.models import Document, Stage, State
from donghanh.documents.review.selectors import reviewed_plan
from donghanh.documents.services import MAX_ATTEMPTS, discard, outcome_of, own, store_reading
from donghanh.reading import READER_VERSION
from donghanh.reading.compare import Change, Sort, carry_over, compare

log = logging.getLogger(__name__)


class StaleProposalError(Exception):
    """The reading that the person saw is no longer the one that is proposed."""


def may_change(document: Document) -> bool:
    """Whether the reader of today has not read the document yet, or what it read waits for a decision."""
    if document.reading is None or document.reading.reader_version == READER_VERSION:
        return document.proposed is not None
    seen = document.readings.filter(reader_version=READER_VERSION).exists()
    return document.proposed is not None or not seen


def ask(user: User | AnonymousUser, document_id: int, *, ip: str | None = None) -> Document:
    """Have a read document read by the reader of today; asked twice, it is read once, and never in vain.

    Raises: Document.DoesNotExist, PermissionDenied as `services.own`.
    """
    document = own(user, document_id)
    if not may_change(document) or document.proposed is not None:
        return document
    with transaction.atomic():
        asked = Document.objects.filter(pk=document_id, state=State.READ, stage=Stage.DONE).update(
            stage=Stage.WAITING,
            failure_code="",
            failure_message="",
            read_started_at=None,
            read_finished_at=None,
        )
        document.refresh_from_db()
        if asked:
            from donghanh.documents.tasks import reread_document  # noqa: PLC0415 (the task calls back)

            reread_document.enqueue(document.pk)
            record("asked_for_newer_reading", document, actor=user, ip=ip)
    return document


def reread(document_id: int) -> None:
    """Read in the background; a result that changes nothing is taken over, any other is proposed."""
    now = timezone.now()
    waiting = Document.objects.filter(pk=document_id, state=State.READ).exclude(stage=Stage.DONE)
    if not waiting.update(
        stage=Stage.READING,
        attempts=F("attempts") + 1,
        read_started_at=now,
        pages_done=None,
        pages_to_do=None,
    ):
        return
    document = Document.objects.get(pk=document_id)
    if document.attempts > MAX_ATTEMPTS:
        _finish(document_id, now, results.Failure("crash"))
        return
    try:
        _finish(document_id, now, outcome_of(document, now))
    except Exception as error:  # noqa: BLE001 (else it would be read for ever)
        log.error("document %s: %s", document_id, type(error).__name__)
        _finish(document_id, now, results.Failure("crash"))


@transaction.atomic
def _finish(document_id: int, started_at: datetime, outcome: results.Result | results.Failure) -> None:
    document = (
        Document.objects.select_for_update(of=("self",))
        .select_related("reading")
        .filter(pk=document_id, state=State.READ, read_started_at=started_at)
        .first()
    )
    if document is None or document.reading is None:
        discard(outcome)
        return
    document.read_finished_at, document.stage, document.attempts = timezone.now(), Stage.DONE, 0
    if isinstance(outcome, results.Failure):
        document.failure_code, document.failure_message = outcome.code, outcome.message
        document.save()
        record("failed_to_read", document, actor=None, changes={"failure_code": outcome.code})
        return
    document.proposed = store_reading(document, outcome)
    if not changes_of(document):
        _use(document)
    document.save()
    record(
        "read_again", document, actor=None, changes={"reading": (document.proposed or document.reading).pk}
    )


def changes_of(document: Document, *, kept: bool = False) -> list[Change]:
    """What the proposed reading would change; with what people settled and the reader sees otherwise if `kept`."""
    if document.proposed is None or document.reading is None:
        return []
    found = compare(reviewed_plan(document.reading), document.proposed.plan)
    return [change for change in found if kept or change.sort is not Sort.KEPT]


def take_over(
    user: User | AnonymousUser, document_id: int, reading_id: int, *, ip: str | None = None
) -> Document:
    """Use the proposed reading from now on, with what people settled in the old one, which is kept.

    Raises: StaleProposalError where another reading is proposed by now; else as `services.own`.
    """
    return _decide(user, document_id, reading_id, taken=True, ip=ip)


def turn_down(
    user: User | AnonymousUser, document_id: int, reading_id: int, *, ip: str | None = None
) -> Document:
    """Go on with the old reading. Raises as `take_over`."""
    return _decide(user, document_id, reading_id, taken=False, ip=ip)


@transaction.atomic
def _decide(
    user: User | AnonymousUser, document_id: int, reading_id: int, *, taken: bool, ip: str | None
) -> Document:
    own(user, document_id)
    documents = Document.objects.select_for_update(of=("self",)).select_related("reading", "proposed")
    document = documents.get(pk=document_id)
    if document.proposed_id != reading_id:
        raise StaleProposalError
    old = document.reading_id
    if taken:
        _use(document)
    document.proposed = None
    document.save()
    verb = "took_over_reading" if taken else "turned_down_reading"
    record(verb, document, actor=user, changes={"reading": [old, reading_id]}, ip=ip)
    return document


def _use(document: Document) -> None:
    """Put the proposed reading in place of the old one; to be saved by whoever calls.

    What people settled goes over now and not when it was read: they may have gone on since.
    """
    old, new = document.reading, document.proposed
    if old is None or new is None:
        raise StaleProposalError
    new.plan = carry_over(reviewed_plan(old), new.plan, same_text=old.text == new.text)
    for name, value in results.columns(new.plan).items():
        setattr(new, name, value)
    new.save()
    search.index(document.pk, new)
    document.reading, document.proposed = new, None
