"""Why something cannot be done with a plan, in words for the person."""

from django.utils.translation import gettext


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
    """The plan is not being carried out any more."""

    def __init__(self, state: str) -> None:
        super().__init__(
            gettext("The plan is “%(state)s”; only of one that is being carried out can this be said.")
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
