"""Whether the tree is whole: every unit that ended is explained, and everybody stands under somebody."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from donghanh.organisations.models import Level, OrgUnit, Position, Succession
from donghanh.organisations.tree import on


@dataclass(frozen=True, slots=True)
class Check:
    """ended: how many units ended; waiting: how many stand right under a province until somebody says to which commune
    they belong; unexplained: ended ones that lead to no other and to no stated end; open: those of which the data
    cannot say who took them over; homeless: units that stand below one that is not there, or are not there."""

    ended: int
    waiting: int
    unexplained: tuple[str, ...]
    open: tuple[str, ...]
    homeless: tuple[str, ...]


def check(day: date) -> Check:
    """Whether every unit that ended leads to a living one or to a stated end, and everybody stands under somebody."""
    ended = OrgUnit.objects.filter(until__lte=day)
    explained = set(Succession.objects.values_list("old", flat=True))
    without = Succession.objects.filter(new=None).exclude(note="").select_related("old")
    lost = Q(superior__until__lte=day) | Q(unit__until__lte=day)
    homeless = Position.objects.filter(on(day)).filter(lost).select_related("unit")
    return Check(
        ended.count(),
        Position.objects.filter(on(day), unit__level=Level.VILLAGE, superior__level=Level.PROVINCE).count(),
        tuple(unit.name for unit in ended.iterator() if unit.pk not in explained),
        tuple(f"{each.old.name}: {each.note}" for each in without),
        tuple(position.unit.name for position in homeless),
    )
