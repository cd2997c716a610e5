"""Why something cannot be done with a plan, in words for the person."""

from collections.abc import Sequence

from django.utils.translation import gettext

from donghanh.plans.merging import Clash, Values


class PlanError(Exception):
    """Refused; nothing was written. Its text says what, where and what to do."""


class MadeAlreadyError(PlanError):
    """A paper becomes one plan of a unit; `plan`: the number of the one that there is."""

    def __init__(self, plan: int) -> None:
        self.plan = plan
        super().__init__(gettext("This paper is a plan here already. Open that one."))


class NotWrittenError(PlanError):
    """The plan is past being written."""

    def __init__(self, state: str) -> None:
        super().__init__(
            gettext("The plan is “%(state)s” and is not written any more. Amend it to change it.")
            % {"state": state}
        )


class NoUnitError(PlanError):
    """No unit was named."""

    def __init__(self) -> None:
        super().__init__(gettext("Write the name of a unit, or say that it is no unit of the program."))


class OpenPartiesError(PlanError):
    """Names are left of which nobody said who is meant; `words`: these."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        named = "; ".join(f"“{each}”" for each in words[:5])
        super().__init__(gettext("Say first who is meant by %(names)s.") % {"names": named})


class NotAskedError(PlanError):
    """What was assigned by a superior in line is no question."""

    def __init__(self) -> None:
        super().__init__(
            gettext(
                "This was assigned to the unit, not asked of it, so there is nothing to answer. Talk to who assigned it."
            )
        )


class NotInForceError(PlanError):
    """The plan is not being carried out."""

    def __init__(self, state: str) -> None:
        super().__init__(
            gettext("The plan is “%(state)s”. This is done only while it is being carried out.")
            % {"state": state}
        )


class ReasonNeededError(PlanError):
    """Who declines says why; who proposes a change says which."""

    def __init__(self) -> None:
        super().__init__(
            gettext("Write why you decline, or which change you propose, in words or other days.")
        )


class HeldAlreadyError(PlanError):
    """It was noted before that it waits."""

    def __init__(self) -> None:
        super().__init__(
            gettext("It is noted already that this waits. Lift that first to note another reason.")
        )


class NotNamedError(PlanError):
    """The plan says nothing of a unit."""

    def __init__(self, unit: str) -> None:
        super().__init__(
            gettext("The plan gives “%(unit)s” nothing to do. Look at who is named in it.") % {"unit": unit}
        )


class BegunAlreadyError(PlanError):
    """A unit makes one plan from a higher one; `plan`: the number of the one that there is."""

    def __init__(self, plan: int) -> None:
        self.plan = plan
        super().__init__(gettext("The unit has begun its plan already. Open that one."))


class ChangedMeanwhileError(PlanError):
    """Somebody else changed the same; `clashes`: what, `now`: all that stands there."""

    def __init__(self, clashes: Sequence[Clash], now: Values) -> None:
        self.clashes, self.now = clashes, now
        super().__init__(
            gettext(
                "Somebody changed the same meanwhile. Nothing was written; look at both and save what is to stand."
            )
        )


class NotEmptyError(PlanError):
    """Something stands under the heading."""

    def __init__(self, heading: str) -> None:
        super().__init__(
            gettext("Something stands under “%(heading)s”. Remove that first.") % {"heading": heading[:120]}
        )


class NotOwnError(PlanError):
    """Whoever keeps the paper of another unit does not write it."""

    def __init__(self, unit: str) -> None:
        super().__init__(
            gettext("This is the plan of “%(unit)s”, and only kept here. It is not written on here.")
            % {"unit": unit}
        )
