"""What of a plan in force concerns one unit below, as the plan that this unit would make of it.

    derive(plan, unit) -> Derived

Computed each time and stored nowhere: with 3,321 communes most never change a word of it. It becomes rows when a person
begins to write (`beginning.begin_below`).
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import Count
from django.utils import timezone

from donghanh.organisations.models import Handover, Kind, Level, OrgUnit
from donghanh.organisations.tree import on
from donghanh.plans.content import Citation, Content, Goal, Money, Part, Report, Role, Work, content_of
from donghanh.plans.errors import NotInForceError, NotNamedError
from donghanh.plans.labels import numbered_anew
from donghanh.plans.models import IN_FORCE, Assignment, Item, Party, PartyUnit, Plan, Share

_BELOW = {
    (Kind.UNION, Level.CENTRE): "Hội LHPN các tỉnh, thành phố",
    (Kind.UNION, Level.PROVINCE): "Hội LHPN các xã, phường",
    (Kind.UNION, Level.COMMUNE): "Các chi hội",
    (Kind.PEOPLES_COMMITTEE, Level.PROVINCE): "UBND các xã, phường",
}
"""How a plan names all that stand directly below a unit."""
_FILED = "Lưu: VT"
# Of which level each is that "mỗi …" names, the lowest first, since "mỗi chi hội của xã" names chi hội.
_LEVEL_WORDS = (
    (Level.VILLAGE, re.compile(r"\b(?:chi hội|thôn|bản|ấp|khóm|buôn|tổ(?! chức))\b", re.IGNORECASE)),
    (Level.COMMUNE, re.compile(r"\b(?:xã|phường|đặc khu|thị trấn|cơ sở)\b", re.IGNORECASE)),
    (Level.PROVINCE, re.compile(r"\b(?:tỉnh|thành phố)\b", re.IGNORECASE)),
)
_HEIGHT = {Level.VILLAGE: 0, Level.COMMUNE: 1, Level.PROVINCE: 2}
_OF_PLACES = re.compile(
    r"(?:các|mỗi|từng|tất cả các)\s+(?:xã|phường|đặc khu|thị trấn|tỉnh|thành phố|thôn|bản)\b"
)
_NORMS = frozenset({"rate", "cap"})
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Standing:
    """How a unit stands in a plan. own: the words that mean it, or what it took over; beside: words that mean others, with
    the one of them that is in its place; shares: by the key of the target, what falls to it."""

    name: str
    level: str
    place: str
    below: str
    own: frozenset[str]
    beside: Mapping[str, str]
    shares: Mapping[int, Part]


@dataclass(frozen=True, slots=True)
class Derived:
    """The plan that a unit would make of a higher one."""

    above: Plan
    unit: OrgUnit
    content: Content


def derive(plan: Plan, unit: OrgUnit) -> Derived:
    """The draft of one unit, in as many queries whatever the length of the plan.

    Raises: NotInForceError, NotNamedError.
    """
    for derived in derive_each(plan, [unit]):
        return derived
    raise NotNamedError(unit.name)


def derive_each(plan: Plan, units: Sequence[OrgUnit]) -> Iterator[Derived]:
    """The drafts of many, one after the other; none for whom the plan does not name.

    Raises: NotInForceError.
    """
    if plan.state not in IN_FORCE:
        raise NotInForceError(plan.get_state_display())
    content = content_of(plan, with_shares=False)
    for at in range(0, len(units), _AT_ONCE):
        some = units[at : at + _AT_ONCE]
        for unit, standing in zip(some, standings(plan, some), strict=True):
            if standing.own:
                yield Derived(plan, unit, cut(content, standing, plan.pk))


def standings(plan: Plan, units: Sequence[OrgUnit]) -> list[Standing]:
    """How each of some units stands in a plan; five queries. units: with their places."""
    owner = _owners(units)
    words: dict[int, set[str]] = defaultdict(set)
    parties: dict[int, set[int]] = defaultdict(set)
    named = PartyUnit.objects.filter(party__plan=plan)
    for unit, party, said in named.filter(unit__in=owner).values_list("unit", "party", "party__words"):
        words[owner[unit]].add(said)
        parties[party].add(owner[unit])
    beside: dict[int, dict[str, str]] = defaultdict(dict)
    places = {unit.place_id for unit in units if unit.place_id}
    for place, said, name in named.filter(unit__place__in=places).values_list(
        "unit__place", "party__words", "unit__name"
    ):
        beside[place][said] = name
    shares = _shares(plan, parties)
    return [
        Standing(
            name=unit.name,
            level=unit.level,
            place=unit.place.name if unit.place else "",
            below=below(unit),
            own=frozenset(words[unit.pk]),
            beside={
                said: name for said, name in beside[unit.place_id or 0].items() if said not in words[unit.pk]
            },
            shares=shares[unit.pk],
        )
        for unit in units
    ]


def below(unit: OrgUnit) -> str:
    """By which words a unit names all that stand directly below it; "" where it names none so."""
    return _BELOW.get((Kind(unit.kind), Level(unit.level)), "") if unit.level else ""


def _owners(units: Iterable[OrgUnit]) -> dict[int, int]:
    """Who has today what each of these units and those that they took over have to do."""
    own = {unit.pk: unit.pk for unit in units}
    taken = Handover.objects.filter(on(timezone.localdate()), into__in=own)
    return own | dict(taken.values_list("unit", "into"))


def _shares(plan: Plan, parties: Mapping[int, Collection[int]]) -> dict[int, dict[int, Part]]:
    """What falls to each unit by itself; what falls to several together is nobody's alone."""
    found: dict[int, dict[int, Part]] = defaultdict(dict)
    alone = Party.objects.filter(plan=plan, pk__in=parties).annotate(count=Count("units")).filter(count=1)
    rows = Share.objects.filter(target__plan=plan, party__in=alone.values("pk"))
    for target, party, said, quantity, note in rows.values_list(
        "target", "party", "party__words", "quantity", "note"
    ):
        for unit in parties[party]:
            before = found[unit].get(target)
            found[unit][target] = Part(said, quantity + (before.quantity if before else 0), note)
    return found


def cut(content: Content, standing: Standing, above: int) -> Content:
    """The plan of one unit out of a higher one. above: the number of the higher plan, which the lower one cites first."""
    return _Cut(content, standing, above).content()


class _Cut:
    def __init__(self, content: Content, standing: Standing, above: int) -> None:
        self._content, self._standing, self._above = content, standing, above
        self._wording = _Wording(standing)
        self._by_key = {work.key: work for work in content.works}

    def content(self) -> Content:
        standing, higher = self._standing, self._content
        goals = [goal for each in higher.goals if (goal := self._goal(each))]
        wanted = self._wanted(goals)
        works = tuple(self._work(work) for work in higher.works if work.key in wanted)
        kept = {work.key for work in works}
        dropped = {work.text for work in higher.works if work.key not in wanted}
        recipients = filter(None, (higher.issuer, standing.below, _FILED))
        return Content(
            title=self._wording.title(higher),
            issuer=standing.name,
            starts=higher.starts,
            ends=higher.ends,
            place=standing.place,
            frame={
                **({"programme": higher.frame["programme"]} if higher.frame.get("programme") else {}),
                "recipients": list(recipients),
            },
            works=numbered_anew(works),
            goals=tuple(goals),
            sums=tuple(
                self._norm(each)
                for each in higher.sums
                if each.kind in _NORMS and each.item in kept and each.text not in dropped
            ),
            reports=tuple(self._report(each) for each in higher.reports if each.sender in standing.own),
            citations=tuple(self._citations()),
        )

    def _wanted(self, goals: Iterable[Goal]) -> set[int]:
        """What the unit has to do and why, with the headings above it."""
        wanted = {
            work.key
            for work in self._content.works
            if work.about == "purpose" or any(role.who in self._standing.own for role in work.roles)
        }
        wanted |= {goal.item for goal in goals if goal.item in self._by_key}
        for key in tuple(wanted):
            parent = self._by_key[key].parent
            while parent is not None and parent in self._by_key and parent not in wanted:
                wanted.add(parent)
                parent = self._by_key[parent].parent
        return wanted

    def _work(self, work: Work) -> Work:
        says = self._wording.says
        # What else the higher plan says under a heading of work is not this unit's.
        body = tuple(says(line) for line in work.body) if work.about == "purpose" else ()
        return replace(
            work,
            text=says(work.text),
            note=says(work.note),
            body=body,
            roles=tuple(self._roles(work)),
            origin=work.key if work.kind != Item.Kind.SECTION else None,
            source=None,
        )

    def _roles(self, work: Work) -> Iterator[Role]:
        """The unit in its own name, those beside it in theirs; what it leads it passes on to those below."""
        standing = self._standing
        roles: dict[tuple[str, str], Role] = {}
        for role in work.roles:
            is_own = role.who in standing.own
            who = standing.name if is_own else standing.beside.get(role.who, role.who)
            roles.setdefault((who, role.role), Role(who, role.role, not is_own))
        leads = (standing.name, str(Assignment.Role.LEAD)) in roles
        if leads and standing.below:
            as_what = Assignment.Role.LEAD if work.kind == Item.Kind.TASK else Assignment.Role.PARTNER
            roles.setdefault((standing.below, as_what), Role(standing.below, as_what))
        yield from roles.values()

    def _goal(self, goal: Goal) -> Goal | None:
        """What of a target is the unit's: what falls to it, what each like it has to reach, what each below it has."""
        standing = self._standing
        lower = replace(
            goal, shares=(), each="", origin=goal.key, source=None, text=self._wording.says(goal.text)
        )
        if (share := standing.shares.get(goal.key)) is not None:
            text = _with_figure(lower.text, goal.quantity, share.quantity)
            return replace(lower, quantity=share.quantity, per="", text=text)
        level = _level_of(goal.per)
        if goal.per and (goal.each in standing.own or level == standing.level):
            return replace(lower, per="", text=self._wording.of_one(goal))
        if goal.per and level and _HEIGHT[level] < _HEIGHT.get(Level(standing.level or Level.VILLAGE), 0):
            return lower
        return None

    def _norm(self, money: Money) -> Money:
        return replace(money, text=self._wording.says(money.text), source=None)

    def _report(self, report: Report) -> Report:
        return replace(
            report, text=self._wording.says(report.text), sender=self._standing.name, source=None
        )  # fmt: skip

    def _citations(self) -> Iterator[Citation]:
        higher = self._content
        own = [each for each in higher.citations if not higher.number or each.number != higher.number]
        first = min((each.position for each in own), default=0.0) - 1
        yield Citation(higher.number, first, higher.kind, higher.issued_on, higher.issuer, self._above)
        yield from (replace(each, source=None) for each in own)


class _Wording:
    """How what a plan says of many is said of one of them."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        named = {words: self._name(words) for words in standing.own} | dict(standing.beside)
        # Its own name is left as it is, whatever shorter words stand in it.
        named[standing.name] = standing.name
        self._named = {_folded(words): name for words, name in named.items()}
        each = "|".join(_loosely(words) for words in sorted(named, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<!\w)(?:{each})(?!\w)", re.IGNORECASE)

    def _name(self, words: str) -> str:
        standing = self._standing
        return standing.place if standing.place and _OF_PLACES.match(words.lower()) else standing.name

    def says(self, text: str) -> str:
        """The text with names in place of "the Union of each commune"."""

        def name(match: re.Match[str]) -> str:
            said = self._named.get(_folded(match[0]), match[0])
            return said[:1].upper() + said[1:] if match.start() == 0 else said

        return self._pattern.sub(name, text)

    def of_one(self, goal: Goal) -> str:
        """What each has to reach, said of one: "Mỗi xã có 10 hộ" becomes "Xã Bảo Lạc có 10 hộ"."""
        text, words = goal.text, _loosely(goal.per)
        name = self._standing.place or self._standing.name
        if goal.per and re.match(rf"{words}(?!\w)", text, re.IGNORECASE):
            name = name[:1].upper() + name[1:]
            text = re.sub(words, lambda _: name, text, count=1, flags=re.IGNORECASE)
        elif goal.per:
            without = rf"[,;]?\s*(?:(?:của|cho|ở|tại|trên)\s+)?(?<!\w){words}(?!\w)"
            text = re.sub(without, "", text, flags=re.IGNORECASE).strip() or text
        return self.says(text)

    def title(self, higher: Content) -> str:
        """The title of the higher plan, of this place."""
        place = self._standing.place
        if not (higher.place and place):
            return self.says(higher.title)
        return re.sub(rf"(?<!\w){_loosely(higher.place)}(?!\w)", place, higher.title, flags=re.IGNORECASE)


def _level_of(per: str) -> Level | None:
    return next((level for level, words in _LEVEL_WORDS if words.search(per)), None)


def _with_figure(text: str, whole: Decimal | None, own: Decimal) -> str:
    """The text with the unit's own figure: in place of the whole, or before what a quota table shares out."""
    if whole is None:
        return f"{_figure(own)} {text}".strip()
    figures = {re.escape(_figure(whole)), re.escape(_figure(whole).replace(".", ""))}
    pattern = rf"(?<![\d.,])(?:{'|'.join(sorted(figures))})(?![.,]?\d)"
    return re.sub(pattern, _figure(own), text) if len(re.findall(pattern, text)) == 1 else text


def _figure(quantity: Decimal) -> str:
    """As official papers write it: 1.500; 2,5."""
    whole, _, part = f"{quantity.normalize():f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{part}" if part else grouped


def _loosely(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
