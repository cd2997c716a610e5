"""Targets shared out among units, by hand, evenly, like last year's, from Excel."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.audit.models import Entry
from donghanh.organisations.models import Kind, Level, Line, OrgUnit
from donghanh.organisations.placing import NewUnit
from donghanh.plans import indicators, sharing, sharing_sheets
from donghanh.plans.errors import NotWrittenError
from donghanh.plans.models import Indicator, Plan, State, Target
from donghanh.plans.sharing import NothingToShareError, SharesChangedError, TooMuchError
from organisations import making
from plans.conftest import COMMUNE, FORM, NEIGHBOUR, PROVINCE, Hire, Make, unit


@pytest.fixture
def plan(make: Make) -> Plan:
    return make({**FORM, "allocations": []})


@pytest.fixture
def gifts(plan: Plan) -> Target:
    return plan.target_set.get(text="Tặng 120 suất quà")


def shares(target: Target) -> dict[str, Decimal]:
    return {share.party.words: share.quantity for share in target.shares.select_related("party")}


def communes(plan: Plan) -> int:
    return plan.parties.get(words="Hội LHPN các xã, phường").pk


wholes = st.integers(0, 10**9).map(Decimal) | st.decimals(0, 10**6, places=4)


@given(wholes, st.lists(st.decimals(0, 1000, places=2), min_size=1, max_size=60).filter(any))
def test_parts_add_up_to_the_whole_and_none_is_a_step_from_its_due(
    whole: Decimal, weights: list[Decimal]
) -> None:
    parts = sharing.in_proportion(whole, weights)
    step = 1 if whole == int(whole) else sharing.STEP
    assert sum(parts) == whole
    assert all(
        abs(part - whole * weight / sum(weights)) < step for part, weight in zip(parts, weights, strict=True)
    )
    assert all(part >= 0 and part % step == 0 for part in parts)


@given(wholes, st.integers(1, 200))
def test_even_parts_differ_by_one_step_at_most(whole: Decimal, count: int) -> None:
    parts = sharing.even(whole, count)
    assert sum(parts) == whole
    assert max(parts) - min(parts) <= (1 if whole == int(whole) else sharing.STEP)


def test_a_target_is_shared_out_evenly_and_nothing_is_left(plan: Plan, gifts: Target, lan: User) -> None:
    Target.objects.filter(pk=gifts.pk).update(quantity=Decimal(100))
    told = sharing.share_evenly(lan, plan.pk, gifts.pk, communes(plan))
    assert sorted(shares(gifts).values()) == [33, 33, 34]
    assert (told.left, told.over, told.units) == (0, 0, 3)
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.unit_id) == ("plan_target_shared", plan.keeper_id)


def test_shares_are_put_down_by_hand_and_what_is_left_is_told(plan: Plan, gifts: Target, lan: User) -> None:
    wanted = {unit(COMMUNE).pk: Decimal(70), unit(NEIGHBOUR).pk: Decimal("20.5")}
    told = sharing.put(lan, plan.pk, gifts.pk, wanted, {})
    assert shares(gifts) == {COMMUNE: Decimal(70), NEIGHBOUR: Decimal("20.5")}
    assert told.left == Decimal("29.5")
    again = sharing.put(lan, plan.pk, gifts.pk, {unit(COMMUNE).pk: None}, {unit(COMMUNE).pk: Decimal(70)})
    assert shares(gifts) == {NEIGHBOUR: Decimal("20.5")}
    assert again.units == 1


def test_more_than_the_whole_is_refused_and_nothing_is_written(plan: Plan, gifts: Target, lan: User) -> None:
    with pytest.raises(TooMuchError, match=r"121.*120"):
        sharing.put(lan, plan.pk, gifts.pk, {unit(COMMUNE).pk: Decimal(121)}, {})
    assert not shares(gifts)
    assert not plan.parties.filter(settled="chosen").exists()


def test_more_than_the_least_that_is_wanted_may_be_shared_out(plan: Plan, lan: User) -> None:
    least = plan.target_set.get(comparator=">=")
    assert sharing.put(lan, plan.pk, least.pk, {unit(COMMUNE).pk: Decimal(12)}, {}).over == 2


def test_two_who_change_different_shares_lose_neither(plan: Plan, gifts: Target, lan: User) -> None:
    first, second = unit(COMMUNE).pk, unit(NEIGHBOUR).pk
    sharing.put(lan, plan.pk, gifts.pk, {first: Decimal(10), second: None}, {})
    sharing.put(lan, plan.pk, gifts.pk, {first: None, second: Decimal(20)}, {})
    assert shares(gifts) == {COMMUNE: 10, NEIGHBOUR: 20}


def test_of_two_who_change_one_share_the_second_is_told(plan: Plan, gifts: Target, lan: User) -> None:
    first = unit(COMMUNE).pk
    sharing.put(lan, plan.pk, gifts.pk, {first: Decimal(10)}, {})
    with pytest.raises(SharesChangedError, match=COMMUNE):
        sharing.put(lan, plan.pk, gifts.pk, {first: Decimal(11)}, {})
    assert shares(gifts) == {COMMUNE: 10}


def test_shares_like_last_years_keep_their_proportion(plan: Plan, gifts: Target, lan: User) -> None:
    last = Target.objects.create(plan=plan, text="Năm trước", position=1, quantity=30)
    sharing.put(lan, plan.pk, last.pk, {unit(COMMUNE).pk: Decimal(20), unit(NEIGHBOUR).pk: Decimal(10)}, {})
    sharing.share_like(lan, plan.pk, gifts.pk, last)
    assert shares(gifts) == {COMMUNE: 80, NEIGHBOUR: 40}


def test_what_has_no_figure_is_not_shared_out(plan: Plan, gifts: Target, lan: User) -> None:
    Target.objects.filter(pk=gifts.pk).update(quantity=None)
    with pytest.raises(NothingToShareError):
        sharing.share_evenly(lan, plan.pk, gifts.pk, communes(plan))


def test_an_issued_plan_is_not_shared_out_anew(plan: Plan, gifts: Target, lan: User) -> None:
    Plan.objects.filter(pk=plan.pk).update(state=State.ISSUED)
    with pytest.raises(NotWrittenError):
        sharing.share_evenly(lan, plan.pk, gifts.pk, communes(plan))


def test_sharing_among_more_takes_no_more_queries(
    plan: Plan, gifts: Target, lan: User, cao_bang: Line
) -> None:
    counts = []
    for more in (0, 40):
        for n in range(more):
            new = NewUnit(Kind.UNION, Level.COMMUNE, f"Hội LHPN xã Mới {n}")
            made = making.add(new, superior=unit(PROVINCE), line=cao_bang)
            plan.parties.get(pk=communes(plan)).units.create(unit=made)
        gifts.shares.all().delete()
        with CaptureQueriesContext(connection) as queries:
            sharing.share_evenly(lan, plan.pk, gifts.pk, communes(plan))
        counts.append(len(queries))
    assert counts[1] <= counts[0], counts


def test_the_quotas_of_a_paper_are_shares_as_those_put_down_here(make: Make, lan: User) -> None:
    plan = make()
    quota = plan.target_set.get(text="suất quà")
    sharing.put(lan, plan.pk, quota.pk, {unit(COMMUNE).pk: Decimal(71)}, {unit(COMMUNE).pk: Decimal(70)})
    assert shares(quota) == {COMMUNE: 71, NEIGHBOUR: Decimal("49.5")}


def test_each_commune_has_the_target_that_counts_for_each(plan: Plan) -> None:
    least = plan.target_set.get(comparator=">=")
    assert least.each is not None
    assert {each.unit.name for each in least.each.units.all()} == {
        f"Hội LHPN xã {name}" for name in ("Bảo Lạc", "Cốc Pàng", "Trùng Khánh")
    }


# Excel and pages


@pytest.fixture
def client(client: Client, lan: User) -> Client:
    client.force_login(lan)
    return client


def url(target: Target, name: str = "target") -> str:
    return reverse(f"plans:{name}", args=[target.plan_id, target.pk])


def upload(client: Client, target: Target, rows: str) -> str:
    file = SimpleUploadedFile("danh sách.csv", f"Đơn vị,Số lượng\n{rows}".encode())
    response = client.post(url(target, "take_shares"), {"file": file}, follow=True)
    return response.content.decode()


def test_a_list_from_excel_is_taken_back(client: Client, gifts: Target, plan: Plan) -> None:
    assert client.get(url(gifts, "target_sheet")).status_code == 200
    upload(client, gifts, f'{COMMUNE},40\n{NEIGHBOUR},"12,5"\n')
    assert shares(gifts) == {COMMUNE: 40, NEIGHBOUR: Decimal("12.5")}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("Hội LHPN xã Không Có,4\n", "Dòng 2"),
        (f"{COMMUNE},nhiều\n", "Dòng 2"),
        (f'{COMMUNE},"1,000"\n', "Dòng 2"),
        (f"{COMMUNE},-4\n", "Dòng 2"),
        (f"{COMMUNE},4\n{COMMUNE},5\n", "Dòng 3"),
        (f"{COMMUNE},500\n", "500"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_taken(
    client: Client, gifts: Target, rows: str, said: str
) -> None:
    assert said in upload(client, gifts, f"{NEIGHBOUR},1\n{rows}".replace(f"{NEIGHBOUR},1\n", "", 1))
    assert not shares(gifts)


def test_the_page_takes_shares_and_keeps_what_was_typed_wrongly(client: Client, gifts: Target) -> None:
    field = f"share-{unit(COMMUNE).pk}"
    wrong = client.post(url(gifts), {field: "bốn mươi"})
    assert wrong.status_code == 400
    assert "bốn mươi" in wrong.content.decode()
    assert client.post(url(gifts), {field: "40"}).status_code == 302
    assert shares(gifts) == {COMMUNE: 40}


def test_whoever_only_looks_on_is_offered_no_field(hire: Hire, gifts: Target) -> None:
    client = Client()
    client.force_login(hire("xem", Role.VIEWER))
    page = client.get(url(gifts)).content.decode()
    assert "share-" not in page
    assert client.post(url(gifts), {f"share-{unit(COMMUNE).pk}": "4"}).status_code == 403


# What targets count


def test_an_indicator_is_suggested_by_words_and_measure(plan: Plan, gifts: Target) -> None:
    known = Indicator.objects.create(name="Số suất quà tặng", measure="suất quà")
    Indicator.objects.create(name="Số suất quà tặng", measure="triệu đồng")
    Indicator.objects.create(name="Số lớp tập huấn", measure="lớp")
    assert indicators.suggested(plan, gifts) == [known]


def test_a_person_says_what_a_target_counts(client: Client, plan: Plan, gifts: Target) -> None:
    client.post(url(gifts, "indicator"), {"name": "Suất quà đã tặng"})
    gifts.refresh_from_db()
    assert gifts.indicator is not None
    assert (gifts.indicator.name, gifts.indicator.measure) == ("Suất quà đã tặng", "suất quà")
    other = plan.target_set.get(comparator=">=")
    client.post(url(other, "indicator"), {"indicator": gifts.indicator_id})
    other.refresh_from_db()
    assert other.indicator_id == gifts.indicator_id


@pytest.mark.parametrize(
    "data", [{"name": ""}, {"name": "=1+1"}, {"indicator": "9" * 40}, {"indicator": "999999"}]
)
def test_what_names_nothing_is_not_counted(client: Client, gifts: Target, data: dict[str, Any]) -> None:
    client.post(url(gifts, "indicator"), data)
    gifts.refresh_from_db()
    assert gifts.indicator is None


def test_the_sheet_tells_namesakes_apart(plan: Plan, gifts: Target, cao_bang: Line) -> None:
    twin = making.add(NewUnit(Kind.UNION, Level.COMMUNE, COMMUNE), superior=unit(NEIGHBOUR), line=cao_bang)
    data = sharing_sheets.sheet_of(plan, gifts, OrgUnit.objects.filter(pk__in=[unit_of(COMMUNE), twin.pk]))
    assert data[:2] == b"PK"


def unit_of(name: str) -> int:
    return OrgUnit.objects.filter(name=name).earliest("pk").pk
