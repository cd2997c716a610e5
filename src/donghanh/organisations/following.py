"""What follows a unit that ends: the one place where other rooms hook in what they keep by unit.

`settings.UNIT_FOLLOWERS` names their functions, each a `Follower`, called in the transaction of the reorganisation;
what they write goes through its journal, so that it is undone with it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string

from donghanh.organisations.journal import Journal
from donghanh.organisations.models import OrgUnit


@dataclass(frozen=True, slots=True)
class Passing:
    """A unit that ends on a day. into: the one unit that takes its people and work over, None where nobody said.
    row: of the order in its file, 0 where there is none."""

    unit: OrgUnit
    into: OrgUnit | None
    day: date
    row: int = 0


Follower = Callable[[Journal, Sequence[Passing]], Iterable[str]]
"""Moves what hangs on units that end, in as many queries for many as for one; what it did, a sentence each.

Raises OrdersError with all units on which something hangs and of which nobody said who takes them over.
"""


def follow(journal: Journal, passings: Sequence[Passing]) -> tuple[str, ...]:
    """Have everything that hangs on units go with them; what followed, in words."""
    followers: list[Follower] = [import_string(path) for path in settings.UNIT_FOLLOWERS]
    return tuple(told for follower in followers for told in follower(journal, passings))
