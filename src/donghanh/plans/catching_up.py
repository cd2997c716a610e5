"""A higher plan was amended: what that means for a plan that was made from it, taken over or left part by part.

What the unit wrote itself stays: a change is that of the higher plan, from the version from which the unit began to the
one in force, both as they concern the unit. Once all is decided, the plan carries the newer one out.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404

from donghanh.accounts.models import User
from donghanh.audit.services import record
from donghanh.plans import cascade, editing
from donghanh.plans.comparing import CAME, GONE, Difference, Part, compare, said_of
from donghanh.plans.content import Content, Goal, Work, content_of
from donghanh.plans.desk import hold_written
from donghanh.plans.models import IN_FORCE, PUBLISHED, Item, Plan
from donghanh.plans.parts import KINDS, values_of

_OFFERED = frozenset({"activity", "task", "target"})
_MOST_AMENDED = 50


def newest(plan: Plan) -> Plan | None:
    """The plan in force that replaced the one from which a plan was made; None where that is in force still."""
    found, above = None, plan.above_id
    for _ in range(_MOST_AMENDED):
        later = Plan.objects.filter(amends=above, state__in=PUBLISHED).order_by("-pk").first()
        if later is None:
            break
        found, above = later, later.pk
    return found if found is not None and found.state in IN_FORCE else None


def differences(plan: Plan) -> list[Difference]:
    """What came, went and changed for a plan's unit in the higher plan and is not decided yet."""
    later = newest(plan)
    return _open(plan, later) if later is not None else []


def decide(user: User, pk: int, mark: str, *, take: bool, ip: str | None = None) -> None:
    """Take one difference over, or leave the plan as it is in this. mark: of the difference.

    Raises: Http404 where nothing like it is open any more; PermissionDenied, NotWrittenError.
    """
    with transaction.atomic():
        plan = hold_written(user, pk)
        later = newest(plan)
        found = _open(plan, later) if later is not None else []
        one = next((each for each in found if each.mark == mark), None)
        if one is None or later is None:
            raise Http404
        if take:
            _take(user, plan, one, ip)
        record(
            "plan_change_taken" if take else "plan_change_left",
            plan, actor=user, changes={"part": one.kind, "words": one.text}, ip=ip, unit=plan.keeper_id,
        )  # fmt: skip
        plan.decided = [*plan.decided, one.mark]
        if len(found) == 1:
            _follow(plan, later)
        plan.save(update_fields=["decided", "above"])


def _open(plan: Plan, later: Plan) -> list[Difference]:
    if plan.above is None:
        return []
    earlier, newer = _as_concerns(plan, plan.above), _as_concerns(plan, later)
    own = _own(plan)
    return [
        each
        for each in compare(earlier, _by_origin(newer, later))
        if each.kind in _OFFERED
        and each.mark not in plan.decided
        and (each.what == CAME or _key(each.before) in own[each.kind == "target"])
    ]


def _as_concerns(plan: Plan, higher: Plan) -> Content:
    (standing,) = cascade.standings(higher, [plan.unit])
    return cascade.cut(content_of(higher, with_shares=False), standing, higher.pk)


def _by_origin(content: Content, later: Plan) -> Content:
    """The newer draft, in which each part comes from that of the earlier version."""
    items = dict(later.item_set.values_list("pk", "origin"))
    targets = dict(later.target_set.values_list("pk", "origin"))
    return replace(
        content,
        works=tuple(replace(each, origin=items.get(each.key)) for each in content.works),
        goals=tuple(replace(each, origin=targets.get(each.key)) for each in content.goals),
    )


def _own(plan: Plan) -> tuple[Mapping[int, int], Mapping[int, int]]:
    """The items and the targets of a plan by the parts of the higher plan that they carry out."""
    return _by_higher(plan, plan.item_set.all()), _by_higher(plan, plan.target_set.all())


def _by_higher(plan: Plan, rows: "QuerySet[Any]") -> dict[int, int]:
    """An amendment of the unit's own carries them out by way of the version before."""
    found = {}
    for pk, origin, of, further in rows.exclude(origin=None).values_list(
        "pk", "origin", "origin__plan", "origin__origin"
    ):
        if higher := further if of == plan.amends_id else origin:
            found[higher] = pk
    return found


def _key(part: Part | None) -> int:
    return part.key if isinstance(part, Work | Goal) else 0


def _take(user: User, plan: Plan, one: Difference, ip: str | None) -> None:
    kind = KINDS[one.kind]
    if one.what == CAME and one.after is not None:
        heading = plan.item_set.filter(kind=Item.Kind.SECTION, text=one.under).first() if one.under else None
        said, under = said_of(one.after), heading.pk if heading else None
        row = editing.add(user, plan.pk, kind, said, under=under, ip=ip)
        rows: Any = plan.target_set if one.kind == "target" else plan.item_set
        rows.filter(pk=row.pk).update(origin=_key(one.after))
        return
    number = _own(plan)[one.kind == "target"][_key(one.before)]
    if one.what == GONE:
        editing.remove(user, plan.pk, kind, number, ip=ip)
        return
    now = values_of(kind, editing.part_of(plan, kind, number))
    typed = {**now, **{each.name: each.after for each in one.fields}}
    editing.change(user, plan.pk, kind, number, was=now, typed=typed, ip=ip)


def _follow(plan: Plan, later: Plan) -> None:
    """All is decided: the plan carries the newer version out, part by part."""
    parts: tuple[Any, ...] = (later.item_set, later.target_set)
    for rows, own in zip(parts, _own(plan), strict=True):
        newer = rows.filter(origin__in=own).values_list("origin", "pk")
        model = rows.model
        found = model._default_manager.in_bulk([own[origin] for origin, _ in newer])
        for origin, pk in newer:
            found[own[origin]].origin_id = pk
        model._default_manager.bulk_update(found.values(), ["origin"], batch_size=500)
    plan.above, plan.decided = later, []
