"""Every write about units: making them, naming them, placing them in lines, ending them.

The actor is None where the machine's operator gives the order on the command line.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from donghanh.audit.services import record
from donghanh.organisations import tree
from donghanh.organisations.errors import CycleError, LaterChangeError, NotThereError, TooDeepError
from donghanh.organisations.models import (
    BEGINNING,
    LONGEST_PATH,
    Kind,
    Line,
    OrgUnit,
    Place,
    Position,
    UnitName,
)
from donghanh.organisations.words import searched
from donghanh.vietnam.text import tidy

Actor = AbstractBaseUser | None


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit to be made; short_names: abbreviations and other ways to write its name."""

    kind: Kind
    level: str
    name: str
    place: Place | None = None
    short_names: Sequence[str] = ()
    since: date = BEGINNING

    def row(self) -> OrgUnit:
        """As a row that is not saved yet."""
        return OrgUnit(
            kind=self.kind,
            level=self.level,
            name=tidy(self.name),
            place=self.place,
            since=self.since,
            searched=searched((self.name, *self.short_names)),
        )

    def names(self, unit: OrgUnit) -> list[UnitName]:
        return [UnitName(unit=unit, name=tidy(name), is_short=True) for name in self.short_names]


def add(
    actor: Actor, new: NewUnit, *, superior: OrgUnit | None, line: Line, ip: str | None = None
) -> OrgUnit:
    """Make a unit and place it in a line from its first day; no superior puts it at the top.

    Raises: NotThereError where the superior is not there by then.
    """
    with transaction.atomic():
        unit = new.row()
        unit.save()
        UnitName.objects.bulk_create(new.names(unit))
        _place(unit, superior, line, new.since)
        record("unit_added", unit, actor=actor, changes=_about(unit, superior, line), ip=ip, unit=unit)
    return unit


def move(
    actor: Actor, unit: OrgUnit, superior: OrgUnit | None, line: Line, day: date, *, ip: str | None = None
) -> None:
    """Place a unit, with all that stand below it, under another superior from a day on.

    Raises: NotThereError, CycleError; LaterChangeError where something below it moves on a later day.
    """
    with transaction.atomic():
        unit = _lock(unit)
        if not unit.holds_on(day):
            raise NotThereError(unit.name, day)
        now = unit.positions.filter(tree.on(day), line=line).first()
        if now is None:
            for later in unit.positions.filter(line=line, since__gt=day).order_by("since")[:1]:
                raise LaterChangeError(unit.name, later.since)
            _place(unit, superior, line, day)
        else:
            _move_branch(now, _paths_under(superior, unit, line, day), superior, day)
        changes = {**_about(unit, superior, line), "day": str(day)}
        record("unit_moved", unit, actor=actor, changes=changes, ip=ip, unit=unit)


def rename(actor: Actor, unit: OrgUnit, name: str, day: date, *, ip: str | None = None) -> None:
    """Give a unit another name from a day on; the old one is kept for the days before.

    Raises: NotThereError; LaterChangeError where it was renamed for a later day.
    """
    with transaction.atomic():
        unit = _lock(unit)
        if not unit.holds_on(day):
            raise NotThereError(unit.name, day)
        last = unit.names.filter(is_short=False).order_by("until").last()
        begun = last.until if last else unit.since
        if begun > day or (last is not None and begun == day):
            raise LaterChangeError(unit.name, begun)
        before = unit.name
        if begun < day:  # on its own first day the name is corrected
            UnitName.objects.create(unit=unit, name=before, since=begun, until=day)
        unit.name = tidy(name)
        unit.searched = searched((unit.name, *unit.names.values_list("name", flat=True)))
        unit.save(update_fields=["name", "searched"])
        changes = {"name": [before, unit.name], "day": str(day)}
        record("unit_renamed", unit, actor=actor, changes=changes, ip=ip, unit=unit)


def add_name(actor: Actor, unit: OrgUnit, name: str, *, ip: str | None = None) -> None:
    """Note another way in which papers write a unit's name; nothing where it is known."""
    with transaction.atomic():
        unit = _lock(unit)
        _, is_new = UnitName.objects.get_or_create(unit=unit, name=tidy(name), is_short=True)
        if is_new:
            unit.searched = searched((unit.name, *unit.names.values_list("name", flat=True)))
            unit.save(update_fields=["searched"])
            record("unit_name_added", unit, actor=actor, changes={"name": tidy(name)}, ip=ip, unit=unit)


def _lock(unit: OrgUnit) -> OrgUnit:
    return OrgUnit.objects.select_for_update().get(pk=unit.pk)


def _about(unit: OrgUnit, superior: OrgUnit | None, line: Line) -> dict[str, object]:
    return {"name": unit.name, "superior": superior.pk if superior else None, "line": line.code}


def _place(unit: OrgUnit, superior: OrgUnit | None, line: Line, day: date) -> None:
    Position.objects.bulk_create(
        Position(unit=unit, line=line, superior=superior, path=path, since=since, until=until)
        for path, since, until in _paths_under(superior, unit, line, day)
    )


def _paths_under(
    superior: OrgUnit | None, unit: OrgUnit, line: Line, day: date
) -> list[tuple[str, date, date]]:
    """The paths of a unit below a superior from a day on, each with its days: they follow the superior's own.

    Raises: NotThereError, CycleError.
    """
    if superior is None:
        return [(tree.step(unit.pk), day, unit.until)]
    above = list(superior.positions.filter(line=line, until__gt=day).order_by("since"))
    if not above or above[0].since > day:
        raise NotThereError(superior.name, day)
    if any(unit.pk in tree.numbers(position.path) for position in above):
        raise CycleError(unit.name, superior.name)
    paths = [(position.path + tree.step(unit.pk), position.since, position.until) for position in above]
    if any(len(path) > LONGEST_PATH for path, _, _ in paths):
        raise TooDeepError(unit.name)
    spans = [(path, max(since, day), min(until, unit.until)) for path, since, until in paths]
    return [(path, since, until) for path, since, until in spans if since < until]


def _move_branch(
    now: Position, paths: Sequence[tuple[str, date, date]], superior: OrgUnit | None, day: date
) -> None:
    """End the positions of a branch on a day and begin those below the new paths.

    Raises: LaterChangeError, TooDeepError.
    """
    line = Position.objects.filter(line=now.line)
    branch = line.filter(path__gte=now.path, path__lt=tree.beyond(now.path))
    rows = list(branch.filter(tree.on(day)))
    units = [row.unit_id for row in rows]
    # By the units' numbers and not by a query within the query, for which SQLite would look through the line.
    moved_later = [line.filter(since__gt=day, unit__in=chunk) for chunk in _chunks(units)]
    for later in (*moved_later, branch.filter(since__gt=day)):
        # One of them in any order: in theirs, as `first` asks for, SQLite would look through the whole line.
        for found in later.select_related("unit")[:1]:
            raise LaterChangeError(found.unit.name, found.since)
    begun = [
        Position(
            unit_id=old.unit_id,
            line_id=old.line_id,
            superior_id=old.superior_id if old.pk != now.pk else superior.pk if superior else None,
            path=path + old.path[len(now.path) :],
            since=since,
            until=min(until, old.until),
        )
        for old in rows
        for path, since, until in paths
        if since < old.until
    ]
    if any(len(position.path) > LONGEST_PATH for position in begun):
        raise TooDeepError(now.unit.name)
    replace_positions(rows, begun, day)


def replace_positions(standing: Iterable[Position], begun: Sequence[Position], day: date) -> None:
    """End positions on a day, those that began by then altogether, and begin others."""
    for chunk in _chunks([position.pk for position in standing]):
        ended = Position.objects.filter(pk__in=chunk)
        ended.filter(since__gte=day).delete()
        ended.update(until=day)
    Position.objects.bulk_create(begun, batch_size=2000)


def _chunks(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """As many at a time as a database takes in one question."""
    for at in range(0, len(numbers), 500):
        yield numbers[at : at + 500]
