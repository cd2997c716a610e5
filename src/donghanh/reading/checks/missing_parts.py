"""missing_targets, missing_budget, missing_reporting: what a paper of its kind should have and lacks, once each."""

from donghanh.reading.nodes import Role
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument
from donghanh.reading.source import Span

_MESSAGES = {
    "missing_targets": "Kế hoạch không có chỉ tiêu nào để đo kết quả.",
    "missing_budget": "Kế hoạch không nêu kinh phí: không có mục kinh phí, không có số tiền.",
    "missing_reporting": "Văn bản không yêu cầu ai báo cáo, không có thời hạn báo cáo.",
}


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    """What the paper lacks of the parts that its genre should have."""
    place = outline.frame.title[0].span() if outline.frame.title else Span(0, 0)
    budget = plan.amounts or any(s.role is Role.BUDGET for s in plan.sections)
    there = {
        "missing_targets": plan.targets,
        "missing_budget": budget,
        "missing_reporting": plan.reporting,
    }
    return [Finding(code, "info", _MESSAGES[code], place) for code in outline.genre.misses if not there[code]]
