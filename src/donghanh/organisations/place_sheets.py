"""Later changes of places from Excel or CSV, and those that come with the program."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.translation import gettext

from donghanh.organisations.errors import UnitError
from donghanh.organisations.models import Level
from donghanh.organisations.order_rows import PARTLY, require_right, sift
from donghanh.organisations.orders import Verb
from donghanh.organisations.sheets import Columns, ListRow, day_of, read_list, under_heads
from donghanh.sealed.table import from_csv
from donghanh.vietnam.text import bare
from donghanh.writing.workbook import Sheet, workbook

DELIVERED = {"2026": Path(__file__).parent / "data" / "places_2026.csv"}
"""The changes that come with the program, by their names; docs/places.md says what is not known of them."""

COLUMNS: Columns = {
    "day": ("Từ ngày", ("tu ngay", "ngay", "ngay hieu luc")),
    "act": ("Căn cứ", ("can cu", "nghi quyet", "van ban")),
    "verb": ("Việc", ("viec", "hinh thuc")),
    "level": ("Cấp", ("cap",)),
    "code": ("Mã", ("ma", "ma dia ban")),
    "name": ("Tên", ("ten", "ten cu", "ten dia ban")),
    "new_name": ("Tên mới", ("ten moi",)),
    "above": ("Mã cấp trên", ("ma cap tren", "ma tinh")),
    "into": ("Mã nơi tiếp nhận", ("ma noi tiep nhan",)),
    "partly": ("Toàn bộ hay một phần", ("toan bo hay mot phan",)),
}
LONGEST_NAME, LONGEST_ACT = 120, 200
_NEEDED = (("day",), ("verb",), ("level",), ("code",), ("name",))
_VERBS = {"lap moi": Verb.FOUND, "doi ten": Verb.RENAME, "chuyen": Verb.MOVE, "sap nhap": Verb.MERGE}
_USED = {
    Verb.FOUND: {"above"},
    Verb.RENAME: {"new_name"},
    Verb.MOVE: {"above"},
    Verb.MERGE: {"into"},
}
_LEVELS = {"tinh": Level.PROVINCE, "xa": Level.COMMUNE}
_KINDS = {
    Level.PROVINCE: {"tỉnh": "tỉnh", "thành phố": "thành phố trung ương"},
    Level.COMMUNE: {kind: kind for kind in ("xã", "phường", "thị trấn", "đặc khu")},
}


@dataclass(frozen=True, slots=True)
class PlaceOrder:
    """What becomes of one place. name: as it was called before, with its kind, which must be so; new_name: likewise.

    found: it begins below `above`. rename: name and kind may change. move: it lies below `above` from then on.
    merge: it ends, or a part of it goes, into the place with the code `into`.
    """

    verb: Verb
    day: date
    act: str
    level: Level
    code: int
    name: str
    new_name: str
    above: int | None
    into: int | None
    partly: bool
    row: int


def read(data: bytes) -> list[PlaceOrder]:
    """The changes that a file holds.

    Raises: OrdersError with every wrong row; NoHeadError, BrokenCellsError, NoTableError; UnreadableFile.
    """
    return _orders(read_list(data, COLUMNS, _NEEDED))


def delivered(path: Path) -> list[PlaceOrder]:
    """The changes of a file that comes with the program, and so needs no sealed child.

    Raises: OrdersError.
    """
    return _orders(under_heads(list(from_csv(path.read_bytes())), COLUMNS, _NEEDED))


def _orders(rows: Iterable[ListRow]) -> list[PlaceOrder]:
    """Raises: OrdersError."""
    return require_right(*sift(rows, _order))


def template() -> bytes:
    """An empty sheet with the heads, and rows that show each change."""
    act = "Nghị quyết số …/NQ-UBTVQH16 ngày …"
    rows: list[tuple[str | None, ...]] = [
        ("01/7/2026", act, "Đổi tên", "Tỉnh", "99", "Tỉnh A", "Thành phố A", None, None, None),
        ("01/7/2026", act, "Lập mới", "Xã", "99901", "Phường B", None, "99", None, None),
        ("01/7/2026", act, "Sáp nhập", "Xã", "99902", "Xã C", None, None, "99901", "Toàn bộ"),
        ("01/7/2026", act, "Sáp nhập", "Xã", "99903", "Xã D", None, None, "99901", "Một phần"),
        ("01/7/2026", act, "Chuyển", "Xã", "99904", "Xã E", None, "98", None, None),
    ]
    above = (
        "Xóa các dòng ví dụ trước khi dùng. Mã theo danh mục đơn vị hành chính của Cục Thống kê; tên ghi kèm cấp.",
        "Mã cấp trên: khi lập mới, chuyển. Mã nơi tiếp nhận, toàn bộ hay một phần: khi sáp nhập.",
    )
    heads = [head for head, _ in COLUMNS.values()]
    widths = (12, 36, 12, 8, 10, 24, 24, 12, 18, 22)
    return workbook([Sheet("Địa bàn", heads, rows, widths, above)])


def kind_and_bare_name(level: Level, name: str) -> tuple[str, str]:
    """The kind of a place and its name without it.

    Raises: UnitError for a name that does not begin with a kind of its level.
    """
    for word, kind in _KINDS[level].items():
        if name.casefold().startswith(f"{word} "):
            return kind, name[len(word) + 1 :]
    kinds = ", ".join(_KINDS[level])
    wrong = gettext("“%(name)s” is no name of a place. Write it with its kind before it: %(kinds)s.")
    raise UnitError(wrong % {"name": name[:40], "kinds": kinds})


def _order(listed: ListRow) -> PlaceOrder:
    """Raises: UnitError."""
    cells = listed.cells
    day, verb = day_of(listed.values["day"]), _VERBS.get(bare(cells["verb"]))
    level, partly = _LEVELS.get(bare(cells["level"])), PARTLY.get(bare(cells.get("partly", "")))
    if day is None:
        raise _wrong("day", cells)
    if verb is None:
        raise _wrong("verb", cells)
    if level is None:
        raise _wrong("level", cells)
    if partly is None:
        raise _wrong("partly", cells)
    needed = _USED[verb] - ({"above"} if level == Level.PROVINCE else set())
    for name in ("code", "name", "new_name", "above", "into"):
        is_needed = name in needed or name in ("code", "name")
        if bool(cells.get(name)) != is_needed:
            raise _wrong(name, cells)
    for name in ("code", "above", "into"):
        if cells.get(name) and not (cells[name].isdecimal() and len(cells[name]) < 8):
            raise _wrong(name, cells)
    for name in ("name", "new_name"):
        if len(cells.get(name, "")) > LONGEST_NAME:
            raise _wrong(name, cells)
        if cells.get(name):
            kind_and_bare_name(level, cells[name])
    codes = {name: int(cells[name]) if cells.get(name) else None for name in ("above", "into")}
    return PlaceOrder(
        verb,
        day,
        cells.get("act", "")[:LONGEST_ACT],
        level,
        int(cells["code"]),
        cells["name"],
        cells.get("new_name", ""),
        codes["above"],
        codes["into"],
        partly,
        listed.number,
    )


def _wrong(name: str, cells: Mapping[str, str]) -> UnitError:
    wrong = gettext(
        "“%(said)s” in the column “%(column)s” cannot be for “%(verb)s”. Look at the columns and correct it."
    )
    said = {"said": cells.get(name, "")[:40], "column": COLUMNS[name][0], "verb": cells["verb"][:40]}
    return UnitError(wrong % said)
