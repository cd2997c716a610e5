"""What people make of a reading, step by step: nothing is lost, and everything can be taken back."""

import threading
from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import connection

from documents.review.conftest import Desk
from donghanh.accounts.models import User
from donghanh.audit.models import Entry
from donghanh.documents import rereading
from donghanh.documents.models import Document
from donghanh.documents.review import deciding, services
from donghanh.documents.review.models import FactState, Step, Version
from donghanh.documents.review.selectors import reviewed_plan
from donghanh.documents.review.services import OpenErrorsError
from donghanh.documents.review.steps import (
    ConflictError,
    NoSuchFactError,
    NothingToDoError,
    StaleReadingError,
    Where,
)

pytestmark = pytest.mark.django_db
SOURCE = {"start": 2, "end": 5, "page": 1}


def test_a_fact_found_right_says_what_was_read(desk: Desk, user: User) -> None:
    before = desk.item("activities-1").value
    services.confirm(user, desk.where, {"activities-1": 0})
    assert desk.item("activities-1").state == FactState.RIGHT
    assert desk.item("activities-1").value == before


def test_a_correction_keeps_what_was_not_named(desk: Desk, user: User) -> None:
    services.correct(user, desk.where, "activities-0", 0, {"lead": ["Hội LHPN tỉnh"]})
    item = desk.item("activities-0")
    assert (item.state, item.value["lead"], item.value["text"]) == ("corrected", ["Hội LHPN tỉnh"], "Việc 0")


def test_a_correction_back_to_what_was_read_finds_it_right(desk: Desk, user: User) -> None:
    services.correct(user, desk.where, "activities-0", 0, {"lead": ["Hội LHPN tỉnh"]})
    services.correct(user, desk.where, "activities-0", 1, {"lead": ["Hội LHPN xã"]})
    assert desk.item("activities-0").state == FactState.RIGHT


def test_a_fact_that_is_added_stands_where_its_words_do(desk: Desk, user: User) -> None:
    start = desk.item("activities-1").value["source"]["start"]
    value = {"text": "Việc mới", "source": {"start": start + 1, "end": start + 2, "page": None}}
    services.add(user, desk.where, "activities", value)
    assert [key for key, _ in desk.standing()] == [
        "activities-0",
        "activities-1",
        "activities-n1",
        "activities-2",
    ]


def test_what_is_removed_stays_to_be_seen_and_comes_back(desk: Desk, user: User) -> None:
    services.remove(user, desk.where, "activities-2", 0)
    assert ("activities-2", "removed") in desk.standing()
    services.restore(user, desk.where, "activities-2", 1)
    assert ("activities-2", "unseen") in desk.standing()


def test_one_fact_becomes_several_in_its_place(desk: Desk, user: User) -> None:
    services.split(user, desk.where, "activities-0", 0, [{"text": "a"}, {"text": "b"}, {"text": "c"}])
    items = desk.review.items("activities")
    assert [item.value["text"] for item in items] == ["a", "b", "c", "Việc 1", "Việc 2"]
    assert all(item.value["lead"] == ["Hội LHPN xã"] for item in items)


def test_several_facts_become_one(desk: Desk, user: User) -> None:
    services.merge(user, desk.where, {"activities-0": 0, "activities-1": 0}, {"text": "Cả hai"})
    assert desk.standing() == [
        ("activities-0", "corrected"),
        ("activities-1", "removed"),
        ("activities-2", "unseen"),
    ]


def test_a_fact_moves_past_its_neighbour_and_stops_at_the_end(desk: Desk, user: User) -> None:
    services.move(user, desk.where, "activities-0", 0, down=True)
    assert [key for key, _ in desk.standing()] == ["activities-1", "activities-0", "activities-2"]
    with pytest.raises(NothingToDoError):
        services.move(user, desk.where, "activities-2", 0, down=True)


def test_several_are_given_the_same_leader_in_one_step(desk: Desk, user: User) -> None:
    seen = {f"activities-{n}": 0 for n in range(3)}
    services.correct_many(user, desk.where, seen, {"lead": ["Ban Tuyên giáo"]})
    assert all(item.value["lead"] == ["Ban Tuyên giáo"] for item in desk.review.items("activities"))
    services.undo(user, desk.where)
    assert desk.standing() == [(f"activities-{n}", "unseen") for n in range(3)]


def test_a_field_of_the_paper_shows_in_lists_too(desk: Desk, user: User) -> None:
    services.correct(user, desk.where, "document-number", 0, {"number": "9/KH-BTV"})
    desk.document.refresh_from_db()
    assert desk.document.reading.number == "9/KH-BTV"
    assert reviewed_plan(desk.document.reading)["document"]["states"] == {"number": "corrected"}


def test_what_is_no_fault_is_open_no_more(desk: Desk, user: User) -> None:
    assert desk.review.open_errors == 1
    deciding.decide(user, desk.where, "findings-0", 0, "not_a_fault", note="Ngày ghi tay")
    assert desk.review.open_errors == 0
    desk.document.refresh_from_db()
    assert desk.document.reading.errors == 0
    assert desk.item("findings-0").value["decision"] == {"choice": "not_a_fault", "note": "Ngày ghi tay"}


# ---- back and forth


def test_every_step_is_taken_back_and_done_again_to_the_letter(desk: Desk, user: User) -> None:
    acts: list[Callable[[], object]] = [
        lambda: services.confirm(user, desk.where, {"activities-0": 0}),
        lambda: services.correct(user, desk.where, "activities-1", 0, {"note": "ghi chú"}),
        lambda: services.add(user, desk.where, "targets", {"text": "Chỉ tiêu", "source": SOURCE}),
        lambda: services.remove(user, desk.where, "activities-2", 0),
        lambda: services.move(user, desk.where, "activities-1", 2, down=False),
        lambda: services.split(user, desk.where, "activities-0", 1, [{"text": "a"}, {"text": "b"}]),
        lambda: deciding.decide(user, desk.where, "findings-0", 0, "ask_issuer"),
    ]
    plans = [desk.review.as_plan()]
    for act in acts:
        act()
        plans.append(desk.review.as_plan())
    for plan in reversed(plans[:-1]):
        services.undo(user, desk.where)
        assert desk.review.as_plan() == plan
    with pytest.raises(NothingToDoError):
        services.undo(user, desk.where)
    for plan in plans[1:]:
        services.redo(user, desk.where)
        assert desk.review.as_plan() == plan
    with pytest.raises(NothingToDoError):
        services.redo(user, desk.where)


def test_what_was_taken_back_is_not_done_again_after_something_else(desk: Desk, user: User) -> None:
    services.confirm(user, desk.where, {"activities-0": 0})
    services.undo(user, desk.where)
    services.confirm(user, desk.where, {"activities-1": 0})
    with pytest.raises(NothingToDoError):
        services.redo(user, desk.where)


def test_nobody_takes_back_what_somebody_else_did(desk: Desk, user: User, colleague: User) -> None:
    services.confirm(user, desk.where, {"activities-0": 0})
    with pytest.raises(NothingToDoError):
        services.undo(colleague, desk.where)


def test_a_step_that_somebody_built_on_is_not_taken_back(desk: Desk, user: User, colleague: User) -> None:
    services.correct(user, desk.where, "activities-0", 0, {"note": "của Lan"})
    services.correct(colleague, desk.where, "activities-0", 1, {"note": "của Mai"})
    with pytest.raises(ConflictError):
        services.undo(user, desk.where)
    assert desk.item("activities-0").value["note"] == "của Mai"


# ---- two people, and what is refused


def test_who_saw_an_older_state_is_told_and_nothing_is_lost(desk: Desk, user: User, colleague: User) -> None:
    services.correct(user, desk.where, "activities-0", 0, {"note": "của Lan"})
    with pytest.raises(ConflictError) as conflict:
        services.correct(colleague, desk.where, "activities-0", 0, {"note": "của Mai"})
    assert conflict.value.item.value["note"] == "của Lan"
    assert Step.objects.count() == 1


def test_several_are_changed_all_or_none(desk: Desk, user: User) -> None:
    services.confirm(user, desk.where, {"activities-2": 0})
    with pytest.raises(ConflictError):
        services.correct_many(user, desk.where, {"activities-0": 0, "activities-2": 0}, {"lead": None})
    assert desk.item("activities-0").state == FactState.UNSEEN


def test_an_outsider_and_a_stranger_write_nothing(desk: Desk, outsider: User) -> None:
    with pytest.raises(Document.DoesNotExist):
        services.confirm(outsider, desk.where, {"activities-0": 0})
    with pytest.raises(PermissionDenied):
        services.confirm(AnonymousUser(), desk.where, {"activities-0": 0})
    assert not Step.objects.exists()


@pytest.mark.parametrize("where", [{"reading": 999}, {"paper": 2}, {"paper": 0}])
def test_what_is_not_there_is_not_written_on(where: dict[str, int], desk: Desk, user: User) -> None:
    there = Where(desk.document.pk, **{"reading": desk.where.reading, **where})
    with pytest.raises((StaleReadingError, NoSuchFactError)):
        services.confirm(user, there, {"activities-0": 0})
    with pytest.raises(NoSuchFactError):
        services.confirm(user, desk.where, {"activities-99": 0})


def test_each_step_leaves_an_audit_entry_without_the_words(desk: Desk, user: User) -> None:
    services.correct(user, desk.where, "activities-0", 0, {"note": "điều riêng tư"}, ip="10.0.0.1")
    entry = Entry.objects.get(verb="review_corrected")
    assert entry.actor_id == user.pk
    assert entry.details["changes"]["facts"] == {"activities-0": [None, "corrected"]}
    assert "riêng tư" not in str(entry.details)


@pytest.mark.django_db(transaction=True)
def test_steps_of_many_at_once_are_all_kept_and_numbered_without_gaps(desk: Desk, user: User) -> None:
    keys = [f"activities-{n}" for n in range(3)] + ["document-title", "document-issuer", "document-period"]

    def work(key: str) -> None:
        try:
            services.confirm(user, desk.where, {key: 0})
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[key]) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(Step.objects.values_list("number", flat=True)) == list(range(1, len(keys) + 1))
    assert all(desk.item(key).is_settled for key in keys)


# ---- accepting, and newer readings


def test_it_is_accepted_once_the_errors_are_decided_about(desk: Desk, user: User) -> None:
    with pytest.raises(OpenErrorsError):
        services.accept(user, desk.where)
    deciding.decide(user, desk.where, "findings-0", 0, "keep_written")
    services.correct(user, desk.where, "activities-0", 0, {"note": "một"})
    first = services.accept(user, desk.where)
    assert services.accept(user, desk.where) == first
    services.correct(user, desk.where, "activities-0", 2, {"note": "hai"})
    second = services.accept(user, desk.where)
    assert [version.number for version in Version.objects.all()] == [1, 2]
    assert [v.plan["activities"][0]["note"] for v in (first, second)] == ["một", "hai"]
    assert Entry.objects.filter(verb="accepted").count() == 2


def test_what_was_settled_goes_over_to_a_newer_reading(
    older_reader: Callable[..., None], hand_over: Callable[..., Document], user: User
) -> None:
    document = hand_over("3\nmột hai ba bốn năm")
    old = Desk(document)
    services.correct(user, old.where, "activities-0", 0, {"note": "trước"})
    older_reader()
    rereading.ask(user, document.pk)
    rereading.reread(document.pk)
    services.correct(user, old.where, "activities-1", 0, {"note": "trong lúc chờ"})
    document.refresh_from_db()
    rereading.take_over(user, document.pk, document.proposed_id)
    document.refresh_from_db()
    new = Desk(document)
    notes = [item.value["note"] for item in new.review.items("activities")]
    assert notes == ["trước", "trong lúc chờ"]  # the newer reader finds two of the three
    assert new.item("activities-1").state == FactState.CORRECTED
    with pytest.raises(StaleReadingError):
        services.confirm(user, old.where, {"activities-0": 0})
