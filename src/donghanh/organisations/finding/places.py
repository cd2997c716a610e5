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
from donghanh.vietnam.unit_scopes import PlaceName

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
            for found in (listing(name, self._era),)
            for each in (*found.meant, *found.heirs, *found.near)
        }
        rows = Place.objects.filter(on(day), code__in={each.code for each in listed})
        self._rows = (
            {(row.level, row.code): row for row in rows.select_related("parent__parent").order_by("pk")}
            if listed
            else {}
        )

    def meant(self, name: PlaceName, kinds: frozenset[str] | None = None) -> list[Place]:
        """Those that a name means; kinds: the level words that they can have.

        With its level word, a name means the one nearest to who writes: in the own place first, then in those above.
        """
        found = [
            row for row in self._of(listing(name, self._era).meant) if kinds is None or row.kind in kinds
        ]
        if len(found) > 1 and readings(name.words)[0][0] is not None:
            for above in self._chain:
                if inside := [row for row in found if above.pk in {place.pk for place in chain_of(row)}]:
                    return inside
        return found

    def heirs(self, name: PlaceName) -> list[Place]:
        return self._of(listing(name, self._era).heirs)

    def near(self, name: PlaceName) -> list[Place]:
        return self._of(listing(name, self._era).near)

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
