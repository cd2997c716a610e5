"""What follows a unit that ends: the one place where other rooms hook in what they keep by unit.

What names a unit goes on naming it: whose it is on a day, a `Handover` says, so that nothing has to be moved, neither
on the day nor before. What must not name a unit beyond its end, as roles, is for followers to end and begin:
`settings.UNIT_FOLLOWERS` names their functions, each a `Follower`, called in the transaction of the reorganisation;
what they write goes through its journal, so that it is undone with it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils.module_loading import import_string

from donghanh.organisations.journal import Journal, Values, chunks
from donghanh.organisations.models import Handover, OrgUnit


@dataclass(frozen=True, slots=True)
class Passing:
    """A unit that ends on a day. into: the one unit that takes its people and work over, None where nobody said.
    row: of the order in its file, 0 where there is none."""

    unit: OrgUnit
    into: OrgUnit | None
    day: date
    row: int = 0


class OfPerson(TypedDict):
    """What followed of one person. Her number is kept with the reorganisation and not her name, which is looked up where
    it is shown: what was kept as text nobody could erase."""

    person: int
    said: str


Followed = str | OfPerson

Follower = Callable[[Journal, Sequence[Passing]], Iterable[Followed]]
"""Moves what hangs on units that end, in as many queries for many as for one; what it did, a sentence each, with nobody's
name in it.

Raises OrdersError with all units on which something hangs and of which nobody said who takes them over.
"""


def follow(journal: Journal, passings: Sequence[Passing]) -> tuple[Followed, ...]:
    """Have everything that hangs on units go with them; what followed."""
    _hand_over(journal, passings)
    followers: list[Follower] = [import_string(path) for path in settings.UNIT_FOLLOWERS]
    return tuple(told for follower in followers for told in follower(journal, passings))


def _hand_over(journal: Journal, passings: Sequence[Passing]) -> None:
    """Hand on what units leave, with what they themselves have of others. No unit takes over on the day on which it ends
    itself."""
    ending = {passing.unit.pk: (passing.into.pk, passing.day) for passing in passings if passing.into}
    begun = [Handover(unit_id=unit, into_id=heir, since=day) for unit, (heir, day) in ending.items()]
    shortened: dict[date, list[Handover]] = defaultdict(list)
    redirected: list[tuple[Handover, Values]] = []
    for chunk in chunks(list(ending)):
        for had in Handover.objects.filter(into__in=chunk).order_by("pk"):
            heir, day = ending[had.into_id]
            if had.since >= day:
                redirected.append((had, {"into_id": heir}))
            elif had.until > day:
                begun.append(Handover(unit_id=had.unit_id, into_id=heir, since=day, until=had.until))
                shortened[day].append(had)
    for day, rows in shortened.items():
        journal.change(rows, until=day)
    journal.change_each(redirected)
    journal.begin(begun)


def in_words(followed: Sequence[Followed]) -> list[str]:
    """What followed, a sentence each, with the names that people have now; reorganisations of before kept whole sentences."""
    numbers = list({each["person"] for each in followed if not isinstance(each, str)})
    people = {
        pk: str(person)
        for chunk in chunks(numbers)
        for pk, person in get_user_model()._default_manager.in_bulk(chunk).items()
    }
    return [
        each if isinstance(each, str) else f"{people.get(each['person'], '…')}: {each['said']}"
        for each in followed
    ]
