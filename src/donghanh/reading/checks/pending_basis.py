"""pending_basis: the text itself waits for a rule that is not there yet."""

import re
from collections.abc import Iterator

from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument

_RULE = r"(?:HD|[Hh]ướng dẫn|văn bản|quy định|[Tt]hông tư|[Nn]ghị quyết|[Qq]uyết định|[Nn]ghị định|định mức|chính sách|tiêu chí|mức chi|[Kk]ế hoạch)"
_ABOVE = (
    r"(?:cấp trên|cấp có thẩm quyền|cấp tỉnh|[Tt]rung ương|TW|TƯ|[Tt]ỉnh|[Hh]uyện|Bộ|Sở|Chính phủ|Thủ tướng|Quốc hội"
    r"|HĐND|UBND (?:tỉnh|huyện|thành phố)|Tổng Liên đoàn|Hội (?:LHPN|Nông dân) (?:tỉnh|huyện|Việt Nam))(?!\w)"
)
_NEW = r"(?:mới|chính thức|thay thế|sửa đổi|bổ sung|thay đổi)"
_WAIT = r"(?<!\w)(?:[Đđ]ang\s+)?(?:[Cc]hờ|[Đđ]ợi)(?:\s+(?:khi\s+)?có)?\s+"
_WAITS = re.compile(
    # "chờ hướng dẫn mới", "Chờ HD 04 thay đổi", "chờ hướng dẫn của Sở"
    rf"{_WAIT}(?:{_RULE}\s+){{1,2}}(?:[^\W\d]+\s+){{0,3}}?(?:{_NEW}|của\s+{_ABOVE}|\d)[^.;()]*"
    # "Chờ tỉnh sửa đổi", "chờ Bộ Nông nghiệp ban hành tiêu chí"
    rf"|{_WAIT}{_ABOVE}[^.;()]{{0,50}}?\s(?:ban hành|sửa đổi|hướng dẫn|thay thế|bổ sung|điều chỉnh|phân bổ|giao vốn)[^.;()]*"
    # a note or a remark in brackets of its own: "Chờ hướng dẫn"
    rf"|(?:(?<=^)|(?<=;)|(?<=\())\s*{_WAIT}{_RULE}[^.;()]*"
    rf"|[Cc]hưa\s+(?:có|(?:được\s+)?ban hành)\s+(?:{_RULE}\s+){{1,2}}(?:[^\W\d]+\s+){{0,3}}?(?:{_NEW}|của\s+{_ABOVE})[^.;()]*"
    rf"|(?:(?:[Tt]hực hiện|[Tt]riển khai|[Áá]p dụng|[Cc]hi)\s+)?(?:[Ss]au khi|[Kk]hi)\s+(?:có|được)\s+(?:văn bản\s+)?"
    rf"(?:[Hh]ướng dẫn|quy định|[Nn]ghị quyết|[Tt]hông tư)\s+(?:{_NEW}|của\s+{_ABOVE})[^.;()]*"
    # "thực hiện sau khi Sở Y tế có văn bản hướng dẫn", "chi trả khi tỉnh ban hành định mức"
    rf"|(?:[Tt]hực hiện|[Tt]riển khai|[Áá]p dụng|[Cc]hi(?: trả)?)\s+(?:sau khi|khi)\s+{_ABOVE}[^.;()]{{0,50}}?\s"
    rf"(?:có|ban hành)\s+(?:các\s+)?{_RULE}[^.;()]*"
    # "Hiện chưa có thông tư hướng dẫn mức chi"; "nơi chưa có hướng dẫn thì ..." says what to do without
    r"|[Cc]hưa có\s+(?:[Tt]hông tư|[Nn]ghị định|[Nn]ghị quyết|[Qq]uyết định|văn bản)\s+(?:hướng dẫn|quy định)(?![^.;]{0,200}\sthì\s)[^.;()]*"
)
# Who does not wait: "không chờ", "trông chờ, ỷ lại"; what waits for no rule: "phòng chờ", "xếp hàng chờ".
_NOT_WAITING = re.compile(
    r"(?:trông|không|không được|không nên|đừng|tránh|phòng|xếp hàng|hàng|thay vì)\s+$", re.IGNORECASE
)


def find_waits(text: str) -> Iterator[tuple[int, int]]:
    """Where the text says that it waits for a rule: the range of each such wording."""
    for match in _WAITS.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        if not _NOT_WAITING.search(text[:start]):
            yield match.start(), match.start() + len(match[0].rstrip())


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    found = []
    for line in outline.lines_ahead():
        text = line.text.replace("\t", ";")
        for start, end in find_waits(text):
            words = text[start:end].strip()
            found.append(
                Finding(
                    "pending_basis",
                    "warning",
                    f"“{words}”: căn cứ chưa ban hành, việc này còn phải chờ.",
                    line.span(start, end),
                )
            )
    return found
