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


class WrongStateError(PlanError):
    """A plan has not come so far, or has gone past it."""

    def __init__(self, wanted: str, state: str, needed: str) -> None:
        super().__init__(
            gettext(
                "“%(act)s” is not possible: the plan is “%(state)s”, and it has to be “%(needed)s”. "
                "Look at its history to see who did what."
            )
            % {"act": wanted, "state": state, "needed": needed}
        )


class NoReasonError(PlanError):
    """A plan would go back without a word of why."""

    def __init__(self) -> None:
        super().__init__(gettext("Write why the plan goes back, so that it can be put right."))


class OwnSubmissionError(PlanError):
    """Nobody approves what she sent for approval herself; `others`: who may instead."""

    def __init__(self, others: list[str]) -> None:
        self.others = others
        told = gettext("You sent this plan for approval yourself, so somebody else approves it.")
        if others:
            told += " " + gettext("Who may: %(names)s.") % {"names": "; ".join(others)}
        else:
            told += " " + gettext("Nobody else may yet: ask your unit's administrator to give the role.")
        super().__init__(told)


class FaultyPlanError(PlanError):
    """What is wrong with a plan has to be put right first; `faults`: all of it, in words."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__(gettext("Put right first: %(faults)s") % {"faults": " ".join(faults)})


class AmendedError(PlanError):
    """The plan that this one replaces is not carried out."""

    def __init__(self, amended: str, state: str) -> None:
        super().__init__(
            gettext(
                "This plan replaces “%(amended)s”, which is “%(state)s”. Only one that is being carried out is replaced."
            )
            % {"amended": amended, "state": state}
        )


class TooEarlyError(PlanError):
    """It would be issued on a day that has not come."""

    def __init__(self, day: str) -> None:
        super().__init__(
            gettext("%(day)s has not come yet. Issue the plan with a day up to today.") % {"day": day}
        )


class NoNumberError(PlanError):
    """What was written is no number of a document."""

    def __init__(self, written: str) -> None:
        super().__init__(
            gettext("“%(number)s” is no number of a document. Write it as 18/KH-BTV, or leave it blank.")
            % {"number": written[:60]}
        )


class NumberTakenError(PlanError):
    """The number stands in the register already."""

    def __init__(self, number: str, year: int, title: str) -> None:
        super().__init__(
            gettext(
                "Number %(number)s of %(year)s is that of “%(title)s”. Write another one, or leave it blank for the next."
            )
            % {"number": number, "year": year, "title": title[:120]}
        )


class OtherKindError(PlanError):
    """The number is of another kind of document."""

    def __init__(self, number: str, symbol: str) -> None:
        super().__init__(
            gettext(
                "“%(number)s” is the number of another kind of document; that of this one ends in “%(symbol)s”."
            )
            % {"number": number, "symbol": symbol}
        )


class NoSymbolError(PlanError):
    """It is not known what stands for the unit behind a number."""

    def __init__(self, unit: str) -> None:
        super().__init__(
            gettext(
                "It is not known what stands for “%(unit)s” behind a number. Say it first, or write the whole number."
            )
            % {"unit": unit}
        )


class NotASymbolError(PlanError):
    """What was written stands for no unit."""

    def __init__(self, written: str) -> None:
        super().__init__(
            gettext("“%(symbol)s” is no symbol. Write capitals without spaces: BTV, HLHPN.")
            % {"symbol": written[:40]}
        )


class NotASignedPaperError(PlanError):
    """The file is not the signed paper of a plan."""

    def __init__(self) -> None:
        super().__init__(
            gettext("This file is no PDF. Scan the signed and stamped paper as PDF and choose it again.")
        )
