"""Writing one step: the one way in which facts change, checked against what the person saw.

Steps on one document wait for each other, so that their numbers have no gaps and nobody's is lost.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import transaction

from donghanh.accounts.models import User
from donghanh.audit.services import record
from donghanh.documents import results, search
from donghanh.documents.models import Document, Reading, State
from donghanh.documents.review.models import Act, FactChange, FactState, ReviewedFact, Step
from donghanh.documents.review.selectors import reviewed_plan, reviews_of
from donghanh.documents.review.state import DOCUMENT, Item, Review, Value
from donghanh.documents.selectors import may_review

Person = User | AnonymousUser
Snapshot = dict[str, Any]


class StaleReadingError(Exception):
    """The reading that the person saw is no longer in use."""


class NoSuchFactError(Exception):
    """There is no fact of that key."""


class ConflictError(Exception):
    """Somebody else changed the fact since the person saw it; `item`: as it stands now."""

    def __init__(self, item: Item) -> None:
        self.item = item
        super().__init__(item.key)


class NothingToDoError(Exception):
    """No step is left to take back or to do again."""


@dataclass(frozen=True, slots=True)
class Where:
    """The paper that a person looks at: its document, the reading that she saw, the paper's number from 1."""

    document: int
    reading: int
    paper: int = 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one fact should become. after: None puts it back as it was read."""

    key: str
    after: Snapshot | None


@dataclass(slots=True)
class Desk:
    """A document while one person writes on it."""

    user: User
    document: Document
    reading: Reading
    review: Review
    ip: str | None

    def item(self, key: str, seen: int | None = None) -> Item:
        """A fact; seen: the step that last touched it as far as the person knows.

        Raises: NoSuchFactError, ConflictError.
        """
        item = self.review.item(key)
        if item is None:
            raise NoSuchFactError(key)
        if seen is not None and item.touched != seen:
            raise ConflictError(item)
        return item

    @property
    def number(self) -> int:
        """The number of the step that is being written."""
        return self.review.step + 1

    def write(self, act: Act, wanted: Iterable[Wanted], *, of: Step | None = None) -> Step:
        """Write one step and its audit entry; to be called once, last."""
        wanted = list(wanted)
        step = Step.objects.create(
            reading=self.reading,
            number=self.number,
            paper=self.review.number,
            actor=self.user,
            act=act,
            of=of,
        )
        rows = {row.key: row for row in self._rows(wanted)}
        made: list[ReviewedFact] = []
        changed: list[ReviewedFact] = []
        gone: list[int] = []
        changes: list[FactChange] = []
        for want in wanted:
            row = rows.get(want.key)
            changes.append(
                FactChange(step=step, key=want.key, before=snapshot(row) if row else None, after=want.after)
            )
            if want.after is None:
                gone += [row.pk] if row else []
                continue
            (changed if row else made).append(self._row(row, want.key, want.after, step))
        ReviewedFact.objects.bulk_create(made)
        ReviewedFact.objects.bulk_update(changed, ["state", "value", "position", "touched"])
        if gone:
            ReviewedFact.objects.filter(pk__in=gone).delete()
        FactChange.objects.bulk_create(changes)
        states = {change.key: [_state(change.before), _state(change.after)] for change in changes}
        about = {"reading": self.reading.pk, "step": step.number, "paper": step.paper, "facts": states}
        if any(want.key.startswith((f"{DOCUMENT}-", "findings-")) for want in wanted):
            self._let_lists_follow()
        record(f"review_{act}", self.document, actor=self.user, changes=about, ip=self.ip)
        return step

    def _let_lists_follow(self) -> None:
        """Lists, filters and the search go by what people made of the paper's head and its findings."""
        columns = results.columns(reviewed_plan(self.reading))
        Reading.objects.filter(pk=self.reading.pk).update(**columns)
        self.reading.refresh_from_db(fields=list(columns))
        search.index(self.document.pk, self.reading)

    def _rows(self, wanted: Sequence[Wanted]) -> Iterable[ReviewedFact]:
        return ReviewedFact.objects.filter(
            reading=self.reading, paper=self.review.number, key__in=[want.key for want in wanted]
        )

    def _row(self, row: ReviewedFact | None, key: str, after: Snapshot, step: Step) -> ReviewedFact:
        row = row or ReviewedFact(reading=self.reading, paper=self.review.number, key=key)
        row.state, row.value, row.position = after["state"], after["value"], after["position"]
        row.touched = step.number
        return row


@contextmanager
def desk(user: Person, where: Where, ip: str | None = None) -> Iterator[Desk]:
    """Sit down at a paper, alone until the block ends; nothing is kept where it fails.

    Raises: Document.DoesNotExist where the person cannot see it; PermissionDenied where she may not correct it;
    StaleReadingError where another reading is in use by now; NoSuchFactError where there is no such paper.
    """
    if isinstance(user, AnonymousUser):
        raise PermissionDenied
    with transaction.atomic():
        seen = Document.objects.visible_to(user).get(pk=where.document)
        if not may_review(user, seen):
            raise PermissionDenied
        document = Document.objects.select_for_update(of=("self",)).get(pk=where.document)
        if document.state != State.READ or document.reading_id != where.reading:
            raise StaleReadingError
        reading = Reading.objects.get(pk=where.reading)
        reviews = reviews_of(reading)
        if not 1 <= where.paper <= len(reviews):
            raise NoSuchFactError(where.paper)
        yield Desk(user, document, reading, reviews[where.paper - 1], ip)


def snapshot(row: ReviewedFact) -> Snapshot:
    return {"state": row.state, "value": row.value, "position": row.position}


def _state(snapshot: Snapshot | None) -> str | None:
    return snapshot["state"] if snapshot else None


def corrected(item: Item, values: Value) -> Wanted:
    """A fact with other values; those that are not named stay."""
    value = {**item.value, **values}
    if item.read is None:
        state = FactState.ADDED
    else:
        state = FactState.RIGHT if says(value) == says(item.read) else FactState.CORRECTED
    return Wanted(item.key, {"state": state, "value": value, "position": item.position})


def now(item: Item, state: str) -> Snapshot:
    """A fact as it stands, in another state."""
    return {"state": state, "value": item.value, "position": item.position}


def placed(item: Item, position: float) -> Snapshot:
    """A fact as it stands, in another place of its list."""
    return {**now(item, item.state), "position": position}


def says(value: Value) -> Value:
    """What a fact says, without where it stands."""
    return {key: what for key, what in value.items() if key != "source"}
