"""What a plan says, as plain values apart from its rows: to be written on paper, copied, compared, cut to one unit.

A part is known by its `key`: the number of the row that it was read from. Whom it names it names by words, as the paper
does; which units these are is the business of `parties`.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from donghanh.plans.models import Assignment, Item, Plan, Share

Source = Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Role:
    """Who has what to do with an item; role: one of `Assignment.Role`."""

    who: str
    role: str
    is_asked: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """A heading, an activity or a task. parent: the key of what it stands under. origin: the number of the item that it
    came from."""

    key: int
    kind: str
    text: str
    position: float
    parent: int | None = None
    about: str = ""
    label: str = ""
    body: tuple[str, ...] = ()
    period: str = ""
    starts: date | None = None
    ends: date | None = None
    note: str = ""
    roles: tuple[Role, ...] = ()
    origin: int | None = None
    source: Source = None

    def named(self, role: str) -> tuple[str, ...]:
        """Who has this role in it."""
        return tuple(each.who for each in self.roles if each.role == role)


@dataclass(frozen=True, slots=True)
class Part:
    """What of a target falls to one."""

    who: str
    quantity: Decimal
    note: str = ""
    source: Source = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A target. item: the key of the heading. each: the words of the party of which each unit has it to reach."""

    key: int
    text: str
    position: float
    item: int | None = None
    quantity: Decimal | None = None
    measure: str = ""
    comparator: str = ""
    per: str = ""
    each: str = ""
    indicator: int | None = None
    shares: tuple[Part, ...] = ()
    origin: int | None = None
    source: Source = None


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in whole đồng. item: the key of the heading."""

    text: str
    kind: str
    value: int | None
    position: float
    item: int | None = None
    per: str = ""
    quantity: Decimal | None = None
    source: Source = None


@dataclass(frozen=True, slots=True)
class Report:
    """A duty to report."""

    text: str
    cycle: str
    position: float
    due: str = ""
    sender: str = ""
    receiver: str = ""
    via: str = ""
    source: Source = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A document by which a plan stands. cites: the number of the plan that it is."""

    number: str
    position: float
    kind: str = ""
    issued_on: date | None = None
    issuer: str = ""
    cites: int | None = None
    source: Source = None


@dataclass(frozen=True, slots=True)
class Content:
    """All of a plan, each list in its order. issuer: in whose name. place: the place of its unit, by which a paper is
    dated. frame: what is printed and is no work, as `Plan.frame`."""

    title: str
    issuer: str
    kind: str = "ke_hoach"
    number: str = ""
    issued_on: date | None = None
    starts: date | None = None
    ends: date | None = None
    place: str = ""
    frame: Mapping[str, Any] = field(default_factory=dict)
    works: tuple[Work, ...] = ()
    goals: tuple[Goal, ...] = ()
    sums: tuple[Money, ...] = ()
    reports: tuple[Report, ...] = ()
    citations: tuple[Citation, ...] = ()


def content_of(plan: Plan, *, with_shares: bool = True) -> Content:
    """What a plan says, in eight queries whatever its length. with_shares: also what of its targets falls to whom, which
    may be a row for each commune of the country."""
    unit = plan.unit
    return Content(
        title=plan.title,
        issuer=str(plan.frame.get("issuer") or unit.name),
        kind=plan.kind,
        number=plan.number,
        issued_on=plan.issued_on,
        starts=plan.starts,
        ends=plan.ends,
        place=unit.place.name if unit.place else "",
        frame=plan.frame,
        works=_works(plan),
        goals=_goals(plan, with_shares=with_shares),
        sums=tuple(
            Money(
                each.text, each.kind, each.value, each.position, each.item_id, each.per, each.quantity, each.source
            )
            for each in plan.amount_set.all()
        ),
        reports=tuple(
            Report(
                each.text, each.cycle, each.position, each.due, str(each.sender or ""), str(each.receiver or ""),
                each.via, each.source,
            )
            for each in plan.duty_set.select_related("sender", "receiver")
        ),
        citations=tuple(
            Citation(
                each.number, each.position, each.kind, each.issued_on, each.issuer, each.cites_id, each.source
            )
            for each in plan.basis_set.all()
        ),
    )  # fmt: skip


def _works(plan: Plan) -> tuple[Work, ...]:
    roles: dict[int, list[Role]] = defaultdict(list)
    assigned = Assignment.objects.filter(item__plan=plan).order_by("pk")
    for item, who, role, is_asked in assigned.values_list("item", "party__words", "role", "is_asked"):
        roles[item].append(Role(who, role, is_asked))
    return tuple(work_of(item, tuple(roles[item.pk])) for item in plan.item_set.all())


def work_of(item: Item, roles: tuple[Role, ...]) -> Work:
    """One item with who has what to do with it."""
    return Work(
        key=item.pk, kind=item.kind, text=item.text, position=item.position, parent=item.parent_id,
        about=item.role, label=item.label, body=tuple(item.body), period=item.period, starts=item.starts,
        ends=item.ends, note=item.note, roles=roles, origin=item.origin_id, source=item.source,
    )  # fmt: skip


def _goals(plan: Plan, *, with_shares: bool) -> tuple[Goal, ...]:
    shares: dict[int, list[Part]] = defaultdict(list)
    rows = Share.objects.filter(target__plan=plan).order_by("pk") if with_shares else Share.objects.none()
    for row in rows.values_list("target", "party__words", "quantity", "note", "source", named=True):
        shares[row.target].append(Part(row.party__words, row.quantity, row.note, row.source))
    return tuple(
        Goal(
            key=each.pk, text=each.text, position=each.position, item=each.item_id, quantity=each.quantity,
            measure=each.measure, comparator=each.comparator, per=each.per, each=str(each.each or ""),
            indicator=each.indicator_id,
            shares=tuple(shares[each.pk]), origin=each.origin_id, source=each.source,
        )
        for each in plan.target_set.select_related("each")
    )  # fmt: skip
