"""Whether the audit trail is whole."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from django.db import connection, transaction
from django.db.models import Count, Max, Min

from . import guards
from .heads import NotedHead
from .models import GENESIS, Entry, Head, Seal, Unsealed
from .services import ERASED, RESTORED

CHUNK = 2000


class FaultKind(StrEnum):
    MISSING = "missing"
    ALTERED = "altered"
    BEYOND_HEAD = "beyond_head"
    HEAD_ALTERED = "head_altered"
    NOT_AS_NOTED = "not_as_noted"
    EMPTIED = "emptied"
    OUTSIDE = "outside"
    LOST_UNSEALED = "lost_unsealed"
    UNGUARDED = "unguarded"


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing that is wrong.

    sequence: the number in the chain where it is; for OUTSIDE and LOST_UNSEALED, which have none, the number
    of the entry's row; 0 for UNGUARDED. noted: the head that the chain no longer agrees with.
    """

    kind: FaultKind
    sequence: int
    detail: str = ""
    noted: NotedHead | None = None


@dataclass(frozen=True, slots=True)
class Restoring:
    """A backup took the place of what was there; heads: how many were noted in between, of acts that are lost."""

    made_at: datetime
    at: datetime
    heads: int = 0

    def explains(self, head: NotedHead) -> bool:
        """Whether a head was noted after the backup was made and before it was restored."""
        return self.made_at.replace(microsecond=0) <= head.at <= self.at  # a noted head has whole seconds


@dataclass(frozen=True, slots=True)
class Verification:
    """entries: how many were found whole, from the first on; head: the hash of the last of them.

    erased: how many of those hold no details any more, each by an act that says so. heads: with how many noted ones the
    chain agrees. restorings: by which others were lost, as entries of the chain say; whether that is so, people know.
    waiting: how many entries were not sealed yet, since the oldest of them; nothing proves that none of these was
    taken away.
    """

    entries: int
    head: str
    erased: int = 0
    heads: int = 0
    restorings: tuple[Restoring, ...] = ()
    waiting: int = 0
    waiting_since: datetime | None = None
    fault: Fault | None = None


@dataclass(slots=True)
class _Walk:
    """The way along the chain: what was found whole so far."""

    noted: dict[int, list[NotedHead]]
    restorings: Sequence[Restoring]
    sequence: int = 0
    hash: str = GENESIS
    erased: dict[int, int] = field(default_factory=dict)
    """Entries without details, by the number of their row: their number in the chain."""
    lost: Counter[Restoring] = field(default_factory=Counter)

    def disagree(self, head: NotedHead) -> Fault | None:
        """A head that the chain has not: a fault, unless it was noted on what a restored backup took the place of."""
        restoring = next((each for each in self.restorings if each.explains(head)), None)
        if restoring is None:
            return Fault(FaultKind.NOT_AS_NOTED, head.sequence, noted=head)
        self.lost[restoring] += 1
        return None

    def step(self, seal: Seal, last: int) -> Fault | None:
        """Go on to a seal; the fault that stands in the way."""
        expected = self.sequence + 1
        if seal.sequence != expected:
            return Fault(FaultKind.MISSING, expected)
        entry = seal.entry
        if seal.hash != entry.compute_hash(expected, self.hash):
            return Fault(FaultKind.ALTERED, expected)
        if entry.is_erased:
            self.erased[entry.pk] = expected
        elif entry.commitment != entry.compute_commitment():
            return Fault(FaultKind.ALTERED, expected)
        if expected > last:
            return Fault(FaultKind.BEYOND_HEAD, expected)
        for head in self.noted.pop(expected, ()):
            if head.hash != seal.hash and (fault := self.disagree(head)):
                return fault
        self.sequence, self.hash = expected, seal.hash
        return None


def verify(noted: Iterable[NotedHead] = ()) -> Verification:
    """Recompute the chain from the first entry to the head, and name the first fault.

    noted: heads of former days, with each of which the chain must agree.

    Whoever rewrites the whole chain and its head is found out by them alone; whoever takes away an entry
    before it is sealed, by nothing.
    """
    heads: dict[int, list[NotedHead]] = {}
    for one in noted:
        heads.setdefault(one.sequence, []).append(one)
    count = sum(map(len, heads.values()))
    with transaction.atomic():
        # Entries sealed meanwhile come after this head and do not matter.
        head = Head.objects.select_for_update().first() or Head()
        last = Seal.objects.aggregate(last=Max("sequence"))["last"] or 0
    walk = _Walk(heads, list(_restorings()))
    for seal in _chain(max(last, head.sequence)):
        if fault := walk.step(seal, head.sequence):
            return Verification(walk.sequence, walk.hash, fault=fault)
    waiting = Unsealed.objects.aggregate(count=Count("pk"), since=Min("entry__at"))
    fault = _end_fault(head, walk) or _emptied(walk.erased) or _outside() or _unguarded()
    return Verification(
        walk.sequence,
        walk.hash,
        erased=len(walk.erased),
        heads=count - walk.lost.total(),
        restorings=tuple(replace(each, heads=lost) for each, lost in walk.lost.items()),
        waiting=waiting["count"],
        waiting_since=waiting["since"],
        fault=fault,
    )


def _restorings() -> Iterator[Restoring]:
    """By which backups the database was restored, as far as that was not erased."""
    for entry in Entry.objects.filter(verb=RESTORED).order_by("pk"):
        if made_at := entry.details.get("changes", {}).get("made_at"):
            yield Restoring(datetime.fromisoformat(made_at), entry.at)


def _chain(last: int) -> Iterator[Seal]:
    """The seals with their entries, in their order; one whose entry is gone is left out.

    In chunks, each a question of its own: a long one would keep SQLite's writers waiting.
    """
    at = 0
    while at < last:
        chunk = Seal.objects.filter(sequence__gt=at, sequence__lte=last).order_by("sequence")
        seals = list(chunk.select_related("entry")[:CHUNK])
        if not seals:
            return
        yield from seals
        at = seals[-1].sequence


def _end_fault(head: Head, walk: _Walk) -> Fault | None:
    if head.sequence > walk.sequence:
        return Fault(FaultKind.MISSING, walk.sequence + 1)
    if head.hash != walk.hash:
        return Fault(FaultKind.HEAD_ALTERED, head.sequence)
    for sequence in sorted(walk.noted):  # what is left names numbers that the chain has not
        for noted in walk.noted[sequence]:
            if fault := walk.disagree(noted):
                return fault
    return None


def _emptied(erased: dict[int, int]) -> Fault | None:
    """The first entry without details of which no act says that it was erased."""
    acts = Entry.objects.filter(verb=ERASED, object_type=Entry._meta.label_lower)
    said = set(acts.values_list("object_id", flat=True).iterator()) if erased else set()
    unsaid = [sequence for entry, sequence in erased.items() if str(entry) not in said]
    return Fault(FaultKind.EMPTIED, min(unsaid)) if unsaid else None


def _outside() -> Fault | None:
    """An entry that is neither sealed nor waits, or one that waits and is gone."""
    stray = Entry.objects.filter(seal__isnull=True, unsealed__isnull=True).order_by("pk").first()
    if stray is not None:
        return Fault(FaultKind.OUTSIDE, stray.pk)
    lost = Unsealed.objects.exclude(pk__in=Entry.objects.values("pk")).order_by("pk").first()
    return Fault(FaultKind.LOST_UNSEALED, lost.pk) if lost else None


def _unguarded() -> Fault | None:
    absent = guards.missing(connection)
    return Fault(FaultKind.UNGUARDED, 0, ", ".join(absent)) if absent else None
