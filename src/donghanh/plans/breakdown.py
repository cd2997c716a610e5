"""A work breakdown from Excel becomes items of a plan: headings, activities under them, who leads and helps, when.

Rows are told apart by their numbers, as offices count: I, 1, 1.1, a. What has deeper rows behind it is a heading. Every
wrong row is told at once, and nothing is taken while one is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext

from donghanh.accounts.models import User
from donghanh.audit.services import record
from donghanh.organisations.sheets import ListRow, day_of, no_day, read_list
from donghanh.plans import parties
from donghanh.plans.desk import hold_written
from donghanh.plans.editing import named
from donghanh.plans.errors import PlanError
from donghanh.plans.models import Assignment, Item
from donghanh.writing.workbook import Sheet, workbook

COLUMNS = {
    "label": ("TT", ("tt", "stt", "so tt", "muc")),
    "text": ("Nội dung", ("noi dung", "noi dung cong viec", "cong viec", "hoat dong", "nhiem vu")),
    "leads": ("Chủ trì", ("chu tri", "don vi chu tri", "don vi thuc hien", "thuc hien")),
    "helps": ("Phối hợp", ("phoi hop", "don vi phoi hop")),
    "period": ("Thời gian", ("thoi gian", "thoi gian thuc hien", "tien do")),
    "starts": ("Từ ngày", ("tu ngay", "bat dau")),
    "ends": ("Đến ngày", ("den ngay", "ket thuc", "thoi han", "hoan thanh")),
    "note": ("Ghi chú", ("ghi chu",)),
}
MOST_ROWS = 2000
_ROMAN, _DOTTED, _LETTER = re.compile(r"[IVXL]+|[A-Z]"), re.compile(r"\d+(?:\.\d+)*"), re.compile(r"[a-zđ]")
_LEAF = 99


class WrongRowsError(PlanError):
    """Rows that cannot be taken; `errors`: each with its number."""

    def __init__(self, errors: Sequence[str]) -> None:
        self.errors = errors
        super().__init__(" ".join(errors[:20]))


@dataclass(slots=True)
class Row:
    """One row; above: the place in the list of the heading under which it stands."""

    number: int
    label: str
    text: str
    leads: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    period: str = ""
    starts: date | None = None
    ends: date | None = None
    note: str = ""
    above: int | None = None
    is_heading: bool = False
    errors: list[str] = field(default_factory=list)

    @property
    def depth(self) -> int:
        """How deep its number stands; what has none stands lowest."""
        if _ROMAN.fullmatch(self.label):
            return 0
        if _DOTTED.fullmatch(self.label):
            return 1 + self.label.count(".")
        return _LEAF - 1 if _LETTER.fullmatch(self.label) else _LEAF


def template() -> bytes:
    """An empty breakdown with rows that show how it is filled in."""
    rows = [
        ("I", "Truyền thông, vận động", None, None, None, None, None, None),
        ("1", "Truyền thông bằng hai thứ tiếng tại bản", "Hội LHPN các xã", "UBND các xã", "tháng 3 - 11", None, None, None),
        ("2", "Đối thoại chính sách", "Hội LHPN tỉnh", None, None, "01/9/2026", "30/9/2026", "chờ hướng dẫn"),
    ]  # fmt: skip
    heads = [head for head, _ in COLUMNS.values()]
    return workbook([Sheet("Phân công", heads, rows, (8, 48, 28, 28, 18, 12, 12, 24))])


def read(data: bytes) -> list[Row]:
    """The rows of a breakdown.

    Raises: WrongRowsError; UnitError, UnreadableFile for a file that is no such list.
    """
    rows = [_row(each) for each in read_list(data, COLUMNS, needed=(("text",),))]
    if not rows or len(rows) > MOST_ROWS:
        raise WrongRowsError([gettext("A breakdown has 1 to %(most)d rows.") % {"most": MOST_ROWS}])
    _stand(rows)
    errors = [
        gettext("Row %(number)d: %(error)s") % {"number": row.number, "error": error}
        for row in rows
        for error in row.errors
    ]
    if errors:
        raise WrongRowsError(errors)
    return rows


def _row(listed: ListRow) -> Row:
    cells = {name: listed.cells.get(name, "") for name in COLUMNS}
    row = Row(
        listed.number,
        cells["label"].strip(" .)-"),
        cells["text"],
        period=cells["period"][:300],
        note=cells["note"],
    )
    row.leads, row.helps = _names(cells["leads"]), _names(cells["helps"])
    row.starts, row.ends = (_day(listed, name, row) for name in ("starts", "ends"))
    if not row.text:
        row.errors.append(gettext("there is no content. Write what is to be done."))
    if row.starts and row.ends and row.ends < row.starts:
        row.errors.append(gettext("it ends before it begins. Change one of the days."))
    if len(row.label) > 40 or any(len(name) > parties.LONGEST for name in (*row.leads, *row.helps)):
        row.errors.append(gettext("a number or the name of a unit is too long."))
    return row


def _names(said: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (each.strip() for each in re.split(r"[;\n]", said)))))


def _day(listed: ListRow, name: str, row: Row) -> date | None:
    value = listed.values.get(name, "")
    day = day_of(value) if value != "" else None
    if value != "" and day is None:
        row.errors.append(no_day(value))
    return day


def _stand(rows: Sequence[Row]) -> None:
    """Find under what each stands; "1.2.1" without an open "1.2" is wrong."""
    open_ones: list[int] = []
    for at, row in enumerate(rows):
        while open_ones and rows[open_ones[-1]].depth >= row.depth:
            open_ones.pop()
        row.above = open_ones[-1] if open_ones else None
        stem = row.label.rpartition(".")[0] if _DOTTED.fullmatch(row.label) else ""
        if stem and (row.above is None or rows[row.above].label != stem):
            said = gettext("“%(label)s” stands before “%(stem)s”, under which it belongs.")
            row.errors.append(said % {"label": row.label, "stem": stem})
        row.is_heading = at + 1 < len(rows) and rows[at + 1].depth > row.depth
        if row.is_heading:
            open_ones.append(at)


def bring(user: User, pk: int, rows: Sequence[Row], *, ip: str | None = None) -> int:
    """Put the rows behind what stands in a plan; how many. As many queries for many as for few.

    Raises: Http404, PermissionDenied, NotWrittenError.
    """
    with transaction.atomic():
        plan = hold_written(user, pk)
        last = plan.item_set.aggregate(last=Max("position"))["last"] or 0
        items = Item.objects.bulk_create(
            Item(
                plan=plan, kind=Item.Kind.SECTION if row.is_heading else Item.Kind.ACTIVITY, text=row.text,
                role="content" if row.is_heading else "", label=row.label, period=row.period, starts=row.starts,
                ends=row.ends, note=row.note, position=last + 1 + at,
            )
            for at, row in enumerate(rows)
        )  # fmt: skip
        for item, row in zip(items, rows, strict=True):
            item.parent = items[row.above] if row.above is not None else None
        Item.objects.bulk_update([item for item in items if item.parent], ["parent"], batch_size=300)
        found = named(plan, list(dict.fromkeys(name for row in rows for name in (*row.leads, *row.helps))))
        Assignment.objects.bulk_create(
            Assignment(item=item, party=found[name], role=role)
            for item, row in zip(items, rows, strict=True)
            for role, names in ((Assignment.Role.LEAD, row.leads), (Assignment.Role.PARTNER, row.helps))
            for name in names
        )
        parties.tell_orders_from_wishes(plan)
        record(
            "plan_items_brought", plan, actor=user, changes={"items": len(rows)}, ip=ip, unit=plan.keeper_id
        )
    return len(rows)
