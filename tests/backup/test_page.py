"""The page tells whoever looks after the machine whether its backups can be relied on, and nobody else."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from conftest import hire
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.backup.models import BackupRun
from donghanh.organisations.models import OrgUnit

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(office: OrgUnit, client: Client) -> Client:
    """Somebody who looks after the machine, signed in."""
    dung = hire("dung", "Trần Thị Dung", office, Role.OPERATOR)
    Authenticator.objects.create(user=dung, type=Authenticator.Type.TOTP, data={})  # which her role asks for
    client.force_login(dung)
    return client


@pytest.fixture
def made(settings: Settings) -> Callable[..., BackupRun]:
    def made_one(days_ago: float, *, proven: bool = True, failure: str = "") -> BackupRun:
        at = timezone.now() - timedelta(days=days_ago)
        return BackupRun.objects.create(
            started_at=at,
            finished_at=at,
            folder=str(settings.BACKUP_FOLDER),
            name=f"donghanh-{days_ago}.backup",
            size=1_500_000,
            proven_at=at if proven else None,
            failure=failure,
        )

    return made_one


def page_of(client: Client, path: str = "/backup/") -> str:
    return client.get(path).content.decode()


def test_a_good_standing_says_when_and_where_and_warns_of_nothing(
    operator: Client, made: Callable[..., BackupRun], settings: Settings
) -> None:
    run = made(0.5)
    page = page_of(operator)
    assert f"{timezone.localtime(run.proven_at):%H:%M %d/%m/%Y}" in page
    assert str(settings.BACKUP_FOLDER) in page
    assert "donghanh-0.5.backup" in page
    assert "1,4" in page
    assert 'class="note' not in page


def test_without_a_backup_it_warns(operator: Client) -> None:
    assert "Chưa có bản sao lưu nào" in page_of(operator)


@pytest.mark.parametrize("days_ago", [2.1, 30])
def test_an_old_one_is_warned_of(operator: Client, made: Callable[..., BackupRun], days_ago: float) -> None:
    made(days_ago)
    assert "Đã hai ngày chưa có" in page_of(operator)
    assert "hai ngày chưa có bản" in page_of(operator, "/")


def test_the_first_of_all_has_two_days_to_be_proven(operator: Client, made: Callable[..., BackupRun]) -> None:
    made(1.9, proven=False)
    assert 'class="note' not in page_of(operator)
    made(2.1, proven=False)
    assert "Đã hai ngày chưa có" in page_of(operator)


def test_new_ones_that_nobody_proved_are_warned_of(operator: Client, made: Callable[..., BackupRun]) -> None:
    made(3)
    made(0.1, proven=False, failure="Khôi phục thử không thành công. Ổ đĩa hết chỗ.")
    page = page_of(operator)
    assert "Đã hai ngày chưa có" in page
    assert "Ổ đĩa hết chỗ." in page


def test_one_that_was_not_made_is_told_while_the_last_is_still_young(
    operator: Client, made: Callable[..., BackupRun]
) -> None:
    made(1)
    BackupRun.objects.create(folder="/x", name="y", failure="Ổ đĩa hết chỗ.")
    page = page_of(operator)
    assert "Đã hai ngày chưa có" not in page
    assert "Ổ đĩa hết chỗ." in page
    assert "y</td>" not in page


def test_removed_ones_are_not_listed(operator: Client, made: Callable[..., BackupRun]) -> None:
    made(0)
    BackupRun.objects.filter(pk=made(1).pk).update(removed_at=timezone.now())
    assert "donghanh-1.backup" not in page_of(operator)


def test_whoever_has_no_business_with_the_machine_is_turned_away(client: Client, user: User) -> None:
    assert client.get("/backup/").status_code == 302
    client.force_login(user)
    assert client.get("/backup/").status_code == 403
    assert "/backup/" not in page_of(client, "/")


def test_the_page_asks_as_many_queries_however_many_there_are(
    operator: Client, made: Callable[..., BackupRun]
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            page_of(operator)
        return len(queries)

    made(1)
    few = asked()
    for _ in range(40):
        made(0.5)
    assert asked() == few
