"""What can be wrong with an order about units, each told in the words of the person who gave it."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext


class UnitError(Exception):
    """An order that cannot be carried out; its text says what, where and what to do. Nothing was changed."""


def day_in_words(day: date) -> str:
    return date_format(day, "d/m/Y")


class CycleError(UnitError):
    """A unit would stand below itself."""

    def __init__(self, unit: str, superior: str) -> None:
        super().__init__(
            gettext("“%(superior)s” stands below “%(unit)s”, so it cannot be its superior. Choose another.")
            % {"unit": unit, "superior": superior}
        )


class NotThereError(UnitError):
    """A unit is not there on the day."""

    def __init__(self, unit: str, day: date) -> None:
        super().__init__(
            gettext("“%(unit)s” is not there on %(day)s. Choose another day or another unit.")
            % {"unit": unit, "day": day_in_words(day)}
        )


class NoNameError(UnitError):
    """What a unit would be called is no name."""

    def __init__(self, name: str) -> None:
        super().__init__(gettext("“%(name)s” is no name. Write it as words.") % {"name": name[:40]})


class AlreadyThereError(UnitError):
    """A unit of the same name stands under the same superior."""

    def __init__(self, unit: str, superior: str) -> None:
        super().__init__(
            gettext("“%(unit)s” stands under “%(superior)s” already. Choose another name.")
            % {"unit": unit, "superior": superior}
        )


class StillThereError(UnitError):
    """A unit that should be revived has not ended."""

    def __init__(self, unit: str, day: date) -> None:
        super().__init__(
            gettext("“%(unit)s” is still there on %(day)s, so it cannot be revived. Choose an ended unit.")
            % {"unit": unit, "day": day_in_words(day)}
        )


class LaterChangeError(UnitError):
    """Something about the unit was already decided for a later day."""

    def __init__(self, unit: str, day: date) -> None:
        super().__init__(
            gettext("“%(unit)s” changes again on %(day)s. Take that change back first, then order this one.")
            % {"unit": unit, "day": day_in_words(day)}
        )


class TooDeepError(UnitError):
    """A line would have more levels than paths have room for."""

    def __init__(self, unit: str) -> None:
        super().__init__(
            gettext("“%(unit)s” would stand more than 12 levels deep. Choose a higher superior.")
            % {"unit": unit}
        )


class LaterTreeError(UnitError):
    """The tree of a later day is there already."""

    def __init__(self, day: date) -> None:
        super().__init__(
            gettext(
                "The tree as of %(day)s is there already. A former tree is built first, then reorganised; "
                "build it in an empty data folder."
            )
            % {"day": day_in_words(day)}
        )


class FormerTreeError(UnitError):
    """The tree of a former day is there and was not reorganised."""

    def __init__(self, unit: str) -> None:
        super().__init__(
            gettext("“%(unit)s” of a former tree still stands. Run “donghanh units reorganise” first.")
            % {"unit": unit}
        )


class UnknownPlaceError(UnitError):
    """No such province, or several."""
