"""A newer reader on an old document: what would change is shown, a person decides, what she settled stays."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from donghanh.accounts.models import User
from donghanh.audit.models import Entry
from donghanh.documents import rereading, services
from donghanh.documents.models import Document, Reading, Stage, State

pytestmark = pytest.mark.django_db
HandOver = Callable[..., Document]
Upgrade = Callable[..., None]


@pytest.fixture
def proposed(older_reader: Upgrade, hand_over: HandOver, user: User) -> Document:
    """A document of which the newer reader reads the number and the activities otherwise."""
    document = hand_over("3\nmột hai ba bốn năm")
    older_reader()
    rereading.ask(user, document.pk)
    rereading.reread(document.pk)
    document.refresh_from_db()
    return document


def test_a_newer_reading_is_proposed_and_the_old_one_stays_in_use(proposed: Document) -> None:
    assert proposed.reading.plan["document"]["number"] == "7/KH-BTV"
    assert proposed.proposed.plan["document"]["number"] == "8/KH-BTV"
    assert (proposed.state, proposed.stage) == (State.READ, Stage.DONE)
    found = [(change.sort.value, change.name) for change in rereading.changes_of(proposed)]
    assert found == [("changed", "document"), ("removed", "activities")]


def test_the_page_shows_both_sides_and_taking_over_changes_what_is_in_use(
    proposed: Document, signed_in: Client
) -> None:
    page = signed_in.get(f"/documents/{proposed.pk}/again/").content.decode()
    assert "7/KH-BTV" in page
    assert "8/KH-BTV" in page
    assert "Việc 2" in page
    signed_in.post(f"/documents/{proposed.pk}/again/decide/", {"reading": proposed.proposed_id, "take": "1"})
    old = proposed.reading_id
    proposed.refresh_from_db()
    assert proposed.reading.number == "8/KH-BTV"
    assert proposed.proposed is None
    assert Reading.objects.filter(pk=old).exists()
    assert Entry.objects.filter(verb="took_over_reading", actor__isnull=False).count() == 1


def test_turning_it_down_keeps_the_old_reading(proposed: Document, signed_in: Client) -> None:
    signed_in.post(f"/documents/{proposed.pk}/again/decide/", {"reading": proposed.proposed_id, "keep": "1"})
    proposed.refresh_from_db()
    assert proposed.reading.number == "7/KH-BTV"
    assert proposed.proposed is None


def test_what_a_person_settled_survives(older_reader: Upgrade, hand_over: HandOver, user: User) -> None:
    document = hand_over("3\nmột hai ba bốn năm")
    plan = document.reading.plan
    plan["document"].update(number="9/KH-BTV", states={"number": "corrected"})
    plan["activities"][2].update(lead=["Hội LHPN tỉnh"], state="corrected")
    Reading.objects.filter(pk=document.reading_id).update(plan=plan)
    older_reader()
    rereading.ask(user, document.pk)
    rereading.reread(document.pk)
    document.refresh_from_db()
    assert document.proposed is None  # all that differs was hers
    assert document.reading.plan["document"]["number"] == "9/KH-BTV"
    assert document.reading.plan["activities"][2]["lead"] == ["Hội LHPN tỉnh"]


def test_a_newer_reader_that_finds_the_same_asks_nothing(
    older_reader: Upgrade, hand_over: HandOver, signed_in: Client, run_work: Callable[[], None]
) -> None:
    document = hand_over("Chăm lo vùng biên")
    older_reader(otherwise=False)
    assert "bộ đọc mới" in signed_in.get(f"/documents/{document.pk}/").content.decode().lower()
    assert signed_in.post(f"/documents/{document.pk}/again/").status_code == 302
    run_work()
    old = document.reading_id
    document.refresh_from_db()
    assert document.reading_id != old
    assert document.proposed is None
    page = signed_in.get(f"/documents/{document.pk}/").content.decode()
    assert "bộ đọc mới" not in page.lower()


def test_while_it_is_read_again_the_old_reading_is_shown(
    older_reader: Upgrade, hand_over: HandOver, signed_in: Client
) -> None:
    document = hand_over("Chăm lo vùng biên")
    older_reader()
    signed_in.post(f"/documents/{document.pk}/again/")
    assert "7/KH-BTV" in signed_in.get(f"/documents/{document.pk}/").content.decode()
    waiting = signed_in.get(f"/documents/{document.pk}/again/").content.decode()
    assert 'id="progress"' in waiting


def test_asked_twice_it_is_read_once(older_reader: Upgrade, hand_over: HandOver, user: User) -> None:
    document = hand_over()
    older_reader()
    rereading.ask(user, document.pk)
    rereading.ask(user, document.pk)
    assert Entry.objects.filter(verb="asked_for_newer_reading").count() == 1
    rereading.reread(document.pk)
    rereading.reread(document.pk)
    assert document.readings.count() == 2


def test_a_reading_that_was_turned_down_is_not_proposed_again(
    proposed: Document, user: User, signed_in: Client
) -> None:
    rereading.turn_down(user, proposed.pk, proposed.proposed_id)
    assert "bộ đọc mới" not in signed_in.get(f"/documents/{proposed.pk}/").content.decode().lower()
    rereading.ask(user, proposed.pk)
    proposed.refresh_from_db()
    assert proposed.stage == Stage.DONE
    assert proposed.readings.count() == 2


@pytest.mark.parametrize("number", ["", "x", "9" * 5000, "0"])
def test_a_decision_about_nothing_is_not_found(number: str, proposed: Document, signed_in: Client) -> None:
    answer = signed_in.post(f"/documents/{proposed.pk}/again/decide/", {"reading": number, "take": "1"})
    assert answer.status_code in (302, 404)
    proposed.refresh_from_db()
    assert proposed.proposed is not None


def test_a_sample_stays_everybodys_also_for_who_uploads_it_too(user: User, stand_in: None) -> None:
    content = "Kế hoạch mẫu".encode()
    document = services.add_sample([content], name="mau.txt").document
    services.upload(user, [content], name="của tôi.txt")
    services.read(document.pk)
    Reading.objects.update(reader_version="0")
    with pytest.raises(PermissionDenied):
        rereading.ask(user, document.pk)


def test_a_newer_reader_that_fails_leaves_everything_as_it_was(
    older_reader: Upgrade, hand_over: HandOver, user: User, monkeypatch: pytest.MonkeyPatch, signed_in: Client
) -> None:
    document = hand_over()
    rereading.ask(user, document.pk)
    monkeypatch.setattr("donghanh.documents.child.READER", ("false",))
    rereading.reread(document.pk)
    document.refresh_from_db()
    assert (document.state, document.stage, document.failure_code) == (State.READ, Stage.DONE, "crash")
    assert document.reading.number == "7/KH-BTV"
    assert signed_in.get(f"/documents/{document.pk}/").status_code == 200


def test_a_document_that_kills_the_newer_reader_every_time_is_given_up(
    older_reader: Upgrade, hand_over: HandOver, user: User
) -> None:
    document = hand_over()
    rereading.ask(user, document.pk)
    Document.objects.update(attempts=services.MAX_ATTEMPTS)
    rereading.reread(document.pk)
    document.refresh_from_db()
    assert (document.stage, document.failure_code, document.attempts) == (Stage.DONE, "crash", 0)


def test_a_decision_on_a_reading_that_is_proposed_no_more_is_refused(
    proposed: Document, user: User, signed_in: Client
) -> None:
    with pytest.raises(rereading.StaleProposalError):
        rereading.take_over(user, proposed.pk, proposed.reading_id)
    answer = signed_in.post(
        f"/documents/{proposed.pk}/again/decide/", {"reading": proposed.reading_id, "take": "1"}, follow=True
    )
    assert answer.status_code == 200
    proposed.refresh_from_db()
    assert proposed.proposed is not None


def test_only_who_handed_it_over_may_ask_and_decide(proposed: Document, other: Client) -> None:
    assert other.post(f"/documents/{proposed.pk}/again/").status_code == 404
    decision = {"reading": proposed.proposed_id, "take": "1"}
    assert other.post(f"/documents/{proposed.pk}/again/decide/", decision).status_code == 404
    proposed.refresh_from_db()
    assert proposed.proposed is not None


def test_of_a_sample_nobody_decides(signed_in: Client, stand_in: None) -> None:
    document = services.add_sample(["Kế hoạch mẫu".encode()], name="mau.txt").document
    services.read(document.pk)
    Reading.objects.update(reader_version="0")
    assert "/again/" not in signed_in.get(f"/documents/{document.pk}/").content.decode()
    assert signed_in.post(f"/documents/{document.pk}/again/").status_code == 403
