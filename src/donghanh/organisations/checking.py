"""Whether the tree is whole: every unit that ended is explained, and everybody stands under somebody."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from donghanh.organisations.models import Kind, Level, OrgUnit, Position, Succession
from donghanh.organisations.tree import on

_OF_A_TREE = (Kind.UNION, Kind.BRANCH, Kind.GROUP, Kind.AFFILIATE)
"""Kinds of units that stand under somebody wherever they are; others, a donor or a company, may stand in no line."""


@dataclass(frozen=True, slots=True)
class Check:
    """ended: how many units ended; waiting: how many stand right under a province until somebody says to which commune
    they belong; unexplained: ended ones of which nothing says what became of them on the day on which they ended; open: those of which the data
    cannot say who took them over; homeless: units that stand below one that is not there, are not there, or stand nowhere."""

    ended: int
    waiting: int
    unexplained: tuple[str, ...]
    open: tuple[str, ...]
    homeless: tuple[str, ...]


def check(day: date) -> Check:
    """Whether every unit that ended leads to a living one or to a stated end, and everybody stands under somebody."""
    ended = OrgUnit.objects.filter(until__lte=day)
    explained = Succession.objects.filter(old=OuterRef("pk"), day=OuterRef("until"))
    without = Succession.objects.filter(new=None).exclude(note="").select_related("old")
    lost = Q(superior__until__lte=day) | Q(unit__until__lte=day)
    homeless = Position.objects.filter(on(day)).filter(lost).values_list("unit__name", flat=True)
    standing = Position.objects.filter(on(day), unit=OuterRef("pk"))
    nowhere = OrgUnit.objects.on(day).filter(~Exists(standing), kind__in=_OF_A_TREE)
    return Check(
        ended.count(),
        Position.objects.filter(on(day), unit__level=Level.VILLAGE, superior__level=Level.PROVINCE).count(),
        tuple(ended.filter(~Exists(explained)).values_list("name", flat=True)),
        tuple(f"{each.old.name}: {each.note}" for each in without),
        (*homeless, *nowhere.values_list("name", flat=True)),
    )
