"""What the check of the tree finds: ends that nothing explains, units that stand nowhere."""

from datetime import date, timedelta

import pytest

from donghanh.organisations import ordering
from donghanh.organisations.checking import check
from donghanh.organisations.models import OrgUnit, Position, Succession
from donghanh.organisations.orders import Order, Verb
from organisations.conftest import TODAY, Country

pytestmark = pytest.mark.django_db


def test_a_part_that_went_elsewhere_years_ago_explains_no_end(country: Country) -> None:
    Succession.objects.create(
        old=country["Na Loi"], new=country["Keng Đu"], partly=True, day=date(2020, 1, 1)
    )
    branch, day = country["Chi hội bản Đồn Boọng"], TODAY - timedelta(days=30)
    Position.objects.filter(unit=branch).update(superior=country["Keng Đu"])
    for table, unit in ((OrgUnit, {"pk": country["Na Loi"].pk}), (Position, {"unit": country["Na Loi"]})):
        table.objects.filter(**unit).update(until=day)  # as nobody orders it
    assert check(TODAY).unexplained == ("Na Loi",)
    assert check(TODAY).homeless == ()


def test_ends_by_order_are_explained(country: Country) -> None:
    orders = [
        Order(Verb.MERGE, TODAY, country["Na Loi"].pk, country["Keng Đu"].pk),
        Order(Verb.ABOLISH, TODAY, country["Sì Lở Lầu"].pk),
    ]
    ordering.apply(None, orders, country.line)
    found = check(TODAY)
    assert (found.ended, found.unexplained, found.homeless) == (2, (), ())


def test_a_chi_hoi_that_stands_nowhere_is_told(country: Country) -> None:
    Position.objects.filter(unit=country["Chi hội bản Đồn Boọng"]).delete()
    assert check(TODAY).homeless == ("Chi hội bản Đồn Boọng",)
