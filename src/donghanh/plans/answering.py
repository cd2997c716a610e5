"""A unit answers what a plan asks of it (đề nghị); whoever asked sees who said what.

What a superior in line assigned (giao) is no question. Each unit has its last answer; it may say otherwise as long as the
plan is being carried out.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db import transaction
from django.db.models import Count, Exists, OuterRef
from django.http import Http404
from django.utils import timezone

from donghanh.accounts.access import require
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.audit.services import record
from donghanh.organisations.models import Handover, OrgUnit
from donghanh.organisations.tree import on
from donghanh.plans import work
from donghanh.plans.errors import NotAskedError, NotInForceError, ReasonNeededError
from donghanh.plans.models import IN_FORCE, PUBLISHED, Answer, Assignment, PartyUnit, Plan

PAGE = 50
WAITING = "waiting"
"""What is said of who has said nothing yet."""


def asked_of(unit: OrgUnit, assignment: int) -> Assignment:
    """What a unit, or one that it took over, is assigned or asked by a plan that came out.

    Raises: Http404.
    """
    found = work.of(unit).assignments(PUBLISHED).filter(pk=assignment)
    first = found.select_related("item__plan__unit", "party").first()
    if first is None:
        raise Http404
    return first


def answer_of(unit: OrgUnit, assignment: Assignment) -> Answer | None:
    """What the unit said last, itself or one that it took over."""
    said = Answer.objects.filter(assignment=assignment, unit__in=work.of(unit).units)
    return said.order_by("-at").first()


def answer(
    user: User,
    unit: OrgUnit,
    number: int,
    *,
    said: str,
    words: str = "",
    starts: date | None = None,
    ends: date | None = None,
    ip: str | None = None,
) -> Assignment:
    """Say for a unit, and for those that it took over, whether it does what it is asked. number: the assignment's.

    Raises: Http404, PermissionDenied, NotAskedError, NotInForceError, ReasonNeededError.
    """
    require(user, Permission.WRITE_PLANS, unit)
    assignment = asked_of(unit, number)
    plan = assignment.item.plan
    if not assignment.is_asked:
        raise NotAskedError
    if plan.state not in IN_FORCE:
        raise NotInForceError(plan.get_state_display())
    proposes = said == Answer.Said.PROPOSED and (starts or ends)
    if said != Answer.Said.ACCEPTED and not (words.strip() or proposes):
        raise ReasonNeededError
    if said != Answer.Said.PROPOSED:
        starts = ends = None
    meant = PartyUnit.objects.filter(party=assignment.party_id, unit__in=work.of(unit).units)
    with transaction.atomic():
        Answer.objects.bulk_create(
            [
                Answer(
                    assignment=assignment, unit_id=each, said=said, words=words.strip(), starts=starts, ends=ends,
                    by=user, at=timezone.now(),
                )
                for each in meant.values_list("unit", flat=True)
            ],
            update_conflicts=True,
            unique_fields=["assignment", "unit"],
            update_fields=["said", "words", "starts", "ends", "by", "at"],
        )  # fmt: skip
        changes = {"item": assignment.item_id, "answer": said}
        record("plan_answered", plan, actor=user, changes=changes, ip=ip, unit=unit)
    return assignment


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that a plan asks of units: how many of them said what, `waiting` among it."""

    assignment: Assignment
    units: int
    said: Mapping[str, int]


def asked_by(plan: Plan, page: str | None) -> tuple[Page[Assignment], Sequence[Asked]]:
    """A page of what a plan asks of units of the program."""
    wished = Assignment.objects.filter(item__plan=plan, is_asked=True)
    wished = wished.filter(Exists(PartyUnit.objects.filter(party=OuterRef("party"))))
    rows = wished.select_related("item", "party").order_by("item__position", "item", "pk")
    shown = Paginator(rows, PAGE).get_page(page)
    told = _told([each.pk for each in shown.object_list])
    parties = PartyUnit.objects.filter(party__in=[each.party_id for each in shown.object_list]).order_by()
    units = dict(parties.values_list("party").annotate(Count("pk")))
    return shown, [_asked(each, units[each.party_id], told) for each in shown.object_list]


def _told(assignments: Sequence[int]) -> Counter[tuple[int, str]]:
    answers = Answer.objects.filter(assignment__in=assignments).order_by().values_list("assignment", "said")
    return Counter({(number, said): count for number, said, count in answers.annotate(Count("pk"))})


def _asked(assignment: Assignment, units: int, told: Counter[tuple[int, str]]) -> Asked:
    said = {str(each): told[assignment.pk, each] for each in Answer.Said}
    return Asked(assignment, units, {**said, WAITING: units - sum(said.values())})


def counted(assignment: Assignment) -> Asked:
    """How many of those who are asked one thing said what."""
    units = PartyUnit.objects.filter(party=assignment.party_id).count()
    return _asked(assignment, units, _told([assignment.pk]))


@dataclass(frozen=True, slots=True)
class Said:
    """What one unit said. heir: which unit it is today that answers for it."""

    unit: OrgUnit
    answer: Answer | None
    heir: OrgUnit | None


def said_to(
    assignment: Assignment, page: str | None, said: str = ""
) -> tuple[Page[PartyUnit], Sequence[Said]]:
    """A page of those who are asked one thing, with what each said. said: an answer or `waiting`, blank for all."""
    answers = Answer.objects.filter(assignment=assignment)
    asked = (
        PartyUnit.objects.filter(party=assignment.party_id)
        .select_related("unit")
        .order_by("unit__name", "pk")
    )
    theirs = answers.filter(unit=OuterRef("unit"))
    if said == WAITING:
        asked = asked.filter(~Exists(theirs))
    elif said:
        asked = asked.filter(Exists(theirs.filter(said=said)))
    shown = Paginator(asked, PAGE).get_page(page)
    units = [each.unit_id for each in shown.object_list]
    by_unit = {each.unit_id: each for each in answers.filter(unit__in=units).select_related("by")}
    handed = Handover.objects.filter(on(timezone.localdate()), unit__in=units).select_related("into")
    heirs = {each.unit_id: each.into for each in handed}
    return shown, [
        Said(each.unit, by_unit.get(each.unit_id), heirs.get(each.unit_id)) for each in shown.object_list
    ]
