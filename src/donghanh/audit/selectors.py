"""Reading the audit trail, and whether it is whole."""

from dataclasses import dataclass
from enum import StrEnum

from django.db import connection, transaction

from . import guards
from .models import GENESIS, Entry, Head


class FaultKind(StrEnum):
    MISSING = "missing"
    ALTERED = "altered"
    UNCHAINED = "unchained"
    BEYOND_HEAD = "beyond_head"
    HEAD_ALTERED = "head_altered"
    UNGUARDED = "unguarded"


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing that is wrong, at the entry of this number (0: in no entry)."""

    kind: FaultKind
    sequence: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """entries: how many were found whole, from the first on; head: the hash of the last of them.

    Whoever rewrites the whole table and its head from some entry on is found out only by a head
    that was written down elsewhere.
    """

    entries: int
    head: str
    fault: Fault | None


def verify() -> Verification:
    """Recompute the chain from the first entry to the head, and name the first fault."""
    previous, count = GENESIS, 0
    with transaction.atomic():
        # Entries appended meanwhile come after this head and do not matter.
        head = Head.objects.select_for_update().first() or Head()
        last = Entry.objects.order_by("-sequence").values_list("sequence", flat=True).first() or 0
    for entry in Entry.objects.filter(sequence__lte=max(last, head.sequence)).iterator(chunk_size=2000):
        fault = _entry_fault(entry, count + 1, previous)
        if fault is None and entry.sequence > head.sequence:
            fault = Fault(FaultKind.BEYOND_HEAD, entry.sequence)
        if fault is not None:
            return Verification(count, previous, fault)
        previous, count = entry.hash, count + 1
    return Verification(count, previous, _end_fault(head, count, previous))


def _entry_fault(entry: Entry, expected: int, previous: str) -> Fault | None:
    if entry.sequence != expected:
        return Fault(FaultKind.MISSING, expected)
    if entry.commitment != entry.compute_commitment() or entry.hash != entry.compute_hash():
        return Fault(FaultKind.ALTERED, entry.sequence)
    if entry.previous_hash != previous:
        return Fault(FaultKind.UNCHAINED, entry.sequence)
    return None


def _end_fault(head: Head, count: int, last_hash: str) -> Fault | None:
    if head.sequence > count:
        return Fault(FaultKind.MISSING, count + 1)
    if head.hash != last_hash:
        return Fault(FaultKind.HEAD_ALTERED, head.sequence)
    absent = guards.missing(connection)
    return Fault(FaultKind.UNGUARDED, 0, ", ".join(absent)) if absent else None
