"""Chi hội and tổ brought in from Excel: every row is checked first, and nothing is taken until all is right.

A row names the commune by its code or the Union above by its name; the columns are told by their heads, in any order.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext

from donghanh.audit.services import record
from donghanh.organisations import tree
from donghanh.organisations.errors import NotThereError
from donghanh.organisations.journal import chunks
from donghanh.organisations.models import BEGINNING, OPEN, Kind, Level, Line, OrgUnit, Position, UnitName
from donghanh.organisations.placing import NewUnit, hold_tree
from donghanh.organisations.services import Actor
from donghanh.organisations.sheets import day_of, no_day, read_list
from donghanh.organisations.tree import on
from donghanh.reading.formats.sheets.sheet import Value
from donghanh.vietnam.text import bare, fold
from donghanh.writing.workbook import Sheet, workbook

COLUMNS = {
    "code": ("Mã xã", ("ma xa", "ma xa phuong", "ma dia ban")),
    "above": ("Hội cấp trên", ("hoi cap tren", "hoi lhpn xa", "don vi cap tren", "cap tren")),
    "name": ("Tên chi hội, tổ", ("ten chi hoi to", "ten chi hoi", "ten to", "ten don vi")),
    "kind": ("Loại", ("loai", "loai don vi")),
    "since": ("Từ ngày", ("tu ngay", "ngay thanh lap")),
}
"""The columns by their heads, as the template has them and as else they may be called."""
KINDS = {"": Kind.BRANCH, "chi hoi": Kind.BRANCH, "to": Kind.GROUP, "to phu nu": Kind.GROUP}
_LEVELS = {Kind.BRANCH: Level.VILLAGE, Kind.GROUP: Level.GROUP}
_LONGEST = 250


@dataclass(slots=True)
class Row:
    """One row of the sheet: its number there, what it asks for, what is wrong with it."""

    number: int
    name: str = ""
    kind: Kind = Kind.BRANCH
    superior: OrgUnit | None = None
    since: date = BEGINNING
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Brought:
    """What a sheet asks for. known: rows whose units are there already."""

    rows: tuple[Row, ...]
    known: int

    @property
    def errors(self) -> list[str]:
        return [
            gettext("Row %(number)d: %(error)s") % {"number": row.number, "error": error}
            for row in self.rows
            for error in row.errors
        ]


def template() -> bytes:
    """An empty sheet with the heads, and two rows that show how it is filled in."""
    heads = [head for head, _ in COLUMNS.values()]
    rows = [
        ("16834", "Hội LHPN xã Na Loi", "Chi hội bản Đồn Boọng", "Chi hội", "01/7/2025"),
        ("16834", "Hội LHPN xã Na Loi", "Tổ phụ nữ số 1", "Tổ", None),
    ]
    return workbook([Sheet("Chi hội", heads, rows, (10, 36, 40, 12, 14))])


def read(data: bytes, line: Line, day: date, *, among: Q | None = None) -> Brought:
    """What a workbook asks for, each row checked against the units of a day.

    among: which positions of superiors are known to it; without it those of the whole line.

    Raises: NoHeadError, BrokenCellsError; UnreadableFile for what is no workbook, or a hostile one.
    """
    find = _finder(line, day, among or Q())
    listed = read_list(data, COLUMNS, needed=(("name",), ("code", "above")))
    rows = [_row(each.number, each.cells, each.values.get("since", ""), find) for each in listed]
    return _without_doubles(rows, line, day)


def bring(
    actor: Actor, brought: Brought, line: Line, *, only_right: bool = False, ip: str | None = None
) -> int:
    """Make the units that are not there yet; how many. Nothing is made while a row is wrong, unless only the right ones
    are wanted.

    Raises: NotThereError where a superior ended since the sheet was read.
    """
    wanted = [row for row in brought.rows if not row.errors]
    if len(wanted) < len(brought.rows) and not only_right:
        return 0
    with transaction.atomic():
        hold_tree()
        there = _there(line, [row.superior for row in wanted if row.superior], timezone.localdate())
        # The same list may have been brought in since it was read.
        wanted = [row for row in wanted if row.superior and (row.superior.pk, fold(row.name)) not in there]
        orders = [NewUnit(row.kind, _LEVELS[row.kind], row.name, since=row.since) for row in wanted]
        superiors = [row.superior for row in wanted if row.superior]
        standing = Position.objects.filter(line=line, unit__in={unit.pk for unit in superiors}, until=OPEN)
        above = {position.unit_id: position for position in standing}
        for gone in (unit for unit in superiors if unit.pk not in above):
            raise NotThereError(gone.name, timezone.localdate())
        units = OrgUnit.objects.bulk_create([order.row() for order in orders], batch_size=2000)
        Position.objects.bulk_create(
            (
                Position(
                    unit=unit,
                    line=line,
                    superior=superior,
                    path=above[superior.pk].path + tree.step(unit.pk),
                    since=max(unit.since, above[superior.pk].since),
                )
                for unit, superior in zip(units, superiors, strict=True)
            ),
            batch_size=2000,
        )
        if units:
            record("units_imported", line, actor=actor, changes={"units": len(units)}, ip=ip)
    return len(units)


Finder = Callable[[str, str], tuple[list[OrgUnit], str]]


def _finder(line: Line, day: date, among: Q) -> Finder:
    """Finds the Union of a commune by its code or name; one query for all rows."""
    positions = Position.objects.filter(
        on(day), among, line=line, until=OPEN, unit__kind=Kind.UNION, unit__level=Level.COMMUNE
    ).select_related("unit__place__parent")
    by_code: dict[str, list[OrgUnit]] = defaultdict(list)
    by_name: dict[str, list[OrgUnit]] = defaultdict(list)
    for position in positions:
        unit = position.unit
        by_name[fold(unit.name)].append(unit)
        if unit.place:
            by_code[str(unit.place.code)].append(unit)

    units = {position.unit_id: position.unit for position in positions}
    for pk, name in UnitName.objects.filter(unit__in=units, is_short=True).values_list("unit", "name"):
        if fold(name) != fold(units[pk].name):
            by_name[fold(name)].append(units[pk])

    def find(code: str, name: str) -> tuple[list[OrgUnit], str]:
        if code:
            return by_code.get(code.lstrip("0"), []), code
        return by_name.get(fold(name), []), name

    return find


def _row(number: int, cells: dict[str, str], since: Value, find: Finder) -> Row:
    row = Row(number, cells["name"])
    if not row.name:
        row.errors.append(gettext("the name is missing. Write the name of the chi hội or tổ."))
    elif row.name[0] in "=+@" or len(row.name) > _LONGEST or not any(map(str.isalpha, row.name)):
        row.errors.append(gettext("“%(name)s” is no name. Write it as words.") % {"name": row.name[:40]})
    kind = KINDS.get(bare(cells.get("kind", "")))
    if kind is None:
        row.errors.append(
            gettext("“%(kind)s” is no kind of unit. Write “Chi hội” or “Tổ”.") % {"kind": cells["kind"][:40]}
        )
    row.kind = kind or Kind.BRANCH
    units, asked = find(cells.get("code", ""), cells.get("above", ""))
    if not asked:
        row.errors.append(gettext("the Union above is missing. Write the code of the commune or its Union."))
    elif not units:
        row.errors.append(
            gettext(
                "there is no Union of a commune “%(asked)s” today. Look its code up on the page of units."
            )
            % {"asked": asked[:80]}
        )
    elif len(units) > 1:
        places = "; ".join(sorted(str(unit.place.parent) for unit in units if unit.place))
        row.errors.append(
            gettext("“%(asked)s” is in several provinces (%(places)s). Write the code of the commune.")
            % {"asked": asked, "places": places}
        )
    else:
        row.superior = units[0]
        if cells.get("code") and cells.get("above") and fold(cells["above"]) != fold(units[0].name):
            row.errors.append(
                gettext("the code is of “%(unit)s”, but “%(above)s” is written. Correct one of them.")
                % {"unit": units[0].name, "above": cells["above"][:80]}
            )
    _set_day(row, since)
    return row


def _set_day(row: Row, value: Value) -> None:
    if value == "" or value is None:
        return
    told = day_of(value)
    if told is None:
        row.errors.append(no_day(value))
    else:
        row.since = told


def _there(line: Line, superiors: Iterable[OrgUnit], day: date) -> set[tuple[int, str]]:
    """The units right below some, by the number of the superior and the folded name."""
    below = Position.objects.filter(until__gt=day, line=line)
    return {
        (superior, fold(name))
        for chunk in chunks(list({unit.pk for unit in superiors}))
        for superior, name in below.filter(superior__in=chunk).values_list("superior", "unit__name")
    }


def _without_doubles(rows: list[Row], line: Line, day: date) -> Brought:
    """Rows whose unit is there already are passed over; two rows for one unit are told."""
    there = _there(line, [row.superior for row in rows if row.superior], day)
    seen: dict[tuple[int, str], int] = {}
    kept, known = [], 0
    for row in rows:
        key = (row.superior.pk, fold(row.name)) if row.superior else None
        if key in there and not row.errors:
            known += 1
            continue
        if key is not None and key in seen:
            row.errors.append(
                gettext("it stands in row %(number)d already. Take one of them out.") % {"number": seen[key]}
            )
        elif key is not None:
            seen[key] = row.number
        kept.append(row)
    return Brought(tuple(kept), known)
