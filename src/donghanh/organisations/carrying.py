"""Orders carried out, one verb after the other, through a journal; `ordering.py` holds the tree and keeps the journal."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from itertools import groupby, pairwise

from django.db import transaction
from django.utils.translation import gettext

from donghanh.organisations import placing
from donghanh.organisations.errors import (
    AlreadyThereError,
    NotThereError,
    StillThereError,
    UnitError,
    day_in_words,
)
from donghanh.organisations.following import Followed, Passing, follow
from donghanh.organisations.journal import Journal, chunks
from donghanh.organisations.models import Kind, Level, Line, OrgUnit, Place, Position, Succession
from donghanh.organisations.orders import Fault, Order, OrdersError, Outcome, Ref, Verb, contradictions, named
from donghanh.organisations.placing import NewUnit
from donghanh.organisations.tree import on
from donghanh.vietnam.text import fold, tidy

_LEVEL_OF = {Kind.BRANCH: Level.VILLAGE, Kind.GROUP: Level.GROUP}
_TRUNKS = {Kind.UNION, Kind.FATHERLAND_FRONT, Kind.PEOPLES_COMMITTEE, Kind.PARTY}
_LEVEL_BELOW = {
    Level.CENTRE: Level.PROVINCE,
    Level.PROVINCE: Level.COMMUNE,
    Level.DISTRICT: Level.COMMUNE,
    Level.COMMUNE: Level.VILLAGE,
    Level.VILLAGE: Level.GROUP,
}


@dataclass(slots=True)
class Work:
    """What is under way: the journal, the units that are named, and what will be told."""

    journal: Journal
    line: Line
    units: dict[Ref, OrgUnit]
    begun: list[tuple[str, str]] = field(default_factory=list)
    renamed: list[tuple[str, str]] = field(default_factory=list)
    moved: list[tuple[str, str, str]] = field(default_factory=list)
    ended: dict[OrgUnit, list[str]] = field(default_factory=dict)
    waiting: list[tuple[str, str, str]] = field(default_factory=list)
    passings: list[Passing] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)
    followed: list[Followed] = field(default_factory=list)

    def unit(self, ref: Ref) -> OrgUnit:
        """Raises: NotThereError for a unit that is founded by none of the orders carried out so far."""
        if ref not in self.units:
            raise UnitError(gettext("there is no unit “%(asked)s”.") % {"asked": ref})
        return self.units[ref]

    def standing(self, ref: Ref | None, day: date) -> OrgUnit:
        """A unit that stands in the line on a day.

        Raises: NotThereError.
        """
        if ref is None:
            raise UnitError(gettext("the other unit is missing. Name it."))
        unit = self.unit(ref)
        if not unit.positions.filter(on(day), line=self.line).exists():
            raise NotThereError(unit.name, day)
        return unit

    def superior(self, unit: OrgUnit, day: date) -> str:
        now = unit.positions.filter(on(day), line=self.line).select_related("superior").first()
        return now.superior.name if now and now.superior else ""


def carry_out(orders: Sequence[Order], line: Line) -> tuple[Journal, Outcome]:
    """Carry orders out, day by day, inside the caller's transaction, who holds the tree.

    Raises: OrdersError with all that is wrong; the transaction is to be taken back then.
    """
    faults = contradictions(orders)
    units = OrgUnit.objects.select_for_update(of=("self",), no_key=True).select_related("place")
    work = Work(
        Journal(), line, {unit.pk: unit for unit in units.filter(pk__in=named(orders)).order_by("pk")}
    )
    verbs = list(Verb)
    ordered = sorted(orders, key=lambda order: (order.day, verbs.index(order.verb), order.row))
    for _, of_day in groupby(ordered, key=lambda order: order.day):
        for together in _together(of_day):
            if len(together) > 1 and _move_all(work, together):
                continue
            for order in together:
                try:
                    with transaction.atomic():
                        _CARRY[order.verb](work, order)
                except UnitError as error:
                    faults.append(Fault(order.row, str(error)))
        if not faults:
            try:
                work.followed += follow(work.journal, work.passings)
            except OrdersError as error:
                faults += error.faults
        work.passings.clear()
    if faults:
        raise OrdersError(faults)
    return work.journal, _told(work)


def _told(work: Work) -> Outcome:
    rows = work.journal.begun(Position)
    along = {row["unit_id"] for row in rows} - work.touched
    outcome = Outcome(
        tuple(work.begun),
        tuple(work.renamed),
        tuple(work.moved),
        tuple((unit.name, "; ".join(into)) for unit, into in work.ended.items()),
        tuple(work.waiting),
        len(along),
        tuple(work.followed),
    )
    return replace(outcome, token=work.journal.token(asdict(outcome)))


def _found(work: Work, order: Order) -> None:
    superior = work.standing(order.into, order.day)
    kind = order.kind or Kind.OTHER
    name = tidy(str(order.unit))
    below = Position.objects.filter(line=work.line, superior=superior, until__gt=order.day)
    if fold(name) in map(fold, below.values_list("unit__name", flat=True)):
        raise AlreadyThereError(name, superior.name)
    place = Place.objects.filter(pk=order.place).first() if order.place is not None else None
    if place is not None and not place.holds_on(order.day):
        said = gettext("“%(place)s” is no place on %(day)s. Name one of that day.")
        raise UnitError(said % {"place": place.name, "day": day_in_words(order.day)})
    level = order.level or (place.level if place else _level(kind, superior))
    new = NewUnit(kind, level, name, place, since=order.day)
    work.units[order.unit] = _begin(work, new, superior)


def _level(kind: Kind, superior: OrgUnit) -> str:
    """How high a unit stands of which nobody says it: those of a tree of their own a level below their superior,
    what is attached to a unit (a newspaper, an affiliated Union) as high as that."""
    if kind in _LEVEL_OF:
        return _LEVEL_OF[kind]
    if kind in _TRUNKS and superior.level:
        return _LEVEL_BELOW.get(Level(superior.level), superior.level)
    return superior.level


def _begin(work: Work, new: NewUnit, superior: OrgUnit) -> OrgUnit:
    unit = placing.found(work.journal, new, superior, work.line)
    work.touched.add(unit.pk)
    work.begun.append((unit.name, superior.name))
    return unit


def _revive(work: Work, order: Order) -> None:
    """A new unit of the same name: the former one was not there on the days between."""
    former, superior = work.unit(order.unit), work.standing(order.into, order.day)
    if former.until > order.day:
        raise StillThereError(former.name, order.day)
    place = former.place if former.place and former.place.holds_on(order.day) else None
    new = NewUnit(Kind(former.kind), former.level, former.name, place, since=order.day)
    _succeed(work, order, former, _begin(work, new, superior))


def _rename(work: Work, order: Order) -> None:
    unit = work.unit(order.unit)
    before = unit.name
    placing.rename(work.journal, unit, order.name, order.day)
    work.renamed.append((before, unit.name))


def _move(work: Work, order: Order) -> None:
    unit, superior = work.unit(order.unit), work.standing(order.into, order.day)
    before = work.superior(unit, order.day)
    placing.move(work.journal, unit, superior, work.line, order.day)
    work.touched.add(unit.pk)
    work.moved.append((unit.name, before, superior.name))


def _together(orders: Iterable[Order]) -> Iterator[list[Order]]:
    """Orders one after the other, those by which several units move under one in one list."""
    moves = groupby(orders, key=lambda order: (order.verb, order.into if order.verb == Verb.MOVE else order))
    return (list(group) for _, group in moves)


def _move_all(work: Work, orders: Sequence[Order]) -> bool:
    """Move several units under one at once; False, with nothing done, where they are better taken one by one: where one
    is wrong, does not stand in the line yet, or stands above another."""
    day, numbers = orders[0].day, [order.unit for order in orders if isinstance(order.unit, int)]
    standing = {
        position.unit_id: position
        for chunk in chunks(numbers)
        for position in Position.objects.filter(on(day), line=work.line, unit__in=chunk).select_related(
            "unit", "superior"
        )
    }
    paths = sorted(position.path for position in standing.values())
    if len(standing) < len(orders) or any(below.startswith(above) for above, below in pairwise(paths)):
        return False
    moving = [standing[number] for number in numbers]
    try:
        superior = work.standing(orders[0].into, day)
        placing.move_all(work.journal, moving, superior, work.line, day)
    except UnitError:
        return False
    for now in moving:
        work.touched.add(now.unit_id)
        work.moved.append((now.unit.name, now.superior.name if now.superior else "", superior.name))
    return True


def _merge(work: Work, order: Order) -> None:
    unit, into = work.unit(order.unit), work.standing(order.into, order.day)
    if unit.pk == into.pk:
        raise UnitError(gettext("a unit cannot take itself over. Name another."))
    if not unit.holds_on(order.day):
        raise NotThereError(unit.name, order.day)
    if not order.partly:
        _end(work, order, unit, into, into)
        work.ended[unit].append(into.name)
    _succeed(work, order, unit, into)


def _split(work: Work, order: Order) -> None:
    unit, into = work.unit(order.unit), work.standing(order.into, order.day)
    if unit.pk == into.pk:
        raise UnitError(gettext("a unit that is split ends. Where it goes on, write “merge” and “in part”."))
    if unit not in work.ended:
        _end(work, order, unit, None, work.standing(order.people, order.day) if order.people else None)
    work.ended[unit].append(into.name)
    _succeed(work, order, unit, into)


def _abolish(work: Work, order: Order) -> None:
    unit = work.unit(order.unit)
    _end(work, order, unit, None, work.standing(order.people, order.day) if order.people else None)
    work.journal.begin([Succession(old=unit, new=None, day=order.day, act=order.act)])


def _end(work: Work, order: Order, unit: OrgUnit, into: OrgUnit | None, people: OrgUnit | None) -> None:
    for landed in placing.end(work.journal, unit, into, order.day):
        work.touched.add(landed.unit.pk)
        told = (landed.unit.name, unit.name, landed.superior.name if landed.superior else "")
        (work.waiting if landed.waits else work.moved).append(told)
    work.ended[unit] = []
    work.passings.append(Passing(unit, people, order.day, order.row))


def _succeed(work: Work, order: Order, old: OrgUnit, new: OrgUnit) -> None:
    if Succession.objects.filter(old=old, new=new, day=order.day).exists():
        said = gettext("“%(old)s” went to “%(new)s” on that day already.")
        raise UnitError(said % {"old": old.name, "new": new.name})
    partly = order.partly or order.verb == Verb.SPLIT
    work.journal.begin([Succession(old=old, new=new, partly=partly, day=order.day, act=order.act)])


_CARRY: dict[Verb, Callable[[Work, Order], None]] = {
    Verb.FOUND: _found,
    Verb.REVIVE: _revive,
    Verb.RENAME: _rename,
    Verb.MOVE: _move,
    Verb.MERGE: _merge,
    Verb.SPLIT: _split,
    Verb.ABOLISH: _abolish,
}
