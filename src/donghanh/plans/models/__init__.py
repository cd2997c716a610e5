"""Plans as live work: what is to be done, who leads and helps, where to, by when; whose they are and how they stand.

Whatever came out of a paper keeps where it stands there (`source`); a plan typed by hand has none. Whom a plan names
stands once in it, as a `Party` with its units, however many items name it: a plan for all communes of the country stores
its items and its communes, not the one times the other (docs/adr/0027).
"""

from donghanh.plans.models.answers import Answer
from donghanh.plans.models.feeds import Feed
from donghanh.plans.models.holds import Hold
from donghanh.plans.models.parties import Party, PartyUnit
from donghanh.plans.models.parts import Amount, Assignment, Basis, Duty, Item, PlanPart, Share, Target
from donghanh.plans.models.plan import IN_FORCE, PUBLISHED, WRITTEN, Plan, PlanQuerySet, Programme, State

__all__ = [
    "IN_FORCE", "PUBLISHED", "WRITTEN", "Amount", "Answer", "Assignment", "Basis", "Duty", "Feed", "Hold", "Item", "Party",
    "PartyUnit", "Plan", "PlanPart", "PlanQuerySet", "Programme", "Share", "State", "Target",
]  # fmt: skip
