"""Blocks to facts: one extractor for each list of the form, in the order in which they build on each other."""

from collections.abc import Callable
from typing import Any

from donghanh.reading.blocks import Doubt
from donghanh.reading.extractors import (
    activities,
    allocations,
    amounts,
    document,
    legal_bases,
    places,
    reporting,
    responsibilities,
    sections,
    targets,
)
from donghanh.reading.outline import Outline
from donghanh.reading.plan import DocumentFacts, PlanDocument

Extractor = Callable[[Outline, PlanDocument], tuple[list[Any], list[Doubt]]]

# The list of the form that each one fills.
EXTRACTORS: tuple[tuple[str, Extractor], ...] = (
    ("legal_bases", legal_bases.extract),
    ("sections", sections.extract),
    ("targets", targets.extract),
    ("activities", activities.extract),
    ("amounts", amounts.extract),
    ("allocations", allocations.extract),
    ("responsibilities", responsibilities.extract),
    ("reporting", reporting.extract),
    ("places", places.extract),
)


def extract_plan(outline: Outline, parent: DocumentFacts | None = None) -> PlanDocument:
    """Every list of the form from one outline; what could not be settled stands in `doubts`.

    parent: the paper in the same file that this one was issued with.
    """
    facts, doubts = document.extract(outline, parent)
    plan = PlanDocument(facts, doubts=list(doubts))
    for name, extractor in EXTRACTORS:
        found, unsettled = extractor(outline, plan)
        setattr(plan, name, found)
        plan.doubts += unsettled
    return plan
