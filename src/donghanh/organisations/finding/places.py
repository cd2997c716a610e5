"""Places that names of units mention, as rows of a day; all of them in one query."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from donghanh.organisations.models import Place
from donghanh.organisations.tree import on
from donghanh.vietnam.places import REFORM, Era, gazetteer
from donghanh.vietnam.places import Place as Listed
from donghanh.vietnam.places.kinds import readings
from donghanh.vietnam.unit_scopes import PlaceName, has_level

_MOST_NEAR = 3


@dataclass(frozen=True, slots=True)
class Listing:
    """What the lists say of a name on a day.

    meant: those that are called so; heirs: of those of another time that are called so, who is there on the day; near:
    those with names nearly so, or with another level word.
    """

    meant: tuple[Listed, ...] = ()
    heirs: tuple[Listed, ...] = ()
    near: tuple[Listed, ...] = ()


@lru_cache(maxsize=1 << 12)
def listing(name: PlaceName, era: Era) -> Listing:
    """What the lists say of a name; the first of the three that is not empty is all that counts."""
    places = gazetteer()
    if meant := places.find(name.words, within=name.within, era=era, fuzzy=False):
        return Listing(meant=meant)
    if others := places.find(name.words, within=name.within, fuzzy=False):
        if era == "today":
            heirs = [each.place for other in others for each in places.successors(other)]
        else:
            heirs = [
                old for other in others for old in places.predecessors(other) if old.level is other.level
            ]
        return Listing(heirs=tuple(dict.fromkeys(heirs)))
    bare_name = readings(name.words)[0][1]
    near = (
        places.find(bare_name, within=name.within, era=era, fuzzy=False)
        or places.find(name.words, within=name.within, era=era)
        or places.suggest(name.words, name.within, _MOST_NEAR * 3)
    )
    return Listing(near=tuple(each for each in near if era_has(each, era))[:_MOST_NEAR])


def era_of(day: date) -> Era:
    return "before" if day < REFORM else "today"


def era_has(place: Listed, era: Era) -> bool:
    return place in _of_era(era)


@lru_cache(maxsize=2)
def _of_era(era: Era) -> frozenset[Listed]:
    places = gazetteer()
    return frozenset(places.before if era == "before" else places.today)


class Places:
    """The rows of the places that some names mention."""

    def __init__(self, names: Iterable[PlaceName], chain: Sequence[Place], day: date) -> None:
        """chain: the place of the one who writes, and those above it."""
        self._era = era_of(day)
        self._chain = chain
        listed = {
            each
            for name in names
            for said in (self._at_home(name), listing(name, self._era))
            for each in (*said.meant, *said.heirs, *said.near)
        }
        rows = Place.objects.filter(on(day), code__in={each.code for each in listed})
        found = rows.select_related("parent__parent").order_by("pk") if listed else ()
        self._rows = {(row.level, row.code): row for row in found}

    def meant(self, name: PlaceName, kinds: frozenset[str] | None = None) -> list[Place]:
        """Those that a name means; kinds: the level words that they can have.

        With its level word, a name means one of the own province before any other, and of these the nearest.
        """
        said = self._at_home(name).meant or listing(name, self._era).meant
        found = [row for row in self._of(said) if kinds is None or row.kind in kinds]
        if len(found) > 1 and has_level(name):
            for above in self._chain:
                if inside := [row for row in found if above in chain_of(row)]:
                    return inside
        return found

    def _at_home(self, name: PlaceName) -> Listing:
        """What the lists say of a name in the own province: "xã Quí Quân" may be spelled Quý Quân there."""
        if not self._chain or not has_level(name):
            return Listing()
        return listing(PlaceName(name.words, (*name.within, self._chain[-1].name)), self._era)

    def heirs(self, name: PlaceName) -> list[Place]:
        return self._of(self._at_home(name).heirs or listing(name, self._era).heirs)

    def near(self, name: PlaceName) -> list[Place]:
        return self._of(self._at_home(name).near or listing(name, self._era).near)

    def _of(self, listed: Iterable[Listed]) -> list[Place]:
        rows = (self._rows.get((each.level.value, each.code)) for each in listed)
        return list(dict.fromkeys(row for row in rows if row is not None))


def chain_of(place: Place | None) -> list[Place]:
    """A place and those above it, the nearest first."""
    chain = []
    while place is not None:
        chain.append(place)
        place = place.parent
    return chain
