"""The units that roles reach, as the database finds them, against the same said in Python of any past and any lines."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from donghanh.accounts.access import each_within, may, within
from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Permission, Role
from donghanh.organisations.models import Handover, Kind, Level, Line, OrgUnit, Position
from donghanh.organisations.tree import step

UNITS, LINES = range(7), range(2)
Days = tuple[int, int]
"""From one up to another, counted from today."""


@dataclass
class Standing:
    """above: the units from the top."""

    unit: int
    line: int
    above: list[int]
    days: Days


@dataclass
class AnyCountry:
    """heirs: which unit has today what one left that ended. roles: unit, line, and whether it reaches down."""

    units: list[Days]
    standings: list[Standing]
    heirs: dict[int, int]
    roles: list[tuple[int, int, bool]]


def hold(days: Days) -> bool:
    return days[0] <= 0 < days[1]


@st.composite
def countries(draw: st.DrawFn) -> AnyCountry:
    """Units stand in one line or in both, under whichever came before them; some move, some leave a line before their end."""
    units = [draw(st.sampled_from([(-90, 90), (-90, 0), (-90, -30), (0, 90), (30, 90)])) for _ in UNITS]
    standings = []
    for unit, (since, until) in enumerate(units):
        for line in draw(st.sampled_from([[0], [1], [0, 1]])):
            day = draw(st.sampled_from([day for day in (-60, -10, 0, 10, 60) if since < day < until]))
            spans = draw(st.sampled_from([[(since, until)], [(since, day), (day, until)], [(since, day)]]))
            for days in spans:
                above = draw(st.sets(st.sampled_from(range(unit)), max_size=3)) if unit else ()
                standings.append(Standing(unit, line, sorted(above), days))
    there, over = [
        [unit for unit in UNITS if test(units[unit])] for test in (hold, lambda days: days[1] <= 0)
    ]
    heirs = {unit: draw(st.sampled_from(there)) for unit in over if there and draw(st.booleans())}
    roles = draw(
        st.sets(st.tuples(st.sampled_from(UNITS), st.sampled_from(LINES), st.booleans()), max_size=3)
    )
    return AnyCountry(units, standings, heirs, [role for role in roles if role[0] not in heirs])


def reached(country: AnyCountry) -> set[int]:
    def counts(where: Standing) -> bool:
        (since, until), (first, last) = where.days, country.units[where.unit]
        return hold(where.days) or until == last <= 0 or since == first > 0

    def is_reached(unit: int, role: tuple[int, int, bool]) -> bool:
        at, line, reaches_down = role
        if unit == at:
            return True
        stands = next(
            (each for each in country.standings if (each.unit, each.line) == (at, line) and hold(each.days)),
            None,
        )
        if not reaches_down or stands is None:
            return False
        path = [*stands.above, at]
        return any(
            each.unit == unit
            and each.line == line
            and counts(each)
            and [*each.above, unit][: len(path)] == path
            for each in country.standings
        )

    return {
        unit for unit in UNITS for role in country.roles if is_reached(country.heirs.get(unit, unit), role)
    }


def build(country: AnyCountry) -> tuple[User, list[OrgUnit]]:
    today = timezone.localdate()

    def span(days: Days) -> dict[str, object]:
        return {"since": today + timedelta(days[0]), "until": today + timedelta(days[1])}

    lines = [Line.objects.create(code=f"any{number}", name=f"Ngành {number}") for number in LINES]
    units = [
        OrgUnit.objects.create(
            kind=Kind.UNION, level=Level.COMMUNE, name=f"Hội {number}", searched="", **span(days)
        )
        for number, days in enumerate(country.units)
    ]
    for each in country.standings:
        path = "".join(step(units[number].pk) for number in [*each.above, each.unit])
        Position.objects.create(unit=units[each.unit], line=lines[each.line], path=path, **span(each.days))
    for unit, heir in country.heirs.items():
        Handover.objects.create(unit=units[unit], into=units[heir], **span((country.units[unit][1], 90)))
    person = User.objects.create(username="hoa", full_name="Hoa", searched="")
    for unit, line, reaches_down in country.roles:
        role = Role.VIEWER if reaches_down else Role.CASE_WORKER
        RoleGrant.objects.create(user=person, unit=units[unit], line=lines[line], role=role)
    return person, units


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(countries())
def test_lists_rows_and_single_units_are_reached_as_python_says(db: None, country: AnyCountry) -> None:
    permission = Permission.VIEW_DOCUMENTS
    with transaction.atomic():
        person, units = build(country)
        named = {unit.pk: number for number, unit in enumerate(units)}

        def listed(asked: Callable[..., object]) -> list[int]:
            found = OrgUnit.objects.filter(asked(person, permission, "pk"))
            return sorted(named[unit.pk] for unit in found)

        expected = sorted(reached(country))
        assert listed(within) == expected
        assert listed(each_within) == expected
        assert [number for number in UNITS if may(person, permission, units[number])] == expected
        transaction.set_rollback(True)
