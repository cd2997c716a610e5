"""What stands on a sheet: lines above, beside and below its tables, and the tables themselves.

A sheet is a squared paper on which officials lay out a letterhead, a title, a table, notes and signatures.
A table begins with its head (several short names side by side) or where lines are drawn, and ends before
its notes, its signatures, or the title of the next.
"""

import re

from donghanh.reading.blocks import Block, Cell, Paragraph, Row, Table
from donghanh.reading.formats.sheets.grid import Filled, Grid, paragraphs_of
from donghanh.reading.formats.sheets.sheet import Sheet
from donghanh.reading.formats.sheets.table import table_of

_OPENING = re.compile(
    r"\s*(?:CỘNG H(?:OÀ|ÒA) XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập\s*[-–]\s*Tự do|Số\s*:)"
    r"|[^\d\n]{2,40},\s*ngày[\d\s.…]*tháng[\d\s.…]*năm[\d\s.…]*$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s*(?:N[ơƠ][iI] nh[ậẬ]n\b|NƠI NHẬN|(?:TM|T/M|KT|TL|TUQ)\s?\.|NGƯỜI (?:LẬP|THỰC HIỆN|TỔNG HỢP)|Người lập|KẾ TOÁN|THỦ TRƯỞNG"
    r"|XÁC NHẬN|DUYỆT|(?:PHÓ )?CHỦ TỊCH|(?:PHÓ )?GIÁM ĐỐC|(?:PHÓ )?TRƯỞNG (?:BAN|PHÒNG)|CHỦ NHIỆM|HIỆU TRƯỞNG"
    r"|\((?:Đã k|K)ý|Thủ trưởng đơn vị|Kế toán(?: trưởng)?\s*$)"
)
_NOTE = re.compile(
    r"\s*(?:\*|\(\*+\)|Ghi chú\s*:|Lưu ý\s*:|\(?(?:Số tiền )?[Bb]ằng chữ|\(?Tổng số tiền bằng chữ|\(?Viết bằng chữ"
    r"|Trên đây là|PHỤ LỤC|Phụ lục\b|(?:BIỂU|Biểu) (?:số )?\d|\(?Kèm theo|\(?Ban hành)",
)
_TOTAL = re.compile(r"(?:tổng|cộng)(?!\w)", re.IGNORECASE)
_HEAD_FIRST = re.compile(r"(?:s?tt|số tt|số thứ tự)\.?$", re.IGNORECASE)
_HEAD_WORDS = re.compile(
    r"(?:tên |các |tổng |số )?(?:nội dung|nhiệm vụ|hoạt động|công việc|đơn vị|cơ quan|chủ trì|phối hợp|thời gian|thời hạn|tiến độ"
    r"|ghi chú|kinh phí|số lượng|đơn giá|thành tiền|đvt|họ và tên|họ tên|xã|phường|địa phương|địa bàn|địa điểm|chỉ tiêu|số tiền"
    r"|nguồn|hạng mục|mục chi|diễn giải|chi hội|cơ sở|thôn|dự toán|đối tượng|người|phụ trách|giao|kế hoạch|ngày|tháng|quý"
    r"|khối lượng|định mức|mức|sản phẩm|kết quả|mục tiêu|giải pháp|lượng|cộng|chức vụ|chức danh|điện thoại|danh mục|tỷ lệ)(?!\w)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:[IVX]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđA-HĐ]|[-–+*•])[.)/]?$")
_LONGEST_HEAD = 14
_TALLEST_SIGNATURES = 12
_MOST_SIDES = 4


def blocks_of(sheet: Sheet, page: int) -> list[Block]:
    """The blocks of a sheet, top to bottom."""
    return _Layout(Grid(sheet), page).blocks()


class _Layout:
    """One sheet; `at` and `end` count its visible filled rows."""

    def __init__(self, grid: Grid, page: int) -> None:
        self.grid, self.page = grid, page
        self.rows = grid.kept
        self.filled: dict[int, list[Filled]] = {}

    def blocks(self) -> list[Block]:
        blocks: list[Block] = []
        start = at = 0
        while at < len(self.rows):
            if not self._starts_table(at):
                at += 1
                continue
            blocks += self._lines(start, at)
            end = self._table_end(at)
            blocks.append(table_of(self.grid, self.rows[at:end], self.page))
            start = at = end
        return blocks + self._lines(start, at)

    def cells(self, at: int) -> list[Filled]:
        if at not in self.filled:
            self.filled[at] = self.grid.filled(self.rows[at])
        return self.filled[at]

    def _lined(self, at: int) -> bool:
        return self.grid.sheet.lined(self.rows[at])

    # --- tables --------------------------------------------------------------------------------------

    def _starts_table(self, at: int) -> bool:
        cells = self.cells(at)
        if len(cells) < 2 or _is_side(cells):
            return False
        if self._lined(at) or _is_head(cells):
            return True
        if len(cells) < 3:
            return False
        below = self.cells(at + 1) if at + 1 < len(self.rows) else []
        places = {cell.column for cell in cells}
        return sum(cell.column in places for cell in below) >= 2

    def _table_end(self, start: int) -> int:
        lined = self._lined(start)
        at = start + 1
        while at < len(self.rows):
            if self.grid.counts[at] > 2 and at not in self.grid.gaps:
                at += 1
                continue
            if self._ends(at, lined):
                break
            at += 1
        # Signatures for every column may stand right under the last row.
        for last in range(max(start + 2, at - _TALLEST_SIGNATURES), at):
            few = self.grid.counts[last] <= _MOST_SIDES
            if few and _is_side(self.cells(last)) and not (lined and self._lined(last)):
                return last
        return at

    def _ends(self, at: int, lined: bool) -> bool:
        """Whether the table (drawn with lines or not) ended above this row."""
        cells = self.cells(at)
        if not cells:
            return False
        if lined and self._lined(at):
            return at in self.grid.gaps and _is_head(cells) and len(cells) > 2
        if _is_side(cells) or (len(cells) == 1 and _CLOSING.match(cells[0].text)):
            return True
        if at not in self.grid.gaps and len(cells) > 1 and _TOTAL.match(cells[0].text):
            return False
        if lined and (len(cells) <= 2 or at in self.grid.gaps):
            return not self._resumes(at)
        if len(cells) == 1 and _NOTE.match(cells[0].text):
            return True
        if at in self.grid.gaps and _is_head(cells):
            return True
        return len(cells) == 1 and (at in self.grid.gaps or self._is_title(at)) and not self._resumes(at)

    def _resumes(self, at: int) -> bool:
        """Whether rows of the same table follow the row: as many cells as a table has, and no new head."""
        for later in range(at + 1, min(at + 4, len(self.rows))):
            cells = self.cells(later)
            if _is_side(cells) or _is_head(cells):
                return False
            if len(cells) > 2:
                return later not in self.grid.gaps
        return False

    def _is_title(self, at: int) -> bool:
        """A line of its own over all columns: the title of the next table, or a group of rows in this one."""
        cell = self.cells(at)[0]
        return cell.look.centred or at + 1 == len(self.rows) or self._last_cells(at)

    def _last_cells(self, at: int) -> bool:
        return all(len(self.cells(later)) <= 1 for later in range(at, min(at + 4, len(self.rows))))

    # --- what stands around them ---------------------------------------------------------------------

    def _lines(self, start: int, end: int) -> list[Block]:
        blocks: list[Block] = []
        at = start
        while at < end:
            cells = self.cells(at)
            if len(cells) > 1 and _is_side(cells):
                last = self._side_end(at, end)
                blocks.append(self._side_by_side(at, last))
                at = last
                continue
            blocks += self._line(cells)
            at += 1
        return blocks

    def _line(self, cells: list[Filled]) -> list[Paragraph]:
        """Cells side by side that are no table: a number and its words, or words with what they name."""
        if len(cells) < 2:
            return [p for cell in cells for p in paragraphs_of(cell.lines, cell.look, self.page)]
        first, second = cells[0], cells[1]
        words = " ".join(cell.text for cell in cells[1:])
        label = first.text
        if _LABEL.match(label) and label[-1].isalnum() and len(cells) == 2:
            label += ")" if label.islower() and not label[-1].isdigit() else "."
        look = second.look
        one = len(second.lines) == 1 or len(cells) > 2
        texts = (f"{label} {words}",) if one else (f"{label} {second.lines[0]}", *second.lines[1:])
        return list(paragraphs_of(texts, look, self.page))

    def _side_end(self, start: int, end: int) -> int:
        """Where a letterhead or signature block that begins at `start` ends."""
        closing = any(_CLOSING.match(cell.text) for cell in self.cells(start))
        split = self.cells(start)[1].column
        at = last = start + 1
        while at < end:
            cells = self.cells(at)
            if not closing and len(cells) == 1:
                cell = cells[0]
                beside = cell.column >= split or cell.column + cell.columns <= split
                if not beside or not (_OPENING.match(cell.text) or cell.column >= split):
                    break
            if any(_NOTE.match(cell.text) for cell in cells) and len(cells) == 1:
                break
            at += 1
            last = at
        return last

    def _side_by_side(self, start: int, end: int) -> Table:
        """One row with a cell for each column of the block, whose lines are its paragraphs."""
        widest = max((self.cells(at) for at in range(start, end)), key=len)
        starts = [cell.column for cell in widest]
        columns: list[list[Paragraph]] = [[] for _ in starts]
        for at in range(start, end):
            for cell in self.cells(at):
                side = max((i for i, column in enumerate(starts) if column <= cell.column), default=0)
                columns[side] += paragraphs_of(cell.lines, cell.look, self.page)
        cells = (Cell(tuple(paragraphs), number) for number, paragraphs in enumerate(columns))
        return Table((Row(tuple(cells), self.page),), borderless=True, page=self.page)


def _is_side(cells: list[Filled]) -> bool:
    """A row of a letterhead or of signatures: few cells, one of which has words that only stand there."""
    return 2 <= len(cells) <= _MOST_SIDES and any(
        _OPENING.match(line) or _CLOSING.match(line) for cell in cells for line in cell.lines
    )


def _is_head(cells: list[Filled]) -> bool:
    """A row that names columns: two or more short texts, and no figures."""
    if len(cells) < 2 or not all(cell.worded for cell in cells):
        return False
    if any(len(cell.text.split()) > _LONGEST_HEAD or cell.text.endswith(":") for cell in cells):
        return False
    named = sum(bool(_HEAD_WORDS.match(cell.text)) for cell in cells)
    first = bool(_HEAD_FIRST.match(cells[0].text))
    return (named + first >= 2) and (named + first) * 2 >= len(cells)
