"""What units say to what they are asked, and who sees it."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Role
from donghanh.audit.models import Entry
from donghanh.organisations.models import Handover, Line, OrgUnit
from donghanh.plans import answering, work
from donghanh.plans.errors import NotAskedError, NotInForceError, ReasonNeededError
from donghanh.plans.models import Answer, Assignment, Plan, State
from plans.conftest import COMMUNE, FIRST_DAY, FORM, PROVINCE, Hire, Make, unit
from plans.test_work import COMMITTEE, issued

NEXT = "UBND xã Cốc Pàng"


@pytest.fixture
def asked(make: Make) -> Assignment:
    """What the Union of the province asks of the People's Committees of the communes."""
    issued(make)
    return Assignment.objects.get(item__text="Bố trí địa điểm")


@pytest.fixture
def minh(cao_bang: Line) -> User:
    """Who works in the People's Committee of a commune, in its own line."""
    person = User.objects.create_user("minh", "mật khẩu thử", "Đồng chí Minh")
    line = Line.objects.get(code="committee")
    RoleGrant.objects.create(
        user=person, unit=unit(COMMITTEE), line=line, role=Role.DATA_ENTRY, since=FIRST_DAY
    )
    return person


def counts(asked: Assignment) -> dict[str, int]:
    return dict(answering.counted(asked).said)


def test_a_unit_answers_and_may_say_otherwise(asked: Assignment, minh: User) -> None:
    committee = unit(COMMITTEE)
    answering.answer(minh, committee, asked.pk, said="declined", words="Đã có lịch khác")
    assert counts(asked) == {"accepted": 0, "declined": 1, "proposed": 0, "waiting": 2}
    answering.answer(minh, committee, asked.pk, said="proposed", ends=date(2026, 9, 1))
    answering.answer(minh, committee, asked.pk, said="accepted")
    kept = Answer.objects.get()
    assert (kept.unit, kept.said, kept.words, kept.ends, kept.by) == (committee, "accepted", "", None, minh)
    assert counts(asked) == {"accepted": 1, "declined": 0, "proposed": 0, "waiting": 2}
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.unit_id) == ("plan_answered", committee.pk)


def test_whoever_declines_or_proposes_says_what(asked: Assignment, minh: User) -> None:
    for said in ("declined", "proposed"):
        with pytest.raises(ReasonNeededError):
            answering.answer(minh, unit(COMMITTEE), asked.pk, said=said, words=" ")
    assert not Answer.objects.exists()


def test_what_a_superior_in_line_assigned_is_no_question(asked: Assignment, hire: Hire) -> None:
    ordered = Assignment.objects.get(item__text="Lập kế hoạch của xã")
    with pytest.raises(NotAskedError, match="giao"):
        answering.answer(hire("xa", Role.DATA_ENTRY, COMMUNE), unit(COMMUNE), ordered.pk, said="declined")


def test_to_a_plan_that_is_closed_nothing_is_said(asked: Assignment, minh: User) -> None:
    Plan.objects.update(state=State.CLOSED)
    with pytest.raises(NotInForceError):
        answering.answer(minh, unit(COMMITTEE), asked.pk, said="accepted")


def test_nobody_answers_for_a_unit_in_which_she_does_not_write(
    asked: Assignment, minh: User, hire: Hire
) -> None:
    with pytest.raises(Http404):
        answering.answer(minh, unit(NEXT), asked.pk, said="accepted")
    with pytest.raises(Http404):  # Nor for one that is not asked.
        answering.answer(hire("lan2"), unit(COMMUNE), asked.pk, said="accepted")
    with pytest.raises(PermissionDenied):
        answering.answer(hire("xem", Role.VIEWER), unit(COMMITTEE), asked.pk, said="accepted")


def test_an_heir_answers_for_what_it_took_over(asked: Assignment, minh: User) -> None:
    today, former = timezone.localdate(), OrgUnit.objects.get(name=NEXT)
    OrgUnit.objects.filter(pk=former.pk).update(until=today)
    Handover.objects.create(unit=former, into=unit(COMMITTEE), since=today)
    answering.answer(minh, unit(COMMITTEE), asked.pk, said="accepted")
    assert counts(asked) == {"accepted": 2, "declined": 0, "proposed": 0, "waiting": 1}
    _, rows = answering.said_to(asked, None)
    assert {str(row.unit): str(row.heir) for row in rows if row.heir} == {NEXT: COMMITTEE}


def test_the_unit_sees_its_answer_beside_its_work(asked: Assignment, minh: User) -> None:
    answering.answer(minh, unit(COMMITTEE), asked.pk, said="declined", words="Không có phòng")
    _, rows = work.tasks(work.of(unit(COMMITTEE)), None, way="asked")
    told = {row.item.text: [wish.answer and wish.answer.said for wish in row.asked] for row in rows}
    assert told["Bố trí địa điểm"] == ["declined"]
    assert told["Cử người tham gia"] == [None]


def test_who_asked_finds_the_units_by_their_answer(asked: Assignment, minh: User) -> None:
    answering.answer(minh, unit(COMMITTEE), asked.pk, said="accepted")
    assert [str(row.unit) for row in answering.said_to(asked, None, "accepted")[1]] == [COMMITTEE]
    assert COMMITTEE not in [str(row.unit) for row in answering.said_to(asked, None, "waiting")[1]]
    _, rows = answering.asked_by(asked.item.plan, None)
    assert {row.assignment.item.text: row.said["accepted"] for row in rows}["Bố trí địa điểm"] == 1


def test_answering_and_seeing_answers_on_pages(
    asked: Assignment, minh: User, lan: User, client: Client, hire: Hire
) -> None:
    address = f"/plans/units/{unit(COMMITTEE).pk}/answers/{asked.pk}/"
    client.force_login(minh)
    assert "Bố trí địa điểm" in client.get(address).content.decode()
    assert client.post(address, {"said": "declined"}).status_code == 400
    refused = client.post(address, {"said": "proposed", "starts": "05/6/2026", "ends": "01/6/2026"})
    assert 'name="starts" value="05/6/2026"' in refused.content.decode()
    assert client.post(address, {"said": "proposed", "ends": "05/6/2026"}).status_code == 302
    assert "05/06/2026" in client.get(address).content.decode()
    plan = asked.item.plan_id
    for page in (f"/plans/{plan}/answers/", f"/plans/{plan}/answers/{asked.pk}/"):
        client.force_login(lan)
        assert client.get(page).status_code == 200
        client.force_login(minh)  # who sees the plan, and not what others said
        assert client.get(page).status_code == 404
    client.force_login(lan)
    page = client.get(f"/plans/{plan}/answers/{asked.pk}/?said=proposed").content.decode()
    assert COMMITTEE in page and NEXT not in page and PROVINCE not in page


def test_the_lists_of_answers_take_no_more_queries_for_more(make: Make, lan: User, client: Client) -> None:
    client.force_login(lan)
    counts = []
    for duties in (1, 12):
        told = {**FORM["responsibilities"][0], "duties": [f"Việc {n}" for n in range(duties)]}
        plan = issued(make, {**FORM, "responsibilities": [told]})
        one = Assignment.objects.filter(item__plan=plan, item__text="Việc 0").get()
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/plans/{plan.pk}/answers/")
            client.get(f"/plans/{plan.pk}/answers/{one.pk}/")
        counts.append(len(queries))
    assert counts[0] == counts[1]
