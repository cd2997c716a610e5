"""Who may do what where, today and tomorrow, for herself and for somebody who is away."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.conftest import FIRST_DAY, Hire
from donghanh.accounts import granting
from donghanh.accounts.access import may, needs_second_factor, require, within
from donghanh.accounts.errors import (
    HigherPersonError,
    NothingToTakeError,
    NotInLineError,
    NotLentError,
    NotNearError,
    OperatorRoleError,
    OverlapError,
    OwnRoleError,
    PastDayError,
    WrongDaysError,
)
from donghanh.accounts.models import RoleGrant, Substitution, User
from donghanh.accounts.permissions import RULES, Permission, Role
from donghanh.audit.models import Entry
from donghanh.organisations.models import OPEN
from organisations import making
from organisations.conftest import Country

VIEW, MANAGE = Permission.VIEW_DOCUMENTS, Permission.MANAGE_PEOPLE


def again(person: User) -> User:
    """The person as the next request reads her."""
    return User.objects.get(pk=person.pk)


def reach(person: User, permission: Permission, country: Country) -> set[str]:
    """The units in which a person may do something, asked in both ways."""
    asked = {name for name, unit in country.units.items() if may(again(person), permission, unit)}
    listed = RoleGrant.objects.filter(within(again(person), permission))
    named = {unit.name for unit in country.units.values() if listed.filter(unit=unit).exists()}
    assert named <= asked
    return asked


@pytest.mark.parametrize(
    ("role", "unit", "permission", "expected"),
    [
        (Role.VIEWER, "Nghệ An", VIEW, {"Nghệ An", "Na Loi", "Keng Đu", "Chi hội bản Đồn Boọng"}),
        (Role.VIEWER, "Na Loi", VIEW, {"Na Loi", "Chi hội bản Đồn Boọng"}),
        (Role.VIEWER, "Na Loi", MANAGE, set()),
        (Role.CASE_WORKER, "Nghệ An", VIEW, {"Nghệ An"}),
        (Role.OPERATOR, "Trung ương", VIEW, set()),
        (Role.AUDITOR, "Lai Châu", Permission.VIEW_AUDIT, {"Lai Châu", "Sì Lở Lầu"}),
        (None, "", VIEW, set()),
    ],
)
def test_a_role_reaches_down_the_line_except_where_its_rule_says_otherwise(
    country: Country, hire: Hire, role: Role | None, unit: str, permission: Permission, expected: set[str]
) -> None:
    assert reach(hire("hoa", role, unit), permission, country) == expected


@pytest.mark.parametrize("unit", ["Trung ương", "Nghệ An", "Na Loi", "Chi hội bản Đồn Boọng"])
def test_lists_hold_exactly_the_units_in_which_she_may(country: Country, hire: Hire, unit: str) -> None:
    for number, name in enumerate(country.units):
        hire(f"nguoi{number}", Role.VIEWER, name)
    head = hire("hoa", Role.AUDITOR, unit)
    listed = set(
        RoleGrant.objects.filter(within(head, Permission.VIEW_PEOPLE)).values_list("unit__name", flat=True)
    )
    assert listed == reach(head, Permission.VIEW_PEOPLE, country)


def test_asking_and_listing_put_no_question_beyond_the_one_that_reads_the_roles(
    country: Country, hire: Hire
) -> None:
    hoa = again(hire("hoa", Role.AUDITOR, "Nghệ An"))
    with CaptureQueriesContext(
        connection,
    ) as first:
        assert hoa.held
    assert len(first) == 1
    with CaptureQueriesContext(connection) as listing:
        list(User.objects.visible_to(hoa))
    assert len(listing) == 1
    with CaptureQueriesContext(connection) as own:
        assert may(hoa, VIEW, country["Nghệ An"])
    assert len(own) == 0


def test_another_units_things_are_not_found_and_what_she_may_nowhere_is_forbidden(
    country: Country, hire: Hire
) -> None:
    hoa = hire("hoa", Role.VIEWER, "Na Loi")
    require(hoa, VIEW, country["Na Loi"])
    with pytest.raises(Http404):
        require(hoa, VIEW, country["Keng Đu"])
    with pytest.raises(PermissionDenied):
        require(hoa, MANAGE, country["Keng Đu"])


def test_a_role_works_from_its_first_day_up_to_its_last_and_ends_with_the_next_request(
    country: Country, hire: Hire
) -> None:
    today = timezone.localdate()
    hoa = hire("hoa", Role.VIEWER, "Na Loi")
    later = hire("mai", Role.VIEWER, "Na Loi", since=today + timedelta(days=1))
    assert may(again(hoa), VIEW)
    assert not may(again(later), VIEW)
    granting.end(None, hoa.grants.get(), today)
    assert not may(again(hoa), VIEW)


def test_a_closed_account_may_nothing(country: Country, hire: Hire) -> None:
    hoa = hire("hoa", Role.UNIT_ADMIN, "Trung ương")
    User.objects.filter(pk=hoa.pk).update(is_active=False)
    assert not any(may(again(hoa), permission) for permission in Permission)
    assert not User.objects.visible_to(again(hoa)).exists()


def test_whoever_moves_with_her_unit_is_seen_from_the_new_superior_on(country: Country, hire: Hire) -> None:
    old, new = hire("hoa", Role.VIEWER, "Nghệ An"), hire("mai", Role.VIEWER, "Lai Châu")
    making.move(country["Na Loi"], country["Lai Châu"], country.line, timezone.localdate())
    assert [may(again(person), VIEW, country["Na Loi"]) for person in (old, new)] == [False, True]


@pytest.mark.parametrize("days", [0, -30, 30])
def test_nobody_moves_a_person_to_another_unit_by_giving_her_another_role(
    country: Country, hire: Hire, days: int
) -> None:
    lan = hire("lan", Role.DATA_ENTRY, "Na Loi")
    since = FIRST_DAY + timedelta(days=days)
    granting.grant(None, lan, country["Keng Đu"], Role.VIEWER, since, line=country.line)
    assert again(lan).home_unit_id == country["Na Loi"].pk


def test_an_administrator_gives_and_ends_roles_in_her_units_only(country: Country, hire: Hire) -> None:
    head = hire("hoa", Role.UNIT_ADMIN, "Nghệ An")
    mai = hire("mai")
    given = granting.grant(head, mai, country["Na Loi"], Role.DATA_ENTRY, FIRST_DAY, line=country.line)
    assert may(again(mai), Permission.ADD_DOCUMENTS, country["Chi hội bản Đồn Boọng"])
    with pytest.raises(Http404):
        granting.grant(head, mai, country["Sì Lở Lầu"], Role.VIEWER, FIRST_DAY, line=country.line)
    with pytest.raises(PermissionDenied):
        granting.grant(again(mai), head, country["Na Loi"], Role.VIEWER, FIRST_DAY, line=country.line)
    with pytest.raises(OwnRoleError):
        granting.grant(head, head, country["Na Loi"], Role.FINANCE, FIRST_DAY, line=country.line)
    with pytest.raises(OperatorRoleError):
        granting.grant(head, mai, country["Na Loi"], Role.OPERATOR, FIRST_DAY, line=country.line)
    granting.end(head, given, timezone.localdate())
    assert list(Entry.objects.values_list("verb", flat=True))[-2:] == ["role_given", "role_ended"]
    assert RoleGrant.objects.filter(user=mai).count() == 1


def test_the_same_role_twice_on_a_day_or_the_wrong_way_round_is_refused(country: Country, hire: Hire) -> None:
    mai = hire("mai", Role.VIEWER, "Na Loi")
    later = hire("lan", Role.VIEWER, "Na Loi").grants.get()
    RoleGrant.objects.filter(pk=later.pk).update(until=timezone.localdate())
    later.refresh_from_db()
    before = RoleGrant.objects.count()
    with pytest.raises(OverlapError, match=r"Mai.*Na Loi.*01/07/2025"):
        granting.grant(None, mai, country["Na Loi"], Role.VIEWER, date(2026, 1, 1), line=country.line)
    with pytest.raises(WrongDaysError):
        granting.grant(
            None, mai, country["Na Loi"], Role.LEADER, FIRST_DAY, line=country.line, until=FIRST_DAY
        )
    with pytest.raises(WrongDaysError):
        granting.end(None, later, timezone.localdate() + timedelta(days=1))
    assert RoleGrant.objects.count() == before


def test_what_held_for_a_day_stays(country: Country, hire: Hire) -> None:
    mai, yesterday = hire("mai", Role.VIEWER, "Na Loi"), timezone.localdate() - timedelta(days=1)
    with pytest.raises(PastDayError):
        granting.end(None, mai.grants.get(), yesterday)
    with pytest.raises(PastDayError):
        granting.move_on(None, mai, country["Na Loi"], country["Keng Đu"], yesterday)
    assert mai.grants.get().until == OPEN


def test_a_role_is_held_in_a_line_in_which_the_unit_stands(country: Country, hire: Hire) -> None:
    other = type(country.line).objects.create(code="front", name="Mặt trận")
    with pytest.raises(NotInLineError, match="Mặt trận"):
        granting.grant(None, hire("mai"), country["Na Loi"], Role.VIEWER, FIRST_DAY, line=other)


def test_nobody_is_lent_a_role_out_of_the_hands_of_her_own_administrator(
    country: Country, hire: Hire
) -> None:
    today = timezone.localdate()
    admin, hoa = hire("lan", Role.UNIT_ADMIN, "Na Loi"), hire("hoa", Role.APPROVER, "Na Loi")
    other, mai = hire("tam", Role.UNIT_ADMIN, "Keng Đu"), hire("mai", Role.VIEWER, "Keng Đu")
    with pytest.raises(HigherPersonError):
        granting.substitute(admin, hoa.grants.get(), mai, today, OPEN)
    assert granting.manages(other, mai)
    granting.substitute(admin, hoa.grants.get(), hire("moi"), today, OPEN)


def test_a_substitute_has_the_role_while_its_holder_is_away(country: Country, hire: Hire) -> None:
    today = timezone.localdate()
    hoa, mai = hire("hoa", Role.APPROVER, "Na Loi"), hire("mai", Role.VIEWER, "Na Loi")
    granting.substitute(hoa, hoa.grants.get(), mai, today, today + timedelta(days=7))
    assert may(again(mai), VIEW, country["Na Loi"])
    assert needs_second_factor(again(mai))
    assert {each.role: each.is_substitute for each in again(mai).held} == {
        Role.VIEWER: False,
        Role.APPROVER: True,
    }
    with pytest.raises(OverlapError):
        granting.substitute(hoa, hoa.grants.get(), mai, today, today + timedelta(days=1))
    granting.end(None, hoa.grants.get(), today)
    assert not needs_second_factor(again(mai))


def test_who_would_stand_in_after_a_role_ended_does_not(country: Country, hire: Hire) -> None:
    today = timezone.localdate()
    hoa, mai = hire("hoa", Role.VIEWER, "Na Loi"), hire("mai", Role.VIEWER, "Na Loi")
    granted, tomorrow = hoa.grants.get(), today + timedelta(days=1)
    for first, last in ((today, 20), (today + timedelta(days=30), 40)):
        granting.substitute(None, granted, mai, first, today + timedelta(days=last))
    granting.end(None, granted, tomorrow)
    assert list(Substitution.objects.values_list("since", "until")) == [(today, tomorrow)]


def test_who_stands_in_is_seen_by_herself_by_the_holder_and_by_whoever_sees_the_role(
    country: Country, hire: Hire
) -> None:
    hoa, mai = hire("hoa", Role.VIEWER, "Na Loi"), hire("mai")
    lent = granting.substitute(None, hoa.grants.get(), mai, timezone.localdate(), OPEN)
    head, colleague = hire("lan", Role.LEADER, "Nghệ An"), hire("lien", Role.VIEWER, "Na Loi")
    stranger = hire("tran", Role.LEADER, "Lai Châu")
    for person, sees in ((hoa, True), (mai, True), (head, True), (colleague, False), (stranger, False)):
        assert (lent in Substitution.objects.visible_to(again(person))) is sees, person
    assert not Substitution.objects.visible_to(AnonymousUser()).exists()


def test_some_roles_are_lent_to_nobody(country: Country, hire: Hire) -> None:
    worker, mai = hire("hoa", Role.CASE_WORKER, "Na Loi"), hire("mai", Role.VIEWER, "Na Loi")
    with pytest.raises(NotLentError):
        granting.substitute(worker, worker.grants.get(), mai, FIRST_DAY, OPEN)


def test_a_holder_lends_her_role_to_a_colleague_of_her_unit_only(country: Country, hire: Hire) -> None:
    hoa, stranger = hire("hoa", Role.VIEWER, "Na Loi"), hire("mai", Role.VIEWER, "Keng Đu")
    for person, error in ((stranger, NotNearError), (hoa, NotLentError)):
        with pytest.raises(error):
            granting.substitute(hoa, hoa.grants.get(), person, FIRST_DAY, OPEN)


def test_whoever_moves_on_keeps_her_history_and_has_her_roles_in_the_new_unit(
    country: Country, hire: Hire
) -> None:
    mai = hire("mai", Role.DATA_ENTRY, "Na Loi")
    day = timezone.localdate()
    granting.move_on(None, mai, country["Na Loi"], country["Keng Đu"], day)
    spans = RoleGrant.objects.order_by("since").values_list("unit__name", "role", "since", "until")
    assert list(spans) == [
        ("Na Loi", "data_entry", FIRST_DAY, day),
        ("Keng Đu", "data_entry", day, OPEN),
    ]
    assert not may(again(mai), VIEW, country["Na Loi"])


def test_a_role_that_begins_later_begins_in_the_unit_to_which_she_moves(country: Country, hire: Hire) -> None:
    today = timezone.localdate()
    begins = today + timedelta(days=30)
    mai, lan = hire("mai", Role.DATA_ENTRY, "Na Loi", since=begins), hire("lan", Role.VIEWER, "Na Loi")
    granting.substitute(None, mai.grants.get(), lan, begins, OPEN)
    granting.move_on(None, mai, country["Na Loi"], country["Keng Đu"], today)
    assert list(mai.grants.values_list("unit__name", "since", "until")) == [("Keng Đu", begins, OPEN)]
    assert not Substitution.objects.exists()


def test_who_has_nothing_to_take_along_is_not_said_to_have_moved(country: Country, hire: Hire) -> None:
    mai, today = hire("mai", Role.VIEWER, "Na Loi"), timezone.localdate()
    acts = Entry.objects.count()
    with pytest.raises(NothingToTakeError, match=r"Mai.*Keng Đu"):
        granting.move_on(None, mai, country["Keng Đu"], country["Na Loi"], today)
    assert Entry.objects.count() == acts


def test_every_role_has_a_rule_and_every_permission_somebody_who_has_it() -> None:
    assert set(RULES) == set(Role)
    assert set().union(*(rule.permissions for rule in RULES.values())) == set(Permission)


def test_whoever_stands_in_for_somebody_higher_is_out_of_a_lower_administrators_hands(
    country: Country, hire: Hire
) -> None:
    today = timezone.localdate()
    head, below = hire("hoa", Role.UNIT_ADMIN, "Nghệ An"), hire("mai", Role.UNIT_ADMIN, "Na Loi")
    stand_in = hire("lien", Role.VIEWER, "Na Loi")
    assert granting.manages(again(below), stand_in)
    RoleGrant.objects.create(
        user=stand_in, unit=country["Nghệ An"], line=country.line, role=Role.VIEWER, until=date(2025, 1, 1)
    )
    granting.substitute(None, head.grants.get(), stand_in, today, OPEN)
    assert not granting.manages(again(below), stand_in)
    assert granting.manages(again(head), stand_in) is True


def test_nobody_loosens_anothers_hold_on_a_person_by_giving_her_a_role(country: Country, hire: Hire) -> None:
    stranger = hire("hoa", Role.UNIT_ADMIN, "Lai Châu")
    lien = hire("lien", Role.VIEWER, "Na Loi")
    with pytest.raises(HigherPersonError, match="Lien"):
        granting.grant(stranger, lien, country["Sì Lở Lầu"], Role.VIEWER, FIRST_DAY, line=country.line)


def test_a_role_is_given_in_a_line_in_which_the_giver_holds_hers(country: Country, hire: Hire) -> None:
    front = type(country.line).objects.create(code="front", name="Mặt trận")
    making.move(country["Na Loi"], None, front, FIRST_DAY)
    giver, lien = hire("hoa"), hire("lien")
    RoleGrant.objects.create(user=giver, unit=country["Na Loi"], line=front, role=Role.UNIT_ADMIN)
    granting.grant(again(giver), lien, country["Na Loi"], Role.VIEWER, FIRST_DAY, line=front)
    with pytest.raises(Http404):
        granting.grant(again(giver), lien, country["Na Loi"], Role.LEADER, FIRST_DAY, line=country.line)


def test_a_role_given_by_mistake_is_taken_back_at_once_and_the_trail_keeps_it(
    country: Country, hire: Hire
) -> None:
    mai = hire("mai", Role.VIEWER, "Na Loi", since=timezone.localdate())
    granting.end(None, mai.grants.get(), timezone.localdate())
    assert not may(again(mai), VIEW)
    entry = Entry.objects.get(verb="role_taken_back")
    assert entry.details["changes"]["person"] == mai.pk


def test_a_substitute_gives_the_role_back_and_loses_it_when_its_holder_is_closed(
    country: Country, hire: Hire
) -> None:
    today = timezone.localdate()
    hoa, mai = hire("hoa", Role.APPROVER, "Na Loi"), hire("mai", Role.VIEWER, "Na Loi")
    lent = granting.substitute(hoa, hoa.grants.get(), mai, today, OPEN)
    assert needs_second_factor(again(mai))
    User.objects.filter(pk=hoa.pk).update(is_active=False)
    assert not needs_second_factor(again(mai))
    User.objects.filter(pk=hoa.pk).update(is_active=True)
    granting.end_substitution(hoa, lent)
    assert not needs_second_factor(again(mai))


def test_what_a_unit_leaves_behind_is_seen_by_whoever_stood_above_it(country: Country, hire: Hire) -> None:
    hoa = hire("hoa", Role.AUDITOR, "Nghệ An")
    ended = country["Keng Đu"]
    yesterday = timezone.localdate() - timedelta(days=1)
    ended.positions.update(until=yesterday)
    type(ended).objects.filter(pk=ended.pk).update(until=yesterday)
    assert may(again(hoa), VIEW, ended)
    assert not may(again(hire("mai", Role.AUDITOR, "Lai Châu")), VIEW, ended)
