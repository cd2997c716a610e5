"""What the columns of a table are, and which of its rows are heads, headings, totals or entries."""

import itertools
import re
from dataclasses import dataclass, field
from enum import StrEnum

from donghanh.reading.labels import Label, parse_cell_label
from donghanh.reading.source import CellSpan, Line
from donghanh.vietnam.numbers import parse_number


class Column(StrEnum):
    """What a column holds, told from its head."""

    NUMBER = "number"
    CONTENT = "content"
    LEAD = "lead"
    PARTNER = "partner"
    PERIOD = "period"
    PLACE = "place"
    NOTE = "note"
    QUANTITY = "quantity"
    MEASURE = "measure"
    PRICE = "price"
    AMOUNT = "amount"
    UNIT = "unit"
    OTHER = "other"


_HEADS: tuple[tuple[Column, str], ...] = (
    (Column.NUMBER, r"(?:s?tt|số tt|số thứ tự|stt\.?|số)$"),
    (Column.NOTE, r"ghi chú|lưu ý|chú thích|nhu cầu hỗ trợ"),
    (Column.PARTNER, r"(?:đơn vị |cơ quan |thành phần |cơ quan, đơn vị )?phối hợp|đơn vị,? cá nhân phối hợp"),
    (Column.MEASURE, r"(?:đơn vị|đv|đ/v) ?tính|đvt|đơn vị đo"),
    (Column.PRICE, r"đơn giá|định mức|mức chi|mức hỗ trợ|giá tiền|mức"),
    (
        Column.AMOUNT,
        r"thành tiền|số tiền|(?:tổng )?(?:số )?kinh phí|dự toán|tổng tiền|tổng kinh phí|giá trị|trị giá|nguồn|ngân sách"
        r"|ns(?:tw|đp|nn|t|h|x)(?!\w)|vốn|xã hội hóa|xã hội hoá|tổng mức|huy động|tài trợ|(?:nhân )?(?:dân )?đóng góp|đối ứng|lồng ghép|khác$",
    ),
    (
        Column.LEAD,
        r"(?:đơn vị|cơ quan|cơ quan, đơn vị|bộ phận|cá nhân|người|đồng chí|tổ chức|ban)?,?/? ?(?:cá nhân )?"
        r"(?:chủ trì|thực hiện|phụ trách|đầu mối|chịu trách nhiệm|tham mưu|được phân công|triển khai)|phân công|chủ trì"
        r"|trách nhiệm|đơn vị thực hiện",
    ),
    (
        Column.PERIOD,
        r"thời gian|thời hạn|bắt đầu|kết thúc|(?:từ|đến) (?:ngày|tháng)|tiến độ|hoàn thành|thời điểm|tháng thực hiện|ngày|tháng|quý",
    ),
    (Column.PLACE, r"địa điểm|địa bàn|nơi"),
    (
        Column.CONTENT,
        r"(?:tên )?(?:nội dung|hoạt động|công việc|nhiệm vụ|chỉ tiêu|mục chi|khoản|diễn giải|hạng mục|chương trình"
        r"|danh mục|tiêu chí|mục tiêu|giải pháp|đầu việc|các hoạt động|các nội dung|các nhiệm vụ)",
    ),
    (
        Column.UNIT,
        r"(?:tên )?(?:các )?(?:đơn vị|xã|phường|thị trấn|huyện|quận|tỉnh|địa phương|cơ sở|chi hội|chi đoàn|thôn|ấp|bản"
        r"|trường|hội lhpn|cơ quan|cụm|khối|tổ|địa chỉ)(?!\w)",
    ),
    (Column.QUANTITY, r"(?:số lượng|sl|số|khối lượng|chỉ tiêu|kế hoạch|giao|tổng số|tổng|cộng)"),
)
_PATTERNS = tuple((column, re.compile(pattern)) for column, pattern in _HEADS)
# How high rows stand by their numbers; a heading row reaches down to the next of its rank or above.
ROW_RANK = {"part": 0, "upper": 1, "roman": 2, "number": 3, "decimal2": 4, "decimal3": 5, "lower": 6}
_SUMS = re.compile(r"\((?:(?:triệu|nghìn|ngàn|tỷ|1\.000|1\.000\.000) ?)?(?:đồng|đ|vnđ)\)")
SHARE = re.compile(r"%|tỷ lệ|tỉ lệ", re.IGNORECASE)
_ALL_OF_IT = re.compile(r"(?:^|\s)(?:tổng|cộng|tổng số|tổng cộng)\s*(?:\(.*\))?$")
_COUNTED = re.compile(
    r"số (?!tiền|vốn|kinh phí)[^\W\d]|(?<!\w)(?:sl|tỷ lệ|tỉ lệ|khối lượng|năm(?! 20\d\d))(?!\w)|%|\((?:người|hộ|lớp|cuộc)\)"
)
_TOTAL = re.compile(
    r"(?!tổng (?:kết|hợp|duyệt|rà|vệ|điều)(?!\w))(?:tổng(?: cộng| số| kinh phí| chi| toàn \w+)?|cộng(?: chung)?|tổng cộng.*"
    r"|(?:tổng|cộng|tổng cộng|tổng số) (?:toàn|cả|các|chung) .{1,30}?|(?:tổng |cộng |tổng cộng )(?:(?:mục|phần|nhóm|khoản|điểm) )?\S+"
    r"|toàn (?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường))\s*(?:\(.*\))?\s*:?$"
)
_MOST_HEAD_ROWS = 4
# What parts a head of money ("Kinh phí: Tỉnh, Xã, Tổng số") is money too, unless it has a meaning of its own.
_OF_ITS_OWN = frozenset({Column.NUMBER, Column.NOTE, Column.MEASURE, Column.PRICE, Column.AMOUNT})


@dataclass(slots=True)
class TableRow:
    """One row with its part in the table."""

    line: Line
    label: Label | None = None
    heading: bool = False
    total: bool = False


@dataclass(slots=True)
class TableView:
    """A table understood: what each column holds, the heads, and the rows under the head."""

    columns: dict[int, Column] = field(default_factory=dict)
    heads: dict[int, str] = field(default_factory=dict)
    head_rows: list[Line] = field(default_factory=list)
    head_starts: set[int] = field(default_factory=set)
    rows: list[TableRow] = field(default_factory=list)

    def add_head(self, line: Line) -> None:
        self.head_rows.append(line)
        self.head_starts.add(line.start)

    def is_head(self, line: Line) -> bool:
        return line.start in self.head_starts

    def having(self, column: Column) -> list[int]:
        return [i for i, c in sorted(self.columns.items()) if c is column]

    def cell(self, row: TableRow, column: Column) -> CellSpan | None:
        """The filled cell of the first such column, None where there is no such column or it is empty."""
        for index in self.having(column):
            cell = row.line.cell(index)
            if cell and cell.text and (cell.column == index or cell in row.line.merged):
                return cell
        return None

    @property
    def content(self) -> int | None:
        found = self.having(Column.CONTENT)
        return found[0] if found else None

    @property
    def allots(self) -> bool:
        """Whether it says which unit takes how many or how much: units and figures, no contents."""
        figures = self.having(Column.QUANTITY) or self.having(Column.AMOUNT)
        return bool(self.having(Column.UNIT)) and not self.having(Column.CONTENT) and bool(figures)


@dataclass(frozen=True, slots=True)
class TableRowRef:
    """The table and the row that a node of the outline stands for."""

    view: TableView
    row: TableRow

    @property
    def is_head(self) -> bool:
        return self.view.is_head(self.row.line)

    def cell(self, column: Column) -> CellSpan | None:
        """The filled cell of this row in the first such column, None where there is none."""
        return self.view.cell(self.row, column)


def _head_kind(words: str) -> Column:
    text = re.sub(r"\s+", " ", words.lower()).strip(" .:*")
    text = re.sub(r"\s*\(.*?\)", "", text).strip() or text
    for column, pattern in _PATTERNS:
        if pattern.match(text):
            return column
    return Column.OTHER


def _is_figure(words: str) -> bool:
    return bool(re.fullmatch(r"[\d.,\s]+(?:đ|đồng|%)?|-|\(?[\dA-Z]\)?", words.strip()))


def is_head(line: Line) -> bool:
    """A head row names at least two columns and holds no figures."""
    filled = [c for c in line.cells if c.text]
    kinds = [_head_kind(c.text) for c in filled]
    known = sum(k is not Column.OTHER for k in kinds)
    short = all(len(c.text.split()) <= 14 for c in filled)
    first = parse_cell_label(filled[0].text) if filled else None
    counted = len(filled) >= 3 and kinds[0] is Column.NUMBER and not any(_is_figure(c.text) for c in filled)
    named = known >= 2 and known * 2 >= len(filled)
    return len(filled) >= 2 and (named or counted) and short and first is None


def _goes_on(heads: list[Line], line: Line) -> bool:
    """Whether the head has another row: cells of it reach into the row, or the row only parts a wide column."""
    if any(c in line.merged for head in heads for c in head.cells):
        return True
    filled = [c for c in line.cells if c.text]
    first = line.cell(0)
    parted = (
        bool(filled)
        and not (first and first.text)
        and all(_head_kind(c.text) is not Column.OTHER for c in filled)
    )
    return parted and all(len(c.text.split()) <= 6 for c in filled)


def _counts_columns(line: Line) -> bool:
    """The row "(1) (2) (3)" or "A B 1 2" that some tables bear under the head."""
    filled = [c.text.strip() for c in line.cells if c.text.strip()]
    return len(filled) >= 3 and all(re.fullmatch(r"\(?(?:\d{1,2}|[A-D])(?:\s*=.*)?\)?", f) for f in filled)


def _add_head(view: TableView, line: Line) -> None:
    """Take up a row of the head; what stands below says more exactly what a column holds."""
    view.add_head(line)
    for cell in line.cells:
        for index in range(cell.column, cell.column + cell.columns) if cell.text else ():
            above = view.columns.get(index)
            view.heads[index] = f"{view.heads[index]} {cell.text}" if index in view.heads else cell.text
            kind = _head_kind(cell.text)
            money = (
                above is Column.AMOUNT and kind not in _OF_ITS_OWN and not _COUNTED.search(cell.text.lower())
            )
            if above is None or (kind is not Column.OTHER and not money):
                view.columns[index] = kind


def understand_table(lines: list[Line], in_money: bool = False) -> TableView:
    """What the table's columns hold and what each row is; in_money: a unit of money stands above its figures."""
    view = TableView()
    at = 0
    if lines and is_head(lines[0]):
        at = 1
        while at < min(len(lines), _MOST_HEAD_ROWS) and _goes_on(lines[:at], lines[at]):
            at += 1
        for line in lines[:at]:
            _add_head(view, line)
        _name_columns(view, lines[at:])
        _find_sums(view, lines[at:], in_money)
    else:
        _guess_columns(view, lines)
    if at < len(lines) and _counts_columns(lines[at]):
        view.add_head(lines[at])
        at += 1
    for line in lines[at:]:
        if view.heads and [c.text for c in line.cells] == [c.text for c in lines[0].cells]:
            view.add_head(line)
            continue
        view.rows.append(_row(line, view))
    _mark_headings(view)
    return view


def _count_figures(view: TableView, rows: list[Line]) -> None:
    """ "Đơn vị" beside "Tổ" and "Chi hội" with figures: the latter are counted, they count nothing."""
    words = {i for i in view.columns if _mostly_words(rows, i)}
    if any(column is Column.UNIT and i in words for i, column in view.columns.items()):
        view.columns = {
            i: Column.QUANTITY if column is Column.UNIT and i not in words else column
            for i, column in view.columns.items()
        }


def _name_columns(view: TableView, rows: list[Line]) -> None:
    """Settle what the heads leave open, by what stands under them."""
    _count_figures(view, rows)
    for rule in (
        _results_beside_plans,
        _figures_of_units,
        _doers_beside_contents,
        _doers_alone,
        _contents_without_head,
    ):
        rule(view, rows)


def _rename(view: TableView, old: Column, new: Column) -> None:
    view.columns = {index: new if column is old else column for index, column in view.columns.items()}


def _doers_beside_contents(view: TableView, rows: list[Line]) -> None:
    """ "Đơn vị" beside "Nội dung" says who does it."""
    if view.having(Column.CONTENT) and not view.having(Column.LEAD):
        for index in view.having(Column.UNIT):
            if _mostly_words(rows, index):
                view.columns[index] = Column.LEAD


def _doers_alone(view: TableView, rows: list[Line]) -> None:
    """ "Đơn vị thực hiện" beside figures and no contents: the units take them on."""
    if view.having(Column.CONTENT) or view.having(Column.UNIT):
        return
    counts = [*view.having(Column.QUANTITY), *view.having(Column.OTHER)]
    if any(not _mostly_words(rows, index) for index in counts):
        _rename(view, Column.LEAD, Column.UNIT)


def _figures_of_units(view: TableView, rows: list[Line]) -> None:
    """ "Đơn vị | Chỉ tiêu": a column of figures counts, whatever its head is called."""
    if not view.having(Column.UNIT):
        return
    if (content := view.content) is not None and not _mostly_words(rows, content):
        _rename(view, Column.CONTENT, Column.QUANTITY)
        _rename(view, Column.LEAD, Column.UNIT)
    for index in view.having(Column.OTHER):
        if not _mostly_words(rows, index):
            view.columns[index] = Column.QUANTITY


def _find_sums(view: TableView, rows: list[Line], in_money: bool) -> None:
    """ "Tổng số" beside sources of money is their sum; under a unit of money all figures are sums but those of things."""
    sums = view.having(Column.AMOUNT)
    for index in [*view.having(Column.QUANTITY), *view.having(Column.OTHER)]:
        head = view.heads.get(index, "").lower()
        beside = bool({index - 1, index + 1} & set(sums)) and bool(_ALL_OF_IT.search(head))
        counted = in_money and not _COUNTED.search(head)
        if (beside or counted or _SUMS.search(head)) and not _mostly_words(rows, index):
            view.columns[index] = Column.AMOUNT


def _results_beside_plans(view: TableView, rows: list[Line]) -> None:
    """ "Kế hoạch | Thực hiện" over figures: the latter is what was reached, nobody who carries it out."""
    for index in view.having(Column.LEAD):
        if any((c := r.cell(index)) and c.text for r in rows) and not _mostly_words(rows, index):
            view.columns[index] = Column.QUANTITY


def _contents_without_head(view: TableView, rows: list[Line]) -> None:
    """The first column of words is the content where no head says so."""
    if not view.having(Column.CONTENT) and not view.having(Column.UNIT):
        for index in view.having(Column.OTHER):
            if _mostly_words(rows, index):
                view.columns[index] = Column.CONTENT
                return


def _mostly_words(rows: list[Line], index: int) -> bool:
    filled = [c.text for r in rows if (c := r.cell(index)) and c.text and c.column == index]
    return sum(not _is_figure(f) for f in filled) * 2 > len(filled)


def _guess_columns(view: TableView, rows: list[Line]) -> None:
    """No head: the widest column of words is the content, a first column of labels the number."""
    width = max((c.column + c.columns for r in rows for c in r.cells), default=0)
    length = [sum(len(c.text) for r in rows for c in r.cells if c.column == i) for i in range(width)]
    if not length:
        return
    view.columns = dict.fromkeys(range(width), Column.OTHER)
    first = [c.text for r in rows for c in r.cells if c.column == 0 and c.text]
    if width > 1 and first and sum(parse_cell_label(f) is not None for f in first) * 2 > len(first):
        view.columns[0] = Column.NUMBER
    view.columns[length.index(max(length))] = Column.CONTENT


def _row(line: Line, view: TableView) -> TableRow:
    label = None
    numbers = view.having(Column.NUMBER)
    index = numbers[0] if numbers else 0
    cell = line.cell(index)
    if cell and cell.column == index and cell not in line.merged and (numbers or cell.columns == 1):
        label = parse_cell_label(cell.text) if numbers else None
    words = [c.text for c in line.cells if c.text and not parse_cell_label(c.text)]
    total = bool(words) and bool(_TOTAL.match(words[0].lower().strip(" *:")))
    return TableRow(line, label, total=total)


def _mark_headings(view: TableView) -> None:
    """Rows that group rows: those of a style that has rows of a deeper style under it, and unnumbered bands."""
    rows = [r for r in view.rows if not r.total]
    grouping: set[str] = set()
    for row, after in zip(rows, rows[1:], strict=False):
        if row.label and after.label and not row.label.is_bullet and not after.label.is_bullet:
            if ROW_RANK.get(row.label.style, 9) < ROW_RANK.get(after.label.style, 9):
                grouping.add(row.label.style)
    if "number" in grouping and all(
        row.label is None or row.label.style in ("number", "lower") or row.label.is_bullet for row in rows
    ):
        grouping.discard("number")  # 1, a, b: lettered parts of a row, as with "-"
    for row, after in itertools.zip_longest(rows, rows[1:]):
        grouped = bool(row.label and row.label.style in grouping)
        row.heading = grouped and not (view.cell(row, Column.LEAD) and not _is_over(row, after))
    for i, row in enumerate(rows):
        if row.label is None and not row.heading and _is_band(row, view) and i + 1 < len(rows):
            row.heading = True


def _is_over(row: TableRow, after: TableRow | None) -> bool:
    """Whether the next row belongs to this one; one without any, but with a unit that does it, is an entry."""
    if after is None or row.label is None:
        return False
    if after.label is None or after.label.is_bullet:
        return True
    return ROW_RANK.get(row.label.style, 9) < ROW_RANK.get(after.label.style, 9)


def _is_band(row: TableRow, view: TableView) -> bool:
    """An unnumbered row with words in one cell only, which spans the table or stands in bold."""
    filled = [c for c in row.line.cells if c.text]
    if len(filled) != 1 or len(filled[0].text.split()) < 2 or row.line.merged:
        return False
    cell = filled[0]
    spans = cell.columns >= max(2, len(view.columns) - 1)
    return spans or (cell.bold and bool(view.having(Column.NUMBER)))


def figure(cell: CellSpan | None) -> int | float | None:
    """The number that a cell holds, None where it is empty or holds words."""
    if cell is None:
        return None
    words = re.sub(r"\s*(?:đồng|đ|VNĐ)$", "", cell.text.strip())
    # An apostrophe in front keeps figures as text in workbooks; between thousands it stands for the point.
    return parse_number(re.sub(r"(?<=\d)['’](?=\d{3})", ".", words.lstrip("'’")))
