"""A work breakdown from Excel becomes items of a plan."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from donghanh.accounts.models import User
from donghanh.audit.models import Entry
from donghanh.plans import breakdown
from donghanh.plans.breakdown import WrongRowsError
from donghanh.plans.errors import NotWrittenError
from donghanh.plans.models import Party, Plan, State
from plans.conftest import COMMUNE, FORM, Make

HEAD = "TT,Nội dung,Chủ trì,Phối hợp,Thời gian,Từ ngày,Đến ngày,Ghi chú\n"
LIST = (
    "I,Truyền thông,,,,,,\n"
    "1,Tại bản,,,,,,\n"
    f"1.1,Phát tờ rơi,{COMMUNE}; Hội LHPN xã Cốc Pàng,UBND xã Bảo Lạc,tháng 3,01/3/2026,31/3/2026,\n"
    "-,Phát loa,,,,,,chờ kinh phí\n"
    "2,Đối thoại,Công ty Hoa Ban,,,,,\n"
    "II,Tập huấn,,,,,,\n"
)


@pytest.fixture
def plan(make: Make) -> Plan:
    return make({**FORM, "sections": [], "activities": [], "responsibilities": [], "targets": []})


def rows(text: str) -> list[breakdown.Row]:
    return breakdown.read((HEAD + text).encode())


def test_rows_become_headings_and_activities_by_their_numbers(plan: Plan, lan: User) -> None:
    assert breakdown.bring(lan, plan.pk, rows(LIST)) == 6
    items = [
        (each.kind, each.label, each.text, each.parent and each.parent.text) for each in plan.item_set.all()
    ]
    assert items == [
        ("section", "I", "Truyền thông", None),
        ("section", "1", "Tại bản", "Truyền thông"),
        ("section", "1.1", "Phát tờ rơi", "Tại bản"),
        ("activity", "", "Phát loa", "Phát tờ rơi"),
        ("activity", "2", "Đối thoại", "Truyền thông"),
        ("activity", "II", "Tập huấn", None),
    ]


def test_who_leads_and_helps_and_when_comes_along(plan: Plan, lan: User) -> None:
    breakdown.bring(lan, plan.pk, rows(LIST))
    item = plan.item_set.get(text="Phát tờ rơi")
    told = {(each.role, each.party.words, each.is_asked) for each in item.assignments.select_related("party")}
    assert told == {
        ("lead", COMMUNE, False),
        ("lead", "Hội LHPN xã Cốc Pàng", False),
        ("partner", "UBND xã Bảo Lạc", True),
    }
    assert (item.period, item.starts, item.ends) == ("tháng 3", date(2026, 3, 1), date(2026, 3, 31))
    assert plan.parties.get(words="Công ty Hoa Ban").settled == Party.Settled.OPEN
    assert Entry.objects.filter(verb="plan_items_brought").count() == 1


def test_what_comes_stands_behind_what_stood_there(make: Make, lan: User) -> None:
    plan = make()
    before = [each.text for each in plan.item_set.all()]
    breakdown.bring(lan, plan.pk, rows("1,Việc mới,,,,,,\n"))
    assert [each.text for each in plan.item_set.all()] == [*before, "Việc mới"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1,,,,,,,ghi chú\n", "Dòng 2"),
        ("1,Việc,,,,30/2/2026,,\n", "Dòng 2"),
        ("1,Việc,,,,05/3/2026,04/3/2026,\n", "Dòng 2"),
        ("1,Việc,,,,,,\n2.1,Việc con,,,,,,\n", "“2.1”"),
        (f"1,Việc,{'Hội ' * 200},,,,,\n", "Dòng 2"),
    ],
)
def test_every_wrong_row_is_named_and_nothing_is_taken(
    client: Client, plan: Plan, lan: User, text: str, said: str
) -> None:
    client.force_login(lan)
    file = SimpleUploadedFile("phân công.csv", (HEAD + text + "9,Việc đúng,,,,,,\n").encode())
    response = client.post(reverse("plans:bring", args=[plan.pk]), {"file": file})
    assert response.status_code == 400
    assert said in response.content.decode()
    assert not plan.item_set.exists()


def test_two_wrong_rows_are_told_at_once() -> None:
    with pytest.raises(WrongRowsError) as refused:
        rows("1,,,,,,,x\n2,Việc,,,,hôm nọ,,\n")
    assert len(refused.value.errors) == 2


def test_an_empty_list_is_no_breakdown() -> None:
    with pytest.raises(WrongRowsError):
        rows("")


def test_the_template_is_a_list_that_is_taken(plan: Plan, lan: User) -> None:
    assert breakdown.bring(lan, plan.pk, breakdown.read(breakdown.template())) == 3


def test_a_plan_past_being_written_takes_nothing(plan: Plan, lan: User) -> None:
    Plan.objects.filter(pk=plan.pk).update(state=State.ISSUED)
    with pytest.raises(NotWrittenError):
        breakdown.bring(lan, plan.pk, rows(LIST))
    assert not plan.item_set.exists()


def test_a_longer_list_takes_no_more_queries(plan: Plan, lan: User) -> None:
    counts = []
    for many in (3, 30):  # of more rows SQLite takes another statement
        listed = rows("".join(f"{n},Việc {n},{COMMUNE},,,,,\n-,Việc con,,,,,,\n" for n in range(1, many)))
        with CaptureQueriesContext(connection) as queries:
            breakdown.bring(lan, plan.pk, listed)
        counts.append(len(queries))
    assert counts[1] <= counts[0], counts
