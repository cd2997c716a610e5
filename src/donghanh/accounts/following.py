"""What becomes of roles when their unit ends: they go on in the unit that takes its people over."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext

from donghanh.accounts.models import RoleGrant, Substitution
from donghanh.organisations.errors import UnitError
from donghanh.organisations.following import Passing
from donghanh.organisations.journal import Journal, chunks
from donghanh.organisations.models import OrgUnit


class PeopleLeftError(UnitError):
    """A unit ends, people have roles in it, and nobody said where they go."""

    def __init__(self, unit: str, people: Sequence[str]) -> None:
        super().__init__(
            gettext(
                "“%(unit)s” ends, and these people have roles in it: %(people)s. Say which unit takes them over, "
                "or end their roles first."
            )
            % {"unit": unit, "people": ", ".join(people[:10])}
        )


def roles(journal: Journal, passings: Sequence[Passing]) -> list[str]:
    """End the roles in units that end, and begin the same in those that take their people over, with who stands in.

    Raises: PeopleLeftError.
    """
    by_unit = {passing.unit.pk: passing for passing in passings}
    held = [
        granted
        for chunk in chunks(list(by_unit))
        for granted in RoleGrant.objects.filter(unit__in=chunk).select_related("user", "line").order_by("pk")
        if granted.until > by_unit[granted.unit_id].day
    ]
    lent: dict[int, list[Substitution]] = {granted.pk: [] for granted in held}
    for lending in Substitution.objects.filter(grant__in=list(lent)):
        lent[lending.grant_id].append(lending)
    told = []
    for each in held:
        passing = by_unit[each.unit_id]
        if passing.into is None:
            names = {other.user.full_name for other in held if other.unit_id == each.unit_id}
            raise PeopleLeftError(passing.unit.name, sorted(names))
        _pass_on(journal, each, lent[each.pk], passing.into, passing.day)
        told.append(
            gettext("%(person)s, %(role)s of “%(unit)s”: goes on in “%(into)s”.")
            % {
                "person": each.user.full_name,
                "role": each.get_role_display(),
                "unit": passing.unit.name,
                "into": passing.into.name,
            }
        )
    return told


def _pass_on(
    journal: Journal, granted: RoleGrant, lent: Sequence[Substitution], into: OrgUnit, day: date
) -> None:
    first, until = max(granted.since, day), granted.until
    same = into.grants.filter(user=granted.user_id, role=granted.role, until__gt=first, since__lt=until)
    is_that_already = same.exists()
    if granted.since >= day:  # not begun yet: it begins in the other unit
        if is_that_already:
            journal.remove(lent)
            journal.remove([granted])
        else:
            journal.change([granted], unit_id=into.pk)
        return
    journal.change([granted], until=day)
    if is_that_already:
        return
    begun = RoleGrant(
        user=granted.user, unit=into, line=granted.line, role=granted.role, since=day, until=until
    )
    journal.begin([begun])
    for each in lent:
        if each.since >= day:
            journal.change([each], grant_id=begun.pk)
        elif each.until > day:
            rest = Substitution(grant=begun, user_id=each.user_id, since=day, until=each.until)
            journal.change([each], until=day)
            journal.begin([rest])
