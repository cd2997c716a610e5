"""What of a plan in force concerns one unit, shown as its draft, begun as its plan, looked after from above."""

import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.audit.models import Entry
from donghanh.organisations.models import Handover, OrgUnit
from donghanh.plans import beginning, cascade, cascading, parties
from donghanh.plans.content import Content, Goal
from donghanh.plans.errors import BegunAlreadyError, NotInForceError, NotNamedError
from donghanh.plans.models import Assignment, Item, Party, PartyUnit, Plan, State
from plans.conftest import COMMUNE, FORM, NEIGHBOUR, PROVINCE, Hire, Make, source, unit
from writing.plans import read_back

THIRD = "Hội LHPN xã Trùng Khánh"


@pytest.fixture
def issued(make: Make) -> Plan:
    return in_force(make())


def in_force(plan: Plan) -> Plan:
    Plan.objects.filter(pk=plan.pk).update(state=State.ISSUED)
    return Plan.objects.select_related("unit__place").get(pk=plan.pk)


def draft(plan: Plan, of: str = COMMUNE) -> Content:
    return cascade.derive(plan, unit(of)).content


def with_targets(make: Make, *targets: dict[str, Any]) -> Plan:
    whole = [
        {"unit": None, "quantity": None, "comparator": ">=", "per": None, "section": "I", "source": source(30), **each}
        for each in targets
    ]  # fmt: skip
    return in_force(make({**FORM, "targets": whole}))


def test_a_unit_gets_what_it_leads_with_the_headings_above_counted_anew(issued: Plan) -> None:
    assert [(each.label, each.text) for each in draft(issued, THIRD).works] == [
        ("I", "NỘI DUNG"),
        ("1", "Truyền thông"),
        ("1.1", "Truyền thông bằng hai thứ tiếng"),
        ("II", "TỔ CHỨC THỰC HIỆN"),
        ("", "Lập kế hoạch của xã"),
    ]
    assert "Đối thoại chính sách" in [each.text for each in draft(issued).works]


def test_names_of_many_become_the_one_that_is_meant_and_who_is_beside_it(issued: Plan) -> None:
    (work,) = [each for each in draft(issued, THIRD).works if each.kind == Item.Kind.ACTIVITY]
    assert [(each.who, each.role, each.is_asked) for each in work.roles] == [
        (THIRD, "lead", False),
        ("UBND xã Trùng Khánh", "partner", True),
        ("Các chi hội", "partner", False),
    ]


def test_what_a_unit_is_responsible_for_it_passes_on_to_those_below(issued: Plan) -> None:
    (task,) = [each for each in draft(issued).works if each.kind == Item.Kind.TASK]
    assert task.named("lead") == (COMMUNE, "Các chi hội")


def test_its_own_share_is_its_target(issued: Plan) -> None:
    shared = [(each.text, each.quantity) for each in draft(issued).goals if "suất quà" in each.text]
    assert shared == [("70 suất quà", Decimal(70))]
    assert not [each for each in draft(issued, THIRD).goals if "suất quà" in each.text]


def test_what_each_commune_has_to_reach_is_its_own_target(issued: Plan) -> None:
    goals = [each for each in draft(issued, THIRD).goals if each.measure == "hộ"]
    assert [(each.text, each.quantity, each.comparator, each.per) for each in goals] == [
        ("Ít nhất 10 hộ thoát nghèo", Decimal(10), ">=", "")
    ]


@pytest.mark.parametrize(
    ("text", "per", "said"),
    [
        ("Mỗi xã có 2 mô hình", "mỗi xã", "Xã Bảo Lạc có 2 mô hình"),
        ("Có 2 mô hình tại mỗi xã, phường.", "mỗi xã, phường", "Có 2 mô hình."),
        ("2 mô hình của mỗi cơ sở Hội", "mỗi cơ sở Hội", "2 mô hình"),
        ("Thêm 2 mô hình", "mỗi xã", "Thêm 2 mô hình"),
    ],
)
def test_each_is_said_of_one(make: Make, text: str, per: str, said: str) -> None:
    plan = with_targets(make, {"text": text, "quantity": 2, "per": per})
    (goal,) = [each for each in draft(plan).goals if each.quantity == 2]
    assert (goal.text, goal.per) == (said, "")


def test_what_each_branch_has_to_reach_stays_said_of_each(make: Make) -> None:
    plan = with_targets(make, {"text": "Mỗi chi hội có 1 tổ", "quantity": 1, "per": "mỗi chi hội"})
    assert [(each.text, each.per) for each in draft(plan).goals if each.quantity == 1] == [
        ("Mỗi chi hội có 1 tổ", "mỗi chi hội")
    ]


def test_a_target_of_the_province_is_no_communes(make: Make) -> None:
    plan = with_targets(
        make,
        {"text": "Cả tỉnh 500 hộ", "quantity": 500},
        {"text": "3 tỉnh", "quantity": 3, "per": "mỗi tỉnh"},
    )
    assert not [each for each in draft(plan).goals if each.quantity in (500, 3)]


@pytest.mark.parametrize(
    ("text", "said"),
    [("Tặng 1.200 suất", "Tặng 70 suất"), ("Tặng 1200 suất", "Tặng 70 suất"), ("Tặng 1.2000", "Tặng 1.2000")],
)
def test_the_figure_of_the_whole_becomes_the_units_own(text: str, said: str) -> None:
    goal = Goal(1, text, 1.0, quantity=Decimal(1200))
    assert cascade._with_figure(goal.text, goal.quantity, Decimal("70.0000")) == said


def test_norms_come_along_and_totals_of_the_superior_do_not(issued: Plan) -> None:
    assert [(each.kind, each.value) for each in draft(issued).sums] == [("rate", 500_000)]


def test_it_reports_what_it_has_to_report(issued: Plan) -> None:
    assert [(each.cycle, each.sender, each.receiver) for each in draft(issued).reports] == [
        ("quarterly", COMMUNE, PROVINCE)
    ]


def test_it_stands_by_the_higher_plan_first_and_then_by_what_that_stands_by(issued: Plan) -> None:
    cited = [(each.number, str(each.issued_on), each.issuer) for each in draft(issued).citations]
    assert cited == [("12/KH-BTV", "2026-03-02", PROVINCE), ("05/CTPH", "2026-01-15", PROVINCE)]


def test_words_of_purpose_come_along_and_other_words_of_the_superior_do_not(make: Make) -> None:
    sections = [
        {"id": "0", "label": "I", "title": "MỤC ĐÍCH", "role": "purpose", "parent": None, "source": source(1),
         "body": ["Hội LHPN các xã, phường chủ động hơn."]},
        *({**each, "body": ["Tỉnh giao 200 việc."]} for each in FORM["sections"]),
    ]  # fmt: skip
    works = draft(in_force(make({**FORM, "sections": sections}))).works
    assert [each.body for each in works if each.body] == [(f"{COMMUNE} chủ động hơn.",)]


def test_who_is_asked_gets_what_it_is_asked_for(issued: Plan) -> None:
    asked = [each.text for each in draft(issued, "UBND xã Bảo Lạc").works if each.kind != Item.Kind.SECTION]
    assert asked == ["Truyền thông bằng hai thứ tiếng", "Bố trí địa điểm", "Cử người tham gia"]


def test_what_it_took_over_is_its_own(issued: Plan) -> None:
    Handover.objects.create(unit=unit(NEIGHBOUR), into=unit(COMMUNE), since="2026-04-01")
    (goal,) = [each for each in draft(issued).goals if "suất quà" in each.text]
    assert goal.quantity == Decimal("119.5")


def test_nothing_is_made_of_a_plan_that_is_not_carried_out_or_says_nothing_of_the_unit(
    make: Make, issued: Plan
) -> None:
    with pytest.raises(NotInForceError):
        cascade.derive(make(), unit(COMMUNE))
    with pytest.raises(NotNamedError):
        cascade.derive(issued, unit("UBND tỉnh Cao Bằng"))


def test_the_draft_is_kept_only_when_somebody_begins_to_write(
    issued: Plan, hire: Hire, client: Client
) -> None:
    xa = hire("xa", Role.DATA_ENTRY, COMMUNE)
    client.force_login(xa)
    address = reverse("plans:derived", args=[issued.pk, unit(COMMUNE).pk])
    page = client.get(address)
    assert "Ít nhất 10 hộ thoát nghèo" in page.content.decode()
    assert Plan.objects.count() == 1
    client.post(address)
    made = Plan.objects.get(above=issued)
    assert (made.state, made.unit, made.keeper) == (State.DRAFT, unit(COMMUNE), unit(COMMUNE))
    assert "Bắt đầu soạn" not in client.get(address).content.decode()
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.unit_id) == ("plan_begun_below", made.unit_id)


def test_each_item_and_target_knows_where_it_came_from(issued: Plan, hire: Hire) -> None:
    xa = hire("xa", Role.DATA_ENTRY, COMMUNE)
    made = beginning.begin_below(xa, issued.pk, unit(COMMUNE).pk)
    work = made.item_set.exclude(kind=Item.Kind.SECTION)
    assert {each.origin.plan_id for each in work.select_related("origin") if each.origin} == {issued.pk}
    assert work.count() == work.exclude(origin=None).count() == 3
    assert set(made.target_set.values_list("origin__plan", flat=True)) == {issued.pk}
    first = made.basis_set.first()
    assert first is not None and first.cites == issued


def test_in_its_own_plan_a_unit_orders_those_below_and_asks_those_beside(issued: Plan, hire: Hire) -> None:
    xa = hire("xa", Role.DATA_ENTRY, COMMUNE)
    made = beginning.begin_below(xa, issued.pk, unit(COMMUNE).pk)
    told = Assignment.objects.filter(item__plan=made).values_list("party__words", "is_asked").distinct()
    assert set(told) >= {(COMMUNE, False), ("UBND xã Bảo Lạc", True)}
    assert made.parties.get(words=COMMUNE).units.get().unit == unit(COMMUNE)


def test_whom_a_person_chose_above_is_meant_below_too(make: Make, lan: User, hire: Hire) -> None:
    shared = [{**FORM["activities"][2], "lead": [COMMUNE], "partners": ["Ban Gia đình - Xã hội tỉnh"]}]
    plan = make({**FORM, "activities": shared})
    (asked,) = parties.asked(plan)
    parties.choose(lan, plan.pk, asked.party.pk, [unit(PROVINCE)])
    xa = hire("xa", Role.DATA_ENTRY, COMMUNE)
    made = beginning.begin_below(xa, in_force(plan).pk, unit(COMMUNE).pk)
    found = made.parties.get(words=asked.party.words)
    assert (found.settled, found.units.get().unit) == (Party.Settled.CHOSEN, unit(PROVINCE))


def test_a_unit_begins_one_plan_from_a_higher_one(issued: Plan, hire: Hire) -> None:
    xa = hire("xa", Role.DATA_ENTRY, COMMUNE)
    first = beginning.begin_below(xa, issued.pk, unit(COMMUNE).pk)
    with pytest.raises(BegunAlreadyError) as refused:
        beginning.begin_below(xa, issued.pk, unit(COMMUNE).pk)
    assert refused.value.plan == first.pk
    with pytest.raises(IntegrityError), transaction.atomic():
        Plan.objects.create(
            unit=first.unit, keeper=first.keeper, line=first.line, above=issued, title="x", day=first.day
        )


def test_a_unit_begins_its_own_plan_and_nobody_elses(issued: Plan, hire: Hire) -> None:
    with pytest.raises(PermissionDenied):
        beginning.begin_below(hire("viewer", Role.VIEWER, COMMUNE), issued.pk, unit(COMMUNE).pk)
    with pytest.raises(Http404):
        beginning.begin_below(hire("khac", Role.DATA_ENTRY, NEIGHBOUR), issued.pk, unit(COMMUNE).pk)
    assert Plan.objects.count() == 1


def test_the_draft_is_taken_away_as_word_without_being_kept(
    issued: Plan, hire: Hire, client: Client, tmp_path: Path
) -> None:
    client.force_login(hire("xa", Role.DATA_ENTRY, COMMUNE))
    paper = client.get(reverse("plans:derived_paper", args=[issued.pk, unit(COMMUNE).pk])).content
    back = read_back(paper, tmp_path)
    assert back["document"]["issuer"] == COMMUNE
    assert "12/KH-BTV" in [each["number"] for each in back["legal_bases"]]
    assert Plan.objects.count() == 1


def test_a_neighbours_draft_is_not_shown(issued: Plan, hire: Hire, client: Client) -> None:
    client.force_login(hire("xa", Role.DATA_ENTRY, COMMUNE))
    for name in ("plans:derived", "plans:derived_paper"):
        assert client.get(reverse(name, args=[issued.pk, unit(NEIGHBOUR).pk])).status_code == 404


def test_the_superior_sees_who_has_begun_and_who_has_not(
    issued: Plan, lan: User, hire: Hire, client: Client
) -> None:
    one = beginning.begin_below(hire("xa", Role.DATA_ENTRY, COMMUNE), issued.pk, unit(COMMUNE).pk)
    two = beginning.begin_below(hire("khac", Role.DATA_ENTRY, NEIGHBOUR), issued.pk, unit(NEIGHBOUR).pk)
    in_force(two)
    client.force_login(lan)
    address = reverse("plans:below", args=[issued.pk])
    for come, names in (
        ("", {COMMUNE, NEIGHBOUR, THIRD}),
        ("none", {THIRD}),
        ("begun", {COMMUNE}),
        ("issued", {NEIGHBOUR}),
    ):
        context = client.get(address, {"come": come}).context
        assert {str(each) for each, _ in context["rows"]} == names, come
    counts = context["counts"]
    assert (counts.all, counts.begun, counts.issued, counts.missing) == (3, 1, 1, 1)
    assert dict(context["rows"])[unit(NEIGHBOUR)] == two
    assert one.state == State.DRAFT


def test_whoever_is_below_sees_how_far_she_has_come_herself_alone(
    issued: Plan, hire: Hire, client: Client
) -> None:
    client.force_login(hire("xa", Role.VIEWER, COMMUNE))
    context = client.get(reverse("plans:below", args=[issued.pk])).context
    assert [str(each) for each, _ in context["rows"]] == [COMMUNE]


def test_the_page_of_the_plan_offers_to_make_ones_own(
    issued: Plan, hire: Hire, lan: User, client: Client
) -> None:
    xa = hire("xa", Role.DATA_ENTRY, COMMUNE)
    page, mine = (
        reverse("plans:plan", args=[issued.pk]),
        reverse("plans:derived", args=[issued.pk, unit(COMMUNE).pk]),
    )
    client.force_login(xa)
    assert mine in client.get(page).content.decode()
    made = beginning.begin_below(xa, issued.pk, unit(COMMUNE).pk)
    shown = client.get(page).content.decode()
    assert mine not in shown and reverse("plans:plan", args=[made.pk]) in shown
    client.force_login(lan)
    shown = client.get(page).content.decode()
    assert mine not in shown and reverse("plans:below", args=[issued.pk]) in shown


def test_the_drafts_of_all_come_in_one_file(issued: Plan, lan: User, client: Client, tmp_path: Path) -> None:
    client.force_login(lan)
    packed = b"".join(client.get(reverse("plans:drafts", args=[issued.pk])).streaming_content)  # type: ignore[attr-defined]
    archive = zipfile.ZipFile(BytesIO(packed))
    issuers = {read_back(archive.read(name), tmp_path)["document"]["issuer"] for name in archive.namelist()}
    assert issuers == {COMMUNE, NEIGHBOUR, THIRD}


def test_more_drafts_than_one_can_wait_for_are_refused_in_words(
    issued: Plan, lan: User, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cascading, "MOST_DRAFTS", 2)
    client.force_login(lan)
    answer = client.get(reverse("plans:drafts", args=[issued.pk]), follow=True)
    assert "nhiều nhất 2 đơn vị" in answer.content.decode()


def test_many_drafts_take_no_more_queries_than_one(issued: Plan) -> None:
    counts = []
    for names in ([COMMUNE], [COMMUNE, NEIGHBOUR, THIRD]):
        units = list(OrgUnit.objects.filter(name__in=names).select_related("place"))
        with CaptureQueriesContext(connection) as queries:
            assert len(list(cascade.derive_each(issued, units))) == len(names)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_page_of_those_below_takes_as_many_queries_for_many(
    issued: Plan, lan: User, client: Client
) -> None:
    client.force_login(lan)
    counts = []
    for left in (3, 1):
        with CaptureQueriesContext(connection) as queries:
            page = client.get(reverse("plans:below", args=[issued.pk]))
        assert len(page.context["rows"]) == left
        counts.append(len(queries))
        PartyUnit.objects.exclude(unit=unit(COMMUNE)).delete()
    assert counts[0] == counts[1]
