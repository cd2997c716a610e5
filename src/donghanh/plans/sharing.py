"""Targets shared out among units: by hand, evenly, in proportion to another target's shares, from an Excel list.

The shares of a target are never more than the whole, except where the whole is the least that is wanted ("at least 120");
what is left to share out is told. A share is put down for a party of one unit, as a quota table of a paper has it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from django.db import transaction
from django.db.models import Count, Sum
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from donghanh.accounts.models import User
from donghanh.audit.services import record
from donghanh.documents.words import number as in_words
from donghanh.organisations.journal import chunks
from donghanh.organisations.models import OrgUnit
from donghanh.organisations.naming import Above
from donghanh.plans.desk import hold_written
from donghanh.plans.errors import PlanError
from donghanh.plans.models import Party, PartyUnit, Plan, Share, Target

STEP = Decimal("0.0001")
MOST = Decimal(10) ** 15
_AT_LEAST = frozenset({">=", ">"})


class TooMuchError(PlanError):
    """More is shared out than there is."""

    def __init__(self, whole: Decimal, shared: Decimal) -> None:
        said = gettext(
            "%(shared)s are shared out, %(over)s more than the target of %(whole)s. Lower some of the shares."
        )
        super().__init__(
            said % {"shared": figure(shared), "over": figure(shared - whole), "whole": figure(whole)}
        )


class NoQuantityError(PlanError):
    """A share that is no quantity."""

    def __init__(self, unit: str) -> None:
        super().__init__(
            gettext("“%(unit)s”: write a quantity from 0 on, such as 12 or 2,5.") % {"unit": unit}
        )


class NothingToShareError(PlanError):
    """A target without a figure, or nobody to share it among."""

    def __init__(self) -> None:
        super().__init__(gettext("There is no figure to share out, or nobody to share it among."))


class SharesChangedError(PlanError):
    """Others changed the same shares since they were shown; `units`: whose."""

    def __init__(self, units: Sequence[str]) -> None:
        named = "; ".join(units[:5])
        said = gettext(
            "Somebody changed the share of %(units)s meanwhile. Nothing was written; look at it and write yours again."
        )
        super().__init__(said % {"units": named})


def figure(value: Decimal) -> str:
    """A quantity without the noughts behind the comma that it is kept with."""
    return in_words(float(value))


@dataclass(frozen=True, slots=True)
class Balance:
    """How far a target is shared out. whole: None where it has no figure."""

    whole: Decimal | None
    shared: Decimal
    units: int

    @property
    def left(self) -> Decimal | None:
        """What is not shared out yet; None where there is no whole."""
        return None if self.whole is None else max(self.whole - self.shared, Decimal(0))

    @property
    def over(self) -> Decimal | None:
        return None if self.whole is None else max(self.shared - self.whole, Decimal(0))


def balance(target: Target) -> Balance:
    """Of one target; one query."""
    told = target.shares.aggregate(shared=Sum("quantity"), units=Count("pk"))
    return Balance(target.quantity, told["shared"] or Decimal(0), told["units"])


def shares_by_unit(target: Target) -> dict[int, Share]:
    """The shares of parties that are one unit, by its number. A unit that two parties name has the first."""
    found: dict[int, Share] = {}
    shares = target.shares.annotate(units=Count("party__units")).filter(units=1).select_related("party")
    named = dict(PartyUnit.objects.filter(party__shares__target=target).values_list("party", "unit"))
    for share in shares.order_by("pk"):
        found.setdefault(named[share.party_id], share)
    return found


def even(whole: Decimal, count: int) -> list[Decimal]:
    """A quantity in parts as even as they can be, the larger ones first; whole where it is whole.

    >>> [str(part) for part in even(Decimal(10), 3)]
    ['4', '3', '3']
    """
    return in_proportion(whole, [Decimal(1)] * count)


def in_proportion(whole: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """A quantity in parts like some weights, by largest remainders: they add up to it. Whole where it is whole.

    weights: from 0 on, one of them more.
    """
    step = Decimal(1) if whole == whole.to_integral_value() else STEP
    total = sum(weights)
    exact = [whole * weight / total for weight in weights]
    parts = [each.quantize(step, ROUND_DOWN) for each in exact]
    left = int((whole - sum(parts)) / step)
    for at in sorted(range(len(parts)), key=lambda at: (parts[at] - exact[at], at))[:left]:
        parts[at] += step
    return parts


def share_evenly(user: User, plan: int, target: int, party: int, *, ip: str | None = None) -> Balance:
    """Share a target out evenly among the units of a party; shares that there were are replaced.

    Raises: Http404, PermissionDenied, NotWrittenError, NothingToShareError.
    """
    with transaction.atomic():
        held, found = _hold(user, plan, target)
        among = get_object_or_404(held.parties, pk=party)
        units = list(OrgUnit.objects.filter(pk__in=among.units.values("unit")).order_by("name", "pk"))
        if found.quantity is None or not units:
            raise NothingToShareError
        wanted = dict(zip((unit.pk for unit in units), even(found.quantity, len(units)), strict=True))
        return _replace(user, held, found, wanted, ip)


def share_like(user: User, plan: int, target: int, other: Target, *, ip: str | None = None) -> Balance:
    """Share a target out in proportion to the shares of another, as last year's.

    other: one that the person sees. Raises: Http404, PermissionDenied, NotWrittenError, NothingToShareError.
    """
    with transaction.atomic():
        held, found = _hold(user, plan, target)
        weights = {unit: share.quantity for unit, share in sorted(shares_by_unit(other).items())}
        if found.quantity is None or not sum(weights.values()):
            raise NothingToShareError
        parts = in_proportion(found.quantity, list(weights.values()))
        return _replace(user, held, found, dict(zip(weights, parts, strict=True)), ip)


def put(
    user: User,
    plan: int,
    target: int,
    wanted: Mapping[int, Decimal | None],
    seen: Mapping[int, Decimal | None],
    *,
    ip: str | None = None,
) -> Balance:
    """Put shares down by the numbers of units, None for none. seen: what stood there as the person filled it in; what she
    did not change stays as it is now.

    Raises: Http404, PermissionDenied, NotWrittenError, NoQuantityError, TooMuchError, SharesChangedError.
    """
    with transaction.atomic():
        held, found = _hold(user, plan, target)
        now = {unit: share.quantity for unit, share in shares_by_unit(found).items()}
        changed = {unit: value for unit, value in wanted.items() if value != seen.get(unit)}
        units = OrgUnit.objects.visible_to(user).in_bulk(changed)
        stale = [unit for unit in units if now.get(unit) not in (seen.get(unit), changed[unit])]
        if stale:
            raise SharesChangedError([units[unit].name for unit in stale])
        for unit in units.values():
            value = changed[unit.pk]
            if value is not None and not 0 <= value < MOST:
                raise NoQuantityError(unit.name)
        if not units:
            return balance(found)
        return _write(user, held, found, {unit: changed[unit] for unit in units}, ip)


def _hold(user: User, plan: int, target: int) -> tuple[Plan, Target]:
    held = hold_written(user, plan)
    return held, get_object_or_404(held.target_set, pk=target)


def _replace(
    user: User, plan: Plan, target: Target, wanted: Mapping[int, Decimal], ip: str | None
) -> Balance:
    gone: dict[int, Decimal | None] = dict.fromkeys(shares_by_unit(target))
    return _write(user, plan, target, {**gone, **wanted}, ip)


def _write(
    user: User, plan: Plan, target: Target, wanted: Mapping[int, Decimal | None], ip: str | None
) -> Balance:
    """Put shares down, bounded in queries, and check them against the whole.

    Raises: TooMuchError.
    """
    there = shares_by_unit(target)
    gone = [there[unit].pk for unit, value in wanted.items() if value is None and unit in there]
    for chunk in chunks(gone):
        Share.objects.filter(pk__in=chunk).delete()
    changed = [there[unit] for unit, value in wanted.items() if value is not None and unit in there]
    for unit, value in wanted.items():
        if value is not None and unit in there:
            there[unit].quantity = value
    Share.objects.bulk_update(changed, ["quantity"], batch_size=300)
    new = {unit: value for unit, value in wanted.items() if value is not None and unit not in there}
    parties = _parties_of(plan, new)
    Share.objects.bulk_create(
        [Share(target=target, party=parties[unit], quantity=value) for unit, value in new.items()],
        batch_size=1000,
    )
    told = balance(target)
    if told.over and target.comparator not in _AT_LEAST:
        raise TooMuchError(told.whole or Decimal(0), told.shared)
    changes = {"target": target.text[:200], "units": len(wanted), "shared": str(told.shared.normalize())}
    record("plan_target_shared", plan, actor=user, changes=changes, ip=ip, unit=plan.keeper_id)
    return told


def _parties_of(plan: Plan, units: Collection[int]) -> dict[int, Party]:
    """The party of each unit that is it alone; made where the plan has none, named so that no two are called alike."""
    alone = plan.parties.annotate(count=Count("units")).filter(count=1)
    named = PartyUnit.objects.filter(party__in=alone.values("pk"), unit__in=units).order_by("pk")
    found: dict[int, Party] = {}
    for row in named.select_related("party"):
        found.setdefault(row.unit_id, row.party)
    lacking = [unit for unit in units if unit not in found]
    known = {unit.pk: unit for chunk in chunks(lacking) for unit in OrgUnit.objects.filter(pk__in=chunk)}
    above = Above(lacking, plan.line)
    taken = set(plan.parties.values_list("words", flat=True))
    parties = []
    for unit in lacking:
        words = known[unit].name
        if words in taken:
            words = above.told(known[unit], plan.day)
        taken.add(words)
        parties.append(Party(plan=plan, words=words, settled=Party.Settled.CHOSEN))
    made = Party.objects.bulk_create(parties, batch_size=1000)
    PartyUnit.objects.bulk_create(
        [PartyUnit(party=party, unit_id=unit) for party, unit in zip(made, lacking, strict=True)],
        batch_size=1000,
    )
    return found | dict(zip(lacking, made, strict=True))
