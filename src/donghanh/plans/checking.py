"""What a plan is held against before it is sent for approval and before it is issued: all that is wrong with it at once.

What would make nonsense of work is refused: a name that is nobody, an order to whom no order can be given. What its own
writer can put right is refused in her plan and only asked about in a paper of another unit, which stays as it is signed.
The rest is asked: a customary thing is not wrong because it is odd.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain, islice

from django.db.models import F, Min, Q, QuerySet, Sum
from django.utils.formats import date_format
from django.utils.translation import gettext

from donghanh.documents import words
from donghanh.plans.models import Assignment, Item, Party, PartyUnit, Plan
from donghanh.plans.parties import beyond_orders, ordered_units
from donghanh.vietnam.references import read_reference

MOST = 50
"""Faults of one sort that are told."""
_QUOTED = 160


@dataclass(frozen=True, slots=True)
class Fault:
    """what is wrong, where it stands, what to do. is_question: it may stay so."""

    what: str
    where: str
    remedy: str
    is_question: bool = False

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.remedy}"


def faults_of(plan: Plan) -> list[Fault]:
    """What is wrong with a plan, what is refused first; a number of queries that does not grow with it."""
    checks: tuple[Callable[[Plan], Iterator[Fault]], ...] = (
        _open_names, _orders_beyond, _cites_itself, _after_its_end, _shared_too_much,
        _before_its_start, _before_its_heading, _shared_too_little,
    )  # fmt: skip
    found = chain.from_iterable(islice(check(plan), MOST) for check in checks)
    return sorted(found, key=lambda fault: fault.is_question)


def in_the_way(faults: Iterable[Fault]) -> list[Fault]:
    """Those that are refused."""
    return [fault for fault in faults if not fault.is_question]


def _open_names(plan: Plan) -> Iterator[Fault]:
    for party in plan.parties.filter(settled=Party.Settled.OPEN)[:MOST]:
        yield Fault(
            gettext("it is not said who is meant."),
            _quoted(party.words),
            gettext("Open “Who is named” and choose the units."),
        )


def _orders_beyond(plan: Plan) -> Iterator[Fault]:
    outside = beyond_orders(plan).order_by().values("pk")
    orders = Assignment.objects.filter(item__plan=plan, is_asked=False, party__in=outside)
    found = list(orders.select_related("item", "party")[:MOST])
    strangers = PartyUnit.objects.filter(party__in={order.party_id for order in found})
    named = dict(
        strangers.exclude(unit__in=ordered_units(plan))
        .order_by()
        .values_list("party")
        .annotate(one=Min("unit__name"))
    )
    for order in found:
        unit = named.get(order.party_id, order.party.words)
        who = order.party.words if unit == order.party.words else f"{order.party.words} ({unit})"
        yield Fault(
            gettext("“%(who)s” is ordered to do it and does not stand below “%(unit)s”.")
            % {"who": who, "unit": plan.unit},
            _item(order.item),
            gettext("Ask it of them instead, or choose a unit below yours."),
        )


def _cites_itself(plan: Plan) -> Iterator[Fault]:
    own = read_reference(plan.number)
    for basis in plan.basis_set.filter(Q(cites=plan) | ~Q(number="")):
        is_same = own is not None and read_reference(basis.number) == own
        if basis.cites_id == plan.pk or (is_same and _is_of(basis.issuer, basis.issued_on, plan)):
            yield Fault(
                gettext("the plan names itself as what it stands by."),
                gettext("Basis %(number)s") % {"number": basis.number},
                gettext("Take this basis out, or put its number right."),
                is_question=not plan.is_own,
            )


def _is_of(issuer: str, day: date | None, plan: Plan) -> bool:
    """Whether what is said of a basis lets it be the plan: numbers begin anew each year, and in each unit."""
    return (day is None or plan.issued_on is None or day == plan.issued_on) and (
        not issuer or issuer == plan.unit.name
    )


def _after_its_end(plan: Plan) -> Iterator[Fault]:
    if plan.ends is None:
        return
    late = Q(ends__gt=plan.ends) | Q(ends=None, starts__gt=plan.ends)
    for item in _work(plan).filter(late)[:MOST]:
        yield Fault(
            gettext("its last day, %(day)s, lies after the end of the plan, %(end)s.")
            % {"day": _day(item.ends or item.starts), "end": _day(plan.ends)},
            _item(item),
            gettext("Give it an earlier day, or let the plan end later."),
            is_question=not plan.is_own,
        )


def _before_its_start(plan: Plan) -> Iterator[Fault]:
    begins = plan.starts or plan.issued_on
    if begins is None:
        return
    for item in _work(plan).filter(starts__lt=begins)[:MOST]:
        yield Fault(
            gettext("it begins on %(day)s, before the plan does, on %(start)s.")
            % {"day": _day(item.starts), "start": _day(begins)},
            _item(item),
            gettext("See whether it is prepared so early."),
            is_question=True,
        )


def _before_its_heading(plan: Plan) -> Iterator[Fault]:
    for item in plan.item_set.filter(position__lt=F("parent__position")).select_related("parent")[:MOST]:
        yield Fault(
            gettext("it stands before “%(heading)s”, under which it belongs.")
            % {"heading": words.shorten(str(item.parent), _QUOTED)},
            _item(item),
            gettext("See whether it belongs under another heading."),
            is_question=True,
        )


def _shared_too_much(plan: Plan) -> Iterator[Fault]:
    """More than the whole, unless that is only the least that is wanted."""
    shared = _shared(plan).exclude(comparator__in=(">=", ">")).filter(shared__gt=F("quantity"))
    for target in shared[:MOST]:
        yield Fault(
            gettext("%(shared)s are shared out of %(whole)s.")
            % {"shared": _figure(target.shared), "whole": _figure(target.quantity)},
            _quoted(target.text),
            gettext("Take something away from a share, or raise the target."),
            is_question=not plan.is_own,
        )


def _shared_too_little(plan: Plan) -> Iterator[Fault]:
    for target in _shared(plan).exclude(comparator__in=("<=", "<")).filter(shared__lt=F("quantity"))[:MOST]:
        yield Fault(
            gettext("%(shared)s of %(whole)s are shared out.")
            % {"shared": _figure(target.shared), "whole": _figure(target.quantity)},
            _quoted(target.text),
            gettext("See whether the rest stays with your unit."),
            is_question=True,
        )


def _shared(plan: Plan) -> QuerySet:  # type: ignore[type-arg]  # annotated
    """The targets whose whole is known and shared out; what each of many reaches alone has no whole."""
    whole = plan.target_set.filter(quantity__isnull=False, each=None, per="")
    return whole.annotate(shared=Sum("shares__quantity")).filter(shared__isnull=False)


def _work(plan: Plan) -> QuerySet[Item]:
    return plan.item_set.exclude(kind=Item.Kind.SECTION)


def _item(item: Item) -> str:
    return f"{item.label} {_quoted(item.text)}".strip()


def _quoted(text: str) -> str:
    return f"“{words.shorten(text, _QUOTED)}”"


def _day(day: date | None) -> str:
    return date_format(day, "d/m/Y") if day else ""


def _figure(value: Decimal) -> str:
    return words.number(float(value))
