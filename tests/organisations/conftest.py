"""A small country: a centre, two provinces, their communes."""

from datetime import date

import pytest

from donghanh.organisations.models import Kind, Level, Line, OrgUnit
from donghanh.organisations.placing import NewUnit
from organisations import making

TODAY = date(2026, 11, 22)


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
