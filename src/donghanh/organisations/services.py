"""Every write about units one at a time: making them, naming them, placing them in lines.

What changes many at once, with what becomes of members, is ordered: see `ordering.py`. The actor is None where the
machine's operator gives the order on the command line.
"""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from donghanh.audit.services import record
from donghanh.organisations import placing
from donghanh.organisations.journal import Journal
from donghanh.organisations.models import Line, OrgUnit
from donghanh.organisations.placing import NewUnit, hold_tree
from donghanh.vietnam.text import tidy

__all__ = ["Actor", "NewUnit", "add", "add_name", "move", "rename"]

Actor = AbstractBaseUser | None


def add(
    actor: Actor, new: NewUnit, *, superior: OrgUnit | None, line: Line, ip: str | None = None
) -> OrgUnit:
    """Make a unit and place it in a line from its first day; no superior puts it at the top.

    Raises: NotThereError where the superior is not there by then, or ends while the unit goes on.
    """
    with transaction.atomic():
        hold_tree()
        unit = placing.found(Journal(), new, superior, line)
        record("unit_added", unit, actor=actor, changes=_about(unit, superior, line), ip=ip, unit=unit)
    return unit


def move(
    actor: Actor, unit: OrgUnit, superior: OrgUnit | None, line: Line, day: date, *, ip: str | None = None
) -> None:
    """Place a unit, with all that stand below it, under another superior from a day on.

    Raises: NotThereError, CycleError; LaterChangeError where something below it moves on a later day.
    """
    with transaction.atomic():
        hold_tree()
        unit = _lock(unit)
        placing.move(Journal(), unit, superior, line, day)
        changes = {**_about(unit, superior, line), "day": str(day)}
        record("unit_moved", unit, actor=actor, changes=changes, ip=ip, unit=unit)


def rename(actor: Actor, unit: OrgUnit, name: str, day: date, *, ip: str | None = None) -> None:
    """Give a unit another name from a day on; the old one is kept for the days before.

    Raises: NotThereError, EmptyNameError; LaterChangeError where it was renamed for a later day.
    """
    with transaction.atomic():
        unit = _lock(unit)
        before = unit.name
        placing.rename(Journal(), unit, name, day)
        changes = {"name": [before, unit.name], "day": str(day)}
        record("unit_renamed", unit, actor=actor, changes=changes, ip=ip, unit=unit)


def add_name(actor: Actor, unit: OrgUnit, name: str, *, ip: str | None = None) -> None:
    """Note another way in which papers write a unit's name; nothing where it is known."""
    with transaction.atomic():
        unit = _lock(unit)
        if not unit.names.filter(name=tidy(name), is_short=True).exists():
            placing.add_names(Journal(), unit, [name])
            record("unit_name_added", unit, actor=actor, changes={"name": tidy(name)}, ip=ip, unit=unit)


def _lock(unit: OrgUnit) -> OrgUnit:
    return OrgUnit.objects.select_for_update().get(pk=unit.pk)


def _about(unit: OrgUnit, superior: OrgUnit | None, line: Line) -> dict[str, object]:
    return {"name": unit.name, "superior": superior.pk if superior else None, "line": line.code}
