"""Fixtures that every room's tests may use."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import TransactionTestCase

from donghanh.accounts.models import User
from donghanh.audit import guards
from postgresql import Cluster


def pytest_configure(config: pytest.Config) -> None:
    if _is_first_process(config) and os.environ["DONGHANH_TEST_DATABASE"] == "postgresql":
        Cluster().start()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not _is_first_process(config):
        return
    if os.environ["DONGHANH_TEST_DATABASE"] == "postgresql":
        Cluster().stop()
    shutil.rmtree(os.environ["DONGHANH_TEST_FOLDER"], ignore_errors=True)


def pytest_report_header(config: pytest.Config) -> str:
    return f"database: {os.environ['DONGHANH_TEST_DATABASE']}"


def _is_first_process(config: pytest.Config) -> bool:
    return not hasattr(config, "workerinput")


@pytest.fixture(scope="session", autouse=True)
def _audit_can_be_emptied_between_tests() -> Iterator[None]:
    """Tests of real transactions empty every table afterwards, which the audit's guards forbid."""
    teardown = TransactionTestCase._fixture_teardown

    def unguarded_teardown(self: TransactionTestCase) -> None:
        guards.remove(connection)
        teardown(self)
        guards.install(connection)

    TransactionTestCase._fixture_teardown = unguarded_teardown
    yield
    TransactionTestCase._fixture_teardown = teardown


@pytest.fixture(autouse=True)
def _own_files(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def user(db: None) -> User:
    """An official who may sign in with the password "mật khẩu thử"."""
    return User.objects.create_user("lan", "mật khẩu thử", "Nguyễn Thị Lan")


@pytest.fixture
def run_work(db: None) -> Callable[[], None]:
    """Call it to do the background work that is waiting, in this process."""
    return lambda: call_command("work", batch=True, verbosity=0)
