"""Marks and labels at the head of a line: "-", "+", "•", "1.", "1.1.", "a)", "II."."""

import re

_MARK = re.compile(
    r"^(?:[-–—+*•●○◦▪■□◻❑➢✓❖→➔·]\s*(?=\S)"
    r"|\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s+(?=\S)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\s+(?=\D)"
    r"|[IVXLC]{1,6}(?:\.\d{1,2}){0,2}[.)]\s*(?=\S)"
    r"|[A-ZĐa-zđ][.)]\s+(?=\S)"
    r"|(?:Điều|Chương|Mục|Phần|Phụ lục|Biểu)\s+[\dIVX]+\b)"
)
_ALONE = re.compile(r"^(?:[-–—+*•●○◦▪■□◻❑➢✓❖→➔·]|[\dIVXLC]{1,4}(?:\.\d{1,2}){0,3}[.)]?|[A-ZĐa-zđ][.)])$")
_RANGE = re.compile(r"^[-–—]\s*\d")
_TORN = re.compile(r"(?:\d|[-–—/(,]|\b(?:số|ngày|tháng|năm|điểm|khoản|điều|mục|từ|đến|và|của|với))$")


def mark_width(text: str) -> int:
    """How many characters the mark at the head of a line takes; 0 where there is none."""
    found = _MARK.match(text)
    return found.end() if found else 0


def is_mark_alone(text: str) -> bool:
    """A mark that a tab has parted from its text."""
    return _ALONE.match(text) is not None


def only_looks_marked(before: str, text: str) -> bool:
    """The mark belongs to the sentence of the line before: "giai đoạn 2021" / "- 2025"."""
    if _RANGE.match(text):
        return before[-1:].isdigit()
    return _TORN.search(before) is not None and not text.startswith(("-", "+", "*", "•"))
