"""Units made, moved and named one at a time, without orders and without an entry in the trail: what tests start from."""

from datetime import date

from django.db import transaction

from donghanh.organisations import placing
from donghanh.organisations.journal import Journal
from donghanh.organisations.models import Line, OrgUnit
from donghanh.organisations.placing import NewUnit, hold_tree


def add(new: NewUnit, *, superior: OrgUnit | None, line: Line) -> OrgUnit:
    with transaction.atomic():
        hold_tree()
        return placing.found(Journal(), new, superior, line)


def move(unit: OrgUnit, superior: OrgUnit | None, line: Line, day: date) -> None:
    with transaction.atomic():
        hold_tree()
        placing.move(Journal(), _anew(unit), superior, line, day)


def rename(unit: OrgUnit, name: str, day: date) -> None:
    with transaction.atomic():
        hold_tree()
        placing.rename(Journal(), _anew(unit), name, day)


def add_name(unit: OrgUnit, name: str) -> None:
    with transaction.atomic():
        hold_tree()
        placing.add_names(Journal(), _anew(unit), [name])


def _anew(unit: OrgUnit) -> OrgUnit:
    return OrgUnit.objects.get(pk=unit.pk)
