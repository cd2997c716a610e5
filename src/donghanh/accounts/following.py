"""What becomes of roles when their unit ends: they go on in the unit that takes its people over."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext

from donghanh.accounts.models import RoleGrant, Substitution
from donghanh.organisations.following import OfPerson, Passing
from donghanh.organisations.journal import Journal, chunks
from donghanh.organisations.models import OrgUnit
from donghanh.organisations.orders import Fault, OrdersError

_MOST_NAMED = 10


class PeopleLeftError(OrdersError):
    """Units end, people have roles in them, and nobody said where they go."""

    def __init__(self, left: Mapping[Passing, Collection[str]]) -> None:
        """left: the names of the people, by the unit that ends."""
        super().__init__([Fault(passing.row, _left(passing, people)) for passing, people in left.items()])


def _left(passing: Passing, people: Collection[str]) -> str:
    named = sorted(people)
    told = ", ".join([*named[:_MOST_NAMED], *(["…"] if len(named) > _MOST_NAMED else [])])
    said = gettext(
        "“%(unit)s” ends, and these people have roles in it: %(people)s. Say which unit takes them over, "
        "or end their roles first."
    )
    return said % {"unit": passing.unit.name, "people": told}


def roles(journal: Journal, passings: Sequence[Passing]) -> list[OfPerson]:
    """End the roles in units that end, and begin the same in those that take their people over, with who stands in.

    Raises: PeopleLeftError, with all who are left behind.
    """
    by_unit = {passing.unit.pk: passing for passing in passings}
    held = [
        granted
        for chunk in chunks(list(by_unit))
        for granted in RoleGrant.objects.select_for_update(of=("self",))
        .filter(unit__in=chunk)
        .select_related("user", "line")
        .order_by("pk")
        if granted.until > by_unit[granted.unit_id].day
    ]
    lent: dict[int, list[Substitution]] = {granted.pk: [] for granted in held}
    for lending in Substitution.objects.filter(grant__in=list(lent)):
        lent[lending.grant_id].append(lending)
    told: list[OfPerson] = []
    left: dict[Passing, set[str]] = defaultdict(set)
    for each in held:
        passing = by_unit[each.unit_id]
        if passing.into is None:
            left[passing].add(each.user.full_name)
            continue
        _pass_on(journal, each, lent[each.pk], passing.into, passing.day)
        said = gettext("%(role)s of “%(unit)s” goes on in “%(into)s”.") % {
            "role": each.get_role_display(),
            "unit": passing.unit.name,
            "into": passing.into.name,
        }
        told.append(OfPerson(person=each.user_id, said=said))
    if left:
        raise PeopleLeftError(left)
    return told


def _pass_on(
    journal: Journal, granted: RoleGrant, lent: Sequence[Substitution], into: OrgUnit, day: date
) -> None:
    first, until = max(granted.since, day), granted.until
    there = into.grants.filter(
        user=granted.user_id, role=granted.role, line=granted.line, until__gt=first, since__lt=until
    )
    gaps = list(_gaps(first, until, there.order_by("since").values_list("since", "until")))
    if granted.since >= day and gaps == [(first, until)]:  # not begun yet: it begins in the other unit
        journal.change([granted], unit_id=into.pk)
        return
    begun = [
        RoleGrant(user=granted.user, unit=into, line=granted.line, role=granted.role, since=since, until=end)
        for since, end in gaps
    ]
    journal.begin(begun)
    _lend_on(journal, begun, lent, day)
    if granted.since >= day:
        journal.remove([granted])
    else:
        journal.change([granted], until=day)


def _gaps(first: date, until: date, held: Iterable[tuple[date, date]]) -> Iterator[tuple[date, date]]:
    """The days of a span on which nothing of an ordered list holds.

    >>> list(_gaps(date(2026, 1, 1), date(2026, 3, 1), [(date(2025, 1, 1), date(2026, 1, 6))]))
    [(datetime.date(2026, 1, 6), datetime.date(2026, 3, 1))]
    """
    for since, end in held:
        if since > first:
            yield first, since
        first = max(first, end)
    if first < until:
        yield first, until


def _lend_on(journal: Journal, begun: Sequence[RoleGrant], lent: Iterable[Substitution], day: date) -> None:
    """Whoever stands in goes on with what begins in the other unit, for the days on which she would have stood in."""
    for each in lent:
        if each.until <= day:
            continue
        rest = [
            Substitution(grant=new, user_id=each.user_id, since=since, until=until)
            for new in begun
            if (since := max(each.since, new.since)) < (until := min(each.until, new.until))
        ]
        if each.since >= day:
            journal.remove([each])
        else:
            journal.change([each], until=day)
        journal.begin(rest)
