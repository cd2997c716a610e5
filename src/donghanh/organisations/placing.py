"""How units come to be, are named, move and end in the tree; every write goes through a journal.

Orders and lists stand on these; each is called inside a transaction that holds the tree.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from donghanh.organisations import tree
from donghanh.organisations.errors import (
    CycleError,
    LaterChangeError,
    NoNameError,
    NotThereError,
    TooDeepError,
)
from donghanh.organisations.journal import Journal, chunks
from donghanh.organisations.models import (
    BEGINNING,
    LONGEST_PATH,
    OPEN,
    Kind,
    Line,
    OrgUnit,
    Place,
    Position,
    UnitName,
)
from donghanh.organisations.words import searched
from donghanh.vietnam.text import is_name, tidy

_RANGES_AT_ONCE = 100
Span = tuple[str, date, date]
"""A path with the first day on which it holds and the first on which it holds no more."""


@dataclass(frozen=True, slots=True)
class Landed:
    """Where a unit stands since the one above it ended; waits: nobody said that it belongs there."""

    unit: OrgUnit
    superior: OrgUnit | None
    waits: bool


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


def hold_tree() -> None:
    """Wait until nobody else changes the tree, and keep it until the transaction ends."""
    list(Line.objects.select_for_update(no_key=True).order_by("pk"))


def require_name(name: str) -> None:
    """Raises: NoNameError."""
    if not is_name(tidy(name)):
        raise NoNameError(tidy(name))


def found(journal: Journal, new: NewUnit, superior: OrgUnit | None, line: Line) -> OrgUnit:
    """Make a unit and place it in a line from its first day.

    Raises: NoNameError; NotThereError where the superior is not there by then, or ends while the unit goes on.
    """
    require_name(new.name)
    unit = new.row()
    journal.begin([unit])
    journal.begin(new.names(unit))
    place(journal, unit, superior, line, new.since)
    return unit


def place(journal: Journal, unit: OrgUnit, superior: OrgUnit | None, line: Line, day: date) -> None:
    """Begin the positions of a unit that does not stand in the line yet.

    Raises: NotThereError, CycleError, TooDeepError.
    """
    own = tree.step(unit.pk)
    journal.begin(
        [
            _position(unit.pk, line, superior, path + own, since, min(until, unit.until))
            for path, since, until in _spans(superior, line, day, unit)
        ]
    )


def move(journal: Journal, unit: OrgUnit, superior: OrgUnit | None, line: Line, day: date) -> None:
    """Place a unit, with all that stand below it, under another superior from a day on.

    Raises: NotThereError, CycleError, TooDeepError; LaterChangeError where something below it moves on a later day.
    """
    if not unit.holds_on(day):
        raise NotThereError(unit.name, day)
    now = unit.positions.filter(tree.on(day), line=line).first()
    if now is None:
        for later in unit.positions.filter(line=line, since__gt=day).order_by("since")[:1]:
            raise LaterChangeError(unit.name, later.since)
        place(journal, unit, superior, line, day)
        return
    branch = _branch([now], day)
    replace_positions(
        journal, branch, _grafted(now, branch, _spans(superior, line, day, unit), superior), day
    )


def move_all(
    journal: Journal, standing: Sequence[Position], superior: OrgUnit, line: Line, day: date
) -> None:
    """Place several units where `move` would place each; as many queries for many as for one. Nothing is written before
    all of it is known to be right.

    standing: where they stand on the day, with their units; none of them above another.
    Raises: as `move`.
    """
    above = _above(superior, line, day)
    branch = _branch(standing, day)
    paths = sorted(now.path for now in standing)
    own: dict[str, list[Position]] = {path: [] for path in paths}
    for row in branch:
        own[paths[bisect_right(paths, row.path) - 1]].append(row)
    begun: list[Position] = []
    for now in standing:
        if not now.unit.holds_on(day):
            raise NotThereError(now.unit.name, day)
        begun += _grafted(now, own[now.path], _spans_below(superior, above, day, now.unit), superior)
    replace_positions(journal, branch, begun, day)


def rename(journal: Journal, unit: OrgUnit, name: str, day: date) -> None:
    """Give a unit another name from a day on; the old one is kept for the days before.

    Raises: NotThereError, NoNameError; LaterChangeError where it was renamed for a later day.
    """
    if not unit.holds_on(day):
        raise NotThereError(unit.name, day)
    require_name(name)
    last = unit.names.filter(is_short=False).order_by("until").last()
    begun = last.until if last else unit.since
    if begun > day or (last is not None and begun == day):
        raise LaterChangeError(unit.name, begun)
    if begun < day:  # on its own first day the name is corrected
        journal.begin([UnitName(unit=unit, name=unit.name, since=begun, until=day)])
    journal.change([unit], name=tidy(name))
    _search_anew(journal, unit)


def add_names(journal: Journal, unit: OrgUnit, names: Sequence[str]) -> list[str]:
    """Note other ways to write a unit's name; those that were not known."""
    known = {unit.name, *unit.names.values_list("name", flat=True)}
    new = [tidy(name) for name in dict.fromkeys(names) if tidy(name) not in known]
    journal.begin([UnitName(unit=unit, name=name, is_short=True) for name in new])
    _search_anew(journal, unit)
    return new


def _search_anew(journal: Journal, unit: OrgUnit) -> None:
    names = unit.names.values_list("name", flat=True)
    journal.change([unit], searched=searched((unit.name, *names)))


def end(journal: Journal, unit: OrgUnit, into: OrgUnit | None, day: date) -> list[Landed]:
    """End a unit in every line; whoever stands right below it goes to another one, or else to the unit above.

    Raises: NotThereError, CycleError, TooDeepError; LaterChangeError where it or something below it changes later.
    """
    for each in (day - timedelta(days=1), day):
        if not unit.holds_on(each):
            raise NotThereError(unit.name, each)
    if unit.until != OPEN:
        raise LaterChangeError(unit.name, unit.until)
    for later in unit.positions.filter(since__gt=day).order_by("since")[:1]:
        raise LaterChangeError(unit.name, later.since)
    landed: list[Landed] = []
    for now in unit.positions.filter(tree.on(day)).select_related("line", "superior"):
        branch = _branch([now], day)
        below = [row for row in branch if row.pk != now.pk]
        takes = into is not None and into.positions.filter(tree.on(day), line=now.line).exists()
        heir = into if takes else now.superior
        landed += [Landed(row.unit, heir, not takes) for row in below if row.superior_id == unit.pk]
        spans = _spans(heir, now.line, day, unit) if below else []
        replace_positions(journal, branch, _grafted(now, branch, spans, heir, ends=True), day)
    journal.change([unit], until=day)
    return landed


def replace_positions(
    journal: Journal, standing: Iterable[Position], begun: Sequence[Position], day: date
) -> None:
    """End positions on a day, those that begin by then altogether, and begin others."""
    ended = list(standing)
    journal.remove([position for position in ended if position.since >= day])
    journal.change([position for position in ended if position.since < day], until=day)
    journal.begin(begun)


def _position(
    unit: int, line: Line, superior: OrgUnit | None, path: str, since: date, until: date
) -> Position:
    return Position(unit_id=unit, line=line, superior=superior, path=path, since=since, until=until)


def _spans(superior: OrgUnit | None, line: Line, day: date, unit: OrgUnit) -> list[Span]:
    """The paths of a superior from a day until the unit ends.

    Raises: NotThereError where it is not there all the time; CycleError where it stands below the unit.
    """
    if superior is None:
        return [("", day, unit.until)]
    return _spans_below(superior, _above(superior, line, day), day, unit)


def _above(superior: OrgUnit, line: Line, day: date) -> list[Position]:
    """Where a superior stands from a day on."""
    return list(superior.positions.filter(line=line, until__gt=day).order_by("since"))


def _spans_below(superior: OrgUnit, standing: Iterable[Position], day: date, unit: OrgUnit) -> list[Span]:
    """Raises: as `_spans`."""
    above = [position for position in standing if position.since < unit.until]
    if not above or above[0].since > day:
        raise NotThereError(superior.name, day)
    if any(unit.pk in tree.numbers(position.path) for position in above):
        raise CycleError(unit.name, superior.name)
    if above[-1].until < unit.until:
        raise NotThereError(superior.name, above[-1].until)
    return [(position.path, max(position.since, day), position.until) for position in above]


def _branch(standing: Sequence[Position], day: date) -> list[Position]:
    """The positions of units of one line and of all below them from a day on, those included who begin only later.

    Raises: LaterChangeError where one of them moves on a later day, in the branch, out of it or into it.
    """
    line = Position.objects.filter(line=standing[0].line_id)
    rows: list[Position] = []
    for at in range(0, len(standing), _RANGES_AT_ONCE):
        below = Q()
        for now in standing[at : at + _RANGES_AT_ONCE]:
            below |= Q(path__gte=now.path, path__lt=tree.beyond(now.path))
        rows += line.filter(below, until__gt=day).select_related("unit")
    earlier = line.filter(unit=OuterRef("unit"), since__lt=OuterRef("since"))
    # By the units' numbers and not by a query within the query, for which SQLite would look through the line.
    for chunk in chunks([row.unit_id for row in rows]):
        moved: QuerySet[Position] = line.filter(Exists(earlier), since__gt=day, unit__in=chunk)
        # One of them in any order: in theirs, as `first` asks for, SQLite would look through the whole line.
        for later in moved.select_related("unit")[:1]:
            raise LaterChangeError(later.unit.name, later.since)
    return rows


def _grafted(
    now: Position,
    branch: Sequence[Position],
    spans: Sequence[Span],
    superior: OrgUnit | None,
    *,
    ends: bool = False,
) -> list[Position]:
    """The positions of a branch below new paths; ends: without its uppermost unit.

    Raises: TooDeepError.
    """
    cut = len(now.path) if ends else len(now.path) - tree.STEP
    above = superior.pk if superior else None
    begun = []
    for old in branch:
        if ends and old.unit_id == now.unit_id:
            continue
        at_top = old.superior_id == now.unit_id if ends else old.unit_id == now.unit_id
        for path, since, until in spans:
            first, last = max(since, old.since), min(until, old.until)
            if first < last:
                begun.append(
                    Position(
                        unit_id=old.unit_id,
                        line_id=old.line_id,
                        superior_id=above if at_top else old.superior_id,
                        path=path + old.path[cut:],
                        since=first,
                        until=last,
                    )
                )
    if any(len(position.path) > LONGEST_PATH for position in begun):
        raise TooDeepError(now.unit.name)
    return begun
