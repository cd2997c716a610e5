"""Orders about units from Excel or CSV: every row is read and its units are found before anything is carried out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from donghanh.organisations.errors import UnitError
from donghanh.organisations.models import Kind, Line, OrgUnit, Position, UnitName
from donghanh.organisations.orders import Fault, New, Order, OrdersError, Ref, Verb
from donghanh.organisations.sheets import Columns, ListRow, day_of, read_list
from donghanh.organisations.tree import numbers
from donghanh.vietnam.text import bare, fold
from donghanh.writing.workbook import Sheet, workbook

COLUMNS: Columns = {
    "day": ("Từ ngày", ("tu ngay", "ngay", "ngay hieu luc")),
    "act": ("Căn cứ", ("can cu", "nghi quyet quyet dinh", "quyet dinh", "van ban")),
    "verb": ("Việc", ("viec", "viec sap xep", "hinh thuc")),
    "unit": ("Đơn vị", ("don vi", "ten don vi")),
    "into": (
        "Đơn vị tiếp nhận hoặc cấp trên",
        ("don vi tiep nhan hoac cap tren", "don vi tiep nhan", "cap tren", "vao"),
    ),
    "name": ("Tên mới", ("ten moi",)),
    "partly": ("Toàn bộ hay một phần", ("toan bo hay mot phan", "toan bo mot phan")),
    "kind": ("Loại", ("loai", "loai don vi")),
    "people": ("Nơi tiếp nhận người", ("noi tiep nhan nguoi", "nguoi chuyen ve")),
}
_NEEDED = (("day",), ("verb",), ("unit",), ("into", "name"))
_LONGEST = {"unit": 250, "name": 250, "act": 200}

VERBS = {
    "lap moi": Verb.FOUND,
    "thanh lap": Verb.FOUND,
    "khoi phuc": Verb.REVIVE,
    "tai lap": Verb.REVIVE,
    "doi ten": Verb.RENAME,
    "chuyen": Verb.MOVE,
    "sap nhap": Verb.MERGE,
    "hop nhat": Verb.MERGE,
    "tach": Verb.MERGE,  # a part goes to another unit, and the unit goes on
    "chia": Verb.SPLIT,
    "giai the": Verb.ABOLISH,
}
_USED = {
    Verb.FOUND: ({"into", "kind"}, set()),
    Verb.REVIVE: ({"into"}, set()),
    Verb.RENAME: ({"name"}, set()),
    Verb.MOVE: ({"into"}, set()),
    Verb.MERGE: ({"into"}, {"partly"}),
    Verb.SPLIT: ({"into"}, {"people"}),
    Verb.ABOLISH: (set(), {"people"}),
}
"""Which of the cells from "into" on an order needs, and which it may have besides."""
_PARTLY = {"": False, "toan bo": False, "mot phan": True}
_SHORT_KINDS = {"chi hoi": Kind.BRANCH, "to": Kind.GROUP, "hoi": Kind.UNION, "hoi lhpn": Kind.UNION}
_MOST_NAMED = 5


def template() -> bytes:
    """An empty sheet with the heads, and rows that show each order."""
    act = "Nghị quyết số …/NQ-HĐND ngày …"
    commune, other = "Hội LHPN xã A, tỉnh B", "Hội LHPN xã C, tỉnh B"
    new, branch = "Hội LHPN xã D", "Chi hội thôn 1, xã A, tỉnh B"
    rows: list[tuple[str | None, ...]] = [
        ("01/7/2026", act, "Lập mới", new, "Hội LHPN tỉnh B", None, None, "Hội LHPN", None),
        ("01/7/2026", act, "Sáp nhập", commune, new, None, "Toàn bộ", None, None),
        ("01/7/2026", act, "Sáp nhập", other, new, None, "Một phần", None, None),
        ("01/7/2026", act, "Chia", "Hội LHPN xã E, tỉnh B", new, None, None, None, new),
        ("01/7/2026", act, "Chia", "Hội LHPN xã E, tỉnh B", other, None, None, None, None),
        ("01/7/2026", act, "Chuyển", branch, new, None, None, None, None),
        ("01/7/2026", act, "Đổi tên", "#123", None, "Chi hội tổ dân phố 2", None, None, None),
        ("01/7/2026", act, "Giải thể", "#124", None, None, None, None, other),
        ("01/7/2026", act, "Khôi phục", "#125", other, None, None, None, None),
    ]
    above = (
        "Xóa các dòng ví dụ trước khi dùng. Đơn vị (cả đơn vị mới lập trong tệp) ghi bằng tên, kèm cấp trên sau dấu phẩy "
        "nếu trùng tên, hoặc #số.",
        "Khi chia, giải thể: đơn vị trực thuộc không có dòng “Chuyển” sẽ chờ ở cấp trên.",
    )
    heads = [head for head, _ in COLUMNS.values()]
    return workbook([Sheet("Sắp xếp", heads, rows, (12, 30, 12, 36, 36, 28, 14, 12, 30), above)])


def read(data: bytes, line: Line) -> list[Order]:
    """The orders of a workbook or of CSV.

    Raises: OrdersError with every wrong row; NoHeadError, BrokenCellsError, NoTableError; UnreadableFile.
    """
    rows = []
    faults = []
    for listed in read_list(data, COLUMNS, _NEEDED):
        try:
            rows.append(_row(listed))
        except UnitError as error:
            faults.append(Fault(listed.number, str(error)))
    finder = Finder(line, rows)
    orders = []
    for row in rows:
        try:
            orders.append(finder.order(row))
        except UnitError as error:
            faults.append(Fault(row.number, str(error)))
    if not rows and not faults:
        raise UnitError(gettext("The file holds no orders. Write each in a row under the heads."))
    if faults:
        raise OrdersError(faults)
    return orders


@dataclass(frozen=True, slots=True)
class Row:
    """A row whose words are right; its units are still to be found."""

    number: int
    day: date
    verb: Verb
    cells: Mapping[str, str]
    partly: bool
    kind: Kind | None


def _row(listed: ListRow) -> Row:
    """Raises: UnitError."""
    cells = listed.cells
    for name, said in cells.items():
        if said[:1] in ("=", "+", "@") or len(said) > _LONGEST.get(name, 500):
            wrong = gettext(
                "“%(said)s” in the column “%(column)s” is a formula or too long. Write it as words."
            )
            raise UnitError(wrong % {"said": said[:40], "column": COLUMNS[name][0]})
    day = day_of(listed.values["day"])
    if day is None:
        wrong = gettext("“%(day)s” is no day of the calendar. Write it as 05/6/2026.")
        raise UnitError(wrong % {"day": cells["day"][:40]})
    verb = VERBS.get(bare(cells["verb"]))
    if verb is None:
        wrong = gettext("“%(verb)s” is no order. Write one of: %(verbs)s.")
        verbs = ", ".join(str(each.label) for each in Verb)
        raise UnitError(wrong % {"verb": cells["verb"][:40], "verbs": verbs})
    _check_cells(verb, cells)
    partly = _PARTLY.get(bare(cells.get("partly", "")))
    if partly is None:
        raise UnitError(gettext("Write “Toàn bộ” or “Một phần” in the column “Toàn bộ hay một phần”."))
    kinds = {bare(str(label)): Kind(value) for value, label in Kind.choices} | _SHORT_KINDS
    kind = kinds.get(bare(cells.get("kind", "")))
    if kind is None and cells.get("kind"):
        wrong = gettext("“%(kind)s” is no kind of unit. Write “Chi hội”, “Tổ” or “Hội LHPN”.")
        raise UnitError(wrong % {"kind": cells["kind"][:40]})
    return Row(listed.number, day, verb, cells, partly or bare(cells["verb"]) == "tach", kind)


def _check_cells(verb: Verb, cells: Mapping[str, str]) -> None:
    """A cell too few or too many is mostly one in the wrong column."""
    needed, allowed = _USED[verb]
    for name in ("unit", *sorted(needed)):
        if not cells.get(name):
            wrong = gettext("the cell “%(column)s” is blank. It is needed for “%(verb)s”.")
            raise UnitError(wrong % {"column": COLUMNS[name][0], "verb": verb.label})
    for name in ("into", "name", "partly", "kind", "people"):
        if cells.get(name) and name not in needed | allowed:
            wrong = gettext(
                "“%(said)s” stands in the column “%(column)s”, which means nothing for “%(verb)s”. "
                "Take it out, or correct the order."
            )
            said = {"said": cells[name][:40], "column": COLUMNS[name][0], "verb": verb.label}
            raise UnitError(wrong % said)


class Finder:
    """Finds the units that cells name: by number ("#123"), or by name, with superiors behind commas where several
    bear it, new ones too. A name of a unit that the same file founds means that one, except for who ends or moves."""

    def __init__(self, line: Line, rows: Sequence[Row]) -> None:
        self._line = line
        self._units: dict[int, tuple[str, date, date]] = {}
        self._named: dict[str, set[int]] = {}
        for pk, name, since, until in OrgUnit.objects.order_by("pk").values_list(
            "pk", "name", "since", "until"
        ):
            self._units[pk] = (name, since, until)
            self._named.setdefault(fold(name), set()).add(pk)
        for pk, name in UnitName.objects.values_list("unit", "name"):
            self._named.setdefault(fold(name), set()).add(pk)
        self._founded: dict[str, list[Row]] = {}
        self._above_founded: dict[int, list[str]] = {}
        founding = (row for row in rows if row.verb == Verb.FOUND)
        for row in sorted(founding, key=lambda row: (row.day, row.number)):  # as they are carried out
            self._above_founded[row.number] = self._above_new(row)
            self._founded.setdefault(fold(row.cells["unit"]), []).append(row)

    def order(self, row: Row) -> Order:
        """Raises: UnitError."""
        cells = row.cells
        unit: Ref = New(cells["unit"], row.number)
        if row.verb != Verb.FOUND:
            unit = self._find(cells["unit"], row, founded_first=False)
        into, people = (
            self._find(cells[name], row, founded_first=True) if cells.get(name) else None
            for name in ("into", "people")
        )
        return Order(
            row.verb,
            row.day,
            unit,
            into,
            name=cells.get("name", ""),
            act=cells.get("act", ""),
            partly=row.partly,
            kind=row.kind,
            people=people,
            row=row.number,
        )

    def _find(self, asked: str, row: Row, *, founded_first: bool) -> Ref:
        founded = self._new(asked, row.day)
        if founded and founded_first:
            return self._only(founded, asked)
        ended = row.verb == Verb.REVIVE and not founded_first
        found = self._existing(asked, row.day, ended=ended)
        if len(found) == 1:
            return found[0]
        if found:
            wrong = gettext(
                "several units are called “%(asked)s”: %(units)s. Write the number of one of them."
            )
            raise UnitError(wrong % {"asked": asked[:80], "units": self._described(found, row.day)})
        if founded:
            return self._only(founded, asked)
        wrong = gettext(
            "no unit is called “%(asked)s” on %(day)s. Write its name as on the page of units, or its number: #123."
        )
        if ended:
            wrong = gettext("no unit called “%(asked)s” ended before %(day)s, so none can be revived.")
        raise UnitError(wrong % {"asked": asked[:80], "day": date_format(row.day, "d/m/Y")})

    def _existing(self, asked: str, day: date, *, ended: bool) -> list[int]:
        def fits(pk: int) -> bool:
            if pk not in self._units:
                return False
            _, since, until = self._units[pk]
            return until <= day if ended else since <= day < until

        if asked.startswith("#") and asked[1:].isdecimal():
            return [pk for pk in (int(asked[1:]),) if fits(pk)]
        for name, superiors in _parted(asked):
            found = sorted(pk for pk in self._named.get(name, ()) if fits(pk))
            if found and superiors:
                above = self._above(found, day)
                found = [pk for pk in above if _lies_below(superiors, above[pk])]
            if found:
                return found
        return []

    def _new(self, asked: str, day: date) -> list[Row]:
        """The rows that found such a unit by a day."""
        for name, superiors in _parted(asked):
            founded = [row for row in self._founded.get(name, ()) if row.day <= day]
            found = [
                row
                for row in founded
                if not superiors or _lies_below(superiors, self._above_founded[row.number])
            ]
            if found:
                return found
        return []

    def _only(self, founded: Sequence[Row], asked: str) -> New:
        """Raises: UnitError where several are founded."""
        if len(founded) > 1:
            told = [
                gettext("row %(number)d (%(superior)s)")
                % {"number": row.number, "superior": row.cells["into"][:80]}
                for row in founded[:_MOST_NAMED]
            ]
            wrong = gettext(
                "several units called “%(asked)s” are founded in this file: %(units)s. Write the superior of the one "
                "that is meant behind a comma."
            )
            raise UnitError(wrong % {"asked": asked[:80], "units": "; ".join(told)})
        return New(founded[0].cells["unit"], founded[0].number)

    def _above_new(self, row: Row) -> list[str]:
        """The names of those above a unit that a row founds; none where its superior is not to be told."""
        try:
            superior = self._find(row.cells["into"], row, founded_first=True)
        except UnitError:
            return []  # the row itself is told as wrong
        if isinstance(superior, New):
            return [superior.name, *self._above_founded[superior.row]]
        return [self._units[superior][0], *self._above([superior], row.day).get(superior, [])]

    def _above(self, units: Sequence[int], day: date) -> dict[int, list[str]]:
        """The names of the superiors of some units in the line on a day, or the last day on which they stood."""
        standing = Position.objects.filter(line=self._line, unit__in=units, since__lte=day).order_by("since")
        paths = dict(standing.values_list("unit", "path"))
        return {pk: [self._units[number][0] for number in numbers(path)[:-1]] for pk, path in paths.items()}

    def _described(self, units: Sequence[int], day: date) -> str:
        above = self._above(units[:_MOST_NAMED], day)
        told = [f"#{pk} ({', '.join(reversed(above.get(pk, [])[1:]))})" for pk in units[:_MOST_NAMED]]
        return "; ".join(told) + ("; …" if len(units) > _MOST_NAMED else "")


def _parted(asked: str) -> Iterator[tuple[str, list[str]]]:
    """The ways in which words can be a name, folded, and superiors behind commas; the longest name first, since a name
    may hold commas of its own."""
    parts = [part.strip() for part in asked.split(",")]
    for at in range(len(parts), 0, -1):
        yield fold(", ".join(parts[:at])), parts[at:]


def _lies_below(superiors: Iterable[str], above: Sequence[str]) -> bool:
    """Whether all that are asked for are among the names of those above, each by the end of its name."""
    return all(any(f" {fold(name)}".endswith(f" {fold(each)}") for name in above) for each in superiors)
