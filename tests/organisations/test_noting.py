"""What a reorganisation did to a unit stands in the unit's own history, with the day from which it is so."""

from datetime import date
from typing import Any

import pytest

from donghanh.audit.models import Entry
from donghanh.organisations import ordering
from donghanh.organisations.models import Kind, Level, OrgUnit
from donghanh.organisations.orders import New, Order, Verb
from donghanh.organisations.placing import NewUnit
from organisations import making
from organisations.conftest import DAY, LATER, Country, Make, apply

pytestmark = pytest.mark.django_db


def test_each_unit_that_orders_name_has_its_own_entry_in_the_trail(country: Country) -> None:
    orders = [
        Order(Verb.FOUND, DAY, New("Chi hội mới"), country["Keng Đu"].pk, kind=Kind.BRANCH),
        Order(Verb.RENAME, DAY, country["Keng Đu"].pk, name="Keng Đu Mới"),
        Order(Verb.MERGE, DAY, country["Na Loi"].pk, country["Keng Đu"].pk),
    ]
    ordering.apply(None, orders, country.line)
    new = OrgUnit.objects.get(name="Chi hội mới")
    told = {(entry.verb, entry.unit_id): entry.details["changes"] for entry in Entry.objects.all()}
    assert told["unit_added", new.pk]["superior"] == country["Keng Đu"].pk
    assert told["unit_renamed", country["Keng Đu"].pk]["name"] == ["Keng Đu", "Keng Đu Mới"]
    branch = country["Chi hội bản Đồn Boọng"].pk
    assert told["unit_moved", branch]["superior"] == [country["Na Loi"].pk, country["Keng Đu"].pk]
    assert told["unit_ended", country["Na Loi"].pk] == {"until": str(DAY)}
    assert len(told) == 5


def test_each_entry_of_a_unit_says_from_which_day_and_every_step_has_one(
    country: Country, order: Make
) -> None:
    corrected = making.add(
        NewUnit(Kind.BRANCH, Level.VILLAGE, "Chi hội Nam Hà", since=LATER),
        superior=country["Na Loi"],
        line=country.line,
    )
    branch, last = country["Chi hội bản Đồn Boọng"].pk, date(2026, 9, 1)
    apply(
        country,
        order(Verb.FOUND, "Chi hội mới", "Na Loi", kind=Kind.BRANCH),
        order(Verb.MOVE, "Chi hội bản Đồn Boọng", "Keng Đu", day=LATER),
        order(Verb.MOVE, "Chi hội bản Đồn Boọng", "Sì Lở Lầu", day=last),
        order(Verb.RENAME, "Keng Đu", name="Keng Đu Mới", day=LATER),
        order(Verb.RENAME, "Keng Đu", name="Mường Típ", day=last),
        Order(Verb.RENAME, LATER, corrected.pk, name="Chi hội Nậm Hà"),
        order(Verb.MOVE, "Chi hội mới", "Keng Đu", day=LATER),
        order(Verb.RENAME, "Chi hội mới", name="Chi hội bản Hòa Lý", day=last),
    )
    new = OrgUnit.objects.get(name="Chi hội bản Hòa Lý").pk

    def told(verb: str, unit: int) -> list[dict[str, Any]]:
        entries = Entry.objects.filter(verb=verb, unit_id=unit).order_by("pk")
        return [entry.details["changes"] for entry in entries]

    na_loi, keng_du, line = country["Na Loi"].pk, country["Keng Đu"].pk, {"line": "union"}
    assert told("unit_moved", branch) == [
        {"superior": [na_loi, keng_du], "day": str(LATER), **line},
        {"superior": [keng_du, country["Sì Lở Lầu"].pk], "day": str(last), **line},
    ]
    assert told("unit_renamed", keng_du) == [
        {"name": ["Keng Đu", "Keng Đu Mới"], "day": str(LATER)},
        {"name": ["Keng Đu Mới", "Mường Típ"], "day": str(last)},
    ]
    assert told("unit_renamed", corrected.pk) == [
        {"name": ["Chi hội Nam Hà", "Chi hội Nậm Hà"], "day": str(LATER)}
    ]
    assert told("unit_added", new) == [{"name": "Chi hội mới", "superior": na_loi, "day": str(DAY), **line}]
    assert told("unit_moved", new) == [{"superior": [na_loi, keng_du], "day": str(LATER), **line}]
    assert told("unit_renamed", new) == [{"name": ["Chi hội mới", "Chi hội bản Hòa Lý"], "day": str(last)}]
