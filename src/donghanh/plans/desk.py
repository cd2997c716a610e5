"""The plan at which somebody works: locked, hers to do this with, in a state that lets her."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from donghanh.accounts.access import may
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.plans.errors import NotWrittenError
from donghanh.plans.models import Plan


def hold(user: User, pk: int, permission: Permission = Permission.WRITE_PLANS) -> Plan:
    """A plan that the person may do something with, locked until the end of the transaction.

    Raises: Http404 where she does not see it, PermissionDenied where she sees it and may not.
    """
    plan = get_object_or_404(Plan.objects.visible_to(user), pk=pk)
    require_for(user, plan, permission)
    return Plan.objects.select_for_update(of=("self",)).select_related("unit", "keeper", "line").get(pk=pk)


def hold_written(user: User, pk: int) -> Plan:
    """The same for writing in it.

    Raises: NotWrittenError too.
    """
    plan = hold(user, pk)
    if not plan.may_be_written:
        raise NotWrittenError(plan.get_state_display())
    return plan


def require_for(user: User, plan: Plan, permission: Permission) -> None:
    """What is done with a plan is decided in its line.

    Raises: PermissionDenied. That the plan is there is known: it was seen.
    """
    if not may(user, permission, plan.keeper_id, line=plan.line_id):
        raise PermissionDenied
