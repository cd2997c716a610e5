"""What can be wrong with an order about people, each told in the words of the person who gave it."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from donghanh.organisations.models import OPEN


class PeopleError(Exception):
    """An order that cannot be carried out; its text says what, where and what to do. Nothing was changed."""


def _days(since: date, until: date) -> str:
    first = date_format(since, "d/m/Y")
    if until == OPEN:
        return gettext("since %(day)s") % {"day": first}
    return gettext("from %(first)s until %(last)s") % {"first": first, "last": date_format(until, "d/m/Y")}


class OverlapError(PeopleError):
    """The same role in the same unit twice on one day."""

    def __init__(self, person: str, role: str, unit: str, since: date, until: date) -> None:
        super().__init__(
            gettext("%(person)s is %(role)s in “%(unit)s” %(days)s already. End that role first.")
            % {"person": person, "role": role, "unit": unit, "days": _days(since, until)}
        )


class ChangedSinceError(PeopleError):
    """Somebody else changed the same in between: a role, who stands in for it, or its unit."""

    def __init__(self) -> None:
        super().__init__(
            gettext("Somebody has just changed this. Nothing was done. Open the page again and look at it.")
        )


class WrongDaysError(PeopleError):
    """A role or a substitution would end before it begins."""

    def __init__(self, since: date, until: date) -> None:
        super().__init__(
            gettext("It would end on %(until)s, before it begins on %(since)s. Choose a later end.")
            % {"since": date_format(since, "d/m/Y"), "until": date_format(until, "d/m/Y")}
        )


class PastDayError(PeopleError):
    """A role would end on a day that is over."""

    def __init__(self, day: date) -> None:
        super().__init__(
            gettext("%(day)s is over, and what held by then stays. Choose today or a later day.")
            % {"day": date_format(day, "d/m/Y")}
        )


class NothingToTakeError(PeopleError):
    """Somebody would move on out of a unit in which she has no role by then."""

    def __init__(self, person: str, unit: str, day: date) -> None:
        super().__init__(
            gettext(
                "%(person)s has no role in “%(unit)s” on %(day)s or later. Choose the unit that she leaves, or another day."
            )
            % {"person": person, "unit": unit, "day": date_format(day, "d/m/Y")}
        )


class NotInLineError(PeopleError):
    """The unit does not stand in the line on that day."""

    def __init__(self, unit: str, line: str, day: date) -> None:
        super().__init__(
            gettext(
                "“%(unit)s” does not stand in the line “%(line)s” on %(day)s. Choose another day or line."
            )
            % {"unit": unit, "line": line, "day": date_format(day, "d/m/Y")}
        )


class OwnRoleError(PeopleError):
    """Somebody would give or take a role of her own."""

    def __init__(self) -> None:
        super().__init__(gettext("You cannot change your own roles. Ask another administrator."))


class OperatorRoleError(PeopleError):
    """The role of the machine's operator is given on the machine alone."""

    def __init__(self) -> None:
        super().__init__(
            gettext(
                "A system operator is named on the machine itself: donghanh people grant USERNAME operator UNIT."
            )
        )


class NotLentError(PeopleError):
    """A role that no substitute can have."""

    def __init__(self, role: str) -> None:
        super().__init__(
            gettext(
                "The role “%(role)s” cannot be taken over by this person. Give somebody a role of her own."
            )
            % {"role": role}
        )


class NotNearError(PeopleError):
    """A role is lent to somebody of the holder's own unit; whether the name is anybody's is not said."""

    def __init__(self) -> None:
        super().__init__(
            gettext(
                "Nobody of that user name works in the unit. Ask her for it, or let your administrator do it."
            )
        )


class HigherPersonError(PeopleError):
    """The person also has roles where the administrator has no right, or in a line in which she has none."""

    def __init__(self, person: str) -> None:
        super().__init__(
            gettext(
                "%(person)s also has roles in units or lines that are not yours. Ask the administrator above you."
            )
            % {"person": person}
        )
