"""What a plan says becomes the rows of a new plan."""

from collections.abc import Iterable, Iterator, Mapping

from donghanh.plans import parties
from donghanh.plans.content import Content
from donghanh.plans.models import (
    Amount,
    Assignment,
    Basis,
    Duty,
    Item,
    Party,
    PartyUnit,
    Plan,
    Share,
    Target,
)

_AT_ONCE = 1000


def store(plan: Plan, content: Content, settled: Iterable[Party] = ()) -> Plan:
    """Save a new plan with all that it says, in a number of queries that does not grow with it; in a transaction.

    plan: not saved yet, with whose it is, in which line, and as of which day its names are to be understood. settled:
    parties of another plan of which a person said who is meant; that holds here too. All others are found anew.
    """
    plan.kind, plan.title = content.kind, content.title
    plan.starts, plan.ends = content.starts, content.ends
    plan.frame = dict(content.frame)
    plan.searched = plan.words()
    plan.save()
    sent_to = content.frame.get("recipients") or ()
    each_of = [goal.per for goal in content.goals if goal.per]
    named = name_parties(plan, _names(content), sent_to, each_of=each_of, settled=settled)
    items = _store_items(plan, content, named)
    _store_targets(plan, content, items, named)
    _store_rest(plan, content, items, named)
    parties.tell_orders_from_wishes(plan)
    return plan


def name_parties(
    plan: Plan,
    words: Iterable[str],
    sent_to: Iterable[str] = (),
    *,
    each_of: Iterable[str] = (),
    settled: Iterable[Party] = (),
) -> dict[str, Party]:
    """New parties of a plan by the words that name them, as `parties.take_in` finds them; settled: those of another plan of
    which a person said who is meant."""
    doing, sent, counted = (
        list(dict.fromkeys(each[: parties.LONGEST] for each in given)) for given in (words, sent_to, each_of)
    )
    wanted = {*doing, *sent, *counted}
    known = {party.words: party for party in settled if party.words in wanted}
    itself = plan.unit.name[: parties.LONGEST]
    made = [
        Party(
            plan=plan, words=said, described=party.described, settled=party.settled, is_recipient=said in sent
        )
        for said, party in known.items()
    ]
    if itself in wanted and itself not in known:  # its own name leaves no question, however others are called
        made.append(Party(plan=plan, words=itself, settled=Party.Settled.FOUND, is_recipient=itself in sent))
    by_words = {party.words: party for party in Party.objects.bulk_create(made)}
    of = {party.pk: by_words[said] for said, party in known.items()}
    meant = list(PartyUnit.objects.filter(party__in=list(of)).values_list("party", "unit"))
    rows = [PartyUnit(party=of[party], unit_id=unit) for party, unit in meant]
    if itself in by_words and itself not in known:
        rows.append(PartyUnit(party=by_words[itself], unit=plan.unit))
    PartyUnit.objects.bulk_create(rows, batch_size=_AT_ONCE)
    left = [[each for each in names if each not in by_words] for names in (doing, sent, counted)]
    return by_words | parties.take_in(plan, *left)


def settled_by_people(plan: Plan) -> list[Party]:
    """Whom a person said a plan means, or nobody."""
    return list(plan.parties.filter(settled__in=[Party.Settled.CHOSEN, Party.Settled.OUTSIDE]))


def _names(content: Content) -> Iterator[str]:
    for work in content.works:
        yield from (role.who for role in work.roles)
    for report in content.reports:
        yield from filter(None, (report.sender, report.receiver))
    for goal in content.goals:
        yield from (share.who for share in goal.shares)


def _party(named: Mapping[str, Party], words: str) -> Party | None:
    return named.get(words[: parties.LONGEST]) if words else None


def _store_items(plan: Plan, content: Content, named: Mapping[str, Party]) -> dict[int, Item]:
    """The items by their keys, each under its heading."""
    made = Item.objects.bulk_create(
        Item(
            plan=plan, kind=work.kind, text=work.text, position=work.position, source=work.source, role=work.about,
            label=work.label, body=list(work.body), period=work.period, starts=work.starts, ends=work.ends,
            note=work.note, origin_id=work.origin,
        )
        for work in content.works
    )  # fmt: skip
    items = {work.key: item for work, item in zip(content.works, made, strict=True)}
    under = [work for work in content.works if work.parent in items]
    for work in under:
        items[work.key].parent = items[work.parent or 0]
    Item.objects.bulk_update([items[work.key] for work in under], ["parent"], batch_size=500)
    roles = {
        (items[work.key].pk, party.pk, role.role): Assignment(
            item=items[work.key], party=party, role=role.role, is_asked=role.is_asked
        )
        for work in content.works
        for role in work.roles
        if (party := _party(named, role.who))
    }
    Assignment.objects.bulk_create(roles.values(), batch_size=_AT_ONCE)
    return items


def _store_targets(
    plan: Plan, content: Content, items: Mapping[int, Item], named: Mapping[str, Party]
) -> None:
    targets = Target.objects.bulk_create(
        Target(
            plan=plan, item=items.get(goal.item or 0), text=goal.text, position=goal.position, source=goal.source,
            quantity=goal.quantity, measure=goal.measure, comparator=goal.comparator, per=goal.per,
            each=_party(named, goal.per), indicator_id=goal.indicator, origin_id=goal.origin,
        )
        for goal in content.goals
    )  # fmt: skip
    Share.objects.bulk_create(
        (
            Share(target=target, party=party, quantity=share.quantity, note=share.note, source=share.source)
            for goal, target in zip(content.goals, targets, strict=True)
            for share in goal.shares
            if (party := _party(named, share.who))
        ),
        batch_size=_AT_ONCE,
    )


def _store_rest(plan: Plan, content: Content, items: Mapping[int, Item], named: Mapping[str, Party]) -> None:
    Amount.objects.bulk_create(
        Amount(
            plan=plan, item=items.get(each.item or 0), text=each.text, kind=each.kind, value=each.value, per=each.per,
            quantity=each.quantity, position=each.position, source=each.source,
        )
        for each in content.sums
    )  # fmt: skip
    Duty.objects.bulk_create(
        Duty(
            plan=plan, text=each.text, cycle=each.cycle, due=each.due, sender=_party(named, each.sender),
            receiver=_party(named, each.receiver), via=each.via, position=each.position, source=each.source,
        )
        for each in content.reports
    )  # fmt: skip
    Basis.objects.bulk_create(
        Basis(
            plan=plan, text=each.number, number=each.number, kind=each.kind, issued_on=each.issued_on,
            issuer=each.issuer[:300], cites_id=each.cites, position=each.position, source=each.source,
        )
        for each in content.citations
    )  # fmt: skip
