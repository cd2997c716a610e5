"""Later changes of places carried out, and through the lines of units with them, as one reorganisation.

A place that is renamed lives on, and so do its units, under a new name. One that goes into another, or under another
province, ends; its units follow as in the reform of 2025 (ADR 0019).
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import date, timedelta
from itertools import groupby

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from donghanh.audit.services import Actor, record
from donghanh.organisations import outcomes, place_sheets
from donghanh.organisations.building import TRUNKS, make_missing, place_unions, rename_units
from donghanh.organisations.errors import UnitError, day_in_words
from donghanh.organisations.following import Followed
from donghanh.organisations.journal import Journal
from donghanh.organisations.models import Level, Line, Place, PlaceChange, PlaceName, Reorganisation
from donghanh.organisations.ordering import as_shown, require_shown
from donghanh.organisations.orders import Fault, OrdersError, Outcome, Verb
from donghanh.organisations.place_sheets import PlaceOrder, kind_and_bare_name
from donghanh.organisations.placing import hold_tree
from donghanh.organisations.reorganising import carry_through
from donghanh.organisations.tree import on
from donghanh.vietnam.text import fold

Key = tuple[Level, int]
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
    return made


def _carry_through(orders: Sequence[PlaceOrder]) -> tuple[Journal, list[PlaceOrder], Outcome]:
    """Carry those changes of places out that are not known, inside the caller's transaction, who holds the tree.

    Raises: OrdersError.
    """
    journal = Journal()
    wanted = [order for order in orders if not _is_known(order)]
    places = [told for _, of_day in _by_day(wanted) for told in _carry_out(journal, of_day)]
    rename_units(journal)
    followed: list[Followed] = []
    for day in sorted({order.day for order in wanted if order.verb != Verb.RENAME}):
        for line in Line.objects.filter(code__in=TRUNKS).order_by("pk"):
            if (carried := carry_through(journal, day, line)) is not None:
                followed += carried.followed
            make_missing(journal, TRUNKS[line.code], line, list(Place.objects.filter(since=day)), day)
        place_unions(journal, day)
    outcome = replace(outcomes.told(journal, followed), of_places=tuple(places))
    token = "" if journal.is_empty else journal.token(asdict(outcome))
    return journal, wanted, replace(outcome, token=token)


def change_delivered(actor: Actor = None) -> None:
    """Carry out the changes that come with the program, where they are not known yet."""
    for path in place_sheets.DELIVERED.values():
        apply(actor, place_sheets.delivered(path), file=path.name)


def _by_day(orders: Iterable[PlaceOrder]) -> Iterable[tuple[date, list[PlaceOrder]]]:
    for day, of_day in groupby(sorted(orders, key=lambda order: order.day), key=lambda order: order.day):
        yield day, list(of_day)


def _is_known(order: PlaceOrder) -> bool:
    of_place = {"level": order.level, "code": order.code}
    if order.verb == Verb.RENAME:
        old = {f"place__{name}": value for name, value in of_place.items()}
        return PlaceName.objects.filter(**old, until=order.day).exists()
    if order.verb == Verb.MERGE:
        old = {f"old__{name}": value for name, value in of_place.items()}
        return PlaceChange.objects.filter(**old, day=order.day, new__code=order.into or 0).exists()
    return Place.objects.filter(**of_place, since=order.day).exists()


def _carry_out(journal: Journal, orders: Sequence[PlaceOrder]) -> list[Told]:
    """The changes of one day.

    Raises: OrdersError.
    """
    day = orders[0].day
    before: dict[Key, Place] = {
        (Level(place.level), place.code): place
        for place in Place.objects.filter(on(day - timedelta(days=1)), until__gt=day).select_related("parent")
    }
    ending = [
        order
        for order in orders
        if order.verb == Verb.MOVE or (order.verb == Verb.MERGE and not order.partly)
    ]
    after = {key: place for key, place in before.items() if key not in {(e.level, e.code) for e in ending}}
    told, faults = [], []
    verbs = [Verb.FOUND, Verb.RENAME, Verb.MOVE, Verb.MERGE]
    for order in sorted(orders, key=lambda order: (verbs.index(order.verb), order.level != Level.PROVINCE)):
        try:
            old, new = _CARRY[order.verb](journal, order, before, after)
            told.append((old, new, _how(order), day_in_words(order.day), order.act))
        except UnitError as error:
            faults.append(Fault(order.row, str(error)))
    for order in () if faults else ending:
        place = before[order.level, order.code]
        if place.children.filter(until__gt=day).exists():
            wrong = gettext("places still lie in “%(place)s”. Say in rows of their own where they go.")
            faults.append(Fault(order.row, wrong % {"place": place.name}))
    if faults:
        raise OrdersError(faults)
    return told


def _how(order: PlaceOrder) -> str:
    return (
        gettext("%(verb)s, in part") % {"verb": order.verb.label} if order.partly else str(order.verb.label)
    )


Places = dict[Key, Place]


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


def _begin(journal: Journal, order: PlaceOrder, name: str, after: Places) -> Place:
    """A place that begins on the day of an order.

    Raises: UnitError.
    """
    key = (order.level, order.code)
    if key in after:
        wrong = gettext("the code %(code)d is that of “%(place)s”, which goes on.")
        raise UnitError(wrong % {"code": order.code, "place": after[key].name})
    kind, bare_name = kind_and_bare_name(order.level, name)
    above = None if order.level == Level.PROVINCE else _there(Level.PROVINCE, order.above, after)
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
    journal.begin([place])
    after[key] = place
    return place


def _found(journal: Journal, order: PlaceOrder, before: Places, after: Places) -> tuple[str, str]:
    return "", _begin(journal, order, order.name, after).name


def _rename(journal: Journal, order: PlaceOrder, before: Places, after: Places) -> tuple[str, str]:
    place = _former(order, before, order.new_name)
    last = place.names.order_by("until").last()
    if last is not None and last.until >= order.day:
        wrong = gettext("“%(place)s” was renamed for a later day already.")
        raise UnitError(wrong % {"place": place.name})
    kind, _ = kind_and_bare_name(order.level, order.name)
    since = last.until if last else place.since
    journal.begin(
        [PlaceName(place=place, kind=kind, name=order.name, since=since, until=order.day, act=order.act)]
    )
    if fold(place.name) != fold(
        order.new_name
    ):  # else the list that the place came from has the new name already
        kind, bare_name = kind_and_bare_name(order.level, order.new_name)
        journal.change([place], name=order.new_name, kind=kind, bare_name=bare_name)
    return order.name, order.new_name


def _move(journal: Journal, order: PlaceOrder, before: Places, after: Places) -> tuple[str, str]:
    old = _former(order, before)
    new = _begin(journal, order, old.name, after)
    _end(journal, order, old, new)
    return old.name, f"{new.name}, {new.parent}"


def _merge(journal: Journal, order: PlaceOrder, before: Places, after: Places) -> tuple[str, str]:
    old, into = _former(order, before), _there(order.level, order.into, after)
    if old.pk == into.pk:
        raise UnitError(gettext("a place cannot go into itself."))
    if order.partly:
        journal.begin([PlaceChange(old=old, new=into, partly=True, day=order.day, act=order.act)])
    else:
        _end(journal, order, old, into)
    return old.name, into.name


def _end(journal: Journal, order: PlaceOrder, old: Place, new: Place) -> None:
    journal.change([old], until=order.day)
    journal.begin([PlaceChange(old=old, new=new, partly=False, day=order.day, act=order.act)])


_CARRY = {Verb.FOUND: _found, Verb.RENAME: _rename, Verb.MOVE: _move, Verb.MERGE: _merge}
