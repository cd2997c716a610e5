"""Whose a unit is before its first day and from its last one on."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from accounts.conftest import Hire
from donghanh.accounts import granting
from donghanh.accounts.access import may, within
from donghanh.accounts.errors import NotInLineError
from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Permission, Role
from donghanh.organisations.models import Handover, Level, OrgUnit
from organisations.conftest import Country

VIEW = Permission.VIEW_DOCUMENTS


def again(person: User) -> User:
    """The person as the next request reads her."""
    return User.objects.get(pk=person.pk)


def test_what_a_unit_leaves_is_in_the_hands_of_whoever_took_it_over(country: Country, hire: Hire) -> None:
    """Also where the one that took over stands elsewhere; until the day nothing changes."""
    today, old = timezone.localdate(), country["Keng Đu"]
    readers = {
        unit: hire(name, Role.AUDITOR, unit)
        for name, unit in (("hoa", "Nghệ An"), ("mai", "Lai Châu"), ("top", "Trung ương"))
    }
    readers["Na Loi"] = hire("lan", Role.AUDITOR, "Na Loi")
    handed = Handover.objects.create(unit=old, into=country["Sì Lở Lầu"], since=today + timedelta(days=1))

    def reaching() -> set[str]:
        """Asked of one unit, and of a list of them, which come to the same."""
        found = set()
        for unit, reader in readers.items():
            listed = OrgUnit.objects.filter(within(again(reader), VIEW, "pk"), pk=old.pk).exists()
            assert listed == may(again(reader), VIEW, old), unit
            if listed:
                found.add(unit)
        return found

    assert reaching() == {"Nghệ An", "Trung ương"}
    old.positions.update(until=today)
    OrgUnit.objects.filter(pk=old.pk).update(until=today)
    Handover.objects.filter(pk=handed.pk).update(since=today)
    assert reaching() == {"Lai Châu", "Trung ương"}


@pytest.mark.parametrize("above", ["Nghệ An", "Trung ương"])
def test_people_are_appointed_in_a_unit_before_its_first_day(
    country: Country, hire: Hire, above: str
) -> None:
    first = timezone.localdate() + timedelta(days=40)
    new = country.add("Xã Mới", "Nghệ An", since=first)
    group = country.add("Chi hội 1", "Xã Mới", since=first, level=Level.VILLAGE)
    hoa, lan = hire("hoa", Role.UNIT_ADMIN, above), hire("lan")
    granting.grant(again(hoa), lan, new, Role.LEADER, first, line=country.line)
    granting.grant(again(hoa), hire("mai"), group, Role.VIEWER, first, line=country.line)
    seen = RoleGrant.objects.visible_to(again(hoa)).values_list("unit", flat=True)
    assert {new.pk, group.pk} <= set(seen)
    with pytest.raises(NotInLineError):
        granting.grant(again(hoa), lan, new, Role.VIEWER, first - timedelta(days=1), line=country.line)
    elsewhere = hire("tu", Role.UNIT_ADMIN, "Lai Châu")
    with pytest.raises(Http404):
        granting.grant(again(elsewhere), hire("na"), new, Role.VIEWER, first, line=country.line)
