"""What mutations are made of: a plan is a tree of frozen values, and a mutation returns a changed copy.

A mutation knows what it does to the reading, since the gold is made from the changed tree. It returns None
where the plan has nothing to change.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from .model import Fault, Item, Plan, Section, walk

Mutation = Callable[[Plan], Plan | None]


def map_texts(value: Any, change: Callable[[str], str]) -> Any:
    """A copy in which every string is changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(map_texts(part, change) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: map_texts(getattr(value, f.name), change) for f in fields(value)})
    return value


def map_parts(plan: Plan, change: Callable[[Any], Any]) -> Plan:
    """A copy in which every section, item and table is changed, from the leaves up; None drops it."""

    def visit(part: Any) -> Any:
        if isinstance(part, Section):
            part = replace(part, parts=tuple(p for p in map(visit, part.parts) if p is not None))
        elif isinstance(part, Item):
            part = replace(part, children=tuple(p for p in map(visit, part.children) if p is not None))
        return change(part)

    sections = tuple(p for p in map(visit, plan.sections) if p is not None)
    return replace(plan, sections=sections, loose=tuple(p for p in map(visit, plan.loose) if p is not None))


def once(plan: Plan, fits: Callable[[Any], bool], change: Callable[[Any], Any]) -> Plan | None:
    """The plan with the first part that fits changed; None where none does."""
    chosen = next((part for part in walk((*plan.loose, *plan.sections)) if fits(part)), None)
    if chosen is None:
        return None

    def visit(part: Any) -> Any:
        if part is chosen:
            return change(part)
        if isinstance(part, Section):
            return replace(part, parts=tuple(map(visit, part.parts)))
        if isinstance(part, Item):
            return replace(part, children=tuple(map(visit, part.children)))
        return part

    return replace(plan, sections=tuple(map(visit, plan.sections)), loose=tuple(map(visit, plan.loose)))


def add_to(plan: Plan, role: str, part: Item | Section) -> Plan | None:
    """The plan with a part put at the end of the last section of a role."""
    for index in range(len(plan.sections) - 1, -1, -1):
        chosen = plan.sections[index]
        if chosen.role == role and not chosen.run_in:
            changed = replace(chosen, parts=(*chosen.parts, part))
            return replace(plan, sections=(*plan.sections[:index], changed, *plan.sections[index + 1 :]))
    return None


def undated(plan: Plan) -> Plan:
    """The plan without a date of its own, against which no deadline can be past."""

    def change(part: Any) -> Any:
        if not isinstance(part, Item):
            return part
        kept = tuple(
            fact for fact in part.facts if not (isinstance(fact, Fault) and fact.code == "past_deadline")
        )
        return replace(part, facts=kept)

    return replace(map_parts(plan, change), issued_on=None)
