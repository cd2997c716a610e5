"""Whoever acts only adds an entry; sealers link all of them into one chain, whatever happens at the same time."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from donghanh.accounts.models import User
from donghanh.audit import heads, sealing
from donghanh.audit.models import Entry, Head, Seal, Unsealed
from donghanh.audit.sealing import seal
from donghanh.audit.selectors import verify
from donghanh.audit.services import record
from donghanh.config import work

Record = Callable[[int], list[Entry]]
WAIT_SECONDS = 60


def test_entries_are_sealed_in_the_order_of_their_numbers(record_some: Record) -> None:
    entries = record_some(3)
    assert Seal.objects.count() == 0
    assert seal() == 3
    seals = Seal.objects.order_by("sequence")
    assert [(link.sequence, link.entry_id) for link in seals] == [
        (number, entry.pk) for number, entry in enumerate(entries, start=1)
    ]
    assert not Unsealed.objects.exists()
    assert Head.objects.get().hash == seals[2].hash


def test_more_than_fit_into_one_transaction_are_sealed_in_several(
    record_some: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "BATCH", 3)
    record_some(8)
    assert seal() == 8
    assert (verify().entries, verify().fault) == (8, None)


def test_sealing_asks_the_database_no_more_often_for_more_entries(
    record_some: Record, django_assert_num_queries: Callable[..., object]
) -> None:
    record_some(40)
    with django_assert_num_queries(11):
        seal()


def test_where_nothing_waits_no_lock_is_taken(
    db: None, django_assert_num_queries: Callable[..., object]
) -> None:
    with django_assert_num_queries(1):
        assert seal() == 0


@pytest.mark.django_db(transaction=True)
def test_an_entry_with_a_lower_number_that_is_committed_later_is_sealed_behind(
    user: User, record_some: Record
) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("on SQLite one writer waits for the other")
    begun, leave = threading.Event(), threading.Event()
    slow: list[Entry] = []

    def write_slowly() -> None:
        with transaction.atomic():
            slow.append(record("renamed", user, actor=user))
            begun.set()
            leave.wait(WAIT_SECONDS)
        connection.close()

    writer = threading.Thread(target=write_slowly)
    writer.start()
    begun.wait(WAIT_SECONDS)
    (quick,) = record_some(1)
    assert quick.pk > slow[0].pk
    assert seal() == 1
    leave.set()
    writer.join()
    assert seal() == 1
    assert list(Seal.objects.order_by("sequence").values_list("entry_id", flat=True)) == [
        quick.pk,
        slow[0].pk,
    ]
    assert (verify().entries, verify().fault) == (2, None)


@pytest.mark.django_db(transaction=True)
def test_a_sealer_that_fails_on_the_way_leaves_the_chain_as_it_was(
    record_some: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    record_some(2)
    seal()
    record_some(2)

    def fail(*args: object, **kwargs: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(Head, "save", fail)  # the seals are written by then
        with pytest.raises(ZeroDivisionError):
            seal()
    assert (verify().entries, verify().waiting, verify().fault) == (2, 2, None)
    assert seal() == 2
    assert (verify().entries, verify().waiting, verify().fault) == (4, 0, None)


WRITER = """
import sys, django
django.setup()
from django.db import transaction
from donghanh.accounts.models import User
from donghanh.audit.services import record
user = User.objects.get()
for number in range(int(sys.argv[1])):
    try:
        with transaction.atomic():
            record("renamed", user, actor=user, changes={"number": number})
            if number % 5 == 4:
                raise ZeroDivisionError
    except ZeroDivisionError:
        pass
"""
SEALER = """
import django
django.setup()
from donghanh.audit.sealing import seal
while True:
    seal()
"""


@pytest.fixture
def start(transactional_db: None) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Run a program with Django on the tests' database; what still runs at the end is killed."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "worker_settings",
        "DONGHANH_TEST_DATABASE_NAME": str(connection.settings_dict["NAME"]),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    started: list[subprocess.Popen[bytes]] = []

    def run(*command: str) -> subprocess.Popen[bytes]:
        started.append(subprocess.Popen([sys.executable, "-P", *command], env=environment))
        return started[-1]

    yield run
    for process in started:
        process.kill()
        process.wait()


def test_many_writers_and_several_sealers_make_one_chain_without_gap_or_fork(
    user: User, start: Callable[..., subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    writers, each = 4, 25
    sealers = [start("-c", SEALER) for _ in range(2)]
    writing = [start("-c", WRITER, str(each)) for _ in range(writers)]
    while any(writer.poll() is None for writer in writing):
        sealers[0].send_signal(signal.SIGKILL)  # sealers die at any time, and others go on
        sealers[0].wait()
        sealers = [*sealers[1:], start("-c", SEALER)]
        time.sleep(0.7)
    assert [writer.returncode for writer in writing] == [0] * writers
    for sealer in sealers:
        sealer.kill()
        sealer.wait()
    seal()
    committed = writers * each * 4 // 5
    assert Entry.objects.count() == committed
    assert list(Seal.objects.order_by("sequence").values_list("sequence", flat=True)) == list(
        range(1, committed + 1)
    )
    assert (verify().entries, verify().waiting, verify().fault) == (committed, 0, None)


def test_writers_do_not_wait_for_each_other(user: User, transactional_db: None) -> None:
    """One act is still under way when another, begun later, is done."""
    if connection.vendor == "sqlite":
        pytest.skip("on SQLite one writer waits for the other")
    done: list[int] = []

    def write() -> None:
        with transaction.atomic():
            done.append(record("renamed", user, actor=user).pk)
        connection.close()

    with transaction.atomic():
        record("renamed", user, actor=user)
        other = threading.Thread(target=write)
        other.start()
        other.join(WAIT_SECONDS)
        assert len(done) == 1


@pytest.mark.django_db(transaction=True)
def test_beside_a_worker_entries_are_sealed_and_the_head_is_noted(
    record_some: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "SEAL_SECONDS", 0.01)
    with work.sealing_beside():
        record_some(2)
        deadline = time.monotonic() + WAIT_SECONDS
        while Unsealed.objects.exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        assert Seal.objects.count() == 2
    assert len(heads.file().read_text(encoding="ascii").splitlines()) == 1


@pytest.mark.django_db(transaction=True)
def test_the_sealer_goes_on_after_a_failure(
    record_some: Record, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(work, "SEAL_SECONDS", 0.01)
    failed = threading.Event()
    whole = sealing.seal

    def fail_once() -> int:
        if not failed.is_set():
            failed.set()
            raise OSError
        return whole()

    monkeypatch.setattr(sealing, "seal", fail_once)
    record_some(1)
    with work.sealing_beside():
        failed.wait(WAIT_SECONDS)
    assert Seal.objects.count() == 1


def test_entries_are_sealed_by_order_too(record_some: Record, capsys: pytest.CaptureFixture[str]) -> None:
    record_some(2)
    call_command("audit", "seal")
    assert "2" in capsys.readouterr().out
    assert Seal.objects.count() == 2
