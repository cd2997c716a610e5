"""The home page's numbers: those of the newest documents, however many a country has handed over."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from donghanh.accounts.models import User
from donghanh.documents import selectors
from donghanh.documents.models import Document, State

pytestmark = pytest.mark.django_db
HandOver = Callable[..., Document]


def test_what_there_is_to_do_is_counted(user: User, hand_over: HandOver) -> None:
    read, failed = hand_over("Kế hoạch năm"), hand_over("crash", name="hong.txt")
    Document.objects.filter(pk=failed.pk).update(state=State.FAILED, failure_code="crashed")
    overview = selectors.overview(user)
    assert (overview.documents, overview.is_cut) == (2, False)
    assert overview.latest == [failed, read]
    assert overview.failed == [failed]
    assert overview.with_findings == len(overview.to_check)


def test_older_documents_than_the_newest_are_not_counted_and_that_is_said(
    user: User, signed_in: Client, hand_over: HandOver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selectors, "NEWEST", 2)
    documents = [hand_over(f"Kế hoạch số {number}") for number in range(3)]
    overview = selectors.overview(user)
    assert (overview.documents, overview.is_cut) == (2, True)
    assert overview.latest == [documents[2], documents[1]]
    assert "Xem tất cả</a>" in signed_in.get("/").content.decode()


def test_the_overview_asks_as_much_for_one_document_as_for_many(user: User, hand_over: HandOver) -> None:
    assert user.held
    asked = []
    for number in range(4):
        hand_over(f"Kế hoạch số {number}")
        with CaptureQueriesContext(connection) as queries:
            selectors.overview(user)
        asked.append(len(queries))
    assert asked == [2, 2, 2, 2]
