"""A paper that is several units' has one reading and one review: who of them may do what in it, and sees what."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from conftest import hire, new_office
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.documents import services
from donghanh.documents.models import Document
from donghanh.documents.review import deciding
from donghanh.documents.review import services as review
from donghanh.documents.review.steps import NothingToDoError, Where
from donghanh.organisations import ordering
from donghanh.organisations.models import Line, OrgUnit
from donghanh.organisations.orders import Order, Verb

pytestmark = pytest.mark.django_db


@pytest.fixture
def successors(user: User, office: OrgUnit, outsider: User, stand_in: None) -> list[OrgUnit]:
    """Lan's and Mai's units both handed a plan over; then each was merged into another, and they along with it."""
    for person in (user, outsider):
        document = services.upload(person, ["Kế hoạch".encode()], name="kế hoạch.txt").document
    services.read(document.pk)
    line = Line.objects.get(code="union")
    today = timezone.localdate()
    former = [office, OrgUnit.objects.get(name="Hội LHPN xã Keng Đu")]
    new = [new_office(name) for name in ("Hội LHPN xã Mường Phăng", "Hội LHPN xã Na Loi")]
    orders = [Order(Verb.MERGE, today, old.pk, into.pk) for old, into in zip(former, new, strict=True)]
    ordering.apply(None, orders, line)
    return new


def again(person: User) -> User:
    """With the roles that she has by now."""
    return User.objects.get(pk=person.pk)


def test_both_successors_correct_one_review_and_each_sees_who_did_what(
    successors: list[OrgUnit], user: User, outsider: User, client: Client
) -> None:
    document = Document.objects.get()
    where = Where(document.pk, document.reading_id)
    lan, mai = again(user), again(outsider)
    review.correct(lan, where, "activities-0", 0, {"text": "Việc của hai xã"})
    review.confirm(mai, where, {"activities-0": 1})
    for person in (lan, mai):
        client.force_login(person)
        told = client.get(f"/documents/{document.pk}/papers/1/steps/").content.decode()
        assert "Nguyễn Thị Lan" in told
        assert "Trần Thị Mai" in told


def test_nobody_takes_back_what_the_other_unit_did(
    successors: list[OrgUnit], user: User, outsider: User
) -> None:
    document = Document.objects.get()
    where = Where(document.pk, document.reading_id)
    review.remove(again(user), where, "activities-0", 0)
    with pytest.raises(NothingToDoError):
        review.undo(again(outsider), where)


def test_what_one_successor_accepts_is_the_version_of_both(
    successors: list[OrgUnit], user: User, outsider: User, client: Client
) -> None:
    document = Document.objects.get()
    where = Where(document.pk, document.reading_id)
    deciding.decide(again(user), where, "findings-0", 0, "not_a_fault")
    version = review.accept(again(user), where)
    assert review.accept(again(outsider), where) == version
    client.force_login(again(outsider))
    assert "Nguyễn Thị Lan" in client.get(f"/documents/{document.pk}/versions/").content.decode()


@pytest.mark.parametrize("at", [0, 1])
def test_who_only_looks_in_either_successor_corrects_nothing(successors: list[OrgUnit], at: int) -> None:
    document = Document.objects.get()
    where = Where(document.pk, document.reading_id)
    viewer = hire("hoa", "Lò Thị Hoa", successors[at], Role.VIEWER)
    for act in (review.confirm, lambda *of: review.accept(*of[:2])):
        with pytest.raises(PermissionDenied):
            act(viewer, where, {"activities-0": 0})


def test_other_units_learn_nothing_of_it(successors: list[OrgUnit]) -> None:
    document = Document.objects.get()
    other = hire("dua", "Giàng Thị Dưa", new_office("Hội LHPN xã Sì Lở Lầu"))
    with pytest.raises(Document.DoesNotExist):
        review.confirm(other, Where(document.pk, document.reading_id), {"activities-0": 0})
