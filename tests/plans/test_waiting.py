"""What waits: proposed by a plan's own words, noted and lifted by people, shown wherever the item is."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.audit.models import Entry
from donghanh.plans import waiting, work
from donghanh.plans.errors import HeldAlreadyError, NotInForceError
from donghanh.plans.models import Hold, Item, Plan, State
from plans.conftest import COMMUNE, DAY, NEIGHBOUR, Hire, Make, unit
from plans.test_work import issued


@pytest.fixture
def item(make: Make) -> Item:
    """An activity of a plan that is being carried out: "chờ hướng dẫn" """
    return issued(make).item_set.get(label="1.2")


def suspend(user: User, item: Item, of: str = "item") -> Hold:
    return waiting.suspend(user, item.plan_id, item.pk, of=of, reason="chờ hướng dẫn mới", since=DAY)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("chờ hướng dẫn", "chờ hướng dẫn"),
        ("Chờ HD 04 thay đổi", "Chờ HD 04 thay đổi"),
        ("Hỗ trợ 50 triệu đồng/nhà (chờ hướng dẫn mới)", "chờ hướng dẫn mới"),
        ("Tổ chức hội thi; tạm dừng đến khi có kinh phí.", "tạm dừng đến khi có kinh phí"),
        ("tạm hoãn sang quý IV", "tạm hoãn sang quý IV"),
        ("không tạm dừng", ""),
        ("trang bị phòng chờ", ""),
        ("không trông chờ hướng dẫn của cấp trên", ""),
        ("Truyền thông bằng hai thứ tiếng", ""),
        ("", ""),
    ],
)
def test_words_that_say_that_something_waits_are_read(text: str, words: str) -> None:
    assert waiting.waiting_words(text) == words


@given(st.text(max_size=80))
def test_what_is_read_stands_in_the_text(text: str) -> None:
    assert waiting.waiting_words(f"Chờ {text}") in f"Chờ {text}"


def test_what_a_plan_says_is_proposed_until_a_person_said_something(item: Item, lan: User) -> None:
    assert [(each.item, each.reason) for each in waiting.proposed(item.plan)] == [(item, "chờ hướng dẫn")]
    assert not waiting.is_held(item)
    hold = suspend(lan, item)
    assert waiting.proposed(item.plan) == []
    waiting.lift(lan, item.plan_id, hold.pk)
    assert waiting.proposed(item.plan) == []


def test_an_item_waits_until_somebody_lifts_it(item: Item, lan: User) -> None:
    hold = suspend(lan, item)
    assert waiting.is_held(item)
    assert list(waiting.held(Item.objects.all())) == [item]
    waiting.lift(lan, item.plan_id, hold.pk)
    hold.refresh_from_db()
    assert hold.lifted_by == lan and hold.lifted_at
    assert not waiting.is_held(item)
    verbs = Entry.objects.order_by("-pk").values_list("verb", "unit_id")[:2]
    assert list(verbs) == [
        ("plan_item_goes_on", item.plan.keeper_id),
        ("plan_item_held", item.plan.keeper_id),
    ]
    with pytest.raises(Http404):
        waiting.lift(lan, item.plan_id, hold.pk)


def test_an_item_and_its_norm_wait_each_once(item: Item, lan: User) -> None:
    suspend(lan, item)
    suspend(lan, item, "norm")
    with pytest.raises(HeldAlreadyError):
        suspend(lan, item, "norm")
    assert list(waiting.held(Item.objects.all())) == [item]


def test_only_whoever_writes_the_keepers_plans_says_that_something_waits(item: Item, hire: Hire) -> None:
    for person in (hire("xa", Role.DATA_ENTRY, COMMUNE), hire("xem", Role.VIEWER)):
        with pytest.raises(PermissionDenied):
            suspend(person, item)
    assert not Hold.objects.exists()


def test_a_heading_and_what_is_over_wait_for_nothing(item: Item, lan: User) -> None:
    heading = item.plan.item_set.filter(kind=Item.Kind.SECTION)[0]
    with pytest.raises(Http404):
        suspend(lan, heading)
    Plan.objects.update(state=State.CLOSED)
    with pytest.raises(NotInForceError):
        suspend(lan, item)


def test_what_waits_is_shown_to_those_whose_work_it_is(
    item: Item, lan: User, hire: Hire, client: Client
) -> None:
    suspend(lan, item)
    _, rows = work.tasks(work.of(unit(COMMUNE)), None)
    assert {row.item.label: [str(each) for each in row.item.waits] for row in rows}["1.2"] == [
        "chờ hướng dẫn mới"
    ]
    client.force_login(hire("xa", Role.VIEWER, COMMUNE))
    for page in (f"units/{unit(COMMUNE).pk}/", f"{item.plan_id}/", f"{item.plan_id}/waiting/", "waiting/"):
        assert "chờ hướng dẫn mới" in client.get(f"/plans/{page}").content.decode(), page
    Plan.objects.update(state=State.DRAFT)
    client.force_login(hire("khac", Role.VIEWER, NEIGHBOUR))
    assert "chờ hướng dẫn mới" not in client.get("/plans/waiting/").content.decode()


def test_a_person_confirms_what_the_plan_says(item: Item, lan: User, client: Client) -> None:
    client.force_login(lan)
    address = f"/plans/{item.plan_id}/waiting/items/{item.pk}/"
    assert address in client.get(f"/plans/{item.plan_id}/waiting/").content.decode()
    assert 'value="chờ hướng dẫn"' in client.get(address).content.decode()
    assert client.post(address, {"of": "norm", "reason": "", "since": ""}).status_code == 400
    assert (
        client.post(address, {"of": "norm", "reason": "chờ mức chi mới", "since": "05/6/2026"}).status_code
        == 302
    )
    hold = Hold.objects.get()
    assert (hold.of, hold.reason, hold.since) == ("norm", "chờ mức chi mới", date(2026, 6, 5))
    client.post(f"/plans/{item.plan_id}/waiting/{hold.pk}/lift/")
    assert not waiting.is_held(item)
