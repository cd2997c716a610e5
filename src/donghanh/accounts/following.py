"""What becomes of roles when their unit ends: they go on in the unit that takes its people over."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext

from donghanh.accounts.models import RoleGrant, Substitution
from donghanh.organisations.following import OfPerson, Passing
from donghanh.organisations.journal import Journal, Values, chunks
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
    passed = _Passed(list({passing.into.pk: passing.into for passing in passings if passing.into}.values()))
    told: list[OfPerson] = []
    left: dict[Passing, set[str]] = defaultdict(set)
    for each in held:
        passing = by_unit[each.unit_id]
        if passing.into is None:
            left[passing].add(each.user.full_name)
            continue
        passed.pass_on(each, lent[each.pk], passing.into, passing.day)
        said = gettext("%(role)s of “%(unit)s” goes on in “%(into)s”.") % {
            "role": each.get_role_display(),
            "unit": passing.unit.name,
            "into": passing.into.name,
        }
        told.append(OfPerson(person=each.user_id, said=said))
    if left:
        raise PeopleLeftError(left)
    passed.write(journal)
    return told


class _Passed:
    """What becomes of roles, gathered and then written as often for many as for one."""

    def __init__(self, heirs: Sequence[OrgUnit]) -> None:
        self._held: dict[tuple[int, int, str, int], list[tuple[date, date]]] = defaultdict(list)
        for chunk in chunks(heirs):
            for there in RoleGrant.objects.filter(unit__in=chunk):
                self._spans(there, there.unit_id).append((there.since, there.until))
        self._redirected: list[tuple[RoleGrant, Values]] = []
        self._begun: list[RoleGrant] = []
        self._lent: list[Substitution] = []
        self._over: dict[date, list[RoleGrant]] = defaultdict(list)
        self._lent_over: dict[date, list[Substitution]] = defaultdict(list)

    def _spans(self, granted: RoleGrant, unit: int) -> list[tuple[date, date]]:
        """When somebody has in a unit what she is granted."""
        return self._held[unit, granted.user_id, granted.role, granted.line_id]

    def pass_on(self, granted: RoleGrant, lent: Iterable[Substitution], into: OrgUnit, day: date) -> None:
        first, until = max(granted.since, day), granted.until
        held = self._spans(granted, into.pk)
        gaps = list(_gaps(first, until, sorted(held)))
        held += gaps
        if granted.since >= day and gaps == [(first, until)]:  # not begun yet: it begins in the other unit
            self._redirected.append((granted, {"unit_id": into.pk}))
            return
        begun = [
            RoleGrant(
                user=granted.user, unit=into, line=granted.line, role=granted.role, since=since, until=end
            )
            for since, end in gaps
        ]
        self._begun += begun
        self._over[day].append(granted)
        for each in lent:
            if each.until > day:
                self._lent += _lent_on(begun, each)
                self._lent_over[day].append(each)

    def write(self, journal: Journal) -> None:
        journal.change_each(self._redirected)
        journal.begin(self._begun)
        for day, lent in self._lent_over.items():
            _end(journal, lent, day)
        journal.begin(self._lent)
        for day, granted in self._over.items():
            _end(journal, granted, day)


def _end(journal: Journal, rows: Sequence[RoleGrant] | Sequence[Substitution], day: date) -> None:
    """Let end on a day what began before, and take away what would begin by then."""
    journal.remove([row for row in rows if row.since >= day])
    journal.change([row for row in rows if row.since < day], until=day)


def _gaps(first: date, until: date, held: Iterable[tuple[date, date]]) -> Iterator[tuple[date, date]]:
    """The days of a span on which nothing of an ordered list holds.

    >>> list(_gaps(date(2026, 1, 1), date(2026, 3, 1), [(date(2025, 1, 1), date(2026, 1, 6))]))
    [(datetime.date(2026, 1, 6), datetime.date(2026, 3, 1))]
    """
    for since, end in held:
        if since >= until:
            break
        if since > first:
            yield first, since
        first = max(first, end)
    if first < until:
        yield first, until


def _lent_on(begun: Iterable[RoleGrant], lent: Substitution) -> Iterator[Substitution]:
    """Whoever stands in goes on with what begins in the other unit, for the days on which she would have stood in."""
    for new in begun:
        if (since := max(lent.since, new.since)) < (until := min(lent.until, new.until)):
            yield Substitution(grant=new, user_id=lent.user_id, since=since, until=until)
