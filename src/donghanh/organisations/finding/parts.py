"""What a name asks of the tree, told from the one who writes: the body of a place, a department, a set, a question."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext

from donghanh.organisations.finding.answers import Question, Why, ended, nobody, unknown
from donghanh.organisations.finding.places import Places, chain_of
from donghanh.organisations.models import Kind, Level, OrgUnit, Place, Position
from donghanh.organisations.offices import within
from donghanh.organisations.tree import beyond, numbers, on
from donghanh.vietnam.places import REFORM
from donghanh.vietnam.places.kinds import LEVEL_OF_KIND
from donghanh.vietnam.unit_names import (
    COMMITTEE,
    FRONT,
    ORGANISATIONS,
    UNION,
    Body,
    Named,
    parse,
    trunk,
)
from donghanh.vietnam.unit_scopes import PlaceName, Reach, Scope

TRUNKS = (UNION, COMMITTEE, FRONT)
_ORDER = (Level.CENTRE, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.VILLAGE, Level.GROUP)


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes, as names are seen from there.

    chain: the own place and those above it. superiors: the own ones, a line each. below: which positions stand there.
    """

    unit: OrgUnit | None
    day: date
    chain: tuple[Place, ...] = ()
    superiors: tuple[OrgUnit, ...] = ()
    below: Q = field(default_factory=lambda: Q(pk__in=()))

    @property
    def level(self) -> int:
        """How low he stands; the centre's where nobody is known."""
        return _ORDER.index(Level(self.unit.level)) if self.unit and self.unit.level else 0


def writer(unit: OrgUnit | None, day: date) -> Writer:
    """At most three queries."""
    if unit is None:
        return Writer(None, day)
    standing = list(Position.objects.filter(on(day), unit=unit).order_by("line"))
    chains = [numbers(position.path)[:-1] for position in standing]
    above = OrgUnit.objects.in_bulk({number for chain in chains for number in chain})
    places = [unit.place_id, *(above[number].place_id for chain in chains for number in reversed(chain))]
    own = next(filter(None, places), None)
    place = Place.objects.select_related("parent__parent").filter(pk=own).first() if own else None
    superiors = tuple(above[chain[-1]] for chain in chains if chain)
    below = Q(*(_branch(position) for position in standing), _connector=Q.OR) if standing else Q(pk__in=())
    return Writer(unit, day, tuple(chain_of(place)), superiors, below)


def _branch(position: Position) -> Q:
    return Q(line=position.line_id, path__gte=position.path, path__lt=beyond(position.path))


@dataclass(frozen=True, slots=True)
class One:
    """The body of one place."""

    name: Named
    body: Body
    place: Place


@dataclass(frozen=True, slots=True)
class Department:
    """A department of another body: of the one named with it, else of the one who writes."""

    name: Named
    title: str
    kind: str
    of: "Part"


@dataclass(frozen=True, slots=True)
class Own:
    """A unit with a name of its own, told by that alone."""

    name: Named
    body: Body


@dataclass(frozen=True, slots=True)
class Asked:
    """A body of one of some places, and why it has to be asked of which."""

    name: Named
    body: Body
    places: tuple[Place, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Direct:
    """A unit that is known at once."""

    name: Named
    unit: OrgUnit


@dataclass(frozen=True, slots=True)
class Centre:
    """The body at the top of the country."""

    name: Named
    body: Body


@dataclass(frozen=True, slots=True)
class Each:
    """Each unit that fits. wide: the same with those of the same level that are called otherwise. some: where only some of
    them are meant, by what they are singled out, or how many."""

    name: Named
    fits: Q
    wide: Q
    description: str
    area: Place | None
    some: str = ""

    @property
    def key(self) -> tuple[str, int | None]:
        """The same for sets that are the same, however often they are named."""
        return self.description, self.area.pk if self.area else None


Part = One | Department | Own | Asked | Direct | Centre | Each | Question


def parts(name: Named, by: Writer, places: Places) -> list[Part]:
    """A name of several places asks for each of them."""
    scope = name.scope
    if name.body is None and (by.unit is None or scope.reach is Reach.OWN):
        return [Direct(name, by.unit) if by.unit else unknown(name.words)]
    body = name.body or _own_body(by)
    if body.kinds == ("affiliate",) and not body.title:
        return [_affiliates(name, by, places)]
    if name.of is not None or (
        body.kinds == ("other",) and not body.offices and scope == Scope() and by.unit
    ):
        of = parts(name.of, by, places) if name.of else [Direct(name, by.unit)] if by.unit else []
        return [Department(name, body.title, body.kinds[0], part) for part in of[:1]]
    if not body.listed and not scope.many:
        return [Own(name, body)]
    if scope.places:
        return [_of_place(name, body, place, by, places) for place in scope.places]
    if scope.levels:
        return [_of_levels(name, body, by, places)]
    if scope.reach is not None:
        return [_of_reach(name, body, scope.reach, by)]
    return [_of_own(name, body, by)]


def _own_body(by: Writer) -> Body:
    """Of what sort the one who writes is: a place alone means the body of that sort there."""
    if by.unit is None or by.unit.kind in (Kind.UNION, Kind.BRANCH, Kind.GROUP, Kind.AFFILIATE):
        return trunk(UNION)
    own = next((name.body for name in parse(by.unit.name) if isinstance(name, Named) and name.body), None)
    spread = own is not None and own.kinds[0] in (FRONT, "party", "mass_organisation")
    return own if own and spread else trunk(COMMITTEE)


def _of_place(name: Named, body: Body, asked: PlaceName, by: Writer, places: Places) -> Part:
    found = places.meant(asked, _kinds(body))
    if body.kinds[0] in ("branch", "group"):
        return _each(name, body, found[0], by) if len(found) == 1 else unknown(name.words)
    if len(found) == 1:
        return _below(name, body, found[0], by) if body == ORGANISATIONS else One(name, body, found[0])
    if found:
        return Asked(name, body, tuple(found), Why.SEVERAL)
    if heirs := places.heirs(asked):
        return Asked(name, body, tuple(heirs), Why.ENDED)
    return Asked(name, body, tuple(places.near(asked)), Why.UNKNOWN)


def _of_levels(name: Named, body: Body, by: Writer, places: Places) -> Part:
    """ "huyện" is the own district; "xã" from a district each of its xã; "các xã" always each."""
    scope = name.scope
    area: Place | None = by.chain[0] if by.chain else None
    if scope.within:
        inside = places.meant(PlaceName(scope.within[0], scope.within[1:]))
        if len(inside) != 1:
            return unknown(name.words)
        area = inside[0]
    elif by.unit is None:
        return unknown(name.words)
    elif not scope.many and (own := _own_place(scope.levels, by)):
        return _below(name, body, own, by) if body == ORGANISATIONS else One(name, body, own)
    if by.day >= REFORM and all(Level.DISTRICT in _levels(word) for word in scope.levels):
        return ended(name.words, by.day, ())
    if "thôn" in scope.levels:
        return _each(name, body, area, by) if body.kinds[0] in ("branch", "group") else nobody(name.words)
    lowest = max(_ORDER.index(Level(level)) for word in scope.levels for level in _levels(word))
    if lowest <= by.level and not scope.within:
        same = next(
            (place for place in by.chain if place.level in {x for w in scope.levels for x in _levels(w)}),
            None,
        )
        return Asked(name, body, (same,), Why.UNKNOWN) if same and not scope.many else nobody(name.words)
    return _each(name, body, area, by, scope.levels)


def _of_reach(name: Named, body: Body, reach: Reach, by: Writer) -> Part:
    area = by.chain[0] if by.chain else None
    if reach is Reach.CENTRE:
        return Centre(name, body)
    if by.unit is None:
        return unknown(name.words)
    if reach is Reach.ABOVE:
        above = [unit for unit in by.superiors if unit.kind in body.kinds]
        return Direct(name, above[0]) if above else unknown(name.words)
    if reach is Reach.ALL:
        return _below(name, body, area, by, all_levels=True)
    if reach is Reach.BASE and by.level < _ORDER.index(Level.COMMUNE):
        return _each(name, body, area, by, ("xã", "phường", "thị trấn", "đặc khu"))
    return One(name, body, area) if area else Centre(name, body)


def _of_own(name: Named, body: Body, by: Writer) -> Part:
    """A body without a place: that of the own place, of the lowest above it that has one, or of each below."""
    if by.unit is None:
        return unknown(name.words)
    area = by.chain[0] if by.chain else None
    if body == ORGANISATIONS:
        return _below(name, body, area, by)
    if body.kinds[0] in ("branch", "group") or not body.listed:
        return _each(name, body, area, by)
    if not body.offices:
        return One(name, body, area) if area else Centre(name, body)
    now = [office for office in body.offices if office.holds_on(by.day)]
    for offices in (now, body.offices):
        for place in by.chain:
            if any(place.kind in office.places for office in offices):
                return One(name, body, place)
    kinds = frozenset(kind for office in now for kind in office.places)
    if any(_ORDER.index(Level(LEVEL_OF_KIND[kind].value)) > by.level for kind in kinds):
        return _each(name, body, area, by, tuple(sorted(kinds)))
    return One(name, body, area) if area else unknown(name.words)


def _affiliates(name: Named, by: Writer, places: Places) -> Part:
    """Those that stand right below the one named, else the one who writes."""
    of = parts(name.of, by, places)[0] if name.of else None
    superior = Q(superior__place=of.place, superior__kind__in=of.body.kinds) if isinstance(of, One) else None
    if of is None and by.unit is not None:
        superior = Q(superior=by.unit)
    if superior is None:
        return unknown(name.words)
    below = Position.objects.filter(superior, on(by.day)).values("unit")
    fits = Q(kind=Kind.AFFILIATE, pk__in=below)
    place = of.place if isinstance(of, One) else by.chain[0] if by.chain else None
    return Each(name, fits, fits, gettext("each affiliated unit"), place)


def _below(name: Named, body: Body, area: Place | None, by: Writer, *, all_levels: bool = False) -> Each:
    """The bodies of a place, with those of all below it if asked."""
    fits = Q(kind__in=body.kinds) & _titled(body, by.day)
    if all_levels:
        fits &= within(area, "place__") if area else Q()
        said = gettext("%(title)s of %(place)s and of every place in it")
    else:
        fits &= Q(place=area)
        said = gettext("%(title)s of %(place)s")
    return Each(name, fits, fits, said % {"title": _title(body), "place": _called(area)}, area)


def _each(name: Named, body: Body, area: Place | None, by: Writer, words: tuple[str, ...] = ()) -> Each:
    """The body of each place of some levels below a place; each branch where they have none."""
    fits = Q(kind__in=body.kinds) & _titled(body, by.day)
    if body.kinds[0] in ("branch", "group"):
        above = Position.objects.filter(on(by.day))
        below = above.filter(within(area, "superior__place__")) if area else above
        fits &= Q(pk__in=below.values("unit"))
    elif area is not None:
        fits &= within(area, "place__") & ~Q(place=area)
    levels = {level.value for word in words for level in _levels(word)}
    kinds = {kind for word in words for kind in (word, f"{word} trung ương") if kind in LEVEL_OF_KIND}
    wide = fits & Q(place__level__in=levels) if words else fits
    said = (
        gettext("%(title)s of each %(levels)s in %(place)s")
        if words
        else gettext("each %(title)s in %(place)s")
    )
    about = {"title": _title(body), "levels": ", ".join(words), "place": _called(area)}
    fits = wide & Q(place__kind__in=kinds) if words else fits
    return Each(name, fits, wide, said % about, area, name.scope.some)


def _titled(body: Body, day: date) -> Q:
    """Which of the units of its kinds are meant, by how their names begin."""
    titles = [office.title.replace("{bare}", "") for office in body.offices if office.holds_on(day)]
    if not body.offices and not body.listed:
        titles = [body.title[:1].upper() + body.title[1:]]
    return Q(*(("name__startswith", f"{title.strip()} ") for title in titles), _connector=Q.OR)


def _own_place(words: tuple[str, ...], by: Writer) -> Place | None:
    """The own place or one above it that is called by one of the level words."""
    for word in words:
        for place in by.chain:
            if place.kind in (word, f"{word} trung ương") or (
                word == "tỉnh" and place.level == Level.PROVINCE
            ):
                return place
    return None


def _levels(word: str) -> Iterator[Level]:
    if word == "thôn":
        yield Level.VILLAGE
        return
    yield Level(LEVEL_OF_KIND[word].value)
    if word == "thành phố":
        yield Level.PROVINCE


def _kinds(body: Body) -> frozenset[str] | None:
    """The level words of the places that have such an office; None where all may."""
    return frozenset(kind for office in body.offices for kind in office.places) if body.offices else None


def _title(body: Body) -> str:
    if body == ORGANISATIONS:
        return gettext("the mass organisations")
    return body.title.replace("{bare}", "").strip()


def _called(area: Place | None) -> str:
    return (
        f"{area.kind.removesuffix(' trung ương')} {area.bare_name}" if area else gettext("the whole country")
    )
