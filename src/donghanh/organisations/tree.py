"""The tree of units in a line on a day, as filters that can be combined; docs/adr/0018 says why by paths.

A path holds the number of every unit from the top down, eight digits each: a subtree is a range of paths, the
ancestors of a unit are the numbers in its own.
"""

from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from donghanh.organisations import search
from donghanh.organisations.words import asked

if TYPE_CHECKING:
    from donghanh.organisations.models import Line, OrgUnit

STEP = 8


def step(unit_id: int) -> str:
    """The part of a path that stands for a unit."""
    return f"{unit_id:0{STEP}}"


def numbers(path: str) -> list[int]:
    """The units of a path, from the top.

    >>> numbers("0000000100000034")
    [1, 34]
    """
    return [int(path[at : at + STEP]) for at in range(0, len(path), STEP)]


def beyond(path: str) -> str:
    """The first path behind all that begin with this one."""
    return path[:-STEP] + step(int(path[-STEP:]) + 1)


def on(day: date, prefix: str = "") -> Q:
    """What holds on a day; prefix: the relation to the row that has the span, with its underscores."""
    return Q(**{f"{prefix}since__lte": day, f"{prefix}until__gt": day})


def name_on(day: date, prefix: str = "") -> Coalesce:
    """The name that a unit had on a day, for lists; prefix: the relation to the unit, with its underscores."""
    names = apps.get_model("organisations", "UnitName").objects
    former = names.filter(on(day), unit=models.OuterRef(f"{prefix}pk"), is_short=False).values("name")
    return Coalesce(models.Subquery(former[:1]), f"{prefix}name")


class OrgUnitQuerySet(models.QuerySet["OrgUnit"]):
    """Each method asks at most one query of its own, whatever the size of the country."""

    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> "OrgUnitQuerySet":
        """Which units there are is public among those who are signed in."""
        return self if user.is_authenticated and user.is_active else self.none()

    def on(self, day: date) -> "OrgUnitQuerySet":
        """Those that are there on a day."""
        return self.filter(on(day))

    def in_line(self, line: "Line", day: date, **where: object) -> "OrgUnitQuerySet":
        """Those that stand in a line on a day; where: further conditions on their positions in it."""
        conditions = {f"positions__{name}": value for name, value in where.items()}
        return self.filter(on(day, "positions__"), positions__line=line, **conditions)

    def under(self, unit: "OrgUnit", line: "Line", day: date, *, itself: bool = False) -> "OrgUnitQuerySet":
        """All that stand below a unit; none where it stands nowhere in the line on that day."""
        path = self._path(unit, line, day)
        if path is None:
            return self.none()
        found = self.in_line(line, day, path__gte=path, path__lt=beyond(path))
        return found if itself else found.exclude(pk=unit.pk)

    def above(self, unit: "OrgUnit", line: "Line", day: date) -> "OrgUnitQuerySet":
        """The superiors of a unit up to the top, the highest first."""
        path = self._path(unit, line, day)
        higher = numbers(path)[:-1] if path else []
        # Ordered here: by the paths, SQLite would look through the whole line in their order.
        order = models.Case(*(models.When(pk=pk, then=at) for at, pk in enumerate(higher)), default=0)
        return self.filter(pk__in=higher).order_by(order)

    def directly_under(self, unit: "OrgUnit", line: "Line", day: date) -> "OrgUnitQuerySet":
        return self.in_line(line, day, superior=unit)

    def tops(self, line: "Line", day: date) -> "OrgUnitQuerySet":
        """Those that have nobody above them in the line."""
        return self.in_line(line, day, superior=None)

    def named_like(self, words: str) -> "OrgUnitQuerySet":
        """Those in whose names, past ones and short ones too, all the words begin a word; marks are asked where typed."""
        typed = asked(words)
        return self.filter(search.beginning(typed)) if typed else self.none()

    def called(self, day: date) -> "OrgUnitQuerySet":
        """With `called`: the name that each had on a day."""
        return self.annotate(called=name_on(day))

    def _path(self, unit: "OrgUnit", line: "Line", day: date) -> str | None:
        positions = unit.positions.filter(on(day), line=line)
        return positions.values_list("path", flat=True).first()
