"""Kinds of official documents, their names and the references that cite them.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, and the symbols seen in papers of the Party, the National
Assembly and mass organisations (05-CT/TW, 91/2025/QH15, 06/CTrPH/HLHPNHN-BĐBPKT).
"""

import re

from donghanh.vietnam.letters import UPPER

# Names as they head a paper, longest first, with the schema's kind.
HEADINGS: tuple[tuple[str, str], ...] = (
    ("KẾ HOẠCH PHỐI HỢP", "ke_hoach"),
    ("KẾ HOẠCH LIÊN TỊCH", "ke_hoach"),
    ("KẾ HOẠCH HÀNH ĐỘNG", "ke_hoach"),
    ("KẾ HOẠCH CÔNG TÁC", "ke_hoach"),
    ("KẾ HOẠCH LIÊN NGÀNH", "ke_hoach"),
    ("KẾ HOẠCH", "ke_hoach"),
    ("HƯỚNG DẪN LIÊN TỊCH", "huong_dan"),
    ("HƯỚNG DẪN LIÊN NGÀNH", "huong_dan"),
    ("HƯỚNG DẪN", "huong_dan"),
    ("QUYẾT ĐỊNH", "quyet_dinh"),
    ("BÁO CÁO", "bao_cao"),
    ("THÔNG BÁO", "thong_bao"),
    ("CHƯƠNG TRÌNH PHỐI HỢP HOẠT ĐỘNG", "chuong_trinh"),
    ("CHƯƠNG TRÌNH PHỐI HỢP", "chuong_trinh"),
    ("CHƯƠNG TRÌNH HÀNH ĐỘNG", "chuong_trinh"),
    ("CHƯƠNG TRÌNH CÔNG TÁC", "chuong_trinh"),
    ("CHƯƠNG TRÌNH", "chuong_trinh"),
    ("PHỤ LỤC", "phu_luc"),
    ("CÔNG VĂN", "cong_van"),
    ("NGHỊ QUYẾT", "other"),
    ("CHỈ THỊ", "other"),
    ("KẾT LUẬN", "other"),
    ("QUY CHẾ PHỐI HỢP", "other"),
    ("QUY CHẾ", "other"),
    ("QUY ĐỊNH", "other"),
    ("ĐỀ ÁN", "other"),
    ("PHƯƠNG ÁN", "other"),
    ("TỜ TRÌNH", "other"),
    ("BIÊN BẢN", "other"),
    ("THỂ LỆ", "other"),
    ("GIẤY MỜI", "other"),
)

# Kinds as a text cites them: "Quyết định số …", "Chương trình phối hợp hoạt động số …".
CITED_KINDS = (
    "Nghị quyết liên tịch", "Thông tư liên tịch", "Kế hoạch phối hợp", "Kế hoạch liên tịch", "Kế hoạch liên ngành",
    "Chương trình phối hợp hoạt động", "Chương trình phối hợp", "Chương trình hành động", "Chương trình công tác",
    "Chương trình liên tịch", "Quy chế phối hợp", "Hướng dẫn liên ngành", "Hướng dẫn liên tịch", "Văn bản hợp nhất",
    "Nghị quyết", "Nghị định", "Quyết định", "Kế hoạch", "Hướng dẫn", "Thông tư", "Thông báo", "Công văn", "Chỉ thị",
    "Kết luận", "Chương trình", "Quy chế", "Quy định", "Luật", "Bộ luật", "Pháp lệnh", "Đề án", "Dự án", "Tờ trình",
    "Báo cáo", "Công điện", "Văn bản", "Phương án", "Điều lệ", "Biên bản", "Thông tri", "Thỏa thuận", "Giấy mời",
)  # fmt: skip

# The kind that the letters behind a number name.
SYMBOL_KINDS = {
    "QĐ": "Quyết định", "KH": "Kế hoạch", "TTr": "Tờ trình", "TT": "Thông tư", "NQ": "Nghị quyết", "CT": "Chỉ thị",
    "CTr": "Chương trình", "HD": "Hướng dẫn", "CV": "Công văn", "BC": "Báo cáo", "TB": "Thông báo", "NĐ": "Nghị định",
    "KL": "Kết luận", "ĐA": "Đề án", "QC": "Quy chế",
}  # fmt: skip

# Symbols that a reference may carry without a hyphen: 12/KH, 91/2025/QH15.
_TYPE_SYMBOLS = (
    r"NQLT|NQ|QĐ|CT|QC|QCPH|QyĐ|QĐi|TC|TB|HD|HDLN|HDLT|CTr|CTrPH|CTPH|KHPH|KHLT|KHLN|KH|PA|ĐA|DA|BC|BB|TTr|HĐ|CĐ|TT|TTLT|NĐ"
    r"|KL|CV|L|QH\d{1,2}|UBTVQH\d{1,2}|VBHN|LT|PL"
)
_LETTERS = rf"[{UPPER}][^\W\d_]*\d{{0,2}}"
REFERENCE = re.compile(
    rf"(?<![\w/.,-])(?P<number>\d{{1,5}}[a-z]?)\s?(?P<rest>"
    rf"(?:/\s?\d{{4}})?\s?/\s?{_LETTERS}(?:\s?[-–/.&]\s?{_LETTERS})*"
    rf"|\s?-\s?(?:{_TYPE_SYMBOLS})\s?/\s?{_LETTERS}(?:\s?[-–/]\s?{_LETTERS})*)"
    r"(?![\w])"
)
_KNOWN = re.compile(rf"(?:/|-)\s?(?:{_TYPE_SYMBOLS})(?![\wĐđ])|[A-ZĐ]{{1,12}}\s?[-–]\s?[A-ZĐ]{{2,12}}|/TW")


def is_reference(match: re.Match[str], before: str) -> bool:
    """Whether what looks like a reference is one: it bears a known symbol, or "số" stands before it."""
    return bool(_KNOWN.search(match["rest"])) or bool(re.search(r"\bsố\s*:?\s*$", before, re.IGNORECASE))


def heading_kind(words: str) -> tuple[str, str, str] | None:
    """The kind of paper whose name heads these words: (name, kind, the words after it), None if none does.

    The name stands in capitals: "Kế hoạch này ..." in running text is none.
    """
    text = re.sub(r"\s+", " ", words).strip(" *_")
    for name, kind in HEADINGS:
        if text.startswith(name) and not text[len(name) : len(name) + 1].isalpha():
            return name, kind, text[len(name) :].strip()
    return None
