"""Every write of a review. Each is one step: it can be taken back, and it leaves an audit entry.

All raise as `steps.desk` does, and `ConflictError` where somebody changed a fact since the person saw it.
"""

from collections.abc import Mapping, Sequence

from django.db.models import Max, QuerySet

from donghanh.audit.services import record
from donghanh.documents.review import tree
from donghanh.documents.review.deciding import taken_back
from donghanh.documents.review.models import Act, FactState, ReviewedFact, Step, Version
from donghanh.documents.review.selectors import reviews_of
from donghanh.documents.review.state import Item, Value, whole
from donghanh.documents.review.steps import (
    ConflictError,
    Desk,
    NothingToDoError,
    Person,
    Wanted,
    Where,
    corrected,
    desk,
    now,
    placed,
    says,
    snapshot,
)
from donghanh.reading.compare import LISTS

_TAKES_BACK = (Act.UNDONE, Act.REDONE)


class OpenErrorsError(Exception):
    """A review with errors about which nobody decided cannot be accepted; `count`: of these."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(count)


def confirm(user: Person, where: Where, seen: Mapping[str, int], *, ip: str | None = None) -> Step:
    """Find facts right as they stand; seen: their keys, each with the step that last touched it.

    One that was removed stands again as it did before.
    """
    with desk(user, where, ip) as at:
        items = [at.item(key, step) for key, step in seen.items()]
        return at.write(Act.CONFIRMED, [Wanted(item.key, now(item, _confirmed(item))) for item in items])


def _confirmed(item: Item) -> str:
    if item.read is None:
        return FactState.ADDED
    return FactState.RIGHT if says(item.value) == says(item.read) else FactState.CORRECTED


def correct(user: Person, where: Where, key: str, seen: int, values: Value, *, ip: str | None = None) -> Step:
    """Give a fact other values; those that are not named stay.

    A section that is put under another goes there with all that stand under it.
    Raises: OwnBranchError for a section put under itself.
    """
    with desk(user, where, ip) as at:
        item = at.item(key, seen)
        if item.name == "sections" and not item.value.get("id"):
            values = {"id": tree.identity(at.review.items("sections"), {**item.value, **values}), **values}
        wanted = corrected(item, values)
        above = item.value.get("parent")
        if item.name != "sections" or (parent := values.get("parent", above)) == above:
            return at.write(Act.CORRECTED, [wanted])
        places = tree.under(at.review.items("sections"), item, parent)
        branch = [
            Wanted(each, placed(at.item(each), position)) for each, position in places.items() if each != key
        ]
        moved = Wanted(key, {**(wanted.after or {}), "position": places[key]})
        return at.write(Act.CORRECTED, [moved, *branch])


def correct_many(
    user: Person, where: Where, seen: Mapping[str, int], values: Value, *, ip: str | None = None
) -> Step:
    """Give several facts of one list the same values ("all these are led by the same unit")."""
    with desk(user, where, ip) as at:
        return at.write(Act.CORRECTED, [corrected(at.item(key, step), values) for key, step in seen.items()])


def add(
    user: Person, where: Where, name: str, value: Value, *, behind: str = "", ip: str | None = None
) -> Step:
    """Add a fact that the program did not see. name: of the list; behind: the fact after which it stands.

    Without one it stands where its words do: behind the last fact of the list that begins before them.
    """
    if name not in LISTS:
        raise ValueError(name)
    with desk(user, where, ip) as at:
        items = at.review.items(name)
        before = at.item(behind) if behind else _before(items, value)
        if name == "sections" and not behind:
            position = tree.place_for(items, value, before)
        elif before is None:
            position = min((item.position for item in items), default=0.0) - 1
        else:
            position = at.review.after(before)[0]
        if name == "sections":
            value = {"body": [], **value, "id": tree.identity(items, value)}
        after = {"state": FactState.ADDED, "value": value, "position": position}
        return at.write(Act.ADDED, [Wanted(_new_key(name, at), after)])


def _before(items: Sequence[Item], value: Value) -> Item | None:
    source = value.get("source")
    start = source["start"] if source else None
    found = None
    for item in items:
        if start is None or (item.span and item.span[0] <= start):
            found = item
    return found


def remove(user: Person, where: Where, key: str, seen: int, *, ip: str | None = None) -> Step:
    """Say that something is no such fact; it stays to be seen, struck out, and can be put back."""
    with desk(user, where, ip) as at:
        item = at.item(key, seen)
        return at.write(Act.REMOVED, [Wanted(key, now(item, FactState.REMOVED))])


def restore(user: Person, where: Where, key: str, seen: int, *, ip: str | None = None) -> Step:
    """Put a fact back as it was read; one that a person added stands again as added.

    What a decision about a finding made of facts goes with it; a section takes its branch along.
    """
    with desk(user, where, ip) as at:
        item = at.item(key, seen)
        if item.name == "findings":
            return at.write(Act.RESTORED, [Wanted(key, None), *taken_back(at, item)])
        if item.read is None:
            return at.write(Act.RESTORED, [Wanted(key, now(item, FactState.ADDED))])
        branch = []
        if item.name == "sections":
            branch = tree.offspring(at.review.items("sections"), item)[1:]
        back = [Wanted(each.key, placed(each, each.first_position)) for each in branch if each.has_moved]
        return at.write(Act.RESTORED, [Wanted(key, None), *back])


def split(
    user: Person, where: Where, key: str, seen: int, values: Sequence[Value], *, ip: str | None = None
) -> Step:
    """Make several facts of one: `values` are what differs in each, the first stays in its place.

    Raises: ValueError for fewer than two.
    """
    if len(values) < 2:
        raise ValueError(values)
    with desk(user, where, ip) as at:
        item = at.item(key, seen)
        wanted = [corrected(item, values[0])]
        for number, position in enumerate(at.review.after(item, len(values) - 1), start=1):
            value = {**item.value, **values[number]}
            after = {"state": FactState.ADDED, "value": value, "position": position}
            wanted.append(Wanted(_new_key(item.name, at, number), after))
        return at.write(Act.SPLIT, wanted)


def merge(
    user: Person, where: Where, seen: Mapping[str, int], values: Value, *, ip: str | None = None
) -> Step:
    """Make one fact of several: the first takes the `values`, the others are removed.

    Raises: ValueError for fewer than two, or for facts of several lists.
    """
    with desk(user, where, ip) as at:
        first, *others = (at.item(key, step) for key, step in seen.items())
        if not others or any(item.name != first.name for item in others):
            raise ValueError(list(seen))
        gone = [Wanted(item.key, now(item, FactState.REMOVED)) for item in others]
        return at.write(Act.MERGED, [corrected(first, values), *gone])


def move(user: Person, where: Where, key: str, seen: int, *, down: bool, ip: str | None = None) -> Step:
    """Let a fact change places with its neighbour; what is removed is passed over.

    A section does with the next one under the same section, and all that stand under them go along.
    Raises: NothingToDoError where it is the first or the last.
    """
    with desk(user, where, ip) as at:
        item = at.item(key, seen)
        if item.name == "sections":
            places = tree.swapped(at.review.items("sections"), item, down=down)
            if not places:
                raise NothingToDoError
            wanted = [Wanted(each, placed(at.item(each), position)) for each, position in places.items()]
            return at.write(Act.MOVED, wanted)
        row = [other for other in at.review.items(item.name) if not other.is_removed or other.key == key]
        place = [other.key for other in row].index(key) + (1 if down else -1)
        if not 0 <= place < len(row):
            raise NothingToDoError
        beyond = place + (1 if down else -1)
        near = row[place].position
        far = row[beyond].position if 0 <= beyond < len(row) else near + (1 if down else -1)
        return at.write(Act.MOVED, [Wanted(key, placed(item, (near + far) / 2))])


def undo(user: Person, where: Where, *, ip: str | None = None) -> Step:
    """Take back the person's last step on the paper that stands.

    Raises: NothingToDoError; ConflictError where somebody else changed one of its facts since.
    """
    with desk(user, where, ip) as at:
        step = _mine(at).filter(undone=False).last()
        if step is None:
            raise NothingToDoError
        return _turn(at, step, Act.UNDONE)


def redo(user: Person, where: Where, *, ip: str | None = None) -> Step:
    """Do again what the person took back last, as long as she did nothing else since. Raises as `undo`."""
    with desk(user, where, ip) as at:
        standing = _mine(at).filter(undone=False).aggregate(last=Max("number"))["last"] or 0
        step = _mine(at).filter(undone=True, number__gt=standing).first()
        if step is None:
            raise NothingToDoError
        return _turn(at, step, Act.REDONE)


def accept(user: Person, where: Where, *, ip: str | None = None) -> Version:
    """Keep what stands as a version. The same state accepted again is the same version.

    Raises: OpenErrorsError where a paper of the file holds an error about which nobody decided.
    """
    with desk(user, where, ip) as at:
        reviews = reviews_of(at.reading)
        errors = sum(review.open_errors for review in reviews)
        if errors:
            raise OpenErrorsError(errors)
        last = at.document.versions.last()
        if last is not None and (last.reading_id, last.step) == (at.reading.pk, at.review.step):
            return last
        version = Version.objects.create(
            document=at.document,
            number=last.number + 1 if last else 1,
            reading=at.reading,
            step=at.review.step,
            plan=whole(reviews),
            accepted_by=at.user,
        )
        record("accepted", at.document, actor=at.user, changes={"version": version.number}, ip=ip)
        return version


def _mine(at: Desk) -> QuerySet[Step]:
    """The person's own steps on the paper, without those that take back or do again."""
    steps = Step.objects.filter(reading=at.reading, actor=at.user, paper=at.review.number)
    return steps.exclude(act__in=_TAKES_BACK).order_by("number")


def _turn(at: Desk, step: Step, act: Act) -> Step:
    """Put the facts of a step back to how they stood before it, or after it."""
    back = act is Act.UNDONE
    changes = list(step.changes.all())
    keys = [change.key for change in changes]
    found = ReviewedFact.objects.filter(reading=at.reading, paper=step.paper, key__in=keys)
    rows = {row.key: row for row in found}
    for change in changes:
        row = rows.get(change.key)
        expected = change.after if back else change.before
        if (snapshot(row) if row else None) != expected:
            raise ConflictError(at.item(change.key))
    Step.objects.filter(pk=step.pk).update(undone=back)
    wanted = [Wanted(change.key, change.before if back else change.after) for change in changes]
    return at.write(act, wanted, of=step)


def _new_key(name: str, at: Desk, number: int = 0) -> str:
    return f"{name}-n{at.number}" + (f"-{number}" if number else "")
