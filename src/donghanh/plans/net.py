"""The net of plans: which one carries out which, up to what they cite and down to the communes.

Nobody is told of a plan that she does not see.
"""

from dataclasses import dataclass

from donghanh.accounts.models import User
from donghanh.plans.models import PUBLISHED, Basis, Plan, PlanQuerySet
from donghanh.plans.selectors import Person

_HIGHEST = 8


@dataclass(frozen=True, slots=True)
class Net:
    """Around one plan. above: what it carries out, the highest first; below: the plans that carry it out; cited: plans
    that cite it."""

    above: list[Plan]
    below: PlanQuerySet
    cited: PlanQuerySet


def link(user: User, plan: Plan) -> int:
    """Join what a plan cites to the plans that are it, by number and day, among those that the person sees; how many.

    The first of them is what it carries out, where the keeper has no plan yet that does. Called in the transaction in which
    the plan comes to be.
    """
    bases = list(plan.basis_set.filter(cites=None))
    published = Plan.objects.visible_to(user).filter(state__in=PUBLISHED).exclude(pk=plan.pk)
    known = {
        (each.number, each.issued_on): each
        for each in published.filter(number__in={basis.number for basis in bases}).order_by("-pk")
    }
    found = []
    for basis in bases:
        cited = known.get((basis.number, basis.issued_on))
        if cited is not None:
            basis.cites = cited
            found.append(basis)
    Basis.objects.bulk_update(found, ["cites"])
    above = next((each.cites for each in found if each.cites), None)
    if plan.above_id is None and above is not None:
        Plan.objects.select_for_update().get(pk=above.pk)  # so that of two papers one is the first
        if not above.below.filter(keeper=plan.keeper_id, amends=None).exists():
            plan.above = above
            plan.save(update_fields=["above"])
    return len(found)


def around(user: Person, plan: Plan) -> Net:
    """What stands around a plan, as far as the person sees it."""
    seen = Plan.objects.visible_to(user)
    above: list[Plan] = []
    known = {plan.pk}
    next_one = plan.above_id
    while next_one and next_one not in known and len(above) < _HIGHEST:
        known.add(next_one)
        higher = seen.filter(pk=next_one).select_related("unit").first()
        if higher is None:
            break
        above.insert(0, higher)
        next_one = higher.above_id
    below = seen.filter(above=plan).select_related("unit").order_by("unit__name", "pk")
    cited = (
        seen.filter(basis__cites=plan).exclude(above=plan).select_related("unit").order_by("-pk").distinct()
    )
    return Net(above, below, cited)
