"""An accepted reading becomes a plan, its names units."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.audit.models import Entry
from donghanh.organisations.models import Kind, Line, OrgUnit
from donghanh.plans import parties, taking_in
from donghanh.plans.errors import MadeAlreadyError, NotWrittenError, NoUnitError
from donghanh.plans.models import Assignment, Item, Party, PartyUnit, Plan, State
from plans.conftest import COMMUNE, DAY, FORM, NEIGHBOUR, PROVINCE, Hire, Make, accepted, unit


def test_every_fact_stands_in_the_plan_in_the_order_of_the_paper(make: Make) -> None:
    plan = make()
    items = [
        (each.kind, each.label, each.text, each.parent and each.parent.text) for each in plan.item_set.all()
    ]
    assert items == [
        ("section", "I", "NỘI DUNG", None),
        ("section", "1", "Truyền thông", "NỘI DUNG"),
        ("activity", "1.1", "Truyền thông bằng hai thứ tiếng", "Truyền thông"),
        ("activity", "1.2", "Đối thoại chính sách", "Truyền thông"),
        ("activity", "1.3", "Khảo sát nhu cầu", "Truyền thông"),
        ("section", "II", "TỔ CHỨC THỰC HIỆN", None),
        ("task", "", "Bố trí địa điểm", "TỔ CHỨC THỰC HIỆN"),
        ("task", "", "Cử người tham gia", "TỔ CHỨC THỰC HIỆN"),
        ("task", "", "Lập kế hoạch của xã", "TỔ CHỨC THỰC HIỆN"),
    ]
    assert [(each.text, each.quantity, each.per) for each in plan.target_set.all()] == [
        ("Tặng 120 suất quà", 120, ""),
        ("Ít nhất 10 hộ thoát nghèo mỗi xã", 10, "mỗi xã"),
        ("suất quà", None, ""),
    ]
    assert [each.value for each in plan.amount_set.all()] == [255_000_000, 500_000]
    assert [(each.cycle, each.sender and each.sender.words) for each in plan.duty_set.all()] == [
        ("quarterly", "Hội LHPN các xã, phường")
    ]
    assert [each.number for each in plan.basis_set.all()] == ["05/CTPH"]
    assert (plan.number, plan.starts, plan.state) == ("12/KH-BTV", plan.starts, State.DRAFT)


def test_every_fact_keeps_the_sentence_that_it_came_from(make: Make) -> None:
    plan = make()
    facts = [*plan.item_set.all(), *plan.target_set.all(), *plan.duty_set.all(), *plan.basis_set.all()]
    assert all(each.source and each.source["end"] > each.source["start"] for each in facts)


def test_each_of_many_becomes_the_units_of_the_plans_day_once_in_the_plan(make: Make) -> None:
    communes = make().parties.get(words="Hội LHPN các xã, phường")
    wanted = OrgUnit.objects.filter(kind=Kind.UNION, level="commune", until__gt=DAY)
    assert communes.settled == Party.Settled.FOUND
    assert {each.unit_id for each in communes.units.all()} == set(wanted.values_list("pk", flat=True))
    assert communes.assignments.count() == 2
    assert communes.is_recipient


def test_a_quota_table_becomes_shares_of_a_target_whose_sum_nobody_wrote(make: Make) -> None:
    target = make().target_set.get(text="suất quà")
    assert target.quantity is None
    assert [(each.party.words, each.quantity, each.note) for each in target.shares.all()] == [
        (COMMUNE, Decimal(70), ""),
        (NEIGHBOUR, Decimal("49.5"), "đợt 1"),
    ]


def test_who_stands_below_is_ordered_and_who_stands_elsewhere_is_asked(make: Make) -> None:
    plan = make()
    told = Assignment.objects.filter(item__plan=plan).values_list("party__words", "is_asked").distinct()
    assert set(told) == {
        ("Hội LHPN các xã, phường", False),
        ("UBND các xã, phường", True),
        (COMMUNE, False),
        ("Ban Gia đình - Xã hội tỉnh", False),  # nobody said yet who that is
    }


def test_what_a_person_removed_in_the_review_is_no_part_of_the_plan(make: Make) -> None:
    gone = {**FORM, "activities": [{**FORM["activities"][0], "state": "removed"}, *FORM["activities"][1:]]}
    plan = make(gone)
    assert plan.item_set.filter(kind=Item.Kind.ACTIVITY).count() == 2


def test_a_name_that_leaves_a_question_has_no_units_until_somebody_chooses(make: Make, lan: User) -> None:
    plan = make()
    (asked,) = parties.asked(plan)
    assert asked.party.words == "Ban Gia đình - Xã hội tỉnh"
    assert not asked.party.units.exists()
    parties.choose(lan, plan.pk, asked.party.pk, [unit(COMMUNE), unit(NEIGHBOUR), unit(COMMUNE)])
    asked.party.refresh_from_db()
    assert asked.party.settled == Party.Settled.CHOSEN
    assert asked.party.units.count() == 2
    assert parties.asked(plan) == []
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.unit_id) == ("plan_party_settled", plan.keeper_id)


def test_whoever_is_chosen_outside_the_line_is_asked_and_not_ordered(make: Make, lan: User) -> None:
    plan = make()
    (asked,) = parties.asked(plan)
    committee = OrgUnit.objects.get(name="UBND xã Bảo Lạc")
    parties.choose(lan, plan.pk, asked.party.pk, [unit(COMMUNE), committee])
    assert asked.party.assignments.get().is_asked


def test_who_is_no_unit_of_the_program_is_asked_about_no_more(make: Make, lan: User) -> None:
    plan = make()
    (asked,) = parties.asked(plan)
    parties.leave_out(lan, plan.pk, asked.party.pk)
    assert parties.asked(plan) == []
    assert asked.party.assignments.get().is_asked
    assert not asked.party.units.exists()


def test_an_archive_among_the_recipients_is_nobody_to_ask_about(make: Make) -> None:
    assert make().parties.get(words="Lưu: VT").settled == Party.Settled.OUTSIDE


def test_nobody_is_chosen_by_choosing_nobody(make: Make, lan: User) -> None:
    plan = make()
    (asked,) = parties.asked(plan)
    with pytest.raises(NoUnitError):
        parties.choose(lan, plan.pk, asked.party.pk, [])


def test_a_plan_past_being_written_is_not_changed(make: Make, lan: User) -> None:
    plan = make()
    (asked,) = parties.asked(plan)
    Plan.objects.filter(pk=plan.pk).update(state=State.APPROVED)
    with pytest.raises(NotWrittenError):
        parties.choose(lan, plan.pk, asked.party.pk, [unit(COMMUNE)])
    assert not asked.party.units.exists()


def test_a_paper_becomes_one_plan_of_a_unit(lan: User, cao_bang: Line) -> None:
    province = unit(PROVINCE)
    version = accepted(lan, province)
    first = taking_in.take_in(lan, version, 1, unit=province, keeper=province, line=cao_bang)
    with pytest.raises(MadeAlreadyError) as refused:
        taking_in.take_in(lan, version, 1, unit=province, keeper=province, line=cao_bang)
    assert refused.value.plan == first.pk
    assert Plan.objects.count() == 1


def test_a_plan_is_made_only_where_the_person_writes_plans(hire: Hire, cao_bang: Line, lan: User) -> None:
    version = accepted(lan, unit(PROVINCE))
    place = {"unit": unit(PROVINCE), "keeper": unit(PROVINCE), "line": cao_bang}
    with pytest.raises(PermissionDenied):
        taking_in.take_in(hire("viewer", Role.VIEWER), version, 1, **place)
    with pytest.raises(Http404):
        taking_in.take_in(hire("xa", Role.DATA_ENTRY, COMMUNE), version, 1, **place)
    assert not Plan.objects.exists()


def test_the_issuer_is_told_from_the_paper(lan: User, cao_bang: Line) -> None:
    version = accepted(lan, unit(PROVINCE))
    assert taking_in.issuer_of(version, 1, unit(COMMUNE)) == unit(PROVINCE)
    nobody = {**FORM, "document": {**FORM["document"], "issuer": "Công ty Hoa Ban"}}
    assert taking_in.issuer_of(accepted(lan, unit(PROVINCE), nobody), 1, unit(COMMUNE)) is None


def test_a_drafted_plan_is_seen_where_it_is_kept_and_an_issued_one_by_whom_it_names(
    make: Make, lan: User, hire: Hire
) -> None:
    plan, xa, elsewhere = (
        make(),
        hire("xa", Role.VIEWER, COMMUNE),
        hire("khac", Role.VIEWER, "Hội LHPN xã Trùng Khánh"),
    )
    assert Plan.objects.visible_to(lan).get() == plan
    assert not Plan.objects.visible_to(xa).exists()
    Plan.objects.filter(pk=plan.pk).update(state=State.ISSUED)
    assert Plan.objects.visible_to(xa).get() == plan
    PartyUnit.objects.filter(unit__name="Hội LHPN xã Trùng Khánh").delete()
    assert not Plan.objects.visible_to(elsewhere).exists()
    assert Plan.objects.visible_to(xa).get() == plan


def test_a_paper_of_another_unit_shows_itself_to_nobody_beyond_its_keeper(hire: Hire, make: Make) -> None:
    kept = make(user=hire("xa", Role.DATA_ENTRY, COMMUNE), keeper=COMMUNE)
    Plan.objects.filter(pk=kept.pk).update(state=State.ISSUED)
    assert not Plan.objects.visible_to(hire("khac", Role.VIEWER, NEIGHBOUR)).exists()


def _many(count: int) -> dict[str, Any]:
    activity = FORM["activities"][0]
    work = [{**activity, "text": f"Việc {n}", "lead": [f"Hội LHPN xã Số {n}"]} for n in range(count)]
    return {**FORM, "activities": work}


def test_a_longer_plan_takes_no_more_queries(make: Make) -> None:
    counts = []
    for count in (3, 60):
        with CaptureQueriesContext(connection) as queries:
            make(_many(count))
        counts.append(len(queries))
    assert counts[1] <= counts[0] + 2, counts
