"""Facts to findings: one check for each kind of finding. Nothing is repaired in silence; a person decides."""

from collections.abc import Callable

from donghanh.reading.checks import (
    abolished_unit,
    ambiguous_deadline,
    blanks,
    count_mismatch,
    labels,
    low_confidence_text,
    missing_lead,
    missing_parts,
    number_format,
    past_deadline,
    pending_basis,
    period_conflict,
    product_mismatch,
    total_mismatch,
)
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument

Check = Callable[[Outline, PlanDocument], list[Finding]]

CHECKS: tuple[Check, ...] = (
    labels.check,
    total_mismatch.check,
    product_mismatch.check,
    count_mismatch.check,
    number_format.check,
    blanks.check,
    ambiguous_deadline.check,
    past_deadline.check,
    period_conflict.check,
    pending_basis.check,
    missing_lead.check,
    missing_parts.check,
    abolished_unit.check,
    low_confidence_text.check,
)


def check_plan(outline: Outline, plan: PlanDocument) -> list[Finding]:
    """All findings, in the order of the text; those about the whole paper come first."""
    found = [finding for check in CHECKS for finding in check(outline, plan)]
    return sorted(found, key=lambda f: (f.source.start, f.code))
