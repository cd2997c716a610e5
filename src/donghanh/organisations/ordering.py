"""Reorganisations: shown in full first, then carried out in one transaction; both are the same code.

What was shown has a token: where somebody changed something in between that matters, nothing is written and the second
person sees who changed what.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import date

from django.db import transaction
from django.utils.translation import gettext

from donghanh.audit.models import Entry
from donghanh.audit.services import Actor, record
from donghanh.organisations.carrying import carry_out
from donghanh.organisations.errors import UnitError
from donghanh.organisations.journal import chunks
from donghanh.organisations.models import Line, OrgUnit, Position, Reorganisation
from donghanh.organisations.noting import note
from donghanh.organisations.orders import Order, Outcome, named
from donghanh.organisations.placing import hold_tree
from donghanh.organisations.tree import numbers, on

_MOST_TOLD = 20


class StaleError(UnitError):
    """Somebody changed what was shown. outcome: what the orders would do now."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        super().__init__(
            gettext(
                "Units were changed since this was shown. Nothing was done. Look at it again, then confirm."
            )
        )


def preview(orders: Sequence[Order], line: Line) -> Outcome:
    """What orders would do; nothing is changed.

    Raises: OrdersError.
    """
    with transaction.atomic():
        hold_tree()
        _, outcome = carry_out(orders, line)
        outcome = as_shown(outcome)
        transaction.set_rollback(True)
    return outcome


def apply(
    actor: Actor,
    orders: Sequence[Order],
    line: Line,
    *,
    shown: str | None = None,
    file: str = "",
    unit: OrgUnit | None = None,
    ip: str | None = None,
) -> Reorganisation:
    """Carry orders out, all or none; the caller has asked whether the actor may.

    shown: the token of the outcome that the actor was shown. unit: on whose page the orders were given.
    Raises: OrdersError; StaleError where they would do something else by now than was shown.
    """
    with transaction.atomic():
        hold_tree()
        journal, outcome = carry_out(orders, line)
        require_shown(shown, outcome)
        last = max(order.day for order in orders)
        acts = dict.fromkeys(order.act for order in orders if order.act)
        made = Reorganisation(
            day=min(order.day for order in orders),
            act="; ".join(acts)[:200],
            line=line,
            file=file[:200],
            unit=going_on(unit.pk, line, last) if unit else None,
            units=sorted(set(going_on_all(named(orders), line, last).values())),
            actor_id=getattr(actor, "pk", None),
            outcome=asdict(replace(outcome, token="")),
        )
        journal.keep(made)
        changes = {"day": str(made.day), "orders": len(orders), "line": line.code, "file": made.file}
        record("reorganised", made, actor=actor, changes=changes, ip=ip, unit=made.unit)
        note(journal, actor, ip)
    return made


def going_on(number: int, line: Line, day: date) -> int | None:
    """A unit, or the lowest that stood above it and stands on a day: to it belongs what becomes of one that ended."""
    return going_on_all([number], line, day).get(number)


def going_on_all(units: Iterable[int], line: Line, day: date) -> dict[int, int]:
    """`going_on` of many, in as many queries as for one; without those of which nobody is left."""
    chains: dict[int, list[int]] = {}
    for chunk in chunks(sorted(set(units))):
        paths = Position.objects.filter(unit__in=chunk, line=line).order_by("since")
        chains |= {unit: numbers(path) for unit, path in paths.values_list("unit", "path")}
    there: set[int] = set()
    for chunk in chunks(sorted({unit for chain in chains.values() for unit in chain})):
        standing = Position.objects.filter(on(day), unit__in=chunk, line=line)
        there.update(standing.values_list("unit", flat=True))
    found = {unit: [each for each in chain if each in there] for unit, chain in chains.items()}
    return {unit: chain[-1] for unit, chain in found.items() if chain}


def as_shown(outcome: Outcome) -> Outcome:
    """The token of what is shown: the last entry of the trail by then, and the state."""
    last = Entry.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    return replace(outcome, token=f"{last}.{outcome.token}")


def require_shown(shown: str | None, outcome: Outcome) -> None:
    """Go on only where an outcome is what a person was shown with this token; None where nobody was shown any.

    Raises: StaleError.
    """
    if shown is not None and shown.partition(".")[2] != outcome.token:
        raise StaleError(as_shown(outcome))


def done_since(shown: str) -> list[Entry]:
    """What was done about units since an outcome with this token was shown, the last first."""
    last = int(number) if (number := shown.partition(".")[0][:18]).isdecimal() else 0
    done = Entry.objects.filter(pk__gt=last, object_type__startswith="organisations.")
    return list(done.select_related("actor", "seal").order_by("-pk")[:_MOST_TOLD])
