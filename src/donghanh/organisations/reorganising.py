"""A reorganisation of places carried through a line: who ends, who begins, and under whom everybody stands then.

The units of places that ended end with them; those of new places begin; whoever stood below an ended unit without a
place of her own (chi hội, tổ) goes to the one unit that took it over. Where several did, or nobody that the lists know,
she goes to the unit above that is left, and the question is kept: nothing is guessed and nobody is lost.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext

from donghanh.audit.services import Actor, record
from donghanh.organisations.building import TRUNKS, make_missing, place_unions, rename_units
from donghanh.organisations.errors import UnitError
from donghanh.organisations.following import Followed, Passing, follow
from donghanh.organisations.journal import Journal
from donghanh.organisations.models import (
    Line,
    OrgUnit,
    Place,
    PlaceChange,
    Position,
    Reorganisation,
    Succession,
)
from donghanh.organisations.placing import hold_tree, replace_positions
from donghanh.organisations.tree import numbers, on, step


class NothingToReorganiseError(UnitError):
    """No unit of the line has a place that ended on the day."""

    def __init__(self) -> None:
        super().__init__(
            gettext("No unit stands in a place that ended on that day. Build the former tree first.")
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a reorganisation does. moved: units that go to a successor; asked: those that wait for a person, by the
    ended unit under which they stood. followed: what else went along, told by `following.in_words`."""

    ended: int
    begun: int
    moved: int
    asked: dict[str, int]
    followed: tuple[Followed, ...]


def reorganise(
    actor: Actor, day: date, *, code: str = "union", dry_run: bool = False, ip: str | None = None
) -> Outcome:
    """Carry the changes of places of a day through a line, in one transaction.

    It is entered in the trail once, and not in the history of each unit: the reform of 2025 moved every one, and as many
    entries would take about as long as the reform. What became of a unit, its page tells.
    dry_run: only say what would be done. It can be undone like other reorganisations.
    Raises: NothingToReorganiseError.
    """
    with transaction.atomic():
        hold_tree()
        journal = Journal()
        line = Line.objects.filter(code=code).first()
        outcome = carry_through(journal, day, line) if line else None
        if outcome is None or line is None:
            raise NothingToReorganiseError
        rename_units(journal)
        place_unions(journal, day)
        if not dry_run:
            acts = PlaceChange.objects.filter(day=day).exclude(act="").order_by("pk")
            act = acts.values_list("act", flat=True).first() or ""
            made = Reorganisation(
                day=day,
                act=act,
                line=line,
                actor_id=getattr(actor, "pk", None),
                outcome={"places": asdict(outcome)},
            )
            journal.keep(made)
            changes = {"line": code, "day": str(day), "ended": outcome.ended, "begun": outcome.begun}
            record("reorganised", made, actor=actor, changes={**changes, "moved": outcome.moved}, ip=ip)
        transaction.set_rollback(dry_run)
    return outcome


def carry_through(journal: Journal, day: date, line: Line) -> Outcome | None:
    """Carry the changes of places of a day through a line inside the caller's transaction, who holds the tree, renames
    units and places the Unions once all lines are done; None where no unit of the line has a place that ended on the
    day."""
    trunk = TRUNKS.get(line.code)
    if trunk is None:
        return None  # its units stand for no places
    ending = {
        unit.pk: unit
        for unit in OrgUnit.objects.filter(kind=trunk.kind, place__until=day, until__gt=day).select_related(
            "place"
        )
    }
    if not ending:
        return None
    begun = make_missing(journal, trunk, line, _taking_over(ending), day)
    by_place = {
        unit.place_id: unit
        for unit in OrgUnit.objects.on(day).filter(kind=trunk.kind, place__isnull=False)
        if unit.pk not in ending
    }
    takers = _takers(ending, by_place, day)
    going_on = [unit.pk for unit in by_place.values()]
    positions = Position.objects.filter(line=line, until__gt=day)
    paths = dict(positions.filter(on(day), unit__in=going_on).values_list("unit", "path"))
    standing = positions.exclude(unit__in=going_on)
    moves, asked = _moves(list(standing), ending, takers, paths, day)
    replace_positions(journal, [old for old, _ in moves], [new for _, new in moves if new is not None], day)
    # In the other lines too, an ended unit stands no more.
    elsewhere = Position.objects.filter(unit__in=list(ending), until__gt=day)
    replace_positions(journal, elsewhere, (), day)
    journal.change(list(ending.values()), until=day)
    journal.begin(list(_successions(ending, takers, day)))
    passings = [Passing(unit, _only(takers.get(pk, [])), day) for pk, unit in ending.items()]
    followed = follow(journal, passings)
    return Outcome(len(ending), begun, sum(new is not None for _, new in moves), asked, followed)


def _taking_over(ending: dict[int, OrgUnit]) -> list[Place]:
    """The places that took over those of the ended units, with the provinces above them."""
    old = [unit.place_id for unit in ending.values()]
    found = Place.objects.filter(predecessions__old__in=old).select_related("parent").distinct()
    places = dict.fromkeys(place for new in found for place in (new.parent, new) if place is not None)
    return sorted(places, key=lambda place: place.code)


Takers = dict[int, list[tuple[OrgUnit, bool, str]]]
"""Who took a unit over, whether only in part, and by which act; by the ended unit."""


def _takers(ending: dict[int, OrgUnit], by_place: dict[int | None, OrgUnit], day: date) -> Takers:
    unit_of = {unit.place_id: unit.pk for unit in ending.values()}
    takers: Takers = defaultdict(list)
    for change in PlaceChange.objects.filter(day=day).order_by("new__code"):
        old, new = unit_of.get(change.old_id), by_place.get(change.new_id)
        if old is not None and new is not None:
            takers[old].append((new, change.partly, change.act))
    return takers


def _only(into: list[tuple[OrgUnit, bool, str]]) -> OrgUnit | None:
    """The one unit that took another over; None where several did, or nobody."""
    return into[0][0] if len(into) == 1 else None


def _moves(
    standing: list[Position], ending: dict[int, OrgUnit], takers: Takers, paths: dict[int, str], day: date
) -> tuple[list[tuple[Position, Position | None]], dict[str, int]]:
    """Positions that end, each with the one that begins in its place; and who waits for a person."""
    moves: list[tuple[Position, Position | None]] = []
    asked: dict[str, int] = defaultdict(int)
    for old in standing:
        if old.unit_id in ending:
            moves.append((old, None))
            continue
        chain = numbers(old.path)
        lost = next((at for at in range(len(chain) - 2, -1, -1) if chain[at] in ending), None)
        if lost is None:
            continue
        heir = _only(takers.get(chain[lost], []))
        if heir is not None:
            new_above = heir.pk
        else:
            new_above = next(
                (
                    found
                    for number in reversed(chain[:lost])
                    if (found := _taker_of(number, ending, takers, paths))
                ),
                chain[0],
            )
            asked[ending[chain[lost]].name] += 1
        path = (paths.get(new_above) or step(new_above)) + "".join(map(step, chain[lost + 1 :]))
        superior = new_above if lost == len(chain) - 2 else old.superior_id
        moves.append(
            (
                old,
                Position(
                    unit_id=old.unit_id,
                    line_id=old.line_id,
                    superior_id=superior,
                    path=path,
                    since=max(day, old.since),
                    until=old.until,
                ),
            )
        )
    return moves, dict(asked)


def _taker_of(number: int, ending: dict[int, OrgUnit], takers: Takers, paths: dict[int, str]) -> int | None:
    """The one unit that took a superior over; itself where it goes on."""
    if number not in ending:
        return number if number in paths else None
    heir = _only(takers.get(number, []))
    return heir.pk if heir else None


def _successions(ending: dict[int, OrgUnit], takers: Takers, day: date) -> Iterator[Succession]:
    for number, unit in ending.items():
        into = takers.get(number, [])
        for new, partly, act in into:
            yield Succession(old=unit, new=new, partly=partly or len(into) > 1, day=day, act=act)
        if not into:
            note = gettext("The lists name no successor of %(place)s.") % {"place": unit.place}
            yield Succession(old=unit, new=None, day=day, note=note[:200])
