"""Programmes: found by their names, written down with their phases, joined to the plans that carry them out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from donghanh.accounts.access import Person, may, require
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.administration.rights import lines_of
from donghanh.audit.services import record
from donghanh.organisations.building import own_lines
from donghanh.organisations.models import OrgUnit
from donghanh.organisations.words import key
from donghanh.plans.desk import hold
from donghanh.plans.errors import PlanError
from donghanh.plans.models import Phase, Plan, Programme
from donghanh.vietnam.text import is_name, tidy

LONGEST = 300
MOST_PHASES = 20


class ProgrammeError(PlanError):
    """What was written down of a programme does not fit together."""


@dataclass(frozen=True, slots=True)
class Span:
    """A phase as it is written down."""

    name: str
    starts: date
    ends: date


def named(words: str) -> Programme | None:
    """The programme of a name, however it is spelled: marks, capitals and hyphens aside."""
    return Programme.objects.filter(key=_key(words)).first() if _key(words) else None


def name_for(user: User, plan: Plan, words: str, *, ip: str | None = None) -> Programme | None:
    """The programme that a plan's paper names; written down for the unit whose plan it is where nobody did before."""
    words = tidy(words)[:LONGEST]
    if not _key(words):
        return None
    made, is_new = Programme.objects.get_or_create(
        key=_key(words), defaults={"name": words, "unit": plan.unit}
    )
    if is_new:
        record("programme_written", made, actor=user, changes={"name": words}, ip=ip, unit=plan.keeper_id)
    return made


def may_for(user: Person, unit: OrgUnit) -> bool:
    """Whether a person writes programmes of a unit: by a role in the lines to which it belongs."""
    own = own_lines(unit, lines_of(unit))
    return any(may(user, Permission.WRITE_PLANS, unit, line=line) for line in own)


def require_for(user: Person, unit: OrgUnit) -> None:
    """Raises: Http404 where the unit is out of her reach, PermissionDenied where she writes no plans at all."""
    if not may_for(user, unit):
        require(user, Permission.WRITE_PLANS)
        raise Http404


def _key(words: str) -> str:
    found = key(words)
    return found[:LONGEST] if len(found) > 1 else ""


def write(
    user: User,
    programme: Programme | None,
    *,
    name: str,
    short: str,
    unit: OrgUnit,
    phases: Sequence[Span],
    belongs_to: Sequence[Programme],
    ip: str | None = None,
) -> Programme:
    """Write a programme down anew, or otherwise than before.

    Raises: Http404, PermissionDenied where she writes no plans of the unit that runs it, or ran it; ProgrammeError.
    """
    require_for(user, unit)
    if programme is not None:
        require_for(user, programme.unit)
    name, short = tidy(name), tidy(short)
    if not is_name(name, LONGEST):
        raise ProgrammeError(gettext("Write the name of the programme."))
    _check(phases)
    with transaction.atomic():
        others = Programme.objects.exclude(pk=programme.pk) if programme else Programme.objects.all()
        if others.filter(key=_key(name)).exists():
            raise ProgrammeError(gettext("A programme of this name is written down already. Open that one."))
        made = programme or Programme()
        made.name, made.key, made.short, made.unit = name, _key(name), short[:60], unit
        made.save()
        made.phases.all().delete()
        Phase.objects.bulk_create(
            Phase(programme=made, name=tidy(each.name), starts=each.starts, ends=each.ends) for each in phases
        )
        _join(made, belongs_to)
        changes = {"name": name, "parts": [each.pk for each in belongs_to]}
        record("programme_written", made, actor=user, changes=changes, ip=ip, unit=unit)
    return made


def _check(phases: Sequence[Span]) -> None:
    """Raises: ProgrammeError."""
    if len(phases) > MOST_PHASES:
        raise ProgrammeError(gettext("A programme has at most %(most)d phases.") % {"most": MOST_PHASES})
    ordered = sorted(phases, key=lambda each: each.starts)
    for each in ordered:
        if not tidy(each.name) or each.ends < each.starts:
            raise ProgrammeError(gettext("A phase has a name, and ends after it begins."))
    for before, after in zip(ordered, ordered[1:], strict=False):
        if after.starts <= before.ends:
            said = gettext("The phases “%(one)s” and “%(other)s” overlap. Change their days.")
            raise ProgrammeError(said % {"one": before.name, "other": after.name})


def _join(programme: Programme, above: Sequence[Programme]) -> None:
    """Put a programme under others, and never under itself.

    Raises: ProgrammeError.
    """
    # All are locked, so that two who join in opposite ways do not both succeed.
    links = dict(Programme.objects.select_for_update().order_by("pk").values_list("pk", "name"))
    known: dict[int, set[int]] = {}
    for part, whole in Programme.belongs_to.through.objects.values_list("from_programme", "to_programme"):
        known.setdefault(part, set()).add(whole)
    reached, waiting = set[int](), [each.pk for each in above]
    while waiting:
        pk = waiting.pop()
        if pk == programme.pk:
            said = gettext("“%(name)s” would belong to itself. Take the programmes out that belong to it.")
            raise ProgrammeError(said % {"name": links[pk]})
        if pk not in reached:
            reached.add(pk)
            waiting += known.get(pk, ())
    programme.belongs_to.set(above)


def join(user: User, plan: int, programme: int | None, *, ip: str | None = None) -> Plan:
    """Say which programme a plan carries out; None for none.

    Raises: Http404, PermissionDenied.
    """
    with transaction.atomic():
        held = hold(user, plan)
        before = held.programme_id
        held.programme = get_object_or_404(Programme, pk=programme) if programme else None
        held.save(update_fields=["programme"])
        changes = {"programme": [before, held.programme_id]}
        record("plan_joined", held, actor=user, changes=changes, ip=ip, unit=held.keeper_id)
    return held


def listed(words: str = "") -> list[Programme]:
    """Programmes by name; words: of name or short name."""
    found = Programme.objects.select_related("unit")
    if tidy(words):
        found = found.filter(Q(key__contains=_key(words)[1:] or "=") | Q(short__icontains=tidy(words)))
    return list(found[:500])
