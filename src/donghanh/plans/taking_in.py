"""An accepted reading becomes a plan: each fact an item, a target, a duty, with where it stands in the paper.

The units are found by their names (`parties`); nothing is left out: what names a section stands under it, what a unit is
responsible for is a task of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from donghanh.accounts.access import require
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Permission
from donghanh.audit.services import record
from donghanh.documents.review.models import FactState, Version
from donghanh.organisations.finding import Found, find
from donghanh.organisations.models import Line, OrgUnit
from donghanh.plans import net, parties, programmes
from donghanh.plans.errors import MadeAlreadyError
from donghanh.plans.models import (
    Amount,
    Assignment,
    Basis,
    Duty,
    Item,
    Party,
    Plan,
    Share,
    Target,
)
from donghanh.reading import papers_of

Fact = Mapping[str, Any]
_FRAME = ("header", "issuer", "opening", "closing", "footer", "signatory", "recipients", "programme")


def issuer_of(version: Version, paper: int, keeper: OrgUnit) -> OrgUnit | None:
    """The unit that issued a paper, where its words leave no question; seen from the unit that has the paper."""
    head = _head(version, paper)
    answers = find(str(head.get("issuer") or ""), keeper, day_of(version, paper))
    found = [each.unit for each in answers if isinstance(each, Found)]
    return found[0] if found and len(answers) == 1 else None


def day_of(version: Version, paper: int) -> date:
    """The day from which a paper's names are to be understood: that of its issue, today where it has none."""
    return _day(_head(version, paper).get("issued_on")) or timezone.localdate()


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
    form, head = _paper(version, paper), _head(version, paper)
    period = head.get("period") or {}
    starts, ends = _day(period.get("from")), _day(period.get("to"))
    try:
        with transaction.atomic():
            plan = Plan(
                unit=unit, keeper=keeper, line=line, version=version, paper=paper, made_by=user,
                kind=str(head.get("kind") or "other"), title=str(head.get("title") or ""),
                number=str(head.get("number") or "")[:100], issued_on=_day(head.get("issued_on")),
                starts=starts, ends=ends if not (starts and ends and ends < starts) else None,
                day=day_of(version, paper), frame={key: head[key] for key in _FRAME if head.get(key)},
            )  # fmt: skip
            plan.searched = plan.words()
            plan.save()
            _Taken(plan, form)
            net.link(user, plan)
            if words := head.get("programme"):
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


def _paper(version: Version, number: int) -> Fact:
    papers = list(papers_of(version.plan))
    return papers[number - 1] if number <= len(papers) else {}


def _head(version: Version, number: int) -> Fact:
    head = _paper(version, number).get("document")
    return head if isinstance(head, Mapping) else {}


class _Taken:
    """The rows of a plan, made list by list."""

    def __init__(self, plan: Plan, form: Fact) -> None:
        self._plan, self._form = plan, form
        self._parties = self._name_parties()
        self._sections = self._take_sections()
        self._take_work()
        self._take_targets()
        self._take_rest()
        parties.tell_orders_from_wishes(plan)

    def _facts(self, name: str) -> list[Fact]:
        """The facts of a list that nobody removed."""
        return [fact for fact in self._form.get(name) or () if fact.get("state") != FactState.REMOVED]

    # Who is named

    def _name_parties(self) -> dict[str, Party]:
        recipients = (self._form.get("document") or {}).get("recipients") or ()
        each = [str(fact["per"]) for fact in self._facts("targets") if fact.get("per")]
        return parties.take_in(self._plan, list(self._doing()), recipients, each)

    def _doing(self) -> Iterator[str]:
        for fact in self._facts("activities"):
            yield from fact.get("lead") or ()
            yield from fact.get("partners") or ()
        for fact in self._facts("responsibilities"):
            yield from fact.get("units") or ()
        for fact in self._facts("reporting"):
            yield from filter(None, (fact.get("from"), fact.get("to")))
        for fact in self._facts("allocations"):
            yield str(fact["unit"])

    def _party(self, words: object) -> Party | None:
        return self._parties.get(str(words)[: parties.LONGEST]) if words else None

    # What there is to do

    def _take_sections(self) -> dict[str, Item]:
        """Headings by their numbers in the reading, each under its parent."""
        facts = self._facts("sections")
        items = [
            self._item(fact, Item.Kind.SECTION, fact.get("title"), role=str(fact.get("role") or "")[:32],
                       body=list(fact.get("body") or ()))
            for fact in facts
        ]  # fmt: skip
        made = dict(zip((str(fact["id"]) for fact in facts), Item.objects.bulk_create(items), strict=True))
        for fact in facts:
            made[str(fact["id"])].parent = made.get(str(fact.get("parent")))
        Item.objects.bulk_update(made.values(), ["parent"], batch_size=500)
        return made

    def _take_work(self) -> None:
        work: list[tuple[Item, list[tuple[str, Sequence[str]]], bool]] = []
        for fact in self._facts("activities"):
            period = fact.get("period") or {}
            starts, ends = _day(period.get("from")), _day(period.get("to"))
            item = self._item(
                fact, Item.Kind.ACTIVITY, fact["text"], period=str(period.get("text") or "")[:300],
                starts=starts, ends=ends, note=str(fact.get("note") or ""),
            )  # fmt: skip
            roles = [
                (Assignment.Role.LEAD, fact.get("lead") or ()),
                (Assignment.Role.PARTNER, fact.get("partners") or ()),
            ]
            work.append((item, [(str(role), names) for role, names in roles], False))
        for fact in self._facts("responsibilities"):
            for nth, duty in enumerate(fact.get("duties") or ()):
                item = self._item(fact, Item.Kind.TASK, duty, nth=nth)
                work.append(
                    (item, [(str(Assignment.Role.LEAD), fact.get("units") or ())], bool(fact.get("request")))
                )
        Item.objects.bulk_create([item for item, _, _ in work])
        rows = {
            (item.pk, party.pk, role): Assignment(item=item, party=party, role=role, is_asked=is_asked)
            for item, roles_of, is_asked in work
            for role, names in roles_of
            for name in names
            if (party := self._party(name))
        }
        Assignment.objects.bulk_create(rows.values(), batch_size=1000)

    def _item(self, fact: Fact, kind: Item.Kind, text: object, *, nth: int = 0, **more: Any) -> Item:
        return Item(
            plan=self._plan, kind=kind, text=str(text or ""), label=str(fact.get("label") or "")[:40],
            parent=None if kind == Item.Kind.SECTION else self._section(fact),
            position=_position(fact, nth), source=fact.get("source"), **more,
        )  # fmt: skip

    def _section(self, fact: Fact) -> Item | None:
        return self._sections.get(str(fact.get("section"))) if fact.get("section") else None

    # What there is to reach, and the rest

    def _take_targets(self) -> None:
        targets = [
            Target(
                plan=self._plan, item=self._section(fact), text=fact["text"], quantity=_number(fact.get("quantity")),
                measure=str(fact.get("unit") or "")[:120], comparator=str(fact.get("comparator") or "")[:16],
                per=str(fact.get("per") or "")[:300], each=self._party(fact.get("per")), position=_position(fact), source=fact.get("source"),
            )
            for fact in self._facts("targets")
        ]  # fmt: skip
        Target.objects.bulk_create(targets)
        self._take_quotas()

    def _take_quotas(self) -> None:
        """A quota table says what falls to each: of each thing that it shares out a target, whose sum nobody wrote."""
        quotas: dict[str, Target] = {}
        shares: dict[tuple[str, int], Share] = {}
        for fact in self._facts("allocations"):
            of = str(fact.get("of") or "")
            party = self._party(fact["unit"])
            if party is None:
                continue
            target = quotas.setdefault(
                of,
                Target(
                    plan=self._plan,
                    text=of,
                    measure=of[:120],
                    position=_position(fact),
                    source=fact.get("source"),
                ),
            )
            quantity, note = _number(fact["quantity"]), str(fact.get("note") or "")[:500]
            if quantity is not None and (of, party.pk) not in shares:
                shares[of, party.pk] = Share(
                    target=target, party=party, quantity=quantity, note=note, source=fact.get("source")
                )
            elif quantity is not None:
                shares[of, party.pk].quantity += quantity
        Target.objects.bulk_create(quotas.values())
        Share.objects.bulk_create(shares.values(), batch_size=1000)

    def _take_rest(self) -> None:
        plan = self._plan
        Amount.objects.bulk_create(
            Amount(
                plan=plan, item=self._section(fact), text=fact["text"], kind=fact["kind"], value=fact.get("value"),
                per=str(fact.get("per") or "")[:200], quantity=_number(fact.get("quantity")),
                position=_position(fact), source=fact.get("source"),
            )
            for fact in self._facts("amounts")
        )  # fmt: skip
        Duty.objects.bulk_create(
            Duty(
                plan=plan, text=fact["text"], cycle=fact["cycle"], due=str(fact.get("due") or "")[:300],
                sender=self._party(fact.get("from")), receiver=self._party(fact.get("to")),
                via=str(fact.get("via") or "")[:300], position=_position(fact), source=fact.get("source"),
            )
            for fact in self._facts("reporting")
        )  # fmt: skip
        Basis.objects.bulk_create(
            Basis(
                plan=plan, text=str(fact.get("number") or ""), number=str(fact.get("number") or "")[:100],
                kind=str(fact.get("kind") or "")[:32], issued_on=_day(fact.get("issued_on")),
                issuer=str(fact.get("issuer") or "")[:300], position=_position(fact), source=fact.get("source"),
            )
            for fact in self._facts("legal_bases")
        )  # fmt: skip


def _position(fact: Fact, nth: int = 0) -> float:
    """By where it stands in the paper; what a person added without words stands behind all that has them."""
    source = fact.get("source")
    start = source.get("start") if isinstance(source, Mapping) else None
    return (float(start) if isinstance(start, int) else 1e9) + nth / 1000


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _number(value: object) -> Decimal | None:
    """A quantity as it is kept: four digits behind the comma; None where there is none or it is past all sense."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    exact = Decimal(str(value))
    return exact.quantize(Decimal("0.0001")) if abs(exact) < Decimal(10) ** 15 else None
