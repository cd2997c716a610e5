"""What a plan's page shows of its life: what happened, what may be done next and by whom, what stands in the way."""

from collections.abc import Sequence
from dataclasses import dataclass

from donghanh.accounts.access import may
from donghanh.plans import opening
from donghanh.plans.checking import Fault, faults_of, in_the_way
from donghanh.plans.living import PERMISSIONS, Act, possible, submitted_by
from donghanh.plans.models import PUBLISHED, Plan, PlanStep, SignedOriginal, State
from donghanh.plans.opening import Person, Reached


@dataclass(frozen=True, slots=True)
class Life:
    """acts: what the person may do with the plan as it stands. faults: what is wrong, where it is about to be sent for
    approval, approved or issued; is_refused: some of it stands in the way. is_own_submission: she sent it herself, so
    somebody else approves it. reason: why it was sent back, where it was. reached: None for whoever may not know it.
    """

    steps: Sequence[PlanStep]
    acts: frozenset[Act]
    faults: Sequence[Fault]
    is_own_submission: bool
    reason: PlanStep | None
    reached: Reached | None
    signed: SignedOriginal | None
    may_sign: bool

    @property
    def is_refused(self) -> bool:
        return bool(in_the_way(self.faults))


def life_of(user: Person, plan: Plan) -> Life:
    """The life of a plan for whoever looks at it; what is written of it inside its unit stays there."""
    rights = {each: may(user, each, plan.keeper_id, line=plan.line_id) for each in set(PERMISSIONS.values())}
    acts = frozenset(act for act in possible(plan) if rights[PERMISSIONS[act]])
    is_inside = opening.is_of_its_unit(user, plan)
    steps = list(plan.steps.select_related("by")) if is_inside else []
    is_out = plan.state in PUBLISHED
    last = steps[-1] if steps else None
    return Life(
        steps=steps,
        acts=acts,
        faults=faults_of(plan) if acts & {Act.SUBMIT, Act.APPROVE, Act.ISSUE} else (),
        is_own_submission=Act.APPROVE in acts and submitted_by(plan) == user.pk,
        reason=last if last and plan.state == State.RETURNED else None,
        reached=opening.reached(plan) if is_out and plan.is_own and is_inside else None,
        signed=plan.signed_originals.first() if is_out else None,
        may_sign=is_out and rights[PERMISSIONS[Act.ISSUE]],
    )
