"""An accepted reading becomes a plan of a unit, with where each thing stands in the paper."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from donghanh.accounts.access import require
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.audit.services import record
from donghanh.documents.review.models import Version
from donghanh.organisations.finding import Found, find
from donghanh.organisations.models import Line, OrgUnit
from donghanh.plans import net, programmes
from donghanh.plans.errors import MadeAlreadyError
from donghanh.plans.facts import content_from, day_in, head_of
from donghanh.plans.models import Plan
from donghanh.plans.storing import store
from donghanh.reading import papers_of


def issuer_of(version: Version, paper: int, keeper: OrgUnit) -> OrgUnit | None:
    """The unit that issued a paper, where its words leave no question; seen from the unit that has the paper."""
    form = _paper(version, paper)
    answers = find(str(head_of(form).get("issuer") or ""), keeper, _day_of(form))
    found = [each.unit for each in answers if isinstance(each, Found)]
    return found[0] if found and len(answers) == 1 else None


def take_in(
    user: User,
    version: Version,
    paper: int,
    *,
    unit: OrgUnit,
    keeper: OrgUnit,
    line: Line,
    ip: str | None = None,
) -> Plan:
    """Make a plan of an accepted paper. unit: whose plan it is; keeper: in whose hands it is here.

    Raises: Http404, PermissionDenied; MadeAlreadyError where the keeper has made one of it.
    """
    require(user, Permission.WRITE_PLANS, keeper, line=line)
    form = _paper(version, paper)
    content = content_from(form)
    plan = Plan(
        unit=unit, keeper=keeper, line=line, version=version, paper=paper, made_by=user, day=_day_of(form),
        number=content.number, issued_on=content.issued_on,
    )  # fmt: skip
    try:
        with transaction.atomic():
            store(plan, content)
            net.link(user, plan)
            if words := content.frame.get("programme"):
                plan.programme = programmes.name_for(user, plan, str(words), ip=ip)
                plan.save(update_fields=["programme"])
            record(
                "plan_made", plan, actor=user, changes={"document": version.document_id}, ip=ip, unit=keeper
            )
    except IntegrityError:
        there = Plan.objects.filter(version=version, paper=paper, keeper=keeper).first()
        if there is None:
            raise
        raise MadeAlreadyError(there.pk) from None
    return plan


def _paper(version: Version, number: int) -> Mapping[str, Any]:
    papers = papers_of(version.plan)
    return papers[number - 1] if number <= len(papers) else {}


def _day_of(form: Mapping[str, Any]) -> date:
    """The day from which a paper's names are to be understood: that of its issue, today where it has none."""
    return day_in(head_of(form).get("issued_on")) or timezone.localdate()
