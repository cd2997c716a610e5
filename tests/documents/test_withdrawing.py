"""Taking a document back: what is the person's own goes with all that was made of it, what is others' stays."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.utils import timezone

from conftest import new_office
from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Role
from donghanh.audit.models import Entry
from donghanh.documents import originals, search, services, withdrawing
from donghanh.documents.models import Document, Reading, Upload
from donghanh.documents.review import deciding
from donghanh.documents.review import services as review
from donghanh.documents.review.models import FactChange, ReviewedFact, Step
from donghanh.documents.review.steps import StaleReadingError, Where
from donghanh.organisations.models import Line, OrgUnit

pytestmark = pytest.mark.django_db(transaction=True)
CONTENT = "3\nmột hai ba bốn năm"


@pytest.fixture
def document(hand_over: Callable[..., Document]) -> Document:
    return hand_over(CONTENT)


def kept() -> list[str]:
    """The files that are kept on the disk."""
    found = (settings.MEDIA_ROOT / "originals").rglob("*")
    return [path.name for path in found if path.is_file()]


def where(document: Document) -> Where:
    assert document.reading_id is not None
    return Where(document.pk, document.reading_id)


def test_all_that_was_made_of_it_goes_and_the_trail_stays(user: User, document: Document) -> None:
    review.correct(user, where(document), "activities-0", 0, {"lead": ["Hội LHPN xã"]})
    review.undo(user, where(document))
    assert originals.path_of(document.sha256).exists()
    assert withdrawing.withdraw(user, document.pk) is True
    for model in (Document, Reading, Upload, Step, FactChange, ReviewedFact):
        assert not model.objects.exists(), model
    assert not originals.path_of(document.sha256).exists()
    with connection.cursor() as cursor:
        column = "rowid" if connection.vendor == "sqlite" else "document_id"
        cursor.execute(f"SELECT count(*) FROM {search.TABLE} WHERE {column} = %s", [document.pk])
        assert cursor.fetchone() == (0,)
    entry = Entry.objects.last()
    assert entry is not None
    assert (entry.verb, entry.object_id, entry.actor_id) == ("withdrawn", str(document.pk), user.pk)


def test_a_colleague_with_the_same_file_keeps_it(user: User, outsider: User, document: Document) -> None:
    services.upload(outsider, [CONTENT.encode()], name="cùng tệp.txt")
    assert withdrawing.withdraw(user, document.pk) is False
    assert not Document.objects.visible_to(user).exists()
    assert Document.objects.visible_to(outsider).get() == document
    assert originals.path_of(document.sha256).exists()


def test_what_was_accepted_stays(user: User, document: Document, signed_in: Client) -> None:
    deciding.decide(user, where(document), "findings-0", 0, "keep_written")
    review.accept(user, where(document))
    with pytest.raises(withdrawing.AcceptedError):
        withdrawing.withdraw(user, document.pk)
    answer = signed_in.post(f"/documents/{document.pk}/withdraw/", follow=True)
    assert "đã được chấp nhận" in answer.content.decode()
    assert Document.objects.get().uploads.count() == 1


def test_only_who_handed_it_over_takes_it_back(outsider: User, document: Document, client: Client) -> None:
    for person in (outsider, AnonymousUser()):
        with pytest.raises(Document.DoesNotExist):
            withdrawing.withdraw(person, document.pk)
    sample = services.add_sample([b"1\nmau"], name="mau.txt").document
    with pytest.raises(PermissionDenied):
        withdrawing.withdraw(outsider, sample.pk)
    client.force_login(outsider)
    assert client.get(f"/documents/{sample.pk}/withdraw/").status_code == 404
    assert client.post(f"/documents/{document.pk}/withdraw/").status_code == 404


def test_it_is_asked_once_more_and_the_list_says_that_it_is_gone(
    document: Document, signed_in: Client
) -> None:
    assert "Gỡ hẳn" in signed_in.get(f"/documents/{document.pk}/withdraw/").content.decode()
    assert Document.objects.exists()
    answer = signed_in.post(f"/documents/{document.pk}/withdraw/", follow=True)
    assert "Đã gỡ" in answer.content.decode()
    assert signed_in.get(f"/documents/{document.pk}/").status_code == 404


def test_a_reading_that_ends_after_its_document_went_leaves_nothing(
    user: User, hand_over: Callable[..., Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = hand_over("scan\nchờ", read=False)
    read_sealed = services.results.read_sealed

    def removed_meanwhile(*given: Any) -> Any:
        outcome = read_sealed(*given)
        withdrawing.withdraw(user, waiting.pk)
        return outcome

    monkeypatch.setattr(services.results, "read_sealed", removed_meanwhile)
    services.read(waiting.pk)
    assert not Document.objects.exists()
    assert not Reading.objects.exists()
    assert kept() == []


def test_a_file_that_another_document_shows_is_left(user: User, hand_over: Callable[..., Document]) -> None:
    first, second = hand_over("scan\nmột"), hand_over("scan\nhai")
    assert first.reading is not None
    shared = first.reading.searchable_sha256
    assert shared
    assert second.reading is not None
    assert second.reading.searchable_sha256 == shared
    withdrawing.withdraw(user, first.pk)
    assert originals.path_of(shared).exists()
    withdrawing.withdraw(user, second.pk)
    assert not originals.path_of(shared).exists()
    assert kept() == []


def test_who_corrects_what_is_gone_is_told_so(user: User, outsider: User, document: Document) -> None:
    at = where(document)
    withdrawing.withdraw(user, document.pk)
    with pytest.raises((Document.DoesNotExist, StaleReadingError)):
        review.correct(user, at, "activities-0", 0, {"lead": []})


def test_what_was_handed_over_for_a_unit_that_she_left_stays_there(
    user: User, office: OrgUnit, stand_in: None
) -> None:
    first = services.upload(user, [CONTENT.encode()], name="a.txt").document
    line = Line.objects.get(code="union")
    other = new_office("Hội LHPN xã Nà Tấu")
    RoleGrant.objects.update(until=timezone.localdate())
    RoleGrant.objects.create(user=user, unit=other, line=line, role=Role.DATA_ENTRY)
    user = User.objects.get(pk=user.pk)
    services.upload(user, [CONTENT.encode()], name="a.txt")
    assert not withdrawing.withdraw(user, first.pk)
    assert [upload.unit for upload in first.uploads.all()] == [office]
