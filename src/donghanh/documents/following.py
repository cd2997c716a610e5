"""What becomes of documents when the unit for which they were handed over ends: from that day on they are its heir's.

Nothing is moved: a document stays with the unit for which it was handed over, and `Handover` says whose that is on a
day. So one that is handed over until the last day goes along too.
"""

from collections.abc import Sequence

from django.db.models import Count
from django.utils.translation import gettext

from donghanh.documents.models import Upload
from donghanh.organisations.following import Passing
from donghanh.organisations.journal import Journal, chunks
from donghanh.organisations.models import Handover


def uploads(journal: Journal, passings: Sequence[Passing]) -> list[str]:
    """How many documents are another unit's from the day on, a sentence for each unit that leaves some."""
    days = {passing.day for passing in passings}
    handed = [row["unit_id"] for row in journal.begun(Handover) if row["since"] in days]
    return [
        gettext("%(count)d documents of “%(unit)s” go to “%(into)s”.")
        % {"count": count, "unit": unit, "into": into}
        for chunk in chunks(handed)
        for unit, into, count in Upload.objects.filter(unit__in=chunk, unit__handovers__since__in=days)
        .values_list("unit__name", "unit__handovers__into__name")
        .annotate(count=Count("document", distinct=True))
        .order_by("unit")
    ]
