"""Names become units: what all of them ask for is gathered first, then the tree answers in a bounded number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.db.models import Count, Q

from donghanh.organisations import search
from donghanh.organisations.building import TRUNKS as TRUNKS_OF_LINES
from donghanh.organisations.building import name_of
from donghanh.organisations.finding.answers import (
    Answer,
    Found,
    FoundSet,
    Proposal,
    Question,
    Why,
    ended,
    missing,
    nobody,
    several,
    some,
    unknown,
)
from donghanh.organisations.finding.parts import (
    TRUNKS,
    Asked,
    Centre,
    Department,
    Direct,
    Each,
    One,
    Own,
    Part,
    Writer,
    parts,
    writer,
)
from donghanh.organisations.finding.places import Places
from donghanh.organisations.models import Kind, Level, OrgUnit, Place, Position, Succession
from donghanh.organisations.offices import LINE_OF, keys_of
from donghanh.organisations.tree import on
from donghanh.organisations.words import key
from donghanh.vietnam.offices import Office
from donghanh.vietnam.unit_names import COMMITTEE, FRONT, Body, Named, Vague, parse
from donghanh.vietnam.unit_scopes import PlaceName

MOST_CANDIDATES = 12
MOST_OF_SET = 200
"""A province has at most some hundred and seventy communes."""
_MOST_NAMESAKES = 400
_SETS_AT_ONCE = 50


def find(words: str, issuer: OrgUnit | None, day: date) -> list[Answer]:
    """What the names in a phrase mean, in its order; none where it names no unit at all.

    issuer: who writes; "huyện" is his own district. None where nobody is known: then only full names are found.
    """
    return find_all([words], issuer, day)[0]


def find_all(phrases: Sequence[str], issuer: OrgUnit | None, day: date) -> list[list[Answer]]:
    """`find` for many phrases, in a number of queries that does not grow with them."""
    parsed = {words: parse(words) for words in phrases}
    by = writer(issuer, day)
    names = [name for found in parsed.values() for name in found]
    places = Places(_places_of(names), by.chain, day)
    asked = {
        words: [
            part
            for name in found
            for part in ([nobody(name.words)] if isinstance(name, Vague) else parts(name, by, places))
        ]
        for words, found in parsed.items()
    }
    tree = _Tree([part for found in asked.values() for part in found], by)
    answers = {words: _once(tree.answer(part) for part in found) for words, found in asked.items()}
    return [answers[words] for words in phrases]


def _places_of(names: Iterable[Named | Vague | None]) -> Iterator[PlaceName]:
    for name in names:
        if isinstance(name, Named):
            yield from name.scope.places
            if name.scope.within:
                yield PlaceName(name.scope.within[0], name.scope.within[1:])
            yield from _places_of([name.of])


def _once(answers: Iterable[Answer]) -> list[Answer]:
    """ "Chủ tịch, PCT UBND huyện" names one unit twice."""
    seen: set[int] = set()
    kept: list[Answer] = []
    for answer in answers:
        if isinstance(answer, Found):
            if answer.unit.pk in seen:
                continue
            seen.add(answer.unit.pk)
        kept.append(answer)
    return kept


class _Tree:
    """The units that some parts ask for, and the answers."""

    def __init__(self, asked: Sequence[Part], by: Writer) -> None:
        self._by, self._day = by, by.day
        self._at = self._of_places(asked)
        self._centre = self._of_centre(asked)
        self._heirs = self._successors()
        self._named = self._namesakes(asked)
        self._counts = self._counted([part for part in asked if isinstance(part, Each)])

    def answer(self, part: Part) -> Answer:
        if isinstance(part, Question):
            return part
        if isinstance(part, Direct):
            return Found(part.name.words, part.unit)
        if isinstance(part, Centre):
            return self._the_centre(part)
        if isinstance(part, Each):
            return self._each(part)
        if isinstance(part, Asked):
            return self._asked(part)
        if isinstance(part, Department):
            return self._department(part)
        return self._one(part) if isinstance(part, One) else self._own(part)

    # What is loaded, a query each

    def _of_places(self, asked: Sequence[Part]) -> dict[int, list[OrgUnit]]:
        """The units of the mentioned places, of all times, of the kinds that are asked for."""
        inner = [part.of if isinstance(part, Department) else part for part in asked]
        places = {part.place.pk for part in inner if isinstance(part, One)}
        places |= {place.pk for part in inner if isinstance(part, Asked) for place in part.places}
        kinds = {kind for part in inner if isinstance(part, One | Asked) for kind in part.body.kinds}
        found: dict[int, list[OrgUnit]] = defaultdict(list)
        units = OrgUnit.objects.filter(place__in=places, kind__in=kinds | {COMMITTEE, FRONT})
        for unit in units.select_related("place__parent__parent").order_by("name") if places else ():
            found[unit.place_id or 0].append(unit)
        return found

    def _of_centre(self, asked: Sequence[Part]) -> list[OrgUnit]:
        inner = [part.of if isinstance(part, Department) else part for part in asked]
        wanted = any(isinstance(part, Centre) for part in inner)
        return list(OrgUnit.objects.on(self._day).filter(level=Level.CENTRE)) if wanted else []

    def _namesakes(self, asked: Sequence[Part]) -> dict[str, list[OrgUnit]]:
        """Units by their whole names: those below the one who writes, and a bounded number of others."""
        names = [part.body.title for part in asked if isinstance(part, Own)]
        names += [part.name.words for part in asked if isinstance(part, Own)]
        departments = [(part, self.answer(part.of)) for part in asked if isinstance(part, Department)]
        names += [self._department_name(part, of.unit) for part, of in departments if isinstance(of, Found)]
        if not names:
            return {}
        units = OrgUnit.objects.on(self._day).filter(search.called(names)).prefetch_related("names")
        below = Position.objects.filter(self._by.below, on(self._day)).values("unit")
        found = units.filter(pk__in=below)[:_MOST_NAMESAKES], units[:_MOST_NAMESAKES]
        named: dict[str, list[OrgUnit]] = {}
        for nearest in found:
            near: dict[str, list[OrgUnit]] = defaultdict(list)
            for unit in nearest:
                for called in {key(name) for name in (unit.name, *(each.name for each in unit.names.all()))}:
                    near[called].append(unit)
            named = {**near, **named}
        return named

    def _successors(self) -> dict[int, list[OrgUnit]]:
        """Who took over those that ended, by their numbers."""
        gone = [unit.pk for units in self._at.values() for unit in units if unit.until <= self._day]
        heirs: dict[int, list[OrgUnit]] = defaultdict(list)
        found = Succession.objects.filter(old__in=gone, new__isnull=False).select_related(
            "new__place__parent"
        )
        for each in found.order_by("new__name") if gone else ():
            if each.new is not None:
                heirs[each.old_id].append(each.new)
        return heirs

    def _counted(self, sets: Sequence[Each]) -> dict[tuple[str, int | None], tuple[int, int]]:
        """How many there are in each set, and with those of the level that are called otherwise."""
        different = list({each.key: each for each in sets}.values())
        counts: dict[tuple[str, int | None], tuple[int, int]] = {}
        for at in range(0, len(different), _SETS_AT_ONCE):
            some = different[at : at + _SETS_AT_ONCE]
            fits = {f"fits{n}": Count("pk", filter=each.fits) for n, each in enumerate(some)}
            wide = {f"wide{n}": Count("pk", filter=each.wide) for n, each in enumerate(some)}
            any_of = Q(*(each.wide for each in some), _connector=Q.OR)
            told = OrgUnit.objects.on(self._day).filter(any_of).aggregate(**fits, **wide)
            counts |= {each.key: (told[f"fits{n}"], told[f"wide{n}"]) for n, each in enumerate(some)}
        return counts

    # The answers

    def _one(self, part: One) -> Answer:
        body, words = part.body, part.name.words
        units = [unit for unit in self._at[part.place.pk] if self._is(unit, body, part.place)]
        now = [unit for unit in units if unit.holds_on(self._day)]
        if now:
            return Found(words, now[0]) if len(now) == 1 else several(words, tuple(now[:MOST_CANDIDATES]))
        heirs = [heir for unit in units for heir in self._heirs.get(unit.pk, ())]
        heirs += self._offices_after(body, part.place)
        standing = [office for office in body.offices if office.holds_on(self._day)]
        fitting = [office for office in standing if part.place.kind in office.places]
        if heirs or units or (body.offices and not fitting):
            return ended(words, self._day, tuple(dict.fromkeys(heirs))[:MOST_CANDIDATES])
        return missing(words, self._proposal(body, part.place, fitting[0] if fitting else None))

    def _is(self, unit: OrgUnit, body: Body, place: Place) -> bool:
        if unit.kind not in body.kinds:
            return False
        if body.offices:
            asked = {office.key for office in body.offices if place.kind in office.places}
            return bool(asked & keys_of(unit.name))
        return unit.kind in TRUNKS or key(unit.name) == key(_titled(body.title, place))

    def _offices_after(self, body: Body, place: Place) -> list[OrgUnit]:
        """The units of a place that by law took over an office that is no more."""
        into = {heir for each in body.offices if each.until <= self._day for heir in each.into}
        units = [unit for unit in self._at[place.pk] if unit.holds_on(self._day)]
        return [unit for unit in units if into & keys_of(unit.name)]

    def _proposal(self, body: Body, place: Place, of_list: Office | None) -> Proposal:
        kind = Kind(of_list.kind if of_list else body.kinds[0])
        if of_list:
            name = of_list.named(place.kind, place.bare_name)
        elif kind in TRUNKS:
            name = next(name_of(each, place)[0] for each in TRUNKS_OF_LINES.values() if each.kind == kind)
        else:
            name = _titled(body.title, place)
        above = {"committee": COMMITTEE, "front": FRONT}.get(LINE_OF.get(kind, ""))
        superiors = [unit for unit in self._at[place.pk] if unit.kind == above and unit.holds_on(self._day)]
        return Proposal(kind, place.level, name, place, superiors[0] if superiors else None)

    def _the_centre(self, part: Centre) -> Answer:
        units = [unit for unit in self._centre if unit.kind in part.body.kinds]
        return Found(part.name.words, units[0]) if len(units) == 1 else unknown(part.name.words)

    def _each(self, part: Each) -> Answer:
        count, wide = self._counts[part.key]
        if not count:
            return unknown(part.name.words)
        units = OrgUnit.objects.on(self._day).filter(part.fits)
        if part.some and part.some != str(count):
            return some(part.name.words, part.description, tuple(units.order_by("name")[:MOST_OF_SET]))
        return FoundSet(part.name.words, part.description, units, count, wide - count)

    def _asked(self, part: Asked) -> Answer:
        words = part.name.words
        units = [
            unit
            for place in part.places
            for unit in self._at[place.pk]
            if unit.holds_on(self._day) and self._is(unit, part.body, place)
        ]
        candidates = tuple(units[:MOST_CANDIDATES])
        if part.why is Why.ENDED:
            return ended(words, self._day, candidates)
        if part.why is Why.SEVERAL and candidates:
            return several(words, candidates)
        return unknown(words, candidates)

    def _department(self, part: Department) -> Answer:
        """By its name with that of the body, as it would be made."""
        of = self.answer(part.of)
        if not isinstance(of, Found):
            return of.about(part.name.words) if isinstance(of, Question) else unknown(part.name.words)
        name = self._department_name(part, of.unit)
        if there := self._named.get(key(name)):
            return Found(part.name.words, there[0])
        kind = Kind.PARTY if of.unit.kind == Kind.PARTY else Kind(part.kind)
        return missing(part.name.words, Proposal(kind, of.unit.level, name, of.unit.place, of.unit))

    def _department_name(self, part: Department, of: OrgUnit) -> str:
        return f"{part.title} {of.name}"

    def _own(self, part: Own) -> Answer:
        words = part.name.words
        found = self._named.get(key(words)) or self._named.get(key(part.body.title), [])
        if len(found) == 1:
            return Found(words, found[0])
        if found:
            return several(words, tuple(found[:MOST_CANDIDATES]))
        kind = Kind(part.body.kinds[0])
        if kind in (Kind.BRANCH, Kind.GROUP):
            return unknown(words)
        return missing(words, Proposal(kind, "", part.body.title, None, None))


def _titled(title: str, place: Place) -> str:
    return f"{title} {place.kind.removesuffix(' trung ương')} {place.bare_name}"
