"""Later changes of places carried out, and through the lines of units with them, as one reorganisation.

A place that is renamed lives on, and so do its units, under a new name. One that goes into another, or under another
province, ends; its units follow as in the reform of 2025 (ADR 0019).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from donghanh.audit.services import Actor, record
from donghanh.organisations import outcomes, place_sheets
from donghanh.organisations.building import TRUNKS, make_missing, place_unions, rename_units
from donghanh.organisations.errors import UnitError, day_in_words
from donghanh.organisations.following import Followed
from donghanh.organisations.journal import Journal, Values
from donghanh.organisations.models import Level, Line, Place, PlaceChange, PlaceName, Reorganisation
from donghanh.organisations.noting import note
from donghanh.organisations.ordering import as_shown, require_shown
from donghanh.organisations.orders import Fault, OrdersError, Outcome, Verb
from donghanh.organisations.place_sheets import PlaceOrder, kind_and_bare_name
from donghanh.organisations.placing import hold_tree
from donghanh.organisations.reorganising import carry_through
from donghanh.organisations.tree import on
from donghanh.vietnam.text import fold

Key = tuple[Level, int]
Places = dict[Key, Place]
Told = tuple[str, str, str, str, str]


def preview(orders: Sequence[PlaceOrder]) -> Outcome:
    """What changes of places would do; nothing is changed. Without a token where nothing is left to do.

    Raises: OrdersError.
    """
    with transaction.atomic():
        hold_tree()
        journal, _, outcome = _carry_through(orders)
        if not journal.is_empty:
            outcome = as_shown(outcome)
        transaction.set_rollback(True)
    return outcome


def apply(
    actor: Actor,
    orders: Sequence[PlaceOrder],
    *,
    shown: str | None = None,
    file: str = "",
    ip: str | None = None,
) -> Reorganisation | None:
    """Carry changes of places out, and through all lines, all or none; the caller has asked whether the actor may.

    Those that are known are passed over; None where nothing is left to do. shown: as in `ordering.apply`.
    Raises: OrdersError; StaleError.
    """
    with transaction.atomic():
        hold_tree()
        journal, wanted, outcome = _carry_through(orders)
        require_shown(shown, outcome)
        if journal.is_empty:
            return None
        acts = dict.fromkeys(order.act for order in wanted if order.act)
        made = Reorganisation(
            day=min((order.day for order in wanted), default=timezone.localdate()),
            act="; ".join(acts)[:200],
            file=file[:200],
            actor_id=getattr(actor, "pk", None),
            outcome=asdict(replace(outcome, token="")),
        )
        journal.keep(made)
        changes = {"places": len(outcome.of_places), "units": len(outcome.renamed), "file": made.file}
        record("places_changed", made, actor=actor, changes=changes, ip=ip)
        note(journal, actor, ip)
    return made


def _carry_through(orders: Sequence[PlaceOrder]) -> tuple[Journal, list[PlaceOrder], Outcome]:
    """Carry those changes of places out that are not known, inside the caller's transaction, who holds the tree.

    Raises: OrdersError.
    """
    journal = Journal()
    wanted = _unknown(orders)
    places: list[Told] = []
    followed: list[Followed] = []
    for day, of_day in _by_day(wanted):
        places += _carry_out(journal, day, of_day)
        if any(order.verb != Verb.RENAME for order in of_day):
            followed += _through_lines(journal, day)
        rename_units(journal)
    outcome = replace(outcomes.told(journal, followed), of_places=tuple(places))
    token = "" if journal.is_empty else journal.token(asdict(outcome))
    return journal, wanted, replace(outcome, token=token)


def _through_lines(journal: Journal, day: date) -> list[Followed]:
    """Carry the changes of places of a day through all lines; what followed."""
    new = list(Place.objects.filter(since=day))
    followed: list[Followed] = []
    for line in Line.objects.filter(code__in=TRUNKS).order_by("pk"):
        if (carried := carry_through(journal, day, line)) is not None:
            followed += carried.followed
        make_missing(journal, TRUNKS[line.code], line, new, day)
    place_unions(journal, day)
    return followed


def change_delivered(actor: Actor = None) -> None:
    """Carry out the changes that come with the program, where they are not known yet."""
    for path in place_sheets.DELIVERED.values():
        apply(actor, place_sheets.delivered(path), file=path.name)


def _by_day(orders: Iterable[PlaceOrder]) -> Iterable[tuple[date, list[PlaceOrder]]]:
    for day, of_day in groupby(sorted(orders, key=lambda order: order.day), key=lambda order: order.day):
        yield day, list(of_day)


def _unknown(orders: Sequence[PlaceOrder]) -> list[PlaceOrder]:
    """Those that are not carried out yet."""
    days = {order.day for order in orders}
    renamed = PlaceName.objects.filter(until__in=days).values_list("place__level", "place__code", "until")
    merged = PlaceChange.objects.filter(day__in=days).values_list(
        "old__level", "old__code", "day", "new__code"
    )
    begun = Place.objects.filter(since__in=days).values_list("level", "code", "since")
    known: dict[Verb, set[tuple[Any, ...]]] = {
        Verb.RENAME: set(renamed),
        Verb.MERGE: set(merged),
        Verb.FOUND: set(begun),
        Verb.MOVE: set(begun),
    }
    return [order for order in orders if _key(order) not in known[order.verb]]


def _key(order: PlaceOrder) -> tuple[Any, ...]:
    key = (order.level, order.code, order.day)
    return (*key, order.into) if order.verb == Verb.MERGE else key


class _Day:
    """The places of a day while its orders change them. What these do is gathered, and written as often for many as for
    one.

    before: the places of the day before. after: those of the day. called_since: from when renamed ones have their name.
    """

    def __init__(self, day: date, ending: Collection[Key]) -> None:
        there = Place.objects.filter(on(day - timedelta(days=1)), until__gt=day).select_related("parent")
        self.day = day
        self.before: Places = {(Level(place.level), place.code): place for place in there}
        self.after = {key: place for key, place in self.before.items() if key not in ending}
        names = PlaceName.objects.filter(place__until__gt=day).order_by("until")
        self.called_since = dict(names.values_list("place", "until"))
        self.merged: dict[tuple[Any, ...], int] = {}
        self._begun: list[Place] = []
        self._noted: list[PlaceName | PlaceChange] = []
        self._renamed: list[tuple[Place, Values]] = []
        self._ended: dict[int, Place] = {}

    def begin(self, place: Place) -> None:
        self._begun.append(place)
        self.after[Level(place.level), place.code] = place

    def rename(self, former: PlaceName, **values: str) -> None:
        """values: what the place is called from the day on, where it is not called so already."""
        self._noted.append(former)
        self.called_since[former.place_id] = self.day
        if values:
            self._renamed.append((former.place, values))

    def pass_on(self, old: Place, new: Place, act: str, *, partly: bool = False) -> None:
        self._noted.append(PlaceChange(old=old, new=new, partly=partly, day=self.day, act=act))
        if not partly:
            self._ended[old.pk] = old

    def write(self, journal: Journal) -> None:
        """Write what was gathered, provinces before what lies in them."""
        journal.begin([place for place in self._begun if place.level == Level.PROVINCE])
        journal.begin([place for place in self._begun if place.level != Level.PROVINCE])
        journal.change_each(self._renamed)
        journal.change(list(self._ended.values()), until=self.day)
        journal.begin(self._noted)
        for gathered in (self._begun, self._renamed, self._ended, self._noted):
            gathered.clear()


def _carry_out(journal: Journal, day: date, orders: Sequence[PlaceOrder]) -> list[Told]:
    """The changes of one day.

    Raises: OrdersError.
    """
    ending = {
        (order.level, order.code): order
        for order in orders
        if order.verb == Verb.MOVE or (order.verb == Verb.MERGE and not order.partly)
    }
    places = _Day(day, ending)
    told: list[Told] = []
    faults: list[Fault] = []
    for verb, carry in _CARRY.items():
        of_verb = [order for order in orders if order.verb == verb]
        for order in sorted(of_verb, key=lambda order: order.level != Level.PROVINCE):
            try:
                old, new = carry(order, places)
                told.append((old, new, _how(order), day_in_words(day), order.act))
            except UnitError as error:
                faults.append(Fault(order.row, str(error)))
        places.write(journal)
    if not faults:
        faults = list(_left_behind(places, ending))
    if faults:
        raise OrdersError(faults)
    return told


def _left_behind(places: _Day, ending: Mapping[Key, PlaceOrder]) -> Iterator[Fault]:
    """Places that end while others still lie in them."""
    above = Place.objects.filter(parent__until=places.day, until__gt=places.day)
    parents = set(above.values_list("parent", flat=True))
    wrong = gettext("places still lie in “%(place)s”. Say in rows of their own where they go.")
    for key, order in ending.items():
        if places.before[key].pk in parents:
            yield Fault(order.row, wrong % {"place": places.before[key].name})


def _how(order: PlaceOrder) -> str:
    return (
        gettext("%(verb)s, in part") % {"verb": order.verb.label} if order.partly else str(order.verb.label)
    )


def _former(order: PlaceOrder, before: Places, *names: str) -> Place:
    """The place that an order is about; names: what it may be called.

    Raises: UnitError.
    """
    place = before.get((order.level, order.code))
    if place is None:
        wrong = gettext("no place has the code %(code)d before that day, or it ends on it.")
        raise UnitError(wrong % {"code": order.code})
    if fold(place.name) not in map(fold, (order.name, *names)):
        wrong = gettext(
            "the code %(code)d is of “%(place)s”, but “%(name)s” is written. Correct one of them."
        )
        raise UnitError(wrong % {"code": order.code, "place": place.name, "name": order.name[:80]})
    return place


def _there(level: Level, code: int | None, after: Places) -> Place:
    """Raises: UnitError."""
    place = after.get((level, code or 0))
    if place is None:
        raise UnitError(gettext("no place has the code %(code)s from that day on.") % {"code": code})
    return place


def _begin(order: PlaceOrder, name: str, places: _Day) -> Place:
    """A place that begins on the day of an order.

    Raises: UnitError.
    """
    key = (order.level, order.code)
    if key in places.after:
        wrong = gettext("the code %(code)d is that of “%(place)s”, which goes on.")
        raise UnitError(wrong % {"code": order.code, "place": places.after[key].name})
    kind, bare_name = kind_and_bare_name(order.level, name)
    above = None if order.level == Level.PROVINCE else _there(Level.PROVINCE, order.above, places.after)
    place = Place(
        code=order.code,
        level=order.level,
        kind=kind,
        name=name,
        bare_name=bare_name,
        parent=above,
        since=order.day,
        act=order.act,
    )
    places.begin(place)
    return place


def _found(order: PlaceOrder, places: _Day) -> tuple[str, str]:
    return "", _begin(order, order.name, places).name


def _rename(order: PlaceOrder, places: _Day) -> tuple[str, str]:
    place = _former(order, places.before, order.new_name)
    since = places.called_since.get(place.pk, place.since)
    if place.pk in places.called_since and since >= order.day:
        wrong = gettext("“%(place)s” was renamed for a later day already.")
        raise UnitError(wrong % {"place": place.name})
    kind, _ = kind_and_bare_name(order.level, order.name)
    former = PlaceName(place=place, kind=kind, name=order.name, since=since, until=order.day, act=order.act)
    if fold(place.name) == fold(order.new_name):  # the list that the place came from has the new name already
        places.rename(former)
    else:
        kind, bare_name = kind_and_bare_name(order.level, order.new_name)
        places.rename(former, name=order.new_name, kind=kind, bare_name=bare_name)
    return order.name, order.new_name


def _move(order: PlaceOrder, places: _Day) -> tuple[str, str]:
    old = _former(order, places.before)
    new = _begin(order, old.name, places)
    places.pass_on(old, new, order.act)
    return old.name, f"{new.name}, {new.parent}"


def _merge(order: PlaceOrder, places: _Day) -> tuple[str, str]:
    old, into = _former(order, places.before), _there(order.level, order.into, places.after)
    if old is into:
        raise UnitError(gettext("a place cannot go into itself."))
    first = places.merged.setdefault(_key(order), order.row)
    if first != order.row:
        wrong = gettext("the same is ordered for this place and day in row %(number)d. Take one of them out.")
        raise UnitError(wrong % {"number": first})
    places.pass_on(old, into, order.act, partly=order.partly)
    return old.name, into.name


_CARRY = {Verb.FOUND: _found, Verb.RENAME: _rename, Verb.MOVE: _move, Verb.MERGE: _merge}
"""In the order in which the changes of one day are carried out."""
