"""What a journal did to units, told in names; for whatever reorganises without telling it on the way."""

from collections.abc import Iterable

from donghanh.organisations.following import Followed
from donghanh.organisations.journal import Journal, values_of
from donghanh.organisations.models import OrgUnit, Position, Succession
from donghanh.organisations.orders import Outcome

Standing = tuple[int, int]
"""A unit in a line."""


def told(journal: Journal, followed: Iterable[Followed]) -> Outcome:
    """What became of units, inside the transaction in which it was done. Two queries, however much it was.

    followed: what else went along, as `following.follow` gives it.
    """
    notes = journal.notes(OrgUnit)
    begun = {pk for pk, note in notes.items() if note.before is None}
    ended = {pk for pk, note in notes.items() if note.before and "until" in note.before}
    into: dict[int, list[int]] = {pk: [] for pk in ended}
    for row in journal.begun(Succession):
        if row["new_id"] is not None:
            into.setdefault(row["old_id"], []).append(row["new_id"])
    before, after = superiors_before(journal), superiors_after(journal)
    takers = {new for each in into.values() for new in each}
    name = _Names({*notes, *(unit for unit, _ in after), *before.values(), *after.values(), *takers})
    moved: list[tuple[str, str, str]] = []
    waiting: list[tuple[str, str, str]] = []
    founded: dict[int, str] = {}
    along = 0
    for (unit, line), superior in after.items():
        former = before.get((unit, line))
        if unit in begun:
            founded.setdefault(unit, name[superior])  # the first line is the one that counts most
        elif former == superior:
            along += 1
        else:
            waits = former in ended and superior not in into[former]
            (waiting if waits else moved).append((name[unit], name[former], name[superior]))
    return Outcome(
        tuple((name[unit], superior) for unit, superior in founded.items()),
        tuple(
            (note.before["name"], note.after["name"])
            for note in notes.values()
            if note.before and note.after and "name" in note.before
        ),
        tuple(moved),
        tuple((name[pk], "; ".join(map(name.__getitem__, into[pk]))) for pk in notes if pk in ended),
        tuple(waiting),
        along,
        tuple(followed),
    )


def superiors_after(journal: Journal) -> dict[Standing, int | None]:
    """Under whom units stand since, in the lines in which positions of theirs were begun."""
    after: dict[Standing, int | None] = {}
    for row in sorted(journal.begun(Position), key=lambda row: (row["line_id"], row["since"])):
        after.setdefault((row["unit_id"], row["line_id"]), row["superior_id"])
    return after


def superiors_before(journal: Journal) -> dict[Standing, int | None]:
    """Under whom units stood in the lines in which their positions were ended or taken away, at first where in turn."""
    notes = {pk: note for pk, note in journal.notes(Position).items() if note.before is not None}
    ended = [pk for pk, note in notes.items() if note.after is not None]
    rows = [values_of(row) for row in Position.objects.in_bulk(ended).values()]
    rows += [note.before for note in notes.values() if note.before and note.after is None]
    rows.sort(key=lambda row: row["since"], reverse=True)
    return {(row["unit_id"], row["line_id"]): row["superior_id"] for row in rows}


class _Names(dict[int | None, str]):
    """The names of units by their numbers; blank for none."""

    def __init__(self, numbers: Iterable[int | None]) -> None:
        wanted = {number for number in numbers if number is not None}
        super().__init__(
            (unit.pk, unit.name) for unit in OrgUnit.objects.only("name").in_bulk(wanted).values()
        )

    def __missing__(self, number: int | None) -> str:
        return ""
