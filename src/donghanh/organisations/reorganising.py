"""A reorganisation of places carried through a line: who ends, who begins, and under whom everybody stands then.

The units of places that ended end with them; those of new places begin; whoever stood below an ended unit without a
place of her own (chi hội, tổ) goes to the one unit that took it over. Where several did, or nobody that the lists know,
she goes to the unit above that is left, and the question is kept: nothing is guessed and nobody is lost.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from donghanh.audit.services import record
from donghanh.organisations.building import TRUNKS, make_missing, place_unions
from donghanh.organisations.errors import UnitError
from donghanh.organisations.models import Level, Line, OrgUnit, Place, PlaceChange, Position, Succession
from donghanh.organisations.services import Actor, replace_positions
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
    ended unit under which they stood."""

    ended: int
    begun: int
    moved: int
    asked: dict[str, int]


def reorganise(
    actor: Actor, day: date, *, code: str = "union", dry_run: bool = False, ip: str | None = None
) -> Outcome:
    """Carry the changes of places of a day through a line, in one transaction.

    dry_run: only say what would be done.
    Raises: NothingToReorganiseError.
    """
    with transaction.atomic():
        outcome = _carry_through(actor, day, code, ip)
        transaction.set_rollback(dry_run)
    return outcome


def _carry_through(actor: Actor, day: date, code: str, ip: str | None) -> Outcome:
    line = Line.objects.filter(code=code).select_for_update().first()
    kind = TRUNKS[code].kind
    ending = {
        unit.pk: unit
        for unit in OrgUnit.objects.filter(kind=kind, place__until=day, until__gt=day).select_related("place")
    }
    if line is None or not ending:
        raise NothingToReorganiseError
    begun = make_missing(TRUNKS[code], line, _taking_over(ending), day)
    by_place = {
        unit.place_id: unit
        for unit in OrgUnit.objects.on(day).filter(kind=kind, place__isnull=False)
        if unit.pk not in ending
    }
    takers = _takers(ending, by_place, day)
    going_on = [unit.pk for unit in by_place.values()]
    positions = Position.objects.filter(line=line, until__gt=day)
    paths = dict(positions.filter(on(day), unit__in=going_on).values_list("unit", "path"))
    standing = positions.exclude(unit__in=going_on)
    moves, asked = _moves(list(standing), ending, takers, paths, day)
    replace_positions([old for old, _ in moves], [new for _, new in moves if new is not None], day)
    OrgUnit.objects.filter(kind=kind, place__until=day, until__gt=day).update(until=day)
    # In the other lines too, an ended unit stands no more.
    elsewhere = Position.objects.filter(unit__in=list(ending), until__gt=day)
    elsewhere.filter(since__gte=day).delete()
    elsewhere.update(until=day)
    place_unions(day)
    Succession.objects.bulk_create(_successions(ending, takers, day), batch_size=2000, ignore_conflicts=True)
    moved = sum(new is not None for _, new in moves)
    outcome = Outcome(len(ending), begun, moved, asked)
    changes = {"line": code, "day": str(day), "ended": outcome.ended, "begun": begun, "moved": moved}
    record("reorganised", line, actor=actor, changes=changes, ip=ip)
    return outcome


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
        into = takers.get(chain[lost], [])
        if len(into) == 1:
            new_above = into[0][0].pk
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
    into = takers.get(number, [])
    return into[0][0].pk if len(into) == 1 else None


def _successions(ending: dict[int, OrgUnit], takers: Takers, day: date) -> Iterator[Succession]:
    for number, unit in ending.items():
        into = takers.get(number, [])
        for new, partly, act in into:
            yield Succession(old=unit, new=new, partly=partly or len(into) > 1, day=day, act=act)
        if not into:
            note = gettext("The lists name no successor of %(place)s.") % {"place": unit.place}
            yield Succession(old=unit, new=None, day=day, note=note[:200])


@dataclass(frozen=True, slots=True)
class Check:
    """ended: how many units ended; waiting: how many stand right under a province until somebody says to which commune
    they belong; unexplained: ended ones that lead to no other and to no stated end; open: those of which the data
    cannot say who took them over; homeless: units that stand below one that is not there, or are not there."""

    ended: int
    waiting: int
    unexplained: tuple[str, ...]
    open: tuple[str, ...]
    homeless: tuple[str, ...]


def check(day: date) -> Check:
    """Whether every unit that ended leads to a living one or to a stated end, and everybody stands under somebody."""
    ended = OrgUnit.objects.filter(until__lte=day)
    explained = set(Succession.objects.values_list("old", flat=True))
    without = Succession.objects.filter(new=None).select_related("old")
    lost = Q(superior__until__lte=day) | Q(unit__until__lte=day)
    homeless = Position.objects.filter(on(day)).filter(lost).select_related("unit")
    return Check(
        ended.count(),
        Position.objects.filter(on(day), unit__level=Level.VILLAGE, superior__level=Level.PROVINCE).count(),
        tuple(unit.name for unit in ended.iterator() if unit.pk not in explained),
        tuple(f"{each.old.name}: {each.note}" for each in without),
        tuple(position.unit.name for position in homeless),
    )
