"""Which facts the words of a plan leave to its lists.

A body may be empty because its heading has others below it, whose words say what the lists name it for, or because
nobody has written its words: then the lists alone say what stands there.
"""

from msgspec.structs import replace

from donghanh.writing.plan.form import Plan, Section
from donghanh.writing.plan.said import Said


def has_words(plan: Plan) -> bool:
    """Whether the plan brings words of its own: bodies, or where it has no headings, an opening."""
    if plan.sections:
        return any(section.body for section in plan.sections)
    return bool(plan.document.opening)


def is_verbatim(plan: Plan) -> bool:
    """Whether its words say all that is to be written; of `left_to_lists`, no list may name an empty body."""
    if not has_words(plan) or any(section.body is None for section in plan.sections):
        return False
    empty = _empty(plan)
    lists = (plan.targets, plan.activities, plan.amounts, plan.responsibilities)
    return not any(one.section in empty for entries in lists for one in entries)


def left_to_lists(plan: Plan) -> Plan:
    """The plan without what its lists say of empty bodies and its words say elsewhere."""
    empty = _empty(plan)
    if not empty or not has_words(plan):
        return plan
    said = Said()
    said.add(*(plan.document.opening or ()), *(plan.document.closing or ()))
    for section in plan.sections:
        said.add(section.title, *(section.body or ()))

    def told(section: str | None, *texts: str) -> bool:
        return section in empty and all(map(said.holds, texts))

    return replace(
        plan,
        targets=tuple(one for one in plan.targets if not told(one.section, one.text)),
        activities=tuple(one for one in plan.activities if not told(one.section, one.text)),
        amounts=tuple(one for one in plan.amounts if not told(one.section, one.text)),
        responsibilities=tuple(
            one for one in plan.responsibilities if not told(one.section, *(one.duties or one.units))
        ),
    )


def _empty(plan: Plan) -> set[str | None]:
    return {section.id for section in plan.sections if _is_empty(section)}


def _is_empty(section: Section) -> bool:
    return section.body is not None and not any(section.body)
