"""low_confidence_text: pages of a scan that were recognised with so little confidence that a person must look."""

from collections import Counter

from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument
from donghanh.reading.source import Line

# A page is told where this share of its words is doubtful. Measured on the plans of the corpus: 0.028 at most on
# clean pages of 300 dpi and on stamped, askew, noisy ones of 200 dpi; 0.049 at least on faxes of 150 dpi.
DOUBTFUL_SHARE = 0.04
# Of the few words on the page of a signature, the stamp alone makes four doubtful.
_LEAST = 6
_MOST_NAMED = 8


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    """One finding for the paper, at the first doubtful words of the pages that are told; none where none are."""
    doubtful: dict[int | None, list[tuple[Line, int, int]]] = {}
    words: Counter[int | None] = Counter()
    for line in outline.source.lines:
        words[line.page] += len(line.text.split())
        doubtful.setdefault(line.page, []).extend((line, *place) for place in line.uncertain)
    told = [
        place
        for page, places in doubtful.items()
        if len(places) >= _LEAST and len(places) > DOUBTFUL_SHARE * words[page]
        for place in places
    ]
    if not told:
        return []
    named = ", ".join(f"“{line.text[start:end]}”{_page(line)}" for line, start, end in told[:_MOST_NAMED])
    more = f" và {len(told) - _MOST_NAMED} chỗ khác" if len(told) > _MOST_NAMED else ""
    message = f"Bản quét không rõ, có {len(told)} chỗ đọc không chắc: {named}{more}. "
    message += "Hãy đối chiếu với bản gốc, hoặc quét lại ở 300 dpi rồi gửi."
    line, start, end = told[0]
    return [Finding("low_confidence_text", "warning", message, line.span(start, end))]


def _page(line: Line) -> str:
    return f" (trang {line.page})" if line.page is not None else ""
