"""Orders about units as values: what becomes of which unit, from which day, by which act."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from donghanh.organisations.errors import UnitError
from donghanh.organisations.following import Followed
from donghanh.organisations.models import Kind


@dataclass(frozen=True, slots=True)
class New:
    """A unit that is founded by the same orders; row: of the order that founds it, since several may bear one name."""

    name: str
    row: int = 0

    def __str__(self) -> str:
        return self.name


Ref = int | New
"""A unit: its number, or one that is founded by the same orders."""


class Verb(models.TextChoices):
    """What an order does; those of one day are carried out in this order."""

    FOUND = "found", _("Found")
    REVIVE = "revive", _("Revive")
    RENAME = "rename", _("Rename")
    MOVE = "move", _("Move")
    MERGE = "merge", _("Merge")
    SPLIT = "split", _("Divide")
    ABOLISH = "abolish", _("Abolish")


ENDING = (Verb.SPLIT, Verb.ABOLISH)
"""By these, and by being merged whole, a unit ends."""


@dataclass(frozen=True, slots=True)
class Order:
    """One order; row: where it stands in its file, 0 on a page.

    found: `unit` begins under `into`, of a kind. revive: an ended `unit` is there again, under `into`.
    rename: `unit` is called `name`. move: `unit` stands under `into`.
    merge: `unit` ends and `into` takes over all that stand below it; partly: it goes on, a part went to `into`.
    split: `unit` ends, several took it over, each in an order of its own. abolish: `unit` ends, nobody took it over.
    Who stands below a unit that is split or abolished goes where an order to move says, else to the unit above.
    level, place: of a unit that is founded; place: by its number. Left out, the level follows place, kind and superior.
    people: who takes over the people with roles in a unit that is split or abolished.
    """

    verb: Verb
    day: date
    unit: Ref
    into: Ref | None = None
    name: str = ""
    act: str = ""
    partly: bool = False
    kind: Kind | None = None
    level: str = ""
    place: int | None = None
    people: Ref | None = None
    row: int = 0

    @property
    def ends_unit(self) -> bool:
        return self.verb in ENDING or (self.verb == Verb.MERGE and not self.partly)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What orders do, in names. begun: with the superior; renamed: old and new; moved: from and to; ended: with what
    became of them; waiting: under whom they stood and under whom they wait until somebody says where they belong.
    along: how many more stand below those and go along. followed: what else went along, told by `following.in_words`.
    token: tells whether the state on which it was found out is still the same. of_places: what becomes of places: the name
    before, blank for a new one, the name or place after, what is done, from which day, by which act."""

    begun: tuple[tuple[str, str], ...]
    renamed: tuple[tuple[str, str], ...]
    moved: tuple[tuple[str, str, str], ...]
    ended: tuple[tuple[str, str], ...]
    waiting: tuple[tuple[str, str, str], ...]
    along: int
    followed: tuple[Followed, ...]
    token: str = ""
    of_places: tuple[tuple[str, str, str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one order."""

    row: int
    error: str

    def __str__(self) -> str:
        if not self.row:
            return self.error
        return gettext("Row %(number)d: %(error)s") % {"number": self.row, "error": self.error}


class OrdersError(UnitError):
    """Orders that cannot be carried out; all that is wrong with them. Nothing was changed."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(set(faults), key=lambda fault: (fault.row, fault.error)))
        super().__init__("\n".join(map(str, self.faults)))


def named(orders: Iterable[Order]) -> set[int]:
    """The numbers of all units that orders are about."""
    refs = (ref for order in orders for ref in (order.unit, order.into, order.people))
    return {ref for ref in refs if isinstance(ref, int)}


def contradictions(orders: Sequence[Order]) -> list[Fault]:
    """Orders that cannot stand beside each other."""
    return [
        Fault(order.row, error) for order, error in (*_doubles(orders), *_of_ended(orders), *_halves(orders))
    ]


def _doubles(orders: Iterable[Order]) -> Iterator[tuple[Order, str]]:
    """One thing ordered twice for one unit and day."""
    seen: dict[tuple[object, ...], Order] = {}
    for order in orders:
        may_repeat = order.verb == Verb.SPLIT or order.partly
        what = "end" if order.ends_unit and not may_repeat else order.verb
        key = (order.unit, order.day, what, order.into if may_repeat else None)
        if key in seen:
            said = gettext(
                "the same is ordered for this unit and day in row %(number)d. Take one of them out."
            )
            yield order, said % {"number": seen[key].row}
        seen.setdefault(key, order)


def _of_ended(orders: Sequence[Order]) -> Iterator[tuple[Order, str]]:
    """Something else ordered about a unit on the day on which it ends."""
    ends = {(order.unit, order.day): order for order in orders if order.ends_unit}
    for order in orders:
        end = ends.get((order.unit, order.day))
        if end is not None and end is not order and not (order.verb == end.verb == Verb.SPLIT):
            said = gettext("this unit ends on that day by row %(number)d. Leave only one of the two orders.")
            yield order, said % {"number": end.row}
        for other in (order.into, order.people):
            if other is not None and (end := ends.get((other, order.day))):
                said = gettext(
                    "the unit that is named there ends on that day by row %(number)d. Name one that goes on."
                )
                yield order, said % {"number": end.row}


def _halves(orders: Sequence[Order]) -> Iterator[tuple[Order, str]]:
    """A split into one."""
    parts = Counter((order.unit, order.day) for order in orders if order.verb == Verb.SPLIT)
    for order in orders:
        if order.verb == Verb.SPLIT and parts[order.unit, order.day] < 2:
            yield (
                order,
                gettext("a split needs at least two units that take over, each in a row. Or write “merge”."),
            )
