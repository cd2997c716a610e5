"""What a new reading changes in an old one, as lines for a person."""

from collections.abc import Iterator, Mapping
from typing import Any

from donghanh.cli import words
from donghanh.reading.compare import Change, Sort, compare

_LISTS = {
    "document": "Thể thức",
    "legal_bases": "Văn bản căn cứ",
    "sections": "Mục",
    "targets": "Chỉ tiêu",
    "activities": "Hoạt động",
    "amounts": "Kinh phí",
    "allocations": "Chỉ tiêu phân bổ",
    "responsibilities": "Trách nhiệm",
    "reporting": "Chế độ báo cáo",
    "places": "Địa danh",
    "findings": "Chỗ cần xem lại",
}
_SORTS = {Sort.ADDED: "thêm", Sort.REMOVED: "bớt", Sort.CHANGED: "đổi", Sort.KEPT: "giữ (người đã xác nhận)"}
_FIELDS = {
    "kind": "loại", "number": "số", "issued_on": "ngày", "issuer": "nơi ban hành", "title": "tên", "programme": "chương trình",
    "period": "thời gian", "signatory": "người ký", "recipients": "nơi nhận", "annex_of": "phụ lục của", "opening": "phần mở đầu",
    "closing": "phần kết", "header": "đầu văn bản", "footer": "cuối văn bản", "id": "vị trí", "label": "số mục", "role": "vai trò",
    "parent": "mục cha", "body": "nội dung", "text": "nguyên văn", "quantity": "số lượng", "unit": "đơn vị", "comparator": "so sánh",
    "per": "tính cho", "section": "mục", "lead": "chủ trì", "partners": "phối hợp", "note": "ghi chú", "value": "số tiền",
    "of": "chia gì", "units": "đơn vị", "request": "đề nghị", "duties": "nhiệm vụ", "cycle": "kỳ", "due": "hạn", "from": "nơi gửi",
    "to": "nơi nhận", "via": "qua", "name": "tên", "level": "cấp", "within": "thuộc", "today": "nay là", "code": "loại",
    "severity": "mức", "message": "nội dung",
}  # fmt: skip
_NAMED_BY = ("text", "title", "unit", "units", "number", "name", "message")


def lines(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """One line a difference, those of a changed fact's fields below it; the last line counts."""
    changes = compare(old, new)
    for change in changes:
        yield _line(change)
        if change.name == "document" or change.sort in (Sort.CHANGED, Sort.KEPT):
            for field in change.fields:
                yield f"    {_FIELDS.get(field.name, field.name)}: {_value(field.old)} → {_value(field.new)}"
    counts = {sort: sum(change.sort is sort for change in changes) for sort in Sort}
    said = ", ".join(f"{_SORTS[sort]} {words.number(n)}" for sort, n in counts.items() if n)
    yield f"So với bản đọc cũ: {said}." if said else "Không khác bản đọc cũ."


def _line(change: Change) -> str:
    paper = f" (văn bản thứ {change.paper + 1} trong tệp)" if change.paper else ""
    head = f"{_LISTS[change.name]}{paper}: {_SORTS[change.sort]}"
    fact = change.old if change.new is None else change.new
    if change.name == "document" or fact is None:
        return head
    name = next((fact[key] for key in _NAMED_BY if fact.get(key)), "")
    return f"{head} – {_value(name)}"


def _value(value: Any) -> str:
    if value is None or value == "" or value == []:
        return "trống"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int | float):
        return words.number(value)
    if isinstance(value, Mapping):
        return (
            ", ".join(f"{_FIELDS.get(k, k)} {_value(v)}" for k, v in value.items() if v is not None)
            or "trống"
        )
    if isinstance(value, list | tuple):
        return words.shorten("; ".join(_value(each) for each in value))
    return words.shorten(str(value))
