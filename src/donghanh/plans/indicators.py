"""Which indicator a target is of: suggested by its words and measure, settled by a person."""

from django.db import transaction
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from donghanh.accounts.models import User
from donghanh.audit.services import record
from donghanh.plans.desk import hold_written
from donghanh.plans.errors import PlanError
from donghanh.plans.models import Indicator, Plan, Target
from donghanh.vietnam.text import bare, is_name, tidy

MOST_SUGGESTED = 5
_MOST_KNOWN = 2000
# Words that stand in most targets and tell none from another.
_COMMON = frozenset(
    bare("ít nhất tối thiểu trên dưới mỗi các được có cho của và tại năm trong số đạt từ đến là với").split()
)
_ENOUGH = 0.4


class NoNameError(PlanError):
    def __init__(self) -> None:
        super().__init__(gettext("Write what is counted, in words."))


def suggested(plan: Plan, target: Target) -> list[Indicator]:
    """The indicators of the plan's programme, and those of none, that the words of a target are like; the likeliest
    first. One whose measure is another's is none of them. One query."""
    asked = _words(target.text)
    measure = bare(target.measure)
    likely: list[tuple[float, str, Indicator]] = []
    for known in _known(plan)[:_MOST_KNOWN]:
        if measure and known.measure and bare(known.measure) != measure:
            continue
        words = _words(known.name)
        likeness = len(asked & words) / max(1, min(len(asked), len(words)))
        if likeness >= _ENOUGH:
            likely.append((-likeness, known.name, known))
    return [known for _, _, known in sorted(likely, key=lambda each: each[:2])[:MOST_SUGGESTED]]


def _known(plan: Plan) -> QuerySet[Indicator]:
    return Indicator.objects.filter(Q(programme=plan.programme_id) | Q(programme=None)).order_by("pk")


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in bare(text).split() if word not in _COMMON and not word[0].isdigit())


def choose(user: User, plan: int, target: int, indicator: int, *, ip: str | None = None) -> Target:
    """Say which indicator a target is of.

    Raises: Http404, PermissionDenied, NotWrittenError.
    """
    with transaction.atomic():
        held = hold_written(user, plan)
        found = get_object_or_404(held.target_set, pk=target)
        known = Indicator.objects.filter(Q(programme=held.programme_id) | Q(programme=None))
        return _set(user, held, found, get_object_or_404(known, pk=indicator), ip)


def name_new(user: User, plan: int, target: int, name: str, *, ip: str | None = None) -> Target:
    """Say that a target counts something new, by a name; one of that name and measure that is known is taken.

    Raises: Http404, PermissionDenied, NotWrittenError, NoNameError.
    """
    with transaction.atomic():
        held = hold_written(user, plan)
        found = get_object_or_404(held.target_set, pk=target)
        name = tidy(name)
        if not is_name(name, 300):
            raise NoNameError
        indicator, _ = Indicator.objects.get_or_create(
            programme=held.programme, name=name, measure=tidy(found.measure)
        )
        return _set(user, held, found, indicator, ip)


def _set(user: User, plan: Plan, target: Target, indicator: Indicator, ip: str | None) -> Target:
    before = target.indicator_id
    target.indicator = indicator
    target.save(update_fields=["indicator"])
    changes = {"indicator": [before, indicator.pk], "target": target.text[:200]}
    record("plan_indicator_chosen", plan, actor=user, changes=changes, ip=ip, unit=plan.keeper_id)
    return target
