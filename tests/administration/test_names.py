"""Other names of a unit, noted on its page by whoever looks after it."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.http import Http404
from django.test import Client

from accounts.conftest import country, hire  # noqa: F401
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.administration import services
from donghanh.audit.models import Entry
from donghanh.organisations.models import OrgUnit
from organisations.conftest import Country

pytestmark = pytest.mark.django_db
Hire = Callable[..., User]


@pytest.fixture
def mai(hire: Hire) -> User:  # noqa: F811
    """The administrator of the province."""
    return hire("mai", Role.UNIT_ADMIN, "Nghệ An")


def test_an_abbreviation_is_noted_on_the_units_page_and_finds_it(
    mai: User,
    country: Country,  # noqa: F811
    client: Client,
) -> None:
    Authenticator.objects.create(user=mai, type=Authenticator.Type.TOTP, data={"secret": ""})
    client.force_login(mai)
    page = f"/units/{country['Na Loi'].pk}/"
    assert f'action="{page}names/"' in client.get(page).content.decode()
    answer = client.post(f"{page}names/", {"name": " Hội PN  NL "}, follow=True).content.decode()
    assert "Hội PN NL" in answer
    assert list(OrgUnit.objects.named_like("pn nl")) == [country["Na Loi"]]
    entry = Entry.objects.get(verb="unit_name_added")
    assert (entry.actor, entry.unit_id) == (mai, country["Na Loi"].pk)
    client.post(f"{page}names/", {"name": "Hội PN NL"})
    client.post(f"{page}names/", {"name": "=1+1"})
    assert country["Na Loi"].names.count() == 1
    assert Entry.objects.filter(verb="unit_name_added").count() == 1


def test_nobody_names_a_unit_of_others(mai: User, country: Country) -> None:  # noqa: F811
    with pytest.raises(Http404):
        services.note_name(mai, country["Sì Lở Lầu"], "Hội khác")
    assert not country["Sì Lở Lầu"].names.exists()
