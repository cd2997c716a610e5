"""Background work survives whatever happens to the worker."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.db import connection
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from donghanh.config.work import MAX_ATTEMPTS, name_held, take_up_left_behind
from worker_tasks import wait_for_leave

TESTS = Path(__file__).resolve().parents[1]
PATIENCE_SECONDS = 60

Start = Callable[[], subprocess.Popen[bytes]]


@pytest.fixture
def start_worker(transactional_db: None, tmp_path: Path) -> Iterator[Start]:
    """Start a worker in a process of its own; those that still run at the end are killed."""
    started: list[subprocess.Popen[bytes]] = []
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "worker_settings",
        "DONGHANH_TEST_DATABASE_NAME": str(connection.settings_dict["NAME"]),
        "PYTHONPATH": str(TESTS),
    }

    def start() -> subprocess.Popen[bytes]:
        command = [sys.executable, "-P", "-m", "django", "work", "--name", tmp_path.name]
        started.append(subprocess.Popen(command, env=environment, cwd=tmp_path))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def wait_until(is_true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_true():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.05)


def notes(folder: Path) -> list[str]:
    file = folder / "notes"
    return file.read_text(encoding="ascii").split() if file.exists() else []


def state() -> str:
    return DBTaskResult.objects.get().status


def test_a_task_whose_worker_was_killed_is_done_by_the_next(start_worker: Start, tmp_path: Path) -> None:
    wait_for_leave.enqueue(str(tmp_path))
    first = start_worker()
    wait_until(lambda: notes(tmp_path) == ["began"])
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert state() == "RUNNING"

    start_worker()
    wait_until(lambda: notes(tmp_path) == ["began", "began"])
    (tmp_path / "leave").touch()
    wait_until(lambda: state() == "SUCCESSFUL")
    assert notes(tmp_path) == ["began", "began", "ended"]


def test_a_worker_that_is_asked_to_stop_ends_its_task_first(start_worker: Start, tmp_path: Path) -> None:
    wait_for_leave.enqueue(str(tmp_path))
    worker = start_worker()
    wait_until(lambda: notes(tmp_path) == ["began"])
    worker.terminate()
    (tmp_path / "leave").touch()
    worker.wait(PATIENCE_SECONDS)
    assert state() == "SUCCESSFUL"


def left_running(worker: str, attempts: int) -> DBTaskResult:
    wait_for_leave.enqueue("/nowhere")
    task = DBTaskResult.objects.get()
    for _attempt in range(attempts):
        task.claim(worker)
    return task


@pytest.mark.django_db
def test_a_task_that_kills_every_worker_fails_in_the_end() -> None:
    left_running("1", MAX_ATTEMPTS)
    take_up_left_behind("1")
    assert state() == "FAILED"
    assert DBTaskResult.objects.get().exception_class_path.endswith("WorkerDiedError")


@pytest.mark.django_db
def test_another_workers_task_is_left_to_it() -> None:
    left_running("2", 1)
    assert take_up_left_behind("1") == []
    assert state() == "RUNNING"


def test_two_workers_cannot_have_one_name(
    settings: Settings, tmp_path: Path, run_work: Callable[..., None]
) -> None:
    settings.DATA = tmp_path
    with name_held(tmp_path, "1"), pytest.raises(CommandError, match="running already"):
        run_work("1")
    run_work("1")
