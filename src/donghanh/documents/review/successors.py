"""Who took over a place that is no more, or bears a name that several have: asked where the lists cannot tell.

Source: the lists of units before and after 1 July 2025 (`donghanh.vietnam.places`).
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from donghanh.documents.review.state import Value
from donghanh.vietnam.places import Level, Place, gazetteer

MOST_OFFERED = 6
"""More are no help: the person names the district or province instead."""


def successors_of(place: Mapping[str, Any]) -> tuple[Place, ...]:
    """The units of today between which a place of the plan must be chosen; none where there is no choice to make.

    A district is all that it was divided into, so nothing is asked about it.
    """
    name, level, within = (place.get(key) for key in ("name", "level", "within"))
    if place.get("today") or not isinstance(name, str) or level not in (Level.COMMUNE, Level.PROVINCE):
        return ()
    found = _successors(name, Level(level), within if isinstance(within, str) else "")
    return found if 1 < len(found) <= MOST_OFFERED else ()


@lru_cache(maxsize=4096)
def _successors(name: str, level: Level, within: str) -> tuple[Place, ...]:
    above = [part.strip() for part in within.split(",") if part.strip()]
    lines = gazetteer().lines(gazetteer().find(name, level=level, within=above), above)
    return tuple(dict.fromkeys(successor.place for line in lines for successor in line.today))


def as_today(unit: Place) -> Value:
    """A unit as a place of a plan names it."""
    return {"code": unit.code, "name": unit.name, "province": unit.province.name}
