"""The acts of this room, themselves entered in the trail: taking it away, and erasing what entries say."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext_lazy

from donghanh.accounts.access import Person
from donghanh.audit import services as audit
from donghanh.audit.models import Entry
from donghanh.audit.services import record
from donghanh.trail import outputs, selectors
from donghanh.trail.selectors import Asked

MOST_EXPORTED = 10_000


class NotErasableError(Exception):
    """An entry was erased meanwhile, or is none that the person may erase. Nothing was erased."""

    told = gettext_lazy(
        "An entry was erased meanwhile, or is not yours to erase. Nothing was done; look at it again."
    )

    def __init__(self) -> None:
        super().__init__(self.told)


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


@transaction.atomic
def erase(
    user: Person, label: str, key: str, numbers: Collection[int], *, reason: str, ip: str | None = None
) -> int:
    """Empty what some entries about one thing say, all of them or none, each by an act of its own; how many.

    numbers: of the entries' rows. reason: the request and the law, without personal data, since it is never erased.
    Raises: PermissionDenied; NotErasableError.
    """
    asked = selectors.erasable(user, label, key).filter(pk__in=numbers)
    entries = list(asked.select_for_update(of=("self",)).order_by("pk"))
    if len(entries) < len(set(numbers)):
        raise NotErasableError
    for entry in entries:
        audit.erase(entry, actor=user, reason=reason, ip=ip)
    return len(entries)
