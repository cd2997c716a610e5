"""No page of administration asks more for more units: neither for those below, nor for what was done."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.conftest import country, hire  # noqa: F401
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.organisations import ordering
from donghanh.organisations.models import Kind, Level, Reorganisation
from donghanh.organisations.orders import Order, Verb
from organisations.conftest import TODAY, Country

pytestmark = pytest.mark.django_db
Ask = Callable[[Client, Country], Any]
FEW, MANY = 4, 30


@pytest.fixture
def hers(hire: Callable[..., User]) -> Client:  # noqa: F811
    """The administrator of the province."""
    mai = hire("mai", Role.UNIT_ADMIN, "Nghệ An")
    Authenticator.objects.create(user=mai, type=Authenticator.Type.TOTP, data={"secret": ""})
    client = Client()
    client.force_login(mai)
    return client


def _change(act: str, **data: str) -> Ask:
    """What a change of Na Loi would do."""

    def ask(client: Client, country: Country) -> Any:  # noqa: F811
        sent = {"day": f"{TODAY:%d/%m/%Y}", **data}
        if act == "split":
            below = [unit for name, unit in country.units.items() if name.startswith("Chi hội 9")]
            sent |= {f"goes_{unit.pk}": str(1 + unit.pk % 2) for unit in below}
        return client.post(f"/units/{country['Na Loi'].pk}/change/{act}/", sent)

    return ask


def _list(client: Client, country: Country) -> Any:  # noqa: F811
    rows = "".join(f"{name},Tổ của {name}\n" for name in country.units if name.startswith("Chi hội 9"))
    told = SimpleUploadedFile("a.csv", ("Hội cấp trên,Tên chi hội\n" + rows).encode())
    return client.post("/units/branches/", {"file": told, "check": "1"})


def _get(address: str) -> Ask:
    def ask(client: Client, country: Country) -> Any:  # noqa: F811
        made = Reorganisation.objects.first()
        return client.get(address.format(unit=country["Na Loi"].pk, made=made.pk if made else 0))

    return ask


PAGES: dict[str, Ask] = {
    "unit": _get("/units/{unit}/"),
    "choose": _get("/units/{unit}/change/"),
    "form": _get("/units/{unit}/change/split/"),
    "abolish": _change("abolish", below_into="Keng Đu"),
    "merge": _change("merge", into="Keng Đu"),
    "split": _change("split", taker_1="Keng Đu", taker_2="Xá Lượng"),
    "list": _get("/units/reorganisations/"),
    "reorganisation": _get("/units/reorganisations/{made}/"),
    "branches": _list,
    "template": _get("/units/branches/list.xlsx"),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_as_much_for_many_units_as_for_few(hers: Client, country: Country, page: str) -> None:  # noqa: F811
    country.add("Xá Lượng", "Nghệ An")
    counts = []
    for first, last in ((0, FEW), (FEW, MANY)):
        for number in range(first, last):
            name = f"Chi hội 9{number:02}"
            country.add(name, "Na Loi", level=Level.VILLAGE, kind=Kind.BRANCH)
            orders = [Order(Verb.RENAME, TODAY, country[name].pk, name=f"Chi hội 8{number:02}")]
            ordering.apply(None, orders, country.line, unit=country["Na Loi"])
        with CaptureQueriesContext(connection) as queries:
            answer = PAGES[page](hers, country)
        assert answer.status_code == 200, answer.content.decode()
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_carrying_many_moves_out_costs_as_much_as_a_few(hers: Client, country: Country) -> None:  # noqa: F811
    counts = []
    for numbers in (range(FEW), range(FEW, MANY)):
        names = [f"Chi hội {number}" for number in numbers]
        for name in names:
            country.add(name, "Na Loi", level=Level.VILLAGE, kind=Kind.BRANCH)
        orders = [Order(Verb.MOVE, TODAY, country[name].pk, country["Keng Đu"].pk) for name in names]
        with CaptureQueriesContext(connection) as queries:
            ordering.apply(None, orders, country.line, unit=country["Nghệ An"])
        counts.append(len(queries))
        assert set(names) <= set(country.under("Keng Đu"))
    assert counts[0] == counts[1]
