"""Whoever has a role in a unit that ends goes on in the unit that took it over, and nobody is left behind."""

from datetime import date
from typing import Any

import pytest

from accounts.conftest import Hire
from donghanh.accounts.models import RoleGrant, Substitution
from donghanh.accounts.permissions import Role
from donghanh.organisations import ordering
from donghanh.organisations.following import in_words
from donghanh.organisations.orders import Order, OrdersError, Verb
from donghanh.organisations.undoing import SomethingHangsOnItError, undo
from organisations.conftest import Country

pytestmark = pytest.mark.django_db
DAY, LATER = date(2026, 1, 1), date(2026, 6, 1)


def rows() -> list[list[dict[str, Any]]]:
    return [list(model.objects.order_by("pk").values()) for model in (RoleGrant, Substitution)]


def merge(country: Country) -> Order:
    return Order(Verb.MERGE, DAY, country["Na Loi"].pk, country["Keng Đu"].pk)


def test_roles_go_on_in_the_unit_that_took_over(country: Country, hire: Hire) -> None:
    lan = hire("lan", Role.LEADER, "Na Loi")
    before = rows()
    made = ordering.apply(None, [merge(country)], country.line)
    held = RoleGrant.objects.filter(user=lan).order_by("since").values_list("unit__name", "role", "until")
    assert list(held) == [("Na Loi", "leader", DAY), ("Keng Đu", "leader", date.max)]
    (told,) = in_words(made.outcome["followed"])
    assert "Lan" in told
    assert "Keng Đu" in told
    undo(None, made.pk)
    assert rows() == before


def test_a_reorganisation_keeps_nobodys_name(country: Country, hire: Hire) -> None:
    lan = hire("lan", Role.LEADER, "Na Loi")
    made = ordering.apply(None, [merge(country)], country.line)
    made.refresh_from_db()
    assert "Lan" not in str(made.outcome)
    type(lan).objects.filter(pk=lan.pk).update(full_name="Người đã xóa tên")
    assert "Người đã xóa tên" in in_words(made.outcome["followed"])[0]


def test_what_was_kept_as_a_sentence_before_is_shown_as_it_was(db: None) -> None:
    assert in_words(["Lan: làm tiếp.", {"person": 10**6, "said": "làm tiếp."}]) == [
        "Lan: làm tiếp.",
        "…: làm tiếp.",
    ]


def test_who_has_the_role_there_already_has_it_once(country: Country, hire: Hire) -> None:
    lan = hire("lan", Role.LEADER, "Na Loi")
    RoleGrant.objects.create(
        user=lan, unit=country["Keng Đu"], line=country.line, role=Role.LEADER, since=date(2025, 8, 1)
    )
    ordering.apply(None, [merge(country)], country.line)
    assert RoleGrant.objects.on(LATER).filter(user=lan).count() == 1


def test_a_role_that_begins_later_begins_in_the_other_unit(country: Country, hire: Hire) -> None:
    lan = hire("lan", Role.LEADER, "Na Loi", since=LATER)
    ordering.apply(None, [merge(country)], country.line)
    assert RoleGrant.objects.get(user=lan).unit == country["Keng Đu"]


def test_substitutes_stand_in_for_the_role_that_went_on(country: Country, hire: Hire) -> None:
    lan, mai = hire("lan", Role.LEADER, "Na Loi"), hire("mai")
    Substitution.objects.create(
        grant=lan.grants.get(), user=mai, since=date(2025, 12, 1), until=date(2026, 2, 1)
    )
    before = rows()
    made = ordering.apply(None, [merge(country)], country.line)
    held = RoleGrant.objects.held_by(mai, date(2026, 1, 15))
    assert [each.unit_id for each in held] == [country["Keng Đu"].pk]
    undo(None, made.pk)
    assert rows() == before


@pytest.mark.parametrize("since", [date(2025, 7, 1), date(2026, 2, 1)])
def test_substitutes_stand_in_for_what_goes_on_around_the_same_role_there(
    country: Country, hire: Hire, since: date
) -> None:
    """She has the role in the other unit in April already: before and after, what goes on is lent on."""
    lan, mai = hire("lan", Role.LEADER, "Na Loi", since=since), hire("mai")
    Substitution.objects.create(grant=lan.grants.get(), user=mai, since=date(2026, 2, 1), until=LATER)
    taken = (date(2026, 4, 1), date(2026, 5, 1))
    there = {"unit": country["Keng Đu"], "line": country.line, "since": taken[0], "until": taken[1]}
    RoleGrant.objects.create(user=lan, role=Role.LEADER, **there)
    before = rows()
    made = ordering.apply(None, [merge(country)], country.line)
    lent = Substitution.objects.order_by("since").values_list("since", "until", "grant__unit__name")
    assert list(lent) == [
        (date(2026, 2, 1), taken[0], "Keng Đu"),
        (taken[1], LATER, "Keng Đu"),
    ]
    undo(None, made.pk)
    assert rows() == before


@pytest.mark.parametrize("verb", [Verb.ABOLISH, Verb.SPLIT])
def test_a_unit_with_people_does_not_end_until_somebody_says_where_they_go(
    country: Country, hire: Hire, verb: Verb
) -> None:
    hire("lan", Role.LEADER, "Na Loi")
    na_loi, into = country["Na Loi"].pk, country["Keng Đu"].pk
    orders = [Order(Verb.ABOLISH, DAY, na_loi)]
    if verb == Verb.SPLIT:
        orders = [Order(verb, DAY, na_loi, into), Order(verb, DAY, na_loi, country["Sì Lở Lầu"].pk)]
    before = rows()
    with pytest.raises(OrdersError, match=r"“Na Loi” kết thúc.*Lan"):
        ordering.apply(None, orders, country.line)
    assert rows() == before
    said = [Order(each.verb, DAY, na_loi, each.into, people=into) for each in orders]
    ordering.apply(None, said, country.line)
    assert RoleGrant.objects.on(LATER).get().unit_id == into


def test_everybody_who_is_left_behind_is_told_at_once_with_the_row(country: Country, hire: Hire) -> None:
    hire("lan", Role.LEADER, "Na Loi")
    for number in range(12):
        hire(f"nguoi{number:02}", Role.VIEWER, "Keng Đu")
    orders = [
        Order(Verb.ABOLISH, DAY, country[name].pk, row=row) for row, name in ((4, "Na Loi"), (9, "Keng Đu"))
    ]
    with pytest.raises(OrdersError) as error:
        ordering.preview(orders, country.line)
    first, second = error.value.faults
    assert (first.row, second.row) == (4, 9)
    assert "Lan" in first.error
    assert "Nguoi09, …" in second.error


def test_a_reorganisation_is_not_undone_under_people_who_were_named_since(
    country: Country, hire: Hire
) -> None:
    hire("lan", Role.LEADER, "Na Loi")
    made = ordering.apply(None, [merge(country)], country.line)
    RoleGrant.objects.on(LATER).update(until=LATER)
    with pytest.raises(SomethingHangsOnItError):
        undo(None, made.pk)
