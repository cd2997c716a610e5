"""Orders about units from Excel or CSV: every row is read and its units are found before anything is carried out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from donghanh.organisations.errors import UnitError, day_in_words
from donghanh.organisations.models import Kind, Level, Line
from donghanh.organisations.naming import Names, UnknownUnitError, lies_below, parted
from donghanh.organisations.order_rows import PARTLY, require_right, sift
from donghanh.organisations.orders import New, Order, Ref, Verb
from donghanh.organisations.selectors import places_named
from donghanh.organisations.sheets import Columns, ListRow, day_of, read_list
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
    "level": ("Cấp", ("cap", "cap don vi")),
    "place": ("Địa bàn", ("dia ban", "ma dia ban", "ma xa")),
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
    Verb.FOUND: ({"into", "kind"}, {"level", "place"}),
    Verb.REVIVE: ({"into"}, set()),
    Verb.RENAME: ({"name"}, set()),
    Verb.MOVE: ({"into"}, set()),
    Verb.MERGE: ({"into"}, {"partly"}),
    Verb.SPLIT: ({"into"}, {"people"}),
    Verb.ABOLISH: (set(), {"people"}),
}
"""Which of the cells from "into" on an order needs, and which it may have besides."""
_SHORT_KINDS = {"chi hoi": Kind.BRANCH, "to": Kind.GROUP, "hoi": Kind.UNION, "hoi lhpn": Kind.UNION}
_SHORT_LEVELS = {
    "tinh": Level.PROVINCE,
    "xa": Level.COMMUNE,
    "phuong": Level.COMMUNE,
    "thon": Level.VILLAGE,
    "to dan pho": Level.VILLAGE,
}
_PLACE_LEVELS = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
_MOST_NAMED = 5


def template() -> bytes:
    """An empty sheet with the heads, and rows that show each order."""
    act = "Nghị quyết số …/NQ-HĐND ngày …"
    commune, other = "Hội LHPN xã A, tỉnh B", "Hội LHPN xã C, tỉnh B"
    new, branch = "Hội LHPN xã D", "Chi hội thôn 1, xã A, tỉnh B"
    rows: list[tuple[str | None, ...]] = [
        (
            "01/7/2026",
            act,
            "Lập mới",
            new,
            "Hội LHPN tỉnh B",
            None,
            None,
            "Hội LHPN",
            "Xã",
            "xã D, tỉnh B",
            None,
        ),
        ("01/7/2026", act, "Sáp nhập", commune, new, None, "Toàn bộ", None, None, None, None),
        ("01/7/2026", act, "Sáp nhập", other, new, None, "Một phần", None, None, None, None),
        ("01/7/2026", act, "Chia", "Hội LHPN xã E, tỉnh B", new, None, None, None, None, None, new),
        ("01/7/2026", act, "Chia", "Hội LHPN xã E, tỉnh B", other, None, None, None, None, None, None),
        ("01/7/2026", act, "Chuyển", branch, new, None, None, None, None, None, None),
        ("01/7/2026", act, "Đổi tên", "#123", None, "Chi hội tổ dân phố 2", None, None, None, None, None),
        ("01/7/2026", act, "Giải thể", "#124", None, None, None, None, None, None, other),
        ("01/7/2026", act, "Khôi phục", "#125", other, None, None, None, None, None, None),
    ]
    above = (
        "Xóa các dòng ví dụ trước khi dùng. Đơn vị (cả đơn vị mới lập trong tệp) ghi bằng tên, kèm cấp trên sau dấu phẩy "
        "nếu trùng tên, hoặc #số.",
        "Khi chia, giải thể: đơn vị trực thuộc không có dòng “Chuyển” sẽ chờ ở cấp trên.",
    )
    heads = [head for head, _ in COLUMNS.values()]
    return workbook([Sheet("Sắp xếp", heads, rows, (12, 30, 12, 36, 36, 28, 14, 12, 12, 24, 30), above)])


def read(data: bytes, line: Line) -> list[Order]:
    """The orders of a workbook or of CSV.

    Raises: OrdersError with every wrong row; NoHeadError, BrokenCellsError, NoTableError; UnreadableFile.
    """
    rows, unread = sift(read_list(data, COLUMNS, _NEEDED), _row)
    orders, unfound = sift(rows, Finder(line, rows).order)
    return require_right(orders, unread + unfound)


@dataclass(frozen=True, slots=True)
class Row:
    """A row whose words are right; its units are still to be found."""

    number: int
    day: date
    verb: Verb
    cells: Mapping[str, str]
    partly: bool
    kind: Kind | None
    level: Level | None


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
    partly = PARTLY.get(bare(cells.get("partly", "")))
    if partly is None:
        raise UnitError(gettext("Write “Toàn bộ” or “Một phần” in the column “Toàn bộ hay một phần”."))
    kinds = {bare(str(label)): Kind(value) for value, label in Kind.choices} | _SHORT_KINDS
    kind = kinds.get(bare(cells.get("kind", "")))
    if kind is None and cells.get("kind"):
        wrong = gettext("“%(kind)s” is no kind of unit. Write “Chi hội”, “Tổ” or “Hội LHPN”.")
        raise UnitError(wrong % {"kind": cells["kind"][:40]})
    levels = {bare(str(label)): Level(value) for value, label in Level.choices} | _SHORT_LEVELS
    level = levels.get(bare(cells.get("level", "")))
    if level is None and cells.get("level"):
        wrong = gettext("“%(level)s” is no level. Write one of: %(levels)s.")
        labels = ", ".join(str(label) for label in Level.labels)
        raise UnitError(wrong % {"level": cells["level"][:40], "levels": labels})
    is_part = partly or bare(cells["verb"]) == "tach"
    return Row(listed.number, day, verb, cells, is_part, kind, level)


def _place(words: str, day: date, level: Level | None) -> int | None:
    """The number of the place that a cell names on a day.

    Raises: UnitError.
    """
    if not words:
        return None
    found = places_named(words, day, [level] if level in _PLACE_LEVELS else _PLACE_LEVELS)
    if len(found) == 1:
        return found[0].pk
    wrong = gettext(
        "no place is called “%(words)s” on that day. Write it as “xã Na Loi, Nghệ An”, or its code."
    )
    if found:
        wrong = gettext(
            "several places are called “%(words)s”: %(places)s. Write the place above behind a comma."
        )
    told = "; ".join(
        f"{place.name}, {place.parent}" if place.parent else place.name for place in found[:_MOST_NAMED]
    )
    raise UnitError(wrong % {"words": words[:80], "places": told})


def _check_cells(verb: Verb, cells: Mapping[str, str]) -> None:
    """A cell too few or too many is mostly one in the wrong column."""
    needed, allowed = _USED[verb]
    for name in ("unit", *sorted(needed)):
        if not cells.get(name):
            wrong = gettext("the cell “%(column)s” is blank. It is needed for “%(verb)s”.")
            raise UnitError(wrong % {"column": COLUMNS[name][0], "verb": verb.label})
    for name in ("into", "name", "partly", "kind", "level", "place", "people"):
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
        said = (row.cells.get(name, "") for row in rows for name in ("unit", "into", "people"))
        self._names = Names(line, (each for each in said if each))
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
            level=row.level or "",
            place=_place(cells.get("place", ""), row.day, row.level),
            people=people,
            row=row.number,
        )

    def _find(self, asked: str, row: Row, *, founded_first: bool) -> Ref:
        founded = self._new(asked, row.day)
        if founded and founded_first:
            return self._only(founded, asked)
        ended = row.verb == Verb.REVIVE and not founded_first
        found = self._names.find(asked, row.day, ended=ended)
        if found:
            return self._names.only(found, asked, row.day).pk
        if founded:
            return self._only(founded, asked)
        if ended:
            wrong = gettext("no unit called “%(asked)s” ended before %(day)s, so none can be revived.")
            raise UnitError(wrong % {"asked": asked[:80], "day": day_in_words(row.day)})
        raise UnknownUnitError(asked, row.day)

    def _new(self, asked: str, day: date) -> list[Row]:
        """The rows that found such a unit by a day."""
        for name, superiors in parted(asked):
            founded = [row for row in self._founded.get(name, ()) if row.day <= day]
            found = [
                row
                for row in founded
                if not superiors or lies_below(superiors, self._above_founded[row.number])
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
        unit = self._names.units[superior]
        return [unit.name, *self._names.above(unit, row.day)]
