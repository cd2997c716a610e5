"""The units that roles reach, as the database finds them, against the same said in Python of any past and any lines."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random

import pytest
from django.db.models import Q
from django.utils import timezone

from donghanh.accounts.access import each_within, may, within
from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Permission, Role
from donghanh.organisations.models import Handover, Kind, Level, Line, OrgUnit, Position
from donghanh.organisations.tree import step

UNITS, LINES, PEOPLE = range(40), range(2), 30
Days = tuple[int, int]
"""From one up to another, counted from today."""
Held = tuple[int, int, bool]
"""Unit, line, whether the role reaches down."""


@dataclass
class Standing:
    """above: the units from the top."""

    unit: int
    line: int
    above: list[int]
    days: Days


@dataclass
class AnyCountry:
    """heirs: which unit has today what one left that ended."""

    units: list[Days]
    standings: list[Standing]
    heirs: dict[int, int]


def hold(days: Days) -> bool:
    return days[0] <= 0 < days[1]


def drawn(random: Random) -> AnyCountry:
    """Units stand in one line or in both, under whichever came before them; some move, some leave a line before their end."""
    units = random.choices(
        [(-90, 90), (-90, 0), (-90, -30), (0, 90), (30, 90)], [4, 1, 1, 1, 1], k=len(UNITS)
    )
    standings = []
    for unit, (since, until) in enumerate(units):
        for line in random.choice([[0], [1], [0, 1]]):
            day = random.choice([day for day in (-60, -10, 0, 10, 60) if since < day < until])
            for days in random.choice([[(since, until)], [(since, day), (day, until)], [(since, day)]]):
                above = random.sample(range(unit), min(unit, random.randrange(3)))
                standings.append(Standing(unit, line, [0, *sorted(set(above) - {0})] if unit else [], days))
    there, over = (
        [unit for unit in UNITS if hold(units[unit])],
        [unit for unit in UNITS if units[unit][1] <= 0],
    )
    heirs = {unit: random.choice(there) for unit in random.sample(over, len(over) // 2)}
    return AnyCountry(units, standings, heirs)


def reached(country: AnyCountry, held: Held) -> set[int]:
    at, line, reaches_down = held

    def is_below(unit: int, path: list[int]) -> bool:
        (first, last) = country.units[unit]
        return any(
            (hold(each.days) or each.days[1] == last <= 0 or each.days[0] == first > 0)
            and [*each.above, unit][: len(path)] == path
            for each in country.standings
            if (each.unit, each.line) == (unit, line)
        )

    paths = [
        [*each.above, at]
        for each in country.standings
        if (each.unit, each.line) == (at, line) and hold(each.days)
    ]
    owners = {unit: country.heirs.get(unit, unit) for unit in UNITS}
    return {
        unit
        for unit, owner in owners.items()
        if owner == at or reaches_down and any(is_below(owner, path) for path in paths)
    }


def build(country: AnyCountry) -> tuple[list[Line], list[OrgUnit]]:
    today = timezone.localdate()

    def span(days: Days) -> dict[str, object]:
        return {"since": today + timedelta(days[0]), "until": today + timedelta(days[1])}

    lines = [Line.objects.create(code=f"any{number}", name=f"Ngành {number}") for number in LINES]
    units = OrgUnit.objects.bulk_create(
        OrgUnit(kind=Kind.UNION, level=Level.COMMUNE, name=f"Hội {number}", searched="", **span(days))
        for number, days in enumerate(country.units)
    )
    Position.objects.bulk_create(
        Position(
            unit=units[each.unit],
            line=lines[each.line],
            path="".join(step(units[number].pk) for number in [*each.above, each.unit]),
            **span(each.days),
        )
        for each in country.standings
    )
    Handover.objects.bulk_create(
        Handover(unit=units[unit], into=units[heir], **span((country.units[unit][1], 90)))
        for unit, heir in country.heirs.items()
    )
    return lines, units


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(3))
def test_lists_rows_and_single_units_are_reached_as_python_says(seed: int) -> None:
    random, permission = Random(seed), Permission.VIEW_DOCUMENTS
    country = drawn(random)
    lines, units = build(country)

    def listed(asked: Callable[[User, Permission, str], Q], person: User) -> set[int]:
        found = set(OrgUnit.objects.filter(asked(person, permission, "pk")))
        return {number for number, unit in enumerate(units) if unit in found}

    for number in range(PEOPLE):
        person = User.objects.create(username=f"nguoi{number}", full_name="Người", searched="")
        expected = set()
        for _ in range(random.randint(1, 2)):
            held = random.choice([0, *UNITS]), random.choice(LINES), random.random() < 0.8
            if held[0] in country.heirs or person.grants.filter(unit=units[held[0]]).exists():
                continue
            role = Role.VIEWER if held[2] else Role.CASE_WORKER
            RoleGrant.objects.create(user=person, unit=units[held[0]], line=lines[held[1]], role=role)
            expected |= reached(country, held)
        assert listed(within, person) == expected
        assert listed(each_within, person) == expected
        if number < 3:
            assert {unit for unit in UNITS if may(person, permission, units[unit])} == expected
