"""missing_targets, missing_budget, missing_reporting: what a plan should have and lacks, once for the paper."""

from donghanh.reading.nodes import Role
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument
from donghanh.reading.source import Span

_PLANS = ("ke_hoach", "chuong_trinh", "huong_dan", "other")


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    """None of the three for an annex; an official letter needs neither targets nor a budget."""
    found = []
    place = outline.frame.title[0].span() if outline.frame.title else Span(0, 0)
    kind = plan.document.kind
    if kind == "other" and outline.frame.kind_line is None and any(line.cells for line in outline.frame.body):
        return []  # a table under its title: a budget, a quota; it is no whole plan
    if kind in _PLANS and not plan.targets:
        found.append(
            Finding("missing_targets", "info", "Kế hoạch không có chỉ tiêu nào để đo kết quả.", place)
        )
    if kind in _PLANS and not plan.amounts and not any(s.role is Role.BUDGET for s in plan.sections):
        found.append(
            Finding(
                "missing_budget",
                "info",
                "Kế hoạch không nêu kinh phí: không có mục kinh phí, không có số tiền.",
                place,
            )
        )
    if kind in (*_PLANS, "cong_van") and not plan.reporting:
        found.append(
            Finding(
                "missing_reporting",
                "info",
                "Văn bản không yêu cầu ai báo cáo, không có thời hạn báo cáo.",
                place,
            )
        )
    return found
