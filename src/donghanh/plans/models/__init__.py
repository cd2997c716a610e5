"""Plans as live work: what is to be done, who leads and helps, where to, by when; whose they are and how they stand.

Whatever came out of a paper keeps where it stands there (`source`); a plan typed by hand has none. Whom a plan names
stands once in it, as a `Party` with its units, however many items name it: a plan for all communes of the country stores
its items and its communes, not the one times the other (docs/adr/0027).
"""

from donghanh.plans.models.answers import Answer
from donghanh.plans.models.feeds import Feed
from donghanh.plans.models.holds import Hold
from donghanh.plans.models.indicators import Indicator
from donghanh.plans.models.life import (
    DocumentNumber,
    NumberBook,
    NumberQuerySet,
    Opening,
    PlanStep,
    SignedOriginal,
    UnitSymbol,
)
from donghanh.plans.models.parties import Party, PartyUnit
from donghanh.plans.models.parts import Amount, Assignment, Basis, Duty, Item, PlanPart, Share, Target
from donghanh.plans.models.plan import IN_FORCE, PUBLISHED, WRITTEN, Plan, PlanQuerySet, State
from donghanh.plans.models.programmes import Phase, Programme

__all__ = [
    "IN_FORCE", "PUBLISHED", "WRITTEN", "Amount", "Answer", "Assignment", "Basis", "DocumentNumber", "Duty", "Feed",
    "Hold", "Indicator", "Item", "NumberBook", "NumberQuerySet", "Opening", "Party", "PartyUnit", "Phase", "Plan",
    "PlanPart", "PlanQuerySet", "PlanStep", "Programme", "Share", "SignedOriginal", "State", "Target", "UnitSymbol",
]  # fmt: skip
