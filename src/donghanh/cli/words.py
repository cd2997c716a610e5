"""How values of a reading are said to a person at a terminal: the words and figures of official papers."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

KINDS = {
    "ke_hoach": "Kế hoạch",
    "huong_dan": "Hướng dẫn",
    "quyet_dinh": "Quyết định",
    "cong_van": "Công văn",
    "bao_cao": "Báo cáo",
    "thong_bao": "Thông báo",
    "chuong_trinh": "Chương trình",
    "phu_luc": "Phụ lục",
    "other": "Văn bản",
}
CYCLES = {
    "weekly": "Báo cáo tuần",
    "monthly": "Báo cáo tháng",
    "quarterly": "Báo cáo quý",
    "semiannual": "Báo cáo 6 tháng",
    "nine_month": "Báo cáo 9 tháng",
    "annual": "Báo cáo năm",
    "once": "Báo cáo một lần",
    "unspecified": "Báo cáo không định kỳ",
}
COMPARATORS = {"=": "", ">=": "ít nhất ", "<=": "không quá ", ">": "trên ", "<": "dưới "}
AMOUNT_KINDS = {"total": "tổng", "rate": "định mức", "cap": "mức tối đa"}
SEVERITIES = {"error": "Lỗi", "warning": "Cần xem", "info": "Nhận xét"}
FINDINGS = {
    "total_mismatch": "Tổng không khớp",
    "product_mismatch": "Phép nhân không khớp",
    "count_mismatch": "Số lượng không khớp",
    "duplicate_label": "Số mục bị trùng",
    "label_gap": "Số mục bị nhảy",
    "number_format": "Số viết sai dấu phân cách",
    "blank_number": "Số văn bản để trống",
    "blank_date": "Ngày tháng để trống",
    "ambiguous_deadline": "Thời hạn không rõ",
    "past_deadline": "Thời hạn trước ngày ban hành",
    "period_conflict": "Hai thời gian thực hiện khác nhau",
    "pending_basis": "Chờ hướng dẫn",
    "missing_lead": "Chưa ghi đơn vị thực hiện",
    "missing_targets": "Không có chỉ tiêu",
    "missing_budget": "Không nêu kinh phí",
    "missing_reporting": "Không có chế độ báo cáo",
    "abolished_unit": "Đơn vị hành chính không còn",
    "low_confidence_text": "Chữ khó đọc",
}

_YEARLY = re.compile(r"--(\d\d)-(\d\d)")


def plain(text: str) -> str:
    """One line without control characters: a document or a file name must not steer the terminal."""
    kept = (" " if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c for c in text)
    return " ".join("".join(kept).split())


def shorten(text: str, most: int = 160) -> str:
    """The beginning of a long text, cut between words."""
    text = plain(text)
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def number(value: float) -> str:
    """1.286 or 62,5."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return f"{value:,}".replace(",", " ").replace(".", ",").replace(" ", ".")


def money(value: int | None) -> str:
    return "số tiền chưa rõ" if value is None else f"{number(value)} đồng"


def day(value: str | None) -> str:
    """05/6/2026, or ngày 20/11 hằng năm; words stay as they are."""
    if value is None:
        return ""
    if yearly := _YEARLY.fullmatch(value):
        return f"{yearly[2]}/{_month(int(yearly[1]))} hằng năm"
    try:
        read = date.fromisoformat(value)
    except ValueError:
        return plain(value)
    return f"{read.day:02d}/{_month(read.month)}/{read.year}"


def _month(month: int) -> str:
    """A zero stands before January and February only."""
    return f"{month:02d}" if month <= 2 else str(month)


def period(value: Mapping[str, Any]) -> str:
    """A span of days, either end of which may be open; whole years by their number."""
    first, last = value.get("from"), value.get("to")
    if first and last and first.endswith("-01-01") and last.endswith("-12-31"):
        years = sorted({first[:4], last[:4]})
        return f"năm {years[0]}" if len(years) == 1 else f"từ năm {years[0]} đến năm {years[1]}"
    start, end = day(first), day(last)
    if start and end:
        return start if start == end else f"{start} – {end}"
    return f"từ {start}" if start else f"đến {end}" if end else ""


def joined(values: Sequence[str]) -> str:
    return "; ".join(plain(v) for v in values)


def section(identity: str | None) -> str:
    """ "IV/1/1.2" is mục IV.1.2; the second IV is mục IV (lần 2)."""
    if not identity:
        return ""
    words = ""
    for part in identity.split("/"):
        label, _, again = part.partition("#")
        label = label.strip(".)( ")
        last = words.rsplit(".", 1)[-1] if words else ""
        if last:
            label = label.removeprefix(f"{last}.")
        words = f"{words}.{label}" if words else label
        words += f" (lần {again})" if again else ""
    return f"mục {plain(words)}"
