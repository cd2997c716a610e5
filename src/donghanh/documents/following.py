"""What becomes of documents when the unit for which they were handed over ends: they are its successor's."""

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext

from donghanh.documents.models import Upload
from donghanh.organisations.following import Passing
from donghanh.organisations.journal import Journal, chunks


def uploads(journal: Journal, passings: Sequence[Passing]) -> list[str]:
    """Hand the documents of units that end to those that take over; where nobody does, they stay with the unit, for
    whoever looks after what is left of it."""
    into = {passing.unit.pk: passing.into for passing in passings if passing.into is not None}
    moved: Counter[int] = Counter()
    for chunk in chunks(list(into)):
        for upload in Upload.objects.filter(unit__in=chunk).order_by("pk"):
            old, new = upload.unit_id or 0, into[upload.unit_id or 0]
            same = Upload.objects.filter(
                document=upload.document_id, uploaded_by=upload.uploaded_by_id, unit=new
            )
            if same.exists():
                journal.remove([upload])
            else:
                journal.change([upload], unit_id=new.pk)
            moved[old] += 1
    names = {passing.unit.pk: passing.unit.name for passing in passings}
    return [
        gettext("%(count)d documents of “%(unit)s” go to “%(into)s”.")
        % {"count": count, "unit": names[old], "into": into[old].name}
        for old, count in moved.items()
    ]
