"""Writing in a plan that may still be written: its parts are changed, added, removed and moved, an act each."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.shortcuts import get_object_or_404

from donghanh.accounts.models import User
from donghanh.audit.services import record
from donghanh.plans import parties
from donghanh.plans.desk import hold_written
from donghanh.plans.errors import ChangedMeanwhileError, NotEmptyError
from donghanh.plans.merging import Value, Values, merge
from donghanh.plans.models import Assignment, Duty, Item, Party, Plan, PlanPart, Share, Target
from donghanh.plans.parts import PARTIES, ROLES, Kind, set_value, values_of
from donghanh.plans.storing import name_parties

_GAP = 1.0
_PER = "per"


def change(
    user: User, pk: int, kind: Kind, number: int, *, was: Values, typed: Values, ip: str | None = None
) -> PlanPart:
    """Change a part. was: the values on which the form was filled in; what another changed since stays as it is.

    Raises: Http404, PermissionDenied, NotWrittenError; ChangedMeanwhileError where both changed the same.
    """
    with transaction.atomic():
        plan = hold_written(user, pk)
        row = part_of(plan, kind, number)
        now = values_of(kind, row)
        merged = merge(was, now, typed)
        if merged.clashes:
            raise ChangedMeanwhileError(merged.clashes, now)
        if merged.changed:
            _write(plan, row, merged.changed)
            changes = {name: [_kept(now[name]), _kept(value)] for name, value in merged.changed.items()}
            record(
                "plan_part_changed", plan, actor=user, changes={"part": kind.key, **changes}, ip=ip, unit=plan.keeper_id
            )  # fmt: skip
    return row


def add(
    user: User, pk: int, kind: Kind, typed: Values, *, under: int | None = None, ip: str | None = None
) -> PlanPart:
    """Add a part behind all others of what it stands under. under: the number of a heading.

    Raises: Http404, PermissionDenied, NotWrittenError.
    """
    with transaction.atomic():
        plan = hold_written(user, pk)
        heading = get_object_or_404(plan.item_set, pk=under, kind=Item.Kind.SECTION) if under else None
        row = kind.model(plan=plan, position=0)
        if isinstance(row, Item):
            row.kind, row.parent = kind.kind, heading
        elif isinstance(row, Target):
            row.item = heading
        row.position = _last_under(plan, row)
        for name, value in typed.items():
            if name not in ROLES and name not in PARTIES:
                set_value(row, name, value)
        row.save()
        _write(plan, row, {name: value for name, value in typed.items() if name in {*ROLES, *PARTIES, _PER}})
        changes = {"part": kind.key, "words": row.text}
        record("plan_part_added", plan, actor=user, changes=changes, ip=ip, unit=plan.keeper_id)
    return row


def remove(user: User, pk: int, kind: Kind, number: int, *, ip: str | None = None) -> None:
    """Remove a part.

    Raises: Http404, PermissionDenied, NotWrittenError; NotEmptyError for a heading under which something stands.
    """
    with transaction.atomic():
        plan = hold_written(user, pk)
        row = part_of(plan, kind, number)
        if isinstance(row, Item) and (row.children.exists() or row.targets.exists() or row.amounts.exists()):
            raise NotEmptyError(row.text)
        changes = {"part": kind.key, "words": row.text}
        before = _parties_of(row)
        row.delete()
        _forget(plan, before)
        record("plan_part_removed", plan, actor=user, changes=changes, ip=ip, unit=plan.keeper_id)


def move(user: User, pk: int, kind: Kind, number: int, *, down: bool, ip: str | None = None) -> None:
    """Move a part one place up or down among those that stand under the same; a heading with all that stands under it.
    At the end of its list nothing happens.

    Raises: Http404, PermissionDenied, NotWrittenError.
    """
    with transaction.atomic():
        plan = hold_written(user, pk)
        row = part_of(plan, kind, number)
        rows = list(_all_like(plan, row))
        siblings = [each for each in rows if _above(each) == _above(row)]
        at = next(nth for nth, each in enumerate(siblings) if each.pk == row.pk)
        other = at + (1 if down else -1)
        if not 0 <= other < len(siblings):
            return
        upper, lower = (siblings[nth] for nth in sorted((at, other)))
        _reorder(rows, [*_with_all_below(lower, rows), *_with_all_below(upper, rows)])
        changes = {"part": kind.key, "words": row.text}
        record("plan_part_moved", plan, actor=user, changes=changes, ip=ip, unit=plan.keeper_id)


def part_of(plan: Plan, kind: Kind, number: int) -> PlanPart:
    """One part of a plan.

    Raises: Http404.
    """
    where = {"kind": kind.kind} if kind.kind else {}
    return get_object_or_404(kind.model._default_manager.filter(plan=plan, **where), pk=number)


def _kept(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else value


# Whom it names


def _write(plan: Plan, row: PlanPart, changed: Values) -> None:
    """Set values of a part; new names become parties, those that nothing names any more go."""
    before = _parties_of(row)
    found = named(plan, [who for name, value in changed.items() for who in _who(name, value)])
    for name, value in changed.items():
        if name in ROLES:
            Assignment.objects.filter(item=row.pk, role=ROLES[name]).exclude(
                party__words__in=list(_who(name, value))
            ).delete()
            Assignment.objects.bulk_create(
                (Assignment(item=cast(Item, row), party=found[who], role=ROLES[name]) for who in _who(name, value)),
                ignore_conflicts=True,
            )  # fmt: skip
        elif name in PARTIES:
            setattr(row, name, next((found[who] for who in _who(name, value)), None))
        else:
            set_value(row, name, value)
            if name == _PER and isinstance(row, Target):
                row.each = _each(plan, str(value or ""))
    row.save()
    if found:
        parties.tell_orders_from_wishes(plan, Q(pk__in=[party.pk for party in found.values()]))
    _forget(plan, before)


def _who(name: str, value: Value) -> Iterator[str]:
    if name in ROLES and isinstance(value, tuple):
        yield from value
    elif name in PARTIES and value:
        yield str(value)


def named(plan: Plan, names: Sequence[str]) -> dict[str, Party]:
    """The parties of a plan by the words that name them; new ones are found, or wait to be asked about."""
    there = {party.words: party for party in plan.parties.filter(words__in=names)}
    new = [name for name in names if name not in there]
    return there | (name_parties(plan, new) if new else {})


def _each(plan: Plan, words: str) -> Party | None:
    """For what each a target counts, where that is units."""
    if not words:
        return None
    there = plan.parties.filter(words=words).first()
    return there or name_parties(plan, (), each_of=[words]).get(words)


def _parties_of(row: PlanPart) -> list[int]:
    if isinstance(row, Item):
        return list(row.assignments.values_list("party", flat=True))
    if isinstance(row, Duty):
        return [party for party in (row.sender_id, row.receiver_id) if party]
    if isinstance(row, Target):
        return [*row.shares.values_list("party", flat=True), *([row.each_id] if row.each_id else [])]
    return []


def _forget(plan: Plan, numbers: Iterable[int]) -> None:
    """Parties that nothing in the plan names any more are nobody to ask about."""
    party = OuterRef("pk")
    unnamed = plan.parties.filter(pk__in=list(numbers), is_recipient=False).exclude(
        Exists(Assignment.objects.filter(party=party))
        | Exists(Share.objects.filter(party=party))
        | Exists(Duty.objects.filter(Q(sender=party) | Q(receiver=party)))
        | Exists(Target.objects.filter(each=party))
    )
    Party.objects.filter(pk__in=list(unnamed.values_list("pk", flat=True))).delete()


# In which order they stand


def _above(row: PlanPart) -> int | None:
    return row.parent_id if isinstance(row, Item) else None


def _all_like(plan: Plan, row: PlanPart) -> "models.QuerySet[Any]":
    return type(row)._default_manager.filter(plan=plan).order_by("position", "pk")


def _with_all_below(row: PlanPart, rows: Sequence[PlanPart]) -> list[PlanPart]:
    """A part with all that stands under it, in their order."""
    inside = {row.pk}
    grown = True
    while grown and isinstance(row, Item):
        more = {each.pk for each in rows if _above(each) in inside} - inside
        inside |= more
        grown = bool(more)
    return [each for each in rows if each.pk in inside]


def _reorder(rows: Sequence[PlanPart], moved: Sequence[PlanPart]) -> None:
    """Let some parts stand in this order in the places that they have together; all are numbered anew where two have
    the same place."""
    chosen = {each.pk for each in moved}
    turn = iter(moved)
    order = [next(turn) if each.pk in chosen else each for each in rows]
    places = [each.position for each in rows]
    if any(after <= before for before, after in zip(places, places[1:], strict=False)):
        places = [float(nth) for nth in range(1, len(rows) + 1)]
    shifted = []
    for each, place in zip(order, places, strict=True):
        if each.position != place:
            each.position = place
            shifted.append(each)
    type(rows[0])._default_manager.bulk_update(shifted, ["position"], batch_size=500)


def _last_under(plan: Plan, row: PlanPart) -> float:
    """The place of a new part: behind all that stands under the same heading, before what follows that."""
    rows = list(_all_like(plan, row))
    heading = next((each for each in rows if each.pk == _above(row)), None)
    if heading is None:
        return rows[-1].position + _GAP if rows else _GAP
    last = _with_all_below(heading, rows)[-1]
    at = next(nth for nth, each in enumerate(rows) if each.pk == last.pk)
    if at + 1 == len(rows):
        return float(last.position) + _GAP
    if rows[at + 1].position <= last.position:
        _reorder(rows, ())
    return float(rows[at].position + rows[at + 1].position) / 2
