"""The one act of this room: taking the trail away, which is itself entered in it."""

from django.db import transaction

from donghanh.accounts.access import Person
from donghanh.audit.models import Entry
from donghanh.audit.services import record
from donghanh.trail import outputs, selectors
from donghanh.trail.selectors import Asked

MOST_EXPORTED = 10_000


def export(user: Person, asked: Asked, *, ip: str | None = None) -> bytes:
    """What is searched for as an Excel workbook, among the newest MOST_EXPORTED entries of its days.

    Entered before it is handed out, and no writer waits while the workbook is made.

    Raises: PermissionDenied.
    """
    rows, is_cut = selectors.export(user, asked, MOST_EXPORTED)
    made = outputs.as_workbook(rows, asked, MOST_EXPORTED if is_cut else None)
    changes = {"count": len(rows), "since": str(asked.since.date()), "until": str(asked.until.date())}
    with transaction.atomic():
        record("exported_trail", Entry, actor=user, changes=changes, ip=ip)
    return made
