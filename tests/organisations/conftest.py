"""A small country: a centre, two provinces, their communes; and orders about its units."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from donghanh.organisations import ordering
from donghanh.organisations.models import (
    Kind,
    Level,
    Line,
    OrgUnit,
    Position,
    Reorganisation,
    Succession,
    UnitName,
)
from donghanh.organisations.orders import New, Order, Verb
from donghanh.organisations.placing import NewUnit
from organisations import making

TODAY = date(2026, 11, 22)
DAY, LATER = date(2026, 1, 1), date(2026, 6, 1)
Make = Callable[..., Order]
ROWS = (OrgUnit, UnitName, Position, Succession)


class Country:
    """Units by their names; `add` puts one under another."""

    def __init__(self) -> None:
        self.line, _ = Line.objects.get_or_create(code="union", defaults={"name": "Hội Liên hiệp Phụ nữ"})
        self.units: dict[str, OrgUnit] = {}

    def add(
        self,
        name: str,
        above: str | None = None,
        *,
        level: Level = Level.COMMUNE,
        kind: Kind = Kind.UNION,
        since: date = date.min,
    ) -> OrgUnit:
        superior = self.units[above] if above else None
        new = NewUnit(kind, level, name, since=since)
        self.units[name] = making.add(new, superior=superior, line=self.line)
        return self.units[name]

    def __getitem__(self, name: str) -> OrgUnit:
        return self.units[name]

    def under(self, name: str, day: date = TODAY) -> list[str]:
        found = OrgUnit.objects.under(self[name], self.line, day)
        return sorted(found.values_list("name", flat=True))

    def above(self, name: str, day: date = TODAY) -> list[str]:
        return [unit.name for unit in OrgUnit.objects.above(self[name], self.line, day)]


def small_country() -> Country:
    made = Country()
    made.add("Trung ương", level=Level.CENTRE)
    for province in ("Nghệ An", "Lai Châu"):
        made.add(province, "Trung ương", level=Level.PROVINCE)
    for commune, province in (("Na Loi", "Nghệ An"), ("Keng Đu", "Nghệ An"), ("Sì Lở Lầu", "Lai Châu")):
        made.add(commune, province)
    made.add("Chi hội bản Đồn Boọng", "Na Loi", level=Level.VILLAGE, kind=Kind.BRANCH)
    return made


@pytest.fixture
def country(db: None) -> Country:
    return small_country()


def rows() -> list[list[dict[str, Any]]]:
    """Everything that the tree is, to the letter."""
    return [list(model.objects.order_by("pk").values()) for model in ROWS]


@pytest.fixture
def order(country: Country) -> Make:
    """An order of the first of January whose units are told by their names."""

    def number(name: object) -> object:
        return country[name].pk if name in country.units else New(name) if isinstance(name, str) else name

    def make(verb: Verb, unit: str, into: str | None = None, **more: Any) -> Order:
        more = {"day": DAY, "act": "NQ 1", **more}
        if "people" in more:
            more["people"] = number(more["people"])
        return Order(verb, unit=number(unit), into=number(into), **more)  # type: ignore[arg-type]

    return make


def apply(country: Country, *orders: Order) -> Reorganisation:
    made = ordering.apply(None, orders, country.line)
    made.refresh_from_db()
    return made
