"""From the words of a plan to the units that are meant, and what is left to ask.

Unknown is asked: a name that leaves a question has no units until a person chooses them. A set ("the Union of each
commune") is written down unit by unit as it is on the plan's day, once in a plan.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Count, F, Q, QuerySet
from django.shortcuts import get_object_or_404

from donghanh.accounts.models import User
from donghanh.audit.services import record
from donghanh.organisations.finding import Answer, Found, FoundSet, Question, find_all
from donghanh.organisations.models import OrgUnit, Position
from donghanh.organisations.naming import Above
from donghanh.organisations.tree import beyond, on
from donghanh.plans.desk import hold_written
from donghanh.plans.errors import NoUnitError
from donghanh.plans.models import Assignment, Party, PartyUnit, Plan

LONGEST = 500
_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Asked:
    """A party about which a person has to decide, and what the program makes of its words.

    candidates: whom they may mean, those that are certain first, each with what it stands under.
    """

    party: Party
    questions: Sequence[str]
    candidates: Sequence[tuple[OrgUnit, str]]


def take_in(
    plan: Plan, words: Iterable[str], sent_to: Iterable[str] = (), each_of: Iterable[str] = ()
) -> dict[str, Party]:
    """The parties of a new plan by the words that name them, with their units where the words leave no question.

    sent_to: those to whom the plan is sent. Whoever is only that and names no unit ("Lưu: VT") is nobody to ask about.
    each_of: for what each a target counts, which is a party only where it is units ("mỗi xã", not "mỗi hộ").
    The queries do not grow with the words.
    """
    doing, sent = ({each[:LONGEST]: None for each in given} for given in (words, sent_to))
    counted = {each[:LONGEST]: None for each in each_of}
    named = list({**doing, **sent, **counted})
    found = find_all(named, plan.unit, plan.day)
    parties: list[Party] = []
    members: list[list[int]] = []
    for each, answers in zip(named, found, strict=True):
        settled = _settled(answers, is_nobody=each not in doing)
        if each not in doing and each not in sent and settled != Party.Settled.FOUND:
            continue
        units, described = _units(answers) if settled == Party.Settled.FOUND else ([], "")
        party = Party(plan=plan, words=each, described=described, settled=settled, is_recipient=each in sent)
        parties.append(party)
        members.append(units)
    made = Party.objects.bulk_create(parties)
    rows = [
        PartyUnit(party=party, unit_id=unit)
        for party, units in zip(made, members, strict=True)
        for unit in units
    ]
    PartyUnit.objects.bulk_create(rows, batch_size=_AT_ONCE)
    return {party.words: party for party in made}


def _settled(answers: Sequence[Answer], *, is_nobody: bool) -> Party.Settled:
    if not answers:
        return Party.Settled.OUTSIDE if is_nobody else Party.Settled.OPEN
    asked = any(isinstance(each, Question) for each in answers)
    return Party.Settled.OPEN if asked else Party.Settled.FOUND


def _units(answers: Iterable[Answer]) -> tuple[list[int], str]:
    """The units of answers without a question, each once, and who they are where the words mean many."""
    units: dict[int, None] = {}
    described: list[str] = []
    for each in answers:
        if isinstance(each, Found):
            units[each.unit.pk] = None
        elif isinstance(each, FoundSet):
            units |= dict.fromkeys(each.units.order_by().values_list("pk", flat=True))
            described.append(each.description)
    return list(units), "; ".join(described)[:LONGEST]


def asked(plan: Plan) -> list[Asked]:
    """The parties of a plan that wait for a person's word; as many queries for many as for one."""
    waiting = list(plan.parties.filter(settled=Party.Settled.OPEN))
    if not waiting:
        return []
    found = find_all([party.words for party in waiting], plan.unit, plan.day)
    meant = [_candidates(answers) for answers in found]
    above = Above([unit.pk for units in meant for unit in units])
    return [
        Asked(
            party,
            [each.text for each in answers if isinstance(each, Question)],
            _told(units, above, plan.day),
        )
        for party, answers, units in zip(waiting, found, meant, strict=True)
    ]


def _told(units: Sequence[OrgUnit], above: Above, day: date) -> list[tuple[OrgUnit, str]]:
    """Units with what they stand under, which goes without saying of many under one."""
    told = [(unit, above.under(unit, day)) for unit in units]
    is_same = len(told) > 1 and len({under for _, under in told}) == 1
    return [(unit, "") for unit in units] if is_same else told


def _candidates(answers: Sequence[Answer]) -> list[OrgUnit]:
    certain = [each.unit for each in answers if isinstance(each, Found)]
    possible = [unit for each in answers if isinstance(each, Question) for unit in each.candidates]
    return list({unit.pk: unit for unit in (*certain, *possible)}.values())


def choose(user: User, plan: int, number: int, units: Sequence[OrgUnit], *, ip: str | None = None) -> Party:
    """Say which units a party means.

    Raises: Http404, PermissionDenied, NotWrittenError, NoUnitError.
    """
    if not units:
        raise NoUnitError
    return _settle(user, plan, number, Party.Settled.CHOSEN, units, ip)


def leave_out(user: User, plan: int, number: int, *, ip: str | None = None) -> Party:
    """Say that a party is no unit of the program: a donor, a newspaper, "all members".

    Raises: Http404, PermissionDenied, NotWrittenError.
    """
    return _settle(user, plan, number, Party.Settled.OUTSIDE, (), ip)


def _settle(
    user: User, number: int, party: int, settled: Party.Settled, units: Sequence[OrgUnit], ip: str | None
) -> Party:
    with transaction.atomic():
        plan = hold_written(user, number)
        found = get_object_or_404(plan.parties.select_for_update(), pk=party)
        found.units.all().delete()
        found.settled, found.described = settled, ""
        found.save(update_fields=["settled", "described"])
        chosen = list(dict.fromkeys(unit.pk for unit in units))
        PartyUnit.objects.bulk_create([PartyUnit(party=found, unit_id=unit) for unit in chosen])
        tell_orders_from_wishes(plan, Q(pk=found.pk))
        changes = {"words": found.words, "units": chosen}
        record("plan_party_settled", plan, actor=user, changes=changes, ip=ip, unit=plan.keeper_id)
    return found


def tell_orders_from_wishes(plan: Plan, which: Q = Q()) -> None:  # noqa: B008 (no party more than those of the plan)
    """Mark as asked what a party has to do that does not stand wholly below the plan's unit in its line: a superior in
    line assigns (giao), anybody else asks (đề nghị). What is asked already stays so, since its words say it.
    """
    wished = beyond_orders(plan).filter(which).values_list("pk", flat=True)
    Assignment.objects.filter(party__in=list(wished), is_asked=False).update(is_asked=True)


def beyond_orders(plan: Plan) -> QuerySet[Party]:
    """The parties of a plan of whose units some take no orders from it, or that are no units."""
    ordered = Count("units", filter=Q(units__unit__in=ordered_units(plan)))
    counted = plan.parties.annotate(all_units=Count("units"), ordered=ordered)
    return counted.filter(Q(settled=Party.Settled.OUTSIDE) | Q(all_units__gt=F("ordered")))


def ordered_units(plan: Plan) -> QuerySet[Position, Any]:
    """The numbers, as `unit`, of those who stand below the plan's unit in its line on its day, and of itself."""
    path = (
        Position.objects.filter(on(plan.day), unit=plan.unit_id, line=plan.line_id)
        .values_list("path", flat=True)
        .first()
    )
    if path is None:
        return Position.objects.none().values("unit")
    below = Q(line=plan.line_id, path__gte=path, path__lt=beyond(path))
    return Position.objects.filter(on(plan.day), below).values("unit")
