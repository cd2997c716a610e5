"""Which part of a page is the document: from its letterhead to its signature and annexes.

Nothing between the first and the last sign of the document is ever left out. Around them, what is called
or looks like furniture goes; where that cannot be told, it stays and a doubt says so.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from donghanh.reading.blocks import Doubt, Table
from donghanh.reading.formats.html.story import LINKED, Item

_MOTTO = re.compile(r"cộng h(?:òa|oà) xã hội chủ nghĩa việt nam$|đảng cộng sản việt nam$", re.IGNORECASE)
_KIND = re.compile(
    r"(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|HƯỚNG DẪN|CÔNG VĂN|THÔNG BÁO|TỜ TRÌNH|BÁO CÁO|ĐỀ ÁN|NGHỊ QUYẾT"
    r"|CHỈ THỊ|PHƯƠNG ÁN|QUY CHẾ|THỂ LỆ|KẾ HOẠCH (?:PHỐI HỢP|LIÊN TỊCH))(?: SỐ.*)?$"
)
_TITLE = re.compile(
    r"(?:kế hoạch|quyết định|chương trình|hướng dẫn|công văn|thông báo|đề án|phương án|v/v)\b", re.IGNORECASE
)
_ANNEX_TITLE = re.compile(r"(?:PHỤ LỤC|PHỤ BIỂU|BIỂU MẪU|DANH SÁCH|DỰ TOÁN|KHUNG KẾ HOẠCH)\b")
_OPENING = re.compile(r"(?:Căn cứ|Thực hiện|Kính gửi|KÍNH GỬI|Số\s*:\s*.*/)")
_FIRST_PART = re.compile(r"(?:I|A|1|PHẦN I|Phần I)\s*[./)-]\s*\S")
_RECIPIENTS = re.compile(r"nơi nhận\b", re.IGNORECASE)
_SIGNING = re.compile(r"(?:TM|T/M|KT|TL|TUQ|Q)\.\s*\S")
_LABELLED = re.compile(r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])\s*[./)]\s*\S|[-+•]\s*\S")
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|BIỂU|Biểu|MẪU|Mẫu|DANH SÁCH|DỰ TOÁN|KHUNG KẾ HOẠCH)\b")
_LETTERHEAD = re.compile(r"Số\s*:|Số\s.{0,12}/|\W*$|[^:]{3,60}, ngày\b|V/v\b|\*")
_SIGNED = re.compile(
    r"(?:TM|T/M|KT|TL|TUQ|Q)\.|\(?đã ký\)?$|chủ tịch|phó chủ tịch|trưởng|bí thư|giám đốc|thủ trưởng"
    r"|- |\+ |như (?:trên|kính gửi)|lưu\b|nơi nhận",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?:[A-ZĐÀ-Ỹ][\w]*\.? ){1,5}[A-ZĐÀ-Ỹ][\w]*$")
_PAGE_WORDS = re.compile(
    r"(?:các )?(?:tin|bài|văn bản|bài viết|tin tức) (?:liên quan|khác|cùng|mới|đã đưa|đọc nhiều|cũ|bị|căn cứ)"
    r"|bình luận|ý kiến (?:bạn đọc|của bạn)|gửi (?:bình luận|ý kiến|email|cho bạn)|chia sẻ|lượt (?:xem|truy cập|đọc)"
    r"|tải (?:về|xuống|văn bản|file|tệp)|(?:tệp|file|tập tin) (?:đính kèm|nội dung)|bản quyền|©|copyright"
    r"|tác giả\s*:|nguồn\s*:|in (?:trang|bài|văn bản|ấn)|quay lại|về (?:đầu )?trang|trang (?:chủ|trước|sau)"
    r"|đánh giá|từ khóa|tags?\s*:|thuộc tính|ngày (?:đăng|cập nhật)|cập nhật(?: lúc| ngày)?\s*:|cỡ chữ|xem (?:thêm|với)"
    r"|lược đồ|toàn văn|bản pdf|vb (?:gốc|liên quan)|văn bản gốc|đăng (?:ký|nhập)|tìm kiếm|thống kê",
    re.IGNORECASE,
)
_PROPERTY = re.compile(
    r"(?:số(?:[ /,-]*(?:và )?ký hiệu| hiệu| văn bản)|ngày (?:ban hành|văn bản|ký|hiệu lực|có hiệu lực|hết hiệu lực|đăng)"
    r"|loại văn bản|hình thức văn bản|cơ quan ban hành|đơn vị ban hành|người ký|chức vụ|trích yếu|lĩnh vực|phạm vi"
    r"|tình trạng(?: hiệu lực)?|tệp đính kèm|file đính kèm|nguồn thu thập|ngành|thông tin áp dụng)\b",
    re.IGNORECASE,
)
_LETTERHEAD_LINES = 12
_FEWEST_PROPERTIES = 3
_TITLE_REACH = 12
_LONG = 200
"""Letters from which words around the document are more than a label and kept."""

_UNSURE = Doubt(
    "page_furniture",
    "Không xác định được chắc chắn đâu là văn bản trong trang web; đã giữ cả phần xung quanh. "
    "Hãy kiểm tra và bỏ những dòng không thuộc văn bản.",
)


@dataclass(frozen=True, slots=True)
class _Strip:
    """One item as far as its place is concerned. furniture: by name, by its links, or a table of properties."""

    lines: tuple[str, ...]
    furniture: bool
    linked: bool
    heading: bool

    @property
    def length(self) -> int:
        return sum(map(len, self.lines))

    def has(self, pattern: re.Pattern[str]) -> bool:
        return any(pattern.match(line) for line in self.lines)

    @property
    def is_label(self) -> bool:
        """Whether it only says something about the page."""
        return self.furniture or self.linked or self.has(_PAGE_WORDS) or self.has(_PROPERTY)


def document_items(items: Sequence[Item]) -> tuple[list[int], tuple[Doubt, ...]]:
    """Which of `items` are the document, by index, and what could not be told."""
    strips = [_strip(item) for item in items]
    everything = list(range(len(items)))
    if not any(strip.furniture or strip.linked for strip in strips):
        return everything, ()
    first = _first(strips)
    if first is None:
        return [i for i in everything if not strips[i].furniture] or everything, (_UNSURE,)
    begin, is_certain = first
    title = [] if is_certain else _title(strips, begin)
    end = _end(strips, begin)
    kept = [i for i in range(begin) if i in title or (not is_certain and _is_more(strips[i]))]
    after, is_told = _behind(strips, end)
    doubts = () if is_told and len(kept) == len(title) else (_UNSURE,)
    return [*kept, *range(begin, end + 1), *after], doubts


def _strip(item: Item) -> _Strip:
    lines = tuple(paragraph.text for paragraph in item.paragraphs())
    if isinstance(item.body, Table):
        properties = sum(bool(_PROPERTY.match(line)) for line in lines)
        is_signed = any(_MOTTO.search(line) or _RECIPIENTS.match(line) for line in lines)
        return _Strip(
            lines, item.furniture or (properties >= _FEWEST_PROPERTIES and not is_signed), False, False
        )
    letters = sum(len(text.strip()) for text, _ in item.body.pieces)
    linked = sum(len(text.strip()) for text, flags in item.body.pieces if flags & LINKED)
    return _Strip(lines, item.furniture, linked * 2 > letters, item.body.setting.heading is not None)


def _first(strips: Sequence[_Strip]) -> tuple[int, bool] | None:
    """Where the document begins and whether that is certain; None where nothing tells."""
    for pattern in (_MOTTO, _KIND, _ANNEX_TITLE):
        for usual in (True, False):  # a page may have put all of the document into what is called a banner
            for i, strip in enumerate(strips):
                if not strip.linked and not (usual and strip.furniture) and strip.has(pattern):
                    return _up(strips, i, _LETTERHEAD_LINES, _is_letterhead), True
    for pattern in (_OPENING, _FIRST_PART):
        for i, strip in enumerate(strips):
            if not strip.is_label and strip.has(pattern):
                return _up(strips, i, i, lambda _: True), False
    return None


def _up(strips: Sequence[_Strip], first: int, most: int, belongs: Callable[[_Strip], bool]) -> int:
    """Up over what belongs to the document, to the first label of the page."""
    for i in range(first - 1, max(-1, first - most - 1), -1):
        if strips[i].is_label or not belongs(strips[i]):
            break
        first = i
    return first


def _is_letterhead(strip: _Strip) -> bool:
    """Whether something looks like the issuer, number, date or subject over a title, with or without a table."""
    return strip.length <= _LONG * 2 and (
        strip.has(_LETTERHEAD) or " ".join(strip.lines).isupper() or not strip.length
    )


def _title(strips: Sequence[_Strip], begin: int) -> list[int]:
    """The heading of the page where the document itself does not say what it is."""
    for i in range(begin - 1, max(-1, begin - _TITLE_REACH), -1):
        if strips[i].heading and strips[i].has(_TITLE) and not strips[i].linked:
            return [i]
    return []


def _end(strips: Sequence[_Strip], begin: int) -> int:
    """The last strip that surely belongs to the document."""
    usable = [i for i in range(begin, len(strips)) if not strips[i].is_label]
    for pattern in (_RECIPIENTS, _SIGNING, _LABELLED):
        found = [i for i in usable if strips[i].has(pattern)]
        if found:
            return _past_signature(strips, found[-1])
    return usable[-1] if usable else begin


def _past_signature(strips: Sequence[_Strip], last: int) -> int:
    for i in range(last + 1, len(strips)):
        strip = strips[i]
        is_signed = all(_SIGNED.match(line) or line.isupper() or _PERSON.match(line) for line in strip.lines)
        if strip.is_label or not is_signed:
            break
        last = i
    return last


def _behind(strips: Sequence[_Strip], end: int) -> tuple[list[int], bool]:
    """What follows the signature and is kept: annexes; and whether all the rest could be told.

    The document goes on up to the first label of the page; behind that only with an annex.
    """
    kept: list[int] = []
    is_told, goes_on = True, True
    for i in range(end + 1, len(strips)):
        strip = strips[i]
        if strip.is_label:
            goes_on = False
        elif strip.has(_ANNEX):
            goes_on = True
        elif not goes_on and _is_more(strip):
            is_told = False
        elif not goes_on:
            continue
        if not strip.is_label:
            kept.append(i)
    return kept, is_told


def _is_more(strip: _Strip) -> bool:
    return not strip.is_label and strip.length > _LONG
