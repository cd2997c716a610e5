"""The offices that a place has: of the People's Committee, the Party, the mass organisations, police, health.

They were renamed in March 2025 and again when the districts ended, so each has its days. Source: the acts named with
each of them in `data/offices.csv`.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from donghanh.vietnam.places.keys import Likeness, likeness, loose

_FILE = Path(__file__).parent / "data" / "offices.csv"
_BARE = "{bare}"


@dataclass(frozen=True, slots=True)
class Office:
    """One sort of office in one span of days.

    title: its name before that of its place, with "{bare}" where the place stands without its level word ("Huyện ủy
    Tam Đường"). kind: as units have it. places: the level words of the places that have it.
    always: every such place has one by law; else some have, and only people know which.
    into: the keys of the offices that took its tasks over, each for other tasks or at another level.
    """

    key: str
    title: str
    kind: str
    places: frozenset[str]
    always: bool
    since: date
    until: date
    into: tuple[str, ...]
    aliases: tuple[str, ...]

    def holds_on(self, day: date) -> bool:
        return self.since <= day < self.until

    def named(self, place_kind: str, bare_name: str) -> str:
        """
        >>> office("phong-tu-phap").named("huyện", "Tam Đường"), office("huyen-uy").named("huyện", "Tam Đường")
        ('Phòng Tư pháp huyện Tam Đường', 'Huyện ủy Tam Đường')
        """
        if _BARE in self.title:
            return self.title.replace(_BARE, bare_name)
        return f"{self.title} {place_kind.removesuffix(' trung ương')} {bare_name}"


@cache
def offices() -> tuple[Office, ...]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(_office(row) for row in csv.DictReader(file, delimiter=";"))


def office(key: str) -> Office:
    return _by_key()[key]


def called(words: str) -> tuple[Office, ...]:
    """The offices whose title or short form these words are, whatever their days and levels; marks may be left out.

    >>> [office.key for office in called("phong tu phap")]
    ['phong-tu-phap']
    """
    found = [
        office
        for alias, office in _by_alias().get(loose(words), ())
        if (alike := likeness(words, alias)) is not None and alike < Likeness.REMARKED
    ]
    return tuple(dict.fromkeys(found))


@cache
def _by_key() -> dict[str, Office]:
    return {office.key: office for office in offices()}


@cache
def _by_alias() -> dict[str, list[tuple[str, Office]]]:
    index: dict[str, list[tuple[str, Office]]] = defaultdict(list)
    for office in offices():
        for alias in (office.title.replace(_BARE, "").strip(), *office.aliases):
            index[loose(alias)].append((alias, office))
    return index


def _office(row: dict[str, str]) -> Office:
    return Office(
        key=row["key"],
        title=row["title"],
        kind=row["kind"],
        places=frozenset(row["places"].split(", ")),
        always=row["always"] == "yes",
        since=date.fromisoformat(row["since"]) if row["since"] else date.min,
        until=date.fromisoformat(row["until"]) if row["until"] else date.max,
        into=tuple(filter(None, row["into"].split(", "))),
        aliases=tuple(filter(None, row["aliases"].split(" | "))),
    )
