"""A plan that may be written: its parts changed, added, removed, moved, by one and by two at once; plans begun by hand."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.audit.models import Entry
from donghanh.organisations.models import Line
from donghanh.plans import beginning, editing
from donghanh.plans.content import Content
from donghanh.plans.errors import ChangedMeanwhileError, NotEmptyError, NotOwnError, NotWrittenError
from donghanh.plans.later import later
from donghanh.plans.merging import merge
from donghanh.plans.models import Item, Party, Plan, State
from donghanh.plans.parts import KINDS, values_of
from plans.conftest import COMMUNE, FORM, NEIGHBOUR, PROVINCE, Hire, Make, unit

TALK = "Đối thoại chính sách"
ACTIVITY, HEADING, DUTY, BASIS = (KINDS[key] for key in ("activity", "heading", "duty", "basis"))


def item(plan: Plan, text: str) -> Item:
    return plan.item_set.get(text=text)


def texts(plan: Plan) -> list[str]:
    return [each.text for each in plan.item_set.all()]


def changed(user: User, plan: Plan, which: str, **typed: Any) -> None:
    """What a person does who opens the form, types this and saves."""
    row = item(plan, which)
    was = values_of(ACTIVITY, row)
    editing.change(user, plan.pk, ACTIVITY, row.pk, was=was, typed={**was, **typed})


def posted(client: Client, plan: Plan, part: str, number: int, **typed: str) -> Any:
    """The form of a part as a browser sends it after these were typed."""
    address = reverse("plans:change_part", args=[plan.pk, part, number])
    form = client.get(address).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    return address, {**sent, **dict(form.remembered), **typed}


def test_a_changed_part_says_what_was_typed_and_the_trail_what_it_was(make: Make, lan: User) -> None:
    plan = make()
    changed(lan, plan, TALK, text="Đối thoại cụm bản", starts="2026-06-05", note=None)
    row = item(plan, "Đối thoại cụm bản")
    assert (row.starts, row.note) == (date(2026, 6, 5), "")
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.unit_id) == ("plan_part_changed", plan.keeper_id)
    assert entry.details["changes"]["text"] == [TALK, "Đối thoại cụm bản"]


def test_who_leads_is_found_by_name_and_asked_where_that_is_not_clear(
    make: Make, lan: User, client: Client
) -> None:
    plan = make()
    changed(lan, plan, TALK, leads=(NEIGHBOUR, "UBND xã Cốc Pàng"))
    roles = {each.party.words: each.is_asked for each in item(plan, TALK).assignments.select_related("party")}
    assert roles == {NEIGHBOUR: False, "UBND xã Cốc Pàng": True}
    assert plan.parties.get(words=NEIGHBOUR).units.get().unit == unit(NEIGHBOUR)
    client.force_login(lan)
    address, sent = posted(client, plan, "activity", item(plan, TALK).pk, helps="Hội bạn hữu núi rừng")
    answer = client.post(address, sent)
    assert answer["Location"] == reverse("plans:parties", args=[plan.pk])
    assert plan.parties.get(words="Hội bạn hữu núi rừng").settled == Party.Settled.OPEN


def test_whom_nothing_names_any_more_is_nobody_to_ask_about(make: Make, lan: User) -> None:
    plan = make()
    changed(lan, plan, "Khảo sát nhu cầu", leads=())
    assert not plan.parties.filter(words="Ban Gia đình - Xã hội tỉnh").exists()
    assert plan.parties.filter(words="Hội LHPN các xã, phường").exists()


def test_what_two_people_changed_in_different_fields_stands_together(make: Make, lan: User) -> None:
    plan = make()
    row = item(plan, TALK)
    was = values_of(ACTIVITY, row)
    editing.change(lan, plan.pk, ACTIVITY, row.pk, was=was, typed={**was, "period": "tháng 6"})
    editing.change(lan, plan.pk, ACTIVITY, row.pk, was=was, typed={**was, "note": "đã có hướng dẫn"})
    row.refresh_from_db()
    assert (row.period, row.note) == ("tháng 6", "đã có hướng dẫn")


def test_what_both_changed_is_refused_with_both_and_saved_only_by_who_saw_it(
    make: Make, lan: User, hire: Hire, client: Client
) -> None:
    plan = make()
    row = item(plan, TALK)
    client.force_login(hire("hai"))
    address, sent = posted(client, plan, "activity", row.pk, note="bản của Hai", period="tháng 9")
    changed(lan, plan, TALK, note="bản của Lan")
    refused = client.post(address, sent)
    shown = refused.content.decode()
    assert refused.status_code == 409
    assert "bản của Lan" in shown and "bản của Hai" in shown
    row.refresh_from_db()
    assert (row.note, row.period) == ("bản của Lan", "")
    form = refused.context["form"]
    client.post(address, {**sent, **dict(form.remembered)})
    row.refresh_from_db()
    assert (row.note, row.period) == ("bản của Hai", "tháng 9")


def test_a_form_with_a_fault_keeps_what_it_was_filled_in_on(make: Make, lan: User, client: Client) -> None:
    plan = make()
    row = item(plan, TALK)
    client.force_login(lan)
    address, sent = posted(client, plan, "activity", row.pk, starts="31/2/2026", note="của tôi")
    changed(lan, plan, TALK, note="của người khác")
    faulty = client.post(address, sent)
    assert "31/2/2026" in faulty.content.decode()
    again = {**sent, **dict(faulty.context["form"].remembered), "starts": "5/6/2026"}
    assert client.post(address, again).status_code == 409


def test_days_are_typed_as_officials_write_them(make: Make, lan: User, client: Client) -> None:
    plan = make()
    row = item(plan, TALK)
    client.force_login(lan)
    address, sent = posted(client, plan, "activity", row.pk, starts="5/6/2026", ends="30/9/2026")
    client.post(address, sent)
    row.refresh_from_db()
    assert (row.starts, row.ends) == (date(2026, 6, 5), date(2026, 9, 30))
    address, sent = posted(client, plan, "activity", row.pk, ends="1/1/2026")
    assert client.post(address, sent).status_code == 200
    row.refresh_from_db()
    assert row.ends == date(2026, 9, 30)


values = st.dictionaries(st.sampled_from("abc"), st.integers(0, 3))


@given(values, values, values)
def test_nothing_that_anybody_changed_is_lost(
    was: dict[str, int], theirs: dict[str, int], mine: dict[str, int]
) -> None:
    was = {"a": 0, "b": 0, "c": 0} | was
    now, typed = was | theirs, was | mine
    merged = merge(was, now, typed)
    stands = {**now, **merged.changed}
    clashing = {clash.field for clash in merged.clashes}
    for name in was:
        if typed[name] != was[name]:
            assert stands[name] == typed[name]
        elif now[name] != was[name]:
            assert stands[name] == now[name]
        both = typed[name] != was[name] and now[name] != was[name] and typed[name] != now[name]
        assert (name in clashing) == both


def test_a_new_part_stands_behind_all_under_its_heading(make: Make, lan: User) -> None:
    plan = make()
    heading = item(plan, "Truyền thông")
    editing.add(lan, plan.pk, ACTIVITY, {"text": "Hội thi", "leads": (COMMUNE,)}, under=heading.pk)
    assert texts(plan)[4:7] == ["Khảo sát nhu cầu", "Hội thi", "TỔ CHỨC THỰC HIỆN"]
    assert item(plan, "Hội thi").assignments.get().party.words == COMMUNE
    editing.add(lan, plan.pk, HEADING, {"text": "KINH PHÍ", "role": "budget"})
    assert texts(plan)[-1] == "KINH PHÍ"


def test_reports_and_bases_are_added_and_removed(make: Make, lan: User) -> None:
    plan = make()
    editing.add(
        lan, plan.pk, DUTY, {"text": "Báo cáo năm", "cycle": "annual", "sender": COMMUNE, "due": "--12-05"}
    )
    duty = plan.duty_set.get(cycle="annual")
    assert (duty.due, duty.sender and duty.sender.words) == ("--12-05", COMMUNE)
    basis = editing.add(
        lan, plan.pk, BASIS, {"kind": "Quyết định", "number": "1/QĐ-TTg", "issued_on": "2026-01-05"}
    )
    assert str(basis) == "1/QĐ-TTg"
    editing.remove(lan, plan.pk, BASIS, basis.pk)
    assert plan.basis_set.count() == 1


def test_a_heading_goes_only_when_nothing_stands_under_it(make: Make, lan: User) -> None:
    plan = make()
    with pytest.raises(NotEmptyError):
        editing.remove(lan, plan.pk, HEADING, item(plan, "Truyền thông").pk)
    editing.remove(lan, plan.pk, ACTIVITY, item(plan, TALK).pk)
    assert TALK not in texts(plan)


def test_a_part_moves_among_its_own_and_a_heading_with_all_under_it(make: Make, lan: User) -> None:
    plan = make()
    editing.move(lan, plan.pk, ACTIVITY, item(plan, TALK).pk, down=False)
    assert texts(plan)[2:4] == [TALK, "Truyền thông bằng hai thứ tiếng"]
    editing.move(lan, plan.pk, ACTIVITY, item(plan, TALK).pk, down=False)
    assert texts(plan)[2] == TALK
    editing.move(lan, plan.pk, HEADING, item(plan, "NỘI DUNG").pk, down=True)
    assert texts(plan)[0] == "TỔ CHỨC THỰC HIỆN"
    assert texts(plan)[4:] == [
        "NỘI DUNG",
        "Truyền thông",
        TALK,
        "Truyền thông bằng hai thứ tiếng",
        "Khảo sát nhu cầu",
    ]


def test_parts_without_a_place_of_their_own_are_moved_too(make: Make, lan: User) -> None:
    plan = make()
    plan.item_set.update(position=1e9)
    editing.move(lan, plan.pk, ACTIVITY, item(plan, TALK).pk, down=True)
    editing.add(lan, plan.pk, ACTIVITY, {"text": "Hội thi"}, under=item(plan, "Truyền thông").pk)
    ordered = plan.item_set.filter(kind=Item.Kind.ACTIVITY).values_list("text", flat=True)
    assert list(ordered) == ["Truyền thông bằng hai thứ tiếng", "Khảo sát nhu cầu", TALK, "Hội thi"]


def test_who_may_not_write_changes_nothing(make: Make, hire: Hire, lan: User) -> None:
    plan = make()
    number = item(plan, TALK).pk
    for user, refusal in (
        (hire("viewer", Role.VIEWER), PermissionDenied),
        (hire("xa", Role.DATA_ENTRY, COMMUNE), Http404),
    ):
        with pytest.raises(refusal):
            editing.remove(user, plan.pk, ACTIVITY, number)
        with pytest.raises(refusal):
            editing.change(user, plan.pk, ACTIVITY, number, was={}, typed={"text": "x"})
    Plan.objects.filter(pk=plan.pk).update(state=State.APPROVED)
    with pytest.raises(NotWrittenError):
        editing.remove(lan, plan.pk, ACTIVITY, number)
    assert TALK in texts(plan)


def test_a_part_of_another_plan_is_not_found(make: Make, lan: User) -> None:
    one, other = make(), make()
    with pytest.raises(Http404):
        editing.remove(lan, one.pk, ACTIVITY, item(other, TALK).pk)
    with pytest.raises(Http404):
        editing.add(lan, one.pk, ACTIVITY, {"text": "x"}, under=item(other, "Truyền thông").pk)


def test_the_same_saved_again_is_no_act(make: Make, lan: User) -> None:
    plan = make()
    acts = Entry.objects.count()
    changed(lan, plan, TALK)
    assert Entry.objects.count() == acts


def test_a_plan_begins_from_nothing(lan: User, client: Client, cao_bang: Line) -> None:
    client.force_login(lan)
    keeper = f"{unit(PROVINCE).pk}-{cao_bang.pk}"
    sent = {"title": "Tháng hành động", "keeper": keeper, "starts": "1/11/2026", "ends": "30/11/2026"}
    client.post(reverse("plans:new"), sent)
    plan = Plan.objects.get()
    assert (plan.title, plan.starts, plan.state) == ("Tháng hành động", date(2026, 11, 1), State.DRAFT)
    assert Plan.objects.named_like("tháng hành động").get() == plan
    assert client.get(reverse("plans:edit", args=[plan.pk])).status_code == 200


def test_last_years_plan_comes_again_with_its_days_moved_and_nothing_shared_out(
    make: Make, lan: User, client: Client
) -> None:
    earlier = make()
    Plan.objects.filter(pk=earlier.pk).update(state=State.CLOSED)
    client.force_login(lan)
    client.post(reverse("plans:again", args=[earlier.pk]), {"years": "1"})
    plan = Plan.objects.latest("pk")
    assert (plan.title, plan.number, plan.state) == (
        "Đồng hành cùng phụ nữ biên cương năm 2027",
        "",
        State.DRAFT,
    )
    assert (plan.starts, plan.ends) == (date(2027, 3, 1), date(2027, 11, 30))
    talk = plan.item_set.get(text="Truyền thông bằng hai thứ tiếng")
    assert (talk.starts, talk.source, talk.origin) == (date(2027, 3, 1), None, None)
    assert texts(plan) == texts(earlier)
    assert not plan.target_set.filter(shares__isnull=False).exists()


def test_a_plan_that_is_only_kept_is_not_written_on(make: Make, hire: Hire) -> None:
    xa = hire("xa", Role.DATA_ENTRY, COMMUNE)
    kept = make(user=xa, keeper=COMMUNE)
    with pytest.raises(NotOwnError):
        beginning.begin_again(xa, kept.pk, 1)


@pytest.mark.parametrize(
    ("title", "moved"),
    [
        ("Kế hoạch năm 2026", "Kế hoạch năm 2027"),
        ("từ 01/3/2026 đến 30/11/2026", "từ 01/3/2027 đến 30/11/2027"),
        ("giai đoạn 2021", "giai đoạn 2021"),
        ("theo 12/2026/NĐ-CP", "theo 12/2026/NĐ-CP"),
    ],
)
def test_years_of_the_plan_move_and_others_stay(title: str, moved: str) -> None:
    content = Content(title=title, issuer="", starts=date(2026, 1, 1), ends=date(2026, 12, 31))
    assert later(content, 1).title == moved


def test_the_last_of_february_becomes_one_that_there_is() -> None:
    content = Content(title="", issuer="", starts=date(2028, 2, 29), ends=date(2028, 2, 29))
    assert later(content, 1).starts == date(2029, 2, 28)


def test_the_page_of_a_longer_plan_takes_no_more_queries(make: Make, lan: User, client: Client) -> None:
    client.force_login(lan)
    counts = []
    for count in (3, 60):
        work = [{**FORM["activities"][0], "text": f"Việc {n}", "lead": [COMMUNE]} for n in range(count)]
        plan = make({**FORM, "activities": work})
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("plans:edit", args=[plan.pk]))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_clashes_say_which_field(make: Make, lan: User) -> None:
    plan = make()
    row = item(plan, TALK)
    was = {**values_of(ACTIVITY, row), "note": "cũ"}
    with pytest.raises(ChangedMeanwhileError) as refused:
        editing.change(lan, plan.pk, ACTIVITY, row.pk, was=was, typed={**was, "note": "mới"})
    assert [(each.field, each.theirs, each.mine) for each in refused.value.clashes] == [
        ("note", "chờ hướng dẫn", "mới")
    ]
