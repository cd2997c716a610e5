"""Plans on their way: ready to be sent for approval, waiting for it, approved, issued."""

from donghanh.accounts.models import User
from donghanh.plans import living, parties
from donghanh.plans.models import Plan
from plans.conftest import Make


def ready(make: Make, writer: User) -> Plan:
    """A plan of which nothing is left to ask. The day of its paper lies in the past."""
    plan = make()
    for asked in parties.asked(plan):
        parties.leave_out(writer, plan.pk, asked.party.pk)
    return plan


def submitted(make: Make, writer: User) -> Plan:
    return living.submit(writer, ready(make, writer).pk)


def approved(make: Make, writer: User, approver: User) -> Plan:
    return living.approve(approver, submitted(make, writer).pk)


def issued(make: Make, writer: User, approver: User, number: str = "") -> Plan:
    return living.issue(writer, approved(make, writer, approver).pk, written=number)
