"""Chi hội and tổ brought in from Excel: every row is checked first, and nothing is taken until all is right.

A row names the commune by its code or the Union above by its name; the columns are told by their heads, in any order.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext

from donghanh.audit.services import Actor, record, record_each
from donghanh.organisations import tree
from donghanh.organisations.errors import NoNameError, NotThereError
from donghanh.organisations.journal import chunks
from donghanh.organisations.models import BEGINNING, OPEN, Kind, Level, Line, OrgUnit, Position
from donghanh.organisations.naming import Names
from donghanh.organisations.placing import NewUnit, hold_tree
from donghanh.organisations.sheets import ListRow, Value, day_of, no_day, read_list
from donghanh.vietnam.text import bare, fold, is_name
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
KINDS |= {"hoi truc thuoc": Kind.AFFILIATE, "hoi phu nu truc thuoc nganh": Kind.AFFILIATE}
# What is attached to a Union stands as high as that.
_LEVELS = {Kind.BRANCH: Level.VILLAGE, Kind.GROUP: Level.GROUP}


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
    """An empty sheet with the heads, and rows that show how it is filled in."""
    heads = [head for head, _ in COLUMNS.values()]
    rows = [
        ("16834", "Hội LHPN xã Na Loi", "Chi hội bản Đồn Boọng", "Chi hội", "01/7/2025"),
        ("16834", "Hội LHPN xã Na Loi", "Tổ phụ nữ số 1", "Tổ", None),
        ("16834", "Hội LHPN xã Na Loi", "Hội Phụ nữ chợ Na Loi", "Hội trực thuộc", None),
    ]
    return workbook([Sheet("Chi hội", heads, rows, (10, 36, 40, 12, 14))])


def read(data: bytes, line: Line, day: date, *, among: Q | None = None) -> Brought:
    """What a workbook asks for, each row checked against the units of a day.

    among: which superiors are known to it; without it those of the whole line.

    Raises: NoHeadError, BrokenCellsError; UnreadableFile for what is no workbook, or a hostile one.
    """
    listed = read_list(data, COLUMNS, needed=(("name",), ("code", "above")))
    cells = [each.cells for each in listed]
    words = {said for each in cells if (said := each.get("above", ""))}
    names = Names(line, words, codes={each.get("code", "") for each in cells}, among=among)
    rows = [_row(each, names, day) for each in listed]
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
        orders = [
            NewUnit(row.kind, _LEVELS.get(row.kind, row.superior.level), row.name, since=row.since)
            for row in wanted
            if row.superior
        ]
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
            added = [
                (unit, {"name": unit.name, "superior": above.pk, "line": line.code}, unit)
                for unit, above in zip(units, superiors, strict=True)
            ]
            record_each("unit_added", added, actor=actor, ip=ip)
            record("units_imported", line, actor=actor, changes={"units": len(units)}, ip=ip)
    return len(units)


def _row(listed: ListRow, names: Names, day: date) -> Row:
    cells = listed.cells
    row = Row(listed.number, cells["name"])
    if not row.name:
        row.errors.append(gettext("the name is missing. Write the name of the chi hội or tổ."))
    elif not is_name(row.name):
        row.errors.append(str(NoNameError(row.name)))
    kind = KINDS.get(bare(cells.get("kind", "")))
    if kind is None:
        wrong = gettext("“%(kind)s” is no kind of unit. Write “Chi hội”, “Tổ” or “Hội trực thuộc”.")
        row.errors.append(wrong % {"kind": cells["kind"][:40]})
    row.kind = kind or Kind.BRANCH
    _set_superior(row, cells.get("code", ""), cells.get("above", ""), names, day)
    _set_day(row, listed.values.get("since", ""))
    return row


def _set_superior(row: Row, code: str, above: str, names: Names, day: date) -> None:
    asked = code or above
    found = [unit for unit in names.find("" if code else above, day, code=code) if _may_stand(row.kind, unit)]
    if not asked:
        row.errors.append(gettext("the Union above is missing. Write the code of the commune or its Union."))
    elif not found:
        wrong = gettext(
            "there is no Union “%(asked)s” today under which it can stand. Look it up on the page of units."
        )
        row.errors.append(wrong % {"asked": asked[:80]})
    elif len(found) > 1:
        row.errors.append(str(names.several(found, asked, day)))
    else:
        row.superior = found[0]
        if code and above and found[0] not in names.find(above, day):
            row.errors.append(
                gettext("the code is of “%(unit)s”, but “%(above)s” is written. Correct one of them.")
                % {"unit": found[0].name, "above": above[:80]}
            )


def _may_stand(kind: Kind, superior: OrgUnit) -> bool:
    """Whether a unit of a kind stands under another, which goes on: those of a branch under the Unions of communes, what
    is attached (police, army, markets) under any Union."""
    if superior.until != OPEN:
        return False
    if superior.kind == Kind.UNION:
        return kind == Kind.AFFILIATE or superior.level == Level.COMMUNE
    return kind != Kind.AFFILIATE and (
        superior.kind == Kind.AFFILIATE or (kind == Kind.GROUP and superior.kind == Kind.BRANCH)
    )


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
