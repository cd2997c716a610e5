"""total_mismatch: sums that differ from what they are the sum of; only after the full sum."""

from donghanh.reading.checks.totals_in_prose import check_prose
from donghanh.reading.checks.totals_in_tables import check_tables
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    return [*check_tables(outline), *check_prose(outline)]
