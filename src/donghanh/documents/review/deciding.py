"""Deciding about places to check, and giving places to the units of today. Each is one step, as in `services`."""

from donghanh.documents.review.models import Act, FactState, Step
from donghanh.documents.review.state import Item, Value
from donghanh.documents.review.steps import (
    ConflictError,
    Desk,
    NoSuchFactError,
    Person,
    Wanted,
    Where,
    corrected,
    desk,
)
from donghanh.documents.review.successors import as_today, successors_of
from donghanh.documents.review.ways import amount_of, ways_of

CHOICES = ("use_computed", "read_as", "keep_written", "not_a_fault", "ask_issuer", "leave_open")
"""What may be decided about a place to check."""


def decide(
    user: Person,
    where: Where,
    key: str,
    seen: int,
    choice: str,
    *,
    note: str = "",
    way: int = 0,
    ip: str | None = None,
) -> Step:
    """Settle a place to check. choice: one of `CHOICES`, what is no fault is removed.

    way: which of its `ways_of` the words are read in. What facts become by the decision is kept with it, so that
    `services.restore` can take it back.
    Raises: ValueError for a choice that there is not; NoSuchFactError for such a way; ConflictError where the sum is
    no more what it was.
    """
    if choice not in CHOICES:
        raise ValueError(choice)
    with desk(user, where, ip) as at:
        item = at.item(key, seen)
        decision: Value = {"choice": choice, "note": note}
        changes: dict[str, Value] = {}
        if choice == "use_computed":
            amount = amount_of(at.review, item)
            if amount is None:
                raise ConflictError(item)
            changes = {amount.key: {"value": item.value["computed"]}}
        if choice == "read_as":
            ways = ways_of(at.review, at.reading.text, item)
            if not 0 <= way < len(ways):
                raise NoSuchFactError(key)
            decision |= {"meant": ways[way].said, "words": ways[way].words}
            changes = ways[way].corrections
        if changes:
            decision["made"] = {each: _change(at.item(each), values) for each, values in changes.items()}
        state = FactState.REMOVED if choice == "not_a_fault" else FactState.RIGHT
        after = {"state": state, "value": {**item.value, "decision": decision}, "position": item.position}
        others = [corrected(at.item(each), values) for each, values in changes.items()]
        return at.write(Act.DECIDED, [Wanted(key, after), *others])


def _change(item: Item, values: Value) -> Value:
    return {"before": {field: item.value.get(field) for field in values}, "after": values}


def taken_back(at: Desk, finding: Item) -> list[Wanted]:
    """The facts as they stood before a decision about a finding; what was changed again since stays."""
    made = finding.decision.get("made")
    found = []
    for key, change in (made if isinstance(made, dict) else {}).items():
        item = at.review.item(key)
        if item and all(item.value.get(field) == what for field, what in change["after"].items()):
            found.append(corrected(item, change["before"]))
    return found


def give(user: Person, where: Where, key: str, seen: int, code: int, *, ip: str | None = None) -> Step:
    """Give a place that is no more to one of the units that took it over; code: of the unit.

    Raises: NoSuchFactError where it is none of them.
    """
    with desk(user, where, ip) as at:
        item = at.item(key, seen)
        unit = next((each for each in successors_of(item.value) if each.code == code), None)
        if unit is None:
            raise NoSuchFactError(key)
        return at.write(Act.CORRECTED, [corrected(item, {"today": as_today(unit)})])
