"""Sealing: linking entries that wait into the chain, one sealer at a time.

The order of the chain is the order of sealing: entries that wait together by their numbers, one that was
committed late behind those that were sealed before it. Seals, queue and head change in one transaction, so a
sealer that dies leaves the chain as it was.
"""

from django.db import transaction

from .models import Entry, Head, Seal, Unsealed

BATCH = 500
"""Entries sealed in one transaction: on SQLite all writers wait for it."""


def seal() -> int:
    """Seal every entry that waits; returns how many."""
    count, after = 0, 0
    # Asked before the lock is taken: most of the time nothing waits.
    while Unsealed.objects.filter(pk__gt=after).exists():
        sealed, after = _seal_batch(after)
        count += sealed
    return count


@transaction.atomic
def _seal_batch(after: int) -> tuple[int, int]:
    """Seal the first that wait behind a number; returns how many, and the number of the last looked at.

    A row that waits for an entry that is gone stays, for `verify` to name.
    """
    Head.objects.bulk_create([Head()], ignore_conflicts=True)
    # A second sealer waits here, and goes on from the head that the first one left.
    head = Head.objects.select_for_update().get()
    waiting = list(Unsealed.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:BATCH])
    seals = []
    for entry in Entry.objects.filter(pk__in=waiting).order_by("pk"):
        head.sequence += 1
        head.hash = entry.compute_hash(head.sequence, head.hash)
        seals.append(Seal(sequence=head.sequence, entry=entry, hash=head.hash))
    if seals:
        Seal.objects.bulk_create(seals)
        Unsealed.objects.filter(pk__in=[seal.entry_id for seal in seals]).delete()
        head.save(update_fields=["sequence", "hash"])
    return len(seals), waiting[-1] if waiting else after
