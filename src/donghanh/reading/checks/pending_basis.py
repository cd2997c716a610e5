"""pending_basis: the text itself waits for a rule that is not there yet."""

import re

from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument

_RULE = r"(?:HD|hướng dẫn|văn bản|quy định|thông tư|nghị quyết|quyết định|nghị định|định mức|sửa đổi|bổ sung|thay đổi|thay thế|ban hành|phê duyệt|chỉ đạo|kế hoạch|chính sách|tiêu chí|mức chi|giao vốn|phân bổ)"
_WAITS = re.compile(
    rf"(?<!\w)(?:[Đđ]ang )?(?:[Cc]hờ|[Đđ]ợi)\s[^.;()]{{0,40}}?{_RULE}[^.;()]*"
    rf"|[Cc]hưa (?:có|ban hành|được ban hành)\s+(?:văn bản\s+)?(?:hướng dẫn|quy định|định mức|thông tư|nghị quyết)[^.;()]*"
    rf"|(?:[Tt]hực hiện|[Tt]riển khai|[Áá]p dụng|[Cc]hi)\s+(?:sau khi|khi)\s+(?:có|được)\s+[^.;()]{{0,20}}?(?:hướng dẫn|văn bản|quy định|nghị quyết|thông tư)[^.;()]*"
    rf"|(?:[Ss]au khi|[Kk]hi)\s+có\s+(?:văn bản\s+)?hướng dẫn\s+(?:mới|chính thức|thay thế|sửa đổi)[^.;()]*"
)


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    found = []
    for line in outline.frame.body:
        for match in _WAITS.finditer(line.text.replace("\t", ";")):
            words = match[0].strip()
            found.append(
                Finding(
                    "pending_basis",
                    "warning",
                    f"“{words}”: căn cứ chưa ban hành, việc này còn phải chờ.",
                    line.span(match.start(), match.start() + len(match[0].rstrip())),
                )
            )
    return found
