"""Fixtures that every room's tests may use."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import connection
from django.test import TransactionTestCase
from django_tasks_db.management.commands import db_worker
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Role
from donghanh.audit import guards
from donghanh.organisations.models import Kind, Level, Line, OrgUnit, Position
from donghanh.organisations.placing import NewUnit
from donghanh.organisations.tree import step
from postgresql import Cluster

# Every run tries the same examples, and none is judged by its time. `--hypothesis-profile thorough` tries many
# more, other ones each time.
hypothesis_settings.register_profile(
    "quick",
    max_examples=50,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
hypothesis_settings.register_profile(
    "thorough",
    max_examples=2_000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
hypothesis_settings.load_profile("quick")


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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what uses the database runs: the rest ran on SQLite and would do the same."""
    if os.environ["DONGHANH_TEST_DATABASE"] == "sqlite":
        return
    kept = [item for item in items if item.get_closest_marker("django_db") or _fixtures(item) & USE_DATABASE]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


USE_DATABASE = {"db", "transactional_db", "live_server", "django_db_reset_sequences"}


def _fixtures(item: pytest.Item) -> set[str]:
    return set(getattr(item, "fixturenames", ()))


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
def _own_files(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.AUDIT_HEADS = tmp_path / "audit-heads"


def new_office(name: str) -> OrgUnit:
    """A unit at the top of the Union's line."""
    line, _ = Line.objects.get_or_create(code="union", defaults={"name": "Hội Liên hiệp Phụ nữ"})
    unit = NewUnit(Kind.UNION, Level.COMMUNE, name).row()
    unit.save()
    Position.objects.create(unit=unit, line=line, superior=None, path=step(unit.pk))
    return unit


def hire(name: str, full_name: str, unit: OrgUnit, role: Role = Role.DATA_ENTRY) -> User:
    """Somebody with a role in a unit, who signs in with the password "mật khẩu thử"."""
    person = User.objects.create_user(name, "mật khẩu thử", full_name)
    RoleGrant.objects.create(user=person, unit=unit, line=Line.objects.get(code="union"), role=role)
    return person


@pytest.fixture
def office(db: None) -> OrgUnit:
    """The unit in which Lan works."""
    return new_office("Hội LHPN xã Mường Pồn")


@pytest.fixture
def user(office: OrgUnit) -> User:
    """An official who enters data in her unit and may sign in with the password "mật khẩu thử"."""
    return hire("lan", "Nguyễn Thị Lan", office)


@pytest.fixture
def outsider(db: None) -> User:
    """An official of another unit, none above and none below Lan's."""
    return hire("mai", "Trần Thị Mai", new_office("Hội LHPN xã Keng Đu"))


@pytest.fixture
def run_work(db: None, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Call it to do the background work that is waiting, in this process."""
    # The worker closes connections between tasks, and with them the transaction of the test.
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)
    # Processes of one run share the data folder.
    name = os.environ.get("PYTEST_XDIST_WORKER", "tests")
    return lambda name=name: call_command("work", name=name, batch=True)


PATIENCE_MILLISECONDS = 60_000


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    # Django cannot know that Playwright's event loop leaves our thread alone.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    expect.set_options(timeout=PATIENCE_MILLISECONDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield browser
        browser.close()


class _UnderWay:
    """The requests that the live server is still answering, in threads of its own."""

    def __init__(self) -> None:
        self._count = 0
        self._changed = threading.Condition()
        request_started.connect(self._started, weak=False)
        request_finished.connect(self._finished, weak=False)

    def _started(self, **_: object) -> None:
        with self._changed:
            self._count += 1

    def _finished(self, **_: object) -> None:
        with self._changed:
            self._count -= 1
            self._changed.notify_all()

    def wait_for_the_last(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._count <= 0, timeout=PATIENCE_MILLISECONDS / 1000)


@pytest.fixture(scope="session")
def under_way() -> _UnderWay:
    return _UnderWay()


@pytest.fixture
def complaints() -> list[str]:
    """What the pages' consoles call an error; a test that asked for one takes it out."""
    return []


@pytest.fixture
def open_page(
    browser: Browser, live_server: LiveServer, settings: Settings, under_way: _UnderWay, complaints: list[str]
) -> Iterator[Callable[..., Page]]:
    """Call it with a width, or options of a browser context, for a page of its own at the live server.

    What the page's console calls an error, a breach of the content policy among it, fails the test.
    """
    contexts = []

    def open_one(width: int = 1280, **options: object) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 844},
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            **options,
        )
        context.set_default_timeout(PATIENCE_MILLISECONDS)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield open_one
    for context in contexts:
        context.close()
    # A request still being answered would hold rows that the database is about to be emptied of.
    under_way.wait_for_the_last()
    assert complaints == []


@pytest.fixture(scope="session")
def accessibility() -> Callable[[Page], None]:
    """Call it with a page: fails with what axe-core finds wrong there."""

    def check(page: Page) -> None:
        results = Axe().run(
            page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
        )
        assert results.violations_count == 0, results.generate_report()

    return check
