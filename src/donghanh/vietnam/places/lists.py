"""The lists of places, read from the files in `vietnam/data/places`.

Source: the National Statistics Office's code list and its table of conversion, both as of 1 July 2025.
docs/places.md tells what they leave out.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from donghanh.vietnam.places.model import REFORM, Level, Place, Successor

_FOLDER = Path(__file__).parent.parent / "data" / "places"


@dataclass(frozen=True, slots=True)
class Lists:
    """before, today: all places of each time; what lives on unchanged stands in both, as the same object.

    successors, predecessors: by place; empty where the table has nothing.
    """

    before: tuple[Place, ...]
    today: tuple[Place, ...]
    successors: dict[Place, tuple[Successor, ...]]
    predecessors: dict[Place, tuple[Place, ...]]


def load() -> Lists:
    """Read all lists; takes about a tenth of a second."""
    province_rows = _rows("provinces_before_2025"), _rows("provinces_2025")
    district_rows = _rows("districts_before_2025")
    commune_rows = _rows("communes_before_2025"), _rows("communes_2025")
    changes = [(old, new, partly == "1") for old, new, partly in _rows("commune_changes_2025")]

    moves = _province_moves(district_rows, commune_rows, changes)
    new_provinces = {row[0]: _place(row, Level.PROVINCE, since=REFORM) for row in province_rows[1]}
    old_provinces = {}
    for row in province_rows[0]:
        place = _place(row, Level.PROVINCE, until=REFORM)
        if moves[row[0]] == {row[0]} and sum(row[0] in to for to in moves.values()) == 1:
            lives_on = replace(place, until=None)
            if lives_on.name == new_provinces[row[0]].name:
                new_provinces[row[0]] = lives_on
            place = lives_on
        old_provinces[row[0]] = place
    districts = {
        row[0]: _place(row, Level.DISTRICT, old_provinces[row[3]], until=REFORM) for row in district_rows
    }
    old_communes = {
        row[0]: _place(row, Level.COMMUNE, districts[row[3]], until=REFORM) for row in commune_rows[0]
    }
    new_communes = {
        row[0]: _place(row, Level.COMMUNE, new_provinces[row[3]], since=REFORM) for row in commune_rows[1]
    }

    # Ten old codes of the table are in no list of communes: what they were called is unknown here.
    links = [
        (old_communes[old], new_communes[new], partly) for old, new, partly in changes if old in old_communes
    ]
    links += _district_links(links, districts.values(), new_communes.values(), moves)
    for code, to in moves.items():
        links += [(old_provinces[code], new_provinces[new], len(to) > 1) for new in sorted(to, key=int)]

    successors: dict[Place, list[Successor]] = defaultdict(list)
    predecessors: dict[Place, list[Place]] = defaultdict(list)
    for was, now, partly in links:
        successors[was].append(Successor(now, partly))
        predecessors[now].append(was)
    return Lists(
        before=(*old_provinces.values(), *districts.values(), *old_communes.values()),
        today=(*new_provinces.values(), *new_communes.values()),
        successors={place: tuple(found) for place, found in successors.items()},
        predecessors={place: tuple(found) for place, found in predecessors.items()},
    )


def _province_moves(
    district_rows: list[list[str]],
    commune_rows: tuple[list[list[str]], list[list[str]]],
    changes: list[tuple[str, str, bool]],
) -> dict[str, set[str]]:
    """Codes of the provinces of today by the old province whose communes they took over."""
    province_of_district = {row[0]: row[3] for row in district_rows}
    old_province = {row[0]: province_of_district[row[3]] for row in commune_rows[0]}
    new_province = {row[0]: row[3] for row in commune_rows[1]}
    moves: dict[str, set[str]] = defaultdict(set)
    for old, new, _ in changes:
        if old in old_province:
            moves[old_province[old]].add(new_province[new])
    return moves


def _district_links(
    links: list[tuple[Place, Place, bool]],
    districts: Iterable[Place],
    new_communes: Iterable[Place],
    moves: dict[str, set[str]],
) -> Iterator[tuple[Place, Place, bool]]:
    """Each district with the communes of today that took over communes of it.

    An island district without communes became the special zone of its name.
    """
    taken: dict[Place, dict[Place, bool]] = defaultdict(dict)
    for was, now, partly in links:
        if was.parent:
            into = taken[was.parent]
            into[now] = into.get(now, False) or partly
    zones = {(c.bare_name, c.province.code): c for c in new_communes if c.kind == "đặc khu"}
    for district in districts:
        communes = taken.get(district, {})
        for code in () if communes else moves[str(district.province.code)]:
            if zone := zones.get((district.bare_name, int(code))):
                yield district, zone, False
        for commune in sorted(communes, key=lambda c: c.code):
            yield district, commune, len(communes) > 1 or communes[commune]


def _rows(name: str) -> list[list[str]]:
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def _place(
    row: list[str],
    level: Level,
    parent: Place | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Place:
    code, name, kind = row[0], row[1], row[2]
    # "thành phố trung ương" stands in the names as "Thành phố".
    bare_name = name[len(kind.removesuffix(" trung ương")) + 1 :]
    return Place(int(code), name, bare_name, kind, level, parent, since, until)
